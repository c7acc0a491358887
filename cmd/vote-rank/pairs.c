/*
 * pairs: victories from the strongest to the weakest, kept unless they close a
 * circle.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "count.h"

enum { MOST_STATES = 5000 };

struct victory {
	duel_strength strength;
	size_t one, other;
	size_t first, last; /* the places of both in the order */
};

/* What is kept: whoever is above somebody by one victory or more. */
struct kept {
	size_t next; /* victory */
	count_set above[COUNT_MOST];
};

/* All orders of equal victories, each state that they come to once. */
struct search {
	struct arena *arena;
	size_t options;
	const struct victory *victories;
	size_t count;
	struct kept *states;
	size_t state_count;
	struct kept all, any; /* what every one of them keeps, and some one */
	bool lost;
};

static int
compare_victories(const void *a, const void *b)
{
	const struct victory *one = a, *two = b;

	if (one->strength != two->strength)
		return one->strength > two->strength ? -1 : 1;
	if (one->first != two->first)
		return one->first < two->first ? -1 : 1;
	return one->last > two->last ? -1 : one->last < two->last;
}

static void
keep(struct kept *kept, size_t options, const struct victory *victory)
{
	count_set below =
	    kept->above[victory->other] | count_one(victory->other);

	for (size_t i = 0; i < options; i++)
		if (i == victory->one ||
		    count_has(kept->above[i], victory->one))
			kept->above[i] |= below;
}

static bool
is_decided(const struct kept *kept, const struct victory *victory)
{
	return count_has(kept->above[victory->one], victory->other) ||
	    count_has(kept->above[victory->other], victory->one);
}

/* What is kept and some more, circles or not, with all that follows. */
static struct kept
join(const struct kept *kept, size_t options, const struct victory *from,
    const struct victory *end)
{
	struct kept joined = *kept;

	for (; from < end; from++)
		joined.above[from->one] |= count_one(from->other);
	for (size_t via = 0; via < options; via++)
		for (size_t i = 0; i < options; i++)
			if (count_has(joined.above[i], via))
				joined.above[i] |= joined.above[via];
	return joined;
}

/* Behind the victories that are as strong as one. */
static const struct victory *
group_end(const struct search *search, const struct victory *from)
{
	const struct victory *end = from;

	while (end < search->victories + search->count &&
	    end->strength == from->strength)
		end++;
	return end;
}

/* Keeps of equal victories those that are in no circle whatever else is kept;
 * false where others are left open. */
static bool
keep_sure(const struct search *search, struct kept *kept,
    const struct victory *from, const struct victory *end)
{
	struct kept all = join(kept, search->options, from, end);
	bool sure = true;

	for (; from < end; from++)
		if (is_decided(kept, from))
			continue;
		else if (count_has(all.above[from->other], from->one))
			sure = false;
		else
			keep(kept, search->options, from);
	return sure;
}

/* Whether a state is met for the first time. */
static bool
is_new(struct search *search, const struct kept *kept)
{
	for (size_t i = 0; i < search->state_count; i++)
		if (memcmp(&search->states[i], kept, sizeof(*kept)) == 0)
			return false;
	search->lost = search->lost || search->state_count == MOST_STATES;
	if (search->lost)
		return false;
	ARENA_ADD(search->arena, search->states, search->state_count) = *kept;
	return true;
}

static void
add_outcome(struct search *search, const struct kept *kept)
{
	for (size_t i = 0; i < search->options; i++) {
		search->all.above[i] &= kept->above[i];
		search->any.above[i] |= kept->above[i];
	}
}

/* Goes on from a state, in every order. */
static void
explore(struct search *search, struct kept kept)
{
	const struct victory *at = search->victories + kept.next, *end;
	struct kept then;

	while (kept.next < search->count) {
		end = group_end(search, at);
		if (!keep_sure(search, &kept, at, end))
			break;
		kept.next = (size_t)(end - search->victories);
		at = end;
	}
	if (kept.next == search->count) {
		add_outcome(search, &kept);
		return;
	}
	for (end = group_end(search, at); at < end; at++) {
		if (is_decided(&kept, at))
			continue;
		then = kept;
		keep(&then, search->options, at);
		if (is_new(search, &then))
			explore(search, then);
	}
}

/* What is sure without following orders: a victory that closes no circle with
 * all that are as strong or stronger. */
static void
take_sure(struct search *search)
{
	const struct victory *at = search->victories, *end;
	struct kept all = { .next = 0 }, sure = { .next = 0 };

	for (; at < search->victories + search->count; at = end) {
		end = group_end(search, at);
		all = join(&all, search->options, at, end);
		for (; at < end; at++)
			if (!count_has(all.above[at->other], at->one))
				keep(&sure, search->options, at);
	}
	search->all = sure;
	for (size_t i = 0; i < search->options; i++)
		search->any.above[i] = UINT64_MAX;
}

/* Takes victories one by one: an order decides between equal ones. */
static void
take_in_order(struct search *search)
{
	struct kept kept = { .next = 0 };

	for (size_t i = 0; i < search->count; i++)
		if (!is_decided(&kept, &search->victories[i]))
			keep(&kept, search->options, &search->victories[i]);
	search->all = search->any = kept;
}

static size_t
list_victories(const struct duels *duels, bool margin, const size_t *order,
    struct victory *list)
{
	size_t count = 0, i, j;
	duel_strength strength;

	for (i = 0; i < duels->options; i++)
		for (j = 0; j < duels->options; j++) {
			strength = duels_strength(duels, margin, i, j);
			if (strength > 0)
				list[count++] = (struct victory){ strength, i,
					j, order != NULL ? order[i] : i,
					order != NULL ? order[j] : j };
		}
	qsort(list, count, sizeof(*list), compare_victories);
	return count;
}

void
pairs_count(struct arena *arena, const struct duels *duels, bool margin,
    const size_t *order, struct pairs *pairs)
{
	size_t n = duels->options, i, j;
	struct victory *list = arena_array(arena, n * n + 1, sizeof(*list));
	struct search search = { arena, n, list,
		list_victories(duels, margin, order, list) };

	memset(search.all.above, 0xff, sizeof(search.all.above));
	if (order != NULL)
		take_in_order(&search);
	else
		explore(&search, (struct kept){ .next = 0 });
	if (search.lost)
		take_sure(&search);
	*pairs = (struct pairs){ .standing.options = n, .lost = search.lost };
	for (i = 0; i < n; i++)
		pairs->standing.above[i] = search.all.above[i];
	for (i = 0; i < search.count; i++, list++) {
		j = count_has(search.all.above[list->one], list->other)
		    ? PAIR_KEPT
		    : !count_has(search.any.above[list->one], list->other) ||
			count_has(search.all.above[list->other], list->one)
		    ? PAIR_SKIPPED
		    : PAIR_OPEN;
		pairs->fate[list->one][list->other] = (enum pair_fate)j;
	}
}
