/*
 * experiment-log: follow hypotheses from observation to decision
 *
 * La 27e Région; Eric Ries, The Lean Startup, 2011, for the words of the
 * decision.
 */
#include "experiment.h"

static const enum term decisions[] = { T_CONTINUE, T_PIVOT, T_STOP, T_SCALE_UP,
	T_NONE };

static const struct bind_row observation_rows[] = {
	BIND_AT(BIND_TEXT, T_ID, observation, id, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_TEXT, observation, text,
	    BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_SOURCE, observation, source, BIND_ALIKE),
	BIND_AT(BIND_DATE, T_DATE, observation, date, 0),
	{ BIND_END },
};

static const struct bind_row hypothesis_rows[] = {
	BIND_AT(BIND_TEXT, T_ID, hypothesis, id, BIND_LABEL),
	BIND_AT(BIND_NAMES, T_FROM, hypothesis, from, 0),
	BIND_AT(BIND_TEXT, T_HYPOTHESIS, hypothesis, text, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_TEXT, hypothesis, text, 0),
	BIND_AT(BIND_TEXT, T_IF, hypothesis, condition, 0),
	BIND_AT(BIND_TEXT, T_THEN, hypothesis, outcome, 0),
	BIND_AT(BIND_TEXT, T_BECAUSE, hypothesis, reason, 0),
	BIND_AT(BIND_TEXT, T_MEASURE, hypothesis, measure, BIND_WANTED),
	BIND_AT(BIND_TEXT, T_THRESHOLD, hypothesis, threshold, BIND_WANTED),
	BIND_AT(BIND_DATE, T_SET_ON, hypothesis, set_on, 0),
	{ BIND_END },
};

static const struct bind_row test_rows[] = {
	BIND_AT(BIND_TEXT, T_HYPOTHESIS, test, hypothesis, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_TEXT, test, text, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_ACTION_WHAT, test, text, 0),
	BIND_AT(BIND_TEXT, T_WHERE, test, where, 0),
	BIND_AT(BIND_TEXT, T_PLACE, test, where, 0),
	BIND_AT(BIND_TEXT, T_ACTION_WHO, test, who, 0),
	BIND_AT(BIND_TEXT, T_SCALE, test, scale, 0),
	BIND_AT(BIND_DATE, T_START, test, start, BIND_FIRST_DAY),
	BIND_AT(BIND_DATE, T_END, test, end, BIND_LAST_DAY),
	BIND_AT(BIND_TEXT, T_DURATION, test, duration, 0),
	BIND_AT(BIND_NUMBER, T_DAYS, test, days, BIND_COMPUTED),
	BIND_AT(BIND_MONEY, T_COST, test, cost, 0),
	{ BIND_END },
};

static const struct bind_row result_rows[] = {
	BIND_AT(BIND_TEXT, T_HYPOTHESIS, result, hypothesis, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_VALUE, result, value, BIND_MAIN),
	BIND_AT(BIND_DATE, T_DATE, result, date, 0),
	BIND_AT(BIND_YES, T_MET, result, met, 0),
	BIND_AT(BIND_TEXT, T_LEARNED, result, learned, 0),
	BIND_AT(BIND_CHOICE, T_DECISION, result, decision, 0,
	    .choices = decisions),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	BIND_AT(BIND_TEXT, T_PROBLEM, log, problem, BIND_WANTED,
	    .example = T_EXAMPLE_PROBLEM),
	BIND_AT(BIND_NAMES, T_USERS, log, users, 0, .example = T_EXAMPLE_USERS),
	BIND_ITEMS(T_OBSERVATIONS, log, observations, observation, 0,
	    .example = T_EXAMPLE_OBSERVATIONS, .sheet = T_SHEET_OBSERVATIONS),
	BIND_ITEMS(T_HYPOTHESES, log, hypotheses, hypothesis,
	    BIND_REQUIRED | BIND_WANTED, .example = T_EXAMPLE_HYPOTHESES,
	    .sheet = T_SHEET_HYPOTHESES),
	BIND_ITEMS(T_TESTS, log, tests, test, 0, .example = T_EXAMPLE_TESTS,
	    .sheet = T_SHEET_TESTS),
	BIND_ITEMS(T_RESULTS, log, results, result, 0,
	    .example = T_EXAMPLE_RESULTS, .sheet = T_SHEET_RESULTS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_EXPERIMENT_LOG, T_SUMMARY_EXPERIMENT,
	rows };

static void
render(struct method *method, const struct log *log)
{
	method_pairs(method);
	method_section(method, T_OBSERVATIONS);
	method_section(method, T_HYPOTHESES);
	method_section(method, T_TESTS);
	method_section(method, T_RESULTS);
	render_log(method, log);
	render_overview(method, log);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct log log = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today), OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &log);
	method_unite(&method, observation_rows, sizeof(struct observation),
	    &log.observations);
	method_unite(&method, hypothesis_rows, sizeof(struct hypothesis),
	    &log.hypotheses);
	resolve(&method, &log);
	name_people(&method, &log);
	if (method_ready(&method)) {
		find(&method, &log);
		render(&method, &log);
	}
	return method_close(&method, false);
}
