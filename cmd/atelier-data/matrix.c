/*
 * matrix: what two lists have together, crossings or scores, as a map of maps,
 * whether it was typed so or as tables.
 */
#include <string.h>

#include "data.h"

bool
data_is_matrix(const struct row *row)
{
	return row->term == T_CROSSINGS || row->term == T_JURY_SCORES ||
	    row->term == T_PROFILES || row->term == T_SCORES_BY_WHO ||
	    row->term == T_GRID;
}

/* The name of a row or a column: its label, where one stands in front. */
static const char *
name_of(const struct view *view, const char *head)
{
	const char *plain = md_plain(view->arena, head);
	size_t n = bind_label_length(plain);

	return n > 0 && (plain[n] == ' ' || plain[n] == '\0')
	    ? arena_copy(view->arena, plain, n)
	    : plain;
}

/* The map under a key in a map, made where there is none. */
static struct node *
map_in(const struct view *view, struct node *into, const char *key)
{
	struct node *map = data_find(into, key);

	if (map == NULL) {
		map = node_new(view->arena, NODE_MAP, into->pos);
		map->key = key;
		node_append(into, map);
	}
	return map;
}

/* Adds what two things have; false where it is there already. */
static bool
add_text(struct view *view, struct node *into, const struct node *node,
    const char *key)
{
	struct node *value = data_text(view, node);

	if (data_find(into, key) != NULL)
		return false;
	value->key = key;
	if (!bind_is_none(value->text))
		node_append(into, value);
	return true;
}

/* Adds a row of a table: its first cell says what the others are of. */
static bool
add_row(struct view *view, struct node *into, const struct node *row)
{
	const struct node *cell = row->first;
	struct node *map;

	bool all = true;

	if (cell == NULL || *cell->text == '\0')
		return true;
	map = map_in(view, into, name_of(view, cell->text));
	for (cell = cell->next; cell != NULL && all; cell = cell->next)
		all = add_text(view, map, cell, name_of(view, cell->key));
	return all;
}

/* Adds all that is in a node: the rows of its tables, and maps. */
static bool
add_all(struct view *view, struct node *into, const struct node *node)
{
	const struct node *child;
	bool all = node->first != NULL;

	for (child = node->first; child != NULL && all; child = child->next)
		if (child->table > 0)
			all = add_row(view, into, child);
		else if (*child->key == '\0')
			all = false;
		else if (child->first != NULL)
			all = add_all(view, map_in(view, into, child->key),
			    child);
		else
			all = add_text(view, into, child, child->key);
	return all;
}

struct node *
data_matrix(struct view *view, const struct node *node)
{
	struct node *matrix = node_new(view->arena, NODE_MAP, node->pos);

	return add_all(view, matrix, node) ? matrix : NULL;
}
