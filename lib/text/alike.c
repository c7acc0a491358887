/*
 * alike: an index from words to the texts that hold them.
 */
#include "text/alike.h"

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"
#include "text/uni.h"
#include "text/words.h"

/* The texts that a word stands in, in order: the first ones, and one more. */
struct places {
	size_t *texts;
	size_t count;
};

struct alike {
	struct arena *arena;
	struct dict words; /* to struct places */
	struct dict twins; /* the same of all the words of a text in one string;
			      of texts of the same words the first ones are
			      enough */
	struct words *texts;
	size_t *shared; /* rare words shared, by text; 0 between searches */
	size_t *touched;
};

/* The words of a text: all of it, where it has none that tells. */
static struct words
words_in(struct arena *arena, const char *plain)
{
	struct words words = words_of(arena, plain);

	if (words.count == 0) {
		words.at = arena_alloc(arena, sizeof(*words.at));
		words.at[words.count++] =
		    arena_format(arena, "=%s", uni_fold(arena, plain));
	}
	return words;
}

static const char *
twin_key(struct arena *arena, const struct words *words)
{
	struct buf key = BUF_INIT;
	size_t i;

	for (i = 0; i < words->count; i++)
		buf_format(&key, "%s ", words->at[i]);
	return buf_take(&key, arena);
}

static void
add_place(struct dict *dict, const char *key, size_t index, size_t most)
{
	struct dict_entry *entry = dict_enter(dict, key);
	struct places *places = entry->value;

	if (places == NULL)
		entry->value = places =
		    arena_alloc(dict->arena, sizeof(*places));
	if (places->count > most)
		return;
	places->texts = arena_grow(dict->arena, places->texts, places->count,
	    sizeof(*places->texts));
	places->texts[places->count++] = index;
}

struct alike *
alike_new(struct arena *arena, const char *const *texts, size_t count)
{
	struct alike *alike = arena_alloc(arena, sizeof(*alike));
	struct words *words;
	size_t i, j;

	alike->arena = arena;
	dict_init(&alike->words, arena);
	dict_init(&alike->twins, arena);
	alike->texts = arena_array(arena, count, sizeof(*alike->texts));
	alike->shared = arena_array(arena, count, sizeof(size_t));
	alike->touched = arena_array(arena, count, sizeof(size_t));
	for (i = 0; i < count; i++) {
		words = &alike->texts[i];
		*words = words_in(arena, texts[i]);
		for (j = 0; j < words->count; j++)
			add_place(&alike->words, words->at[j], i, ALIKE_COMMON);
		add_place(&alike->twins, twin_key(arena, words), i, ALIKE_MOST);
	}
	return alike;
}

/* Puts a match in its place among the best; equal ones by their order. */
static size_t
keep(struct match found[ALIKE_MOST], size_t count, struct match match)
{
	size_t i = count;

	while (i > 0 &&
	    (found[i - 1].similarity < match.similarity ||
		(found[i - 1].similarity == match.similarity &&
		    found[i - 1].index > match.index))) {
		if (i < ALIKE_MOST)
			found[i] = found[i - 1];
		i--;
	}
	if (i < ALIKE_MOST)
		found[i] = match;
	return count < ALIKE_MOST ? count + 1 : count;
}

/* Counts a word in the texts before a place that hold it; returns how many are
 * touched by now.  common: it is in more than are known. */
static size_t
touch(struct alike *alike, const struct dict *dict, const char *key,
    size_t before, size_t touched, bool *common)
{
	const struct dict_entry *entry = dict_find(dict, key);
	const struct places *places = entry != NULL ? entry->value : NULL;
	size_t i;

	*common = places != NULL && places->count > ALIKE_COMMON;
	for (i = 0; places != NULL && !*common && i < places->count &&
	     places->texts[i] < before;
	     i++)
		if (alike->shared[places->texts[i]]++ == 0)
			alike->touched[touched++] = places->texts[i];
	return touched;
}

size_t
alike_find(struct alike *alike, const char *plain, size_t before, size_t least,
    struct match found[ALIKE_MOST])
{
	struct arena *arena = arena_new();
	struct words words = words_in(arena, plain);
	size_t commons = 0, touched = 0, count = 0, similarity, index, i;
	const struct words *other;
	bool common;

	for (i = 0; i < words.count; i++) {
		touched = touch(alike, &alike->words, words.at[i], before,
		    touched, &common);
		commons += common;
	}
	if (commons == words.count)
		touched = touch(alike, &alike->twins, twin_key(arena, &words),
		    before, touched, &common);
	for (i = 0; i < touched; i++) {
		index = alike->touched[i];
		other = &alike->texts[index];
		similarity = 2000 * (alike->shared[index] + commons) /
		    (words.count + other->count);
		alike->shared[index] = 0;
		if (similarity >= least && commons > 0)
			similarity = words_similarity(&words, other);
		if (similarity >= least)
			count = keep(found, count,
			    (struct match){ index, similarity });
	}
	arena_free(arena);
	return count;
}
