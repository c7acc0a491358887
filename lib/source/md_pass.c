/*
 * md_pass: blocks of a source, out again.  They are copied line by line; only
 * one that holds something active is written anew, from cmark's tree.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/dict.h"
#include "source/md_inner.h"
#include "text/uni.h"

enum { MAX_NUMBER = 999999999 }; /* of an item that Markdown knows */

/* Which no other mark beside it makes anything else. */
#define THEMATIC_BREAK "___\n"

struct writer {
	struct arena *arena;
	const struct md_tree *tree;
	bool prose; /* headings, tables and images become text */
};

const struct md_block *
md_next(const struct md_block *block)
{
	return block->next;
}

enum md_use
md_use(const struct md_block *block)
{
	return block->use;
}

bool
md_is_bars(const struct md_block *block)
{
	const struct source *source = block->tree->source;
	const char *text, *end;
	size_t length;

	if (block->type != CMARK_NODE_PARAGRAPH ||
	    (block->use != MD_BESIDE && block->use != MD_TEXT))
		return false;
	text = source_line(source, block->first, &length);
	end = text + length;
	while (text < end && *text == ' ')
		text++;
	return text < end && *text == '|' &&
	    memchr(text + 1, '|', (size_t)(end - text) - 1) != NULL;
}

struct pos
md_place(const struct md_block *block)
{
	const struct source *source = block->tree->source;

	return source_pos(source, source->lines[block->first - 1]);
}

struct node *
md_block_lines(struct arena *arena, const struct md_block *block)
{
	const struct source *source = block->tree->source;
	struct md_lines lines;
	struct node *list, *line;
	const char *text;
	size_t i, n;

	if (block->type != CMARK_NODE_PARAGRAPH)
		return NULL;
	lines = md_lines(arena, source, md_node(block), block->last);
	list = node_new(arena, NODE_LIST, (struct pos){ source->name, 0, 0 });
	for (i = block->first - lines.first; i < lines.count; i++) {
		text = uni_line(arena, lines.at[i].text);
		n = strlen(text);
		/* a backslash before the end of a line breaks it */
		if (n > 0 && text[n - 1] == '\\' && i + 1 < lines.count)
			text = arena_copy(arena, text, n - 1);
		line = node_text(arena, text,
		    source_pos(source,
			source->lines[lines.first + i - 1] +
			    lines.at[i].column - 1));
		node_append(list, line);
	}
	return list;
}

bool
md_holds(const struct md_block *block, struct pos pos)
{
	return pos.line >= block->first && pos.line <= block->last;
}

void
md_take(struct md_block *block, bool taken)
{
	block->use = taken ? MD_TAKEN : MD_BESIDE;
}

/* The length of a label that starts at a bracket, with both; 0: it is none. */
static size_t
label_length(const char *text)
{
	size_t n = 1;

	while (text[n] != '\0' && text[n] != '[' && text[n] != ']')
		n += text[n] == '\\' && text[n + 1] != '\0' ? 2 : 1;
	return text[n] == ']' ? n + 1 : 0;
}

static const char *
label_key(struct arena *arena, const char *text, size_t length)
{
	return uni_casefold(arena, arena_copy(arena, text + 1, length - 2));
}

/* Behind the marks of the containers that a line may begin. */
static const char *
skip_marks(const char *line)
{
	return line + strspn(line, " \t>-+*0123456789.)");
}

void
md_find_references(struct arena *arena, struct md_tree *tree)
{
	const struct source *source = tree->source;
	struct dict_entry *entry;
	const char *line, *next;
	size_t i, length, n;

	dict_init(&tree->references, arena);
	for (i = 1; i <= source->line_count; i++) {
		line = source_line(source, i, &length);
		if (memchr(line, '[', length) == NULL)
			continue;
		line = skip_marks(arena_copy(arena, line, length));
		n = *line == '[' ? label_length(line) : 1;
		/* a label that goes on on the next line defines too */
		tree->defines = tree->defines || n == 0;
		if (n < 3 || line[n] != ':')
			continue;
		tree->defines = true;
		entry =
		    dict_enter(&tree->references, label_key(arena, line, n));
		if (entry->value != NULL)
			continue;
		next = source_line(source, i + 1, &length);
		next = arena_copy(arena, next, length);
		if (line[n + 1 + strspn(line + n + 1, " \t")] == '\0')
			line = arena_format(arena, "%s %s", line,
			    skip_marks(next));
		entry->value = arena_format(arena, "\n%s\n", line);
	}
}

