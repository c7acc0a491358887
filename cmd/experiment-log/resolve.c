/*
 * resolve: which observations, tests and results a hypothesis has, and whether
 * its threshold is met.
 */
#include <string.h>

#include "base/arena.h"
#include "experiment.h"
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

/* Whether a name is that whole text. */
static bool
has_text(struct method *method, const char *text, const char *name)
{
	return *text != '\0' && term_same(method_plain(method, text), name);
}

/* Whether a thing has that label, or that whole text. */
static bool
is_named(struct method *method, const struct bind_text *id, const char *text,
    const char *name)
{
	return (*id->text != '\0' && strcmp(id->text, name) == 0) ||
	    has_text(method, text, name);
}

/* The hypothesis without label that "H2" or "2" counts to, now so labelled. */
static struct hypothesis *
find_place(const struct log *log, const struct bind_text *name)
{
	enum { MAX_DIGITS = 4 };
	struct hypothesis *hypothesis = log->hypotheses.at;
	const char *digits = name->text + (strchr("Hh", *name->text) != NULL);
	size_t n = strspn(digits, "0123456789"), place = 0, i;

	if (n == 0 || n > MAX_DIGITS || digits[n] != '\0')
		return NULL;
	for (i = 0; i < n; i++)
		place = 10 * place + (size_t)(digits[i] - '0');
	if (place == 0 || place > log->hypotheses.count ||
	    *hypothesis[place - 1].id.text != '\0')
		return NULL;
	hypothesis[place - 1].id = *name;
	return &hypothesis[place - 1];
}

/* What hypotheses are called, for a fault. */
static const char *
all_names(struct method *method, const struct log *log)
{
	struct hypothesis *hypothesis = log->hypotheses.at;
	const char *names = "";
	size_t i;

	for (i = 0; i < log->hypotheses.count; i++)
		names = join(method, names, ", ",
		    method_plain(method,
			hypothesis_name(method, &hypothesis[i])));
	return names;
}

/* The hypothesis that a test or a result names, or the only one there is. */
static struct hypothesis *
find_hypothesis(struct method *method, const struct log *log,
    const struct bind_text *name, struct pos pos)
{
	struct hypothesis *hypothesis = log->hypotheses.at;
	size_t i;

	if (*name->text == '\0' && log->hypotheses.count == 1)
		return hypothesis;
	if (*name->text == '\0') {
		bind_fault(method->bind, pos, M_MISSING_KEY,
		    method_word(method, T_HYPOTHESIS));
		return NULL;
	}
	for (i = 0; i < log->hypotheses.count; i++)
		if (strcmp(hypothesis[i].id.text, name->text) == 0)
			return &hypothesis[i];
	for (i = 0; i < log->hypotheses.count; i++)
		if (has_text(method, hypothesis[i].text.text, name->text) ||
		    has_text(method, hypothesis[i].condition.text, name->text))
			return &hypothesis[i];
	hypothesis = find_place(log, name);
	if (hypothesis == NULL)
		bind_fault(method->bind, name->pos, M_EXPERIMENT_UNKNOWN,
		    name->text, all_names(method, log));
	return hypothesis;
}

static void
put_pointer(struct method *method, struct bind_list *list, const void *at)
{
	*(const void **)bind_append(method->bind, list, sizeof(at)) = at;
}

static void
resolve_from(struct method *method, const struct log *log,
    struct hypothesis *hypothesis)
{
	const struct observation *observation = log->observations.at;
	const struct bind_text *name = hypothesis->from.at;
	size_t i, j;

	for (i = 0; i < hypothesis->from.count; i++) {
		for (j = 0; j < log->observations.count; j++)
			if (is_named(method, &observation[j].id,
				observation[j].text.text,
				method_plain(method, name[i].text)))
				break;
		if (j < log->observations.count)
			put_pointer(method, &hypothesis->observations,
			    &observation[j]);
		else
			bind_fault(method->bind, name[i].pos,
			    M_EXPERIMENT_NO_OBSERVATION,
			    method_plain(method, name[i].text));
	}
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
	struct hypothesis *hypothesis = log->hypotheses.at;
	struct test *test = log->tests.at;
	const struct result *result = log->results.at;
	size_t i;

	for (i = 0; i < log->hypotheses.count; i++)
		resolve_from(method, log, &hypothesis[i]);
	for (i = 0; i < log->tests.count; i++) {
		count_days(&test[i]);
		hypothesis = find_hypothesis(method, log, &test[i].hypothesis,
		    test_place(&test[i]));
		if (hypothesis != NULL)
			put_pointer(method, &hypothesis->tests, &test[i]);
	}
	for (i = 0; i < log->results.count; i++) {
		hypothesis = find_hypothesis(method, log, &result[i].hypothesis,
		    result_place(&result[i]));
		if (hypothesis != NULL)
			resolve_result(method, hypothesis, &result[i]);
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
