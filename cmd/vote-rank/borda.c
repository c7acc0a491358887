/*
 * borda: points for those below, from the duels: of the papers that rank one
 * of two above the other, and halves of those that do not.
 */
#include "count.h"

void
borda_count(const struct duels *duels, uint64_t halves[COUNT_MOST])
{
	for (size_t i = 0; i < duels->options; i++) {
		halves[i] = 0;
		for (size_t j = 0; j < duels->options; j++)
			if (j != i)
				halves[i] += duels->papers + duels->over[i][j] -
				    duels->over[j][i];
	}
}
