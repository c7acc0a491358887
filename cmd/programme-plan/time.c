/*
 * time: when sessions start and end, and in which order they stand.
 */
#include <limits.h>

#include "base/arena.h"
#include "plan.h"
#include "value/clock.h"

enum {
	EVENING = 18 * 60, /* from when on what starts may end past midnight */
	MORNING = 6 * 60, /* until when a time behind an evening is its night */
};

static void
set(struct bind_minutes *value, int minutes)
{
	value->minutes = minutes;
	value->given = true;
}

/* Says that what a session tells of its times does not agree. */
static void
tell(struct method *method, const struct session *session, enum term message,
    int one, int two)
{
	bind_finding(method->bind,
	    session->start.pos.file != NULL ? session->start.pos
					    : session->title.pos,
	    message, method_plain(method, session->title.text),
	    clock_text(method->arena, one, method->lang),
	    clock_text(method->arena, two, method->lang));
}

/* Has a value stay as it was typed, since another one speaks against it. */
static void
keep_typed(struct bind_minutes *value, const char *typed)
{
	value->as_typed = true;
	if (value->typed == NULL || *value->typed == '\0')
		value->typed = typed;
}

/* What stands where a time is wanted: it stays as typed where it is none, or
 * only about one.  Returns the end that it tells, or -1. */
static int
read_time(struct method *method, struct session *session)
{
	const char *text = session->time.text, *rest;
	struct clock clock;
	bool read = clock_read_front(text, &clock, &rest) && *rest == '\0';

	session->time.text = "";
	if (*text == '\0')
		return -1;
	if (!read)
		bind_finding(method->bind, session->time.pos, M_NOT_A_TIME,
		    method_plain(method, text));
	session->start = (struct bind_minutes){ read ? clock.start : 0,
		session->time.pos, read, text, !read || clock.about };
	return read ? clock.end : -1;
}

/* An end that is before its start in the day stays as typed. */
static void
check_end(struct method *method, struct session *session)
{
	int start = session->start.minutes, end = session->end.minutes;

	if (!session->start.given || !session->end.given || end >= start ||
	    start >= EVENING || end == 0)
		return;
	tell(method, session, M_PROGRAMME_BACKWARDS, end, start);
	keep_typed(&session->end, clock_text(method->arena, end, method->lang));
	session->end.given = false;
}

/* What a session's own times say; of a range and another end the latter counts,
 * and of times and a duration the times. */
static void
read_times(struct method *method, struct session *session)
{
	const char *typed = session->time.text;
	int end = read_time(method, session), start;

	if (end >= 0 && session->end.given && session->end.minutes != end) {
		tell(method, session, M_PROGRAMME_TWO_ENDS, end,
		    session->end.minutes);
		keep_typed(&session->start, typed);
	} else if (end >= 0) {
		set(&session->end, end);
	}
	session->end.minutes %= DAY_MINUTES;
	check_end(method, session);
	if (!session->end.given || !session->duration.given)
		return;
	end = session->end.minutes;
	start = end - session->duration.minutes;
	if (!session->start.given && start >= 0) {
		set(&session->start, start);
	} else if (session->start.given &&
	    (session->start.minutes - start) % DAY_MINUTES != 0) {
		tell(method, session, M_PROGRAMME_DISAGREE,
		    session->start.minutes + session->duration.minutes, end);
		keep_typed(&session->duration,
		    clock_duration_text(method->arena,
			session->duration.minutes));
		session->duration.given = false;
	}
}

/* An end from start and duration, or a duration from start and end. */
static void
complete(struct session *session)
{
	int start = session->start.minutes, end = session->end.minutes;

	if (!session->start.given ||
	    (!session->end.given && !session->duration.given))
		return;
	if (!session->duration.given)
		set(&session->duration,
		    end < start ? end - start + DAY_MINUTES : end - start);
	set(&session->end, start + session->duration.minutes);
}

/* What is known of a list while its sessions are timed, -1 before any is. */
struct passed {
	int end;    /* of the last one */
	int begins; /* by which it was put in order */
	int latest; /* the latest time met */
	int next;   /* when the next one starts that says it, or -1 */
};

/* When the first session from a place on starts that says it, or -1. */
static int
next_start(const struct bind_list *list, size_t from)
{
	const struct bind_minutes *start;

	for (; from < list->count; from++) {
		start = &session_at(list, from)->start;
		if (start->given && start->typed != NULL &&
		    *start->typed != '\0')
			return start->minutes;
	}
	return -1;
}

/* Begins where the one before ended, if nothing else says when and the next one
 * does not begin then (it is in parallel); in the night that an evening ends
 * with, where it says so. */
static void
begin(struct session *session, struct passed *passed)
{
	struct bind_minutes *start = &session->start;

	if (!start->given && !start->as_typed && passed->end >= 0 &&
	    passed->end < DAY_MINUTES + MORNING && passed->end != passed->next)
		set(start, passed->end);
	if (start->given && start->minutes < MORNING &&
	    passed->latest >= EVENING)
		start->minutes += DAY_MINUTES;
	complete(session);
	if (start->given)
		passed->begins = start->minutes;
	session->begins = passed->begins;
}

