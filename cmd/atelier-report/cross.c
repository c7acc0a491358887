/*
 * cross: findings that take more than one chapter to see.
 */
#include <string.h>

#include "base/arena.h"
#include "proceedings.h"
#include "text/uni.h"
#include "text/words.h"

enum {
	ALIKE = 600, /* per thousand of words in common, as question-wall */
	COMMON = 64, /* questions that share a word before it tells nothing */
	LONGEST = 9  /* digits of a number */
};

/* The questions, once each text and chapter, with what they are compared by. */
struct question {
	struct asked *asked;
	const char *folded; /* letters and digits alone */
	struct words words;
	size_t seen; /* the last question that it was compared with */
};

struct cross {
	struct proceedings *all;
	struct question *questions;
	size_t count;
	struct dict places; /* "chapter:folded", of every wording, to it */
	struct dict words;  /* to struct bind_list of size_t */
	struct dict told;   /* pairs of wordings, "folded:folded" */
};

static const char *
count_text(struct cross *cross, size_t number)
{
	return arena_format(cross->all->arena, "%zu", number);
}

static const char *
place_key(struct cross *cross, size_t chapter, const char *folded)
{
	return arena_format(cross->all->arena, "%zu:%s", chapter, folded);
}

static bool
stands_in(struct cross *cross, size_t chapter, const char *folded)
{
	return dict_find(&cross->places, place_key(cross, chapter, folded)) !=
	    NULL;
}

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

/* Adds what one more place says of a question: a wall lists it, and then says
 * that it is selected. */
static void
unite(struct asked *asked, const struct asked *other)
{
	if (*asked->number == '\0')
		asked->number = other->number;
	if (other->selected && !asked->selected)
		asked->pos = other->pos;
	asked->selected = asked->selected || other->selected;
}

static void
collect(struct cross *cross)
{
	struct proceedings *all = cross->all;
	struct asked *asked = all->questions.at;
	struct question *question;
	struct dict_entry *entry;
	const char *folded;
	size_t i;

	cross->questions = arena_array(all->arena, all->questions.count,
	    sizeof(*cross->questions));
	for (i = 0; i < all->questions.count; i++) {
		folded = letters_of(all->arena, asked[i].text);
		entry = dict_enter(&cross->places,
		    place_key(cross, asked[i].chapter, folded));
		if (entry->value != NULL) {
			question = entry->value;
			unite(question->asked, &asked[i]);
			continue;
		}
		question = &cross->questions[cross->count++];
		entry->value = question;
		*question = (struct question){ &asked[i], folded,
			words_of(all->arena, asked[i].text), 0 };
	}
}

/*
 * Two wordings of one question; where one chapter has both, it is their way
 * from burning to powerful, and no mistake.
 */
static bool
differ(struct cross *cross, const struct question *a, const struct question *b)
{
	size_t one = a->asked->chapter, other = b->asked->chapter;

	return one != other && strcmp(a->folded, b->folded) != 0 &&
	    words_similarity(&a->words, &b->words) >= ALIKE &&
	    !stands_in(cross, other, a->folded) &&
	    !stands_in(cross, one, b->folded);
}

/* Whether this pair of wordings was told already, of other chapters. */
static bool
is_told(struct cross *cross, const struct question *a, const struct question *b)
{
	bool swap = strcmp(a->folded, b->folded) > 0;
	struct dict_entry *entry = dict_enter(&cross->told,
	    arena_format(cross->all->arena, "%s:%s",
		swap ? b->folded : a->folded, swap ? a->folded : b->folded));
	bool told = entry->value != NULL;

	entry->value = cross;
	return told;
}

static void
compare_with(struct cross *cross, size_t i, const struct bind_list *others)
{
	const size_t *other = others->at;
	struct question *a, *b = &cross->questions[i];
	size_t j;

	for (j = 0; j < others->count; j++) {
		a = &cross->questions[other[j]];
		if (a->seen == i + 1)
			continue;
		a->seen = i + 1;
		if (differ(cross, a, b) && !is_told(cross, a, b))
			note_add(&cross->all->findings, b->asked->pos,
			    M_CHAPTER_TWO_WORDINGS, a->asked->text,
			    count_text(cross, a->asked->chapter),
			    b->asked->text,
			    count_text(cross, b->asked->chapter));
	}
}

/* Compares each question with those before it that share a telling word. */
static void
find_wordings(struct cross *cross)
{
	struct question *question;
	struct bind_list *others;
	struct dict_entry *entry;
	size_t i, j;

	for (i = 0; i < cross->count; i++) {
		question = &cross->questions[i];
		for (j = 0; j < question->words.count; j++) {
			entry =
			    dict_enter(&cross->words, question->words.at[j]);
			if (entry->value == NULL)
				entry->value = arena_alloc(cross->all->arena,
				    sizeof(*others));
			others = entry->value;
			if (others->count > COMMON)
				continue;
			compare_with(cross, i, others);
			*(size_t *)bind_append(cross->all->bind, others,
			    sizeof(size_t)) = i;
		}
	}
}

