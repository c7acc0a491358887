/*
 * group: votes by group, counted from ballots and read back from reports.
 */
#include "vote.h"

const struct bind_row share_of_groups_rows[] = {
	ROW(share_of_groups, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(share_of_groups, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW_AS(BIND_OTHERS, share_of_groups, votes),
	{ BIND_END },
};

static void
add_report(const struct vote *vote, const struct share_of_groups *row,
    struct tally *tally)
{
	const struct bind_text *name =
	    *row->label.text ? &row->label : &row->text;
	const char *plain = md_plain(vote->poll.arena, name->text);
	const struct option *option = poll_option_find(&vote->poll, plain);
	uint64_t votes;

	if (option == NULL) {
		bind_fault(vote->poll.bind, name->pos, M_VOTE_UNKNOWN, plain);
		return;
	}
	BIND_EACH(struct node *const, cell, &row->votes) {
		plain = poll_plain(&vote->poll, *cell);
		if (*plain == '\0' || term_is((*cell)->key, T_NO_GROUP))
			continue;
		if (!poll_figure_read(&vote->poll, plain, &votes))
			bind_fault(vote->poll.bind, (*cell)->pos,
			    M_VOTE_NO_COUNT, plain);
		else
			group_counts(&tally->groups,
			    (*cell)->key)[option->place] += votes;
	}
}

/* The votes that are of no group, behind those of groups, if there are any. */
static void
add_no_group(const struct vote *vote, struct tally *tally)
{
	const char *name = method_word(vote->poll.method, T_NO_GROUP);
	size_t groups = tally->groups.count, i;
	uint64_t left;

	BIND_EACH(const struct option, option, &vote->poll.options) {
		left = votes_of(option);
		for (i = 0; i < groups; i++)
			left -= tally->groups.at[i].counts[option->place];
		if (left > 0 && groups > 0)
			group_counts(&tally->groups, name)[option->place] +=
			    left;
	}
}

/* The most votes that a ballot can give: options, where nothing else limits it. */
static uint64_t
most_votes(const struct vote *vote)
{
	uint64_t dots = rule_dots(vote), options = vote->poll.options.count;

	if (rule_stacks(vote))
		return dots > 0 ? dots : 1;
	return dots > 0 && dots < options ? dots : options;
}

/* Whether the votes of a group may be those of fewer than three ballots. */
static bool
is_small(const void *vote, const struct group *group)
{
	const struct groups *groups =
	    &((const struct vote *)vote)->tally->groups;
	uint64_t sum = 0;

	for (size_t i = 0; i < groups->width; i++)
		sum += group->counts[i];
	return sum <= 2 * most_votes(vote);
}

void
group_compute(const struct vote *vote)
{
	struct tally *tally = vote->tally;

	BIND_EACH(const struct share_of_groups, row, &vote->sheet->groups)
		add_report(vote, row, tally);
	group_join(&vote->poll, &tally->groups, is_small, vote);
	group_sort(&tally->groups);
	add_no_group(vote, tally);
}

void
group_find(const struct vote *vote)
{
	group_find_small(&vote->poll, &vote->tally->groups, is_small, vote,
	    M_VOTE_SMALL_GROUP);
}

void
group_render(const struct vote *vote, const struct result *result)
{
	static const enum term heads[] = { T_ID, T_OPTION };
	const struct method *method = vote->poll.method;
	const struct group *group = vote->tally->groups.at;
	size_t count = vote->tally->groups.count, j;
	const char **names =
	    arena_array(vote->poll.arena, count, sizeof(*names));
	const char **cell;
	struct grid grid;

	if (count == 0)
		return;
	for (j = 0; j < count; j++)
		names[j] = md_words(vote->poll.arena, group[j].name);
	grid = grid_named(method->report, heads, 2, names, count,
	    result->lines.count);
	grid.numbered = true;
	cell = grid.cells;
	BIND_EACH(const struct option, option, &result->lines) {
		*cell++ = md_words(vote->poll.arena, option->label.text);
		*cell++ = option->text.text;
		for (j = 0; j < count; j++)
			*cell++ = poll_number(&vote->poll,
			    group[j].counts[option->place]);
	}
	report_section(method->report, T_BY_GROUP);
	grid_write(&grid, 0);
}
