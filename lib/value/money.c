#include "value/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "value/amount.h"
#include "value/digits.h"

static const struct {
	enum term names;
	const char *sign;
} currencies[] = { { T_VALUE_EURO, "€" }, { T_VALUE_POUND, "£" },
	{ T_VALUE_DOLLAR, "$" }, { T_VALUE_SWISS, "CHF" },
	{ T_VALUE_CFA, "FCFA" }, { T_VALUE_FRANC, "francs" } };
enum { CURRENCIES = sizeof(currencies) / sizeof(*currencies) };

/* The length of the name of a currency that a folded text starts with, the
 * longest, and which; 0: it starts with none. */
static size_t
currency_front(const char *folded, enum term *currency)
{
	size_t longest = 0, n;

	for (size_t i = 0; i < CURRENCIES; i++) {
		n = term_front(currencies[i].names, folded);
		if (n <= longest)
			continue;
		longest = n;
		*currency = currencies[i].names;
	}
	return longest;
}

enum term
money_currency(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, text);
	enum term currency = T_NONE;

	for (const char *at = folded; *at != '\0'; at++)
		if ((at == folded ||
			strchr("0123456789 (/+-k", at[-1]) != NULL ||
			strncmp(at, "€", strlen("€")) == 0) &&
		    currency_front(at, &currency) > 0)
			break;
	return currency;
}

const char *
money_sign(enum term currency)
{
	size_t i = CURRENCIES - 1;

	while (i > 0 && currencies[i].names != currency)
		i--;
	return currencies[i].sign;
}

/* Has an amount that is each month's be each year's. */
static bool
to_years(struct amount *amount)
{
	static const int64_t most = INT64_C(10000000000000);

	if (llabs(amount->low) > most || llabs(amount->high) > most)
		return false;
	amount->low *= 12;
	amount->high *= 12;
	return true;
}

/* The cents of "2 €50"; false where no two figures end the text. */
static bool
add_cents(const char *behind, struct amount *amount)
{
	int cents;

	if (!digits_whole(&behind, 2, 2, &cents) || *behind != '\0' ||
	    amount->low % 1000 != 0 || amount->low != amount->high)
		return false;
	amount->low += (int64_t)cents * 10;
	amount->high = amount->low;
	return true;
}

/* What stands behind an amount: euros or cents, once, and what is said of it
 * and kept as typed, such as a tax or that it is by the year. */
static bool
is_unit(const char *unit, struct amount *amount)
{
	enum term currency;
	size_t n;

	for (; *unit != '\0'; unit += strspn(unit, " ")) {
		if (amount->currency == (int)T_NONE &&
		    (n = currency_front(unit, &currency)) > 0) {
			amount->currency = (int)currency;
			unit += n;
			if (add_cents(unit, amount))
				return true;
		} else if ((n = term_front(T_VALUE_MONEY_NOTES, unit)) > 0) {
			amount->plain = false;
			unit += n;
		} else if ((n = term_front(T_VALUE_A_YEAR, unit)) > 0) {
			amount->a_year = true;
			amount->plain = false;
			unit += n;
		} else if (!amount->a_year &&
		    (n = term_front(T_VALUE_A_MONTH, unit)) > 0 &&
		    to_years(amount)) {
			amount->a_year = true;
			amount->plain = false;
			unit += n;
		} else if (term_lists(T_VALUE_CENTS, unit)) {
			amount->low /= 100;
			amount->high /= 100;
			return true;
		} else {
			return false;
		}
	}
	return true;
}

static bool
to_cents(int64_t *thousandths)
{
	bool whole = *thousandths % 10 == 0;

	*thousandths /= 10;
	return whole;
}

enum sure
money_reading(const char *text, struct amount *amount)
{
	static const struct amount_kind kind = { AMOUNT_THOUSANDS,
		T_VALUE_MONEY_FRONT, true, is_unit };
	enum sure sure = amount_read(text, &kind, amount);
	enum term first;

	if (sure <= SURE_EMPTY && term_lists(T_VALUE_FREE, text)) {
		*amount = (struct amount){ .value = 0 };
		return SURE_EXACT;
	}
	if (sure <= SURE_EMPTY)
		return sure;
	if (!to_cents(&amount->low) || !to_cents(&amount->high))
		return SURE_NOT;
	amount->value = amount->low;
	first = money_currency(text);
	if (amount->currency != (int)T_NONE && amount->currency != (int)first)
		return SURE_NOT; /* "£3 €" */
	amount->currency = (int)first;
	return sure;
}

/* Digits in groups of three, parted by a narrow no-break space. */
static void
put_groups(struct buf *out, int64_t value)
{
	char digits[24];
	int length = snprintf(digits, sizeof(digits), "%" PRId64, value), i;

	for (i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			buf_string(out, "\u202f");
		buf_char(out, digits[i]);
	}
}

const char *
money_text(struct arena *arena, int64_t cents, enum term currency,
    enum lang lang)
{
	int64_t size = llabs(cents);
	const char *sign = money_sign(currency);
	bool front = lang == LANG_EN && (*sign == '$' || *sign < 0);
	struct buf out = BUF_INIT;

	buf_string(&out, cents < 0 ? "\u2212" : "");
	buf_string(&out, front ? sign : "");
	put_groups(&out, size / 100);
	if (size % 100 != 0)
		buf_format(&out, "%c%02d", lang == LANG_EN ? '.' : ',',
		    (int)(size % 100));
	if (!front)
		buf_format(&out, "\u202f%s", sign);
	return buf_take(&out, arena);
}
