/*
 * given: an option as one item gives it, and the count that stands beside it.
 */
#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "value/marks.h"
#include "vote.h"

/* An option as one item gives it. */
struct given {
	const char *label; /* plain */
	const char *text;  /* in md's normal form */
	struct pos pos;
	const char *whole; /* with the brackets that may be a count */
	enum tail tail;
	uint64_t count;
	bool named; /* by the key of a pair, which may be a label or a text */
};

static struct arena *
arena_of(const struct vote *vote)
{
	return vote->bind->doc->arena;
}

/* Which count of its option a column holds, if any. */
static enum term
count_column(const char *key)
{
	static const enum term counts[] = { T_VOTES, T_MARKS, T_TOTAL };

	return term_find(key, counts, 3, NULL);
}

/* Cuts a count off a text. */
static void
take_text(struct vote *vote, const char *text, struct given *given)
{
	enum tail tail;

	given->whole = text;
	tail = count_cut(vote, &text, &given->count);
	given->text = text;
	if (tail != TAIL_NONE)
		given->tail = tail;
}

/*
 * A row that drawn bars broke has its total last, where the head has the total
 * last, behind the marks: what stands in front of these is whole.
 */
static const struct node *
total_of_broken(const struct vote *vote, const struct node *row)
{
	const struct node *cell, *head = NULL, *before = NULL;
	uint64_t count;

	for (cell = row->first; cell != NULL && *cell->key != '\0';
	     cell = cell->next) {
		before = head;
		head = cell;
	}
	if (cell == NULL || before == NULL ||
	    count_column(head->key) != T_TOTAL ||
	    (count_column(before->key) != T_VOTES &&
		count_column(before->key) != T_MARKS))
		return NULL;
	return count_value(vote, plain_text(vote, row->last), &count) ==
		TAIL_NUMBER
	    ? row->last
	    : NULL;
}

/* A count of a row: a second one says the same, or is a fault: it would decide the vote. */
static void
read_pair_count(struct vote *vote, const struct node *pair, struct given *given)
{
	const char *plain = plain_text(vote, pair);
	uint64_t count;

	if (count_swallowed(vote, pair) || *plain == '\0')
		return;
	if (count_value(vote, plain, &count) == TAIL_NONE) {
		bind_fault(vote->bind, pair->pos, M_VOTE_NO_COUNT, plain);
		return;
	}
	if (given->tail != TAIL_NONE && count != given->count)
		bind_fault(vote->bind, pair->pos, M_VOTE_TOTAL,
		    md_plain(arena_of(vote),
			*given->text ? given->text : given->label),
		    plain,
		    arena_format(arena_of(vote), "%" PRIu64, given->count));
	if (given->tail == TAIL_NONE)
		given->count = count;
	given->tail = TAIL_MARKS; /* said to be a count */
}

/* Whether the first column that is no count names the options of a table,
 * whatever its header. */
static bool
is_named_freely(const struct node *row)
{
	static const enum term names[] = { T_OPTION, T_TEXT, T_QUESTION };
	const struct node *cell;

	for (cell = row->first; cell != NULL; cell = cell->next)
		if (term_find(cell->key, names, 3, NULL) != T_NONE)
			return false;
	return row->table > 0;
}

/* The cells of a table's row, or the pairs of a map. */
static void
read_pairs(struct vote *vote, const struct node *item, struct given *given)
{
	static const enum term heads[] = { T_ID, T_NUMBER, T_OPTION, T_TEXT,
		T_QUESTION };
	const struct node *pair, *total = total_of_broken(vote, item);
	bool freely = is_named_freely(item);
	const char *plain;
	enum term term;

	for (pair = item->first; pair != NULL; pair = pair->next) {
		term = term_find(pair->key, heads, 5, NULL);
		plain = plain_text(vote, pair);
		if (pair->first != NULL) {
			bind_fault(vote->bind, pair->first->pos, M_NESTED);
		} else if (count_column(pair->key) != T_NONE) {
			if (!item->bars)
				read_pair_count(vote, pair, given);
		} else if (term == T_ID || term == T_NUMBER) {
			given->label = *plain ? plain : given->label;
		} else if (term != T_NONE || *pair->key == '\0') {
			if (!item->bars || *pair->key != '\0')
				given->text = bind_text(vote->bind, pair);
		} else if (freely) {
			given->text = bind_text(vote->bind, pair);
			freely = false;
		} else {
			bind_fault(vote->bind, pair->key_pos, M_UNKNOWN_KEY,
			    arena_string(arena_of(vote), pair->key));
		}
	}
	if (item->bars && total != NULL)
		read_pair_count(vote, total, given);
}

/* "**Scénario** I": letters behind a strong start are a text, where ballots
 * bring the votes. */
static bool
is_text(const struct vote *vote, const struct node *item, bool ballots)
{
	uint64_t count;

	return ballots && *item->whole != '\0' &&
	    strchr(item->whole, ':') == NULL &&
	    !marks_read_drawn(plain_text(vote, item), &count);
}

