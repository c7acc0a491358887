/*
 * day: the programme day by day, what stands in the way of it, and its totals.
 */
#include <ctype.h>

#include "plan.h"
#include "report/chart.h"
#include "sheet/gather.h"
#include "value/clock.h"
#include "value/span.h"

const char *
day_name(const struct method *method, const struct day *day)
{
	const char *plain = method_plain(method, day->name.text);
	struct date date;
	char *name;

	if (*plain == '\0' && !day->dated)
		return method_word(method, T_SESSIONS);
	if (!day->dated || (*plain != '\0' && !date_read(plain, &date)) ||
	    day->weekday != T_NONE)
		return day->name.text;
	name = arena_format(method->arena, "%s %s",
	    method_word(method, date_weekday(day->date)),
	    method_date(method, day->date));
	name[0] = (char)toupper((unsigned char)name[0]);
	return name;
}

/* The hours of a day; false where none are known. */
static bool
put_chart(struct method *method, const struct day *day, struct buf *out)
{
	bool any = false;
	int start;

	BIND_EACH(const struct session, session, &day->lines) {
		start = session->start.minutes % AGENDA_DAY;
		if (!session->start.given || session->duration.minutes == 0)
			continue;
		if (!any)
			chart_section(out,
			    method_plain(method, day_name(method, day)));
		any = true;
		chart_bar(out,
		    arena_format(method->arena, "%dh%02d", start / 60,
			start % 60),
		    method_plain(method, session->title.text),
		    arena_format(method->arena, "%02d:%02d, %dm", start / 60,
			start % 60, session->duration.minutes));
	}
	return any;
}

/* Hours have no date, so that days stand below each other. */
void
day_chart_all(struct method *method, const struct plan *plan)
{
	struct buf out = BUF_INIT;
	bool any = false;

	buf_string(&out, "gantt\n    dateFormat HH:mm\n    axisFormat %H:%M\n");
	BIND_EACH(const struct day, day, &plan->days)
		any |= put_chart(method, day, &out);
	chart_write(method->report, &out, any);
}

/*
 * What stands in the way.
 */

/* What takes a place, or somebody's time, on one day. */
struct lane {
	enum term message;
	const char *name;
	struct bind_list spans; /* struct span */
};

static void
add_lane(struct method *method, struct gather *lanes, enum term message,
    const char *name, const struct session *session)
{
	struct lane *lane = gather_enter(lanes,
	    arena_format(method->arena, "%d %s", (int)message, name), NULL);
	struct span *span =
	    bind_append(method->bind, &lane->spans, sizeof(*span));

	if (lane->name == NULL)
		lane->name = method_plain(method, name);
	lane->message = message;
	*span = (struct span){ session->start.minutes,
		session->end.given ? session->end.minutes : -1, session };
}

static void
add_lanes(struct method *method, struct gather *lanes,
    const struct session *session)
{
	if (!session->start.given)
		return;
	if (*session->place.text != '\0')
		add_lane(method, lanes, M_PROGRAMME_SAME_PLACE,
		    session->place.text, session);
	else if (session->whole == NULL)
		add_lane(method, lanes, M_PROGRAMME_OVERLAP, "", session);
	BIND_EACH(const struct bind_text, name, &session->people)
		add_lane(method, lanes, M_PROGRAMME_SAME_PERSON, name->text,
		    session);
}

/* Whether one session is a part of the other. */
static bool
is_part(const void *a, const void *b)
{
	const struct session *one = a, *two = b;

	return one->whole == two || two->whole == one;
}

static void
find_overlaps(struct method *method, const struct day *day)
{
	struct gather lanes = gather_new(method->bind, sizeof(struct lane));
	const struct session *one, *two;

	BIND_EACH(const struct session, session, &day->sessions) {
		add_lanes(method, &lanes, session);
		BIND_EACH(const struct session, part, &session->parts)
			add_lanes(method, &lanes, part);
	}
	BIND_EACH(const struct lane, lane, &lanes.list) {
		span_overlaps(lane->spans.at, lane->spans.count, is_part);
		BIND_EACH(const struct span, span, &lane->spans) {
			one = span->before;
			two = span->of;
			if (one != NULL)
				method_find(method, two->title.pos,
				    lane->message,
				    method_plain(method, one->title.text),
				    method_plain(method, two->title.text),
				    lane->name);
		}
	}
}

