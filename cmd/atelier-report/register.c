/*
 * register: tables, and actions in them, of a sheet as of proceedings.
 */
#include "arena.h"
#include "date.h"
#include "workshop.h"

const char *
when_text(struct arena *arena, enum lang lang, const char *text)
{
	struct date date;

	return date_read(text, &date) ? date_text(arena, date, lang) : text;
}

struct grid
grid_new(struct report *report, struct arena *arena, enum lang lang,
    const enum term *heads, size_t columns, size_t rows)
{
	struct grid grid = { report, heads, columns, rows, NULL, lang };

	grid.cells = arena_array(arena, columns * (rows + 1), sizeof(char *));
	return grid;
}

void
grid_write(const struct grid *grid, unsigned must)
{
	size_t i, j, shown = 0;
	unsigned filled = must;

	for (i = 0; i < grid->rows; i++)
		for (j = 0; j < grid->columns; j++)
			if (*grid->cells[i * grid->columns + j] != '\0')
				filled |= 1U << j;
	for (j = 0; j < grid->columns; j++)
		shown += (filled >> j) & 1;
	report_table(grid->report, shown);
	for (j = 0; j < grid->columns; j++)
		if ((filled >> j & 1) == 0)
			continue;
		else if (grid->heads[j] == T_CHAPTER)
			report_number_head(grid->report,
			    term_name(T_CHAPTER, grid->lang));
		else
			report_cell(grid->report,
			    term_name(grid->heads[j], grid->lang));
	for (i = 0; i < grid->rows; i++)
		for (j = 0; j < grid->columns; j++)
			if ((filled >> j & 1) != 0)
				report_cell(grid->report,
				    grid->cells[i * grid->columns + j]);
}

/* Whether a state says no more than that an action is done. */
static bool
is_plainly_done(const struct action *action)
{
	static const enum term done[] = { T_DONE };

	return term_find(action->state.text, done, 1, NULL) != T_NONE;
}

static void
render_task(struct report *report, struct arena *arena, enum lang lang,
    const struct action *action, size_t chapter)
{
	bool done = is_plainly_done(action);

	report_task(report, done, action->what.text);
	if (*action->who.text != '\0')
		report_pair_below(report, T_ACTION_WHO, action->who.text);
	if (*action->when.text != '\0')
		report_pair_below(report, T_ACTION_WHEN,
		    when_text(arena, lang, action->when.text));
	if (*action->state.text != '\0' && !done)
		report_pair_below(report, T_WORKSHOP_STATE, action->state.text);
	if (chapter > 0)
		report_pair_below(report, T_CHAPTER,
		    arena_format(arena, "%zu", chapter));
}

void
actions_render(struct report *report, struct arena *arena, enum lang lang,
    const struct bind_list *actions, const size_t *chapters, bool tasks)
{
	static const enum term heads[] = { T_CHAPTER, T_ACTION_WHAT,
		T_ACTION_WHO, T_ACTION_WHEN, T_WORKSHOP_STATE };
	const struct action *action = actions->at;
	struct grid grid =
	    grid_new(report, arena, lang, heads, 5, actions->count);
	const char **cell = grid.cells;
	size_t i;

	for (i = 0; i < actions->count && tasks; i++)
		render_task(report, arena, lang, &action[i],
		    chapters ? chapters[i] : 0);
	if (tasks || actions->count == 0)
		return;
	for (i = 0; i < actions->count; i++, cell += 5) {
		cell[0] =
		    chapters ? arena_format(arena, "%zu", chapters[i]) : "";
		cell[1] = action[i].what.text;
		cell[2] = action[i].who.text;
		cell[3] = when_text(arena, lang, action[i].when.text);
		cell[4] = action[i].state.text;
		if (chapters != NULL && action[i].late)
			cell[4] = *cell[4] == '\0'
			    ? term_name(T_LATE, lang)
			    : arena_format(arena, "%s, %s", cell[4],
				  term_name(T_LATE, lang));
	}
	grid_write(&grid, 1U << 1 | 1U << 2 | 1U << 3);
}

const char *
actions_count(struct arena *arena, enum lang lang,
    const struct bind_list *actions, const struct options *options)
{
	const struct action *action = actions->at;
	size_t open = 0, late = 0, i;
	struct notes notes = { .arena = arena };

	for (i = 0; i < actions->count; i++) {
		open += !action[i].done;
		late += action[i].late;
	}
	note_add(&notes, ((struct pos){ NULL, 0, 0 }),
	    options->today.given ? M_REPORT_OPEN_LATE : M_REPORT_OPEN,
	    arena_format(arena, "%zu", actions->count),
	    arena_format(arena, "%zu", open), arena_format(arena, "%zu", late),
	    date_text(arena, options->today.date, lang));
	return note_text(arena, &notes.at[0], lang, NULL);
}
