/*
 * md_read: Markdown to nodes.  cmark finds the blocks; headings make the
 * sections, lists and pipe tables the items (atelier(5), From Markdown).
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/note.h"

static size_t
last_line_of(const struct source *source, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	size_t last = md_end(node);

	if (next != NULL && last >= md_start(next))
		last = md_start(next) - 1;
	if (last > source->line_count)
		last = source->line_count;
	while (last > md_start(node) && source_is_blank(source, last))
		last--;
	return last;
}

static void
read_block(struct md_reading *reading, cmark_node *node)
{
	size_t first = md_start(node);
	size_t last = last_line_of(reading->tree->source, node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		md_add_paragraph(reading, node, last);
		break;
	case CMARK_NODE_LIST:
		if (!md_add_outline(reading, node))
			md_add_block(reading, node, first, last, MD_ITEMS,
			    MD_LINES);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		md_add_block(reading, node, first, last, MD_BREAK, MD_LINES);
		break;
	default:
		if (!md_is_comment_block(node))
			md_add_block(reading, node, first, last, MD_BESIDE,
			    MD_LINES);
	}
}

static void
add_section(struct md_reading *reading, cmark_node *node)
{
	struct md_heading heading = { .text = md_heading_text(reading, node),
		.level = cmark_node_get_heading_level(node),
		.marked = true };

	heading.key = md_heading_key(reading, heading.text);
	md_add_section(reading, md_pos_of(reading, node), &heading);
}

/* "###### tags: `a` `b`" is how HedgeDoc keeps tags, and heads nothing. */
static bool
is_tag_line(struct md_reading *reading, cmark_node *node)
{
	return cmark_node_get_heading_level(node) == MD_MAX_LEVEL &&
	    strncmp(md_heading_text(reading, node), "tags:", 5) == 0;
}

static void
read_blocks(struct md_reading *reading, cmark_node *document)
{
	cmark_node *node, *title = md_find_title(reading, document);

	if (title == NULL)
		reading->title_line = md_find_title_line(reading, document);
	md_begin_document(reading,
	    (struct pos){ reading->tree->source->name, 1, 1 });
	for (node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node), reading->node++) {
		if (!md_is(node, CMARK_NODE_HEADING))
			read_block(reading, node);
		else if (is_tag_line(reading, node))
			read_block(reading, node);
		else if (!md_is_heading(reading, node))
			continue; /* a "##" that nobody wrote a text behind */
		else if (node == title || md_begins_document(reading, node))
			md_add_title(reading, md_pos_of(reading, node),
			    md_heading_text(reading, node));
		else
			add_section(reading, node);
	}
	md_finish_document(reading);
}

struct node *
md_read(struct md_reader *reader, const struct source *source,
    size_t first_line)
{
	struct md_reading reading = { .reader = reader,
		.arena = reader->arena };
	struct pos pos = { source->name, 0, 0 };
	struct md_tree *tree;

	if (source->length > MD_MAX_BYTES) {
		note_add(reader->faults, pos, M_MARKDOWN_TOO_LARGE);
		return NULL;
	}
	tree = arena_alloc(reader->arena, sizeof(*tree));
	tree->reader = reader;
	dict_init(&reading.headings, reader->arena);
	reading.scratch = arena_new();
	tree->source = md_part_heads(&reading,
	    md_table_pasted(&reading,
		md_table_drawn(&reading,
		    md_from_html(&reading, source_clean(reader->arena, source),
			first_line),
		    first_line),
		first_line));
	tree->first_line = first_line;
	if (!md_hold(tree, &pos.line)) {
		arena_free(reading.scratch);
		pos.line = source_number(tree->source, pos.line);
		pos.col = 1;
		note_add(reader->faults, pos, M_TOO_DEEP);
		return NULL;
	}
	md_find_references(reader->arena, tree);
	reading.tree = tree;
	reading.documents = node_new(reader->arena, NODE_LIST,
	    (struct pos){ source->name, 1, 1 });
	read_blocks(&reading, tree->document);
	arena_free(reading.scratch);
	return reading.documents;
}
