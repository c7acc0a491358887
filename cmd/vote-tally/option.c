/*
 * option: what can be voted for, and the counts that stand beside it.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "vote.h"

enum { MAX_LABEL = 12 };

/* An option as one item gives it. */
struct given {
	const char *label; /* plain */
	const char *text;  /* in md's normal form */
	struct pos pos;
	enum tail tail;
	uint64_t count;
	bool named; /* by the key of a pair, which may be a label or a text */
};

static struct arena *
arena_of(const struct vote *vote)
{
	return vote->bind->doc->arena;
}

static const char *
fold(const struct vote *vote, const char *text)
{
	return uni_fold(arena_of(vote), md_plain(arena_of(vote), text));
}

static size_t
look_up(const struct dict *dict, const char *key)
{
	const struct dict_entry *entry = dict_find(dict, key);

	return entry == NULL ? SIZE_MAX : *(const size_t *)entry->value;
}

static void
enter(struct vote *vote, struct dict *dict, const char *key, size_t index)
{
	size_t *value;

	if (*key == '\0')
		return;
	value = arena_alloc(arena_of(vote), sizeof(*value));
	*value = index;
	dict_enter(dict, key)->value = value;
}

size_t
option_find(const struct vote *vote, const char *name)
{
	size_t found = look_up(&vote->labels, name);

	return found != SIZE_MAX ? found
				 : look_up(&vote->texts, fold(vote, name));
}

const char *
option_name(const struct vote *vote, size_t index)
{
	const struct option *option = option_at(vote, index);

	return *option->label ? option->label
			      : md_plain(arena_of(vote), option->text);
}

int
option_compare(const char *a, const char *b)
{
	struct arena *arena;
	int order;

	if (*a == '\0' || *b == '\0')
		return (*a == '\0') - (*b == '\0');
	arena = arena_new();
	order = uni_order(uni_fold(arena, a), uni_fold(arena, b));
	arena_free(arena);
	return order ? order : uni_order(a, b);
}

int
option_order(const struct vote *vote, size_t a, size_t b)
{
	const struct option *one = option_at(vote, a),
			    *two = option_at(vote, b);
	int order = option_compare(one->label, two->label);

	return order != 0 || *one->label != '\0'
	    ? order
	    : option_compare(md_plain(arena_of(vote), one->text),
		  md_plain(arena_of(vote), two->text));
}

static size_t
append(struct vote *vote, const char *label, const char *text, struct pos pos)
{
	size_t index = vote->list.count;
	struct option *option =
	    bind_append(vote->bind, &vote->list, sizeof(*option));

	*option = (struct option){ .label = label, .text = text, .pos = pos };
	enter(vote, &vote->labels, label, index);
	enter(vote, &vote->texts, fold(vote, text), index);
	return index;
}

/* A label that was met before: it is the same option, or there is a fault. */
static size_t
same_label(struct vote *vote, size_t index, const char *label, const char *text,
    struct pos pos)
{
	const struct option *option = option_at(vote, index);

	if (*text != '\0' &&
	    strcmp(fold(vote, option->text), fold(vote, text)) != 0)
		bind_fault(vote->bind, pos, M_LABEL_TWICE, label,
		    bind_place(vote->bind, option->pos));
	return index;
}

static size_t
add(struct vote *vote, const char *label, const char *text, struct pos pos)
{
	size_t index = *label ? look_up(&vote->labels, label) : SIZE_MAX;
	struct option *option;

	if (index != SIZE_MAX)
		return same_label(vote, index, label, text, pos);
	if (*label != '\0') { /* a count may have named it already */
		index = look_up(&vote->texts, fold(vote, label));
		if (index != SIZE_MAX && !option_at(vote, index)->counted)
			index = SIZE_MAX;
	}
	if (index == SIZE_MAX)
		index = look_up(&vote->texts, fold(vote, text));
	if (index == SIZE_MAX)
		return append(vote, label, *text ? text : label, pos);
	option = option_at(vote, index);
	if (*label == '\0')
		return index;
	if (*option->label != '\0') {
		bind_fault(vote->bind, pos, M_VOTE_TEXT_TWICE, label,
		    option->label, bind_place(vote->bind, option->pos));
		return index;
	}
	option->label = label;
	enter(vote, &vote->labels, label, index);
	if (*text != '\0' && option->counted) {
		option->text = text;
		enter(vote, &vote->texts, fold(vote, text), index);
	}
	return index;
}

/* Whether the options of a document stand where they do in the whole. */
static size_t
track(struct vote *vote, size_t index)
{
	vote->misplaced |= index > vote->met;
	vote->met += index == vote->met;
	return index;
}

size_t
option_add(struct vote *vote, const char *label, const char *text,
    struct pos pos)
{
	return track(vote, add(vote, label, text, pos));
}

/* Cuts a count off a text. */
static void
take_text(struct vote *vote, const char *text, struct given *given)
{
	enum tail tail = count_cut(vote, &text, &given->count);

	given->text = text;
	if (tail != TAIL_NONE)
		given->tail = tail;
}

