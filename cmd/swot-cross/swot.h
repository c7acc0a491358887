/*
 * swot: what the files of swot-cross share.
 *
 * Four lists of factors, two internal and two external, and four quadrants,
 * each crossing an internal list with an external one.
 */
#ifndef SWOT_H
#define SWOT_H

#include "base/buf.h"
#include "method/method.h"

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

static inline enum quadrant
quadrant_of(enum list internal, enum list external)
{
	return (enum quadrant)(internal + 2 * (external - OPPORTUNITIES));
}

struct factor {
	struct bind_text label, short_text, text;
	struct bind_number weight;
	enum list list;
	size_t index;        /* in its list */
	struct words *words; /* of its text; NULL until asked for */
	bool crossed, used;  /* some crossing could use it; some one does */
};

struct initiative {
	struct bind_text text, from_text, owner, due, cost;
	struct bind_text heading; /* one of the user's own; "" in a quadrant */
	struct bind_list from;    /* struct node * */
	enum quadrant quadrant;   /* QUADRANTS: none */
};

/* The sheet as bound; its factors and initiatives are then resolved where they
 * stand. */
struct sheet {
	struct bind_list factors[LISTS];                 /* struct factor */
	struct bind_list crossings, priorities, prompts; /* struct node * */
	struct bind_list initiatives;                    /* struct initiative */
	struct bind_text scale;
};

/* One crossing, named. */
struct crossing_ref {
	const struct factor *internal, *external;
};

struct score {
	const char *person; /* "": the room's own */
	int64_t value;      /* in thousandths */
	struct pos pos;
};

/* What was written at a crossing. */
struct crossing {
	const char *text; /* in md's normal form; "" where only scored */
	struct score *scores;
	size_t score_count;
	struct bind_text priority;
	struct pos pos;
	bool given;
};

/* What is resolved from the sheet. */
struct swot {
	struct method *method;
	struct sheet *sheet;
	struct dict labels;                  /* exact, to struct factor */
	struct dict texts;                   /* folded, to what is named */
	size_t longest_label;                /* in bytes */
	struct crossing *cells[QUADRANTS];   /* row by row */
	struct bind_text prompts[QUADRANTS]; /* NULL: the tool's own */
	int64_t lowest, highest;             /* of the scale, in thousandths */
	bool scored;
	/* what the command asks for */
	bool shown[QUADRANTS], transposed;
};

/*
 * factor.c: the four lists.
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

/* Plain words as they can stand beside any other text. */
const char *factor_words(struct arena *arena, const char *plain);

/* What stands at the head of a row or a column: "F1 Autonomie". */
const char *factor_head(const struct swot *swot, const struct factor *factor);

/*
 * factor_name.c: factors, and pairs of them, by what people call them.
 */

/* A text names a factor from now on; a fault if it names one in another list. */
void factor_know(struct swot *swot, struct factor *factor, const char *text);

/*
 * The factor that a name is: its label, its text, its short text, or its
 * label and one of them; NULL if none is, or two are.  list: LISTS for any.
 */
struct factor *factor_find(const struct swot *swot, const char *name,
    enum list list);

/* The factor whose label begins a line, and what follows it; or NULL. */
struct factor *factor_by_prefix(const struct swot *swot, const char *line,
    enum list list, const char **rest);

/* Says that a name is no factor, with the nearest one, or that it is two. */
void factor_unknown(struct swot *swot, const char *name, struct pos pos);

/*
 * Two factors named in one text ("F1 O2", "F1 × O2", ...), one internal and
 * one external.  factor_pair says what is wrong where they are not.
 */
bool factor_is_pair(const struct swot *swot, const char *text,
    struct crossing_ref *ref);
bool factor_pair(struct swot *swot, const char *text, struct pos pos,
    struct crossing_ref *ref);

/* The text behind a pair and a colon or a dash, "F1 O2 : text"; or NULL. */
const char *factor_pair_before(const struct swot *swot, const char *text,
    struct crossing_ref *ref);

/* "F1 × O2" */
const char *factor_pair_name(const struct swot *swot,
    const struct crossing_ref *ref);

/*
 * quadrant.c: the names of quadrants, and the question of each.
 */
extern const enum term quadrant_terms[QUADRANTS];