/* Whether another chapter than its own has a question, or is called so. */
static bool
is_taken_up(struct cross *cross, const struct question *question)
{
	const struct chapter *chapter = cross->all->chapters.at;
	const struct question *other;
	struct words title;
	size_t i;

	for (i = 0; i < cross->count; i++) {
		other = &cross->questions[i];
		if (other->asked->chapter != question->asked->chapter &&
		    words_similarity(&other->words, &question->words) >= ALIKE)
			return true;
	}
	for (i = 0; i < cross->all->chapters.count; i++) {
		if (i + 1 == question->asked->chapter)
			continue;
		title = words_of(cross->all->arena,
		    md_plain(cross->all->arena, chapter[i].title));
		if (words_similarity(&title, &question->words) >= ALIKE)
			return true;
	}
	return false;
}

/* A selected question: by either wording, burning or powerful. */
static void
find_left(struct cross *cross)
{
	const struct question *question;
	struct dict taken;
	const char *key;
	size_t i;

	dict_init(&taken, cross->all->arena);
	for (i = 0; i < cross->count; i++) {
		question = &cross->questions[i];
		if (question->asked->selected && is_taken_up(cross, question))
			dict_enter(&taken,
			    place_key(cross, question->asked->chapter,
				question->asked->number));
	}
	for (i = 0; i < cross->count; i++) {
		question = &cross->questions[i];
		key = place_key(cross, question->asked->chapter,
		    question->asked->number);
		if (!question->asked->selected || dict_find(&taken, key))
			continue;
		dict_enter(&taken, key);
		note_add(&cross->all->findings, question->asked->pos,
		    M_CHAPTER_NOT_TAKEN_UP, question->asked->number,
		    count_text(cross, question->asked->chapter));
	}
}

/* Sections with nothing but a question that another place has as well. */
static void
find_lone(struct cross *cross)
{
	const struct lone *lone = cross->all->lone.at;
	struct arena *arena = cross->all->arena;
	struct dict asked;
	size_t i;

	dict_init(&asked, arena);
	for (i = 0; i < cross->count; i++)
		dict_enter(&asked, cross->questions[i].folded);
	for (i = 0; i < cross->all->lone.count; i++) {
		if (dict_find(&asked, letters_of(arena, lone[i].text)) != NULL)
			note_add(&cross->all->findings, lone[i].pos,
			    M_CHAPTER_ONLY_QUESTION,
			    count_text(cross, lone[i].chapter),
			    lone[i].heading);
	}
}

/* The number behind "question", "questions n°" or "Q"; "" if there is none. */
static const char *
reference_at(struct cross *cross, const char *text)
{
	static const char *const marks[] = { "n°", "nº", "no.", "no", "#" };
	size_t i, n;

	if (strncmp(text, "uestion", 7) == 0) {
		text += 7;
		text += *text == 's';
		if (*text != ' ' && strncmp(text, "\u00a0", 2) != 0)
			return "";
		text += *text == ' ' ? 1 : 2;
		for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
			n = strlen(marks[i]);
			if (strncmp(text, marks[i], n) != 0)
				continue;
			text += n + strspn(text + n, " ");
			break;
		}
	}
	n = strspn(text, "0123456789");
	if (n == 0 || n > LONGEST || uni_is_word((unsigned char)text[n]))
		return "";
	return arena_copy(cross->all->arena, text, n);
}

static void
find_references(struct cross *cross, struct dict *numbers, const char *text,
    size_t length, size_t number)
{
	const struct chapter *chapter =
	    (struct chapter *)cross->all->chapters.at + number - 1;
	const char *at = text, *end = text + length, *found, *key;
	struct dict told;

	dict_init(&told, cross->all->arena);
	while (at < end && (at = strpbrk(at, "qQ")) != NULL && at < end) {
		found = at > text && uni_is_word((unsigned char)at[-1])
		    ? ""
		    : reference_at(cross, at + 1);
		at++;
		if (*found == '\0' || dict_find(numbers, found) != NULL)
			continue;
		key = found;
		if (dict_find(&told, key) != NULL)
			continue;
		dict_enter(&told, key);
		note_add(&cross->all->findings, chapter->pos,
		    M_CHAPTER_NO_QUESTION, count_text(cross, number), found);
	}
}

/* References to questions, where some wall numbers them. */
static void
find_unknown(struct cross *cross, const struct buf *report)
{
	const struct asked *asked = cross->all->questions.at;
	const struct chapter *chapter = cross->all->chapters.at;
	size_t count = cross->all->chapters.count, end, i;
	struct dict numbers;

	dict_init(&numbers, cross->all->arena);
	for (i = 0; i < cross->all->questions.count; i++)
		if (asked[i].wall && *asked[i].number != '\0')
			dict_enter(&numbers, asked[i].number);
	if (numbers.count == 0)
		return;
	for (i = 0; i < count; i++) {
		end = i + 1 < count ? chapter[i + 1].start
				    : cross->all->chapters_end;
		find_references(cross, &numbers, report->at + chapter[i].start,
		    end - chapter[i].start, i + 1);
	}
}

void
cross_check(struct proceedings *proceedings, const struct buf *report)
{
	struct cross cross = { .all = proceedings };

	dict_init(&cross.places, proceedings->arena);
	dict_init(&cross.words, proceedings->arena);
	dict_init(&cross.told, proceedings->arena);
	collect(&cross);
	find_wordings(&cross);
	find_left(&cross);
	find_lone(&cross);
	find_unknown(&cross, report);
}
