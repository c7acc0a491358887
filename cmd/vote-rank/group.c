/*
 * group: how many ballots each group cast; never what they chose.
 */
#include "rank.h"

const struct bind_row group_line_rows[] = {
	ROW(group_line, name, .key = T_GROUP, .flags = BIND_MAIN),
	ROW(group_line, ballots, .key = T_BALLOTS, .flags = BIND_DECIDES),
	{ BIND_END },
};

void
group_again(struct vote *vote)
{
	const char *name;

	BIND_EACH(const struct group_line, group, &vote->sheet->groups) {
		name = md_plain(vote->poll.arena, group->name.text);
		if (group->ballots.thousandths < 0 ||
		    group->ballots.thousandths % 1000 != 0)
			bind_fault(vote->poll.bind, group->ballots.pos,
			    M_BALLOT_NO_TIMES, group->ballots.typed);
		else if (!term_is(name, T_NO_GROUP))
			*group_counts(&vote->tally->groups, name) +=
			    (uint64_t)group->ballots.thousandths / 1000;
	}
}

static void
put(const struct vote *vote, struct bind_list *list, const char *name,
    uint64_t ballots)
{
	struct group_line line = { .name = { md_words(vote->poll.arena, name),
				       .given = true },
		.ballots = method_count(ballots) };

	bind_add(vote->poll.bind, list, line);
}

void
group_render(const struct vote *vote)
{
	struct groups *groups = &vote->tally->groups;
	const struct headcount *figures = vote->turnout.figures;
	uint64_t cast = figures[CAST].count, out = figures[REJECTED].count;
	uint64_t left = cast > out ? cast - out : 0, ballots;
	struct bind_list list = { .count = 0 };

	group_sort(groups);
	for (size_t i = 0; i < groups->count; i++) {
		ballots = *groups->at[i].counts;
		left -= ballots < left ? ballots : left;
		put(vote, &list, groups->at[i].name, ballots);
	}
	if (list.count > 0 && left > 0)
		put(vote, &list, method_word(method_of(vote), T_NO_GROUP),
		    left);
	method_table(method_of(vote), T_BY_GROUP, group_line_rows,
	    sizeof(struct group_line), &list);
}
