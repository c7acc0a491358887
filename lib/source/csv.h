/*
 * csv: tables of cells, as spreadsheets, forms and polls export them.
 *
 * The separator is found out (a comma, a semicolon or a tab), or told, by a
 * first line "sep=;" too.  A cell is without the quote that exports put before
 * = + - @ so that no sheet computes it, and its entities, as &eacute;, are
 * what they stand for.  Blank lines are no rows.
 */
#pragma once

#include <stdbool.h>

#include "base/err.h"

struct arena;
struct notes;
struct source;

struct csv_row {
	struct pos pos; /* of its first line; col counts cells */
	const char **cells;
	size_t count;
};

struct csv {
	struct csv_row *rows; /* one at least */
	size_t count;
	bool sure; /* of the separator: it was told, or is no comma, which texts
		      hold too */
};

/* What somebody tells of a file; NULL: nothing. */
struct csv_told {
	const char *encoding;  /* of its text, where that is not UTF-8, as
				  iconv_open names it */
	const char *separator; /* one character of ASCII, or "\\t" */
};

/*
 * The text of a file, or of standard input for "-", in UTF-8; NULL, and a fault,
 * where it cannot be read or was encoded twice.
 */
struct source *csv_text(struct arena *arena, const char *path,
    const struct csv_told *told, struct notes *faults);

/*
 * Reads such a text, whose cells are ended where they stand.  False, and a fault,
 * where a quote is out of place, where two separators part its rows alike, and
 * where there is no row.
 */
bool csv_parse(struct arena *arena, struct source *source,
    const struct csv_told *told, struct notes *faults, struct csv *csv);

/* Both. */
bool csv_read(struct arena *arena, const char *path,
    const struct csv_told *told, struct notes *faults, struct csv *csv);

/* Dies where what is told as a separator can be none. */
void csv_check_told(const struct csv_told *told);

/* Whether nothing stands in a row from a cell on. */
bool csv_is_bare(const struct csv_row *row, size_t from);

/* A cell, "" where the row has none. */
const char *csv_cell(const struct csv_row *row, long column);
