/*
 * choice: which question doubles which, which are chosen, for what workshop,
 * and what they became.
 */
#include <string.h>

#include "text/uni.h"
#include "text/words.h"
#include "wall.h"

/* A key of any length is a workshop's name. */
const struct bind_row entry_rows[] = {
	ROW(entry, number, .key = T_NUMBER),
	ROW(entry, number, .key = T_ID),
	ROW(entry, text, .key = T_TEXT, .flags = BIND_MAIN),
	ROW(entry, burning, .key = T_BURNING),
	ROW(entry, burning, .key = T_QUESTIONS),
	ROW(entry, powerful, .key = T_POWERFUL),
	ROW(entry, workshop, .key = T_WORKSHOP,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_UNDER),
	ROW(entry, document),
	ROW(entry, node),
	{ BIND_END },
};

static void
find_duplicates(struct wall *wall)
{
	BIND_EACH(struct question, question, &wall->questions) {
		if (*question->repeats.text == '\0')
			continue;
		question->duplicate =
		    number_find(wall, &question->repeats, question->document);
		question->repeats.text = "";
		if (question->duplicate != NULL)
			question->repeats.text =
			    question->duplicate->label.text;
		if (question->duplicate == question)
			bind_fault(wall->method->bind, question->repeats.pos,
			    M_WALL_ITSELF, question->label.text);
	}
}

static void
choose(struct wall *wall, struct question *question)
{
	if (!question->chosen)
		bind_add(wall->method->bind, &wall->chosen, question);
	question->chosen = true;
}

bool
choice_is_workshop(const struct wall *wall, const char *text)
{
	const char *word =
	    arena_copy(wall->method->arena, text, strcspn(text, " "));

	return strchr(text, '?') == NULL && term_is(word, T_WORKSHOP);
}

/* Whether a text words a question as the wall does, or nearly. */
static bool
is_near(const struct wall *wall, const struct question *question,
    const char *text)
{
	struct method *method = wall->method;
	struct words one = words_of(method->arena, method_plain(method, text));
	struct words two =
	    words_of(method->arena, method_plain(method, question->text.text));

	return words_similarity(&one, &two) >= WALL_SIMILAR ||
	    number_of_text(wall, text) != NULL;
}

/* Keeps what the wall words otherwise, and faults what is another's text. */
static void
put_wording(struct wall *wall, struct question *question,
    const struct bind_text *given)
{
	const struct question *other = number_of_text(wall, given->text);

	if (*given->text == '\0' ||
	    term_same(method_plain(wall->method, given->text),
		method_plain(wall->method, question->text.text)))
		return;
	if (other != NULL)
		bind_fault(wall->method->bind, given->pos, M_WALL_OTHER_TEXT,
		    question->label.text, other->label.text);
	question->burning = *given;
}

/* What stands beside a number is its own text, a workshop, or its powerful
 * question. */
static void
put_entry(struct wall *wall, struct question *question, struct entry *entry)
{
	struct method *method = wall->method;
	const char *text = entry->text.text;

	method_put(method, method_word(method, T_TEXT),
	    *text == '\0' || is_near(wall, question, text) ? &entry->burning
		: choice_is_workshop(wall, text)           ? &entry->workshop
							   : &entry->powerful,
	    &entry->text);
	put_wording(wall, question, &entry->burning);
	method_put(method, method_word(method, T_POWERFUL), &question->powerful,
	    &entry->powerful);
	method_put(method, method_word(method, T_WORKSHOP), &question->workshop,
	    &entry->workshop);
	if (question->choice == CHOICE_NO)
		bind_fault(method->bind, entry->node->pos, M_CONFLICT,
		    method_word(method, T_WALL_SELECTED), question->label.text,
		    method_word(method, T_NO),
		    bind_place(method->bind, question->selected.pos));
	choose(wall, question);
}

/* The question of a text: word for word, or the one most like it. */
static struct question *
find_by_words(struct wall *wall, const char *text)
{
	struct question *question = number_of_text(wall, text);
	struct match found[ALIKE_MOST];
	size_t count;

	if (question != NULL)
		return question;
	count = alike_find(wall->alike, method_plain(wall->method, text),
	    wall->questions.count, WALL_SIMILAR, found);
	if (count == 0 ||
	    (count > 1 && found[1].similarity == found[0].similarity))
		return NULL;
	return question_at(wall, found[0].index);
}

