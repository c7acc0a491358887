#include "value/number.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/amount.h"
#include "value/digits.h"
#include "value/fraction.h"

static const char figures[] = "0123456789";

bool
number_has_sign(const char *text)
{
	return amount_skip_sign(&text) != 0;
}

bool
number_read_front(const char *text, int64_t *thousandths, const char **rest)
{
	int sign = amount_skip_sign(&text);
	struct digits digits;

	if (!digits_read(&text, &digits) || digits.value != digits.other ||
	    strspn(text, figures) > 0)
		return false;
	*thousandths = sign < 0 ? -digits.value : digits.value;
	*rest = uni_skip_blanks(text);
	return true;
}

/* Whether a text ends in words that make the number before it a limit. */
static bool
is_limit(const char *unit)
{
	for (; unit != NULL; unit = strchr(unit, ' ')) {
		unit += *unit == ' ';
		if (term_lists(T_VALUE_LIMITS, unit))
			return true;
	}
	return false;
}

/* A unit has no figure, and does not say that the number is a limit. */
static bool
is_unit(const char *unit, struct amount *amount)
{
	const char *next = unit;

	if (*unit == '\0')
		return true;
	amount->plain = false;
	return strpbrk(unit, figures) == NULL &&
	    (uni_is_word(uni_next(&next)) || *unit == '%' || *unit == '(' ||
		strncmp(unit, "°", strlen("°")) == 0 ||
		term_front(T_VALUE_MONEY_FRONT, unit) > 0) &&
	    term_front(T_VALUE_NO_UNIT, unit) == 0 && !is_limit(unit);
}

/* Millions, or metres: a capital tells, but not for sure. */
static bool
ends_in_m(const char *text)
{
	size_t n = strlen(text);

	return n > 1 && text[n - 1] == 'M' &&
	    (text[n - 2] == ' ' || strchr(figures, text[n - 2]) != NULL);
}

enum sure
number_reading(const char *text, enum lang lang, struct amount *amount)
{
	const struct amount_kind kind = { lang == LANG_EN ? ',' : 0, T_NONE,
		true, is_unit };
	enum sure sure = amount_read(text, &kind, amount);

	return sure > SURE_EMPTY && ends_in_m(text) ? SURE_NOT : sure;
}

bool
number_read(const char *text, int64_t *thousandths)
{
	struct amount amount;

	if (number_reading(text, LANG_NONE, &amount) != SURE_EXACT ||
	    !amount.plain)
		return false;
	*thousandths = amount.value;
	return true;
}

int64_t
number_divide(int64_t a, int64_t b, int decimals)
{
	struct fraction quotient =
	    fraction_over(fraction_of(a, 1000), fraction_of(b, 1));

	return fraction_rounded(quotient, decimals);
}

const char *
number_text(struct arena *arena, int64_t thousandths, int decimals, bool signs,
    enum lang lang)
{
	int64_t size = llabs(thousandths);
	const char *minus = signs ? "\u2212" : "-";
	const char *sign = thousandths < 0 ? minus : signs ? "+" : "";
	char *text = arena_format(arena, "%s%" PRId64 "%c%03d", sign,
	    size / 1000, lang == LANG_FR ? ',' : '.', (int)(size % 1000));
	size_t n = strlen(text), kept = 3;

	while (kept > (size_t)decimals && text[n - 1] == '0') {
		text[--n] = '\0';
		kept--;
	}
	if (kept == 0)
		text[n - 1] = '\0';
	/* a fourth decimal, lest these three be read as thousands */
	if (kept == 3 && size >= 1000 && size < 1000000)
		return arena_format(arena, "%s0", text);
	return text;
}

uint64_t
number_share(uint64_t part, uint64_t whole)
{
	return (uint64_t)fraction_rounded(fraction_of((int64_t)part,
					      (int64_t)whole),
	    3);
}
