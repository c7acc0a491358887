/*
 * number: every question gets its number, and is found by it.
 *
 * A number that a question was given by hand stands, unless an earlier
 * document has it; one that an ordered list shows stands in the first
 * document alone, and gives way to one given by hand.
 */
#include <string.h>

#include "text/uni.h"
#include "wall.h"

static const char *
key_of(const struct wall *wall, size_t document, size_t number)
{
	return arena_format(wall->method->arena, "%zu:%zu", document, number);
}

static struct question *
find(const struct wall *wall, size_t document, size_t number)
{
	return dict_value(&wall->numbers, key_of(wall, document, number));
}

static void
enter(struct wall *wall, size_t document, size_t number,
    struct question *question)
{
	dict_enter(&wall->numbers, key_of(wall, document, number))->value =
	    question;
}

static void
take_number(struct wall *wall, struct question *question, size_t number)
{
	question->number = number;
	enter(wall, 0, number, question);
	if (number > wall->last)
		wall->last = number;
}

/* The same number and text again is the same question; false if it is not. */
static bool
unite(struct wall *wall, struct question *question, struct question *before)
{
	struct method *method = wall->method;

	if (strcmp(question->text.text, before->text.text) != 0)
		return false;
	question->again = true;
	method_put(method, method_word(method, T_AUTHOR), &before->author,
	    &question->author);
	method_put(method, method_word(method, T_WORKSHOP), &before->workshop,
	    &question->workshop);
	method_put(method, method_word(method, T_POWERFUL), &before->powerful,
	    &question->powerful);
	method_put(method, method_word(method, T_WALL_VOTES), &before->votes,
	    &question->votes);
	if (*before->repeats.text == '\0' && *question->repeats.text != '\0') {
		before->repeats = question->repeats;
		before->document = question->document;
	}
	if (before->place == 0) {
		before->theme = question->theme;
		before->place = question->place;
	}
	if (before->choice == CHOICE_UNSAID)
		before->choice = question->choice;
	return true;
}

/* The number that a question shows: given by hand it stands once in a document,
 * and the first document has it.  Of a list's only the first one's do. */
static void
take_typed(struct wall *wall, struct question *question, bool first)
{
	size_t document = question->document, number = question->typed;
	struct question *before = find(wall, document, number);

	if (before != NULL) {
		if (!question->listed && !unite(wall, question, before))
			bind_fault(wall->method->bind, question->text.pos,
			    M_WALL_NUMBER_TWICE,
			    arena_format(wall->method->arena, "%zu", number),
			    bind_place(wall->method->bind, before->text.pos));
		return;
	}
	enter(wall, document, number, question);
	before = find(wall, 0, number);
	if (before == NULL && (first || !question->listed))
		take_number(wall, question, number);
	else if (!question->listed && unite(wall, question, before))
		enter(wall, document, number, before);
}

/* The numbers of one document's questions, from a place on: those given by hand
 * first.  Returns where the next one's begin. */
static size_t
take_document(struct wall *wall, size_t from)
{
	bool first = wall->numbers.count == 0;
	size_t document = question_at(wall, from)->document, to = from;
	struct question *question;

	for (int listed = 0; listed < 2; listed++)
		for (to = from; to < wall->questions.count; to++) {
			question = question_at(wall, to);
			if (question->document != document)
				break;
			if (question->typed > 0 && question->listed == listed)
				take_typed(wall, question, first);
		}
	return to;
}

/* What has no number gets the next ones. */
static void
continue_numbers(struct wall *wall)
{
	BIND_EACH(struct question, question, &wall->questions) {
		if (question->again || question->number > 0)
			continue;
		if (wall->last == WALL_MAX_NUMBER) {
			bind_fault(wall->method->bind, question->text.pos,
			    M_WALL_NUMBER_LARGE);
			return;
		}
		take_number(wall, question, wall->last + 1);
	}
}

/* Puts those that are kept in order, and knows them by number and text. */
static void
order(struct wall *wall)
{
	struct method *method = wall->method;
	struct bind_list kept = { .count = 0 };
	struct dict_entry *entry;
	const char **texts;
	size_t i = 0;

	BIND_EACH(const struct question, question, &wall->questions)
		if (!question->again)
			bind_add(method->bind, &kept, *question);
	wall->questions = kept;
	METHOD_SORT_BY(method, &wall->questions, struct question, number);
	texts = arena_array(method->arena, kept.count + 1, sizeof(*texts));
	BIND_EACH(struct question, question, &wall->questions) {
		question->label.text =
		    arena_format(method->arena, "%zu", question->number);
		question->burning = question->text;
		question->burning.more = NULL; /* stands with the question */
		enter(wall, 0, question->number, question);
		texts[i] = method_plain(method, question->text.text);
		entry = dict_enter(&wall->texts,
		    uni_fold(method->arena, texts[i++]));
		if (entry->value == NULL)
			entry->value = question;
	}
	wall->alike = alike_new(method->arena, texts, kept.count);
}

void
number_questions(struct wall *wall)
{
	size_t from = 0;

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
	const struct question *typed = find(wall, document, number);

	return find(wall, 0, typed != NULL ? typed->number : number);
}

struct question *
number_of_text(const struct wall *wall, const char *text)
{
	return dict_value(&wall->texts,
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
	    nearest->label.text,
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
