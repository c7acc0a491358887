/*
 * record: experiments that are told in one place each, as a hand keeps a
 * notebook: a heading, a row of a table, or lines that follow each other, with
 * the hypothesis, what was done, the result and the decision.  They are parted
 * into the three lists of the log, and a number ties them together.
 */
#include <string.h>

#include "experiment.h"
#include "value/period.h"

/* The lists that a document gets. */
struct lists {
	struct arena *arena;
	struct account *account;
	struct node *root, *hypotheses, *tests, *results;
	struct node lines; /* records of lines, to be parted */
	size_t count;      /* of records */
	enum lang lang;
};

enum term
record_name(struct arena *arena, const char *key, const enum term *terms,
    size_t count, enum lang *lang)
{
	size_t n = strlen(key);

	while (n > 0 && strchr("0123456789 ", key[n - 1]) != NULL)
		n--;
	return term_find(arena_copy(arena, key, n), terms, count, lang);
}

/* Whether a key names one term, without a number behind it. */
static bool
names(struct arena *arena, const struct node *pair, enum term term)
{
	return record_name(arena, pair->key, &term, 1, NULL) != T_NONE;
}

bool
record_is_hypothesis(struct arena *arena, const struct node *pair)
{
	return pair->level == 0 && *pair->text != '\0' &&
	    names(arena, pair, T_HYPOTHESIS);
}

static bool
is_result(struct arena *arena, const struct node *pair)
{
	return pair->level == 0 && pair->first == NULL &&
	    names(arena, pair, T_RESULTS);
}

bool
record_is_outcome(struct arena *arena, const struct node *pair)
{
	static const enum term terms[] = { T_RESULTS, T_DECISION, T_TESTS };

	return pair->level == 0 && pair->first == NULL &&
	    record_name(arena, pair->key, terms, 3, NULL) != T_NONE;
}

bool
record_any(struct arena *arena, const struct node *record,
    bool (*is)(struct arena *, const struct node *))
{
	const struct node *pair = record->first;

	while (pair != NULL && !is(arena, pair))
		pair = pair->next;
	return pair != NULL;
}

static struct node *
put_pair(struct lists *lists, struct node *map, enum term key, const char *text,
    struct pos pos)
{
	struct node *pair = node_text(lists->arena, text, pos);

	pair->key = term_name(key, lists->lang);
	node_append(map, pair);
	return pair;
}

static void
put_item(struct lists *lists, struct node **list, enum term key,
    struct node *item)
{
	item->table = 0;
	if (*list == NULL) {
		*list = node_new(lists->arena, NODE_LIST, item->pos);
		(*list)->key = term_name(key, lists->lang);
		node_append(lists->root, *list);
	}
	node_append(*list, item);
}

/* Whether a key is one of some rows. */
static bool
is_of(struct arena *arena, const struct bind_row *rows, const struct node *pair)
{
	for (; rows->kind != BIND_END; rows++)
		if (rows->key != T_NONE && (rows->flags & BIND_COMPUTED) == 0 &&
		    names(arena, pair, rows->key))
			return true;
	return false;
}

/* The first and the last day of a test, where a pair tells both. */
static bool
put_period(struct lists *lists, struct node *test, const struct node *pair)
{
	struct date first, last;

	if (!names(lists->arena, pair, T_EXPERIMENT_PERIOD) ||
	    !date_read_period(pair->text, &first, &last))
		return false;
	account_tell(lists->account, pair, ACCOUNT_READ, T_EXPERIMENT_PERIOD);
	put_pair(lists, test, T_START,
	    date_text(lists->arena, first, lists->lang), pair->pos);
	put_pair(lists, test, T_END, date_text(lists->arena, last, lists->lang),
	    pair->pos);
	return true;
}

/* A record that is being parted. */
struct parted {
	struct node *hypothesis, *test, *result; /* the last: NULL until met */
	struct node *label;
};

/* Puts a pair where it belongs; what nobody knows is of the test. */
static void
put(struct lists *lists, struct parted *parted, struct node *pair)
{
	struct arena *arena = lists->arena;

	if (record_is_hypothesis(arena, pair)) {
		pair->key = term_name(T_HYPOTHESIS, lists->lang);
		node_append(parted->hypothesis, pair);
	} else if (term_is_any(pair->key, T_ID, T_NUMBER)) {
		parted->label->text = pair->text;
	} else if (is_result(arena, pair)) {
		pair->key = term_name(T_VALUE, lists->lang);
		node_append(parted->result, pair);
	} else if (is_of(arena, hypothesis_rows, pair)) {
		node_append(parted->hypothesis, pair);
	} else if (is_of(arena, result_rows, pair)) {
		node_append(parted->result, pair);
	} else if (!put_period(lists, parted->test, pair)) {
		if (pair->first == NULL && names(arena, pair, T_TESTS))
			pair->key = term_name(*parted->test->text == '\0'
				? T_TEXT
				: T_WHERE, /* its heading says what */
			    lists->lang);
		node_append(parted->test, pair);
	}
}

