/*
 * equal: the Method of Equal Shares, exactly.
 *
 * Each voter has the same money.  A project is bought where those who chose it
 * can pay for it; each pays alike, rho for each of their points, or all that
 * is left to them.  The project is bought first whose rho is the least part of
 * its cost: the one of most effective votes, which are the cost over rho.
 */
#include <stdlib.h>

#include "purse.h"

/* The cost that rho is measured by: what costs nothing goes first. */
static uint64_t
measure(const struct purse *purse, size_t project)
{
	int64_t cost = purse->fund->bids[project].cost;

	return cost > 0 ? (uint64_t)cost : 1;
}

/* -1, 0 or 1, as a project has more effective votes than another. */
static int
compare(struct purse *purse, size_t one, size_t other)
{
	const struct offer *a = &purse->offers[one], *b = &purse->offers[other];

	mpz_mul_ui(purse->one, a->rest, b->weight);
	mpz_mul_ui(purse->one, purse->one, measure(purse, other));
	mpz_mul_ui(purse->two, b->rest, a->weight);
	mpz_mul_ui(purse->two, purse->two, measure(purse, one));
	return mpz_cmp(purse->one, purse->two);
}

/* Whether a bound of rho is below another, each as a part of its cost. */
static bool
is_below(const struct purse *purse, size_t one, int64_t bound, size_t other,
    int64_t of_other)
{
	return (wide)bound * measure(purse, other) <
	    (wide)of_other * measure(purse, one);
}

/*
 * The queue: open projects, and closed ones that are dropped when they come to
 * its front.  Rho only rises while money goes, so that what was found of it
 * before is a bound below, and only what stands in front is found anew.
 */

/* Whether a project stands before another: it may have more effective votes. */
static bool
is_before(const struct purse *purse, size_t one, size_t other)
{
	const struct offer *a = &purse->offers[one], *b = &purse->offers[other];

	return one < other ? !is_below(purse, other, b->low, one, a->low)
			   : is_below(purse, one, a->low, other, b->low);
}

/* Moves what stands at a place of the queue behind all that is before it. */
static void
sink(struct purse *purse, size_t at)
{
	size_t *queue = purse->queue, moved = queue[at], next;

	while ((next = 2 * at + 1) < purse->queued) {
		if (next + 1 < purse->queued &&
		    is_before(purse, queue[next + 1], queue[next]))
			next++;
		if (is_before(purse, moved, queue[next]))
			break;
		queue[at] = queue[next];
		at = next;
	}
	queue[at] = moved;
}

static void
enqueue(struct purse *purse, size_t project)
{
	size_t *queue = purse->queue, at = purse->queued++, above;

	for (; at > 0; at = above) {
		above = (at - 1) / 2;
		if (is_before(purse, queue[above], project))
			break;
		queue[at] = queue[above];
	}
	queue[at] = project;
}

static size_t
dequeue(struct purse *purse)
{
	size_t front = purse->queue[0];

	purse->queue[0] = purse->queue[--purse->queued];
	if (purse->queued > 0)
		sink(purse, 0);
	return front;
}

/* The project in front, its bound found in this round; or how many projects
 * there are, if none is open, or none may go before a first one that is priced,
 * where there is one. */
static size_t
front(struct purse *purse, size_t first)
{
	size_t count = purse->fund->count, project;
	struct offer *offers = purse->offers;

	while (purse->queued > 0) {
		project = purse->queue[0];
		if (!offers[project].open) {
			dequeue(purse);
			continue;
		}
		if (first < count &&
		    is_below(purse, first, offers[first].high, project,
			offers[project].low))
			break;
		if (offers[project].round == purse->round)
			return project;
		purse_weigh(purse, project);
		sink(purse, 0);
	}
	return count;
}

/* Closes a project that costs more than its category has left. */
static void
close_dear(struct purse *purse, size_t project, int64_t left,
    struct outcome *outcome)
{
	struct lot *lot = &outcome->lots[project];

	if (!purse->offers[project].open ||
	    purse->fund->bids[project].cost <= left)
		return;
	purse->offers[project].open = false;
	lot->fate = FATE_CAP;
	lot->amount = left;
}

/* Gives each voter so many cents, and opens all projects that may be bought. */
static void
fill(struct purse *purse, uint64_t part, uint64_t whole,
    struct outcome *outcome)
{
	const struct fund *fund = purse->fund;
	int64_t money;

	mpz_set_ui(purse->each, part);
	mpz_set_ui(purse->unit, whole);
	mpz_cdiv_q(purse->one, purse->each, purse->unit);
	purse->shift = MONEY_BITS - (int)mpz_sizeinbase(purse->one, 2);
	money = purse_approximate(purse, purse->each);
	for (size_t i = 0; i < fund->group_count; i++)
		purse->money[i] = money;
	purse->queued = 0;
	for (size_t i = 0; i < fund->count; i++) {
		purse->offers[i].open = fund_admits(fund, i, &outcome->lots[i]);
		purse->offers[i].bought = false;
		purse->offers[i].round = 0;
		purse->offers[i].low = purse->offers[i].open
		    ? (int64_t)(((wide)fund->bids[i].cost << purse->shift) /
			  (wide)fund->bids[i].points)
		    : 0;
		close_dear(purse, i, fund->caps[fund->bids[i].category],
		    outcome);
		if (purse->offers[i].open)
			enqueue(purse, i);
	}
	purse->round = 0;
}

/* Of two projects, both priced, the one that is bought first; where they are as
 * good, that is noted, and those that are equal in all are marked. */
