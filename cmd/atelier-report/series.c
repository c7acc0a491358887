/*
 * series: titles that are numbered, of which one is missing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "proceedings.h"
#include "text/uni.h"

enum { HIGHEST = 99 };

/* Titles alike but for their number: "Atelier 1 : ...", "Atelier 3". */
struct series {
	const char *name; /* what stands before the number */
	size_t count, lowest, highest;
	struct pos pos; /* of the last one */
	bool has[HIGHEST + 1];
};

/* Whether nothing that is counted or dated stands behind a number. */
static bool
is_last(const char *behind)
{
	int32_t c;

	do
		c = uni_next(&behind);
	while (uni_is_blank(c));
	if (c == 0)
		return true;
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
add(struct dict *all, const char *title, struct pos pos)
{
	struct arena *arena = all->arena;
	const char *at = number_in(title), *name;
	struct dict_entry *entry;
	struct series *series;
	size_t number;

	if (at == NULL)
		return;
	name = arena_copy(arena, title, (size_t)(at - title));
	entry = dict_enter(all, uni_fold(arena, name));
	if (entry->value == NULL) {
		series = entry->value = arena_alloc(arena, sizeof(*series));
		*series = (struct series){ .name = name, .lowest = HIGHEST };
	}
	series = entry->value;
	number = (size_t)strtoul(at, NULL, 10);
	series->count += !series->has[number];
	series->has[number] = true;
	series->pos = pos;
	if (number < series->lowest)
		series->lowest = number;
	if (number > series->highest)
		series->highest = number;
}

/* Tells the holes, where there are fewer than numbers. */
static void
find_holes(struct proceedings *all, const struct dict *found)
{
	const struct series *series;
	size_t i, n, first;

	for (i = 0; i < found->count; i++) {
		series = found->entries[i].value;
		first = series->lowest == 2 ? 1 : series->lowest;
		if (series->highest + 1 - first >= 2 * series->count)
			continue;
		for (n = first; n <= series->highest; n++)
			if (!series->has[n])
				method_find(all->method, series->pos,
				    M_CHAPTER_SKIPPED,
				    arena_format(all->arena, "%s%zu",
					series->name, n));
	}
}

/* The titles that stand side by side in a document or a section. */
static void
find_in(struct proceedings *all, const struct node *node)
{
	const struct node *child;
	struct dict found;

	dict_init(&found, all->arena);
	for (child = node->first; child != NULL; child = child->next) {
		if (child->level == 0 ||
		    term_find_subject(child->key) != T_NONE)
			continue;
		add(&found, md_plain(all->arena, child->whole), child->pos);
		find_in(all, child);
	}
	find_holes(all, &found);
}

void
series_check(struct proceedings *all)
{
	const struct chapter *chapter = all->chapters.at;
	struct dict titles;
	size_t i;

	dict_init(&titles, all->arena);
	for (i = 0; i < all->chapters.count; i++)
		add(&titles, md_plain(all->arena, chapter[i].title),
		    chapter[i].pos);
	find_holes(all, &titles);
	for (i = 0; i < all->chapters.count; i++)
		if (chapter[i].passes)
			find_in(all, chapter[i].root);
}
