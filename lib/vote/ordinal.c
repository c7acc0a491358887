/*
 * ordinal: a rank as somebody typed it: "2", "2e", "second", "1st choice".
 */
#include "vote/ordinal.h"

#include <stdlib.h>
#include <string.h>

#include "sheet/bind.h"
#include "text/uni.h"
#include "vote/dots.h"

static bool
is_front(struct arena *arena, const char *word, size_t length)
{
	return term_lists(T_RANK_FRONTS, arena_copy(arena, word, length));
}

/* The rank that a word says, "2", "2e", "first", "rank_2"; 0 where it says
 * none. */
static size_t
rank_of_word(struct arena *arena, const char *word, size_t length)
{
	size_t front = strcspn(word, "0123456789"), digits;
	int number = term_number(T_RANK_WORDS, word, length);
	char ending[8] = "";

	if (front >= length)
		return number > 0 ? (size_t)number : 0;
	if (front > 0 &&
	    !is_front(arena, word, front - (word[front - 1] == '_')))
		return 0;
	word += front;
	length -= front;
	digits = strspn(word, "0123456789");
	if (digits > 6 || length - digits >= sizeof(ending))
		return 0;
	memcpy(ending, word + digits, length - digits);
	return *ending == '\0' || term_lists(T_RANK_ENDS, ending)
	    ? (size_t)atol(word)
	    : 0;
}

bool
ordinal_read(struct arena *arena, const char *text, size_t *rank)
{
	const char *at = uni_fold(arena, text);
	size_t length, found;

	*rank = 0;
	if (bind_is_none(text))
		return true;
	for (; *at != '\0'; at = uni_skip_blanks(at + length)) {
		length = strcspn(at, " ");
		found = rank_of_word(arena, at, length);
		if (found == 0 && !is_front(arena, at, length))
			return false;
		if (found > 0 && *rank > 0)
			return false;
		*rank += found;
	}
	return *rank > 0;
}

/* The rank that a text says; 0 for none. */
static size_t
rank_of(const char *text)
{
	ARENA_SCRATCH(arena);
	size_t rank;

	return ordinal_read(arena, md_plain(arena, md_text(arena, text)), &rank)
	    ? rank
	    : 0;
}

bool
ordinal_gives(const char *text)
{
	return dots_is(text) || bind_is_none(text) || rank_of(text) > 0;
}

bool
ordinal_is(const char *text)
{
	return rank_of(text) > 0;
}

bool
ordinal_across(const char *const *cells, size_t count)
{
	bool first = false;
	size_t rank;

	for (size_t i = 0; i < count; i++) {
		rank = rank_of(cells[i]);
		if (rank > count || (rank == 0 && !bind_is_none(cells[i])))
			return false;
		first = first || rank == 1;
	}
	return first;
}
