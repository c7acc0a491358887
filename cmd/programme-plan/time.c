/*
 * time: when sessions start and end, and in which order they stand.
 */
#include <limits.h>

#include "plan.h"

/* Until when a time behind an evening is its night. */
enum { MORNING = 6 * 60 };

static struct agenda_slot
slot_of(struct session *session)
{
	return (struct agenda_slot){ &session->time, &session->start,
		&session->end, &session->duration, &session->title };
}

static void
read_times(struct method *method, struct session *session)
{
	struct agenda_slot slot = slot_of(session);

	agenda_read(method->bind, method->lang, &slot);
}

static void
complete(struct session *session)
{
	struct agenda_slot slot = slot_of(session);

	agenda_complete(&slot);
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
	    passed->end < AGENDA_DAY + MORNING &&
	    passed->end % AGENDA_DAY != passed->next % AGENDA_DAY)
		agenda_put(start, passed->end);
	if (start->given && start->minutes < MORNING &&
	    passed->latest >= AGENDA_EVENING)
		start->minutes += AGENDA_DAY;
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
		agenda_put(&whole->start, part->start.minutes);
	if (whole->start.given && last > whole->start.minutes)
		agenda_put(&whole->end, last);
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
			agenda_put(&session->end, later);
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
