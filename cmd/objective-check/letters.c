/*
 * letters: what was written for each letter of the acronym.
 */
#include <string.h>

#include "objective.h"
#include "text/uni.h"

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

/* The letter of a key, or of a known word, which may stand beside the acronym;
 * acronym->count where it is none. */
static size_t
find_letter(struct method *method, struct acronym *acronym, const char *key,
    const bool *used)
{
	size_t i = find_key(method, acronym, key, used);
	enum term term;

	if (i < acronym->scored)
		return i;
	term = term_find(key, objective_words, WORDS, NULL);
	if (term == T_NONE)
		return acronym->count;
	for (i = 0; i < acronym->count; i++)
		if (acronym->letters[i].term == term)
			return i;
	acronym_add(method, acronym, term);
	return i;
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
		    pair->key, acronym_words(method, acronym));
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
		method_put(method,
		    method_plain(method, acronym->letters[i].word),
		    &objective->why[i],
		    &(struct bind_text){ bind_text(method->bind, pair),
			pair->pos, true });
	}
}

/* A line below an objective, "S : what it is", as a pair; NULL where it names no
 * letter. */
static struct node *
pair_below(struct method *method, const struct acronym *acronym,
    const struct node *line)
{
	const bool used[LETTERS] = { false };
	const char *text = line->text, *end;
	struct node *pair;

	/* "**S**pécifique : ..." */
	if (strncmp(text, "**", 2) == 0 && (end = strstr(text + 2, "**")) &&
	    uni_count(text + 2, (size_t)(end - text) - 2) == 1)
		line = node_text(method->arena,
		    arena_format(method->arena, "%c%s", text[2], end + 2),
		    line->pos);
	pair = bind_pair_of(method->arena, line);

	return pair != NULL && line->first == NULL &&
		(find_key(method, acronym, pair->key, used) < acronym->scored ||
		    term_find(pair->key, objective_words, WORDS, NULL) !=
			T_NONE)
	    ? pair
	    : NULL;
}

/* The lines of letters that hang below an objective are its pairs. */
static void
take_below(struct method *method, const struct acronym *acronym,
    struct objective *objective)
{
	const struct bind_more *more = objective->text.more;
	struct bind_more *rest;
	struct node *pair;

	if (more == NULL || more->below.count == 0)
		return;
	rest = arena_alloc(method->arena, sizeof(*rest));
	*rest = (struct bind_more){ .columns = more->columns };
	BIND_EACH(const struct node *const, line, &more->below) {
		pair = pair_below(method, acronym, *line);
		bind_put(method->bind,
		    pair != NULL ? &objective->others : &rest->below,
		    pair != NULL ? (const void *)&pair : line, sizeof(pair));
	}
	objective->text.more = rest;
}

/* Whether only its text names an objective, and no row did so far. */
static bool
is_free(const struct objective *objective)
{
	return *objective->id.text == '\0' && !objective->named;
}

/* Objectives, found by their labels and by their texts. */
struct named {
	struct sheet *sheet;
	struct dict labels; /* to struct objective, the first of each */
	struct dict texts;  /* folded, to struct alike */
};

/* Those of one text, in their order. */
struct alike {
	struct bind_list all; /* struct objective * */
	size_t free;          /* the first that may be is_free */
};

static void
name_all(struct method *method, struct sheet *sheet, struct named *named)
{
	struct dict_entry *entry;
	struct alike *alike;

	*named = (struct named){ .sheet = sheet };
	dict_init(&named->labels, method->arena);
	dict_init(&named->texts, method->arena);
	BIND_EACH(struct objective, objective, &sheet->objectives) {
		entry = dict_enter(&named->labels, objective->id.text);
		if (entry->value == NULL)
			entry->value = objective;
		alike = dict_made(&named->texts,
		    term_fold(method->arena,
			method_plain(method, objective->text.text)),
		    sizeof(*alike));
		bind_add(method->bind, &alike->all, objective);
	}
}

/*
 * The objective of that label, else of that text: of two alike the one that no
 * row named so far, since a report has a row for each; the only one is meant
 * where there is no name.
 */
static struct objective *
find_objective(struct method *method, const struct named *named,
    const char *name)
{
	struct objective *labelled = dict_value(&named->labels, name);
	struct objective *const *all;
	struct alike *alike;

	if (*name == '\0' && named->sheet->objectives.count == 1)
		return named->sheet->objectives.at;
	if (*name != '\0' && labelled != NULL)
		return labelled;
	alike = dict_value(&named->texts, term_fold(method->arena, name));
	if (alike == NULL)
		return NULL;
	all = alike->all.at;
	while (alike->free < alike->all.count && !is_free(all[alike->free]))
		alike->free++;
	return all[alike->free < alike->all.count ? alike->free : 0];
}

static void
put_justification(struct method *method, const struct named *named,
    struct objective *row)
{
	const struct bind_text *name = *row->id.text ? &row->id : &row->text;
	const char *plain =
	    *row->id.text ? row->id.text : method_plain(method, row->text.text);
	struct objective *found = find_objective(method, named, plain);
	struct node *const *others = row->others.at;

	if (found != NULL) {
		found->named = true;
		put_item(method, named->sheet, row, found);
	} else if (*plain != '\0') {
		bind_fault(method->bind, name->pos, M_OBJECTIVE_UNKNOWN, plain);
	} else {
		bind_fault(method->bind,
		    row->others.count > 0 ? others[0]->pos : row->text.pos,
		    M_MISSING_KEY, method_word(method, T_OBJECTIVE));
	}
}

void
letters_resolve(struct method *method, struct sheet *sheet)
{
	struct named named;

	BIND_EACH(struct objective, objective, &sheet->objectives) {
		take_below(method, &sheet->acronym, objective);
		put_item(method, sheet, objective, objective);
	}
	name_all(method, sheet, &named);
	BIND_EACH(struct objective, row, &sheet->justifications)
		put_justification(method, &named, row);
}
