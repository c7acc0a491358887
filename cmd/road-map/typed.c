/*
 * typed: periods and marks that people type with what is to be done: "T1 2026 :
 * diagnostic", "◆ mi-2026 : ouverture".
 */
#include <string.h>

#include "road.h"
#include "text/uni.h"
#include "value/period.h"

/* Whether a text is a period that has an end. */
static bool
is_period(const char *text, struct period *period)
{
	return period_reading(text, period) > SURE_TWO && period->has_last;
}

bool
typed_is_task(const struct node *item)
{
	const char *text = node_line(item);
	ARENA_SCRATCH(arena);
	struct period period;
	const char *rest;

	text = md_plain(arena, text);
	return item->table == 0 &&
	    (item->box != BOX_NONE ||
		period_read_front(text, &period, &rest) > 0 ||
		is_period(text, &period));
}

/* Tells a period that says no year; all: or is none. */
static void
tell_unread(struct method *method, const struct bind_text *told, bool all)
{
	const char *plain = method_plain(method, told->text);
	struct period period;

	if (plain[strspn(plain, "0123456789")] != '\0' &&
	    !is_period(plain, &period) &&
	    period_of_some_year(plain, &period) > SURE_TWO)
		method_find(method, told->pos, M_ROAD_NO_YEAR, plain);
	else if (all)
		bind_finding(method->bind, told->pos, M_NOT_A_DATE, plain);
}

/* Has a period be the start and the end of a task that says neither. */
static void
put_period(struct task *task, const struct period *period, const char *typed,
    struct pos pos)
{
	if (task->start.given || task->end.given)
		return;
	if (period->has_first)
		task->start = (struct bind_date){ pos, true, typed,
			!period->plain, period->first };
	task->end = (struct bind_date){ pos, true, typed, !period->plain,
		period->last };
}

/* Whether a heading over tasks is a period, under its year or not: "2027 – T1"; or
 * ends in one in parentheses, and then is more than it: *typed is that one. */
static bool
read_heading(struct method *method, const char *heading, struct period *period,
    const char **typed)
{
	const char *plain = method_plain(method, heading), *open, *dash;

	*typed = plain;
	if (is_period(plain, period))
		return true;
	dash = strstr(plain, " – ");
	if (dash != NULL &&
	    is_period(*typed = arena_format(method->arena, "%s %.*s",
			  dash + strlen(" – "), (int)(dash - plain), plain),
		period))
		return true;
	open = strrchr(plain, '(');
	if (open == NULL || open[strcspn(open, ")")] != ')')
		return false;
	*typed = arena_copy(method->arena, open + 1, strcspn(open + 1, ")"));
	return is_period(*typed, period);
}

/* The period that a text begins with, of the year that it stands under: "T1 :
 * vote" under "2027"; its length with the colon, or 0. */
static size_t
read_part(struct method *method, const char *plain, const char *year,
    struct period *period, const char **typed)
{
	size_t n = strcspn(plain, ":");

	if (plain[n] == '\0')
		return 0;
	*typed = arena_format(method->arena, "%s %s",
	    uni_until(method->arena, plain, plain + n), year);
	return is_period(*typed, period) ? n + 1 : 0;
}

/* The period of a task: its column, its label, what its text begins with, or the
 * heading that it stands under. */
static void
read_period(struct method *method, struct task *task)
{
	const char *plain = method_plain(method, task->text.text), *rest,
		   *typed;
	struct bind_text *told =
	    *task->period.text != '\0' ? &task->period : &task->id;
	struct period period, part;
	size_t n;

	if (*told->text != '\0') {
		if (is_period(method_plain(method, told->text), &period)) {
			put_period(task, &period, told->text, told->pos);
			told->text = "";
		} else if (told == &task->period) {
			tell_unread(method, told, true);
		}
		return;
	}
	n = period_read_front(plain, &period, &rest);
	if (n > 0) {
		put_period(task, &period,
		    md_words(method->arena,
			arena_copy(method->arena, plain, n)),
		    task->text.pos);
		task->text.text = md_words(method->arena, rest);
		return;
	}
	if (!read_heading(method, task->stream.text, &period, &typed)) {
		tell_unread(method, &task->stream, false);
		return;
	}
	if (is_period(method_plain(method, task->stream.text), &part)) {
		n = read_part(method, plain, typed, &part, &rest);
		if (n > 0) {
			typed = rest;
			period = part;
			task->text.text =
			    md_words(method->arena, uni_skip_blanks(plain + n));
		}
	}
	put_period(task, &period, md_words(method->arena, typed),
	    task->stream.pos);
	if (strchr(task->stream.text, '(') == NULL)
		task->stream.text = "";
}

