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

/* "Rue aux enfants (11)": the brackets that end a text. */
static enum tail
cut_brackets(const struct vote *vote, const char **text, uint64_t *count)
{
	const char *open = strrchr(*text, '(');

	if (open == NULL || open == *text || strchr(open, ')') == NULL ||
	    count_value(vote, md_plain(vote->arena, open), count) == TAIL_NONE)
		return TAIL_NONE;
	*text = text_before(vote, *text, open);
	return TAIL_BRACKETS;
}

enum tail
count_cut(const struct vote *vote, const char **text, uint64_t *count)
{
	enum tail tail = cut_behind_colon(vote, text, count);

	tail = tail != TAIL_NONE ? tail : cut_drawn(vote, text, count);
	return tail != TAIL_NONE ? tail : cut_brackets(vote, text, count);
}

void
count_add(struct vote *vote, size_t option, uint64_t votes)
{
	option_at(&vote->list, option)->votes.thousandths +=
	    1000 * (int64_t)votes;
	vote->has_counts = true;
	vote->brings[vote->document] = true;
}
