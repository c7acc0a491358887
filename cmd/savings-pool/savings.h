/*
 * savings: what savings-pool reads, and what it comes to.
 */
#pragma once

#include "method/method.h"

enum { SAVINGS_YEARS = 100 }; /* the longest horizon */

struct saving {
	struct bind_text idea, service, owner, other;
	struct bind_text heading; /* that it stands under: its service */
	struct bind_date start;   /* its first day */
	struct bind_money amount, cost, realised;
	struct bind_money yearly; /* the amount, under a name that says so */
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

/* What savings come to: those of a year, of a service, or all. */
struct sum {
	struct bind_text name, dots;
	struct bind_number count;
	struct bind_money gross, cost, net, cumulated, spent, left;
	struct bind_money undated; /* of a service: what has no start */
};

struct savings {
	struct bind_list list;  /* struct saving */
	struct bind_list spent; /* struct reinvestment */
	struct bind_number horizon;
	struct bind_money asked;  /* lent to begin with, and to be paid back */
	struct bind_share wanted; /* of the net, to be reinvested */

	/* computed */
	int first, last;        /* years; 0 where nothing has a start */
	struct bind_list years; /* struct sum, from first to last */
	struct sum total;       /* up to the horizon */
};

/* What an amount of a saving comes to, each year where it comes again. */
int64_t savings_yearly(const struct saving *saving,
    const struct bind_money *amount);

/* Whether a saving comes each year. */
bool savings_come_again(const struct saving *saving);

/* The same of what was found, or else of what was announced. */
int64_t savings_worth(const struct saving *saving);

/* How much of the net at the horizon is to be reinvested, in cents. */
int64_t savings_wanted(const struct savings *savings);

/* Nothing yet. */
struct sum savings_sum(const char *name);

/* Has a table with a column a year be savings of that year each (struct method's
 * arrange). */
void yearly_arrange(struct method *method, const struct doc_part *part);

/* The sections that are computed. */
void balance_render(struct method *method, const struct savings *savings);
