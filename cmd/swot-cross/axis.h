/*
 * axis: the heads of the rows, or of the columns, of a table of crossings, and
 * the factors that they name.
 */
#ifndef AXIS_H
#define AXIS_H

#include "swot.h"

struct axis {
	enum list list;          /* LISTS: of any */
	struct bind_text *heads; /* "": an empty head */
	size_t count;
	struct factor **factors; /* NULL for an empty head */
	bool *named;             /* by place in the list; NULL for any */
};

/* Finds the factors of an axis; false, and a fault where its list is known,
 * where one is not to be told. */
bool axis_name(struct swot *swot, struct axis *axis);

/* How many heads are factors of a list. */
size_t axis_count_known(const struct swot *swot, const struct axis *axis,
    enum list list);

#endif
