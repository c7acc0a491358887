/*
 * bind_head: what opens a document: the head of a report, and tables that say
 * who met when.
 */
#include <string.h>

#include "sheet/bind_inner.h"

/* Takes the pairs of a table of one row whose headers are keys of every tool, one
 * of them a date's; with a title beside the document's own it is an item. */
static void
take_row_pairs(struct bind_found *found, const struct node *row)
{
	size_t known = 0;
	bool dated = false;
	enum term term;

	NODE_EACH(const struct node, cell, row) {
		term =
		    *cell->key != '\0' ? bind_find_common(cell->key) : T_NONE;
		if (term == T_TITLE && found->bind->title.given)
			return;
		known += term != T_NONE;
		dated = dated || term == T_DATE;
	}
	NODE_EACH(const struct node, cell, row) {
		term = dated && known > 1 && *cell->key != '\0'
		    ? bind_find_common(cell->key)
		    : T_NONE;
		if (term != T_NONE && !bind_is_none(cell->text))
			bind_take_pair(found, term, cell);
	}
}

void
bind_take_table_pairs(struct bind_found *found, const struct node *rows)
{
	struct arena *arena = found->bind->doc->arena;
	struct node *pairs = node_new(arena, NODE_LIST, rows->pos), *pair;
	const struct node *row, *cell;
	enum term term = T_NONE;
	bool several;

	if (rows->next == NULL || rows->next->table != rows->table)
		take_row_pairs(found, rows);
	for (row = rows; row != NULL && row->table == rows->table;
	     row = row->next) {
		cell = row->first;
		if (row->table == 0 || row->count != 2)
			return;
		/* a row without a key goes on with the one above */
		if (*cell->text != '\0')
			term = bind_find_common(md_plain(arena, cell->text));
		if (term == T_NONE || bind_is_none(cell->next->text))
			continue;
		pair = node_again(arena, cell->next);
		pair->key = term_name(term, LANG_EN);
		node_append(pairs, pair);
	}
	several = pairs->count > 1;
	while (several && (pair = node_take(pairs)) != NULL)
		bind_take_pair(found, bind_find_common(pair->key), pair);
}

void
bind_take_head(struct bind_found *found, struct node *root)
{
	struct bind *bind = found->bind;
	struct node *title = root->first, *section;

	if (root->blocks == NULL)
		return;
	if (title == NULL || title->level > 0 ||
	    strcmp(title->key, "title") != 0 || !bind->title.given ||
	    strcmp(bind_text(bind, title), bind->title.text) == 0) {
		bind_append_node(bind, &bind->head, root);
		return;
	}
	section = node_again(bind->doc->arena, root);
	section->level = 1;
	section->whole = bind_text(bind, title);
	section->first = NULL;
	bind_pass_section(found, section, false);
}
