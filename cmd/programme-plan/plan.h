/*
 * plan: what the files of programme-plan share.
 *
 * A programme is days of sessions; a session may be part of another one.  A
 * catalogue is courses, each on its dates.
 */
#ifndef PLAN_H
#define PLAN_H

#include "method/method.h"
#include "value/clock.h"

/* Times are minutes of the day, those past midnight above a day's. */
struct session {
	struct bind_text time, day_text, title, type, place, material, outcome,
	    code, within;
	struct bind_minutes start, end, duration;
	struct bind_list people; /* struct bind_text */
	struct bind_list parts;  /* struct session, until they stand alone */

	size_t day;             /* its place among the days */
	size_t parent;          /* the place of what it is part of, from 1 */
	size_t child, sibling;  /* the first part, the next one; from 1 */
	size_t order;           /* its place as given */
	size_t top;             /* that of its parent, or its own */
	int begins, top_begins; /* by which it is put in order */
};

struct day {
	const char *name; /* in md's normal form; "": no name */
	struct pos pos;
	struct date date;
	bool dated;
	long key; /* by which it is put in order */
	size_t order;
	struct bind_list sessions; /* struct session, in order */
};

struct course {
	struct bind_text title, code, type;
	struct bind_list dates, places, people; /* struct bind_text */
	struct bind_number remote;

	struct bind_list days;     /* struct date, in order; or none */
	struct bind_number length; /* days in all */
};

struct plan {
	struct bind_list nodes;    /* struct node * */
	struct bind_list sessions; /* struct session, in order */
	struct bind_list courses;  /* struct course, in order */
	struct bind_list days;     /* struct day, in order */
};

enum { DAY_MINUTES = 24 * 60 };

extern const struct bind_row session_rows[];
extern const struct bind_row course_rows[];

/* read.c: whether a section, or a table, is one of sessions. */
bool read_claims(const struct node *section);

/* The sessions of every form, each with its day and what it is part of. */
void read_sessions(struct method *method, struct plan *plan);

/* time.c: starts, ends and durations, then all in order. */
void time_sessions(struct method *method, struct plan *plan);

/* course.c: the dates of courses, then all in order. */
void course_read(struct method *method, struct plan *plan);

/* The dates of a course on one line. */
const char *course_dates(const struct method *method,
    const struct course *course);

/* check.c: what the reader should look at. */
void check_plan(struct method *method, const struct plan *plan);

/* render.c: the sections of the report; by: the heading of the catalogue's
 * groups. */
void render_plan(struct method *method, const struct plan *plan, enum term by);

/* chart.c: the programme, and the catalogue, as Mermaid's gantt. */
void chart_plan(struct method *method, const struct plan *plan);

/* The name of a day, as a report prints it. */
const char *day_name(const struct method *method, const struct day *day);

/*
 * Cuts a time off the start of a title: "9h30 - 10h : title", or without any
 * mark behind it "9h30-10h title" and "9h title".
 */
void session_cut_time(struct method *method, struct session *session);

#endif
