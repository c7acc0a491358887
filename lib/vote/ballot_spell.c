/*
 * ballot_spell: a node, in any of the forms of a ballot, to its bytes.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/note.h"
#include "text/uni.h"
#include "value/number.h"
#include "vote/ballot_inner.h"

/* Beyond so many faulty ballots nobody reads on. */
enum { MAX_FAULTS = 1000 };

/* What stands in a ballot beside its choices; from a number on, nothing that
 * counts. */
static const enum term ballot_keys[] = { T_VOTER, T_GROUP, T_CHOICES, T_TIMES,
	T_BALLOT_NUMBER, T_BALLOT_REMARK, T_TABLE_TOTAL };
enum { KEYS = sizeof(ballot_keys) / sizeof(ballot_keys[0]) };

#define fault(reader, pos, ...)                                                \
	do {                                                                   \
		if ((reader)->fault_count++ < MAX_FAULTS)                      \
			note_add((reader)->faults, pos, __VA_ARGS__);          \
	} while (0)

/* A name as it is compared and shown. */
static void
put_name(struct buf *out, const char *name)
{
	ARENA_SCRATCH(arena);

	buf_string(out, uni_line(arena, md_plain(arena, md_text(arena, name))));
}

void
ballot_spell_part(struct buf *spelt, enum ballot_mark mark, const char *text)
{
	buf_char(spelt, (char)mark);
	buf_string(spelt, text);
	buf_string(spelt, BALLOT_END);
}

/* A value that YAML took for an empty block may have been a bar. */
static bool
is_swallowed(struct ballot_reader *reader, const struct node *node)
{
	if (!node->block || *node->text != '\0')
		return false;
	fault(reader, node->pos, M_BAR_SWALLOWED);
	return true;
}

static void
put_given(struct ballot_reader *reader, const struct node *pair)
{
	if (pair->first != NULL) {
		fault(reader, pair->pos, M_NESTED);
	} else if (!is_swallowed(reader, pair)) {
		ballot_spell_part(&reader->spelt, BALLOT_GIVEN, pair->key);
		buf_string(&reader->spelt, pair->text);
		buf_string(&reader->spelt, BALLOT_END);
	}
}

/* A text, a list of names, or a map from names to votes. */
static void
put_choices(struct ballot_reader *reader, const struct node *value)
{
	if (value->first == NULL) {
		if (!is_swallowed(reader, value) && *value->text != '\0')
			ballot_spell_part(&reader->spelt, BALLOT_NAMES,
			    value->text);
		return;
	}
	NODE_EACH(const struct node, child, value) {
		if (*child->key != '\0')
			put_given(reader, child);
		else if (child->first != NULL)
			fault(reader, child->pos, M_NESTED);
		else
			ballot_spell_part(&reader->spelt, BALLOT_ONE,
			    child->text);
	}
}

/* Names of people mostly hold a blank or a digit; keys never do. */
static enum term
find_key(const char *key)
{
	return strpbrk(key, " 0123456789") != NULL
	    ? T_NONE
	    : term_find(key, ballot_keys, KEYS, NULL);
}

static void
put_voter(struct ballot_reader *reader, const char *name)
{
	buf_cut(&reader->voter, 0);
	put_name(&reader->voter, name);
}

static void
put_group(struct ballot_reader *reader, const char *name)
{
	buf_char(&reader->spelt, BALLOT_GROUP);
	put_name(&reader->spelt, name);
	buf_string(&reader->spelt, BALLOT_END);
}

static void
put_known(struct ballot_reader *reader, enum term key, const struct node *pair)
{
	if (key == T_CHOICES)
		put_choices(reader, pair);
	else if (pair->first != NULL)
		fault(reader, pair->pos, M_NESTED);
	else if (key == T_VOTER)
		put_voter(reader, pair->text);
	else if (key == T_GROUP)
		put_group(reader, pair->text);
	else if (key == T_TIMES && *pair->text != '\0')
		ballot_spell_part(&reader->spelt, BALLOT_TIMES, pair->text);
}

/* What heads a table's column: a key, or an option to be. */
static struct ballot_head *
find_head(struct ballot_reader *reader, const struct node *cell)
{
	struct dict_entry *entry = dict_enter(&reader->keys, cell->key);
	struct ballot_head *head = entry->value;

	if (head != NULL)
		return head;
	entry->value = head = arena_alloc(reader->arena, sizeof(*head));
	*head = (struct ballot_head){ cell->key, cell->key_pos,
		.key = *cell->key == '\0'
		    ? T_VOTER
		    : term_find(cell->key, ballot_keys, KEYS, NULL) };
	if (head->key != T_NONE)
		return head;
	ARENA_ADD(reader->arena, reader->heads, reader->head_count) = head;
	return head;
}

/* Whether a table names its voters or numbers its ballots. */
static bool
is_named(const struct node *row)
{
	NODE_EACH(const struct node, cell, row)
		if (*cell->key == '\0' ||
		    term_is_any(cell->key, T_VOTER, T_BALLOT_NUMBER))
			return true;
	return false;
}

/* Faults a column "Ballots" whose numbers do not follow each other: they may say
 * how many ballots are like each.  Told once. */
static void
check_number(struct ballot_reader *reader, struct ballot_head *head,
    const struct node *cell)
{
	int64_t number;

	if (head->key != T_BALLOT_NUMBER || head->last < 0 ||
	    !number_read(cell->text, &number))
		return;
	if (head->last == 0 || number == head->last + 1000 ||
	    !term_is(head->name, T_BALLOT_COLUMN)) {
		head->last = number;
		return;
	}
	fault(reader, cell->pos, M_BALLOT_COUNTED, head->name,
	    arena_string(reader->arena, cell->text));
	head->last = -1;
}

