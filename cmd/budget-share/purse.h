/*
 * purse: what voters have while projects are bought by equal shares.
 *
 * What voters have left are fractions whose denominators multiply with each
 * project bought.  They are kept over one denominator, the unit; a voter has
 * what each had at first, less rho of every project bought that is on the
 * ballot.  So exact money is a sum that is made when it is needed: most
 * questions are settled by bounds, money in 2^-shift cents, whose error is
 * below slack.
 */
#pragma once

#include <gmp.h>

#include "fund.h"

__extension__ typedef __int128 wide;

enum { MONEY_BITS = 61 };
#define SPENT INT64_MIN    /* exactly nothing is left */
#define NO_BOUND INT64_MAX /* rho is not known to be less */

/* A project while others are bought. */
struct offer {
	bool open;         /* it may be bought yet */
	size_t round;      /* in which low was found; 0: none */
	int64_t low, high; /* rho is between them, in 2^-shift cents */
	mpz_t rest;        /* rho is rest over unit and weight, once known */
	uint64_t weight;   /* points of those who can pay for them in full */
	mpz_t rho;         /* over unit, of a project that was bought */
	bool bought;
};

struct purse {
	const struct fund *fund;
	const struct rules *rules;
	struct offer *offers; /* by project */
	int64_t *money;       /* by group: what one voter has left */
	uint32_t *unsure;     /* backers, while a price is found */
	uint64_t *counts;     /* by project, the same; 0 but for those in */
	size_t *counted;      /* this list of so many */
	size_t counted_count;
	size_t *queue, *rivals; /* of projects, for equal.c */
	size_t queued;
	int64_t slack;
	int shift;
	size_t round;
	mpz_t unit, each; /* each over unit: what a voter has at first */
	mpz_t one, two;   /* for what is being computed */
};

/* What a number over unit is in 2^-shift cents, rounded down. */
int64_t purse_approximate(struct purse *purse, const mpz_t number);

/* What a voter of a group has left, over unit, who is not without any. */
void purse_money(const struct purse *purse, const struct group *group,
    mpz_t money);

/* What those who chose a project have left together, in whole cents. */
int64_t purse_left(struct purse *purse, size_t project);

/* Finds a bound below rho of a project as it is now; it is no longer open where
 * nobody's bounds leave enough to pay for it. */
void purse_weigh(struct purse *purse, size_t project);

/* Finds rho of a project that was weighed exactly, and a bound above it; it is
 * no longer open where it is not affordable. */
void purse_price(struct purse *purse, size_t project);
