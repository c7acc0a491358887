/*
 * print: the keys that a tool takes, for atelier-data to be compiled with.
 *
 * The Makefile links each tool with this for its bind_open: where the tool opens
 * its documents its rows are printed, and it ends.
 */
#include <stdlib.h>

#include "sheet/bind.h"

enum { DEEPEST = 4 };

/* The first row that has a key, a day's before all others: what it is typed as is
 * what they are read from, too. */
static const struct bind_row *
first_of(const struct bind_row *rows, enum term key)
{
	const struct bind_row *row, *first = NULL;

	for (row = rows; row->kind != BIND_END; row++)
		if (row->key == key && row->from == T_NONE &&
		    (first == NULL || row->kind == BIND_DATE))
			first = row;
	return first;
}

/* Whether a map is bound where the keys beside it are: it is but another way to
 * write them. */
static bool
is_beside(const struct bind_row *rows, const struct bind_row *map)
{
	const struct bind_row *row, *beside;

	if (map->kind != BIND_MAP)
		return false;
	for (row = map->rows; row->kind != BIND_END; row++)
		for (beside = rows; beside->kind != BIND_END; beside++)
			if (beside != map && beside->key == row->key &&
			    beside->at == map->at + row->at)
				return true;
	return false;
}

/* Whether a row binds, and does not just name what the tool reads or computes. */
static bool
is_bound(const struct bind_row *rows, const struct bind_row *row)
{
	return row->key != T_NONE && row->from == T_NONE &&
	    (row->flags & BIND_COMPUTED) == 0 &&
	    (row->at > 0 || first_of(rows, row->key) == rows);
}

/* The key that is the first to be read to where a row's is. */
static enum term
name_of(const struct bind_row *rows, const struct bind_row *row)
{
	const struct bind_row *first = rows;

	if (!is_bound(rows, row))
		return row->key;
	while (first != row &&
	    (!is_bound(rows, first) || first->kind != row->kind ||
		first->at != row->at))
		first++;
	return first->key;
}

static const char *
kind_of(const struct bind_row *rows, const struct bind_row *row)
{
	if (row->kind == BIND_MAP)
		return is_beside(rows, row) ? "BESIDE" : "MAP";
	if (row->kind == BIND_NODES || row->kind == BIND_OTHERS)
		return "NODES";
	if (row->kind == BIND_DATE || (row->flags & BIND_WHEN) != 0)
		return "DAY";
	return row->kind == BIND_LIST ? "LIST"
	    : row->kind == BIND_NAMES ? "NAMES"
	    : row->kind == BIND_PROSE ? "PROSE"
				      : "TEXT";
}

static void
print_row(enum term key, enum term name, const char *kind, unsigned flags,
    size_t depth)
{
	printf("{ %d, %d, ROW_%s, %#x, %zu }, /* %s */\n", key, name, kind,
	    flags, depth, term_name(key, LANG_EN));
}

static void
print_rows(const struct bind_row *const above[DEEPEST], size_t depth)
{
	const struct bind_row *rows = above[depth], *row;
	const struct bind_row *below[DEEPEST + 1];
	size_t i;

	for (i = 0; i <= depth; i++)
		below[i] = above[i];
	for (row = rows; row->kind != BIND_END; row++) {
		if (row->key == T_NONE || first_of(rows, row->key) != row)
			continue;
		print_row(row->key, name_of(rows, row), kind_of(rows, row),
		    row->flags, depth + 1);
		for (i = 0; i <= depth && above[i] != row->rows; i++)
			;
		below[depth + 1] = row->rows;
		if (row->rows != NULL && i > depth && depth + 1 < DEEPEST)
			print_rows(below, depth + 1);
	}
}

/* What the linker has made of a call of bind_open (--wrap). */
/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
_Noreturn struct bind *__wrap_bind_open(int argc, char **argv,
    const struct bind_tool *tool, const struct opt *opts);

_Noreturn struct bind *
__wrap_bind_open(int argc, char **argv, const struct bind_tool *tool,
    const struct opt *opts)
{
	const struct bind_row *const rows[DEEPEST] = { tool->rows };

	(void)argc, (void)argv, (void)opts;
	print_row(tool->subject, tool->subject, "MAP", 0, 0);
	print_rows(rows, 0);
	fflush(stdout);
	_Exit(EXIT_SUCCESS); /* what it has taken is no leak */
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
