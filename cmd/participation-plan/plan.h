/*
 * plan: what the parts of participation-plan share.
 */
#pragma once

#include "method/method.h"
#include "sheet/gather.h"

/* What one public is offered in one phase. */
struct offer {
	struct bind_text public; /* its text: that of a struct public, or "" */
	struct bind_text phase, degree, promise, tool, reason, owner;
	struct bind_text heading; /* that it stands under, and says no more */
	struct bind_date feedback;
	size_t phase_at;  /* a place, from 0 */
	size_t degree_at; /* from 1, the lowest; 0 is none */
};

struct public
{
	struct bind_text text;
	uint64_t degrees[METHOD_CHOICES];       /* by phase, as bits */
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
	size_t decision;       /* the place of that phase; the count for none */
};

/* Of a struct offer. */
extern const struct bind_row plan_offer_rows[];

/* Whether a text is a phase by default. */
bool plan_is_phase(const char *text);
bool plan_is_degree(const char *text);

/* Whether a name is that of a phase of a struct plan: one that the sheet names, or
 * where it names none one by default. */
bool plan_has_phase(const void *plan, const char *plain);

/* Has publics that stand with what they are offered be the plan (struct method's
 * arrange). */
void plan_arrange(struct method *method, const struct doc_part *part);

/* Has the heading that an offer stands under be its phase, or the public where
 * the phase stands in its line. */
void plan_place(struct method *method, const struct plan *plan,
    struct offer *offer);

/* Parts what a public is offered, "Consult – survey, walk", into its degree and
 * the tool; all of it is the tool where no part is a degree. */
void plan_part(struct method *method, const struct plan *plan, const char *text,
    struct offer *offer);

/* Reads phases, degrees, publics and the grid. */
void plan_read(struct method *method, struct plan *plan);
