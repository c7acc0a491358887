/*
 * md_anew: blocks written from cmark's tree, with what is active in them as
 * text.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_writer.h"
#include "text/uni.h"

enum { MAX_NUMBER = 999999999 }; /* of an item that Markdown knows */

char
md_choose_marker(cmark_node *list, char before)
{
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		return before == '.' ? ')' : '.';
	return before == '-' ? '*' : '-';
}

static bool
begins_item(cmark_node *node)
{
	return cmark_node_previous(node) == NULL &&
	    md_is(cmark_node_parent(node), CMARK_NODE_ITEM);
}

void
md_write_text(struct buf *out, const char *text, bool item)
{
	bool box = item && strncmp(text, "\\[", 2) == 0 &&
	    memchr(" xX", text[2], 3) != NULL &&
	    strncmp(text + 3, "] ", 2) == 0;

	if (*text == '\0')
		return;
	md_write(out, text + box, box ? MD_INLINE : MD_BLOCK);
	buf_char(out, '\n');
}

static void
write_table_anew(struct buf *out, struct md_writer *writer,
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
			    ? md_text_passing(arena, writer->tree, row[j].text)
			    : "";
	}
	md_write_table(out, cells, rows, table->columns, right);
}

void
md_part_blocks(struct buf *out)
{
	if (out->length > 0)
		buf_char(out, '\n');
}

static void
write_piece(struct buf *out, struct md_writer *writer,
    const struct md_lines *lines, size_t from, size_t to)
{
	const char *text = md_text_passing(writer->arena, writer->tree,
	    md_join_lines(writer->arena, lines, from, to));

	if (*text == '\0')
		return;
	md_part_blocks(out);
	md_write_text(out, text, false);
}

/* The texts and tables that lines from first to last of a paragraph are;
 * false if there is no table in them. */
static bool
write_pieces(struct buf *out, struct md_writer *writer, cmark_node *node,
    size_t first, size_t last)
{
	struct md_lines lines =
	    md_lines(writer->arena, writer->tree->source, node, last);
	size_t at = first - lines.first;
	struct md_table table;

	if (at == 0 && last == md_end(node) &&
	    !md_find_table(writer->arena, &lines, 0, &table))
		return false;
	while (md_find_table(writer->arena, &lines, at, &table)) {
		if (table.head > at)
			write_piece(out, writer, &lines, at, table.head);
		md_part_blocks(out);
		write_table_anew(out, writer, &lines, &table);
		at = table.end;
	}
	if (at < lines.count)
		write_piece(out, writer, &lines, at, lines.count);
	return true;
}

static void
write_paragraph(struct buf *out, struct md_writer *writer, cmark_node *node,
    size_t first, size_t last)
{
	cmark_node *inlines = cmark_node_first_child(node);

	if (writer->prose)
		md_write_text(out, md_inlines(writer->arena, inlines),
		    begins_item(node));
	else if (!write_pieces(out, writer, node, first, last))
		md_write_text(out, md_inlines_passing(writer->arena, inlines),
		    begins_item(node));
}

/* The words behind a fence, "{note} Hours" too, up to a mark that makes more of
 * them. */
static void
write_info(struct buf *out, const char *info)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+- ";
	size_t n;

	for (info += *info == '{'; (n = strspn(info, plain)) > 0; info += n) {
		buf_add(out, info, n);
		n += info[n] == '}';
	}
	while (out->at[out->length - 1] == ' ')
		buf_cut(out, out->length - 1);
}

static void
write_code(struct buf *out, struct arena *arena, cmark_node *node)
{
	const char *code = cmark_node_get_literal(node), *at;
	const char *info = cmark_node_get_fence_info(node);
	size_t longest = 2, n;

	for (at = code; (at = strchr(at, '`')) != NULL; at += n) {
		n = strspn(at, "`");
		longest = n > longest ? n : longest;
	}
	buf_repeat(out, '`', longest + 1);
	write_info(out, uni_line(arena, info));
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

static void
write_list(struct buf *out, struct md_writer *writer, cmark_node *list,
    char marker)
{
	static const char blanks[] = "             ";
	bool ordered = marker == '.' || marker == ')',
	     tight = md_is_tight(list);
	int number = cmark_node_get_list_start(list);
	BUF_SCRATCH(item);
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
		md_write_children(&item, writer, node, tight);
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
}

static void
write_quote(struct buf *out, struct md_writer *writer, cmark_node *quote)
{
	BUF_SCRATCH(inner);

	md_write_children(&inner, writer, quote, false);
	indent(out, inner.at, "> ", "> ");
}

static void
write_heading(struct buf *out, struct md_writer *writer, cmark_node *node)
{
	const char *text =
	    md_inlines(writer->arena, cmark_node_first_child(node));

	if (writer->prose) {
		md_write_text(out, text, begins_item(node));
	} else if (*text != '\0') {
		buf_repeat(out, '#',
		    (size_t)cmark_node_get_heading_level(node));
		buf_char(out, ' ');
		md_write(out, text, MD_HEADING);
		buf_char(out, '\n');
	}
}

static void
write_node(struct buf *out, struct md_writer *writer, cmark_node *node)
{
	const char *html;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		write_paragraph(out, writer, node, md_start(node),
		    md_end(node));
		break;
	case CMARK_NODE_HEADING:
		write_heading(out, writer, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		write_code(out, writer->arena, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		html = cmark_node_get_literal(node);
		if (!md_is_comment(html))
			md_write_text(out, md_words(writer->arena, html),
			    false);
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

void
md_write_next(struct buf *out, struct md_writer *writer, cmark_node *node,
    const char *part, bool tight, char *marker)
{
	BUF_SCRATCH(block);
	bool list = part == NULL && md_is(node, CMARK_NODE_LIST);

	if (part != NULL) {
		md_write_text(&block, part, false);
	} else if (list) {
		*marker = md_choose_marker(node, *marker);
		write_list(&block, writer, node, *marker);
	} else {
		write_node(&block, writer, node);
	}
	if (block.length > 0 || list) {
		*marker = list ? *marker : 0;
		if (!tight)
			md_part_blocks(out);
		buf_add(out, block.at, block.length);
	}
}

void
md_write_children(struct buf *out, struct md_writer *writer, cmark_node *parent,
    bool tight)
{
	cmark_node *node = cmark_node_first_child(parent);
	char marker = 0;

	for (; node != NULL; node = cmark_node_next(node))
		md_write_next(out, writer, node, NULL, tight, &marker);
}

void
md_write_anew(struct buf *out, struct arena *arena,
    const struct md_block *block)
{
	struct md_writer writer = { arena, block->tree, false };
	cmark_node *node = md_node(block);

	if (block->type == CMARK_NODE_LIST)
		write_list(out, &writer, node, block->marker);
	else if (block->type == CMARK_NODE_PARAGRAPH)
		write_paragraph(out, &writer, node, block->first, block->last);
	else
		write_node(out, &writer, node);
}
