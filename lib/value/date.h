/*
 * date: days of the Gregorian calendar, as people write them.
 */
#pragma once

#include "text/term.h"

struct arena;

struct date {
	int year;  /* 1 to 9999 */
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* Whether a calendar has the day. */
bool date_exists(struct date date);

/* The date in words, in a language. */
const char *date_text(struct arena *arena, struct date date, enum lang lang);

/* Its month and year alone. */
const char *date_month_text(struct arena *arena, struct date date,
    enum lang lang);

/* The number of the day, counted from a fixed one: for differences. */
long date_day(struct date date);

/* The day of the week, from T_MONDAY to T_SUNDAY. */
enum term date_weekday(struct date date);

/* The day of that number; and the day as many months later, the last one of
 * its month where that has no such day; kept between years 1 and 9999. */
struct date date_of_day(long day);
struct date date_add_months(struct date date, int months);

/* A length of time as contracts tell it: months, or days. */
struct date_span {
	int months, days;
};

/*
 * Reads 3 ans, 18 mois, 1 an et 6 mois, 6 weeks, 90 jours.  False for anything
 * else, for nothing and for what passes 1000 years.
 */
bool date_span_read(const char *text, struct date_span *span);

/* The same of how far ahead something is: in six months, dans un an. */
bool date_ahead_read(const char *text, struct date_span *span);

/* The day that begins when that time, so many times over, is past; 9999-12-31
 * at the latest. */
struct date date_after(struct date date, struct date_span span, int times);
