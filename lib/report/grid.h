/*
 * grid: a table whose empty columns are left out.
 */
#ifndef GRID_H
#define GRID_H

#include <stddef.h>
#include <stdint.h>

#include "report/report.h"

struct grid {
	struct report *report;
	const enum term *heads;
	size_t columns, rows; /* at most 64 columns */
	const char **cells;   /* row by row, in md's normal form, never NULL */
	uint64_t numbers;     /* bits of the columns that hold numbers */
	const struct bind_more **more; /* of each row, what it carries; NULL
					  where it carries nothing */
	enum lang lang;
};

/* Cells to be filled in, "" so far. */
struct grid grid_new(struct report *report, struct arena *arena, enum lang lang,
    const enum term *heads, size_t columns, size_t rows);

/* must: bits of the columns that stand even if they are empty. */
void grid_write(const struct grid *grid, uint64_t must);

#endif
