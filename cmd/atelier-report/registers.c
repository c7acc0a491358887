/*
 * registers: decisions, actions and open points of all chapters.
 */
#include <limits.h>

#include "base/arena.h"
#include "proceedings.h"
#include "report/grid.h"

static void
write_decisions(struct report *report, const struct proceedings *all)
{
	static const enum term heads[] = { T_CHAPTER, T_DECISION_TEXT,
		T_DECISION_KIND, T_DECISION_BY, T_REVIEW };
	const struct decided *decided = all->decisions.at;
	struct grid grid = grid_new(report, all->arena, all->lang, heads, 5,
	    all->decisions.count);
	const char **cell = grid.cells;
	size_t i;

	if (all->decisions.count == 0)
		return;
	report_heading(report, 2, proceedings_word(all, T_REGISTER_DECISIONS));
	for (i = 0; i < all->decisions.count; i++, cell += 5) {
		cell[0] = proceedings_count(all, decided[i].chapter);
		cell[1] = decided[i].text;
		cell[2] = decided[i].kind;
		cell[3] = decided[i].by;
		cell[4] = action_when(all->arena, all->lang, decided[i].review);
	}
	grid.numbers = 1;
	grid_write(&grid, 3);
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
write_actions(struct report *report, struct proceedings *all)
{
	if (all->actions.count == 0)
		return;
	report_heading(report, 2, proceedings_word(all, T_REGISTER_ACTIONS));
	all->actions = method_sorted(all->method, sizeof(struct action),
	    compare_dues, (const struct bind_list *[]){ &all->actions, NULL });
	action_render(report, all->arena, all->lang, &all->actions,
	    all->method->tasks);
}

static void
write_points(struct report *report, const struct proceedings *all)
{
	const struct open_point *point = all->points.at;
	size_t i;

	if (all->points.count == 0)
		return;
	report_heading(report, 2, proceedings_word(all, T_REGISTER_POINTS));
	report_table(report, 2);
	report_number_head(report, proceedings_word(all, T_CHAPTER));
	report_cell(report, proceedings_word(all, T_FINDINGS));
	for (i = 0; i < all->points.count; i++) {
		report_cell(report, proceedings_count(all, point[i].chapter));
		report_cell(report, point[i].text);
	}
}

void
registers_write(struct report *report, struct proceedings *all,
    enum place place)
{
	if (all->place != place)
		return;
	write_decisions(report, all);
	write_actions(report, all);
	write_points(report, all);
}
