/*
 * unit: what a number counts in, and whether two numbers can be compared.
 */
#ifndef UNIT_H
#define UNIT_H

#include <stdbool.h>

/* What stands behind the first number of a plain text; "" where nothing does. */
const char *unit_of(const char *plain);

/*
 * Whether two units, neither of them "", are two that a clerk would not add up:
 * minutes and hours, euros and visits.  "min" is "minutes", "k€" counts in "€";
 * and of two words that measure nothing ("visits", "visitors") one may be the
 * other.
 */
bool unit_differs(const char *a, const char *b);

#endif
