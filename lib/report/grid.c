#include "report/grid.h"

#include "base/arena.h"
#include "report/carry.h"
#include "report/report_inner.h"
#include "source/md.h"

struct grid
grid_new(struct report *report, struct arena *arena, enum lang lang,
    const enum term *heads, size_t columns, size_t rows)
{
	struct grid grid = { .report = report,
		.heads = heads,
		.columns = columns,
		.rows = rows,
		.lang = lang };
	size_t i;

	grid.more = arena_array(arena, rows + 1, sizeof(*grid.more));
	grid.cells = arena_array(arena, columns * (rows + 1), sizeof(char *));
	for (i = 0; i < columns * rows; i++)
		grid.cells[i] = "";
	return grid;
}

void
grid_write(const struct grid *grid, uint64_t must)
{
	struct carry carry = carry_of(grid->report, grid->more, grid->rows);
	size_t i, j, shown = carry.count;
	uint64_t filled = must;

	for (i = 0; i < grid->rows; i++)
		for (j = 0; j < grid->columns; j++)
			if (*grid->cells[i * grid->columns + j] != '\0')
				filled |= UINT64_C(1) << j;
	for (j = 0; j < grid->columns; j++)
		shown += (filled >> j) & 1;
	if (shown == 0)
		return;
	report_table(grid->report, shown);
	for (j = 0; j < grid->columns; j++)
		if ((filled >> j & 1) != 0)
			((grid->numbers >> j & 1) != 0
				? report_number_head
				: report_cell)(grid->report,
			    term_name(grid->heads[j], grid->lang));
	for (j = 0; j < carry.count; j++)
		report_cell(grid->report,
		    md_words(grid->report->arena, carry.names[j]));
	for (i = 0; i < grid->rows; i++) {
		for (j = 0; j < grid->columns; j++)
			if ((filled >> j & 1) != 0)
				report_cell(grid->report,
				    grid->cells[i * grid->columns + j]);
		carry_cells(grid->report, &carry, grid->more[i]);
	}
}
