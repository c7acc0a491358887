/*
 * period: days and stretches of days, as people write them.
 */
#pragma once

#include "value/date.h"
#include "value/reading.h"

enum { PERIOD_RUNS = 12 };

/* Days in a row. */
struct period_run {
	struct date first, last;
};

struct period {
	struct date first, last;  /* of SURE_TWO: the one day or the other */
	bool has_first, has_last; /* "avant mars" has no first, "dès mars" no
				     last day */
	bool plain;        /* one day, and nothing said of it but its weekday */
	bool impossible;   /* SURE_NOT: a day that no calendar has */
	enum term weekday; /* the one that stands there and is not the day's */
	/* what is told as days, in the order it is told: 14-15 septembre +
	 * 12-13 octobre 2026 are two runs; none of a month or a week */
	struct period_run runs[PERIOD_RUNS];
	size_t run_count;
};

/*
 * Reads a day: 2021-11-16, 2021/11/16, 20211116, 16/11/2021 (day first, but
 * for 11/16/2021), 16.11.21, mar. 16 novembre 2021, 1er mars 2022, Nov 16,
 * 2021, 1-Mar-2026, a time behind it or not; a month (2027-06, 06/2027, juin
 * 2027), a year, a quarter (T2 2026, 2e trimestre 2026), a half-year (S1,
 * H1), a week (S10 2026, 2026-W10), a season; their start, middle or end
 * (SURE_ABOUT); several of them: 12-14 mars 2026, du 28 février au 2 mars
 * 2026, 14-15 septembre + 12-13 octobre 2026, mars-avril 2026; and what is
 * said of them: avant, d'ici, à partir de, env.
 * What has no year is SURE_NOT: no reading depends on the day it is.
 */
enum sure period_reading(const char *text, struct period *period);

/* The same of what may have no year, read as in some leap year: for whether it
 * tells a day or a period at all, and not for which. */
enum sure period_of_some_year(const char *text, struct period *period);

/* The latest end of what a text tells among other words: "ouvrir d'ici fin
 * 2026"; a number alone is no year there.  False where it tells none. */
bool period_end_within(const char *text, struct date *last);

/* The first and the last day of what has both. */
bool date_read_period(const char *text, struct date *first, struct date *last);

/* The day of a plain one. */
bool date_read(const char *text, struct date *date);

/* The length of the period that a text begins with, where a mark parts it from
 * the words that follow, "T1 2026 : ...", "mi-2026 – ..."; 0 where there is none.
 * *rest is where these begin. */
size_t period_read_front(const char *text, struct period *period,
    const char **rest);

/* The day of the week that a text begins with, or T_NONE. */
enum term period_weekday(const char *text);
