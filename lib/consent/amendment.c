/*
 * amendment: which version each makes, and what it comes from.
 */
#include "consent/process_inner.h"

const struct bind_row amendment_rows[] = {
	ROW(amendment, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(amendment, makes, .key = T_MAKES),
	ROW(amendment, origin, .key = T_FROM),
	ROW(amendment, text, .key = T_TEXT, .flags = BIND_MAIN),
	{ BIND_END },
};

/* A line of its own, "Amendment: but on Mondays". */
bool
amendment_claims(const struct node *section)
{
	return section->level == 0 &&
	    term_is_any(section->key, T_AMENDMENTS, T_AMENDMENT_ONE);
}

void
amendment_read(struct process *process)
{
	struct bind_list *list = &process->sheet->amendments;

	process_label(process, amendment_rows, list, sizeof(struct amendment),
	    "A");
	BIND_EACH(struct amendment, amendment, list) {
		if (*amendment->makes.text == '\0')
			continue;
		amendment->version = version_find(process,
		    amendment->makes.text, amendment->makes.pos);
		amendment->makes.text =
		    arena_format(process->arena, "v%zu", amendment->version);
	}
	process->amended = REFER_TO(process->bind, T_AMENDMENTS, list,
	    amendment, .unknown = M_CONSENT_NO_SUCH_AMENDMENT, .first = true);
}

void
amendment_link(struct process *process, struct amendment *amendment,
    const struct refer *objections)
{
	static const enum term others[] = { T_PROPOSER, T_REACTIONS,
		T_CLARIFICATIONS, T_NONE };
	struct bind_list names = { .count = 0 };
	struct objection *objection;
	enum term other;

	bind_split_names(process->bind, amendment->origin.text,
	    amendment->origin.pos, &names);
	BIND_EACH(const struct bind_text, name, &names) {
		objection = refer_look(objections, name->text);
		other = bind_choice(process->bind, others, name->text);
		if (objection != NULL)
			objection_link(process, objection, amendment);
		else if (other == T_NONE)
			bind_fault(process->bind, name->pos,
			    M_CONSENT_NO_SUCH_OBJECTION, name->text);
		else if (names.count == 1)
			amendment->origin.text = process_word(process, other);
	}
}
