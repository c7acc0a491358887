/*
 * group: what groups judged, where ballots say whose they are.
 */
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "source/md.h"
#include "text/uni.h"

/* A group of fewer ballots can tell who judged how. */
enum { SMALL = 3 };

static uint64_t
ballots_of(const struct tally *tally, const struct group *group)
{
	return tally->options > 0 ? tally_asked(tally, group->counts, 0) : 0;
}

static bool
is_small(const struct tally *tally, const struct group *group)
{
	return ballots_of(tally, group) < SMALL;
}

static int
compare(const void *a, const void *b)
{
	const struct group *one = a, *two = b;

	return uni_order_folded(one->name, two->name);
}

/* Small ones are one, where nobody is to be told. */
void
group_settle(struct judge *judge)
{
	struct tally *tally = judge->tally;
	struct tally small = *tally;
	const char *name = method_word(judge->poll.method, T_OTHER_GROUPS);
	size_t i, kept = 0;

	if (judge->poll.method->anonymous) {
		small.groups = NULL;
		small.group_count = 0;
		for (i = 0; i < tally->group_count; i++)
			if (is_small(tally, &tally->groups[i]))
				tally_add(tally, tally_group(&small, name),
				    tally->groups[i].counts);
			else
				tally->groups[kept++] = tally->groups[i];
		tally->group_count = kept;
		for (i = 0; i < small.group_count; i++)
			tally_add(tally, tally_group(tally, name),
			    small.groups[i].counts);
	}
	if (tally->group_count > 1)
		qsort(tally->groups, tally->group_count, sizeof(*tally->groups),
		    compare);
}

static const char **
put_group(const struct judge *judge, const struct group *group, bool none,
    const char **cell)
{
	const struct tally *tally = judge->tally;
	const uint64_t *counts;
	size_t i;

	for (i = 0; i < tally->options; i++) {
		counts = tally_at(tally, group->counts, i);
		*cell++ = md_words(judge->poll.arena, group->name);
		*cell++ = md_words(judge->poll.arena,
		    poll_option_name(&judge->poll,
			poll_option_at(&judge->poll, i)));
		*cell++ = ranking_grade(judge, counts);
		cell = profile_cells(judge, cell, counts, none);
	}
	return cell;
}

void
group_render(const struct judge *judge)
{
	static const enum term heads[] = { T_GROUP, T_OPTION,
		T_MAJORITY_GRADE };
	const struct tally *tally = judge->tally;
	bool none = profile_has_none(judge);
	struct grid grid;
	const char **cell;
	size_t i;

	if (tally->group_count == 0)
		return;
	grid = profile_grid(judge, heads, 3, none,
	    tally->group_count * tally->options);
	cell = grid.cells;
	for (i = 0; i < tally->group_count; i++)
		cell = put_group(judge, &tally->groups[i], none, cell);
	report_section(judge->poll.method->report, T_BY_GROUP);
	grid_write(&grid, 3);
}

void
group_find(const struct judge *judge)
{
	const struct tally *tally = judge->tally;
	const struct method *method = judge->poll.method;
	const char *names = "";
	size_t i;

	for (i = 0; i < tally->group_count; i++)
		if (is_small(tally, &tally->groups[i]))
			names =
			    method_listed(method, names, tally->groups[i].name);
	if (*names != '\0' && !method->anonymous)
		method_find(judge->poll.method, poll_place(&judge->poll),
		    M_JUDGE_SMALL_GROUP, names);
}
