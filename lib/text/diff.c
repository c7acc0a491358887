#include "text/diff.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* One box: old[left..right) against new[top..bottom). */
struct box {
	ptrdiff_t left, top, right, bottom;
};

struct search {
	const int *old, *new;
	bool *out, *in; /* what of old and of new is no part of both */
	ptrdiff_t *forward, *backward; /* the furthest x of each diagonal */
};

/* Takes equal ends off a box; false if nothing is left to compare. */
static bool
trim(const struct search *search, struct box *box)
{
	while (box->left < box->right && box->top < box->bottom &&
	    search->old[box->left] == search->new[box->top]) {
		box->left++;
		box->top++;
	}
	while (box->left < box->right && box->top < box->bottom &&
	    search->old[box->right - 1] == search->new[box->bottom - 1]) {
		box->right--;
		box->bottom--;
	}
	return box->left < box->right && box->top < box->bottom;
}

/* Marks the rest of a box of which one side is empty. */
static void
mark(const struct search *search, const struct box *box)
{
	ptrdiff_t i;

	for (i = box->left; i < box->right; i++)
		search->out[i] = true;
	for (i = box->top; i < box->bottom; i++)
		search->in[i] = true;
}

/*
 * A step of one of the two searches of the middle snake.  Diagonals are
 * counted from that of the box's own corner; edges are kept two apart.
 */
struct side {
	ptrdiff_t *furthest; /* by diagonal */
	ptrdiff_t low, high; /* those reached */
};

static void
widen(struct side *side, ptrdiff_t least, ptrdiff_t most, ptrdiff_t outside)
{
	if (side->low > least)
		side->furthest[--side->low - 1] = outside;
	else
		side->low++;
	if (side->high < most)
		side->furthest[++side->high + 1] = outside;
	else
		side->high--;
}

/* Walks on from the top left; true where it meets the other search. */
static bool
step_forward(const struct search *search, const struct box *box,
    struct side *side, const struct side *other, bool odd, ptrdiff_t at[2])
{
	ptrdiff_t d, x, y;

	for (d = side->high; d >= side->low; d -= 2) {
		x = side->furthest[d - 1] >= side->furthest[d + 1]
		    ? side->furthest[d - 1] + 1
		    : side->furthest[d + 1];
		for (y = x - d; x < box->right && y < box->bottom &&
		     search->old[x] == search->new[y];
		     y++)
			x++;
		side->furthest[d] = x;
		if (odd && d >= other->low && d <= other->high &&
		    other->furthest[d] <= x) {
			at[0] = x;
			at[1] = y;
			return true;
		}
	}
	return false;
}

/* The same from the bottom right. */
static bool
step_backward(const struct search *search, const struct box *box,
    struct side *side, const struct side *other, bool odd, ptrdiff_t at[2])
{
	ptrdiff_t d, x, y;

	for (d = side->high; d >= side->low; d -= 2) {
		x = side->furthest[d - 1] < side->furthest[d + 1]
		    ? side->furthest[d - 1]
		    : side->furthest[d + 1] - 1;
		for (y = x - d; x > box->left && y > box->top &&
		     search->old[x - 1] == search->new[y - 1];
		     y--)
			x--;
		side->furthest[d] = x;
		if (!odd && d >= other->low && d <= other->high &&
		    x <= other->furthest[d]) {
			at[0] = x;
			at[1] = y;
			return true;
		}
	}
	return false;
}

/* The point that the forward search has come furthest to. */
static void
furthest_point(const struct box *box, const struct side *side, ptrdiff_t at[2])
{
	ptrdiff_t d, x, y, best = -1;

	at[0] = box->left;
	at[1] = box->top;
	for (d = side->high; d >= side->low; d -= 2) {
		x = side->furthest[d];
		x = x > box->right ? box->right : x;
		y = x - d;
		if (y > box->bottom) {
			y = box->bottom;
			x = y + d;
		}
		if (x < box->left || y < box->top || x + y <= best)
			continue;
		best = x + y;
		at[0] = x;
		at[1] = y;
	}
}

/* A point of a shortest path through a box, about its middle. */
static void
find_middle(const struct search *search, const struct box *box, ptrdiff_t at[2])
{
	ptrdiff_t least = box->left - box->bottom;
	ptrdiff_t most = box->right - box->top;
	ptrdiff_t start = box->left - box->top, end = box->right - box->bottom;
	struct side forward = { search->forward, start, start };
	struct side backward = { search->backward, end, end };
	bool odd = (start - end) % 2 != 0;

	forward.furthest[start] = box->left;
	backward.furthest[end] = box->right;
	for (int cost = 1;; cost++) {
		widen(&forward, least, most, -1);
		if (step_forward(search, box, &forward, &backward, odd, at))
			return;
		widen(&backward, least, most, PTRDIFF_MAX);
		if (step_backward(search, box, &backward, &forward, odd, at))
			return;
		if (cost < DIFF_COST)
			continue;
		furthest_point(box, &forward, at);
		return;
	}
}

/* The larger half is walked in the loop, so the depth stays logarithmic. */
static void
compare(const struct search *search, struct box box)
{
	struct box first, second;
	ptrdiff_t at[2];

	while (trim(search, &box)) {
		find_middle(search, &box, at);
		first = (struct box){ box.left, box.top, at[0], at[1] };
		second = (struct box){ at[0], at[1], box.right, box.bottom };
		if (at[0] - box.left + at[1] - box.top >
		    box.right - at[0] + box.bottom - at[1]) {
			compare(search, second);
			box = first;
		} else {
			compare(search, first);
			box = second;
		}
	}
	mark(search, &box);
}

static void
add_run(struct arena *arena, struct diff *diff, enum diff_kind kind, size_t at,
    size_t count)
{
	if (count == 0)
		return;
	ARENA_ADD(arena, diff->runs, diff->count) =
	    (struct diff_run){ kind, at, count };
}

static struct diff
gather(struct arena *arena, const struct search *search, size_t old_count,
    size_t new_count)
{
	struct diff diff = { NULL, 0 };
	size_t i = 0, j = 0, from;

	while (i < old_count || j < new_count) {
		for (from = i; i < old_count && search->out[i]; i++)
			continue;
		add_run(arena, &diff, DIFF_OUT, from, i - from);
		for (from = j; j < new_count && search->in[j]; j++)
			continue;
		add_run(arena, &diff, DIFF_IN, from, j - from);
		for (from = i; i < old_count && !search->out[i] &&
		     j < new_count && !search->in[j];
		     i++)
			j++;
		add_run(arena, &diff, DIFF_SAME, from, i - from);
	}
	return diff;
}

struct diff
diff_find(struct arena *arena, const int *old, size_t old_count, const int *new,
    size_t new_count)
{
	size_t diagonals = old_count + new_count + 5;
	struct search search = { old, new,
		arena_array(arena, old_count, sizeof(bool)),
		arena_array(arena, new_count, sizeof(bool)),
		arena_array(arena, diagonals, sizeof(ptrdiff_t)),
		arena_array(arena, diagonals, sizeof(ptrdiff_t)) };
	struct box all = { 0, 0, (ptrdiff_t)old_count, (ptrdiff_t)new_count };

	/* the lowest diagonal is -new_count, with two to spare */
	search.forward += new_count + 2;
	search.backward += new_count + 2;
	compare(&search, all);
	return gather(arena, &search, old_count, new_count);
}
