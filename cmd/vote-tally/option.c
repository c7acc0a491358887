/*
 * option: what can be voted for.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "vote.h"

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

size_t
option_put(struct vote *vote, const char *label, const char *text,
    struct pos pos)
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
size_t
option_track(struct vote *vote, size_t index)
{
	vote->misplaced |= index > vote->met;
	vote->met += index == vote->met;
	return index;
}

size_t
option_add(struct vote *vote, const char *label, const char *text,
    struct pos pos)
{
	return option_track(vote, option_put(vote, label, text, pos));
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
				given_list(vote, node, ballots);
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
