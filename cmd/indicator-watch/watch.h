/*
 * watch: what the files of indicator-watch share.
 */
#pragma once

#include "method/method.h"

/* A value of a day, of a month or of a year. */
struct reading {
	struct date first, last; /* of the period */
	const char
	    *name; /* as typed, where it is no day, month or year; "" where
			   * nothing tells it */
	int64_t thousandths;
	const char *typed; /* the value, where it says more than its number */
	const char *unit;  /* behind its number, or "" */
	bool counts;       /* it was read */
	struct pos pos;
};

struct indicator {
	struct bind_text name, theme, territory, service, state, unit,
	    target_text, source;
	struct bind_text date;     /* of a row that has one value */
	bool united;               /* it is several such rows */
	struct bind_list nodes;    /* struct node *: of its values */
	struct bind_list others;   /* struct node *: by period */
	struct bind_list readings; /* struct reading, by their last days */
	struct bind_text values;   /* the same on one line */
	struct bind_number target;
};

struct watch {
	struct bind_list indicators; /* struct indicator */
};

/* The length of the key in "Cible 2026", a target by a period; 0 for others. */
size_t watch_target_length(const char *key);

/* unite.c: makes one indicator of those that a table has a row for each date of;
 * a text that is not the same in all of them is a fault. */
void unite_rows(struct method *method, struct bind_list *indicators);

/* series.c: reads an indicator's values and its target, from its nodes. */
void series_read(struct method *method, struct indicator *indicator);

/* trend.c: what the values of an indicator show, as a word. */
enum term trend_of(const struct indicator *indicator);

/* period.c: a period as a report prints it: "30 juin 2025", "juin 2025", "2025". */
const char *period_text(const struct method *method,
    const struct reading *reading);

/* Puts the period that a text names into a reading; false where it names none. */
bool period_put(const char *plain, struct reading *reading);
