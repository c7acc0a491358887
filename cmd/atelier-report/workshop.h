/*
 * workshop: what one workshop produced: a sheet, that is read and printed by
 * rows.
 */
#pragma once

#include "domain/placeholder.h"
#include "method/method.h"

/* A note: a text, who wrote it, how many voices it got, and what is below. */
struct note_item {
	struct bind_text text, from;
	struct bind_number votes;
	struct bind_list below; /* struct note_item */
};

/* Notes under one title. */
struct column {
	enum term term;    /* T_NONE where the title is the user's own */
	const char *title; /* in normal form */
	struct bind_list notes;
	struct bind_list sections; /* struct node *, that it was read from */
};

/* A step of the agenda. */
struct step {
	struct bind_text time, title, facilitator, outcome, state;
	struct bind_minutes end, duration;
	int begins; /* minutes of the day: its start, or the end of the step
		       before; -1 where neither is known */
};

struct principle {
	struct bind_text text, drift;
};

/* A decision; in the registers of proceedings also what is to be checked. */
struct decision {
	struct bind_text label, text, by, review;
	struct bind_choice kind;    /* of what: a workshop, a vote, consent */
	struct bind_number chapter; /* that it stands in */
};

struct idea {
	struct bind_text text, why;
	struct bind_yes kept;
};

/* Notes in columns. */
struct harvest {
	struct bind_list nodes;   /* struct node *: what they are read from */
	struct bind_list columns; /* struct column */
	const enum term *terms;   /* the known names of columns, to T_NONE */
	bool listed;              /* they are to be lists, and no table */
};

struct sheet {
	struct bind_text theme, burning, powerful;
	struct bind_choice aim;
	struct bind_list agenda; /* struct step */
	struct harvest harvest, project;
	struct bind_list principles;            /* struct principle */
	struct bind_list decisions;             /* struct decision */
	struct bind_list actions;               /* struct action */
	struct bind_list ideas;                 /* struct idea */
	struct bind_list points, quotes, links; /* struct note_item */
};

extern const struct bind_tool sheet_tool;
extern const struct bind_row step_rows[];
extern const struct bind_row note_item_rows[];
extern const struct bind_row decision_rows[];
extern const struct bind_row column_rows[];

/* sheet.c: what a bound sheet says, what to look at in it, and its sections in
 * the subject that is open. */
void sheet_read(struct method *method, struct sheet *sheet);
void sheet_find(struct method *method, const struct sheet *sheet);
void sheet_render(struct method *method, const struct sheet *sheet);

/* steps.c: the times of the steps, what is wrong with them, and how long they
 * take in all. */
void steps_read(struct method *method, struct bind_list *agenda);
void steps_find(struct method *method, const struct bind_list *agenda);
int steps_minutes(const struct bind_list *agenda);

/* harvest.c: the columns of notes that nodes hold; and a table of them, or
 * lists. */
void harvest_read(struct method *method, struct harvest *harvest);
void harvest_render(struct method *method, const struct harvest *harvest);
const char *harvest_title(const struct method *method,
    const struct column *column);

/* How many notes columns have in all; and the same for a reader. */
size_t harvest_count(const struct harvest *harvest);
const char *harvest_counted(const struct method *method,
    const struct harvest *harvest);

/* note.c: what notes say at their end, who wrote them and how many want them;
 * and notes as a list. */
void notes_read(struct method *method, struct bind_list *notes);
void notes_render(struct method *method, const struct bind_list *notes);

/* Whether its votes are no plain number, and stand below it with who wrote it;
 * and a note on one line: "text — *who*, 3 voix". */
bool note_has_pairs(const struct note_item *note);
const char *note_line(const struct method *method,
    const struct note_item *note);
