/*
 * judge: whether a letter is justified, and what is to be talked over.
 */
#include <string.h>

#include "objective.h"
#include "text/uni.h"
#include "text/words.h"
#include "value/period.h"

/* Thousandths of words in common; findings of one kind that are told one by
 * one. */
enum { COPY = 800, FEW = 3 };

const char *
objective_name(struct method *method, const struct objective *objective)
{
	return *objective->id.text ? md_words(method->arena, objective->id.text)
				   : objective->text.text;
}

/* The next run of letters and digits of a text, or NULL at its end; breaks:
 * whether a mark that ends a clause stands in front of it. */
static const char *
next_word(struct arena *arena, const char **at, bool *breaks)
{
	const char *start = *at, *end = *at;
	int32_t c;

	*breaks = false;
	while ((c = uni_next(&end)) != 0 && !uni_is_word(c)) {
		*breaks = *breaks ||
		    (c < 0x80 ? strchr(",;:.!?()/", (int)c) != NULL
			      : c == 0x2013 || c == 0x2014 || c == 0x2026);
		start = end;
	}
	if (c == 0)
		return NULL;
	*at = end;
	while ((c = uni_next(&end)) != 0 && uni_is_word(c))
		*at = end;
	return arena_until(arena, start, *at);
}

/* The vague verb that opens a clause of a text, or NULL. */
static const char *
find_vague(struct method *method, const char *text)
{
	const char *at = method_plain(method, text), *word;
	bool opens = true, breaks;

	while ((word = next_word(method->arena, &at, &breaks)) != NULL) {
		opens = opens || breaks;
		if (opens && term_lists(T_OBJECTIVE_VAGUE_VERBS, word))
			return word;
		/* "to" opens nothing by itself: "meet to improve" */
		opens = term_lists(T_JOINERS, word) ||
		    (opens && term_lists(T_OBJECTIVE_OPENERS, word));
	}
	return NULL;
}

/* Whether a text has a number, in figures or in words. */
static bool
has_number(struct method *method, const char *text)
{
	const char *plain = method_plain(method, text);
	size_t n;

	return strpbrk(plain, "0123456789") != NULL ||
	    term_phrase(T_OBJECTIVE_NUMBERS, uni_fold(method->arena, plain),
		&n) != NULL;
}

static bool
is_copy(struct method *method, const char *text, const char *of)
{
	const char *one = method_plain(method, text);
	const char *two = method_plain(method, of);
	struct words a = words_of(method->arena, one);
	struct words b = words_of(method->arena, two);

	return term_same(one, two) ||
	    (a.count > 0 && words_similarity(&a, &b) >= COPY);
}

#define find_about(method, objective, ...)                                     \
	method_find(method, (objective)->text.pos, NOTE_FIRST(__VA_ARGS__, 0), \
	    method_plain(method, objective_name(method, objective)),           \
	    NOTE_REST(__VA_ARGS__, NULL))

static bool
is_written(struct bind_text text)
{
	return text.text != NULL && *text.text != '\0';
}

/* A figure, in what is counted, in its justification or in the text itself. */
static enum verdict
judge_measure(struct method *method, const struct objective *objective,
    struct bind_text why)
{
	const struct bind_text texts[] = { objective->text, why,
		objective->indicator, objective->base, objective->target };
	bool number = false, written = false;
	const char *result;
	size_t place = 0;

	while ((result = result_next(method, objective, &place)) != NULL) {
		number = number || has_number(method, result);
		written = true;
	}

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (!is_written(texts[i]))
			continue;
		number = number || has_number(method, texts[i].text);
		written = written || i > 0;
	}
	if (!number)
		find_about(method, objective, M_OBJECTIVE_NO_NUMBER);
	if (!written)
		return NOTHING;
	return number ? JUSTIFIED : DOUBTFUL;
}

/* The last day that a text tells, or else the latest that the results do. */
static bool
find_end(struct method *method, const struct objective *objective,
    const char *text, struct date *last)
{
	bool found = period_end_within(method_plain(method, text), last);
	const char *result;
	size_t place = 0;
	struct date end;

	while (
	    !found && (result = result_next(method, objective, &place)) != NULL)
		found = period_end_within(result, last);
	while (found && place > 0 &&
	    (result = result_next(method, objective, &place)) != NULL)
		if (period_end_within(result, &end) &&
		    date_day(end) > date_day(*last))
			*last = end;
	return found;
}

