/*
 * choice: what was chosen, where one cell tells it.
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"

/* More different choices than this are no choices but free text. */
enum { MAX_CHOICES = 100 };

void
choice_take(struct sheet *sheet, const struct row *row, long column,
    const char *text, struct ballot *ballot)
{
	struct import *import = sheet->import;
	size_t options = import->option_count;
	struct pos pos = row->pos;
	const struct value **made;

	pos.col = (size_t)column + 1;
	made = ballot_choice(import, ballot,
	    option_enter(import, text, pos, false));
	*made = *made == NULL
	    ? &value_yes
	    : value_read(sheet,
		  option_number(import, (size_t)(*made)->number + 1));
	if (import->known > 0 && import->option_count > options)
		note_add(&import->findings, pos, M_IMPORT_NOT_KNOWN, text);
	if (import->option_count > MAX_CHOICES && !sheet->crowded) {
		note_add(import->faults, pos, M_IMPORT_FREE_TEXT,
		    option_number(import, MAX_CHOICES));
		sheet->crowded = true;
	}
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
		if (strncmp(start, import->option[i].text, length) != 0)
			continue;
		behind = start + length + strspn(start + length, " \n");
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
	if (sheet->import->options->split != NULL)
		return sheet->import->options->split;
	if (sheet->format->split == SPLIT_NEVER)
		return "";
	return sheet->import->known > 0 &&
		sheet->format->split == SPLIT_DOUBTFUL
	    ? ","
	    : ";";
}

/* Of an order the first choice alone counts; the others are options, too. */
void
choice_take_cell(struct sheet *sheet, const struct row *row,
    struct ballot *ballot)
{
	struct import *import = sheet->import;
	const char *cell = table_cell(row, sheet->at[ROLE_CHOICE]), *end;
	const char *mark = mark_of(sheet), *text;
	size_t length;

	if (sheet->commas == 0 && strstr(cell, ", ") != NULL)
		sheet->commas = row->pos.line;
	while (*cell != '\0' && !sheet->crowded) {
		length = 1;
		end = *mark != '\0' ? known_end(import, cell) : NULL;
		if (end == NULL) {
			end = find_mark(cell, mark);
			length = strlen(mark);
		}
		sheet->semicolons |= *end != '\0';
		text = uni_line(import->arena,
		    arena_copy(import->arena, cell, (size_t)(end - cell)));
		if (*text != '\0' && import->options->as_ranks &&
		    ballot->count > 0)
			option_enter(import, text, row->pos, false);
		else if (*text != '\0')
			choice_take(sheet, row, sheet->at[ROLE_CHOICE], text,
			    ballot);
		cell = *end != '\0' ? end + length : "";
	}
}
