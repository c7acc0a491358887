/*
 * resolve: which observations, tests and results a hypothesis has, and whether
 * its threshold is met.
 */
#include <string.h>

#include "base/arena.h"
#include "experiment.h"
#include "sheet/refer.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"

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
	struct test *test = log->tests.at;
	const struct result *result = log->results.at;
	size_t i;

	for (i = 0; i < log->hypotheses.count; i++)
		hypothesis[i].observations =
		    refer_each(&observations, &hypothesis[i].from);
	for (i = 0; i < log->tests.count; i++) {
		count_days(&test[i]);
		hypothesis = find_hypothesis(method, log, &hypotheses,
		    &test[i].hypothesis, test_place(&test[i]));
		if (hypothesis != NULL)
			put_pointer(method, &hypothesis->tests, &test[i]);
	}
	for (i = 0; i < log->results.count; i++) {
		hypothesis = find_hypothesis(method, log, &hypotheses,
		    &result[i].hypothesis, result_place(&result[i]));
		if (hypothesis != NULL)
			resolve_result(method, hypothesis, &result[i]);
	}
}

/* The first number in a text. */
static bool
find_number(struct method *method, const char *text, int64_t *thousandths)
{
	enum { LONGEST = 32 };
	const char *plain = method_plain(method, text), *at;
	size_t n;

	at = plain + strcspn(plain, "0123456789");
	if (*at == '\0')
		return false;
	if (at > plain && at[-1] == '-')
		at--;
	n = strspn(at, "-0123456789.,  \xc2\xa0\xe2\x80\xaf");
	for (n = n < LONGEST ? n : LONGEST; n > 0; n--)
		if (uni_check(at, n) == n &&
		    number_read(arena_copy(method->arena, at, n), thousandths))
			return true;
	return false;
}

/* Whether a folded text has one of the phrases that bars part. */
static bool
has_phrase(struct method *method, enum term list, const char *folded)
{
	static const enum lang langs[] = { LANG_FR, LANG_EN };
	const char *phrases;
	size_t i, n;

	for (i = 0; i < 2; i++) {
		phrases = term_name(list, langs[i]) + 1;
		for (; (n = strcspn(phrases, "|")) > 0; phrases += n + 1)
			if (strstr(folded,
				arena_copy(method->arena, phrases, n)) != NULL)
				return true;
	}
	return false;
}

enum met
compare(struct method *method, const char *value, const char *threshold)
{
	const char *folded =
	    uni_fold(method->arena, method_plain(method, threshold));
	int64_t measured, wanted;
	bool met;

	if (!find_number(method, value, &measured) ||
	    !find_number(method, threshold, &wanted))
		return NOT_COMPARED;
	if (has_phrase(method, T_EXPERIMENT_AT_LEAST, folded))
		met = measured >= wanted;
	else if (has_phrase(method, T_EXPERIMENT_AT_MOST, folded))
		met = measured <= wanted;
	else if (has_phrase(method, T_EXPERIMENT_BELOW, folded))
		met = measured < wanted;
	else if (has_phrase(method, T_EXPERIMENT_ABOVE, folded))
		met = measured > wanted;
	else
		met = measured >= wanted;
	return met ? MET : MISSED;
}
