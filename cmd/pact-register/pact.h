/*
 * pact: the parts of pact-register.
 */
#pragma once

#include "method/method.h"

enum pact_state {
	PACT_ACTIVE,
	PACT_TO_COME,
	PACT_DOUBTFUL, /* past its end, and perhaps renewed */
	PACT_EXPIRED,
	PACT_STATES
};

/* Whether a pact goes on where nobody speaks. */
enum pact_renewal { PACT_NOT, PACT_PERHAPS, PACT_TACITLY };

struct pact {
	struct bind_text id, purpose, good, type, place;
	struct bind_list parties; /* struct bind_text */
	struct bind_date start, end, report_due;
	struct bind_text duration, renewal, support, insurance, report_given;
	struct bind_list duties; /* struct duty, moved to the register's */

	/* from validity_judge on */
	struct pos pos;
	struct bind_date ends; /* its last day, given or computed */
	enum pact_renewal renews;
	enum pact_state state; /* only where --today is given */
	bool expiring, overdue;
};

struct pacts {
	struct bind_list list;        /* struct pact */
	struct bind_list commitments; /* struct commitment, pact by pact */
};

extern const struct bind_row pact_rows[];

/* Makes a document that is one pact, section by section, the one of its list (struct
 * method's arrange). */
void lone_arrange(struct method *method, const struct doc_part *part);

/* A pact's label, or else its purpose, in plain words. */
const char *pact_name(const struct method *method, const struct pact *pact);

/* Whether a text says no: that there is none. */
bool pact_is_none(const char *text);

/* Reads how a pact renews, under Renewal or behind its duration or its end, and
 * how many terms it lasts at the most; 0: no limit is told. */
void renewal_read(struct method *method, struct pact *pact);
int renewal_terms(struct method *method, const struct pact *pact);

/* Finds the last day of each pact, and how it stands on the day given. */
void validity_judge(struct method *method, struct pacts *pacts);

/* What its dates leave to be asked, and what falls due. */
void validity_find(struct method *method, const struct pact *pact);

/* How the pacts stand, and the calendar. */
void validity_render(struct method *method, const struct pacts *pacts);
