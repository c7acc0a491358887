/*
 * journal: the log by hypothesis, and all of them in one table.
 */
#include "base/arena.h"
#include "experiment.h"
#include "value/number.h"

/* Texts in one line, those that are not empty. */
static const char *
join(struct method *method, const char *const parts[], size_t count)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < count; i++)
		if (*parts[i] != '\0')
			text = arena_format(method->arena, "%s%s%s", text,
			    *text ? method_word(method, T_SEMICOLON) : "",
			    parts[i]);
	return text;
}

#define JOIN(method, parts)                                                    \
	join(method, parts, sizeof(parts) / sizeof(*(parts)))

static const char *
date_of(struct method *method, const struct bind_date *date)
{
	return bind_date_printed(method->arena, method->lang, date);
}

static void
write_line(struct method *method, enum term key, const char *text)
{
	if (*text != '\0')
		report_pair(method->report, key, text);
}

static const char *
days_of(struct method *method, const struct test *test)
{
	const char *start = date_of(method, &test->start);
	const char *end = date_of(method, &test->end);

	if (*start != '\0' && *end != '\0')
		return method_text(method, M_EXPERIMENT_FROM_TO, start, end);
	if (*start != '\0')
		return method_text(method, M_EXPERIMENT_SINCE, start);
	return *end != '\0' ? method_text(method, M_EXPERIMENT_UNTIL, end) : "";
}

static const char *
text_of_test(struct method *method, const struct test *test)
{
	const char *parts[] = { test->text.text, test->where.text,
		test->who.text, test->scale.text, days_of(method, test),
		test->duration.text,
		bind_money_printed(method->arena, method->lang, &test->cost) };

	return JOIN(method, parts);
}

static const char *
met_text(struct method *method, enum met met)
{
	static const enum term words[] = { T_EXPERIMENT_UNKNOWN_MET,
		T_EXPERIMENT_MISSED, T_EXPERIMENT_MET };

	return method_word(method, words[met]);
}

static const char *
text_of_result(struct method *method, const struct hypothesis *hypothesis,
    const struct result *result)
{
	enum met met = judge(method, hypothesis, result);
	const char *parts[] = { result->value.text,
		date_of(method, &result->date),
		*hypothesis->threshold.text ? met_text(method, met) : "" };

	return JOIN(method, parts);
}

static void
render_one(struct method *method, const struct hypothesis *hypothesis)
{
	const struct observation *const *seen = hypothesis->observations.at;
	const struct test *const *test = hypothesis->tests.at;
	const struct result *const *result = hypothesis->results.at;
	const char *threshold = hypothesis->threshold.text;
	size_t i;

	report_part(method->report, hypothesis_name(method, hypothesis));
	for (i = 0; i < hypothesis->observations.count; i++) {
		const char *parts[] = { seen[i]->text.text,
			seen[i]->source.text, date_of(method, &seen[i]->date) };

		write_line(method, T_EXPERIMENT_OBSERVATION,
		    JOIN(method, parts));
	}
	write_line(method, T_HYPOTHESIS, hypothesis_text(method, hypothesis));
	write_line(method, T_MEASURE, hypothesis->measure.text);
	write_line(method, T_THRESHOLD,
	    *threshold && hypothesis->set_on.given
		? method_text(method, M_EXPERIMENT_SET_ON, threshold,
		      date_of(method, &hypothesis->set_on))
		: threshold);
	for (i = 0; i < hypothesis->tests.count; i++)
		write_line(method, T_EXPERIMENT_TEST,
		    text_of_test(method, test[i]));
	for (i = 0; i < hypothesis->results.count; i++) {
		write_line(method, T_EXPERIMENT_RESULT,
		    text_of_result(method, hypothesis, result[i]));
		write_line(method, T_LEARNED, result[i]->learned.text);
		if (result[i]->decision.given)
			write_line(method, T_DECISION,
			    method_word(method, result[i]->decision.term));
	}
}

void
render_log(struct method *method, const struct log *log)
{

	if (log->hypotheses.count == 0)
		return;
	report_section(method->report, T_LOG);
	BIND_EACH(const struct hypothesis, hypothesis, &log->hypotheses)
		render_one(method, hypothesis);
}

