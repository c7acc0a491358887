/*
 * select: which question doubles which, which are chosen, for what workshop,
 * and what they became.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "wall.h"

/* A line of Selected, as bound. */
struct entry {
	struct bind_text number;
	struct bind_text text;
	struct bind_text burning;
	struct bind_text powerful;
	struct bind_text workshop;
	size_t part;
};

#define TEXT(term, member, flags)                                              \
	{                                                                      \
		BIND_TEXT, term, offsetof(struct entry, member), flags         \
	}

const struct bind_row selected_rows[] = {
	TEXT(T_NUMBER, number, 0),
	TEXT(T_ID, number, 0),
	TEXT(T_TEXT, text, BIND_MAIN),
	TEXT(T_BURNING, burning, 0),
	TEXT(T_QUESTIONS, burning, 0),
	TEXT(T_POWERFUL, powerful, 0),
	TEXT(T_WORKSHOP, workshop, BIND_LABEL),
	{ BIND_END },
};

static struct arena *
arena_of(const struct wall *wall)
{
	return wall->bind->doc->arena;
}

static const char *
number_text_of(const struct wall *wall, const struct question *question)
{
	return arena_format(arena_of(wall), "%zu", question->number);
}

static void
find_duplicates(struct wall *wall)
{
	struct question *question;
	size_t i;

	for (i = 0; i < wall->questions.count; i++) {
		question = question_at(wall, i);
		if (*question->duplicate_text.text == '\0')
			continue;
		question->duplicate =
		    number_find(wall, question->duplicate_text.text,
			question->part, question->duplicate_text.pos);
		if (question->duplicate == question)
			bind_fault(wall->bind, question->duplicate_text.pos,
			    M_WALL_ITSELF, number_text_of(wall, question));
	}
}

static void
choose(struct wall *wall, struct question *question)
{
	struct question **slot;

	if (question->chosen)
		return;
	question->chosen = true;
	slot =
	    bind_append(wall->bind, &wall->chosen, sizeof(struct question *));
	*slot = question;
}

/* A text that Selected gives to a question, which has no other one. */
static void
put(struct wall *wall, enum term key, struct bind_text *text,
    const struct bind_text *given)
{
	if (*given->text == '\0' || strcmp(text->text, given->text) == 0)
		return;
	if (*text->text != '\0')
		bind_fault(wall->bind, given->pos, M_CONFLICT,
		    term_name(key, wall->bind->doc->lang), given->text,
		    text->text, bind_place(wall->bind, text->pos));
	*text = *given;
}

/* Whether a text names a workshop: "Atelier 1". */
static bool
is_workshop(const struct wall *wall, const char *text)
{
	static const enum term workshop[] = { T_WORKSHOP };
	const char *word = arena_copy(arena_of(wall), text, strcspn(text, " "));

	return strchr(text, '?') == NULL &&
	    term_find(word, workshop, 1, NULL) != T_NONE;
}

/* Whether a text words a question nearly as the wall does. */
static bool
is_near(const struct wall *wall, const struct question *question,
    const char *text)
{
	struct match found[SIMILAR_MOST];
	size_t i,
	    count = similar_find(wall->similar, md_plain(arena_of(wall), text),
		wall->questions.count, WALL_SIMILAR, found);

	for (i = 0; i < count; i++)
		if (found[i].index == question->index)
			return true;
	return false;
}

/* What stands beside a number: its own text, a workshop, or its powerful. */
static void
sort_text(struct wall *wall, const struct question *question,
    struct entry *entry)
{
	const char *text = entry->text.text;
	struct bind_text *to = &entry->powerful;

	if (*text == '\0')
		return;
	if (number_of_text(wall, text) != NULL || is_near(wall, question, text))
		to = &entry->burning;
	else if (is_workshop(wall, text))
		to = &entry->workshop;
	put(wall, T_TEXT, to, &entry->text);
}

/* Keeps what the wall words otherwise, and faults what is another's text. */
static void
put_wording(struct wall *wall, struct question *question,
    const struct bind_text *given)
{
	const struct question *other = number_of_text(wall, given->text);
	struct arena *arena = arena_of(wall);

	if (*given->text == '\0')
		return;
	if (strcmp(uni_fold(arena, md_plain(arena, given->text)),
		uni_fold(arena, md_plain(arena, question->text.text))) == 0)
		return;
	if (other != NULL)
		bind_fault(wall->bind, given->pos, M_WALL_OTHER_TEXT,
		    number_text_of(wall, question),
		    number_text_of(wall, other));
	question->wording = given->text;
}

static void
put_entry(struct wall *wall, struct question *question, struct entry *entry)
{
	sort_text(wall, question, entry);
	put_wording(wall, question, &entry->burning);
	put(wall, T_POWERFUL, &question->powerful, &entry->powerful);
	put(wall, T_WORKSHOP, &question->workshop, &entry->workshop);
	if (question->choice == CHOICE_NO)
		bind_fault(wall->bind, entry->text.pos, M_CONFLICT,
		    term_name(T_WALL_SELECTED, wall->bind->doc->lang),
		    number_text_of(wall, question),
		    term_name(T_NO, wall->bind->doc->lang),
		    bind_place(wall->bind, question->selected.pos));
	choose(wall, question);
}

