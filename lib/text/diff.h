/*
 * diff: what changed from one sequence to another.
 *
 * Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1,
 * 1986, section 4b: the middle snake, in linear space.  Where two sequences
 * have so little in common that finding it would cost more than DIFF_COST
 * steps, the search stops at the point that lies furthest: the answer is then
 * right and perhaps not the shortest, and the time stays linear in the length.
 */
#pragma once

#include <stddef.h>

struct arena;

enum { DIFF_COST = 256 };

enum diff_kind { DIFF_SAME, DIFF_OUT, DIFF_IN };

/* count things from at on: of the new sequence for DIFF_IN, else of the old. */
struct diff_run {
	enum diff_kind kind;
	size_t at, count;
};

struct diff {
	struct diff_run *runs;
	size_t count;
};

/*
 * The runs that turn old into new, in order; no two of a kind are adjacent,
 * and what goes out stands before what comes in.  Equal numbers are equal
 * things.
 */
struct diff diff_find(struct arena *arena, const int *old, size_t old_count,
    const int *new, size_t new_count);