/* The definitions of what a text may refer to. */
static void
add_references(struct buf *out, struct arena *arena, const struct md_tree *tree,
    const char *text)
{
	struct dict_entry *entry;
	struct dict added;
	size_t n;

	dict_init(&added, arena);
	for (; (text = strchr(text, '[')) != NULL; text += n ? n - 1 : 1) {
		n = label_length(text);
		if (n < 3)
			continue;
		entry = dict_find(&tree->references, label_key(arena, text, n));
		if (entry == NULL || dict_find(&added, entry->key) != NULL)
			continue;
		dict_enter(&added, entry->key);
		buf_string(out, entry->value);
	}
}

/* A text of the source, its line of Markdown parsed as a heading's. */
static cmark_node *
parse_passing(struct arena *arena, const struct md_tree *tree, const char *text)
{
	struct buf source = BUF_INIT;
	cmark_node *document;

	text = uni_line(arena, text);
	buf_format(&source, "# %s #\n", text);
	if (tree->defines)
		add_references(&source, arena, tree, text);
	document =
	    cmark_parse_document(source.at, source.length, CMARK_OPT_DEFAULT);
	buf_free(&source);
	return document;
}

static const char *
text_passing(struct arena *arena, const struct md_tree *tree, const char *text)
{
	cmark_node *document = parse_passing(arena, tree, text);
	cmark_node *heading = cmark_node_first_child(document);

	text = md_inlines_passing(arena, cmark_node_first_child(heading), NULL);
	cmark_node_free(document);
	return text;
}

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

/* Whether a line holds what no line that passes may hold: what some wiki
 * would run, or swallow, or what defines a link. */
static bool
line_is_active(const char *line, size_t length)
{
	const char *at, *end = line + length;

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
		    cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH) {
			active = is_active_paragraph(arena, tree, node,
			    (size_t)cmark_node_get_start_line(node),
			    (size_t)cmark_node_get_end_line(node));
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
	document = parse_passing(arena, tree, text);
	active = is_active_tree(arena, tree, cmark_node_first_child(document));
	cmark_node_free(document);
	return active;
}

static const char *
join_lines(struct arena *arena, const struct md_lines *lines, size_t from,
    size_t to)
{
	struct buf joined = BUF_INIT;
	const char *text;

	for (; from < to; from++) {
		buf_string(&joined, lines->at[from].text);
		buf_char(&joined, ' ');
	}
	text = arena_copy(arena, joined.at, joined.length);
	buf_free(&joined);
	return text;
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
	    last == (size_t)cmark_node_get_end_line(node))
		return is_active_tree(arena, tree, node);
	if (is_active_text(arena, tree,
		join_lines(arena, &lines, at, lines.count)))
		return true;
	while (md_find_table(arena, &lines, at, &table)) {
		if (is_active_text(arena, tree,
			join_lines(arena, &lines, at, table.head)))
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
	    join_lines(arena, &lines, at, lines.count));
}

static bool
is_active(struct arena *arena, const struct md_block *block)
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

/* How many blanks a line begins with. */
static size_t
blanks_of(const struct source *source, size_t line)
{
	size_t length, blanks = 0;
	const char *text = source_line(source, line, &length);

	while (blanks < length && text[blanks] == ' ')
		blanks++;
	return blanks;
}

/*
 * A piece of a paragraph that may mean something else at the start of one: it
 * stood behind a table, or is a table that begins without a bar.
 */
static bool
is_piece(const struct md_block *block)
{
	size_t blanks = blanks_of(block->tree->source, block->first), length;
	const char *line =
	    source_line(block->tree->source, block->first, &length);

	return block->first != block->start &&
	    (block->use != MD_ITEMS || blanks > 3 || line[blanks] != '|');
}

static bool
is_list(cmark_node *node)
{
	return node != NULL && cmark_node_get_type(node) == CMARK_NODE_LIST;
}

/*
 * Whether a list or a quote cannot be copied to a place behind a list: it is
 * indented, and a line in it is less or has a tab, or its mark is that of the
 * list before it.
 */
static bool
is_misplaced(const struct md_block *block)
{
	const struct source *source = block->tree->source;
	size_t shift = blanks_of(source, block->first), i, length;
	bool list = block->type == CMARK_NODE_LIST;
	const char *line;

	if (!list && block->type != CMARK_NODE_BLOCK_QUOTE)
		return false;
	for (i = block->first; shift > 0 && i <= block->last; i++) {
		line = source_line(source, i, &length);
		if (memchr(line, '\t', length) != NULL)
			return true;
		if (list && !source_is_blank(source, i) &&
		    blanks_of(source, i) < shift)
			return true;
	}
	return list && block->marker != md_marker(source, md_node(block));
}

