/*
 * cross: findings that take more than one chapter to see.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "proceedings.h"
#include "text/alike.h"
#include "text/uni.h"
#include "text/words.h"

enum {
	ALIKE = 600, /* per thousand of words in common, as question-wall */
	ALIKE_FRONT = 500 /* the same, of two that begin alike */
};

/* A wording of a question. */
struct wording {
	struct asked *asked, *last; /* in each chapter, the first in it */
	size_t places;              /* where it stands in all */
};

struct cross {
	struct proceedings *all;
	struct dict wordings; /* by their letters, to struct wording */
	struct dict places;   /* "chapter:letters" that stand in it, and
				 "chapter#number" and "chapter?number" that
				 are told */
};

/* What two wordings are compared by: neither case nor blanks nor marks. */
static const char *
letters_of(struct arena *arena, const char *text)
{
	const char *at = uni_fold(arena, text), *next = at;
	struct buf letters = BUF_INIT;
	int32_t c;

	while ((c = uni_next(&next)) != 0) {
		if (uni_is_word(c))
			buf_add(&letters, at, (size_t)(next - at));
		at = next;
	}
	at = arena_copy(arena, letters.at, letters.length);
	buf_free(&letters);
	return at;
}

static struct dict_entry *
place_of(struct cross *cross, size_t chapter, const char *mark,
    const char *name)
{
	return dict_enter(&cross->places,
	    arena_format(cross->all->arena, "%zu%s%s", chapter, mark, name));
}

static void
collect(struct cross *cross)
{
	struct proceedings *all = cross->all;
	struct asked *asked = all->questions.at;
	struct dict_entry *entry, *place;
	struct wording *wording;
	size_t i;

	for (i = 0; i < all->questions.count; i++) {
		entry = dict_enter(&cross->wordings,
		    letters_of(all->arena, asked[i].text));
		if (entry->value == NULL)
			entry->value =
			    arena_alloc(all->arena, sizeof(struct wording));
		wording = entry->value;
		wording->places++;
		place = place_of(cross, asked[i].chapter, ":", entry->key);
		if (place->value != NULL)
			continue;
		place->value = &asked[i];
		if (wording->last != NULL)
			wording->last->next = &asked[i];
		else
			wording->asked = &asked[i];
		wording->last = &asked[i];
	}
}

/* Where a wording stands in a chapter that has not the other one: where it has
 * both, it is their way from burning to powerful, and no mistake. */
static const struct asked *
alone_in(struct cross *cross, const struct dict_entry *one,
    const struct dict_entry *other)
{
	const struct asked *asked = ((struct wording *)one->value)->asked;

	while (asked != NULL &&
	    place_of(cross, asked->chapter, ":", other->key)->value != NULL)
		asked = asked->next;
	return asked;
}

/* The length of the first two words; 0 where there is but one. */
static size_t
two_words(const char *text)
{
	size_t n = strcspn(text, " ");

	return text[n] == '\0' ? 0 : n + 1 + strcspn(text + n + 1, " ");
}

/* Whether two wordings begin with the same two words: "Comment partager". */
static bool
begin_alike(struct arena *arena, const char *one, const char *two)
{
	size_t n = two_words(one);

	return n > 0 && two_words(two) > 0 &&
	    term_same(arena_copy(arena, one, n),
		arena_copy(arena, two, two_words(two)));
}

/* Whether two wordings are of one question. */
static bool
is_reworded(struct arena *arena, const struct match *match, const char *one,
    const char *two)
{
	return match->similarity >= ALIKE || begin_alike(arena, one, two);
}

/* One question in two wordings: of several in a chapter, that which is most like
 * the other. */
static void
find_wordings(struct cross *cross)
{
	struct proceedings *all = cross->all;
	const struct dict_entry *entry = cross->wordings.entries;
	size_t count = cross->wordings.count, found, i, j, told;
	const char **texts = arena_array(all->arena, count, sizeof(*texts));
	const struct asked *one, *two;
	struct match match[ALIKE_MOST];
	struct alike *alike;

	for (i = 0; i < count; i++)
		texts[i] = ((struct wording *)entry[i].value)->asked->text;
	alike = alike_new(all->arena, texts, count);
	for (i = 0; i < count; i++) {
		found = alike_find(alike, texts[i], i, ALIKE_FRONT, match);
		for (j = told = 0; j < found; j++) {
			one =
			    alone_in(cross, &entry[match[j].index], &entry[i]);
			two =
			    alone_in(cross, &entry[i], &entry[match[j].index]);
			if (one == NULL || two == NULL ||
			    one->chapter == told ||
			    !is_reworded(all->arena, &match[j], one->text,
				two->text))
				continue;
			told = one->chapter;
			method_find(all->method, two->pos,
			    M_CHAPTER_TWO_WORDINGS, one->text,
			    proceedings_number(all, one->chapter), two->text,
			    proceedings_number(all, two->chapter));
		}
	}
}

