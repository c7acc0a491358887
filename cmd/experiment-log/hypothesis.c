/*
 * hypothesis: which observations, tests and results one has, and whether its
 * threshold is met.
 */
#include <string.h>

#include "base/arena.h"
#include "experiment.h"
#include "sheet/refer.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/threshold.h"

static const char *
join(struct method *method, const char *left, const char *part,
    const char *right)
{
	if (*left == '\0' || *right == '\0')
		return *left ? left : right;
	return arena_format(method->arena, "%s%s%s", left, part, right);
}

const char *
hypothesis_text(struct method *method, const struct hypothesis *hypothesis)
{
	const struct bind_text *parts[] = { &hypothesis->condition,
		&hypothesis->outcome, &hypothesis->reason };
	static const enum term messages[] = { M_EXPERIMENT_IF,
		M_EXPERIMENT_THEN, M_EXPERIMENT_BECAUSE };
	const char *text = "";
	size_t i;

	for (i = 0; i < 3; i++)
		if (*parts[i]->text != '\0')
			text = join(method, text, ", ",
			    method_text(method, messages[i], parts[i]->text));
	return join(method, hypothesis->text.text, method_word(method, T_COLON),
	    text);
}

const char *
hypothesis_name(struct method *method, const struct hypothesis *hypothesis)
{
	if (*hypothesis->id.text != '\0')
		return md_words(method->arena, hypothesis->id.text);
	if (*hypothesis->text.text != '\0')
		return hypothesis->text.text;
	return *hypothesis->condition.text ? hypothesis->condition.text
					   : method_word(method, T_NOTHING);
}

/* The hypothesis that a test or a result names, or the only one there is. */
static struct hypothesis *
find_hypothesis(struct method *method, const struct log *log,
    struct refer *refer, const struct bind_text *name, struct pos pos)
{
	if (*name->text != '\0')
		return refer_find(refer, name);
	if (log->hypotheses.count == 1)
		return log->hypotheses.at;
	bind_fault(method->bind, pos, M_MISSING_KEY,
	    method_word(method, T_HYPOTHESIS));
	return NULL;
}

static void
put_pointer(struct method *method, struct bind_list *list, const void *at)
{
	*(const void **)bind_append(method->bind, list, sizeof(at)) = at;
}

struct pos
test_place(const struct test *test)
{
	const struct bind_text *texts[] = { &test->text, &test->where,
		&test->who, &test->scale, &test->duration };
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (texts[i]->given)
			return texts[i]->pos;
	return test->start.given ? test->start.pos
	    : test->end.given    ? test->end.pos
				 : test->cost.pos;
}

struct pos
result_place(const struct result *result)
{
	if (result->value.given)
		return result->value.pos;
	if (result->learned.given)
		return result->learned.pos;
	return result->date.given ? result->date.pos
	    : result->met.given   ? result->met.pos
				  : result->decision.pos;
}

static bool
is_earlier(const struct result *result, const struct result *than)
{
	return than != NULL && result->date.given && than->date.given &&
	    date_day(result->date.date) < date_day(than->date.date);
}

enum met
judge(struct method *method, const struct hypothesis *hypothesis,
    const struct result *result)
{
	if (result->met.given)
		return result->met.yes ? MET : MISSED;
	if (result->met.as_typed)
		return NOT_COMPARED;
	return compare(method, result->value.text, hypothesis->threshold.text);
}

static void
resolve_result(struct method *method, struct hypothesis *hypothesis,
    const struct result *result)
{
	put_pointer(method, &hypothesis->results, result);
	if (is_earlier(result, hypothesis->last))
		return;
	hypothesis->last = result;
	hypothesis->met = judge(method, hypothesis, result);
}

static void
count_days(struct test *test)
{
	long days = date_day(test->end.date) - date_day(test->start.date) + 1;

	if (test->start.given && test->end.given && days > 0)
		test->days = method_figure(1000 * days);
}

void
resolve(struct method *method, struct log *log)
{
	struct refer observations = REFER_TO(method->bind, T_OBSERVATIONS,
	    &log->observations, observation);
	struct refer hypotheses = REFER_TO(method->bind, T_HYPOTHESES,
	    &log->hypotheses, hypothesis, .unknown = M_EXPERIMENT_UNKNOWN);
	struct hypothesis *hypothesis = log->hypotheses.at;
	size_t i;

	for (i = 0; i < log->hypotheses.count; i++)
		hypothesis[i].observations =
		    refer_each(&observations, &hypothesis[i].from);
	BIND_EACH(struct test, test, &log->tests) {
		count_days(test);
		hypothesis = find_hypothesis(method, log, &hypotheses,
		    &test->hypothesis, test_place(test));
		if (hypothesis != NULL)
			put_pointer(method, &hypothesis->tests, test);
	}
	BIND_EACH(const struct result, result, &log->results) {
		hypothesis = find_hypothesis(method, log, &hypotheses,
		    &result->hypothesis, result_place(result));
		if (hypothesis != NULL)
			resolve_result(method, hypothesis, result);
	}
}

enum met
compare(struct method *method, const char *value, const char *threshold)
{
	struct threshold wanted;
	int64_t measured;

	if (threshold_value(method_plain(method, value), method->bind->words,
		&measured) != SURE_EXACT ||
	    threshold_reading(method_plain(method, threshold),
		method->bind->words, &wanted) < SURE_ABOUT)
		return NOT_COMPARED;
	return threshold_is_met(&wanted, measured) ? MET : MISSED;
}
