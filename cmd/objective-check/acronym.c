/*
 * acronym: the letters that objectives are held against: a known word, or the
 * user's own.
 */
#include <string.h>

#include "base/arena.h"
#include "objective.h"
#include "text/uni.h"

const enum term objective_words[WORDS] = { T_SPECIFIC, T_MEASURABLE, T_ADAPTED,
	T_REALISTIC, T_TIME_BOUND, T_INDIVIDUALISED, T_EQUITABLE, T_SOLIDARY,
	T_STRATEGIC, T_AMBITIOUS, T_INCLUSIVE };

/* SMARTIE: The Management Center, From SMART to SMARTIE. */
static const struct {
	enum term name;
	enum term words[MOST];
} known[] = {
	{ T_SMARTIES,
	    { T_SPECIFIC, T_MEASURABLE, T_ADAPTED, T_REALISTIC, T_TIME_BOUND,
		T_INDIVIDUALISED, T_EQUITABLE, T_SOLIDARY } },
	{ T_SMART,
	    { T_SPECIFIC, T_MEASURABLE, T_ADAPTED, T_REALISTIC,
		T_TIME_BOUND } },
	{ T_SMARTIE,
	    { T_STRATEGIC, T_MEASURABLE, T_AMBITIOUS, T_REALISTIC, T_TIME_BOUND,
		T_INCLUSIVE, T_EQUITABLE } },
};

/* The acronym of that name, or T_NONE; its last s matters. */
static enum term
find_name(struct method *method, const char *plain)
{
	const char *name;
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		name = method_word(method, known[i].name);
		if (strcmp(uni_casefold(method->arena, plain),
			uni_casefold(method->arena, name)) == 0)
			return known[i].name;
	}
	return T_NONE;
}

/* The first letter of a text. */
static const char *
initial_of(struct method *method, const char *plain)
{
	const char *end = plain;

	uni_next(&end);
	return arena_copy(method->arena, plain, (size_t)(end - plain));
}

void
acronym_add(struct method *method, struct acronym *acronym, enum term term)
{
	const char *word = method_word(method, term);

	acronym->letters[acronym->count++] =
	    (struct letter){ term, word, initial_of(method, word) };
}

/* A word of the user's own, which may be one that is known. */
static void
add_word(struct method *method, struct acronym *acronym, const char *initial,
    const char *word)
{
	const char *plain = method_plain(method, word);

	if (*plain == '\0' || acronym->count > MOST)
		return;
	acronym->letters[acronym->count++] =
	    (struct letter){ term_find(plain, objective_words, WORDS, NULL),
		    word, *initial ? initial : initial_of(method, plain) };
}

static void
read_known(struct method *method, struct acronym *acronym, enum term name)
{
	size_t i = 0, j;

	while (known[i].name != name)
		i++;
	acronym->name = name;
	for (j = 0; known[i].words[j] != T_NONE; j++)
		acronym_add(method, acronym, known[i].words[j]);
}

/* "SMART", or "Clear, Local, Shared". */
static void
read_text(struct method *method, struct acronym *acronym,
    const struct node *node)
{
	const char *text = bind_text(method->bind, node);
	const char *plain = method_plain(method, text);
	enum term name = find_name(method, plain);
	struct bind_list words = { .count = 0 };
	const struct bind_text *word;
	size_t i;

	if (name != T_NONE) {
		read_known(method, acronym, name);
		return;
	}
	bind_split_names(method->bind, text, node->pos, &words);
	if (words.count == 1) {
		bind_fault(method->bind, node->pos, M_OBJECTIVE_NO_ACRONYM,
		    plain, "SMARTIES, SMART, SMARTIE");
		read_known(method, acronym, T_SMARTIES);
		return;
	}
	for (i = 0; i < words.count; i++) {
		word = (const struct bind_text *)words.at + i;
		add_word(method, acronym, "", word->text);
	}
}

static struct acronym
read_acronym(struct method *method, const struct node *node)
{
	struct acronym acronym = { .pos = node->pos, .given = true };
	const struct node *child = node->first;

	if (child == NULL)
		read_text(method, &acronym, node);
	for (; child != NULL; child = child->next) {
		if (child->first != NULL)
			bind_fault(method->bind, child->first->pos, M_NESTED);
		add_word(method, &acronym, child->key,
		    bind_text(method->bind, child));
	}
	if (acronym.count > MOST)
		bind_fault(method->bind, node->pos, M_OBJECTIVE_LETTERS,
		    method_integer(method, MOST));
	acronym.scored = acronym.count;
	return acronym;
}

const char *
acronym_words(struct method *method, const struct acronym *acronym)
{
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < acronym->scored; i++)
		buf_format(&out, "%s%s", i > 0 ? ", " : "",
		    method_plain(method, acronym->letters[i].word));
	return buf_take(&out, method->arena);
}

static bool
is_same(struct method *method, const struct acronym *one,
    const struct acronym *two)
{
	return term_same(acronym_words(method, one),
	    acronym_words(method, two));
}

/* Whether a text holds a name as a word. */
static bool
holds_word(const char *text, const char *name)
{
	size_t n = strlen(name);

	for (; (text = strstr(text, name)) != NULL; text += n)
		if (strspn(text + n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 0)
			return true;
	return false;
}

/* The acronym whose letters a table has, or that the title names; where neither
 * does, the one by default. */
static enum term
find_spelled(struct method *method, const struct sheet *sheet)
{
	const char *title = method->bind->title.text;
	size_t letters, i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		for (letters = 0; known[i].words[letters] != T_NONE;)
			letters++;
		if (letters == sheet->spelled ||
		    (sheet->spelled == 0 &&
			holds_word(title, method_word(method, known[i].name))))
			return known[i].name;
	}
	return T_NONE;
}

void
acronym_read(struct method *method, struct sheet *sheet)
{
	struct node *const *nodes = sheet->acronym_nodes.at;
	struct acronym acronym, *into = &sheet->acronym;
	enum term spelled;
	size_t i;

	for (i = 0; i < sheet->acronym_nodes.count; i++) {
		if (node_is_empty(nodes[i]))
			continue;
		acronym = read_acronym(method, nodes[i]);
		if (!into->given)
			*into = acronym;
		else if (!is_same(method, into, &acronym))
			bind_fault(method->bind, acronym.pos, M_CONFLICT,
			    method_word(method, T_ACRONYM),
			    acronym_words(method, &acronym),
			    acronym_words(method, into),
			    bind_place(method->bind, into->pos));
	}
	if (!into->given) {
		spelled = find_spelled(method, sheet);
		into->given = spelled != T_NONE;
		read_known(method, into, into->given ? spelled : T_SMARTIES);
	}
	into->scored = into->count;
}
