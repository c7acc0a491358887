/*
 * render: the sections of a workshop's sheet.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/carry.h"
#include "source/md.h"
#include "value/date.h"
#include "workshop.h"

enum { MAX_COLUMNS = 6 }; /* of a harvest that is a table by itself */

struct view {
	struct report *report;
	struct arena *arena;
	enum lang lang;
	const struct sheet *sheet;
	const struct options *options;
};

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static void
render_head(const struct view *view)
{
	const struct sheet *sheet = view->sheet;

	if (*sheet->theme.text != '\0')
		report_pair(view->report, T_THEME, sheet->theme.text);
	if (*sheet->burning.text != '\0')
		report_pair(view->report, T_WORKSHOP_BURNING,
		    sheet->burning.text);
	if (*sheet->powerful.text != '\0')
		report_pair(view->report, T_POWERFUL, sheet->powerful.text);
	if (*sheet->aim_text.text != '\0')
		report_pair(view->report, T_AIM,
		    sheet->aim != T_NONE ? word(view, sheet->aim)
					 : sheet->aim_text.text);
}

/* A note with all that is below it, on one line: lists have two levels. */
static const char *
whole_note(const struct view *view, const struct note_item *note)
{
	const char *text = note_line(view->arena, note, view->lang), *plain;
	const struct note_item *below = note->below.at;
	struct buf all = BUF_INIT;
	size_t n, i;

	if (note->below.count == 0)
		return text;
	plain = md_plain(view->arena, text);
	n = strlen(plain);
	buf_string(&all, text);
	if (n > 0 && strchr(":?!", plain[n - 1]) == NULL)
		buf_string(&all, term_name(T_KEY_COLON, view->lang));
	for (i = 0; i < note->below.count; i++)
		buf_format(&all, "%s%s", i == 0 ? " " : " ; ",
		    whole_note(view, &below[i]));
	text = md_text(view->arena, all.at);
	buf_free(&all);
	return text;
}

static void
render_notes(const struct view *view, const struct bind_list *notes)
{
	const struct note_item *note = notes->at, *below;
	size_t i, j;

	for (i = 0; i < notes->count; i++) {
		report_item(view->report, "",
		    note_line(view->arena, &note[i], view->lang));
		below = note[i].below.at;
		for (j = 0; j < note[i].below.count; j++)
			report_item_below(view->report,
			    whole_note(view, &below[j]));
	}
}

static void
render_note_section(const struct view *view, enum term section,
    const struct bind_list *nodes, const struct bind_list *notes)
{
	if (!nodes->given)
		return;
	report_section(view->report, section);
	render_notes(view, notes);
}

static const char *
column_title(const struct view *view, const struct column *column)
{
	return column->term != T_NONE ? word(view, column->term)
				      : column->title;
}

static void
render_lists(const struct view *view, const struct bind_list *columns)
{
	const struct column *column = columns->at;
	size_t i;

	for (i = 0; i < columns->count; i++) {
		report_part(view->report, column_title(view, &column[i]));
		render_notes(view, &column[i].notes);
	}
}

/* Whether columns can be a table: not too many, and no note below a note. */
static bool
fits_table(const struct view *view, const struct bind_list *columns)
{
	const struct column *column = columns->at;
	const struct note_item *note;
	size_t i, j;

	if (view->options->harvest_shape == SHAPE_LISTS ||
	    columns->count > MAX_COLUMNS || columns->count == 0)
		return false;
	for (i = 0; i < columns->count; i++) {
		note = column[i].notes.at;
		for (j = 0; j < column[i].notes.count; j++)
			if (note[j].below.count > 0)
				return false;
	}
	return true;
}

static void
render_harvest(const struct view *view)
{
	const struct bind_list *columns = &view->sheet->harvest;
	const struct column *column = columns->at;
	size_t rows = 0, i, j;

	if (!view->sheet->harvest_nodes.given)
		return;
	report_section(view->report, T_HARVEST);
	if (!fits_table(view, columns)) {
		render_lists(view, columns);
		return;
	}
	report_table(view->report, columns->count);
	for (j = 0; j < columns->count; j++) {
		report_cell(view->report, column_title(view, &column[j]));
		rows =
		    column[j].notes.count > rows ? column[j].notes.count : rows;
	}
	for (i = 0; i < rows; i++)
		for (j = 0; j < columns->count; j++)
			report_cell(view->report,
			    i < column[j].notes.count
				? note_line(view->arena,
				      (struct note_item *)column[j].notes.at +
					  i,
				      view->lang)
				: "");
}

static void
render_principles(const struct view *view)
{
	static const enum term heads[] = { T_PRINCIPLE, T_DRIFT };
	const struct bind_list *list = &view->sheet->principles;
	const struct principle *principle = list->at;
	struct grid grid = grid_new(view->report, view->arena, view->lang,
	    heads, 2, list->count);
	bool drift = false;
	size_t i;

	if (!list->given)
		return;
	report_section(view->report, T_PRINCIPLES);
	for (i = 0; i < list->count; i++) {
		grid.cells[2 * i] = principle[i].text.text;
		grid.cells[2 * i + 1] = principle[i].drift.text;
		grid.more[i] = principle[i].text.more;
		drift = drift || *principle[i].drift.text != '\0' ||
		    carry_has_columns(grid.more[i]);
	}
	if (drift)
		grid_write(&grid, 1);
	for (i = 0; i < list->count && !drift; i++) {
		report_item(view->report, "", principle[i].text.text);
		carry_below(view->report, grid.more[i]);
	}
}

