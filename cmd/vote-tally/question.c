/*
 * question: what is asked, and the questions of a wall as options.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "vote.h"

/* A question of another tool: its number and its best wording. */
static void
read_question(struct vote *vote, const struct node *item)
{
	static const enum term heads[] = { T_ID, T_NUMBER, T_POWERFUL,
		T_BURNING, T_QUESTION, T_TEXT, T_DUPLICATE };
	const char *label = "", *text = "", *powerful = "";
	const struct node *cell;
	enum term term;

	if (item->kind != NODE_MAP || *item->text != '\0') {
		text = bind_text(vote->bind, item);
		if (*text != '\0')
			option_add(vote, item->key, text, item->pos);
		return;
	}
	for (cell = item->first; cell != NULL; cell = cell->next) {
		if (*cell->text == '\0')
			continue;
		term = term_find(cell->key, heads, 7, NULL);
		if (term == T_DUPLICATE)
			return;
		if (term == T_ID || term == T_NUMBER)
			label = plain_text(vote, cell);
		else if (term == T_POWERFUL)
			powerful = bind_text(vote->bind, cell);
		else if (term != T_NONE)
			text = bind_text(vote->bind, cell);
	}
	text = *powerful ? powerful : text;
	if (*text != '\0')
		option_add(vote, label, text, item->pos);
}

/* Questions may stand under the headings of their themes. */
void
question_options(struct vote *vote, const struct node *list)
{
	const struct node *item;

	for (item = list->first; item != NULL; item = item->next) {
		if (item->level > 0)
			question_options(vote, item);
		else if (!node_is_empty(item))
			read_question(vote, item);
	}
}

void
question_foreign(struct vote *vote)
{
	size_t i;

	for (i = 0; i < vote->foreign_selected.count; i++)
		question_options(vote, node_at(&vote->foreign_selected, i));
	if (vote->list.count > 0)
		return;
	for (i = 0; i < vote->foreign_questions.count; i++)
		question_options(vote, node_at(&vote->foreign_questions, i));
}

/* The text of what is asked; a list under that key holds options. */
void
question_text(struct vote *vote, const struct node *node)
{
	const char *text = bind_text(vote->bind, node);
	struct bind_text *question = &vote->question;

	if (node->first != NULL || *text == '\0')
		return;
	if (question->given && strcmp(question->text, text) != 0)
		bind_fault(vote->bind, node->pos, M_CONFLICT,
		    term_name(T_QUESTION, LANG_FR), text, question->text,
		    bind_place(vote->bind, question->pos));
	if (!question->given)
		*question = (struct bind_text){ text, node->pos, true };
}