static size_t
first_of(struct purse *purse, struct outcome *outcome, size_t one, size_t other)
{
	const struct rules *rules = purse->rules;
	int order = compare(purse, one, other);

	if (order != 0)
		return order < 0 ? one : other;
	order = fund_break(purse->fund, rules, one, other, NULL);
	if (order == 0) {
		outcome->lots[one].tied = outcome->lots[other].tied = true;
		order = rules->order[one] < rules->order[other] ? -1 : 1;
	}
	outcome->lots[order < 0 ? other : one].behind =
	    1 + (order < 0 ? one : other);
	return order < 0 ? one : other;
}

static int
compare_places(const void *a, const void *b)
{
	size_t one = *(const size_t *)a, other = *(const size_t *)b;

	return (one > other) - (one < other);
}

/* The project to be bought now, priced; or how many there are, if none is. */
static size_t
choose(struct purse *purse, struct outcome *outcome)
{
	size_t count = purse->fund->count, rivals = 0, first, best, rival, i;
	struct offer *offers = purse->offers;

	purse->round++;
	while ((first = front(purse, count)) < count) {
		dequeue(purse);
		purse_price(purse, first);
		if (offers[first].open)
			break;
	}
	best = first;
	while (first < count && front(purse, first) < count)
		purse->rivals[rivals++] = dequeue(purse);
	if (rivals > 0)
		qsort(purse->rivals, rivals, sizeof(rival), compare_places);
	for (i = 0; i < rivals; i++) {
		rival = purse->rivals[i];
		purse_price(purse, rival);
		if (!offers[rival].open)
			continue;
		best = first_of(purse, outcome, best, rival);
		enqueue(purse, best == rival ? first : rival);
		first = best;
	}
	return best;
}

/* Makes rho of a project one over unit, which grows as that needs. */
static void
settle_rho(struct purse *purse, struct offer *offer)
{
	uint64_t factor =
	    offer->weight / mpz_gcd_ui(NULL, offer->rest, offer->weight);

	mpz_mul_ui(offer->rho, offer->rest, factor);
	mpz_divexact_ui(offer->rho, offer->rho, offer->weight);
	if (factor == 1)
		return;
	mpz_mul_ui(purse->unit, purse->unit, factor);
	mpz_mul_ui(purse->each, purse->each, factor);
	for (size_t i = 0; i < purse->fund->count; i++)
		if (purse->offers[i].bought)
			mpz_mul_ui(purse->offers[i].rho, purse->offers[i].rho,
			    factor);
}

/* Whether a voter has no more than so many times rho. */
static bool
is_poor(struct purse *purse, const struct backer *backer,
    const struct offer *offer, int64_t rho)
{
	wide money = purse->money[backer->group];

	if (money + purse->slack < (wide)rho * backer->points)
		return true;
	if (money - purse->slack > (wide)(rho + 1) * backer->points)
		return false;
	purse_money(purse, &purse->fund->groups[backer->group], purse->one);
	mpz_submul_ui(purse->one, offer->rho, backer->points);
	return mpz_sgn(purse->one) <= 0;
}

/* A number of so many parts of one, rounded to the nearest, as far as it can
 * be held. */
static int64_t
quotient(struct purse *purse, const mpz_t number, uint64_t times,
    const mpz_t whole)
{
	if (mpz_sgn(whole) == 0)
		return 0;
	mpz_mul_ui(purse->one, number, 2 * times);
	mpz_add(purse->one, purse->one, whole);
	mpz_mul_2exp(purse->two, whole, 1);
	mpz_fdiv_q(purse->one, purse->one, purse->two);
	return mpz_fits_slong_p(purse->one) ? mpz_get_si(purse->one)
					    : INT64_MAX;
}

static void
buy(struct purse *purse, size_t project, struct outcome *outcome)
{
	const struct bid *bid = &purse->fund->bids[project];
	struct offer *offer = &purse->offers[project];
	struct lot *lot = &outcome->lots[project];
	const struct backer *backer = bid->backers,
			    *end = bid->backers + bid->backer_count;
	int64_t rho, left;

	settle_rho(purse, offer);
	rho = purse_approximate(purse, offer->rho);
	for (; backer < end; backer++) {
		if (purse->money[backer->group] == SPENT)
			continue;
		if (is_poor(purse, backer, offer, rho))
			purse->money[backer->group] = SPENT;
		else
			purse->money[backer->group] -= rho * backer->points;
	}
	offer->bought = true;
	offer->open = false;
	fund_keep(purse->fund, outcome, project);
	left = fund_cap_left(purse->fund, outcome, project);
	for (size_t i = 0; left != NO_CAP && i < purse->fund->count; i++)
		if (purse->fund->bids[i].category == bid->category)
			close_dear(purse, i, left, outcome);
	lot->pays = quotient(purse, offer->rho, 1, purse->unit);
	lot->effective =
	    quotient(purse, purse->unit, 100 * (uint64_t)bid->cost, offer->rho);
}

bool
purse_spend(struct purse *purse, uint64_t part, uint64_t whole,
    struct outcome *outcome)
{
	const struct fund *fund = purse->fund;
	size_t project, i;

	fill(purse, part, whole, outcome);
	while ((project = choose(purse, outcome)) < fund->count) {
		buy(purse, project, outcome);
		if (outcome->spent > fund->budget)
			return false;
	}
	for (i = 0; i < fund->count; i++)
		if (outcome->lots[i].fate == FATE_SUPPORT)
			outcome->lots[i].amount = purse_left(purse, i);
	outcome->endowment = quotient(purse, purse->each, 1, purse->unit);
	return true;
}
