/*
 * ballot: ballots added up: those that choose the same are a group.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "budget.h"

enum { MOST_POINTS = 1000000 };
static const uint64_t MOST_BALLOTS = UINT64_C(1000000000000);

/* What the ballot that was judged last chooses, in the scratch of the rules. */
static struct choice *
choices_of(const struct ballot_rules *rules, size_t *count)
{
	const struct budget *budget = rules->own;
	struct choice *choices = arena_array(rules->scratch,
	    rules->options->count + 1, sizeof(*choices));

	*count = 0;
	for (size_t i = 0; i < rules->options->count; i++)
		if (budget->dots.votes[i] > 0)
			choices[(*count)++] = (struct choice){ (uint32_t)i,
				(uint32_t)budget->dots.votes[i] };
	return choices;
}

/* What a group goes by: what its ballots choose. */
static const char *
key_of(struct arena *arena, const struct choice *choices, size_t count)
{
	char *key = arena_alloc(arena, 24 * count + 1), *at = key;

	for (size_t i = 0; i < count; i++)
		at += sprintf(at, "%" PRIu32 ":%" PRIu32 " ",
		    choices[i].project, choices[i].points);
	return key;
}

static void
add(struct ballot_rules *rules, const struct ballot_verdict *verdict,
    uint64_t count)
{
	struct budget *budget = rules->own;
	size_t length;
	struct choice *choices = choices_of(rules, &length), *kept;
	const char *key = key_of(rules->scratch, choices, length);
	struct dict_entry *entry = dict_find(&budget->groups, key);
	struct group *group;

	(void)verdict;
	if (entry == NULL) {
		kept = arena_array(rules->arena, length + 1, sizeof(*kept));
		memcpy(kept, choices, length * sizeof(*kept));
		group = arena_alloc(rules->arena, sizeof(*group));
		*group = (struct group){ 0, kept, length };
		entry = dict_enter(&budget->groups,
		    arena_string(rules->arena, key));
		entry->value = group;
	}
	group = entry->value;
	if (count > MOST_BALLOTS - budget->ballots)
		budget->crowded = true;
	else
		budget->ballots += count;
	if (!budget->crowded)
		group->times += count;
}

static bool
take_over(struct ballot_rules *rules, const struct ballot_rules *earlier)
{
	struct budget *budget = rules->own;
	const struct budget *then = earlier->own;

	if (then->dots.limit != budget->dots.limit ||
	    then->dots.stacking != budget->dots.stacking)
		return false;
	budget->groups = then->groups;
	budget->ballots = then->ballots;
	budget->crowded = then->crowded;
	return true;
}

static const struct ballot_rule rule = { dots_judge, add, take_over };

struct ballot_rules *
ballot_rules(struct budget *budget, const struct poll_run *run)
{
	const struct sheet *sheet = budget->sheet;
	bool stacking = sheet->stacking.given
	    ? sheet->stacking.yes
	    : sheet->rule.term == T_FUND_POINTS;
	uint64_t limit = (uint64_t)sheet->dots.thousandths / 1000;

	if (limit == 0 && stacking)
		limit = MOST_POINTS;
	budget->dots = (struct dots){ limit, stacking,
		arena_array(budget->poll.arena, budget->poll.options.count + 1,
		    sizeof(uint64_t)) };
	dict_init(&budget->groups, budget->poll.arena);
	return poll_rules(run, &budget->poll, &rule, budget);
}

/* The most frequent first; then by the places of what they choose. */
static int
compare_groups(const void *a, const void *b)
{
	const struct group *one = a, *other = b;
	const struct choice *mine = one->choices, *others = other->choices;

	if (one->times != other->times)
		return one->times > other->times ? -1 : 1;
	for (size_t i = 0; i < one->count && i < other->count; i++) {
		if (mine[i].project != others[i].project)
			return mine[i].project < others[i].project ? -1 : 1;
		if (mine[i].points != others[i].points)
			return mine[i].points > others[i].points ? -1 : 1;
	}
	return one->count < other->count ? -1 : one->count > other->count;
}

void
ballot_group(struct budget *budget)
{
	size_t count = budget->groups.count, i;
	struct group *groups =
	    arena_array(budget->poll.arena, count + 1, sizeof(*groups));

	if (budget->crowded)
		bind_fault(budget->poll.bind, poll_place(&budget->poll),
		    M_FUND_CROWDED, poll_number(&budget->poll, MOST_BALLOTS));
	for (i = 0; i < count; i++)
		groups[i] =
		    *(const struct group *)budget->groups.entries[i].value;
	qsort(groups, count, sizeof(*groups), compare_groups);
	budget->fund.groups = groups;
	budget->fund.group_count = count;
}

/* What parts the names of a group: a semicolon where one of them has a comma. */
static const char *
mark_between(const struct budget *budget, const struct group *group)
{
	for (size_t i = 0; i < group->count; i++)
		if (strchr(project_name(budget, group->choices[i].project),
			',') != NULL)
			return " ; ";
	return ", ";
}

/* "42 × A, C", as a ballot is read; with points "42 × A: 3, C". */
static const char *
line_of(const struct budget *budget, const struct group *group)
{
	const struct choice *choice = group->choices;
	const char *mark = mark_between(budget, group);
	struct buf line = BUF_INIT;

	buf_format(&line, "%" PRIu64 " × ", group->times);
	if (group->count == 0)
		buf_string(&line, method_word(budget->method, T_BLANK_BALLOT));
	for (size_t i = 0; i < group->count; i++, choice++) {
		buf_string(&line, i > 0 ? mark : "");
		buf_string(&line,
		    md_words(budget->poll.arena,
			project_name(budget, choice->project)));
		if (choice->points > 1)
			buf_format(&line, ": %" PRIu32, choice->points);
	}
	return buf_take(&line, budget->poll.arena);
}

void
ballot_render(const struct budget *budget)
{
	struct report *report = budget->method->report;

	if (budget->fund.group_count == 0)
		return;
	report_section(report, T_GROUPED_BALLOTS);
	for (size_t i = 0; i < budget->fund.group_count; i++)
		report_item(report, "",
		    line_of(budget, &budget->fund.groups[i]));
}
