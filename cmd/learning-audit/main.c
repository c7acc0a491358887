/*
 * learning-audit: rate how an organisation learns, and what has changed since
 *
 * The five disciplines are those of Peter Senge, The Fifth Discipline, 1990;
 * scores with evidence and a next step are this sheet's own.
 */
#include "audit.h"
#include "sheet/matrix.h"

const struct bind_row audit_rating_rows[] = {
	ROW(BIND_TEXT, rating, discipline, .key = T_DISCIPLINE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_TEXT, rating, who, .key = T_RATER, .flags = BIND_WHO),
	ROW(BIND_TEXT, rating, group, .key = T_GROUP),
	ROW(BIND_NUMBER, rating, score, .key = T_SCORE, .lowest = 0,
	    .highest = AUDIT_BEST),
	ROW(BIND_TEXT, rating, evidence, .key = T_EVIDENCE),
	ROW(BIND_TEXT, rating, step, .key = T_NEXT_STEP),
	ROW(BIND_TEXT, rating, due, .key = T_DUE, .flags = BIND_WHEN),
	ROW(BIND_TEXT, rating, state, .key = T_STATE),
	ROW(BIND_DOCUMENT, rating, document),
	{ BIND_END },
};

const struct bind_row audit_figure_rows[] = {
	ROW(BIND_TEXT, figure, discipline, .key = T_DISCIPLINE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_TEXT, figure, group, .key = T_GROUP),
	ROW(BIND_DATE, figure, date, .key = T_DATE),
	ROW(BIND_NUMBER, figure, mean, .key = T_MEAN),
	ROW(BIND_NUMBER, figure, spread, .key = T_SPREAD),
	ROW(BIND_NUMBER, figure, count, .key = T_RATED),
	ROW(BIND_DOCUMENT, figure, document),
	{ BIND_END },
};

/* Columns of tables that a report computes. */
static const struct bind_row computed_rows[] = {
	{ BIND_TEXT, T_SPREAD },
	{ BIND_TEXT, T_RATED },
	{ BIND_TEXT, T_DATE },
	{ BIND_TEXT, T_MEAN, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_TOTAL, 0, BIND_COMPUTED },
	{ BIND_END },
};

/* A table of disciplines, with a column for each who rates, or the reverse. */
static bool
is_grid(const struct node *section)
{
	return matrix_claims(section, T_DISCIPLINE, audit_rating_rows) &&
	    matrix_claims(section, T_DISCIPLINE, computed_rows);
}

static const struct bind_row rows[] = {
	ROW(BIND_NODES, audit, grid, .key = T_SCORES_BY_WHO, .claim = is_grid),
	ROW(BIND_LIST, audit, ratings, .key = T_RATINGS, .flags = BIND_REQUIRED,
	    .instead = T_SCORES_BY_WHO, .rows = audit_rating_rows,
	    .size = sizeof(struct rating), .example = T_EXAMPLE_RATINGS,
	    .sheet = T_SHEET_RATINGS),
	ROW(BIND_LIST, audit, earlier, .key = T_EARLIER_AUDIT,
	    .rows = audit_figure_rows, .size = sizeof(struct figure),
	    .example = T_EXAMPLE_EARLIER),
	ROW(BIND_NAMES, audit, disciplines, .key = T_DISCIPLINES,
	    .flags = BIND_SETTING, .example = T_EXAMPLE_DISCIPLINES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_LEARNING_AUDIT, T_SUMMARY_LEARNING,
	rows };

int
main(int argc, char **argv)
{
	struct method method = { .arrange = audit_arrange };
	struct audit audit = { .last = 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TASKS(&method.tasks), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &audit);
	audit_read(&method, &audit);
	if (method_ready(&method))
		audit_render(&method, &audit);
	return method_close(&method, false);
}
