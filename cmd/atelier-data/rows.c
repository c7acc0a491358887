/*
 * rows: the keys of each tool, and what stands under them.
 */
#include "rows.h"

/* Each is behind what it stands in, with a depth of one more. */
static const struct row rows[] = {
#include "keys.def"
	{ .depth = 0 },
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) - 1 };

const struct row *
row_tools(void)
{
	return rows;
}

const struct row *
row_next_tool(const struct row *tool)
{
	do
		tool++;
	while (tool->depth > 0);
	return tool->term != T_NONE ? tool : NULL;
}

const struct row *
row_of_tool(enum term subject)
{
	const struct row *tool = rows;

	while (tool != NULL && tool->term != subject)
		tool = row_next_tool(tool);
	return tool;
}

size_t
row_count(void)
{
	return ROWS;
}

size_t
row_place(const struct row *row)
{
	return (size_t)(row - rows);
}

const struct row *
row_first(const struct row *of)
{
	/* names have nothing below them, and may be a row of no table */
	return of != NULL && of->kind != ROW_NAMES && of[1].depth > of->depth
	    ? of + 1
	    : NULL;
}

const struct row *
row_next(const struct row *row)
{
	const struct row *next = row + 1;

	while (next->depth > row->depth)
		next++;
	return next->depth == row->depth && row->depth > 0 ? next : NULL;
}

const struct row *
row_flagged(const struct row *of, unsigned flags)
{
	const struct row *row = row_first(of);

	while (row != NULL && (row->flags & flags) == 0)
		row = row_next(row);
	return row;
}

const struct row *
row_main(const struct row *of)
{
	const struct row *main = row_flagged(of, BIND_MAIN);

	return main != NULL ? main : row_flagged(of, BIND_LABEL);
}

const struct row *
row_list_like(enum term term)
{
	const struct row *row = rows;

	while (row < rows + ROWS &&
	    (row->term != term || row->kind != ROW_LIST || row->depth != 1 ||
		row_main(row) == NULL))
		row++;
	return row < rows + ROWS ? row : NULL;
}

const struct row *
row_find(const struct row *of, const char *key, bool inner, enum lang *lang)
{
	enum { MOST = 128 };
	const struct row *row, *among[MOST] = { NULL };
	enum term terms[MOST] = { T_NONE }, term;
	size_t count = 0;

	for (row = row_first(of); row != NULL && count < MOST;
	     row = row_next(row))
		if (inner || (row->flags & BIND_INNER) == 0) {
			among[count] = row;
			terms[count++] = row->term;
		}
	term = term_read(key, TERM_OPENED, terms, count, lang);
	while (count > 0 && (term == T_NONE || terms[count - 1] != term))
		count--;
	return count > 0 ? among[count - 1] : NULL;
}
