/*
 * calendar: what falls due, how the pacts stand, how many there are of what.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "pact.h"
#include "sheet/gather.h"
#include "text/uni.h"

/* A day on which something is due under a pact. */
struct event {
	struct bind_date date;
	struct bind_number days; /* from today, or since */
	struct bind_text what, id, purpose, renewal;
};

static const struct bind_row event_rows[] = {
	ROW(BIND_DATE, event, date, .key = T_DATE, .order = 1),
	ROW(BIND_NUMBER, event, days, .key = T_PACT_DAYS_LEFT),
	ROW(BIND_TEXT, event, what, .key = T_PACT_EVENT),
	ROW(BIND_TEXT, event, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, event, purpose, .key = T_PURPOSE, .flags = BIND_MAIN),
	ROW(BIND_TEXT, event, renewal, .key = T_RENEWAL),
	{ BIND_END },
};

static const struct bind_row late_rows[] = {
	ROW(BIND_DATE, event, date, .key = T_DATE, .order = 1),
	ROW(BIND_NUMBER, event, days, .key = T_PACT_DAYS_LATE),
	ROW(BIND_TEXT, event, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, event, purpose, .key = T_PURPOSE, .flags = BIND_MAIN),
	ROW(BIND_TEXT, event, renewal, .key = T_RENEWAL),
	{ BIND_END },
};

static void
add_event(struct method *method, struct bind_list *events,
    const struct pact *pact, struct bind_date date, enum term what)
{
	struct event *event = bind_append(method->bind, events, sizeof(*event));

	*event = (struct event){ .date = date,
		.what = { what != T_NONE ? method_word(method, what) : "" },
		.id = pact->id,
		.purpose = pact->purpose,
		.renewal = { "" } };
	if (what != T_REPORT_DUE)
		event->renewal = pact->renewal;
	if (method->today.given)
		event->days = method_figure(1000 *
		    labs(date_day(date.date) - date_day(method->today.date)));
}

/* Ends and reports, those to come where today is given. */
static void
render_calendar(struct method *method, const struct pacts *pacts)
{
	long today = method->today.given ? date_day(method->today.date) : 0;
	const struct pact *pact = pacts->list.at;
	struct bind_list events = { .count = 0 };
	size_t i;

	for (i = 0; i < pacts->list.count; i++) {
		if (pact[i].report_due.given &&
		    pact_is_none(pact[i].report_given.text) &&
		    date_day(pact[i].report_due.date) >= today)
			add_event(method, &events, &pact[i], pact[i].report_due,
			    T_REPORT_DUE);
		if (pact[i].ends.given && date_day(pact[i].ends.date) >= today)
			add_event(method, &events, &pact[i], pact[i].ends,
			    T_END);
	}
	method_table(method, T_CALENDAR, event_rows, sizeof(struct event),
	    &events);
}

/* A table of those pacts that fell due or will. */
static void
render_part(struct method *method, const char *heading,
    const struct bind_row *rows, const struct bind_list *events)
{
	if (events->count == 0)
		return;
	report_part(method->report, heading);
	method_list(method, rows, sizeof(struct event), events);
}

struct line {
	struct bind_text name;
	struct bind_number count;
};

static void
render_states(struct method *method, const size_t states[], size_t open,
    size_t expiring, size_t overdue)
{
	const char *within = method_text(method, M_PACT_WITHIN,
	    method_integer(method, method->within));
	const struct line lines[] = {
		{ { method_word(method, T_PACT_ACTIVE) },
		    method_figure(1000 * (int64_t)states[PACT_ACTIVE]) },
		{ { within }, method_figure(1000 * (int64_t)expiring) },
		{ { method_word(method, T_PACT_OPEN) },
		    method_figure(1000 * (int64_t)open) },
		{ { method_word(method, T_PACT_TO_COME) },
		    method_figure(1000 * (int64_t)states[PACT_TO_COME]) },
		{ { method_word(method, T_PACT_EXPIRED_LIST) },
		    method_figure(1000 * (int64_t)states[PACT_EXPIRED]) },
		{ { method_word(method, T_PACT_OVERDUE_LIST) },
		    method_figure(1000 * (int64_t)overdue) },
	};
	static const struct bind_row rows[] = {
		ROW(BIND_TEXT, line, name, .key = T_STATE, .flags = BIND_MAIN),
		ROW(BIND_NUMBER, line, count, .key = T_HOW_MANY),
		{ BIND_END },
	};
	struct bind_list list = { (void *)lines,
		sizeof(lines) / sizeof(lines[0]) };

	report_pair(method->report, T_PACT_DAY,
	    method_date(method, method->today.date));
	method_list(method, rows, sizeof(struct line), &list);
}

/* How the pacts stand on the day given. */
static void
render_today(struct method *method, const struct pacts *pacts)
{
	struct bind_list soon = { .count = 0 }, past = soon, late = soon;
	const struct pact *pact = pacts->list.at;
	size_t states[PACT_EXPIRED + 1] = { 0 }, open = 0, i;

	if (!method->today.given || pacts->list.count == 0)
		return;
	for (i = 0; i < pacts->list.count; i++) {
		states[pact[i].state]++;
		open += pact[i].state == PACT_ACTIVE && !pact[i].ends.given;
		if (pact[i].expiring)
			add_event(method, &soon, &pact[i], pact[i].ends,
			    T_NONE);
		if (pact[i].state == PACT_EXPIRED)
			add_event(method, &past, &pact[i], pact[i].ends,
			    T_NONE);
		if (pact[i].overdue)
			add_event(method, &late, &pact[i], pact[i].report_due,
			    T_REPORT_DUE);
	}
	report_section(method->report, T_PACT_STATES);
	render_states(method, states, open, soon.count, late.count);
	render_part(method,
	    method_text(method, M_PACT_WITHIN_LIST,
		method_integer(method, method->within)),
	    event_rows, &soon);
	render_part(method, method_word(method, T_PACT_EXPIRED_LIST), late_rows,
	    &past);
	render_part(method, method_word(method, T_PACT_OVERDUE_LIST), late_rows,
	    &late);
}

void
pact_render(struct method *method, const struct pacts *pacts)
{
	render_today(method, pacts);
	render_calendar(method, pacts);
	method_tallies(method, T_PACTS);
}
