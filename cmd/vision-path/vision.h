/*
 * vision: what the files of vision-path share with each other.
 */
#ifndef VISION_H
#define VISION_H

#include "method/method.h"
#include "sheet/gather.h"

struct reality {
	struct bind_text dimension, fact, evidence, value;
};

struct vision {
	struct bind_text dimension, text, value, horizon;
};

struct step {
	struct bind_text dimension, what, who, when, manner, state;
	struct bind_date day; /* of when: its first, to be ordered by */
};

/* A dimension with all that is told of it, as it may be given. */
struct dimension {
	struct bind_text name;
	struct reality reality;
	struct vision vision;
	struct bind_list steps; /* struct step */
};

/* What somebody sees. */
struct saying {
	struct bind_text name, dimension, text;
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

/* Of a struct saying, as a table. */
extern const struct bind_row saying_rows[];

/* Of a struct step. */
extern const struct bind_row path_step_rows[];

/* A dimension: the reality and the vision that its gap is between. */
struct gap {
	struct bind_text dimension, today, tomorrow, gap, horizon;
	struct bind_number steps;
	const struct reality *reality;
	const struct vision *vision;
	size_t step_count;
	struct pos pos; /* where it is met first */
};

/* The dimensions in the order they are met, each once: of struct gap. */
struct gather path_gaps(struct method *method, const struct sheet *sheet);

/* That of a dimension, made where there is none. */
struct gap *path_gap(struct gather *gaps, const struct bind_text *dimension,
    struct pos pos);

/* What is between the values of a gap, "" where that cannot be told; NULL where
 * an end has no value. */
const char *path_difference(struct method *method, const struct gap *gap);

/* The days that a text names, as date_read_period; false where it does not. */
bool path_days(struct method *method, const struct bind_text *text, long *first,
    long *last);

/* Steps as actions, judged. */
struct bind_list path_actions(struct method *method,
    const struct bind_list *steps);

/* From reality to vision: the gaps, the path, the actions. */
void path_render(struct method *method, const struct sheet *sheet);
void path_find(struct method *method, const struct sheet *sheet);

/* What several people see: shared, by one alone, where they differ. */
void shared_render(struct method *method, const struct sheet *sheet);

#endif
