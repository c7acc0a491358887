/*
 * pile: papers that lie with one option each, and are passed on.
 */
#pragma once

#include "count.h"

struct pile {
	struct lying {
		const char *order; /* behind the option that it lies with */
		uint64_t times, value;
		size_t option; /* COUNT_MOST: none, for good */
	} * at;
	size_t count;
	struct round now; /* its votes are those of the piles */
};

/* Lays each paper with its first option, at a value of so many units. */
struct pile pile_open(struct arena *arena, const struct paper *papers,
    size_t count, size_t options, uint64_t unit);

/*
 * Passes the papers of an option to the next of those that stand: each at its
 * value, or, where a surplus is passed on, at its share of that, cut off.  The
 * option keeps what is no surplus.  surplus: 0 for all.
 */
void pile_pass(struct pile *pile, size_t option, count_set standing,
    uint64_t surplus);

/* Those of some options that have the fewest votes at a round's end, or most. */
count_set round_extreme(const struct round *round, count_set among, bool most);

/* Ends the round that is now, with others before it. */
void pile_end_round(struct pile *pile, struct rounds *rounds);

/*
 * Of some options the one with the fewest votes, or the most; of equal ones the
 * one that had at the end of the last round before where they differ, then the
 * last in the order, or the first.  COUNT_MOST where nothing decides: the rounds
 * end there, open.
 */
size_t pile_pick(struct pile *pile, struct rounds *rounds, count_set among,
    bool most, const size_t *order);

/*
 * Has the option with the fewest votes go out, of those that stand, and passes its
 * papers on.  Several without a vote go at once where those left are enough for
 * the seats: no order among them changes anything.  False where nothing decides.
 */
bool pile_out(struct pile *pile, struct rounds *rounds, count_set standing,
    size_t seats, const size_t *order);
