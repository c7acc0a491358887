/*
 * voter: the names of those who voted, each known once, packed.
 */
#pragma once

#include <stdbool.h>

#include "base/err.h"

struct voter_block;

/* Zeroed at first; freed with voter_free. */
struct voters {
	struct voter_block *blocks;
	char **slots; /* NULL is free */
	size_t slot_count;
	size_t count;
};

/* A voter, and the line where the name stood first. */
struct voter {
	const char *name;
	struct pos pos;
};

/*
 * Whether a voter was seen before: *first says where.  Else the name is known
 * from now on.  Each costs its bytes and about 50 more.
 */
bool voter_seen(struct voters *voters, const char *name, struct pos pos,
    struct voter *first);

/* Calls for each that is known, in no order. */
void voter_each(const struct voters *voters,
    void (*each)(void *context, const char *name), void *context);

void voter_free(struct voters *voters);
