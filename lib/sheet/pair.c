#include "sheet/pair.h"

#include <string.h>

#include "text/uni.h"

/* A text that can name a pair, in bytes, and the marks in one of several. */
enum { MAX_PAIR = 4096, MAX_MARKS = 8 };

static struct arena *
arena_of(const struct pairs *pairs)
{
	return pairs->refer->bind->doc->arena;
}

size_t
pair_mark(const char *at)
{
	size_t mark = uni_mark_of(at, "×", "–", "—", "↔", "→", " et ", " and ");

	return mark > 0 ? mark
			: *at != '\0' && strchr(" /+,xX-&|\\*", *at) != NULL;
}

/* One way to part a text. */
static void
add_way(const struct pairs *pairs, struct pair *pair, void *one, void *other)
{
	if (!pairs->cross(one, other)) {
		pair->uncrossed = true;
		return;
	}
	pair->two |= pair->one != NULL &&
	    (pair->one != one || pair->other != other) &&
	    (pair->one != other || pair->other != one);
	pair->one = one;
	pair->other = other;
}

struct pair
pair_find(const struct pairs *pairs, const char *text)
{
	const char *line = uni_line(arena_of(pairs), text), *at, *right;
	struct pair pair = { .one = NULL };
	size_t n, length = strlen(line);
	void *one, *other;

	for (at = line; *at != '\0' && length <= MAX_PAIR; at++) {
		if (at == line || pair_mark(at) == 0)
			continue;
		one = refer_look(pairs->refer,
		    arena_until(arena_of(pairs), line, at));
		for (right = at; one != NULL && (n = pair_mark(right)) > 0;) {
			right += n;
			other = refer_look(pairs->refer, right);
			if (other != NULL)
				add_way(pairs, &pair, one, other);
		}
	}
	if (pair.two)
		pair.one = pair.other = NULL;
	return pair;
}

/* Where two names most likely part: at a mark, else at the first blank. */
static const char *
likely_parting(const char *line)
{
	const char *at;

	for (at = line; *at != '\0'; at++)
		if (pair_mark(at) > 0 && strchr("xX -", *at) == NULL)
			return at;
	at = strstr(line, " x ");
	return at ? at + 1 : line + strcspn(line, " ");
}

/* Whether a text names an item; a fault if not. */
static bool
is_item(const struct pairs *pairs, const char *name, struct pos pos)
{
	if (refer_look(pairs->refer, name) != NULL)
		return true;
	refer_tell(pairs->refer,
	    &(struct bind_text){ uni_line(arena_of(pairs), name), pos });
	return false;
}

void
pair_tell(const struct pairs *pairs, const char *text, struct pos pos)
{
	struct bind *bind = pairs->refer->bind;
	struct arena *arena = arena_of(pairs);
	const char *line = uni_line(arena, text);
	const char *at = likely_parting(line), *right = at;
	struct pair pair = pair_find(pairs, line);
	bool left;

	if (pair.two || pair.uncrossed) {
		bind_fault(bind, pos,
		    pair.two ? pairs->two_pairs : pairs->uncrossed, line);
		return;
	}
	while (pair_mark(right) > 0)
		right += pair_mark(right);
	left = is_item(pairs, arena_until(arena, line, at), pos);
	if ((*right == '\0' || is_item(pairs, right, pos)) && left)
		bind_fault(bind, pos, pairs->no_pair, line);
}

struct pair
pair_front(const struct pairs *pairs, const char *text, const char **rest)
{
	static const char *const marks[] = { ":", " –", " —", " -" };
	struct arena *arena = arena_of(pairs);
	struct pair pair = { .one = NULL };
	const char *at;

	for (size_t i = 0;
	     i < sizeof(marks) / sizeof(*marks) && pair.one == NULL; i++) {
		at = strstr(text, marks[i]);
		if (at == NULL)
			continue;
		pair = pair_find(pairs,
		    md_plain(arena, arena_until(arena, text, at)));
		*rest = md_text(arena, at + strlen(marks[i]));
	}
	return pair;
}

/* Where the next pair may end, and how long the mark there is. */
static const char *
pair_end(const char *at, size_t *mark)
{
	const char *end = uni_first_among(at, mark, ";", ",", " et ", " and ");

	if (end != NULL)
		return end;
	*mark = 0;
	return at + strlen(at);
}

/*
 * Adds the pair at the start of a text; returns what follows it.  A mark that
 * parts pairs may also stand in one: "F1, O1".  A fault where no end makes a
 * pair.
 */
static const char *
add_first(const struct pairs *pairs, const char *text, struct pos pos,
    struct bind_list *list)
{
	const char *end = text, *name = "", *rest = text, *before;
	struct pair pair;
	size_t i, mark = 0;

	for (i = 0; i < MAX_MARKS && (i == 0 || mark > 0); i++) {
		end = pair_end(end + mark, &mark);
		before = arena_until(arena_of(pairs), text, end);
		pair = pair_find(pairs, before);
		if (pair.one != NULL) {
			bind_add(pairs->refer->bind, list, pair);
			return end + mark;
		}
		if (i == 0 ||
		    (i == 1 && refer_look(pairs->refer, name) != NULL)) {
			name = before;
			rest = end + mark;
		}
	}
	if (name[strspn(name, " ")] != '\0')
		pair_tell(pairs, name, pos);
	return rest;
}

struct bind_list
pair_each(const struct pairs *pairs, const char *text, struct pos pos)
{
	struct bind_list list = { .pos = pos };

	while (*text != '\0')
		text = add_first(pairs, text, pos, &list);
	return list;
}
