#include "value/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "value/amount.h"

/* What stands behind an amount: euros or cents, once, and what is said of it
 * and kept as typed, such as a tax or that it is by the year. */
static bool
is_unit(const char *unit, struct amount *amount)
{
	bool euros = false;
	size_t n;

	for (; *unit != '\0'; unit += strspn(unit, " ")) {
		if (!euros && (n = term_front(T_VALUE_EURO, unit)) > 0) {
			euros = true;
			unit += n;
		} else if ((n = term_front(T_VALUE_MONEY_NOTES, unit)) > 0) {
			amount->plain = false;
			unit += n;
		} else if ((n = term_front(T_VALUE_A_YEAR, unit)) > 0) {
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
	static const struct amount_kind kind = { AMOUNT_THOUSANDS, T_VALUE_EURO,
		true, is_unit };
	enum sure sure = amount_read(text, &kind, amount);

	if (sure <= SURE_EMPTY && term_lists(T_VALUE_FREE, text)) {
		*amount = (struct amount){ 0, 0, 0, false, false };
		return SURE_EXACT;
	}
	if (sure > SURE_EMPTY &&
	    (!to_cents(&amount->low) || !to_cents(&amount->high)))
		return SURE_NOT;
	amount->value = amount->low;
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
money_text(struct arena *arena, int64_t cents, enum lang lang)
{
	int64_t size = llabs(cents);
	struct buf out = BUF_INIT;

	buf_string(&out, cents < 0 ? "\u2212" : "");
	buf_string(&out, lang == LANG_EN ? "€" : "");
	put_groups(&out, size / 100);
	if (size % 100 != 0)
		buf_format(&out, "%c%02d", lang == LANG_EN ? '.' : ',',
		    (int)(size % 100));
	buf_string(&out, lang == LANG_EN ? "" : "\u202f€");
	return buf_take(&out, arena);
}
