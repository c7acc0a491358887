/*
 * alike: an index from words to the texts that hold them.
 */
#include "text/alike.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"
#include "text/uni.h"
#include "text/words.h"

/* The texts that a word stands in, in order: the first ones, and one more. */
struct places {
	size_t *texts;
	size_t count;
	bool sought; /* the text at hand has the word */
};

/* A text: how many words it has, and those that are common. */
struct text {
	size_t count;
	struct places **commons;
	size_t common_count;
};

struct alike {
	struct arena *arena;
	struct dict words; /* to struct places */
	struct dict twins; /* the same of all the words of a text in one string;
			      of texts of the same words the first ones are
			      enough */
	struct text *texts;
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

	for (size_t i = 0; i < words->count; i++)
		buf_format(&key, "%s ", words->at[i]);
	return buf_take(&key, arena);
}

static struct places *
places_of(struct dict *dict, const char *key)
{
	return dict_made(dict, key, sizeof(struct places));
}

static void
add_place(struct dict *dict, struct places *places, size_t index, size_t most)
{
	if (places->count > most)
		return;
	ARENA_ADD(dict->arena, places->texts, places->count) = index;
}

static bool
is_common(const struct places *places)
{
	return places->count > ALIKE_COMMON;
}

/* Has a text keep those of its words that are common. */
static void
keep_commons(struct text *text)
{
	size_t kept = 0;

	for (size_t i = 0; i < text->count; i++)
		if (is_common(text->commons[i]))
			text->commons[kept++] = text->commons[i];
	text->common_count = kept;
}

struct alike *
alike_new(struct arena *arena, const char *const *texts, size_t count)
{
	struct alike *alike = arena_alloc(arena, sizeof(*alike));
	struct words words;
	struct text *text;

	alike->arena = arena;
	dict_init(&alike->words, arena);
	dict_init(&alike->twins, arena);
	alike->texts = arena_array(arena, count, sizeof(*alike->texts));
	alike->shared = arena_array(arena, count, sizeof(size_t));
	alike->touched = arena_array(arena, count, sizeof(size_t));
	for (size_t i = 0; i < count; i++) {
		text = &alike->texts[i];
		words = words_in(arena, texts[i]);
		text->count = words.count;
		text->commons =
		    arena_array(arena, words.count, sizeof(*text->commons));
		for (size_t j = 0; j < words.count; j++) {
			text->commons[j] =
			    places_of(&alike->words, words.at[j]);
			add_place(&alike->words, text->commons[j], i,
			    ALIKE_COMMON);
		}
		add_place(&alike->twins,
		    places_of(&alike->twins, twin_key(arena, &words)), i,
		    ALIKE_MOST);
	}
	for (size_t i = 0; i < count; i++)
		keep_commons(&alike->texts[i]);
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
 * touched by now. */
static size_t
touch(struct alike *alike, const struct places *places, size_t before,
    size_t touched)
{
	for (size_t i = 0; i < places->count && places->texts[i] < before; i++)
		if (alike->shared[places->texts[i]]++ == 0)
			alike->touched[touched++] = places->texts[i];
	return touched;
}

/* How many of the common words sought a text has. */
static size_t
shared_commons(const struct text *text)
{
	size_t shared = 0;

	for (size_t i = 0; i < text->common_count; i++)
		shared += text->commons[i]->sought;
	return shared;
}

/* The same as words_similarity, of words and of the rare ones that a text touched
 * shares with them, with all common ones or with those that it has. */
static size_t
similarity_of(const struct words *words, const struct text *text, size_t shared)
{
	return 2000 * shared / (words->count + text->count);
}

size_t
alike_find(struct alike *alike, const char *plain, size_t before, size_t least,
    struct match found[ALIKE_MOST])
{
	ARENA_SCRATCH(arena);
	struct words words = words_in(arena, plain);
	size_t commons = 0, touched = 0, count = 0, similarity, index;
	struct places **sought =
	    arena_array(arena, words.count, sizeof(*sought));
	const struct places *twins;
	const struct text *other;
	size_t rare;

	for (size_t i = 0; i < words.count; i++) {
		sought[i] = dict_value(&alike->words, words.at[i]);
		if (sought[i] == NULL)
			continue;
		sought[i]->sought = true;
		if (is_common(sought[i]))
			commons++;
		else
			touched = touch(alike, sought[i], before, touched);
	}
	twins = commons == words.count
	    ? dict_value(&alike->twins, twin_key(arena, &words))
	    : NULL;
	if (twins != NULL)
		touched = touch(alike, twins, before, touched);
	for (size_t i = 0; i < touched; i++) {
		index = alike->touched[i];
		other = &alike->texts[index];
		rare = twins == NULL ? alike->shared[index] : 0;
		alike->shared[index] = 0;
		if (similarity_of(&words, other, rare + commons) < least)
			continue;
		similarity =
		    similarity_of(&words, other, rare + shared_commons(other));
		if (similarity >= least)
			count = keep(found, count,
			    (struct match){ index, similarity });
	}
	for (size_t i = 0; i < words.count; i++)
		if (sought[i] != NULL)
			sought[i]->sought = false;
	return count;
}
