/*
 * acronym: the letters that objectives are held against: a known word, or the
 * user's own.
 */
#include <string.h>

#include "objective.h"
#include "text/uni.h"

const enum term objective_words[WORDS] = { T_SPECIFIC, T_MEASURABLE, T_ADAPTED,
	T_REALISTIC, T_TIME_BOUND, T_INDIVIDUALISED, T_EQUITABLE, T_SOLIDARY,
	T_STRATEGIC, T_AMBITIOUS, T_INCLUSIVE };

/* SMARTIE: The Management Center, From SMART to SMARTIE. */
static const struct known {
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

enum { KNOWN = sizeof(known) / sizeof(known[0]) };

/* The acronym of that name, or NULL; its last s matters. */
static const struct known *
find_name(struct method *method, const char *plain)
{
	const char *name = uni_casefold(method->arena, plain);

	for (size_t i = 0; i < KNOWN; i++)
		if (strcmp(uni_casefold(method->arena,
			       method_word(method, known[i].name)),
			name) == 0)
			return &known[i];
	return NULL;
}

/* The first letter of a text. */
static const char *
initial_of(struct method *method, const char *plain)
{
	const char *end = plain;

	uni_next(&end);
	return arena_until(method->arena, plain, end);
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
read_known(struct method *method, struct acronym *acronym,
    const struct known *of)
{
	const enum term *word = of->words;

	acronym->name = of->name;
	while (*word != T_NONE)
		acronym_add(method, acronym, *word++);
}

/* "SMART", or "Clear, Local, Shared". */
static void
read_text(struct method *method, struct acronym *acronym,
    const struct node *node)
{
	const char *text = bind_text(method->bind, node);
	const char *plain = method_plain(method, text);
	const struct known *name = find_name(method, plain);
	struct bind_list words = { .count = 0 };

	if (name == NULL)
		bind_split_names(method->bind, text, node->pos, &words);
	if (name == NULL && words.count < 2)
		bind_fault(method->bind, node->pos, M_OBJECTIVE_NO_ACRONYM,
		    plain, "SMARTIES, SMART, SMARTIE");
	if (words.count < 2)
		read_known(method, acronym, name != NULL ? name : known);
	else
		BIND_EACH(const struct bind_text, word, &words)
			add_word(method, acronym, "", word->text);
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
	const char *words = "";

	for (size_t i = 0; i < acronym->scored; i++)
		words = method_listed(method, words,
		    method_plain(method, acronym->letters[i].word));
	return words;
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

/* Whether each word of an acronym is told of some objective, by a pair or the
 * head of a column. */
static bool
is_told(const struct known *of, const struct bind_list *objectives)
{
	bool told = true;

	for (const enum term *word = of->words; told && *word != T_NONE;
	     word++) {
		told = false;
		BIND_EACH(const struct objective, one, objectives)
			BIND_EACH(const struct node *const, other, &one->others)
				told |= term_is((*other)->key, *word);
	}
	return told;
}

/* The acronym whose letters a table or an objective has, the longest, or else
 * that the title names; NULL where neither does. */
static const struct known *
find_spelled(struct method *method, const struct sheet *sheet)
{
	const char *title = method->bind->title.text;
	const struct known *titled = NULL, *told = NULL, *each;
	size_t letters;

	for (each = known + KNOWN; each-- > known;) {
		for (letters = 0; each->words[letters] != T_NONE;)
			letters++;
		if (letters == sheet->spelled)
			return each;
		if (holds_word(title, method_word(method, each->name)))
			titled = each;
		if (is_told(each, &sheet->objectives))
			told = each;
	}
	return titled != NULL ? titled : told;
}

void
acronym_read(struct method *method, struct sheet *sheet)
{
	struct acronym acronym, *into = &sheet->acronym;
	const struct known *spelled;

	BIND_EACH(const struct node *const, node, &sheet->acronym_nodes) {
		if (node_is_empty(*node))
			continue;
		acronym = read_acronym(method, *node);
		if (!into->given)
			*into = acronym;
		else if (!term_same(acronym_words(method, into),
			     acronym_words(method, &acronym)))
			bind_fault(method->bind, acronym.pos, M_CONFLICT,
			    method_word(method, T_ACRONYM),
			    acronym_words(method, &acronym),
			    acronym_words(method, into),
			    bind_place(method->bind, into->pos));
	}
	if (!into->given) {
		spelled = find_spelled(method, sheet);
		into->given = spelled != NULL;
		read_known(method, into, spelled != NULL ? spelled : known);
	}
	into->scored = into->count;
}
