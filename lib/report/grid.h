/*
 * grid: a table whose empty columns are left out.
 *
 * Its first columns are headed by terms; behind them may stand as many as the
 * data names, which are there even if they are empty.
 */
#pragma once

#include "report/report.h"

struct grid {
	struct report *report;
	const enum term *heads;
	const char *const *names; /* of the columns behind those of heads */
	size_t heads_count;       /* at most 64 */
	size_t columns, rows;
	const char **cells; /* row by row, in md's normal form, never NULL */
	uint64_t numbers;   /* bits of the heads whose columns hold numbers */
	bool numbered;      /* the columns that have names hold numbers */
	const struct bind_more **more; /* of each row, what it carries; NULL
					  where it carries nothing */
};

/* Cells to be filled in, "" so far. */
struct grid grid_new(struct report *report, const enum term *heads,
    size_t columns, size_t rows);

/* The same with columns behind them that have names, in md's normal form. */
struct grid grid_named(struct report *report, const enum term *heads,
    size_t heads_count, const char *const *names, size_t names_count,
    size_t rows);

/* must: bits of the columns that stand even if they are empty. */
void grid_write(const struct grid *grid, uint64_t must);
