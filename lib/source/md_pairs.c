/*
 * md_pairs: pairs, whose keys are strong.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/uni.h"

/* What may stand between a strong key and its text. */
static const char *
skip_separator(const char *text)
{
	static const char *const dashes[] = { "— ", "– ", "- " };
	const char *start = text, *next;
	size_t i;

	while (next = text, uni_is_blank(uni_next(&next)))
		text = next;
	if (*text == ':')
		text++;
	for (i = 0; i < 3 && *start != '\0'; i++)
		if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
			return text + strlen(dashes[i]);
	while (next = text, uni_is_blank(uni_next(&next)))
		text = next;
	return text;
}

/* A key without its ending colon; true if it had one. */
static bool
trim_colon(struct arena *arena, const char **key)
{
	size_t n = strlen(*key);
	bool colon = n > 0 && (*key)[n - 1] == ':';

	if (colon)
		*key = uni_line(arena, arena_copy(arena, *key, n - 1));
	return colon;
}

/*
 * Splits a text at its strong start; false if it has none, or if nothing but
 * a list could follow and no colon says that one does.
 */
bool
md_split_strong(struct arena *arena, const char *text, bool alone,
    const char **key, const char **rest)
{
	cmark_node *document, *strong;
	const char *start, *behind;
	bool split = false;
	char *heading;

	if (strncmp(text, "**", 2) != 0)
		return false;
	heading = arena_format(arena, "# %s #", text);
	document =
	    cmark_parse_document(heading, strlen(heading), CMARK_OPT_DEFAULT);
	strong = cmark_node_first_child(cmark_node_first_child(document));
	if (cmark_node_get_type(strong) == CMARK_NODE_STRONG) {
		start = md_plain(arena,
		    md_inlines(arena, cmark_node_first_child(strong), NULL));
		behind = md_inlines(arena, cmark_node_next(strong), NULL);
		split = trim_colon(arena, &start) || *behind != '\0' || !alone;
		split = split && *start != '\0';
	}
	if (split) {
		*key = start;
		*rest = md_text(arena, skip_separator(behind));
	}
	if (!split)
		*key = ""; /* a text that is strong as a whole */
	cmark_node_free(document);
	return split;
}

static void
finish_pair(struct md_reading *reading, struct node *into, struct node *pair,
    struct md_pieces *text, struct md_pieces *whole)
{
	if (pair == NULL)
		return;
	pair->text = md_join_pieces(reading->arena, text);
	pair->whole = md_join_pieces(reading->arena, whole);
	node_append(into, pair);
}

/* Whether a paragraph starts with text that shows: it then has no pairs. */
static bool
starts_plain(cmark_node *first)
{
	const char *text =
	    first == NULL || cmark_node_get_type(first) != CMARK_NODE_TEXT
	    ? ""
	    : cmark_node_get_literal(first);

	return uni_graphic(text) > 0;
}

/* The pairs of a paragraph whose lines start with strong text. */
bool
md_read_pairs(struct md_reading *reading, struct node *into,
    cmark_node *paragraph)
{
	cmark_node *from = cmark_node_first_child(paragraph), *to;
	struct pos pos = md_pos_of(reading, paragraph);
	struct md_pieces text = { BUF_INIT, 0 }, whole = { BUF_INIT, 0 };
	const char *line, *key, *rest;
	struct node *pair = NULL;

	if (starts_plain(from))
		return false;
	for (; from != NULL; from = to ? cmark_node_next(to) : NULL) {
		for (to = from; to != NULL; to = cmark_node_next(to))
			if (cmark_node_get_type(to) == CMARK_NODE_SOFTBREAK ||
			    cmark_node_get_type(to) == CMARK_NODE_LINEBREAK)
				break;
		line = md_inlines(reading->arena, from, to);
		rest = line;
		if (md_split_strong(reading->arena, line, true, &key, &rest)) {
			finish_pair(reading, into, pair, &text, &whole);
			pair = node_new(reading->arena, NODE_TEXT, pos);
			pair->key = key;
		} else if (pair == NULL) {
			return false;
		}
		md_add_piece(&text, rest);
		md_add_piece(&whole, line);
		pos.line++;
	}
	finish_pair(reading, into, pair, &text, &whole);
	return pair != NULL;
}

static bool
is_pair_list(struct md_reading *reading, cmark_node *list, struct node *pairs)
{
	struct node *item;

	md_read_list(reading, pairs, list);
	for (item = pairs->first; item != NULL; item = item->next)
		if (*item->key == '\0')
			return false;
	return pairs->first != NULL;
}

/* The pairs of the first list, or strong lines, under a title. */
void
md_read_metadata(struct md_reading *reading, struct node *document)
{
	struct node *pairs, *pair, *next;
	struct md_block *block;
	bool found;

	for (block = document->blocks; block != NULL; block = block->next) {
		pairs = node_new(reading->arena, NODE_MAP, document->pos);
		found = block->type == CMARK_NODE_LIST
		    ? is_pair_list(reading, md_node(block), pairs)
		    : block->use == MD_BESIDE &&
			block->type == CMARK_NODE_PARAGRAPH &&
			md_read_pairs(reading, pairs, md_node(block));
		if (!found)
			continue;
		block->use = MD_PAIRS;
		for (pair = pairs->first; pair != NULL; pair = next) {
			next = pair->next;
			pair->next = NULL;
			node_append(document, pair);
		}
		return;
	}
}
