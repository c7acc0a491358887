/*
 * render: the report of a wall.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/name.h"
#include "value/number.h"
#include "wall.h"

/* What the functions of this file share. */
struct view {
	struct report *report;
	const struct wall *wall;
	const struct result *result;
	const struct options *options;
	struct arena *arena;
	enum lang lang;
	bool authors, themes, duplicates, powerful; /* some question has one */
};

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static const char *
count_text(const struct view *view, size_t count)
{
	return arena_format(view->arena, "%zu", count);
}

/* The names of an author's text as letters. */
static const char *
author_text(struct view *view, const struct question *question)
{
	struct bind_list names = { 0 };
	const struct bind_text *name;
	struct buf letters = BUF_INIT;
	const char *text = question->author.text;
	size_t i;

	if (!view->options->anonymous)
		return text;
	bind_split_names(view->wall->bind, text, question->author.pos, &names);
	for (name = names.at, i = 0; i < names.count; i++)
		buf_format(&letters, "%s%s", i > 0 ? ", " : "",
		    name_letter(view->wall->bind->letters, name[i].text));
	text = arena_copy(view->arena, letters.at, letters.length);
	buf_free(&letters);
	return text;
}

static void
find_columns(struct view *view)
{
	const struct question *question;
	size_t i;

	for (i = 0; i < view->wall->questions.count; i++) {
		question = question_at(view->wall, i);
		author_text(view, question); /* letters in this order */
		if (*question->author.text != '\0')
			view->authors = true;
		if (question->theme != NULL)
			view->themes = true;
		if (question->duplicate != NULL)
			view->duplicates = true;
		if (*question->powerful.text != '\0' && !question->chosen)
			view->powerful = true;
	}
}

static void
render_head(const struct view *view, bool themes)
{
	report_table(view->report,
	    2U + view->authors + themes + view->duplicates + view->powerful);
	report_number_head(view->report, word(view, T_NUMBER));
	report_cell(view->report, word(view, T_QUESTION));
	if (view->authors)
		report_cell(view->report, word(view, T_AUTHOR));
	if (themes)
		report_cell(view->report, word(view, T_THEME));
	if (view->duplicates)
		report_number_head(view->report, word(view, T_DUPLICATE));
	if (view->powerful)
		report_cell(view->report, word(view, T_POWERFUL));
}

static void
render_row(struct view *view, const struct question *question, bool themes)
{
	report_cell(view->report, count_text(view, question->number));
	report_cell(view->report, question->text.text);
	if (view->authors)
		report_cell(view->report, author_text(view, question));
	if (themes)
		report_cell(view->report,
		    question->theme ? question->theme->text : "");
	if (view->duplicates)
		report_cell(view->report,
		    question->duplicate
			? count_text(view, question->duplicate->number)
			: "");
	if (view->powerful)
		report_cell(view->report,
		    question->chosen ? "" : question->powerful.text);
}

/* Whether a theme may be a heading: it names no key of the tool. */
static bool
is_heading(const struct theme *theme, struct arena *arena)
{
	static const enum term own[] = { T_QUESTIONS, T_WALL_SELECTED, T_THEMES,
		T_RULES, T_FINDINGS, T_SIMILARITY, T_QUESTION_WALL };

	return theme != NULL &&
	    term_find(md_plain(arena, theme->text), own,
		sizeof(own) / sizeof(own[0]), NULL) == T_NONE;
}

/* The questions under one heading, or under none. */
static void
render_group(struct view *view, struct question *const *group, size_t count,
    bool themes)
{
	size_t i;

	if (count == 0)
		return;
	if (view->authors || themes || view->duplicates || view->powerful) {
		render_head(view, themes);
		for (i = 0; i < count; i++)
			render_row(view, group[i], themes);
		return;
	}
	for (i = 0; i < count; i++)
		report_item(view->report, count_text(view, group[i]->number),
		    group[i]->text.text);
}

/* The place of a question's heading: 0 for none, then theme by theme. */
static size_t
heading_of(const struct view *view, const struct question *question)
{
	return is_heading(question->theme, view->arena)
	    ? question->theme->index + 1
	    : 0;
}

