/*
 * series: titles that are numbered, of which one is missing.
 */
#include <stdlib.h>
#include <string.h>

#include "proceedings.h"
#include "sheet/gather.h"
#include "text/uni.h"

enum { HIGHEST = 99 };

/* Titles alike but for their number: "Atelier 1 : ...", "Atelier 3". */
struct series {
	const char *name; /* what stands before the number */
	struct pos pos;   /* of the last one */
	bool has[HIGHEST + 1];
};

/* Whether nothing that is counted or dated stands behind a number. */
static bool
is_last(const char *behind)
{
	int32_t c;

	behind = uni_skip_blanks(behind);
	c = uni_next(&behind);
	return !uni_is_word(c) && c != '/' && c != '%' && c != 0x20ac &&
	    !(*behind >= '0' && *behind <= '9');
}

/* Where the number of a title is, behind a word, or NULL. */
static const char *
number_in(const char *title)
{
	const char *at = title;
	size_t n;

	for (; *at != '\0'; at += n) {
		at += strcspn(at, "0123456789");
		n = strspn(at, "0123456789");
		if (n > 0 && n <= 2 && at > title && at[-1] == ' ' &&
		    is_last(at + n))
			return at;
	}
	return NULL;
}

static void
add(struct gather *all, const char *title, struct pos pos)
{
	struct arena *arena = all->bind->doc->arena;
	const char *plain = md_plain(arena, title), *at = number_in(plain);
	struct series *series;

	if (at == NULL)
		return;
	plain = arena_copy(arena, plain, (size_t)(at - plain));
	series = gather_enter(all, md_words(arena, plain), NULL);
	series->name = series->name != NULL ? series->name : plain;
	series->has[strtoul(at, NULL, 10)] = true;
	series->pos = pos;
}

/* A number that a series leaves out, in a place if it has a name. */
static void
tell(struct proceedings *all, const struct series *series, size_t number,
    const char *place)
{
	const char *title =
	    arena_format(all->arena, "%s%zu", series->name, number);

	if (*place == '\0')
		method_find(all->method, series->pos, M_CHAPTER_SKIPPED, title);
	else
		method_find(all->method, series->pos, M_PART_SKIPPED, title,
		    md_plain(all->arena, place));
}

/* Tells the holes, where there are fewer than numbers: one is the first number,
 * where the lowest is two. */
static void
find_holes(struct proceedings *all, const struct gather *found,
    const char *place)
{
	size_t n, first, last, count;

	BIND_EACH(const struct series, series, &found->list) {
		first = HIGHEST;
		for (n = count = last = 0; n <= HIGHEST; n++) {
			if (!series->has[n])
				continue;
			first = count++ == 0 ? n : first;
			last = n;
		}
		first -= first == 2;
		for (n = first; n <= last && last + 1 - first < 2 * count; n++)
			if (!series->has[n])
				tell(all, series, n, place);
	}
}

/* The titles that stand side by side in a section, or in a chapter of a
 * title. */
static void
find_in(struct proceedings *all, const struct node *node, const char *title)
{
	struct gather found = gather_new(all->bind, sizeof(struct series));
	const struct node *child;

	for (EACH_SECTION(child, node)) {
		if (term_find_subject(child->key) != T_NONE)
			continue;
		add(&found, child->whole, child->pos);
		find_in(all, child, child->whole);
	}
	find_holes(all, &found, title);
}

void
series_check(struct proceedings *all)
{
	struct gather found = gather_new(all->bind, sizeof(struct series));
	size_t part = 0;
	const char *place = "";

	BIND_EACH(const struct chapter, chapter, &all->chapters) {
		if (chapter->part != part) {
			find_holes(all, &found, place);
			found = gather_new(all->bind, sizeof(struct series));
			part = chapter->part;
			place = part_title(all, part);
		}
		add(&found, chapter->title, chapter->pos);
	}
	find_holes(all, &found, place);
	BIND_EACH(const struct chapter, chapter, &all->chapters)
		if (chapter->passes)
			find_in(all, chapter->root, chapter->title);
}
