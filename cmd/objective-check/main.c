/*
 * objective-check: put objectives to the SMARTIES grid
 *
 * George T. Doran, There's a S.M.A.R.T. way to write management's goals and
 * objectives, Management Review 70, 1981; the longer acronyms: letters.c.
 */
#include "base/arena.h"
#include "objective.h"

#define WORD_AT(key, place) BIND_AT(BIND_TEXT, key, objective, words[place], 0)
#define WORD_ROWS                                                              \
	WORD_AT(T_SPECIFIC, 0), WORD_AT(T_MEASURABLE, 1),                      \
	    WORD_AT(T_ADAPTED, 2), WORD_AT(T_REALISTIC, 3),                    \
	    WORD_AT(T_TIME_BOUND, 4), WORD_AT(T_INDIVIDUALISED, 5),            \
	    WORD_AT(T_EQUITABLE, 6), WORD_AT(T_SOLIDARY, 7),                   \
	    WORD_AT(T_STRATEGIC, 8), WORD_AT(T_AMBITIOUS, 9),                  \
	    WORD_AT(T_INCLUSIVE, 10),                                          \
	    BIND_AT(BIND_OTHERS, T_NONE, objective, others, 0)

/* What is counted: its pairs stand in the objective's own. */
static const struct bind_row indicator_rows[] = {
	BIND_AT(BIND_TEXT, T_INDICATOR, objective, indicator, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_TEXT, objective, indicator, 0),
	BIND_AT(BIND_TEXT, T_BASELINE, objective, base, 0),
	BIND_AT(BIND_TEXT, T_TARGET, objective, target, 0),
	BIND_AT(BIND_TEXT, T_SOURCE, objective, source, 0),
	{ BIND_END },
};

const struct bind_row objective_rows[] = {
	BIND_AT(BIND_TEXT, T_ID, objective, id, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_OBJECTIVE, objective, text,
	    BIND_MAIN | BIND_REQUIRED | BIND_UNIQUE),
	BIND_AT(BIND_TEXT, T_TEXT, objective, text, 0),
	{ BIND_MAP, T_INDICATOR, 0, 0, indicator_rows },
	BIND_AT(BIND_TEXT, T_INDICATOR, objective, indicator, 0),
	BIND_AT(BIND_TEXT, T_BASELINE, objective, base, 0),
	BIND_AT(BIND_TEXT, T_TARGET, objective, target, 0),
	BIND_AT(BIND_TEXT, T_SOURCE, objective, source, 0),
	BIND_AT(BIND_TEXT, T_DUE, objective, due, BIND_WHEN),
	BIND_AT(BIND_TEXT, T_BENEFICIARIES, objective, beneficiaries, 0),
	BIND_AT(BIND_TEXT, T_OWNER, objective, owner, BIND_WHO),
	WORD_ROWS,
	{ BIND_END },
};

static const struct bind_row justification_rows[] = {
	BIND_AT(BIND_TEXT, T_ID, objective, id, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_OBJECTIVE, objective, text, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_TEXT, objective, text, 0),
	WORD_ROWS,
	{ BIND_END },
};

#define FROM(subject, key, member)                                             \
	BIND_AT(BIND_NODES, key, sheet, member, 0, .from = (subject))

static const struct bind_row rows[] = {
	{ BIND_LIST, T_PROJECT_AIMS, offsetof(struct sheet, objectives),
	    BIND_MAIN | BIND_WANTED, objective_rows, sizeof(struct objective),
	    .example = T_EXAMPLE_OBJECTIVES, .sheet = T_SHEET_OBJECTIVES },
	{ BIND_LIST, T_JUSTIFICATIONS, offsetof(struct sheet, justifications),
	    0, justification_rows, sizeof(struct objective),
	    .sheet = T_SHEET_JUSTIFICATIONS },
	BIND_AT(BIND_NODES, T_ACRONYM, sheet, acronym_nodes, BIND_SETTING,
	    .example = T_EXAMPLE_ACRONYM),
	FROM(T_WORKSHOP, T_PROJECT, projects),
	FROM(T_WORKSHOP, T_ACTIONS, actions),
	FROM(T_FORCE_FIELD, T_ACTIONS, actions),
	FROM(T_VOTE, T_SELECTED, selected),
	{ BIND_END },
};

