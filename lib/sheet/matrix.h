/*
 * matrix: a table whose columns are names out of the data: years, people,
 * phases, options.
 *
 * It is read from a table, whose first column, or the one with the head's key,
 * names the rows; from a map of maps, in YAML; and from items with pairs, of
 * which one is the head's.  Nodes are those of a BIND_NODES row.
 */
#ifndef MATRIX_H
#define MATRIX_H

#include "sheet/bind.h"

struct matrix_cell {
	struct bind_text row, column; /* in md's normal form */
	const struct node *node;      /* NULL: the row stands there alone */
};

struct matrix {
	struct bind *bind;
	enum term head; /* what rows are called */
	/* Keys of columns that are figures of the rest, and are not read:
	 * ended by T_NONE, or NULL. */
	const enum term *computed;
	/* Whether a name is that of a row; NULL, or has a table that has more
	 * of them among its columns read the other way round. */
	bool (*is_row)(const void *context, const char *plain);
	const void *context;

	struct bind_list cells; /* struct matrix_cell, in the order given */
};

/* Whether a section holds such a table, and none of its other columns is one
 * that rows know. */
bool matrix_claims(const struct node *section, enum term head,
    const struct bind_row *rows);

/* Whether a section is a table with all of some columns, ended by T_NONE: for
 * the claim of a list under a heading of any name. */
bool matrix_has(const struct node *section, const enum term *columns);

/* Adds what BIND_NODES bound. */
void matrix_read(struct matrix *matrix, const struct bind_list *nodes);

/* Adds the table that a row begins; returns the row behind it, or NULL. */
const struct node *matrix_table(struct matrix *matrix, const struct node *row);

#endif
