/*
 * check: what stands in two places at once, what is too long, what is missing.
 */
#include <string.h>

#include "base/arena.h"
#include "plan.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/period.h"
#include "value/span.h"

enum {
	LONGEST = 120,             /* without a break */
	TRANSFER = 10,             /* what is too short to be a gap */
	MINUTES = 2 * DAY_MINUTES, /* of a day that goes past midnight */
};

static const char *
clock_of(const struct method *method, int minutes)
{
	return clock_text(method->arena, minutes, method->lang);
}

static const char *
title_of(const struct method *method, const struct session *session)
{
	return method_plain(method, session->title.text);
}

/* What a day is called where it must have a name. */
static const char *
day_called(const struct method *method, const struct day *day)
{
	return *day->name != '\0' || day->dated
	    ? method_plain(method, day_name(method, day))
	    : method_word(method, T_SESSIONS);
}

static void
check_date(struct method *method, const struct day *day)
{
	enum term given = period_weekday(md_plain(method->arena, day->name));
	struct pos pos = *day->name != '\0' || day->sessions.count == 0
	    ? day->pos
	    : ((const struct session *)day->sessions.at)->title.pos;

	if (!day->dated)
		return;
	if (given != T_NONE && given != date_weekday(day->date))
		method_find(method, pos, M_PROGRAMME_WEEKDAY,
		    method_plain(method, day->name),
		    method_word(method, date_weekday(day->date)));
	if (method->today.given &&
	    date_day(day->date) < date_day(method->today.date))
		method_find(method, pos, M_PROGRAMME_PAST,
		    day_called(method, day));
}

/* What takes a place, or somebody's time, on one day. */
struct lane {
	enum term message;
	const char *name;
	struct bind_list spans; /* struct span */
};

static void
add_lane(struct method *method, struct dict *lanes, enum term message,
    const char *name, const struct session *session)
{
	struct dict_entry *entry = dict_enter(lanes,
	    arena_format(method->arena, "%d %s", (int)message,
		uni_fold(method->arena, md_plain(method->arena, name))));
	struct lane *lane = entry->value;
	struct span *span;

	if (lane == NULL) {
		lane = arena_alloc(method->arena, sizeof(*lane));
		lane->message = message;
		lane->name = method_plain(method, name);
		entry->value = lane;
	}
	span = bind_append(method->bind, &lane->spans, sizeof(*span));
	*span = (struct span){ session->start.minutes,
		session->end.given ? session->end.minutes : -1, session };
}

/* Whether one session is a part of the other. */
static bool
is_part(const void *a, const void *b)
{
	const struct session *one = a, *two = b;

	return one->top == two->top &&
	    ((one->parent == 0) != (two->parent == 0));
}

static void
check_overlaps(struct method *method, const struct day *day)
{
	const struct session *session = day->sessions.at, *one, *two;
	const struct bind_text *name;
	const struct lane *lane;
	const struct span *span;
	struct dict lanes;
	size_t i, j;

	dict_init(&lanes, method->arena);
	for (i = 0; i < day->sessions.count; i++) {
		if (!session[i].start.given)
			continue;
		if (*session[i].place.text != '\0')
			add_lane(method, &lanes, M_PROGRAMME_SAME_PLACE,
			    session[i].place.text, &session[i]);
		else if (session[i].parent == 0)
			add_lane(method, &lanes, M_PROGRAMME_OVERLAP, "",
			    &session[i]);
		name = session[i].people.at;
		for (j = 0; j < session[i].people.count; j++)
			add_lane(method, &lanes, M_PROGRAMME_SAME_PERSON,
			    name[j].text, &session[i]);
	}
	for (i = 0; i < lanes.count; i++) {
		lane = lanes.entries[i].value;
		span_overlaps(lane->spans.at, lane->spans.count, is_part);
		span = lane->spans.at;
		for (j = 0; j < lane->spans.count; j++) {
			if (span[j].before == NULL)
				continue;
			one = span[j].before;
			two = span[j].of;
			method_find(method, two->title.pos, lane->message,
			    title_of(method, one), title_of(method, two),
			    lane->name);
		}
	}
}

static void
check_part(struct method *method, const struct session *part,
    const struct session *whole)
{
	const char *one = title_of(method, part);
	const char *two = title_of(method, whole);

	if (part->duration.given && whole->duration.given &&
	    part->duration.minutes > whole->duration.minutes)
		method_find(method, part->title.pos, M_PROGRAMME_LONGER, one,
		    clock_duration_text(method->arena, part->duration.minutes),
		    two,
		    clock_duration_text(method->arena,
			whole->duration.minutes));
	else if (part->end.given && whole->end.given &&
	    (part->start.minutes < whole->start.minutes ||
		part->end.minutes > whole->end.minutes))
		method_find(method, part->title.pos, M_PROGRAMME_OUTSIDE, one,
		    two);
}

static bool
is_break(const struct method *method, const struct session *session)
{
	return term_lists_start(T_PROGRAMME_BREAKS,
		   md_plain(method->arena, session->title.text)) ||
	    term_lists_start(T_PROGRAMME_BREAKS,
		md_plain(method->arena, session->type.text));
}

/* What the minutes of a day are: nothing, work, or a break. */
enum minute { NOTHING, WORK, BREAK };

static void
mark(unsigned char minutes[MINUTES], const struct session *session,
    enum minute kind)
{
	int i;

	if (!session->start.given || !session->end.given)
		return;
	for (i = session->start.minutes;
	     i < session->end.minutes && i < MINUTES; i++)
		minutes[i] = (unsigned char)kind;
}

/* Work is what some session does that is not in a break of its own, unless a
 * break is everybody's. */
