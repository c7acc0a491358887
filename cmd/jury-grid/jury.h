/*
 * jury: what the parts of jury-grid share.
 */
#ifndef JURY_H
#define JURY_H

#include "method/method.h"
#include "sheet/gather.h"
#include "sheet/refer.h"
#include "value/fraction.h"
#include "value/scale.h"

struct criterion {
	struct bind_text id, text, scale;
	struct bind_number weight;
	struct bind_choice way; /* T_JURY_LESS: the lower the better */
	struct scale range;
	const char *plain; /* what it is called */
};

struct entry {
	struct bind_text id, text, owner;
	struct bind_money cost;
	size_t document;   /* where it stands, from 1 */
	const char *plain; /* what it is called */
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
	bool *recused;           /* by juror, entry */
	struct bind_list breaks; /* size_t: criteria that break ties */
	struct scale common;     /* what means are told on: all criteria's,
				     or 0 to 100 */
};

extern const struct bind_row jury_criterion_rows[], jury_entry_rows[],
    jury_rating_rows[], jury_remark_rows[];

bool jury_claims(const struct node *section);

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

/* What a criterion or an entry is called: its label, or its text. */
static inline const char *
jury_name(const struct bind_text *id, const struct bind_text *text)
{
	return *id->text != '\0' ? id->text : text->text;
}

/* An entry among the others. */
struct standing {
	const struct entry *entry;
	size_t at;             /* of the entry */
	bool compared;         /* two jurors rated all of it, or more */
	bool ranked;           /* somebody's rating on every criterion counts */
	bool tied;             /* at the cut, and so not retained */
	struct fraction mean;  /* from 0, the worst there could be, to 1 */
	struct fraction apart; /* of the jurors' own, the lowest and highest */
	struct fraction *of;   /* the mean, by criterion */
	size_t *counts;        /* of ratings, by criterion */
	const struct bind_list *breaks; /* as of the jury */

	/* as it is printed */
	struct bind_number rank, count;
	struct bind_text id, text, figure, spread;
	struct bind_money cost, sum;
};

/* The least change of a weight that makes two equal who are not. */
struct turn {
	const struct criterion *criterion;
	bool given;
	struct fraction weight, change;     /* the new one, and how far it is */
	const struct entry *ahead, *behind; /* as they are now */

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
struct ranking jury_rank(struct method *method, const struct jury *jury);

/* How a juror's ratings are, against those of the others on the same entries and
 * criteria. */
struct severity {
	struct bind_text name, mean, others, apart;
	struct bind_number count;
};

struct severity jury_severity(struct method *method, const struct jury *jury,
    size_t juror);

/* What is to be checked; and the names of those who are tied at the cut. */
void jury_find(struct method *method, const struct jury *jury,
    const struct ranking *ranking);
const char *jury_tied(struct method *method, const struct ranking *ranking);

int64_t jury_weight(const struct criterion *criterion);

/* The highest rating of an entry on a criterion less the lowest. */
int64_t jury_spread(const struct jury *jury, size_t entry, size_t criterion);

/* How figures are told: a mean, or how far apart two are, on the scale of all;
 * a mean on that of its criterion, in thousandths; a rating. */
const char *jury_mean(const struct method *method, const struct jury *jury,
    struct fraction mean);
const char *jury_apart(const struct method *method, const struct jury *jury,
    struct fraction apart, bool signs);
int64_t jury_raw(const struct jury *jury, struct fraction mean,
    size_t criterion);
const char *jury_rating_text(const struct method *method,
    const struct jury *jury, size_t juror, size_t entry, size_t criterion);

#endif
