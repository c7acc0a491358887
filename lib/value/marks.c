#include "value/marks.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "value/amount.h"
#include "value/number.h"

static const char *const bars[] = { "|", "I", "｜", "∣", "│", "¦" };
static const char *const others[] = { "●", "•", "⬤", "⚫", "🔴", "🔵", "🟢",
	"🟡", "🟠", "🟣", "🟤", "⚪", "⭐", "🌟", "☆", "✩", "❤", "♥", "✅",
	"👍", "✓", "✔", "✗", "✘", "×", "x", "X", "■", "★" };
enum {
	BARS = sizeof(bars) / sizeof(bars[0]),
	OTHERS = sizeof(others) / sizeof(others[0])
};

/* Moves past one of some marks; false where none stands. */
static bool
skip_one(const char **at, const char *const *marks, size_t count)
{
	size_t i, n;

	for (i = 0; i < count; i++) {
		n = strlen(marks[i]);
		if (strncmp(*at, marks[i], n) == 0) {
			*at += n;
			return true;
		}
	}
	return false;
}

static size_t
skip_bars(const char **at)
{
	size_t count = 0;

	while (skip_one(at, bars, BARS))
		count++;
	return count;
}

/* Four bars struck out, "~~||||~~". */
static bool
skip_struck(const char **at)
{
	const char *next = *at + 2;

	if (strncmp(*at, "~~", 2) != 0 || skip_bars(&next) != 4 ||
	    strncmp(next, "~~", 2) != 0)
		return false;
	*at = next + 2;
	return true;
}

bool
marks_read(const char *text, uint64_t *count)
{
	size_t n;

	*count = 0;
	for (text = uni_skip_blanks(text); *text != '\0';
	     text = uni_skip_blanks(text)) {
		if (skip_struck(&text)) {
			*count += 5;
			continue;
		}
		n = skip_bars(&text);
		*count += n;
		if (n == 4 && (*text == '/' || *text == '\\')) {
			text++;
			*count += 1;
		} else if (n == 0) {
			if (!skip_one(&text, others, OTHERS))
				return false;
			while (strncmp(text, "\ufe0f", 3) == 0)
				text += 3;
			*count += 1;
		}
	}
	return *count > 0;
}

bool
marks_read_drawn(const char *text, uint64_t *count)
{
	return strpbrk(text, "IxX") == NULL && marks_read(text, count);
}

/* Whether a character may be of a count that is drawn. */
static bool
may_draw(const char *at)
{
	return strchr("~/\\", *at) != NULL || *uni_skip_blanks(at) != *at ||
	    strncmp(at, "\ufe0f", strlen("\ufe0f")) == 0 ||
	    (strchr("IxX", *at) == NULL &&
		(skip_one(&at, bars, BARS) || skip_one(&at, others, OTHERS)));
}

const char *
marks_front(const char *text)
{
	const char *front = text + strlen(text), *at = front;

	while (at > text)
		if (((unsigned char)*--at & 0xc0) != 0x80) {
			if (!may_draw(at))
				break;
			front = at;
		}
	return front;
}

bool
marks_are_opposed(const char *text)
{
	size_t length;

	return uni_first_among(text, &length, "🔴", "✗", "✘", "❌", "👎") !=
	    NULL &&
	    uni_first_among(text, &length, "🟢", "✅", "👍", "✓", "✔") != NULL;
}

/* The colours of a text's words, as bits; counted: of those behind a number
 * alone. */
static unsigned
colours(const char *text, bool counted)
{
	ARENA_SCRATCH(arena);
	const char *at = uni_fold(arena, text);
	unsigned seen = 0;
	bool number = false;
	size_t n;
	int colour;

	for (; *at != '\0'; at += n > 0 ? n : 1) {
		n = uni_word(at);
		if (n == 0)
			continue;
		colour = term_number(T_COLOURS, at, n);
		if (colour > 0 && (number || !counted))
			seen |= 1U << colour;
		if (!term_lists(T_COUNT_UNITS, arena_copy(arena, at, n)))
			number = strspn(at, "0123456789") == n;
	}
	return seen;
}

int
marks_colour(const char *text)
{
	unsigned seen = colours(text, false);

	return seen != 0 && (seen & (seen - 1)) == 0 ? __builtin_ctz(seen) : 0;
}

