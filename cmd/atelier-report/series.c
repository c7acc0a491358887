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
	struct pos pos;   /* of the last one */
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
	const char *at = number_in(title), *name;
	struct dict_entry *entry;
	struct series *series;

	if (at == NULL)
		return;
	name = arena_copy(all->arena, title, (size_t)(at - title));
	entry = dict_enter(all, uni_fold(all->arena, name));
	if (entry->value == NULL)
		entry->value = arena_alloc(all->arena, sizeof(*series));
	series = entry->value;
	series->name = series->name != NULL ? series->name : name;
	series->has[strtoul(at, NULL, 10)] = true;
	series->pos = pos;
}

/* A number that a series leaves out, in a part if it is not 0. */
static void
tell(struct proceedings *all, const struct series *series, size_t number,
    size_t part)
{
	const char *title =
	    arena_format(all->arena, "%s%zu", series->name, number);

	if (part == 0)
		method_find(all->method, series->pos, M_CHAPTER_SKIPPED, title);
	else
		method_find(all->method, series->pos, M_PART_SKIPPED, title,
		    part_title(all, part));
}

/* Tells the holes, where there are fewer than numbers: one is the first number,
 * where the lowest is two. */
static void
find_holes(struct proceedings *all, const struct dict *found, size_t part)
{
	const struct series *series;
	size_t i, n, first, last, count;

	for (i = 0; i < found->count; i++) {
		series = found->entries[i].value;
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
				tell(all, series, n, part);
	}
}

/* The titles that stand side by side in a document or a section. */
static void
find_in(struct proceedings *all, const struct node *node)
{
	const struct node *child;
	struct dict found;

	dict_init(&found, all->arena);
	for (EACH_SECTION(child, node)) {
		if (term_find_subject(child->key) != T_NONE)
			continue;
		add(&found, md_plain(all->arena, child->whole), child->pos);
		find_in(all, child);
	}
	find_holes(all, &found, 0);
}

void
series_check(struct proceedings *all)
{
	const struct chapter *chapter = all->chapters.at;
	struct dict titles;
	size_t i;

	dict_init(&titles, all->arena);
	for (i = 0; i < all->chapters.count; i++) {
		if (i > 0 && chapter[i].part != chapter[i - 1].part) {
			find_holes(all, &titles, chapter[i - 1].part);
			dict_init(&titles, all->arena);
		}
		add(&titles, md_plain(all->arena, chapter[i].title),
		    chapter[i].pos);
	}
	find_holes(all, &titles, i > 0 ? chapter[i - 1].part : 0);
	for (i = 0; i < all->chapters.count; i++)
		if (chapter[i].passes)
			find_in(all, chapter[i].root);
}
