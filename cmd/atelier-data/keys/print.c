/*
 * print: the keys that a tool takes, for atelier-data to be compiled with.
 *
 * The Makefile links each tool with this for its bind_open: where the tool opens
 * its documents its rows are printed, and it ends.
 */
#include <stdio.h>
#include <stdlib.h>

#include "sheet/bind.h"

enum { DEEPEST = 4 };

static const char *const names[] = {
	"NONE",
#define KEY(id, fr, en) #id,
#define SUBJECT(id, fr, en) #id,
#define NAME(id, fr, en) #id,
#define WORD(id, fr, en) #id,
#define MESSAGE(id, fr, en) #id,
#define COMPUTED(subject, term)
#include "text/term.def"
};

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
print_flags(unsigned flags)
{
	static const struct {
		unsigned flag;
		const char *name;
	} known[] = { { BIND_MAIN, "MAIN" }, { BIND_LABEL, "LABEL" },
		{ BIND_UNDER, "UNDER" }, { BIND_PERSON, "PERSON" },
		{ BIND_INNER, "INNER" }, { BIND_COMPUTED, "COMPUTED" } };
	const char *between = "";
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if ((flags & known[i].flag) != 0) {
			printf("%sROW_%s", between, known[i].name);
			between = " | ";
		}
	if (*between == '\0')
		putchar('0');
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
		printf("{ T_%s, T_%s, ROW_%s, ", names[row->key],
		    names[name_of(rows, row)], kind_of(rows, row));
		print_flags(row->flags);
		printf(", %zu },\n", depth + 1);
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
	printf("{ T_%s, T_%s, ROW_MAP, 0, 0 },\n", names[tool->subject],
	    names[tool->subject]);
	print_rows(rows, 0);
	fflush(stdout);
	_Exit(EXIT_SUCCESS); /* what it has taken is no leak */
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