/* When it is to be reached: as its due date or its justification says, or else
 * its own text or its results. */
static enum verdict
judge_time(struct method *method, const struct objective *objective,
    struct bind_text why)
{
	const char *due =
	    is_written(objective->due) ? objective->due.text : why.text;
	struct date last;

	if (!find_end(method, objective,
		due != NULL ? due : objective->text.text, &last)) {
		if (is_written(objective->due))
			find_about(method, objective, M_OBJECTIVE_HALF_DATE,
			    method_plain(method, due));
		else
			find_about(method, objective, M_OBJECTIVE_NO_DATE);
		return due != NULL ? DOUBTFUL : NOTHING;
	}
	if (method->today.given &&
	    date_day(last) < date_day(method->today.date)) {
		find_about(method, objective, M_OBJECTIVE_PAST,
		    method_date(method, last));
		return DOUBTFUL;
	}
	return JUSTIFIED;
}

static enum verdict
judge_people(struct method *method, const struct objective *objective,
    struct bind_text why)
{
	if (is_written(objective->beneficiaries) || why.text != NULL)
		return JUSTIFIED;
	find_about(method, objective, M_OBJECTIVE_NO_BENEFICIARY);
	return NOTHING;
}

/* told: a finding says already that there is nothing. */
static enum verdict
judge_letter(struct method *method, const struct objective *objective,
    const struct letter *letter, struct bind_text why, bool *told)
{
	size_t before = method->findings.count;
	enum verdict verdict = why.text != NULL ? JUSTIFIED : NOTHING;

	if (letter->term == T_MEASURABLE)
		verdict = judge_measure(method, objective, why);
	else if (letter->term == T_TIME_BOUND)
		verdict = judge_time(method, objective, why);
	else if (letter->term == T_INDIVIDUALISED ||
	    letter->term == T_INCLUSIVE)
		verdict = judge_people(method, objective, why);
	*told = method->findings.count > before;
	if (why.text != NULL &&
	    is_copy(method, why.text, objective->text.text)) {
		find_about(method, objective, M_OBJECTIVE_COPY,
		    method_plain(method, letter->word));
		return DOUBTFUL;
	}
	return verdict;
}

static void
judge_objective(struct method *method, const struct acronym *acronym, bool bare,
    struct objective *objective)
{
	const char *vague = find_vague(method, objective->text.text);
	const struct letter *letter = acronym->letters;
	const char *empty = "";
	bool told;

	if (*objective_name(method, objective) == '\0')
		return;
	if (vague != NULL)
		find_about(method, objective, M_OBJECTIVE_VAGUE, vague);
	for (size_t i = 0; i < acronym->scored; i++) {
		objective->verdicts[i] = judge_letter(method, objective,
		    &letter[i], objective->why[i], &told);
		if (objective->verdicts[i] == NOTHING && !told)
			empty = method_listed(method, empty,
			    method_plain(method, letter[i].word));
	}
	if (*empty != '\0' && !bare)
		find_about(method, objective, M_OBJECTIVE_NOTHING, empty);
}

/* Whether a sheet puts its objectives to no grid: it names none, and writes
 * nothing for a letter. */
static bool
is_bare(const struct sheet *sheet)
{
	if (sheet->acronym.given || sheet->acronym.name != T_SMARTIES)
		return false;
	BIND_EACH(const struct objective, objective, &sheet->objectives)
		for (size_t i = 0; i < sheet->acronym.count; i++)
			if (objective->why[i].text != NULL)
				return false;
	return true;
}

void
judge(struct method *method, struct sheet *sheet)
{
	bool bare = is_bare(sheet);

	if (bare && sheet->objectives.count > 0)
		method_find(method, sheet->objectives.pos, M_OBJECTIVE_BARE,
		    method_word(method, sheet->acronym.name));
	BIND_EACH(struct objective, objective, &sheet->objectives)
		judge_objective(method, &sheet->acronym, bare, objective);
	method_gather(method, FEW, M_OBJECTIVE_NO_NUMBER,
	    M_OBJECTIVE_NO_NUMBER_MANY);
	method_gather(method, bare ? 1 : FEW, M_OBJECTIVE_NO_DATE,
	    M_OBJECTIVE_NO_DATE_MANY);
	method_gather(method, bare ? 0 : FEW, M_OBJECTIVE_NO_BENEFICIARY,
	    M_OBJECTIVE_NO_BENEFICIARY_MANY);
}
