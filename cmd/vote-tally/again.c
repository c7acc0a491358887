/*
 * again: what a report of votes says, read back as counts.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/number.h"
#include "vote.h"

/* A row of the results. */
struct row {
	const char *label; /* plain */
	const char *text;
	struct pos pos;
	uint64_t order; /* place in the order given; 0: not said */
	uint64_t votes, voters;
	bool with_voters;
};

static const enum term heads[] = { T_RANK, T_ID, T_ORDER, T_OPTION, T_VOTES,
	T_MARKS, T_SHARE, T_VOTERS, T_SHARE_OF_PARTICIPANTS };
enum { HEADS = sizeof(heads) / sizeof(heads[0]) };

static uint64_t
read_number(struct vote *vote, const struct node *cell)
{
	const char *plain = plain_text(vote, cell);
	int64_t thousandths;

	if (*plain == '\0')
		return 0;
	if (number_read(plain, &thousandths) && thousandths >= 0 &&
	    thousandths % 1000 == 0)
		return (uint64_t)thousandths / 1000;
	bind_fault(vote->bind, cell->pos, M_VOTE_NO_COUNT, plain);
	return 0;
}

static void
read_cell(struct vote *vote, const struct node *cell, struct row *row)
{
	switch (term_find(cell->key, heads, HEADS, NULL)) {
	case T_ID:
		row->label = plain_text(vote, cell);
		break;
	case T_OPTION:
		row->text = bind_text(vote->bind, cell);
		break;
	case T_ORDER:
		row->order = read_number(vote, cell);
		break;
	case T_VOTES:
		row->votes = read_number(vote, cell);
		break;
	case T_VOTERS:
		row->voters = read_number(vote, cell);
		row->with_voters = true;
		break;
	case T_NONE:
		if (*cell->text != '\0')
			bind_fault(vote->bind, cell->key_pos, M_UNKNOWN_KEY,
			    cell->key);
		break;
	default: /* computed anew */
		break;
	}
}

/* False for a row without content. */
static bool
read_row(struct vote *vote, const struct node *item, struct row *row)
{
	const struct node *cell;

	*row = (struct row){ .label = "", .text = "", .pos = item->pos };
	if (node_is_empty(item) && !item->bars)
		return false;
	if (item->bars || item->kind != NODE_MAP) {
		bind_fault(vote->bind, item->pos,
		    item->bars ? M_BARS_IN_TABLE : M_VOTE_COUNT_COLUMNS);
		return false;
	}
	for (cell = item->first; cell != NULL; cell = cell->next)
		read_cell(vote, cell, row);
	return *row->label != '\0' || *row->text != '\0';
}

static int
compare_order(const void *a, const void *b)
{
	const struct row *one = a, *two = b;

	if (one->order != two->order)
		return one->order < two->order ? -1 : 1;
	return option_compare(one->label, two->label);
}

/* The place of a label in the "Ordre" of a document's rules; 0 where none. */
static uint64_t
place_in_order(struct vote *vote, size_t document, const char *label)
{
	struct bind_list names = { NULL, 0, { NULL, 0, 0 }, false };
	const struct bind_text *at;
	const struct node *node;
	size_t i, j;

	for (i = 0; i < vote->order_nodes.count; i++) {
		node = node_at(&vote->order_nodes, i);
		if (node->part != document || node->first != NULL)
			continue;
		names.count = 0;
		bind_split_names(vote->bind, plain_text(vote, node), node->pos,
		    &names);
		at = names.at;
		for (j = 0; j < names.count; j++)
			if (strcmp(at[j].text, label) == 0)
				return j + 1;
	}
	return 0;
}

