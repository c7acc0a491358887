/*
 * force: what the files of force-field share with each other.
 */
#pragma once

#include "method/method.h"
#include "value/scale.h"

/* The highest strength that is read. */
enum { HIGHEST = 100 };

/* A force; or a risk, whose strength is how grave it would be. */
struct force {
	struct bind_text text, action, owner, due, state;
	struct bind_number strength, control;
	struct bind_number leverage; /* strength times control */
	struct bind_number likelihood;
	struct bind_number exposure; /* strength times likelihood */
};

struct field {
	struct bind_text change, inaction, scale;
	struct bind_list driving, restraining, risks; /* struct force */

	struct scale range; /* of both sides */
	bool bare;          /* each of their texts ends in a figure alone */
};

/* What may stand for a number: the lowest, the middle and the highest of the
 * scale. */
extern const enum term force_levels[];

/* Reads the strengths behind the texts, settles the scale, and computes what is
 * on it. */
void force_settle(struct method *method, struct field *field);

/* Whether a strength is in the highest quarter of the scale. */
bool force_is_strong(const struct field *field,
    const struct bind_number *strength);
