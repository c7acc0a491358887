/*
 * question: the questions of every form, each under its theme.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "wall.h"

const struct bind_row question_rows[] = {
	BIND_AT(BIND_TEXT, T_NUMBER, question, label, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_ID, question, label, 0),
	BIND_AT(BIND_TEXT, T_QUESTIONS, question, text, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_TEXT, question, text, 0),
	BIND_AT(BIND_TEXT, T_BURNING, question, text, 0),
	BIND_AT(BIND_TEXT, T_AUTHOR, question, author, 0),
	BIND_AT(BIND_TEXT, T_THEME, question, theme_text, 0),
	BIND_AT(BIND_TEXT, T_WALL_VOTES, question, votes, 0),
	BIND_AT(BIND_TEXT, T_DUPLICATE, question, duplicate_text, 0),
	BIND_AT(BIND_TEXT, T_WALL_SELECTED, question, selected, 0),
	BIND_AT(BIND_TEXT, T_WORKSHOP, question, workshop, 0),
	BIND_AT(BIND_TEXT, T_POWERFUL, question, powerful, 0),
	{ BIND_END },
};

/*
 * Reading.
 */

/* What is known of the place that is read. */
struct reader {
	struct wall *wall;
	size_t part;
	size_t number;  /* the last one that a text carried */
	size_t listed;  /* the highest that an ordered list showed */
	size_t before;  /* the one that a list showed last */
	bool restarted; /* the list is one that begins anew */
};

size_t
question_part(const struct wall *wall, const struct node *node, size_t from)
{
	const struct doc *doc = wall->method->bind->doc;
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
	struct arena *arena = reader->wall->method->arena;
	const char *label = md_plain(arena, question->label.text);
	const char *text = question->text.text, *rest;
	size_t number;

	if (*label != '\0') {
		question->typed = mark_number(label);
		if (question->typed == 0)
			bind_fault(reader->wall->method->bind,
			    question->label.pos, M_WALL_NO_NUMBER, label);
	} else if (mark_read(arena, text, reader->number, &number, &rest)) {
		question->typed = number;
		text = rest;
	} else if (is_listed(reader, node->number)) {
		question->typed = node->number;
		question->listed = true;
	}
	/* "12. 12 – Comment ... ?" */
	while (mark_read(arena, text, 0, &number, &rest) &&
	    number == question->typed)
		text = rest;
	if (question->typed != 0 && !question->listed)
		reader->number = question->typed;
	question->text.text = md_text(arena, mark_skip(text));
}

/* What stands behind a question, and counts its votes, is no part of it. */
static void
read_votes(struct arena *arena, struct question *question)
{
	const char *text = question->text.text;
	size_t length = mark_votes(arena, text);

	if (text[length] == '\0' || *question->votes.text != '\0')
		return;
	question->votes.text = uni_line(arena, text + length);
	question->text.text = md_text(arena, arena_copy(arena, text, length));
}

static void
read_choice(struct wall *wall, struct question *question, enum node_box box)
{
	static const enum term answers[] = { T_YES, T_NO };
	const char *plain = method_plain(wall->method, question->selected.text);
	enum term answer = term_find(plain, answers, 2, NULL);

	if (box == BOX_DONE || *question->workshop.text != '\0')
		question->choice = CHOICE_YES;
	if (*plain == '\0')
		return;
	question->choice = answer == T_NO ? CHOICE_NO : CHOICE_YES;
	if (answer == T_NONE && *question->workshop.text == '\0')
		question->workshop = question->selected;
}

/* Gives every text a string; whether any but the label says something. */
static bool
says_something(struct question *question)
{
	const struct bind_row *row;
	struct bind_text *text;
	bool some = question->text.more != NULL;

	for (row = question_rows; row->kind != BIND_END; row++) {
		text = (struct bind_text *)((char *)question + row->at);
		if (text->text == NULL)
			text->text = "";
		some |= *text->text != '\0' && text != &question->label;
	}
	return some;
}

static void
read_item(struct reader *reader, const struct node *node, struct theme *theme)
{
	struct wall *wall = reader->wall;
	struct method *method = wall->method;
	struct question *question =
	    arena_alloc(method->arena, sizeof(*question));
	struct node item = *node;

	item.box = BOX_NONE;
	if (!bind_item(method->bind, question_rows, &item, true, question) ||
	    (!says_something(question) && *question->label.text == '\0'))
		return;
	read_number(reader, question, node);
	if (!says_something(question))
		return;
	read_votes(method->arena, question);
	if (*question->text.text == '\0')
		bind_fault(method->bind, node->pos, M_WALL_NO_TEXT);
	read_choice(wall, question, node->box);
	question->part = reader->part;
	question->theme = *question->theme_text.text
	    ? theme_of(wall, &question->theme_text)
	    : theme;
	*(struct question **)bind_append(method->bind, &wall->questions,
	    sizeof(question)) = question;
}

static void
read_nested(struct reader *reader, const struct node *node, struct theme *theme)
{
	const struct node *child;
	struct node item;

	for (child = node->first; child != NULL; child = child->next) {
		item = *child;
		if (*item.key == '\0') {
			item.text = arena_format(reader->wall->method->arena,
			    "%zu. %s", item.number, item.text);
			item.number = 0;
		}
		read_item(reader, &item, theme);
	}
}

static void read_section(struct reader *reader, const struct node *section,
    struct theme *theme);

