/*
 * sheet: what one workshop produced, from what was bound.
 */
#include <string.h>

#include "base/arena.h"
#include "workshop.h"

static const struct bind_row step_rows[] = {
	{ BIND_TEXT, T_TIME, offsetof(struct step, time), BIND_LABEL },
	{ BIND_TEXT, T_END, offsetof(struct step, end_text) },
	{ BIND_TEXT, T_DURATION, offsetof(struct step, duration_text) },
	{ BIND_TEXT, T_STEP, offsetof(struct step, title), BIND_MAIN },
	{ BIND_TEXT, T_TITLE, offsetof(struct step, title) },
	{ BIND_TEXT, T_FACILITATOR, offsetof(struct step, facilitator) },
	{ BIND_TEXT, T_OUTCOME, offsetof(struct step, outcome) },
	{ BIND_TEXT, T_STATE, offsetof(struct step, state) },
	{ BIND_END },
};

static const struct bind_row principle_rows[] = {
	{ BIND_TEXT, T_PRINCIPLE, offsetof(struct principle, text), BIND_MAIN },
	{ BIND_TEXT, T_DRIFT, offsetof(struct principle, drift) },
	{ BIND_END },
};

static const struct bind_row decision_rows[] = {
	{ BIND_TEXT, T_ID, offsetof(struct decision, label), BIND_LABEL },
	{ BIND_TEXT, T_DECISION_TEXT, offsetof(struct decision, text),
	    BIND_MAIN },
	{ BIND_TEXT, T_DECISION_BY, offsetof(struct decision, by) },
	{ BIND_TEXT, T_REVIEW, offsetof(struct decision, review) },
	{ BIND_END },
};

static const struct bind_row idea_rows[] = {
	{ BIND_TEXT, T_IDEA, offsetof(struct idea, text), BIND_MAIN },
	{ BIND_TEXT, T_IDEA_KEPT, offsetof(struct idea, kept_text) },
	{ BIND_TEXT, T_IDEA_WHY, offsetof(struct idea, why) },
	{ BIND_END },
};

/* Headings that a project sheet has, though one is the workshop's own key. */
static const struct bind_row project_rows[] = {
	{ BIND_TEXT, T_PROJECT_AIMS },
	{ BIND_TEXT, T_PROJECT_MEANS },
	{ BIND_TEXT, T_PROJECT_PROPOSALS },
	{ BIND_TEXT, T_PROJECT_RESOURCES },
	{ BIND_TEXT, T_PROJECT_BRAKES },
	{ BIND_END },
};

#define TEXT(term, member, shown)                                              \
	{                                                                      \
		BIND_TEXT, term, offsetof(struct sheet, member), 0, NULL, 0,   \
		    NULL, shown, T_NONE                                        \
	}
#define LIST(term, member, item, shown, blank)                                 \
	{                                                                      \
		BIND_LIST, term, offsetof(struct sheet, member), 0,            \
		    item##_rows, sizeof(struct item), NULL, shown, blank       \
	}
#define NODES(term, member, inner, shown, blank)                               \
	{                                                                      \
		BIND_NODES, term, offsetof(struct sheet, member), BIND_WHOLE,  \
		    inner, 0, NULL, shown, blank                               \
	}

static const struct bind_row rows[] = {
	TEXT(T_THEME, theme, T_EXAMPLE_THEME),
	TEXT(T_WORKSHOP_BURNING, burning, T_EXAMPLE_BURNING),
	TEXT(T_POWERFUL, powerful, T_EXAMPLE_POWERFUL),
	TEXT(T_AIM, aim_text, T_EXAMPLE_AIM),
	LIST(T_AGENDA, agenda, step, T_EXAMPLE_AGENDA, T_SHEET_AGENDA),
	NODES(T_HARVEST, harvest_nodes, NULL, T_EXAMPLE_HARVEST,
	    T_SHEET_HARVEST),
	LIST(T_PRINCIPLES, principles, principle, T_EXAMPLE_PRINCIPLES,
	    T_SHEET_PRINCIPLES),
	NODES(T_PROJECT, project_nodes, project_rows, T_EXAMPLE_PROJECT,
	    T_SHEET_PROJECT),
	NODES(T_KEY_POINTS, point_nodes, NULL, T_EXAMPLE_TEXTS, T_SHEET_LIST),
	NODES(T_QUOTES, quote_nodes, NULL, T_EXAMPLE_QUOTES, T_SHEET_LIST),
	LIST(T_DECISIONS, decisions, decision, T_EXAMPLE_DECISIONS,
	    T_SHEET_DECISIONS),
	LIST(T_ACTIONS, actions, action, T_EXAMPLE_ACTIONS, T_SHEET_ACTIONS),
	LIST(T_IDEAS, ideas, idea, T_EXAMPLE_IDEAS, T_SHEET_IDEAS),
	NODES(T_LINKS, link_nodes, NULL, T_EXAMPLE_TEXTS, T_SHEET_LIST),
	{ BIND_END },
};

const struct bind_tool sheet_tool = { T_WORKSHOP, T_SUMMARY_REPORT, rows };

static const enum term harvest_terms[] = { T_HARVEST_MEANS, T_HARVEST_INSPIRES,
	T_HARVEST_FRIGHTENS, T_HARVEST_NOTES, T_NONE };
static const enum term project_terms[] = { T_PROJECT_AIMS, T_PROJECT_MEANS,
	T_PROJECT_PROPOSALS, T_PROJECT_RESOURCES, T_PROJECT_BRAKES,
	T_HARVEST_NOTES, T_NONE };

