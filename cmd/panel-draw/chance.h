/*
 * chance: the lottery over panels whose least chance is greatest, then the next
 * least, and so on (LEXIMIN).
 *
 * Flanigan, Gölz, Gupta, Hennig and Procaccia, Fair algorithms for selecting
 * citizens' assemblies, Nature 596, 2021.  There the lottery is built panel by
 * panel.  Here the chances are found first, within the inequalities that panels
 * keep to, and are then made up of panels: where they cannot be, what parts
 * them from all panels is one inequality more, and they are found anew.  The
 * answer is the same, and there are far fewer kinds than panels.
 */
#pragma once

#include <glpk.h>

#include "programme.h"

struct lottery {
	double *wanted;  /* by kind: how many of it a panel has, on average */
	int **panels;    /* by kind, each: how many of it */
	double *weights; /* of each panel; they add up to 1 */
	size_t count;
	bool
	    sure; /* it is the best one; else the search for it was cut short */
};

/* Solves a programme that was perhaps solved before, with fewer rows or
 * columns: from where that ended, which is short or does not end; then anew. */
bool chance_solve(glp_prob *problem);

/* There is at least one panel. */
struct lottery chance_find(struct programme *programme);
