/*
 * count: votes counted by hand, as numbers or as marks on a wall.
 */
#include "value/count.h"

#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/marks.h"
#include "vote.h"

/* No count is higher, so that all of them add up. */
static const uint64_t MOST_VOTES = UINT64_C(1000000000000);

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

enum tail
count_value(const struct vote *vote, const char *plain, uint64_t *count)
{
	bool drawn;

	if (count_reading(plain, vote->bind->words, count, &drawn) !=
		SURE_EXACT ||
	    *count > MOST_VOTES)
		return TAIL_NONE;
	return drawn ? TAIL_MARKS : TAIL_NUMBER;
}

static const char *
text_before(const struct vote *vote, const char *text, const char *end)
{
	return md_text(vote->arena,
	    arena_copy(vote->arena, text, (size_t)(end - text)));
}

/* "Jardin : |||": behind the last colon. */
static enum tail
cut_behind_colon(const struct vote *vote, const char **text, uint64_t *count)
{
	const char *colon = strrchr(*text, ':');
	enum tail tail;

	if (colon == NULL || colon == *text)
		return TAIL_NONE;
	tail = count_value(vote,
	    uni_line(vote->arena,
		md_plain(vote->arena, uni_line(vote->arena, colon + 1))),
	    count);
	if (tail != TAIL_NONE)
		*text = text_before(vote, *text, colon);
	return tail;
}

/* "Où se voir ? ||| ||": as many words from the end as are drawn. */
static enum tail
cut_drawn(const struct vote *vote, const char **text, uint64_t *count)
{
	const char *at = *text + strlen(*text), *cut = NULL;
	uint64_t read;

	while (at > *text) {
		at--;
		if (*at != ' ')
			continue;
		if (!marks_read_drawn(md_plain(vote->arena, at + 1), &read))
			break;
		cut = at;
		*count = read;
	}
	if (cut == NULL)
		return TAIL_NONE;
	*text = text_before(vote, *text, cut);
	return TAIL_MARKS;
}

/* What a number at the end of a text says: with what it counts, "7 voix", it is
 * a count, and without a unit it may be a part of the text; a year is. */
static enum tail
tail_of(const struct vote *vote, const char *text, uint64_t *count)
{
	const char *plain = uni_line(vote->arena, md_plain(vote->arena, text));
	enum tail tail = count_value(vote, plain, count);

	if (tail != TAIL_NUMBER)
		return tail == TAIL_NONE ? TAIL_NONE : TAIL_OPEN;
	if (plain[strcspn(plain, "abcdefghijklmnopqrstuvwxyz")] != '\0')
		return TAIL_UNIT;
	return *plain != '(' && *count >= FIRST_YEAR && *count <= LAST_YEAR
	    ? TAIL_NONE
	    : TAIL_OPEN;
}

/* "Rue aux enfants (11)": the brackets that end a text. */
static enum tail
cut_brackets(const struct vote *vote, const char **text, uint64_t *count)
{
	const char *open = strrchr(*text, '(');
	enum tail tail;

	if (open == NULL || open == *text || strchr(open, ')') == NULL)
		return TAIL_NONE;
	tail = tail_of(vote, open, count);
	if (tail != TAIL_NONE)
		*text = text_before(vote, *text, open);
	return tail;
}

/* The last place of a sign in so many bytes of a text, behind its start; or
 * NULL. */
static const char *
last_of(const char *text, size_t length, const char *sign)
{
	size_t n = strlen(sign);

	while (length > n && strncmp(text + length - n, sign, n) != 0)
		length--;
	return length > n ? text + length - n : NULL;
}

/* "Jardin – 7", "Jardin, 7 voix", "Jardin x 7": behind a sign that parts; or
 * "Jardin 7 voix", two words, of which one says what the other counts. */
static enum tail
cut_behind_sign(const struct vote *vote, const char **text, uint64_t *count)
{
	enum { OPEN = 8 }; /* so many may stand in a text; the others lead */
	static const char *const signs[] = { " – ", " — ", " - ", " = ", ", ",
		" x ", " × ", " ×", " → ", " -> ", " -\\> ", " => ", " =\\> ",
		"... ", "… " };
	const char *cut;
	enum tail tail;
	size_t i;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		cut = last_of(*text, strlen(*text), signs[i]);
		tail = cut != NULL
		    ? tail_of(vote, cut + strlen(signs[i]), count)
		    : TAIL_NONE;
		if (tail == TAIL_NONE)
			continue;
		while (cut > *text && (cut[-1] == '.' || cut[-1] == ' '))
			cut--; /* dots that lead to the count */
		*text = text_before(vote, *text, cut);
		return i < OPEN ? tail : TAIL_UNIT;
	}
	cut = last_of(*text, strlen(*text), " ");
	if (cut != NULL)
		cut = last_of(*text, (size_t)(cut - *text), " ");
	if (cut == NULL || tail_of(vote, cut + 1, count) != TAIL_UNIT)
		return TAIL_NONE;
	*text = text_before(vote, *text, cut);
	return TAIL_UNIT;
}

static enum tail
cut_count(const struct vote *vote, const char **text, uint64_t *count)
{
	enum tail tail = cut_behind_colon(vote, text, count);

	tail = tail != TAIL_NONE ? tail : cut_drawn(vote, text, count);
	tail = tail != TAIL_NONE ? tail : cut_brackets(vote, text, count);
	return tail != TAIL_NONE ? tail : cut_behind_sign(vote, text, count);
}

enum tail
count_cut(const struct vote *vote, const char **text, uint64_t *count,
    const char **who)
{
	enum tail tail = cut_count(vote, text, count);
	const char *open = strrchr(*text, '('), *end, *front;

	*who = NULL;
	if (tail != TAIL_NONE || open == NULL || open == *text)
		return tail;
	end = strchr(open, ')');
	if (end == NULL || end[1] != '\0')
		return tail;
	front = text_before(vote, *text, open);
	tail = cut_count(vote, &front, count);
	if (tail == TAIL_NONE)
		return tail;
	*who = text_before(vote, open + 1, end);
	*text = front;
	return tail;
}

void
count_add(struct vote *vote, size_t option, uint64_t votes)
{
	option_at(&vote->list, option)->votes.thousandths +=
	    1000 * (int64_t)votes;
	vote->has_counts = true;
	vote->brings[vote->document] = true;
}
