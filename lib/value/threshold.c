#include "value/threshold.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/amount.h"
#include "value/digits.h"

enum { MAX_NUMBERS = 4 };

static const char figures[] = "0123456789";

/* How a number bounds what is measured. */
enum sense { SAYS_NOTHING, AT_LEAST, AT_MOST, ABOVE, BELOW, BETWEEN, OUT_OF };

static const enum term senses[] = { [AT_LEAST] = T_THRESHOLD_LEAST,
	[AT_MOST] = T_THRESHOLD_MOST,
	[ABOVE] = T_THRESHOLD_ABOVE,
	[BELOW] = T_THRESHOLD_BELOW,
	[BETWEEN] = T_THRESHOLD_BETWEEN,
	[OUT_OF] = T_THRESHOLD_OUT_OF };

/* A number of a text, and the words on both sides of it. */
struct found {
	int64_t value, times; /* that it was multiplied by: 1000 of "2 k€" */
	bool two;
	size_t start, end;
	enum sense sense;
};

struct reader {
	struct arena *arena;
	const char *text; /* folded */
	struct found at[MAX_NUMBERS];
	size_t count;
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0xc3;
}

/* Where one of some phrases stands in a text, its letters not within a word;
 * NULL where none does. */
static const char *
find_any(enum term phrases, const char *text)
{
	size_t n;

	for (const char *at = text; *at != '\0'; at++) {
		n = term_front(phrases, at);
		if (n > 0 &&
		    (at == text || !is_letter(at[-1]) || !is_letter(*at)) &&
		    (!is_letter(at[n]) || !is_letter(at[n - 1])))
			return at;
	}
	return NULL;
}

/* Whether what stands at a place in some words is denied a word or three
 * before: "ne doit pas être inférieur à". */
static bool
is_denied(struct arena *arena, const char *words, const char *at)
{
	const char *start = at;
	int blanks = 0;

	while (
	    start > words && strchr(",;:.(", start[-1]) == NULL && blanks <= 4)
		blanks += *--start == ' ';
	return find_any(T_THRESHOLD_DENIAL,
		   arena_copy(arena, start, (size_t)(at - start))) != NULL;
}

/* "et moins de 5" is under 5, where "5 et moins" is at most that. */
static bool
is_compared(const char *at, enum term phrases)
{
	static const char *const ands[] = { "et ", "ou ", "and ", "or " };
	const char *behind = at + term_front(phrases, at);

	for (size_t i = 0; i < 4; i++)
		if (strncmp(at, ands[i], strlen(ands[i])) == 0)
			return strncmp(behind, " de ", 4) == 0 ||
			    strncmp(behind, " que ", 5) == 0 ||
			    strncmp(behind, " than ", 6) == 0;
	return false;
}

/* What words say of the number beside them.  "pas moins de" is sought before
 * "moins de". */
static enum sense
sense_of(const struct reader *reader, size_t start, size_t end)
{
	static const enum sense
	    denied[] = { [ABOVE] = AT_MOST, [BELOW] = AT_LEAST };
	const char *words =
	    arena_copy(reader->arena, reader->text + start, end - start);
	const char *at;

	for (enum sense sense = AT_LEAST; sense <= OUT_OF; sense++) {
		at = find_any(senses[sense], words);
		if (at != NULL && !is_compared(at, senses[sense]))
			return (sense == ABOVE || sense == BELOW) &&
				is_denied(reader->arena, words, at)
			    ? denied[sense]
			    : sense;
	}
	return SAYS_NOTHING;
}

/* Of "5 <= x < 10" the sign behind the first number is said of x: what it makes
 * of the number, and the length of it. */
static enum sense
turned_sense(const char *behind, size_t *length)
{
	static const enum sense turned[] = { [AT_LEAST] = AT_MOST,
		[AT_MOST] = AT_LEAST,
		[ABOVE] = BELOW,
		[BELOW] = ABOVE };
	size_t blanks = strspn(behind, " "), n;
	enum sense found = SAYS_NOTHING;

	*length = 0;
	behind += blanks;
	for (enum sense sense = AT_LEAST; sense <= BELOW; sense++) {
		n = (*behind >= 'a' && *behind <= 'z') || *behind == '+'
		    ? 0
		    : term_front(senses[sense], behind);
		if (blanks + n > *length && n > 0) {
			*length = blanks + n;
			found = turned[sense];
		}
	}
	return found;
}

static bool
find_numbers(struct reader *reader, enum lang lang)
{
	const char *at = reader->text, *start;
	struct digits digits;
	struct found *found;
	const char *behind;
	int64_t times;
	bool minus;

	for (;;) {
		start = at += strcspn(at, figures);
		if (*at == '\0')
			return reader->count > 0;
		if (reader->count == MAX_NUMBERS || !digits_read(&at, &digits))
			return false;
		behind = at + strspn(at, " ");
		times = amount_skip_scale(&behind);
		if (digits.value > DIGITS_LIMIT / times)
			return false;
		if (lang == LANG_EN && digits.separator == ',' && times == 1)
			digits.other = digits.value;
		minus = start > reader->text && start[-1] == '-' &&
		    (start < reader->text + 2 ||
			(strspn(start - 2, figures) == 0 &&
			    !is_letter(start[-2])));
		found = &reader->at[reader->count++];
		*found = (struct found){ times *
			    (minus ? -digits.value : digits.value),
			times, digits.value != digits.other,
			(size_t)(start - reader->text) - minus,
			(size_t)(at - reader->text), SAYS_NOTHING };
	}
}

/* Gives each number what the words in front of it say, or else those behind
 * it, up to the next one. */
