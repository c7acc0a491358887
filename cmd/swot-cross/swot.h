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

#include "base/dict.h"
#include "report/report.h"
#include "sheet/bind.h"
#include "text/note.h"

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

struct words;

struct factor {
	struct bind_text label; /* plain */
	struct bind_text short_text;
	struct bind_text text;
	struct bind_number weight;
	enum list list;
	size_t index;        /* in its list */
	struct words *words; /* of its text; NULL until asked for */
};

/* What a text names: a factor, and another one where it is ambiguous. */
struct factor_name {
	struct factor *factor, *other;
};

struct score {
	const char *person; /* "": the room's own */
	int64_t value;      /* in thousandths */
};

/* A crossing of two factors. */
struct crossing {
	const char *text; /* in md's normal form; "" where only scored */
	struct score *scores;
	size_t score_count;
	struct dict people; /* who gave a score */
	struct bind_text priority;
	struct pos pos;
	bool given;
};

struct initiative {
	struct bind_text text;
	struct bind_list from; /* struct node * */
	struct bind_text quadrant_text;
	struct bind_text owner;
	struct bind_text due;
	struct bind_text cost;
	enum quadrant quadrant;     /* QUADRANTS: none */
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
	struct bind_list toolbox_nodes;  /* struct node * */
	struct bind_list prompt_nodes;   /* struct node * */
	struct bind_text scale;

	struct bind *bind;
	struct arena *arena;
	struct dict labels;                  /* exact, to struct factor */
	struct dict texts;                   /* folded, to struct factor_name */
	struct dict given;                   /* texts exact, to struct factor */
	size_t longest_label;                /* in bytes */
	size_t compared;                     /* names, to find near ones */
	struct crossing *cells[QUADRANTS];   /* row by row */
	struct bind_text prompts[QUADRANTS]; /* not given: the tool's own */
	int64_t lowest, highest;             /* of the scale, in thousandths */
	struct dict known;                   /* initiatives, all of each */
	struct bind_list initiatives;        /* struct initiative */
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

static inline struct crossing *
crossing_of(const struct swot *swot, const struct crossing_ref *ref)
{
	return crossing_at(swot,
	    quadrant_of(ref->internal->list, ref->external->list),
	    ref->internal->index, ref->external->index);
}

/* The names of a list, of a quadrant and of its question. */
extern const enum term list_terms[LISTS];
extern const enum term quadrant_terms[QUADRANTS];
extern const enum term prompt_terms[QUADRANTS];

/* factor.c: the four lists; labels given and found, each factor kept once. */

/* Keeps each factor once, with a label. */
void factor_label(struct swot *swot);

/* A text names a factor from now on; a fault if it names one elsewhere. */
void factor_know(struct swot *swot, struct factor *factor, const char *text);

/* The words of a text, as names are compared. */
const char *factor_fold(struct arena *arena, const char *text);

/* lookup.c: factors, and pairs of them, by what people call them. */

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

/* "F1 × O2" */
const char *factor_pair_name(const struct swot *swot,
    const struct crossing_ref *ref);

/* axis.c */

/*
 * The factors of a list that the heads of an axis name; NULL for an empty
 * head.  What no label and no text tells is told by the words that a head
 * shares with one factor alone; its words then are the factor's short text.
 * count factors; NULL, and a fault, where one is not to be told.
 */
struct factor **factor_axis(struct swot *swot, enum list list,
    const struct bind_text *heads, size_t count);

/* What stands at the head of a row or a column. */
const char *factor_axis_text(const struct factor *factor);

/* score.c: scores at the end of a text, "(+2)" or "(Anne +2 ; Bruno −1)". */

/*
 * Cuts the scores off the end of a text.  raw is the text as typed, where a
 * backslash keeps them text.
 */
const char *score_cut(struct arena *arena, const char *text, const char *raw,
    struct crossing *into);

/* Reads what stands between the parentheses; false if it is no score. */
bool score_read(struct arena *arena, const char *text, struct crossing *into);

/* The parenthesis that ends a text, where it may hold scores; or NULL. */
const char *score_open(const char *text);

/* Whether a person's name can stand in front of a score. */
bool score_is_name(const char *person);

void score_add(struct arena *arena, struct crossing *crossing,
    struct score score);

/* settings.c: the scale, the four questions, and priorities. */
void settings_read(struct swot *swot);

/* One text where one is taken: the first that says something; a fault where
 * two differ. */
void settings_unite(struct swot *swot, enum term key, struct bind_text *into,
    const struct bind_text *from);

/* The question of a quadrant, where the user words it otherwise. */
void settings_prompt(struct swot *swot, enum quadrant quadrant,
    const struct bind_text *prompt);

/* crossing.c: what was written at each crossing, from any form. */
void crossing_read(struct swot *swot);

/* The crossings in a section, a map or a list. */
void crossing_read_nodes(struct swot *swot, const struct node *node);

/* A text at a crossing, its scores in parentheses at the end. */
void crossing_enter(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node);

/* matrix.c: tables headed by the factors of two lists. */

/* Whether a section holds a table that crosses two lists. */
bool crossing_claims(const struct node *section);

/* Whether a section's heading can be the question of its tables: they are
 * all of one quadrant. */
bool matrix_is_question(const struct node *section);

/* Whether a table lists crossings row by row, instead of crossing them. */
bool matrix_is_listing(const struct node *row);

/*
 * Reads the rows of one table; returns the row behind it.  question: the
 * section whose heading is the quadrant's question, or NULL.
 */
const struct node *matrix_read(struct swot *swot, const struct node *row,
    const struct node *question);

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
	/* not weighted: with opportunities, and with threats */
	fine sums[2];
	size_t counts[2];
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
	size_t rank;    /* from 1; equal strengths share one */
};

/* Of the quadrants that are shown. */
struct result {
	int64_t unit; /* what fine numbers are divided by, beside 1000 */
	struct balance *factors[LISTS];
	struct quadrant_result quadrants[QUADRANTS];
	bool posture[QUADRANTS]; /* several where they tie */
	struct ranked *ranked;   /* the strongest first */
	size_t ranked_count;
	struct notes findings;
};

struct result compute(const struct swot *swot, const struct options *options,
    enum lang lang);

/* Calls visit for every crossing that is shown and filled, in order. */
typedef void crossing_visitor(void *context, const struct crossing_ref *ref,
    const struct crossing *cell);
void compute_each(const struct swot *swot, const struct options *options,
    crossing_visitor *visit, void *context);

/* Highest less lowest of a crossing's scores, in thousandths. */
int64_t compute_spread(const struct crossing *cell);

/* A fine number in thousandths, rounded half to even to two decimals. */
int64_t round_fine(fine value, fine divisor);

/* findings.c: what the method would have one look at. */
void findings_of(const struct swot *swot, const struct options *options,
    enum lang lang, struct notes *findings);

/* render.c */
void render(struct report *report, const struct swot *swot,
    const struct result *result, const struct options *options);

#endif
