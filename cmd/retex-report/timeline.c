/*
 * timeline: when things happened, across midnight too.
 */
#include "retex.h"
#include "value/clock.h"
#include "value/period.h"

enum { DAY = 24 * 60 };

/* The day that a date tells; one without a year is of the year of the first
 * date that has one, or of the same unknown year as the others. */
static bool
read_calendar(const struct retex *retex, const char *text, struct date *date)
{
	struct period period;

	if (date_read(text, date))
		return true;
	if (period_of_some_year(text, &period) <= SURE_TWO || !period.plain)
		return false;
	*date = period.first;
	if (retex->dated)
		date->year = date_of_day(retex->first_day).year;
	return true;
}

/* The day of a date, or of "+1"; false where it is neither. */
static bool
read_date(struct method *method, struct moment *moment,
    const struct retex *retex)
{
	const char *text = method_plain(method, moment->date.text);
	struct date date;

	if (*text == '\0')
		return false;
	if (read_calendar(retex, text, &date)) {
		moment->day = date_day(date) - retex->first_day;
		return true;
	}
	if (moment_read_days(text, &moment->day)) {
		moment->date.text =
		    arena_format(method->arena, "+%ld", moment->day);
		return true;
	}
	bind_finding(method->bind, moment->date.pos, M_RETEX_NO_DAY, text);
	return false;
}

/* Reads the moments of a list.  The first date of all is that of the first
 * day, one with a year if any has it. */
static void
read_list(struct method *method, struct retex *retex, struct bind_list *list)
{
	const char *text;
	struct date date;

	BIND_EACH(struct moment, moment, list) {
		moment_read(method, moment);
		text = method_plain(method, moment->date.text);
		if (retex->dated || !read_calendar(retex, text, &date))
			continue;
		retex->dated = date_read(text, &date);
		if (retex->dated || !retex->based)
			retex->first_day = date_day(date);
		retex->based = true;
	}
}

/* What has no date is on the day of what stands before it. */
static void
place(struct method *method, const struct retex *retex, struct bind_list *list,
    bool response)
{
	bool dated = false;
	long day = 0;

	BIND_EACH(struct moment, moment, list) {
		moment->response = response;
		if (read_date(method, moment, retex)) {
			day = moment->day;
			dated = true;
		}
		moment->dated = dated;
		moment->day = day;
		moment->minutes += day * DAY;
	}
}

void
timeline_place(struct method *method, struct retex *retex)
{
	read_list(method, retex, &retex->facts);
	read_list(method, retex, &retex->responses);
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

static void
find_order(struct method *method, const struct retex *retex,
    const struct bind_list *moments)
{
	const struct moment *last = NULL;

	BIND_EACH(const struct moment, moment, moments) {
		if (!moment->timed)
			continue;
		if (last != NULL && moment->minutes < last->minutes)
			method_find(method, moment->time.pos, M_RETEX_ORDER,
			    method_plain(method, moment->text.text),
			    moment_text(method, retex, moment, last),
			    moment_text(method, retex, last, moment));
		last = moment;
	}
}

static const struct moment *
first_timed(const struct bind_list *moments)
{
	BIND_EACH(const struct moment, moment, moments)
		if (moment->timed)
			return moment;
	return NULL;
}

void
timeline_find(struct method *method, const struct retex *retex)
{
	const struct moment *fact = first_timed(&retex->facts);
	const struct moment *response = first_timed(&retex->responses);

	find_order(method, retex, &retex->facts);
	find_order(method, retex, &retex->responses);
	if (fact != NULL && response != NULL && !response->dated &&
	    response->minutes < fact->minutes)
		method_find(method, response->time.pos, M_RETEX_EARLY,
		    method_plain(method, response->text.text),
		    response->time.text, fact->time.text);
}

/* Everything that has a time, in its order. */
static struct bind_list
moments_of(struct method *method, const struct retex *retex)
{
	const struct bind_list *all[] = { &retex->facts, &retex->responses };
	struct bind_list timed = { .count = 0 };

	for (size_t i = 0; i < 2; i++)
		BIND_EACH(const struct moment, moment, all[i])
			if (moment->timed)
				bind_add(method->bind, &timed, *moment);
	METHOD_SORT_BY(method, &timed, struct moment, minutes);
	return timed;
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
	const struct moment *first = all->at, *fact = NULL, *response = NULL;

	BIND_EACH(const struct moment, moment, all)
		if (fact == NULL && !moment->response)
			fact = moment;
		else if (fact != NULL && response == NULL && moment->response)
			response = moment;
	report_pair(method->report, T_DURATION,
	    delay_text(method, first[all->count - 1].minutes - first->minutes));
	if (response != NULL)
		report_pair(method->report, T_RETEX_FIRST_RESPONSE,
		    delay_text(method, response->minutes - fact->minutes));
}

void
timeline_render(struct method *method, const struct retex *retex)
{
	static const enum term heads[] = { T_DATE, T_TIME, T_RETEX_DELAY,
		T_FACT, T_RESPONSE };
	struct bind_list all = moments_of(method, retex);
	const struct moment *before = NULL;
	struct grid grid = grid_new(method->report, heads, 5, all.count);
	const char **cell = grid.cells;

	if (all.count < 2)
		return;
	report_section(method->report, T_HOUR_BY_HOUR);
	BIND_EACH(const struct moment, moment, &all) {
		if (before == NULL || moment->day != before->day)
			cell[0] = day_text(method, retex, moment->day);
		cell[1] = moment->time.text;
		if (before != NULL)
			cell[2] = delay_text(method,
			    moment->minutes - before->minutes);
		cell[moment->response ? 4 : 3] = moment->text.text;
		before = moment;
		cell += 5;
	}
	grid_write(&grid, 1U << 1 | 1U << 2 | 1U << 3);
	render_times(method, &all);
}
