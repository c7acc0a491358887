/*
 * read: the questions of every form, each under its theme.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "wall.h"

#define TEXT(term, member, flags)                                              \
	{                                                                      \
		BIND_TEXT, term, offsetof(struct question, member), flags      \
	}

const struct bind_row question_rows[] = {
	TEXT(T_NUMBER, label, BIND_LABEL),
	TEXT(T_ID, label, 0),
	TEXT(T_QUESTIONS, text, BIND_MAIN),
	TEXT(T_TEXT, text, 0),
	TEXT(T_BURNING, text, 0),
	TEXT(T_AUTHOR, author, 0),
	TEXT(T_THEME, theme_text, 0),
	TEXT(T_DUPLICATE, duplicate_text, 0),
	TEXT(T_WALL_SELECTED, selected, 0),
	TEXT(T_WORKSHOP, workshop, 0),
	TEXT(T_POWERFUL, powerful, 0),
	{ BIND_END },
};

static const struct bind_row theme_rows[] = {
	{ BIND_TEXT, T_THEME, 0, BIND_MAIN },
	{ BIND_END },
};

/* What is known of the place that is read. */
struct reader {
	struct wall *wall;
	size_t part;
	size_t number;  /* the last one that a text carried */
	size_t listed;  /* the highest that an ordered list showed */
	size_t before;  /* the one that a list showed last */
	bool restarted; /* the list is one that begins anew */
};

static struct arena *
arena_of(const struct wall *wall)
{
	return wall->bind->doc->arena;
}

static bool
is_no_theme(const char *name)
{
	static const enum term none[] = { T_NO_THEME };

	return term_find(name, none, 1, NULL) != T_NONE;
}

struct theme *
read_theme(struct wall *wall, const char *name, struct pos pos)
{
	struct arena *arena = arena_of(wall);
	const char *text = md_text(arena, name);
	const char *plain = md_plain(arena, text);
	const char *base = arena_copy(arena, plain, term_base_length(plain));
	struct dict_entry *entry;
	struct theme *theme, **slot;

	if (*plain == '\0' || is_no_theme(plain))
		return NULL;
	/* "Eau (2)" is how a heading "Eau" is printed the second time */
	entry = dict_find(&wall->theme_names, uni_fold(arena, plain));
	if (entry == NULL)
		entry = dict_find(&wall->theme_names, uni_fold(arena, base));
	if (entry == NULL)
		entry = dict_enter(&wall->theme_names, uni_fold(arena, plain));
	if (entry->value != NULL)
		return entry->value;
	theme = arena_alloc(arena, sizeof(*theme));
	*theme = (struct theme){ text, pos, wall->themes.count, 0, 0 };
	entry->value = theme;
	slot = bind_append(wall->bind, &wall->themes, sizeof(struct theme *));
	*slot = theme;
	return theme;
}

void
read_themes(struct wall *wall)
{
	struct node *const *nodes = wall->theme_nodes.at;
	const struct node *child;
	struct bind_text name;
	size_t i;

	for (i = 0; i < wall->theme_nodes.count; i++) {
		if (nodes[i]->first == NULL)
			read_theme(wall, nodes[i]->text, nodes[i]->pos);
		for (child = nodes[i]->first; child != NULL;
		     child = child->next) {
			name = (struct bind_text){ 0 };
			/* of a table, the first column; counts are computed */
			if (child->table > 0)
				name = (struct bind_text){ child->first->text,
					child->first->pos, true };
			else
				bind_item(wall->bind, theme_rows, child, true,
				    &name);
			if (name.given)
				read_theme(wall, name.text, name.pos);
		}
	}
}

size_t
read_part(const struct wall *wall, const struct node *node, size_t from)
{
	const struct doc *doc = wall->bind->doc;
	const struct pos *root;
	size_t i, part = from;
	bool found = false;

	for (i = from; i < doc->part_count; i++) {
		root = &doc->parts[i].root->pos;
		if (root->file == node->pos.file &&
		    root->line <= node->pos.line) {
			part = i;
			found = true;
		} else if (found) {
			break;
		}
	}
	return part;
}

/* Whether a number that an ordered list shows is its question's own. */
static bool
is_listed(struct reader *reader, size_t number)
{
	if (number == 0)
		return false;
	if (number <= reader->before)
		reader->restarted = number <= reader->listed;
	reader->before = number;
	if (reader->restarted)
		return false;
	if (number > reader->listed)
		reader->listed = number;
	return true;
}

/* The number of a question: its label, what its text starts with, its list. */
static void
read_number(struct reader *reader, struct question *question,
    const struct node *node)
{
	struct wall *wall = reader->wall;
	const char *label = md_plain(arena_of(wall), question->label.text);
	const char *text = question->text.text, *rest;
	size_t number;

	if (*label != '\0') {
		question->typed = mark_number(label);
		if (question->typed == 0)
			bind_fault(wall->bind, question->label.pos,
			    M_WALL_NO_NUMBER, label);
	} else if (mark_read(arena_of(wall), text, reader->number, &number,
		       &rest)) {
		question->typed = number;
		text = rest;
	} else if (is_listed(reader, node->number)) {
		question->typed = node->number;
		question->listed = true;
	}
	/* "12. 12 – Comment ... ?" */
	while (mark_read(arena_of(wall), text, 0, &number, &rest) &&
	    number == question->typed)
		text = rest;
	if (question->typed != 0 && !question->listed)
		reader->number = question->typed;
	question->text.text = md_text(arena_of(wall), mark_skip(text));
}

