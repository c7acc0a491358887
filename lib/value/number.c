#include "value/number.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

static const int64_t LIMIT = INT64_C(1000000000000000);

/* Moves past a sign; -1, 0 (none) or 1. */
static int
read_sign(const char **text)
{
	if (**text == '+' || **text == '-')
		return *(*text)++ == '-' ? -1 : 1;
	if (strncmp(*text, "\u2212", 3) == 0) {
		*text += 3;
		return -1;
	}
	return 0;
}

bool
number_has_sign(const char *text)
{
	return read_sign(&text) != 0;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Moves past a blank that parts groups of three digits. */
static bool
skip_group_blank(const char **text)
{
	const char *after = *text;

	if (!uni_is_blank(uni_next(&after)) || strspn(after, "0123456789") != 3)
		return false;
	*text = after;
	return true;
}

/* Where the number that a text begins with ends; NULL where it has none. */
static const char *
read_front(const char *text, int64_t *thousandths)
{
	int sign = read_sign(&text), decimals = 0;
	int64_t value = 0;

	if (!is_digit(*text))
		return NULL;
	while (is_digit(*text) || skip_group_blank(&text)) {
		value = value * 10 + (*text++ - '0');
		if (value > LIMIT / 1000)
			return NULL;
	}
	if ((*text == ',' || *text == '.') && is_digit(text[1])) {
		for (text++; is_digit(*text) && decimals < 3; decimals++)
			value = value * 10 + (*text++ - '0');
	}
	for (; decimals < 3; decimals++)
		value *= 10;
	*thousandths = sign < 0 ? -value : value;
	return text;
}

bool
number_read(const char *text, int64_t *thousandths)
{
	const char *end = read_front(text, thousandths);

	return end != NULL && *end == '\0';
}

bool
number_read_front(const char *text, int64_t *thousandths, const char **rest)
{
	const char *end = read_front(text, thousandths), *after = end;

	if (end == NULL || is_digit(*end))
		return false;
	while (uni_is_blank(uni_next(&after)))
		end = after;
	*rest = end;
	return true;
}

int64_t
number_divide(int64_t a, int64_t b, int decimals)
{
	int64_t unit = decimals == 0 ? 1000
	    : decimals == 1          ? 100
	    : decimals == 2          ? 10
				     : 1;
	int64_t quotient, rest;

	if (b < 0) {
		a = -a;
		b = -b;
	}
	b *= unit;
	quotient = a / b;
	rest = llabs(a % b);
	if (2 * rest > b || (2 * rest == b && quotient % 2 != 0))
		quotient += a < 0 ? -1 : 1;
	return quotient * unit;
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
	return text;
}

uint64_t
number_share(uint64_t part, uint64_t whole)
{
	unsigned __int128 scaled = (unsigned __int128)part * 1000;
	uint64_t quotient = (uint64_t)(scaled / whole);
	uint64_t rest = (uint64_t)(scaled % whole);

	if (rest > whole - rest || (rest == whole - rest && quotient % 2 != 0))
		quotient++;
	return quotient;
}