static void
spell_row(struct ballot_reader *reader, const struct node *row)
{
	struct ballot_head *head;
	bool named = is_named(row), ranked = false;
	int64_t number;

	NODE_EACH(const struct node, cell, row)
		ranked |= reader->form->heads != NULL &&
		    reader->form->heads(cell->key);
	if (row->bars) {
		fault(reader, row->pos, M_BARS_IN_TABLE);
		return;
	}
	if (node_is_empty(row)) {
		reader->empty_row = named;
		return;
	}
	NODE_EACH(const struct node, cell, row) {
		head = find_head(reader, cell);
		head->named |= named;
		if (head->key != T_NONE) {
			check_number(reader, head, cell);
			put_known(reader,
			    /* "Votes | First | Second" */
			    ranked && head->key == T_CHOICES &&
				    number_read(cell->text, &number)
				? T_TIMES
				: head->key,
			    cell);
		} else if (*cell->text != '\0') {
			head->words |= reader->form->gives != NULL &&
			    !reader->form->gives(cell->text);
			put_given(reader, cell);
		}
	}
}

/* A shorter key, which may be a label, is near to no other. */
enum { SHORTEST_NEAR = 4 };

/* Whether a map says its choices under their key. */
static bool
has_choices(const struct node *item)
{
	const struct node *pair = item->first;

	while (pair != NULL && find_key(pair->key) != T_CHOICES)
		pair = pair->next;
	return pair != NULL;
}

/* Whether a pair gives an option something, as a cell in a row does: {A: 2}. */
static bool
is_choice(const struct node *pair)
{
	return pair->first == NULL &&
	    (strlen(pair->key) < SHORTEST_NEAR ||
		term_nearest(pair->key, ballot_keys, KEYS) == NULL);
}

static void
spell_pairs(struct ballot_reader *reader, const struct node *item)
{
	bool apart = has_choices(item);
	enum term key;

	NODE_EACH(const struct node, pair, item) {
		key = find_key(pair->key);
		if (key != T_NONE)
			put_known(reader, key, pair);
		else if (!apart && is_choice(pair))
			put_given(reader, pair);
		else
			fault(reader, pair->key_pos, M_BALLOT_KEY,
			    arena_string(reader->arena, pair->key));
	}
}

/* Whether what stands in front of a choice counts ballots, "7 voix : A": a number
 * alone may be a voter's. */
static bool
put_times(struct ballot_reader *reader, const char *key)
{
	size_t digits = strspn(key, "0123456789");
	ARENA_SCRATCH(arena);
	bool counts = digits > 0 &&
	    term_lists(T_COUNT_UNITS,
		uni_fold(arena, uni_skip_blanks(key + digits)));

	if (counts)
		ballot_spell_part(&reader->spelt, BALLOT_TIMES,
		    arena_copy(arena, key, digits));
	return counts;
}

/* Whether the number in front of a ballot may be how many there are like it:
 * numbers that count the ballots are no doubt. */
static bool
may_count(struct ballot_reader *reader, const struct node *item)
{
	int64_t number;

	if (reader->form->counts == NULL || item->first != NULL ||
	    !reader->form->counts(item->text) ||
	    strspn(item->key, "0123456789") != strlen(item->key) ||
	    !number_read(item->key, &number))
		return false;
	return number / 1000 != (int64_t)++reader->numbered;
}

/* A pair that stands alone: a key of a ballot, or a voter's choices. */
static void
spell_pair(struct ballot_reader *reader, const struct node *item)
{
	enum term key = find_key(item->key);
	int64_t number;

	if (key != T_NONE && (item->paired || *item->whole != '\0')) {
		fault(reader, item->key_pos, M_BALLOT_APART,
		    arena_string(reader->arena, item->key));
		return;
	}
	if (key != T_NONE) {
		put_known(reader, key, item);
		return;
	}
	if (item->first == NULL && reader->form->pairs != NULL &&
	    reader->form->pairs(item->text)) {
		put_given(reader, item);
		return;
	}
	if (may_count(reader, item)) {
		fault(reader, item->key_pos, M_BALLOT_NUMBERED,
		    arena_string(reader->arena, item->key));
		return;
	}
	if (!put_times(reader, item->key)) {
		put_voter(reader, item->key);
		if (item->first == NULL && number_read(item->text, &number))
			ballot_spell_part(&reader->spelt, BALLOT_VOTER,
			    item->key);
	}
	put_choices(reader, item);
}

/* Whether what was spelt is no voter's, but what all ballots come to; told. */
static bool
is_total(struct ballot_reader *reader, const struct node *item)
{
	if (item->first == NULL || reader->voter.length == 0 ||
	    !term_is(reader->voter.at, T_TABLE_TOTAL))
		return false;
	note_add(reader->remarks, item->pos, M_TABLE_TOTAL,
	    arena_string(reader->arena, reader->voter.at));
	return true;
}

bool
ballot_spell(struct ballot_reader *reader, const struct node *item)
{
	size_t faults = reader->fault_count;

	buf_cut(&reader->spelt, 0);
	buf_cut(&reader->voter, 0);
	reader->empty_row = false;
	if (item->table > 0)
		spell_row(reader, item);
	else if (*item->key != '\0')
		spell_pair(reader, item);
	else if (item->kind == NODE_MAP)
		spell_pairs(reader, item);
	else
		put_choices(reader, item);
	return reader->fault_count == faults && !reader->empty_row &&
	    !is_total(reader, item);
}