static void
pass(struct passed *passed, const struct session *session)
{
	passed->end = session->end.given ? session->end.minutes : -1;
	if (session->start.given && session->start.minutes > passed->latest)
		passed->latest = session->start.minutes;
	if (passed->end > passed->latest)
		passed->latest = passed->end;
}

/* The parts of a session, and its own times from theirs where nobody gave
 * them. */
static void
time_parts(struct session *whole)
{
	int start = whole->start.given ? whole->start.minutes : -1, last = -1;
	struct passed passed = { start, whole->begins, start, -1 };
	struct session *part;
	size_t i;

	for (i = 0; i < whole->parts.count; i++) {
		part = session_at(&whole->parts, i);
		passed.next = next_start(&whole->parts, i + 1);
		begin(part, &passed);
		pass(&passed, part);
		last = passed.end > last ? passed.end : last;
	}
	if (whole->parts.count == 0 || whole->end.given)
		return;
	part = session_at(&whole->parts, 0);
	if (!whole->start.given && part->start.given)
		set(&whole->start, part->start.minutes);
	if (whole->start.given && last > whole->start.minutes)
		set(&whole->end, last);
	complete(whole);
}

static int
order_sessions(const void *a, const void *b)
{
	const struct session *one = a, *two = b;

	return -method_falling(one->begins, two->begins);
}

/*
 * Puts sessions in order.  One of which nothing says when it ends does when the
 * next one starts, the last of parts when the whole ends (later, or -1): from
 * the last back.
 */
static void
end_at_next(struct method *method, struct bind_list *list, int later)
{
	struct session *session;
	int next = -1;
	size_t i;

	if (list->count == 0)
		return;
	list->at = method_sorted(method, sizeof(*session), order_sessions,
	    (const struct bind_list *[]){ list, NULL })
		       .at;
	for (i = list->count; i > 0; i--) {
		session = session_at(list, i - 1);
		if (!session->start.given)
			continue;
		if (next > session->start.minutes)
			later = next;
		next = session->start.minutes;
		if (!session->end.given && later > next) {
			set(&session->end, later);
			complete(session);
		}
	}
}

/* Finds what follows from the times known, once. */
static void
infer(struct method *method, struct bind_list *sessions)
{
	struct passed passed = { -1, -1, -1, -1 };
	struct session *session;
	size_t i;

	for (i = 0; i < sessions->count; i++) {
		session = session_at(sessions, i);
		passed.next = next_start(sessions, i + 1);
		begin(session, &passed);
		time_parts(session);
		pass(&passed, session);
	}
	end_at_next(method, sessions, -1);
	for (i = 0; i < sessions->count; i++) {
		session = session_at(sessions, i);
		end_at_next(method, &session->parts,
		    session->end.given ? session->end.minutes : -1);
	}
}

/* A sum that grows with each time that is found. */
static long
count_known(const struct bind_list *list)
{
	const struct session *session;
	long count = 0;
	size_t i;

	for (i = 0; i < list->count; i++) {
		session = session_at(list, i);
		count += session->start.given + session->end.given +
		    session->duration.given + session->start.minutes +
		    count_known(&session->parts);
	}
	return count;
}

/* The sessions of a day one below the other, each part with its whole. */
static void
put_lines(struct method *method, struct plan *plan, struct day *day)
{
	struct session *whole, *part, *line;
	size_t i, j;

	for (i = 0; i < day->sessions.count; i++) {
		whole = session_at(&day->sessions, i);
		line = bind_append(method->bind, &day->lines, sizeof(*line));
		*line = *whole;
		for (j = 0; j < whole->parts.count; j++) {
			part = session_at(&whole->parts, j);
			part->whole = whole;
			part->within = *whole->code.text != '\0' ? whole->code
								 : whole->title;
			line = bind_append(method->bind, &day->lines,
			    sizeof(*line));
			*line = *part;
		}
	}
	for (i = 0; i < day->lines.count; i++)
		*(struct session *)bind_append(method->bind, &plan->sessions,
		    sizeof(*line)) = *session_at(&day->lines, i);
}

static int
order_days(const void *a, const void *b)
{
	const struct day *one = a, *two = b;

	return -method_falling(one->key, two->key);
}

void
time_sessions(struct method *method, struct plan *plan)
{
	struct day *day = plan->days.at;
	struct session *session;
	long key = LONG_MIN, known;
	size_t i, j, k;

	/* one without a date stays behind the one before it */
	for (i = 0; i < plan->days.count; i++) {
		if (day[i].dated && *day[i].name.text != '\0')
			key = date_day(day[i].date);
		day[i].key = key;
	}
	plan->days = method_sorted(method, sizeof(*day), order_days,
	    (const struct bind_list *[]){ &plan->days, NULL });
	day = plan->days.at;
	for (i = 0; i < plan->days.count; i++) {
		for (j = 0; j < day[i].sessions.count; j++) {
			session = session_at(&day[i].sessions, j);
			read_times(method, session);
			for (k = 0; k < session->parts.count; k++)
				read_times(method,
				    session_at(&session->parts, k));
		}
		/* one time tells another: as often as any is found */
		do {
			known = count_known(&day[i].sessions);
			infer(method, &day[i].sessions);
		} while (count_known(&day[i].sessions) != known);
		put_lines(method, plan, &day[i]);
	}
}
