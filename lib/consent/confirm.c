/*
 * confirm: who says that an objection is resolved.
 */
#include <string.h>

#include "consent/process_inner.h"

/* "objecteur", "objecteur non", or plain yes or no for both. */
static void
read_one(struct process *process, struct consent_objection *judged,
    const struct bind_text *name)
{
	static const enum term people[] = { T_OBJECTOR, T_PROPOSER, T_NONE };
	static const enum term both[] = { T_YES, T_NO, T_NONE };
	const char *blank = strrchr(name->text, ' '), *who = name->text;
	enum term yes =
	    bind_choice(process->bind, both, blank != NULL ? blank + 1 : who);
	enum consent_said said = yes == T_NO ? CONSENT_REFUSED : CONSENT_AGREED;
	enum term of;

	if (yes != T_NONE)
		who = arena_copy(process->arena, who,
		    blank != NULL ? (size_t)(blank - who) : 0);
	of = bind_choice(process->bind, people, who);
	if (of == T_NONE && *who != '\0') {
		bind_fault(process->bind, name->pos, M_CONSENT_NOT_CONFIRMED,
		    name->text);
		return;
	}
	if (of != T_PROPOSER)
		judged->objector = said;
	if (of != T_OBJECTOR)
		judged->proposer = said;
}

/* What a cell, a list or the pairs of a map say. */
static void
read_node(struct process *process, struct consent_objection *judged,
    const struct node *node, const char *key)
{
	const char *text = arena_format(process->arena, "%s %s", key,
	    bind_text(process->bind, node));
	struct bind_list names = { .count = 0 };
	const struct node *child = node->first;

	bind_split_names(process->bind, md_plain(process->arena, text),
	    node->pos, &names);
	BIND_EACH(const struct bind_text, name, &names)
		read_one(process, judged, name);
	for (; child != NULL; child = child->next)
		read_node(process, judged, child, child->key);
}

static void
print(const struct process *process, struct buf *out, enum term who,
    enum consent_said said)
{
	if (said != CONSENT_UNSAID)
		buf_join(out, " ; ", process_word(process, who));
	if (said == CONSENT_REFUSED)
		buf_format(out, " %s", process_word(process, T_NO));
}

void
confirm_read(struct process *process, struct objection *objection)
{
	struct consent_objection *judged = &objection->judged;
	struct buf out = BUF_INIT;

	BIND_EACH(const struct node *const, node, &objection->confirmed)
		read_node(process, judged, *node, "");
	print(process, &out, T_OBJECTOR, judged->objector);
	print(process, &out, T_PROPOSER, judged->proposer);
	objection->confirmers.text = buf_take(&out, process->arena);
}
