/*
 * md_block: the blocks of a source, for those who read nodes.
 */
#include <string.h>

#include "source/md_inner.h"
#include "text/uni.h"

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
	text += strspn(text, " ");
	return text < end && *text == '|' &&
	    memchr(text + 1, '|', (size_t)(end - text) - 1) != NULL;
}

bool
md_is_strong(const struct md_block *block)
{
	size_t length;
	const char *line =
	    source_line(block->tree->source, block->first, &length);

	return block->type == CMARK_NODE_PARAGRAPH &&
	    block->first == block->last && length > 2 &&
	    memcmp(line, "**", 2) == 0;
}

struct pos
md_place(const struct md_block *block)
{
	const struct source *source = block->tree->source;

	return source_pos(source, source->lines[block->first - 1]);
}

const char *
md_typed_line(struct arena *arena, const struct md_lines *lines, size_t line)
{
	char *text = uni_line(arena, lines->at[line].text);
	size_t n = strlen(text);

	if (n > 0 && text[n - 1] == '\\' && line + 1 < lines->count)
		text[n - 1] = '\0';
	return text;
}

/* Adds the lines of a paragraph from one on to a list. */
static void
append_lines(struct arena *arena, const struct source *source,
    cmark_node *paragraph, size_t first, size_t last, struct node *list)
{
	struct md_lines lines = md_lines(arena, source, paragraph, last);

	for (size_t i = first - lines.first; i < lines.count; i++)
		if (!md_is_fence(lines.at[i].text))
			node_append(list,
			    node_text(arena, md_typed_line(arena, &lines, i),
				md_line_pos(source, &lines, i)));
}

const char *
md_source_line(struct arena *arena, const struct md_block *block, size_t line)
{
	return block->first + line > block->last
	    ? NULL
	    : source_text(arena, block->tree->source, block->first + line);
}

struct node *
md_block_lines(struct arena *arena, const struct md_block *block)
{
	const struct source *source = block->tree->source;
	struct node *list =
	    node_new(arena, NODE_LIST, (struct pos){ source->name, 0, 0 });

	if (block->type != CMARK_NODE_PARAGRAPH)
		return NULL;
	append_lines(arena, source, md_node(block), block->first, block->last,
	    list);
	return list;
}

struct node *
md_quoted_lines(struct arena *arena, const struct md_block *block)
{
	const struct source *source = block->tree->source;
	struct node *list =
	    node_new(arena, NODE_LIST, (struct pos){ source->name, 0, 0 });
	cmark_node *part;

	if (block->type != CMARK_NODE_BLOCK_QUOTE)
		return NULL;
	for (part = cmark_node_first_child(md_node(block)); part != NULL;
	     part = cmark_node_next(part)) {
		if (!md_is(part, CMARK_NODE_PARAGRAPH))
			return NULL;
		append_lines(arena, source, part, md_start(part), md_end(part),
		    list);
	}
	return list;
}

struct node *
md_section_lines(struct arena *arena, const struct node *section, unsigned uses)
{
	struct node *all = node_new(arena, NODE_LIST, section->pos);
	struct node *lines, *line;

	MD_EACH(const struct md_block, block, section) {
		lines = (uses >> md_use(block) & 1) != 0
		    ? md_block_lines(arena, block)
		    : NULL;
		while (lines != NULL && (line = node_take(lines)) != NULL)
			node_append(all, line);
	}
	return all;
}

void
md_hang_blocks(struct arena *arena, struct node *item,
    const struct md_block *block)
{
	struct node *lines, *line;
	struct buf out;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) != MD_BESIDE && md_use(block) != MD_TEXT)
			continue;
		lines = md_block_lines(arena, block);
		while (lines != NULL && (line = node_take(lines)) != NULL)
			node_append(item, line);
		if (lines != NULL)
			continue;
		out = (struct buf)BUF_INIT;
		md_write_block(&out, block);
		node_append(item,
		    node_text(arena, uni_line(arena, buf_take(&out, arena)),
			md_place(block)));
	}
}

bool
md_holds(const struct md_block *block, struct pos pos)
{
	return pos.line >= source_number(block->tree->source, block->first) &&
	    pos.line <= source_number(block->tree->source, block->last);
}

void
md_take(struct md_block *block, bool taken)
{
	block->use = taken ? MD_TAKEN : MD_BESIDE;
}

void
md_take_at(struct md_block *blocks, struct pos pos)
{
	for (; blocks != NULL; blocks = (struct md_block *)md_next(blocks))
		if (md_holds(blocks, pos))
			md_take(blocks, true);
}
