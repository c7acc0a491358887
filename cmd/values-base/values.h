/*
 * values: what the files of values-base share with each other.
 */
#ifndef VALUES_H
#define VALUES_H

#include "method/method.h"

/* What somebody holds, in the order given. */
struct person {
	struct bind_text name;
	struct bind_list values; /* struct bind_text */
};

struct synonym {
	struct bind_text value;
	struct bind_list others; /* struct bind_text */
};

struct definition {
	struct bind_text value, text;
};

/* What one sees where a value is lived. */
struct behaviour {
	struct bind_text value, text;
};

struct behaviours {
	struct bind_text value;
	struct bind_list texts; /* struct behaviour, without value */
};

/* A value once synonyms are merged. */
struct value {
	struct bind_number rank;
	struct bind_text text;
	struct bind_number people;
	struct bind_text dots, share;
	struct bind_number mean, sum; /* of ranks, where they count */
	struct bind_choice kept;
	uint64_t count, ranks; /* people, and the sum of their ranks */
	struct pos pos;
	bool tied;
};

struct base {
	struct bind_list people, synonyms, definitions, behaviours;
	struct bind_number retained, each;
	struct bind_yes ranked;
	struct bind_date review;

	struct dict names;       /* folded, to the value that is meant */
	struct bind_list values; /* struct value, the first of the base first */
	struct bind_list told;   /* struct behaviour, of all */
	size_t kept, tied;
};

/* Of a struct value, by people; among as many by their ranks, then by name. */
extern const struct bind_row values_rows[];

/* A value as it is compared. */
const char *values_key(struct method *method, const char *text);

/* The value that a text means, once synonyms are followed; NULL in a circle. */
const struct bind_text *values_meant(struct method *method,
    const struct base *base, const struct bind_text *text);

/* Whether a text means a value. */
bool values_same(struct method *method, const struct base *base,
    const struct bind_text *text, const struct value *value);

/* Reads the synonyms, with their faults. */
void values_merge(struct method *method, struct base *base);

/* Makes one entry a person, with all that stands behind the same name. */
void values_join(struct method *method, struct base *base);

/* Counts the values, puts them in order and finds the base. */
void values_compute(struct method *method, struct base *base);

/* The definition of a value that is not empty, or NULL. */
const struct definition *values_definition(struct method *method,
    const struct base *base, const struct value *value);

/* The values that are tied across the cut, by name. */
const char *values_tied(struct method *method, const struct base *base,
    bool plain);

/* What the reader should look at. */
void values_find(struct method *method, const struct base *base);

#endif
