/*
 * value: what the cell of an option says.
 */
#include <stdint.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"

enum { MAX_NUMBER = 1000000 };

const struct value value_yes = { "x", VOTE_YES, 1 };
const struct value value_no = { "", VOTE_NO, 0 };

static enum vote
read_word(const char *text, enum lang *lang)
{
	static const enum term maybe = T_ANSWER_MAYBE,
			       words[] = { T_YES, T_ANSWER_OK, T_NO,
				       T_ANSWER_NOT_OK, T_ANSWER_NONE };
	enum term found;

	/* "(OK)" is not OK: brackets would be dress */
	if (term_find(text, &maybe, 1, lang) != T_NONE)
		return VOTE_MAYBE;
	found = term_find(text, words, sizeof(words) / sizeof(words[0]), lang);
	return found == T_YES || found == T_ANSWER_OK   ? VOTE_YES
	    : found == T_NO || found == T_ANSWER_NOT_OK ? VOTE_NO
	    : found == T_ANSWER_NONE                    ? VOTE_BLANK
							: VOTE_DOUBT;
}

/* A number, or what a hand draws for one. */
static void
read_number(const struct sheet *sheet, struct value *value)
{
	int64_t thousandths;
	uint64_t drawn;

	if (number_read(value->text, &thousandths)) {
		value->vote = VOTE_NUMBER;
		if (thousandths % 1000 == 0 && thousandths >= 0 &&
		    thousandths / 1000 <= MAX_NUMBER)
			value->number = (long)(thousandths / 1000);
	} else if (marks_read_drawn(value->text, &drawn) &&
	    drawn <= MAX_NUMBER) {
		value->vote = VOTE_NUMBER;
		value->number = (long)drawn;
	}
	if (value->number == 0 || (sheet->meeting && value->number == 0))
		value->vote = VOTE_NO;
	else if (sheet->meeting && value->number == 1)
		value->vote = VOTE_MAYBE;
	else if (sheet->meeting && value->number == 2)
		value->vote = VOTE_YES;
}

const struct value *
value_read(struct sheet *sheet, const char *text)
{
	struct arena *arena = sheet->import->arena;
	struct dict_entry *entry = dict_find(&sheet->values, text);
	enum lang lang = LANG_NONE;
	struct value *value;

	if (entry != NULL)
		return entry->value;
	entry = dict_enter(&sheet->values, arena_string(arena, text));
	value = entry->value = arena_alloc(arena, sizeof(*value));
	value->text = uni_line(arena, text);
	value->number = -1;
	if (*value->text != '\0')
		value->vote = read_word(value->text, &lang);
	sheet->import->votes[lang]++;
	if (value->vote == VOTE_DOUBT && !sheet->format->answers)
		read_number(sheet, value);
	return value;
}
