/*
 * said: the words of an answer, counted, and compared with a quote.
 */
#ifndef SAID_H
#define SAID_H

#include <stdbool.h>

struct arena;

/* The words of PROSE in normal form, without marks, on one line. */
const char *said_words(struct arena *arena, const char *prose);

/* Words as quotes are compared: folded, each between blanks. */
const char *said_compared(struct arena *arena, const char *words);

/* Whether words to be compared hold a quote: its parts, which "..." or "…"
 * divide, in their order. */
bool said_holds(struct arena *arena, const char *compared, const char *quote);

#endif
