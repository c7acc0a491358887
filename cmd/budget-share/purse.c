/*
 * purse: how much voters have left, and what they would give for a project.
 */
#include "purse.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"

static void *
alloc(size_t size)
{
	return err_alloc(NULL, size);
}

static void *
alloc_again(void *old, size_t old_size, size_t size)
{
	(void)old_size;
	return err_alloc(old, size);
}

static void
give_back(void *memory, size_t size)
{
	(void)size;
	free(memory);
}

struct purse *
purse_open(const struct fund *fund, const struct rules *rules)
{
	struct purse *purse = err_alloc(NULL, sizeof(*purse));
	uint64_t sum, most = 0, backers = 0;

	/* GMP would abort where memory ends */
	mp_set_memory_functions(alloc, alloc_again, give_back);
	*purse = (struct purse){ .fund = fund, .rules = rules };
	for (size_t i = 0; i < fund->group_count; i++) {
		sum = 0;
		for (size_t j = 0; j < fund->groups[i].count; j++)
			sum += fund->groups[i].choices[j].points;
		most = sum > most ? sum : most;
	}
	purse->slack = (int64_t)most + 2;
	purse->offers =
	    err_alloc(NULL, (fund->count + 1) * sizeof(*purse->offers));
	for (size_t i = 0; i < fund->count; i++) {
		mpz_inits(purse->offers[i].rest, purse->offers[i].rho, NULL);
		if (fund->bids[i].backer_count > backers)
			backers = fund->bids[i].backer_count;
	}
	purse->money =
	    err_alloc(NULL, (fund->group_count + 1) * sizeof(*purse->money));
	purse->unsure = err_alloc(NULL, (backers + 1) * sizeof(*purse->unsure));
	purse->counts =
	    err_alloc(NULL, (fund->count + 1) * sizeof(*purse->counts));
	memset(purse->counts, 0, fund->count * sizeof(*purse->counts));
	purse->counted =
	    err_alloc(NULL, (fund->count + 1) * sizeof(*purse->counted));
	purse->queue =
	    err_alloc(NULL, (fund->count + 1) * sizeof(*purse->queue));
	purse->rivals =
	    err_alloc(NULL, (fund->count + 1) * sizeof(*purse->rivals));
	mpz_inits(purse->unit, purse->each, purse->one, purse->two, NULL);
	return purse;
}

void
purse_close(struct purse *purse)
{
	for (size_t i = 0; i < purse->fund->count; i++)
		mpz_clears(purse->offers[i].rest, purse->offers[i].rho, NULL);
	mpz_clears(purse->unit, purse->each, purse->one, purse->two, NULL);
	free(purse->offers);
	free(purse->money);
	free(purse->unsure);
	free(purse->counts);
	free(purse->counted);
	free(purse->queue);
	free(purse->rivals);
	free(purse);
}

int64_t
purse_approximate(struct purse *purse, const mpz_t number)
{
	mpz_mul_2exp(purse->one, number, (mp_bitcnt_t)purse->shift);
	mpz_fdiv_q(purse->one, purse->one, purse->unit);
	return mpz_get_si(purse->one);
}

/*
 * The least rho, not below the one given, at which backers pay a cost between
 * them, in 2^-shift cents and rounded up or down; false if they cannot.  Each
 * turn takes for poor those who cannot pay for their points what the others
 * would, so that rho only rises.
 */
static bool
solve(const struct purse *purse, const struct bid *bid, wide cost, bool up,
    int64_t *rho)
{
	const struct group *groups = purse->fund->groups;
	const struct backer *backer, *end = bid->backers + bid->backer_count;
	uint64_t weight, times;
	wide rest, next;
	int64_t money;

	for (;;) {
		rest = cost;
		weight = 0;
		for (backer = bid->backers; backer < end; backer++) {
			money = purse->money[backer->group];
			if (money == SPENT)
				continue;
			times = groups[backer->group].times;
			if ((wide)money < (wide)backer->points * *rho)
				rest -= (wide)times * money;
			else
				weight += times * backer->points;
		}
		if (weight == 0)
			return false;
		next = rest <= 0
		    ? 0
		    : (rest + (up ? (wide)weight - 1 : 0)) / (wide)weight;
		if (next <= *rho)
			return true;
		if (next >> (MONEY_BITS + 1) != 0)
			return false;
		*rho = (int64_t)next;
	}
}

void
purse_weigh(struct purse *purse, size_t project)
{
	const struct bid *bid = &purse->fund->bids[project];
	struct offer *offer = &purse->offers[project];
	wide cost = (wide)bid->cost << purse->shift;
	wide error = (wide)bid->votes * purse->slack;

	if (offer->round == 0)
		offer->low = 0; /* it was found without the error */
	offer->round = purse->round;
	offer->open = solve(purse, bid, cost - error, false, &offer->low);
}

