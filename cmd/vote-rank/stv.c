/*
 * stv: the single transferable vote by the rules of Scotland's councils.
 */
#include "pile.h"

enum { UNIT = 100000 };

static count_set
continuing(const struct pile *pile, const struct rounds *rounds)
{
	return count_all(rounds->options) & ~rounds->out & ~pile->now.elected;
}

/* Elects who reaches the quota (rule 47); and all who are left where they are no
 * more than the seats that are (rule 52). */
static void
elect(struct pile *pile, const struct rounds *rounds)
{
	count_set at = continuing(pile, rounds);

	for (; at != 0; at &= at - 1)
		if (pile->now.votes[count_first(at)] >= rounds->quota)
			pile->now.elected |= at & -at;
	at = continuing(pile, rounds);
	if (count_size(at) + count_size(pile->now.elected) <= rounds->seats)
		pile->now.elected |= at;
}

/* Those elected who have more than the quota. */
static count_set
with_surplus(const struct pile *pile, const struct rounds *rounds)
{
	count_set found = 0, at = pile->now.elected;

	for (; at != 0; at &= at - 1)
		if (pile->now.votes[count_first(at)] > rounds->quota)
			found |= at & -at;
	return found;
}

/* The largest surplus is passed on (rules 48 and 49), or, where there is none,
 * the option with the fewest votes goes out (rules 50 and 51); false where
 * nothing decides which. */
static bool
pass_on(struct pile *pile, struct rounds *rounds, const size_t *order)
{
	count_set surplus = with_surplus(pile, rounds);
	size_t option;

	if (surplus == 0)
		return pile_out(pile, rounds, continuing(pile, rounds),
		    rounds->seats - count_size(pile->now.elected), order);
	option = pile_pick(pile, rounds, surplus, true, order);
	if (option < COUNT_MOST)
		pile_pass(pile, option, continuing(pile, rounds),
		    pile->now.votes[option] - rounds->quota);
	return option < COUNT_MOST;
}

void
stv_count(struct arena *arena, const struct paper *papers, size_t count,
    size_t options, size_t seats, const size_t *order, struct rounds *rounds)
{
	struct pile pile = pile_open(arena, papers, count, options, UNIT);
	uint64_t valid = 0;

	for (size_t i = 0; i < options; i++)
		valid += pile.now.votes[i];
	*rounds = (struct rounds){ .options = options,
		.seats = seats,
		.unit = UNIT,
		.quota = (valid / UNIT / (seats + 1) + 1) * UNIT };
	elect(&pile, rounds);
	pile_end_round(&pile, rounds);
	while (count_size(pile.now.elected) < seats &&
	    continuing(&pile, rounds) != 0 && pass_on(&pile, rounds, order)) {
		elect(&pile, rounds);
		pile_end_round(&pile, rounds);
	}
}
