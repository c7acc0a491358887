#include "value/share.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/digits.h"
#include "value/number.h"

/* The fractions that have names. */
static const struct named {
	uint64_t part, whole;
	enum term words;
	bool more;
} fractions[] = { { 1, 2, T_SHARE_MAJORITY, true },
	{ 1, 2, T_SHARE_HALF, false }, { 1, 3, T_SHARE_THIRD, false },
	{ 2, 3, T_SHARE_TWO_THIRDS, false }, { 1, 4, T_SHARE_QUARTER, false },
	{ 3, 4, T_SHARE_THREE_QUARTERS, false }, { 1, 1, T_SHARE_ALL, false } };

static bool
read_fraction(const char *text, struct share *share)
{
	int part, whole;
	size_t n;

	if (!digits_whole(&text, 1, 4, &part))
		return false;
	text += strspn(text, " ");
	n = strncmp(text, "\u2044", 3) == 0
	    ? 3
	    : term_front(T_THRESHOLD_OUT_OF, text);
	if (n == 0)
		return false;
	text += n + strspn(text + n, " ");
	if (!digits_whole(&text, 1, 4, &whole) || *text != '\0')
		return false;
	share->part = (uint64_t)part;
	share->whole = (uint64_t)whole;
	return true;
}

/* "66,7 %", in thousandths of a hundredth; "50 % + 1". */
static bool
read_percent(const char *text, struct share *share)
{
	struct digits digits;
	size_t n;

	if (!digits_read(&text, &digits) || digits.value != digits.other)
		return false;
	text += strspn(text, " ");
	n = *text == '%' ? 1 : term_front(T_SHARE_PERCENT, text);
	if (n == 0)
		return false;
	text += n + strspn(text + n, " ");
	n = term_front(T_SHARE_AND_ONE, text);
	text += n;
	share->more |= n > 0;
	share->part = (uint64_t)digits.value;
	share->whole = 100000;
	return *text == '\0';
}

static bool
read_named(const char *text, struct share *share)
{
	for (size_t i = 0; i < sizeof(fractions) / sizeof(fractions[0]); i++)
		if (term_lists(fractions[i].words, text)) {
			share->part = fractions[i].part;
			share->whole = fractions[i].whole;
			share->more |= fractions[i].more;
			return true;
		}
	return false;
}

static bool
read_folded(const char *text, struct share *share)
{
	size_t more = term_front(T_SHARE_MORE, text);
	size_t least = term_front(T_SHARE_LEAST, text);

	*share = (struct share){ .more = more > least };
	text += more > least ? more : least;
	text += strspn(text, " ");
	return read_fraction(text, share) || read_percent(text, share) ||
	    read_named(text, share);
}

enum sure
share_reading(const char *text, struct share *share)
{
	ARENA_SCRATCH(arena);
	char *folded = arena_string(arena, uni_fold(arena, text));

	if (!read_folded(folded, share) &&
	    (!reading_cut_words(folded, T_SHARE_ENDS) || /* "2/3 majority" */
		!read_folded(folded, share)))
		return reading_is_empty(text) ? SURE_EMPTY : SURE_NOT;
	return share->whole > 0 && share->part <= share->whole ? SURE_EXACT
							       : SURE_NOT;
}

bool
share_is_percent(const char *text, const struct share *share)
{
	return *text >= '0' && *text <= '9' && text[strlen(text) - 1] == '%' &&
	    share->whole == 100000 && !share->more;
}

const char *
share_text(struct arena *arena, struct share share, uint64_t count,
    enum lang lang)
{
	return share.whole == 0
	    ? arena_format(arena, "%" PRIu64, count)
	    : arena_format(arena, "%s%s",
		  number_text(arena, (int64_t)share.part, 0, false, lang),
		  term_name(T_PERCENT, lang));
}

bool
share_is_same(const struct share *a, const struct share *b)
{
	return a->more == b->more && (a->whole == 0) == (b->whole == 0) &&
	    a->part * b->whole == b->part * a->whole;
}

bool
share_is_reached(const struct share *share, uint64_t part, uint64_t whole)
{
	unsigned __int128 have = (unsigned __int128)part * share->whole;
	unsigned __int128 want = (unsigned __int128)whole * share->part;

	return share->more ? have > want : have >= want;
}

uint64_t
share_least(const struct share *share, uint64_t whole)
{
	unsigned __int128 want = (unsigned __int128)whole * share->part;
	uint64_t least = (uint64_t)(want / share->whole);

	return share->more || want % share->whole != 0 ? least + 1 : least;
}
