/*
 * unit: what a number counts in, and whether two numbers can be compared.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* What stands behind the first number of a plain text; "" where nothing does. */
const char *unit_of(const char *plain);

/*
 * Whether two units, neither of them "", are two that a clerk would not add up:
 * minutes and hours, euros and visits.  "min" is "minutes", "k€" counts in "€";
 * and of two words that measure nothing ("visits", "visitors") one may be the
 * other.
 */
bool unit_differs(const char *a, const char *b);

/* How many a unit counts in: 1000 for "k€", 1 for "€". */
int64_t unit_times(const char *unit);

/* Whether a text begins with a unit that measures: "minutes of waiting". */
bool unit_measures(const char *text);
