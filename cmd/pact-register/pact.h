/*
 * pact: the parts of pact-register.
 */
#ifndef PACT_H
#define PACT_H

#include "method/method.h"

enum pact_state { PACT_TO_COME, PACT_ACTIVE, PACT_EXPIRED };

struct pact {
	struct bind_text id, purpose, good, type, place;
	struct bind_list parties; /* struct bind_text */
	struct bind_date start, end, report_due;
	struct bind_text duration, renewal, support, insurance, report_given;
	struct bind_list duties; /* struct node *, moved to the register's */

	/* from pact_judge on */
	struct bind_date ends; /* its last day, given or computed */
	bool tacit;            /* goes on where nobody speaks */
	enum pact_state state; /* only where --today is given */
	bool expiring, overdue;
};

/* What a party does under a pact. */
struct commitment {
	struct bind_text pact, party, text;
	size_t index; /* of the pact */
};

struct pacts {
	struct bind_list list;        /* struct pact */
	struct bind_list commitments; /* struct commitment, pact by pact */
};

extern const struct bind_row pact_rows[], pact_commitment_rows[];

/* Gathers the commitments of all pacts into one list, each with its pact. */
void pact_link(struct method *method, struct pacts *pacts);

/* Finds the last day of each pact, and how it stands on the day given. */
void pact_judge(struct method *method, struct pacts *pacts);

/* What the method would have one look at. */
void pact_find(struct method *method, const struct pacts *pacts);

/* The sections that are computed. */
void pact_render(struct method *method, const struct pacts *pacts);

/* A pact's label, or else its purpose, in plain words. */
const char *pact_name(const struct method *method, const struct pact *pact);

/* Whether a text says no: that there is none. */
bool pact_is_none(const char *text);

#endif
