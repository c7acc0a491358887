/*
 * part: chapters that belong together, under a title of their own.
 */
#include "proceedings.h"
#include "text/place.h"

/* The part of a name, from 1; 0 for none. */
static size_t
find_part(const struct proceedings *all, const char *title)
{
	const struct part *part = all->parts.at;
	size_t number = all->parts.count;

	while (number > 0 && !term_same(part[number - 1].title, title))
		number--;
	return number;
}

static size_t
add_part(struct proceedings *all, const char *title, struct pos pos)
{
	bind_add(all->bind, &all->parts,
	    (struct part){ .title = title, .pos = pos });
	return all->parts.count;
}

bool
part_begin(struct proceedings *all, const char *title, struct pos pos,
    const struct md_block *blocks)
{
	enum term place;
	size_t marked = document_number(all->arena, blocks, &place), number = 0;
	const char *name = place_part(all->arena, title, &number);
	size_t named = marked == 0 && name != NULL ? find_part(all, name) : 0;
	struct part *part = all->parts.at;

	if (place == T_CHAPTER)
		return false;
	if (*title == '\0' || (marked == 0 && name == NULL))
		return false;
	if (name != NULL && *name != '\0' &&
	    (number == 0 || number == marked || number == named ||
		number == all->parts.count + 1))
		title = name;
	if (named > 0 && part[named - 1].blocks != NULL)
		named = 0; /* it has begun, with other words */
	all->part = named > 0 ? named : add_part(all, title, pos);
	part = (struct part *)all->parts.at + (all->part - 1);
	part->blocks = marked > 0 ? md_next(blocks) : blocks;
	return true;
}

size_t
part_named(struct proceedings *all, const char *name, struct pos pos)
{
	size_t length, number = place_number(name, &length);

	if (number > 0 && name[length] == '\0')
		return all->part =
			   number <= all->parts.count ? number : all->part;
	all->part = find_part(all, name);
	if (all->part == 0)
		all->part = add_part(all, name, pos);
	return all->part;
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

/* Whether a paragraph, or more, stands under the title of a part. */
static bool
says_something(const struct md_block *block)
{
	while (block != NULL && md_use(block) == MD_BREAK)
		block = md_next(block);
	return block != NULL;
}

void
parts_gather(struct proceedings *all)
{
	size_t number = 0, chapters;

	METHOD_SORT_BY(all->method, &all->chapters, struct chapter, part);
	BIND_EACH(const struct part, part, &all->parts) {
		number++;
		chapters = 0;
		BIND_EACH(const struct chapter, chapter, &all->chapters)
			chapters += chapter->part == number;
		if (chapters == 0 && !says_something(part->blocks))
			method_find(all->method, part->pos, M_PART_EMPTY,
			    proceedings_number(all, number),
			    md_plain(all->arena, part->title));
	}
}
