/*
 * share: the part of a whole that is wanted, as an exact fraction.
 */
#ifndef SHARE_H
#define SHARE_H

#include <stdbool.h>
#include <stdint.h>

#include "value/reading.h"

struct share {
	uint64_t part, whole; /* part is no more than whole, which is not 0 */
	bool more; /* what is wanted is more than that, and not that itself */
};

/*
 * Reads 2/3, deux tiers, la moitié, 66,7 %, at least three quarters; plus de
 * la moitié, a majority, 50 % + 1: more than the half; unanimity.
 */
enum sure share_reading(const char *text, struct share *share);

/* Whether a part of so many is that share of them; neither passes 10^15. */
bool share_is_reached(const struct share *share, uint64_t part, uint64_t whole);

/* The least number of so many that reaches the share. */
uint64_t share_least(const struct share *share, uint64_t whole);

#endif
