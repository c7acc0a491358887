#include "domain/rank.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"

static int
compare(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x > y ? -1 : x < y;
}

/* How many of count values, the highest first, are above one. */
static size_t
count_above(const uint64_t *sorted, size_t count, uint64_t value)
{
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (sorted[middle] > value)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
rank_shared(const uint64_t *values, size_t count, size_t *ranks)
{
	uint64_t *sorted;
	size_t i;

	if (count == 0)
		return;
	sorted = err_alloc(NULL, count * sizeof(*sorted));
	memcpy(sorted, values, count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), compare);
	for (i = 0; i < count; i++)
		ranks[i] = 1 + count_above(sorted, count, values[i]);
	free(sorted);
}
