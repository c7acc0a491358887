/*
 * reaction: what each said before the rounds.
 */
#include "consent/process_inner.h"

const struct bind_row reaction_rows[] = {
	BIND_AT(BIND_TEXT, T_FROM, reaction, from,
	    BIND_LABEL | BIND_PERSON | BIND_WHO),
	BIND_AT(BIND_TEXT, T_TEXT, reaction, text, BIND_MAIN),
	BIND_AT(BIND_YES, T_PASS, reaction, pass, BIND_DECIDES),
	{ BIND_END },
};

/* Who reacted, and who let their turn go by, in the report's words. */
static void
settle(const struct process *process, struct reaction *reaction)
{
	static const enum term pass[] = { T_PASS, T_ANSWER_PASS };

	member_lead(process, &reaction->from, &reaction->text);
	process_name(process, &reaction->from);
	if ((reaction->pass.given && reaction->pass.yes) ||
	    term_find(reaction->text.text, pass, 2, NULL) != T_NONE)
		reaction->text.text = process_word(process, T_ANSWER_PASS);
	reaction->pass = (struct bind_yes){ .typed = "" };
}

void
reaction_read(struct process *process)
{
	BIND_EACH(struct reaction, reaction, &process->sheet->reactions)
		settle(process, reaction);
	process->consent.reacted = process->sheet->reactions.count > 0;
}
