/*
 * letters: the acronym that objectives are held against, and what was written
 * for each of its letters.
 */
#include <string.h>

#include "base/arena.h"
#include "objective.h"
#include "source/md.h"
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

static void
add_term(struct method *method, struct acronym *acronym, enum term term)
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
		add_term(method, acronym, known[i].words[j]);
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

/* The words, for a message. */
static const char *
words_of_acronym(struct method *method, const struct acronym *acronym)
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
	return term_same(words_of_acronym(method, one),
	    words_of_acronym(method, two));
}

void
letters_read(struct method *method, struct sheet *sheet)
{
	struct node *const *nodes = sheet->acronym_nodes.at;
	struct acronym acronym, *into = &sheet->acronym;
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
			    words_of_acronym(method, &acronym),
			    words_of_acronym(method, into),
			    bind_place(method->bind, into->pos));
	}
	if (!into->given)
		read_known(method, into, T_SMARTIES);
	into->scored = into->count;
}

/* The letter of a known word, which may stand beside the acronym. */
static size_t
find_term(struct method *method, struct acronym *acronym, enum term term)
{
	size_t i;

	for (i = 0; i < acronym->count; i++)
		if (acronym->letters[i].term == term)
			return i;
	add_term(method, acronym, term);
	return i;
}

/* The letter that a key is, or whose word it is; one that came before among
 * the same keys is used up: SMARTIES has two S. */
static size_t
find_key(struct method *method, const struct acronym *acronym, const char *key,
    const bool *used)
{
	const struct letter *letter = acronym->letters;
	size_t i;

	for (i = 0; i < acronym->scored; i++)
		if (!used[i] &&
		    (term_same(key, method_plain(method, letter[i].word)) ||
			term_same(key, letter[i].initial)))
			break;
	return i;
}

static void
put_why(struct method *method, struct objective *objective,
    const struct letter *letters, size_t i, struct bind_text why)
{
	struct bind_text *into = &objective->why[i];

	if (why.text == NULL || *why.text == '\0')
		return;
	if (into->text != NULL && strcmp(into->text, why.text) != 0)
		bind_fault(method->bind, why.pos, M_CONFLICT,
		    method_plain(method, letters[i].word), why.text, into->text,
		    bind_place(method->bind, into->pos));
	else
		*into = why;
}

/* The letter of a key, or of a known word beside the acronym; acronym->count
 * where it is none. */
static size_t
find_letter(struct method *method, struct acronym *acronym, const char *key,
    const bool *used)
{
	size_t i = find_key(method, acronym, key, used);
	enum term term;

	if (i < acronym->scored)
		return i;
	term = term_find(key, objective_words, WORDS, NULL);
	return term != T_NONE ? find_term(method, acronym, term)
			      : acronym->count;
}

/* What is no letter: of another acronym, misspelt, or the user's own. */
static void
put_unknown(struct method *method, const struct acronym *acronym,
    struct objective *objective, const struct node *pair)
{
	const struct bind_row *row = objective_rows;
	enum term key;

	while (row->kind != BIND_END &&
	    ((key = row->key) == T_NONE ||
		term_nearest(pair->key, &key, 1) == NULL))
		row++;
	if (row->kind != BIND_END &&
	    !bind_in_markdown(method->bind, pair->key_pos))
		bind_unknown(method->bind, objective_rows, pair);
	else if (uni_count(pair->key, strlen(pair->key)) == 1)
		bind_fault(method->bind, pair->key_pos, M_OBJECTIVE_NO_LETTER,
		    pair->key, words_of_acronym(method, acronym));
	else
		bind_carry(method->bind, objective_rows, pair, objective);
}

/* What is written in an item, for the objective that it is or names. */
static void
put_item(struct method *method, struct sheet *sheet,
    const struct objective *item, struct objective *objective)
{
	struct acronym *acronym = &sheet->acronym;
	bool used[LETTERS] = { false };
	size_t i;

	BIND_EACH(const struct node *const, other, &item->others) {
		const struct node *pair = *other;

		i = find_letter(method, acronym, pair->key, used);
		if (i == acronym->count) {
			put_unknown(method, acronym, objective, pair);
			continue;
		}
		used[i] = true;
		if (pair->first != NULL)
			bind_fault(method->bind, pair->first->key_pos,
			    M_NOT_A_TEXT, pair->key);
		put_why(method, objective, acronym->letters, i,
		    (struct bind_text){ bind_text(method->bind, pair),
			pair->pos, true });
	}
}

/*
 * The objective of that label, else of that text: of two alike the one that no
 * row named so far, since a report has a row for each.
 */
static struct objective *
find_objective(struct method *method, const struct sheet *sheet,
    const char *name)
{
	struct objective *objective = sheet->objectives.at, *found = NULL;
	size_t i;

	for (i = 0; i < sheet->objectives.count; i++)
		if (*objective[i].id.text != '\0' &&
		    strcmp(objective[i].id.text, name) == 0)
			return &objective[i];
	for (i = 0; i < sheet->objectives.count; i++) {
		if (!term_same(method_plain(method, objective[i].text.text),
			name))
			continue;
		if (*objective[i].id.text == '\0' && !objective[i].named)
			return &objective[i];
		if (found == NULL)
			found = &objective[i];
	}
	return found;
}

static void
put_justification(struct method *method, struct sheet *sheet,
    struct objective *row)
{
	const struct bind_text *name = *row->id.text ? &row->id : &row->text;
	const char *plain =
	    *row->id.text ? row->id.text : method_plain(method, row->text.text);
	struct node *const *others = row->others.at;
	struct objective *found;

	if (*plain == '\0') {
		bind_fault(method->bind,
		    row->others.count > 0 ? others[0]->pos : row->text.pos,
		    M_MISSING_KEY, method_word(method, T_OBJECTIVE));
		return;
	}
	found = find_objective(method, sheet, plain);
	if (found == NULL) {
		bind_fault(method->bind, name->pos, M_OBJECTIVE_UNKNOWN, plain);
		return;
	}
	found->named = true;
	put_item(method, sheet, row, found);
}

void
letters_resolve(struct method *method, struct sheet *sheet)
{
	struct objective *objective = sheet->objectives.at;
	size_t i;

	for (i = 0; i < sheet->objectives.count; i++)
		put_item(method, sheet, &objective[i], &objective[i]);
	BIND_EACH(struct objective, row, &sheet->justifications)
		put_justification(method, sheet, row);
}
