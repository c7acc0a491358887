/*
 * registers: decisions, actions and open points of all chapters.
 */
#include <limits.h>

#include "proceedings.h"

/* The registers of decisions and of open points. */
static const struct bind_row decided_rows[] = {
	ROW(decision, chapter, .key = T_CHAPTER),
	ROW(decision, text, .key = T_DECISION_TEXT, .flags = BIND_REQUIRED),
	ROW(decision, kind, .key = T_DECISION_KIND),
	ROW(decision, by, .key = T_DECISION_BY),
	ROW(decision, review, .key = T_REVIEW, .flags = BIND_WHEN),
	{ BIND_END },
};

const struct bind_row open_rows[] = {
	ROW(decision, chapter, .key = T_CHAPTER),
	ROW(decision, text, .key = T_FINDINGS, .flags = BIND_MAIN),
	{ BIND_END },
};

static void
write_register(struct proceedings *all, enum term heading,
    const struct bind_row *row, const struct bind_list *list)
{
	if (list->count == 0)
		return;
	proceedings_heading(all, heading);
	method_list(all->method, row, sizeof(struct decision), list);
}

static long
due_of(const struct action *action)
{
	struct date last;

	return action_due(action, &last) ? date_day(last) : LONG_MAX;
}

/* Those with a date, a month or a year first, by its last day. */
static int
compare_dues(const void *a, const void *b)
{
	long one = due_of(a), two = due_of(b);

	return one < two ? -1 : one > two;
}

static void
write_actions(struct proceedings *all)
{
	if (all->actions.count == 0)
		return;
	proceedings_heading(all, T_REGISTER_ACTIONS);
	method_sort(all->method, &all->actions, sizeof(struct action),
	    compare_dues);
	action_render(all->report, all->arena, all->lang, &all->actions,
	    all->method->tasks);
}

void
registers_write(struct proceedings *all, enum place place)
{
	struct bind_list points;

	if (all->place != place)
		return;
	write_register(all, T_REGISTER_DECISIONS, decided_rows,
	    &all->decisions);
	write_actions(all);
	points = all->points;
	if (all->findings == FINDINGS_HERE && !all->kept)
		points = kinds_gather(all, &points);
	if (all->findings != FINDINGS_NONE)
		write_register(all, T_REGISTER_POINTS, open_rows, &points);
}