void
again_options(struct vote *vote, size_t document)
{
	const struct node *node, *item;
	struct bind_list rows = { NULL, 0, { NULL, 0, 0 }, false };
	struct row row, *at;
	size_t i, index;

	for (i = 0; i < vote->result_nodes.count; i++) {
		node = node_at(&vote->result_nodes, i);
		if (node->part != document)
			continue;
		for (item = node->first; item != NULL; item = item->next)
			if (read_row(vote, item, &row))
				*(struct row *)bind_append(vote->bind, &rows,
				    sizeof(row)) = row;
	}
	at = rows.at;
	for (i = 0; i < rows.count; i++)
		if (at[i].order == 0 && *at[i].label != '\0')
			at[i].order =
			    place_in_order(vote, document, at[i].label);
	/* where no order is said, it is the natural one of the labels */
	if (rows.count > 1)
		qsort(at, rows.count, sizeof(*at), compare_order);
	for (i = 0; i < rows.count; i++) {
		index = option_add(vote, at[i].label, at[i].text, at[i].pos);
		option_at(vote, index)->votes += at[i].votes;
		option_at(vote, index)->voters += at[i].voters;
		vote->has_counts |= !at[i].with_voters;
	}
}

/* The people and ballots of a participation table. */
static void
read_people(struct vote *vote, struct people *people, const struct node *cell)
{
	int64_t thousandths;

	if (!number_read(plain_text(vote, cell), &thousandths))
		return; /* marked as no number of its own */
	people->count += read_number(vote, cell);
	people->known = true;
	people->from = FROM_SUM;
}

static void
read_participation(struct vote *vote, const struct node *row)
{
	static const enum term names[] = { T_ELECTORATE, T_PARTICIPANTS,
		T_BALLOTS, T_BLANKS, T_REJECTED_COUNT, T_USED, T_UNUSED,
		T_QUORUM };
	const struct node *name = row->first, *value;
	enum term term;

	if (name == NULL || (value = name->next) == NULL || node_is_empty(row))
		return;
	term = term_find(plain_text(vote, name), names, 8, NULL);
	if (term == T_ELECTORATE) {
		read_people(vote, &vote->electorate, value);
	} else if (term == T_PARTICIPANTS) {
		read_people(vote, &vote->participants, value);
	} else if (term == T_BALLOTS) {
		vote->has_ballots = true;
		vote->cast += read_number(vote, value);
	} else if (term == T_BLANKS) {
		vote->blank += read_number(vote, value);
	} else if (term == T_NONE) {
		bind_fault(vote->bind, name->pos, M_UNKNOWN_KEY,
		    plain_text(vote, name));
	}
}

static struct group *
find_group(struct vote *vote, const char *name)
{
	struct group *groups = vote->groups.at;
	size_t i;

	for (i = 0; i < vote->groups.count; i++)
		if (strcmp(groups[i].name, name) == 0)
			return &groups[i];
	groups = bind_append(vote->bind, &vote->groups, sizeof(*groups));
	groups->name = name;
	groups->votes = arena_array(vote->bind->doc->arena, vote->list.count,
	    sizeof(*groups->votes));
	return groups;
}

static bool
is_no_group(const char *name)
{
	return strcmp(name, term_name(T_NO_GROUP, LANG_FR)) == 0 ||
	    strcmp(name, term_name(T_NO_GROUP, LANG_EN)) == 0;
}

static void
read_groups(struct vote *vote, const struct node *row)
{
	static const enum term option = T_OPTION, label = T_ID;
	const struct node *cell = row->first, *name = NULL;
	size_t index;

	if (row->bars) {
		bind_fault(vote->bind, row->pos, M_BARS_IN_TABLE);
		return;
	}
	for (; cell != NULL; cell = cell->next) {
		if (name == NULL || *name->text == '\0')
			name = cell;
		if (term_find(cell->key, &option, 1, NULL) != T_NONE)
			break;
		if (term_find(cell->key, &label, 1, NULL) == T_NONE) {
			bind_fault(vote->bind, row->pos, M_VOTE_COUNT_COLUMNS);
			return;
		}
	}
	if (cell == NULL || node_is_empty(row))
		return;
	index = option_find(vote, plain_text(vote, name));
	if (index == SIZE_MAX) {
		bind_fault(vote->bind, name->pos, M_VOTE_UNKNOWN,
		    plain_text(vote, name));
		return;
	}
	for (cell = cell->next; cell != NULL; cell = cell->next)
		if (!is_no_group(cell->key))
			find_group(vote, cell->key)->votes[index] +=
			    read_number(vote, cell);
}