/* Parts a record, which stays as its test: a heading says what was done. */
static void
part(struct lists *lists, struct node *record)
{
	struct arena *arena = lists->arena;
	struct node all = node_emptied(record), *pair;
	struct parted parted = { .test = record,
		.hypothesis = node_new(arena, NODE_MAP, record->pos),
		.result = node_new(arena, NODE_MAP, record->pos) };

	for (pair = all.first; lists->lang == LANG_NONE && pair != NULL;
	     pair = pair->next)
		record_name(arena, pair->key, (enum term[]){ T_HYPOTHESIS }, 1,
		    &lists->lang);
	parted.label = put_pair(lists, parted.hypothesis, T_ID,
	    arena_format(arena, "H%zu", ++lists->count), record->pos);
	while ((pair = node_take(&all)) != NULL)
		put(lists, &parted, pair);
	put_item(lists, &lists->hypotheses, T_HYPOTHESES, parted.hypothesis);
	if (*record->text != '\0' || record->first != NULL) {
		put_pair(lists, record, T_HYPOTHESIS, parted.label->text,
		    record->pos);
		put_item(lists, &lists->tests, T_TESTS, record);
	}
	if (parted.result->first != NULL) {
		put_pair(lists, parted.result, T_HYPOTHESIS, parted.label->text,
		    record->pos);
		put_item(lists, &lists->results, T_RESULTS, parted.result);
	}
}

/* A section as a record: its heading is what was done, and what stands beside its
 * pairs hangs below. */
static void
make_record(struct arena *arena, struct node *section)
{
	const struct md_block *blocks = section->blocks;

	section->kind = NODE_MAP;
	section->level = 0;
	section->whole = "";
	section->text = section->key;
	section->key = "";
	section->blocks = NULL;
	md_hang_blocks(arena, section, blocks);
}

bool
record_knows(struct arena *arena, const struct node *pair)
{
	return record_is_outcome(arena, pair) ||
	    is_of(arena, hypothesis_rows, pair) ||
	    is_of(arena, test_rows, pair) || is_of(arena, result_rows, pair);
}

/* Whether a row begins a table of records. */
static bool
begins_records(struct arena *arena, const struct node *row)
{
	size_t table = row->table;

	if (table == 0 || !record_any(arena, row, record_is_hypothesis))
		return false;
	while (row != NULL && row->table == table &&
	    !record_any(arena, row, is_result))
		row = row->next;
	return row != NULL && row->table == table;
}

/* The pairs of a document that is no more than lines: a record each time that a
 * hypothesis comes, with all that belongs to one behind it.  False where a pair
 * is none of them. */
static bool
put_line(struct lists *lists, struct node **open, struct node *pair)
{
	struct arena *arena = lists->arena;

	if (pair->level > 0 || pair->table > 0 || *pair->key == '\0' ||
	    pair->first != NULL)
		return false;
	if (record_is_hypothesis(arena, pair))
		*open = NULL;
	else if (*open == NULL || !record_knows(arena, pair))
		return false;
	if (*open == NULL) {
		*open = node_new(arena, NODE_MAP, pair->pos);
		node_append(&lists->lines, *open);
	}
	node_append(*open, pair);
	return true;
}

/* Takes the records out of a section, or a document, and of what is below. */
static void
arrange(struct lists *lists, struct node *parent)
{
	struct arena *arena = lists->arena;
	struct node children = node_emptied(parent), *child, *open = NULL;
	struct node *lone;
	size_t table = 0;

	while ((child = node_take(&children)) != NULL) {
		if (parent == lists->root && put_line(lists, &open, child))
			continue;
		open = child->level > 0 ? NULL : open;
		if ((lone = lone_section(arena, child)) != NULL)
			part(lists, lone);
		else if (child->level > 0 &&
		    record_any(arena, child, record_is_hypothesis) &&
		    record_any(arena, child, record_is_outcome)) {
			make_record(arena, child);
			part(lists, child);
		} else if (child->table > 0 &&
		    (child->table == table || begins_records(arena, child))) {
			table = child->table;
			md_take_at(parent->blocks, child->pos);
			part(lists, child);
		} else {
			if (node_is_part(child) &&
			    term_find_subject(child->key) == T_NONE)
				arrange(lists, child);
			node_append(parent, child);
		}
	}
}

void
record_arrange(struct method *method, const struct doc_part *document)
{
	struct lists lists = { .arena = method->arena,
		.account = method->bind->doc->account,
		.root = document->root };
	struct node *line;

	if (lists.root->kind != NODE_MAP)
		return;
	card_arrange(method->arena, lists.root);
	measure_arrange(method->arena, lists.root);
	line = lone_sheet(method->arena, lists.root);
	if (line != NULL)
		part(&lists, line);
	arrange(&lists, lists.root);
	while ((line = node_take(&lists.lines)) != NULL)
		part(&lists, line);
}
