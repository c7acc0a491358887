/*
 * road: what the parts of road-map share.
 */
#pragma once

#include "method/method.h"
#include "sheet/gather.h"
#include "sheet/refer.h"

struct task {
	struct bind_text id, text, stream, who, period, length, state, where;
	struct bind_date start, end;
	struct bind_list after; /* BIND_NAMES */
	struct bind_number load, progress;

	/* once scheduled; days are numbers of date_day */
	const char *plain;
	struct bind_list before; /* struct task *: what it depends on */
	size_t met; /* how many of these, from 1; SIZE_MAX: all, as it stands
		       behind them */
	struct task *behind; /* from which it was met */
	long early, finish;  /* its first and its last day, at the earliest */
	long latest;         /* the last day that delays nothing */
	long slipped;        /* finish, once something slips */
	bool unsized;        /* neither an end nor a duration */
	bool needed;         /* something depends on it */
	bool done;

	/* as it is printed */
	struct action action;
	struct bind_date from, until, late;
	struct bind_number margin;
	struct bind_text expected;
};

struct milestone {
	struct bind_text text, criterion, state;
	struct bind_date date;
	struct bind_list after; /* BIND_NAMES */
	struct bind_list before;
};

struct capacity {
	struct bind_text who, days; /* a month */
};

/* Who has how much to do, by month. */
struct load {
	struct gather people;
	long first; /* 12 times the year and the months before it in its year */
	size_t months;
};

extern const struct bind_row road_task_rows[];

struct road {
	struct bind_list tasks, milestones, capacities;
	const char *slip; /* the option */

	struct task **order; /* each behind what it depends on */
	size_t ordered;
	bool placed; /* there is a day to begin with */
	long first, last;
	const struct task *slipping;
	struct date_span span;
	long end; /* the last day, once that one has slipped */
	struct load load;
};

/* Makes a table with a column a period the tasks that stand in it, and quarters that
 * say no year those of the year that they stand under (struct method's arrange). */
void calendar_arrange(struct method *method, const struct doc_part *part);

/* typed.c: whether an item begins with a period, as a task does. */
bool typed_is_task(const struct node *item);

/* Reads the periods of tasks, of which those drawn as milestones become some. */
void typed_read(struct method *method, struct road *road);

/* Resolves what depends on what, and places tasks in time; faults where that
 * goes round in a circle. */
void schedule_read(struct method *method, struct road *road);
void schedule_find(struct method *method, const struct road *road);

/* A day, for a column of the tool's own. */
struct bind_date schedule_date(long day);

/* Reads the option that tells the slip; and what it moves, as a section. */
void slip_read(struct method *method, struct road *road, struct refer *tasks);
void slip_render(struct method *method, const struct road *road);

/* Who has how much to do in which month; what is too much; and as a section. */
void load_find(struct method *method, struct road *road);
void load_render(struct method *method, const struct road *road);