static void
read_reject(struct vote *vote, struct ballot_rules *rules,
    const struct node *row)
{
	static const enum term keys[] = { T_WHERE, T_REASON };
	struct arena *arena = vote->bind->doc->arena;
	struct ballot_reject *reject;
	const struct node *cell;
	const char *place = "", *reason = "";
	enum term term;

	for (cell = row->first; cell != NULL; cell = cell->next) {
		term = term_find(cell->key, keys, 2, NULL);
		if (term == T_WHERE)
			place = plain_text(vote, cell);
		else if (term == T_REASON)
			reason = plain_text(vote, cell);
	}
	if (*place == '\0' && *reason == '\0')
		return;
	reject = bind_append(vote->bind, &vote->rejects, sizeof(*reject));
	reject->file = row->pos.file;
	reject->line = row->pos.line;
	reject->place = place;
	ballot_reason_read(arena, reason, reject);
	if (reject->reason == BALLOT_UNKNOWN &&
	    ballot_find(rules, reject->args[0]) != SIZE_MAX)
		bind_fault(vote->bind, row->pos, M_VOTE_NOW_KNOWN, place,
		    reject->args[0]);
}

/* Whether a document says that ballots were judged in it already. */
static bool
is_judged(struct vote *vote, size_t document)
{
	static const enum term ballots = T_BALLOTS;
	const struct node *node, *row;
	size_t i;

	for (i = 0; i < vote->participation_nodes.count; i++) {
		node = node_at(&vote->participation_nodes, i);
		if (node->part != document)
			continue;
		for (row = node->first; row != NULL; row = row->next)
			if (row->first != NULL && row->first->next != NULL &&
			    term_find(plain_text(vote, row->first), &ballots, 1,
				NULL) != T_NONE &&
			    strcmp(row->first->next->text, "0") != 0)
				return true;
	}
	return false;
}

/* Ballots that a report judged by another value cannot be added. */
static void
check_judged(struct vote *vote, enum term key, const struct bind_list *nodes,
    uint64_t now)
{
	enum lang lang = vote->bind->doc->lang;
	const struct node *node;
	const char *plain;
	struct setting value = { .given = true };
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		node = node_at(nodes, i);
		plain = plain_text(vote, node);
		if (!node->inner || !is_judged(vote, node->part))
			continue;
		setting_is_default(vote, &plain);
		if (setting_value(key, vote->bind->words, plain, &value) &&
		    value.value != now)
			bind_fault(vote->bind, node->pos, M_VOTE_JUDGED,
			    term_name(key, lang ? lang : LANG_EN), plain);
	}
}

static void
each_row(struct vote *vote, const struct bind_list *nodes,
    void (*read)(struct vote *, const struct node *))
{
	const struct node *row;
	size_t i;

	for (i = 0; i < nodes->count; i++)
		for (row = node_at(nodes, i)->first; row != NULL;
		     row = row->next)
			read(vote, row);
}

void
again_read(struct vote *vote, struct ballot_rules *rules)
{
	const struct node *row;
	size_t i;

	each_row(vote, &vote->participation_nodes, read_participation);
	each_row(vote, &vote->group_nodes, read_groups);
	for (i = 0; i < vote->reject_nodes.count; i++)
		for (row = node_at(&vote->reject_nodes, i)->first; row != NULL;
		     row = row->next)
			read_reject(vote, rules, row);
	check_judged(vote, T_DOTS, &vote->dots_nodes, vote_dots(vote));
	check_judged(vote, T_STACKING, &vote->stacking_nodes,
	    vote_stacks(vote));
}
