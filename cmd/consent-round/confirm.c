/*
 * confirm: who says that an objection is resolved.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"

static const enum term people[] = { T_OBJECTOR, T_PROPOSER, T_NONE };
static const enum term both[] = { T_YES, T_NO, T_NONE };

/* "objecteur", "objecteur non", or plain yes or no for both. */
static void
read_one(struct process *process, struct consent_objection *judged,
    const char *text, struct pos pos)
{
	enum term who = bind_choice(process->bind, people, text);
	enum term yes = bind_choice(process->bind, both, text);
	const char *blank = strrchr(text, ' ');
	enum consent_said said;

	if (who == T_NONE && yes == T_NONE && blank != NULL) {
		yes = bind_choice(process->bind, both, blank + 1);
		who = bind_choice(process->bind, people,
		    arena_copy(process->arena, text, (size_t)(blank - text)));
		if (who == T_NONE || yes == T_NONE)
			who = yes = T_NONE;
	}
	said = yes == T_NO ? CONSENT_REFUSED : CONSENT_AGREED;
	if (who == T_NONE && yes == T_NONE)
		bind_fault(process->bind, pos, M_CONSENT_NOT_CONFIRMED, text);
	if (who == T_OBJECTOR || (who == T_NONE && yes != T_NONE))
		judged->objector = said;
	if (who == T_PROPOSER || (who == T_NONE && yes != T_NONE))
		judged->proposer = said;
}

static void
print(const struct process *process, struct buf *out, enum term who,
    enum consent_said said)
{
	if (said != CONSENT_UNSAID)
		buf_join(out, " ; ", method_word(process->method, who));
	if (said == CONSENT_REFUSED)
		buf_format(out, " %s", method_word(process->method, T_NO));
}

void
confirm_read(struct process *process, struct objection *objection)
{
	struct node *const *nodes = objection->confirmed.at;
	struct consent_objection *judged = &objection->judged;
	struct bind_list names = { .count = 0 };
	const struct bind_text *name;
	const struct node *child;
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < objection->confirmed.count; i++) {
		if (nodes[i]->first == NULL && *nodes[i]->text != '\0')
			bind_split_names(process->bind,
			    md_plain(process->arena,
				bind_text(process->bind, nodes[i])),
			    nodes[i]->pos, &names);
		for (child = nodes[i]->first; child != NULL;
		     child = child->next)
			read_one(process, judged,
			    md_plain(process->arena,
				arena_format(process->arena, "%s %s",
				    child->key, child->text)),
			    child->pos);
	}
	name = names.at;
	for (i = 0; i < names.count; i++)
		read_one(process, judged, name[i].text, name[i].pos);
	print(process, &out, T_OBJECTOR, judged->objector);
	print(process, &out, T_PROPOSER, judged->proposer);
	objection->confirmers.text = buf_take(&out, process->arena);
}
