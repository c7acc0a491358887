/*
 * schulze: widest paths of victories.
 */
#include "count.h"

/* Finds each widest path: through more and more options. */
static void
widen(size_t options, duel_strength widest[COUNT_MOST][COUNT_MOST])
{
	duel_strength narrow;

	for (size_t via = 0; via < options; via++)
		for (size_t from = 0; from < options; from++)
			for (size_t to = 0; to < options; to++) {
				narrow = widest[from][via] < widest[via][to]
				    ? widest[from][via]
				    : widest[via][to];
				if (from != to && narrow > widest[from][to])
					widest[from][to] = narrow;
			}
}

struct standing
schulze_stand(const struct duels *duels, bool margin,
    duel_strength widest[COUNT_MOST][COUNT_MOST])
{
	struct standing standing = { duels->options, { 0 } };

	for (size_t from = 0; from < duels->options; from++)
		for (size_t to = 0; to < duels->options; to++)
			widest[from][to] =
			    duels_strength(duels, margin, from, to);
	widen(duels->options, widest);
	for (size_t from = 0; from < duels->options; from++)
		for (size_t to = 0; to < duels->options; to++)
			if (widest[from][to] > widest[to][from])
				standing.above[from] |= count_one(to);
	return standing;
}
