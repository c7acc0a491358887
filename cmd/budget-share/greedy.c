/*
 * greedy: the projects with most votes, or points, that fit.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "fund.h"

/* A project in the order in which greedy tries them. */
struct turn {
	const struct fund *fund;
	const struct rules *rules;
	size_t project;
};

static uint64_t
score_of(const struct turn *turn)
{
	const struct bid *bid = &turn->fund->bids[turn->project];

	return turn->rules->rule == RULE_POINTS ? bid->points : bid->votes;
}

/* By falling score, then by the tie-breaks; 0: they are equal. */
static int
compare_scores(const struct turn *one, const struct turn *other)
{
	uint64_t a = score_of(one), b = score_of(other);

	if (a != b)
		return a > b ? -1 : 1;
	return fund_break(one->fund, one->rules, one->project, other->project,
	    NULL);
}

static int
compare_turns(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;
	const size_t *order = one->rules->order;
	int compared = compare_scores(one, other);

	if (compared != 0)
		return compared;
	return order[one->project] < order[other->project] ? -1 : 1;
}

/* Why a project does not fit, or FATE_KEPT. */
static enum fate
fit(const struct fund *fund, const struct outcome *outcome, size_t project,
    int64_t *left)
{
	*left = fund_cap_left(fund, outcome, project);
	if (fund->bids[project].cost > *left)
		return FATE_CAP;
	*left = fund->budget - outcome->spent;
	return fund->bids[project].cost > *left ? FATE_LEFT : FATE_KEPT;
}

/* Takes a project, or tells why not.  before: the one and 1 that was taken last, or
 * ended it all, of those with its score; left: what there was when the first of
 * them was tried. */
static void
try(const struct turn *turn, struct outcome *outcome, int64_t left,
    bool *stopped, size_t *before)
{
	const struct fund *fund = turn->fund;
	struct lot *lot = &outcome->lots[turn->project];

	if (lot->fate == FATE_KEPT || !fund_admits(fund, turn->project, lot))
		return;
	lot->fate = *stopped ? FATE_STOPPED
			     : fit(fund, outcome, turn->project, &lot->amount);
	lot->behind =
	    fund->bids[turn->project].cost <= left ? *before : lot->behind;
	if (lot->fate == FATE_KEPT)
		fund_keep(fund, outcome, turn->project);
	if (lot->fate == FATE_KEPT || (turn->rules->stops && !*stopped))
		*before = 1 + turn->project;
	*stopped = *stopped || (turn->rules->stops && lot->fate != FATE_KEPT);
}

void
greedy_add(const struct fund *fund, const struct rules *rules,
    struct outcome *outcome)
{
	struct turn *turns =
	    arena_array(fund->arena, fund->count + 1, sizeof(*turns));
	size_t before = 0, i;
	int64_t left = 0;
	bool stopped = false;

	for (i = 0; i < fund->count; i++)
		turns[i] = (struct turn){ fund, rules, i };
	qsort(turns, fund->count, sizeof(*turns), compare_turns);
	for (i = 0; i < fund->count; i++) {
		if (i == 0 || score_of(&turns[i]) != score_of(&turns[i - 1])) {
			before = 0;
			left = fund->budget - outcome->spent;
		} else if (compare_scores(&turns[i - 1], &turns[i]) == 0) {
			outcome->lots[turns[i - 1].project].tied = true;
			outcome->lots[turns[i].project].tied = true;
		}
		try(&turns[i], outcome, left, &stopped, &before);
	}
}
