/*
 * agenda: what a sheet tells of the times of a session, or of a step.
 */
#include "domain/agenda.h"
#include "value/clock.h"

void
agenda_put(struct bind_minutes *value, int minutes)
{
	value->minutes = minutes;
	value->given = true;
}

/* Says that what a slot tells of its times does not agree. */
static void
tell(struct bind *bind, enum lang lang, const struct agenda_slot *slot,
    enum term message, int one, int two)
{
	struct arena *arena = bind->doc->arena;

	bind_finding(bind,
	    slot->start->pos.file != NULL ? slot->start->pos : slot->title->pos,
	    message, md_plain(arena, slot->title->text),
	    clock_text(arena, one, lang), clock_text(arena, two, lang));
}

/* Has a value stay as it was typed, since another one speaks against it. */
static void
keep_typed(struct bind_minutes *value, const char *typed)
{
	value->as_typed = true;
	if (value->typed == NULL || *value->typed == '\0')
		value->typed = typed;
}

/* What stands where a time is wanted.  Returns the end that it tells, or -1. */
static int
read_time(struct bind *bind, const struct agenda_slot *slot)
{
	const char *text = slot->time->text, *rest;
	struct clock clock;
	bool read = clock_read_front(text, &clock, &rest) && *rest == '\0';

	slot->time->text = "";
	if (*text == '\0')
		return -1;
	if (!read)
		bind_finding(bind, slot->time->pos, M_NOT_A_TIME,
		    md_plain(bind->doc->arena, text));
	*slot->start = (struct bind_minutes){ slot->time->pos, read, text,
		!read || clock.about, read ? clock.start : 0 };
	return read ? clock.end : -1;
}

/* An end that is before its start in the day stays as typed. */
static void
check_end(struct bind *bind, enum lang lang, const struct agenda_slot *slot)
{
	int start = slot->start->minutes, end = slot->end->minutes;

	if (!slot->start->given || !slot->end->given || end >= start ||
	    start >= AGENDA_EVENING || end == 0)
		return;
	tell(bind, lang, slot, M_AGENDA_BACKWARDS, end, start);
	keep_typed(slot->end, clock_text(bind->doc->arena, end, lang));
	slot->end->given = false;
}

/* A duration that does not lead from start to end stays as typed. */
static void
check_duration(struct bind *bind, enum lang lang,
    const struct agenda_slot *slot)
{
	int end = slot->end->minutes;
	int start = end - slot->duration->minutes;

	if (!slot->start->given && start >= 0) {
		agenda_put(slot->start, start);
	} else if (slot->start->given &&
	    (slot->start->minutes - start) % AGENDA_DAY != 0) {
		tell(bind, lang, slot, M_AGENDA_DISAGREE,
		    slot->start->minutes + slot->duration->minutes, end);
		keep_typed(slot->duration,
		    clock_duration_text(bind->doc->arena,
			slot->duration->minutes));
		slot->duration->given = false;
	}
}

void
agenda_read(struct bind *bind, enum lang lang, struct agenda_slot slot)
{
	const char *typed = slot.time->text;
	int end = read_time(bind, &slot);

	if (end >= 0 && slot.end->given && slot.end->minutes != end) {
		tell(bind, lang, &slot, M_AGENDA_TWO_ENDS, end,
		    slot.end->minutes);
		keep_typed(slot.start, typed);
	} else if (end >= 0) {
		agenda_put(slot.end, end);
	}
	slot.end->minutes %= AGENDA_DAY;
	check_end(bind, lang, &slot);
	if (slot.end->given && slot.duration->given)
		check_duration(bind, lang, &slot);
}

void
agenda_complete(struct agenda_slot slot)
{
	int start = slot.start->minutes, end = slot.end->minutes;

	if (!slot.start->given || (!slot.end->given && !slot.duration->given))
		return;
	if (!slot.duration->given)
		agenda_put(slot.duration,
		    end < start ? end - start + AGENDA_DAY : end - start);
	agenda_put(slot.end, start + slot.duration->minutes);
}
