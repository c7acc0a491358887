/*
 * timeline: when things happened, across midnight too.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "report/grid.h"
#include "retex.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/period.h"

enum { DAY = 24 * 60, MAX_DIGITS = 3 };

/* What may stand behind a time that is read: "12:06:10 UTC", "9:00 (CET)". */
#define SECONDS_OR_ZONE "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:+-() "

/* Reads +1, J+1, D+1, with a closing bracket behind or not. */
static bool
read_days(const char *text, long *days)
{
	size_t n;

	if (*text != '\0' && strchr("jJdD", *text) != NULL)
		text++;
	n = *text == '+' ? strspn(text + 1, "0123456789") : 0;
	if (n == 0 || n > MAX_DIGITS)
		return false;
	*days = atol(text + 1);
	text += 1 + n;
	return strcmp(text, *text == ')' ? ")" : "") == 0;
}

/* "0h20 (+1)", "J+1 0h20": moves the day beside a time to where days stand. */
static void
part_days(struct arena *arena, struct moment *moment)
{
	const char *text = moment->time.text, *time;
	size_t n = strcspn(text, "(+jJdD"), first = strcspn(text, " ");
	long days;

	if (read_days(arena_copy(arena, text, first), &days))
		time = text + first;
	else if (read_days(text + n + (text[n] == '('), &days))
		time = arena_copy(arena, text, n);
	else
		return;
	moment->time.text = uni_line(arena, time);
	if (*moment->date.text == '\0')
		moment->date.text = arena_format(arena, "+%ld", days);
}

/* Whether a text is a day, with its year or without. */
static bool
is_day(struct arena *arena, const char *text)
{
	static const char *const years[] = { "", " 2000", "/2000" };
	struct period period;
	size_t i;

	for (i = 0; i < sizeof(years) / sizeof(years[0]); i++)
		if (period_reading(arena_format(arena, "%s%s", text, years[i]),
			&period) > SURE_EMPTY &&
		    period.has_first && period.has_last &&
		    date_day(period.first) == date_day(period.last))
			return true;
	return false;
}

/* What stands behind the mark that parts a time from its text. */
static const char *
skip_mark(const char *text)
{
	static const char *const marks[] = { ":", "-", "–", "—", ",", "T", "à ",
		"at " };
	size_t i;

	text += strspn(text, " ");
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return text + strlen(marks[i]) +
			    strspn(text + strlen(marks[i]), " ");
	return text;
}

/* The length of the day that a text begins with, 0 for none. */
static size_t
day_length(struct arena *arena, const char *text)
{
	enum { MOST_WORDS = 5 };
	size_t words, n = strcspn(text, " "), length = 0;
	struct clock clock;
	const char *rest;
	long days;

	if (read_days(arena_copy(arena, text, n), &days))
		return n;
	n = 0;
	for (words = 0; words < MOST_WORDS && text[n] != '\0'; words++) {
		if ((clock_read_front(text + n, &clock, &rest) &&
			!clock.bare) ||
		    text[n + strcspn(text + n, " :")] == ':')
			break;
		n += strcspn(text + n, " ,T");
		if (strpbrk(arena_copy(arena, text, n), "0123456789") != NULL &&
		    is_day(arena, arena_copy(arena, text, n)))
			length = n;
		n += text[n] != '\0';
	}
	return length;
}

/* The length of the days counted behind a time: "(+1)", "J+1". */
static size_t
days_behind(struct arena *arena, const char *text)
{
	size_t open = *text == '(', n = strcspn(text, " ,:)");
	long days;

	if (n <= open ||
	    !read_days(arena_copy(arena, text + open, n - open), &days))
		return 0;
	return n + (open && text[n] == ')');
}

/* Takes the day in front of a time to where days stand; returns the rest. */
static const char *
cut_day(struct arena *arena, struct moment *moment, const char *text)
{
	size_t n = *moment->date.text == '\0' ? day_length(arena, text) : 0;

	if (n == 0)
		return text;
	moment->date = moment->time;
	moment->date.text =
	    md_text(arena, uni_line(arena, arena_copy(arena, text, n)));
	return md_text(arena, skip_mark(text + n));
}

