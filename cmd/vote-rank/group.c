/*
 * group: how many ballots each group cast; never what they chose.
 */
#include "base/arena.h"
#include "rank.h"
#include "source/md.h"

const struct bind_row group_rows[] = {
	ROW(BIND_TEXT, group, name, .key = T_GROUP, .flags = BIND_MAIN),
	ROW(BIND_NUMBER, group, ballots, .key = T_BALLOTS,
	    .flags = BIND_DECIDES),
	{ BIND_END },
};

static const struct bind_row by_name[] = {
	ROW(BIND_TEXT, group, name, .order = 1),
	{ BIND_END },
};

void
group_add(struct tally *tally, const char *name, uint64_t ballots)
{
	struct dict_entry *entry = dict_find(&tally->groups, name);

	if (entry == NULL) {
		entry = dict_enter(&tally->groups,
		    arena_string(tally->arena, name));
		entry->value = arena_alloc(tally->arena, sizeof(uint64_t));
	}
	*(uint64_t *)entry->value += ballots;
}

void
group_again(struct vote *vote)
{
	const char *name;

	BIND_EACH(const struct group, group, &vote->sheet->groups) {
		name = md_plain(vote->poll.arena, group->name.text);
		if (group->ballots.thousandths < 0 ||
		    group->ballots.thousandths % 1000 != 0)
			bind_fault(vote->poll.bind, group->ballots.pos,
			    M_BALLOT_NO_TIMES, group->ballots.typed);
		else if (!term_is(name, T_NO_GROUP))
			group_add(vote->tally, name,
			    (uint64_t)group->ballots.thousandths / 1000);
	}
}

static void
put(const struct vote *vote, struct bind_list *list, const char *name,
    uint64_t ballots)
{
	struct group group = { .name = { md_words(vote->poll.arena, name),
				   .given = true },
		.ballots = method_figure(1000 * (int64_t)ballots) };

	bind_put(vote->poll.bind, list, &group, sizeof(group));
}

void
group_render(const struct vote *vote)
{
	const struct dict *groups = &vote->tally->groups;
	const struct headcount *figures = vote->turnout.figures;
	uint64_t left = figures[CAST].count - figures[REJECTED].count, ballots;
	struct bind_list list = { .count = 0 };
	size_t i;

	for (i = 0; i < groups->count; i++) {
		ballots = *(const uint64_t *)groups->entries[i].value;
		left -= ballots < left ? ballots : left;
		put(vote, &list, groups->entries[i].key, ballots);
	}
	list = method_ordered(method_of(vote), by_name, sizeof(struct group),
	    &list);
	if (list.count > 0 && left > 0)
		put(vote, &list, method_word(method_of(vote), T_NO_GROUP),
		    left);
	method_table(method_of(vote), T_BY_GROUP, group_rows,
	    sizeof(struct group), &list);
}
