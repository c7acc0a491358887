/*
 * savings: the parts of savings-pool.
 */
#ifndef SAVINGS_H
#define SAVINGS_H

#include "method/method.h"

enum { SAVINGS_YEARS = 100 }; /* the longest horizon */

struct saving {
	struct bind_text idea, service, owner, other;
	struct bind_date start; /* its first day */
	struct bind_money amount, cost, realised;
	struct bind_choice frequency;

	/* computed */
	struct bind_money net; /* up to the horizon */
	int64_t gross;         /* the same before its cost */
};

/* What gains were spent on. */
struct reinvestment {
	struct bind_text text;
	struct bind_date start;
	struct bind_money amount;
};

/* Cents, in one year of the curve. */
struct saved {
	int64_t gross, cost, spent;
};

struct savings {
	struct bind_list list;  /* struct saving */
	struct bind_list spent; /* struct reinvestment */
	struct bind_number horizon;

	/* computed */
	int first, last; /* years of the curve; 0 where nothing has a start */
	struct saved years[SAVINGS_YEARS];
	struct saved total; /* up to the horizon */
};

/* Finds years and sums; the faults of starts, horizon and amounts. */
void savings_compute(struct method *method, struct savings *savings);

/* What the saving brings: what was found, or else what was announced. */
int64_t savings_worth(const struct saving *saving);

/* What the method would have one look at. */
void savings_find(struct method *method, const struct savings *savings);

/* The sections that are computed. */
void savings_render(struct method *method, const struct savings *savings);

#endif
