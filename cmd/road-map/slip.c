/*
 * slip: what a task that begins later moves.
 */
#include <string.h>

#include "base/arena.h"
#include "road.h"
#include "text/uni.h"

/* "A:2w": a task, and how much later it begins. */
void
slip_read(struct method *method, struct road *road, struct refer *tasks)
{
	static const char letters[] = "dwm", french[] = "jsm";
	static const char *const words[] = { "days", "weeks", "months" };
	const char *colon = strrchr(road->slip, ':'), *unit, *found;
	struct bind_text name = { .given = true };
	struct pos pos = { "--slip", 0, 0 };
	const char *span;

	if (colon == NULL) {
		bind_fault(method->bind, pos, M_ROAD_NO_SLIP, road->slip);
		return;
	}
	name.text =
	    arena_copy(method->arena, road->slip, (size_t)(colon - road->slip));
	name.pos = pos;
	span = uni_line(method->arena, colon + 1);
	unit = span + strspn(span, "0123456789");
	if (*unit != '\0' && unit[1] == '\0' && unit > span) {
		found = strchr(letters, *unit);
		if (found == NULL && (found = strchr(french, *unit)) != NULL)
			found = letters + (found - french);
		if (found != NULL)
			span = arena_format(method->arena, "%.*s %s",
			    (int)(unit - span), span, words[found - letters]);
	}
	if (!date_span_read(span, &road->span))
		bind_fault(method->bind, pos, M_ROAD_NO_SLIP, road->slip);
	road->slipping = refer_find(tasks, &name);
}

void
slip_place(struct method *method, struct road *road)
{
	size_t count = road->tasks.count, i;
	long *early = arena_array(method->arena, count + 1, sizeof(*early));
	long *finish = arena_array(method->arena, count + 1, sizeof(*finish));
	struct task *task;

	for (i = 0; i < count; i++) {
		early[i] = road_task(road, i)->early;
		finish[i] = road_task(road, i)->finish;
	}
	road->end = schedule_place(method, road, road->slipping);
	for (i = 0; i < count; i++) {
		task = road_task(road, i);
		task->slipped = task->finish;
		task->early = early[i];
		task->finish = finish[i];
	}
}

/* A task, or the whole, that a slip moves. */
struct moved {
	struct bind_text id, text;
	struct bind_date before, after;
	struct bind_number days;
};

static const struct bind_row moved_rows[] = {
	ROW(BIND_TEXT, moved, id, .key = T_ID),
	ROW(BIND_TEXT, moved, text, .key = T_ROAD_TASK, .flags = BIND_REQUIRED),
	ROW(BIND_DATE, moved, before, .key = T_ROAD_BEFORE),
	ROW(BIND_DATE, moved, after, .key = T_ROAD_AFTER),
	ROW(BIND_NUMBER, moved, days, .key = T_ROAD_DAYS),
	{ BIND_END },
};

/* A milestone that tasks hold as planned, and no longer once one slips. */
static void
add_milestone(struct method *method, struct bind_list *list,
    const struct milestone *milestone)
{
	struct task *const *before = milestone->before.at;
	long day = date_day(milestone->date.date), late = day;
	struct moved *moved;
	size_t i;

	for (i = 0; i < milestone->before.count; i++) {
		if (before[i]->finish > day)
			return;
		if (before[i]->slipped > late)
			late = before[i]->slipped;
	}
	if (late == day)
		return;
	moved = bind_append(method->bind, list, sizeof(*moved));
	*moved = (struct moved){ .id.text = "",
		.text = milestone->text,
		.before = milestone->date,
		.after = schedule_date(late),
		.days = method_figure(1000 * (late - day)) };
}

void
slip_render(struct method *method, const struct road *road)
{
	const struct milestone *milestone = road->milestones.at;
	struct bind_list list = { .count = 0 };
	const struct task *task;
	struct moved *moved;
	size_t i;

	if (road->slipping == NULL || !road->placed)
		return;
	for (i = 0; i < road->tasks.count; i++) {
		task = road_task(road, i);
		if (task->slipped == task->finish)
			continue;
		moved = bind_append(method->bind, &list, sizeof(*moved));
		*moved = (struct moved){ task->id, task->text,
			schedule_date(task->finish),
			schedule_date(task->slipped),
			method_figure(1000 * (task->slipped - task->finish)) };
	}
	for (i = 0; i < road->milestones.count; i++)
		if (milestone[i].date.given)
			add_milestone(method, &list, &milestone[i]);
	report_section(method->report, T_ROAD_SLIP);
	report_paragraph(method->report,
	    method_text(method,
		road->end == road->last ? M_ROAD_HOLDS : M_ROAD_SLIPS,
		road->slipping->plain, strrchr(road->slip, ':') + 1,
		method_date(method, date_of_day(road->last)),
		method_date(method, date_of_day(road->end))));
	method_list(method, moved_rows, sizeof(*moved), &list);
}
