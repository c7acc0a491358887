/*
 * jury: what the parts of jury-grid share.
 */
#pragma once

#include "method/method.h"
#include "sheet/gather.h"
#include "sheet/refer.h"
#include "value/fraction.h"
#include "value/scale.h"

struct criterion {
	struct bind_text id, text, scale;
	struct bind_number weight;
	struct bind_choice way; /* T_JURY_LESS: the lower the better */

	/* once read */
	struct scale range;
	int64_t weighs;
	const char *name, *plain; /* what it is called */
};

struct entry {
	struct bind_text id, text, owner;
	struct bind_money cost;
	size_t document;          /* where it stands, from 1 */
	const char *name, *plain; /* what it is called */
};

struct recusal {
	struct bind_text juror, reason;
	struct bind_list entries; /* BIND_NAMES */
};

/* What a rating is of. */
enum side { JUROR, ENTRY, CRITERION, SIDES };

struct rating {
	struct bind_text names[SIDES];
	size_t at[SIDES]; /* places, from 0 */
	const struct node *node;
	struct bind_number score;
	struct scale scale; /* that "14/20", or its column, says; or 0 to 0 */
};

/* Words beside the scores; "" for what they are not of. */
struct remark {
	struct bind_text juror, entry, criterion, text;
};

struct jury {
	struct bind_list criteria, entries, recusals;
	struct bind_list tables;  /* struct node *: the ratings */
	struct bind_list remarks; /* struct remark */
	struct bind_text scale;
	struct bind_number winners;
	struct bind_list tie_break; /* BIND_NAMES */
	struct bind_money budget;

	/* once read */
	struct bind_list listed;     /* struct entry, as each document has it */
	struct refer refers[SIDES];  /* to entries and criteria */
	struct method_choices names; /* of criteria, as they are printed */
	struct gather jurors;        /* struct bind_text */
	struct bind_list ratings;
	struct rating **grid;    /* by juror, entry, criterion; or NULL */
	bool told;               /* criteria are the columns that say so */
	bool *recused;           /* by juror, entry */
	struct tally *tallies;   /* by entry, criterion; once ranked */
	struct bind_list breaks; /* struct criterion *: they break ties */
	struct scale common;     /* what means are told on: all criteria's,
				     or 0 to 100 */
};

extern const struct bind_row jury_criterion_rows[], jury_entry_rows[],
    jury_rating_rows[], jury_remark_rows[];

bool jury_claims(const struct node *section);

/* Makes the lists of criteria and entries that tables alone name, at their heads
 * (struct method's arrange). */
void crossed_arrange(struct method *method, const struct doc_part *part);

/* weight.c: whether a name ends with a weight, and so is a criterion's; the weight
 * that a criterion's name ends with, where nothing else tells it; and the same of
 * all that are listed, whose names then lose it.  A bare number, "Price (2)", is one
 * where all have one. */
bool weight_is(const void *none, const char *plain);
void weight_read(struct method *method, struct criterion *criterion);
void weight_cut_all(struct method *method, struct jury *jury);

/* Reads the tables of ratings, and settles recusals, scales and the criteria
 * that break ties. */
void jury_read(struct method *method, struct jury *jury);

/* The tables alone, whichever way round they are: jurors and ratings. */
void jury_read_tables(struct method *method, struct jury *jury);

/* The rating of a juror on an entry and a criterion, or NULL; and the one that
 * counts: read, and not of a juror who is recused. */
const struct rating *jury_rating(const struct jury *jury, size_t juror,
    size_t entry, size_t criterion);
const struct rating *jury_counted(const struct jury *jury, size_t juror,
    size_t entry, size_t criterion);

static inline const struct criterion *
jury_criterion(const struct jury *jury, size_t at)
{
	return (const struct criterion *)jury->criteria.at + at;
}

static inline const struct entry *
jury_entry(const struct jury *jury, size_t at)
{
	return (const struct entry *)jury->entries.at + at;
}

/* What the ratings of an entry on a criterion come to. */
struct tally {
	size_t count;         /* of those that count */
	int64_t low, high;    /* of their scores, in thousandths */
	struct fraction sum;  /* of them, each from 0, the worst, to 1 */
	struct fraction mean; /* the same; 0 where there are none */
};

/* An entry among the others. */
struct standing {
	struct entry entry;
	const struct jury *jury;
	const struct tally *of; /* by criterion */
	bool ranked;          /* somebody's rating on every criterion counts */
	bool tied;            /* at the cut, and so not retained */
	struct fraction mean; /* from 0, the worst there could be, to 1 */

	/* as it is printed */
	struct bind_number rank, figure, spread, count;
	struct bind_money sum;
};

/* The least change of a weight that makes two equal who are not. */
struct turn {
	const struct criterion *criterion;
	struct fraction weight, change; /* the new one, and how far it is */
	const struct standing *ahead, *behind; /* as they are now; or NULL */

	/* as it is printed */
	struct bind_text name, moves, falls;
	struct bind_number now, then;
};

struct ranking {
	struct bind_list standings; /* struct standing, the best first */
	size_t ranked, kept, tied;  /* how many; tied: at the cut */
	int64_t cost;               /* of those retained, in cents, */
	bool known;                 /* and whether all of them tell it */
	struct bind_list turns;     /* struct turn, one a criterion */
	const struct turn *least;   /* for its weight; or NULL */
};

/* Puts the entries in order; a fault where that cannot be done exactly. */
struct ranking jury_rank(struct method *method, struct jury *jury);

/* How a juror's ratings are, against those of the others on the same entries and
 * criteria. */
struct severity {
	struct bind_text name, apart;
	struct bind_number count, mean, others;
};

struct severity jury_severity(struct method *method, const struct jury *jury,
    size_t juror);

/* What is to be checked; and the names of those who are tied at the cut. */
void jury_find(struct method *method, const struct jury *jury,
    const struct ranking *ranking);
const char *jury_tied(struct method *method, const struct ranking *ranking);

/* A part of a scale, from 0 to 1, in thousandths above a number. */
int64_t jury_on(const struct scale *scale, struct fraction part, int64_t above);
