/*
 * experiment: what experiment-log reads, and what it makes of it.
 */
#pragma once

#include "method/method.h"

struct observation {
	struct bind_text id, text, source;
	struct bind_date date;
};

struct test {
	struct bind_text hypothesis, text, where, who, scale, duration;
	struct bind_date start, end;
	struct bind_money cost;
	struct bind_number days; /* both ends counted */
};

enum met { NOT_COMPARED, MISSED, MET };

struct result {
	struct bind_text hypothesis, value, learned, diffusion;
	struct bind_date date;
	struct bind_yes met;
	struct bind_choice decision;
	/* once resolved: as it says, or by the numbers in it and its threshold */
	enum met judged;
};

struct hypothesis {
	struct bind_text id, text, condition, outcome, reason;
	struct bind_text measure, threshold;
	struct bind_date set_on;
	struct bind_list from; /* struct bind_text */
	/* once resolved */
	struct bind_list observations; /* struct observation * */
	struct bind_list tests;        /* struct test * */
	struct bind_list results;      /* struct result * */
	const struct result *last;     /* the result that counts, or NULL */
};

struct log {
	struct bind_text problem;
	struct bind_list users;        /* struct bind_text */
	struct bind_list observations; /* struct observation */
	struct bind_list hypotheses;   /* struct hypothesis */
	struct bind_list tests;        /* struct test */
	struct bind_list results;      /* struct result */
};

extern const struct bind_row test_rows[], result_rows[], observation_rows[],
    hypothesis_rows[];

/* The term that a key names among some, without a number behind it, "Hypothèse
 * 2"; or T_NONE. */
enum term record_name(struct arena *arena, const char *key,
    const enum term *terms, size_t count, enum lang *lang);

/* Whether a pair is a hypothesis; tells what came of one; and is any part of a
 * record. */
bool record_is_hypothesis(struct arena *arena, const struct node *pair);
bool record_is_outcome(struct arena *arena, const struct node *pair);
bool record_knows(struct arena *arena, const struct node *pair);

/* Whether any pair of a record is such a one. */
bool record_any(struct arena *arena, const struct node *record,
    bool (*is)(struct arena *, const struct node *));

/* Where a heading that names a hypothesis goes on with it, "Hypothesis 2: ..."; ""
 * where it only names it; NULL: it does not. */
const char *lone_behind(struct arena *arena, const char *heading,
    enum lang *lang);

/* What stands under the heading of a hypothesis, where that is one alone and what
 * came of it, line by line, as a record; else NULL. */
struct node *lone_section(struct arena *arena, const struct node *section);

/* A section of a text alone as the pair of a record; NULL for another. */
struct node *lone_pair(struct arena *arena, const struct node *section);

/* The sections of a document that are one text each, taken out as a record, where
 * one of them is the hypothesis; else NULL. */
struct node *lone_sheet(struct arena *arena, struct node *root);

/* Has a hypothesis that a section tells line by line, "We believe that ...", be the
 * one of that section. */
void card_arrange(struct arena *arena, struct node *root);

/* Has the rows of a table of measures and results, which has no column of
 * hypotheses, name that of the heading or of the document, or else their measure. */
void measure_arrange(struct arena *arena, struct node *root);

/* Has experiments that are told in one place each stand in the lists of the log. */
void record_arrange(struct method *method, const struct doc_part *part);

/* What a hypothesis is called: its label, or its text. */
const char *hypothesis_name(struct method *method,
    const struct hypothesis *hypothesis);

/* Puts observations, tests and results to their hypotheses. */
void hypothesis_resolve(struct method *method, struct log *log);

/* What is to be checked in the log. */
void hypothesis_find(struct method *method, const struct log *log);

/* The sections Journal and Vue d'ensemble. */
void journal_render(struct method *method, const struct log *log);
