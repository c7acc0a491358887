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
	return fund_break(one->fund, one->rules, one->project, other->project);
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

void
greedy_add(const struct fund *fund, const struct rules *rules,
    struct outcome *outcome)
{
	struct turn *turns =
	    arena_array(fund->arena, fund->count + 1, sizeof(*turns));
	bool stopped = false;
	struct lot *lot;
	size_t i;

	for (i = 0; i < fund->count; i++)
		turns[i] = (struct turn){ fund, rules, i };
	qsort(turns, fund->count, sizeof(*turns), compare_turns);
	for (i = 0; i < fund->count; i++) {
		lot = &outcome->lots[turns[i].project];
		if (i > 0 && compare_scores(&turns[i - 1], &turns[i]) == 0)
			lot->tied = outcome->lots[turns[i - 1].project].tied =
			    true;
		if (lot->fate == FATE_KEPT ||
		    !fund_admits(fund, turns[i].project, lot))
			continue;
		lot->fate = stopped
		    ? FATE_STOPPED
		    : fit(fund, outcome, turns[i].project, &lot->amount);
		if (lot->fate == FATE_KEPT)
			fund_keep(fund, outcome, turns[i].project);
		else
			stopped = rules->stops;
	}
}
