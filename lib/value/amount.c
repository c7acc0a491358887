#include "value/amount.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/digits.h"

static const char figures[] = "0123456789";

int
amount_skip_sign(const char **text)
{
	if (**text == '+' || **text == '-')
		return *(*text)++ == '-' ? -1 : 1;
	if (strncmp(*text, "\u2212", 3) == 0) {
		*text += 3;
		return -1;
	}
	return 0;
}

static void
skip_blanks(const char **text)
{
	*text += strspn(*text, " ");
}

static void
skip_words(const char **text, enum term words)
{
	if (words == T_NONE)
		return;
	*text += term_front(words, *text);
	skip_blanks(text);
}

/* What a word of a list multiplies by, and moves past it; 1 where it is none. */
static int64_t
skip_times(const char **text, enum term list)
{
	size_t n = strcspn(*text, " /(");
	int64_t times = term_number(list, *text, n);

	if (times < 0)
		return 1;
	*text += n;
	skip_blanks(text);
	return times;
}

int64_t
amount_skip_scale(const char **text)
{
	return skip_times(text, T_VALUE_SCALES);
}

/* The same, where m is metres, but for money. */
static int64_t
skip_scale(const struct amount_kind *kind, const char **text)
{
	size_t n = strcspn(*text, " /(");

	if (n != 1 || **text != 'm' || kind->front == T_NONE)
		return amount_skip_scale(text);
	*text += n;
	skip_blanks(text);
	return 1000000;
}

static bool
multiply(int64_t *value, int64_t times)
{
	if (llabs(*value) > DIGITS_LIMIT / times)
		return false;
	*value *= times;
	return true;
}

/* "a" in front of a dozen, which is one. */
static bool
read_article(const char **text, struct digits *digits)
{
	const char *next = *text + 2;

	if (strncmp(*text, "a ", 2) != 0 ||
	    term_number(T_VALUE_ROUNDS, next, strcspn(next, " ")) < 0)
		return false;
	*text = next;
	*digits = (struct digits){ .value = 1000, .other = 1000 };
	return true;
}

/* A number in figures, or in words where the kind takes them. */
static bool
read_figures(const struct amount_kind *kind, const char **text,
    struct digits *digits, bool *plain)
{
	bool spelled = false, read;

	read = kind->words ? read_article(text, digits) ||
		digits_read_or_words(text, digits, &spelled)
			   : digits_read(text, digits);
	*plain = *plain && !spelled;
	return read;
}

/* Moves past what stands between the two ends of a range. */
static bool
skip_between(const struct amount_kind *kind, const char **text)
{
	const char *at = *text;
	size_t n;

	skip_blanks(&at);
	skip_words(&at, kind->front);
	n = term_front(T_VALUE_TO, at);
	at += n;
	skip_blanks(&at);
	skip_words(&at, kind->front);
	if (n == 0 || strspn(at, figures) == 0)
		return false;
	*text = at;
	return true;
}

/* Settles what a separator parts, where the kind knows. */
static void
settle(const struct amount_kind *kind, struct digits *digits, int64_t times)
{
	if (times == 1 &&
	    (kind->thousands == AMOUNT_THOUSANDS ||
		kind->thousands == digits->separator))
		digits->other = digits->value;
}

/* One number or a range, from its sign on. */
static enum sure
read_numbers(const char *text, const struct amount_kind *kind,
    struct amount *amount)
{
	struct digits low, high;
	int sign = amount_skip_sign(&text);
	int64_t times, rounds;
	bool range, plain = true;

	if (sign != 0 && kind->front != T_NONE)
		skip_blanks(&text);
	skip_words(&text, kind->front);
	if (sign == 0)
		sign = amount_skip_sign(&text);
	if (!read_figures(kind, &text, &low, &plain))
		return SURE_NOT;
	range = skip_between(kind, &text);
	if (range && !read_figures(kind, &text, &high, &plain))
		return SURE_NOT;
	if (!range)
		high = low;
	skip_blanks(&text);
	rounds = skip_times(&text, T_VALUE_ROUNDS); /* "une vingtaine" */
	times = rounds * skip_scale(kind, &text);
	settle(kind, &low, times);
	settle(kind, &high, times);
	*amount = (struct amount){ .low = low.value,
		.high = range ? high.value : low.other,
		.plain = plain && !range && rounds == 1 };
	if (!multiply(&amount->low, times) || !multiply(&amount->high, times) ||
	    !kind->unit(text, amount))
		return SURE_NOT;
	if (sign < 0 && !range) {
		amount->low = -amount->low;
		amount->high = -amount->high;
	}
	amount->value = amount->low;
	if (low.value != low.other || high.value != high.other)
		return SURE_TWO;
	if (!range)
		return rounds > 1 ? SURE_ABOUT : SURE_EXACT;
	return sign == 0 && amount->low < amount->high ? SURE_ABOUT : SURE_NOT;
}

enum sure
amount_read(const char *text, const struct amount_kind *kind,
    struct amount *amount)
{
	ARENA_SCRATCH(arena);
	char *folded = arena_string(arena, uni_fold(arena, text));
	enum sure sure = SURE_EMPTY;
	const char *at = folded;
	bool about;

	if (!reading_is_empty(text)) {
		about = reading_cut_doubt(folded);
		at += term_front(T_VALUE_ABOUT, folded);
		about = about || at > folded;
		skip_blanks(&at);
		at += term_front(T_VALUE_BETWEEN, at);
		sure = read_numbers(at, kind, amount);
		if (sure == SURE_EXACT && about) {
			sure = SURE_ABOUT;
			amount->plain = false;
		}
	}
	return sure;
}
