/*
 * fund: what rules make of votes.
 */
#include "fund.h"

#include <string.h>

#include "base/arena.h"

void
fund_count(struct fund *fund)
{
	struct backer **next =
	    arena_array(fund->arena, fund->count + 1, sizeof(*next));
	const struct choice *choice;
	const struct group *group;
	struct bid *bid;

	fund->voters = 0;
	for (size_t i = 0; i < fund->count; i++) {
		bid = &fund->bids[i];
		bid->backer_count = 0;
		bid->votes = bid->points = 0;
	}
	for (size_t i = 0; i < fund->group_count; i++) {
		group = &fund->groups[i];
		fund->voters += group->times;
		for (size_t j = 0; j < group->count; j++) {
			choice = &group->choices[j];
			bid = &fund->bids[choice->project];
			bid->backer_count++;
			bid->votes += group->times;
			bid->points += group->times * choice->points;
		}
	}
	for (size_t i = 0; i < fund->count; i++) {
		next[i] = arena_array(fund->arena,
		    fund->bids[i].backer_count + 1, sizeof(struct backer));
		fund->bids[i].backers = next[i];
	}
	for (size_t i = 0; i < fund->group_count; i++)
		for (size_t j = 0; j < fund->groups[i].count; j++) {
			choice = &fund->groups[i].choices[j];
			*next[choice->project]++ =
			    (struct backer){ (uint32_t)i, choice->points };
		}
}

bool
fund_admits(const struct fund *fund, size_t project, struct lot *lot)
{
	const struct bid *bid = &fund->bids[project];

	lot->amount = 0;
	if (bid->votes == 0) {
		lot->fate = FATE_NOBODY;
	} else if (bid->barred) {
		lot->fate = FATE_BARRED;
	} else if (bid->cost > fund->budget) {
		lot->fate = FATE_LEFT;
		lot->amount = fund->budget;
	} else {
		lot->fate = FATE_SUPPORT;
	}
	return lot->fate == FATE_SUPPORT;
}

int
fund_break(const struct fund *fund, const struct rules *rules, size_t one,
    size_t other, enum tie_key *by)
{
	const struct bid *a = &fund->bids[one], *b = &fund->bids[other];
	int order = 0;

	for (size_t i = 0; i < rules->key_count && order == 0; i++) {
		if (by != NULL)
			*by = rules->keys[i];
		if (rules->keys[i] == TIE_COST && a->cost != b->cost)
			order = a->cost < b->cost ? -1 : 1;
		if (rules->keys[i] == TIE_VOTES && a->votes != b->votes)
			order = a->votes > b->votes ? -1 : 1;
	}
	return order;
}

int64_t
fund_cap_left(const struct fund *fund, const struct outcome *outcome,
    size_t project)
{
	size_t category = fund->bids[project].category, i;
	int64_t left = fund->caps[category];

	for (i = 0; left != NO_CAP && i < outcome->count; i++)
		if (fund->bids[outcome->kept[i]].category == category)
			left -= fund->bids[outcome->kept[i]].cost;
	return left;
}

void
fund_keep(const struct fund *fund, struct outcome *outcome, size_t project)
{
	outcome->lots[project].fate = FATE_KEPT;
	outcome->kept[outcome->count++] = project;
	outcome->spent += fund->bids[project].cost;
}

static void
empty(const struct fund *fund, struct outcome *outcome)
{
	struct lot *lots = outcome->lots;
	size_t *kept = outcome->kept;

	if (lots == NULL)
		lots = arena_array(fund->arena, fund->count + 1, sizeof(*lots));
	if (kept == NULL)
		kept = arena_array(fund->arena, fund->count + 1, sizeof(*kept));
	memset(lots, 0, fund->count * sizeof(*lots));
	*outcome = (struct outcome){ .lots = lots, .kept = kept };
}

/* Whether nothing more could be retained: more would fit in nowhere. */
static bool
is_exhausted(const struct fund *fund, const struct outcome *outcome)
{
	const struct bid *bid;
	struct lot lot;

	for (size_t i = 0; i < fund->count; i++) {
		bid = &fund->bids[i];
		if (outcome->lots[i].fate != FATE_KEPT &&
		    fund_admits(fund, i, &lot) &&
		    bid->cost <= fund->budget - outcome->spent &&
		    bid->cost <= fund_cap_left(fund, outcome, i))
			return false;
	}
	return true;
}

/* Whether all that may be retained is, however much there is to spend. */
static bool
is_whole(const struct fund *fund, const struct outcome *outcome)
{
	for (size_t i = 0; i < fund->count; i++)
		if (outcome->lots[i].fate == FATE_SUPPORT)
			return false;
	return true;
}

