/*
 * journal: the log by hypothesis, and all of them in one table.
 */
#include "experiment.h"
#include "value/number.h"

/* Texts in one line, those that are not empty; ended by NULL. */
static const char *
join(struct method *method, const char *const parts[])
{
	struct buf out = BUF_INIT;

	for (; *parts != NULL; parts++)
		buf_join(&out, method_word(method, T_SEMICOLON), *parts);
	return buf_take(&out, method->arena);
}

/* A hypothesis in a sentence. */
static const char *
sentence_of(struct method *method, const struct hypothesis *hypothesis)
{
	const char *parts[] = { hypothesis->condition.text,
		hypothesis->outcome.text, hypothesis->reason.text };
	static const enum term messages[] = { M_EXPERIMENT_IF,
		M_EXPERIMENT_THEN, M_EXPERIMENT_BECAUSE };
	struct buf out = BUF_INIT;

	buf_string(&out, hypothesis->text.text);
	for (size_t i = 0; i < 3; i++)
		if (*parts[i] != '\0')
			buf_join(&out,
			    i > 0 && *parts[0] != '\0'
				? ", "
				: method_word(method, T_COLON),
			    method_text(method, messages[i], parts[i]));
	return buf_take(&out, method->arena);
}

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
		bind_printed(method->bind->doc,
		    &(const struct bind_row){ .kind = BIND_MONEY },
		    &test->cost),
		NULL };

	return join(method, parts);
}

static const char *
text_of_result(struct method *method, const struct hypothesis *hypothesis,
    const struct result *result)
{
	static const enum term words[] = { T_EXPERIMENT_UNKNOWN_MET,
		T_EXPERIMENT_MISSED, T_EXPERIMENT_MET };
	const char *parts[] = { result->value.text,
		date_of(method, &result->date),
		*hypothesis->threshold.text
		    ? method_word(method, words[result->judged])
		    : "",
		NULL };

	return join(method, parts);
}

static void
render_one(struct method *method, const struct hypothesis *hypothesis)
{
	const char *threshold = hypothesis->threshold.text;

	report_part(method->report, hypothesis_name(method, hypothesis));
	BIND_EACH(const struct observation *const, seen,
	    &hypothesis->observations) {
		const char *parts[] = { (*seen)->text.text,
			(*seen)->source.text, date_of(method, &(*seen)->date),
			NULL };

		write_line(method, T_EXPERIMENT_OBSERVATION,
		    join(method, parts));
	}
	write_line(method, T_HYPOTHESIS, sentence_of(method, hypothesis));
	write_line(method, T_MEASURE, hypothesis->measure.text);
	write_line(method, T_THRESHOLD,
	    *threshold && hypothesis->set_on.given
		? method_text(method, M_EXPERIMENT_SET_ON, threshold,
		      date_of(method, &hypothesis->set_on))
		: threshold);
	BIND_EACH(const struct test *const, test, &hypothesis->tests)
		write_line(method, T_EXPERIMENT_TEST,
		    text_of_test(method, *test));
	BIND_EACH(const struct result *const, result, &hypothesis->results) {
		write_line(method, T_EXPERIMENT_RESULT,
		    text_of_result(method, hypothesis, *result));
		write_line(method, T_LEARNED, (*result)->learned.text);
		write_line(method, T_DIFFUSION, (*result)->diffusion.text);
		if ((*result)->decision.given)
			write_line(method, T_DECISION,
			    method_word(method, (*result)->decision.term));
	}
}

/* Where a hypothesis stands that has no result yet. */
static enum term
state_of_tests(struct method *method, const struct hypothesis *hypothesis)
{
	size_t planned = 0, over = 0;

	if (*hypothesis->measure.text == '\0' ||
	    *hypothesis->threshold.text == '\0')
		return T_EXPERIMENT_TO_SPECIFY;
	if (hypothesis->tests.count == 0)
		return T_EXPERIMENT_TO_TEST;
	BIND_EACH(const struct test *const, test, &hypothesis->tests) {
		planned += method->today.given && (*test)->start.given &&
		    date_day((*test)->start.date) >
			date_day(method->today.date);
		over += method_is_past(method, &(*test)->end);
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
	ROW(line, name, .key = T_HYPOTHESIS, .flags = BIND_MAIN),
	ROW(line, tests, .key = T_TESTS),
	ROW(line, days, .key = T_DAYS),
	ROW(line, cost, .key = T_COST),
	ROW(line, cost_per_test, .key = T_COST_PER_TEST),
	ROW(line, value, .key = T_VALUE),
	ROW(line, threshold, .key = T_THRESHOLD),
	ROW(line, met, .key = T_MET),
	ROW(line, state, .key = T_STATE),
	{ BIND_END },
};

static void
add(struct line *line, const struct test *test)
{
	line->tests = method_figure(line->tests.thousandths + 1000);
	if (test->days.given)
		line->days = method_figure(
		    line->days.thousandths + test->days.thousandths);
	if (!test->cost.given)
		return;
	line->costed++;
	line->cost.cents += test->cost.cents;
	line->cost.given = line->cost_per_test.given = true;
	/* the mean, half to even */
	line->cost_per_test.cents =
	    number_divide(line->cost.cents, line->costed, 3);
}

static struct line
line_of(struct method *method, const struct hypothesis *hypothesis,
    struct line *all)
{
	const struct result *last = hypothesis->last;
	struct line line = {
		.name.text = hypothesis_name(method, hypothesis),
		.threshold.text = hypothesis->threshold.text,
		.state.text = method_word(method, state_of(method, hypothesis)),
		.tests = method_count(0),
	};

	BIND_EACH(const struct test *const, test, &hypothesis->tests) {
		add(&line, *test);
		add(all, *test);
	}
	if (last == NULL)
		return line;
	line.value.text = last->value.text;
	line.met.text = last->judged == NOT_COMPARED
	    ? "?"
	    : method_word(method, last->judged == MET ? T_YES : T_NO);
	return line;
}

static void
render_overview(struct method *method, const struct log *log)
{
	struct line all = { .name.text = method_word(method, T_ALL) };
	struct bind_list lines = { .count = 0 };
	struct line line;
	size_t met = 0, judged = 0;

	BIND_EACH(const struct hypothesis, hypothesis, &log->hypotheses) {
		line = line_of(method, hypothesis, &all);
		bind_add(method->bind, &lines, line);
		if (hypothesis->last == NULL)
			continue;
		met += hypothesis->last->judged == MET;
		judged += hypothesis->last->judged != NOT_COMPARED;
	}
	if (judged > 0)
		all.met.text =
		    arena_format(method->arena, "%zu/%zu", met, judged);
	if (log->hypotheses.count > 1)
		bind_add(method->bind, &lines, all);
	method_table(method, T_OVERVIEW, line_rows, sizeof(line), &lines);
}

void
journal_render(struct method *method, const struct log *log)
{
	if (log->hypotheses.count == 0)
		return;
	report_section(method->report, T_LOG);
	BIND_EACH(const struct hypothesis, hypothesis, &log->hypotheses)
		render_one(method, hypothesis);
	render_overview(method, log);
}
