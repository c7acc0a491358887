/*
 * speaker: who says a line of an interview.
 */
#pragma once

#include <stdbool.h>

struct arena;

/* Who speaks: one who asks, or who answers, by a mark or by name. */
struct speaker {
	const char *name; /* "" for a mark */
	const char *head; /* the same as typed, with its colon */
	const char *rest; /* what is said */
	bool marked, asks;
};

/* Reads who says a line, in strong text or not: "**Paul:** Who?"; false: nobody.
 * A time in front of it, "[00:12:40] ", stays with what is said. */
bool speaker_read(struct arena *arena, const char *line,
    struct speaker *speaker);