/* The cells of a table's row, or the pairs of a map. */
static void
read_pairs(struct vote *vote, const struct node *item, struct given *given)
{
	static const enum term heads[] = { T_ID, T_NUMBER, T_OPTION, T_TEXT,
		T_QUESTION, T_VOTES, T_MARKS };
	const struct node *pair;
	const char *plain;
	enum term term;

	for (pair = item->first; pair != NULL; pair = pair->next) {
		term = term_find(pair->key, heads, 7, NULL);
		plain = plain_text(vote, pair);
		if (pair->first != NULL)
			bind_fault(vote->bind, pair->first->pos, M_NESTED);
		else if (term == T_NONE && *pair->key != '\0')
			bind_fault(vote->bind, pair->key_pos, M_UNKNOWN_KEY,
			    arena_string(arena_of(vote), pair->key));
		else if (term == T_ID || term == T_NUMBER)
			given->label = *plain ? plain : given->label;
		else if (term != T_VOTES && term != T_MARKS)
			given->text = bind_text(vote->bind, pair);
		else if (count_swallowed(vote, pair) || *plain == '\0')
			continue;
		else if (count_value(vote, plain, &given->count) == TAIL_NONE)
			bind_fault(vote->bind, pair->pos, M_VOTE_NO_COUNT,
			    plain);
		else
			given->tail = TAIL_MARKS; /* said to be a count */
	}
}

/* "A: Jardin", "Jardin: 3", "**A** Jardin : |||" */
static void
read_keyed(struct vote *vote, const struct node *item, bool in_list,
    struct given *given)
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
	if (given->tail != TAIL_NONE || *plain == '\0') {
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

static void
read_item(struct vote *vote, const struct node *item, bool in_list,
    bool ballots)
{
	struct given given = { "", "", item->pos, TAIL_NONE, 0, false };
	struct node alone = *item;
	size_t index;

	if (item->bars) {
		bind_fault(vote->bind, item->pos, M_BARS_IN_TABLE);
		return;
	}
	if (item->level > 0 ||
	    (*item->key == '\0' && node_is_empty(item) && !item->block))
		return;
	if (is_pair_of_keys(item) && in_list) {
		alone.key = "";
		take_text(vote, bind_text(vote->bind, &alone), &given);
	} else if (*item->key != '\0') {
		read_keyed(vote, item, in_list, &given);
	} else if (item->kind == NODE_LIST) {
		bind_fault(vote->bind, item->first->pos, M_NESTED);
	} else if (item->kind == NODE_MAP) {
		read_pairs(vote, item, &given);
	} else if (!count_swallowed(vote, item)) {
		take_text(vote, bind_text(vote->bind, item), &given);
	}
	if (*given.label == '\0' && *given.text == '\0')
		return;
	index = given.named ? option_find(vote, given.text) : SIZE_MAX;
	if (index == SIZE_MAX)
		index = add(vote, given.label, given.text, given.pos);
	track(vote, index);
	if (given.named && *option_at(vote, index)->label == '\0')
		option_at(vote, index)->counted = true;
	if (given.tail != TAIL_NONE)
		take_count(vote, &given, index, ballots);
}

static void
read_list(struct vote *vote, const struct node *list, bool ballots)
{
	bool in_list = list->kind == NODE_LIST || list->blocks != NULL;
	const struct node *item;
	struct node text = *list;

	if (list->first == NULL && *list->text != '\0') {
		text.key = "";
		text.level = 0;
		read_item(vote, &text, true, ballots);
	}
	for (item = list->first; item != NULL; item = item->next)
		read_item(vote, item, in_list, ballots);
}

/* The options of a document, in the order of their lists. */
static void
read_document(struct vote *vote, size_t document, bool ballots)
{
	const struct bind_list *lists[] = { &vote->option_nodes,
		&vote->foreign_options };
	const struct node *node;
	size_t i, j;

	for (j = 0; j < 2; j++) {
		for (i = 0; i < lists[j]->count; i++) {
			node = node_at(lists[j], i);
			if (node->part == document)
				read_list(vote, node, ballots);
		}
	}
	for (i = 0; i < vote->question_nodes.count; i++) {
		node = node_at(&vote->question_nodes, i);
		if (node->part == document && node->first != NULL)
			question_options(vote, node);
	}
	again_options(vote, document);
}

static void
fault_no_option(struct vote *vote)
{
	const struct doc *doc = vote->bind->doc;
	struct pos pos = { NULL, 0, 0 };

	if (doc->part_count == 0 || vote->option_nodes.count > 0 ||
	    vote->result_nodes.count > 0 || vote->foreign_options.count > 0 ||
	    vote->foreign_questions.count > 0)
		return;
	pos.file = doc->parts[0].root->pos.file;
	bind_fault(vote->bind, pos, M_MISSING_KEY,
	    term_name(T_OPTIONS, doc->lang ? doc->lang : term_locale()));
}

void
option_read(struct vote *vote, bool ballots)
{
	struct ballot_option *names;
	size_t i;

	dict_init(&vote->labels, arena_of(vote));
	dict_init(&vote->texts, arena_of(vote));
	vote->question.text = "";
	for (i = 0; i < vote->question_nodes.count; i++)
		question_text(vote, node_at(&vote->question_nodes, i));
	vote->brings = arena_array(arena_of(vote),
	    vote->bind->doc->document_count + 2, sizeof(bool));
	for (i = 1; i <= vote->bind->doc->document_count + 1; i++) {
		vote->document = i;
		vote->met = 0;
		read_document(vote, i, ballots);
	}
	if (vote->list.count == 0)
		question_foreign(vote);
	if (vote->list.count == 0)
		fault_no_option(vote);
	names = arena_array(arena_of(vote), vote->list.count, sizeof(*names));
	for (i = 0; i < vote->list.count; i++) {
		names[i].label = option_at(vote, i)->label;
		names[i].text =
		    md_plain(arena_of(vote), option_at(vote, i)->text);
	}
	vote->names = names;
}