/* Where a hypothesis stands that has no result yet. */
static enum term
state_of_tests(struct method *method, const struct hypothesis *hypothesis)
{
	const struct test *const *test = hypothesis->tests.at;
	long today = date_day(method->today.date);
	size_t i, planned = 0, over = 0;

	if (*hypothesis->measure.text == '\0' ||
	    *hypothesis->threshold.text == '\0')
		return T_EXPERIMENT_TO_SPECIFY;
	if (hypothesis->tests.count == 0)
		return T_EXPERIMENT_TO_TEST;
	for (i = 0; i < hypothesis->tests.count && method->today.given; i++) {
		planned += test[i]->start.given &&
		    date_day(test[i]->start.date) > today;
		over +=
		    test[i]->end.given && date_day(test[i]->end.date) < today;
	}
	if (planned == hypothesis->tests.count)
		return T_EXPERIMENT_PLANNED;
	return over == hypothesis->tests.count ? T_EXPERIMENT_AWAITED
					       : T_EXPERIMENT_TESTING;
}

static enum term
state_of(struct method *method, const struct hypothesis *hypothesis)
{
	if (hypothesis->last == NULL)
		return state_of_tests(method, hypothesis);
	return hypothesis->last->decision.given
	    ? hypothesis->last->decision.term
	    : T_EXPERIMENT_TO_DECIDE;
}

/* A row of the table, of a hypothesis or of all. */
struct line {
	struct bind_text name, value, threshold, met, state;
	struct bind_number tests, days;
	struct bind_money cost, cost_per_test;
	int64_t costed; /* how many tests have a cost */
};

static const struct bind_row line_rows[] = {
	ROW(BIND_TEXT, line, name, .key = T_HYPOTHESIS, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, line, tests, .key = T_TESTS),
	ROW(BIND_NUMBER, line, days, .key = T_DAYS),
	ROW(BIND_MONEY, line, cost, .key = T_COST),
	ROW(BIND_MONEY, line, cost_per_test, .key = T_COST_PER_TEST),
	ROW(BIND_TEXT, line, value, .key = T_VALUE),
	ROW(BIND_TEXT, line, threshold, .key = T_THRESHOLD),
	ROW(BIND_TEXT, line, met, .key = T_MET),
	ROW(BIND_TEXT, line, state, .key = T_STATE),
	{ BIND_END },
};

/* Adds tests, in thousandths, days and costs to a line. */
static void
add(struct line *line, int64_t tests, int64_t days, bool costed, int64_t cents)
{
	line->tests = method_figure(line->tests.thousandths + tests);
	if (days > 0)
		line->days = method_figure(line->days.thousandths + days);
	if (!costed)
		return;
	line->costed++;
	line->cost.cents += cents;
	line->cost.given = line->cost_per_test.given = true;
	/* the mean, half to even */
	line->cost_per_test.cents =
	    number_divide(line->cost.cents, line->costed, 3);
}

static struct line
line_of(struct method *method, const struct hypothesis *hypothesis,
    struct line *all)
{
	const struct test *const *test = hypothesis->tests.at;
	struct line line = {
		.name.text = hypothesis_name(method, hypothesis),
		.value.text = "",
		.threshold.text = hypothesis->threshold.text,
		.met.text = "",
		.state.text = method_word(method, state_of(method, hypothesis)),
		.tests = method_figure(0),
	};
	size_t i;

	for (i = 0; i < hypothesis->tests.count; i++) {
		add(&line, 1000, test[i]->days.thousandths, test[i]->cost.given,
		    test[i]->cost.cents);
		add(all, 1000, test[i]->days.thousandths, test[i]->cost.given,
		    test[i]->cost.cents);
	}
	if (hypothesis->last == NULL)
		return line;
	line.value.text = hypothesis->last->value.text;
	line.met.text = hypothesis->met == NOT_COMPARED
	    ? "?"
	    : method_word(method, hypothesis->met == MET ? T_YES : T_NO);
	return line;
}

void
render_overview(struct method *method, const struct log *log)
{
	struct line all = { .name.text = method_word(method, T_ALL),
		.value.text = "",
		.threshold.text = "",
		.met.text = "",
		.state.text = "" };
	struct bind_list lines = { .count = 0 };
	struct line *line;
	size_t met = 0, judged = 0;

	if (log->hypotheses.count == 0)
		return;
	BIND_EACH(const struct hypothesis, hypothesis, &log->hypotheses) {
		line = bind_append(method->bind, &lines, sizeof(*line));
		*line = line_of(method, hypothesis, &all);
		met += hypothesis->met == MET;
		judged += hypothesis->met != NOT_COMPARED;
	}
	if (log->hypotheses.count > 1) {
		if (judged > 0)
			all.met.text =
			    arena_format(method->arena, "%zu/%zu", met, judged);
		bind_put(method->bind, &lines, &all, sizeof(all));
	}
	report_section(method->report, T_OVERVIEW);
	method_list(method, line_rows, sizeof(*line), &lines);
}
