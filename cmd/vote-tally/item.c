/*
 * item: options and counts as people list them: "Jardin", "A: Jardin",
 * "Jardin: 3", "Jardin : |||", a row of a table.
 */
#include "item.h"

#include <string.h>

#include "value/marks.h"

static const struct bind_row item_rows[] = {
	ROW(item, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(item, label, .key = T_NUMBER, .flags = BIND_LABEL),
	ROW(item, text, .key = T_OPTION, .flags = BIND_MAIN),
	ROW(item, text, .key = T_TEXT),
	ROW(item, text, .key = T_QUESTION),
	ROW(item, under, .key = T_RUBRIC),
	ROW(item, votes, .key = T_VOTES),
	ROW(item, marks, .key = T_MARKS),
	ROW(item, total, .key = T_TOTAL),
	ROW(item, computed, .key = T_RANK, .flags = BIND_COMPUTED),
	ROW(item, computed, .key = T_ORDER, .flags = BIND_COMPUTED),
	ROW(item, computed, .key = T_SHARE, .flags = BIND_COMPUTED),
	ROW(item, computed, .key = T_VOTERS, .flags = BIND_COMPUTED),
	ROW(item, computed, .key = T_SHARE_OF_PARTICIPANTS,
	    .flags = BIND_COMPUTED),
	{ BIND_END },
};

/* Whether YAML took a lone bar for an empty block, here or in a pair; says so. */
static bool
is_swallowed(struct vote *vote, const struct node *node)
{
	const struct node *pair = node->first;
	bool swallowed = node->block && *node->text == '\0';

	if (swallowed)
		bind_fault(vote->poll.bind, node->pos, M_BAR_SWALLOWED);
	for (; pair != NULL && node->table == 0; pair = pair->next)
		swallowed |= is_swallowed(vote, pair);
	return swallowed;
}

/* "Jardin: 3", and "Jardin:".  "**Scénario** I": letters behind a strong start
 * are a text, where ballots bring the votes. */
static bool
read_pair(struct vote *vote, const struct node *node, struct item *item)
{
	const char *plain = poll_plain(&vote->poll, node);
	struct tail behind;
	uint64_t drawn;
	bool unit;

	if (*node->key == '\0' || node->first != NULL || node->table > 0 ||
	    (*node->whole == '\0' && *plain != '\0' &&
		term_is_any(node->key, T_OPTION, T_TEXT)))
		return false;
	item->tail.shape =
	    tail_value(plain, vote->poll.bind->words, &item->tail.count);
	item->tail.typed = plain;
	behind =
	    tail_cut(vote->poll.arena, vote->poll.bind->words, node->whole);
	if (item->tail.shape == TAIL_NONE && behind.who != NULL)
		item->tail = behind; /* "21 votes (52 %)" */
	if (item->tail.shape == TAIL_MARKS && vote->ballots &&
	    *node->whole != '\0' && strchr(node->whole, ':') == NULL &&
	    !marks_read_drawn(plain, &drawn))
		item->tail.shape = TAIL_NONE;
	else if (item->tail.shape != TAIL_NONE || *plain == '\0')
		item->named = true;
	item->tail.about = !item->named && marks_are_about(plain, &unit);
	item->tail.text = node->key;
	if (item->named)
		item->text = bind_text_at(md_words(vote->poll.arena, node->key),
		    item->pos);
	return item->named;
}

/* Takes the count that ends an item's text; a part of a whole, "3/5", is none. */
static void
cut_tail(const struct vote *vote, struct item *item)
{
	struct tail tail =
	    tail_cut(vote->poll.arena, vote->poll.bind->words, item->text.text);

	if (tail.whole > 0)
		return;
	item->tail = tail;
	item->text.text = tail.text;
}

/* Marks for and against in one count are a fault: no sum tells them. */
static void
check_marks(const struct vote *vote, const struct item *item)
{
	const char *typed[] = { item->marks.text, item->votes.text,
		item->tail.typed };

	for (size_t i = 0; i < 3 && item->tail.shape == TAIL_MARKS; i++)
		if (typed[i] != NULL && marks_are_opposed(typed[i])) {
			bind_fault(vote->poll.bind, item->pos, M_VOTE_OPPOSED,
			    md_plain(vote->poll.arena, item->text.text));
			return;
		}
}

/* What an item gives; false where it is none. */
static bool
read_item(struct vote *vote, struct node *node, bool in_list, struct item *item)
{
	*item = (struct item){ .pos = *node->key ? node->key_pos : node->pos };
	bind_fill_texts(item_rows, item);
	if (node->bars && !count_mend_bars(vote, node)) {
		bind_fault(vote->poll.bind, node->pos, M_BARS_IN_TABLE);
		return false;
	}
	if (is_swallowed(vote, node))
		return false;
	if (!read_pair(vote, node, item)) {
		if (!bind_item(vote->poll.bind, item_rows, node, in_list, item))
			return false;
		count_take_column(vote, &item->votes, item);
		count_take_column(vote, &item->marks, item);
		count_take_column(vote, &item->total, item);
	}
	item->whole = item->text.text;
	if (item->tail.shape == TAIL_NONE && !item->named && node->table == 0 &&
	    node->kind != NODE_MAP)
		cut_tail(vote, item);
	item->row = node->table > 0;
	if (item->tail.shape == TAIL_NONE && !item->named && !item->row &&
	    !vote->ballots && marks_are_coloured(item->text.text))
		bind_fault(vote->poll.bind, item->pos, M_VOTE_OPPOSED,
		    md_plain(vote->poll.arena, item->text.text));
	check_marks(vote, item);
	return *item->label.text != '\0' || *item->text.text != '\0';
}

/* The names in a text that stands for a list, "Halle, Jardin", since a vote on one
 * option would be none; or the text, where it counts them. */
static struct node *
names_in(struct vote *vote, const struct node *list)
{
	struct node *names = node_new(vote->poll.arena, NODE_LIST, list->pos);
	struct node *text = node_text(vote->poll.arena, list->text, list->pos);
	struct bind_list parts = { .count = 0 };

	if (count_parts(vote->poll.arena, text) != NULL)
		return text;
	bind_split_names(vote->poll.bind, list->text, list->pos, &parts);
	BIND_EACH(const struct bind_text, part, &parts)
		node_append(names,
		    node_text(vote->poll.arena, part->text, part->pos));
	return names->first;
}

/* Reads the items of a list, and of the headings in it. */
static void
read_items(struct vote *vote, struct node *list, struct bind_list *items)
{
	bool in_list = list->kind == NODE_LIST || list->blocks != NULL;
	struct node *node = list->first, *parts;
	struct item item;
	size_t from;

	if (node == NULL && *list->text != '\0')
		node = names_in(vote, list);
	for (; node != NULL; node = node->next) {
		from = items->count;
		parts = count_parts(vote->poll.arena, node);
		if (node->level > 0 || parts != NULL)
			read_items(vote, parts ? parts : node, items);
		else if (read_item(vote, node, in_list, &item) &&
		    !count_is_sum(vote, &item, items))
			bind_add(vote->poll.bind, items, item);
		for (; node->level > 0 && from < items->count; from++)
			((struct item *)items->at)[from].under.text =
			    md_text(vote->poll.arena, node->whole);
	}
}

/* The sum of a list may head it: "Total : 23", "Results (23 votes)". */
static void
settle_sum(struct vote *vote, struct bind_list *items)
{
	const struct item *first = items->at;
	struct bind_list others = *items;

	if (items->count < 3)
		return;
	others.at = (struct item *)items->at + 1;
	others.count--;
	if (count_is_sum(vote, first, &others))
		*items = others;
}

/* Labels in front of the options of a list. */
static void
settle_labels(struct vote *vote, struct bind_list *items)
{
	BIND_EACH(const struct item, item, items)
		if (item->named || item->row)
			return;
	poll_label(&vote->poll, items, sizeof(struct item));
}

/* "Lot 2 👍" beside options with more than one such mark has one itself. */
static void
settle_drawn(struct vote *vote, struct bind_list *items)
{
	struct tail drawn;
	bool marks = false;

	BIND_EACH(const struct item, item, items)
		marks = marks || item->tail.shape == TAIL_MARKS;
	BIND_EACH(struct item, item, items) {
		if (!marks || item->tail.shape != TAIL_OPEN)
			continue;
		drawn = tail_cut_drawn(vote->poll.arena, item->whole);
		if (drawn.shape == TAIL_NONE)
			continue;
		item->tail = drawn;
		item->text.text = drawn.text;
	}
}

/*
 * "Rue (11)" is a count where every other option of the list has one that can
 * be nothing else, and a text where votes come from elsewhere or hardly any
 * option ends so; what could be both is a fault.  "Rue 11" is a count in the
 * first case alone.
 */
static void
settle_open(struct vote *vote, struct bind_list *items)
{
	bool elsewhere = vote->ballots || vote->sheet->count_nodes.count > 0 ||
	    vote->sheet->results.count > 0;
	size_t sure = 0, open = 0, bare = 0;

	BIND_EACH(const struct item, item, items) {
		open += item->tail.shape == TAIL_OPEN;
		bare += item->tail.shape == TAIL_BARE;
		sure += item->tail.shape != TAIL_NONE &&
		    item->tail.shape < TAIL_OPEN;
	}
	BIND_EACH(struct item, item, items) {
		if (item->tail.about && sure > 0 && !elsewhere)
			bind_fault(vote->poll.bind, item->pos, M_VOTE_ABOUT,
			    md_plain(vote->poll.arena, item->tail.text),
			    item->tail.typed);
		if (item->tail.about)
			item->text.text = item->whole;
		if (item->tail.shape < TAIL_UNIT)
			continue;
		if (!elsewhere &&
		    (item->tail.shape == TAIL_UNIT ||
			(sure > 0 && sure + open + bare == items->count))) {
			item->tail.shape = TAIL_NUMBER;
			continue;
		}
		if (!elsewhere && item->tail.shape == TAIL_OPEN &&
		    (sure > 0 || (open == items->count && open > 1)))
			bind_fault(vote->poll.bind, item->pos, M_VOTE_BRACKETS,
			    md_plain(vote->poll.arena, item->whole),
			    md_plain(vote->poll.arena, item->text.text),
			    poll_number(&vote->poll, item->tail.count));
		item->tail.shape = TAIL_NONE;
		item->text.text = item->whole;
	}
}

/* Who, or which share, stands behind a count, as a column of the user's own. */
static void
carry_who(struct vote *vote, struct item *item)
{
	struct node *node =
	    node_text(vote->poll.arena, item->tail.who, item->pos);

	node->key = node->text[strlen(node->text) - 1] == '%'
	    ? "%"
	    : term_name(T_RATER, vote->poll.bind->doc->lang);
	bind_carry(vote->poll.bind, item_rows, node, item);
}

/* Adds votes to an option, from a count. */
static void
count_add(struct vote *vote, struct option *option, uint64_t votes)
{
	option->votes.thousandths += 1000 * (int64_t)votes;
	vote->poll.has_counts = true;
	vote->poll.brings[vote->poll.document] = true;
}

static void
take_item(struct vote *vote, struct item *item)
{
	struct option *option =
	    item->named ? poll_option_find(&vote->poll, item->text.text) : NULL;

	item->text.pos = item->pos;
	if (item->tail.who != NULL && item->tail.shape != TAIL_NONE)
		carry_who(vote, item);
	if (option == NULL)
		option =
		    poll_option_add(&vote->poll, &item->label, &item->text);
	else
		poll_option_track(&vote->poll, option);
	if (item->named && *option->label.text == '\0')
		option->counted = true;
	if (*option->under.text == '\0')
		option->under = item->under;
	if (item->tail.shape == TAIL_NUMBER && vote->ballots)
		bind_fault(vote->poll.bind, item->pos, M_VOTE_AMOUNT,
		    poll_option_name(&vote->poll, option));
	else if (item->tail.shape != TAIL_NONE)
		count_add(vote, option, item->tail.count);
}

void
item_read_options(struct vote *vote, struct node *list)
{
	struct bind_list items = { .count = 0 };

	read_items(vote, list, &items);
	settle_drawn(vote, &items);
	settle_open(vote, &items);
	settle_sum(vote, &items);
	settle_labels(vote, &items);
	BIND_EACH(struct item, item, &items)
		if (!count_is_figure(vote, item))
			take_item(vote, item);
}

/* A count of an option that is known: it has a number, or nothing yet. */
static void
take_count(struct vote *vote, const struct item *item)
{
	const char *text = md_plain(vote->poll.arena, item->text.text);
	const char *name = *item->label.text ? item->label.text : text;
	const struct ballot_option *option =
	    ballot_find(vote->poll.names, name);

	if (option == NULL)
		bind_fault(vote->poll.bind, item->pos, M_VOTE_UNKNOWN, name);
	else if (item->tail.shape != TAIL_NONE)
		count_add(vote, option_of(vote, option->place),
		    item->tail.count);
	else if (!item->named)
		bind_fault(vote->poll.bind, item->text.pos, M_VOTE_NO_COUNT,
		    text);
}

void
item_read_counts(struct vote *vote)
{
	struct bind_list items;

	BIND_EACH(struct node *const, list, &vote->sheet->count_nodes) {
		items = (struct bind_list){ .count = 0 };
		vote->poll.document = (*list)->part;
		read_items(vote, *list, &items);
		BIND_EACH(const struct item, item, &items)
			if (!count_is_figure(vote, item))
				take_count(vote, item);
	}
}
