#include "value/period.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

enum { CENTURY = 2000 };

static const char figures[] = "0123456789";

/* What one part of a period is, and which part of it is meant. */
enum unit { DAY, MONTH, QUARTER, HALF, SEASON, WEEK, YEAR };
enum third { WHOLE, EARLY, MIDDLE, LATE };

struct part {
	enum unit unit;
	enum third third;
	int year, month, day; /* 0: as the next part has it */
	int index;            /* of a quarter, half, season or week */
	enum term weekday;
	bool through; /* the days up to it from the part before are meant */
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

static void
skip_blanks(struct reader *reader)
{
	reader->at += strspn(reader->at, " ,");
}

/* Moves past words, none of which begins with a figure. */
static bool
skip_words(struct reader *reader, enum term words)
{
	size_t n = *reader->at >= '0' && *reader->at <= '9'
	    ? 0
	    : term_front(words, reader->at);

	reader->at += n;
	return n > 0;
}

static bool
skip(struct reader *reader, char c)
{
	if (*reader->at != c)
		return false;
	reader->at++;
	return true;
}

/* Moves past digits, from least to most of them, and gives their number. */
static bool
read_digits(struct reader *reader, size_t least, size_t most, int *number)
{
	size_t n = strspn(reader->at, figures);

	if (n < least || n > most)
		return false;
	for (*number = 0; n > 0; n--)
		*number = *number * 10 + (*reader->at++ - '0');
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
			if (strncmp(term_name_folded((enum term)(first + i - 1),
					langs[j]),
				word, n) == 0)
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

/* Moves past a weekday; "mar" is one only in front of a day. */
static enum term
read_weekday(struct reader *reader)
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

/* A year of four digits, or of two at the end of all. */
static bool
read_year(struct reader *reader, int *year)
{
	const char *start = reader->at;

	reader->at += strspn(reader->at, " ,/-'");
	skip_words(reader, T_DATE_OF);
	if (read_digits(reader, 4, 4, year))
		return true;
	if (reader->at > start && strlen(reader->at) == 2 &&
	    read_digits(reader, 2, 2, year)) {
		*year += CENTURY;
		return true;
	}
	reader->at = start;
	return false;
}

/* What starts with a year: a day, a week, a quarter, a half, a month. */
static bool
read_from_year(struct reader *reader, struct part *part)
{
	const char *start;
	char separator, letter;

	if (!read_digits(reader, 4, 4, &part->year))
		return false;
	start = reader->at;
	separator = *reader->at;
	part->unit = YEAR;
	if (separator == '\0' || strchr("-/.", separator) == NULL)
		return true;
	letter = *++reader->at;
	if (letter != '\0' && strchr("tqshw", letter) != NULL) {
		reader->at++;
		part->unit = letter == 'w'           ? WEEK
		    : letter == 's' || letter == 'h' ? HALF
						     : QUARTER;
		return read_digits(reader, 1, 2, &part->index);
	}
	if (read_digits(reader, 1, 2, &part->month)) {
		part->unit = MONTH;
		if (!skip(reader, separator))
			return true;
		part->unit = DAY;
		return read_digits(reader, 1, 2, &part->day);
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
		return read_digits(reader, 4, 4, &part->year);
	}
	if (!read_digits(reader, 1, 2, &part->month))
		return false;
	if (separator != *reader->at)
		return separator == '/';
	reader->at++;
	n = strspn(reader->at, figures);
	if ((n != 2 && n != 4) || !read_digits(reader, n, n, &part->year) ||
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

/* The month behind a day, and the year behind that. */
static void
read_month_of_day(struct reader *reader, struct part *part)
{
	const char *start = reader->at;

	reader->at += strspn(reader->at, " -/");
	skip_words(reader, T_DATE_OF);
	if (read_month(reader, &part->month))
		read_year(reader, &part->year);
	else
		reader->at = start;
}

static bool
read_from_day(struct reader *reader, struct part *part)
{
	const char *start;

	if (read_digits(reader, 8, 8, &part->day)) {
		part->year = part->day / 10000;
		part->month = part->day / 100 % 100;
		part->day %= 100;
		return true;
	}
	if (!read_digits(reader, 1, 2, &part->day))
		return false;
	start = reader->at;
	if (read_numbers(reader, part))
		return true;
	reader->at = start;
	part->unit = DAY;
	part->month = part->year = 0;
	reader->two = false;
	skip_words(reader, T_DATE_ORDINAL);
	if (skip_words(reader, T_DATE_QUARTER))
		part->unit = QUARTER;
	else if (skip_words(reader, T_DATE_HALF))
		part->unit = HALF;
	if (part->unit == DAY) {
		read_month_of_day(reader, part);
		return true;
	}
	part->index = part->day;
	part->day = 0;
	read_year(reader, &part->year);
	return true;
}

/* T2, Q2, S1, H1, S10, W10, trimestre 2, semaine 10, and the year. */
static bool
read_numbered(struct reader *reader, struct part *part)
{
	const char letter = *reader->at;

	if (skip_words(reader, T_DATE_WEEK)) {
		part->unit = WEEK;
	} else if (skip_words(reader, T_DATE_QUARTER)) {
		part->unit = QUARTER;
	} else if (skip_words(reader, T_DATE_HALF)) {
		part->unit = HALF;
	} else if (letter != '\0' && strchr("tqshw", letter) != NULL &&
	    strspn(reader->at + 1, figures) > 0) {
		reader->at++;
		part->unit = letter == 't' || letter == 'q' ? QUARTER : HALF;
		if (letter == 'w' ||
		    (letter == 's' &&
			(strspn(reader->at, figures) > 1 || *reader->at > '2')))
			part->unit = WEEK;
	} else {
		return false;
	}
	reader->at += strspn(reader->at, " ");
	if (!read_digits(reader, 1, 2, &part->index))
		return false;
	read_year(reader, &part->year);
	return true;
}

static bool
read_season(struct reader *reader, struct part *part)
{
	enum term term;

	for (term = T_DATE_SPRING; term <= T_DATE_BACK; term++)
		if (skip_words(reader, term)) {
			part->unit = SEASON;
			part->index = (int)(term - T_DATE_SPRING) + 1;
			read_year(reader, &part->year);
			return true;
		}
	return false;
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
	if (reader->at > start && read_digits(reader, 1, 2, &part->day)) {
		skip_words(reader, T_DATE_ORDINAL);
		if (read_year(reader, &part->year))
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
	enum third i;

	do {
		start = reader->at;
		skip_blanks(reader);
		reader->by |= skip_words(reader, T_DATE_BY);
		reader->before |= skip_words(reader, T_DATE_BEFORE);
		reader->from |= skip_words(reader, T_DATE_FROM);
		reader->about |= skip_words(reader, T_VALUE_ABOUT);
		skip_words(reader, T_DATE_FILLER);
		for (i = EARLY; i <= LATE; i++)
			if (skip_words(reader, thirds[i - 1]))
				part->third = i;
	} while (reader->at > start);
}

static bool
read_part(struct reader *reader, struct part *part)
{
	const char *start;

	*part = (struct part){ .unit = DAY };
	skip_leads(reader, part);
	part->weekday = read_weekday(reader);
	start = reader->at;
	if (read_from_year(reader, part))
		return true;
	reader->at = start;
	if (read_from_day(reader, part))
		return true;
	reader->at = start;
	return read_numbered(reader, part) || read_season(reader, part) ||
	    read_from_month(reader, part);
}

/* Moves past a weekday in brackets, or a remark without figures. */
static void
skip_remark(struct reader *reader)
{
	const char *start = reader->at;
	size_t n;

	if (!skip(reader, '('))
		return;
	if (reader->count == 1 && reader->parts[0].weekday == T_NONE)
		reader->parts[0].weekday = read_weekday(reader);
	if (skip(reader, ')'))
		return;
	reader->at = start;
	n = strcspn(start, ")");
	if (start[n] != ')' || start[n + 1] != '\0' ||
	    strcspn(start, figures) < n)
		return;
	reader->about = true;
	reader->at = start + n + 1;
}

/* Moves past a time of the day, or what stands in brackets. */
static void
skip_behind(struct reader *reader)
{
	static const char times[] = "0123456789:hmnz.+- ap";
	const char *start;

	start = reader->at;
	skip_blanks(reader);
	skip(reader, 't');
	skip_words(reader, T_DATE_AT);
	if (reader->at[0] >= '0' && reader->at[0] <= '9' &&
	    reader->at[strspn(reader->at, times)] == '\0' &&
	    strpbrk(reader->at, ":hap") != NULL) {
		reader->at += strlen(reader->at);
		reader->noted = true;
		return;
	}
	reader->at = start + strspn(start, " ");
	skip_remark(reader);
}

static bool
read_parts(struct reader *reader)
{
	bool through = false;
	struct part *part;

	do {
		part = &reader->parts[reader->count];
		if (reader->count == PERIOD_RUNS || !read_part(reader, part))
			return false;
		part->through = through;
		reader->count++;
		skip_behind(reader);
		through = skip_words(reader, T_DATE_TO);
	} while (through || skip_words(reader, T_DATE_AND));
	return *reader->at == '\0';
}

/* Gives parts the month and the year that stand behind a later one. */
static bool
fill(struct reader *reader)
{
	struct part *part, *next;
	size_t i;

	if (reader->parts[reader->count - 1].year == 0)
		return false;
	for (i = reader->count - 1; i > 0; i--) {
		part = &reader->parts[i - 1];
		next = &reader->parts[i];
		if (part->unit == DAY && part->month == 0)
			part->month = next->month;
		if (part->year == 0)
			part->year = next->year - (part->month > next->month);
	}
	part = &reader->parts[reader->count - 1];
	return part->unit != DAY || part->month > 0;
}

static struct date
day_after(struct date date, long days)
{
	return date_of_day(date_day(date) + days);
}

/* The months of a unit: the first one, and how many. */
static bool
find_months(const struct part *part, int *month, int *count)
{
	*month = part->month;
	*count = 1;
	switch (part->unit) {
	case YEAR:
		*month = 1;
		*count = 12;
		return true;
	case QUARTER:
		*month = 3 * part->index - 2;
		*count = 3;
		return part->index >= 1 && part->index <= 4;
	case HALF:
		*month = 6 * part->index - 5;
		*count = 6;
		return part->index == 1 || part->index == 2;
	case SEASON:
		*month = part->index == 5 ? 9 : 3 * part->index;
		*count = part->index == 5 ? 1 : 3;
		return true;
	default:
		return *month >= 1 && *month <= 12;
	}
}

/* Monday and Sunday of a week as ISO 8601 counts them. */
static bool
find_week(const struct part *part, struct date *first, struct date *last)
{
	struct date fourth = { part->year, 1, 4 };
	long monday = date_day(fourth) -
	    (long)(date_weekday(fourth) - T_MONDAY) + 7L * (part->index - 1);

	if (part->index < 1 || part->index > 53 ||
	    date_of_day(monday + 3).year != part->year)
		return false;
	*first = date_of_day(monday);
	*last = date_of_day(monday + 6);
	return true;
}

/* A third of a stretch of days. */
static void
cut_third(enum third third, struct date *first, struct date *last)
{
	long start = date_day(*first), length = date_day(*last) - start + 1;

	if (third == WHOLE)
		return;
	if (third != LATE)
		*last = date_of_day(start + length * (third - WHOLE) / 3 - 1);
	*first = date_of_day(start + length * (third - EARLY) / 3);
}

/* The first and last day of a part; false for one that no calendar has. */
static bool
find_days(const struct part *part, struct date *first, struct date *last)
{
	int month, count;

	if (part->year < 1)
		return false;
	if (part->unit == DAY) {
		*first = *last =
		    (struct date){ part->year, part->month, part->day };
		return date_exists(*first);
	}
	if (part->unit == WEEK)
		return find_week(part, first, last);
	if (!find_months(part, &month, &count))
		return false;
	*first = (struct date){ part->year, month, 1 };
	*last = day_after(date_add_months(*first, count), -1);
	/* by the stars a season ends later than by its months */
	if (part->unit == SEASON && part->index < 5)
		*last = day_after(*last, 22);
	cut_third(part->third, first, last);
	return true;
}

/* Adds the day of a part to the runs; false where it goes back to it. */
static bool
add_run(struct period *period, const struct part *part, struct date day)
{
	struct period_run *run = period->runs + period->run_count;

	if (part->through && period->run_count > 0) {
		run[-1].last = day;
		return date_day(run[-1].first) <= date_day(day);
	}
	*run = (struct period_run){ day, day };
	period->run_count++;
	return true;
}

/* What the parts and what is said of them make. */
static enum sure
settle(struct reader *reader, struct period *period)
{
	const struct part *part = reader->parts;
	struct date first, last;
	bool days = true;
	size_t i;

	if (!fill(reader))
		return SURE_NOT;
	for (i = 0; i < reader->count; i++) {
		if (!find_days(&part[i], &first, &last)) {
			period->impossible = part[i].unit == DAY;
			return SURE_NOT;
		}
		reader->about |=
		    part[i].third != WHOLE || part[i].unit == SEASON;
		days = days && part[i].unit == DAY;
		if (days && !add_run(period, &part[i], first))
			return SURE_NOT;
		if (i == 0)
			period->first = first;
		if (part[i].unit == SEASON && part[i].index == 4)
			return SURE_NOT; /* of which of two years? */
	}
	period->last = last;
	period->run_count = days ? period->run_count : 0;
	if (part->unit == DAY && part->weekday != T_NONE &&
	    part->weekday != date_weekday(period->first))
		period->weekday = part->weekday;
	if (date_day(period->first) > date_day(last))
		return SURE_NOT;
	period->has_first = !reader->by && !reader->before;
	period->has_last = !reader->from || reader->count > 1;
	if (reader->before)
		period->last = day_after(period->first, -1);
	period->plain = reader->count == 1 && part->unit == DAY &&
	    !reader->noted && !reader->about && !reader->before &&
	    !reader->by && !reader->from;
	return reader->about ? SURE_ABOUT : SURE_EXACT;
}

/* Cuts off a question mark at the end, and brackets around it. */
static bool
cut_doubt(char *text)
{
	size_t n = strlen(text), kept = n;

	while (kept > 0 && strchr(" ?()", text[kept - 1]) != NULL)
		kept--;
	if (memchr(text + kept, '?', n - kept) == NULL)
		return false;
	text[kept] = '\0';
	return true;
}

enum sure
period_reading(const char *text, struct period *period)
{
	struct arena *arena = arena_new();
	char *folded = arena_string(arena, uni_fold(arena, text));
	struct reader reader = { .at = folded };
	enum sure sure = SURE_NOT;

	*period = (struct period){ .weekday = T_NONE };
	reader.about = cut_doubt(folded);
	if (reading_is_empty(text))
		sure = SURE_EMPTY;
	else if (read_parts(&reader))
		sure = settle(&reader, period);
	if (sure > SURE_TWO && reader.two && reader.count == 1 &&
	    date_exists(reader.other)) {
		period->last = reader.other;
		sure = SURE_TWO;
	}
	arena_free(arena);
	return sure;
}

enum sure
period_of_some_year(const char *text, struct period *period)
{
	static const char *const years[] = { " 2000", "/2000" };
	enum sure sure = period_reading(text, period);
	struct arena *arena = arena_new();
	size_t i;

	for (i = 0; sure <= SURE_EMPTY && i < 2; i++) {
		sure =
		    period_reading(arena_format(arena, "%s%s", text, years[i]),
			period);
		if (period->first.month == 1 && period->last.month == 12)
			sure = SURE_NOT; /* it is the year alone that was read */
	}
	arena_free(arena);
	return sure;
}

enum term
period_weekday(const char *text)
{
	struct arena *arena = arena_new();
	size_t n;
	int day = name_at(uni_fold(arena, text), T_MONDAY, 7, &n);

	arena_free(arena);
	return day == 0 ? T_NONE : (enum term)(T_MONDAY + day - 1);
}
