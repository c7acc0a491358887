/*
 * group: votes by group, counted from ballots and read back from reports.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "report/grid.h"
#include "source/md.h"
#include "value/number.h"
#include "vote.h"

const struct bind_row share_of_groups_rows[] = {
	ROW(BIND_TEXT, share_of_groups, label, .key = T_ID,
	    .flags = BIND_LABEL),
	ROW(BIND_TEXT, share_of_groups, text, .key = T_OPTION,
	    .flags = BIND_MAIN),
	ROW(BIND_OTHERS, share_of_groups, votes),
	{ BIND_END },
};

/* The votes of a group; made where it is met first. */
static uint64_t *
votes_of_group(const struct vote *vote, struct result *result, const char *name)
{
	struct group *made;

	BIND_EACH(struct group, group, &result->groups)
		if (strcmp(group->name, name) == 0)
			return group->votes;
	made = bind_append(vote->bind, &result->groups, sizeof(*made));
	*made = (struct group){ name,
		arena_array(vote->arena, vote->list.count,
		    sizeof(*made->votes)) };
	return made->votes;
}

static bool
is_no_group(const char *name)
{
	return strcmp(name, term_name(T_NO_GROUP, LANG_FR)) == 0 ||
	    strcmp(name, term_name(T_NO_GROUP, LANG_EN)) == 0;
}

static void
add_report(const struct vote *vote, const struct share_of_groups *row,
    struct result *result)
{
	const struct bind_text *name =
	    *row->label.text ? &row->label : &row->text;
	const char *plain = md_plain(vote->arena, name->text);
	size_t index = option_find(vote, plain);
	int64_t votes;

	if (index == SIZE_MAX) {
		bind_fault(vote->bind, name->pos, M_VOTE_UNKNOWN, plain);
		return;
	}
	BIND_EACH(struct node *const, cell, &row->votes) {
		plain = vote_plain(vote, *cell);
		if (*plain == '\0' || is_no_group((*cell)->key))
			continue;
		if (!number_read(plain, &votes) || votes < 0 ||
		    votes % 1000 != 0)
			bind_fault(vote->bind, (*cell)->pos, M_VOTE_NO_COUNT,
			    plain);
		else
			votes_of_group(vote, result, (*cell)->key)[index] +=
			    (uint64_t)votes / 1000;
	}
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *one = a, *two = b;

	return option_compare(one->name, two->name);
}

/* The votes that are of no group, if there are any, behind those of groups. */
static void
add_no_group(const struct vote *vote, struct result *result)
{
	uint64_t *left =
	    arena_array(vote->arena, vote->list.count, sizeof(*left));
	bool any = false;

	BIND_EACH(const struct option, option, &vote->list) {
		left[option->place] = votes_of(option);
		BIND_EACH(const struct group, group, &result->groups)
			left[option->place] -= group->votes[option->place];
		any |= left[option->place] > 0;
	}
	if (any && result->groups.count > 0)
		*(struct group *)bind_append(vote->bind, &result->groups,
		    sizeof(struct group)) =
		    (struct group){ method_word(vote->method, T_NO_GROUP),
			    left };
}

void
group_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	size_t count = vote->list.count, i, j;

	BIND_EACH(const struct share_of_groups, row, &vote->sheet->groups)
		add_report(vote, row, result);
	for (j = 0; j < tally->group_count; j++)
		for (i = 0; i < count; i++)
			votes_of_group(vote, result, tally->groups[j])[i] +=
			    tally->group_votes[j * count + i];
	if (result->groups.count > 1)
		qsort(result->groups.at, result->groups.count,
		    sizeof(struct group), compare_groups);
	add_no_group(vote, result);
}

void
group_render(const struct vote *vote, const struct result *result)
{
	static const enum term heads[] = { T_ID, T_OPTION };
	const struct method *method = vote->method;
	const struct group *group = result->groups.at;
	size_t count = result->groups.count, j;
	const char **names = arena_array(vote->arena, count, sizeof(*names));
	const char **cell;
	struct grid grid;

	if (count == 0)
		return;
	for (j = 0; j < count; j++)
		names[j] = md_words(vote->arena, group[j].name);
	grid = grid_named(method->report, vote->arena, method->lang, heads, 2,
	    names, count, result->lines.count);
	grid.numbered = true;
	cell = grid.cells;
	BIND_EACH(const struct option, option, &result->lines) {
		*cell++ = md_words(vote->arena, option->label.text);
		*cell++ = option->text.text;
		for (j = 0; j < count; j++)
			*cell++ =
			    vote_number(vote, group[j].votes[option->place]);
	}
	report_section(method->report, T_BY_GROUP);
	grid_write(&grid, 0);
}
