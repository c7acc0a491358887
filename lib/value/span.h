/*
 * span: things that have a start and an end, and which of them overlap.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct span {
	int start, end; /* an end before its start is that start */
	const void *of;
	const void *before; /* filled in: what it overlaps, or NULL */
	size_t order;       /* filled in: its place as given */
};

/*
 * Puts spans in the order of their starts, equal ones as they were given; and
 * finds for each, among those before it that end after it starts, the one that
 * ends last.  Where akin is not NULL and true of two, they may overlap; of
 * those before a span at most one is looked past for that.
 */
void span_overlaps(struct span *spans, size_t count,
    bool (*akin)(const void *a, const void *b));
