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
typed_key(const struct wall *wall, size_t part, size_t number)
{
	return arena_format(wall->method->arena, "%zu:%zu", part, number);
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

/* What one question says of a key where another one says nothing of it. */
static void
unite_text(struct wall *wall, enum term key, struct bind_text *text,
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
	unite_text(wall, T_AUTHOR, &before->author, &question->author);
	unite_text(wall, T_WORKSHOP, &before->workshop, &question->workshop);
	unite_text(wall, T_POWERFUL, &before->powerful, &question->powerful);
	unite_text(wall, T_WALL_VOTES, &before->votes, &question->votes);
	if (*before->duplicate_text.text == '\0' &&
	    *question->duplicate_text.text != '\0') {
		before->duplicate_text = question->duplicate_text;
		before->part = question->part;
	}
	if (before->theme == NULL)
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
	    typed_key(wall, question->part, question->typed));
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
	    typed_key(wall, question->part, question->typed));

	if (typed->value != NULL)
		return;
	typed->value = question;
	if (first)
		take_number(wall, question, question->typed);
}

/* The numbers of one document's questions, from one to another. */
static void
take_part(struct wall *wall, size_t from, size_t to)
{
	bool first = wall->numbers.count == 0;
	struct question *question;
	size_t i;

	for (i = from; i < to; i++) {
		question = question_at(wall, i);
		if (question->typed > 0 && !question->listed)
			take_given(wall, question);
	}
	for (i = from; i < to; i++) {
		question = question_at(wall, i);
		if (question->listed)
			take_listed(wall, question, first);
	}
}

/* What has no number gets the next ones; what was given before goes. */
static void
continue_numbers(struct wall *wall)
{
	struct question **questions = wall->questions.at, *question;
	size_t i, kept = 0, next = 0;

	for (i = 0; i < wall->questions.count; i++)
		if (questions[i]->number > next)
			next = questions[i]->number;
	for (i = 0; i < wall->questions.count; i++) {
		question = questions[i];
		if (question->same != NULL)
			continue;
		if (question->number == 0)
			take_number(wall, question, ++next);
		if (question->number > WALL_MAX_NUMBER) {
			bind_fault(wall->method->bind, question->text.pos,
			    M_WALL_NUMBER_LARGE);
			break;
		}
		questions[kept++] = question;
	}
	wall->questions.count = kept;
}

static int
compare_numbers(const void *a, const void *b)
{
	const struct question *const *one = a, *const *two = b;

	return method_falling((int64_t)(*two)->number, (int64_t)(*one)->number);
}

/* Puts them in order, and knows them by their texts. */
static void
order(struct wall *wall)
{
	struct arena *arena = wall->method->arena;
	size_t i, count = wall->questions.count;
	const char **texts = arena_array(arena, count + 1, sizeof(*texts));
	struct dict_entry *entry;

	if (count > 1)
		qsort(wall->questions.at, count, sizeof(struct question *),
		    compare_numbers);
	for (i = 0; i < count; i++) {
		question_at(wall, i)->index = i;
		texts[i] =
		    method_plain(wall->method, question_at(wall, i)->text.text);
		entry = dict_enter(&wall->texts, uni_fold(arena, texts[i]));
		if (entry->value == NULL)
			entry->value = question_at(wall, i);
	}
	wall->alike = alike_new(arena, texts, count);
}

void
number_questions(struct wall *wall)
{
	size_t from = 0, to = 0, count = wall->questions.count;

	dict_init(&wall->typed, wall->method->arena);
	dict_init(&wall->numbers, wall->method->arena);
	dict_init(&wall->texts, wall->method->arena);
	for (; from < count; from = to) {
		while (to < count &&
		    question_at(wall, to)->part ==
			question_at(wall, from)->part)
			to++;
		take_part(wall, from, to);
	}
	continue_numbers(wall);
	order(wall);
}

struct question *
number_get(const struct wall *wall, size_t number, size_t part)
{
	struct question *question =
	    find(&wall->typed, typed_key(wall, part, number));

	return question ? question : find(&wall->numbers, key_of(wall, number));
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
number_find(struct wall *wall, const struct bind_text *name, size_t part)
{
	size_t number = mark_number(method_plain(wall->method, name->text));
	struct question *question = number > 0
	    ? number_get(wall, number, part)
	    : number_of_text(wall, name->text);

	if (question == NULL)
		number_unknown(wall, name);
	return question;
}
