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
		term = record_name(arena, cell->key, terms, 6, NULL);
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
	return node->level > 0 ? !term_is(node->key, T_EXPERIMENT_LOG)
			       : *node->key == '\0' && node->blocks != NULL;
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
	return only->next == NULL && only->first == NULL &&
		*only->key == '\0' && *node->text == '\0'
	    ? only->text
	    : NULL;
}

/* The one hypothesis of a document; NULL where there is none, or another. */
static const char *
only_hypothesis(struct arena *arena, const struct node *root)
{
	const char *only = NULL, *text;

	NODE_EACH(const struct node, child, root) {
		text = hypothesis_of(arena, child);
		if (text != NULL && only != NULL)
			return NULL;
		only = text != NULL ? text : only;
	}
	return only;
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

void
measure_arrange(struct arena *arena, struct node *root)
{
	size_t rows = count_rows(arena, root);
	const char *only = rows > 0 ? only_hypothesis(arena, root) : NULL;
	struct node was, *child, *row, *pair;

	if (rows == 0)
		return;
	row = name_rows(arena, root, only, rows > 1);
	if (only == NULL)
		return;
	was = node_emptied(root);
	while ((child = node_take(&was)) != NULL) {
		pair = rows == 1 ? lone_pair(arena, child) : NULL;
		if (hypothesis_of(arena, child) != NULL)
			continue;
		node_append(pair != NULL ? row : root,
		    pair != NULL ? pair : child);
	}
}
