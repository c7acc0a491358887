/*
 * md_pass: blocks of a source, out again.  They are copied line by line; only
 * one that holds something active is written anew, from cmark's tree.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_writer.h"

/* How many blanks a line begins with. */
static size_t
blanks_of(const struct source *source, size_t line)
{
	size_t length;

	return strspn(source_line(source, line, &length), " ");
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

	return block->first != block->start && block->piece != MD_BULLETS &&
	    (block->use != MD_ITEMS || blanks > 3 || line[blanks] != '|');
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

char
md_marker(const struct source *source, cmark_node *list)
{
	size_t length, column;
	const char *line = source_line(source, md_start(list), &length);

	column = (size_t)cmark_node_get_start_column(list) - 1;
	if (column < length)
		column += strspn(line + column, "0123456789");
	return column < length ? line[column] : '-';
}

/* Whether a line closes a block of code that a fence opened. */
static bool
is_fence(const char *line, const char *fence)
{
	const char mark[] = { *fence, '\0' };
	size_t blanks = strspn(line, " "), n = strspn(line + blanks, mark);

	line += blanks + n;
	return blanks <= 3 && n >= strlen(fence) &&
	    line[strspn(line, " \t")] == '\0';
}

/* The fence that opens a code block; "" if it is an indented one. */
static const char *
opening_fence(struct arena *arena, const struct md_block *block)
{
	const char *line =
	    source_text(arena, block->tree->source, block->first);
	size_t blanks = strspn(line, " "), n;

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

	copy_lines(out, block);
	if (block->type != CMARK_NODE_CODE_BLOCK)
		return;
	fence = opening_fence(arena, block);
	line = source_text(arena, block->tree->source, block->last);
	if (block->last > block->first && is_fence(line, fence))
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

void
md_keep(struct arena *arena, struct md_block *block)
{
	ARENA_SCRATCH(scratch);
	BUF_SCRATCH(written);
	bool active = md_is_active(scratch, block) || is_misplaced(block) ||
	    is_indented_code(scratch, block);

	block->anew = block->alone = NULL;
	if (active || is_piece(block)) {
		md_write_anew(&written, scratch, block);
		block->alone = arena_copy(arena, written.at, written.length);
		block->anew = active ? block->alone : NULL;
	}
}

/* Whether the line before a piece of a paragraph was written right before. */
static bool
goes_on(const struct buf *out, const struct md_block *block)
{
	const char *line;
	size_t length, start;

	if (!block->goes_on || block->anew != NULL)
		return false;
	line = source_line(block->tree->source, block->first - 1, &length);
	start = out->length - 1 - length;
	return out->length > length && out->at[out->length - 1] == '\n' &&
	    (start == 0 || out->at[start - 1] == '\n') &&
	    memcmp(out->at + start, line, length) == 0;
}

void
md_write_block(struct buf *out, const struct md_block *block)
{
	ARENA_SCRATCH(arena);
	BUF_SCRATCH(written);
	bool on = goes_on(out, block);

	if (block->alone != NULL && !on)
		buf_string(&written, block->alone);
	else if (block->use == MD_BREAK && out->length == 0)
		/* at the very start dashes would begin front matter */
		buf_string(&written, THEMATIC_BREAK);
	else
		copy_block(&written, arena, block);
	if (written.length > 0) {
		if (!on)
			md_part_blocks(out);
		buf_add(out, written.at, written.length);
	}
}
