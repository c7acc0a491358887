/*
 * group: votes by group, counted from ballots and read back from reports.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
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
	struct group *group = result->groups.at;
	size_t i;

	for (i = 0; i < result->groups.count; i++)
		if (strcmp(group[i].name, name) == 0)
			return group[i].votes;
	group = bind_append(vote->bind, &result->groups, sizeof(*group));
	*group = (struct group){ name,
		arena_array(vote->arena, vote->list.count,
		    sizeof(*group->votes)) };
	return group->votes;
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
	size_t index = option_find(vote, plain), i;
	const struct node *cell;
	int64_t votes;

	if (index == SIZE_MAX) {
		bind_fault(vote->bind, name->pos, M_VOTE_UNKNOWN, plain);
		return;
	}
	for (i = 0; i < row->votes.count; i++) {
		cell = node_at(&row->votes, i);
		plain = vote_plain(vote, cell);
		if (*plain == '\0' || is_no_group(cell->key))
			continue;
		if (!number_read(plain, &votes) || votes < 0 ||
		    votes % 1000 != 0)
			bind_fault(vote->bind, cell->pos, M_VOTE_NO_COUNT,
			    plain);
		else
			votes_of_group(vote, result, cell->key)[index] +=
			    (uint64_t)votes / 1000;
	}
}

static int
compare_groups(const void *a, const void *b)
{
	const struct group *one = a, *two = b;

	return option_compare(one->name, two->name);
}

void
group_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result)
{
	const struct bind_list *reports = &vote->sheet->groups;
	size_t count = vote->list.count, i, j;
	const struct group *group;
	uint64_t grouped = 0;

	for (i = 0; i < reports->count; i++)
		add_report(vote,
		    (const struct share_of_groups *)reports->at + i, result);
	for (j = 0; j < tally->group_count; j++)
		for (i = 0; i < count; i++)
			votes_of_group(vote, result, tally->groups[j])[i] +=
			    tally->group_votes[j * count + i];
	group = result->groups.at;
	for (j = 0; j < result->groups.count; j++)
		for (i = 0; i < count; i++)
			grouped += group[j].votes[i];
	result->ungrouped = grouped < result->total;
	if (result->groups.count > 1)
		qsort(result->groups.at, result->groups.count, sizeof(*group),
		    compare_groups);
}

void
group_render(const struct vote *vote, const struct result *result)
{
	struct report *report = vote->method->report;
	const struct option *option = result->lines.at;
	const struct group *group = result->groups.at;
	size_t count = result->groups.count, i, j;
	bool labelled = false;
	uint64_t left;

	if (count == 0)
		return;
	for (i = 0; i < result->lines.count; i++)
		labelled |= *option[i].label.text != '\0';
	report_section(report, T_BY_GROUP);
	report_table(report, 1U + labelled + count + result->ungrouped);
	if (labelled)
		report_cell(report, method_word(vote->method, T_ID));
	report_cell(report, method_word(vote->method, T_OPTION));
	for (j = 0; j < count; j++)
		report_number_head(report,
		    md_words(vote->arena, group[j].name));
	if (result->ungrouped)
		report_number_head(report,
		    method_word(vote->method, T_NO_GROUP));
	for (i = 0; i < result->lines.count; i++, option++) {
		left = votes_of(option);
		if (labelled)
			report_cell(report,
			    md_words(vote->arena, option->label.text));
		report_cell(report, option->text.text);
		for (j = 0; j < count; j++) {
			left -= group[j].votes[option->place];
			report_cell(report,
			    vote_number(vote, group[j].votes[option->place]));
		}
		if (result->ungrouped)
			report_cell(report, vote_number(vote, left));
	}
}