/* The character that ends the mark of a list's first item. */
char
md_marker(const struct source *source, cmark_node *list)
{
	size_t length, column;
	const char *line = source_line(source,
	    (size_t)cmark_node_get_start_line(list), &length);

	column = (size_t)cmark_node_get_start_column(list) - 1;
	while (column < length && line[column] >= '0' && line[column] <= '9')
		column++;
	return column < length ? line[column] : '-';
}

/* The mark of a list behind a sibling with a mark of its own, or 0. */
static char
choose_marker(cmark_node *list, char before)
{
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		return before == '.' ? ')' : '.';
	return before == '-' ? '*' : '-';
}

/* Whether a line closes a block of code that a fence opened. */
static bool
is_fence(const char *line, size_t length, const char *fence)
{
	size_t i = 0, n = 0;

	while (i < length && line[i] == ' ')
		i++;
	if (i > 3)
		return false;
	while (i + n < length && line[i + n] == *fence)
		n++;
	for (i += n; i < length; i++)
		if (line[i] != ' ' && line[i] != '\t')
			return false;
	return n >= strlen(fence);
}

/* The fence that opens a code block; "" if it is an indented one. */
static const char *
opening_fence(struct arena *arena, const struct md_block *block)
{
	size_t length, blanks, n;
	const char *line =
	    source_line(block->tree->source, block->first, &length);

	line = arena_copy(arena, line, length);
	blanks = strspn(line, " ");
	line += blanks;
	if (blanks > 3 || *line == '\0' || strchr("`~", *line) == NULL)
		return "";
	n = strspn(line, *line == '`' ? "`" : "~");
	return n < 3 ? "" : arena_copy(arena, line, n);
}

/*
 * Copies lines to where a list may stand before them: without the blanks that
 * the first one begins with.  A line of a paragraph that begins with four is
 * text because of them.
 */
static void
copy_lines(struct buf *out, const struct md_block *block)
{
	const struct source *source = block->tree->source;
	size_t shift = blanks_of(source, block->first), i, blanks, length;
	bool all = block->type == CMARK_NODE_LIST ||
	    block->type == CMARK_NODE_CODE_BLOCK;
	const char *line;

	for (i = block->first; i <= block->last; i++) {
		line = source_line(source, i, &length);
		blanks = blanks_of(source, i);
		if (blanks > 3 && !all)
			blanks = 0;
		if (blanks > shift)
			blanks = shift;
		buf_add(out, line + blanks, length - blanks);
		buf_char(out, '\n');
	}
}

static void
copy_block(struct buf *out, struct arena *arena, const struct md_block *block)
{
	const char *fence, *line;
	size_t length;

	copy_lines(out, block);
	if (block->type != CMARK_NODE_CODE_BLOCK)
		return;
	fence = opening_fence(arena, block);
	line = source_line(block->tree->source, block->last, &length);
	if (block->last > block->first && is_fence(line, length, fence))
		return;
	buf_string(out, fence);
	buf_char(out, '\n');
}

static bool
is_indented_code(struct arena *arena, const struct md_block *block)
{
	return block->type == CMARK_NODE_CODE_BLOCK &&
	    *opening_fence(arena, block) == '\0';
}

static void write_children(struct buf *out, struct writer *writer,
    cmark_node *parent, bool tight);

static bool
begins_item(cmark_node *node)
{
	return cmark_node_previous(node) == NULL &&
	    cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
}

/* A paragraph; what opens a task's box in an item stays what it is. */
static void
write_text(struct buf *out, const char *text, bool item)
{
	static const char *const boxes[] = { "\\[ ] ", "\\[x] ", "\\[X] " };
	size_t i;

	if (*text == '\0')
		return;
	for (i = 0; item && i < sizeof(boxes) / sizeof(boxes[0]); i++) {
		if (strncmp(text, boxes[i], 5) == 0) {
			buf_string(out, text + 1);
			buf_char(out, '\n');
			return;
		}
	}
	md_write(out, text, MD_BLOCK);
	buf_char(out, '\n');
}