/* Has the text of a task give its box, who does it, and when: "[x] open", "study
 * – 2027 – town hall"; a date without a year stays in it. */
static void
part_task(struct method *method, struct task *task)
{
	struct action action = { .what = task->text,
		.who = { .text = "" },
		.when = { .text = "" },
		.state = task->state };
	struct period period;
	struct dict nobody = { .arena = method->arena };

	action_read(method->arena, &action, method->lang);
	task->state = action.state;
	task->text.text = action.what.text;
	if (*task->who.text != '\0')
		return;
	action_part(method->arena, &nobody, &action);
	if (*action.when.text != '\0') {
		if (period_reading(method_plain(method, action.when.text),
			&period) <= SURE_TWO ||
		    !period.has_last || task->start.given || task->end.given ||
		    *task->period.text != '\0')
			return;
		put_period(task, &period, action.when.text, task->text.pos);
	}
	if (*action.who.text != '\0')
		task->who = action.who;
	task->text = action.what;
}

/* The date of a milestone that stands in its text, in front of a mark or at its
 * end: "30/06/2026: vote", "opening: June 2028". */
static void
part_milestone(struct method *method, struct milestone *milestone)
{
	const char *text = method_plain(method, milestone->text.text);
	const char *rest = text, *colon;
	struct period period;
	size_t n;

	if (bind_is_typed((void *)&milestone->date))
		return;
	n = period_read_front(text, &period, &rest);
	colon = strrchr(text, ':');
	if (n == 0 && colon != NULL && colon > text &&
	    period_reading(method_plain(method, colon + 1), &period) >
		SURE_TWO) {
		n = (size_t)(colon - text);
		milestone->date.typed = uni_line(method->arena, colon + 1);
		rest = uni_until(method->arena, text, text + n);
	} else {
		milestone->date.typed = arena_copy(method->arena, text, n);
	}
	if (n == 0 || !period.has_last)
		return;
	milestone->date.pos = milestone->text.pos;
	milestone->date.given = true;
	milestone->date.as_typed = !period.plain;
	milestone->date.date = period.last;
	milestone->text.text = md_words(method->arena, rest);
}

/* A task as it was typed, among the tasks; one with a mark is a milestone. */
static void
read_task(struct method *method, struct road *road, struct task *task,
    struct bind_list *tasks)
{
	struct milestone milestone = { .criterion.text = "" };
	size_t drawn = term_front(T_ROAD_MARKS, task->text.text);

	task->text.text += drawn;
	if (drawn > 0)
		task->text.text = uni_skip_blanks(task->text.text);
	read_period(method, task);
	part_task(method, task);
	if (drawn == 0) {
		bind_add(method->bind, tasks, *task);
		return;
	}
	milestone.text = task->text;
	milestone.date = task->end;
	milestone.after = task->after;
	bind_add(method->bind, &road->milestones, milestone);
	road->milestones.given = true;
}

void
typed_read(struct method *method, struct road *road)
{
	struct bind_list tasks = { .pos = road->tasks.pos,
		.given = road->tasks.given };

	/* those under no heading first, since they can stand behind none */
	BIND_EACH(struct task, task, &road->tasks)
		if (*task->stream.text == '\0')
			read_task(method, road, task, &tasks);
	BIND_EACH(struct task, task, &road->tasks)
		if (*task->stream.text != '\0')
			read_task(method, road, task, &tasks);
	road->tasks = tasks;
	BIND_EACH(struct milestone, one, &road->milestones)
		part_milestone(method, one);
}