/* Cuts a time, and the day in front of it, off the start of a text:
 * "22h10 text", "12 mars, 22h10 : text", "vers 8h : text". */
static void
part_time(struct arena *arena, struct moment *moment)
{
	const char *text = moment->text.text, *rest = text, *end;
	struct moment parted = *moment;
	struct clock clock;

	if (*moment->time.text != '\0' ||
	    term_front(T_RETEX_LASTING, uni_fold(arena, text)) > 0)
		return;
	parted.time = moment->text;
	rest = cut_day(arena, &parted, text);
	parted.time.text = "";
	if (clock_read_front(rest, &clock, &end) && !clock.bare &&
	    (*end == '\0' || end[-1] == ' ' || strchr(":,-(", *end) != NULL)) {
		if (term_front(T_RETEX_LASTING, uni_fold(arena, end)) > 0)
			return;
		end += days_behind(arena, end);
		parted.time.text = uni_line(arena,
		    arena_copy(arena, rest, (size_t)(end - rest)));
		rest = skip_mark(end);
	} else if (rest == text) {
		return;
	}
	if (*rest == '\0')
		return;
	parted.text.text = md_text(arena, rest);
	*moment = parted;
}

static void
read_time(struct method *method, struct moment *moment)
{
	struct clock clock;
	const char *rest = "";

	part_time(method->arena, moment);
	part_days(method->arena, moment);
	if (*moment->time.text == '\0')
		return;
	moment->time.text = cut_day(method->arena, moment, moment->time.text);
	if (*moment->time.text == '\0')
		return;
	moment->timed = clock_read_front(moment->time.text, &clock, &rest) &&
	    rest[strspn(rest, SECONDS_OR_ZONE)] == '\0';
	if (!moment->timed) {
		bind_finding(method->bind, moment->time.pos, M_RETEX_NO_TIME,
		    moment->time.text);
		return;
	}
	moment->minutes = clock.start;
	if (*rest == '\0' && !clock.about && clock.end < 0)
		moment->time.text =
		    clock_text(method->arena, clock.start, method->lang);
}

/* The day of a date, or of "+1"; false where it is neither. */
static bool
read_date(struct method *method, struct moment *moment,
    const struct retex *retex)
{
	const char *text = method_plain(method, moment->date.text);
	struct date date;

	if (date_read(text, &date)) {
		moment->day = date_day(date) - retex->first_day;
		return true;
	}
	if (read_days(text, &moment->day)) {
		moment->date.text =
		    arena_format(method->arena, "+%ld", moment->day);
		return true;
	}
	bind_finding(method->bind, moment->date.pos, M_RETEX_NO_DAY, text);
	return false;
}

/* The first date that a list gives is that of the first day. */
static void
find_first_day(struct method *method, struct retex *retex,
    const struct bind_list *list)
{
	const struct moment *moment = list->at;
	struct date date;
	size_t i;

	for (i = 0; i < list->count && !retex->dated; i++) {
		retex->dated =
		    date_read(method_plain(method, moment[i].date.text), &date);
		if (retex->dated)
			retex->first_day = date_day(date);
	}
}

/* What has no date is on the day of what stands before it. */
static void
place(struct method *method, const struct retex *retex, struct bind_list *list,
    bool response)
{
	struct moment *moment = list->at;
	long day = 0;
	size_t i;

	for (i = 0; i < list->count; i++) {
		moment[i].response = response;
		if (*moment[i].date.text != '\0' &&
		    read_date(method, &moment[i], retex))
			day = moment[i].day;
		moment[i].day = day;
		moment[i].minutes += day * DAY;
	}
}

static void
read_times(struct method *method, struct bind_list *list)
{
	struct moment *moment = list->at;
	size_t i;

	for (i = 0; i < list->count; i++)
		read_time(method, &moment[i]);
}

void
timeline_place(struct method *method, struct retex *retex)
{
	read_times(method, &retex->facts);
	read_times(method, &retex->responses);
	find_first_day(method, retex, &retex->facts);
	find_first_day(method, retex, &retex->responses);
	place(method, retex, &retex->facts, false);
	place(method, retex, &retex->responses, true);
}

