/*
 * table: what the files of table-import share.
 *
 * Each operand is a sheet; its rows, under the columns that are wanted of it,
 * make one table.
 */
#pragma once

#include "base/dict.h"
#include "sheet/doc.h"
#include "source/csv.h"

/* The options of the command. */
struct options {
	const char *columns; /* that are wanted; NULL: all */
	const char *section; /* the heading above the table; NULL: none */
	const char *to;
	struct csv_told told;
	bool yaml;
};

struct table_row {
	const char **cells; /* plain, of the columns known by then */
	size_t count;
};

struct table {
	struct arena *arena;
	struct doc *doc; /* the language, and the faults */
	const struct options *options;
	struct notes *faults, findings;

	const char **heads; /* of the columns, plain, no two alike */
	size_t column_count;
	struct dict numbers; /* a head, folded, to its column */
	struct table_row *rows;
	size_t row_count;

	/* what stands above the header of a sheet, line by line */
	const char **above;
	size_t above_count;
};

/* sheet.c: adds an operand to the table. */
void sheet_read(struct table *table, const char *path);

/* cell.c: a cell as one text, without its bullets and its breaks; what a
 * spreadsheet could not keep in it is a finding. */
const char *cell_read(struct table *table, struct pos pos, const char *cell);

/* render.c: the table, written; returns the status. */
int render(struct table *table);
