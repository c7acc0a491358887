/*
 * matrix: values by the names of two sides or more: scores by juror, entry and
 * criterion; degrees by public and phase; letters by objective.
 *
 * Two sides may be a table's rows and columns, either way round, and a third
 * the heading above it or its corner; or sides are columns, or pairs of items,
 * whose keys say so, beside the value or beside one for each name of the side
 * that is left.  In YAML, and under headings within headings, they are maps
 * within maps in any order.  What a name is, those beside it tell: names of a
 * side that has a list are known, and others are of a side that has none.
 */
#pragma once

#include "sheet/bind.h"
#include "value/scale.h"

enum { MATRIX_SIDES = 3 }; /* at most */

struct matrix_side {
	/* Whether a name is one of its list; NULL: it has none. */
	bool (*has)(const void *context, const char *plain);
	const void *context;
	/* Names those who sign a sheet: where nothing else does, the heading of
	 * a table, or with titled the document's author. */
	bool signs;
	bool titled; /* or a pair of its key under the title of the document */
	bool
	    scaled; /* what ends with a scale and is nothing else is its name */
	bool optional; /* a value may have no name of it */
};

struct matrix_cell {
	struct bind_text names[MATRIX_SIDES]; /* in md's normal form; of text
						 NULL where nothing says it */
	const struct node *node; /* NULL: the name of a row or column alone */
	/* Of a row or a column that is no value: its remark, its weight; what
	 * it is of is the side that is named.  Else NULL. */
	const struct bind_row *row;
	struct scale scale; /* that its column's name ends with: "Price /5"; or
			       0 to 0 */
	size_t document;    /* from 1; 0 of matrix_table */
};

struct matrix {
	struct bind *bind;
	/* Of an item: the sides, then the value (T_NONE: it has no key), then
	 * others, of which those that are BIND_COMPUTED are not read. */
	const struct bind_row *rows;
	struct matrix_side sides[MATRIX_SIDES]; /* an earlier one goes first
						   where names tell nothing */
	size_t count;
	size_t ranked; /* the side that ranks are of: "Place" in a row of it is
			  no rank but a name */
	enum term
	    own; /* the key of the section: a heading that signs nothing */

	struct bind_list cells; /* struct matrix_cell, in the order given */

	/* matrix's own */
	struct dict known;
	struct bind_text heading;
	size_t document;
	enum term missed; /* a side that values have no name of: told once */
};

/* Whether a section holds such a table, and none of its other columns is one
 * that rows know, but for computed ones; and not all are these. */
bool matrix_claims(const struct node *section, enum term head,
    const struct bind_row *rows);

/* Whether a section is a table with all of some columns, ended by T_NONE: for
 * the claim of a list under a heading of any name. */
bool matrix_has(const struct node *section, const enum term *columns);

/* Adds what BIND_NODES bound. */
void matrix_read(struct matrix *matrix, const struct bind_list *nodes);

/* Adds the table that a row begins; returns the row behind it, or NULL. */
const struct node *matrix_table(struct matrix *matrix, const struct node *row);
