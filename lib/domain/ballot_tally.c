/*
 * ballot_tally: accepted ballots added up.
 */
#include <string.h>

#include "base/arena.h"
#include "domain/ballot_inner.h"

/* The votes of some options, with room for those of more. */
static uint64_t *
widened(const struct ballot_tally *tally, const uint64_t *votes, size_t count)
{
	uint64_t *wide = arena_array(tally->arena, count, sizeof(*wide));

	if (tally->count > 0)
		memcpy(wide, votes, tally->count * sizeof(*wide));
	return wide;
}

static void
widen(struct ballot_tally *tally, size_t count)
{
	size_t i;

	tally->votes = widened(tally, tally->votes, count);
	tally->voters = widened(tally, tally->voters, count);
	for (i = 0; i < tally->group_count; i++)
		tally->groups[i].votes =
		    widened(tally, tally->groups[i].votes, count);
	tally->count = count;
}

uint64_t *
ballot_group_votes(struct ballot_tally *tally, const char *name)
{
	size_t i;

	for (i = 0; i < tally->group_count; i++)
		if (strcmp(tally->groups[i].name, name) == 0)
			return tally->groups[i].votes;
	tally->groups =
	    arena_grow(tally->arena, tally->groups, i, sizeof(*tally->groups));
	tally->groups[i] =
	    (struct ballot_group){ arena_string(tally->arena, name),
		    arena_array(tally->arena, tally->count,
			sizeof(*tally->votes)) };
	tally->group_count++;
	return tally->groups[i].votes;
}

void
ballot_add_up(struct ballot_tally *tally, const struct ballot_rules *rules,
    const struct ballot_verdict *verdict, uint64_t count)
{
	uint64_t *group = NULL, votes;
	size_t i;

	if (tally->votes == NULL)
		widen(tally, rules->options->count);
	if (*verdict->group != '\0')
		group = ballot_group_votes(tally, verdict->group);
	if (verdict->blank)
		tally->blank += count;
	for (i = 0; i < tally->count; i++) {
		votes = rules->votes[i] * count;
		if (votes == 0)
			continue;
		tally->votes[i] += votes;
		tally->voters[i] += count;
		if (group != NULL)
			group[i] += votes;
	}
}

/* Whether all that was accepted by some rules is so by others. */
static bool
allows(const struct ballot_rules *before, const struct ballot_rules *now)
{
	const struct ballot_options *was = before->options, *are = now->options;
	size_t i;

	if (before->dots != now->dots || before->stacking != now->stacking ||
	    was->labelled != are->labelled || was->count > are->count)
		return false;
	for (i = 0; i < was->count; i++)
		if (strcmp(was->at[i]->label, are->at[i]->label) != 0 ||
		    strcmp(was->at[i]->text, are->at[i]->text) != 0)
			return false;
	return true;
}

void
ballot_widen(struct ballot_tally *tally, const struct ballot_rules *by,
    const struct ballot_rules *rules)
{
	tally->lost = by != NULL && !allows(by, rules);
	if (tally->lost)
		tally->count = tally->group_count = 0;
	widen(tally, rules->options->count);
}
