/*
 * value: what a cell says.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_NUMBER = 1000000 };

/* Bars and dots, as a hand draws them. */
static bool
is_marks(const char *text)
{
	if (strncmp(text, "●", 3) != 0 && *text != '|')
		return false;
	while (*text != '\0') {
		if (*text == '|' || *text == ' ' || *text == '/')
			text++;
		else if (strncmp(text, "●", 3) == 0)
			text += 3;
		else
			return false;
	}
	return true;
}

static enum vote
read_word(const char *text, enum lang *lang)
{
	static const enum term maybe = T_ANSWER_MAYBE,
			       words[] = { T_YES, T_NO, T_ANSWER_MAYBE,
				       T_ANSWER_NONE, T_ANSWER_OK,
				       T_ANSWER_NOT_OK };
	enum term found;

	/* "(OK)" is not OK: brackets would be dress */
	found = term_find(text, &maybe, 1, lang);
	if (found == T_NONE)
		found = term_find(text, words, 6, lang);
	return found == T_YES          ? VOTE_YES
	    : found == T_ANSWER_OK     ? VOTE_YES
	    : found == T_NO            ? VOTE_NO
	    : found == T_ANSWER_NOT_OK ? VOTE_NO
	    : found == T_ANSWER_MAYBE  ? VOTE_MAYBE
	    : found == T_ANSWER_NONE   ? VOTE_BLANK
				       : VOTE_DOUBT;
}

static void
read_number(const struct import *import, const struct plan *plan,
    struct value *value, int64_t thousandths)
{
	value->vote = VOTE_NUMBER;
	value->number = -1;
	if (thousandths % 1000 == 0 && thousandths >= 0 &&
	    thousandths / 1000 <= MAX_NUMBER)
		value->number = (long)(thousandths / 1000);
	if (plan->meeting && value->number >= 0 && value->number <= 2)
		value->vote = value->number == 2 ? VOTE_YES
		    : value->number == 1         ? VOTE_MAYBE
						 : VOTE_NO;
	else if (import->options->as_ranks && value->number >= 0)
		value->vote = value->number == 1 ? VOTE_YES : VOTE_NO;
	else if (value->number == 0)
		value->vote = VOTE_NO;
}

const struct value *
value_read(struct import *import, const struct plan *plan, const char *text)
{
	struct dict_entry *entry = dict_find(&import->values, text);
	struct value *value;
	int64_t thousandths;

	if (entry != NULL)
		return entry->value;
	entry = dict_enter(&import->values, arena_string(import->arena, text));
	value = entry->value = arena_alloc(import->arena, sizeof(*value));
	value->text = uni_line(import->arena, text);
	value->number = -1;
	if (*value->text == '\0')
		value->vote = VOTE_BLANK;
	else
		value->vote = read_word(value->text, &value->lang);
	if (value->vote != VOTE_DOUBT)
		import->votes[value->lang]++;
	else if (!plan->format->answers &&
	    number_read(value->text, &thousandths))
		read_number(import, plan, value, thousandths);
	else if (!plan->format->answers && is_marks(value->text))
		value->vote = VOTE_NUMBER;
	return value;
}