/* Several numbers in one text: "3, 12, 18 et 25"; false if it is none. */
static bool
choose_numbers(struct wall *wall, struct entry *entry)
{
	const char *plain = method_plain(wall->method, entry->text.text);
	struct bind_list names = { 0 };
	struct question *question;

	bind_split_names(wall->method->bind, plain, entry->text.pos, &names);
	BIND_EACH(const struct bind_text, name, &names)
		if (mark_number(name->text) == 0)
			return false;
	entry->text.text = "";
	BIND_EACH(const struct bind_text, name, &names) {
		question = number_find(wall, name, entry->document);
		if (question != NULL)
			put_entry(wall, question, entry);
	}
	return true;
}

/*
 * The number of an entry: as it says, as its label, as an ordered list shows
 * it, which may also number the workshops, or in front of its text.
 */
static void
read_number(struct wall *wall, struct entry *entry)
{
	const char *text = entry->text.text, *rest;
	size_t number =
	    mark_number(method_plain(wall->method, entry->workshop.text));

	if (number > 0)
		entry->workshop.text = "";
	else if (*entry->workshop.text == '\0' && *text != '\0' &&
	    mark_number(text) == 0 && find_by_words(wall, text) == NULL)
		number = entry->node->number;
	if (*entry->number.text != '\0')
		return;
	if (number == 0) {
		if (!mark_read(wall->method->arena, text, 0, &number, &rest) ||
		    *rest == '\0')
			return;
		entry->text.text = rest;
	}
	entry->number =
	    bind_text_at(arena_format(wall->method->arena, "%zu", number),
		entry->node->pos);
}

static void
resolve_entry(struct wall *wall, struct entry *entry)
{
	struct question *question;

	if (*entry->number.text != '\0') {
		question = number_find(wall, &entry->number, entry->document);
	} else if (*entry->text.text != '\0' && choose_numbers(wall, entry)) {
		return;
	} else {
		if (*entry->burning.text == '\0') {
			entry->burning = entry->text;
			entry->text.text = "";
		}
		question = find_by_words(wall, entry->burning.text);
		if (question == NULL)
			number_unknown(wall, &entry->burning);
	}
	if (question != NULL)
		put_entry(wall, question, entry);
}

static void
read_selected(struct wall *wall)
{
	BIND_EACH(struct entry, entry, &wall->selected) {
		if (entry->node->box != BOX_NONE)
			action_cut_box(&entry->text.text, &(bool){ false });
		/* a label is plain text */
		entry->workshop.text =
		    md_words(wall->method->arena, entry->workshop.text);
		entry->text.text =
		    mark_skip(mark_votes(wall, entry->text.text).text);
		read_number(wall, entry);
		if (*entry->burning.text != '\0' || *entry->text.text != '\0' ||
		    *entry->number.text != '\0')
			resolve_entry(wall, entry);
		else if (*entry->powerful.text != '\0') /* of which? */
			number_unknown(wall, &entry->powerful);
	}
}

/* What the command chooses, and nothing else. */
static void
choose_only(struct wall *wall, const char *at)
{
	struct arena *arena = wall->method->arena;
	struct question *question;
	const char *name;
	size_t i, n;

	BIND_EACH(struct question, each, &wall->questions)
		each->chosen = false;
	wall->chosen.count = 0;
	for (;; at += n + 1) {
		n = strcspn(at, ",;");
		name = uni_until(arena, at, at + n);
		i = mark_number(name);
		question = i > 0 ? number_get(wall, i, 0) : NULL;
		if (question != NULL)
			choose(wall, question);
		else
			bind_fault(wall->method->bind, (struct pos){ 0 },
			    M_WALL_NO_NUMBER, name);
		if (at[n] == '\0')
			break;
	}
}

void
choice_read_all(struct wall *wall, const char *only)
{
	find_duplicates(wall);
	read_selected(wall);
	BIND_EACH(struct question, question, &wall->questions)
		if (question->choice == CHOICE_YES)
			choose(wall, question);
	if (only != NULL)
		choose_only(wall, only);
}

/* A chosen question as it is printed. */
static const struct bind_row chosen_rows[] = {
	ROW(question, label, .key = T_NUMBER,
	    .flags = BIND_REQUIRED | BIND_FIGURE),
	ROW(question, burning, .key = T_BURNING, .flags = BIND_REQUIRED),
	ROW(question, powerful, .key = T_POWERFUL, .flags = BIND_REQUIRED),
	ROW(question, workshop, .key = T_WORKSHOP, .flags = BIND_REQUIRED),
	{ BIND_END },
};

void
choice_render_all(const struct wall *wall)
{
	struct bind_list lines = { .count = 0 };

	BIND_EACH(const struct question *const, question, &wall->chosen)
		bind_put(wall->method->bind, &lines, *question,
		    sizeof(**question));
	method_table(wall->method, T_WALL_SELECTED, chosen_rows,
	    sizeof(struct question), &lines);
}
