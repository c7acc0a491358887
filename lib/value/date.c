#include "value/date.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

static bool
exists(struct date date)
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

/* The term among consecutive ones that a word names, counted from 1; or 0. */
static int
index_of(const char *word, enum term first, int count)
{
	enum term term;
	int i;

	for (i = 1; i <= count; i++) {
		term = (enum term)(first + i - 1);
		if (term_find(word, &term, 1, NULL) != T_NONE)
			return i;
	}
	return 0;
}

/* Moves past digits, from least to most of them, and gives their number. */
static bool
read_digits(const char **text, size_t least, size_t most, int *number)
{
	size_t n = strspn(*text, "0123456789"), i;

	if (n < least || n > most)
		return false;
	*number = 0;
	for (i = 0; i < n; i++)
		*number = *number * 10 + (*(*text)++ - '0');
	return true;
}

static bool
skip(const char **text, char c)
{
	if (**text != c)
		return false;
	++*text;
	return true;
}

static bool
read_iso(const char *text, struct date *date)
{
	return read_digits(&text, 4, 4, &date->year) && skip(&text, '-') &&
	    read_digits(&text, 1, 2, &date->month) && skip(&text, '-') &&
	    read_digits(&text, 1, 2, &date->day) && *text == '\0';
}

static bool
read_slashes(const char *text, struct date *date)
{
	return read_digits(&text, 1, 2, &date->day) && skip(&text, '/') &&
	    read_digits(&text, 1, 2, &date->month) && skip(&text, '/') &&
	    read_digits(&text, 4, 4, &date->year) && *text == '\0';
}

/* "1er" and "1st" are how a month's first day is written. */
static bool
read_day(const char *word, struct date *date)
{
	static const char *const ends[] = { "", "er", "st", "nd", "rd", "th" };
	size_t i;

	if (!read_digits(&word, 1, 2, &date->day))
		return false;
	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (strcmp(word, ends[i]) == 0)
			return true;
	return false;
}

/* A day, a month and a year, or a month, a day and a year. */
static bool
read_words(char *text, struct date *date)
{
	static const char parts[] = " ,";
	char *words[4], *rest = NULL, *word = strtok_r(text, parts, &rest);
	const char *year;
	size_t count = 0;

	if (word != NULL && index_of(word, T_MONDAY, 7) != 0)
		word = strtok_r(NULL, parts, &rest);
	for (; word != NULL && count < 4; word = strtok_r(NULL, parts, &rest))
		words[count++] = word;
	if (count != 3)
		return false;
	year = words[2];
	if (!read_day(words[0], date)) {
		word = words[0];
		words[0] = words[1];
		words[1] = word;
	}
	date->month = index_of(words[1], T_JANUARY, 12);
	return read_day(words[0], date) &&
	    read_digits(&year, 4, 4, &date->year) && *year == '\0';
}

bool
date_read(const char *text, struct date *date)
{
	struct arena *arena = arena_new();
	const char *folded = uni_fold(arena, text);
	struct date read = { 0, 0, 0 };
	bool done = read_iso(folded, &read) || read_slashes(folded, &read) ||
	    read_words(arena_string(arena, folded), &read);

	arena_free(arena);
	if (!done || !exists(read))
		return false;
	*date = read;
	return true;
}

bool
date_read_period(const char *text, struct date *first, struct date *last)
{
	/* what makes the first day of it */
	static const struct {
		const char *before, *after;
		int months;
	} periods[] = { { "", "", 0 }, { "", "-1", 1 }, { "1/", "", 1 },
		{ "1 ", "", 1 }, { "1/1/", "", 12 } };
	struct arena *arena = arena_new();
	struct date end;
	bool found = false;
	size_t i;

	for (i = 0; i < sizeof(periods) / sizeof(periods[0]) && !found; i++) {
		found =
		    date_read(arena_format(arena, "%s%s%s", periods[i].before,
				  text, periods[i].after),
			first);
		if (!found)
			continue;
		end = date_add_months(*first, periods[i].months);
		*last = periods[i].months == 0 ? *first
					       : date_of_day(date_day(end) - 1);
	}
	arena_free(arena);
	return found;
}

const char *
date_text(struct arena *arena, struct date date, enum lang lang)
{
	const char *month =
	    term_name((enum term)(T_JANUARY + date.month - 1), lang);
	const char *first = lang == LANG_FR && date.day == 1 ? "er" : "";

	return arena_format(arena, "%d%s %s %04d", date.day, first, month,
	    date.year);
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

enum term
date_read_weekday(const char *text)
{
	struct arena *arena = arena_new();
	char *word = arena_string(arena, uni_fold(arena, text));
	int day;

	word[strcspn(word, " ,")] = '\0';
	day = index_of(word, T_MONDAY, 7);
	arena_free(arena);
	return day == 0 ? T_NONE : (enum term)(T_MONDAY + day - 1);
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
	while (!exists(date))
		date.day--;
	return date;
}

/* Adds what one number and its unit say; false for any other word. */
static bool
add_unit(struct date_span *span, int number, const char *unit)
{
	static const enum term units[] = { T_YEARS, T_MONTHS, T_WEEKS,
		T_UNIT_DAYS };

	switch (term_find(unit, units, 4, NULL)) {
	case T_YEARS:
		span->months += 12 * number;
		return true;
	case T_MONTHS:
		span->months += number;
		return true;
	case T_WEEKS:
		span->days += 7 * number;
		return true;
	case T_UNIT_DAYS:
		span->days += number;
		return true;
	default:
		return false;
	}
}

bool
date_span_read(const char *text, struct date_span *span)
{
	struct arena *arena = arena_new();
	const char *at = uni_fold(arena, text);
	struct date_span read = { 0, 0 };
	bool done = true;
	int number;
	size_t n;

	while (done && *at != '\0') {
		done = read_digits(&at, 1, 4, &number);
		skip(&at, ' ');
		n = strcspn(at, " ,0123456789");
		done =
		    done && add_unit(&read, number, arena_copy(arena, at, n));
		at += n;
		skip(&at, ',');
		skip(&at, ' ');
		for (n = 0; n < 2; n++)
			if (strncmp(at, n == 0 ? "et " : "and ", 3 + n) == 0)
				at += 3 + n;
	}
	arena_free(arena);
	if (!done || (read.months == 0 && read.days == 0) ||
	    read.months > 12000 || read.days > 366000)
		return false;
	*span = read;
	return true;
}

struct date
date_after(struct date date, struct date_span span, int times)
{
	struct date later = date_add_months(date, span.months * times);
	long last = date_day((struct date){ 9999, 12, 31 });
	long day = date_day(later) + (long)span.days * times;

	return date_of_day(day < last ? day : last);
}