/* The question of a text: word for word, or the one most like it. */
static struct question *
find_by_words(struct wall *wall, const char *text)
{
	struct question *question = number_of_text(wall, text);
	struct match found[SIMILAR_MOST];
	size_t count;

	if (question != NULL)
		return question;
	count = similar_find(wall->similar, md_plain(arena_of(wall), text),
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
	const char *plain = md_plain(arena_of(wall), entry->text.text);
	struct bind_list names = { 0 };
	const struct bind_text *name;
	struct question *question;
	size_t i;

	if (strpbrk(plain, "0123456789") == NULL)
		return false;
	bind_split_names(wall->bind, plain, entry->text.pos, &names);
	for (name = names.at, i = 0; i < names.count; i++)
		if (mark_number(name[i].text) == 0)
			return false;
	entry->text.text = "";
	for (i = 0; i < names.count; i++) {
		question =
		    number_find(wall, name[i].text, entry->part, name[i].pos);
		if (question != NULL)
			put_entry(wall, question, entry);
	}
	return true;
}

/* The number that stands in front of an entry's text. */
static void
take_number(struct wall *wall, struct entry *entry)
{
	const char *rest;
	size_t number;

	if (*entry->number.text != '\0' ||
	    !mark_read(arena_of(wall), entry->text.text, 0, &number, &rest) ||
	    *rest == '\0')
		return;
	entry->number =
	    (struct bind_text){ arena_format(arena_of(wall), "%zu", number),
		    entry->text.pos, true };
	entry->text.text = rest;
}

static void
resolve_entry(struct wall *wall, struct entry *entry)
{
	struct question *question;

	take_number(wall, entry);
	if (*entry->number.text != '\0') {
		question = number_find(wall, entry->number.text, entry->part,
		    entry->number.pos);
	} else if (*entry->text.text != '\0' && choose_numbers(wall, entry)) {
		return;
	} else {
		if (*entry->burning.text == '\0') {
			entry->burning = entry->text;
			entry->text.text = "";
		}
		question = find_by_words(wall, entry->burning.text);
		if (question == NULL)
			number_unknown(wall, entry->burning.text,
			    entry->burning.pos);
	}
	if (question != NULL)
		put_entry(wall, question, entry);
}

static void
fill(struct entry *entry)
{
	const struct bind_row *row;
	struct bind_text *text;

	for (row = selected_rows; row->kind != BIND_END; row++) {
		text = (struct bind_text *)((char *)entry + row->at);
		if (text->text == NULL)
			text->text = "";
	}
}

/* The number that a key is, or that an ordered list shows; 0: neither. */
static size_t
number_of(struct wall *wall, const struct node *node)
{
	size_t number = mark_number(node->key);

	if (node->table > 0 || number > 0 || *node->key != '\0')
		return node->table > 0 ? 0 : number;
	/* a list may number the workshops */
	return mark_number(node->text) == 0 &&
		find_by_words(wall, node->text) == NULL
	    ? node->number
	    : 0;
}

static void
read_entry(struct wall *wall, const struct node *node, size_t part)
{
	struct entry entry = { .part = part };
	struct node item = *node;
	size_t number = number_of(wall, node);

	item.box = BOX_NONE;
	if (number > 0) {
		entry.number = (struct bind_text){ arena_format(arena_of(wall),
						       "%zu", number),
			node->key_pos, true };
		item.key = "";
	}
	/* a key of any length is a workshop's name */
	if (!bind_item(wall->bind, selected_rows, &item, false, &entry) &&
	    number == 0)
		return;
	fill(&entry);
	if (*entry.burning.text == '\0' && *entry.text.text == '\0' &&
	    *entry.number.text == '\0')
		return;
	if (!entry.text.given)
		entry.text.pos = node->pos;
	if (!entry.burning.given)
		entry.burning.pos = node->pos;
	resolve_entry(wall, &entry);
}

static void
read_node(struct wall *wall, const struct node *node, size_t part)
{
	const struct node *child = lines_read(wall, node, false)->first;

	for (; child != NULL; child = child->next)
		read_entry(wall, child, part);
	for (child = node->first; child != NULL; child = child->next)
		read_entry(wall, child, part);
}

static void
read_selected(struct wall *wall)
{
	struct node *const *nodes = wall->selected_nodes.at;
	size_t i, part = 0;

	for (i = 0; i < wall->selected_nodes.count; i++) {
		part = read_part(wall, nodes[i], part);
		read_node(wall, nodes[i], part);
	}
}

/* What the command selects, and nothing else. */
static void
select_option(struct wall *wall, const char *at)
{
	const struct pos nowhere = { NULL, 0, 0 };
	struct question *question;
	const char *name;
	size_t i, n;

	for (i = 0; i < wall->chosen.count; i++)
		chosen_at(wall, i)->chosen = false;
	wall->chosen.count = 0;
	for (;; at += n + 1) {
		n = strcspn(at, ",;");
		name =
		    uni_line(arena_of(wall), arena_copy(arena_of(wall), at, n));
		i = mark_number(name);
		question = i > 0 ? number_get(wall, i, SIZE_MAX) : NULL;
		if (question != NULL)
			choose(wall, question);
		else
			bind_fault(wall->bind, nowhere, M_WALL_NO_NUMBER, name);
		if (at[n] == '\0')
			break;
	}
}

void
select_questions(struct wall *wall, const struct options *options)
{
	size_t i;

	find_duplicates(wall);
	read_selected(wall);
	for (i = 0; i < wall->questions.count; i++)
		if (question_at(wall, i)->choice == CHOICE_YES)
			choose(wall, question_at(wall, i));
	if (options->select != NULL)
		select_option(wall, options->select);
}
