/*
 * vision: what the files of vision-path share with each other.
 */
#pragma once

#include "method/method.h"

struct reality {
	struct bind_text dimension, fact, evidence, value;
};

struct vision {
	struct bind_text dimension, text, value, horizon;
};

struct step {
	struct bind_text dimension, manner;
	struct action action;
	struct bind_date day; /* of when: its first, to be ordered by */
};

/* What somebody sees. */
struct saying {
	struct bind_text name, dimension, text;

	/* from shared_read on */
	const char *person; /* folded; who has no name is one by each text */
	const char *field;  /* the dimension, folded */
	size_t group;       /* the place of the vision that it came to, */
	bool leads;         /* and whether it was the first there */
};

struct voice {
	struct bind_text name, dimension;
	struct bind_list sayings; /* struct saying, without name */
};

struct sheet {
	struct bind_list dimensions; /* put into the three that follow */
	struct bind_list reality, visions, steps;
	struct bind_list voices;    /* struct voice */
	struct bind_list sayings;   /* struct saying, of all voices */
	struct bind_number similar; /* from which on two texts say the same */
};

/* Of a struct step. */
extern const struct bind_row path_step_rows[];

/* Of a struct voice, and of a struct saying as a table. */
extern const struct bind_row voice_rows[], saying_rows[];

/* From reality to vision: the gaps, the path, the actions, with what is to be
 * checked in them. */
void path_render(struct method *method, const struct sheet *sheet);

/* Gives what people see a place each, and reads the option that says from
 * which share on it is the same. */
void shared_read(struct method *method, struct sheet *sheet,
    const char *similar);

/* What several people see: shared, by one alone, where they differ. */
void shared_render(struct method *method, const struct sheet *sheet);
