/*
 * md_pass: blocks of a source, out again.  They are copied line by line; only
 * one that holds something active is written anew, from cmark's tree.
 */
#include <string.h>

#include "arena.h"
#include "md_inner.h"
#include "uni.h"

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

/* Whether some wiki would run, or swallow, something in a line. */
static bool
has_macro(const char *line, size_t length)
{
	static const char *const marks[] = { "{{", "{%", "[[", ":::", "$$" };
	const char *found;
	size_t i, n;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		n = strlen(marks[i]);
		found = memmem(line, length, marks[i], n);
		if (found != NULL && (found == line || found[-1] != '\\'))
			return true;
	}
	if (length == 0 || line[length - 1] != '}')
		return false;
	found = memrchr(line, '{', length);
	return found != NULL && (found == line || found[-1] != '\\');
}

static bool
lines_have_macro(const struct source *source, size_t first, size_t last)
{
	const char *line;
	size_t i, length;

	for (i = first; i <= last; i++) {
		line = source_line(source, i, &length);
		if (has_macro(line, length))
			return true;
	}
	return false;
}

static bool
is_active_node(const struct md_tree *tree, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_HTML_INLINE:
	case CMARK_NODE_IMAGE:
		return true;
	case CMARK_NODE_LINK:
		return *tree->references != '\0' ||
		    !md_is_safe_url(cmark_node_get_url(node));
	default:
		return false;
	}
}

static bool
is_active(const struct md_block *block)
{
	bool active = cmark_node_get_type(block->node) !=
		CMARK_NODE_CODE_BLOCK &&
	    lines_have_macro(block->tree->source, block->first, block->last);
	cmark_iter *iter = cmark_iter_new(block->node);

	while (!active && cmark_iter_next(iter) != CMARK_EVENT_DONE)
		active =
		    is_active_node(block->tree, cmark_iter_get_node(iter));
	cmark_iter_free(iter);
	return active;
}

/* A piece of a paragraph that a table was cut from. */
static bool
is_piece(const struct md_block *block)
{
	return block->use != MD_ITEMS &&
	    block->first != (size_t)cmark_node_get_start_line(block->node);
}

static bool
is_fence(const char *line, size_t length, const char *fence, size_t fence_length)
{
	size_t i = 0, n = 0;

	while (i < length && line[i] == ' ')
		i++;
	while (i + n < length && line[i + n] == *fence)
		n++;
	for (i += n; i < length; i++)
		if (line[i] != ' ' && line[i] != '\t')
			return false;
	return n >= fence_length;
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
	if (blanks > 3 || strchr("`~", *line) == NULL)
		return "";
	n = strspn(line, *line == '`' ? "`" : "~");
	return n < 3 ? "" : arena_copy(arena, line, n);
}

static void
copy_line(struct buf *out, struct arena *arena, const char *line, size_t length)
{
	const char *text =
	    uni_compose(arena, arena_copy(arena, line, length));
	const char *from;
	int32_t c;

	for (from = text; (c = uni_next(&text)) != 0; from = text)
		if (!uni_is_control(c))
			buf_add(out, from, (size_t)(text - from));
	buf_char(out, '\n');
}

static void
copy_block(struct buf *out, struct arena *arena, const struct md_block *block)
{
	const struct source *source = block->tree->source;
	const char *fence, *line;
	size_t i, length;

	for (i = block->first; i <= block->last; i++) {
		line = source_line(source, i, &length);
		copy_line(out, arena, line, length);
	}
	if (cmark_node_get_type(block->node) != CMARK_NODE_CODE_BLOCK)
		return;
	fence = opening_fence(arena, block);
	line = source_line(source, block->last, &length);
	if (block->last > block->first &&
	    is_fence(line, length, fence, strlen(fence)))
		return;
	buf_string(out, fence);
	buf_char(out, '\n');
}

static bool
is_indented_code(struct arena *arena, const struct md_block *block)
{
	return cmark_node_get_type(block->node) == CMARK_NODE_CODE_BLOCK &&
	    *opening_fence(arena, block) == '\0';
}

static void write_children(
    struct buf *out, struct writer *writer, cmark_node *parent, int depth);

