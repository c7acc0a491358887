/*
 * top: what stands at the top of a sheet's data: the keys of its tool, in the order
 * of its rows, whether they were typed there, in the tool's own section, or as one
 * of its settings.
 */
#include <string.h>

#include "item.h"

/* The pairs there, each with the paragraphs beside it. */
struct top {
	struct view *view;
	struct pair *pairs;
	size_t count;
	bool lifted; /* lists out of items stand there too */
};

/* The place of a key's row in the tool, SIZE_MAX where it has none. */
static size_t
rank_of(struct view *view, const char *key)
{
	const struct row *row = row_first(view->at);
	size_t rank = 0;

	for (; row != NULL; row = row_next(row), rank++)
		if (strcmp(data_call(view, row->name), key) == 0)
			return rank;
	return SIZE_MAX;
}

static struct pair *
find_pair(struct top *top, const char *key)
{
	for (size_t i = 0; i < top->count && *key != '\0'; i++)
		if (strcmp(top->pairs[i].node->key, key) == 0)
			return &top->pairs[i];
	return NULL;
}

/* Whether a text stands beside the pair that was put last. */
static bool
is_beside(const struct top *top, const struct node *pair)
{
	const char *key =
	    top->count > 0 ? top->pairs[top->count - 1].node->key : "";
	size_t n = strlen(key);

	return n > 0 && strncmp(pair->key, key, n) == 0 &&
	    strcmp(pair->key + n, DATA_BESIDE) == 0;
}

/* Puts a pair at the top: a list joins the one that has its key. */
static void
put(struct top *top, struct node *pair)
{
	struct pair put = { .place = top->count, .node = pair };
	struct pair *same = find_pair(top, pair->key);
	struct node *item;

	if (pair->kind == NODE_LIST && pair->first == NULL && top->lifted)
		return; /* all that it held stands at the top itself */
	if (is_beside(top, pair)) {
		top->pairs[top->count - 1].beside = pair;
		return;
	}
	if (same != NULL && same->node->kind == NODE_LIST &&
	    pair->kind == NODE_LIST) {
		while ((item = node_take(pair)) != NULL)
			node_append(same->node, item);
		return;
	}
	if (same != NULL)
		pair->key = arena_format(top->view->arena, "%s (2)", pair->key);
	put.rank = rank_of(top->view, pair->key);
	ARENA_ADD(top->view->arena, top->pairs, top->count) = put;
}

/* Whether what stands below a pair is the sheet's own: the section of its tool, or
 * a map whose keys may as well stand beside it. */
static bool
is_open(struct view *view, const struct node *pair)
{
	const struct row *row = row_first(view->at);

	if (pair->kind != NODE_MAP)
		return false;
	if (strcmp(pair->key, data_call(view, view->at->term)) == 0)
		return true;
	while (row != NULL &&
	    (row->kind != ROW_BESIDE ||
		strcmp(pair->key, data_call(view, row->name)) != 0))
		row = row_next(row);
	return row != NULL;
}

static void
put_all(struct top *top, struct node *map)
{
	struct node *pair, *rule, others;
	bool rules;

	while ((pair = node_take(map)) != NULL) {
		rules = pair->kind == NODE_MAP &&
		    strcmp(pair->key, data_call(top->view, T_RULES)) == 0;
		others = rules ? node_emptied(pair) : *pair;
		while (rules && (rule = node_take(&others)) != NULL)
			if (rank_of(top->view, rule->key) != SIZE_MAX)
				put(top, rule);
			else
				node_append(pair, rule);
		if (is_open(top->view, pair))
			put_all(top, pair);
		else if (!rules || pair->first != NULL)
			put(top, pair);
	}
}

/* Appends the pairs to a map: those of the tool in the order of its rows, in the
 * places that they had among the others. */
static void
append_all(const struct top *top, struct node *map)
{
	struct pair *known =
	    arena_array(top->view->arena, top->count + 1, sizeof(*known));
	const struct pair *pair, *next = known;
	size_t count = 0;

	for (size_t i = 0; i < top->count; i++)
		if (top->pairs[i].rank != SIZE_MAX)
			known[count++] = top->pairs[i];
	item_order(known, count);
	for (size_t i = 0; i < top->count; i++) {
		pair = top->pairs[i].rank != SIZE_MAX ? next++ : &top->pairs[i];
		node_append(map, pair->node);
		if (pair->beside != NULL)
			node_append(map, pair->beside);
	}
}

void
data_top(struct view *view, struct node *data)
{
	struct top top = { .view = view, .lifted = view->lifted.first != NULL };
	struct node all = node_emptied(data);

	put_all(&top, &all);
	while (view->lifted.first != NULL)
		put(&top, node_take(&view->lifted));
	append_all(&top, data);
}
