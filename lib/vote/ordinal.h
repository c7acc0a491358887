/*
 * ordinal: a rank as somebody typed it.
 */
#pragma once

#include <stdbool.h>

#include "base/arena.h"

enum { MOST_RANK = 1000000 };

/* Reads a rank: 1, 1er, 2e, 1st, first, n° 3, choix 1, 2e choix, rank_4; 0 where
 * it says that there is none. */
bool ordinal_read(struct arena *arena, const char *text, size_t *rank);

/* Whether a cell gives an option anything, and whether a text is a rank. */
bool ordinal_gives(const char *text);
bool ordinal_is(const char *text);

/* Whether cells rank so many things: 1 is among them, and none is greater. */
bool ordinal_across(const char *const *cells, size_t count);
