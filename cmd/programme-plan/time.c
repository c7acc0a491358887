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

/* What is known of a list while its sessions are timed, -1 before any is. */
struct passed {
	int end;    /* of the last one */
	int begins; /* by which it was put in order */
	int latest; /* the latest time met */
	int next;   /* when the next one starts that says it, or -1 */
};

/* When the first session behind one starts that says it, or -1. */
static int
next_start(const struct bind_list *list, const struct session *session)
{
	const struct session *end = bind_end(list, sizeof(*session));

	while (++session < end)
		if (session->start.given && session->start.typed != NULL &&
		    *session->start.typed != '\0')
			return session->start.minutes;
	return -1;
}

/* Begins where the one before ended, if nothing else says when and the next one
 * does not begin then (it is in parallel); in the night that an evening ends
 * with, where it says so, midnight in that of any day. */
static void
begin(struct session *session, struct passed *passed)
{
	struct bind_minutes *start = &session->start;

	if (!start->given && !start->as_typed && passed->end >= 0 &&
	    passed->end < AGENDA_DAY + MORNING &&
	    passed->end % AGENDA_DAY != passed->next % AGENDA_DAY)
		agenda_put(start, passed->end);
	if (start->given && start->minutes < MORNING &&
	    passed->latest >= (start->minutes == 0 ? MORNING : AGENDA_EVENING))
		start->minutes += AGENDA_DAY;
	agenda_complete(slot_of(session));
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
	const struct session *first = whole->parts.at;

	BIND_EACH(struct session, part, &whole->parts) {
		passed.next = next_start(&whole->parts, part);
		begin(part, &passed);
		pass(&passed, part);
		last = passed.end > last ? passed.end : last;
	}
	if (whole->parts.count == 0 || whole->end.given)
		return;
	if (!whole->start.given && first->start.given)
		agenda_put(&whole->start, first->start.minutes);
	if (whole->start.given && last > whole->start.minutes)
		agenda_put(&whole->end, last);
	agenda_complete(slot_of(whole));
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

	if (list->count == 0)
		return;
	METHOD_SORT_BY(method, list, struct session, begins);
	for (size_t i = list->count; i > 0; i--) {
		session = (struct session *)list->at + i - 1;
		if (!session->start.given)
			continue;
		if (next > session->start.minutes)
			later = next;
		next = session->start.minutes;
		if (!session->end.given && later > next) {
			agenda_put(&session->end, later);
			agenda_complete(slot_of(session));
		}
	}
}

/* Finds what follows from the times known, once. */
static void
infer(struct method *method, struct bind_list *sessions)
{
	struct passed passed = { -1, -1, -1, -1 };

	BIND_EACH(struct session, session, sessions) {
		passed.next = next_start(sessions, session);
		begin(session, &passed);
		time_parts(session);
		pass(&passed, session);
	}
	end_at_next(method, sessions, -1);
	BIND_EACH(struct session, session, sessions)
		end_at_next(method, &session->parts,
		    session->end.given ? session->end.minutes : -1);
}

/* A sum that grows with each time that is found. */
static long
count_known(const struct bind_list *list)
{
	long count = 0;

	BIND_EACH(const struct session, session, list)
		count += session->start.given + session->end.given +
		    session->duration.given + session->start.minutes +
		    count_known(&session->parts);
	return count;
}

/* The sessions of a day one below the other, each part with its whole. */
static void
put_lines(struct method *method, struct plan *plan, struct day *day)
{
	const size_t size = sizeof(struct session);

	BIND_EACH(struct session, whole, &day->sessions) {
		bind_put(method->bind, &day->lines, whole, size);
		BIND_EACH(struct session, part, &whole->parts) {
			part->whole = whole;
			part->within = *whole->code.text != '\0' ? whole->code
								 : whole->title;
			bind_put(method->bind, &day->lines, part, size);
		}
	}
	BIND_EACH(const struct session, line, &day->lines)
		bind_put(method->bind, &plan->sessions, line, size);
}

static void
read_times(struct method *method, struct bind_list *sessions)
{
	BIND_EACH(struct session, session, sessions) {
		agenda_read(method->bind, method->lang, slot_of(session));
		read_times(method, &session->parts);
	}
}

void
time_sessions(struct method *method, struct plan *plan)
{
	long key = LONG_MIN, known;

	/* one without a date stays behind the one before it */
	BIND_EACH(struct day, day, &plan->days) {
		if (day->dated && *day->name.text != '\0')
			key = date_day(day->date);
		day->key = key;
	}
	METHOD_SORT_BY(method, &plan->days, struct day, key);
	BIND_EACH(struct day, day, &plan->days) {
		read_times(method, &day->sessions);
		/* one time tells another: as often as any is found */
		do {
			known = count_known(&day->sessions);
			infer(method, &day->sessions);
		} while (count_known(&day->sessions) != known);
		put_lines(method, plan, day);
	}
}
