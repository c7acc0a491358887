/*
 * experiment: what experiment-log reads, and what it makes of it.
 */
#ifndef EXPERIMENT_H
#define EXPERIMENT_H

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

struct result {
	struct bind_text hypothesis, value, learned;
	struct bind_date date;
	struct bind_yes met;
	struct bind_choice decision;
};

enum met { NOT_COMPARED, MISSED, MET };

struct hypothesis {
	struct bind_text id, text, condition, outcome, reason;
	struct bind_text measure, threshold;
	struct bind_date set_on;
	struct bind_list from; /* struct bind_text */
	/* once resolved */
	struct bind_list observations; /* struct observation * */
	struct bind_list tests;        /* struct test * */
	struct bind_list results;      /* struct result *, by their dates */
	const struct result *last;     /* the result that counts, or NULL */
	enum met met;
};

struct log {
	struct bind_text problem;
	struct bind_list users;        /* struct bind_text */
	struct bind_list observations; /* struct observation */
	struct bind_list hypotheses;   /* struct hypothesis */
	struct bind_list tests;        /* struct test */
	struct bind_list results;      /* struct result */
};

extern const struct bind_row observation_rows[], hypothesis_rows[];

/* What a hypothesis is called: its label, or its text. */
const char *hypothesis_name(struct method *method,
    const struct hypothesis *hypothesis);

/* A hypothesis in a sentence. */
const char *hypothesis_text(struct method *method,
    const struct hypothesis *hypothesis);

/* Where a test or a result stands, by the first thing that is given in it. */
struct pos test_place(const struct test *test);
struct pos result_place(const struct result *result);

/* Puts observations, tests and results to their hypotheses. */
void resolve(struct method *method, struct log *log);

/* Tells method who becomes a letter: whoever tests and is no group. */
void name_people(struct method *method, const struct log *log);

/* Whether a result met its threshold: as it says, or by the numbers in both. */
enum met judge(struct method *method, const struct hypothesis *hypothesis,
    const struct result *result);

/* Whether a value meets a threshold, by the numbers in them. */
enum met compare(struct method *method, const char *value,
    const char *threshold);

/* What is to be checked. */
void find(struct method *method, const struct log *log);

/* The sections Journal and Vue d'ensemble. */
void render_log(struct method *method, const struct log *log);
void render_overview(struct method *method, const struct log *log);

#endif
