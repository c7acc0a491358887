/*
 * room: a table with a column for each room, "Heure | Salle A | Salle B", as the
 * sessions that it holds, each in its place.
 */
#include <string.h>

#include "base/arena.h"
#include "plan.h"

/* The language in which a column's name is that of a room, by a word of it;
 * LANG_NONE where it is none. */
static enum lang
room_lang(struct arena *arena, const char *key)
{
	static const enum term place = T_PLACE;
	enum lang lang;
	size_t length;

	if (term_is(key, place))
		return LANG_NONE;
	for (; *key != '\0'; key += length + strspn(key + length, " ")) {
		length = strcspn(key, " ");
		if (term_find(arena_copy(arena, key, length), &place, 1,
			&lang) != T_NONE)
			return lang;
	}
	return LANG_NONE;
}

/* Whether a row is of a table that has rooms, and no titles beside them. */
static bool
has_rooms(struct arena *arena, const struct node *row)
{
	size_t rooms = 0;

	if (row->table == 0)
		return false;
	NODE_EACH(const struct node, cell, row) {
		if (term_is(cell->key, T_TITLE) || term_is(cell->key, T_STEP))
			return false;
		rooms += room_lang(arena, cell->key) != LANG_NONE;
	}
	return rooms > 1;
}

/* What a row says of one of its rooms: all rooms have it in the same columns. */
static struct node *
row_of_room(struct arena *arena, const struct node *row,
    const struct node *room)
{
	enum lang lang = room_lang(arena, room->key);
	struct node *part = node_again(arena, row), *title, *place;

	node_emptied(part);
	NODE_EACH(const struct node, cell, row)
		if (room_lang(arena, cell->key) == LANG_NONE)
			node_append(part, node_again(arena, cell));
	title = node_again(arena, room);
	title->key = term_name(T_TITLE, lang);
	node_append(part, title);
	place = node_text(arena, room->key, room->key_pos);
	place->key = term_name(T_PLACE, lang);
	place->key_pos = room->key_pos;
	node_append(part, place);
	return part;
}

/* Adds a row for each of its rooms that holds something, or one where none
 * does. */
static void
unfold_row(struct arena *arena, const struct node *row, struct node *section)
{
	const struct node *cell, *empty = NULL;
	size_t count = section->count;

	for (cell = row->first; cell != NULL; cell = cell->next) {
		if (room_lang(arena, cell->key) == LANG_NONE)
			continue;
		if (bind_is_none(cell->text))
			empty = cell;
		else
			node_append(section, row_of_room(arena, row, cell));
	}
	if (section->count == count && empty != NULL)
		node_append(section, row_of_room(arena, row, empty));
}

const struct node *
room_unfold(struct arena *arena, const struct node *section)
{
	struct node *unfolded;

	if (section->first == NULL || section->table > 0)
		return section;
	unfolded = node_again(arena, section);
	node_emptied(unfolded);
	NODE_EACH(const struct node, row, section)
		if (has_rooms(arena, row))
			unfold_row(arena, row, unfolded);
		else
			node_append(unfolded,
			    node_again(arena, room_unfold(arena, row)));
	return unfolded;
}
