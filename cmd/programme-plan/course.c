/*
 * course: the courses of a catalogue, and their dates as people write them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "plan.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/period.h"

enum { MAX_DAYS = 366 };

const struct bind_row course_rows[] = {
	ROW(BIND_NAMES, course, dates, .key = T_COURSE_DATES,
	    .flags = BIND_WANTED),
	ROW(BIND_NUMBER, course, remote, .key = T_COURSE_REMOTE),
	ROW(BIND_TEXT, course, title, .key = T_TITLE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_TEXT, course, code, .key = T_CODE,
	    .flags = BIND_ALIKE | BIND_UNIQUE),
	ROW(BIND_TEXT, course, type, .key = T_SESSION_TYPE),
	ROW(BIND_NAMES, course, places, .key = T_COURSE_PLACES,
	    .flags = BIND_ALIKE),
	ROW(BIND_NAMES, course, people, .key = T_SPEAKERS, .flags = BIND_WHO),
	ROW(BIND_NAMES, course, people, .key = T_FACILITATOR,
	    .flags = BIND_WHO),
	ROW(BIND_NUMBER, course, length, .key = T_COURSE_LENGTH,
	    .flags = BIND_COMPUTED),
	{ BIND_END },
};

/* A date, or what lacks the month and the year, or the year, of a later one. */
static bool
read_date(struct arena *arena, const char *text, const struct date *later,
    struct date *date)
{
	if (date_read(text, date))
		return true;
	return later != NULL &&
	    (date_read(arena_format(arena, "%s %s %04d", text,
			   term_name((enum term)(T_JANUARY + later->month - 1),
			       LANG_FR),
			   later->year),
		 date) ||
		date_read(arena_format(arena, "%s %04d", text, later->year),
		    date));
}

static const char *
skip_word(const char *text, const char *const words[])
{
	for (; *words != NULL; words++)
		if (strncmp(text, *words, strlen(*words)) == 0)
			return text + strlen(*words);
	return text;
}

static void
add_date(struct method *method, struct bind_list *days, struct date date)
{
	struct date *slot = bind_append(method->bind, days, sizeof(*slot));

	*slot = date;
}

/*
 * One or several dates, "du 12 au 14 mars 2026"; *later, the date that stands
 * behind, becomes the first one.
 */
static bool
read_dates(struct method *method, const char *text, struct date *later,
    bool *known, struct bind_list *days)
{
	static const char *const starts[] = { "du ", "le ", "les ", "from ",
		"on ", NULL };
	static const char *const parts[] = { " au ", " to ", "–", "-" };
	struct date first, last;
	const char *at;
	size_t i;
	long day;

	text = skip_word(uni_fold(method->arena, text), starts);
	if (read_date(method->arena, text, *known ? later : NULL, &first)) {
		add_date(method, days, first);
		*later = first;
		*known = true;
		return true;
	}
	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		at = strstr(text, parts[i]);
		if (at == NULL ||
		    !read_date(method->arena,
			uni_line(method->arena, at + strlen(parts[i])),
			*known ? later : NULL, &last) ||
		    !read_date(method->arena,
			uni_line(method->arena,
			    arena_copy(method->arena, text,
				(size_t)(at - text))),
			&last, &first) ||
		    date_day(first) > date_day(last) ||
		    date_day(last) - date_day(first) >= MAX_DAYS)
			continue;
		for (day = date_day(first); day <= date_day(last); day++)
			add_date(method, days, date_of_day(day));
		*later = first;
		*known = true;
		return true;
	}
	return false;
}

/* Cuts "+ 1 j distanciel" off dates. */
static const char *
cut_remote(struct method *method, struct course *course, const char *text)
{
	static const char *const words[] = { "distan", "remote", "online",
		"en ligne", "visio" };
	const char *plus = strchr(text, '+'), *rest;
	int64_t number;
	size_t n, i;

	if (plus == NULL)
		return text;
	rest = uni_fold(method->arena, uni_line(method->arena, plus + 1));
	n = strspn(rest, "0123456789.,");
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strstr(rest, words[i]) != NULL &&
		    number_read(arena_copy(method->arena, rest, n), &number) &&
		    !course->remote.given) {
			course->remote = method_figure(number);
			return uni_line(method->arena,
			    arena_copy(method->arena, text,
				(size_t)(plus - text)));
		}
	return text;
}

static int
order_dates(const void *a, const void *b)
{
	const struct date *one = a, *two = b;

	return -method_falling(date_day(*one), date_day(*two));
}

/* Days in order, each once. */
static void
sort_days(struct method *method, struct bind_list *days)
{
	struct bind_list sorted = method_sorted(method, sizeof(struct date),
	    order_dates, (const struct bind_list *[]){ days, NULL });
	const struct date *day = sorted.at;
	size_t i;

	*days = (struct bind_list){ .count = 0 };
	for (i = 0; i < sorted.count; i++)
		if (i == 0 || order_dates(&day[i], &day[i - 1]) != 0)
			add_date(method, days, day[i]);
}

/* Days as a row of names reads them again: "12, 13 mars 2026". */
static void
name_days(struct method *method, struct course *course)
{
	const struct bind_text *given = course->dates.at;
	const struct date *day = course->days.at;
	struct bind_list names = { .pos = course->dates.pos, .given = true };
	struct bind_text *name;
	size_t i;

	for (i = 0; i < course->days.count; i++) {
		name = bind_append(method->bind, &names, sizeof(*name));
		*name = (struct bind_text){ method_date(method, day[i]),
			given->pos, true };
		if (i + 1 < course->days.count &&
		    day[i].year == day[i + 1].year &&
		    day[i].month == day[i + 1].month)
			name->text = arena_copy(method->arena, name->text,
			    strcspn(name->text, " "));
	}
	course->dates = names;
}

static void
read_course(struct method *method, struct course *course)
{
	struct bind_text *name = course->dates.at;
	struct date later;
	bool known = false;
	size_t i, count = course->dates.count;

	for (i = 0; i < count; i++)
		name[i].text = cut_remote(method, course, name[i].text);
	for (i = count; i > 0; i--) {
		if (read_dates(method,
			md_plain(method->arena, name[i - 1].text), &later,
			&known, &course->days))
			continue;
		course->days.count = 0;
		return;
	}
	if (count == 0)
		return;
	sort_days(method, &course->days);
	name_days(method, course);
	course->length = method_figure(
	    1000 * (int64_t)course->dates.count + course->remote.thousandths);
}

/* By their first days, those without behind; then by their titles. */
static int
order_courses(const void *a, const void *b)
{
	const struct course *one = a, *two = b;

	if ((one->days.count == 0) != (two->days.count == 0))
		return one->days.count == 0 ? 1 : -1;
	if (one->days.count > 0 && order_dates(one->days.at, two->days.at) != 0)
		return order_dates(one->days.at, two->days.at);
	return uni_order(one->title.text, two->title.text);
}

void
course_read(struct method *method, struct plan *plan)
{
	struct course *course = plan->courses.at;
	struct bind_list sorted;
	size_t i;

	for (i = 0; i < plan->courses.count; i++)
		read_course(method, &course[i]);
	sorted = method_sorted(method, sizeof(*course), order_courses,
	    (const struct bind_list *[]){ &plan->courses, NULL });
	plan->courses.at = sorted.at;
}

const char *
course_dates(const struct method *method, const struct course *course)
{
	const struct bind_text *name = course->dates.at;
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < course->dates.count; i++)
		buf_format(&out, "%s%s", i > 0 ? ", " : "", name[i].text);
	text = arena_copy(method->arena, out.at, out.length);
	buf_free(&out);
	return text;
}
