/*
 * experiment-log: follow hypotheses from observation to decision
 *
 * La 27e Région; Eric Ries, The Lean Startup, 2011, for the words of the
 * decision.
 */
#include "experiment.h"

static const enum term decisions[] = { T_CONTINUE, T_PIVOT, T_STOP, T_SCALE_UP,
	T_NONE };

const struct bind_row observation_rows[] = {
	ROW(observation, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(observation, text, .key = T_TEXT,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(observation, source, .key = T_SOURCE, .flags = BIND_ALIKE),
	ROW(observation, date, .key = T_DATE),
	{ BIND_END },
};

const struct bind_row hypothesis_rows[] = {
	ROW(hypothesis, id, .key = T_ID, .flags = BIND_LABEL),
	ROW_AS(BIND_NAMES, hypothesis, from, .key = T_FROM),
	ROW(hypothesis, text, .key = T_HYPOTHESIS, .flags = BIND_MAIN),
	ROW(hypothesis, text, .key = T_TEXT),
	ROW(hypothesis, condition, .key = T_IF, .flags = BIND_NAMING),
	ROW(hypothesis, outcome, .key = T_THEN),
	ROW(hypothesis, reason, .key = T_BECAUSE),
	ROW(hypothesis, measure, .key = T_MEASURE, .flags = BIND_WANTED),
	ROW(hypothesis, threshold, .key = T_THRESHOLD, .flags = BIND_WANTED),
	ROW(hypothesis, threshold, .key = T_TARGET),
	ROW(hypothesis, threshold, .key = T_CRITERIA),
	ROW(hypothesis, set_on, .key = T_SET_ON),
	{ BIND_END },
};

const struct bind_row test_rows[] = {
	ROW(test, hypothesis, .key = T_HYPOTHESIS, .flags = BIND_LABEL),
	ROW(test, text, .key = T_TEXT, .flags = BIND_MAIN),
	ROW(test, text, .key = T_ACTION_WHAT),
	ROW(test, where, .key = T_WHERE),
	ROW(test, where, .key = T_PLACE),
	ROW(test, who, .key = T_ACTION_WHO),
	ROW(test, scale, .key = T_SCALE),
	ROW(test, start, .key = T_START, .flags = BIND_FIRST_DAY),
	ROW(test, end, .key = T_END, .flags = BIND_LAST_DAY),
	ROW(test, duration, .key = T_DURATION),
	ROW(test, days, .key = T_DAYS, .flags = BIND_COMPUTED),
	ROW(test, cost, .key = T_COST),
	{ BIND_END },
};

const struct bind_row result_rows[] = {
	ROW(result, hypothesis, .key = T_HYPOTHESIS, .flags = BIND_LABEL),
	ROW(result, value, .key = T_VALUE, .flags = BIND_MAIN),
	ROW(result, date, .key = T_DATE),
	ROW(result, met, .key = T_MET),
	ROW(result, learned, .key = T_LEARNED),
	ROW(result, decision, .key = T_DECISION, .choices = decisions),
	ROW(result, diffusion, .key = T_DIFFUSION),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW(log, problem, .key = T_PROBLEM, .flags = BIND_WANTED,
	    .example = T_EXAMPLE_PROBLEM),
	ROW_AS(BIND_NAMES, log, users, .key = T_USERS,
	    .example = T_EXAMPLE_USERS),
	ROW_AS(BIND_LIST, log, observations, .key = T_OBSERVATIONS,
	    .rows = observation_rows, .size = sizeof(struct observation),
	    .example = T_EXAMPLE_OBSERVATIONS, .sheet = T_SHEET_OBSERVATIONS),
	ROW_AS(BIND_LIST, log, hypotheses, .key = T_HYPOTHESES,
	    .rows = hypothesis_rows, .size = sizeof(struct hypothesis),
	    .flags = BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_HYPOTHESES, .sheet = T_SHEET_HYPOTHESES),
	ROW_AS(BIND_LIST, log, tests, .key = T_TESTS, .rows = test_rows,
	    .size = sizeof(struct test), .example = T_EXAMPLE_TESTS,
	    .sheet = T_SHEET_TESTS),
	ROW_AS(BIND_LIST, log, results, .key = T_RESULTS, .rows = result_rows,
	    .size = sizeof(struct result), .example = T_EXAMPLE_RESULTS,
	    .sheet = T_SHEET_RESULTS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_EXPERIMENT_LOG, T_SUMMARY_EXPERIMENT,
	rows };

/* Whoever tests and is no group becomes a letter: "six voyageurs" stays. */
static void
name_people(struct method *method, const struct log *log)
{
	struct bind_list names = { .count = 0 };

	BIND_EACH(const struct bind_text, user, &log->users)
		bind_add(method->bind, &names, *user);
	BIND_EACH(const struct test, test, &log->tests)
		bind_split_names(method->bind, test->who.text, test->who.pos,
		    &names);
	BIND_EACH(const struct bind_text, name, &names)
		if (action_looks_like_people(method_plain(method, name->text)))
			method_person(method, name->text);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = record_arrange };
	struct log log = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today), OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &log);
	method_unite(&method, observation_rows, sizeof(struct observation),
	    &log.observations);
	method_unite(&method, hypothesis_rows, sizeof(struct hypothesis),
	    &log.hypotheses);
	hypothesis_resolve(&method, &log);
	name_people(&method, &log);
	if (method_ready(&method)) {
		hypothesis_find(&method, &log);
		method_pairs(&method);
		method_section(&method, T_OBSERVATIONS);
		method_section(&method, T_HYPOTHESES);
		method_section(&method, T_TESTS);
		method_section(&method, T_RESULTS);
		journal_render(&method, &log);
	}
	return method_close(&method, false);
}
