/*
 * duels: how many papers rank one option above another, and who beats whom.
 */
#include "count.h"

count_set
paper_next(const char **order)
{
	const unsigned char *at = (const unsigned char *)*order;
	count_set group = 0;

	do {
		if (*at == '\0')
			break;
		group |= count_one((*at++ & ~COUNT_EQUAL) - 1);
	} while (*at & COUNT_EQUAL);
	*order = (const char *)at;
	return group;
}

void
duels_add(struct duels *duels, const struct paper *paper, bool last)
{
	count_set group, below = 0, losers;
	const char *at = paper->order;
	size_t option;

	while (!last && (group = paper_next(&at)) != 0)
		below |= group;
	if (last)
		below = count_all(duels->options);
	duels->papers += paper->times;
	for (at = paper->order; (group = paper_next(&at)) != 0;) {
		below &= ~group;
		for (; group != 0; group &= group - 1) {
			option = count_first(group);
			for (losers = below; losers != 0; losers &= losers - 1)
				duels->over[option][count_first(losers)] +=
				    paper->times;
		}
	}
}

count_set
duels_beaten(const struct duels *duels, size_t option)
{
	count_set beaten = 0;

	for (size_t i = 0; i < duels->options; i++)
		if (duels->over[option][i] > duels->over[i][option])
			beaten |= count_one(i);
	return beaten;
}

count_set
duels_winner(const struct duels *duels)
{
	count_set all = count_all(duels->options);

	for (size_t i = 0; i < duels->options; i++)
		if (duels_beaten(duels, i) == (all & ~count_one(i)))
			return count_one(i);
	return 0;
}

count_set
duels_loser(const struct duels *duels)
{
	size_t i, j, above;

	for (i = 0; i < duels->options && duels->options > 1; i++) {
		for (above = 0, j = 0; j < duels->options; j++)
			above += count_has(duels_beaten(duels, j), i);
		if (above == duels->options - 1)
			return count_one(i);
	}
	return 0;
}

/* Whom a set does not beat whole, joined to it until there is nobody. */
static count_set
close(const struct duels *duels, count_set set)
{
	count_set all = count_all(duels->options), before;

	do {
		before = set;
		for (size_t i = 0; i < duels->options; i++)
			if (count_has(before, i))
				set |= all & ~duels_beaten(duels, i);
	} while (set != before);
	return set;
}

count_set
duels_smith(const struct duels *duels)
{
	count_set smith = count_all(duels->options), set;

	for (size_t i = 0; i < duels->options; i++) {
		set = close(duels, count_one(i));
		if (count_size(set) < count_size(smith))
			smith = set;
	}
	return smith;
}

/* The shortest way of victories among some options from one back to it, each
 * come to from the one that from says; false where there is none. */
static bool
goes_round(const struct duels *duels, count_set among, size_t start,
    size_t from[COUNT_MOST])
{
	size_t queue[COUNT_MOST + 1] = { start }, head = 0, tail = 1, option;
	count_set next, met = 0;

	while (head < tail && !count_has(met, start)) {
		option = queue[head++];
		next = duels_beaten(duels, option) & among & ~met;
		met |= next;
		for (; next != 0; next &= next - 1) {
			queue[tail] = count_first(next);
			from[queue[tail++]] = option;
		}
	}
	return count_has(met, start);
}

size_t
duels_cycle(const struct duels *duels, count_set among,
    size_t cycle[COUNT_MOST])
{
	size_t from[COUNT_MOST], count = 0, start, option, i;

	while (
	    among != 0 && !goes_round(duels, among, count_first(among), from))
		among &= among - 1;
	if (among == 0)
		return 0;
	start = count_first(among);
	for (option = from[start]; option != start; option = from[option])
		count++;
	cycle[0] = start;
	for (option = from[start], i = count; i > 0; option = from[option])
		cycle[i--] = option;
	return count + 1;
}

duel_strength
duels_strength(const struct duels *duels, bool margin, size_t one, size_t other)
{
	uint64_t won = duels->over[one][other], lost = duels->over[other][one];

	if (won <= lost)
		return 0;
	return margin ? (duel_strength)(won - lost) << 64
		      : (duel_strength)won << 64 | (UINT64_MAX - lost);
}

uint64_t
duels_shown(duel_strength strength)
{
	return (uint64_t)(strength >> 64);
}

void
standing_ranks(const struct standing *standing, size_t rank[COUNT_MOST])
{
	count_set left = count_all(standing->options), below;
	size_t place = 1, i;

	while (left != 0) {
		for (below = 0, i = 0; i < standing->options; i++)
			if (count_has(left, i))
				below |= standing->above[i];
		for (i = 0; i < standing->options; i++)
			if (count_has(left & ~below, i))
				rank[i] = place;
		place += count_size(left & ~below);
		left &= below;
	}
}
