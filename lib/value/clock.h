/*
 * clock: times of the day and durations, as people write them.
 */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdbool.h>

#include "text/term.h"

struct arena;

/* Reads 9h, 9h30, 9:30, 9.30, 2pm into minutes of the day, 24h into 1440. */
bool clock_read(const char *text, int *minutes);

/* The same for two of them, "9h30 - 10h", "9h30 à 10h", "9:30 to 10:00"; of a
 * time alone the end is -1. */
bool clock_read_range(const char *text, int *start, int *end);

/* "9 h 30", "9:30"; a day and more goes round. */
const char *clock_text(struct arena *arena, int minutes, enum lang lang);

/* Reads 1h30, 20 min, 90 into minutes. */
bool clock_duration_read(const char *text, int *minutes);

/* "20 min", "1 h 30". */
const char *clock_duration_text(struct arena *arena, int minutes);

#endif
