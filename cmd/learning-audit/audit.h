/*
 * audit: what the parts of learning-audit share.
 */
#pragma once

#include "method/method.h"
#include "sheet/gather.h"

/* Scores are from 0 to AUDIT_BEST where nobody says, and never higher than
 * AUDIT_MOST; those that lie AUDIT_APART are to be talked over. */
enum { AUDIT_BEST = 4, AUDIT_MOST = 10, AUDIT_APART = 3 };

struct rating {
	struct bind_text discipline, who, group, evidence, step, due, state;
	struct bind_number score;
	size_t document;
	size_t at; /* the discipline's place, from 0 */
};

/* What the scores of a discipline come to, of all or of a group. */
struct figure {
	struct bind_text discipline, group; /* group "": of all */
	struct bind_date date;
	struct bind_number mean, spread, count;
	size_t document;
	size_t at;

	int64_t sum, low, high;        /* in thousandths */
	struct bind_text dots, change; /* as a profile shows it, */
	struct bind_number before;     /* beside what it was */
};

struct audit {
	struct bind_list disciplines; /* BIND_NAMES */
	struct bind_list grid;        /* struct node *: scores by who */
	struct bind_list ratings;     /* struct rating */
	struct bind_list earlier;     /* struct figure */
	struct bind_text scale;       /* "0..5", or nothing */

	int best;                /* the highest score that there is */
	struct bind_date *dates; /* by document, from 1 */
	long last, before;       /* days of the audits; 0 where none */
	struct method_choices names;
	struct gather told;       /* struct figure by audit_key: of earlier */
	struct bind_list figures; /* struct figure: of all, then by group */
};

extern const struct bind_row audit_rating_rows[];

/* The five of the book; ended by T_NONE. */
enum { AUDIT_DISCIPLINES = 5 };
extern const enum term audit_disciplines[AUDIT_DISCIPLINES + 1];

/* grid.c: whether a section is a table of disciplines, with a column for each who
 * rates, or the reverse; and what such tables say, behind the ratings. */
bool audit_is_grid(const struct node *section);
void audit_read_grid(struct method *method, struct audit *audit);

/* The figures of ratings, with a date or without: of all, where any scored
 * it or all is true; then of each group that scored it. */
struct bind_list audit_figures(struct method *method, const struct audit *audit,
    const struct bind_list *ratings, struct bind_date date, bool all);

/* What tells a figure from others: its discipline and group. */
const char *audit_key(const struct method *method, const struct figure *figure);

/* The report, and what is to be checked. */
void audit_render(struct method *method, struct audit *audit);