/* The theme that a heading, or a key of YAML, names. */
static struct theme *
theme_over(struct reader *reader, const struct node *node)
{
	const struct bind_text name = {
		.text = md_text(reader->wall->method->arena,
		    node->level > 0 ? node->whole : node->key),
		.pos = node->key_pos,
	};

	return theme_of(reader->wall, &name);
}

/* What stands behind a key: a number, a strong start, a theme, or a key. */
static void
read_keyed(struct reader *reader, const struct node *node, struct theme *theme)
{
	struct bind *bind = reader->wall->method->bind;
	size_t number = mark_number(node->key);
	struct node item = *node;

	if (number > 0) {
		item.key =
		    arena_format(reader->wall->method->arena, "%zu", number);
		read_item(reader, &item, theme);
	} else if (*node->whole != '\0') {
		item.key = item.whole = "";
		item.text = node->whole;
		read_item(reader, &item, theme);
	} else if (bind_find(bind, question_rows, node->key) != NULL) {
		read_item(reader, node, theme);
	} else if (node->first != NULL) {
		read_section(reader, node, theme_over(reader, node));
	} else if (*node->text != '\0') {
		bind_fault(bind, node->key_pos, M_COLON_TRAP, node->key,
		    node->text);
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
	for (child = section->first; child != NULL; child = child->next) {
		if (child->level > 0)
			read_section(reader, child, theme_over(reader, child));
		else if (*child->key != '\0' && child->table == 0)
			read_keyed(reader, child, theme);
		else if (question_is_nested(child))
			read_nested(reader, child, theme);
		else
			read_item(reader, child, theme);
	}
}

void
question_read_all(struct wall *wall)
{
	struct node *const *nodes = wall->sheet->questions.at;
	struct reader reader = { .wall = wall };
	size_t i, part;

	for (i = 0; i < wall->sheet->questions.count; i++) {
		part = question_part(wall, nodes[i], reader.part);
		if (part != reader.part)
			reader = (struct reader){ .wall = wall, .part = part };
		read_section(&reader, nodes[i], NULL);
	}
}

/*
 * Printing.
 */

/* A question as it is printed. */
struct line {
	struct bind_number number, duplicate;
	struct bind_text text, author, theme, votes, powerful;
};

static const struct bind_row line_rows[] = {
	BIND_AT(BIND_NUMBER, T_NUMBER, line, number, BIND_LABEL),
	BIND_AT(BIND_TEXT, T_QUESTION, line, text, BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_AUTHOR, line, author, 0),
	BIND_AT(BIND_TEXT, T_THEME, line, theme, 0),
	BIND_AT(BIND_TEXT, T_WALL_VOTES, line, votes, 0),
	BIND_AT(BIND_NUMBER, T_DUPLICATE, line, duplicate, 0),
	BIND_AT(BIND_TEXT, T_POWERFUL, line, powerful, 0),
	{ BIND_END },
};

static void
add_line(const struct wall *wall, struct bind_list *lines,
    const struct question *question, bool with_theme)
{
	struct line *line =
	    bind_append(wall->method->bind, lines, sizeof(*line));

	*line = (struct line){
		.number = method_figure(1000 * (int64_t)question->number),
		.text = question->text,
		.author = question->author,
		.votes = question->votes,
		.theme.text = with_theme && question->theme != NULL
		    ? question->theme->text.text
		    : "",
		.powerful.text =
		    question->chosen ? "" : question->powerful.text,
	};
	if (question->duplicate != NULL)
		line->duplicate =
		    method_figure(1000 * (int64_t)question->duplicate->number);
}

static void
render(const struct wall *wall, const struct bind_list *lines)
{
	method_list(wall->method, line_rows, sizeof(struct line), lines);
}

/* Whether a theme may be a heading: it names no key of the tool. */
static bool
is_heading(const struct wall *wall, const struct theme *theme)
{
	return theme != NULL &&
	    term_find(method_plain(wall->method, theme->text.text),
		question_keys, QUESTION_KEYS, NULL) == T_NONE;
}

/* The questions theme by theme, behind those that have no heading. */
static void
render_groups(const struct wall *wall)
{
	struct theme *const *themes = wall->themes.at;
	struct bind_list lines = { .count = 0 };
	const struct question *question;
	size_t i, j;

	for (i = 0; i < wall->questions.count; i++)
		if (!is_heading(wall, question_at(wall, i)->theme))
			add_line(wall, &lines, question_at(wall, i), true);
	render(wall, &lines);
	for (j = 0; j < wall->themes.count; j++) {
		lines = (struct bind_list){ .count = 0 };
		for (i = 0;
		     i < wall->questions.count && is_heading(wall, themes[j]);
		     i++) {
			question = question_at(wall, i);
			if (question->theme == themes[j])
				add_line(wall, &lines, question, false);
		}
		if (lines.count > 0)
			report_part(wall->method->report, themes[j]->text.text);
		render(wall, &lines);
	}
}

void
question_render_all(const struct wall *wall, bool grouped)
{
	struct report *report = wall->method->report;
	const char *const *remarks = wall->remarks.at;
	struct bind_list lines = { .count = 0 };
	size_t i;

	report_section(report, T_QUESTIONS);
	for (i = 0; i < wall->remarks.count; i++)
		report_paragraph(report, remarks[i]);
	if (wall->questions.count == 0) {
		report_table(report, 2);
		report_number_head(report, method_word(wall->method, T_NUMBER));
		report_cell(report, method_word(wall->method, T_QUESTION));
	} else if (grouped) {
		render_groups(wall);
	} else {
		for (i = 0; i < wall->questions.count; i++)
			add_line(wall, &lines, question_at(wall, i), true);
		render(wall, &lines);
	}
}
