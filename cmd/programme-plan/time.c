/*
 * time: when sessions start and end, and in which order they stand.
 */
#include <limits.h>

#include "base/arena.h"
#include "plan.h"
#include "source/md.h"

static void
set(struct bind_minutes *value, int minutes)
{
	value->minutes = minutes;
	value->given = true;
}

static void
fault(struct method *method, const struct session *session, enum term message,
    const char *one, const char *two)
{
	bind_fault(method->bind,
	    session->time.given ? session->time.pos : session->title.pos,
	    message, md_plain(method->arena, session->title.text), one, two);
}

/* What a session's own times say. */
static void
read_times(struct method *method, struct session *session)
{
	int start = -1, end = -1;

	if (*session->time.text != '\0' &&
	    !clock_read_range(session->time.text, &start, &end)) {
		bind_fault(method->bind, session->time.pos, M_NOT_A_TIME,
		    session->time.text);
		start = end = -1;
	}
	if (start >= 0)
		set(&session->start, start);
	if (end >= 0 && session->end.given && session->end.minutes != end)
		fault(method, session, M_PROGRAMME_TWO_ENDS,
		    clock_text(method->arena, end, method->lang),
		    clock_text(method->arena, session->end.minutes,
			method->lang));
	if (end >= 0)
		set(&session->end, end);
	session->end.minutes %= DAY_MINUTES;
	if (!session->end.given || !session->duration.given)
		return;
	end = session->end.minutes - session->duration.minutes;
	if (!session->start.given && end >= 0)
		set(&session->start, end);
	else if (session->start.given &&
	    (session->start.minutes - end) % DAY_MINUTES != 0)
		fault(method, session, M_PROGRAMME_DISAGREE,
		    clock_text(method->arena,
			session->start.minutes + session->duration.minutes,
			method->lang),
		    clock_text(method->arena, session->end.minutes,
			method->lang));
}

/* An end from start and duration, or a duration from start and end. */
static void
complete(struct method *method, struct session *session)
{
	enum { EVENING = 18 * 60 };
	int start = session->start.minutes, end = session->end.minutes;

	if (!session->start.given ||
	    (!session->end.given && !session->duration.given))
		return;
	if (!session->duration.given) {
		if (end < start && start < EVENING && end > 0)
			fault(method, session, M_PROGRAMME_BACKWARDS,
			    clock_text(method->arena, end, method->lang),
			    clock_text(method->arena, start, method->lang));
		set(&session->duration,
		    end < start ? end - start + DAY_MINUTES : end - start);
	}
	set(&session->end, start + session->duration.minutes);
}

/* Begins where the one before ended, if nothing else says when. */
static void
begin(struct method *method, struct session *session, int before, int *begins)
{
	if (!session->start.given && before >= DAY_MINUTES)
		fault(method, session, M_PROGRAMME_MIDNIGHT, NULL, NULL);
	if (!session->start.given && before >= 0)
		set(&session->start, before);
	complete(method, session);
	if (session->start.given)
		*begins = session->start.minutes;
	session->begins = *begins;
}

static int
end_of(const struct session *session)
{
	return session->end.given ? session->end.minutes : -1;
}

/* The parts of a session, and its own times from theirs where nobody gave
 * them. */
static void
time_parts(struct method *method, struct session *all, struct session *whole)
{
	int before = whole->start.given ? whole->start.minutes : -1;
	int begins = whole->begins, last = -1;
	struct session *part;
	size_t i;

	for (i = whole->child; i > 0; i = part->sibling) {
		part = &all[i - 1];
		begin(method, part, before, &begins);
		before = end_of(part);
		if (before > last)
			last = before;
	}
	if (whole->child == 0 || whole->end.given)
		return;
	part = &all[whole->child - 1];
	if (!whole->start.given && part->start.given)
		set(&whole->start, part->start.minutes);
	if (whole->start.given && last > whole->start.minutes)
		set(&whole->end, last);
	complete(method, whole);
}

/* Chains each session's parts, in the order given. */
static void
chain_parts(struct method *method, struct plan *plan)
{
	struct session *all = plan->sessions.at;
	size_t *last =
	    arena_array(method->arena, plan->sessions.count + 1, sizeof(*last));
	size_t i, whole;

	for (i = 0; i < plan->sessions.count; i++)
		all[i].child = all[i].sibling = 0;
	for (i = 0; i < plan->sessions.count; i++) {
		whole = all[i].parent;
		if (whole == 0)
			continue;
		if (last[whole] == 0)
			all[whole - 1].child = i + 1;
		else
			all[last[whole] - 1].sibling = i + 1;
		last[whole] = i + 1;
	}
}

static int
compare_sizes(size_t one, size_t two)
{
	return one < two ? -1 : one > two;
}

static int
order_sessions(const void *a, const void *b)
{
	const struct session *one = a, *two = b;

	if (one->day != two->day)
		return compare_sizes(one->day, two->day);
	if (one->top_begins != two->top_begins)
		return one->top_begins < two->top_begins ? -1 : 1;
	if (one->top != two->top)
		return compare_sizes(one->top, two->top);
	if ((one->parent == 0) != (two->parent == 0))
		return one->parent == 0 ? -1 : 1;
	if (one->begins != two->begins)
		return one->begins < two->begins ? -1 : 1;
	return compare_sizes(one->order, two->order);
}

