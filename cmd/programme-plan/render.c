/*
 * render: the programme day by day, the catalogue, and their totals.
 */
#include <ctype.h>
#include <stdlib.h>

#include "base/arena.h"
#include "plan.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/period.h"

static const struct bind_row session_columns[] = {
	ROW(BIND_TIME, session, start, .key = T_SESSION_START),
	ROW(BIND_TIME, session, end, .key = T_END),
	ROW(BIND_DURATION, session, duration, .key = T_DURATION),
	ROW(BIND_TEXT, session, title, .key = T_TITLE, .flags = BIND_MAIN),
	ROW(BIND_TEXT, session, within, .key = T_WITHIN_SESSION),
	ROW(BIND_TEXT, session, type, .key = T_SESSION_TYPE),
	ROW(BIND_NAMES, session, people, .key = T_FACILITATOR),
	ROW(BIND_TEXT, session, place, .key = T_PLACE),
	ROW(BIND_TEXT, session, material, .key = T_MATERIAL),
	ROW(BIND_TEXT, session, outcome, .key = T_OUTCOME),
	ROW(BIND_TEXT, session, code, .key = T_CODE),
	{ BIND_END },
};

/* A line of the totals. */
struct total {
	struct bind_text name;
	struct bind_minutes start, end, length;
	struct bind_number sessions;
};

static const struct bind_row day_columns[] = {
	ROW(BIND_TEXT, total, name, .key = T_PROGRAMME_DAY, .flags = BIND_MAIN),
	ROW(BIND_TIME, total, start, .key = T_SESSION_START),
	ROW(BIND_TIME, total, end, .key = T_END),
	ROW(BIND_NUMBER, total, sessions, .key = T_SESSIONS),
	ROW(BIND_DURATION, total, length, .key = T_DURATION),
	{ BIND_END },
};

static const struct bind_row type_columns[] = {
	ROW(BIND_TEXT, total, name, .key = T_SESSION_TYPE, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, total, sessions, .key = T_SESSIONS),
	ROW(BIND_DURATION, total, length, .key = T_DURATION),
	{ BIND_END },
};

const char *
day_name(const struct method *method, const struct day *day)
{
	enum term given, weekday;
	char *name;

	if (!day->dated)
		return day->name;
	given = period_weekday(md_plain(method->arena, day->name));
	weekday = date_weekday(day->date);
	if (given != T_NONE && given != weekday)
		return day->name;
	name = arena_format(method->arena, "%s %s",
	    method_word(method, weekday), method_date(method, day->date));
	name[0] = (char)toupper((unsigned char)name[0]);
	return name;
}

static bool
is_shown(const struct day *day)
{
	return *day->name != '\0' || day->sessions.count > 0;
}

static void
render_days(struct method *method, const struct plan *plan)
{
	const struct session *all = plan->sessions.at;
	const struct day *day = plan->days.at;
	const struct session *whole;
	struct session *session;
	size_t i, j;

	report_section(method->report, T_SESSIONS);
	for (i = 0; i < plan->days.count; i++) {
		if (!is_shown(&day[i]))
			continue;
		if (*day[i].name != '\0')
			report_part(method->report, day_name(method, &day[i]));
		session = day[i].sessions.at;
		for (j = 0; j < day[i].sessions.count; j++) {
			if (session[j].parent == 0)
				continue;
			whole = &all[session[j].parent - 1];
			session[j].within = *whole->code.text != '\0'
			    ? whole->code
			    : whole->title;
		}
		method_list(method, session_columns, sizeof(*session),
		    &day[i].sessions);
	}
}

static void
add_minutes(struct bind_minutes *sum, const struct bind_minutes *value)
{
	sum->minutes += value->minutes;
	sum->given |= value->given;
}

static struct total
total_of(const struct method *method, const struct day *day)
{
	const struct session *session = day->sessions.at;
	struct total total = { .name = { day_name(method, day) } };
	int64_t count = 0;
	size_t i;

	for (i = 0; i < day->sessions.count; i++) {
		if (session[i].parent > 0)
			continue;
		count++;
		add_minutes(&total.length, &session[i].duration);
		if (session[i].start.given && !total.start.given)
			total.start = session[i].start;
		if (session[i].end.given &&
		    session[i].end.minutes >= total.end.minutes)
			total.end = session[i].end;
	}
	total.sessions = method_figure(1000 * count);
	return total;
}

/* Each day, and where there are several, all of them. */
static void
render_by_day(struct method *method, const struct plan *plan)
{
	const struct day *day = plan->days.at;
	struct bind_list totals = { .count = 0 };
	struct total sum = { .name = { method_word(method, T_TOTAL) } };
	struct total *total;
	size_t i;

	for (i = 0; i < plan->days.count; i++) {
		if (day[i].sessions.count == 0)
			continue;
		total = bind_append(method->bind, &totals, sizeof(*total));
		*total = total_of(method, &day[i]);
		if (*total->name.text == '\0')
			total->name.text = method_word(method, T_SESSIONS);
		add_minutes(&sum.length, &total->length);
		sum.sessions = method_figure(
		    sum.sessions.thousandths + total->sessions.thousandths);
	}
	if (!sum.length.given)
		return;
	if (totals.count > 1) {
		total = bind_append(method->bind, &totals, sizeof(*total));
		*total = sum;
	}
	report_section(method->report, T_BY_DAY);
	method_list(method, day_columns, sizeof(struct total), &totals);
}

