/*
 * sheet: what one workshop produced, its findings and its sections.
 */
#include <string.h>

#include "text/uni.h"
#include "value/clock.h"
#include "workshop.h"

static const struct bind_row principle_rows[] = {
	ROW(principle, text, .key = T_PRINCIPLE, .flags = BIND_MAIN),
	ROW(principle, drift, .key = T_DRIFT),
	{ BIND_END },
};

const struct bind_row decision_rows[] = {
	ROW(decision, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(decision, text, .key = T_DECISION_TEXT, .flags = BIND_MAIN,
	    .lacks = M_REPORT_NO_DECISION_OF),
	ROW(decision, by, .key = T_DECISION_BY, .flags = BIND_WHO),
	ROW(decision, review, .key = T_REVIEW, .flags = BIND_WHEN),
	{ BIND_END },
};

static const struct bind_row idea_rows[] = {
	ROW(idea, text, .key = T_IDEA, .flags = BIND_MAIN),
	ROW(idea, kept, .key = T_IDEA_KEPT, .lacks = M_REPORT_NO_VERDICT),
	ROW(idea, why, .key = T_IDEA_WHY),
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

static const enum term aims[] = { T_AIM_UNDERSTAND, T_AIM_EXPLORE, T_AIM_DECIDE,
	T_NONE };
static const enum term harvest_terms[] = { T_HARVEST_MEANS, T_HARVEST_INSPIRES,
	T_HARVEST_FRIGHTENS, T_HARVEST_NOTES, T_NONE };
static const enum term project_terms[] = { T_PROJECT_AIMS, T_PROJECT_MEANS,
	T_PROJECT_PROPOSALS, T_PROJECT_RESOURCES, T_PROJECT_BRAKES,
	T_HARVEST_NOTES, T_NONE };

#define NOTES(member_, key_, example_)                                         \
	ROW_ITEMS(sheet, member_, note_item, .key = (key_),                    \
	    .example = (example_), .sheet = T_SHEET_LIST)

/* In the order of the report. */
static const struct bind_row rows[] = {
	ROW(sheet, theme, .key = T_THEME, .example = T_EXAMPLE_THEME),
	ROW(sheet, burning, .key = T_WORKSHOP_BURNING,
	    .example = T_EXAMPLE_BURNING),
	ROW(sheet, powerful, .key = T_POWERFUL, .example = T_EXAMPLE_POWERFUL),
	ROW(sheet, aim, .key = T_AIM, .choices = aims, .flags = BIND_OR_TEXT,
	    .example = T_EXAMPLE_AIM),
	ROW_ITEMS(sheet, agenda, step, .key = T_AGENDA,
	    .example = T_EXAMPLE_AGENDA, .sheet = T_SHEET_AGENDA),
	ROW(sheet, harvest.nodes, .key = T_HARVEST,
	    .flags = BIND_WHOLE | BIND_BESIDE, .rows = note_item_rows,
	    .example = T_EXAMPLE_HARVEST, .sheet = T_SHEET_HARVEST),
	ROW_ITEMS(sheet, principles, principle, .key = T_PRINCIPLES,
	    .example = T_EXAMPLE_PRINCIPLES, .sheet = T_SHEET_PRINCIPLES),
	ROW(sheet, project.nodes, .key = T_PROJECT,
	    .flags = BIND_WHOLE | BIND_BESIDE, .rows = project_rows,
	    .example = T_EXAMPLE_PROJECT, .sheet = T_SHEET_PROJECT),
	NOTES(points, T_KEY_POINTS, T_EXAMPLE_TEXTS),
	NOTES(quotes, T_QUOTES, T_EXAMPLE_QUOTES),
	ROW_ITEMS(sheet, decisions, decision, .key = T_DECISIONS,
	    .flags = BIND_SAID, .example = T_EXAMPLE_DECISIONS,
	    .sheet = T_SHEET_DECISIONS),
	ROW_ITEMS(sheet, actions, action, .key = T_ACTIONS, .flags = BIND_SAID,
	    .example = T_EXAMPLE_ACTIONS, .sheet = T_SHEET_ACTIONS),
	ROW_ITEMS(sheet, ideas, idea, .key = T_IDEAS,
	    .example = T_EXAMPLE_IDEAS, .sheet = T_SHEET_IDEAS),
	NOTES(links, T_LINKS, T_EXAMPLE_TEXTS),
	{ BIND_END },
};

const struct bind_tool sheet_tool = { T_WORKSHOP, T_SUMMARY_REPORT, rows,
	.parts = true };

/* A part of a text as one of its own, at its place. */
static struct bind_text
part_of(struct method *method, const struct bind_text *whole, const char *from,
    size_t length)
{
	return (struct bind_text){
		.text = md_text(method->arena,
		    uni_line(method->arena,
			arena_copy(method->arena, from, length))),
		.pos = whole->pos,
		.given = length > 0,
		.more = whole->more
	};
}

/* What became of an idea, and why, behind its last colon: "A fountain: no, too
 * dear". */
static void
part_idea(struct method *method, struct idea *idea)
{
	static const enum term answers[] = { T_YES, T_NO };
	const char *text = idea->text.text, *colon = strrchr(text, ':'), *word;
	enum term answer;
	size_t n;

	if (colon == NULL || colon == text || *idea->why.text != '\0')
		return;
	word = uni_skip_blanks(colon + 1);
	n = strcspn(word, ",;");
	answer =
	    term_find(arena_copy(method->arena, word, n), answers, 2, NULL);
	if (answer == T_NONE)
		return;
	idea->kept = (struct bind_yes){ .yes = answer == T_YES,
		.given = true,
		.typed = "" };
	if (word[n] != '\0')
		idea->why = part_of(method, &idea->text, word + n + 1,
		    strlen(word + n + 1));
	idea->why.more = NULL;
	idea->text = part_of(method, &idea->text, text, (size_t)(colon - text));
}

/* The box in front of an idea says whether it was retained, or words behind
 * it. */
static void
read_idea(struct method *method, struct idea *idea)
{
	bool checked;

	if (idea->kept.given)
		return;
	if (action_cut_box(&idea->text.text, &checked))
		idea->kept = (struct bind_yes){ .yes = checked,
			.given = true,
			.typed = "" };
	else
		part_idea(method, idea);
}

/* How much of some bytes of a text is left of the dashes, arrows and brackets
 * that they end in. */
static size_t
length_of_words(const char *text, size_t length)
{
	static const char *const marks[] = { " ", "-", "–", "—", "→", "->",
		"-\\>", "(", ";", "," };
	size_t i = 0, n;

	while (i < sizeof(marks) / sizeof(*marks)) {
		n = strlen(marks[i]);
		if (length > n && memcmp(text + length - n, marks[i], n) == 0) {
			length -= n;
			i = 0;
		} else {
			i++;
		}
	}
	return length;
}

/* What a principle turns into, on its own line: "Try before you build. Drift:
 * what was to be tried stays". */
static void
read_principle(struct method *method, struct principle *principle)
{
	const char *text = principle->text.text, *colon, *word;
	size_t n, length;

	if (*principle->drift.text != '\0')
		return;
	for (colon = text; (colon = strchr(colon, ':')) != NULL; colon++) {
		n = (size_t)(colon - text);
		while (n > 0 && text[n - 1] == ' ')
			n--;
		for (word = text + n;
		     word > text && strchr(" (", word[-1]) == NULL; word--)
			continue;
		n -= (size_t)(word - text);
		if (word == text ||
		    !term_is(arena_copy(method->arena, word, n), T_DRIFT))
			continue;
		length = strlen(colon + 1);
		length -= word[-1] == '(' && colon[length] == ')';
		principle->drift =
		    part_of(method, &principle->text, colon + 1, length);
		principle->drift.more = NULL;
		n = length_of_words(text, (size_t)(word - text));
		principle->text = part_of(method, &principle->text, text, n);
		return;
	}
}

/* Has what stands under "Suites" be actions, where most of it tells who or when, and
 * nothing whether an idea is kept: "Bo : appeler le notaire avant le 3 mai". */
static void
read_suites(struct method *method, struct sheet *sheet)
{
	struct bind_list suites = { 0 };
	size_t told = 0;

	BIND_EACH(const struct idea, idea, &sheet->ideas) {
		struct action action = { .what = idea->text };

		if (idea->kept.given || *idea->why.text != '\0')
			return;
		bind_fill_texts(action_rows, &action);
		bind_add(method->bind, &suites, action);
	}
	action_read_all(method->bind, method->lang, &suites);
	BIND_EACH(const struct action, action, &suites)
		told += *action->who.text != '\0' || *action->when.text != '\0';
	if (told == 0 || 2 * told < suites.count)
		return;
	BIND_EACH(const struct action, action, &suites)
		bind_add(method->bind, &sheet->actions, *action);
	sheet->actions.given = true;
	sheet->ideas = (struct bind_list){ 0 };
}

void
sheet_read(struct method *method, struct sheet *sheet)
{
	steps_read(method, &sheet->agenda);
	sheet->harvest.terms = harvest_terms;
	harvest_read(method, &sheet->harvest);
	sheet->project.terms = project_terms;
	sheet->project.listed = true;
	harvest_read(method, &sheet->project);
	notes_read(method, &sheet->points);
	notes_read(method, &sheet->quotes);
	notes_read(method, &sheet->links);
	action_read_all(method->bind, method->lang, &sheet->actions);
	BIND_EACH(struct idea, idea, &sheet->ideas)
		read_idea(method, idea);
	read_suites(method, sheet);
	BIND_EACH(struct principle, principle, &sheet->principles)
		read_principle(method, principle);
}

/* Whether nothing was written but the question. */
static bool
is_bare(const struct sheet *sheet)
{
	bool meant = *sheet->theme.text != '\0' ||
	    *sheet->burning.text != '\0' || *sheet->powerful.text != '\0' ||
	    sheet->aim.given || sheet->harvest.nodes.given ||
	    sheet->agenda.given || sheet->actions.given;

	BIND_EACH(const struct action, action, &sheet->actions)
		meant = meant && placeholder_is(action->what.text);
	return meant &&
	    sheet->principles.count + sheet->decisions.count +
		sheet->ideas.count + sheet->points.count + sheet->quotes.count +
		sheet->links.count + harvest_count(&sheet->harvest) +
		harvest_count(&sheet->project) ==
	    0;
}

/* What only holds a place among the texts that rows bind, and those of their
 * lists. */
static void
find_placeholders(struct method *method, const struct bind_row *row,
    const void *from, const char *section)
{
	const struct bind_text *text;
	const struct bind_list *list;
	size_t i;

	for (; row->kind != BIND_END; row++) {
		text = (const void *)((const char *)from + row->at);
		list = (const void *)text;
		if (row->kind == BIND_TEXT && row->key != T_STATE &&
		    (row->flags & (BIND_WHO | BIND_WHEN)) == 0 &&
		    placeholder_is(text->text))
			method_find(method, text->pos, M_REPORT_PLACEHOLDER,
			    (row->flags & BIND_MAIN) != 0
				? section
				: method_word(method, row->key),
			    method_plain(method, text->text));
		for (i = 0; row->kind == BIND_LIST && i < list->count; i++)
			find_placeholders(method, row->rows,
			    (const char *)list->at + i * row->size,
			    row->key != T_NONE ? method_word(method, row->key)
					       : section);
	}
}

static void
find_in_columns(struct method *method, const struct harvest *harvest)
{
	BIND_EACH(const struct column, column, &harvest->columns)
		find_placeholders(method, column_rows, column,
		    method_plain(method, harvest_title(method, column)));
}

static void
find_ideas(struct method *method, const struct bind_list *ideas)
{
	BIND_EACH(const struct idea, idea, ideas)
		if (idea->kept.given && !idea->kept.yes &&
		    (*idea->why.text == '\0' || placeholder_is(idea->why.text)))
			method_find(method, idea->text.pos, M_REPORT_NO_REASON,
			    method_plain(method, idea->text.text));
}

void
sheet_find(struct method *method, const struct sheet *sheet)
{
	const struct bind_text *title = &method->bind->title;
	struct pos pos = sheet->powerful.given ? sheet->powerful.pos
	    : sheet->burning.given             ? sheet->burning.pos
	    : title->given                     ? title->pos
			   : method->bind->doc->parts[0].root->pos;

	if (is_bare(sheet))
		method_find(method, pos, M_REPORT_BARE);
	find_placeholders(method, rows, sheet, "");
	find_in_columns(method, &sheet->harvest);
	find_in_columns(method, &sheet->project);
	steps_find(method, &sheet->agenda);
	if (sheet->aim.term == T_AIM_DECIDE && sheet->decisions.count == 0)
		method_find(method, sheet->aim.pos, M_REPORT_UNDECIDED);
	action_check(method->arena, method->lang, &sheet->actions,
	    &method->today, &method->findings);
	find_ideas(method, &sheet->ideas);
}

/* All computed, and there only if there is something to tell. */
static void
render_figures(struct method *method, const struct sheet *sheet)
{
	int minutes = steps_minutes(&sheet->agenda);
	size_t notes = harvest_count(&sheet->harvest);

	if (minutes == 0 && notes == 0 && sheet->actions.count == 0)
		return;
	report_section(method->report, T_FIGURES);
	if (minutes > 0)
		report_pair(method->report, T_REPORT_TOTAL,
		    clock_duration_text(method->arena, minutes));
	if (notes > 0)
		report_pair(method->report, T_REPORT_NOTES,
		    harvest_counted(method, &sheet->harvest));
	if (sheet->actions.count > 0)
		report_pair(method->report, T_ACTIONS,
		    action_count(method->arena, method->lang, &sheet->actions,
			&method->today));
}

/* Sections that were there, though nothing may stand in them. */
void
sheet_render(struct method *method, const struct sheet *sheet)
{
	const struct bind_row *row;
	const struct bind_list *list;

	method_pairs(method);
	for (row = rows; row->kind != BIND_END; row++) {
		list = (const void *)((const char *)sheet + row->at);
		if ((row->kind != BIND_LIST && row->kind != BIND_NODES) ||
		    !list->given)
			continue;
		report_section(method->report, row->key);
		if (row->kind == BIND_NODES)
			harvest_render(method,
			    row->key == T_HARVEST ? &sheet->harvest
						  : &sheet->project);
		else if (row->rows == note_item_rows)
			notes_render(method, list);
		else if (row->rows == action_rows)
			action_render(method->report, method->arena,
			    method->lang, list, method->tasks);
		else
			method_list(method, row->rows, row->size, list);
	}
	render_figures(method, sheet);
}