static bool
is_alike(struct proceedings *all, const struct words *words, const char *text)
{
	struct words others = words_of(all->arena, text);

	return words_similarity(words, &others) >= ALIKE;
}

/* Whether another chapter than its own has a question, or is called so. */
static bool
is_taken_up(struct cross *cross, const struct asked *question)
{
	struct proceedings *all = cross->all;
	const struct chapter *chapter = all->chapters.at;
	const struct asked *other = all->questions.at;
	struct words words = words_of(all->arena, question->text);
	size_t i;

	for (i = 0; i < all->questions.count; i++)
		if (other[i].taken_up &&
		    other[i].chapter != question->chapter &&
		    is_alike(all, &words, other[i].text))
			return true;
	for (i = 0; i < all->chapters.count; i++)
		if (i + 1 != question->chapter &&
		    is_alike(all, &words,
			md_plain(all->arena, chapter[i].title)))
			return true;
	return false;
}

/* A selected question: by either wording, burning or powerful. */
static void
find_left(struct cross *cross)
{
	struct proceedings *all = cross->all;
	const struct asked *asked = all->questions.at;
	struct dict_entry *place;
	size_t count = all->questions.count, i;

	for (i = 0; i < count; i++)
		if (asked[i].selected && is_taken_up(cross, &asked[i]))
			place_of(cross, asked[i].chapter, "#", asked[i].number)
			    ->value = cross;
	for (i = 0; i < count; i++) {
		place = place_of(cross, asked[i].chapter, "#", asked[i].number);
		if (!asked[i].selected || place->value != NULL)
			continue;
		place->value = cross;
		method_find(all->method, asked[i].pos, M_CHAPTER_NOT_TAKEN_UP,
		    asked[i].number, proceedings_number(all, asked[i].chapter));
	}
}

/* Sections with nothing but a question that another place has as well. */
static void
find_alone(struct cross *cross)
{
	struct proceedings *all = cross->all;
	const struct asked *asked = all->questions.at;
	const struct wording *wording;
	size_t i;

	for (i = 0; i < all->questions.count; i++) {
		if (asked[i].alone == NULL)
			continue;
		wording = dict_find(&cross->wordings,
		    letters_of(all->arena, asked[i].text))
			      ->value;
		if (wording->places > 1)
			method_find(all->method, asked[i].pos,
			    M_CHAPTER_ONLY_QUESTION,
			    proceedings_number(all, asked[i].chapter),
			    asked[i].alone);
	}
}

/* References to questions, where some wall numbers them: each once a
 * chapter. */
static void
find_unknown(struct cross *cross)
{
	struct proceedings *all = cross->all;
	const struct asked *asked = all->questions.at;
	const struct asked *reference = all->references.at;
	struct dict_entry *told;
	struct dict numbers;
	size_t i;

	dict_init(&numbers, all->arena);
	for (i = 0; i < all->questions.count; i++)
		if (asked[i].wall && *asked[i].number != '\0')
			dict_enter(&numbers, asked[i].number);
	for (i = 0; numbers.count > 0 && i < all->references.count; i++) {
		if (dict_find(&numbers, reference[i].number) != NULL)
			continue;
		told = place_of(cross, reference[i].chapter, "?",
		    reference[i].number);
		if (told->value == NULL)
			method_find(all->method, reference[i].pos,
			    M_CHAPTER_NO_QUESTION,
			    proceedings_number(all, reference[i].chapter),
			    reference[i].number);
		told->value = cross;
	}
}

void
cross_check(struct proceedings *all)
{
	struct cross cross = { .all = all };

	dict_init(&cross.wordings, all->arena);
	dict_init(&cross.places, all->arena);
	collect(&cross);
	find_wordings(&cross);
	find_left(&cross);
	find_alone(&cross);
	find_unknown(&cross);
}
