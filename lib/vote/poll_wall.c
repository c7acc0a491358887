/*
 * poll_wall: the questions of a wall, as what can be voted for.
 */
#include "vote/poll.h"

const struct bind_row poll_question_rows[] = {
	ROW(poll_question, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(poll_question, label, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(poll_question, text, .key = T_QUESTION, .flags = BIND_MAIN),
	ROW(poll_question, text, .key = T_BURNING),
	ROW(poll_question, text, .key = T_TEXT),
	ROW(poll_question, powerful, .key = T_POWERFUL),
	ROW(poll_question, duplicate, .key = T_DUPLICATE),
	{ BIND_END },
};

void
poll_wall_add(struct poll *poll, const struct bind_list *questions)
{
	struct bind_text text;

	BIND_EACH(const struct poll_question, question, questions) {
		text = *question->powerful.text != '\0' ? question->powerful
							: question->text;
		text.more = NULL; /* that stays where it stands */
		if (*text.text != '\0' && *question->duplicate.text == '\0')
			poll_option_add(poll, &question->label, &text);
	}
}

void
poll_wall_take(struct poll *poll)
{
	if (poll->options.count == 0)
		poll_wall_add(poll, &poll->sheet->selected);
	if (poll->options.count == 0)
		poll_wall_add(poll, &poll->sheet->questions);
}
