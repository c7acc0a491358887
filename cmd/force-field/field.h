/*
 * field: what the parts of force-field share.
 */
#ifndef FIELD_H
#define FIELD_H

#include "method/method.h"

enum { FORCE_HIGHEST = 5 }; /* strength */

struct force {
	struct bind_text text, action, owner, due, state;
	struct bind_number strength, control;
	struct bind_number leverage; /* strength times control */
};

struct field {
	struct bind_text change, inaction;
	struct bind_list driving, restraining, risks; /* struct force */
	struct bind_list sides; /* struct node *: tables of both */
};

extern const struct bind_row force_rows[];

/* A table with a column for each side; not the one that a report computes. */
bool sides_claim(const struct node *section);

/* Adds the forces of such tables to their sides; the change may then stand in
 * the title. */
void sides_read(struct method *method, struct field *field);

#endif
