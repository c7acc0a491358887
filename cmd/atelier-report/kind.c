/*
 * kind: open points that say the same of several things, told in one line.
 *
 * The words of a point that are no name and no number say its kind: what stands
 * between quotation marks is a name, and so is what one word and a colon lead,
 * or what a colon parts from the words in front of it.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "source/md.h"
#include "text/uni.h"
#include "text/words.h"

enum { FEW = 2 }; /* of a kind, which stand by themselves */

/* Points of one kind. */
struct kind {
	size_t first; /* its place among all */
	size_t count;
	bool same; /* all of them in the same words */
	const char *text, *chapters;
	int64_t last; /* chapter, in thousandths */
};

/* A text without digits and, unless names, without what stands between quotation
 * marks. */
static const char *
without(struct arena *arena, const char *plain, bool names)
{
	struct buf out = BUF_INIT;
	const char *at, *next = plain;
	size_t depth = 0;
	int32_t c;

	for (at = plain; (c = uni_next(&next)) != 0; at = next) {
		depth -= depth > 0 && (c == 0xbb || c == 0x201d);
		if ((names || depth == 0) && !(c >= '0' && c <= '9'))
			buf_add(&out, at, (size_t)(next - at));
		depth += c == 0xab || c == 0x201c;
	}
	return buf_take(&out, arena);
}

/* The first colon that stands in no name, or NULL. */
static const char *
find_colon(const char *plain)
{
	const char *at, *next = plain;
	size_t depth = 0;
	int32_t c;

	for (at = plain; (c = uni_next(&next)) != 0; at = next) {
		depth -= depth > 0 && (c == 0xbb || c == 0x201d);
		if (depth == 0 && c == ':' && *next == ' ')
			return at;
		depth += c == 0xab || c == 0x201c;
	}
	return NULL;
}

static const char *
kind_of(struct arena *arena, const char *plain)
{
	const char *colon = find_colon(plain), *front;

	if (colon == NULL)
		return without(arena, plain, false);
	front = without(arena,
	    arena_copy(arena, plain, (size_t)(colon - plain)), false);
	return words_count(front) > 1 ? front : without(arena, colon, true);
}

/* "3, 5, 8" */
static void
add_chapter(const struct proceedings *all, struct kind *kind,
    const struct decision *point)
{
	const char *number =
	    method_number(all->method, point->chapter.thousandths);

	if (kind->count > 0 && kind->last == point->chapter.thousandths)
		return;
	kind->last = point->chapter.thousandths;
	kind->chapters = kind->count == 0
	    ? number
	    : arena_format(all->arena, "%s, %s", kind->chapters, number);
}

static struct kind *
kind_for(struct dict *kinds, const char *plain)
{
	struct dict_entry *entry =
	    dict_enter(kinds, kind_of(kinds->arena, plain));

	if (entry->value == NULL)
		entry->value = arena_alloc(kinds->arena, sizeof(struct kind));
	return entry->value;
}

/* A point that stands for all of its kind. */
static struct decision
gathered(const struct proceedings *all, const struct kind *kind,
    struct decision point)
{
	if (!kind->same)
		point.text.text = md_text(all->arena,
		    method_text(all->method, M_POINT_AND_MORE, point.text.text,
			method_integer(all->method, (int64_t)kind->count - 1)));
	point.chapter.typed = kind->chapters;
	point.chapter.as_typed = true;
	return point;
}

struct bind_list
kinds_gather(const struct proceedings *all, const struct bind_list *points)
{
	const struct decision *point = points->at;
	struct bind_list list = { .count = 0 };
	struct decision one;
	struct dict kinds;
	struct kind *kind;
	size_t i;

	dict_init(&kinds, all->arena);
	for (i = 0; i < points->count; i++) {
		kind =
		    kind_for(&kinds, md_plain(all->arena, point[i].text.text));
		if (kind->count == 0)
			*kind = (struct kind){ .first = i,
				.same = true,
				.text = point[i].text.text };
		kind->same =
		    kind->same && strcmp(kind->text, point[i].text.text) == 0;
		add_chapter(all, kind, &point[i]);
		kind->count++;
	}
	for (i = 0; i < points->count; i++) {
		kind =
		    kind_for(&kinds, md_plain(all->arena, point[i].text.text));
		if (kind->count > FEW && kind->first < i)
			continue;
		one = kind->count > FEW ? gathered(all, kind, point[i])
					: point[i];
		bind_put(all->bind, &list, &one, sizeof(one));
	}
	return list;
}
