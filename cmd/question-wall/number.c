/*
 * number: every question gets its number, and is found by it.
 *
 * A number that a question was given by hand stands, unless an earlier
 * document has it; one that an ordered list shows stands in the first
 * document alone, and gives way to one given by hand.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "wall.h"

static const char *
key_of(const struct wall *wall, size_t number)
{
	return arena_format(wall->method->arena, "%zu", number);
}

static const char *
typed_key(const struct wall *wall, size_t document, size_t number)
{
	return arena_format(wall->method->arena, "%zu:%zu", document, number);
}

const char *
number_text_of(const struct wall *wall, const struct question *question)
{
	return key_of(wall, question->number);
}

static struct question *
find(const struct dict *dict, const char *key)
{
	const struct dict_entry *entry = dict_find(dict, key);

	return entry ? entry->value : NULL;
}

static void
take_number(struct wall *wall, struct question *question, size_t number)
{
	question->number = number;
	dict_enter(&wall->numbers, key_of(wall, number))->value = question;
}

void
number_put(struct wall *wall, enum term key, struct bind_text *text,
    const struct bind_text *other)
{
	if (*other->text == '\0' || strcmp(text->text, other->text) == 0)
		return;
	if (*text->text == '\0')
		*text = *other;
	else
		bind_fault(wall->method->bind, other->pos, M_CONFLICT,
		    method_word(wall->method, key), other->text, text->text,
		    bind_place(wall->method->bind, text->pos));
}

/* The same number and text again is the same question; false if it is not. */
static bool
unite(struct wall *wall, struct question *question, struct question *before)
{
	if (strcmp(question->text.text, before->text.text) != 0)
		return false;
	question->same = before;
	number_put(wall, T_AUTHOR, &before->author, &question->author);
	number_put(wall, T_WORKSHOP, &before->workshop, &question->workshop);
	number_put(wall, T_POWERFUL, &before->powerful, &question->powerful);
	number_put(wall, T_WALL_VOTES, &before->votes, &question->votes);
	if (*before->repeats.text == '\0' && *question->repeats.text != '\0') {
		before->repeats = question->repeats;
		before->document = question->document;
	}
	if (*before->theme.text == '\0')
		before->theme = question->theme;
	if (before->choice == CHOICE_UNSAID)
		before->choice = question->choice;
	return true;
}

/* A number given by hand: once in a document, and the first one has it. */
static void
take_given(struct wall *wall, struct question *question)
{
	struct dict_entry *typed = dict_enter(&wall->typed,
	    typed_key(wall, question->document, question->typed));
	struct question *before = typed->value;

	if (before != NULL) {
		if (!unite(wall, question, before))
			bind_fault(wall->method->bind, question->text.pos,
			    M_WALL_NUMBER_TWICE, key_of(wall, question->typed),
			    bind_place(wall->method->bind, before->text.pos));
		return;
	}
	typed->value = question;
	before = find(&wall->numbers, key_of(wall, question->typed));
	if (before == NULL)
		take_number(wall, question, question->typed);
	else if (unite(wall, question, before))
		typed->value = before;
}

/* A number that an ordered list shows. */
static void
take_listed(struct wall *wall, struct question *question, bool first)
{
	struct dict_entry *typed = dict_enter(&wall->typed,
	    typed_key(wall, question->document, question->typed));

	if (typed->value != NULL)
		return;
	typed->value = question;
	if (first)
		take_number(wall, question, question->typed);
}

/* The numbers of one document's questions, from a place on; returns where the
 * next one's begin. */
static size_t
take_document(struct wall *wall, size_t from)
{
	bool first = wall->numbers.count == 0;
	size_t document = question_at(wall, from)->document, to = from;
	struct question *question;

	for (; to < wall->questions.count; to++) {
		question = question_at(wall, to);
		if (question->document != document)
			break;
		if (question->typed > 0 && !question->listed)
			take_given(wall, question);
	}
	for (; from < to; from++) {
		question = question_at(wall, from);
		if (question->listed)
			take_listed(wall, question, first);
	}
	return to;
}

