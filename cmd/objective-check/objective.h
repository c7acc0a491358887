/*
 * objective: what objective-check reads, and the letters it judges by.
 */
#pragma once

#include "method/method.h"

enum {
	WORDS = 11,                /* those that the vocabulary knows */
	MOST = 26,                 /* letters in an acronym */
	LETTERS = MOST + WORDS + 1 /* with words given beside it */
};

/* In the order of an objective's words. */
extern const enum term objective_words[WORDS];

struct letter {
	enum term term;      /* T_NONE: the user's own */
	const char *word;    /* in md's normal form */
	const char *initial; /* plain */
};

struct acronym {
	struct letter letters[LETTERS];
	size_t scored;  /* those of the acronym */
	size_t count;   /* and words that objectives have beside it */
	enum term name; /* T_NONE: the user's own */
	struct pos pos; /* where it was given */
	bool given;
};

/* What a letter of an objective comes to. */
enum verdict { NOTHING, DOUBTFUL, JUSTIFIED };

/* Also one row of the justifications, which name the objective. */
struct objective {
	struct bind_text id, text, indicator, base, target, source;
	struct bind_text due, beneficiaries, owner;
	struct bind_list others; /* struct node *, by a letter or its word */
	bool named;              /* by a row of the justifications */
	/* once resolved, letter by letter; text NULL where there is none */
	struct bind_text why[LETTERS];
	enum verdict verdicts[LETTERS];
};

struct sheet {
	struct bind_list objectives;     /* struct objective */
	struct bind_list justifications; /* struct objective */
	struct bind_list acronym_nodes;  /* struct node * */
	/* of other tools: struct node *, their sections */
	struct bind_list projects, actions, selected;
	struct acronym acronym;
	size_t spelled; /* letters of the acronym that a table spells; or 0 */
};

extern const struct bind_row objective_rows[];

/* Reads the acronym; where none is given, what a table of letters spells or the
 * title names, or else SMARTIES. */
void acronym_read(struct method *method, struct sheet *sheet);

/* A known word beside its letters; and its words, for a message. */
void acronym_add(struct method *method, struct acronym *acronym,
    enum term term);
const char *acronym_words(struct method *method, const struct acronym *acronym);

/* Gives each objective what was written for each letter. */
void letters_resolve(struct method *method, struct sheet *sheet);

/* Puts sections that are one objective each, "Objectif 1 : ouvrir", and those that
 * a table of letters is of, into the lists that they are (struct method's
 * arrange). */
void foreign_arrange(struct method *method, const struct doc_part *part);

/* Whether a table, under a title or among justifications, has a column a letter, or
 * a result. */
bool foreign_claims(const struct node *section);

/* The same, or whether a heading is that of one objective and no more: strong text
 * alone on its line is one then, which foreign_arrange makes an item. */
bool foreign_heads(const struct node *section);

/* The number of "Objectif 1 : ouvrir" or of "Objectif 1" alone, the label of "O1 –
 * ouvrir", or "" of "Objectif : ouvrir", a heading or a line above a list, and what
 * follows it; NULL where a text begins otherwise. */
const char *foreign_number(struct arena *arena, const char *text,
    const char **rest);

/* The objectives that other tools' reports have, where there are no others. */
void reported_read(struct method *method, struct sheet *sheet);

/* Whether a text is the result of an objective: "KR1.2 : 60 %". */
bool result_is(const char *text);

/* Whether a heading is of results, "Key results"; whether something of a section
 * is one, and nothing an objective; and hangs what stands under such a heading
 * below an objective. */
bool result_heads(const struct node *section);
bool result_in(struct arena *arena, const struct node *section);
void result_hang(struct arena *arena, struct node *objective,
    const struct node *section, enum lang lang);

/* Has the last column of a row that is a target with its date, "Cible 2026-T3", be
 * the target, and when it is due. */
void result_date(struct arena *arena, struct node *row);

/* Takes the paragraphs under a title that are objectives and their results line by
 * line, as the list of objectives; NULL where no result stands among them. */
struct node *result_lines(struct arena *arena, struct node *root);

/* Hangs results that stand among the objectives below the one before them. */
void results_hang(struct method *method, struct bind_list *objectives);

/* What stands behind the label of the next of an objective's results, from a
 * place in its columns and what hangs below it; NULL behind the last. */
const char *result_next(struct method *method,
    const struct objective *objective, size_t *place);

/* What an objective is called, as a cell has it: its label, or its text. */
const char *objective_name(struct method *method,
    const struct objective *objective);

/* Judges letter by letter, and finds what there is to find. */
void judge(struct method *method, struct sheet *sheet);
