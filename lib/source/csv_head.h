/*
 * csv_head: the header of a CSV, and its columns by name, as options of a
 * command name them: "Lake,River", "4-9", "2,5,7".
 */
#pragma once

#include "source/csv.h"
#include "text/term.h"

struct arena;
struct notes;

struct csv_head {
	struct pos pos;
	const char **names; /* each on one line; "" where a column has none */
	size_t count;       /* the last one has a name */
};

/*
 * Which row is the header: the first that fills more than its first cell.  Others
 * may stand above, a title, a date or nothing, where they are as wide, where the
 * separator is sure, or where a gap or an empty first cell of the header shows that
 * they are none; else it is the first row.
 */
size_t csv_head_row(const struct csv *csv);

/* The header that a row is. */
struct csv_head csv_head_new(struct arena *arena, const struct csv_row *row);

/*
 * Whether a name names columns, and which, from 0: the one that it heads, case
 * and accents aside, or those of a number, or of two, "4-9".  Where it heads
 * two of them, that is a fault.
 */
bool csv_head_find(const struct csv_head *head, struct notes *faults,
    const char *name, size_t *first, size_t *last);

/* Adds a fault of the header, with a name and all columns: "1 Name | 2 Place". */
void csv_head_fault(const struct csv_head *head, struct notes *faults,
    enum term message, const char *name);

/* What one entry of a list of names says. */
struct csv_choice {
	const char *name;   /* that the column gets; NULL: it keeps its own */
	size_t first, last; /* its columns */
	bool found;         /* else a fault told it */
};

/*
 * Takes the first entry off such a list: each time the longest start, up to a
 * comma, that names any, since a header may hold commas.  renames: an entry may
 * be "new=old", for one column; the new name holds no comma.
 */
struct csv_choice csv_head_next(const struct csv_head *head,
    struct notes *faults, const char **list, bool renames);
