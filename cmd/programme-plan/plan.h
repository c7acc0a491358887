/*
 * plan: what the files of programme-plan share.
 *
 * A programme is days of sessions; a session may have parts, which have none.
 * A catalogue is courses, each on its dates.  Both can be drawn, as Mermaid's
 * Gantt charts.
 */
#pragma once

#include "domain/agenda.h"
#include "method/method.h"
#include "value/period.h"

/* Times are minutes of the day, those past midnight above a day's. */
struct session {
	struct bind_text time, day, title, type, place, material, outcome, code,
	    within;
	struct bind_minutes start, end, duration;
	struct bind_list people;   /* struct bind_text */
	struct bind_list parts;    /* struct session */
	struct bind_list sessions; /* the same, where it is a day of them */

	int begins;                  /* by which it is put in order */
	const struct session *whole; /* what it is a part of, or NULL */
};

struct day {
	struct bind_text name; /* "": none */
	struct date date;
	bool dated;
	enum term weekday;         /* one that its name tells, and is not so */
	long key;                  /* by which it is put in order */
	struct bind_list sessions; /* struct session, in order */
	struct dict names;         /* of them, folded, to their places from 1 */
	struct bind_list lines;    /* the same, each with its parts behind it */
	int length,
	    sum; /* minutes: with anything in them, and of all sessions */
};

struct course {
	struct bind_text title, code, type, dates;
	struct bind_list places, people; /* struct bind_text */
	struct bind_number remote;

	struct period when;
	bool known;                /* when it begins */
	struct bind_list days;     /* long, as date_day has them, each once */
	struct bind_number length; /* days in all */
};

struct plan {
	struct bind_list nodes;    /* struct node * */
	struct bind_list sessions; /* struct session: the lines of all days */
	struct bind_list courses;  /* struct course, in order */
	struct bind_list days;     /* struct day, in order */
};

/* session.c: the sessions of every form, each on its day, and the rows that
 * print them. */
extern const struct bind_row session_rows[];
bool session_claims(const struct node *section);
bool session_is_day(const char *heading);
bool session_is_key(const char *heading); /* of the sessions, or of parts */
bool session_is_timed(const struct node *item);
size_t session_leads(struct arena *arena, const char *line, size_t before);
void session_read_all(struct method *method, struct plan *plan);

/* half.c: the parts of a day that stand under headings in it, before all is bound. */
void half_arrange(struct method *method, const struct doc_part *part);

/* room.c: a section in which each row of a table with a column for each room is
 * one for each of them. */
const struct node *room_unfold(struct arena *arena, const struct node *section);

/* Takes off a day the pair that tells where all of it is, "Lieu : Mairie", among
 * its sessions or in front of them. */
struct bind_text room_take_place(struct arena *arena, struct node *day);

/* time.c: starts, ends and durations, then all in order. */
void time_sessions(struct method *method, struct plan *plan);

/* day.c: the programme day by day, what stands in the way of it, and its totals
 * by day and by type. */
const char *day_name(const struct method *method, const struct day *day);
void day_find(struct method *method, const struct day *day);
void day_render_all(struct method *method, const struct plan *plan);
void day_render_totals(struct method *method, const struct plan *plan);
void day_chart_all(struct method *method, const struct plan *plan);

/* rhythm.c: what takes the minutes of a day. */
void rhythm_measure(const struct method *method, struct day *day);
void rhythm_find(struct method *method, const struct day *day,
    const char *called);

/* course.c: the catalogue, which a table without a heading is that has dates, and
 * codes or places; by: the heading of its groups. */
extern const struct bind_row course_rows[];
bool course_claims(const struct node *section);
void course_read_all(struct method *method, struct plan *plan);
void course_find_all(struct method *method, const struct plan *plan);
void course_render_all(struct method *method, const struct plan *plan,
    enum term by);
void course_chart_all(struct method *method, const struct plan *plan);
