/*
 * render_toolbox: initiatives by quadrant.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "text/name.h"
#include "value/period.h"
#include "view.h"

enum column { COLUMN_FROM, COLUMN_OWNER, COLUMN_DUE, COLUMN_COST, COLUMNS };

static const char *
from_text(const struct view *view, const struct initiative *initiative)
{
	const struct crossing_ref *refs = initiative->crossings.at;
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < initiative->crossings.count; i++)
		buf_format(&out, "%s%s", i ? " ; " : "",
		    factor_pair_name(view->swot, &refs[i]));
	text = md_words(view->arena, out.at);
	buf_free(&out);
	return text;
}

/* Owners by their letters, where names are not to be shown. */
static const char *
owner_text(struct view *view, const struct initiative *initiative)
{
	const struct bind_text *owner = &initiative->owner, *name;
	struct bind_list names = { .count = 0 };
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	if (!view->options->anonymous)
		return owner->text;
	bind_split_names(view->swot->bind, owner->text, owner->pos, &names);
	for (i = 0; i < names.count; i++) {
		name = (const struct bind_text *)names.at + i;
		buf_format(&out, "%s%s", i ? ", " : "",
		    name_letter(view->swot->bind->letters,
			md_plain(view->arena, name->text)));
	}
	text = arena_string(view->arena, out.at);
	buf_free(&out);
	return text;
}

static const char *
due_text(const struct view *view, const struct initiative *initiative)
{
	struct date date;

	return date_read(initiative->due.text, &date)
	    ? date_text(view->arena, date, view->lang)
	    : initiative->due.text;
}

static const char *
column_text(struct view *view, const struct initiative *initiative,
    enum column column)
{
	switch (column) {
	case COLUMN_FROM:
		return from_text(view, initiative);
	case COLUMN_OWNER:
		return owner_text(view, initiative);
	case COLUMN_DUE:
		return due_text(view, initiative);
	default:
		return initiative->cost.text;
	}
}

/* The initiatives of one quadrant, if it is shown, and what is known of some of them. */
struct group {
	enum quadrant quadrant;
	bool used[COLUMNS];
	size_t columns, count;
};

static struct group
group_of(struct view *view, enum quadrant quadrant)
{
	struct group group = { .quadrant = quadrant };
	const struct initiative *initiative = view->swot->initiatives.at;
	enum column column;
	size_t i;

	if (quadrant != QUADRANTS && !view->options->shown[quadrant])
		return group;
	for (i = 0; i < view->swot->initiatives.count; i++, initiative++) {
		if (initiative->quadrant != quadrant)
			continue;
		group.count++;
		for (column = 0; column < COLUMNS; column++)
			group.used[column] = group.used[column] ||
			    *column_text(view, initiative, column) != '\0';
	}
	for (column = 0; column < COLUMNS; column++)
		group.columns += group.used[column];
	return group;
}

static void
render_group_head(const struct view *view, const struct group *group)
{
	static const enum term heads[COLUMNS] = { T_FROM, T_OWNER, T_DUE,
		T_COST };
	enum column column;

	report_part(view->report,
	    view_word(view,
		group->quadrant == QUADRANTS
		    ? T_ELSEWHERE
		    : quadrant_terms[group->quadrant]));
	if (group->columns == 0)
		return;
	report_table(view->report, 1 + group->columns);
	report_cell(view->report, view_word(view, T_TEXT));
	for (column = 0; column < COLUMNS; column++)
		if (group->used[column])
			report_cell(view->report,
			    view_word(view, heads[column]));
}

static void
render_initiative(struct view *view, const struct group *group,
    const struct initiative *initiative)
{
	enum column column;

	if (group->columns == 0) {
		report_item(view->report, "", initiative->text.text);
		return;
	}
	report_cell(view->report, initiative->text.text);
	for (column = 0; column < COLUMNS; column++)
		if (group->used[column])
			report_cell(view->report,
			    column_text(view, initiative, column));
}

static void
render_group(struct view *view, const struct group *group)
{
	const struct initiative *initiative = view->swot->initiatives.at;
	size_t i;

	render_group_head(view, group);
	for (i = 0; i < view->swot->initiatives.count; i++, initiative++)
		if (initiative->quadrant == group->quadrant)
			render_initiative(view, group, initiative);
}

void
render_toolbox(struct view *view)
{
	struct group groups[QUADRANTS + 1];
	size_t count = 0;
	int i;

	for (i = 0; i <= QUADRANTS; i++) {
		groups[i] = group_of(view, (enum quadrant)i);
		count += groups[i].count;
	}
	if (count > 0)
		report_section(view->report, T_INITIATIVES);
	for (i = 0; i <= QUADRANTS; i++)
		if (groups[i].count > 0)
			render_group(view, &groups[i]);
}