static void
find_senses(struct reader *reader)
{
	struct found *found = reader->at;
	size_t i, n, before = 0, after;

	for (i = 0; i < reader->count; i++) {
		found[i].sense = sense_of(reader, before, found[i].start);
		before = found[i].end;
		if (found[i].sense == SAYS_NOTHING) {
			found[i].sense =
			    turned_sense(reader->text + before, &n);
			before += n;
		}
		after = i + 1 < reader->count ? found[i + 1].start
					      : strlen(reader->text);
		if (found[i].sense == SAYS_NOTHING) {
			found[i].sense = sense_of(reader, before, after);
			if (found[i].sense >= BETWEEN)
				found[i].sense = SAYS_NOTHING;
			else if (found[i].sense != SAYS_NOTHING)
				before = after; /* said of this one */
		}
	}
}

static void
put_low(struct threshold *threshold, int64_t low, bool strict)
{
	threshold->has_low = true;
	threshold->low = low;
	threshold->low_strict = strict;
}

static void
put_high(struct threshold *threshold, int64_t high, bool strict)
{
	threshold->has_high = true;
	threshold->high = high;
	threshold->high_strict = strict;
}

/* Whether what stands between two numbers makes them a range. */
static bool
is_range(const struct reader *reader)
{
	const char *words = reader->text + reader->at[0].end;
	size_t n;

	if (reader->count < 2)
		return false;
	if (reader->at[0].sense == BETWEEN)
		return true;
	words += strspn(words, " ");
	n = term_front(T_VALUE_TO, words);
	words += n + strspn(words + n, " ");
	return n > 0 && reader->at[0].sense == SAYS_NOTHING &&
	    words == reader->text + reader->at[1].start;
}

/* Whether two numbers are where a change starts and where it leads. */
static bool
is_change(const struct reader *reader)
{
	const char *front =
	    arena_copy(reader->arena, reader->text, reader->at[0].start);

	return reader->at[0].value > reader->at[1].value ||
	    find_any(T_THRESHOLD_CHANGE, front) != NULL;
}

static void
bound(struct threshold *threshold, const struct found *found)
{
	switch (found->sense) {
	case AT_LEAST:
	case ABOVE:
		put_low(threshold, found->value, found->sense == ABOVE);
		break;
	case AT_MOST:
	case BELOW:
		put_high(threshold, found->value, found->sense == BELOW);
		break;
	default:
		break;
	}
}

/* Makes of a range the change that leads from one end of it to the other. */
static enum sure
lead_to(struct threshold *threshold)
{
	const int64_t from = threshold->low, to = threshold->high;

	*threshold = (struct threshold){ .has_low = false };
	if (to < from)
		put_high(threshold, to, false);
	else
		put_low(threshold, to, false);
	return SURE_ABOUT;
}

/* "min 2, max 4", where no other word stands: beside the most it is no minute. */
static const char *
spell_least(struct arena *arena, const char *text)
{
	const char *min = NULL, *at = text;
	bool max = false;
	size_t n;

	for (; *at != '\0'; at += n) {
		n = is_letter(*at) ? strcspn(at, " .,;:()=0123456789") : 1;
		if (!is_letter(*at))
			continue;
		if (n == 3 && strncmp(at, "min", n) == 0)
			min = at;
		else if (term_front(T_THRESHOLD_MOST, at) >= n)
			max = true;
		else
			return text;
	}
	return min != NULL && max
	    ? arena_format(arena, "%.*smini%s", (int)(min - text), text,
		  min + strlen("min"))
	    : text;
}

enum sure
threshold_reading(const char *text, enum lang lang, struct threshold *threshold)
{
	ARENA_SCRATCH(arena);
	struct reader reader = { .arena = arena,
		.text = spell_least(arena, uni_fold(arena, text)) };
	enum sure sure = SURE_NOT;

	*threshold = (struct threshold){ .has_low = false };
	if (reading_is_empty(text)) {
		sure = SURE_EMPTY;
	} else if (find_numbers(&reader, lang)) {
		find_senses(&reader);
		sure = SURE_EXACT;
		if (is_range(&reader)) {
			if (reader.at[0].times == 1 &&
			    llabs(reader.at[0].value) <=
				DIGITS_LIMIT / reader.at[1].times)
				reader.at[0].value *= reader.at[1].times;
			put_low(threshold, reader.at[0].value, false);
			put_high(threshold, reader.at[1].value, false);
			if (is_change(&reader))
				sure = lead_to(threshold);
		} else {
			for (size_t i = 0; i < reader.count; i++)
				bound(threshold, &reader.at[i]);
		}
		if (!threshold->has_low && !threshold->has_high) {
			put_low(threshold, reader.at[0].value, false);
			sure = SURE_ABOUT;
		}
		for (size_t i = 0; i < reader.count; i++)
			sure = reader.at[i].two ? SURE_TWO : sure;
	}
	return sure;
}

bool
threshold_is_met(const struct threshold *threshold, int64_t thousandths)
{
	if (threshold->has_low &&
	    (thousandths < threshold->low ||
		(threshold->low_strict && thousandths == threshold->low)))
		return false;
	return !threshold->has_high || thousandths < threshold->high ||
	    (!threshold->high_strict && thousandths == threshold->high);
}

enum sure
threshold_value(const char *text, enum lang lang, int64_t *thousandths)
{
	ARENA_SCRATCH(arena);
	struct reader reader = { .arena = arena,
		.text = uni_fold(arena, text) };
	enum sure sure = reading_is_empty(text) ? SURE_EMPTY : SURE_NOT;

	if (find_numbers(&reader, lang)) {
		find_senses(&reader);
		*thousandths = reader.at[0].value;
		sure = reader.at[0].two ? SURE_TWO
		    : reader.count > 1 && reader.at[1].sense != OUT_OF
		    ? SURE_ABOUT
		    : SURE_EXACT;
	}
	return sure;
}
