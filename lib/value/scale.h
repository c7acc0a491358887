/*
 * scale: from which number to which something is rated.
 */
#pragma once

#include <stdint.h>

#include "text/term.h"

/* In thousandths, the lowest below the highest, both within a million. */
struct scale {
	int64_t lowest, highest;
};

/* Reads -3..3, 0-20, 1 à 5, from 1 to 5; and /20, sur 20, out of 20: from 0.
 * False for a number alone, and for anything else. */
bool scale_read(const char *text, enum lang lang, struct scale *scale);

/* The scale that a name ends with, as "Innovation /5", "Prix (sur 20)"; *front:
 * the length of the name. */
bool scale_read_behind(const char *name, enum lang lang, struct scale *scale,
    size_t *front);
