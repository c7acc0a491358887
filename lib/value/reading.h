/*
 * reading: how sure it is what a text says, for all that reads quantities.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "text/term.h"

struct arena;

enum sure {
	SURE_NOT,   /* nothing of the kind that was wanted */
	SURE_EMPTY, /* no value, and it says so: n.c., ?, –, TBD */
	SURE_TWO,   /* two things, and which is not known */
	SURE_ABOUT, /* one thing or a range of them, and not to the last digit */
	SURE_EXACT,
};

/* A number in thousandths, or money in cents. */
struct amount {
	int64_t value; /* of SURE_EXACT, and of SURE_ABOUT where low is high */
	int64_t low, high; /* what it may be; both of SURE_TWO */
	bool a_year;       /* money, and it says that it is each year's */
	int currency;      /* money: an enum term, T_NONE where it says none */
	bool plain; /* SURE_EXACT and nothing beside it: no unit, no word */
};

/* Whether a figure may be computed with. */
static inline bool
reading_counts(enum sure sure, const struct amount *amount)
{
	return sure == SURE_EXACT ||
	    (sure == SURE_ABOUT && amount->low == amount->high);
}

/* Whether a plain text says that there is no value. */
bool reading_is_empty(const char *plain);

/* Cuts the last words of a folded text off, in brackets or not, where a list has
 * them; false where it does not. */
bool reading_cut_words(char *folded, enum term list);

/* Cuts a question mark off the end of a folded text, and blanks and brackets
 * around it, or words that say the same ("à confirmer"); false where there is
 * none. */
bool reading_cut_doubt(char *folded);

/* One line of text without the brackets around it. */
const char *reading_bare(struct arena *arena, const char *text);
