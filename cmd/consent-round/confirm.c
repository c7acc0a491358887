/*
 * confirm: who says that an objection is resolved.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

/* Who confirmed: "objecteur, proposeur", {objecteur: oui, proposeur: non}. */
static void
read_confirmer(struct process *process, struct consent_objection *record,
    const char *who, const char *said, struct pos pos)
{
	static const enum term people[] = { T_OBJECTOR, T_PROPOSER, T_NONE };
	static const enum term both[] = { T_YES, T_NO, T_NONE };
	enum term term = bind_choice(process->bind, people, who);
	enum term yes = bind_choice(process->bind, both, said);

	if (term == T_NONE || yes == T_NONE)
		bind_fault(process->bind, pos, M_CONSENT_NOT_CONFIRMED,
		    arena_format(process->arena, "%s %s", who, said));
	else if (term == T_OBJECTOR)
		record->objector =
		    yes == T_YES ? CONSENT_AGREED : CONSENT_REFUSED;
	else
		record->proposer =
		    yes == T_YES ? CONSENT_AGREED : CONSENT_REFUSED;
}

/* "objecteur", "objecteur non", or plain yes or no for both. */
static void
read_confirmers(struct process *process, struct consent_objection *record,
    const char *text, struct pos pos)
{
	static const enum term both[] = { T_YES, T_NO, T_NONE };
	enum term term = bind_choice(process->bind, both, text);
	struct bind_list names = { NULL };
	struct bind_text *name;
	const char *blank;
	size_t i;

	if (term != T_NONE) {
		record->objector = record->proposer =
		    term == T_YES ? CONSENT_AGREED : CONSENT_REFUSED;
		return;
	}
	bind_split_names(process->bind, text, pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++) {
		blank = strrchr(name[i].text, ' ');
		if (blank != NULL)
			read_confirmer(process, record,
			    arena_copy(process->arena, name[i].text,
				(size_t)(blank - name[i].text)),
			    blank + 1, pos);
		else
			read_confirmer(process, record, name[i].text,
			    term_name(T_YES, LANG_EN), pos);
	}
}

static const char *
said(const struct process *process, enum term who, enum consent_said said)
{
	return said == CONSENT_UNSAID ? ""
	    : said == CONSENT_AGREED  ? method_word(process->method, who)
				      : arena_format(process->arena, "%s %s",
					    method_word(process->method, who),
					    method_word(process->method, T_NO));
}

void
confirm_read(struct process *process, struct objection *objection,
    struct consent_objection *record)
{
	struct node *const *nodes = objection->confirmed.at;
	const struct node *child;
	const char *one, *two;
	size_t i;

	for (i = 0; i < objection->confirmed.count; i++) {
		if (nodes[i]->first == NULL && *nodes[i]->text != '\0')
			read_confirmers(process, record,
			    md_plain(process->arena,
				bind_text(process->bind, nodes[i])),
			    nodes[i]->pos);
		for (child = nodes[i]->first; child != NULL;
		     child = child->next)
			read_confirmer(process, record, child->key,
			    md_plain(process->arena,
				bind_text(process->bind, child)),
			    child->pos);
	}
	one = said(process, T_OBJECTOR, record->objector);
	two = said(process, T_PROPOSER, record->proposer);
	objection->confirmers.text = arena_format(process->arena, "%s%s%s", one,
	    *one != '\0' && *two != '\0' ? " ; " : "", two);
}
