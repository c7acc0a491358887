/*
 * digits: the figures of a number, as people part them.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What no number passes, in thousandths. */
static const int64_t DIGITS_LIMIT = INT64_C(1000000000000000);

struct digits {
	int64_t value;  /* thousandths */
	int64_t other;  /* where the last separator may part decimals as well as
			  thousands, the number of decimals; else the same */
	char separator; /* that one, ',' or '.' */
};

/*
 * Moves past the figures that a text begins with: 1234, 1 234 (any blank),
 * 1'234, 1.234,5, 1,234.5, 0,25.  False where there are none, where they are
 * parted as no number is, have more than three decimals that are not 0, or
 * pass 10^12.
 */
bool digits_read(const char **text, struct digits *digits);

/* Moves past digits in a row, from least to most of them, at most 9, and gives
 * their number; false where there are more or fewer. */
bool digits_whole(const char **text, size_t least, size_t most, int *number);

/* The same, and of a number in words (see spelled.h); *spelled: it was one. */
bool digits_read_or_words(const char **text, struct digits *digits,
    bool *spelled);
