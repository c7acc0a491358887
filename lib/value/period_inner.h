/*
 * period_inner: what the files of period share with each other and nobody else.
 *
 * A text is read part by part; each part is some days, and together they are
 * the period.
 */
#pragma once

#include "value/period.h"

/* What one part of a period is, and which part of it is meant. */
enum unit {
	DAY,
	MONTH,
	QUARTER,
	HALF,
	SEASON,
	WEEK,
	YEAR,
	FORTNIGHT,    /* half a month */
	WEEK_OF_MONTH /* its first seven days, or the next */
};
enum third { WHOLE, EARLY, MIDDLE, LATE };

enum { LAST = -1 };

struct part {
	enum unit unit;
	enum third third;
	int year, month, day; /* 0: as the next part has it */
	int index;            /* of a quarter, half, season or week, or LAST */
	enum term weekday;
	bool week;      /* the week that a day is in */
	bool two_years; /* the winter from one to the next */
	bool through;   /* the days up to it from the part before are meant */
};

struct reader {
	const char *at; /* in the folded text */
	struct part parts[PERIOD_RUNS];
	size_t count;
	bool about, before, by, from;
	bool noted; /* words say more of a day than which it is */
	bool two;   /* the numbers may be another day, which is other */
	struct date other;
};

/*
 * period_part.c: one part, from its words and figures.
 */
bool period_read_part(struct reader *reader, struct part *part);

/* Moves past a weekday; "mar" is one only in front of a day. */
enum term period_read_weekday(struct reader *reader);

/* Moves past a character, or one of the phrases of a term; false where it does
 * not stand there. */
bool period_skip(struct reader *reader, char c);
bool period_skip_words(struct reader *reader, enum term words);

/*
 * period_days.c: the first and the last day that a part is; false where no
 * calendar has it.
 */
bool period_find_days(const struct part *part, struct date *first,
    struct date *last);
