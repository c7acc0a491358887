/*
 * md_prose: texts and sections as paragraphs, lists, quotes and code.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_writer.h"

const char *
md_prose(struct arena *arena, const char *any)
{
	struct source raw = { .name = "",
		.bytes = arena_string(arena, any),
		.length = strlen(any) };
	struct md_tree tree = { .source = source_clean(arena, &raw) };
	struct md_writer writer = { arena, &tree, true };
	struct buf out = BUF_INIT;
	const char *text;
	size_t line;

	tree.document =
	    md_parse(tree.source->bytes, tree.source->length, 1, &line);
	if (tree.document != NULL)
		md_write_children(&out, &writer, tree.document, false);
	else /* nested too deep to be anything but a text */
		md_write_text(&out, md_text(arena, any), false);
	text = buf_take(&out, arena);
	cmark_node_free(tree.document);
	return text;
}

/* A section's own blocks as prose; one that is a part of its paragraph is one of its own. */
static void
write_section(struct buf *out, struct md_writer *writer,
    const struct node *section)
{
	char marker = 0;

	for (const struct md_block *block = section->blocks; block != NULL;
	     block = block->next) {
		writer->tree = block->tree;
		md_write_next(out, writer, md_node(block),
		    md_part_text(writer->arena, block), false, &marker);
	}
}

static void
write_sections(struct buf *out, struct md_writer *writer,
    const struct node *section)
{
	write_section(out, writer, section);
	NODE_EACH(const struct node, child, section) {
		if (child->level == 0)
			continue;
		if (*child->whole != '\0') {
			md_part_blocks(out);
			md_write(out, child->whole, MD_BLOCK);
			buf_char(out, '\n');
		}
		write_sections(out, writer, child);
	}
}

const char *
md_section_prose(struct arena *arena, const struct node *section, bool own)
{
	struct md_writer writer = { arena, NULL, true };
	struct buf out = BUF_INIT;

	if (own)
		write_section(&out, &writer, section);
	else
		write_sections(&out, &writer, section);
	return buf_take(&out, arena);
}
