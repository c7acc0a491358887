/*
 * item: an item of a list as a map, however it was typed.
 */
#include <stdlib.h>
#include <string.h>

#include "item.h"
#include "value/period.h"

void
item_put(struct item *item, size_t rank, struct node *node)
{
	const struct pair pair = { rank, item->count, node, NULL };

	ARENA_ADD(item->view->arena, item->pairs, item->count) = pair;
}

size_t
item_rank(const struct item *item, const struct row *row)
{
	const struct row *at;
	size_t rank = 0;

	for (at = row_first(item->rows); at != NULL && at->term != row->name;
	     at = row_next(at))
		rank++;
	return rank;
}

void
item_put_value(struct item *item, const struct row *row, struct node *value)
{
	if (*value->text == '\0' && value->first == NULL)
		return;
	value->key = data_call(item->view, row->name);
	item_put(item, item_rank(item, row), value);
}

static void
put_text(struct item *item, const struct row *row, const struct node *node,
    const char *words)
{
	struct node *text = node_text(item->view->arena,
	    md_text(item->view->arena, words), node->pos);

	item_put_value(item, row,
	    row->term == T_DATE ? data_day_of(item->view, text) : text);
}

/* The list at the top of the sheet that a list in an item may stand in as well, or
 * NULL; *of gets the row that says there which item. */
static const struct row *
top_of(const struct view *view, const struct row *row, const struct row **of)
{
	const struct row *top = row_first(row_of_tool(view->home)), *below;

	while (top != NULL && (top->term != row->term || top->kind != ROW_LIST))
		top = row_next(top);
	for (*of = row_first(top); *of != NULL; *of = row_next(*of)) {
		below = row_first(row);
		while (below != NULL && below->term != (*of)->term)
			below = row_next(below);
		if (below == NULL)
			return top;
	}
	return NULL;
}

/* Keeps what stands in an item and is one of the lists at the top. */
static bool
put_lift(struct item *item, const struct row *row, const struct node *pair)
{
	struct view *view = item->view;
	const struct row *of,
	    *top = row->kind == ROW_LIST || row->kind == ROW_MAP
	    ? top_of(view, row, &of)
	    : NULL;
	struct node *items;

	if (top == NULL)
		return false;
	items = node_new(view->arena, NODE_LIST, pair->pos);
	data_add_items(view, items, row, pair,
	    &(struct data_under){ NULL, NULL });
	ARENA_ADD(view->arena, item->lifts, item->lift_count) =
	    (struct lift){ of, top, items };
	return true;
}

/* Puts a value at a time, "May 2026", in the map of the row that such stand in where
 * they are no columns; false where there is none. */
static bool
put_at_time(struct item *item, const struct node *pair)
{
	const struct row *row = row_first(item->rows);
	struct node *value, *map = NULL, key = *pair;
	struct date first, last;

	while (row != NULL && row->kind != ROW_NODES)
		row = row_next(row);
	if (row == NULL || pair->first != NULL ||
	    !date_read_period(pair->key, &first, &last))
		return false;
	key.text = key.prose = data_own_key(item->view, pair->key);
	value = data_text(item->view, pair);
	value->key = data_day(item->view, &key)->text;
	for (size_t i = 0; i < item->count; i++)
		if (item->pairs[i].rank == item_rank(item, row))
			map = item->pairs[i].node;
	if (*value->text != '\0' && map == NULL) {
		map = node_new(item->view->arena, NODE_MAP, pair->pos);
		node_append(map, value);
		item_put_value(item, row, map);
	} else if (*value->text != '\0') {
		node_append(map, value);
	}
	return true;
}

static void
put_pair(struct item *item, const struct row *rows, const struct node *pair)
{
	struct view *view = item->view;
	const struct row *row = data_row(view, rows, pair->key);
	struct node *value;

	if (row == NULL && put_at_time(item, pair))
		return;
	if (row == NULL) {
		value = data_of(view, pair, T_NONE);
		value->key = data_own_key(view, value->key);
		if (*value->text != '\0' || value->first != NULL)
			item_put(item, SIZE_MAX, value);
	} else if (row->kind == ROW_BESIDE && pair->first != NULL) {
		NODE_EACH(const struct node, child, pair)
			put_pair(item, row, child);
	} else if (put_lift(item, row, pair)) {
		return;
	} else if ((row->flags & BIND_COMPUTED) == 0 || view->options->all) {
		item_put_value(item, row, data_of_row(view, pair, row));
	}
}

static int
compare(const void *a, const void *b)
{
	const struct pair *one = a, *two = b;

	if (one->rank != two->rank)
		return one->rank < two->rank ? -1 : 1;
	return one->place < two->place ? -1 : one->place > two->place;
}

void
item_order(struct pair *pairs, size_t count)
{
	if (count > 1)
		qsort(pairs, count, sizeof(*pairs), compare);
}

