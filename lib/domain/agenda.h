/*
 * agenda: what a sheet tells of the times of a session, or of a step.
 */
#pragma once

#include "sheet/bind.h"

enum {
	AGENDA_DAY = 24 * 60,     /* minutes; times past midnight are above */
	AGENDA_EVENING = 18 * 60, /* from when on what starts may end past it */
};

/* Where the times of something are. */
struct agenda_slot {
	struct bind_text *time; /* "9h30", "9h30 - 10h" */
	struct bind_minutes *start, *end, *duration;
	const struct bind_text *title;
};

/*
 * Reads a time, or two, into a start and an end, which stay as typed where they
 * are none, or only about one.  Of a range and another end the latter counts,
 * of times and a duration the times, and an end before its start is none: each
 * is a finding.  A start follows from an end and a duration.
 */
void agenda_read(struct bind *bind, enum lang lang, struct agenda_slot slot);

/* An end from start and duration, or a duration from start and end. */
void agenda_complete(struct agenda_slot slot);

/* Gives a value what follows for it. */
void agenda_put(struct bind_minutes *value, int minutes);
