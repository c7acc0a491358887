/*
 * balance: what scores add up to, kept exact; for balance.c and its chart.
 */
#ifndef BALANCE_H
#define BALANCE_H

#include "swot.h"

/* A sum or a mean, in thousandths / unit. */
typedef __int128 fine;

struct factor_balance {
	fine positive, negative; /* weighted */
	bool scored;
	/* not weighted: with opportunities, and with threats */
	fine sums[2];
	size_t counts[2];
};

struct quadrant_balance {
	size_t filled, scored, cells;
	fine sum;
};

struct ranked {
	struct walk at;
	fine mean;
};

/* Of the quadrants that are shown. */
struct balance {
	const struct swot *swot;
	struct method *method;
	int64_t unit; /* what fine numbers are divided by, beside 1000 */
	struct factor_balance *factors[LISTS];
	struct quadrant_balance quadrants[QUADRANTS];
	struct bind_list ranked; /* struct ranked, the strongest first */
};

/* A Mermaid chart: internal factors by their mean with opportunities and with
 * threats; those that were scored with both. */
void balance_chart(const struct balance *balance);

#endif
