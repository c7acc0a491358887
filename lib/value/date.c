#include "value/date.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/digits.h"
#include "value/spelled.h"

bool
date_exists(struct date date)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = date.year % 4 == 0 &&
	    (date.year % 100 != 0 || date.year % 400 == 0);

	if (date.year < 1 || date.year > 9999 || date.month < 1 ||
	    date.month > 12 || date.day < 1)
		return false;
	return date.day <= days[date.month - 1] + (date.month == 2 && leap);
}

const char *
date_month_text(struct arena *arena, struct date date, enum lang lang)
{
	return arena_format(arena, "%s %04d",
	    term_name((enum term)(T_JANUARY + date.month - 1), lang),
	    date.year);
}

const char *
date_text(struct arena *arena, struct date date, enum lang lang)
{
	const char *first = lang == LANG_FR && date.day == 1 ? "er" : "";

	return arena_format(arena, "%d%s %s", date.day, first,
	    date_month_text(arena, date, lang));
}

long
date_day(struct date date)
{
	/* in a year that starts in March */
	long year = date.year - (date.month < 3);
	long month = (date.month + 9) % 12;

	return 365 * year + year / 4 - year / 100 + year / 400 +
	    (306 * month + 5) / 10 + date.day - 1;
}

enum term
date_weekday(struct date date)
{
	/* the first day of all, 1 March of year 0, was a Wednesday */
	return (enum term)(T_MONDAY + (date_day(date) + 2) % 7);
}

struct date
date_of_day(long day)
{
	struct date date = { (int)(day / 366), 1, 1 };

	while (date_day((struct date){ date.year + 1, 1, 1 }) <= day)
		date.year++;
	while (date.month < 12 &&
	    date_day((struct date){ date.year, date.month + 1, 1 }) <= day)
		date.month++;
	date.day = (int)(day - date_day(date)) + 1;
	return date;
}

struct date
date_add_months(struct date date, int months)
{
	int month = date.year * 12 + date.month - 1 + months;

	if (month < 12)
		return (struct date){ 1, 1, 1 };
	if (month >= 120000)
		return (struct date){ 9999, 12, 31 };
	date.year = month / 12;
	date.month = month % 12 + 1;
	while (!date_exists(date))
		date.day--;
	return date;
}

/* Adds what one number and its unit say; false for any other word. */
static bool
add_unit(struct date_span *span, int number, const char *unit)
{
	static const struct {
		enum term term;
		int months, days;
	} units[] = { { T_YEARS, 12, 0 }, { T_MONTHS, 1, 0 }, { T_WEEKS, 0, 7 },
		{ T_UNIT_DAYS, 0, 1 } };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (term_find(unit, &units[i].term, 1, NULL) != T_NONE) {
			span->months += units[i].months * number;
			span->days += units[i].days * number;
			return true;
		}
	return false;
}

bool
date_span_read(const char *text, struct date_span *span)
{
	ARENA_SCRATCH(arena);
	const char *at = uni_fold(arena, text);
	enum { MOST_MONTHS = 12000, MOST_DAYS = 366000 };
	struct date_span read = { 0, 0 };
	bool done = true;
	int number;
	size_t n;

	while (done && *at != '\0') {
		n = term_front(T_DATE_ONE, at);
		at += n;
		number = 1;
		done = n > 0 || digits_whole(&at, 1, 4, &number) ||
		    spelled_read(&at, &number);
		at += *at == ' ';
		n = strcspn(at, " ,0123456789");
		done = done &&
		    add_unit(&read, number, arena_copy(arena, at, n)) &&
		    read.months <= MOST_MONTHS && read.days <= MOST_DAYS;
		at += n;
		at += *at == ' ';
		n = done && read.days == 0 && read.months == 12 * number
		    ? term_front(T_CLOCK_AND_HALF, at)
		    : 0;
		read.months += n > 0 ? 6 : 0;
		at += n;
		at += *at == ',';
		at += *at == ' ';
		n = term_front(T_NUMBER_JOINTS, at);
		at += n > 0 && at[n] == ' ' ? n + 1 : 0;
	}
	if (!done || (read.months == 0 && read.days == 0))
		return false;
	*span = read;
	return true;
}

bool
date_ahead_read(const char *text, struct date_span *span)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, text);
	size_t n = term_front(T_DATE_AHEAD, folded);

	return n > 0 && date_span_read(folded + n, span);
}

struct date
date_after(struct date date, struct date_span span, int times)
{
	struct date later = date_add_months(date, span.months * times);
	long last = date_day((struct date){ 9999, 12, 31 });
	long day = date_day(later) + (long)span.days * times;

	return date_of_day(day < last ? day : last);
}
