/*
 * equal: the Method of Equal Shares, exactly.
 *
 * Each voter has the same money.  A project is bought where those who chose it
 * can pay for it; each pays alike, rho for each of their points, or all that
 * is left to them.  The project is bought first whose rho is the least part of
 * its cost: the one of most effective votes, which are the cost over rho.
 */
#include "purse.h"

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
	for (size_t i = 0; i < fund->count; i++) {
		purse->offers[i].open = fund_admits(fund, i, &outcome->lots[i]);
		purse->offers[i].bought = false;
		purse->offers[i].round = 0;
		purse->offers[i].low = purse->offers[i].open
		    ? (int64_t)(((wide)fund->bids[i].cost << purse->shift) /
			  (wide)fund->bids[i].points)
		    : 0;
	}
	purse->round = 0;
}

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

/* The open project that may have most effective votes; those that are passed
 * over on the way, as their category has not enough left, are closed. */
static size_t
least(struct purse *purse, const struct outcome *outcome)
{
	size_t count = purse->fund->count, best = count, i;
	struct offer *offer;
	int64_t left;

	for (i = 0; i < count; i++) {
		offer = &purse->offers[i];
		if (!offer->open)
			continue;
		left = fund_cap_left(purse->fund, outcome, i);
		if (purse->fund->bids[i].cost > left) {
			offer->open = false;
			outcome->lots[i].fate = FATE_CAP;
			outcome->lots[i].amount = left;
		} else if (best == count ||
		    is_below(purse, i, offer->low, best,
			purse->offers[best].low)) {
			best = i;
		}
	}
	return best;
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

/* The project to be bought now, priced; or how many there are, if none is. */
static size_t
choose(struct purse *purse, struct outcome *outcome)
{
	size_t count = purse->fund->count, best, first, i;
	struct offer *offers = purse->offers;
	int64_t high;

	purse->round++;
	for (;;) {
		best = least(purse, outcome);
		if (best == count)
			return count;
		if (offers[best].round != purse->round) {
			purse_weigh(purse, best);
			continue;
		}
		purse_price(purse, best);
		if (offers[best].open)
			break;
	}
	first = best;
	high = offers[first].high;
	for (i = 0; i < count; i++) {
		if (!offers[i].open || i == first ||
		    is_below(purse, first, high, i, offers[i].low))
			continue;
		if (offers[i].round != purse->round)
			purse_weigh(purse, i);
		if (!offers[i].open ||
		    is_below(purse, first, high, i, offers[i].low))
			continue;
		purse_price(purse, i);
		if (offers[i].open)
			best = first_of(purse, outcome, best, i);
	}
	return best;
}

/* Makes rho of a project one over unit, which grows as that needs. */
static void
settle_rho(struct purse *purse, struct offer *offer)
{
	uint64_t factor =
	    offer->weight / mpz_gcd_ui(NULL, offer->rest, offer->weight);
	size_t i;

	mpz_mul_ui(offer->rho, offer->rest, factor);
	mpz_divexact_ui(offer->rho, offer->rho, offer->weight);
	if (factor == 1)
		return;
	mpz_mul_ui(purse->unit, purse->unit, factor);
	mpz_mul_ui(purse->each, purse->each, factor);
	for (i = 0; i < purse->fund->count; i++)
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
	int64_t rho;

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
