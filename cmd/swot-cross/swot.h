/*
 * swot: what the files of swot-cross share.
 *
 * Four lists of factors, two internal and two external, and four quadrants,
 * each crossing an internal list with an external one.
 */
#pragma once

#include "method/method.h"
#include "sheet/cross.h"
#include "sheet/pair.h"
#include "value/fraction.h"
#include "value/scale.h"

enum list { STRENGTHS, WEAKNESSES, OPPORTUNITIES, THREATS, LISTS };
enum quadrant { SO, WO, ST, WT, QUADRANTS };

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

/* What is summed up, and how many of them. */
struct sum {
	struct fraction of; /* {0, 0} where nothing is */
	size_t count;
};

struct factor {
	struct bind_text label, short_text, text;
	struct bind_number weight;
	enum list list;
	size_t index;       /* in its list */
	bool crossed, used; /* some crossing could use it; some one does: of the
				quadrants that are shown */
	/* of its means: weighted; and not, with opportunities and threats */
	struct sum positive, negative, with[2];
};

struct score {
	const char *person; /* "": the room's own */
	int64_t value;      /* in thousandths */
	struct pos pos;
};

/* Two factors, and what was written where they cross. */
struct crossing {
	struct factor *internal, *external;
	enum quadrant quadrant;
	const char *text;        /* in md's normal form; "" where only scored */
	struct bind_list scores; /* struct score */
	struct fraction mean;    /* of these */
	struct bind_text priority;
	struct pos pos;
	bool given;
};

struct initiative {
	struct bind_text text, from_text, owner, due, cost;
	struct bind_text heading; /* of a quadrant, or the user's own */
	struct bind_list from;    /* struct node * */
	enum quadrant quadrant;   /* QUADRANTS: none */
	size_t place; /* of its heading, among those of its quadrant */
};

/* The sheet as bound. */
struct sheet {
	struct bind_list factors[LISTS];                 /* struct factor */
	struct bind_list crossings, priorities, prompts; /* struct node * */
	struct bind_list initiatives;                    /* struct initiative */
	struct bind_text scale;
};

/* What is resolved from it. */
struct swot {
	struct method *method;
	struct sheet *sheet;
	struct bind_list factors; /* of the four lists, which are parts of it */
	struct refer names;       /* of factors */
	struct pairs pairs;       /* of one inside and one outside */
	struct bind_list crossings;  /* struct crossing: all, given or not, a
				       quadrant behind the other, row by row */
	size_t first[QUADRANTS + 1]; /* of each quadrant's */
	struct bind_text prompts[QUADRANTS]; /* text NULL: the tool's own */
	struct scale scale;
	bool crossed, scored; /* some crossing is, of the quadrants that are
				 shown */
	bool as_priority;     /* what is being read says which comes first */
	/* what the command asks for */
	bool shown[QUADRANTS], transposed;
};

/*
 * factor.c: the four lists, and pairs out of them.
 */
extern const enum term list_terms[LISTS];
extern const struct bind_row factor_rows[];

/* The list that the first n bytes of a text name, or LISTS. */
enum list factor_list(const char *name, size_t n);

/* Keeps each factor once, gives it a label, and has it known by its names. */
void factor_resolve(struct swot *swot);

static inline struct factor *
factor_at(const struct swot *swot, enum list list, size_t index)
{
	return (struct factor *)swot->sheet->factors[list].at + index;
}

/* What stands at the head of a row or a column: "F1 Autonomie", and "F1" alone
 * where the text would make the table wide. */
const char *factor_head(const struct swot *swot, const struct factor *factor);

/* The crossing of two factors; NULL where they are of one side, or one is NULL. */
struct crossing *crossing_of(const struct swot *swot, struct pair pair);

/* "F1 × O2" */
const char *crossing_name(const struct swot *swot,
    const struct crossing *crossing);

/*
 * origin.c: tables of what helps and harms, from within and from without, which
 * become the four lists (struct method's arrange).
 */
void origin_arrange(struct method *method, const struct doc_part *part);

/*
 * quadrant.c: the names of quadrants, and the question of each.
 */
extern const enum term quadrant_terms[QUADRANTS];

/* The lists that a text names in its order, "Forces / Opportunités". */
bool quadrant_lists(const char *text, enum list *one, enum list *other);

/* The quadrant of a name, which may stand in brackets behind another: "Use
 * (Strengths × Opportunities)"; or QUADRANTS. */
enum quadrant quadrant_find(const char *name);

/* The quadrant of two lists, or QUADRANTS where they are of one side. */
enum quadrant quadrant_of(enum list a, enum list b);

/* Whether a row has a list at its head, and others at those of its columns;
 * and what its cells say of the quadrants: each a question, where that is asked
 * or where it ends in its mark, or else an initiative. */
bool quadrant_is_table(const struct node *row);
void quadrant_read_row(struct swot *swot, const struct node *row,
    bool as_prompts);

/* The question of a quadrant, where the user words it otherwise. */
void quadrant_prompt(struct swot *swot, enum quadrant quadrant,
    struct bind_text prompt);
void quadrant_read_prompts(struct swot *swot);

/* The question as it is printed; NULL where there is nothing to cross. */
const char *quadrant_question(const struct swot *swot, enum quadrant quadrant);

/*
 * score.c: scores at the end of a text, "(+2)" or "(Anne +2 ; Bruno −1)".
 */
void score_read_scale(struct swot *swot);

/* Cuts the scores off the end of a text.  raw is the text as typed, where a
 * backslash keeps them text. */
const char *score_cut(const struct swot *swot, const char *text,
    const char *raw, struct crossing *into);

/* A number, scores as they are printed, or {person: n, ...}. */
void score_read_node(struct swot *swot, const struct node *node,
    struct crossing *into);

/* One score of a crossing more, beside those that other places gave. */
void score_unite(struct swot *swot, struct crossing *into,
    const struct score *score);

/* The text and the scores of a crossing, as score_cut reads them. */
const char *score_text(const struct swot *swot,
    const struct crossing *crossing);

/* Highest less lowest of a crossing's scores, in thousandths. */
int64_t score_spread(const struct crossing *crossing);

/*
 * crossing.c: what was written at each crossing, from any form.
 */

/* False, and a fault, where there would be too many. */
bool crossing_read_all(struct swot *swot);

/* What one node says of a crossing. */
void crossing_enter(struct swot *swot, struct crossing *crossing,
    const struct node *node);

/* The next crossing of the quadrants that are shown; NULL: begins, and ends. */
struct crossing *crossing_next(const struct swot *swot,
    const struct crossing *before);

/* Which crossings come first (T_PRIORITIES), or all as options for a vote
 * (T_OPTIONS). */
void crossing_render(const struct swot *swot, enum term heading);

/*
 * table.c: tables headed by the factors of two lists.
 */

/* Whether a section holds a table that crosses two lists. */
bool table_claims(const struct node *section);

/* Whether a row is of a table, and of none that lists crossings row by row. */
bool table_is_crossed(const struct node *row);

/* Reads the rows of one table; returns the row behind it.  The heading of its
 * section is the quadrant's question, where all in it is of one quadrant. */
const struct node *table_read(struct swot *swot, const struct node *section,
    const struct node *row);

void table_render(const struct swot *swot, enum quadrant quadrant);

/*
 * initiative.c: the toolbox, by quadrant.
 */
extern const struct bind_row initiative_rows[];

/* Whether a section is a list under the name of a quadrant. */
bool initiative_claims(const struct node *section);
void initiative_resolve(struct swot *swot);

/*
 * balance.c: posture, quadrants, factors, crossings; a chart.
 */
void balance_render(const struct swot *swot);
