/*
 * plan: what the parts of participation-plan share.
 */
#ifndef PLAN_H
#define PLAN_H

#include "method/method.h"
#include "sheet/gather.h"

/* What one public is offered in one phase. */
struct offer {
	struct bind_text public, phase, degree, promise, tool, reason, owner;
	struct bind_date feedback;
	size_t public_at, phase_at; /* places, from 0 */
	size_t degree_at;           /* from 1, the lowest; 0 is none */
};

struct public
{
	struct bind_text text;
	size_t highest;                         /* as degree_at */
	struct bind_text degree, phases, falls; /* phases: where that is */
};

/* What is not up to the publics, or is. */
struct line {
	struct bind_text text, reason;
};

struct plan {
	struct bind_list fixed, open; /* struct line: what is settled, and what
					 people may change */
	struct bind_list phases, degrees; /* BIND_NAMES */
	struct bind_text rule;
	struct bind_list given;  /* struct public: as listed, then all */
	struct bind_list offers; /* struct offer */
	struct bind_list grid;   /* struct node * */

	struct method_choices phase, degree;
	struct gather publics; /* struct public, of all that was read */
	size_t rule_at;        /* as degree_at */
	uint64_t *degrees_at;  /* by public and phase: bits of degrees */
	size_t decision;       /* the place of that phase; the count for none */
};

/* Reads phases, degrees, publics and the grid; all offers get their places. */
void plan_read(struct method *method, struct plan *plan);

/* The grid, and what it says of each public; what is to be checked. */
void plan_compute(struct method *method, struct plan *plan);
void plan_find(struct method *method, const struct plan *plan);

/* The highest degree in a place of the grid, or 0. */
size_t plan_highest(const struct plan *plan, size_t public, size_t phase);

/* The name of a degree; "nothing" for 0. */
const char *plan_degree(const struct method *method, const struct plan *plan,
    size_t degree);

#endif
