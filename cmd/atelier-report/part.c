/*
 * part: chapters that belong together, under a title of their own.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/dress.h"
#include "text/uni.h"

/* The number at the start of a text, "2" or "II", and its length; 0 where there
 * is none. */
static size_t
number_at(const char *text, size_t *length)
{
	static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI",
		"VII", "VIII", "IX", "X", "XI", "XII", NULL };
	size_t i;

	*length = strspn(text, "0123456789");
	if (*length > 0)
		return *length < 5 ? (size_t)strtoul(text, NULL, 10) : 0;
	*length = strspn(text, "IVX");
	for (i = 0; roman[i] != NULL; i++)
		if (strlen(roman[i]) == *length &&
		    strncmp(roman[i], text, *length) == 0)
			return i + 1;
	return 0;
}

/*
 * What stands behind "Partie 2 :", "Part II -" or "Partie :"; NULL where a title
 * does not begin so.  *number is 0 where there is none.
 */
static const char *
behind_mark(struct arena *arena, const char *plain, size_t *number)
{
	static const char *const colons[] = { ":", "-", "–", "—", NULL };
	static const enum term part[] = { T_PART };
	size_t n = strcspn(plain, " :"), length, i;
	const char *at;

	at = uni_skip_blanks(plain + n);
	if (!IS_ONE_OF(arena_copy(arena, plain, n), part))
		return NULL;
	*number = number_at(at, &length);
	at = uni_skip_blanks(at + (*number > 0 ? length : 0));
	for (i = 0; colons[i] != NULL; i++)
		if (strncmp(at, colons[i], strlen(colons[i])) == 0)
			return uni_skip_blanks(at + strlen(colons[i]));
	return *number > 0 && *at == '\0' ? at : NULL;
}

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
	size_t marked = place_number(all->arena, blocks, T_PART), number = 0;
	const char *name = behind_mark(all->arena, title, &number);

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
	size_t length, number = number_at(name, &length), i;

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

	if (!all->numbered || behind_mark(all->arena, title, &own) != NULL)
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
