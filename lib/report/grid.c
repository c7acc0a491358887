#include "report/grid.h"

#include "report/carry.h"
#include "report/report_inner.h"

struct grid
grid_new(struct report *report, const enum term *heads, size_t columns,
    size_t rows)
{
	return grid_named(report, heads, columns, NULL, 0, rows);
}

struct grid
grid_named(struct report *report, const enum term *heads, size_t heads_count,
    const char *const *names, size_t names_count, size_t rows)
{
	struct grid grid = { .report = report,
		.heads = heads,
		.names = names,
		.heads_count = heads_count,
		.columns = heads_count + names_count,
		.rows = rows };

	grid.more = arena_array(report->arena, rows + 1, sizeof(*grid.more));
	grid.cells = arena_array(report->arena, grid.columns * (rows + 1),
	    sizeof(char *));
	for (size_t i = 0; i < grid.columns * rows; i++)
		grid.cells[i] = "";
	return grid;
}

/* Whether a column stands there: filled has the bits of the heads that do. */
static bool
is_shown(const struct grid *grid, uint64_t filled, size_t column)
{
	return column >= grid->heads_count || (filled >> column & 1) != 0;
}

static void
write_head(const struct grid *grid, size_t column)
{
	bool named = column >= grid->heads_count;
	const char *text = named
	    ? grid->names[column - grid->heads_count]
	    : term_name(grid->heads[column], grid->report->lang);

	if (named ? grid->numbered : (grid->numbers >> column & 1) != 0)
		report_number_head(grid->report, text);
	else
		report_cell(grid->report, text);
}

void
grid_write(const struct grid *grid, uint64_t must)
{
	struct carry carry = carry_of(grid->report, grid->more, grid->rows);
	size_t i, j, shown = carry.count;
	uint64_t filled = must;

	for (i = 0; i < grid->rows; i++)
		for (j = 0; j < grid->heads_count; j++)
			if (*grid->cells[i * grid->columns + j] != '\0')
				filled |= UINT64_C(1) << j;
	for (j = 0; j < grid->columns; j++)
		shown += is_shown(grid, filled, j);
	if (shown == 0)
		return;
	report_table(grid->report, shown);
	for (j = 0; j < grid->columns; j++)
		if (is_shown(grid, filled, j))
			write_head(grid, j);
	for (j = 0; j < carry.count; j++)
		report_cell(grid->report,
		    md_words(grid->report->arena, carry.names[j]));
	for (i = 0; i < grid->rows; i++) {
		for (j = 0; j < grid->columns; j++)
			if (is_shown(grid, filled, j))
				report_cell(grid->report,
				    grid->cells[i * grid->columns + j]);
		carry_cells(grid->report, &carry, grid->more[i]);
	}
}
