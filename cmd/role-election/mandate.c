/*
 * mandate: how long somebody is to hold the role, and the day that ends it.
 */
#include <string.h>

#include "election.h"
#include "text/uni.h"
#include "value/period.h"

/* The length that a text begins with, "1 an, renouvelable": its words up to the
 * first of what says more.  NULL: none. */
static const char *
read_span(const struct election *election, const char *text,
    struct date_span *span)
{
	size_t length = strlen(text);

	while (length > 0 &&
	    !date_span_read(arena_copy(election->process.arena, text, length),
		span))
		do
			length--;
		while (length > 0 && strchr(" ,;(", text[length]) == NULL);
	return length > 0 ? text + length : NULL;
}

/* The first day of a term, where what follows its length tells one, "from 1
 * January 2026"; else the date of the election. */
static struct bind_date
start_of(const struct election *election, const char *rest)
{
	struct bind_date start = election->process.date;
	struct period period;
	const char *folded;

	for (; rest != NULL; rest = strchr(rest, ' ')) {
		rest = uni_skip_blanks(rest);
		folded = uni_fold(election->process.arena, rest);
		if (term_front(T_DATE_FROM, folded) +
			    term_front(T_DATE_SINCE, folded) >
			0 &&
		    period_reading(rest, &period) >= SURE_ABOUT &&
		    period.has_first)
			return (struct bind_date){ .given = true,
				.date = period.first };
	}
	return start;
}

/* The last day of a term that a text tells: "until 30 June", or among other
 * words, "until the fair of 21 June". */
static bool
read_end(const struct election *election, const char *text, struct date *end)
{
	struct period period;

	if (period_reading(text, &period) >= SURE_ABOUT && period.has_last) {
		*end = period.last;
		return true;
	}
	return term_front(T_DATE_BY, uni_fold(election->process.arena, text)) >
	    0 &&
	    period_end_within(text, end);
}

void
mandate_read(struct election *election)
{
	const struct bind_text *term = &election->sheet->role.term;
	const char *text = method_plain(election->process.method, term->text);
	struct bind_date *ends = &election->ends, start;
	struct date_span span;
	const char *rest = read_span(election, text, &span);

	ends->pos = term->pos;
	if (rest == NULL) {
		ends->given = read_end(election, text, &ends->date);
	} else {
		start = start_of(election, rest);
		ends->given = start.given;
		if (start.given)
			ends->date = date_of_day(
			    date_day(date_after(start.date, span, 1)) - 1);
	}
	if (!ends->given && *text == '\0')
		*ends = election->sheet->process.follow_up.end;
}

void
mandate_check(const struct election *election)
{
	struct method *method = election->process.method;
	const struct bind_text *term = &election->sheet->role.term;
	const struct bind_date *written =
	    &election->sheet->process.follow_up.end;
	const struct bind_date *ends = &election->ends;
	struct date_span span;
	const char *text = method_plain(method, term->text);

	if (*text == '\0' && *written->typed == '\0')
		method_find(method, election_place(election), M_ELECT_NO_TERM);
	else if (*text != '\0' && !ends->given)
		method_find(method, term->pos,
		    read_span(election, text, &span) != NULL ? M_ELECT_NO_START
							     : M_ELECT_NOT_TERM,
		    text);
	if (written->given && ends->given &&
	    date_day(written->date) != date_day(ends->date))
		method_find(method, written->pos, M_ELECT_OTHER_END,
		    method_date(method, written->date), text,
		    method_date(method, ends->date));
}