static void
write_table_anew(struct buf *out, struct writer *writer,
    const struct md_lines *lines, const struct md_table *table)
{
	struct arena *arena = writer->arena;
	size_t rows = table->end - table->head - 1, i, j, count, line;
	const char **cells =
	    arena_array(arena, rows * table->columns, sizeof(*cells));
	bool *right = arena_array(arena, table->columns, sizeof(*right));
	struct md_cell *row;

	for (j = 0; j < table->columns; j++)
		right[j] = table->align[j] == ALIGN_RIGHT;
	for (i = 0; i < rows; i++) {
		line = i == 0 ? table->head : table->head + 1 + i;
		row = md_split_row(arena, lines->at[line].text, &count);
		for (j = 0; j < table->columns; j++)
			cells[i * table->columns + j] = j < count
			    ? text_passing(arena, writer->tree, row[j].text)
			    : "";
	}
	md_write_table(out, cells, rows, table->columns, right);
}

static void
part_blocks(struct buf *out)
{
	if (out->length > 0)
		buf_char(out, '\n');
}

static void
write_piece(struct buf *out, struct writer *writer,
    const struct md_lines *lines, size_t from, size_t to)
{
	const char *text = text_passing(writer->arena, writer->tree,
	    join_lines(writer->arena, lines, from, to));

	if (*text == '\0')
		return;
	part_blocks(out);
	write_text(out, text, false);
}

/* The texts and tables that lines from first to last of a paragraph are;
 * false if there is no table in them. */
static bool
write_pieces(struct buf *out, struct writer *writer, cmark_node *node,
    size_t first, size_t last)
{
	struct md_lines lines =
	    md_lines(writer->arena, writer->tree->source, node, last);
	size_t at = first - lines.first;
	struct buf pieces = BUF_INIT;
	struct md_table table;

	if (at == 0 && last == (size_t)cmark_node_get_end_line(node) &&
	    !md_find_table(writer->arena, &lines, 0, &table))
		return false;
	while (md_find_table(writer->arena, &lines, at, &table)) {
		if (table.head > at)
			write_piece(&pieces, writer, &lines, at, table.head);
		part_blocks(&pieces);
		write_table_anew(&pieces, writer, &lines, &table);
		at = table.end;
	}
	if (at < lines.count)
		write_piece(&pieces, writer, &lines, at, lines.count);
	buf_add(out, pieces.at, pieces.length);
	buf_free(&pieces);
	return true;
}

static void
write_paragraph(struct buf *out, struct writer *writer, cmark_node *node,
    size_t first, size_t last)
{
	cmark_node *inlines = cmark_node_first_child(node);

	if (writer->prose)
		write_text(out, md_inlines(writer->arena, inlines, NULL),
		    begins_item(node));
	else if (!write_pieces(out, writer, node, first, last))
		write_text(out,
		    md_inlines_passing(writer->arena, inlines, NULL),
		    begins_item(node));
}

static void
write_code(struct buf *out, cmark_node *node)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-";
	const char *code = cmark_node_get_literal(node), *at;
	const char *info = cmark_node_get_fence_info(node);
	size_t longest = 2, n;

	for (at = code; (at = strchr(at, '`')) != NULL; at += n) {
		n = strspn(at, "`");
		longest = n > longest ? n : longest;
	}
	buf_repeat(out, '`', longest + 1);
	buf_add(out, info, strspn(info, plain));
	buf_char(out, '\n');
	for (; *code != '\0'; code += n + (code[n] == '\n')) {
		n = strcspn(code, "\n");
		for (at = code + n; at > code && strchr(" \t", at[-1]); at--)
			continue;
		buf_add(out, code, (size_t)(at - code));
		buf_char(out, '\n');
	}
	buf_repeat(out, '`', longest + 1);
	buf_char(out, '\n');
}

/* Puts lines into a container: first in front of the first, then the rest. */
static void
indent(struct buf *out, const char *lines, const char *first, const char *rest)
{
	const char *end;
	size_t n;

	while (*lines != '\0') {
		end = strchr(lines, '\n');
		n = end ? (size_t)(end - lines) : strlen(lines);
		buf_string(out, first);
		if (n == 0)
			while (out->at[out->length - 1] == ' ')
				buf_cut(out, out->length - 1);
		buf_add(out, lines, n);
		buf_char(out, '\n');
		lines += n + (end != NULL);
		first = rest;
	}
}

static bool
is_blank_text(const char *text)
{
	int32_t c;

	while ((c = uni_next(&text)) != 0)
		if (!uni_is_blank(c) && !uni_is_control(c))
			return false;
	return true;
}

static bool
inline_says_nothing(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		return true;
	case CMARK_NODE_TEXT:
		return is_blank_text(cmark_node_get_literal(node));
	case CMARK_NODE_HTML_INLINE:
		return md_is_comment(cmark_node_get_literal(node));
	default:
		return false;
	}
}

