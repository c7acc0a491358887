/*
 * bind_board: a table whose headers are keys of sections, as a SWOT of two by
 * two or a board of three columns: each column is that section.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/account.h"
#include "sheet/bind_inner.h"

enum { MAX_BOARD = 16 }; /* columns */

/* Whether a row's columns, two at least, are headed by lists of the tool, each
 * another one. */
static bool
is_board(struct bind *bind, const struct node *row)
{
	const struct bind_row *rows[MAX_BOARD], *found;
	const struct node *cell = row->first;
	size_t count = 0, i;

	for (; cell != NULL && row->table > 0; cell = cell->next) {
		found = *cell->key != '\0'
		    ? bind_find_row(bind, cell->key, TERM_PLAIN, false)
		    : NULL;
		if (found == NULL || found->kind != BIND_LIST ||
		    count == MAX_BOARD)
			return false;
		for (i = 0; i < count; i++)
			if (rows[i] == found)
				return false;
		rows[count++] = found;
	}
	return count > 1;
}

/* The items of a cell: its list, or its text, that <br> parts. */
static void
put_cell(struct bind *bind, struct node *section, const struct node *cell)
{
	struct arena *arena = bind->doc->arena;
	const struct node *child;
	const char *at = cell->text, *end;
	size_t n;

	for (; *at != '\0'; at = end + strcspn(end, ">") + (*end != '\0')) {
		end = strstr(at, "<br");
		if (end == NULL)
			end = at + strlen(at);
		n = (size_t)(end - at);
		if (n > 0 && *end != '\0' && end[-1] == '\\')
			n--; /* it was escaped, to be text */
		if (n > 0)
			node_append(section,
			    node_text(arena, arena_copy(arena, at, n),
				cell->pos));
	}
	for (child = cell->first; child != NULL; child = child->next)
		node_append(section, node_again(arena, child));
}

/* The sections of a table's columns, for a place in front of others. */
static struct node *
sections_of(struct bind *bind, const struct node *rows, int level)
{
	struct node *list = node_new(bind->doc->arena, NODE_LIST, rows->pos);
	const struct node *head, *row, *cell;
	struct node *section;
	size_t column = 0, i;

	for (head = rows->first; head != NULL; head = head->next, column++) {
		section = node_new(bind->doc->arena, NODE_LIST, head->key_pos);
		section->key = section->whole = head->key;
		section->key_pos = head->key_pos;
		section->level = level;
		for (row = rows; row != NULL && row->table == rows->table;
		     row = row->next) {
			cell = row->first;
			for (i = 0; cell != NULL && i < column; i++)
				cell = cell->next;
			if (cell != NULL)
				put_cell(bind, section, cell);
		}
		node_append(list, section);
	}
	return list->first;
}

/* The boards among some items become sections of the node that they stand in,
 * behind what it has. */
static void
unfold(struct bind *bind, struct node *items, struct node *into, int level)
{
	struct node *child = items->first, *next, *boards = NULL,
		    **end = &boards;
	struct md_block *block;

	items->first = items->last = NULL;
	items->count = 0;
	for (; child != NULL; child = next) {
		if (!is_board(bind, child)) {
			next = child->next;
			child->next = NULL;
			node_append(items, child);
			continue;
		}
		account_tell(bind->doc->account, child, ACCOUNT_READ,
		    bind_find_row(bind, child->first->key, TERM_PLAIN, false)
			->key);
		*end = sections_of(bind, child, level);
		while (*end != NULL)
			end = &(*end)->next;
		block = items->blocks;
		while (block != NULL && !md_holds(block, child->pos))
			block = (struct md_block *)md_next(block);
		if (block != NULL)
			md_take(block, true);
		for (next = child; next != NULL && next->table == child->table;)
			next = next->next;
	}
	for (; boards != NULL; boards = next) {
		next = boards->next;
		boards->next = NULL;
		node_append(into, boards);
	}
}

void
bind_unfold_boards(struct bind *bind, struct node *root)
{
	struct node *child, *next;

	for (child = root->first; child != NULL; child = next) {
		next = child->next;
		if (child->blocks == NULL)
			continue;
		if (*child->key == '\0')
			unfold(bind, child, root, 2);
		else if (bind_find_row(bind, child->key, TERM_PLAIN, false) ==
			NULL &&
		    term_find_subject(child->key) == T_NONE)
			unfold(bind, child, child, child->level + 1);
	}
}
