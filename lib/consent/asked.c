/*
 * asked: a list of objections in which some say that they have none, "Bo: none", or
 * that is "none" over what was adopted: it tells a round, the first one.
 */
#include "consent/process_inner.h"

/* A column of an item that asks whether there is an objection; or NULL. */
static const struct node *
asking_cell(const struct objection *objection)
{
	const struct bind_more *more = objection->argument.more;

	if (more == NULL)
		more = objection->from.more;
	if (more == NULL)
		more = objection->id.more;
	if (more != NULL)
		BIND_EACH(const struct node *const, cell, &more->columns)
			if (answer_asks(*cell))
				return *cell;
	return NULL;
}

/* Whether an item says that its author has no objection, or "none" of nobody. */
static bool
says_none(const struct process *process, const struct objection *objection)
{
	const struct node *cell = asking_cell(objection);

	return answer_agrees(process,
	    cell != NULL ? cell->text : objection->argument.text);
}

/* Whether the list stands before the rounds, or alone. */
static bool
is_before(const struct process *process)
{
	const struct bind_list *rounds = &process->sheet->rounds;
	const struct node *const *first = rounds->at;
	const struct pos pos = process->sheet->objections.pos;

	return rounds->count == 0 ||
	    (bind_in_markdown(process->bind, pos) &&
		(*first)->pos.file == pos.file &&
		(*first)->pos.line > pos.line);
}

/* The author of an item, and what is left of it. */
static bool
find_author(struct process *process, struct objection *objection,
    size_t *member)
{
	member_lead(process, &objection->from, &objection->argument);
	return member_is(process,
	    *objection->from.text != '\0' ? objection->from.text
					  : objection->id.text,
	    member);
}

/* What an item says in the round, which the objection itself is told beside. */
static void
answer(struct process *process, struct round *round,
    const struct objection *objection, bool none)
{
	const struct bind_text *who =
	    *objection->from.text != '\0' ? &objection->from : &objection->id;
	struct said said = { *who, objection->argument, { "" } };

	said.who.more = said.answer.more = NULL;
	said.answer.text = process_word(process,
	    none ? T_ANSWER_UNOPPOSED : T_ANSWER_OBJECTION);
	if (none)
		said.answer.more = objection->argument.more;
	if (none && asking_cell(objection) != NULL &&
	    *objection->argument.text != '\0')
		said.answer.text = arena_format(process->arena, "%s — %s",
		    said.answer.text, objection->argument.text);
	answer_add(process, round, &said);
}

/* Everybody's "none" in place of a list, where what was declared is adopted and no
 * round is told. */
static void
read_none(struct process *process)
{
	struct process_sheet *sheet = process->sheet;
	struct round *round = NULL;
	struct said said = { { process_word(process, T_EVERYONE) },
		{ process_word(process, T_ANSWER_UNOPPOSED) }, { "" } };

	if (sheet->objections.count + sheet->rounds.count > 0 ||
	    decision_told(process, sheet->declared.text) != T_DECLARED_ADOPTED)
		return;
	BIND_EACH(const struct bind_beside, beside, &process->bind->beside)
		if (round == NULL && beside->term == T_OBJECTIONS &&
		    beside->remark != NULL &&
		    answer_agrees(process, beside->remark))
			round = round_add(process, 0, beside->section->pos);
	if (round != NULL)
		answer_add(process, round, &said);
}

void
asked_answer(struct process *process)
{
	struct answer *given;
	size_t member;

	if (process->rounds.count != 1)
		return;
	BIND_EACH(struct objection, objection, &process->sheet->objections) {
		if (*objection->round.text != '\0' ||
		    !find_author(process, objection, &member))
			continue;
		given = &round_at(process, 0)->answers[member];
		if (given->answer == T_NONE)
			*given = (struct answer){ T_ANSWER_OBJECTION,
				.text = "", .pos = objection->argument.pos };
	}
}

void
asked_read(struct process *process)
{
	struct bind_list *list = &process->sheet->objections, all;
	struct round *round = NULL;
	size_t member, count = 0;
	bool none;

	process->asked = true;
	read_none(process);
	BIND_EACH(struct objection, objection, list)
		count += find_author(process, objection, &member) &&
		    says_none(process, objection);
	if (count > 0 && is_before(process))
		round = round_add(process, 0, list->pos);
	if (round == NULL)
		return;
	all = bind_emptied(list);
	BIND_EACH(struct objection, objection, &all) {
		none = find_author(process, objection, &member);
		if (none) {
			none = says_none(process, objection);
			answer(process, round, objection, none);
		}
		if (!none)
			bind_put(process->bind, list, objection,
			    sizeof(*objection));
	}
}
