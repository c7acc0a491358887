/*
 * find: what a log has one look at.
 */
#include <string.h>

#include "base/arena.h"
#include "experiment.h"
#include "text/uni.h"

/* Whether a name is that of a group of users: "six voyageurs". */
static bool
is_group(struct method *method, const char *name)
{
	const char *at = uni_fold(method->arena, method_plain(method, name));
	const char *start, *end;
	size_t n;
	int32_t c;

	for (; *at != '\0'; at = end) {
		for (start = end = at;
		     (c = uni_next(&end)) != 0 && uni_is_word(c);)
			at = end;
		n = (size_t)(at - start);
		if (n > 1 && strchr("sx", start[n - 1]) != NULL)
			n--;
		if (n > 0 &&
		    term_lists(T_EXPERIMENT_USERS,
			arena_copy(method->arena, start, n)))
			return true;
	}
	return false;
}

static struct bind_list
split(struct method *method, const struct bind_text *who)
{
	struct bind_list names = { .count = 0 };

	bind_split_names(method->bind, who->text, who->pos, &names);
	return names;
}

static void
name_each(struct method *method, const struct bind_list *names)
{

	BIND_EACH(const struct bind_text, name, names)
		if (!is_group(method, name->text))
			method_person(method, name->text);
}

void
name_people(struct method *method, const struct log *log)
{
	struct bind_list names;

	name_each(method, &log->users);
	BIND_EACH(const struct test, test, &log->tests) {
		names = split(method, &test->who);
		name_each(method, &names);
	}
}

static bool
has_user(struct method *method, const struct log *log, const struct test *test)
{
	const struct bind_text *name;
	struct bind_list names = split(method, &test->who);
	size_t i;

	for (i = 0; i < names.count; i++) {
		name = (const struct bind_text *)names.at + i;
		if (is_group(method, name->text))
			return true;
		BIND_EACH(const struct bind_text, user, &log->users)
			if (term_same(name->text, user->text))
				return true;
	}
	return false;
}

static void
find_test(struct method *method, const struct log *log, const char *name,
    const struct test *test)
{
	struct pos pos = test_place(test);

	if (*test->who.text == '\0')
		method_find(method, pos, M_EXPERIMENT_NOBODY, name);
	else if (!has_user(method, log, test))
		method_find(method, test->who.pos, M_EXPERIMENT_NO_USER, name,
		    method_plain(method, test->who.text));
	if (!test->end.given)
		method_find(method, pos, M_EXPERIMENT_NO_STOP, name);
	else if (test->start.given && !test->days.given)
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
	const struct result *last = hypothesis->last;
	const char *threshold =
	    method_plain(method, hypothesis->threshold.text);
	const char *value = method_plain(method, last->value.text);
	enum met met =
	    compare(method, last->value.text, hypothesis->threshold.text);

	if (*threshold != '\0' && !hypothesis->set_on.given)
		method_find(method, hypothesis->threshold.pos,
		    M_EXPERIMENT_UNDATED, name, threshold);
	if (hypothesis->met == NOT_COMPARED && *value != '\0' &&
	    *threshold != '\0')
		method_find(method, last->value.pos, M_EXPERIMENT_UNCOMPARED,
		    name, value, threshold);
	else if (met != NOT_COMPARED && met != hypothesis->met)
		method_find(method, last->met.pos, M_EXPERIMENT_DISAGREES, name,
		    method_word(method,
			hypothesis->met == MET ? T_EXPERIMENT_MET
					       : T_EXPERIMENT_MISSED),
		    value, threshold);
	if (!last->decision.given)
		method_find(method, result_place(last), M_EXPERIMENT_UNDECIDED,
		    name, *value ? value : method_word(method, T_NOTHING));
}

/* A test that is over and gave nothing. */
static void
find_overdue(struct method *method, const struct hypothesis *hypothesis,
    const char *name)
{
	const struct test *const *test = hypothesis->tests.at;
	size_t i;

	for (i = 0; i < hypothesis->tests.count; i++)
		if (method->today.given && test[i]->end.given &&
		    date_day(test[i]->end.date) < date_day(method->today.date))
			method_find(method, test[i]->end.pos,
			    M_EXPERIMENT_OVERDUE, name,
			    method_date(method, test[i]->end.date));
}

static struct pos
place_of(const struct hypothesis *hypothesis)
{
	if (hypothesis->id.given)
		return hypothesis->id.pos;
	if (hypothesis->text.given)
		return hypothesis->text.pos;
	if (hypothesis->condition.given)
		return hypothesis->condition.pos;
	return hypothesis->measure.given ? hypothesis->measure.pos
					 : hypothesis->threshold.pos;
}

/* A sentence of its own, or if and then. */
static void
find_words(struct method *method, const struct hypothesis *hypothesis,
    const char *name)
{
	bool condition = *hypothesis->condition.text != '\0';

	if (*hypothesis->text.text == '\0' && !condition)
		method_find(method, place_of(hypothesis), M_LACKS, name,
		    method_word(method, T_IF));
	if (condition && *hypothesis->outcome.text == '\0')
		method_find(method, place_of(hypothesis), M_LACKS, name,
		    method_word(method, T_THEN));
}

void
find(struct method *method, const struct log *log)
{
	const struct hypothesis *hypothesis = log->hypotheses.at;
	const struct test *const *test;
	const struct result *const *result;
	const char *name;
	size_t i, j;

	for (i = 0; i < log->hypotheses.count; i++, hypothesis++) {
		name =
		    method_plain(method, hypothesis_name(method, hypothesis));
		test = hypothesis->tests.at;
		result = hypothesis->results.at;
		find_words(method, hypothesis, name);
		for (j = 0; j < hypothesis->tests.count; j++)
			find_test(method, log, name, test[j]);
		for (j = 0; j < hypothesis->results.count; j++)
			find_late_threshold(method, hypothesis, name,
			    result[j]);
		if (hypothesis->last != NULL)
			find_result(method, hypothesis, name);
		else
			find_overdue(method, hypothesis, name);
	}
}
