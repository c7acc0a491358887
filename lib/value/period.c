/*
 * period: the parts of a text, and what they are together.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/period_inner.h"

/* Moves past a weekday in brackets, or a remark without figures. */
static void
skip_remark(struct reader *reader)
{
	const char *start = reader->at;
	size_t n;

	if (!period_skip(reader, '('))
		return;
	if (reader->count == 1 && reader->parts[0].weekday == T_NONE)
		reader->parts[0].weekday = period_read_weekday(reader);
	if (period_skip(reader, ')'))
		return;
	reader->at = start;
	n = strcspn(start, ")");
	if (start[n] != ')' || strcspn(start, "0123456789") < n)
		return;
	reader->about = true;
	reader->at = start + n + 1;
	reader->at += strspn(reader->at, " ");
}

/* Moves past a time or a part of the day, or what stands in brackets. */
static void
skip_behind(struct reader *reader)
{
	static const char times[] = "0123456789:hmnz.+- ap";
	const char *start = reader->at;

	reader->at += strspn(reader->at, " ,-");
	if (period_skip_words(reader, T_DATE_PART_OF_DAY) &&
	    *reader->at == '\0') {
		reader->noted = true;
		return;
	}
	reader->at = start + strspn(start, " ,");
	period_skip(reader, 't');
	period_skip_words(reader, T_DATE_AT);
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
		if (reader->count == PERIOD_RUNS ||
		    !period_read_part(reader, part))
			return false;
		part->through = through;
		reader->count++;
		skip_behind(reader);
		through = period_skip_words(reader, T_DATE_TO);
	} while (through || period_skip_words(reader, T_DATE_AND));
	return *reader->at == '\0';
}

/* Gives parts the month and the year that stand behind a later one. */
static bool
fill(struct reader *reader)
{
	struct part *part, *next;

	if (reader->parts[reader->count - 1].year == 0)
		return false;
	for (size_t i = reader->count - 1; i > 0; i--) {
		part = &reader->parts[i - 1];
		next = &reader->parts[i];
		if (part->month == 0 &&
		    (part->unit == DAY || part->unit == FORTNIGHT ||
			part->unit == WEEK_OF_MONTH))
			part->month = next->month;
		if (part->year == 0)
			part->year = next->year - (part->month > next->month);
	}
	part = &reader->parts[reader->count - 1];
	return part->unit != DAY || part->month > 0;
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

	if (!fill(reader))
		return SURE_NOT;
	/* "semaine du 2 au 6 mars": its days are told */
	reader->parts[0].week &= reader->count == 1;
	for (size_t i = 0; i < reader->count; i++) {
		if (!period_find_days(&part[i], &first, &last)) {
			period->impossible = part[i].unit == DAY;
			return SURE_NOT;
		}
		reader->about |= part[i].third != WHOLE ||
		    part[i].unit == SEASON || part[i].unit == WEEK_OF_MONTH;
		days = days && part[i].unit == DAY && !part[i].week;
		if (days && !add_run(period, &part[i], first))
			return SURE_NOT;
		if (i == 0)
			period->first = first;
		if (part[i].unit == SEASON && part[i].index == 4 &&
		    !part[i].two_years)
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
		period->last = date_of_day(date_day(period->first) - 1);
	period->plain = reader->count == 1 && days && !reader->noted &&
	    !reader->about && !reader->before && !reader->by && !reader->from;
	return reader->about ? SURE_ABOUT : SURE_EXACT;
}

/* Cuts off the mark that ends a sentence, and brackets around all of it. */
static char *
cut_ends(char *folded)
{
	size_t n = strlen(folded);

	while (n > 0 && strchr(" .,;", folded[n - 1]) != NULL)
		folded[--n] = '\0';
	if (n < 2 || strchr("([<", *folded) == NULL ||
	    strcspn(folded, ")]>") != n - 1)
		return folded;
	folded[n - 1] = '\0';
	return folded + 1;
}

enum sure
period_reading(const char *text, struct period *period)
{
	ARENA_SCRATCH(arena);
	char *folded = arena_string(arena, uni_fold(arena, text));
	struct reader reader = { .at = NULL };
	enum sure sure = SURE_NOT;

	*period = (struct period){ .weekday = T_NONE };
	reader.about = reading_cut_doubt(folded);
	reader.at = cut_ends(folded);
	if (reading_is_empty(text))
		sure = SURE_EMPTY;
	else if (read_parts(&reader))
		sure = settle(&reader, period);
	if (sure > SURE_TWO && reader.two && reader.count == 1 &&
	    date_exists(reader.other)) {
		period->last = reader.other;
		sure = SURE_TWO;
	}
	return sure;
}

static bool
read_end(const char *words, struct date *last)
{
	struct period period;

	if (period_reading(words, &period) < SURE_ABOUT || !period.has_last)
		return false;
	*last = period.last;
	return true;
}

/* How many bytes of some words tell an end, which are no number alone; 0 for
 * none. */
static size_t
end_length(struct arena *arena, const char *words, struct date *last)
{
	enum { LONGEST = 60 };
	size_t n = strnlen(words, LONGEST),
	       least = strspn(words, "0123456789 ");
	const char *front;

	/* it has a year */
	while (least < n && (words[least] < '0' || words[least] > '9'))
		least++;
	for (; n > least; n--) {
		if (words[n] != '\0' && strchr(" ,;.:)", words[n]) == NULL)
			continue;
		front = arena_copy(arena, words, n);
		if (read_end(front, last))
			return n;
	}
	return 0;
}

bool
period_end_within(const char *text, struct date *last)
{
	ARENA_SCRATCH(arena);
	bool found = read_end(text, last);
	struct date end;
	size_t n;

	for (text += found ? strlen(text) : 0; *text != '\0';
	     text += strspn(text, " ,;.:('")) {
		n = end_length(arena, text, &end);
		if (n > 0 && (!found || date_day(end) > date_day(*last)))
			*last = end;
		found = found || n > 0;
		text += n > 0 ? n : strcspn(text, " ,;.:('");
	}
	return found;
}

enum sure
period_of_some_year(const char *text, struct period *period)
{
	static const char *const years[] = { " 2000", "/2000" };
	enum sure sure = period_reading(text, period);
	ARENA_SCRATCH(arena);

	for (size_t i = 0; sure <= SURE_EMPTY && i < 2; i++) {
		sure =
		    period_reading(arena_format(arena, "%s%s", text, years[i]),
			period);
		if (period->first.month == 1 && period->last.month == 12)
			sure =
			    SURE_NOT; /* it is the year alone that was read */
	}
	return sure;
}

size_t
period_read_front(const char *text, struct period *period, const char **rest)
{
	static const char *const marks[] = { " :", ":", " –", " —", " - " };
	enum { LONGEST = 40 };
	char front[LONGEST + 1];
	const char *at;
	size_t i, n;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		at = strstr(text, marks[i]);
		n = at != NULL ? (size_t)(at - text) : 0;
		if (n == 0 || n > LONGEST)
			continue;
		memcpy(front, text, n);
		front[n] = '\0';
		if (period_reading(front, period) <= SURE_TWO ||
		    !period->has_last)
			continue;
		*rest = uni_skip_blanks(at + strlen(marks[i]));
		return **rest != '\0' ? n : 0;
	}
	return 0;
}
