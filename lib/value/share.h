/*
 * share: the part of a whole that is wanted, as an exact fraction.
 */
#pragma once

#include "text/term.h"
#include "value/reading.h"

struct arena;

struct share {
	uint64_t part, whole; /* part is no more than whole, which is not 0 */
	bool more; /* what is wanted is more than that, and not that itself */
};

/*
 * Reads 2/3, deux tiers, la moitié, 66,7 %, at least three quarters; plus de
 * la moitié, a majority, 50 % + 1: more than the half; unanimity.
 */
enum sure share_reading(const char *text, struct share *share);

/* Whether it is in per cent and nothing else, as share_text writes one; and a
 * number of so many, where the share's whole is 0. */
bool share_is_percent(const char *text, const struct share *share);
const char *share_text(struct arena *arena, struct share share, uint64_t count,
    enum lang lang);

/* Whether two shares are the same, or are none. */
bool share_is_same(const struct share *a, const struct share *b);

/* Whether a part of so many is that share of them; neither passes 10^15. */
bool share_is_reached(const struct share *share, uint64_t part, uint64_t whole);

/* The least number of so many that reaches the share. */
uint64_t share_least(const struct share *share, uint64_t whole);
