/*
 * objective-check: put objectives to the SMARTIES grid
 *
 * George T. Doran, There's a S.M.A.R.T. way to write management's goals and
 * objectives, Management Review 70, 1981; the longer acronyms: acronym.c.
 */
#include "objective.h"
#include "text/uni.h"

/* What is counted: its pairs stand in the objective's own. */
static const struct bind_row indicator_rows[] = {
	ROW(objective, indicator, .key = T_INDICATOR, .flags = BIND_MAIN),
	ROW(objective, indicator, .key = T_TEXT),
	ROW(objective, base, .key = T_BASELINE),
	ROW(objective, target, .key = T_TARGET),
	ROW(objective, source, .key = T_SOURCE),
	{ BIND_END },
};

const struct bind_row objective_rows[] = {
	ROW(objective, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(objective, text, .key = T_OBJECTIVE,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_UNIQUE),
	ROW(objective, text, .key = T_TEXT),
	{ BIND_MAP, T_INDICATOR, 0, 0, indicator_rows },
	ROW(objective, indicator, .key = T_INDICATOR),
	ROW(objective, base, .key = T_BASELINE),
	ROW(objective, target, .key = T_TARGET),
	ROW(objective, source, .key = T_SOURCE),
	ROW(objective, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(objective, beneficiaries, .key = T_BENEFICIARIES),
	ROW(objective, owner, .key = T_OWNER, .flags = BIND_WHO),
	ROW_AS(BIND_OTHERS, objective, others),
	{ BIND_END },
};

static const struct bind_row justification_rows[] = {
	ROW(objective, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(objective, text, .key = T_OBJECTIVE, .flags = BIND_MAIN),
	ROW(objective, text, .key = T_TEXT),
	ROW_AS(BIND_OTHERS, objective, others),
	{ BIND_END },
};

#define FROM(subject, term_, member)                                           \
	ROW(sheet, member, .key = (term_), .from = (subject))

static const struct bind_row rows[] = {
	{ BIND_LIST, T_PROJECT_AIMS, offsetof(struct sheet, objectives),
	    BIND_MAIN | BIND_WANTED | BIND_LINES, objective_rows,
	    sizeof(struct objective), .claim = foreign_claims,
	    .example = T_EXAMPLE_OBJECTIVES, .sheet = T_SHEET_OBJECTIVES },
	{ BIND_LIST, T_JUSTIFICATIONS, offsetof(struct sheet, justifications),
	    0, justification_rows, sizeof(struct objective),
	    .claim = foreign_heads, .sheet = T_SHEET_JUSTIFICATIONS },
	ROW(sheet, acronym_nodes, .key = T_ACRONYM, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_ACRONYM),
	FROM(T_WORKSHOP, T_PROJECT, projects),
	FROM(T_WORKSHOP, T_ACTIONS, actions),
	FROM(T_FORCE_FIELD, T_ACTIONS, actions),
	FROM(T_VOTE, T_SELECTED, selected),
	FROM(T_RANK_VOTE, T_SELECTED, selected),
	{ BIND_END },
};

static const struct bind_tool tool = { T_OBJECTIVE_CHECK, T_SUMMARY_OBJECTIVE,
	rows };

/* A table of more columns with wide texts is a list. */
enum { WIDE_TABLE = 3 };

/* How many letters are justified by a text of so many columns. */
static size_t
count_justified(const struct sheet *sheet, size_t width)
{
	size_t j, count = 0;
	bool any;

	for (j = 0; j < sheet->acronym.count; j++) {
		any = false;
		BIND_EACH(const struct objective, objective, &sheet->objectives)
			any |= objective->why[j].text != NULL &&
			    uni_width(objective->why[j].text) >= width;
		count += any;
	}
	return count;
}

/* An item an objective that is justified, below it a letter. */
static void
list_justifications(struct method *method, const struct sheet *sheet)
{
	const struct acronym *acronym = &sheet->acronym;
	const struct objective *last = NULL;

	BIND_EACH(const struct objective, objective, &sheet->objectives)
		for (size_t j = 0; j < acronym->count; j++) {
			if (objective->why[j].text == NULL)
				continue;
			if (objective != last)
				report_item(method->report,
				    objective_name(method, objective), "");
			report_item_below(method->report, 1,
			    acronym->letters[j].word, objective->why[j].text);
			last = objective;
		}
}

/* A row an objective, a column a letter; a list where that would be wide. */
static void
render_justifications(struct method *method, const struct sheet *sheet)
{
	const struct acronym *acronym = &sheet->acronym;

	if (count_justified(sheet, 0) == 0)
		return;
	report_section(method->report, T_JUSTIFICATIONS);
	if (count_justified(sheet, MD_WIDE + 1) > WIDE_TABLE) {
		list_justifications(method, sheet);
		return;
	}
	report_table(method->report, acronym->count + 1);
	report_cell(method->report, method_word(method, T_OBJECTIVE));
	for (size_t j = 0; j < acronym->count; j++)
		report_cell(method->report, acronym->letters[j].word);
	BIND_EACH(const struct objective, objective, &sheet->objectives) {
		report_cell(method->report, objective_name(method, objective));
		for (size_t j = 0; j < acronym->count; j++)
			report_cell(method->report,
			    objective->why[j].text ? objective->why[j].text
						   : "");
	}
}

static const char *
score_of(struct method *method, size_t part, size_t whole)
{
	return arena_format(method->arena, "%zu/%zu", part, whole);
}

static void
render_grid(struct method *method, const struct sheet *sheet)
{
	static const char *const marks[] = { "–", "?", "✓" };
	const struct acronym *acronym = &sheet->acronym;
	size_t totals[LETTERS] = { 0 }, all = 0, score, j;

	if (sheet->objectives.count == 0)
		return;
	report_section(method->report, T_GRID);
	report_table(method->report, acronym->scored + 2);
	report_cell(method->report, method_word(method, T_OBJECTIVE));
	for (j = 0; j < acronym->scored; j++)
		report_cell(method->report, acronym->letters[j].word);
	report_number_head(method->report,
	    method_word(method, T_OBJECTIVE_SCORE));
	BIND_EACH(const struct objective, objective, &sheet->objectives) {
		if (*objective_name(method, objective) == '\0')
			continue;
		report_cell(method->report, objective_name(method, objective));
		for (j = score = 0; j < acronym->scored; j++) {
			report_cell(method->report,
			    marks[objective->verdicts[j]]);
			totals[j] += objective->verdicts[j] == JUSTIFIED;
			score += objective->verdicts[j] == JUSTIFIED;
		}
		report_cell(method->report,
		    score_of(method, score, acronym->scored));
		all += score;
	}
	report_cell(method->report, method_word(method, T_ALL));
	for (j = 0; j < acronym->scored; j++)
		report_cell(method->report,
		    score_of(method, totals[j], sheet->objectives.count));
	report_cell(method->report,
	    score_of(method, all, acronym->scored * sheet->objectives.count));
}

/* The acronym by its name, or letter by letter. */
static void
render_rules(struct method *method, const struct acronym *acronym)
{
	const struct letter *letter = acronym->letters;
	const char *name =
	    acronym->name == T_NONE ? "" : method_word(method, acronym->name);

	report_section(method->report, T_RULES);
	report_pair(method->report, T_ACRONYM,
	    acronym->given ? name
			   : arena_format(method->arena, "%s %s", name,
				 method_word(method, T_BY_DEFAULT)));
	for (size_t i = 0; i < acronym->scored && acronym->name == T_NONE; i++)
		report_item_below(method->report, 1, letter[i].initial,
		    letter[i].word);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = foreign_arrange };
	struct sheet sheet = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today), OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &sheet);
	results_hang(&method, &sheet.objectives);
	reported_read(&method, &sheet);
	if (!sheet.objectives.given && sheet.objectives.count == 0)
		bind_miss(method.bind, T_PROJECT_AIMS);
	method_unite(&method, objective_rows, sizeof(struct objective),
	    &sheet.objectives);
	acronym_read(&method, &sheet);
	letters_resolve(&method, &sheet);
	if (method_ready(&method)) {
		judge(&method, &sheet);
		if (sheet.objectives.count > 0)
			method_section(&method, T_PROJECT_AIMS);
		else
			report_section(method.report, T_PROJECT_AIMS);
		render_justifications(&method, &sheet);
		render_rules(&method, &sheet.acronym);
		render_grid(&method, &sheet);
	}
	return method_close(&method, false);
}
