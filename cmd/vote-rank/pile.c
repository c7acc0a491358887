/*
 * pile: papers that lie with one option each, and are passed on.
 */
#include "pile.h"

#include "base/arena.h"

/* Moves a paper to the next option that stands, from where it lies; what it is
 * worth goes to that one, or to nobody: its order ends, or two stand beside
 * each other. */
static void
move(struct pile *pile, struct lying *paper, count_set standing)
{
	uint64_t votes = paper->times * paper->value;
	count_set group, next = 0;

	while (next == 0 && (group = paper_next(&paper->order)) != 0)
		next = group & standing;
	paper->option =
	    count_size(next) == 1 ? count_first(next) : (size_t)COUNT_MOST;
	if (paper->option < COUNT_MOST)
		pile->now.votes[paper->option] += votes;
	else if (next == 0)
		pile->now.ended += votes;
	else
		pile->now.equal += votes;
}

struct pile
pile_open(struct arena *arena, const struct paper *papers, size_t count,
    size_t options, uint64_t unit)
{
	struct pile pile = { .count = count, .now.kind = ROUND_FIRST };

	pile.at = arena_array(arena, count, sizeof(*pile.at));
	for (size_t i = 0; i < count; i++) {
		pile.at[i] = (struct lying){ papers[i].order, papers[i].times,
			unit, COUNT_MOST };
		move(&pile, &pile.at[i], count_all(options));
	}
	return pile;
}

void
pile_pass(struct pile *pile, size_t option, count_set standing,
    uint64_t surplus)
{
	uint64_t total = pile->now.votes[option], passed = 0;
	struct lying *paper = pile->at;

	for (; paper < pile->at + pile->count; paper++) {
		if (paper->option != option)
			continue;
		if (surplus > 0)
			paper->value =
			    (uint64_t)((unsigned __int128)paper->value *
				surplus / total);
		passed += paper->times * paper->value;
		move(pile, paper, standing);
	}
	pile->now.kind = surplus > 0 ? ROUND_SURPLUS : ROUND_OUT;
	pile->now.option = option;
	pile->now.out = surplus > 0 ? 0 : count_one(option);
	pile->now.votes[option] = surplus > 0 ? total - surplus : 0;
	pile->now.residue += (surplus > 0 ? surplus : total) - passed;
}

void
pile_end_round(struct pile *pile, struct rounds *rounds)
{
	rounds->at[rounds->count++] = pile->now;
	pile->now.tie = TIE_NO;
	pile->now.tied = 0;
}

count_set
round_extreme(const struct round *round, count_set among, bool most)
{
	count_set found = 0, at = among;
	uint64_t best = 0, votes;

	for (; at != 0; at &= at - 1) {
		votes = round->votes[count_first(at)];
		if (found == 0 || (most ? votes > best : votes < best))
			found = 0;
		if (found == 0)
			best = votes;
		if (votes == best)
			found |= at & -at;
	}
	return found;
}

/* The first or the last of some options in an order. */
static size_t
by_order(count_set among, bool first, const size_t *order)
{
	size_t found = count_first(among), option;

	for (; among != 0; among &= among - 1) {
		option = count_first(among);
		if (first ? order[option] < order[found]
			  : order[option] > order[found])
			found = option;
	}
	return found;
}

size_t
pile_pick(struct pile *pile, struct rounds *rounds, count_set among, bool most,
    const size_t *order)
{
	size_t i = rounds->count - 1;
	count_set left = round_extreme(&rounds->at[i], among, most);

	if (count_size(left) == 1)
		return count_first(left);
	pile->now.tied = left;
	while (i-- > 0 && count_size(left) > 1)
		left = round_extreme(&rounds->at[i], left, most);
	pile->now.tie = count_size(left) == 1 ? TIE_BEFORE : TIE_BY_ORDER;
	if (count_size(left) == 1)
		return count_first(left);
	if (order != NULL)
		return by_order(left, most, order);
	rounds->open = left;
	return COUNT_MOST;
}

/* Those that stand and have no vote. */
static count_set
without_votes(const struct pile *pile, count_set standing)
{
	count_set found = 0;

	for (; standing != 0; standing &= standing - 1)
		if (pile->now.votes[count_first(standing)] == 0)
			found |= standing & -standing;
	return found;
}

bool
pile_out(struct pile *pile, struct rounds *rounds, count_set standing,
    size_t seats, const size_t *order)
{
	count_set out = without_votes(pile, standing);
	size_t option;

	if (count_size(out) > 1 && count_size(standing & ~out) >= seats) {
		pile_pass(pile, count_first(out), standing & ~out, 0);
		pile->now.out = out;
	} else {
		option = pile_pick(pile, rounds, standing, false, order);
		if (option == COUNT_MOST)
			return false;
		pile_pass(pile, option, standing & ~count_one(option), 0);
	}
	rounds->out |= pile->now.out;
	return true;
}
