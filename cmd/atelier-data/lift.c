/*
 * lift: what stands in an item and is an item of a list at the top of the sheet.
 */
#include <string.h>

#include "item.h"

/* The list of a key among those that are lifted. */
static struct node *
lifted_list(struct view *view, const struct row *row)
{
	const char *key = data_call(view, row->name);
	struct node *list = data_find(&view->lifted, key);

	if (list == NULL) {
		list = node_new(view->arena, NODE_LIST,
		    (struct pos){ NULL, 0, 0 });
		list->key = key;
		node_append(&view->lifted, list);
	}
	return list;
}

/* The pair of an item that names it: its label, or its main text. */
static const char *
name_of(const struct item *item)
{
	const struct row *rows[] = { row_flagged(item->rows, BIND_LABEL),
		row_flagged(item->rows, BIND_MAIN) };

	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; rows[i] != NULL && j < item->count; j++)
			if (item->pairs[j].rank == item_rank(item, rows[i]) &&
			    item->pairs[j].node->kind == NODE_TEXT)
				return item->pairs[j].node->text;
	return "";
}

/* An item of a list at the top, which says what it stood in; of a list that is its
 * main thing, one of them. */
static struct node *
lifted_item(const struct item *item, const struct lift *lift,
    const struct node *from, const struct node *one)
{
	struct item to = { .view = item->view, .rows = lift->to };
	const struct row *row;
	struct node *copy;

	item_put_value(&to, lift->from,
	    node_text(to.view->arena, name_of(item), from->pos));
	NODE_EACH(const struct node, pair, from) {
		copy = node_clone(to.view->arena,
		    pair->kind == NODE_LIST && one != NULL ? one : pair);
		copy->key = pair->key;
		row = data_row(to.view, lift->to, pair->key);
		item_put(&to, row != NULL ? item_rank(&to, row) : SIZE_MAX,
		    copy);
	}
	return item_map(&to, from->pos);
}

void
item_lift(const struct item *item, const struct lift *lift)
{
	struct node *list = lifted_list(item->view, lift->to);
	const struct node *main;

	NODE_EACH(const struct node, from, lift->items) {
		main = from->last;
		if (main == NULL || main->kind != NODE_LIST) {
			node_append(list, lifted_item(item, lift, from, NULL));
			continue;
		}
		NODE_EACH(const struct node, one, main)
			node_append(list, lifted_item(item, lift, from, one));
	}
}
