/*
 * validity: from when to when a pact holds, and what falls due under it.
 */
#include "pact.h"
#include "text/uni.h"

/* The time from a first day to a last one: in months, where it is whole. */
static struct date_span
span_between(struct date start, struct date end)
{
	struct date next = date_of_day(date_day(end) + 1);
	int months = 12 * (next.year - start.year) + next.month - start.month;
	struct date after =
	    date_after(start, (struct date_span){ months, 0 }, 1);

	if (months > 0 && date_day(after) == date_day(next))
		return (struct date_span){ months, 0 };
	return (struct date_span){ 0, (int)(date_day(next) - date_day(start)) };
}

/* The last day of the term, so many terms on, that a day falls in. */
static struct date
roll(struct date start, struct date_span span, int terms, long today)
{
	long most = 31L * span.months + span.days; /* days of a term */
	int times = most > 0 ? (int)((today - date_day(start)) / most) : 0;

	times = times < 1 ? 1 : terms > 0 && times > terms ? terms : times;
	while (date_day(date_after(start, span, times)) <= today &&
	    date_after(start, span, times).year < 9999 &&
	    (terms == 0 || times < terms))
		times++;
	return date_of_day(date_day(date_after(start, span, times)) - 1);
}

/* Whether a duration says that there is no end, or says nothing. */
static bool
is_open(struct method *method, const struct pact *pact)
{
	const char *text = method_plain(method, pact->duration.text);

	return *text == '\0' || term_is(text, T_PACT_OPEN_ENDED);
}

/* The length of a term; false where none is told, and a finding where it is no
 * length. */
static bool
read_span(struct method *method, const struct pact *pact,
    struct date_span *span)
{
	const char *text = method_plain(method, pact->duration.text);

	if (is_open(method, pact))
		return false;
	if (date_span_read(text, span))
		return true;
	method_find(method, pact->duration.pos, M_PACT_NO_SPAN, text);
	return false;
}

/* The last day of a pact, from what it says. */
static void
find_end(struct method *method, struct pact *pact)
{
	long today = date_day(method->today.date);
	struct date_span span = { 0, 0 };
	bool spanned = read_span(method, pact, &span);

	if (pact->end.given)
		pact->ends = pact->end;
	else if (spanned && pact->start.given)
		pact->ends = (struct bind_date){ pact->duration.pos, true,
			.date = date_of_day(
			    date_day(date_after(pact->start.date, span, 1)) -
			    1) };
	if (!pact->ends.given || pact->renews != PACT_TACITLY ||
	    !method->today.given || !pact->start.given ||
	    date_day(pact->ends.date) < date_day(pact->start.date))
		return;
	if (pact->end.given)
		span = span_between(pact->start.date, pact->end.date);
	if (date_day(pact->ends.date) < today)
		pact->ends.date = roll(pact->start.date, span,
		    renewal_terms(method, pact), today);
}

static void
judge_state(const struct method *method, struct pact *pact)
{
	long today = date_day(method->today.date);
	long left = pact->ends.given ? date_day(pact->ends.date) - today : 0;

	if (pact->start.given && date_day(pact->start.date) > today)
		pact->state = PACT_TO_COME;
	else if (left < 0)
		pact->state =
		    pact->renews == PACT_PERHAPS ? PACT_DOUBTFUL : PACT_EXPIRED;
	pact->expiring = pact->state == PACT_ACTIVE && pact->ends.given &&
	    left <= method->within;
	pact->overdue = method_is_past(method, &pact->report_due) &&
	    pact_is_none(pact->report_given.text);
}

void
validity_judge(struct method *method, struct pacts *pacts)
{
	BIND_EACH(struct pact, pact, &pacts->list) {
		pact->pos = pact->purpose.given ? pact->purpose.pos
		    : pact->good.given          ? pact->good.pos
						: pact->id.pos;
		renewal_read(method, pact);
		find_end(method, pact);
		if (method->today.given)
			judge_state(method, pact);
	}
}

