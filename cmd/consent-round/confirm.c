/*
 * confirm: who says that an objection is resolved.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

/* Who confirmed: "objecteur, proposeur", {objecteur: oui, proposeur: non}. */
static void
read_confirmer(struct sheet *sheet, struct objection *objection,
    const char *who, const char *said, struct pos pos)
{
	static const enum term people[] = { T_OBJECTOR, T_PROPOSER, T_NONE };
	static const enum term both[] = { T_YES, T_NO, T_NONE };
	enum term term = bind_choice(sheet->bind, people, who);
	enum term yes = bind_choice(sheet->bind, both, said);

	if (term == T_NONE || yes == T_NONE)
		bind_fault(sheet->bind, pos, M_CONSENT_NOT_CONFIRMED,
		    arena_format(sheet->bind->doc->arena, "%s %s", who, said));
	else if (term == T_OBJECTOR)
		objection->objector =
		    yes == T_YES ? CONSENT_AGREED : CONSENT_REFUSED;
	else
		objection->proposer =
		    yes == T_YES ? CONSENT_AGREED : CONSENT_REFUSED;
}

/* "objecteur", "objecteur non", or plain yes or no for both. */
static void
read_confirmers(struct sheet *sheet, struct objection *objection,
    const char *text, struct pos pos)
{
	static const enum term both[] = { T_YES, T_NO, T_NONE };
	enum term term = bind_choice(sheet->bind, both, text);
	struct bind_list names = { NULL };
	struct bind_text *name;
	const char *blank;
	size_t i;

	if (term != T_NONE) {
		objection->objector = objection->proposer =
		    term == T_YES ? CONSENT_AGREED : CONSENT_REFUSED;
		return;
	}
	bind_split_names(sheet->bind, text, pos, &names);
	name = names.at;
	for (i = 0; i < names.count; i++) {
		blank = strrchr(name[i].text, ' ');
		if (blank != NULL)
			read_confirmer(sheet, objection,
			    arena_copy(sheet->bind->doc->arena, name[i].text,
				(size_t)(blank - name[i].text)),
			    blank + 1, pos);
		else
			read_confirmer(sheet, objection, name[i].text,
			    term_name(T_YES, LANG_EN), pos);
	}
}

void
confirm_read(struct sheet *sheet, struct objection *objection)
{
	struct node *const *nodes = objection->confirmed.at;
	const struct node *child;
	struct arena *arena = sheet->bind->doc->arena;
	size_t i;

	for (i = 0; i < objection->confirmed.count; i++) {
		if (nodes[i]->first == NULL && *nodes[i]->text != '\0')
			read_confirmers(sheet, objection,
			    md_plain(arena, bind_text(sheet->bind, nodes[i])),
			    nodes[i]->pos);
		for (child = nodes[i]->first; child != NULL;
		     child = child->next)
			read_confirmer(sheet, objection, child->key,
			    md_plain(arena, bind_text(sheet->bind, child)),
			    child->pos);
	}
}