/* Finds a bound above rho of a project that was weighed. */
static void
bound(const struct purse *purse, const struct bid *bid, struct offer *offer)
{
	wide cost = (wide)bid->cost << purse->shift;
	wide error = (wide)bid->votes * purse->slack;

	offer->high = offer->low;
	if (!solve(purse, bid, cost + error, true, &offer->high))
		offer->high = NO_BOUND;
}

void
purse_money(const struct purse *purse, const struct group *group, mpz_t money)
{
	mpz_set(money, purse->each);
	for (size_t i = 0; i < group->count; i++)
		if (purse->offers[group->choices[i].project].bought)
			mpz_submul_ui(money,
			    purse->offers[group->choices[i].project].rho,
			    group->choices[i].points);
}

/* Counts the voters of a group, and by project bought the points that they paid
 * for. */
static void
count_in(struct purse *purse, const struct group *group, uint64_t *voters)
{
	size_t project;

	*voters += group->times;
	for (size_t i = 0; i < group->count; i++) {
		project = group->choices[i].project;
		if (!purse->offers[project].bought)
			continue;
		if (purse->counts[project] == 0)
			purse->counted[purse->counted_count++] = project;
		purse->counts[project] +=
		    group->times * group->choices[i].points;
	}
}

/* What those counted have left together, over unit; none is counted then. */
static void
add_up(struct purse *purse, uint64_t voters, mpz_t sum)
{
	size_t project;

	mpz_mul_ui(sum, purse->each, voters);
	while (purse->counted_count > 0) {
		project = purse->counted[--purse->counted_count];
		mpz_submul_ui(sum, purse->offers[project].rho,
		    purse->counts[project]);
		purse->counts[project] = 0;
	}
}

/* Takes for poor those of the unsure who are, until no more is. */
static void
settle_unsure(struct purse *purse, const struct bid *bid, struct offer *offer,
    size_t unsure)
{
	const struct backer *backer;
	const struct group *group;
	bool again = true;
	size_t i, left;

	while (again && offer->weight > 0) {
		again = false;
		for (i = left = 0; i < unsure; i++) {
			backer = &bid->backers[purse->unsure[i]];
			group = &purse->fund->groups[backer->group];
			purse_money(purse, group, purse->one);
			mpz_mul_ui(purse->two, purse->one, offer->weight);
			mpz_submul_ui(purse->two, offer->rest, backer->points);
			if (mpz_sgn(purse->two) >= 0) {
				purse->unsure[left++] = purse->unsure[i];
				continue;
			}
			mpz_submul_ui(offer->rest, purse->one, group->times);
			offer->weight -= group->times * backer->points;
			again = true;
		}
		unsure = left;
	}
}

void
purse_price(struct purse *purse, size_t project)
{
	const struct bid *bid = &purse->fund->bids[project];
	struct offer *offer = &purse->offers[project];
	const struct backer *backer;
	const struct group *group;
	uint64_t poor = 0;
	size_t unsure = 0, i;
	wide money;

	bound(purse, bid, offer);
	offer->weight = 0;
	for (i = 0; i < bid->backer_count; i++) {
		backer = &bid->backers[i];
		group = &purse->fund->groups[backer->group];
		if (purse->money[backer->group] == SPENT)
			continue;
		money = purse->money[backer->group];
		if (money + purse->slack < (wide)offer->low * backer->points) {
			count_in(purse, group, &poor);
			continue;
		}
		offer->weight += group->times * backer->points;
		if (offer->high == NO_BOUND ||
		    money - purse->slack < (wide)offer->high * backer->points)
			purse->unsure[unsure++] = (uint32_t)i;
	}
	mpz_set_ui(offer->rest, (uint64_t)bid->cost);
	mpz_mul(offer->rest, offer->rest, purse->unit);
	add_up(purse, poor, purse->one);
	mpz_sub(offer->rest, offer->rest, purse->one);
	settle_unsure(purse, bid, offer, unsure);
	offer->open = offer->weight > 0;
}

int64_t
purse_left(struct purse *purse, size_t project)
{
	const struct bid *bid = &purse->fund->bids[project];
	uint64_t voters = 0;

	for (size_t i = 0; i < bid->backer_count; i++)
		if (purse->money[bid->backers[i].group] != SPENT)
			count_in(purse,
			    &purse->fund->groups[bid->backers[i].group],
			    &voters);
	add_up(purse, voters, purse->one);
	mpz_fdiv_q(purse->one, purse->one, purse->unit);
	return mpz_get_si(purse->one);
}
