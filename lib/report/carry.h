/*
 * carry: what items hold that no row of a tool knows, in a table or a list.
 *
 * Columns of the user's own stand behind those of the tool, in the order in
 * which they were met; what hangs below an item stands below it, or, in a
 * table, in a column Détails / Details.
 */
#pragma once

#include "report/report.h"

/* The columns that some items carry. */
struct carry {
	const char **names; /* as typed */
	size_t count;
	bool below; /* the last one is that of what hangs below */
};

/* Of count items, each NULL where it carries nothing. */
struct carry carry_of(struct report *report,
    const struct bind_more *const *items, size_t count);

/* An item's cells in these columns. */
void carry_cells(struct report *report, const struct carry *carry,
    const struct bind_more *more);

/* A pair with all below it, as nested items; what has no words of its own is led
 * by the first thing in it. */
void carry_node(struct report *report, size_t levels, const struct node *node);

/* Whether an item carries nothing, or but columns with nothing in them. */
bool carry_is_empty(const struct bind_more *more);

/* All that an item carries, as a list so many levels below the last item; and
 * such an item with all that it carries. */
void carry_below(struct report *report, size_t levels,
    const struct bind_more *more);
void carry_item(struct report *report, size_t levels, const char *text,
    const struct bind_more *more);