static void
read_choice(struct wall *wall, struct question *question, enum node_box box)
{
	static const enum term answers[] = { T_YES, T_NO };
	const char *plain = md_plain(arena_of(wall), question->selected.text);
	enum term answer = term_find(plain, answers, 2, NULL);

	if (box == BOX_DONE || *question->workshop.text != '\0')
		question->choice = CHOICE_YES;
	if (*plain == '\0')
		return;
	question->choice = answer == T_NO ? CHOICE_NO : CHOICE_YES;
	if (answer == T_NONE && *question->workshop.text == '\0')
		question->workshop = question->selected;
}

static void
fill(struct question *question)
{
	const struct bind_row *row;
	struct bind_text *text;

	for (row = question_rows; row->kind != BIND_END; row++) {
		text = (struct bind_text *)((char *)question + row->at);
		if (text->text == NULL)
			text->text = "";
	}
}

/* Whether nothing at all is said of a question. */
static bool
is_blank(const struct question *question)
{
	const struct bind_row *row;
	const struct bind_text *text;

	for (row = question_rows; row->kind != BIND_END; row++) {
		text = (const struct bind_text *)((const char *)question +
		    row->at);
		if (*text->text != '\0' && text != &question->label)
			return false;
	}
	return true;
}

static void
read_item(struct reader *reader, const struct node *node, struct theme *theme)
{
	struct wall *wall = reader->wall;
	struct question *question =
			    arena_alloc(arena_of(wall), sizeof(*question)),
			**slot;
	struct node item = *node;

	item.box = BOX_NONE;
	if (!bind_item(wall->bind, question_rows, &item, true, question))
		return;
	fill(question);
	read_number(reader, question, node);
	if (is_blank(question))
		return;
	if (*question->text.text == '\0')
		bind_fault(wall->bind, node->pos, M_WALL_NO_TEXT);
	read_choice(wall, question, node->box);
	question->part = reader->part;
	question->theme = *question->theme_text.text
	    ? read_theme(wall, question->theme_text.text,
		  question->theme_text.pos)
	    : theme;
	slot = bind_append(wall->bind, &wall->questions,
	    sizeof(struct question *));
	*slot = question;
}

static void read_section(struct reader *reader, const struct node *section,
    struct theme *theme);

static void
read_nested(struct reader *reader, const struct node *node, struct theme *theme)
{
	const struct node *child;
	struct node item;

	for (child = node->first; child != NULL; child = child->next) {
		item = *child;
		if (*item.key == '\0') {
			item.text = arena_format(arena_of(reader->wall),
			    "%zu. %s", item.number, item.text);
			item.number = 0;
		}
		read_item(reader, &item, theme);
	}
}

/* What stands behind a key: a number, a strong start, a theme, or a key. */
static void
read_keyed(struct reader *reader, const struct node *node, struct theme *theme)
{
	struct wall *wall = reader->wall;
	size_t number = mark_number(node->key);
	struct node item = *node;

	if (number > 0) {
		item.key = arena_format(arena_of(wall), "%zu", number);
		read_item(reader, &item, theme);
	} else if (*node->whole != '\0') {
		item.key = item.whole = "";
		item.text = node->whole;
		read_item(reader, &item, theme);
	} else if (bind_find(wall->bind, question_rows, node->key) != NULL) {
		read_item(reader, node, theme);
	} else if (node->first != NULL) {
		read_section(reader, node,
		    read_theme(wall, node->key, node->key_pos));
	} else if (*node->text != '\0') {
		bind_fault(wall->bind, node->key_pos, M_COLON_TRAP, node->key,
		    node->text);
	}
}

static void
read_child(struct reader *reader, const struct node *node, struct theme *theme)
{
	if (node->level > 0) {
		read_section(reader, node,
		    read_theme(reader->wall, node->whole, node->key_pos));
	} else if (*node->key != '\0' && node->table == 0) {
		read_keyed(reader, node, theme);
	} else if (claim_is_nested(node)) {
		read_nested(reader, node, theme);
	} else {
		read_item(reader, node, theme);
	}
}

static void
read_section(struct reader *reader, const struct node *section,
    struct theme *theme)
{
	const struct node *child =
	    lines_read(reader->wall, section, theme != NULL)->first;

	reader->number = 0;
	for (; child != NULL; child = child->next)
		read_item(reader, child, theme);
	reader->number = 0;
	for (child = section->first; child != NULL; child = child->next)
		read_child(reader, child, theme);
}

void
read_questions(struct wall *wall)
{
	struct node *const *nodes = wall->question_nodes.at;
	struct reader reader = { .wall = wall };
	size_t i, part;

	for (i = 0; i < wall->question_nodes.count; i++) {
		part = read_part(wall, nodes[i], reader.part);
		if (part != reader.part)
			reader = (struct reader){ .wall = wall, .part = part };
		read_section(&reader, nodes[i], NULL);
	}
}
