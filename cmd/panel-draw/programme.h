/*
 * programme: which panels there can be, as linear inequalities over kinds of
 * people who are alike.
 *
 * A panel takes so many of each kind: whole numbers, within limits on the sums
 * of some kinds (the size, a quota, the households of a class).  GLPK solves
 * the programmes; what it finds is rounded to whole numbers and tried against
 * every limit in whole numbers, and only then believed.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct limit {
	bool *of; /* by kind: whether it counts */
	int least, most;
};

/* What all panels keep to as well, and no sum of whole kinds says. */
struct cut {
	double *weights; /* by kind */
	double most;
};

struct programme {
	struct arena *arena;
	size_t kinds;
	int *people; /* by kind: how many there are */
	int *most;   /* by kind: how many a panel can have */
	struct limit *limits;
	size_t count;
	struct cut *cuts;
	size_t cut_count;
};

/* Bounds on one panel that are narrower than the programme's. */
struct corner {
	const int *least, *most;             /* by kind */
	const int *limit_least, *limit_most; /* by limit */
};

/* What GLPK has in memory; it dies with a message where memory ends. */
void programme_begin(void);
void programme_end(void);

/* Whether a panel keeps to every limit. */
bool programme_holds(const struct programme *programme, const int *panel);

/*
 * The panel of most weight, within a corner where that is not NULL; false where
 * there is none, or it was not found in a bounded search.  *sure, where sure is
 * not NULL: the search was not cut short.
 */
bool programme_best(const struct programme *programme, const double *weights,
    const struct corner *corner, int *panel, bool *sure);

/* The least changes to limits, by how many each is to be lower or higher, of
 * those that may move, with which there is a panel; false: none helps. */
bool programme_relax(const struct programme *programme, const bool *moves,
    int *lower, int *higher);

/* Whether there is a panel within those limits alone that are kept. */
bool programme_fits(const struct programme *programme, const bool *kept);

/* The sum of a panel's kinds that a limit is on. */
int programme_sum(const struct programme *programme, const struct limit *limit,
    const int *panel);
