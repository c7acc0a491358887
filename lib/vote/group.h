/*
 * group: counts by group, where ballots say whose they are.
 */
#pragma once

#include "vote/poll.h"

struct group {
	const char *name;
	uint64_t *counts;
};

struct groups {
	struct arena *arena;
	size_t width;     /* how many counts each has */
	struct group *at; /* in the order met */
	size_t count;
};

/* The counts of a group, which is made where it is met first. */
uint64_t *group_counts(struct groups *groups, const char *name);

/* Gives each group more counts. */
void group_widen(struct groups *groups, size_t width);

void group_sort(struct groups *groups);

/* Whether a group, of what the tool knows, is so small that it tells who chose
 * what. */
typedef bool group_small(const void *own, const struct group *group);

/* Makes those one group where nobody is to be told; else they are found, by a
 * message of their names. */
void group_join(const struct poll *poll, struct groups *groups,
    group_small *is_small, const void *own);
void group_find_small(const struct poll *poll, const struct groups *groups,
    group_small *is_small, const void *own, enum term message);