/* Whether nothing of a block will be written. */
static bool
says_nothing(cmark_node *block)
{
	cmark_node *node = cmark_node_first_child(block);

	if (cmark_node_get_type(block) == CMARK_NODE_HTML_BLOCK)
		return md_is_comment(cmark_node_get_literal(block));
	if (cmark_node_get_type(block) != CMARK_NODE_PARAGRAPH &&
	    cmark_node_get_type(block) != CMARK_NODE_HEADING)
		return false;
	for (; node != NULL; node = cmark_node_next(node))
		if (!inline_says_nothing(node))
			return false;
	return true;
}

/* Whether a list can follow a block without a blank line. */
static bool
can_touch(cmark_node *before, cmark_node *list)
{
	cmark_node_type type = cmark_node_get_type(before);
	cmark_node *child;

	if (!is_list(list) ||
	    (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING &&
		type != CMARK_NODE_CODE_BLOCK))
		return false;
	for (child = list; is_list(child);)
		child = cmark_node_first_child(cmark_node_first_child(child));
	return child != NULL && !says_nothing(child) &&
	    (cmark_node_get_list_type(list) == CMARK_BULLET_LIST ||
		cmark_node_get_list_start(list) == 1);
}

/* Whether a list is tight, and can be so as it is written. */
static bool
is_tight(cmark_node *list)
{
	cmark_node *item, *block, *before;

	if (!cmark_node_get_list_tight(list))
		return false;
	for (item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		before = NULL;
		for (block = cmark_node_first_child(item); block != NULL;
		     block = cmark_node_next(block)) {
			if (says_nothing(block))
				continue;
			if (before != NULL && !can_touch(before, block))
				return false;
			before = block;
		}
	}
	return true;
}

static void
write_list(struct buf *out, struct writer *writer, cmark_node *list,
    char marker)
{
	static const char blanks[] = "             ";
	bool ordered = marker == '.' || marker == ')', tight = is_tight(list);
	int number = cmark_node_get_list_start(list);
	struct buf item = BUF_INIT;
	cmark_node *node;
	char mark[16];

	for (node = cmark_node_first_child(list); node != NULL;
	     node = cmark_node_next(node)) {
		if (ordered)
			snprintf(mark, sizeof(mark), "%d%c ", number, marker);
		else
			snprintf(mark, sizeof(mark), "%c ", marker);
		number += number < MAX_NUMBER;
		buf_cut(&item, 0);
		write_children(&item, writer, node, tight);
		/* empty items in empty items would be a rule */
		if (item.at[strspn(item.at, "-* \n")] == '\0') {
			buf_cut(&item, 0);
			buf_char(&item, '\n');
		}
		if (!tight && cmark_node_previous(node) != NULL)
			buf_char(out, '\n');
		indent(out, item.at, mark,
		    blanks + sizeof(blanks) - 1 - strlen(mark));
	}
	buf_free(&item);
}

static void
write_quote(struct buf *out, struct writer *writer, cmark_node *quote)
{
	struct buf inner = BUF_INIT;

	write_children(&inner, writer, quote, false);
	indent(out, inner.at, "> ", "> ");
	buf_free(&inner);
}

static void
write_heading(struct buf *out, struct writer *writer, cmark_node *node)
{
	const char *text =
	    md_inlines(writer->arena, cmark_node_first_child(node), NULL);

	if (writer->prose) {
		write_text(out, text, begins_item(node));
	} else if (*text != '\0') {
		buf_repeat(out, '#',
		    (size_t)cmark_node_get_heading_level(node));
		buf_char(out, ' ');
		md_write(out, text, MD_HEADING);
		buf_char(out, '\n');
	}
}

