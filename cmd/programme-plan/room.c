/*
 * room: a table with a column for each room, "Heure | Salle A | Salle B", as the
 * sessions that it holds, each in its place; and the place of a whole day.
 */
#include <string.h>

#include "plan.h"
#include "text/uni.h"

/* Whether two columns are of one series: "Amphi 1", "Amphi 2"; "Track A". */
static bool
are_series(struct arena *arena, const char *a, const char *b)
{
	size_t n = 0;

	a = uni_fold(arena, a);
	b = uni_fold(arena, b);
	while (a[n] != '\0' && a[n] == b[n])
		n++;
	while (n > 0 && a[n - 1] != ' ')
		n--;
	return n > 0 && strcmp(a + n, b + n) != 0 &&
	    (a[n + strspn(a + n, "0123456789")] == '\0' || a[n + 1] == '\0') &&
	    (b[n + strspn(b + n, "0123456789")] == '\0' || b[n + 1] == '\0');
}

/* Whether a column is called after a room, by a word of its name. */
static bool
names_room(struct arena *arena, const char *key)
{
	size_t length;

	for (key = uni_fold(arena, key); *key != '\0';
	     key += length + strspn(key + length, " ")) {
		length = strcspn(key, " ");
		const char *word = arena_copy(arena, key, length);
		if (term_is(word, T_PLACE) || term_lists(T_ROOMS, word))
			return true;
	}
	return false;
}

/* Whether a session tells of what a column is called after: "Day 1", "Speaker 2". */
static bool
is_told(struct arena *arena, const char *key)
{
	const char *word = arena_copy(arena, key, strcspn(key, " "));
	const struct bind_row *row = session_rows;

	while (row->kind != BIND_END && !term_is(word, row->key))
		row++;
	return row->kind != BIND_END || term_is(word, T_DAYS);
}

/* Whether a column is a room's: it is called so, or one of a series of which a
 * session tells nothing. */
static bool
is_room(struct arena *arena, const struct node *row, const struct node *cell)
{
	const struct node *other = row->first;

	if (term_is(cell->key, T_PLACE))
		return false;
	if (names_room(arena, cell->key))
		return true;
	while (other != NULL && !are_series(arena, cell->key, other->key))
		other = other->next;
	return other != NULL && !is_told(arena, cell->key);
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
		rooms += is_room(arena, row, cell);
	}
	return rooms > 1;
}

/* What a row says of one of its rooms: all rooms have it in the same columns. */
static struct node *
row_of_room(struct arena *arena, const struct node *row,
    const struct node *room)
{
	struct node *part = node_again(arena, row), *title, *place;

	node_emptied(part);
	NODE_EACH(const struct node, cell, row)
		if (!is_room(arena, row, cell))
			node_append(part, node_again(arena, cell));
	title = node_again(arena, room);
	title->key = term_name(T_TITLE, LANG_EN);
	node_append(part, title);
	place = node_text(arena, room->key, room->key_pos);
	place->key = term_name(T_PLACE, LANG_EN);
	node_append(part, place);
	return part;
}

/* Adds a row for each of its rooms that holds something, or one where none
 * does. */
static void
unfold_row(struct arena *arena, const struct node *row, struct node *section)
{
	const struct node *empty = NULL;
	size_t count = section->count;

	NODE_EACH(const struct node, cell, row) {
		if (!is_room(arena, row, cell))
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

static bool
is_place(const char *key)
{
	static const enum term place = T_PLACE;

	return term_read(key, TERM_OPENED, &place, 1, NULL) != T_NONE;
}

struct bind_text
room_take_place(struct arena *arena, struct node *day)
{
	struct node all = node_emptied(day), *child;
	struct bind_text place = { .text = "" };
	const struct node *lines, *pair;

	while ((child = node_take(&all)) != NULL) {
		pair = *child->key != '\0' ? child : bind_pair_of(arena, child);
		if (child->table == 0 && child->level == 0 &&
		    child->first == NULL && pair != NULL && is_place(pair->key))
			place = bind_text_at(pair->text, pair->pos);
		else
			node_append(day, child);
	}
	MD_EACH(struct md_block, block, day) {
		lines = md_use(block) == MD_BESIDE
		    ? md_block_lines(arena, block)
		    : NULL;
		pair = lines != NULL && lines->count == 1
		    ? bind_pair_of(arena, lines->first)
		    : NULL;
		if (pair == NULL || !is_place(pair->key))
			continue;
		place = bind_text_at(pair->text, pair->pos);
		md_take(block, true);
	}
	return place;
}
