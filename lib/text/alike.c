/*
 * alike: an index from words to the texts that hold them.
 */
#include "text/alike.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"
#include "text/uni.h"
#include "text/words.h"

/* A word, and the texts that it stands in, in order. */
struct word {
	size_t id;
	size_t *texts;
	size_t count;
};

/* Texts of the same words: the first ones are enough. */
struct twins {
	size_t texts[ALIKE_MOST];
	size_t count;
};

struct text {
	size_t *ids; /* of its words, rising */
	size_t count;
};

struct alike {
	struct arena *arena;
	struct dict words; /* to struct word */
	struct dict twins; /* words in one string, to struct twins */
	struct text *texts;
	size_t *shared; /* rare words shared, by text; 0 between searches */
	size_t *touched;
};

static int
compare_ids(const void *a, const void *b)
{
	const size_t *one = a, *two = b;

	return *one < *two ? -1 : *one > *two;
}

/* All the words of a text in one string; the text where it has none. */
static const char *
twin_key(struct arena *arena, const struct words *words, const char *plain)
{
	struct buf key = BUF_INIT;
	const char *kept;
	size_t i;

	for (i = 0; i < words->count; i++)
		buf_format(&key, "%s ", words->at[i]);
	if (words->count == 0)
		buf_format(&key, "=%s", uni_fold(arena, plain));
	kept = arena_copy(arena, key.at, key.length);
	buf_free(&key);
	return kept;
}

static void
add_text(struct alike *alike, size_t index, const char *plain)
{
	struct words words = words_of(alike->arena, plain);
	struct text *text = &alike->texts[index];
	struct dict_entry *entry;
	struct twins *twins;
	struct word *word;
	size_t i;

	text->ids = arena_array(alike->arena, words.count, sizeof(*text->ids));
	text->count = words.count;
	for (i = 0; i < words.count; i++) {
		entry = dict_enter(&alike->words, words.at[i]);
		if (entry->value == NULL) {
			entry->value = arena_alloc(alike->arena, sizeof(*word));
			((struct word *)entry->value)->id = alike->words.count;
		}
		word = entry->value;
		text->ids[i] = word->id;
		if (word->count > ALIKE_COMMON)
			continue;
		word->texts = arena_grow(alike->arena, word->texts, word->count,
		    sizeof(*word->texts));
		word->texts[word->count++] = index;
	}
	if (text->count > 1)
		qsort(text->ids, text->count, sizeof(*text->ids), compare_ids);
	entry =
	    dict_enter(&alike->twins, twin_key(alike->arena, &words, plain));
	if (entry->value == NULL)
		entry->value = arena_alloc(alike->arena, sizeof(*twins));
	twins = entry->value;
	if (twins->count < ALIKE_MOST)
		twins->texts[twins->count++] = index;
}

struct alike *
alike_new(struct arena *arena, const char *const *texts, size_t count)
{
	struct alike *alike = arena_alloc(arena, sizeof(*alike));
	size_t i;

	alike->arena = arena;
	dict_init(&alike->words, arena);
	dict_init(&alike->twins, arena);
	alike->texts = arena_array(arena, count, sizeof(*alike->texts));
	alike->shared = arena_array(arena, count, sizeof(size_t));
	alike->touched = arena_array(arena, count, sizeof(size_t));
	for (i = 0; i < count; i++)
		add_text(alike, i, texts[i]);
	return alike;
}

static size_t
count_shared(const struct text *a, const struct text *b)
{
	size_t i = 0, j = 0, shared = 0;

	while (i < a->count && j < b->count) {
		shared += a->ids[i] == b->ids[j];
		if (a->ids[i] < b->ids[j])
			i++;
		else if (a->ids[i] > b->ids[j])
			j++;
		else {
			i++;
			j++;
		}
	}
	return shared;
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

/* What is searched for, and what was found. */
struct search {
	struct alike *alike;
	struct text text; /* of the words known; all of them in all */
	size_t all, common;
	size_t least;
	struct match *found;
	size_t count;
};

/* Weighs a text that shares some of the rare words. */
static void
weigh(struct search *search, size_t index)
{
	const struct text *other = &search->alike->texts[index];
	size_t both = search->all + other->count;
	size_t shared = search->alike->shared[index];

	if (both == 0 ||
	    2000 * (shared + search->common) / both < search->least)
		return;
	if (search->common > 0)
		shared = count_shared(&search->text, other);
	if (shared == search->all && shared == other->count)
		return; /* of the same words: the twins have it */
	if (2000 * shared / both >= search->least)
		search->count = keep(search->found, search->count,
		    (struct match){ index, 2000 * shared / both });
}

/* Looks up the words of a text; touches the texts that hold rare ones. */
static size_t
touch(struct search *search, const struct words *words, size_t before)
{
	struct alike *alike = search->alike;
	const struct dict_entry *entry;
	const struct word *word;
	size_t i, j, touched = 0;

	for (i = 0; i < words->count; i++) {
		entry = dict_find(&alike->words, words->at[i]);
		if (entry == NULL)
			continue;
		word = entry->value;
		search->text.ids[search->text.count++] = word->id;
		if (word->count > ALIKE_COMMON) {
			search->common++;
			continue;
		}
		for (j = 0; j < word->count && word->texts[j] < before; j++)
			if (alike->shared[word->texts[j]]++ == 0)
				alike->touched[touched++] = word->texts[j];
	}
	if (search->text.count > 1)
		qsort(search->text.ids, search->text.count,
		    sizeof(*search->text.ids), compare_ids);
	return touched;
}

size_t
alike_find(struct alike *alike, const char *plain, size_t before, size_t least,
    struct match found[ALIKE_MOST])
{
	struct arena *arena = arena_new();
	struct words words = words_of(arena, plain);
	struct search search = { .alike = alike,
		.all = words.count,
		.least = least,
		.found = found };
	const struct dict_entry *entry;
	const struct twins *twins;
	size_t touched, i;

	search.text.ids = arena_array(arena, words.count, sizeof(size_t));
	entry = dict_find(&alike->twins, twin_key(arena, &words, plain));
	twins = entry ? entry->value : NULL;
	for (i = 0; twins != NULL && i < twins->count; i++)
		if (twins->texts[i] < before)
			search.count = keep(found, search.count,
			    (struct match){ twins->texts[i], 1000 });
	touched = touch(&search, &words, before);
	for (i = 0; i < touched; i++) {
		weigh(&search, alike->touched[i]);
		alike->shared[alike->touched[i]] = 0;
	}
	arena_free(arena);
	return search.count;
}