bool
marks_are_coloured(const char *text)
{
	unsigned seen = colours(text, true);

	return (seen & (seen - 1)) != 0;
}

bool
marks_is_one(const char *text)
{
	uint64_t count;

	return marks_read_drawn(text, &count) && count == 1 &&
	    strncmp(text, "×", strlen("×")) != 0 && skip_bars(&text) == 0;
}

/* What a count counts: "7 voix", "7 👍". */
static bool
is_unit(const char *unit, struct amount *amount)
{
	amount->plain = *unit == '\0';
	return amount->plain || term_lists(T_COUNT_UNITS, unit) ||
	    marks_is_one(unit);
}

enum sure
marks_reading(const char *text, enum lang lang, uint64_t *count, bool *drawn)
{
	const struct amount_kind kind = { lang == LANG_EN ? ',' : 0, T_NONE,
		false, is_unit };
	ARENA_SCRATCH(arena);
	const char *line = reading_bare(arena, text);
	enum sure sure = SURE_EXACT;
	struct amount amount;

	*drawn = marks_read(line, count);
	if (!*drawn) {
		sure = amount_read(line, &kind, &amount);
		if (sure == SURE_ABOUT ||
		    (sure == SURE_EXACT &&
			(number_has_sign(line) || amount.low < 0 ||
			    amount.low % 1000 != 0)))
			sure = SURE_NOT;
		if (sure == SURE_EXACT)
			*count = (uint64_t)amount.low / 1000;
	}
	return sure;
}

/* What a count that is not to the last one says that it counts, if anything: "une
 * dizaine de voix". */
static bool
is_said_unit(const char *unit, struct amount *amount)
{
	unit += strncmp(unit, "de ", 3) == 0 || strncmp(unit, "of ", 3) == 0
	    ? 3
	    : 0;
	amount->plain = *unit == '\0';
	return amount->plain || term_lists(T_COUNT_UNITS, unit);
}

bool
marks_are_about(const char *text, bool *unit)
{
	static const enum term limits[] = { T_THRESHOLD_ABOVE,
		T_THRESHOLD_BELOW, T_THRESHOLD_LEAST, T_THRESHOLD_MOST };
	const struct amount_kind kind = { 0, T_NONE, true, is_said_unit };
	ARENA_SCRATCH(arena);
	const char *at = uni_fold(arena, reading_bare(arena, text));
	struct amount amount;
	enum sure sure;
	size_t n = 0;

	for (size_t i = 0; i < 4 && n == 0; i++)
		n = term_front(limits[i], at);
	sure = amount_read(uni_skip_blanks(at + n), &kind, &amount);
	*unit = sure >= SURE_ABOUT && !amount.plain;
	return sure == SURE_ABOUT || (n > 1 && sure == SURE_EXACT);
}

const char *
marks_dots(struct arena *arena, uint64_t count)
{
	struct buf out = BUF_INIT;

	for (uint64_t i = 0; i < count; i++) {
		if (i > 0 && i % 5 == 0)
			buf_char(&out, ' ');
		buf_string(&out, "●");
	}
	return buf_take(&out, arena);
}

uint64_t
marks_scale(uint64_t most, uint64_t longest)
{
	static const uint64_t steps[] = { 1, 2, 5 };
	uint64_t tens = 1;
	size_t i = 0;

	while (steps[i] * tens * longest < most) {
		tens *= i == 2 ? 10 : 1;
		i = (i + 1) % 3;
	}
	return steps[i] * tens;
}

const char *
marks_bars(struct arena *arena, const int64_t *numbers, size_t count)
{
	static const char *const heights[] = { "▁", "▂", "▃", "▄", "▅", "▆",
		"▇", "█" };
	enum { TOP = sizeof(heights) / sizeof(heights[0]) - 1, MIDDLE = 3 };
	struct buf out = BUF_INIT;
	int64_t least = 0, range = 0;

	for (size_t i = 0; i < count; i++)
		if (i == 0 || numbers[i] < least)
			least = numbers[i];
	for (size_t i = 0; i < count; i++)
		if (numbers[i] - least > range)
			range = numbers[i] - least;
	for (size_t i = 0; i < count; i++)
		buf_string(&out,
		    heights[range == 0
			    ? MIDDLE
			    : (2 * TOP * (numbers[i] - least) + range) /
				(2 * range)]);
	return buf_take(&out, arena);
}
