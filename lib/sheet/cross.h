/*
 * cross: a table whose rows and columns are headed by items of a list.
 *
 * A pad's table is often headed by a few words that somebody drew on a poster.
 * A head is the first of these that fits, among the items of its side: a label;
 * the text of one; a label and that text, or words that are not another's; of
 * the items that no other head names so, the one whose text has most words in
 * common with it, at equal words the one at the head's own place.  Such words
 * become the short text of an item that has none (BIND_NAMING).
 */
#pragma once

#include "sheet/refer.h"

struct cross_cell {
	void *row, *column;
	const struct node *node;
};

struct cross {
	struct refer *refer;
	enum term head;                 /* what its items are called */
	struct bind_list rows, columns; /* parts of its list: what can head
					   a side */
	bool any; /* nobody says which: all items can, by their names alone */
	struct bind_list
	    cells;    /* struct cross_cell, of those that hold anything
				   and have two heads */
	bool unnamed; /* some head names nothing: there are no cells */
};

/* Adds the table that a row begins; returns the row behind it, or NULL.  Where
 * the heads show that rows and columns are the other way round, the heads are
 * believed.  A head that fits nothing is a fault, where its side is known. */
const struct node *cross_table(struct cross *cross, const struct node *row);
