/*
 * item: options and counts as people list them: "Jardin", "A: Jardin",
 * "Jardin: 3", "Jardin : |||", a row of a table.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/marks.h"
#include "vote.h"

struct item {
	struct bind_text label, text, under, votes, marks, total;

	/* as read */
	struct pos pos;
	const char *whole; /* with the brackets that may be a count */
	enum tail tail;
	uint64_t count;
	bool named; /* by the key of a pair, which may be a label or a text */
};

static const struct bind_row item_rows[] = {
	ROW(BIND_TEXT, item, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, item, label, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(BIND_TEXT, item, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW(BIND_TEXT, item, text, .key = T_TEXT),
	ROW(BIND_TEXT, item, text, .key = T_QUESTION),
	ROW(BIND_TEXT, item, under, .key = T_RUBRIC),
	ROW(BIND_TEXT, item, votes, .key = T_VOTES),
	ROW(BIND_TEXT, item, marks, .key = T_MARKS),
	ROW(BIND_TEXT, item, total, .key = T_TOTAL),
	{ BIND_END },
};

/* Which count of its option a column holds, if any. */
static enum term
count_column(const struct node *cell)
{
	static const enum term counts[] = { T_VOTES, T_MARKS, T_TOTAL };

	return term_read(cell->key, TERM_GLOSSED, counts, 3, NULL);
}

/*
 * Mends a row that drawn bars broke, where the head has the total last, behind
 * the marks, and the row has it last too: what stands in front of the marks is
 * whole.
 */
static bool
mend_bars(const struct vote *vote, struct node *row)
{
	struct node *cell, *head = NULL, *before = NULL;
	uint64_t count;

	for (cell = row->first; cell != NULL && *cell->key != '\0';
	     cell = cell->next) {
		before = head;
		head = cell;
	}
	if (cell == NULL || before == NULL || count_column(head) != T_TOTAL ||
	    (count_column(before) != T_VOTES &&
		count_column(before) != T_MARKS) ||
	    count_value(vote, vote_plain(vote, row->last), &count) !=
		TAIL_NUMBER)
		return false;
	before->text = "";
	head->text = row->last->text;
	head->pos = row->last->pos;
	head->next = NULL;
	row->last = head;
	row->bars = false;
	return true;
}

/* Whether YAML took a lone bar for an empty block, here or in a pair; says so. */
static bool
is_swallowed(struct vote *vote, const struct node *node)
{
	const struct node *pair = node->first;
	bool swallowed = node->block && *node->text == '\0';

	if (swallowed)
		bind_fault(vote->bind, node->pos, M_BAR_SWALLOWED);
	for (; pair != NULL && node->table == 0; pair = pair->next)
		swallowed |= is_swallowed(vote, pair);
	return swallowed;
}

/* "Jardin: 3", and "Jardin:".  "**Scénario** I": letters behind a strong start
 * are a text, where ballots bring the votes. */
static bool
read_pair(struct vote *vote, const struct node *node, bool ballots,
    struct item *item)
{
	static const enum term heads[] = { T_OPTION, T_TEXT };
	const char *plain = vote_plain(vote, node);
	uint64_t drawn;

	if (*node->key == '\0' || node->first != NULL || node->table > 0 ||
	    (*node->whole == '\0' && *plain != '\0' &&
		term_find(node->key, heads, 2, NULL) != T_NONE))
		return false;
	item->tail = count_value(vote, plain, &item->count);
	if (item->tail == TAIL_MARKS && ballots && *node->whole != '\0' &&
	    strchr(node->whole, ':') == NULL &&
	    !marks_read_drawn(plain, &drawn))
		item->tail = TAIL_NONE;
	else if (item->tail != TAIL_NONE || *plain == '\0')
		item->named = true;
	if (item->named)
		item->text =
		    (struct bind_text){ md_words(vote->arena, node->key),
			    item->pos, true };
	return item->named;
}

/* A count of a row: a second one says the same, or is a fault: it would decide
 * the vote. */
static void
take_column(struct vote *vote, const struct bind_text *cell, struct item *item)
{
	const char *plain = md_plain(vote->arena, cell->text);
	uint64_t count;

	if (bind_is_none(plain))
		return;
	if (count_value(vote, plain, &count) == TAIL_NONE) {
		bind_fault(vote->bind, cell->pos, M_VOTE_NO_COUNT, plain);
		return;
	}
	if (item->tail != TAIL_NONE && count != item->count)
		bind_fault(vote->bind, cell->pos, M_VOTE_TOTAL,
		    md_plain(vote->arena,
			*item->text.text ? item->text.text : item->label.text),
		    plain, vote_number(vote, item->count));
	if (item->tail == TAIL_NONE)
		item->count = count;
	item->tail = TAIL_MARKS; /* said to be a count */
}

/* What an item gives; false where it is none. */
static bool
read_item(struct vote *vote, struct node *node, bool in_list, bool ballots,
    struct item *item)
{
	*item = (struct item){ .pos = *node->key ? node->key_pos : node->pos };
	bind_fill_texts(item_rows, item);
	if (node->bars && !mend_bars(vote, node)) {
		bind_fault(vote->bind, node->pos, M_BARS_IN_TABLE);
		return false;
	}
	if (is_swallowed(vote, node))
		return false;
	if (!read_pair(vote, node, ballots, item)) {
		if (!bind_item(vote->bind, item_rows, node, in_list, item))
			return false;
		bind_fill_texts(item_rows, item);
		take_column(vote, &item->votes, item);
		take_column(vote, &item->marks, item);
		take_column(vote, &item->total, item);
	}
	item->whole = item->text.text;
	if (item->tail == TAIL_NONE && !item->named && node->table == 0 &&
	    node->kind != NODE_MAP)
		item->tail = count_cut(vote, &item->text.text, &item->count);
	return *item->label.text != '\0' || *item->text.text != '\0';
}

/* Reads the items of a list, and of the headings in it. */
static void
read_items(struct vote *vote, struct node *list, bool ballots,
    struct bind_list *items)
{
	bool in_list = list->kind == NODE_LIST || list->blocks != NULL;
	struct node *node, text = *list;
	struct item item;
	size_t from;

	text.key = "";
	text.level = 0;
	text.first = NULL;
	if (list->first == NULL && *list->text != '\0' &&
	    read_item(vote, &text, true, ballots, &item))
		*(struct item *)bind_append(vote->bind, items, sizeof(item)) =
		    item;
	for (node = list->first; node != NULL; node = node->next) {
		from = items->count;
		if (node->level > 0)
			read_items(vote, node, ballots, items);
		else if (read_item(vote, node, in_list, ballots, &item))
			*(struct item *)bind_append(vote->bind, items,
			    sizeof(item)) = item;
		for (; node->level > 0 && from < items->count; from++)
			((struct item *)items->at)[from].under.text =
			    md_text(vote->arena, node->whole);
	}
}

/*
 * "Rue (11)" is a count where every other option of the list has one that can
 * be nothing else, and a text where votes come from elsewhere or hardly any
 * option ends so; what could be both is a fault.
 */
static void
settle_brackets(struct vote *vote, struct item *all, size_t count,
    bool elsewhere)
{
	size_t sure = 0, open = 0, i;

	for (i = 0; i < count; i++) {
		sure += all[i].tail == TAIL_NUMBER || all[i].tail == TAIL_MARKS;
		open += all[i].tail == TAIL_BRACKETS;
	}
	for (i = 0; i < count; i++) {
		if (all[i].tail != TAIL_BRACKETS)
			continue;
		if (!elsewhere && sure > 0 && sure + open == count) {
			all[i].tail = TAIL_NUMBER;
			continue;
		}
		if (!elsewhere && (sure > 0 || (open == count && count > 1)))
			bind_fault(vote->bind, all[i].pos, M_VOTE_BRACKETS,
			    md_plain(vote->arena, all[i].whole),
			    md_plain(vote->arena, all[i].text.text),
			    vote_number(vote, all[i].count));
		all[i].tail = TAIL_NONE;
		all[i].text.text = all[i].whole;
	}
}

static void
take_item(struct vote *vote, struct item *item, bool ballots)
{
	size_t index =
	    item->named ? option_find(vote, item->text.text) : SIZE_MAX;
	struct option *option;

	item->text.pos = item->pos;
	if (index == SIZE_MAX)
		index = option_add(vote, &item->label, &item->text);
	else
		option_track(vote, index);
	option = option_at(&vote->list, index);
	if (item->named && *option->label.text == '\0')
		option->counted = true;
	if (*option->under.text == '\0')
		option->under = item->under;
	if (item->tail == TAIL_NUMBER && ballots)
		bind_fault(vote->bind, item->pos, M_VOTE_AMOUNT,
		    option_name(vote, option));
	else if (item->tail != TAIL_NONE)
		count_add(vote, index, item->count);
}

void
item_read_list(struct vote *vote, struct node *list, bool ballots)
{
	bool elsewhere = ballots || vote->sheet->count_nodes.count > 0 ||
	    vote->sheet->results.count > 0;
	struct bind_list items = { .count = 0 };
	struct item *item;
	size_t i;

	read_items(vote, list, ballots, &items);
	item = items.at;
	settle_brackets(vote, item, items.count, elsewhere);
	for (i = 0; i < items.count; i++)
		take_item(vote, &item[i], ballots);
}

void
item_read_counts(struct vote *vote, struct ballot_rules *rules)
{
	struct bind_list items;
	struct item *item;
	size_t i, j, found;
	const char *name;

	for (i = 0; i < vote->sheet->count_nodes.count; i++) {
		items = (struct bind_list){ .count = 0 };
		vote->document = node_at(&vote->sheet->count_nodes, i)->part;
		read_items(vote, node_at(&vote->sheet->count_nodes, i), false,
		    &items);
		for (j = 0; j < items.count; j++) {
			item = (struct item *)items.at + j;
			name = md_plain(vote->arena,
			    *item->label.text ? item->label.text
					      : item->text.text);
			found = ballot_find(rules, name);
			if (found == SIZE_MAX)
				bind_fault(vote->bind, item->pos,
				    M_VOTE_UNKNOWN, name);
			else if (item->tail != TAIL_NONE)
				count_add(vote, found, item->count);
			else if (*item->label.text != '\0' || !item->named)
				bind_fault(vote->bind, item->text.pos,
				    M_VOTE_NO_COUNT,
				    md_plain(vote->arena, item->text.text));
		}
	}
}

bool
item_claims(const struct node *section)
{
	static const enum term names[] = { T_ID, T_NUMBER, T_OPTION };
	const struct node *row = section->first, *cell;
	size_t counts = 0, others = 0;

	if (row == NULL || row->table == 0 ||
	    (*section->key != '\0' &&
		term_find_subject(section->key) != T_VOTE))
		return false;
	for (cell = row->first; cell != NULL; cell = cell->next) {
		if (*cell->key == '\0')
			continue;
		counts += count_column(cell) != T_NONE;
		others += count_column(cell) == T_NONE &&
		    term_find(cell->key, names, 3, NULL) == T_NONE;
	}
	return counts > 0 && others <= 1;
}
