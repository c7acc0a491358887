/*
 * retex: an event as its sheet tells it, for the parts of retex-report.
 */
#pragma once

#include "method/method.h"

/* A fact, or what was done about it. */
struct moment {
	struct bind_text time, date, text, who;
	bool response;
	bool dated;   /* its day is given, here or above */
	bool timed;   /* the rest is known */
	long day;     /* after the first one */
	long minutes; /* since the first day began */
};

/* What went well or wrong, or a cause of it. */
struct point {
	struct bind_text text;
};

struct assessment {
	/* struct point; remarks are said to be neither */
	struct bind_list plus, minus, remarks;
};

struct criterion {
	struct bind_text text, threshold, review;
};

struct lesson {
	struct bind_text text;
	struct action action;
};

struct retex {
	struct bind_text event, planned;
	struct bind_list facts, responses; /* struct moment */
	struct assessment assessment;
	struct bind_list causes; /* struct point */
	struct bind_text protocol;
	struct bind_list criteria; /* struct criterion */
	struct bind_list lessons;  /* struct lesson */
	struct bind_list actions; /* struct action, under a heading of theirs */

	bool dated; /* the date of the first day is known */
	bool based; /* or at least its day and month */
	long first_day;
};

/* Reads the days that "+1", "J+1" or "D+1" counts. */
bool moment_read_days(const char *text, long *days);

/* Reads the time of a moment, with the day that stands in front of it; what is
 * no time stays as typed and is found. */
void moment_read(struct method *method, struct moment *moment);

/* Reads times and dates, with a finding for each that is none, and places every
 * moment that has a time; times and dates are then as a report prints them. */
void timeline_place(struct method *method, struct retex *retex);

/* Finds what goes back in time, in a list or from facts to responses. */
void timeline_find(struct method *method, const struct retex *retex);

/* Facts and responses in the order of time, with the delays between them. */
void timeline_render(struct method *method, const struct retex *retex);

/* Finds the causes that name a participant; without names in the report, they
 * then name them in full. */
void blame_find(struct method *method, const struct bind_list *causes);