static void
render_decisions(const struct view *view)
{
	static const enum term heads[] = { T_ID, T_DECISION_TEXT, T_DECISION_BY,
		T_REVIEW };
	const struct bind_list *list = &view->sheet->decisions;
	const struct decision *decision = list->at;
	struct grid grid = grid_new(view->report, view->arena, view->lang,
	    heads, 4, list->count);
	const char **cell = grid.cells;
	bool more = false;
	size_t i;

	if (!list->given)
		return;
	report_section(view->report, T_DECISIONS);
	for (i = 0; i < list->count; i++, cell += 4) {
		cell[0] = md_words(view->arena, decision[i].label.text);
		cell[1] = decision[i].text.text;
		cell[2] = decision[i].by.text;
		cell[3] = action_when(view->arena, view->lang,
		    decision[i].review.text);
		grid.more[i] = decision[i].text.more;
		more = more || *cell[2] != '\0' || *cell[3] != '\0' ||
		    *cell[1] == '\0' || carry_has_columns(grid.more[i]);
	}
	if (more)
		grid_write(&grid, 2);
	for (i = 0; i < list->count && !more; i++) {
		report_item(view->report, decision[i].label.text,
		    decision[i].text.text);
		carry_below(view->report, grid.more[i]);
	}
}

static void
render_ideas(const struct view *view)
{
	static const enum term heads[] = { T_IDEA, T_IDEA_KEPT, T_IDEA_WHY };
	const struct bind_list *list = &view->sheet->ideas;
	const struct idea *idea = list->at;
	struct grid grid = grid_new(view->report, view->arena, view->lang,
	    heads, 3, list->count);
	size_t i;

	if (!list->given)
		return;
	report_section(view->report, T_IDEAS);
	for (i = 0; i < list->count; i++) {
		grid.cells[3 * i] = idea[i].text.text;
		grid.cells[3 * i + 1] = idea[i].kept == KEPT_UNSAID
		    ? ""
		    : word(view, idea[i].kept == KEPT_YES ? T_YES : T_NO);
		grid.cells[3 * i + 2] = idea[i].why.text;
		grid.more[i] = idea[i].text.more;
	}
	if (list->count > 0)
		grid_write(&grid, 7);
}

static void
render_counts(const struct view *view)
{
	const struct column *column = view->sheet->harvest.at;
	struct buf out = BUF_INIT;
	size_t total = 0, i;

	for (i = 0; i < view->sheet->harvest.count; i++) {
		buf_format(&out, "%s%s%s%zu",
		    i > 0 ? word(view, T_SEMICOLON) : "",
		    column_title(view, &column[i]), word(view, T_COLON),
		    column[i].notes.count);
		total += column[i].notes.count;
	}
	if (total > 0)
		report_pair(view->report, T_REPORT_NOTES,
		    view->sheet->harvest.count == 1
			? arena_format(view->arena, "%zu", total)
			: arena_format(view->arena, "%zu (%s)", total,
			      arena_copy(view->arena, out.at, out.length)));
	buf_free(&out);
}

/* The section is all computed, and there only if there is something to tell. */
static void
render_figures(const struct view *view)
{
	const struct sheet *sheet = view->sheet;
	const struct step *step = sheet->agenda.at;
	bool timed = false;
	size_t i;

	for (i = 0; i < sheet->agenda.count; i++)
		timed = timed || step[i].duration > 0;
	for (i = 0; i < sheet->harvest.count; i++)
		timed = timed ||
		    ((struct column *)sheet->harvest.at)[i].notes.count > 0;
	if (!timed && sheet->actions.count == 0)
		return;
	report_section(view->report, T_FIGURES);
	agenda_total(view->report, view->arena, &sheet->agenda);
	render_counts(view);
	if (sheet->actions.count > 0)
		report_pair(view->report, T_ACTIONS,
		    action_count(view->arena, view->lang, &sheet->actions,
			&view->options->today));
}

void
sheet_render(struct report *report, struct arena *arena, enum lang lang,
    const struct sheet *sheet, const struct options *options)
{
	const struct view view = { report, arena, lang, sheet, options };

	render_head(&view);
	agenda_render(report, arena, lang, &sheet->agenda);
	render_harvest(&view);
	render_principles(&view);
	if (sheet->project_nodes.given) {
		report_section(report, T_PROJECT);
		render_lists(&view, &sheet->project);
	}
	render_note_section(&view, T_KEY_POINTS, &sheet->point_nodes,
	    &sheet->points);
	render_note_section(&view, T_QUOTES, &sheet->quote_nodes,
	    &sheet->quotes);
	render_decisions(&view);
	if (sheet->actions.given) {
		report_section(report, T_ACTIONS);
		action_render(report, arena, lang, &sheet->actions, NULL,
		    options->tasks);
	}
	render_ideas(&view);
	render_note_section(&view, T_LINKS, &sheet->link_nodes, &sheet->links);
	render_figures(&view);
}