/* "A: Jardin", "Jardin: 3", "**A** Jardin : |||" */
static void
read_keyed(struct vote *vote, const struct node *item, bool in_list,
    bool ballots, struct given *given)
{
	const char *plain = plain_text(vote, item);
	bool label =
	    !in_list || bind_is_label(item->key) || item->first != NULL;

	given->pos = item->key_pos;
	if (item->first != NULL) {
		given->label = item->key;
		read_pairs(vote, item, given);
		return;
	}
	given->tail = count_value(vote, plain, &given->count);
	if (given->tail == TAIL_MARKS && is_text(vote, item, ballots)) {
		given->tail = TAIL_NONE;
		given->label = item->key;
		given->text = bind_text(vote->bind, item);
	} else if (given->tail != TAIL_NONE || *plain == '\0') {
		count_swallowed(vote, item);
		given->named = true;
		given->text = md_words(arena_of(vote), item->key);
	} else if (label) {
		given->label = item->key;
		take_text(vote, bind_text(vote->bind, item), given);
	} else if (*item->whole != '\0') {
		take_text(vote, md_text(arena_of(vote), item->whole), given);
	} else {
		bind_fault(vote->bind, item->key_pos, M_COLON_TRAP,
		    arena_string(arena_of(vote), item->key),
		    arena_string(arena_of(vote), item->text));
	}
}

/* Votes beside an option. */
static void
take_count(struct vote *vote, const struct given *given, size_t index,
    bool ballots)
{
	if (given->tail == TAIL_NUMBER && ballots) {
		bind_fault(vote->bind, given->pos, M_VOTE_AMOUNT,
		    option_name(vote, index));
		return;
	}
	option_at(vote, index)->votes += given->count;
	vote->has_counts = true;
	vote->brings[vote->document] = true;
}

static bool
is_pair_of_keys(const struct node *item)
{
	static const enum term heads[] = { T_OPTION, T_TEXT };

	return *item->key != '\0' && item->first == NULL &&
	    *item->whole == '\0' && term_find(item->key, heads, 2, NULL);
}

/* What an item gives; false where it is none. */
static bool
read_item(struct vote *vote, const struct node *item, bool in_list,
    bool ballots, struct given *given)
{
	struct node alone = *item;

	*given = (struct given){ .label = "", .text = "", .pos = item->pos };
	if (item->bars && total_of_broken(vote, item) == NULL) {
		bind_fault(vote->bind, item->pos, M_BARS_IN_TABLE);
		return false;
	}
	if (item->level > 0 ||
	    (*item->key == '\0' && node_is_empty(item) && !item->block))
		return false;
	if (is_pair_of_keys(item) && in_list) {
		alone.key = "";
		take_text(vote, bind_text(vote->bind, &alone), given);
	} else if (*item->key != '\0') {
		read_keyed(vote, item, in_list, ballots, given);
	} else if (item->kind == NODE_LIST) {
		bind_fault(vote->bind, item->first->pos, M_NESTED);
	} else if (item->kind == NODE_MAP) {
		read_pairs(vote, item, given);
	} else if (!count_swallowed(vote, item)) {
		take_text(vote, bind_text(vote->bind, item), given);
	}
	return *given->label != '\0' || *given->text != '\0';
}

static void
take_given(struct vote *vote, const struct given *given, bool ballots)
{
	size_t index = given->named ? option_find(vote, given->text) : SIZE_MAX;

	if (index == SIZE_MAX)
		index = option_put(vote, given->label, given->text, given->pos);
	option_track(vote, index);
	if (given->named && *option_at(vote, index)->label == '\0')
		option_at(vote, index)->counted = true;
	if (given->tail != TAIL_NONE)
		take_count(vote, given, index, ballots);
}

/*
 * "Rue (11)" is a count where every other option of the list has one that can
 * be nothing else, and a text where votes come from elsewhere or hardly any
 * option ends so; what could be both is a fault.
 */
static void
settle_brackets(struct vote *vote, struct given *all, size_t count,
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
			    md_plain(arena_of(vote), all[i].whole),
			    md_plain(arena_of(vote), all[i].text),
			    arena_format(arena_of(vote), "%" PRIu64,
				all[i].count));
		all[i].tail = TAIL_NONE;
		all[i].text = all[i].whole;
	}
}

void
given_list(struct vote *vote, const struct node *list, bool ballots)
{
	bool in_list = list->kind == NODE_LIST || list->blocks != NULL;
	bool elsewhere = ballots || vote->count_nodes.count > 0 ||
	    vote->result_nodes.count > 0;
	struct given *all =
	    arena_array(arena_of(vote), list->count + 1, sizeof(*all));
	const struct node *item;
	struct node text = *list;
	size_t count = 0, i;

	if (list->first == NULL && *list->text != '\0') {
		text.key = "";
		text.level = 0;
		count += read_item(vote, &text, true, ballots, &all[count]);
	}
	for (item = list->first; item != NULL; item = item->next)
		count += read_item(vote, item, in_list, ballots, &all[count]);
	settle_brackets(vote, all, count, elsewhere);
	for (i = 0; i < count; i++)
		take_given(vote, &all[i], ballots);
}

bool
given_claims(const struct node *section)
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
		counts += count_column(cell->key) != T_NONE;
		others += count_column(cell->key) == T_NONE &&
		    term_find(cell->key, names, 3, NULL) == T_NONE;
	}
	return counts > 0 && others <= 1;
}
