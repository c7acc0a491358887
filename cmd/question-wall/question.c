/*
 * question: what stands in a question's text beside it, and its printing.
 */
#include <string.h>

#include "text/uni.h"
#include "wall.h"

const struct bind_row question_rows[] = {
	ROW(question, label, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(question, label, .key = T_ID),
	ROW(question, text, .key = T_QUESTIONS, .flags = BIND_MAIN),
	ROW(question, text, .key = T_TEXT),
	ROW(question, text, .key = T_BURNING),
	ROW(question, author, .key = T_AUTHOR, .flags = BIND_WHO),
	ROW(question, theme, .key = T_THEME, .flags = BIND_UNDER),
	ROW(question, theme, .key = T_WALL_CATEGORY),
	ROW(question, votes, .key = T_WALL_VOTES),
	ROW(question, repeats, .key = T_DUPLICATE),
	ROW(question, selected, .key = T_WALL_SELECTED),
	ROW(question, workshop, .key = T_WORKSHOP),
	ROW(question, powerful, .key = T_POWERFUL),
	ROW(question, document),
	ROW(question, node),
	{ BIND_END },
};

/* The same as they are printed. */
static const struct bind_row line_rows[] = {
	ROW(question, label, .key = T_NUMBER,
	    .flags = BIND_LABEL | BIND_FIGURE),
	ROW(question, text, .key = T_QUESTION,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(question, author, .key = T_AUTHOR),
	ROW(question, theme, .key = T_THEME),
	ROW(question, votes, .key = T_WALL_VOTES),
	ROW(question, repeats, .key = T_DUPLICATE, .flags = BIND_FIGURE),
	ROW(question, powerful, .key = T_POWERFUL),
	ROW(question, heading, .flags = BIND_UNDER),
	{ BIND_END },
};

/*
 * Reading.
 */

/* Whether a text begins as a question does. */
static bool
begins_as_question(const char *text)
{
	ARENA_SCRATCH(arena);
	size_t length = strcspn(text, " ,;:(-'?");

	return mark_is_idem(arena, text) ||
	    term_lists(T_WALL_OPENERS, arena_copy(arena, text, length));
}

bool
question_asks(const struct node *item)
{
	const char *text = node_line(item);
	const struct node *cell = item->first;

	if (item->table == 0)
		return (*text == '\0' && cell != NULL && cell->number > 0) ||
		    strchr(text, '?') != NULL || item->number > 0 ||
		    mark_number(item->key) > 0 ||
		    strspn(text, "0123456789") > 0 || begins_as_question(text);
	while (cell != NULL && strchr(cell->text, '?') == NULL &&
	    !term_is_any(cell->key, T_QUESTIONS, T_BURNING))
		cell = cell->next;
	return cell != NULL;
}

/* What is known of the place that is read. */
struct reader {
	struct wall *wall;
	size_t document;
	size_t number;  /* the last one that a text carried */
	size_t listed;  /* the highest that an ordered list showed */
	size_t before;  /* the one that a list showed last */
	bool restarted; /* the list is one that begins anew */
};

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

/* The number that a label is; in Markdown any other is the text's start. */
static void
read_label(struct wall *wall, struct question *question)
{
	const char *label = method_plain(wall->method, question->label.text);

	question->typed = mark_number(label);
	if (question->typed != 0)
		return;
	if (*question->node->whole != '\0')
		question->text.text =
		    md_text(wall->method->arena, question->node->whole);
	else if (*question->node->key != '\0')
		bind_fault(wall->method->bind, question->node->key_pos,
		    M_COLON_TRAP, label, question->text.text);
	else
		bind_fault(wall->method->bind, question->label.pos,
		    M_WALL_NO_NUMBER, label);
}

/* The number of a question: its label, what its text starts with, its list. */
static void
read_number(struct reader *reader, struct question *question)
{
	struct arena *arena = reader->wall->method->arena;
	const char *text, *rest;
	size_t number;

	if (*question->label.text != '\0')
		read_label(reader->wall, question);
	text = question->text.text;
	if (question->typed == 0 &&
	    mark_read(arena, text, reader->number, &number, &rest)) {
		question->typed = number;
		text = rest;
	} else if (question->typed == 0 &&
	    is_listed(reader, question->node->number)) {
		question->typed = question->node->number;
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
read_votes(const struct wall *wall, struct question *question)
{
	struct tail tail = mark_votes(wall, question->text.text);

	if (tail.shape == TAIL_NONE || *question->votes.text != '\0')
		return;
	question->votes.text = tail.typed;
	question->text.text = tail.text;
}

/* Takes the workshop off a question that goes to one: "Qui paie ? → atelier 2". */
static void
read_workshop(struct wall *wall, struct question *question)
{
	const char *text = question->text.text, *arrow = strstr(text, "→");
	const char *rest =
	    arrow != NULL ? uni_skip_blanks(arrow + strlen("→")) : "";

	if (arrow == NULL || *question->workshop.text != '\0' ||
	    !choice_is_workshop(wall, rest))
		return;
	question->workshop = question->text;
	question->workshop.text = rest;
	question->workshop.more = NULL;
	question->text.text = uni_until(wall->method->arena, text, arrow);
}

static void
read_choice(struct wall *wall, struct question *question)
{
	static const enum term answers[] = { T_YES, T_NO };
	const char *plain = method_plain(wall->method, question->selected.text);
	enum term answer = term_find(plain, answers, 2, NULL);

	question->workshop.text = md_words(wall->method->arena,
	    method_plain(wall->method, question->workshop.text));
	if (question->node->box == BOX_DONE || *question->workshop.text != '\0')
		question->choice = CHOICE_YES;
	if (*plain == '\0')
		return;
	question->choice = answer == T_NO ? CHOICE_NO : CHOICE_YES;
	if (answer == T_NONE && *question->workshop.text == '\0')
		question->workshop.text = md_words(wall->method->arena, plain);
	else if (answer == T_NONE)
		question->workshop.text = arena_format(wall->method->arena,
		    "%s ; %s", question->workshop.text,
		    md_words(wall->method->arena, plain));
}

/* Whether anything but the label and the theme says something. */
static bool
says_something(const struct question *question)
{
	return *question->text.text != '\0' || question->text.more != NULL ||
	    *question->author.text != '\0' || *question->votes.text != '\0' ||
	    *question->repeats.text != '\0' ||
	    *question->selected.text != '\0' ||
	    *question->workshop.text != '\0' ||
	    *question->powerful.text != '\0' || question->theme.given;
}

void
question_read_all(struct wall *wall)
{
	struct reader reader = { .wall = wall };
	struct question *question;
	size_t i, kept = 0;

	for (i = 0; i < wall->questions.count; i++) {
		question = question_at(wall, kept);
		*question = *question_at(wall, i);
		if (question->document != reader.document)
			reader = (struct reader){ .wall = wall,
				.document = question->document };
		if (question->node->box != BOX_NONE)
			action_cut_box(&question->text.text, &(bool){ false });
		read_number(&reader, question);
		if (!says_something(question))
			continue;
		read_workshop(wall, question);
		read_votes(wall, question);
		if (*question->text.text == '\0')
			bind_fault(wall->method->bind, question->node->pos,
			    M_WALL_NO_TEXT);
		read_choice(wall, question);
		kept++;
	}
	wall->questions.count = kept;
}

/*
 * Printing.
 */

void
question_render_all(struct wall *wall, bool grouped)
{
	struct method *method = wall->method;
	struct bind_list lines;

	report_section(method->report, T_QUESTIONS);
	if (wall->questions.count == 0) {
		report_table(method->report, 2);
		report_number_head(method->report,
		    method_word(method, T_NUMBER));
		report_cell(method->report, method_word(method, T_QUESTION));
		return;
	}
	BIND_EACH(struct question, question, &wall->questions)
		if (!grouped ||
		    theme_is_key(method_plain(method, question->theme.text)))
			question->place = 0;
	lines = wall->questions;
	METHOD_SORT_BY(method, &lines, struct question, place);
	BIND_EACH(struct question, line, &lines) {
		if (line->chosen)
			line->powerful.text = "";
		if (line->place == 0)
			continue;
		line->heading = line->theme;
		line->theme.text = "";
	}
	method_list(method, line_rows, sizeof(struct question), &lines);
}
