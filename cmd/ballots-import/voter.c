/*
 * voter: whose a ballot is.
 */
#include "base/arena.h"
#include "import.h"
#include "text/uni.h"

/* A voter as the messages may tell. */
static const char *
voter_shown(struct import *import, const char *voter)
{
	return import->options->anonymous ? name_letter(&import->letters, voter)
					  : voter;
}

void
voter_read(struct import *import, const struct plan *plan,
    const struct row *row, struct ballot *ballot)
{
	const char *name =
	    uni_line(import->arena, table_cell(row, plan->voter));
	enum term nobody = T_HEAD_ANONYMOUS;

	ballot->nobody =
	    *name != '\0' && term_find(name, &nobody, 1, NULL) != T_NONE;
	ballot->voter = ballot->nobody ? "" : name;
}

void
voter_check(struct import *import, const struct ballot *ballot)
{
	struct dict_entry *entry;
	struct pos *first;

	if (*ballot->voter == '\0')
		return;
	import->has_voters = true;
	voter_shown(import, ballot->voter); /* letters in this order */
	entry = dict_enter(&import->voters, ballot->voter);
	first = entry->value;
	if (first != NULL) {
		note_add(&import->findings, ballot->pos, M_IMPORT_TWICE,
		    voter_shown(import, ballot->voter),
		    arena_format(import->arena, "%s:%zu", first->file,
			first->line));
		return;
	}
	first = entry->value = arena_alloc(import->arena, sizeof(*first));
	*first = ballot->pos;
}
