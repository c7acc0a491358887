/*
* amount: a number with what people put around it.  For number and money.
 */
#pragma once

#include "text/term.h"
#include "value/reading.h"

/* A amount_kind's thousands that any separator parts. */
enum { AMOUNT_THOUSANDS = '*' };

struct amount_kind {
	/* what before three last digits parts thousands, and not perhaps
	 * decimals: ',', AMOUNT_THOUSANDS, or 0 for nothing */
	char thousands;
	enum term front; /* the unit that may stand in front, or T_NONE */
	bool words;      /* a number in words is one */
	/* whether a text, folded, can stand behind, and what that makes of
	 * the figure */
	bool (*unit)(const char *text, struct amount *amount);
};

/*
 * Reads a figure of a kind: a sign, k and millions behind it, a word in front
 * that says about, a question mark behind, a range of two.
 */
enum sure amount_read(const char *text, const struct amount_kind *kind,
    struct amount *amount);

/* What the first word behind a number multiplies it by ("k€", "millions"), and
 * moves past it; 1 where it is a unit.  The text is folded. */
int64_t amount_skip_scale(const char **text);

/* Moves past a sign; -1, 0 (none) or 1. */
int amount_skip_sign(const char **text);
