/*
 * threshold: what a value must reach, or stay under, as people say it.
 */
#pragma once

#include "text/term.h"
#include "value/reading.h"

/* In thousandths; a bound itself is within, but where it is strict. */
struct threshold {
	bool has_low, has_high;
	int64_t low, high;
	bool low_strict, high_strict;
};

/*
 * Reads au moins 5, 5 ou plus, ≥ 5, not less than 5; au plus 10, 10 max,
 * jusqu'à 10, within 10 days, no more than 10; plus de 5, over 5, > 5; moins
 * de 10, en dessous de 10, under 10; entre 5 et 10, 5 à 10; au moins 5 et au
 * plus 10.  A number of which no word says that is SURE_ABOUT, at least that;
 * "5 jours sur 7" is 5.
 */
enum sure threshold_reading(const char *text, enum lang lang,
    struct threshold *threshold);

bool threshold_is_met(const struct threshold *threshold, int64_t thousandths);

/* The number of a text that has one, with words around it or a whole behind
 * it: "6 soirs sur 7". */
enum sure threshold_value(const char *text, enum lang lang,
    int64_t *thousandths);
