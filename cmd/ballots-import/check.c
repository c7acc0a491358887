/*
 * check: what only a whole sheet tells, or all of them.
 */
#include "base/arena.h"
#include "format.h"

/* Whether the numbers of every ballot are 1, 2, ... in some order. */
static bool
is_ranking(const struct import *import, size_t first)
{
	const struct ballot *ballot;
	const struct value *value;
	size_t ranked = 0, count;
	uint64_t seen;

	for (size_t i = first; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		seen = count = 0;
		for (size_t j = 0; j < ballot->count; j++) {
			value = ballot->choices[j];
			if (value == NULL || value->vote == VOTE_NO)
				continue;
			if (value->vote != VOTE_NUMBER || value->number < 1 ||
			    value->number > 63 || ++count > 63)
				return false;
			seen |= UINT64_C(1) << (value->number - 1);
		}
		if (seen != (UINT64_C(1) << count) - 1)
			return false;
		ranked += count > 2 ? 2 : count == 2;
	}
	return ranked > 1;
}

/* Whether every answer holds every choice, which is an order. */
static bool
is_order(const struct import *import, size_t first)
{
	const struct ballot *ballot;
	size_t answers = 0;

	for (size_t i = first; i < import->ballot_count; i++) {
		ballot = &import->ballots[i];
		answers += ballot->count > 0;
		for (size_t j = 0;
		     j < import->option_count && ballot->count > 0; j++)
			if (j >= ballot->count || ballot->choices[j] == NULL)
				return false;
	}
	return answers > 1 && import->option_count > 2;
}

/* Ballots without a name, among others that have one. */
static void
check_names(struct import *import, size_t first)
{
	const struct ballot *ballot = import->ballots;
	bool named = false;

	for (size_t i = first; i < import->ballot_count && !named; i++)
		named = *ballot[i].voter != '\0';
	for (size_t i = first; i < import->ballot_count && named; i++)
		if (*ballot[i].voter == '\0' && !ballot[i].nobody)
			note_add(&import->findings, ballot[i].pos,
			    M_IMPORT_NO_VOTER);
}

/* Those who voted and chose nothing: the export tells only how many of the
 * rows without a choice they are. */
static void
add_blanks(struct sheet *sheet)
{
	struct import *import = sheet->import;
	struct ballot blank = { .voter = "",
		.group = "",
		.nobody = true,
		.pos = sheet->pos };
	long cast = (long)(import->ballot_count - sheet->first);
	long blanks = sheet->decided - cast;

	if (blanks > sheet->silent)
		blanks = sheet->silent;
	if (blanks <= 0)
		return;
	note_add(&import->findings, sheet->pos, M_IMPORT_DECIDED,
	    option_number(import, (size_t)sheet->decided),
	    option_number(import, (size_t)blanks));
	while (blanks-- > 0)
		ballot_keep(import, &blank);
}

/* One column whose cells may be parted by what parts nothing. */
static void
check_choice(struct sheet *sheet)
{
	struct import *import = sheet->import;
	struct pos pos = { sheet->pos.file, sheet->commas,
		(size_t)sheet->at[ROLE_CHOICE] + 1 };

	if (import->options->numbers == NULL && import->as == AS_UNKNOWN &&
	    is_order(import, sheet->first))
		note_add(import->faults, sheet->pos, M_IMPORT_ORDER);
	if (import->options->split == NULL && import->known == 0 &&
	    sheet->format->parts != NULL && sheet->format->parts[1] == ',' &&
	    sheet->commas > 0 && !sheet->semicolons)
		note_add(import->faults, pos, M_IMPORT_COMMAS);
}

/* A column of which nothing reads as a vote. */
static void
check_option(struct sheet *sheet, size_t column)
{
	struct import *import = sheet->import;
	size_t option = (size_t)sheet->columns[column].option;
	struct pos pos = { sheet->pos.file, sheet->pos.line, column + 1 };
	const struct value *value, *doubt = NULL;

	for (size_t i = sheet->first; i < import->ballot_count; i++) {
		value = option < import->ballots[i].count
		    ? import->ballots[i].choices[option]
		    : NULL;
		if (value != NULL &&
		    (value->vote != VOTE_DOUBT || import->as == AS_RANKS))
			return;
		doubt = doubt != NULL ? doubt : value;
	}
	if (doubt != NULL)
		note_add(import->faults, pos, M_IMPORT_NO_VOTES,
		    import->option[option].text, doubt->text);
}

void
check_sheet(struct sheet *sheet)
{
	struct import *import = sheet->import;

	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->columns[i].option != NO_COLUMN)
			check_option(sheet, i);
	check_names(import, sheet->first);
	if (sheet->at[ROLE_CHOICE] != NO_COLUMN)
		check_choice(sheet);
	else if (import->options->numbers == NULL && import->as == AS_UNKNOWN &&
	    is_ranking(import, sheet->first))
		note_add(import->faults, sheet->pos,
		    sheet->format->points ? M_IMPORT_POINTS : M_IMPORT_RANKS);
	if (!import->has_counts && import->ballot_count == sheet->first)
		note_add(&import->findings, sheet->pos, M_IMPORT_NO_BALLOT);
	add_blanks(sheet);
}

/* Where more than a fifth of the answers fall for one reason, that is the
 * first thing to look at. */
void
check_all(struct import *import)
{
	static const enum term reasons[] = { M_IMPORT_NOT_SENT, M_IMPORT_DOUBT,
		M_IMPORT_TWICE };
	struct notes first = { import->arena, NULL, 0 };
	const struct note *note, *last;
	size_t count;

	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		last = NULL;
		count = 0;
		for (size_t j = 0; j < import->findings.count; j++) {
			note = &import->findings.at[j];
			if (note->message != reasons[i])
				continue;
			count += last == NULL ||
			    last->pos.line != note->pos.line ||
			    last->pos.file != note->pos.file;
			last = note;
		}
		if (count < 2 || 5 * count <= import->rows)
			continue;
		note_add(&first, ((struct pos){ last->pos.file, 1, 1 }),
		    M_IMPORT_FIFTH, option_number(import, count),
		    option_number(import, import->rows),
		    note_text(import->arena, last, import->doc->lang, NULL));
	}
	note_lead(&import->findings, &first);
}