struct node *
item_map(struct item *item, struct pos pos)
{
	struct node *map = node_new(item->view->arena, NODE_MAP, pos);

	item_order(item->pairs, item->count);
	for (size_t i = 0; i < item->count; i++)
		node_append(map, item->pairs[i].node);
	if (!data_number_again(item->view, map))
		map->kind = NODE_LIST;
	return map;
}

/* What hangs below an item: it is the list that is its main thing, or has no key. */
static void
put_below(struct item *item, const struct row *main, const struct node *node)
{
	struct node *below = node_new(item->view->arena, NODE_LIST, node->pos);

	if (main->kind != ROW_TEXT && *node->first->key == '\0') {
		item_put_value(item, main, data_of_row(item->view, node, main));
		return;
	}
	below->key = DATA_ITEMS;
	NODE_EACH(const struct node, child, node)
		if (*child->key != '\0')
			put_pair(item, item->rows, child);
		else
			node_append(below, data_of(item->view, child, T_NONE));
	if (below->first != NULL)
		item_put(item, SIZE_MAX, below);
}

/* The main thing of an item that has no pairs, or a text in front of them. */
static void
put_main(struct item *item, const struct row *main, const struct node *node,
    const char *words)
{
	struct node text = *node;

	node_emptied(&text);
	text.kind = NODE_TEXT;
	if (words != NULL)
		text.text = text.prose = words;
	item_put_value(item, main, data_of_row(item->view, &text, main));
}

/* Whether the key of an item is its label, as bind has it. */
static bool
is_label(const struct row *label, const struct node *node, bool in_list)
{
	return label != NULL && *node->key != '\0' &&
	    ((label->flags & BIND_PERSON) != 0 || !in_list || node->level > 0 ||
		bind_is_label(node->key));
}

/* The item made: nothing, where it was but the name of what stands at the top. */
static struct node *
made(struct item *item, struct pos pos)
{
	for (size_t i = 0; i < item->lift_count; i++)
		item_lift(item, &item->lifts[i]);
	if (item->lift_count > 0 && item->count == 1)
		item->count = 0;
	return item_map(item, pos);
}

/* An item as a map, whatever it was typed as; what it holds is looked for among its
 * rows alone. */
static struct node *
item_node(struct view *view, const struct row *rows, const struct node *node,
    const struct data_under *under, bool in_list)
{
	struct item item = { .view = view, .rows = rows };
	const struct row *main = row_main(rows);
	const struct row *label = row_flagged(rows, BIND_LABEL);
	bool labelled = is_label(label, node, in_list);
	const struct row *above = view->at;
	bool headed = *node->key != '\0' && !labelled && node->first != NULL;

	view->at = NULL;
	if (under->row != NULL)
		put_text(&item, under->row, node, under->text);
	if (*node->key != '\0' && !labelled && node->level == 0 &&
	    data_row(view, rows, node->key) != NULL) {
		put_pair(&item, rows, node);
		view->at = above;
		return made(&item, node->pos);
	}
	if (labelled)
		put_text(&item, label, node, node->key);
	if (headed)
		put_main(&item, main, node, node->key);
	else if (node->first == NULL || *node->text != '\0' ||
	    node->box != BOX_NONE)
		put_main(&item, main, node,
		    !labelled && *node->whole != '\0' ? node->whole : NULL);
	if (node->first != NULL)
		put_below(&item, main, node);
	view->at = above;
	return made(&item, node->pos);
}

/* Whether a section in a list holds items that stand under its heading. */
static bool
is_group(struct view *view, const struct row *rows, const struct node *node)
{
	const struct node *first = node->first;

	return *node->key != '\0' && first != NULL && node->table == 0 &&
	    row_flagged(rows, BIND_UNDER) != NULL &&
	    (*first->key == '\0' ||
		((first->level > 0 || first->first != NULL) &&
		    data_row(view, rows, first->key) == NULL));
}

/* Whether what stands in a list is one item: pairs that are all of its rows. */
static bool
is_one_item(struct view *view, const struct row *rows, const struct node *node)
{
	const struct node *child = node->first;

	while (child != NULL && child->level == 0 &&
	    data_row(view, rows, child->key) != NULL)
		child = child->next;
	return node->first != NULL && child == NULL;
}

void
data_add_items(struct view *view, struct node *into, const struct row *rows,
    const struct node *node, const struct data_under *under)
{
	struct data_under heading = { row_flagged(rows, BIND_UNDER), NULL };
	struct node all = *node;
	struct node *item;

	all.key = all.whole = "";
	all.level = 0;
	if (is_one_item(view, rows, node)) {
		node_append(into, item_node(view, rows, &all, under, false));
		return;
	}
	NODE_EACH(const struct node, child, node) {
		if (under->row == NULL && is_group(view, rows, child)) {
			heading.text = child->key;
			data_add_items(view, into, rows, child, &heading);
			continue;
		}
		item = item_node(view, rows, child, under,
		    node->kind == NODE_LIST);
		if (item->first != NULL)
			node_append(into, item);
	}
}