/* The quadrant of a name, or QUADRANTS. */
enum quadrant quadrant_find(const char *name);

/* The quadrant of two lists, or QUADRANTS where they are of one side. */
enum quadrant quadrant_of_lists(enum list a, enum list b);

/* Whether a row has a list at its head, and others at those of its columns;
 * and what its cells say of the quadrants: each a question, where that is asked
 * or where it ends in its mark, or else an initiative. */
bool quadrant_is_table(const struct node *row);
void quadrant_read_row(struct swot *swot, const struct node *row,
    bool as_prompts);

/* The question of a quadrant, where the user words it otherwise. */
void quadrant_prompt(struct swot *swot, enum quadrant quadrant,
    const struct bind_text *prompt);
void quadrant_read_prompts(struct swot *swot);

/* The question as it is printed; NULL where there is nothing to cross. */
const char *quadrant_question(const struct swot *swot, enum quadrant quadrant);

/*
 * score.c: scores at the end of a text, "(+2)" or "(Anne +2 ; Bruno −1)".
 */

/* "-3..3" */
void score_read_scale(struct swot *swot);

/* Cuts the scores off the end of a text.  raw is the text as typed, where a
 * backslash keeps them text. */
const char *score_cut(struct swot *swot, const char *text, const char *raw,
    struct crossing *into);

/* A number, scores as they are printed, or {person: n, ...}. */
void score_read_node(struct swot *swot, const struct node *node,
    struct crossing *into);

/* The text and the scores of a crossing, as score_cut reads them. */
const char *score_text(const struct swot *swot, const struct crossing *cell);

/* Highest less lowest of a crossing's scores, in thousandths. */
int64_t score_spread(const struct crossing *cell);

/*
 * crossing.c: what was written at each crossing, from any form.
 */
void crossing_read_all(struct swot *swot);

struct crossing *crossing_of(const struct swot *swot,
    const struct crossing_ref *ref);

/* What one node says of a crossing; as a priority, where that is asked. */
void crossing_enter(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node, bool as_priority);

/* Keeps the first text that says something; a fault where two differ. */
void crossing_unite_text(struct swot *swot, enum term key,
    struct bind_text *into, const struct bind_text *from);

/* Walks the crossings of the quadrants that are shown, given or not; begins
 * with all zero. */
struct walk {
	enum quadrant quadrant;
	size_t next;
	struct crossing_ref ref;
	struct crossing *cell;
};
bool crossing_next(const struct swot *swot, struct walk *walk);

/*
 * priority.c: which crossings come first, and the options for a vote on them.
 */
void priority_render_all(const struct swot *swot);
void priority_render_options(const struct swot *swot);

/*
 * crossing_table.c: tables headed by the factors of two lists.
 */

/* Whether a section holds a table that crosses two lists. */
bool crossing_table_claims(const struct node *section);

/* Whether a section's heading can be the question of its tables: they are all
 * of one quadrant. */
bool crossing_table_is_asked(const struct node *section);

/* Whether a row is of a table, and of none that lists crossings row by row. */
bool crossing_table_is_crossed(const struct node *row);

/* Reads the rows of one table; returns the row behind it.  question: the
 * section whose heading is the quadrant's question, or NULL. */
const struct node *crossing_table_read(struct swot *swot,
    const struct node *row, const struct node *question, bool as_priority);

void crossing_table_render(const struct swot *swot, enum quadrant quadrant);

/*
 * initiative.c: the toolbox.
 */
extern const struct bind_row initiative_rows[];
void initiative_resolve(struct swot *swot);
void initiative_find(const struct swot *swot);
void initiative_render(const struct swot *swot);

/*
 * balance.c: posture, quadrants, factors, crossings; a chart.
 */
void balance_render(const struct swot *swot);

/*
 * finding.c: what the method would have one look at.
 */
void finding_all(const struct swot *swot);

/* Things of one kind, told in one line; begins with all zero but between. */
struct finding_names {
	struct buf names;
	struct pos pos; /* of the first */
	size_t count;
	const char *between, *what; /* the caller's own */
};
void finding_name(struct finding_names *gathered, const char *name,
    struct pos pos);
void finding_tell(const struct swot *swot, struct finding_names *gathered,
    enum term one, enum term many);

#endif
