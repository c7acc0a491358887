/*
 * tally: accepted ballots added up: votes and voters by option, votes by group.
 */
#include <string.h>

#include "vote.h"

/* The votes of some options, with room for those of more. */
static uint64_t *
widened(const struct tally *tally, const uint64_t *votes, size_t count)
{
	uint64_t *wide = arena_array(tally->arena, count, sizeof(*wide));

	if (tally->count > 0)
		memcpy(wide, votes, tally->count * sizeof(*wide));
	return wide;
}

static void
widen(struct tally *tally, size_t count)
{
	tally->votes = widened(tally, tally->votes, count);
	tally->voters = widened(tally, tally->voters, count);
	group_widen(&tally->groups, count);
	tally->count = count;
}

static void
add(struct ballot_rules *rules, const struct ballot_verdict *verdict,
    uint64_t count)
{
	struct tally *tally = rules->own;
	uint64_t *group = NULL, votes;

	if (*verdict->group != '\0')
		group = group_counts(&tally->groups, verdict->group);
	for (size_t i = 0; i < tally->count; i++) {
		votes = tally->dots.votes[i] * count;
		if (votes == 0)
			continue;
		tally->votes[i] += votes;
		tally->voters[i] += count;
		if (group != NULL)
			group[i] += votes;
	}
}

static bool
take_over(struct ballot_rules *rules, const struct ballot_rules *earlier)
{
	const struct tally *then = earlier->own;
	struct tally *tally = rules->own;
	size_t count = tally->count;

	if (then->dots.limit != tally->dots.limit ||
	    then->dots.stacking != tally->dots.stacking)
		return false;
	tally->votes = then->votes;
	tally->voters = then->voters;
	tally->groups = then->groups;
	tally->count = then->count;
	widen(tally, count);
	return true;
}

static const struct ballot_rule rule = { dots_judge, add, take_over };

struct ballot_rules *
tally_rules(struct vote *vote, const struct poll_run *run)
{
	struct arena *arena = vote->poll.arena;
	struct tally *tally = arena_alloc(arena, sizeof(*tally));
	size_t count = vote->poll.options.count;

	*tally =
	    (struct tally){ .dots = { rule_dots(vote), rule_stacks(vote),
				arena_array(arena, count, sizeof(uint64_t)) },
		    .arena = arena,
		    .groups.arena = arena };
	widen(tally, count);
	vote->tally = tally;
	return poll_rules(run, &vote->poll, &rule, tally);
}
