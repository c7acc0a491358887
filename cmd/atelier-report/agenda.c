/*
 * agenda: the steps of a workshop and their times.
 */
#include "report/carry.h"
#include "report/grid.h"
#include "workshop.h"

/* Whether steps are titles and what is written below them, and no more. */
static bool
has_titles_alone(const struct bind_list *agenda)
{
	const struct step *step = agenda->at;
	bool below = false;
	size_t i;

	for (i = 0; i < agenda->count; i++) {
		if (step[i].start >= 0 || step[i].end >= 0 ||
		    step[i].duration >= 0 || *step[i].time.text != '\0' ||
		    *step[i].facilitator.text != '\0' ||
		    *step[i].outcome.text != '\0' ||
		    *step[i].state.text != '\0' ||
		    carry_has_columns(step[i].title.more))
			return false;
		below = below || step[i].title.more != NULL;
	}
	return below;
}

void
agenda_render(struct report *report, struct arena *arena, enum lang lang,
    const struct bind_list *agenda)
{
	static const enum term heads[] = { T_TIME, T_END, T_DURATION, T_STEP,
		T_FACILITATOR, T_OUTCOME, T_STATE };
	const struct step *step = agenda->at;
	struct grid grid =
	    grid_new(report, arena, lang, heads, 7, agenda->count);
	const char **cell = grid.cells;
	size_t i;

	if (!agenda->given)
		return;
	report_section(report, T_AGENDA);
	if (agenda->count == 0)
		return;
	if (has_titles_alone(agenda)) {
		for (i = 0; i < agenda->count; i++) {
			report_item(report, "", step[i].title.text);
			carry_below(report, step[i].title.more);
		}
		return;
	}
	for (i = 0; i < agenda->count; i++, cell += 7) {
		grid.more[i] = step[i].title.more;
		cell[0] = step[i].start < 0
		    ? step[i].time.text
		    : clock_text(arena, step[i].start, lang);
		cell[1] = step[i].end < 0
		    ? step[i].end_text.text
		    : clock_text(arena, step[i].end, lang);
		cell[2] = step[i].duration < 0
		    ? step[i].duration_text.text
		    : clock_duration_text(arena, step[i].duration);
		cell[3] = step[i].title.text;
		cell[4] = step[i].facilitator.text;
		cell[5] = step[i].outcome.text;
		cell[6] = step[i].state.text;
	}
	grid_write(&grid, 1U << 3);
}

void
agenda_total(struct report *report, struct arena *arena,
    const struct bind_list *agenda)
{
	const struct step *step = agenda->at;
	int total = 0;
	size_t i;

	for (i = 0; i < agenda->count; i++)
		total += step[i].duration > 0 ? step[i].duration : 0;
	if (total > 0)
		report_pair(report, T_REPORT_TOTAL,
		    clock_duration_text(arena, total));
}
