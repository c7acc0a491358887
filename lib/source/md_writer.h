/*
 * md_writer: what the files that write blocks again share.
 */
#pragma once

#include "source/md_inner.h"

/* Which no other mark beside it makes anything else. */
#define THEMATIC_BREAK "___\n"

struct md_writer {
	struct arena *arena;
	const struct md_tree *tree;
	bool prose; /* headings, tables and images become text */
};

/* md_tight.c */

/* Whether a list is tight, and can be so as it is written. */
bool md_is_tight(cmark_node *list);

/* md_anew.c */

/* A blank line, where something stands before. */
void md_part_blocks(struct buf *out);

/* A paragraph; what opens a task's box in an item stays what it is. */
void md_write_text(struct buf *out, const char *text, bool item);

/* A block behind others, and a blank line before it unless they are tight: as a
 * part of its paragraph, where that is not NULL, or as its node.  *marker: that
 * of a list right before it, or 0. */
void md_write_next(struct buf *out, struct md_writer *writer, cmark_node *node,
    const char *part, bool tight, char *marker);

/* The children of a container, a blank line between two, but in tight lists. */
void md_write_children(struct buf *out, struct md_writer *writer,
    cmark_node *parent, bool tight);

void md_write_anew(struct buf *out, struct arena *arena,
    const struct md_block *block);