static void
write_node(struct buf *out, struct writer *writer, cmark_node *node)
{
	const char *html;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(out, writer, node,
		    (size_t)cmark_node_get_start_line(node),
		    (size_t)cmark_node_get_end_line(node));
		break;
	case CMARK_NODE_HEADING:
		write_heading(out, writer, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		write_code(out, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html = cmark_node_get_literal(node);
		if (!md_is_comment(html))
			write_text(out, md_words(writer->arena, html), false);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		write_quote(out, writer, node);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		buf_string(out, THEMATIC_BREAK);
		break;
	default:
		break;
	}
}

/* The children of a container, a blank line between two, but in tight lists. */
static void
write_children(struct buf *out, struct writer *writer, cmark_node *parent,
    bool tight)
{
	struct buf block = BUF_INIT;
	cmark_node *node;
	char marker = 0;

	for (node = cmark_node_first_child(parent); node != NULL;
	     node = cmark_node_next(node)) {
		buf_cut(&block, 0);
		if (is_list(node)) {
			marker = choose_marker(node, marker);
			write_list(&block, writer, node, marker);
		} else {
			write_node(&block, writer, node);
			if (block.length == 0)
				continue;
			marker = 0;
		}
		if (!tight)
			part_blocks(out);
		buf_add(out, block.at, block.length);
	}
	buf_free(&block);
}

static void
write_anew(struct buf *out, struct arena *arena, const struct md_block *block)
{
	struct writer writer = { arena, block->tree, false };
	cmark_node *node = md_node(block);

	if (block->type == CMARK_NODE_LIST)
		write_list(out, &writer, node, block->marker);
	else if (block->type == CMARK_NODE_PARAGRAPH)
		write_paragraph(out, &writer, node, block->first, block->last);
	else
		write_node(out, &writer, node);
}

const char *
md_anew(struct arena *arena, const struct md_block *block)
{
	struct arena *scratch = arena_new();
	struct buf written = BUF_INIT;
	const char *anew = NULL;

	if (is_active(scratch, block) || is_piece(block) ||
	    is_misplaced(block) || is_indented_code(scratch, block)) {
		write_anew(&written, scratch, block);
		anew = arena_copy(arena, written.at, written.length);
	}
	buf_free(&written);
	arena_free(scratch);
	return anew;
}

void
md_write_block(struct buf *out, const struct md_block *block)
{
	struct arena *arena = arena_new();
	struct buf written = BUF_INIT;

	if (block->anew != NULL)
		buf_string(&written, block->anew);
	else if (block->use == MD_BREAK && out->length == 0)
		/* at the very start dashes would begin front matter */
		buf_string(&written, THEMATIC_BREAK);
	else
		copy_block(&written, arena, block);
	if (written.length > 0) {
		part_blocks(out);
		buf_add(out, written.at, written.length);
	}
	buf_free(&written);
	arena_free(arena);
}

const char *
md_prose(struct arena *arena, const char *any)
{
	struct source raw = { .name = "",
		.bytes = arena_string(arena, any),
		.length = strlen(any) };
	struct md_tree tree = { .source = source_clean(arena, &raw) };
	struct writer writer = { arena, &tree, true };
	struct buf out = BUF_INIT;
	const char *text;
	size_t line;

	tree.document =
	    md_parse(tree.source->bytes, tree.source->length, 1, &line);
	if (tree.document != NULL)
		write_children(&out, &writer, tree.document, false);
	else /* nested too deep to be anything but a text */
		write_text(&out, md_text(arena, any), false);
	text = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	cmark_node_free(tree.document);
	return text;
}

/* A section's own blocks as prose; those of one paragraph come once. */
static void
write_section(struct buf *out, struct writer *writer,
    const struct node *section)
{
	const struct md_block *block;
	cmark_node *before = NULL, *node;
	struct buf written = BUF_INIT;
	char marker = 0;

	for (block = section->blocks; block != NULL; block = block->next) {
		writer->tree = block->tree;
		node = md_node(block);
		if (node == before)
			continue;
		before = node;
		buf_cut(&written, 0);
		if (is_list(node)) {
			marker = choose_marker(node, marker);
			write_list(&written, writer, node, marker);
		} else {
			write_node(&written, writer, node);
		}
		if (written.length == 0)
			continue;
		if (!is_list(node))
			marker = 0;
		part_blocks(out);
		buf_add(out, written.at, written.length);
	}
	buf_free(&written);
}

static void
write_sections(struct buf *out, struct writer *writer,
    const struct node *section)
{
	const struct node *child;

	write_section(out, writer, section);
	for (child = section->first; child != NULL; child = child->next) {
		if (child->level == 0)
			continue;
		if (*child->whole != '\0') {
			part_blocks(out);
			md_write(out, child->whole, MD_BLOCK);
			buf_char(out, '\n');
		}
		write_sections(out, writer, child);
	}
}

const char *
md_section_prose(struct arena *arena, const struct node *section, bool own)
{
	struct writer writer = { arena, NULL, true };
	struct buf out = BUF_INIT;
	const char *text;

	if (own)
		write_section(&out, &writer, section);
	else
		write_sections(&out, &writer, section);
	text = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	return text;
}
