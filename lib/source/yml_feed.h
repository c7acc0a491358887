/*
 * yml_feed: a large input, block by block, checked on its way to libyaml.
 *
 * For yml alone.  As in source, line ends that only some readers see become
 * blanks; what is no UTF-8, and a NUL, end the input with a fault.
 */
#ifndef YML_FEED_H
#define YML_FEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/err.h"
#include "text/term.h"

struct yml_feed {
	const struct buf *head; /* what was read before */
	size_t given;           /* bytes of it that are gone */
	FILE *rest;
	char kept[4]; /* a character that a block cut in two */
	size_t kept_length;
	enum term fault; /* T_NONE: none yet */
	struct pos pos;  /* of the fault; before, of the next byte's line */
	const char *why;
};

void yml_feed_open(struct yml_feed *feed, const char *name,
    const struct buf *head, FILE *rest);

/*
 * Fills bytes, size of them at most and at least 16; returns how many, 0 at
 * the end.  At a fault it gives what libyaml refuses.
 */
size_t yml_feed(struct yml_feed *feed, char *bytes, size_t size);

#endif
