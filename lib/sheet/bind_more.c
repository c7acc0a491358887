/*
 * bind_more: what stands with an item and no row knows.
 */
#include "base/arena.h"
#include "sheet/bind_inner.h"

bool
bind_in_markdown(const struct bind *bind, struct pos pos)
{
	const struct doc_part *part = bind->doc->parts;
	size_t i;

	for (i = 0; i < bind->doc->part_count; i++)
		if (part[i].root->pos.file == pos.file && part[i].markdown &&
		    !part[i].front)
			return true;
	return false;
}

/* The text of an item that carries the rest: the main one, its label, or
 * whatever it has first; NULL where it has none. */
static struct bind_text *
find_carrier(const struct bind_row *rows, void *into)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);

	if (row == NULL || row->kind != BIND_TEXT)
		row = bind_flagged(rows, BIND_LABEL);
	if (row == NULL || row->kind != BIND_TEXT)
		for (row = rows; row->kind != BIND_END; row++)
			if (row->kind == BIND_TEXT)
				break;
	return row->kind == BIND_TEXT
	    ? (struct bind_text *)((char *)into + row->at)
	    : NULL;
}

bool
bind_carry(struct bind *bind, const struct bind_row *rows,
    const struct node *node, void *into)
{
	struct bind_text *carrier = find_carrier(rows, into);
	struct bind_more *more;

	if (carrier == NULL)
		return false;
	if (carrier->more == NULL)
		carrier->more = arena_alloc(bind->doc->arena, sizeof(*more));
	more = (struct bind_more *)carrier->more;
	if (*node->key != '\0')
		*(const struct node **)bind_append(bind, &bind->cells,
		    sizeof(const struct node *)) = node;
	*(const struct node **)bind_append(bind,
	    *node->key != '\0' ? &more->columns : &more->below,
	    sizeof(const struct node *)) = node;
	return true;
}
