#include "text/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/term.h"
#include "text/uni.h"

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Whether a word, with a blank on either side, is one that says little. */
static bool
is_stop_word(const char *padded, enum lang lang)
{
	return strstr(term_name(T_STOP_WORDS, lang), padded) != NULL;
}

/* A letter with an accent is longer than what it folds to: "thé" is no "the".  A
 * capital alone is an initial. */
static void
vote(struct arena *arena, const char *from, size_t length, size_t votes[3])
{
	const char *word = arena_format(arena, "%.*s", (int)length, from);
	const char *folded = uni_fold(arena, word);
	const char *padded = arena_format(arena, " %s ", folded);
	bool french = is_stop_word(padded, LANG_FR);
	bool english =
	    is_stop_word(padded, LANG_EN) && strlen(folded) == length;

	if (length == 1 && *from >= 'A' && *from <= 'Z')
		return;
	votes[LANG_FR] += french && !english;
	votes[LANG_EN] += english && !french;
	votes[LANG_NONE] += strlen(folded) < length;
}

void
words_vote(struct arena *arena, const char *text, size_t votes[3])
{
	const char *at = text, *start = text, *next = text;
	int32_t c;

	do {
		c = uni_next(&next);
		if (!uni_is_word(c)) {
			if (at > start)
				vote(arena, start, (size_t)(at - start), votes);
			start = next;
		}
		at = next;
	} while (c != 0);
}

static void
add(struct arena *arena, struct words *words, const char *from, size_t length)
{
	char *word = arena_format(arena, " %.*s ", (int)length, from);

	if (length == 0 || is_stop_word(word, LANG_FR) ||
	    is_stop_word(word, LANG_EN))
		return;
	word++;
	word[length] = '\0';
	if (length > 2 && strchr("sx", word[length - 1]) != NULL)
		word[length - 1] = '\0';
	ARENA_ADD(arena, words->at, words->count) = word;
}

struct words
words_of(struct arena *arena, const char *plain)
{
	const char *at = uni_fold(arena, plain), *start = at, *next;
	struct words words = { NULL, 0 };
	size_t i, kept = 0;
	int32_t c;

	do {
		next = at;
		c = uni_next(&next);
		if (!uni_is_word(c)) {
			add(arena, &words, start, (size_t)(at - start));
			start = next;
		}
		at = next;
	} while (c != 0);
	if (words.count > 1)
		qsort(words.at, words.count, sizeof(*words.at), compare);
	for (i = 0; i < words.count; i++)
		if (kept == 0 || strcmp(words.at[i], words.at[kept - 1]) != 0)
			words.at[kept++] = words.at[i];
	words.count = kept;
	return words;
}

size_t
words_count(const char *plain)
{
	bool inside = false;
	size_t count = 0;
	int32_t c;

	while ((c = uni_next(&plain)) != 0) {
		if (uni_is_blank(c)) {
			inside = false;
		} else if (!inside && uni_is_word(c)) {
			inside = true;
			count++;
		}
	}
	return count;
}

size_t
words_shared(const struct words *a, const struct words *b)
{
	size_t i = 0, j = 0, shared = 0;
	int order;

	while (i < a->count && j < b->count) {
		order = strcmp(a->at[i], b->at[j]);
		shared += order == 0;
		i += order <= 0;
		j += order >= 0;
	}
	return shared;
}

size_t
words_similarity(const struct words *a, const struct words *b)
{
	size_t both = a->count + b->count;

	return both == 0 ? 0 : 2000 * words_shared(a, b) / both;
}
