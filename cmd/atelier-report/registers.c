/*
 * registers: decisions, actions and open points of all chapters.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "value/period.h"
#include "workshop.h"

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

/* An action, and where it is in the order of the register. */
struct due {
	struct action action;
	size_t chapter;
	long day;
	size_t order;
};

static int
compare_dues(const void *a, const void *b)
{
	const struct due *one = a, *two = b;

	if (one->day != two->day)
		return one->day < two->day ? -1 : 1;
	return one->order < two->order ? -1 : one->order > two->order;
}

/* Those with a date, a month or a year first, by its last day; the others as
 * they came. */
static void
sort_actions(struct proceedings *all)
{
	struct action *action = all->actions.at;
	size_t count = all->actions.count, i;
	struct due *dues = arena_array(all->arena, count, sizeof(*dues));
	struct date first, last;

	for (i = 0; i < count; i++) {
		dues[i] = (struct due){ action[i], all->action_chapters[i],
			date_read_period(action[i].when.text, &first, &last)
			    ? date_day(last)
			    : 1L << 30,
			i };
	}
	if (count > 1)
		qsort(dues, count, sizeof(*dues), compare_dues);
	for (i = 0; i < count; i++) {
		action[i] = dues[i].action;
		all->action_chapters[i] = dues[i].chapter;
	}
}

static void
write_actions(struct report *report, struct proceedings *all)
{
	if (all->actions.count == 0)
		return;
	report_heading(report, 2, proceedings_word(all, T_REGISTER_ACTIONS));
	sort_actions(all);
	action_render(report, all->arena, all->lang, &all->actions,
	    all->action_chapters, all->options->tasks);
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
	if (all->options->register_place != place)
		return;
	write_decisions(report, all);
	write_actions(report, all);
	write_points(report, all);
}
