/*
 * period_part: one part of a period, from its words and figures.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/digits.h"
#include "value/period_inner.h"

enum { CENTURY = 2000 };

static const char figures[] = "0123456789";

static void
skip_blanks(struct reader *reader)
{
	reader->at += strspn(reader->at, " ,");
}

/* Moves past words, none of which begins with a figure. */
bool
period_skip_words(struct reader *reader, enum term words)
{
	size_t n = *reader->at >= '0' && *reader->at <= '9'
	    ? 0
	    : term_front(words, reader->at);

	reader->at += n;
	return n > 0;
}

bool
period_skip(struct reader *reader, char c)
{
	if (*reader->at != c)
		return false;
	reader->at++;
	return true;
}

/* The length of the letters that a text begins with. */
static size_t
letters(const char *text)
{
	size_t n = 0;

	while (text[n] >= 'a' && text[n] <= 'z')
		n++;
	return n;
}

/* Whether n letters are a name, or a short form of it: three letters, or all but
 * two or more; "Marc" is somebody, and no March. */
static bool
shortens(const char *word, size_t n, const char *name)
{
	return strncmp(name, word, n) == 0 &&
	    (n == 3 || word[n] == '.' || strlen(name) != n + 1);
}

/*
 * The name among consecutive terms that a word is, or begins with three
 * letters or more, counted from 1; 0 where it is none, or two of them.
 */
static int
name_at(const char *word, enum term first, int count, size_t *length)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	size_t n = letters(word), j;
	int found = 0, i;

	for (i = 1; n >= 3 && i <= count && found >= 0; i++)
		for (j = 0; j < 2; j++)
			if (shortens(word, n,
				term_name_folded((enum term)(first + i - 1),
				    langs[j])))
				found = found == 0 || found == i ? i : -1;
	*length = n + (word[n] == '.');
	return found > 0 ? found : 0;
}

static bool
read_month(struct reader *reader, int *month)
{
	size_t n;

	*month = name_at(reader->at, T_JANUARY, 12, &n);
	if (*month == 0)
		return false;
	reader->at += n;
	return true;
}

static bool
is_month(const char *text)
{
	size_t n;

	return name_at(text, T_JANUARY, 12, &n) != 0;
}

enum term
period_read_weekday(struct reader *reader)
{
	size_t n, digits;
	int day = name_at(reader->at, T_MONDAY, 7, &n);
	const char *after;

	if (day == 0)
		return T_NONE;
	after = reader->at + n;
	after += strspn(after, " ,");
	digits = strspn(after, figures);
	if (is_month(reader->at) &&
	    (digits == 0 || digits > 2 ||
		(strchr("/.-", after[digits]) == NULL &&
		    !is_month(after + digits + strspn(after + digits, "er ")))))
		return T_NONE;
	reader->at = after;
	return (enum term)(T_MONDAY + day - 1);
}

/* A year of four digits, perhaps in brackets, or of two at the end of all. */
static bool
read_year(struct reader *reader, int *year)
{
	const char *start = reader->at;
	bool bracket;

	reader->at += strspn(reader->at, " ,/-'");
	bracket = period_skip(reader, '(');
	period_skip_words(reader, T_DATE_OF);
	if (digits_whole(&reader->at, 4, 4, year) &&
	    (!bracket || period_skip(reader, ')')))
		return true;
	if (reader->at > start && strlen(reader->at) == 2 &&
	    digits_whole(&reader->at, 2, 2, year)) {
		*year += CENTURY;
		return true;
	}
	reader->at = start;
	return false;
}

/* T2, Q2, S1, H1, S10, W10. */
static bool
read_lettered(struct reader *reader, struct part *part)
{
	const char letter = *reader->at;
	size_t n = letter != '\0' ? strspn(reader->at + 1, figures) : 0;

	if (n == 0 || strchr("tqshw", letter) == NULL)
		return false;
	reader->at++;
	part->unit = letter == 't' || letter == 'q' ? QUARTER : HALF;
	if (letter == 'w' || (letter == 's' && (n > 1 || *reader->at > '2')))
		part->unit = WEEK;
	return digits_whole(&reader->at, 1, 2, &part->index);
}

/* What starts with a year: a day, a week, a quarter, a half, a month. */
static bool
read_from_year(struct reader *reader, struct part *part)
{
	const char *start;
	char separator;

	if (!digits_whole(&reader->at, 4, 4, &part->year))
		return false;
	start = reader->at;
	separator = *reader->at;
	reader->at += separator != '\0' && strchr("-/. ", separator) != NULL;
	if (read_lettered(reader, part))
		return true;
	part->unit = YEAR;
	if (separator != ' ' && reader->at > start &&
	    digits_whole(&reader->at, 1, 2, &part->month)) {
		part->unit = MONTH;
		if (!period_skip(reader, separator))
			return true;
		part->unit = DAY;
		return digits_whole(&reader->at, 1, 2, &part->day);
	}
	reader->at = start; /* it parts two years */
	return true;
}

