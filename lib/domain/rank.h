/*
 * rank: places in a contest, where equals share one: 1, 2, 2, 4.
 */
#ifndef RANK_H
#define RANK_H

#include <stddef.h>
#include <stdint.h>

/*
 * The rank, from 1, of each of count values, the highest first: one more than
 * how many are higher ("standard competition ranking").
 */
void rank_shared(const uint64_t *values, size_t count, size_t *ranks);

#endif
