/*
 * runoff: the alternative vote, and how rounds rank.
 */
#include "pile.h"

/* Elects whoever has more than half of the votes that count, or is alone. */
static void
elect(struct pile *pile, count_set standing)
{
	uint64_t counting = 0, *votes = pile->now.votes;
	count_set at;

	for (at = standing; at != 0; at &= at - 1)
		counting += votes[count_first(at)];
	for (at = standing; at != 0; at &= at - 1)
		if (count_size(standing) == 1 ||
		    votes[count_first(at)] > counting / 2)
			pile->now.elected |= at & -at;
}

void
runoff_count(struct arena *arena, const struct paper *papers, size_t count,
    size_t options, const size_t *order, struct rounds *rounds)
{
	struct pile pile = pile_open(arena, papers, count, options, 1);
	count_set standing = count_all(options);

	*rounds = (struct rounds){ .options = options, .seats = 1, .unit = 1 };
	elect(&pile, standing);
	pile_end_round(&pile, rounds);
	while (pile.now.elected == 0 && standing != 0 &&
	    pile_out(&pile, rounds, standing, 1, order)) {
		standing &= ~rounds->out;
		elect(&pile, standing);
		pile_end_round(&pile, rounds);
	}
}

/* Puts the next rank on those of some options that have most votes in a round,
 * until all have one. */
static void
rank_by_votes(const struct round *round, count_set among, size_t *place,
    size_t rank[COUNT_MOST])
{
	count_set at, first;

	for (; among != 0; among &= ~first) {
		first = round_extreme(round, among, true);
		for (at = first; at != 0; at &= at - 1)
			rank[count_first(at)] = *place;
		*place += count_size(first);
	}
}

void
rounds_ranks(const struct rounds *rounds, size_t rank[COUNT_MOST])
{
	const struct round *round = rounds->at, *last;
	count_set elected = 0, left = count_all(rounds->options) & ~rounds->out;
	size_t place = 1, i;

	last = round + rounds->count - 1;
	for (; round <= last; round++) {
		rank_by_votes(round, round->elected & ~elected, &place, rank);
		elected |= round->elected;
	}
	left &= ~elected;
	if (rounds->open == 0)
		rank_by_votes(last, left, &place, rank);
	for (i = 0; i < rounds->options && rounds->open != 0; i++)
		if (count_has(left, i))
			rank[i] = place;
	place = rounds->options + 1;
	for (round = rounds->at; round <= last; round++) {
		place -= count_size(round->out);
		for (left = round->out; left != 0; left &= left - 1)
			rank[count_first(left)] = place;
	}
}
