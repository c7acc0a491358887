/*
 * learning-audit: rate how an organisation learns, and what has changed since
 *
 * The five disciplines are those of Peter Senge, The Fifth Discipline, 1990;
 * scores with evidence and a next step are this sheet's own.
 */
#include "audit.h"

static const struct bind_row rating_rows[] = {
	BIND_AT(BIND_TEXT, T_DISCIPLINE, rating, discipline,
	    BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_RATER, rating, who, BIND_WHO),
	BIND_AT(BIND_TEXT, T_GROUP, rating, group, 0),
	BIND_AT(BIND_NUMBER, T_SCORE, rating, score, 0, .lowest = 0,
	    .highest = AUDIT_BEST),
	BIND_AT(BIND_TEXT, T_EVIDENCE, rating, evidence, 0),
	BIND_AT(BIND_TEXT, T_NEXT_STEP, rating, step, 0),
	BIND_AT(BIND_TEXT, T_DUE, rating, due, BIND_WHEN),
	BIND_AT(BIND_TEXT, T_STATE, rating, state, 0),
	BIND_AT(BIND_DOCUMENT, T_NONE, rating, document, 0),
	{ BIND_END },
};

static const struct bind_row figure_rows[] = {
	BIND_AT(BIND_TEXT, T_DISCIPLINE, figure, discipline,
	    BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_GROUP, figure, group, 0),
	BIND_AT(BIND_DATE, T_DATE, figure, date, 0),
	BIND_AT(BIND_NUMBER, T_MEAN, figure, mean, 0),
	BIND_AT(BIND_NUMBER, T_SPREAD, figure, spread, 0),
	BIND_AT(BIND_NUMBER, T_RATED, figure, count, 0),
	BIND_AT(BIND_DOCUMENT, T_NONE, figure, document, 0),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	BIND_ITEMS(T_RATINGS, audit, ratings, rating, BIND_REQUIRED,
	    .example = T_EXAMPLE_RATINGS, .sheet = T_SHEET_RATINGS),
	BIND_ITEMS(T_EARLIER_AUDIT, audit, earlier, figure, 0,
	    .example = T_EXAMPLE_EARLIER),
	BIND_AT(BIND_NAMES, T_DISCIPLINES, audit, disciplines, BIND_SETTING,
	    .example = T_EXAMPLE_DISCIPLINES),
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
	if (method_ready(&method)) {
		audit_find(&method, &audit);
		audit_render(&method, &audit);
	}
	return method_close(&method, false);
}
