/*
 * group: what groups judged, where ballots say whose they are.
 */
#include "judge.h"

/* A group of fewer ballots can tell who judged how. */
enum { SMALL = 3 };

static bool
is_small(const void *judge, const struct group *group)
{
	const struct tally *tally = ((const struct judge *)judge)->tally;

	return (tally->options > 0 ? tally_asked(tally, group->counts, 0) : 0) <
	    SMALL;
}

void
group_settle(struct judge *judge)
{
	struct groups *groups = &judge->tally->groups;

	group_join(&judge->poll, groups, is_small, judge);
	group_sort(groups);
}

static const char **
put_group(const struct judge *judge, const struct group *group, bool none,
    const char **cell)
{
	const struct tally *tally = judge->tally;
	const uint64_t *counts;

	for (size_t i = 0; i < tally->options; i++) {
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

	if (tally->groups.count == 0)
		return;
	grid = profile_grid(judge, heads, 3, none,
	    tally->groups.count * tally->options);
	cell = grid.cells;
	for (size_t i = 0; i < tally->groups.count; i++)
		cell = put_group(judge, &tally->groups.at[i], none, cell);
	report_section(judge->poll.method->report, T_BY_GROUP);
	grid_write(&grid, 3);
}

void
group_find(const struct judge *judge)
{
	group_find_small(&judge->poll, &judge->tally->groups, is_small, judge,
	    M_JUDGE_SMALL_GROUP);
}
