/*
 * sides: both sides in one table, as sheets on a wall have them.
 */
#include <string.h>

#include "base/arena.h"
#include "field.h"
#include "text/uni.h"

static bool
is_side(enum term side, const struct node *cell)
{
	return term_read(cell->key, TERM_GLOSSED, &side, 1, NULL) != T_NONE;
}

bool
sides_claim(const struct node *section)
{
	const struct node *cell = section->first;
	bool driving = false, restraining = false;

	if (cell == NULL || cell->table == 0 ||
	    term_find_computed(T_FORCE_FIELD, section->key) != T_NONE)
		return false;
	for (cell = cell->first; cell != NULL; cell = cell->next) {
		driving = driving || is_side(T_DRIVING, cell);
		restraining = restraining || is_side(T_RESTRAINING, cell);
	}
	return driving && restraining;
}

/* A cell again; a strength of pluses as their number. */
static struct node *
cell_again(struct arena *arena, const struct node *cell)
{
	struct node *again = node_again(arena, cell);
	size_t n = strspn(cell->text, "+");

	if (is_side(T_STRENGTH, cell) && n > 0 && n <= FORCE_HIGHEST &&
	    cell->text[n] == '\0')
		again->text = arena_format(arena, "%zu", n);
	return again;
}

/* A force of one side: its cell, and those up to the other side's. */
static void
add_force(struct method *method, struct bind_list *list,
    const struct node *from)
{
	struct arena *arena = method->arena;
	struct node *item = node_new(arena, NODE_MAP, from->pos);
	struct force *force;
	const struct node *cell;

	if (node_is_empty(from))
		return;
	item->key = "";
	item->text = from->text;
	item->table = 1;
	for (cell = from->next; cell != NULL && !is_side(T_DRIVING, cell) &&
	     !is_side(T_RESTRAINING, cell);
	     cell = cell->next)
		node_append(item, cell_again(arena, cell));
	force = bind_append(method->bind, list, sizeof(*force));
	*force = (struct force){ .strength = { .given = false } };
	bind_item(method->bind, force_rows, item, true, force);
	bind_fill_texts(force_rows, force);
	list->given = true;
	if (list->pos.file == NULL)
		list->pos = from->pos;
}

/* The change, where the title says it behind the subject. */
static void
read_title(struct method *method, struct field *field)
{
	const struct bind_text *title = &method->bind->title;
	const char *colon = strstr(title->text, ": "), *front;

	if (field->change.given || colon == NULL)
		return;
	front = uni_line(method->arena,
	    arena_copy(method->arena, title->text,
		(size_t)(colon - title->text)));
	if (term_find_subject(front) == T_FORCE_FIELD)
		field->change =
		    (struct bind_text){ colon + 2, title->pos, true };
}

static struct bind_list *
side_of(struct field *field, const struct node *node)
{
	if (is_side(T_DRIVING, node))
		return &field->driving;
	return is_side(T_RESTRAINING, node) ? &field->restraining : NULL;
}

/* A row of both sides, or a list of one side behind its key. */
static void
read_row(struct method *method, struct field *field, const struct node *row)
{
	struct bind_list *side = row->table == 0 ? side_of(field, row) : NULL;
	struct bind_row list = { .kind = BIND_LIST,
		.rows = force_rows,
		.size = sizeof(struct force) };
	const struct node *cell;

	if (side != NULL) {
		bind_value(method->bind, &list, row, side);
		return;
	}
	if (row->first == NULL && !node_is_empty(row))
		bind_fault(method->bind, row->pos, M_NOT_A_MAP);
	for (cell = row->first; cell != NULL; cell = cell->next) {
		side = side_of(field, cell);
		if (side != NULL)
			add_force(method, side, cell);
	}
}

void
sides_read(struct method *method, struct field *field)
{
	const struct node *row;
	size_t i;

	for (i = 0; i < field->sides.count; i++) {
		row = ((struct node *const *)field->sides.at)[i];
		if (row->first == NULL && *row->text != '\0')
			bind_fault(method->bind, row->pos, M_NOT_A_MAP);
		for (row = row->first; row != NULL; row = row->next)
			read_row(method, field, row);
	}
	if (field->sides.count > 0)
		read_title(method, field);
}