static void
find_of_part(struct method *method, const struct session *part,
    const struct session *whole)
{
	const char *one = method_plain(method, part->title.text);
	const char *two = method_plain(method, whole->title.text);

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

/* A session without its times, but for the last one that says that it is the
 * end; and one in the night. */
static void
find_of_session(struct method *method, const struct session *session, bool last)
{
	const char *title = method_plain(method, session->title.text);

	if (!session->start.given)
		method_find(method, session->title.pos, M_PROGRAMME_NO_START,
		    title);
	else if (!session->end.given &&
	    (!last || !term_lists_start(T_PROGRAMME_ENDS, title)))
		method_find(method, session->title.pos, M_PROGRAMME_NO_DURATION,
		    title);
	if (session->start.minutes >= AGENDA_DAY)
		method_find(method, session->title.pos, M_PROGRAMME_MIDNIGHT,
		    title,
		    clock_text(method->arena, session->start.minutes,
			method->lang));
}

void
day_find(struct method *method, const struct day *day)
{
	const struct session *session = day->lines.at;
	const char *called = method_plain(method, day_name(method, day));

	if (day->weekday != T_NONE)
		method_find(method, day->name.pos, M_PROGRAMME_WEEKDAY,
		    method_plain(method, day->name.text),
		    method_word(method, date_weekday(day->date)));
	if (day->dated && method->today.given &&
	    date_day(day->date) < date_day(method->today.date))
		method_find(method,
		    *day->name.text != '\0' || session == NULL
			? day->name.pos
			: session->title.pos,
		    M_PROGRAMME_PAST, called);
	if (session == NULL) {
		method_find(method, day->name.pos, M_PROGRAMME_NO_SESSION,
		    called);
		return;
	}
	find_overlaps(method, day);
	for (size_t i = 0; i < day->lines.count; i++)
		if (session[i].whole != NULL)
			find_of_part(method, &session[i], session[i].whole);
		else
			find_of_session(method, &session[i],
			    i + 1 == day->lines.count);
	rhythm_find(method, day, called);
}

void
day_render_all(struct method *method, const struct plan *plan)
{
	if (plan->nodes.count == 0)
		return;
	report_section(method->report, T_SESSIONS);
	BIND_EACH(const struct day, day, &plan->days) {
		if (*day->name.text != '\0')
			report_part(method->report, day_name(method, day));
		if (day->lines.count > 0)
			method_list(method, session_rows,
			    sizeof(struct session), &day->lines);
	}
}

/*
 * Totals.
 */
struct total {
	struct bind_text name;
	struct bind_minutes start, end, length;
	struct bind_minutes sum; /* of sessions, where they overlap */
	struct bind_number sessions;
};

static const struct bind_row total_rows[] = {
	ROW(total, name, .key = T_PROGRAMME_DAY, .flags = BIND_MAIN),
	ROW_AS(BIND_TIME, total, start, .key = T_SESSION_START),
	ROW_AS(BIND_TIME, total, end, .key = T_END),
	ROW(total, sessions, .key = T_SESSIONS),
	ROW_AS(BIND_DURATION, total, length, .key = T_DURATION),
	ROW_AS(BIND_DURATION, total, sum, .key = T_PROGRAMME_SUM),
	{ BIND_END },
};

static const struct bind_row type_rows[] = {
	ROW(total, name, .key = T_SESSION_TYPE, .flags = BIND_MAIN),
	ROW(total, sessions, .key = T_SESSIONS),
	ROW_AS(BIND_DURATION, total, length, .key = T_DURATION, .order = -1),
	{ BIND_END },
};

static struct total
total_of(const struct method *method, const struct day *day)
{
	struct total total = { .name = { day_name(method, day) },
		.sessions = method_count(day->sessions.count) };

	BIND_EACH(const struct session, session, &day->sessions) {
		if (session->duration.given)
			agenda_put(&total.length, day->length);
		if (session->start.given && !total.start.given)
			agenda_put(&total.start, session->start.minutes);
		if (session->end.given &&
		    session->end.minutes >= total.end.minutes)
			total.end = session->end;
	}
	if (day->sum != day->length)
		agenda_put(&total.sum, day->sum);
	return total;
}

/* Each day, and where there are several, all of them. */
static void
render_by_day(struct method *method, const struct plan *plan)
{
	struct total all = { .name = { method_word(method, T_TOTAL) } }, total;
	struct bind_list totals = { .count = 0 };
	int sum = 0;

	BIND_EACH(struct day, day, &plan->days) {
		if (day->sessions.count == 0)
			continue;
		rhythm_measure(method, day);
		total = total_of(method, day);
		bind_add(method->bind, &totals, total);
		sum += day->sum;
		all.length.minutes += day->length;
		all.length.given |= total.length.given;
		all.sessions = method_figure(
		    all.sessions.thousandths + total.sessions.thousandths);
	}
	if (!all.length.given)
		return;
	if (sum != all.length.minutes)
		agenda_put(&all.sum, sum);
	if (totals.count > 1)
		bind_add(method->bind, &totals, all);
	method_table(method, T_BY_DAY, total_rows, sizeof(all), &totals);
}

static void
add_to_type(struct method *method, struct gather *types, const char *name,
    int count, int minutes)
{
	struct total *total = gather_enter(types, name, NULL);

	if (total->name.text == NULL)
		total->name.text =
		    *name != '\0' ? name : method_word(method, T_NO_TYPE);
	total->sessions =
	    method_figure(total->sessions.thousandths + 1000 * count);
	agenda_put(&total->length, total->length.minutes + minutes);
}

/* The time of a part that has a type counts as that, and no more as what it
 * is a part of. */
static void
render_by_type(struct method *method, const struct plan *plan)
{
	struct gather types = gather_new(method->bind, sizeof(struct total));
	bool typed = false;

	types.nameless = true;
	BIND_EACH(const struct session, session, &plan->sessions) {
		if (session->whole != NULL && *session->type.text == '\0')
			continue;
		typed |= *session->type.text != '\0';
		add_to_type(method, &types, session->type.text, 1,
		    session->duration.minutes);
		if (session->whole != NULL)
			add_to_type(method, &types, session->whole->type.text,
			    0, -session->duration.minutes);
	}
	BIND_EACH(struct total, total, &types.list)
		if (total->length.minutes < 0)
			total->length.minutes = 0;
	if (typed)
		method_table(method, T_BY_TYPE, type_rows, sizeof(struct total),
		    &types.list);
}

void
day_render_totals(struct method *method, const struct plan *plan)
{
	render_by_day(method, plan);
	render_by_type(method, plan);
}
