/*
 * cross: findings that take more than one chapter to see.
 */
#include <string.h>

#include "proceedings.h"
#include "sheet/gather.h"
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
	struct gather wordings; /* struct wording, by their letters */
	struct dict told;       /* "chapter#number" and "chapter?number" */
};

/* What two wordings are compared by: neither case nor blanks nor marks. */
static const char *
letters_of(struct arena *arena, const char *text)
{
	const char *at = uni_fold(arena, text), *next = at;
	struct buf letters = BUF_INIT;
	int32_t c;

	for (; (c = uni_next(&next)) != 0; at = next)
		if (uni_is_word(c))
			buf_add(&letters, at, (size_t)(next - at));
	return buf_take(&letters, arena);
}

/* Whether something was told of a chapter: from now on it is. */
static bool
is_told(struct cross *cross, size_t chapter, const char *mark, const char *name)
{
	struct dict_entry *entry = dict_enter(&cross->told,
	    arena_format(cross->all->arena, "%zu%s%s", chapter, mark, name));
	bool told = entry->value != NULL;

	entry->value = cross;
	return told;
}

static void
collect(struct cross *cross)
{
	struct wording *wording;

	BIND_EACH(struct asked, asked, &cross->all->questions) {
		wording = gather_enter(&cross->wordings,
		    letters_of(cross->all->arena, asked->text), NULL);
		wording->places++;
		if (wording->last == NULL)
			wording->asked = wording->last = asked;
		if (wording->last->chapter == asked->chapter)
			continue;
		wording->last->next = asked;
		wording->last = asked;
	}
}

/* Where a wording stands in a chapter that has not the other one: where it has
 * both, it is their way from burning to powerful, and no mistake. */
static const struct asked *
alone_in(const struct wording *one, const struct wording *other)
{
	const struct asked *asked = one->asked, *there = other->asked;

	for (; asked != NULL; asked = asked->next) {
		while (there != NULL && there->chapter < asked->chapter)
			there = there->next;
		if (there == NULL || there->chapter > asked->chapter)
			return asked;
	}
	return NULL;
}

/* The first two words; "" where there is but one. */
static const char *
two_words(struct arena *arena, const char *text)
{
	size_t n = strcspn(text, " ");

	return text[n] == '\0'
	    ? ""
	    : arena_copy(arena, text, n + 1 + strcspn(text + n + 1, " "));
}

/* Whether two wordings begin with the same two words: "Comment partager". */
static bool
begin_alike(struct arena *arena, const char *one, const char *two)
{
	const char *first = two_words(arena, one);

	return *first != '\0' && term_same(first, two_words(arena, two));
}

/* One question in two wordings: of several in a chapter, that which is most like
 * the other. */
static void
find_wordings(struct cross *cross)
{
	struct proceedings *all = cross->all;
	const struct wording *wording = cross->wordings.list.at, *other;
	size_t count = cross->wordings.list.count, found, i, j, told;
	const char **texts = arena_array(all->arena, count, sizeof(*texts));
	const struct asked *one, *two;
	struct match match[ALIKE_MOST];
	struct alike *alike;

	for (i = 0; i < count; i++)
		texts[i] = wording[i].asked->text;
	alike = alike_new(all->arena, texts, count);
	for (i = 0; i < count; i++) {
		found = alike_find(alike, texts[i], i, ALIKE_FRONT, match);
		for (j = told = 0; j < found; j++) {
			other = &wording[match[j].index];
			one = alone_in(other, &wording[i]);
			two = alone_in(&wording[i], other);
			if (one == NULL || two == NULL ||
			    one->chapter == told ||
			    (match[j].similarity < ALIKE &&
				!begin_alike(all->arena, one->text, two->text)))
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
is_alike(struct arena *arena, const struct words *words, const char *text)
{
	struct words others = words_of(arena, text);

	return words_similarity(words, &others) >= ALIKE;
}

/* Whether another chapter than its own has a question, or is called so. */
static bool
is_taken_up(const struct proceedings *all, const struct asked *question)
{
	struct words words = words_of(all->arena, question->text);
	size_t number = 0;

	BIND_EACH(const struct asked, other, &all->questions)
		if (other->taken_up && other->chapter != question->chapter &&
		    is_alike(all->arena, &words, other->text))
			return true;
	BIND_EACH(const struct chapter, chapter, &all->chapters)
		if (++number != question->chapter &&
		    is_alike(all->arena, &words,
			md_plain(all->arena, chapter->title)))
			return true;
	return false;
}

/* A selected question: by either wording, burning or powerful. */
static void
find_left(struct cross *cross)
{
	struct proceedings *all = cross->all;

	BIND_EACH(const struct asked, asked, &all->questions)
		if (asked->selected && is_taken_up(all, asked))
			is_told(cross, asked->chapter, "#", asked->number);
	BIND_EACH(const struct asked, asked, &all->questions)
		if (asked->selected &&
		    !is_told(cross, asked->chapter, "#", asked->number))
			method_find(all->method, asked->pos,
			    M_CHAPTER_NOT_TAKEN_UP, asked->number,
			    proceedings_number(all, asked->chapter));
}

/* Sections with nothing but a question that another place has as well. */
static void
find_alone(struct cross *cross)
{
	struct proceedings *all = cross->all;
	const struct wording *wording;

	BIND_EACH(const struct asked, asked, &all->questions) {
		wording = gather_find(&cross->wordings,
		    letters_of(all->arena, asked->text));
		if (asked->alone != NULL && wording->places > 1)
			method_find(all->method, asked->pos,
			    M_CHAPTER_ONLY_QUESTION,
			    proceedings_number(all, asked->chapter),
			    asked->alone);
	}
}

/* References to questions, where some wall numbers them: each once a
 * chapter. */
static void
find_unknown(struct cross *cross)
{
	struct proceedings *all = cross->all;
	struct dict numbers;

	dict_init(&numbers, all->arena);
	BIND_EACH(const struct asked, asked, &all->questions)
		if (asked->wall && *asked->number != '\0')
			dict_enter(&numbers, asked->number);
	BIND_EACH(const struct asked, reference, &all->references)
		if (numbers.count > 0 &&
		    dict_find(&numbers, reference->number) == NULL &&
		    !is_told(cross, reference->chapter, "?", reference->number))
			method_find(all->method, reference->pos,
			    M_CHAPTER_NO_QUESTION,
			    proceedings_number(all, reference->chapter),
			    reference->number);
}

void
cross_check(struct proceedings *all)
{
	struct cross cross = { .all = all,
		.wordings = gather_new(all->bind, sizeof(struct wording)) };

	cross.wordings.nameless = true;
	dict_init(&cross.told, all->arena);
	collect(&cross);
	find_wordings(&cross);
	find_left(&cross);
	find_alone(&cross);
	find_unknown(&cross);
}
