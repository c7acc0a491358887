/*
 * values: what the files of values-base share with each other.
 */
#pragma once

#include "method/method.h"
#include "text/words.h"

/* What somebody holds, in the order given. */
struct person {
	struct bind_text name;
	struct bind_list values; /* struct bind_text */
	bool result;             /* "=> care (3)": counted by hand */
};

struct synonym {
	struct bind_text value;
	struct bind_list others; /* struct bind_text */
};

/* What a value means, or what one sees where it is lived. */
struct told {
	struct bind_text value, text;
};

struct behaviours {
	struct bind_text value;
	struct bind_list texts; /* struct told, without value */
};

/* A value once synonyms are merged. */
struct value {
	struct bind_text text; /* where it is held first */
	struct bind_text dots, share, definition;
	struct bind_number rank, people;
	struct bind_number mean, sum; /* of ranks, where they count */
	struct bind_choice kept;
	uint64_t count, ranks;       /* people, and the sum of their ranks */
	struct bind_list behaviours; /* struct bind_text */
	struct words words;
	const char *joined; /* as one word */
	bool tied;
};

struct base {
	struct bind_list people, synonyms, definitions, behaviours;
	struct bind_number retained, each;
	struct bind_yes ranked;
	struct bind_date review;

	struct dict names;       /* folded, to the value that is meant */
	struct bind_list values; /* struct value, the first of the base first */
	struct bind_list told;   /* struct told, the behaviours of all */
	size_t counted;          /* people */
	size_t kept, tied;
	bool listed; /* nobody is said to hold them: they are the base itself */
};

/* Of a struct value, by people; among as many by their ranks, then by name. */
extern const struct bind_row values_rows[];

/* Parts values that say what each means from what they say, before they are
 * bound. */
void charter_arrange(struct method *method, const struct doc_part *part);

/* Has a table of marks under the title, or in a section, be what people hold. */
void grid_arrange(struct method *method, struct node *root,
    struct node *section);

/* Reads the synonyms, with their faults. */
void base_merge(struct method *method, struct base *base);

/* Counts the values, puts them in order and finds the base; with findings. */
void base_compute(struct method *method, struct base *base);

/* The values that are tied across the cut, by name. */
const char *base_tied(struct method *method, const struct base *base,
    bool plain);

/* Finds values that are likely one: each is told once, beside the first that is like
 * it. */
void near_find(struct method *method, const struct base *base);