static void
find_dates(struct method *method, const struct pact *pact)
{
	const char *name = pact_name(method, pact);
	struct date_span span;
	struct date end;

	if (pact->end.given && pact->start.given &&
	    date_day(pact->end.date) < date_day(pact->start.date))
		method_find(method, pact->end.pos, M_PACT_BACKWARDS, name);
	if (*pact->duration.text != '\0' && !pact->start.given &&
	    !pact->end.given)
		method_find(method, pact->duration.pos, M_LACKS, name,
		    method_word(method, T_START));
	else if (!pact->ends.given && is_open(method, pact) &&
	    pact_is_none(pact->renewal.text))
		method_find(method, pact->pos, M_PACT_NO_END, name);
	if (!pact->end.given || !pact->start.given ||
	    !date_span_read(method_plain(method, pact->duration.text), &span))
		return;
	end = date_after(pact->start.date, span, 1);
	if (date_day(end) - date_day(pact->end.date) > 1 ||
	    date_day(end) < date_day(pact->end.date))
		method_find(method, pact->duration.pos, M_PACT_TWO_ENDS, name,
		    method_date(method, pact->end.date),
		    method_date(method, date_of_day(date_day(end) - 1)));
}

void
validity_find(struct method *method, const struct pact *pact)
{
	const char *name = pact_name(method, pact);

	find_dates(method, pact);
	if (pact->renews == PACT_PERHAPS && pact->ends.given)
		method_find(method, pact->renewal.pos, M_PACT_DOUBTFUL, name,
		    method_plain(method, pact->renewal.text));
	if (pact->expiring || pact->state == PACT_EXPIRED)
		method_find(method, pact->ends.pos,
		    pact->state == PACT_EXPIRED        ? M_PACT_EXPIRED
			: pact->renews == PACT_TACITLY ? M_PACT_RENEWING
						       : M_PACT_EXPIRING,
		    name, method_date(method, pact->ends.date));
	if (pact->overdue)
		method_find(method, pact->report_due.pos, M_PACT_OVERDUE, name,
		    method_date(method, pact->report_due.date));
}

/* A day on which something is due under a pact. */
struct event {
	struct bind_date date;
	struct bind_number days, late; /* from today, or since */
	struct bind_text what, id, purpose, renewal;
};

