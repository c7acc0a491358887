#include "value/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "value/number.h"

/* In thousandths of a euro. */
static const int64_t LIMIT = INT64_C(1000000000000000);

/* What stands behind a number, folded, and how many euros it makes of one. */
static const struct unit {
	const char *name;
	int64_t times;
} units[] = {
	{ "keuros", 1000 },
	{ "k€", 1000 },
	{ "k", 1000 },
	{ "meuros", 1000000 },
	{ "m€", 1000000 },
	{ "euros", 1 },
	{ "euro", 1 },
	{ "eur", 1 },
	{ "€", 1 },
	{ "", 1 },
};

/* Cuts the unit off the end of a text, and a euro sign off its start. */
static int64_t
cut_unit(struct arena *arena, const char **text)
{
	size_t length, n, i;
	bool front;

	front = strncmp(*text, "€", strlen("€")) == 0;
	if (front)
		*text = uni_line(arena, *text + strlen("€"));
	length = strlen(*text);
	for (i = 0;; i++) {
		n = strlen(units[i].name);
		if (n <= length &&
		    strcmp(*text + length - n, units[i].name) == 0)
			break;
	}
	*text = uni_line(arena, arena_copy(arena, *text, length - n));
	return units[i].times;
}

static bool
read_folded(struct arena *arena, const char *text, int64_t *cents)
{
	bool minus = *text == '-' || strncmp(text, "\u2212", 3) == 0;
	int64_t times, thousandths;

	if (minus)
		text = uni_line(arena, text + (*text == '-' ? 1 : 3));
	times = cut_unit(arena, &text);
	if (minus && number_has_sign(text))
		return false;
	if (!number_read(text, &thousandths) ||
	    llabs(thousandths) > LIMIT / times || thousandths * times % 10 != 0)
		return false;
	*cents = thousandths * times / 10;
	if (minus)
		*cents = -*cents;
	return true;
}

bool
money_read(const char *text, int64_t *cents)
{
	struct arena *arena = arena_new();
	bool read =
	    read_folded(arena, uni_line(arena, uni_lower(arena, text)), cents);

	arena_free(arena);
	return read;
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
	const char *text;

	buf_string(&out, cents < 0 ? "\u2212" : "");
	buf_string(&out, lang == LANG_EN ? "€" : "");
	put_groups(&out, size / 100);
	if (size % 100 != 0)
		buf_format(&out, "%c%02d", lang == LANG_EN ? '.' : ',',
		    (int)(size % 100));
	buf_string(&out, lang == LANG_EN ? "" : "\u202f€");
	text = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	return text;
}