/* The questions by heading: as a sort by counting, each in its order. */
static void
render_groups(struct view *view)
{
	const struct wall *wall = view->wall;
	size_t count = wall->questions.count, headings = wall->themes.count + 1;
	size_t *ends = arena_array(view->arena, headings + 1, sizeof(*ends));
	struct question **sorted =
	    arena_array(view->arena, count, sizeof(struct question *));
	struct question *question;
	bool themes = false;
	size_t i;

	for (i = 0; i < count; i++)
		ends[heading_of(view, question_at(wall, i)) + 1]++;
	for (i = 0; i < headings; i++)
		ends[i + 1] += ends[i];
	for (i = 0; i < count; i++) {
		question = question_at(wall, i);
		sorted[ends[heading_of(view, question)]++] = question;
	}
	for (i = 0; i < ends[0]; i++)
		themes = themes || sorted[i]->theme != NULL;
	render_group(view, sorted, ends[0], themes);
	for (i = 1; i < headings; i++) {
		if (ends[i] == ends[i - 1])
			continue;
		report_part(view->report, theme_at(wall, i - 1)->text);
		render_group(view, sorted + ends[i - 1], ends[i] - ends[i - 1],
		    false);
	}
}

static void
render_questions(struct view *view)
{
	const struct wall *wall = view->wall;
	const char *const *remarks = wall->remarks.at;
	size_t i;

	report_section(view->report, T_QUESTIONS);
	for (i = 0; i < wall->remarks.count; i++)
		report_paragraph(view->report, remarks[i]);
	if (wall->questions.count == 0)
		render_head(view, false);
	else if (view->options->group)
		render_groups(view);
	else
		render_group(view, wall->questions.at, wall->questions.count,
		    view->themes);
}

static void
render_theme(const struct view *view, const char *text, size_t count,
    size_t chosen)
{
	report_cell(view->report, text);
	report_cell(view->report, count_text(view, count));
	if (view->wall->chosen.count > 0)
		report_cell(view->report, count_text(view, chosen));
}

static void
render_themes(const struct view *view)
{
	const struct wall *wall = view->wall;
	const struct theme *theme;
	size_t i;

	if (wall->themes.count == 0)
		return;
	report_section(view->report, T_THEMES);
	report_table(view->report, 2U + (wall->chosen.count > 0));
	report_cell(view->report, word(view, T_THEME));
	report_number_head(view->report, word(view, T_QUESTIONS));
	if (wall->chosen.count > 0)
		report_number_head(view->report, word(view, T_WALL_SELECTED));
	for (i = 0; i < wall->themes.count; i++) {
		theme = theme_at(wall, i);
		render_theme(view, theme->text, theme->count, theme->chosen);
	}
	if (view->result->without_theme > 0)
		render_theme(view, word(view, T_NO_THEME),
		    view->result->without_theme,
		    view->result->chosen_without_theme);
}

static void
render_selected(const struct view *view)
{
	const struct wall *wall = view->wall;
	const struct question *question;
	size_t i;

	if (wall->chosen.count == 0)
		return;
	report_section(view->report, T_WALL_SELECTED);
	report_table(view->report, 4);
	report_number_head(view->report, word(view, T_NUMBER));
	report_cell(view->report, word(view, T_BURNING));
	report_cell(view->report, word(view, T_POWERFUL));
	report_cell(view->report, word(view, T_WORKSHOP));
	for (i = 0; i < wall->chosen.count; i++) {
		question = chosen_at(wall, i);
		report_cell(view->report, count_text(view, question->number));
		report_cell(view->report,
		    question->wording ? question->wording
				      : question->text.text);
		report_cell(view->report, question->powerful.text);
		report_cell(view->report, question->workshop.text);
	}
}

static void
render_rules(const struct view *view)
{
	const char *share = number_text(view->arena, view->wall->threshold, 0,
	    false, view->lang);

	if (!view->wall->threshold_given)
		share = arena_format(view->arena, "%s %s", share,
		    word(view, T_BY_DEFAULT));
	report_section(view->report, T_RULES);
	report_pair(view->report, T_SIMILARITY, share);
}

void
render(struct report *report, const struct wall *wall,
    const struct result *result, const struct options *options)
{
	struct bind *bind = wall->bind;
	struct view view = { .report = report,
		.wall = wall,
		.result = result,
		.options = options,
		.arena = bind->doc->arena,
		.lang = bind->doc->lang };

	find_columns(&view);
	render_questions(&view);
	render_themes(&view);
	render_selected(&view);
	render_rules(&view);
}
