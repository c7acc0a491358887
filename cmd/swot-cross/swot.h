/*
 * swot: what the files of swot-cross share.
 *
 * Four lists of factors, two internal and two external, and four matrices
 * (quadrants), each crossing an internal list with an external one.
 */
#ifndef SWOT_H
#define SWOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bind.h"
#include "dict.h"
#include "note.h"
#include "report.h"

enum list { STRENGTHS, WEAKNESSES, OPPORTUNITIES, THREATS, LISTS };
enum quadrant { SO, WO, ST, WT, QUADRANTS };

/* A quadrant crosses one list of each kind. */
static inline enum list
internal_of(enum quadrant quadrant)
{
	return quadrant % 2 == 0 ? STRENGTHS : WEAKNESSES;
}

static inline enum list
external_of(enum quadrant quadrant)
{
	return quadrant < ST ? OPPORTUNITIES : THREATS;
}

static inline enum quadrant
quadrant_of(enum list internal, enum list external)
{
	return (enum quadrant)(internal + 2 * (external - OPPORTUNITIES));
}

struct factor {
	struct bind_text label;
	struct bind_text short_text;
	struct bind_text text;
	struct bind_number weight;
	enum list list;
	size_t index; /* in its list */
};

struct score {
	const char *person; /* "": the room's own */
	int64_t value;	    /* in thousandths */
};

/* A crossing of two factors. */
struct crossing {
	const char *text; /* in md's normal form; "" where only scored */
	struct score *scores;
	size_t score_count;
	struct bind_text priority;
	struct pos pos;
	bool given;
};

struct initiative {
	struct bind_text text;
	struct bind_list from; /* struct bind_text, as typed */
	struct bind_text quadrant_text;
	struct bind_text owner;
	struct bind_text due;
	struct bind_text cost;
	enum quadrant quadrant; /* QUADRANTS: none */
	struct bind_list crossings; /* struct crossing_ref */
};

/* One crossing, named. */
struct crossing_ref {
	const struct factor *internal, *external;
};

/* The sheet: what the rows bind, and what is resolved from it. */
struct swot {
	struct bind_list factors[LISTS]; /* struct factor */
	struct bind_list crossing_nodes; /* struct node * */
	struct bind_list priority_nodes; /* struct node * */
	struct bind_list toolbox_nodes;	 /* struct node * */
	struct bind_list prompt_nodes;	 /* struct node * */
	struct bind_text scale;

	struct bind *bind;
	struct dict labels; /* exact, to struct factor */
	struct dict texts;  /* folded, to struct factor */
	struct crossing *cells[QUADRANTS];   /* row by row */
	const char *prompts[QUADRANTS];	     /* NULL: the tool's own */
	int64_t lowest, highest;	     /* of the scale, in thousandths */
	bool scored;
	struct bind_list initiatives; /* struct initiative */
};

/* The options of the command. */
struct options {
	const char *quadrants;
	bool options, chart, transpose, anonymous;
	bool shown[QUADRANTS];
};

static inline struct factor *
factor_at(const struct swot *swot, enum list list, size_t index)
{
	return (struct factor *)swot->factors[list].at + index;
}

static inline struct crossing *
crossing_at(const struct swot *swot, enum quadrant quadrant, size_t internal,
    size_t external)
{
	return swot->cells[quadrant] +
	    internal * swot->factors[external_of(quadrant)].count + external;
}

/* The names of a list, of a quadrant and of its question. */
extern const enum term list_terms[LISTS];
extern const enum term quadrant_terms[QUADRANTS];
extern const enum term prompt_terms[QUADRANTS];

/* factor.c: labels given and found, factors looked up by them. */

/* Labels every factor; faults what stands twice. */
void factor_label(struct swot *swot);

/*
 * The factor that a name is: its label, its text, its short text, or its
 * label and one of them; NULL if none is.  list: LISTS for any.
 */
struct factor *factor_find(
    const struct swot *swot, const char *name, enum list list);

/* Says that a name is no factor, with the nearest one. */
void factor_unknown(struct swot *swot, const char *name, struct pos pos);

/*
 * The factors of a list that the heads of an axis name.  What no label and no
 * text tells is told by the words that a head shares with one factor alone;
 * its words then are the factor's short text.  count factors; NULL, and a
 * fault, where one is not to be told.
 */
struct factor **factor_axis(struct swot *swot, enum list list,
    const struct bind_text *heads, size_t count);

/* What stands at the head of a row or a column. */
const char *factor_axis_text(const struct factor *factor);

/*
 * Two factors named in one text ("F1 O2", "F1 × O2", ...), one internal and
 * one external; false, and a fault, where they are not.
 */
bool factor_pair(struct swot *swot, const char *text, struct pos pos,
    struct crossing_ref *ref);

/* "F1 × O2" */
const char *factor_pair_name(
    const struct swot *swot, const struct crossing_ref *ref);

/* crossing.c: what was written at each crossing, from any form. */
void crossing_read(struct swot *swot);

/* Whether a section holds a table that crosses two lists. */
bool crossing_claims(const struct node *section);

/*
 * Reads scores at the end of a text, "(+2)" or "(Anne +2 ; Bruno -1)", and
 * cuts them off; raw is the text as typed, where a backslash keeps them text.
 */
const char *crossing_cut_scores(struct bind *bind, const char *text,
    const char *raw, struct crossing *crossing);

/* toolbox.c: initiatives, by quadrant; and the names of quadrants. */
void toolbox_read(struct swot *swot);

/* The quadrant of a name, or QUADRANTS. */
enum quadrant quadrant_find(const char *name);

/* compute.c */

/* A sum or a mean, in thousandths / unit. */
typedef __int128 fine;

struct balance {
	fine positive, negative; /* weighted */
	bool scored;
};

struct quadrant_result {
	size_t filled, scored, cells;
	fine sum;
};

struct ranked {
	struct crossing_ref ref;
	const struct crossing *crossing;
	fine mean;
	int64_t spread; /* highest less lowest, in thousandths */
	size_t rank;	/* from 1; equal strengths share one */
};

struct result {
	int64_t unit; /* what fine numbers are divided by, beside 1000 */
	struct balance *factors[LISTS];
	struct quadrant_result quadrants[QUADRANTS];
	bool posture[QUADRANTS]; /* several where they tie */
	struct ranked *ranked;	 /* the strongest first */
	size_t ranked_count;
	struct notes findings;
};

struct result compute(
    const struct swot *swot, const struct options *options, enum lang lang);

/* A fine number in thousandths, rounded half to even to two decimals. */
int64_t round_fine(fine value, fine divisor);

/* render.c */
void render(struct report *report, const struct swot *swot,
    const struct result *result, const struct options *options);

#endif
