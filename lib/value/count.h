/*
 * count: how many there are of something, counted by hand.
 */
#ifndef COUNT_H
#define COUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "text/term.h"
#include "value/reading.h"

/*
 * Reads 7, 7 voix, (11), 11 votes, 1 200, and marks (see marks.h); drawn: it
 * was marks.  What is no whole number, or has a sign, is SURE_NOT; a number of
 * two readings is SURE_TWO.
 */
enum sure count_reading(const char *text, enum lang lang, uint64_t *count,
    bool *drawn);

#endif