static void
mark_day(const struct method *method, const struct day *day,
    unsigned char minutes[MINUTES])
{
	const struct session *session = day->sessions.at;
	size_t i = 0, j, k, m;
	unsigned char own[MINUTES];

	memset(minutes, NOTHING, MINUTES);
	for (; i < day->sessions.count; i = j) {
		memset(own, NOTHING, MINUTES);
		mark(own, &session[i],
		    is_break(method, &session[i]) ? BREAK : WORK);
		for (j = i + 1;
		     j < day->sessions.count && session[j].parent > 0; j++)
			if (is_break(method, &session[j]))
				mark(own, &session[j], BREAK);
		for (k = 0; k < MINUTES; k++)
			if (own[k] == WORK || minutes[k] == NOTHING)
				minutes[k] = own[k];
	}
	for (m = 0; m < day->sessions.count; m++)
		if (session[m].parent == 0 && is_break(method, &session[m]))
			mark(minutes, &session[m], BREAK);
}

static struct pos
pos_at(const struct day *day, int minute)
{
	const struct session *session = day->sessions.at;
	struct pos pos = session->title.pos;
	size_t i;

	for (i = 0; i < day->sessions.count; i++)
		if (session[i].start.given &&
		    session[i].start.minutes <= minute)
			pos = session[i].title.pos;
	return pos;
}

static void
find_work(struct method *method, const struct day *day, int start, int end)
{
	if (end - start > LONGEST)
		method_find(method, pos_at(day, start), M_PROGRAMME_NO_BREAK,
		    day_called(method, day), clock_of(method, start),
		    clock_of(method, end),
		    clock_duration_text(method->arena, end - start));
}

static void
find_gap(struct method *method, const struct day *day, int start, int end)
{
	method_find(method, pos_at(day, end), M_PROGRAMME_GAP,
	    day_called(method, day), clock_of(method, start),
	    clock_of(method, end));
}

/* Gaps between sessions, and stretches of work without a break. */
static void
check_rhythm(struct method *method, const struct day *day)
{
	unsigned char minutes[MINUTES];
	int last = -1;  /* the end of what was last there */
	int begun = -1; /* the start of a stretch of work */
	int i;

	mark_day(method, day, minutes);
	for (i = 0; i < MINUTES; i++) {
		if (minutes[i] == NOTHING)
			continue;
		if (last >= 0 && i - last > TRANSFER)
			find_gap(method, day, last, i);
		if (begun >= 0 &&
		    (minutes[i] == BREAK || i - last > TRANSFER)) {
			find_work(method, day, begun, last);
			begun = -1;
		}
		if (minutes[i] == WORK && begun < 0)
			begun = i;
		last = i + 1;
	}
	if (begun >= 0)
		find_work(method, day, begun, last);
}

static void
check_day(struct method *method, const struct plan *plan, const struct day *day)
{
	const struct session *all = plan->sessions.at;
	const struct session *session = day->sessions.at;
	size_t i;

	check_date(method, day);
	check_overlaps(method, day);
	for (i = 0; i < day->sessions.count; i++) {
		if (session[i].parent > 0)
			check_part(method, &session[i],
			    &all[session[i].parent - 1]);
		else if (!session[i].start.given || !session[i].end.given)
			method_find(method, session[i].title.pos, M_LACKS,
			    title_of(method, &session[i]),
			    method_word(method,
				session[i].start.given ? T_DURATION
						       : T_SESSION_START));
	}
	if (day->sessions.count > 0)
		check_rhythm(method, day);
}

/* Somebody who gives two courses on one day. */
static void
check_speakers(struct method *method, const struct course *course,
    struct dict *busy)
{
	const struct bind_text *name = course->people.at;
	const struct date *day = course->days.at;
	const struct course *other;
	struct dict_entry *entry;
	size_t i, j;

	for (i = 0; i < course->people.count; i++)
		for (j = 0; j < course->days.count; j++) {
			entry = dict_enter(busy,
			    arena_format(method->arena, "%ld %s",
				date_day(day[j]),
				uni_fold(method->arena, name[i].text)));
			other = entry->value;
			entry->value = (void *)course;
			if (other != NULL && other != course)
				method_find(method, course->title.pos,
				    M_PROGRAMME_SPEAKER,
				    method_plain(method, name[i].text),
				    method_date(method, day[j]),
				    method_plain(method, other->title.text),
				    method_plain(method, course->title.text));
		}
}

static void
check_course(struct method *method, const struct course *course)
{
	const struct date *day = course->days.at;
	struct date last;

	if (course->days.count == 0) {
		if (course->dates.count > 0)
			method_find(method, course->title.pos,
			    M_PROGRAMME_NO_DATE,
			    method_plain(method, course->title.text),
			    method_plain(method, course_dates(method, course)));
		return;
	}
	last = day[course->days.count - 1];
	if (method->today.given &&
	    date_day(last) < date_day(method->today.date))
		method_find(method, course->title.pos, M_PROGRAMME_COURSE_PAST,
		    method_plain(method, course->title.text),
		    method_date(method, last));
}

void
check_plan(struct method *method, const struct plan *plan)
{
	const struct day *day = plan->days.at;
	const struct course *course = plan->courses.at;
	struct dict busy;
	size_t i;

	for (i = 0; i < plan->days.count; i++)
		if (*day[i].name != '\0' || day[i].sessions.count > 0)
			check_day(method, plan, &day[i]);
	dict_init(&busy, method->arena);
	for (i = 0; i < plan->courses.count; i++) {
		check_course(method, &course[i]);
		check_speakers(method, &course[i], &busy);
	}
}
