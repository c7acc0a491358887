/*
 * option: what can be voted for.
 */
#include <string.h>

#include "vote.h"

bool
option_is_placed(const struct vote *vote)
{
	BIND_EACH(const struct option, option, &vote->poll.options)
		if (*option->label.text == '\0' ||
		    strpbrk(option->label.text, ",; ") != NULL)
			return true;
	return false;
}

/* A list under the question that is put: the questions are what can be voted for. */
static void
read_questions(struct vote *vote, const struct node *list)
{
	struct sheet sheet = { .poll.questions.count = 0 };
	struct bind *bind = vote->poll.bind;

	if (list->first == NULL)
		return;
	bind_value(bind, bind_row_of(bind, T_QUESTIONS, BIND_LIST), list,
	    &sheet);
	poll_wall_add(&vote->poll, &sheet.poll.questions);
}

/* The options of a document, in the order of their lists. */
static void
read_document(struct vote *vote)
{
	const struct sheet *sheet = vote->sheet;
	const struct bind_list *lists[] = { &sheet->option_nodes,
		&sheet->result_nodes, &sheet->question_nodes };

	for (size_t i = 0; i < 3; i++)
		BIND_EACH(struct node *const, node, lists[i]) {
			if ((*node)->part != vote->poll.document)
				continue;
			if (lists[i] == &sheet->question_nodes)
				read_questions(vote, *node);
			else if (lists[i] != &sheet->result_nodes ||
			    !result_is_report(*node))
				item_read_options(vote, *node);
		}
	result_read(vote);
}

void
option_read(struct vote *vote)
{
	size_t i, count = vote->poll.bind->doc->document_count + 1;

	BIND_EACH(struct node *const, node, &vote->sheet->result_nodes)
		if (result_is_report(*node))
			bind_value(vote->poll.bind,
			    bind_row_of(vote->poll.bind, T_RESULTS, BIND_LIST),
			    *node, vote->sheet);
	for (i = 1; i <= count; i++) {
		vote->poll.document = i;
		vote->poll.met = 0;
		read_document(vote);
	}
	poll_wall_take(&vote->poll);
	if (vote->poll.options.count == 0)
		poll_option_columns(&vote->poll);
	if (vote->sheet->option_nodes.count == 0 &&
	    vote->sheet->result_nodes.count == 0 &&
	    vote->sheet->poll.questions.count == 0 &&
	    (vote->poll.options.count > 0 || !motion_find_outcome(vote)))
		poll_option_missing(&vote->poll);
}
