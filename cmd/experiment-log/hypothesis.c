/*
 * hypothesis: which observations, tests and results one has, whether its
 * threshold is met, and what is to be checked.
 */
#include <stdlib.h>
#include <string.h>

#include "experiment.h"
#include "sheet/refer.h"
#include "text/words.h"
#include "value/period.h"
#include "value/spelled.h"
#include "value/threshold.h"
#include "value/unit.h"

const char *
hypothesis_name(struct method *method, const struct hypothesis *hypothesis)
{
	return *hypothesis->id.text
	    ? md_words(method->arena, hypothesis->id.text)
	    : *hypothesis->text.text      ? hypothesis->text.text
	    : *hypothesis->condition.text ? hypothesis->condition.text
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

/* Whether a threshold is a number that does not say whether to reach it or to
 * stay below. */
static bool
is_bare(struct method *method, const char *threshold, struct threshold *wanted)
{
	return threshold_reading(method_plain(method, threshold),
		   method->bind->words, wanted) == SURE_ABOUT &&
	    wanted->has_low && !wanted->has_high;
}

/* Whether a value could be a share of one where the threshold is in per cent:
 * 0.85 and 80 %. */
static bool
is_of_one(const char *unit, int64_t value, const char *wanted)
{
	return *unit == '\0' && *wanted == '%' && value != 0 &&
	    llabs(value) <= 1000;
}

/* Whether a value meets the threshold, by the numbers in them; a bare number is
 * met by itself alone, for sure.  A value without a unit is in that of the
 * measure. */
static enum met
compare(struct method *method, const struct hypothesis *hypothesis,
    const char *value)
{
	const char *threshold = hypothesis->threshold.text;
	const char *measure = method_plain(method, hypothesis->measure.text);
	const char *unit = unit_of(method_plain(method, value));
	const char *in = unit_of(method_plain(method, threshold));
	struct threshold wanted;
	int64_t measured;

	if (unit_differs(*unit == '\0' && unit_measures(measure) ? measure
								 : unit,
		in))
		return NOT_COMPARED;
	if (threshold_value(method_plain(method, value), method->bind->words,
		&measured) != SURE_EXACT ||
	    threshold_reading(method_plain(method, threshold),
		method->bind->words, &wanted) < SURE_ABOUT ||
	    is_of_one(unit, measured, in))
		return NOT_COMPARED;
	if (measured != wanted.low && is_bare(method, threshold, &wanted))
		return NOT_COMPARED;
	return threshold_is_met(&wanted, measured) ? MET : MISSED;
}

static void
resolve_result(struct method *method, struct hypothesis *hypothesis,
    struct result *result)
{
	const struct result *last = hypothesis->last;

	bind_add(method->bind, &hypothesis->results, result);
	if (result->met.given)
		result->judged = result->met.yes ? MET : MISSED;
	else if (!result->met.as_typed)
		result->judged =
		    compare(method, hypothesis, result->value.text);
	if (last == NULL || !result->date.given || !last->date.given ||
	    date_day(result->date.date) >= date_day(last->date.date))
		hypothesis->last = result;
}

static void
count_days(struct test *test)
{
	long days = date_day(test->end.date) - date_day(test->start.date) + 1;

	if (test->start.given && test->end.given && days > 0)
		test->days = method_count(days);
}

void
hypothesis_resolve(struct method *method, struct log *log)
{
	struct refer observations = REFER_TO(method->bind, T_OBSERVATIONS,
	    &log->observations, observation);
	struct refer hypotheses = REFER_TO(method->bind, T_HYPOTHESES,
	    &log->hypotheses, hypothesis, .unknown = M_EXPERIMENT_UNKNOWN);
	struct hypothesis *hypothesis;

	BIND_EACH(struct hypothesis, each, &log->hypotheses)
		each->observations = refer_each(&observations, &each->from);
	BIND_EACH(struct test, test, &log->tests) {
		count_days(test);
		hypothesis = find_hypothesis(method, log, &hypotheses,
		    &test->hypothesis, bind_item_place(test_rows + 1, test));
		if (hypothesis != NULL)
			bind_add(method->bind, &hypothesis->tests, test);
	}
	BIND_EACH(struct result, result, &log->results) {
		hypothesis = find_hypothesis(method, log, &hypotheses,
		    &result->hypothesis,
		    bind_item_place(result_rows + 1, result));
		if (hypothesis != NULL)
			resolve_result(method, hypothesis, result);
	}
}

/* Whether a name says that it is one of users, or holds all the words of one, or
 * no other but how many: "six voyageurs" of "voyageurs", or of "voyageurs du
 * matin". */
static bool
is_user(struct method *method, const struct log *log, const char *name)
{
	const char *plain = method_plain(method, name);
	struct words words = words_of(method->arena, plain), own;
	size_t named = words.count - spelled_leads(plain), shared, i;

	for (i = 0; i < words.count; i++) {
		if (term_is(words.at[i], T_USERS))
			return !term_denies(name);
		named -= strspn(words.at[i], "0123456789") > 0;
	}
	BIND_EACH(const struct bind_text, user, &log->users) {
		own = words_of(method->arena, method_plain(method, user->text));
		shared = words_shared(&own, &words);
		if (term_same(name, user->text) ||
		    (shared > 0 && (shared == own.count || shared == named)))
			return true;
	}
	return false;
}

static bool
has_user(struct method *method, const struct log *log, const struct test *test)
{
	struct bind_list names = { .count = 0 };

	bind_split_names(method->bind, test->who.text, test->who.pos, &names);
	BIND_EACH(const struct bind_text, name, &names)
		if (is_user(method, log, name->text))
			return true;
	return false;
}

static void
find_test(struct method *method, const struct log *log, const char *name,
    const struct test *test)
{
	struct pos pos = bind_item_place(test_rows + 1, test);
	struct date told;

	if (*test->who.text == '\0')
		method_find(method, pos, M_EXPERIMENT_NOBODY, name);
	else if (log->users.count > 0 && !has_user(method, log, test))
		method_find(method, test->who.pos, M_EXPERIMENT_NO_USER, name,
		    method_plain(method, test->who.text));
	if (!test->end.given &&
	    !period_end_within(method_plain(method, test->text.text), &told))
		method_find(method, pos, M_EXPERIMENT_NO_STOP, name);
	else if (test->end.given && test->start.given && !test->days.given)
		method_find(method, test->end.pos, M_EXPERIMENT_BACKWARDS, name,
		    method_date(method, test->end.date),
		    method_date(method, test->start.date));
}

/* A figure and its day, as a finding has them. */
static const char *
dated(struct method *method, const struct bind_text *figure,
    const struct bind_date *date)
{
	const char *plain = method_plain(method, figure->text);
	const char *day = method_date(method, date->date);

	return *plain ? method_text(method, M_EXPERIMENT_AT, plain, day) : day;
}

/* A threshold is worth something if it stood before the result. */
static void
find_late_threshold(struct method *method, const struct hypothesis *hypothesis,
    const char *name, const struct result *result)
{
	if (!hypothesis->set_on.given || !result->date.given ||
	    date_day(hypothesis->set_on.date) <= date_day(result->date.date))
		return;
	method_find(method, hypothesis->set_on.pos, M_EXPERIMENT_LATE_THRESHOLD,
	    name, dated(method, &hypothesis->threshold, &hypothesis->set_on),
	    dated(method, &result->value, &result->date));
}

static void
find_result(struct method *method, const struct hypothesis *hypothesis,
    const char *name)
{
	struct threshold wanted;
	const struct result *last = hypothesis->last;
	const char *threshold =
	    method_plain(method, hypothesis->threshold.text);
	const char *value = method_plain(method, last->value.text);
	enum met met = compare(method, hypothesis, last->value.text);

	if (*threshold != '\0' && !hypothesis->set_on.given)
		method_find(method, hypothesis->threshold.pos,
		    M_EXPERIMENT_UNDATED, name, threshold);
	if (last->judged == NOT_COMPARED && *value != '\0' &&
	    *threshold != '\0')
		method_find(method, last->value.pos,
		    is_bare(method, threshold, &wanted)
			? M_EXPERIMENT_BARE
			: M_EXPERIMENT_UNCOMPARED,
		    name, value, threshold);
	else if (met != NOT_COMPARED && met != last->judged)
		method_find(method, last->met.pos, M_EXPERIMENT_DISAGREES, name,
		    method_word(method,
			last->judged == MET ? T_EXPERIMENT_MET
					    : T_EXPERIMENT_MISSED),
		    value, threshold);
	if (!last->decision.given)
		method_find(method, bind_item_place(result_rows + 1, last),
		    M_EXPERIMENT_UNDECIDED, name,
		    *value ? value : method_word(method, T_NOTHING));
}

/* A test that is over and gave nothing. */
static void
find_overdue(struct method *method, const struct hypothesis *hypothesis,
    const char *name)
{
	BIND_EACH(const struct test *const, test, &hypothesis->tests)
		if (method_is_past(method, &(*test)->end))
			method_find(method, (*test)->end.pos,
			    M_EXPERIMENT_OVERDUE, name,
			    method_date(method, (*test)->end.date));
}

/* A sentence of its own, or if and then. */
static void
find_words(struct method *method, const struct hypothesis *hypothesis,
    const char *name)
{
	bool condition = *hypothesis->condition.text != '\0';
	enum term lacks = condition && *hypothesis->outcome.text == '\0'
	    ? T_THEN
	    : !condition && *hypothesis->text.text == '\0' ? T_IF
							   : T_NONE;

	if (lacks != T_NONE)
		method_find(method,
		    bind_item_place(hypothesis_rows, hypothesis), M_LACKS, name,
		    method_word(method, lacks));
}

void
hypothesis_find(struct method *method, const struct log *log)
{
	const struct test *test = log->tests.at;
	const char *name;
	size_t i;

	BIND_EACH(const struct hypothesis, hypothesis, &log->hypotheses) {
		name =
		    method_plain(method, hypothesis_name(method, hypothesis));
		find_words(method, hypothesis, name);
		BIND_EACH(const struct test *const, one, &hypothesis->tests)
			find_test(method, log, name, *one);
		BIND_EACH(const struct result *const, result,
		    &hypothesis->results)
			find_late_threshold(method, hypothesis, name, *result);
		if (hypothesis->last != NULL)
			find_result(method, hypothesis, name);
		else
			find_overdue(method, hypothesis, name);
	}
	/* who the users are is for the sheet to say */
	for (i = 0; i < log->tests.count && *test[i].who.text == '\0';)
		i++;
	if (log->users.count == 0 && i < log->tests.count)
		method_find(method, test[i].who.pos, M_EXPERIMENT_WHO_USERS);
}