static const struct bind_tool tool = { T_OBJECTIVE_CHECK, T_SUMMARY_OBJECTIVE,
	rows };

static void
fault_missing(struct method *method, const struct sheet *sheet)
{
	const struct doc *doc = method->bind->doc;

	if (sheet->objectives.given || sheet->objectives.count > 0 ||
	    doc->part_count == 0)
		return;
	bind_fault(method->bind,
	    ((struct pos){ doc->parts[0].root->pos.file, 0, 0 }), M_MISSING_KEY,
	    method_word(method, T_PROJECT_AIMS));
}

/* A row an objective, a column a letter. */
static void
render_justifications(struct method *method, const struct sheet *sheet)
{
	const struct objective *objective = sheet->objectives.at;
	const struct acronym *acronym = &sheet->acronym;
	size_t i, j, any = 0;

	for (i = 0; i < sheet->objectives.count; i++)
		for (j = 0; j < acronym->count; j++)
			any += objective[i].why[j].text != NULL;
	if (any == 0)
		return;
	report_section(method->report, T_JUSTIFICATIONS);
	report_table(method->report, acronym->count + 1);
	report_cell(method->report, method_word(method, T_OBJECTIVE));
	for (j = 0; j < acronym->count; j++)
		report_cell(method->report, acronym->letters[j].word);
	for (i = 0; i < sheet->objectives.count; i++) {
		report_cell(method->report,
		    objective_name(method, &objective[i]));
		for (j = 0; j < acronym->count; j++)
			report_cell(method->report,
			    objective[i].why[j].text ? objective[i].why[j].text
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
	const struct objective *objective = sheet->objectives.at;
	const struct acronym *acronym = &sheet->acronym;
	size_t totals[LETTERS] = { 0 }, all = 0, score, i, j;

	if (sheet->objectives.count == 0)
		return;
	report_section(method->report, T_GRID);
	report_table(method->report, acronym->scored + 2);
	report_cell(method->report, method_word(method, T_OBJECTIVE));
	for (j = 0; j < acronym->scored; j++)
		report_cell(method->report, acronym->letters[j].word);
	report_number_head(method->report,
	    method_word(method, T_OBJECTIVE_SCORE));
	for (i = 0; i < sheet->objectives.count; i++) {
		report_cell(method->report,
		    objective_name(method, &objective[i]));
		for (j = score = 0; j < acronym->scored; j++) {
			report_cell(method->report,
			    marks[objective[i].verdicts[j]]);
			totals[j] += objective[i].verdicts[j] == JUSTIFIED;
			score += objective[i].verdicts[j] == JUSTIFIED;
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
	size_t i;

	report_section(method->report, T_RULES);
	report_pair(method->report, T_ACRONYM,
	    acronym->given ? name
			   : arena_format(method->arena, "%s %s", name,
				 method_word(method, T_BY_DEFAULT)));
	for (i = 0; i < acronym->scored && acronym->name == T_NONE; i++)
		report_label_below(method->report, letter[i].initial,
		    letter[i].word);
}

static void
render(struct method *method, const struct sheet *sheet)
{
	if (sheet->objectives.count > 0)
		method_section(method, T_PROJECT_AIMS);
	else
		report_section(method->report, T_PROJECT_AIMS);
	render_justifications(method, sheet);
	render_rules(method, &sheet->acronym);
	render_grid(method, sheet);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct sheet sheet = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today), OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &sheet);
	foreign_read(&method, &sheet);
	fault_missing(&method, &sheet);
	method_unite(&method, objective_rows, sizeof(struct objective),
	    &sheet.objectives);
	letters_read(&method, &sheet);
	letters_resolve(&method, &sheet);
	if (method_ready(&method)) {
		judge(&method, &sheet);
		render(&method, &sheet);
	}
	return method_close(&method, false);
}
