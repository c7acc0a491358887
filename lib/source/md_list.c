/*
 * md_list: the items of lists, to nodes.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/dress.h"

struct pos
md_pos_of(const struct md_reading *reading, cmark_node *node)
{
	const struct source *source = reading->tree->source;
	size_t line = md_start(node);
	size_t column = (size_t)cmark_node_get_start_column(node);

	if (line == 0 || line > source->line_count)
		return (struct pos){ source->name, line, 1 };
	return source_pos(source,
	    source->lines[line - 1] + (column ? column - 1 : 0));
}

const char *
md_line_text(struct md_reading *reading, const char *line)
{
	return md_tree_text(reading->arena, reading->tree, line);
}

/* The text of an item behind the box that it begins with. */
static const char *
read_box(struct arena *arena, struct node *node, const char *text)
{
	enum node_box box = strncmp(text, "\\[ ] ", 5) == 0 ? BOX_OPEN
	    : strncasecmp(text, "\\[x] ", 5) == 0           ? BOX_DONE
							    : BOX_NONE;

	if (box == BOX_NONE)
		return text;
	node->box = box;
	return md_text(arena, text + 5);
}

void
md_add_piece(struct md_pieces *pieces, const char *text)
{
	if (*text == '\0')
		return;
	if (pieces->count++ > 0)
		buf_char(&pieces->bytes, ' ');
	buf_string(&pieces->bytes, text);
}

const char *
md_join_pieces(struct arena *arena, struct md_pieces *pieces)
{
	const char *text = pieces->count > 1
	    ? md_text(arena, pieces->bytes.at)
	    : arena_string(arena, pieces->bytes.at);

	buf_free(&pieces->bytes);
	*pieces = (struct md_pieces){ BUF_INIT, 0 };
	return text;
}

bool
md_is_comment_block(cmark_node *node)
{
	return md_is(node, CMARK_NODE_HTML_BLOCK) &&
	    md_is_comment(cmark_node_get_literal(node));
}

/* What a block of code or of HTML holds, and the words behind its fence. */
static const char *
literal_of(struct arena *arena, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	return md_is(node, CMARK_NODE_CODE_BLOCK)
	    ? arena_format(arena, "%s %s", cmark_node_get_fence_info(node),
		  literal)
	    : literal;
}

void
md_add_words(struct md_reading *reading, struct md_pieces *pieces,
    cmark_node *block)
{
	cmark_iter *iter = cmark_iter_new(block);
	cmark_event_type event;
	cmark_node *node;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		if (event != CMARK_EVENT_ENTER || md_is_comment_block(node))
			continue;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_PARAGRAPH:
		case CMARK_NODE_HEADING:
			md_add_piece(pieces,
			    md_inlines(reading->arena,
				cmark_node_first_child(node)));
			break;
		case CMARK_NODE_CODE_BLOCK:
		case CMARK_NODE_HTML_BLOCK:
			md_add_piece(pieces,
			    md_words(reading->arena,
				literal_of(reading->arena, node)));
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
}

void
md_fill_item(struct arena *arena, struct node *node, const char *text)
{
	const char *rest;

	node->text = text = read_box(arena, node, text);
	if (md_split_strong(arena, text, node->first == NULL, &node->key,
		&rest)) {
		node->whole = text;
		node->text = rest;
	}
	if (node->first != NULL)
		node->kind = node_is_map(node) ? NODE_MAP : NODE_LIST;
}

bool
md_leads(const char *text)
{
	text += dress_length(text);
	return *text == '[' || strncmp(text, "\\[", 2) == 0 ||
	    strncmp(text, "**", 2) == 0;
}

/* The sign that a text begins with where Markdown has a list of one item in an
 * item, "- + a free room"; '\0' of any other. */
static char
sign_of(struct md_reading *reading, cmark_node *item)
{
	cmark_node *list = cmark_node_first_child(item);
	const char *line;
	size_t length, column;

	if (!md_is(list, CMARK_NODE_LIST) || md_start(list) != md_start(item) ||
	    cmark_node_next(list) != NULL ||
	    cmark_node_next(cmark_node_first_child(list)) != NULL ||
	    cmark_node_first_child(cmark_node_first_child(list)) == NULL)
		return '\0';
	line = source_line(reading->tree->source, md_start(list), &length);
	column = (size_t)cmark_node_get_start_column(list) - 1;
	return column < length && strchr("+-", line[column]) != NULL
	    ? line[column]
	    : '\0';
}

static struct node *
read_item(struct md_reading *reading, cmark_node *item)
{
	struct node *node =
	    node_new(reading->arena, NODE_TEXT, md_pos_of(reading, item));
	struct md_pieces pieces = { BUF_INIT, 0 };
	char sign = sign_of(reading, item);
	cmark_node *block;

	if (sign != '\0') {
		item = cmark_node_first_child(cmark_node_first_child(item));
		md_add_piece(&pieces, arena_format(reading->arena, "%c", sign));
	}

	for (block = cmark_node_first_child(item); block != NULL;
	     block = cmark_node_next(block)) {
		if (md_is(block, CMARK_NODE_LIST))
			md_read_list(reading, node, block);
		else if (!md_is(block, CMARK_NODE_PARAGRAPH) ||
		    !md_read_item_pairs(reading, node, block, &pieces))
			md_add_words(reading, &pieces, block);
	}
	block = cmark_node_first_child(item);
	if (block != NULL)
		node->pos = node->key_pos = md_pos_of(reading, block);
	md_fill_item(reading->arena, node,
	    md_join_pieces(reading->arena, &pieces));
	return node;
}

/*
 * The number that an ordered list's source shows before an item; none where
 * all show the same.
 */
static void
read_numbers(struct md_reading *reading, cmark_node *list, struct node *first)
{
	const struct source *source = reading->tree->source;
	cmark_node *item = cmark_node_first_child(list);
	size_t before = 0, length, number, i;
	bool rises = true;
	const char *line;

	for (struct node *node = first; node != NULL && item != NULL;
	     node = node->next) {
		line = source_line(source, md_start(item), &length);
		i = (size_t)cmark_node_get_start_column(item) - 1;
		number = i < length ? strtoul(line + i, NULL, 10) : 0;
		node->number = number;
		rises = rises && number > before;
		before = number;
		item = cmark_node_next(item);
	}
	for (struct node *node = first; node != NULL && !rises;
	     node = node->next)
		node->number = 0;
}

void
md_read_list(struct md_reading *reading, struct node *into, cmark_node *list)
{
	struct node *last = into->last;
	cmark_node *item;

	for (item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item))
		node_append(into, read_item(reading, item));
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		read_numbers(reading, list,
		    last == NULL ? into->first : last->next);
}
