/*
 * measure: a table of what was measured of one hypothesis, with no column of it, as
 * records: "Measure | Threshold | Result".
 */
#include "experiment.h"

static bool
is_measure(struct arena *arena, const struct node *pair)
{
	static const enum term terms[] = { T_MEASURE };

	return record_name(arena, pair->key, terms, 1, NULL) != T_NONE;
}

/* Whether a row is one of such a table. */
static bool
is_row(struct arena *arena, const struct node *row)
{
	static const enum term terms[] = { T_RESULTS, T_VALUE, T_HYPOTHESIS,
		T_IF, T_THEN, T_ID };
	bool result = false;
	enum term term;

	if (row->table == 0 || !record_any(arena, row, is_measure))
		return false;
	NODE_EACH(const struct node, cell, row) {
		term = is_measure(arena, cell)
		    ? T_NONE
		    : record_name(arena, cell->key, terms, 6, NULL);
		if (term != T_NONE && term != T_RESULTS && term != T_VALUE)
			return false;
		result = result || term != T_NONE;
	}
	return result;
}

/* Whether rows of such tables may stand below a node. */
static bool
is_open(const struct node *node)
{
	return node_is_part(node) && !term_is(node->key, T_EXPERIMENT_LOG);
}

/* How many rows of such tables stand below a node. */
static size_t
count_rows(struct arena *arena, const struct node *node)
{
	size_t count = 0;

	NODE_EACH(const struct node, child, node)
		if (child->table > 0)
			count += is_row(arena, child);
		else if (is_open(child))
			count += count_rows(arena, child);
	return count;
}

/* A card in one text, its hypothesis first. */
static const char *
card_text(struct arena *arena, const struct node *card)
{
	const char *text = card->last->text;

	for (const struct node *pair = card->first; pair->next != NULL;
	     pair = pair->next)
		text = arena_format(arena, "%s ; %s", text, pair->text);
	return text;
}

/* What a pair or a section says is the hypothesis; or NULL. */
static const char *
hypothesis_of(struct arena *arena, const struct node *node)
{
	static const enum term terms[] = { T_HYPOTHESIS, T_HYPOTHESES };
	const struct node *only = node->first;

	if (record_name(arena, node->key, terms, 2, NULL) == T_NONE)
		return NULL;
	if (only == NULL)
		return *node->text != '\0' ? node->text : NULL;
	if (only->kind == NODE_MAP && only->last != NULL &&
	    record_is_hypothesis(arena, only->last))
		return card_text(arena, only);
	return only->next == NULL && only->first == NULL &&
		*only->key == '\0' && *node->text == '\0'
	    ? only->text
	    : NULL;
}

/* The hypotheses below a node: how many, and the last of them with what it is in. */
struct only {
	const char *text;
	struct node *parent;
	const struct node *node;
	size_t count;
};

static void
find_only(struct arena *arena, struct node *parent, struct only *only)
{
	const char *text;

	NODE_EACH(struct node, child, parent) {
		text = hypothesis_of(arena, child);
		if (text != NULL)
			*only = (struct only){ text, parent, child,
				only->count + 1 };
		else if (is_open(child))
			find_only(arena, child, only);
	}
}

/* Has a column of values be the result, and "Result" beside it tell whether it is
 * enough. */
static void
name_verdict(struct arena *arena, struct node *row, enum lang lang)
{
	struct node *verdict = NULL, *value = NULL;

	NODE_EACH(struct node, cell, row)
		if (term_is(cell->key, T_RESULTS))
			verdict = cell;
		else if (!is_measure(arena, cell) &&
		    term_is(cell->key, T_VALUE))
			value = cell;
	if (value == NULL)
		return;
	if (verdict != NULL)
		verdict->key = term_name(T_MET, lang);
	value->key = term_name(T_RESULTS, lang);
}

/* Has each row name its hypothesis, and the measure, where it is one of several;
 * returns the last. */
static struct node *
name_rows(struct arena *arena, struct node *node, const char *hypothesis,
    bool many)
{
	struct node *last = NULL, *below;
	enum lang lang = LANG_NONE;
	const struct node *measure;
	const char *behind;
	struct node *pair;

	NODE_EACH(struct node, child, node) {
		if (child->table == 0 || !is_row(arena, child)) {
			behind = child->level > 0
			    ? lone_behind(arena, child->key, &lang)
			    : NULL;
			below = behind != NULL && *behind != '\0'
			    ? name_rows(arena, child, behind,
				  count_rows(arena, child) > 1)
			    : is_open(child)
			    ? name_rows(arena, child, hypothesis, many)
			    : NULL;
			last = below != NULL ? below : last;
			continue;
		}
		last = child;
		measure = child->first;
		while (!is_measure(arena, measure))
			measure = measure->next;
		term_find(measure->key, (enum term[]){ T_MEASURE }, 1, &lang);
		name_verdict(arena, child, lang);
		pair = node_text(arena,
		    hypothesis == NULL ? measure->text
			: many ? arena_format(arena, "%s (%s)", hypothesis,
				     measure->text)
			       : hypothesis,
		    child->pos);
		pair->key = term_name(T_HYPOTHESIS, lang);
		node_append(child, pair);
	}
	return last;
}

/* Has what stands under headings below a section stand beside it. */
static void
part_below(struct node *section, struct node *root)
{
	struct node was = node_emptied(section), *child;

	while ((child = node_take(&was)) != NULL) {
		if (child->level > 0)
			child->level--;
		node_append(child->level > 0 ? root : section, child);
	}
}

void
measure_arrange(struct arena *arena, struct node *root)
{
	static const enum term results = T_RESULTS;
	size_t rows = count_rows(arena, root);
	struct only only = { .count = 0 };
	struct node was, *child, *row, *pair;

	if (rows == 0)
		return;
	find_only(arena, root, &only);
	row = name_rows(arena, root, only.count == 1 ? only.text : NULL,
	    rows > 1);
	if (only.count != 1)
		return;
	was = node_emptied(only.parent);
	while ((child = node_take(&was)) != NULL)
		if (child != only.node)
			node_append(only.parent, child);
	was = node_emptied(root);
	while ((child = node_take(&was)) != NULL) {
		pair = rows == 1 ? lone_pair(arena, child) : NULL;
		node_append(pair != NULL ? row : root,
		    pair != NULL ? pair : child);
		if (pair == NULL && child->level > 0 &&
		    term_read(child->key, TERM_GLOSSED, &results, 1, NULL) !=
			T_NONE)
			part_below(child, root);
	}
}