static int
order_days(const void *a, const void *b)
{
	const struct day *one = a, *two = b;

	if (one->key != two->key)
		return one->key < two->key ? -1 : 1;
	return compare_sizes(one->order, two->order);
}

/* Days by their dates; one without a date stays behind the one before it. */
static void
sort_days(struct method *method, struct plan *plan)
{
	struct session *session = plan->sessions.at;
	struct day *day = plan->days.at;
	size_t *place =
	    arena_array(method->arena, plan->days.count, sizeof(*place));
	long key = LONG_MIN;
	size_t i;

	for (i = 0; i < plan->days.count; i++) {
		if (i > 0 && day[i].dated)
			key = date_day(day[i].date);
		day[i].key = key;
	}
	plan->days = method_sorted(method, sizeof(*day), order_days,
	    (const struct bind_list *[]){ &plan->days, NULL });
	day = plan->days.at;
	for (i = 0; i < plan->days.count; i++)
		place[day[i].order] = i;
	for (i = 0; i < plan->sessions.count; i++)
		session[i].day = place[session[i].day];
}

static void
sort_sessions(struct method *method, struct plan *plan)
{
	struct session *session = plan->sessions.at;
	size_t *place =
	    arena_array(method->arena, plan->sessions.count, sizeof(*place));
	struct day *day = plan->days.at;
	size_t i;

	for (i = 0; i < plan->days.count; i++)
		day[i].sessions.count = 0;
	for (i = 0; i < plan->sessions.count; i++) {
		session[i].top =
		    session[i].parent == 0 ? i : session[i].parent - 1;
		session[i].top_begins = session[session[i].top].begins;
	}
	plan->sessions = method_sorted(method, sizeof(*session), order_sessions,
	    (const struct bind_list *[]){ &plan->sessions, NULL });
	session = plan->sessions.at;
	for (i = 0; i < plan->sessions.count; i++)
		place[session[i].order] = i;
	for (i = 0; i < plan->sessions.count; i++) {
		if (session[i].parent > 0)
			session[i].parent = place[session[i].parent - 1] + 1;
		if (day[session[i].day].sessions.count++ == 0)
			day[session[i].day].sessions.at = &session[i];
	}
}

/*
 * A session of which nothing says when it ends does when the next one starts;
 * the last part, when the whole ends.  They are in order: from the last back.
 */
static void
end_at_next(struct method *method, struct plan *plan, bool parts)
{
	struct session *session = plan->sessions.at, *one;
	const struct session *before = NULL;
	int start = -1, later = -1;
	size_t i;

	for (i = plan->sessions.count; i > 0; i--) {
		one = &session[i - 1];
		if ((one->parent > 0) != parts || !one->start.given)
			continue;
		if (before == NULL || before->day != one->day ||
		    before->parent != one->parent) {
			start = -1;
			later = parts ? end_of(&session[one->parent - 1]) : -1;
		}
		if (start > one->start.minutes)
			later = start;
		start = one->start.minutes;
		before = one;
		if (!one->end.given && later > start) {
			set(&one->end, later);
			complete(method, one);
		}
	}
}

/* How many times are known. */
static size_t
count_known(const struct plan *plan)
{
	const struct session *session = plan->sessions.at;
	size_t count = 0, i;

	for (i = 0; i < plan->sessions.count; i++)
		count += (size_t)session[i].start.given + session[i].end.given +
		    session[i].duration.given;
	return count;
}

/* Finds what follows from the times known; then puts sessions in order. */
static void
infer(struct method *method, struct plan *plan)
{
	struct session *all = plan->sessions.at;
	int *before =
	    arena_array(method->arena, plan->days.count, sizeof(*before));
	int *begins =
	    arena_array(method->arena, plan->days.count, sizeof(*begins));
	size_t i;

	for (i = 0; i < plan->days.count; i++)
		before[i] = begins[i] = -1;
	for (i = 0; i < plan->sessions.count; i++)
		all[i].order = i;
	chain_parts(method, plan);
	for (i = 0; i < plan->sessions.count; i++) {
		if (all[i].parent > 0)
			continue;
		begin(method, &all[i], before[all[i].day], &begins[all[i].day]);
		time_parts(method, all, &all[i]);
		before[all[i].day] = end_of(&all[i]);
	}
	sort_sessions(method, plan);
	end_at_next(method, plan, false);
	end_at_next(method, plan, true);
}

void
time_sessions(struct method *method, struct plan *plan)
{
	struct session *session = plan->sessions.at;
	size_t known, i;

	for (i = 0; i < plan->sessions.count; i++)
		read_times(method, &session[i]);
	sort_days(method, plan);
	/* one time tells another: as often as the report would be read again */
	do {
		known = count_known(plan);
		infer(method, plan);
	} while (count_known(plan) != known);
}
