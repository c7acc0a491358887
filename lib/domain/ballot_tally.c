/*
 * ballot_tally: accepted ballots added up.
 */
#include <string.h>

#include "base/arena.h"
#include "domain/ballot_inner.h"

/* The index of a group, in the order met; "" has none (SIZE_MAX). */
static size_t
group_of(struct arena *arena, struct ballot_tally *tally, const char *group,
    size_t options)
{
	size_t i;

	if (*group == '\0')
		return SIZE_MAX;
	for (i = 0; i < tally->group_count; i++)
		if (strcmp(tally->groups[i], group) == 0)
			return i;
	tally->groups = arena_grow(arena, tally->groups, i, sizeof(char *));
	tally->groups[i] = arena_string(arena, group);
	tally->group_votes = arena_grow(arena, tally->group_votes, i,
	    (options ? options : 1) * sizeof(uint64_t));
	tally->group_count++;
	return i;
}

void
ballot_add_up(struct ballot_tally *tally, const struct ballot_rules *rules,
    const struct ballot_verdict *verdict, uint64_t count)
{
	size_t group =
	    group_of(rules->arena, tally, verdict->group, rules->count);
	size_t i;

	if (verdict->blank)
		tally->blank += count;
	for (i = 0; i < rules->count; i++) {
		if (rules->votes[i] == 0)
			continue;
		tally->votes[i] += rules->votes[i] * count;
		tally->voters[i] += count;
		if (group != SIZE_MAX)
			tally->group_votes[group * rules->count + i] +=
			    rules->votes[i] * count;
	}
}

struct ballot_tally
ballot_new_tally(const struct ballot_rules *rules)
{
	struct ballot_tally tally = { 0 };

	tally.votes = arena_array(rules->arena, rules->count, sizeof(uint64_t));
	tally.voters =
	    arena_array(rules->arena, rules->count, sizeof(uint64_t));
	return tally;
}

/* Whether all that was accepted by some rules is so by others. */
static bool
allows(const struct ballot_rules *before, const struct ballot_rules *now)
{
	size_t i;

	if (before->dots != now->dots || before->stacking != now->stacking ||
	    before->labelled != now->labelled || before->count > now->count)
		return false;
	for (i = 0; i < before->count; i++)
		if (strcmp(before->options[i].label, now->options[i].label) !=
			0 ||
		    strcmp(before->options[i].text, now->options[i].text) != 0)
			return false;
	return true;
}

void
ballot_join(struct ballot_tally *tally, const struct ballot_rules *rules,
    const struct ballot_tally *before, const struct ballot_rules *by)
{
	size_t i, j, group, count = by->count;
	uint64_t *votes;

	if (!allows(by, rules)) {
		tally->lost = true;
		return;
	}
	tally->blank += before->blank;
	for (i = 0; i < count; i++) {
		tally->votes[i] += before->votes[i];
		tally->voters[i] += before->voters[i];
	}
	for (j = 0; j < before->group_count; j++) {
		group = group_of(rules->arena, tally, before->groups[j],
		    rules->count);
		if (group == SIZE_MAX || tally->group_votes == NULL)
			continue;
		votes = tally->group_votes + group * rules->count;
		for (i = 0; i < count; i++)
			votes[i] += before->group_votes[j * count + i];
	}
}
