/*
 * clock: times of the day and durations, as people write them.
 */
#pragma once

#include "text/term.h"

struct arena;

struct clock {
	int start, end; /* minutes of the day, 1440 at its end; -1: no end */
	bool about;     /* "vers 9h" */
	bool bare;      /* a number that nothing says to be a time */
};

/*
 * Reads the time, or the two, that a text begins with: 9h, 9h30, 9:30, 9.30,
 * 9:30:00, 2pm, midi, "9h30 - 10h", "9-10h", "de 9h à 10h", "9:30 to 10:00".  *rest:
 * what stands behind it, no blank in front.
 */
bool clock_read_front(const char *text, struct clock *clock, const char **rest);

/* The same for a text that is one time or two, and not about them. */
bool clock_read_range(const char *text, int *start, int *end);

/* Whether a text begins with a time, and parts it from what stands behind. */
bool clock_leads(const char *text);

/* What stands behind the time, or the two, that a text begins with, and behind
 * the marks that part it, "9h30 - 10h : title"; *rest is where the time ends.  ""
 * where no time leads or nothing follows. */
const char *clock_title(const char *text, struct clock *clock,
    const char **rest);

/* "9 h 30", "9:30"; a day and more goes round. */
const char *clock_text(struct arena *arena, int minutes, enum lang lang);

/* Reads 1h30, 1,5 h, 20 min, 10', 90, une demi-heure into minutes. */
bool clock_duration_read(const char *text, int *minutes);

/* "20 min", "1 h 30". */
const char *clock_duration_text(struct arena *arena, int minutes);