/* Day, month and year in numbers, the first one read; "03/13/2026" has one
 * reading, "26-03-01" has two. */
static bool
read_numbers(struct reader *reader, struct part *part)
{
	char separator = *reader->at;
	size_t n;

	if (separator == '\0' || strchr("/.-", separator) == NULL)
		return false;
	reader->at++;
	if (strspn(reader->at, figures) == 4 && part->day <= 12) {
		part->unit = MONTH;
		part->month = part->day;
		part->day = 0;
		return digits_whole(&reader->at, 4, 4, &part->year);
	}
	if (!digits_whole(&reader->at, 1, 2, &part->month))
		return false;
	if (separator != *reader->at)
		return separator == '/';
	reader->at++;
	n = strspn(reader->at, figures);
	if ((n != 2 && n != 4) ||
	    !digits_whole(&reader->at, n, n, &part->year) ||
	    is_month(reader->at + strspn(reader->at, " ")))
		return false;
	if (n == 2 && separator == '-') {
		reader->two = true;
		reader->other = (struct date){ CENTURY + part->day, part->month,
			part->year };
	}
	part->year += n == 2 ? CENTURY : 0;
	if (part->month > 12 && part->day <= 12) {
		n = (size_t)part->month;
		part->month = part->day;
		part->day = (int)n;
	}
	return true;
}

/* The month behind a day, and the year behind that; of "March 2-9, 2026" the
 * month is the one of the day before. */
static void
read_month_of_day(struct reader *reader, struct part *part)
{
	const struct part *before = part - (reader->count > 0);
	const char *start = reader->at;

	reader->at += strspn(reader->at, " -/");
	period_skip_words(reader, T_DATE_OF);
	if (read_month(reader, &part->month)) {
		read_year(reader, &part->year);
		return;
	}
	reader->at = start;
	if (part->unit == DAY && before->unit == DAY && before->month > 0 &&
	    read_year(reader, &part->year))
		part->month = before->month;
}

/* Which of several: 2, 2e, deuxième, dernier. */
static bool
read_count(struct reader *reader, int *count)
{
	size_t n = letters(reader->at);

	if (digits_whole(&reader->at, 1, 2, count)) {
		period_skip_words(reader, T_DATE_ORDINAL);
		return true;
	}
	*count = LAST;
	if (period_skip_words(reader, T_DATE_LAST))
		return true;
	*count = term_number(T_DATE_ORDINALS, reader->at, n);
	reader->at += *count > 0 ? n : 0;
	return *count > 0;
}

/* What there are several of in a year, or in a month. */
static bool
read_unit(struct reader *reader, struct part *part)
{
	static const enum term units[] = { [QUARTER] = T_DATE_QUARTER,
		[HALF] = T_DATE_HALF,
		[WEEK_OF_MONTH] = T_DATE_WEEK,
		[FORTNIGHT] = T_DATE_FORTNIGHT };
	const char *start = reader->at;

	skip_blanks(reader);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (units[i] != T_NONE && period_skip_words(reader, units[i])) {
			part->unit = (enum unit)i;
			return true;
		}
	reader->at = start;
	return false;
}

static bool
read_from_day(struct reader *reader, struct part *part)
{
	const char *start;
	bool bare;

	if (digits_whole(&reader->at, 8, 8, &part->day)) {
		part->year = part->day / 10000;
		part->month = part->day / 100 % 100;
		part->day %= 100;
		return true;
	}
	bare = letters(reader->at) == 0;
	if (!read_count(reader, &part->day))
		return false;
	start = reader->at;
	if (bare && read_numbers(reader, part))
		return true;
	reader->at = start;
	part->unit = DAY;
	part->month = part->year = 0;
	reader->two = false;
	if (read_unit(reader, part)) {
		part->index = part->day;
		part->day = 0;
	}
	if (part->unit == QUARTER || part->unit == HALF)
		read_year(reader, &part->year);
	else
		read_month_of_day(reader, part);
	return part->unit != DAY || bare || (part->day > 0 && part->month > 0);
}

