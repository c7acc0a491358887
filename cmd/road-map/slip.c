/*
 * slip: what a task that begins later moves.
 */
#include <string.h>

#include "road.h"
#include "text/uni.h"

/* "A:2w": a task, and how much later it begins. */
void
slip_read(struct method *method, struct road *road, struct refer *tasks)
{
	static const struct {
		const char *letters, *words;
	} units[] = { { "dj", "days" }, { "ws", "weeks" }, { "m", "months" } };
	const char *colon = strrchr(road->slip, ':'), *span = "", *letter;
	struct pos pos = { "--slip", 0, 0 };
	struct bind_text name = { .pos = pos, .given = true };

	if (colon != NULL) {
		name.text = arena_until(method->arena, road->slip, colon);
		span = uni_line(method->arena, colon + 1);
	}
	letter = span + strspn(span, "0123456789");
	for (size_t i = 0; i < 3; i++)
		if (letter > span && strlen(letter) == 1 &&
		    strchr(units[i].letters, *letter) != NULL)
			span = arena_format(method->arena, "%.*s %s",
			    (int)(letter - span), span, units[i].words);
	if (!date_span_read(span, &road->span))
		bind_fault(method->bind, pos, M_ROAD_NO_SLIP, road->slip);
	if (colon != NULL)
		road->slipping = refer_find(tasks, &name);
}

/* A task, or the whole, that a slip moves. */
struct moved {
	struct bind_text id, text;
	struct bind_date before, after;
	struct bind_number days;
};

static const struct bind_row moved_rows[] = {
	ROW(moved, id, .key = T_ID),
	ROW(moved, text, .key = T_ROAD_TASK, .flags = BIND_REQUIRED),
	ROW(moved, before, .key = T_ROAD_BEFORE),
	ROW(moved, after, .key = T_ROAD_AFTER),
	ROW(moved, days, .key = T_ROAD_DAYS),
	{ BIND_END },
};

static void
add_moved(struct method *method, struct bind_list *list, struct bind_text id,
    struct bind_text text, long before, long after)
{
	struct moved moved = { id, text, schedule_date(before),
		schedule_date(after), method_count(after - before) };

	bind_add(method->bind, list, moved);
}

/* A milestone that tasks hold as planned, and no longer once one slips. */
static void
add_milestone(struct method *method, struct bind_list *list,
    const struct milestone *milestone)
{
	const struct bind_text none = { .text = "" };
	long day = date_day(milestone->date.date), late = day;

	BIND_EACH(const struct task *const, before, &milestone->before) {
		if ((*before)->finish > day)
			return;
		if ((*before)->slipped > late)
			late = (*before)->slipped;
	}
	if (late > day)
		add_moved(method, list, none, milestone->text, day, late);
}

void
slip_render(struct method *method, const struct road *road)
{
	struct bind_list list = { .count = 0 };

	if (road->slipping == NULL || !road->placed)
		return;
	BIND_EACH(const struct task, task, &road->tasks)
		if (task->slipped != task->finish)
			add_moved(method, &list, task->id, task->text,
			    task->finish, task->slipped);
	BIND_EACH(const struct milestone, milestone, &road->milestones)
		if (milestone->date.given)
			add_milestone(method, &list, milestone);
	report_section(method->report, T_ROAD_SLIP);
	method_paragraph(method,
	    road->end == road->last ? M_ROAD_HOLDS : M_ROAD_SLIPS,
	    road->slipping->plain, strrchr(road->slip, ':') + 1,
	    method_date(method, date_of_day(road->last)),
	    method_date(method, date_of_day(road->end)));
	method_list(method, moved_rows, sizeof(struct moved), &list);
}
