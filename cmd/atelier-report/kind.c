/*
 * kind: open points that say the same of several things, told in one line.
 *
 * The words of a point that are no name and no number say its kind: what stands
 * between quotation marks is a name, and so is what one word and a colon lead,
 * or what a colon parts from the words in front of it.
 */
#include <string.h>

#include "proceedings.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "text/words.h"

enum { FEW = 2 }; /* of a kind, which stand by themselves */

/* Points of one kind. */
struct kind {
	const struct decision *first, *last;
	size_t count;
	bool differ;               /* they are not all in the same words */
	struct bind_list chapters; /* int64_t, thousandths, each once */
};

struct kinds {
	struct gather all;   /* struct kind */
	struct gather alike; /* size_t: how many points are in these words */
};

static const char *
kind_of(struct arena *arena, const char *plain)
{
	struct buf out = BUF_INIT;
	const char *at, *next = plain;
	size_t quotes = 0;
	bool led = false; /* a word and a colon stand before it */
	int32_t c;

	for (at = plain; (c = uni_next(&next)) != 0; at = next) {
		quotes -= quotes > 0 && (c == 0xbb || c == 0x201d);
		if (!led && quotes == 0 && c == ':' && *next == ' ') {
			if (words_count(out.at) > 1)
				break;
			led = true;
			buf_cut(&out, 0);
		}
		if ((led || quotes == 0) && !(c >= '0' && c <= '9'))
			buf_add(&out, at, (size_t)(next - at));
		quotes += c == 0xab || c == 0x201c;
	}
	return buf_take(&out, arena);
}

/* Those in the same words are a kind of their own where they are many. */
static struct kind *
kind_for(struct kinds *kinds, const struct decision *point)
{
	struct arena *arena = kinds->all.bind->doc->arena;
	const char *plain = md_plain(arena, point->text.text);
	const size_t *alike = gather_find(&kinds->alike, plain);

	return gather_enter(&kinds->all,
	    alike != NULL && *alike > FEW ? plain : kind_of(arena, plain),
	    NULL);
}

/* Adds a point to its kind, and its chapter. */
static void
add(const struct proceedings *all, struct kind *kind,
    const struct decision *point)
{
	int64_t chapter = point->chapter.thousandths;

	if (kind->count++ == 0)
		*kind = (struct kind){ point, NULL, 1, false, { .count = 0 } };
	kind->differ = kind->differ ||
	    strcmp(kind->first->text.text, point->text.text) != 0;
	if (kind->last == NULL || kind->last->chapter.thousandths != chapter)
		bind_add(all->bind, &kind->chapters, chapter);
	kind->last = point;
}

/* A point that stands for all of its kind. */
static struct decision
gathered(const struct proceedings *all, const struct kind *kind)
{
	struct decision point = *kind->first;
	BUF_SCRATCH(chapters); /* "3, 5, 8" */

	BIND_EACH(const int64_t, chapter, &kind->chapters)
		buf_join(&chapters, ", ", method_number(all->method, *chapter));
	if (kind->differ)
		point.text.text = md_text(all->arena,
		    method_text(all->method, M_POINT_AND_MORE, point.text.text,
			proceedings_number(all, kind->count - 1)));
	point.chapter.typed = arena_string(all->arena, chapters.at);
	point.chapter.as_typed = true;
	return point;
}

struct bind_list
kinds_gather(const struct proceedings *all, const struct bind_list *points)
{
	struct kinds kinds = { gather_new(all->bind, sizeof(struct kind)),
		gather_new(all->bind, sizeof(size_t)) };
	struct bind_list list = { .count = 0 };
	const struct kind *kind;
	struct decision one;

	kinds.all.nameless = kinds.alike.nameless = true;
	BIND_EACH(const struct decision, point, points)
		++*(size_t *)gather_enter(&kinds.alike,
		    md_plain(all->arena, point->text.text), NULL);
	BIND_EACH(const struct decision, point, points)
		add(all, kind_for(&kinds, point), point);
	BIND_EACH(const struct decision, point, points) {
		kind = kind_for(&kinds, point);
		if (kind->count > FEW && kind->first != point)
			continue;
		one = kind->count > FEW ? gathered(all, kind) : *point;
		bind_add(all->bind, &list, one);
	}
	return list;
}
