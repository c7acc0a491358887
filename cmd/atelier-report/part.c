/*
 * part: chapters that belong together, under a title of their own.
 */
#include <string.h>

#include "base/arena.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/place.h"

static void
add_part(struct proceedings *all, const char *title, struct pos pos,
    const struct md_block *blocks)
{
	struct part *part = bind_append(all->bind, &all->parts, sizeof(*part));

	*part = (struct part){ .title = title, .pos = pos, .blocks = blocks };
}

bool
part_begin(struct proceedings *all, const char *title, struct pos pos,
    const struct md_block *blocks)
{
	size_t marked = document_number(all->arena, blocks, T_PART), number = 0;
	const char *name = place_part(all->arena, title, &number);

	if (marked == 0 && name == NULL)
		return false;
	if (name != NULL && *name != '\0' &&
	    (number == 0 || number == marked || number == all->parts.count + 1))
		title = name;
	add_part(all, title, pos, marked > 0 ? md_next(blocks) : blocks);
	return true;
}

size_t
part_named(struct proceedings *all, const char *name, struct pos pos)
{
	const struct part *part = all->parts.at;
	size_t length, number = place_number(name, &length), i;

	if (name[length] == '\0' && number > 0 && number <= all->parts.count)
		return number;
	for (i = 0; i < all->parts.count; i++)
		if (term_same(part[i].title, name))
			return i + 1;
	add_part(all, name, pos, NULL);
	return all->parts.count;
}

const char *
part_title(const struct proceedings *all, size_t number)
{
	const struct part *part = all->parts.at;
	const char *title = part[number - 1].title;
	size_t own;

	if (!all->numbered || place_part(all->arena, title, &own) != NULL)
		return title;
	return arena_format(all->arena, "%s %zu%s %s",
	    method_word(all->method, T_PART), number,
	    method_word(all->method, T_KEY_COLON), title);
}

void
parts_gather(struct proceedings *all)
{
	const struct chapter *chapter = all->chapters.at;
	struct bind_list gathered = { .count = 0 };
	const struct part *part = all->parts.at;
	size_t number, before, i;

	for (number = 0; number <= all->parts.count; number++) {
		before = gathered.count;
		for (i = 0; i < all->chapters.count; i++)
			if (chapter[i].part == number)
				bind_put(all->bind, &gathered, &chapter[i],
				    sizeof(*chapter));
		if (number > 0 && gathered.count == before)
			method_find(all->method, part[number - 1].pos,
			    M_PART_EMPTY,
			    arena_format(all->arena, "%zu", number),
			    md_plain(all->arena, part[number - 1].title));
	}
	all->chapters = gathered;
}
