/*
 * md_tree: a source of Markdown parsed, within the limits of cmark; one tree
 * alone is held at a time.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"

bool
md_is(cmark_node *node, cmark_node_type type)
{
	return node != NULL && cmark_node_get_type(node) == type;
}

size_t
md_start(cmark_node *node)
{
	return (size_t)cmark_node_get_start_line(node);
}

size_t
md_end(cmark_node *node)
{
	return (size_t)cmark_node_get_end_line(node);
}

/* The containers that may be open before a line, as far as lines tell. */
struct nesting {
	size_t columns[MD_MAX_DEPTH + 1]; /* where the text of each item is */
	size_t items;
	bool after_blank;
};

size_t
md_marker_length(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits > 9)
		return 0;
	if (digits > 0 ? text[digits] != '.' && text[digits] != ')'
		       : *text == '\0' || strchr("-+*", *text) == NULL)
		return 0;
	return strchr(" \t\n", text[digits + 1]) ? digits + 1 : 0;
}

/* Whether the rest of a line is a rule, or bullets without a text. */
static bool
is_rule(const char *line)
{
	const char blanks_and_mark[] = { ' ', '\t', *line, '\0' };
	const char *end = line + strspn(line, blanks_and_mark);

	return *line != '+' && (*end == '\n' || *end == '\0');
}

/* Takes in a line; false if it opens too many containers within others. */
static bool
nest(struct nesting *nesting, const char *line)
{
	size_t column = 0, quotes = 0, marker;
	bool marked = false;

	for (;; line++) {
		for (; strchr(" \t>", *line) && *line != '\0'; line++) {
			column += *line == '\t' ? 4 - column % 4 : 1;
			quotes += *line == '>';
		}
		marker = md_marker_length(line);
		if (!marked && (marker > 0 || nesting->after_blank))
			while (nesting->items > 0 &&
			    nesting->columns[nesting->items - 1] > column)
				nesting->items--;
		if (quotes + nesting->items >= MD_MAX_DEPTH + (marker == 0))
			return false;
		if (marker == 0 || is_rule(line))
			break;
		marked = true;
		column += marker + 1;
		line += marker;
		nesting->columns[nesting->items++] = column;
		if (*line == '\n' || *line == '\0')
			break;
	}
	nesting->after_blank = !marked && (*line == '\n' || *line == '\0');
	return true;
}

/* What is nested too deep for cmark's time and our recursion; NULL: nothing. */
static cmark_node *
too_deep(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_node *node = NULL;
	cmark_event_type event;
	size_t depth = 0;

	while (depth <= MD_MAX_DEPTH + 1 &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_DOCUMENT:
		case CMARK_NODE_BLOCK_QUOTE:
		case CMARK_NODE_ITEM:
			if (event == CMARK_EVENT_ENTER)
				depth++;
			else
				depth--;
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
	return depth > MD_MAX_DEPTH + 1 ? node : NULL;
}

/* The length of the line that a text begins with, without its end. */
static size_t
line_length(const char *text)
{
	return strcspn(text, "\r\n");
}

/* Whether a line underlines a text of so many bytes: most of it, and with more
 * than a rule has. */
static bool
underlines(const char *line, size_t length)
{
	size_t n = strspn(line, *line == '=' ? "=" : "-");

	return n > 3 && 2 * n > length &&
	    line[n + strspn(line + n, " \t\r")] == '\n';
}

/*
 * Where the mark of a number is, "1." or "2)", in a line that a blank one
 * precedes and a line under it makes a heading: cmark takes it for a list of
 * one item above a rule.  NULL: in no such line.
 */
static const char *
number_mark(const char *line)
{
	size_t digits = strspn(line, "0123456789"), length = line_length(line);

	return digits > 0 && digits < 4 && md_marker_length(line) > digits &&
		length > digits + 2 && line[length] != '\0' &&
		underlines(line + length + 1 + (line[length] == '\r'), length)
	    ? line + digits
	    : NULL;
}

/* Gives a text to cmark, with the numbers of headings as plain text. */
static void
feed(cmark_parser *parser, const char *bytes, size_t length)
{
	const char *from = bytes, *line = bytes, *mark, *next;
	const char *end = bytes + length;
	bool after_blank = true;

	for (; line != NULL && line < end; line = next) {
		mark = after_blank ? number_mark(line) : NULL;
		if (mark != NULL) {
			cmark_parser_feed(parser, from, (size_t)(mark - from));
			cmark_parser_feed(parser, "\\", 1);
			from = mark;
		}
		after_blank = line_length(line) == 0;
		next = memchr(line, '\n', (size_t)(end - line));
		next = next != NULL ? next + 1 : NULL;
	}
	cmark_parser_feed(parser, from, (size_t)(end - from));
}

/* One that says where memory ends, which cmark's own does not. */
static cmark_parser *
parser_new(void)
{
	static cmark_mem mem = { err_zeroes, err_alloc, free };

	return cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &mem);
}

cmark_node *
md_parse_text(const char *bytes, size_t length)
{
	cmark_parser *parser = parser_new();
	cmark_node *document;

	cmark_parser_feed(parser, bytes, length);
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return document;
}

cmark_node *
md_parse(const char *bytes, size_t length, size_t first_line, size_t *deep_line)
{
	struct nesting nesting = { .after_blank = true };
	const char *line = bytes;
	cmark_parser *parser;
	cmark_node *document, *deep;

	for (*deep_line = first_line; line != NULL; ++*deep_line) {
		if (!nest(&nesting, line))
			return NULL;
		line = memchr(line, '\n', length - (size_t)(line - bytes));
		if (line != NULL)
			line++;
	}
	parser = parser_new();
	for (size_t i = 1; i < first_line; i++)
		cmark_parser_feed(parser, "\n", 1);
	feed(parser, bytes, length);
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	deep = too_deep(document);
	if (deep == NULL)
		return document;
	*deep_line = md_start(deep);
	cmark_node_free(document);
	return NULL;
}

/* Lists the children of a tree, which are as many each time. */
static void
list_nodes(struct md_tree *tree)
{
	cmark_node *first = cmark_node_first_child(tree->document), *node;
	size_t count = 0;

	for (node = first; node != NULL; node = cmark_node_next(node))
		count++;
	if (tree->nodes == NULL)
		tree->nodes = arena_array(tree->reader->arena, count,
		    sizeof(*tree->nodes));
	count = 0;
	for (node = first; node != NULL; node = cmark_node_next(node))
		tree->nodes[count++] = node;
}

bool
md_hold(struct md_tree *tree, size_t *deep_line)
{
	const struct source *source = tree->source;
	size_t line = tree->first_line;
	size_t start = line <= source->line_count ? source->lines[line - 1]
						  : source->length;

	md_free(tree->reader);
	tree->document = md_parse(source->bytes + start, source->length - start,
	    line, deep_line);
	if (tree->document == NULL)
		return false;
	tree->reader->held = tree;
	list_nodes(tree);
	return true;
}

cmark_node *
md_node(const struct md_block *block)
{
	struct md_tree *tree = block->tree;
	size_t deep_line;

	if (tree->document == NULL)
		md_hold(tree, &deep_line);
	return tree->nodes[block->node];
}

void
md_free(struct md_reader *reader)
{
	if (reader->held == NULL)
		return;
	if (reader->held->document != NULL)
		cmark_node_free(reader->held->document);
	reader->held->document = NULL;
	reader->held = NULL;
}