static const struct bind_row event_rows[] = {
	ROW(event, date, .key = T_DATE, .order = 1),
	ROW(event, days, .key = T_PACT_DAYS_LEFT),
	ROW(event, late, .key = T_PACT_DAYS_LATE),
	ROW(event, what, .key = T_PACT_EVENT),
	ROW(event, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(event, purpose, .key = T_PURPOSE, .flags = BIND_MAIN),
	ROW(event, renewal, .key = T_RENEWAL),
	{ BIND_END },
};

static void
add_event(struct method *method, struct bind_list *events,
    const struct pact *pact, struct bind_date date, enum term what)
{
	struct event *event = bind_append(method->bind, events, sizeof(*event));
	long left;

	*event = (struct event){ .date = date,
		.what = { what != T_NONE ? method_word(method, what) : "" },
		.id = pact->id,
		.purpose = pact->purpose,
		.renewal = { "" } };
	if (*pact->id.text != '\0' && uni_width(pact->purpose.text) > MD_WIDE)
		event->purpose.text = "";
	if (what != T_REPORT_DUE)
		event->renewal = pact->renewal;
	left = date_day(date.date) - date_day(method->today.date);
	if (method->today.given && left >= 0)
		event->days = method_count(left);
	else if (method->today.given)
		event->late = method_figure(-1000 * left);
}

/* Ends and reports, those to come where today is given. */
static void
render_calendar(struct method *method, const struct pacts *pacts)
{
	long today = method->today.given ? date_day(method->today.date) : 0;
	struct bind_list events = { .count = 0 };

	BIND_EACH(const struct pact, pact, &pacts->list) {
		if (pact->report_due.given &&
		    pact_is_none(pact->report_given.text) &&
		    date_day(pact->report_due.date) >= today)
			add_event(method, &events, pact, pact->report_due,
			    T_REPORT_DUE);
		if (pact->ends.given && date_day(pact->ends.date) >= today)
			add_event(method, &events, pact, pact->ends, T_END);
	}
	method_table(method, T_CALENDAR, event_rows, sizeof(struct event),
	    &events);
}

/* What is counted of how pacts stand, in this order. */
enum standing {
	STANDS_ACTIVE,
	STANDS_EXPIRING,
	STANDS_OPEN,
	STANDS_TO_COME,
	STANDS_DOUBTFUL,
	STANDS_EXPIRED,
	STANDS_OVERDUE,
	STANDINGS
};

static const struct {
	enum term name, heading; /* of the pacts that are listed too */
} standings[] = {
	[STANDS_ACTIVE] = { T_PACT_ACTIVE },
	[STANDS_EXPIRING] = { M_PACT_WITHIN, M_PACT_WITHIN_LIST },
	[STANDS_OPEN] = { T_PACT_OPEN },
	[STANDS_TO_COME] = { T_PACT_TO_COME },
	[STANDS_DOUBTFUL] = { T_PACT_DOUBTFUL_LIST, T_PACT_DOUBTFUL_LIST },
	[STANDS_EXPIRED] = { T_PACT_EXPIRED_LIST, T_PACT_EXPIRED_LIST },
	[STANDS_OVERDUE] = { T_PACT_OVERDUE_LIST, T_PACT_OVERDUE_LIST },
};

/* The pacts that stand so (struct event). */
static void
list_standings(struct method *method, const struct pacts *pacts,
    struct bind_list lists[STANDINGS])
{
	static const enum standing of[PACT_STATES] = {
		[PACT_ACTIVE] = STANDS_ACTIVE,
		[PACT_TO_COME] = STANDS_TO_COME,
		[PACT_DOUBTFUL] = STANDS_DOUBTFUL,
		[PACT_EXPIRED] = STANDS_EXPIRED,
	};

	BIND_EACH(const struct pact, pact, &pacts->list) {
		add_event(method, &lists[of[pact->state]], pact, pact->ends,
		    T_NONE);
		if (pact->state == PACT_ACTIVE && !pact->ends.given)
			add_event(method, &lists[STANDS_OPEN], pact, pact->ends,
			    T_NONE);
		if (pact->expiring)
			add_event(method, &lists[STANDS_EXPIRING], pact,
			    pact->ends, T_NONE);
		if (pact->overdue)
			add_event(method, &lists[STANDS_OVERDUE], pact,
			    pact->report_due, T_REPORT_DUE);
	}
}

struct line {
	struct bind_text name;
	struct bind_number count;
};

/* How the pacts stand on the day given. */
static void
render_today(struct method *method, const struct pacts *pacts)
{
	static const struct bind_row rows[] = {
		ROW(line, name, .key = T_STATE, .flags = BIND_MAIN),
		ROW(line, count, .key = T_HOW_MANY),
		{ BIND_END },
	};
	const char *within = method_integer(method, method->within);
	struct bind_list lists[STANDINGS] = { { .count = 0 } };
	struct bind_list lines = { .count = 0 };
	struct line line;

	list_standings(method, pacts, lists);
	for (size_t i = 0; i < STANDINGS; i++) {
		line = (struct line){ { method_text(method, standings[i].name,
					  within) },
			method_count(lists[i].count) };
		if (i != STANDS_DOUBTFUL || lists[i].count > 0)
			bind_add(method->bind, &lines, line);
	}
	report_section(method->report, T_PACT_STATES);
	report_pair(method->report, T_PACT_DAY,
	    method_date(method, method->today.date));
	method_list(method, rows, sizeof(struct line), &lines);
	for (size_t i = 0; i < STANDINGS; i++) {
		if (standings[i].heading == T_NONE || lists[i].count == 0)
			continue;
		report_part(method->report,
		    method_text(method, standings[i].heading, within));
		method_list(method, event_rows, sizeof(struct event),
		    &lists[i]);
	}
}

void
validity_render(struct method *method, const struct pacts *pacts)
{
	if (method->today.given && pacts->list.count > 0)
		render_today(method, pacts);
	render_calendar(method, pacts);
}