/* What stands where a time is wanted and is none: the strong start of the
 * step's text, or something to be told. */
static void
read_label(struct bind *bind, struct step *step)
{
	struct pos time = step->time.pos, title = step->title.pos;

	if (time.line != title.line || time.col != title.col ||
	    strpbrk(step->time.text, "0123456789") != NULL) {
		bind_finding(bind, time, M_NOT_A_TIME, step->time.text);
		return;
	}
	step->title.text = md_text(bind->doc->arena,
	    arena_format(bind->doc->arena, "**%s** %s", step->time.text,
		step->title.text));
	step->time.text = "";
}

/* The end follows from the duration, else the duration from the end. */
static void
read_times(struct bind *bind, struct step *step, int before)
{
	step->start = step->end = step->duration = -1;
	if (*step->time.text != '\0' &&
	    !clock_read_range(step->time.text, &step->start, &step->end)) {
		step->start = step->end = -1;
		read_label(bind, step);
	}
	step->begins = step->start < 0 ? before : step->start;
	if (*step->duration_text.text != '\0' &&
	    !clock_duration_read(step->duration_text.text, &step->duration)) {
		step->duration = -1;
		bind_finding(bind, step->duration_text.pos, M_NOT_A_DURATION,
		    step->duration_text.text);
	}
	if (*step->end_text.text != '\0' &&
	    !clock_read(step->end_text.text, &step->end)) {
		step->end = -1;
		bind_finding(bind, step->end_text.pos, M_NOT_A_TIME,
		    step->end_text.text);
	}
	if (step->begins < 0)
		return;
	if (step->duration >= 0)
		step->end = step->begins + step->duration;
	else if (step->end >= step->begins)
		step->duration = step->end - step->begins;
}

static void
read_aim(struct bind *bind, struct sheet *sheet)
{
	static const enum term aims[] = { T_AIM_UNDERSTAND, T_AIM_EXPLORE,
		T_AIM_DECIDE };

	if (*sheet->aim_text.text == '\0')
		return;
	sheet->aim = term_find(md_plain(bind->doc->arena, sheet->aim_text.text),
	    aims, 3, NULL);
	if (sheet->aim == T_NONE)
		bind_finding(bind, sheet->aim_text.pos, M_REPORT_NOT_AN_AIM,
		    sheet->aim_text.text);
}

static void
read_idea(struct bind *bind, struct idea *idea)
{
	static const enum term both[] = { T_YES, T_NO };
	enum term term = T_NONE;
	bool checked;

	if (action_cut_box(&idea->text.text, &checked) &&
	    *idea->kept_text.text == '\0') {
		idea->kept = checked ? KEPT_YES : KEPT_NO;
		return;
	}
	if (*idea->kept_text.text == '\0')
		return;
	term = term_find(idea->kept_text.text, both, 2, NULL);
	if (term == T_NONE)
		bind_fault(bind, idea->kept_text.pos, M_NOT_YES,
		    idea->kept_text.text);
	idea->kept = term == T_YES ? KEPT_YES : KEPT_NO;
}

void
sheet_read(struct bind *bind, struct sheet *sheet)
{
	struct step *step = sheet->agenda.at;
	struct action *action = sheet->actions.at;
	struct idea *idea = sheet->ideas.at;
	int before = -1;
	struct dict known;
	size_t i;

	read_aim(bind, sheet);
	for (i = 0; i < sheet->agenda.count; i++) {
		read_times(bind, &step[i], before);
		before = step[i].end;
	}
	dict_init(&known, bind->doc->arena);
	action_people(bind, &known);
	for (i = 0; i < sheet->actions.count; i++) {
		action_read(&action[i], bind->doc->lang);
		action_part(bind->doc->arena, &known, &action[i]);
	}
	for (i = 0; i < sheet->ideas.count; i++)
		read_idea(bind, &idea[i]);
	columns_read(bind, &sheet->harvest_nodes, harvest_terms,
	    &sheet->harvest);
	columns_read(bind, &sheet->project_nodes, project_terms,
	    &sheet->project);
	notes_read(bind, &sheet->point_nodes, &sheet->points);
	notes_read(bind, &sheet->quote_nodes, &sheet->quotes);
	notes_read(bind, &sheet->link_nodes, &sheet->links);
	sheet->findings.arena = bind->doc->arena;
}

static bool
have_notes(const struct bind_list *columns)
{
	const struct column *column = columns->at;
	size_t i;

	for (i = 0; i < columns->count; i++)
		if (column[i].notes.count > 0)
			return true;
	return false;
}

static bool
have_actions(const struct sheet *sheet)
{
	const struct action *action = sheet->actions.at;
	size_t i;

	for (i = 0; i < sheet->actions.count; i++)
		if (!placeholder_is(action[i].what.text))
			return true;
	return false;
}

/* Whether anything says that this is a workshop's sheet at all. */
static bool
is_meant(const struct sheet *sheet)
{
	return *sheet->theme.text != '\0' || *sheet->burning.text != '\0' ||
	    *sheet->powerful.text != '\0' || sheet->aim != T_NONE ||
	    sheet->harvest_nodes.given || sheet->agenda.given ||
	    sheet->actions.given;
}

bool
sheet_is_bare(const struct sheet *sheet)
{
	return is_meant(sheet) && sheet->principles.count == 0 &&
	    sheet->decisions.count == 0 && !have_actions(sheet) &&
	    sheet->ideas.count == 0 && sheet->points.count == 0 &&
	    sheet->quotes.count == 0 && !have_notes(&sheet->harvest) &&
	    !have_notes(&sheet->project);
}
