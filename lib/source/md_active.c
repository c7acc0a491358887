/*
 * md_active: whether a block holds what must not be copied to a report: what
 * some reader or wiki would run, show as a picture, or swallow.
 */
#include <string.h>

#include "source/md_inner.h"
#include "text/uni.h"

/* Whether an even number of backslashes stands before a place. */
static bool
is_bare(const char *line, const char *at)
{
	const char *from = at;

	while (from > line && from[-1] == '\\')
		from--;
	return (at - from) % 2 == 0;
}

/* Whether a mark of a wiki, or the end of a label, stands at a place. */
static bool
is_forbidden(const char *line, const char *at)
{
	switch (*at) {
	case '{':
		return (at[1] == '{' || at[1] == '%') && is_bare(line, at);
	case '[':
	case '$':
		return at[1] == *at && is_bare(line, at);
	case ':':
		return strncmp(at, ":::", 3) == 0 && is_bare(line, at);
	case ']':
		return at[1] == ':';
	default:
		return false;
	}
}

/* Whether a line begins, behind the marks of quotes and items, with a # that only
 * older readers take for a heading's: "#todo". */
static bool
begins_with_tag(const char *line, const char *end)
{
	const char *at = line;
	size_t n;

	do {
		while (at < end && strchr(" \t>", *at) != NULL)
			at++;
		n = at < end ? md_marker_length(at) : 0;
		at += n;
	} while (n > 0 && at < end && *at == ' ');
	for (n = 0; at < end && *at == '#'; at++)
		n++;
	return n > 0 && at < end && strchr(" \t", *at) == NULL;
}

/* Whether a line holds what no line that passes may hold: what some wiki
 * would run, or swallow, or what defines a link. */
static bool
line_is_active(const char *line, size_t length)
{
	const char *at, *end = line + length;

	if (begins_with_tag(line, end))
		return true;
	for (at = line; at < end; at++)
		if (is_forbidden(line, at))
			return true;
	if (length == 0 || end[-1] != '}')
		return false;
	at = memrchr(line, '{', length);
	return at != NULL && is_bare(line, at);
}

static bool
lines_are_active(const struct source *source, size_t first, size_t last)
{
	const char *line;
	size_t i, length;

	for (i = first; i <= last; i++) {
		line = source_line(source, i, &length);
		if (line_is_active(line, length))
			return true;
	}
	return false;
}

/* Controls come from entities: a source has none. */
static bool
has_control(const char *text)
{
	return text != NULL && uni_has_control(text);
}

static bool
is_active_node(const struct md_tree *tree, cmark_node *node)
{
	const char *info;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_IMAGE:
		return true;
	case CMARK_NODE_LINK:
		return tree->defines ||
		    !md_is_safe_url(cmark_node_get_url(node)) ||
		    has_control(cmark_node_get_title(node));
	case CMARK_NODE_TEXT:
		return has_control(cmark_node_get_literal(node));
	case CMARK_NODE_CODE_BLOCK:
		info = cmark_node_get_fence_info(node);
		return strpbrk(info, "{<&") != NULL || has_control(info);
	default:
		return false;
	}
}

static bool is_active_paragraph(struct arena *arena, const struct md_tree *tree,
    cmark_node *node, size_t first, size_t last);

/* Whether something in a tree is active; tables are not looked for in the
 * paragraph at its root. */
static bool
is_active_tree(struct arena *arena, const struct md_tree *tree,
    cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	bool active = false;
	cmark_node *node;

	while (!active && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		if (event != CMARK_EVENT_ENTER)
			continue;
		active = is_active_node(tree, node);
		if (!active && node != root &&
		    md_is(node, CMARK_NODE_PARAGRAPH)) {
			active = is_active_paragraph(arena, tree, node,
			    md_start(node), md_end(node));
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		}
	}
	cmark_iter_free(iter);
	return active;
}

/* Whether a text is active that GFM parses by itself: a cell, a piece. */
static bool
is_active_text(struct arena *arena, const struct md_tree *tree,
    const char *text)
{
	cmark_node *document;
	bool active;

	if (strpbrk(text, "<[&") == NULL)
		return false;
	document = md_parse_passing(arena, tree, text);
	active = is_active_tree(arena, tree, cmark_node_first_child(document));
	cmark_node_free(document);
	return active;
}

const char *
md_join_lines(struct arena *arena, const struct md_lines *lines, size_t from,
    size_t to)
{
	struct buf joined = BUF_INIT;

	for (; from < to; from++) {
		buf_string(&joined, lines->at[from].text);
		buf_char(&joined, ' ');
	}
	return buf_take(&joined, arena);
}

/*
 * The same for the lines from first to last of a paragraph, which are tables
 * for some readers and texts for others: what is code in the paragraph is none
 * where a cell ends in it.
 */
static bool
is_active_paragraph(struct arena *arena, const struct md_tree *tree,
    cmark_node *node, size_t first, size_t last)
{
	struct md_lines lines = md_lines(arena, tree->source, node, last);
	size_t at = first - lines.first, i, j, count;
	struct md_table table;
	struct md_cell *cells;

	if (at == 0 && !md_find_table(arena, &lines, 0, &table) &&
	    last == md_end(node))
		return is_active_tree(arena, tree, node);
	if (is_active_text(arena, tree,
		md_join_lines(arena, &lines, at, lines.count)))
		return true;
	while (md_find_table(arena, &lines, at, &table)) {
		if (is_active_text(arena, tree,
			md_join_lines(arena, &lines, at, table.head)))
			return true;
		for (i = table.head; i < table.end; i++) {
			cells = md_split_row(arena, lines.at[i].text, &count);
			for (j = 0; j < count; j++)
				if (is_active_text(arena, tree, cells[j].text))
					return true;
		}
		at = table.end;
	}
	return is_active_text(arena, tree,
	    md_join_lines(arena, &lines, at, lines.count));
}

bool
md_is_active(struct arena *arena, const struct md_block *block)
{
	const struct md_tree *tree = block->tree;
	cmark_node *node = md_node(block);

	if (block->type == CMARK_NODE_CODE_BLOCK)
		return is_active_node(tree, node);
	if (lines_are_active(tree->source, block->first, block->last))
		return true;
	if (block->type == CMARK_NODE_PARAGRAPH)
		return is_active_paragraph(arena, tree, node, block->first,
		    block->last);
	return is_active_tree(arena, tree, node);
}