/* What has no number gets the next ones. */
static void
continue_numbers(struct wall *wall)
{
	struct question *question;
	size_t i, next = 0;

	for (i = 0; i < wall->questions.count; i++)
		if (question_at(wall, i)->number > next)
			next = question_at(wall, i)->number;
	for (i = 0; i < wall->questions.count; i++) {
		question = question_at(wall, i);
		if (question->same == NULL && question->number == 0)
			take_number(wall, question, ++next);
		if (question->number <= WALL_MAX_NUMBER)
			continue;
		bind_fault(wall->method->bind, question->text.pos,
		    M_WALL_NUMBER_LARGE);
		return;
	}
}

static int
compare_numbers(const void *a, const void *b)
{
	const struct question *one = a, *two = b;

	return -method_falling((int64_t)one->number, (int64_t)two->number);
}

/* Puts those that are kept in order, and knows them by number and text. */
static void
order(struct wall *wall)
{
	struct arena *arena = wall->method->arena;
	struct bind_list kept = { .count = 0 };
	struct question *question;
	struct dict_entry *entry;
	const char **texts;
	size_t i;

	for (i = 0; i < wall->questions.count; i++)
		if (question_at(wall, i)->same == NULL)
			bind_put(wall->method->bind, &kept,
			    question_at(wall, i), sizeof(*question));
	kept = method_sorted(wall->method, sizeof(*question), compare_numbers,
	    &kept);
	wall->questions.at = kept.at;
	wall->questions.count = kept.count;
	texts = arena_array(arena, kept.count + 1, sizeof(*texts));
	for (i = 0; i < kept.count; i++) {
		question = question_at(wall, i);
		question->index = i;
		question->burning = question->text;
		question->burning.more = NULL; /* stands with the question */
		texts[i] = method_plain(wall->method, question->text.text);
		take_number(wall, question, question->number);
		entry = dict_enter(&wall->texts, uni_fold(arena, texts[i]));
		if (entry->value == NULL)
			entry->value = question;
	}
	wall->alike = alike_new(arena, texts, kept.count);
}

void
number_questions(struct wall *wall)
{
	size_t from = 0;

	dict_init(&wall->typed, wall->method->arena);
	dict_init(&wall->numbers, wall->method->arena);
	dict_init(&wall->texts, wall->method->arena);
	while (from < wall->questions.count)
		from = take_document(wall, from);
	continue_numbers(wall);
	order(wall);
}

struct question *
number_get(const struct wall *wall, size_t number, size_t document)
{
	const struct question *typed =
	    find(&wall->typed, typed_key(wall, document, number));

	return find(&wall->numbers,
	    key_of(wall, typed != NULL ? typed->number : number));
}

struct question *
number_of_text(const struct wall *wall, const char *text)
{
	return find(&wall->texts,
	    uni_fold(wall->method->arena, method_plain(wall->method, text)));
}

void
number_unknown(struct wall *wall, const struct bind_text *name)
{
	const char *plain = method_plain(wall->method, name->text);
	struct match found[ALIKE_MOST];
	const struct question *nearest;

	if (alike_find(wall->alike, plain, wall->questions.count, 1, found) ==
	    0) {
		bind_fault(wall->method->bind, name->pos, M_WALL_UNKNOWN,
		    plain);
		return;
	}
	nearest = question_at(wall, found[0].index);
	bind_fault(wall->method->bind, name->pos, M_WALL_UNKNOWN_NEAR, plain,
	    number_text_of(wall, nearest),
	    method_plain(wall->method, nearest->text.text));
}

struct question *
number_find(struct wall *wall, const struct bind_text *name, size_t document)
{
	size_t number = mark_number(method_plain(wall->method, name->text));
	struct question *question = number > 0
	    ? number_get(wall, number, document)
	    : number_of_text(wall, name->text);

	if (question == NULL)
		number_unknown(wall, name);
	return question;
}
