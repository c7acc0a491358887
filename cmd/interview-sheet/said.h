/*
 * said: the words of an answer, counted, and compared with a quote.
 */
#pragma once

#include "base/dict.h"

struct arena;

/* Answers, found by their words. */
struct said {
	struct arena *arena;
	const char **answers;
	size_t count;
	struct dict words;
};

/* The words of PROSE in normal form, without marks, on one line. */
const char *said_words(struct arena *arena, const char *prose);

/* Words as quotes are compared: folded, each between blanks. */
const char *said_compared(struct arena *arena, const char *words);

void said_open(struct said *said, struct arena *arena);

/* Knows one answer more, its words to be compared. */
void said_add(struct said *said, const char *compared);

/* The place, from 0, of the first answer that holds a quote: its parts, which
 * "..." or "…" divide, in their order; how many there are where none does. */
size_t said_find(struct said *said, const char *quote);
