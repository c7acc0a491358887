/*
 * md_head: the pairs at the head of a document: in lists, in lines, in a quotation,
 * and those whose value is the paragraph below their key.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/dress.h"
#include "text/uni.h"

/* Whether one of some pairs has a key that is known. */
static bool
has_known(const struct md_reading *reading, const struct node *pairs)
{
	const struct node *pair = pairs->first;

	while (pair != NULL && !md_names(reading, MD_PAIR, pair->key))
		pair = pair->next;
	return pair != NULL;
}

/* Whether one of some pairs has a text. */
static bool
has_text(const struct node *pairs)
{
	const struct node *pair = pairs->first;

	while (pair != NULL && *pair->text == '\0' && pair->first == NULL)
		pair = pair->next;
	return pair != NULL;
}

/* Whether a text is as long as a value, or its commas tell that it lists some. */
static bool
is_value(const char *text)
{
	enum { MOST_WORDS = 6 };
	size_t words = 1;

	for (const char *at = text; *at != '\0'; at++)
		words += *at == ' ';
	return uni_word(text + dress_length(text)) > 0 &&
	    (words <= MOST_WORDS || strpbrk(text, ",;") != NULL);
}

/* Whether a block is a paragraph of words alone. */
static bool
is_prose(const struct md_block *block)
{
	return block != NULL && block->type == CMARK_NODE_PARAGRAPH &&
	    block->use == MD_BESIDE && block->piece != MD_PAIR_LINES &&
	    !md_starts_strong(block);
}

/* Gives a key of attendance, place or date that ends its paragraph the value that the
 * next one is: "Présents :", "Ana, Bo".  Lines are values each. */
static void
fill_last(struct md_reading *reading, struct md_block *block,
    struct node *pairs)
{
	struct md_block *next = block->next;
	struct node *pair = pairs->last;
	struct md_lines lines;
	struct md_pieces text = { BUF_INIT, 0 };
	const char *line = "", *before = NULL;

	if (block->type != CMARK_NODE_PARAGRAPH || pair == NULL ||
	    *pair->text != '\0' || pair->first != NULL ||
	    (!md_is_of_people(pair->key) &&
		!term_is_any(pair->key, T_PLACE, T_DATE)) ||
	    !is_prose(next))
		return;
	lines = md_lines(reading->scratch, reading->tree->source, md_node(next),
	    next->last);
	for (size_t i = next->first - lines.first; i < lines.count; i++) {
		line = md_pair_line(reading, &lines, i);
		if (!is_value(line))
			break;
		md_add_names(reading, &text, before, line);
		before = line;
	}
	before = md_join_pieces(reading->arena, &text);
	if (is_value(line)) {
		pair->text = before;
		next->use = MD_PAIRS;
	}
	arena_reset(reading->scratch);
}

/* The pairs of a quotation that is one paragraph of them: a head in a box. */
static bool
read_quoted(struct md_reading *reading, struct node *pairs,
    const struct md_block *block)
{
	cmark_node *quote = md_node(block);
	cmark_node *paragraph = cmark_node_first_child(quote);
	struct md_lines lines;
	struct md_block inner = *block;
	bool found;

	if (!md_is(paragraph, CMARK_NODE_PARAGRAPH) ||
	    cmark_node_next(paragraph) != NULL)
		return false;
	lines = md_lines(reading->scratch, reading->tree->source, paragraph,
	    block->last);
	inner.first = lines.first;
	found = md_read_pair_lines(reading, pairs, &inner, &lines);
	arena_reset(reading->scratch);
	return found && has_known(reading, pairs);
}

/* A line "Étaient présents" over a paragraph of somebody's name a line, as a pair
 * that has no text yet. */
static bool
read_people_line(struct md_reading *reading, struct node *pairs,
    const struct md_block *block)
{
	struct arena *scratch = reading->scratch;
	const char *line, *name;

	if (block->type != CMARK_NODE_PARAGRAPH || block->first < block->last ||
	    !is_prose(block->next))
		return false;
	line = uni_line(scratch, md_source_line(scratch, block, 0));
	for (size_t i = 0; md_is_of_people(line) &&
	     (name = md_source_line(scratch, block->next, i)) != NULL;
	     i++)
		if (!line_is_person(name))
			line = "";
	if (md_is_of_people(line)) {
		node_append(pairs,
		    node_text(reading->arena, "", md_place(block)));
		pairs->last->key = arena_string(reading->arena, line);
	}
	arena_reset(scratch);
	return pairs->first != NULL;
}

static bool
is_pair_list(struct md_reading *reading, cmark_node *list, struct node *pairs)
{
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		return false; /* points of an agenda */
	md_read_list(reading, pairs, list);
	md_find_plain_pairs(reading, pairs->first, false);
	NODE_EACH(struct node, item, pairs)
		if (*item->key == '\0')
			return false;
	return pairs->first != NULL;
}

/* The pairs of a list, or of lines. */
static bool
is_metadata(struct md_reading *reading, struct md_block *block,
    struct node *pairs)
{
	if (block->type == CMARK_NODE_LIST)
		return is_pair_list(reading, md_node(block), pairs);
	if (block->type == CMARK_NODE_BLOCK_QUOTE)
		return read_quoted(reading, pairs, block);
	return block->use == MD_BESIDE &&
	    (md_read_pairs(reading, pairs, block) ||
		read_people_line(reading, pairs, block));
}

/* Whether a key alone stands over a paragraph that is no value of it, as a heading. */
static bool
heads_prose(const struct md_block *block, const struct node *pairs)
{
	return block->type == CMARK_NODE_PARAGRAPH && pairs->count == 1 &&
	    !has_text(pairs) && !md_is_of_people(pairs->first->key) &&
	    is_prose(block->next);
}

void
md_read_metadata(struct md_reading *reading, struct node *document)
{
	struct node *pairs, *pair;
	bool before = false;

	for (struct md_block *block = document->blocks; block != NULL;
	     block = block->next) {
		pairs = node_new(reading->arena, NODE_MAP, document->pos);
		if (!is_metadata(reading, block, pairs) ||
		    ((before || !has_text(pairs)) &&
			!has_known(reading, pairs)))
			continue;
		fill_last(reading, block, pairs);
		if (heads_prose(block, pairs))
			continue;
		before = true;
		block->use = MD_PAIRS;
		while ((pair = node_take(pairs)) != NULL)
			node_append(document, pair);
	}
}
