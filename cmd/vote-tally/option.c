/*
 * option: what can be voted for.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "text/uni.h"
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
				item_read_questions(vote, *node);
			else if (lists[i] != &sheet->result_nodes ||
			    !result_is_report(*node))
				item_read_options(vote, *node);
		}
	result_read(vote);
}

void
option_read(struct vote *vote)
{
	const struct bind_list *walls[] = { &vote->sheet->wall_selected,
		&vote->sheet->wall_questions };
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
	for (i = 0; i < 2 && vote->poll.options.count == 0; i++)
		BIND_EACH(struct node *const, node, walls[i])
			item_read_questions(vote, *node);
	if (vote->poll.options.count == 0)
		poll_option_columns(&vote->poll);
	if (vote->sheet->option_nodes.count == 0 &&
	    vote->sheet->result_nodes.count == 0 &&
	    vote->sheet->wall_questions.count == 0)
		poll_option_missing(&vote->poll);
}
