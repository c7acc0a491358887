/*
 * course: the courses of a catalogue, on the days that their dates tell.
 */
#include <stdlib.h>
#include <string.h>

#include "plan.h"
#include "report/chart.h"
#include "sheet/gather.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_DAYS = 366 };

const struct bind_row course_rows[] = {
	ROW(course, dates, .key = T_COURSE_DATES,
	    .flags = BIND_WANTED | BIND_WHEN | BIND_WHOLE),
	ROW(course, remote, .key = T_COURSE_REMOTE),
	ROW(course, title, .key = T_TITLE, .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(course, code, .key = T_CODE, .flags = BIND_ALIKE | BIND_UNIQUE),
	ROW(course, type, .key = T_SESSION_TYPE),
	ROW_AS(BIND_NAMES, course, places, .key = T_COURSE_PLACES,
	    .flags = BIND_ALIKE),
	ROW_AS(BIND_NAMES, course, people, .key = T_SPEAKERS,
	    .flags = BIND_WHO),
	ROW_AS(BIND_NAMES, course, people, .key = T_FACILITATOR,
	    .flags = BIND_WHO),
	ROW(course, length, .key = T_COURSE_LENGTH, .flags = BIND_COMPUTED),
	{ BIND_END },
};

bool
course_claims(const struct node *section)
{
	const struct node *cell = section->first;
	bool dated = false, one = false;

	if (section->level > 0 || cell == NULL || cell->table == 0)
		return false;
	for (cell = cell->first; cell != NULL; cell = cell->next) {
		dated = dated || term_is(cell->key, T_COURSE_DATES);
		one = one ||
		    term_is_any(cell->key, T_CODE, T_COURSE_PLACES,
			T_COURSE_REMOTE);
	}
	return dated && one;
}

/* Whether a word of a text says that it is from afar. */
static bool
is_remote(const char *folded)
{
	while (*folded != '\0' && term_front(T_PROGRAMME_REMOTE, folded) == 0)
		folded += strcspn(folded, " ") + (strchr(folded, ' ') != NULL);
	return *folded != '\0';
}

/* The dates without the days from afar behind them, "+ 1 j distanciel". */
static const char *
read_remote(struct method *method, struct course *course, const char *plain)
{
	const char *plus = strrchr(plain, '+'), *rest;
	int64_t number;

	if (plus == NULL ||
	    !number_read_front(uni_skip_blanks(plus + 1), &number, &rest) ||
	    !is_remote(uni_fold(method->arena, rest)))
		return plain;
	if (!course->remote.given)
		course->remote = method_figure(number);
	return uni_until(method->arena, plain, plus);
}

static int
order_days(const void *a, const void *b)
{
	const long *one = a, *two = b;

	return -method_falling(*one, *two);
}

/* The days of some runs, in order and each once; none where they are too many
 * to be a course. */
static struct bind_list
days_of(struct method *method, const struct period *when)
{
	struct bind_list days = { .count = 0 };
	long day, *at;
	size_t i, kept = 0;

	for (i = 0; i < when->run_count; i++)
		for (day = date_day(when->runs[i].first);
		     day <= date_day(when->runs[i].last); day++) {
			bind_add(method->bind, &days, day);
			if (days.count > MAX_DAYS)
				return (struct bind_list){ .count = 0 };
		}
	at = days.at;
	if (days.count > 1)
		qsort(at, days.count, sizeof(*at), order_days);
	for (i = 0; i < days.count; i++)
		if (kept == 0 || at[kept - 1] != at[i])
			at[kept++] = at[i];
	days.count = kept;
	return days;
}

/* The only year that a text tells; 0 where it tells none, or several. */
static int
year_in(const char *plain)
{
	int year = 0, found;
	size_t n;

	for (; *plain != '\0'; plain += n + (plain[n] != '\0')) {
		n = strspn(plain, "0123456789");
		found = n == 4 ? (int)strtol(plain, NULL, 10) : 0;
		if (found < 1900 || found > 2199 || found == year)
			continue;
		if (year != 0)
			return 0;
		year = found;
	}
	return year;
}

/* The year of a catalogue, by its title or its date; 0 where neither tells. */
static int
year_of(struct method *method)
{
	const char *title = method->bind->doc->options.title;
	int year = year_in(title != NULL
		? title
		: method_plain(method, method->bind->title.text));

	BIND_EACH(const struct bind_pair, pair, &method->bind->pairs)
		if (year == 0 && pair->term == T_DATE)
			year = year_in(method_plain(method, pair->node->text));
	return year;
}

static void
read_course(struct method *method, struct course *course, int year)
{
	const char *plain = read_remote(method, course,
	    method_plain(method, course->dates.text));
	enum sure sure = period_reading(plain, &course->when);
	struct period some;

	if (sure <= SURE_TWO && year > 0 &&
	    period_of_some_year(plain, &some) > SURE_TWO)
		sure = period_reading(arena_format(method->arena, "%s %d",
					  plain, year),
		    &course->when);
	course->known = sure > SURE_TWO && course->when.has_first;
	if (!course->known)
		return;
	course->days = days_of(method, &course->when);
	if (course->days.count > 0)
		course->length =
		    method_figure(1000 * (int64_t)course->days.count +
			course->remote.thousandths);
}

/* By their first days, those without behind; then by their titles. */
static int
order_courses(const void *a, const void *b)
{
	const struct course *one = a, *two = b;
	int order = method_falling(one->known, two->known);

	if (order == 0 && one->known)
		order = -method_falling(date_day(one->when.first),
		    date_day(two->when.first));
	return order != 0 ? order : uni_order(one->title.text, two->title.text);
}

void
course_read_all(struct method *method, struct plan *plan)
{
	int year = year_of(method);

	BIND_EACH(struct course, course, &plan->courses)
		read_course(method, course, year);
	method_sort(method, &plan->courses, sizeof(struct course),
	    order_courses);
}

/* Somebody who gives two courses on one day. */
static void
find_speakers(struct method *method, const struct course *course,
    struct dict *busy)
{
	const struct course *other;
	struct dict_entry *entry;

	BIND_EACH(const struct bind_text, name, &course->people)
		BIND_EACH(const long, day, &course->days) {
			entry = dict_enter(busy,
			    arena_format(method->arena, "%ld %s", *day,
				uni_fold(method->arena, name->text)));
			other = entry->value;
			entry->value = (void *)course;
			if (other != NULL && other != course)
				method_find(method, course->title.pos,
				    M_PROGRAMME_SPEAKER,
				    method_plain(method, name->text),
				    method_date(method, date_of_day(*day)),
				    method_plain(method, other->title.text),
				    method_plain(method, course->title.text));
		}
}

void
course_find_all(struct method *method, const struct plan *plan)
{
	const struct date *last;
	const char *title, *dates;
	struct dict busy = { .arena = method->arena };

	BIND_EACH(const struct course, course, &plan->courses) {
		last = &course->when.last;
		title = method_plain(method, course->title.text);
		dates = method_plain(method, course->dates.text);
		if (course->when.impossible)
			method_find(method, course->dates.pos, M_NO_SUCH_DAY,
			    dates);
		else if (course->days.count == 0 && *dates != '\0')
			method_find(method, course->dates.pos,
			    M_PROGRAMME_NO_DATE, title, dates);
		if (course->known && course->when.has_last &&
		    method->today.given &&
		    date_day(*last) < date_day(method->today.date))
			method_find(method, course->title.pos,
			    M_PROGRAMME_COURSE_PAST, title,
			    method_date(method, *last));
		find_speakers(method, course, &busy);
	}
}

/* A course as it stands among those of one month, or at one place. */
struct entry {
	struct bind_text group, text;
};

static const struct bind_row entry_rows[] = {
	ROW(entry, text, .key = T_TITLE, .flags = BIND_MAIN),
	ROW(entry, group, .key = T_COURSE_PLACES, .flags = BIND_UNDER),
	{ BIND_END },
};

static const char *
month_of(const struct method *method, const struct course *course)
{
	return course->known
	    ? date_month_text(method->arena, course->when.first, method->lang)
	    : method_word(method, T_NO_DATE);
}

/* "12 mars 2026 — Titre (code)". */
static const char *
text_of(const struct method *method, const struct course *course)
{
	const char *text = course->title.text;

	if (*course->dates.text != '\0')
		text = arena_format(method->arena, "%s — %s",
		    action_when(method->arena, method->lang,
			course->dates.text),
		    text);
	if (*course->code.text != '\0')
		text = arena_format(method->arena, "%s (%s)", text,
		    course->code.text);
	return text;
}

/* Groups of one name, whatever its case, are one. */
static void
add_entry(struct method *method, struct gather *groups,
    struct bind_list *entries, const char *name, const struct course *course)
{
	struct bind_text *group = gather_enter(groups, name, NULL);
	struct entry entry = { .text.text = text_of(method, course) };

	if (group->text == NULL)
		group->text = name;
	entry.group = *group;
	bind_add(method->bind, entries, entry);
}

static int
order_entries(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;

	return uni_order(one->group.text, two->group.text);
}

void
course_render_all(struct method *method, const struct plan *plan, enum term by)
{
	struct gather groups =
	    gather_new(method->bind, sizeof(struct bind_text));
	struct bind_list entries = { .count = 0 };

	if (!plan->courses.given)
		return;
	if (plan->courses.count == 0) {
		report_section(method->report, T_COURSES);
		return;
	}
	method_section(method, T_COURSES);
	BIND_EACH(const struct course, course, &plan->courses) {
		if (by == T_BY_MONTH)
			add_entry(method, &groups, &entries,
			    month_of(method, course), course);
		else if (course->places.count == 0)
			add_entry(method, &groups, &entries,
			    method_word(method, T_NO_PLACE), course);
		else
			BIND_EACH(const struct bind_text, place,
			    &course->places)
				add_entry(method, &groups, &entries,
				    place->text, course);
	}
	if (by == T_BY_PLACE)
		method_sort(method, &entries, sizeof(struct entry),
		    order_entries);
	method_table(method, by, entry_rows, sizeof(struct entry), &entries);
}

/* The days of a catalogue, from the first to the last of a course. */
void
course_chart_all(struct method *method, const struct plan *plan)
{
	struct buf out = BUF_INIT;
	bool any = false;
	const long *day;
	struct date first;

	buf_string(&out,
	    "gantt\n    dateFormat YYYY-MM-DD\n    axisFormat %d/%m\n");
	BIND_EACH(const struct course, course, &plan->courses) {
		if (course->days.count == 0)
			continue;
		any = true;
		day = course->days.at;
		first = date_of_day(day[0]);
		chart_bar(&out,
		    arena_format(method->arena, "%d.%02d", first.day,
			first.month),
		    method_plain(method, course->title.text),
		    chart_days(method->arena, day[0],
			day[course->days.count - 1] - day[0] + 1));
	}
	chart_write(method->report, &out, any);
}
