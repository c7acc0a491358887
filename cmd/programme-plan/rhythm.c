/*
 * rhythm: what takes the minutes of a day: work, a break, or nothing.
 */
#include <string.h>

#include "plan.h"
#include "value/clock.h"

enum {
	LONGEST = 120,            /* without a break */
	TRANSFER = 10,            /* what is too short to be a gap */
	MINUTES = 2 * AGENDA_DAY, /* of a day that goes past midnight */
};

enum minute { NOTHING, BREAK, WORK, FOR_ALL };

struct minutes {
	unsigned char at[MINUTES]; /* enum minute */
};

static bool
is_break(const struct method *method, const struct session *session)
{
	return term_lists_start(T_PROGRAMME_BREAKS,
		   method_plain(method, session->title.text)) ||
	    term_lists_start(T_PROGRAMME_BREAKS,
		method_plain(method, session->type.text));
}

static void
mark(struct minutes *minutes, const struct session *session, enum minute kind)
{
	int i = session->start.minutes;

	if (session->start.given && session->end.given)
		for (; i < session->end.minutes && i < MINUTES; i++)
			minutes->at[i] = (unsigned char)kind;
}

/* Work is what some session does that is not in a break of its own, unless a
 * break is everybody's. */
static void
mark_day(const struct method *method, const struct day *day,
    struct minutes *minutes)
{
	struct minutes own;

	memset(minutes, NOTHING, sizeof(*minutes));
	BIND_EACH(const struct session, session, &day->sessions) {
		memset(&own, NOTHING, sizeof(own));
		mark(&own, session, is_break(method, session) ? FOR_ALL : WORK);
		BIND_EACH(const struct session, part, &session->parts)
			if (is_break(method, part))
				mark(&own, part, BREAK);
		for (size_t i = 0; i < MINUTES; i++)
			if (own.at[i] > minutes->at[i])
				minutes->at[i] = own.at[i];
	}
}

void
rhythm_measure(const struct method *method, struct day *day)
{
	struct minutes minutes;

	mark_day(method, day, &minutes);
	for (size_t i = 0; i < MINUTES; i++)
		day->length += minutes.at[i] != NOTHING;
	BIND_EACH(const struct session, session, &day->sessions) {
		day->sum += session->duration.minutes;
		if (!session->start.given)
			day->length += session->duration.minutes;
	}
}

static struct pos
pos_at(const struct day *day, int minute)
{
	struct pos pos = ((const struct session *)day->lines.at)->title.pos;

	BIND_EACH(const struct session, session, &day->lines)
		if (session->start.given && session->start.minutes <= minute)
			pos = session->title.pos;
	return pos;
}

static void
find_work(struct method *method, const struct day *day, const char *called,
    int start, int end)
{
	if (start >= 0 && end - start > LONGEST)
		method_find(method, pos_at(day, start), M_PROGRAMME_NO_BREAK,
		    called, clock_text(method->arena, start, method->lang),
		    clock_text(method->arena, end, method->lang),
		    clock_duration_text(method->arena, end - start));
}

/* Gaps between sessions, and stretches of work without a break. */
void
rhythm_find(struct method *method, const struct day *day, const char *called)
{
	struct minutes minutes;
	int last = -1;  /* the end of what was last there */
	int begun = -1; /* the start of a stretch of work */
	bool gap;

	mark_day(method, day, &minutes);
	for (int i = 0; i < MINUTES; i++) {
		if (minutes.at[i] == NOTHING)
			continue;
		gap = last >= 0 && i - last > TRANSFER;
		if (gap)
			method_find(method, pos_at(day, i), M_PROGRAMME_GAP,
			    called,
			    clock_text(method->arena, last, method->lang),
			    clock_text(method->arena, i, method->lang));
		if (gap || minutes.at[i] != WORK) {
			find_work(method, day, called, begun, last);
			begun = -1;
		}
		if (minutes.at[i] == WORK && begun < 0)
			begun = i;
		last = i + 1;
	}
	find_work(method, day, called, begun, last);
}