/* A day as its date, or as so many after the first one. */
static const char *
day_text(const struct method *method, const struct retex *retex, long day)
{
	if (retex->dated)
		return method_date(method, date_of_day(retex->first_day + day));
	return day == 0 ? "" : arena_format(method->arena, "%+ld", day);
}

/* A time, and its day where another one's is not the same. */
static const char *
moment_text(const struct method *method, const struct retex *retex,
    const struct moment *moment, const struct moment *other)
{
	return moment->day == other->day
	    ? moment->time.text
	    : arena_format(method->arena, "%s %s",
		  day_text(method, retex, moment->day), moment->time.text);
}

void
timeline_find(struct method *method, const struct retex *retex,
    const struct bind_list *moments)
{
	const struct moment *moment = moments->at, *last = NULL;
	size_t i;

	for (i = 0; i < moments->count; i++) {
		if (!moment[i].timed)
			continue;
		if (last != NULL && moment[i].minutes < last->minutes)
			method_find(method, moment[i].time.pos, M_RETEX_ORDER,
			    method_plain(method, moment[i].text.text),
			    moment_text(method, retex, &moment[i], last),
			    moment_text(method, retex, last, &moment[i]));
		last = &moment[i];
	}
}

static int
order_by_time(const void *a, const void *b)
{
	const struct moment *one = a, *two = b;

	return method_falling(two->minutes, one->minutes);
}

/* Everything that has a time, in its order. */
static struct bind_list
moments_of(struct method *method, const struct retex *retex)
{
	struct bind_list all =
	    method_sorted(method, sizeof(struct moment), order_by_time,
		(const struct bind_list *[]){ &retex->facts, &retex->responses,
		    NULL });
	struct moment *moment = all.at;
	size_t i, kept = 0;

	for (i = 0; i < all.count; i++)
		if (moment[i].timed)
			moment[kept++] = moment[i];
	all.count = kept;
	return all;
}

/* "30 h 50"; from two days on "2 d 6 h 50". */
static const char *
delay_text(const struct method *method, long minutes)
{
	long days = minutes < 2 * DAY ? 0 : minutes / DAY;
	const char *rest =
	    clock_duration_text(method->arena, (int)(minutes - days * DAY));

	if (days == 0)
		return rest;
	return arena_format(method->arena, "%ld %s%s%s", days,
	    method_word(method, T_RETEX_DAYS), minutes % DAY == 0 ? "" : " ",
	    minutes % DAY == 0 ? "" : rest);
}

/* How long it lasted, and how long it took to do something about it. */
static void
render_times(struct method *method, const struct bind_list *all)
{
	const struct moment *moment = all->at, *fact = NULL;
	size_t i;

	report_pair(method->report, T_DURATION,
	    delay_text(method,
		moment[all->count - 1].minutes - moment[0].minutes));
	for (i = 0; i < all->count; i++) {
		if (fact != NULL && moment[i].response) {
			report_pair(method->report, T_RETEX_FIRST_RESPONSE,
			    delay_text(method,
				moment[i].minutes - fact->minutes));
			return;
		}
		if (fact == NULL && !moment[i].response)
			fact = &moment[i];
	}
}

void
timeline_render(struct method *method, const struct retex *retex)
{
	static const enum term heads[] = { T_DATE, T_TIME, T_RETEX_DELAY,
		T_FACT, T_RESPONSE };
	struct bind_list all = moments_of(method, retex);
	const struct moment *moment = all.at;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, 5, all.count);
	const char **cell = grid.cells;
	size_t i;

	if (all.count < 2)
		return;
	report_section(method->report, T_HOUR_BY_HOUR);
	for (i = 0; i < all.count; i++, cell += 5) {
		if (i == 0 || moment[i].day != moment[i - 1].day)
			cell[0] = day_text(method, retex, moment[i].day);
		cell[1] = moment[i].time.text;
		if (i > 0)
			cell[2] = delay_text(method,
			    moment[i].minutes - moment[i - 1].minutes);
		cell[moment[i].response ? 4 : 3] = moment[i].text.text;
	}
	grid_write(&grid, 1U << 1 | 1U << 2 | 1U << 3);
	render_times(method, &all);
}