/* A letter and its number, trimestre 2, semaine 10, and the year. */
static bool
read_numbered(struct reader *reader, struct part *part)
{
	if (!read_lettered(reader, part)) {
		if (period_skip_words(reader, T_DATE_WEEK))
			part->unit = WEEK;
		else if (period_skip_words(reader, T_DATE_QUARTER))
			part->unit = QUARTER;
		else if (period_skip_words(reader, T_DATE_HALF))
			part->unit = HALF;
		else
			return false;
		reader->at += strspn(reader->at, " ");
		if (!digits_whole(&reader->at, 1, 2, &part->index))
			return false;
	}
	read_year(reader, &part->year);
	return true;
}

/* The year behind another: 2026-2027, 2026/27. */
static bool
read_next_year(struct reader *reader, int year)
{
	const char *start = reader->at;
	int next;

	if ((period_skip(reader, '-') || period_skip(reader, '/')) &&
	    (digits_whole(&reader->at, 4, 4, &next) ||
		digits_whole(&reader->at, 2, 2, &next)) &&
	    next % 100 == (year + 1) % 100)
		return true;
	reader->at = start;
	return false;
}

static bool
read_season(struct reader *reader, struct part *part)
{
	for (enum term term = T_DATE_SPRING; term <= T_DATE_BACK; term++)
		if (period_skip_words(reader, term)) {
			part->unit = SEASON;
			part->index = (int)(term - T_DATE_SPRING) + 1;
			if (term == T_DATE_BACK) {
				part->unit = MONTH;
				part->month = 9;
				reader->about = true;
			}
			read_year(reader, &part->year);
			part->two_years = term == T_DATE_WINTER &&
			    read_next_year(reader, part->year);
			return true;
		}
	return false;
}

/* Whether the day behind a month is the first of two: "2-9, 2026". */
static bool
is_first_of_two(const struct reader *reader)
{
	struct reader ahead = *reader;
	int n;

	skip_blanks(&ahead);
	if (!period_skip_words(&ahead, T_DATE_TO))
		return false;
	skip_blanks(&ahead);
	if (read_month(&ahead, &n))
		skip_blanks(&ahead);
	if (!digits_whole(&ahead.at, 1, 2, &n))
		return false;
	period_skip_words(&ahead, T_DATE_ORDINAL);
	return read_year(&ahead, &n);
}

/* A month and its year, or a day behind the month. */
static bool
read_from_month(struct reader *reader, struct part *part)
{
	const char *start;

	if (!read_month(reader, &part->month))
		return false;
	start = reader->at;
	skip_blanks(reader);
	if (reader->at > start && digits_whole(&reader->at, 1, 2, &part->day)) {
		period_skip_words(reader, T_DATE_ORDINAL);
		if (read_year(reader, &part->year) || is_first_of_two(reader))
			return true;
		part->day = 0;
	}
	reader->at = start;
	part->unit = MONTH;
	read_year(reader, &part->year);
	return true;
}

/* What is said before a part of it. */
static void
skip_leads(struct reader *reader, struct part *part)
{
	static const enum term thirds[] = { T_DATE_EARLY, T_DATE_MIDDLE,
		T_DATE_LATE };
	const char *start;

	do {
		start = reader->at;
		reader->at += strspn(reader->at, reader->by ? " ,:" : " ,");
		reader->by |= period_skip_words(reader, T_DATE_BY);
		reader->before |= period_skip_words(reader, T_DATE_BEFORE);
		reader->from |= period_skip_words(reader, T_DATE_FROM) ||
		    period_skip_words(reader, T_DATE_SINCE);
		reader->about |= period_skip_words(reader, T_VALUE_ABOUT);
		period_skip_words(reader, T_DATE_FILLER);
		for (enum third i = EARLY; i <= LATE; i++)
			if (period_skip_words(reader, thirds[i - 1]))
				part->third = i;
	} while (reader->at > start);
}

bool
period_read_part(struct reader *reader, struct part *part)
{
	const char *start;

	*part = (struct part){ .unit = DAY };
	skip_leads(reader, part);
	part->week = period_skip_words(reader, T_DATE_WEEK_OF);
	part->weekday = period_read_weekday(reader);
	start = reader->at;
	if (!read_from_year(reader, part)) {
		reader->at = start;
		part->unit = DAY;
		if (!read_from_day(reader, part)) {
			reader->at = start;
			part->day = 0;
			if (!read_numbered(reader, part) &&
			    !read_season(reader, part) &&
			    !read_from_month(reader, part))
				return false;
		}
	}
	return !part->week || part->unit == DAY;
}

enum term
period_weekday(const char *text)
{
	ARENA_SCRATCH(arena);
	size_t n;
	int day = name_at(uni_fold(arena, text), T_MONDAY, 7, &n);

	return day == 0 ? T_NONE : (enum term)(T_MONDAY + day - 1);
}
