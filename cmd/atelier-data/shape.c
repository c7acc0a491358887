/*
 * shape: what stands under a key of a tool, in the one shape that it has as data,
 * however it was typed.
 */
#include <string.h>

#include "data.h"
#include "text/uni.h"
#include "value/period.h"

/* A text as a program writes the day that it says: 2026-02-05. */
struct node *
data_day_of(const struct view *view, struct node *text)
{
	struct date date;

	if (date_read(md_plain(view->arena, text->text), &date))
		text->text = arena_format(view->arena, "%04d-%02d-%02d",
		    date.year, date.month, date.day);
	return text;
}

struct node *
data_day(struct view *view, const struct node *node)
{
	return data_day_of(view, data_text(view, node));
}

static void
put_names(const struct view *view, struct node *into, const char *text,
    struct pos pos)
{
	struct bind_list names = { .count = 0 };

	bind_split_names(view->bind, md_text(view->arena, text), pos, &names);
	BIND_EACH(const struct bind_text, name, &names)
		node_append(into,
		    node_text(view->arena, name->text, name->pos));
}

/* Names, each of them an item; NULL where something else is among them. */
static struct node *
names_node(const struct view *view, const struct node *node)
{
	struct node *names = node_new(view->arena, NODE_LIST, node->pos);

	if (node->first == NULL)
		put_names(view, names, node->text, node->pos);
	NODE_EACH(const struct node, child, node) {
		if (child->first != NULL || child->table > 0 ||
		    child->box != BOX_NONE ||
		    (*child->key != '\0' && *child->whole == '\0'))
			return NULL;
		put_names(view, names, node_line(child), child->pos);
	}
	return names;
}

/* The length of a short label in front of a colon, "H : a hall", or 0. */
static size_t
label_length(const char *text)
{
	enum { LONGEST = 3 };
	size_t n = strcspn(text, " :"), blanks = strspn(text + n, " ");

	return n > 0 && n <= LONGEST && text[n + blanks] == ':' &&
		text[n + blanks + 1] == ' '
	    ? n
	    : 0;
}

/* A list with the labels of its items as their keys, where all are texts that have
 * one in front; or itself. */
static const struct node *
parted(const struct view *view, const struct node *node)
{
	struct node *list;
	const struct node *child = node->first;

	while (child != NULL && *child->key == '\0' && child->first == NULL &&
	    label_length(child->text) > 0)
		child = child->next;
	if (child != NULL || node->first == NULL || node->kind != NODE_LIST)
		return node;
	list = node_clone(view->arena, node);
	NODE_EACH(struct node, item, list) {
		item->key = arena_copy(view->arena, item->text,
		    label_length(item->text));
		item->text = strchr(item->text, ':') + 2;
		item->prose = item->text;
	}
	return list;
}

/* Items as texts, where none of them has more than its main one. */
static void
make_texts(struct node *items, const char *main)
{
	struct node all = *items, *item;

	for (item = items->first; item != NULL; item = item->next)
		if (item->count != 1 || item->first->kind != NODE_TEXT ||
		    strcmp(item->first->key, main) != 0)
			return;
	node_emptied(items);
	while ((item = node_take(&all)) != NULL) {
		item->first->key = "";
		node_append(items, item->first);
	}
}

/* The items of a list, which stand under a heading or do not; NULL where a row does
 * not say what an item is. */
static struct node *
list_node(struct view *view, const struct row *rows, const struct node *node,
    const struct data_under *under)
{
	struct node *items = node_new(view->arena, NODE_LIST, node->pos);
	const struct row *main = row_main(rows);

	if (row_flagged(rows, BIND_LABEL) != NULL)
		node = parted(view, node);
	if (main == NULL || (node->first != NULL && *node->text != '\0'))
		return NULL;
	if (node->first == NULL && !node_is_empty(node))
		node_append(items, data_text(view, node));
	data_add_items(view, items, rows, node, under);
	make_texts(items, data_call(view, main->name));
	return items;
}

/* A key that nobody typed, in the language of the first item's. */
static const char *
key_like(struct view *view, const struct row *row, const struct node *node)
{
	const struct node *cell = node->first->first;
	size_t votes[3] = { 0 };
	enum lang lang;

	for (; cell != NULL; cell = cell->next)
		if (row_find(row, cell->key, true, &lang) != NULL)
			votes[lang]++;
	return uni_lower(view->arena,
	    term_name(row->term,
		votes[LANG_FR] > votes[LANG_EN] ? LANG_FR : LANG_EN));
}

struct node *
data_claimed(struct view *view, const struct node *node, const struct row *row)
{
	struct data_under under = { *node->key != '\0'
		    ? row_flagged(row, BIND_UNDER)
		    : NULL,
		node->key };
	bool given = view->options->given;
	struct node *data = given ? NULL : list_node(view, row, node, &under);

	if (data == NULL)
		data = data_inner(view, node, row);
	data->key =
	    given ? key_like(view, row, node) : data_call(view, row->name);
	return data;
}

/* Whether a row is of items, though the tool alone reads some of them. */
static bool
is_list(const struct row *row)
{
	return row->kind == ROW_LIST ||
	    (row->kind == ROW_NODES && (row->flags & BIND_MAIN) != 0);
}

struct node *
data_of_row(struct view *view, const struct node *node, const struct row *row)
{
	static const struct data_under nothing = { NULL, NULL };
	const struct row *alike =
	    row->kind == ROW_NODES ? row_list_like(row->term) : NULL;
	struct node *data = NULL;

	if (row->kind == ROW_NODES && row->term == T_BALLOTS &&
	    node->first != NULL)
		return data_ballots(view, node);
	if (data_is_matrix(row))
		data = data_matrix(view, node);
	else if (row->kind == ROW_NAMES)
		data = names_node(view, node);
	else if (is_list(row) || alike != NULL)
		data = list_node(view, alike != NULL ? alike : row, node,
		    &nothing);
	else if (row->kind == ROW_PROSE && node->level > 0)
		data = data_prose(view, node);
	else if (row->kind == ROW_DAY && node->first == NULL)
		data = data_day(view, node);
	if (row->kind == ROW_NODES)
		node = parted(view, node);
	return data != NULL ? data : data_inner(view, node, row);
}
