/*
 * choice: what was chosen, where one cell tells it.
 */
#include <string.h>

#include "base/arena.h"
#include "format.h"
#include "text/uni.h"

/* More different choices than this are no choices but free text. */
enum { MAX_CHOICES = 100 };

void
choice_take(struct sheet *sheet, const struct csv_row *row, long column,
    const char *text, struct ballot *ballot)
{
	struct import *import = sheet->import;
	struct pos pos = { row->pos.file, row->pos.line, (size_t)column + 1 };
	size_t options = import->option_count;
	size_t option = option_enter(import, text, pos, false);
	const struct value **made;

	/* of an order the first alone counts */
	if (!import->options->as_ranks || ballot->count == 0) {
		made = ballot_choice(import, ballot, option);
		*made = *made == NULL
		    ? &value_yes
		    : value_read(sheet,
			  option_number(import, (size_t)(*made)->number + 1));
	}
	if (import->known > 0 && import->option_count > options)
		note_add(&import->findings, pos, M_IMPORT_NOT_KNOWN, text);
	if (import->option_count <= MAX_CHOICES || sheet->crowded)
		return;
	note_add(import->faults, pos, M_IMPORT_FREE_TEXT,
	    option_number(import, MAX_CHOICES));
	sheet->crowded = true;
}

/* Where the longest of the known options that a cell begins with is over: its
 * end, or the comma or semicolon behind; NULL where it begins with none. */
static const char *
known_end(const struct import *import, const char *cell)
{
	const char *start = cell + strspn(cell, " \n"), *end = NULL, *behind;
	size_t i, length;

	for (i = 0; i < import->known; i++) {
		length = strlen(import->option[i].text);
		behind = start + length;
		if (strncmp(start, import->option[i].text, length) != 0)
			continue;
		behind += strspn(behind, " \n");
		if (strchr(",;", *behind) != NULL &&
		    (end == NULL || behind > end))
			end = behind;
	}
	return end;
}

/* Where a choice ends; a comma within brackets parts nothing. */
static const char *
find_mark(const char *cell, const char *mark)
{
	size_t length = strlen(mark);
	const char *close;

	for (; *cell != '\0'; cell++) {
		if (length > 0 && strncmp(cell, mark, length) == 0)
			return cell;
		close = *cell == '(' && *mark == ',' ? strchr(cell, ')') : NULL;
		if (close != NULL)
			cell = close;
	}
	return cell;
}

/* What parts choices: as told, else by the export. */
static const char *
mark_of(const struct sheet *sheet)
{
	enum split split = sheet->format->split;

	if (sheet->import->options->split != NULL)
		return sheet->import->options->split;
	return split == SPLIT_NEVER                               ? ""
	    : sheet->import->known > 0 && split == SPLIT_DOUBTFUL ? ","
								  : ";";
}

void
choice_take_cell(struct sheet *sheet, const struct csv_row *row,
    struct ballot *ballot)
{
	struct arena *arena = sheet->import->arena;
	long column = sheet->at[ROLE_CHOICE];
	const char *cell = csv_cell(row, column), *end, *text;
	const char *mark = mark_of(sheet);

	if (sheet->commas == 0 && strstr(cell, ", ") != NULL)
		sheet->commas = row->pos.line;
	while (*cell != '\0' && !sheet->crowded) {
		end = *mark != '\0' ? known_end(sheet->import, cell) : NULL;
		end = end != NULL ? end : find_mark(cell, mark);
		sheet->semicolons |= *end != '\0';
		text = uni_line(arena,
		    arena_copy(arena, cell, (size_t)(end - cell)));
		if (*text != '\0')
			choice_take(sheet, row, column, text, ballot);
		cell = *end == '\0'                         ? end
		    : strncmp(end, mark, strlen(mark)) == 0 ? end + strlen(mark)
							    : end + 1;
	}
}