static int
order_by_length(const void *a, const void *b)
{
	const struct total *one = a, *two = b;

	return method_falling(one->length.minutes, two->length.minutes);
}

static struct total *
total_of_type(struct method *method, struct dict *types, const char *name)
{
	struct dict_entry *entry = dict_enter(types,
	    uni_fold(method->arena, md_plain(method->arena, name)));
	struct total *total = entry->value;

	if (total == NULL) {
		total = arena_alloc(method->arena, sizeof(*total));
		total->name.text =
		    *name != '\0' ? name : method_word(method, T_NO_TYPE);
		total->sessions = method_figure(0);
		entry->value = total;
	}
	return total;
}

/* The time of a part that has a type counts as that, and no more as what it
 * is a part of. */
static void
render_by_type(struct method *method, const struct plan *plan)
{
	const struct session *session = plan->sessions.at;
	struct bind_list totals = { .count = 0 };
	struct total *total, *whole;
	struct dict types;
	size_t i, typed = 0;

	dict_init(&types, method->arena);
	for (i = 0; i < plan->sessions.count; i++) {
		if (session[i].parent > 0 && *session[i].type.text == '\0')
			continue;
		typed += *session[i].type.text != '\0';
		total = total_of_type(method, &types, session[i].type.text);
		total->sessions =
		    method_figure(total->sessions.thousandths + 1000);
		add_minutes(&total->length, &session[i].duration);
		if (session[i].parent == 0)
			continue;
		whole = total_of_type(method, &types,
		    session[session[i].parent - 1].type.text);
		whole->length.minutes -= session[i].duration.minutes;
	}
	if (typed == 0)
		return;
	for (i = 0; i < types.count; i++) {
		total = bind_append(method->bind, &totals, sizeof(*total));
		*total = *(const struct total *)types.entries[i].value;
		if (total->length.minutes < 0)
			total->length.minutes = 0;
	}
	totals = method_sorted(method, sizeof(*total), order_by_length,
	    (const struct bind_list *[]){ &totals, NULL });
	report_section(method->report, T_BY_TYPE);
	method_list(method, type_columns, sizeof(*total), &totals);
}

static void
add_to_group(struct method *method, struct dict *groups, const char *name,
    const struct course *course)
{
	struct dict_entry *entry = dict_enter(groups, name);
	const struct course **slot;

	if (entry->value == NULL)
		entry->value =
		    arena_alloc(method->arena, sizeof(struct bind_list));
	slot = bind_append(method->bind, entry->value, sizeof(*slot));
	*slot = course;
}

static void
group_by_month(struct method *method, const struct plan *plan,
    struct dict *groups)
{
	const struct course *course = plan->courses.at;
	const struct date *first;
	const char *name;
	size_t i;

	for (i = 0; i < plan->courses.count; i++) {
		first = course[i].days.at;
		name = method_word(method, T_NO_DATE);
		if (course[i].days.count > 0)
			name = arena_format(method->arena, "%s %d",
			    method_word(method,
				(enum term)(T_JANUARY + first->month - 1)),
			    first->year);
		add_to_group(method, groups, name, &course[i]);
	}
}

static void
group_by_place(struct method *method, const struct plan *plan,
    struct dict *groups)
{
	const struct course *course = plan->courses.at;
	const struct bind_text *place;
	size_t i, j;

	for (i = 0; i < plan->courses.count; i++) {
		place = course[i].places.at;
		for (j = 0; j < course[i].places.count; j++)
			add_to_group(method, groups, place[j].text, &course[i]);
		if (course[i].places.count == 0)
			add_to_group(method, groups,
			    method_word(method, T_NO_PLACE), &course[i]);
	}
}

static int
order_groups(const void *a, const void *b)
{
	const struct dict_entry *one = a, *two = b;

	return uni_order(one->key, two->key);
}

static void
render_group(struct method *method, const struct dict_entry *entry)
{
	const struct bind_list *list = entry->value;
	const struct course *const *course = list->at;
	const char *dates, *code;
	size_t i;

	report_part(method->report, entry->key);
	for (i = 0; i < list->count; i++) {
		dates = course_dates(method, course[i]);
		code = course[i]->code.text;
		report_item(method->report, "",
		    arena_format(method->arena, "%s%s%s%s%s%s", dates,
			*dates != '\0' ? " — " : "", course[i]->title.text,
			*code != '\0' ? " (" : "", code,
			*code != '\0' ? ")" : ""));
	}
}

static void
render_courses(struct method *method, const struct plan *plan, enum term by)
{
	struct dict groups;
	size_t i;

	if (!plan->courses.given)
		return;
	if (plan->courses.count == 0) {
		report_section(method->report, T_COURSES);
		return;
	}
	method_section(method, T_COURSES);
	dict_init(&groups, method->arena);
	if (by == T_BY_MONTH)
		group_by_month(method, plan, &groups);
	else
		group_by_place(method, plan, &groups);
	if (by == T_BY_PLACE && groups.count > 1)
		qsort(groups.entries, groups.count, sizeof(*groups.entries),
		    order_groups);
	report_section(method->report, by);
	for (i = 0; i < groups.count; i++)
		render_group(method, &groups.entries[i]);
}

void
render_plan(struct method *method, const struct plan *plan, enum term by)
{
	if (plan->nodes.count > 0)
		render_days(method, plan);
	render_courses(method, plan, by);
	render_by_day(method, plan);
	render_by_type(method, plan);
	if (method->chart)
		chart_plan(method, plan);
}
