/*
 * item: an option or a count as somebody typed it, while it is read.
 */
#pragma once

#include "vote.h"

struct item {
	struct bind_text label, text, under, votes, marks, total;
	struct bind_text computed; /* what results have */

	/* as read */
	struct pos pos;
	const char *whole; /* with the end that may be a count */
	struct tail tail;
	bool named; /* by the key of a pair, which may be a label or a text */
	bool row;   /* of a table */
};

/* count.c: counts as people type them. */

/* Several in one line, "Pour : 12, Contre : 3", "12 pour, 3 contre", or in the
 * only row of a table, as a list of one each; NULL where a node is no such line. */
struct node *count_parts(struct arena *arena, const struct node *node);

/* What a line counts for a place, "Bureau 2 : Parc 18, Halle 40", as a list of pairs
 * whose key is the place; the whole text where a place does not count; NULL where a
 * line is none's.  A place by another name, "Mairie", counts with colons or units. */
struct node *count_place(struct arena *arena, const struct node *line);

/*
 * Mends a row that drawn bars broke, where the head has the total last, behind
 * the marks, and the row has it last too: what stands in front of the marks is
 * whole.
 */
bool count_mend_bars(const struct vote *vote, struct node *row);

/* A count of a row: a second one says the same, or is a fault: it would decide
 * the vote. */
void count_take_column(struct vote *vote, const struct bind_text *cell,
    struct item *item);

/* Whether an item is the sum of those above it: it is no option, and says the
 * same, or is a fault. */
bool count_is_sum(struct vote *vote, const struct item *item,
    const struct bind_list *above);

/* Whether an item says how many took part, or left their ballot blank; it is
 * taken then. */
bool count_is_figure(struct vote *vote, const struct item *item);