/*
 * Gives each voter a step more, from a whole number of them, until the outcome
 * passes the budget; the last that did not is retained.  Outcomes do not grow
 * with what voters have, so that each step is taken.
 */
static void
add_one(const struct fund *fund, const struct rules *rules, struct purse *purse,
    struct outcome *outcome)
{
	uint64_t step = (uint64_t)rules->step;
	uint64_t each = (uint64_t)fund->budget / fund->voters / step * step;
	struct outcome next = { .lots = NULL }, last;

	while (!is_whole(fund, outcome) &&
	    !(rules->exhaustive && is_exhausted(fund, outcome))) {
		empty(fund, &next);
		each += step;
		if (!purse_spend(purse, each, 1, &next))
			return;
		next.added = true;
		last = *outcome; /* whose memory is the next one's */
		*outcome = next;
		next = last;
	}
}

/* Takes all that may be retained, if there is enough for it. */
static bool
take_all(const struct fund *fund, struct outcome *outcome)
{
	for (size_t i = 0; i < fund->count; i++)
		if (fund_admits(fund, i, &outcome->lots[i])) {
			if (fund->bids[i].cost >
				fund->budget - outcome->spent ||
			    fund->bids[i].cost >
				fund_cap_left(fund, outcome, i))
				return false;
			fund_keep(fund, outcome, i);
		}
	outcome->all = outcome->count > 0;
	return outcome->all;
}

static void
share(const struct fund *fund, const struct rules *rules,
    struct outcome *outcome)
{
	struct purse *purse;

	if (take_all(fund, outcome))
		return;
	empty(fund, outcome);
	purse = purse_open(fund, rules);
	purse_spend(purse, (uint64_t)fund->budget, fund->voters, outcome);
	if (rules->completion == ADD_ONE || rules->completion == ADD_ONE_VOTES)
		add_one(fund, rules, purse, outcome);
	purse_close(purse);
	if (rules->completion == BY_VOTES || rules->completion == ADD_ONE_VOTES)
		greedy_add(fund, rules, outcome);
}

/* What the rules retain, in the order that they give equal ones. */
static struct outcome
run(const struct fund *fund, const struct rules *rules)
{
	struct outcome outcome = { .lots = NULL };

	empty(fund, &outcome);
	if (rules->rule == RULE_EQUAL)
		share(fund, rules, &outcome);
	else
		greedy_add(fund, rules, &outcome);
	return outcome;
}

/* Takes what the rules do not retain where one project goes first of its
 * equals, or last, for tied. */
static void
try_order(const struct fund *fund, struct rules rules, size_t first_or_last,
    bool first, struct outcome *outcome)
{
	size_t *order =
	    arena_array(fund->arena, fund->count + 1, sizeof(*order));
	struct outcome other;
	bool kept;

	for (size_t i = 0; i < fund->count; i++)
		order[i] = 1 + rules.order[i];
	order[first_or_last] = first ? 0 : fund->count + 1;
	rules.order = order;
	other = run(fund, &rules);
	for (size_t i = 0; i < fund->count; i++) {
		kept = other.lots[i].fate == FATE_KEPT;
		if (outcome->lots[i].fate != FATE_TIED &&
		    kept != (outcome->lots[i].fate == FATE_KEPT)) {
			outcome->lots[i].fate = FATE_TIED;
			outcome->open = true;
		}
	}
}

/* Takes from what is retained what is tied. */
static void
take_out(const struct fund *fund, struct outcome *outcome)
{
	size_t i, left = 0;

	outcome->spent = 0;
	for (i = 0; i < outcome->count; i++)
		if (outcome->lots[outcome->kept[i]].fate == FATE_KEPT) {
			outcome->kept[left++] = outcome->kept[i];
			outcome->spent += fund->bids[outcome->kept[i]].cost;
		}
	outcome->count = left;
}

struct outcome
fund_decide(const struct fund *fund, const struct rules *rules)
{
	enum { MOST_TIED = 24 };
	struct outcome outcome = run(fund, rules);
	size_t *tied = arena_array(fund->arena, fund->count + 1, sizeof(*tied));
	size_t count = 0, i;

	for (i = 0; i < fund->count && !rules->decided; i++)
		if (outcome.lots[i].tied)
			tied[count++] = i;
	for (i = 0; i < count && i < MOST_TIED; i++) {
		try_order(fund, *rules, tied[i], true, &outcome);
		try_order(fund, *rules, tied[i], false, &outcome);
	}
	if (outcome.open)
		take_out(fund, &outcome);
	return outcome;
}
