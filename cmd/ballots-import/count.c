/*
 * count: rows of options whose votes are counted already.
 */
#include <inttypes.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"
#include "value/marks.h"

/* Whether what is counted can be voted for: it is neither what all votes come to
 * nor a figure of the participation. */
static bool
is_option(const char *text)
{
	static const enum term figures[] = { T_TABLE_TOTAL, T_EXPRESSED,
		T_ELECTORATE, T_PARTICIPANTS, T_VOTERS, T_BALLOTS, T_BLANKS,
		T_SPOILED, T_BLANK_OR_SPOILED, T_ABSTENTIONS };

	return term_find(text, figures, sizeof(figures) / sizeof(figures[0]),
		   NULL) == T_NONE;
}

void
count_take(struct sheet *sheet, const struct csv_row *row)
{
	struct import *import = sheet->import;
	const char *text = ballot_name(sheet, row, ROLE_TEXT);
	const char *votes = csv_cell(row, sheet->at[ROLE_COUNT]);
	struct pos pos = row->pos;
	uint64_t count;
	size_t option;
	bool drawn;

	if (*text == '\0') {
		pos.col = (size_t)sheet->at[ROLE_TEXT] + 1;
		note_add(import->faults, pos, M_IMPORT_NO_TEXT);
		return;
	}
	pos.col = (size_t)sheet->at[ROLE_COUNT] + 1;
	if (marks_reading(votes, LANG_NONE, &count, &drawn) != SURE_EXACT ||
	    drawn) {
		note_add(import->faults, pos, M_IMPORT_NO_COUNT,
		    uni_line(import->arena, votes));
		return;
	}
	import->has_counts = true;
	if (!is_option(text)) {
		dict_enter(&import->figures, text)->value =
		    arena_format(import->arena, "%" PRIu64, count);
		return;
	}
	option = option_enter(import, text, pos, true);
	import->option[option].votes += (long)count;
}