const char *
md_text_passing(struct arena *arena, const char *any, const char *references)
{
	const char *line = uni_line(arena, uni_compose(arena, any)), *text;
	char *source = arena_format(arena, "# %s #\n\n%s", line, references);
	cmark_node *document = cmark_parse_document(
	    source, strlen(source), CMARK_OPT_DEFAULT);

	text = md_inlines_passing(arena,
	    cmark_node_first_child(cmark_node_first_child(document)), NULL);
	cmark_node_free(document);
	return text;
}

static void
write_lines(struct buf *out, struct writer *writer,
    const struct md_lines *lines, size_t from, size_t to)
{
	struct buf joined = BUF_INIT;
	const char *text;

	for (; from < to; from++) {
		buf_string(&joined, lines->at[from]);
		buf_char(&joined, ' ');
	}
	text = md_text_passing(
	    writer->arena, joined.at, writer->tree->references);
	if (*text != '\0') {
		md_write(out, text, MD_BLOCK);
		buf_char(out, '\n');
	}
	buf_free(&joined);
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
		row = md_split_row(arena, lines->at[line], &count);
		for (j = 0; j < table->columns; j++)
			cells[i * table->columns + j] = j < count
			    ? md_text_passing(arena, row[j].text,
				  writer->tree->references)
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

/* A paragraph, or the texts and tables that its lines are. */
static void
write_paragraph(struct buf *out, struct writer *writer, cmark_node *node,
    size_t first, size_t last)
{
	struct md_lines lines = { .count = 0 };
	struct md_table table;
	size_t at, end;
	const char *text;

	if (!writer->prose)
		lines = md_lines(
		    writer->arena, writer->tree->source, node, last);
	at = lines.count > 0 ? first - lines.first : 0;
	end = lines.count;
	if (at == 0 && !md_find_table(writer->arena, &lines, 0, &table)) {
		text = writer->prose
		    ? md_inlines(writer->arena, cmark_node_first_child(node),
			  NULL)
		    : md_inlines_passing(writer->arena,
			  cmark_node_first_child(node), NULL);
		md_write(out, text, MD_BLOCK);
		buf_char(out, '\n');
		return;
	}
	while (at < end && md_find_table(writer->arena, &lines, at, &table)) {
		if (table.head > at) {
			write_lines(out, writer, &lines, at, table.head);
			buf_char(out, '\n');
		}
		write_table_anew(out, writer, &lines, &table);
		at = table.end;
		if (at < end)
			buf_char(out, '\n');
	}
	write_lines(out, writer, &lines, at, end);
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
	for (; *code != '\0'; code++)
		if (!uni_is_control((unsigned char)*code) ||
		    (unsigned char)*code >= 0x7f)
			buf_char(out, *code);
	if (out->at[out->length - 1] != '\n')
		buf_char(out, '\n');
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

/* Whether nothing is written of a block, so that its neighbours meet. */
static bool
is_silent(struct writer *writer, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_HTML_BLOCK)
		return md_is_comment(cmark_node_get_literal(node));
	if (!writer->prose)
		return false;
	if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
		return *md_inlines(writer->arena,
			   cmark_node_first_child(node), NULL) == '\0';
	return type == CMARK_NODE_THEMATIC_BREAK;
}

static bool
follows_list(struct writer *writer, cmark_node *list)
{
	cmark_node *before = cmark_node_previous(list);

	while (before != NULL && is_silent(writer, before))
		before = cmark_node_previous(before);
	return before != NULL &&
	    cmark_node_get_type(before) == CMARK_NODE_LIST &&
	    !follows_list(writer, before);
}

static void
write_list(struct buf *out, struct writer *writer, cmark_node *list, int depth)
{
	static const char blanks[] = "             ";
	bool ordered =
	    cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
	bool second = follows_list(writer, list);
	bool tight = cmark_node_get_list_tight(list);
	int number = cmark_node_get_list_start(list);
	struct buf item = BUF_INIT;
	cmark_node *node;
	char marker[16];

	for (node = cmark_node_first_child(list); node != NULL;
	     node = cmark_node_next(node)) {
		if (ordered)
			snprintf(marker, sizeof(marker), "%d%c ", number++,
			    second ? ')' : '.');
		else
			strcpy(marker, second ? "* " : "- ");
		buf_cut(&item, 0);
		write_children(&item, writer, node, depth + 1);
		if (item.length == 0)
			buf_char(&item, '\n');
		if (!tight && cmark_node_previous(node) != NULL)
			buf_char(out, '\n');
		indent(out, item.at, marker,
		    blanks + sizeof(blanks) - 1 - strlen(marker));
	}
	buf_free(&item);
}

static void
write_quote(struct buf *out, struct writer *writer, cmark_node *quote, int depth)
{
	struct buf inner = BUF_INIT;

	write_children(&inner, writer, quote, depth + 1);
	indent(out, inner.at, "> ", "> ");
	buf_free(&inner);
}

static void
write_text_block(struct buf *out, struct writer *writer, const char *text)
{
	text = md_words(writer->arena, text);
	if (*text == '\0')
		return;
	md_write(out, text, MD_BLOCK);
	buf_char(out, '\n');
}

static void
write_node(struct buf *out, struct writer *writer, cmark_node *node, int depth)
{
	if (is_silent(writer, node))
		return;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(out, writer, node,
		    (size_t)cmark_node_get_start_line(node),
		    (size_t)cmark_node_get_end_line(node));
		break;
	case CMARK_NODE_HEADING:
		if (!writer->prose) {
			buf_repeat(out, '#',
			    (size_t)cmark_node_get_heading_level(node));
			buf_char(out, ' ');
		}
		md_write(out,
		    md_inlines(
			writer->arena, cmark_node_first_child(node), NULL),
		    writer->prose ? MD_BLOCK : MD_HEADING);
		buf_char(out, '\n');
		break;
	case CMARK_NODE_CODE_BLOCK:
		write_code(out, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		write_text_block(out, writer, cmark_node_get_literal(node));
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		write_quote(out, writer, node, depth);
		break;
	case CMARK_NODE_LIST:
		write_list(out, writer, node, depth);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		buf_string(out, "---\n");
		break;
	default:
		break;
	}
}

/* The children of a container, a blank line between two, but in tight lists. */
static void
write_children(
    struct buf *out, struct writer *writer, cmark_node *parent, int depth)
{
	bool tight = cmark_node_get_type(parent) == CMARK_NODE_ITEM &&
	    cmark_node_get_list_tight(cmark_node_parent(parent));
	struct buf block = BUF_INIT;
	cmark_node *node;

	for (node = cmark_node_first_child(parent);
	     node != NULL && depth <= MD_MAX_DEPTH;
	     node = cmark_node_next(node)) {
		buf_cut(&block, 0);
		write_node(&block, writer, node, depth);
		if (block.length == 0)
			continue;
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

	if (cmark_node_get_type(block->node) == CMARK_NODE_PARAGRAPH)
		write_paragraph(
		    out, &writer, block->node, block->first, block->last);
	else
		write_node(out, &writer, block->node, 1);
}

void
md_write_block(struct buf *out, const struct md_block *block)
{
	struct arena *arena = arena_new();
	struct buf written = BUF_INIT;

	if (is_active(block) || is_piece(block) ||
	    is_indented_code(arena, block))
		write_anew(&written, arena, block);
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
	struct md_tree tree = { .references = "" };
	struct writer writer = { arena, &tree, true };
	const char *composed = uni_compose(arena, any), *text;
	cmark_node *document = cmark_parse_document(
	    composed, strlen(composed), CMARK_OPT_DEFAULT);
	struct buf out = BUF_INIT;

	write_children(&out, &writer, document, 1);
	text = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	cmark_node_free(document);
	return text;
}

/* A section's own blocks as prose; those of one paragraph come once. */
static void
write_section(
    struct buf *out, struct writer *writer, const struct node *section)
{
	const struct md_block *block;
	cmark_node *before = NULL;
	struct buf written = BUF_INIT;

	for (block = section->blocks; block != NULL; block = block->next) {
		writer->tree = block->tree;
		if (block->node == before)
			continue;
		before = block->node;
		buf_cut(&written, 0);
		write_node(&written, writer, block->node, 1);
		if (written.length > 0)
			part_blocks(out);
		buf_add(out, written.at, written.length);
	}
	buf_free(&written);
}

static void
write_sections(
    struct buf *out, struct writer *writer, const struct node *section)
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
