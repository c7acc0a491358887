/*
 * md_inner: what the files of md share with each other and nobody else.
 */
#pragma once

#define CMARK_NO_SHORT_NAMES
#include <cmark.h>

#include "base/dict.h"
#include "source/md.h"

/* Whether a node is one of a type; NULL is none. */
bool md_is(cmark_node *node, cmark_node_type type);

/* The source lines that a node stands on. */
size_t md_start(cmark_node *node);
size_t md_end(cmark_node *node);

/* The inlines from first on as a text. */
const char *md_inlines(struct arena *arena, cmark_node *first);

/* The same, with safe images as links: for what passes through. */
const char *md_inlines_passing(struct arena *arena, cmark_node *first);

/* A line of Markdown parsed as a heading's, which holds inlines and nothing else
 * whatever its text starts with; and the first of these. */
cmark_node *md_parse_line(const char *line);
cmark_node *md_first_inline(cmark_node *document);

/* Whether HTML is nothing but comments. */
bool md_is_comment(const char *html);

/* Whether a link may be followed from a report. */
bool md_is_safe_url(const char *url);

/* The lines of a paragraph, without the marks of its containers. */
struct md_lines {
	struct md_line {
		const char *text;
		size_t column; /* of its source line, in bytes from 1 */
		bool lazy;     /* without the marks of its containers */
	} * at;
	size_t first; /* the source line of the first one */
	size_t count;
};

struct md_lines md_lines(struct arena *arena, const struct source *source,
    cmark_node *paragraph, size_t last_line);

/* The place of one of them. */
struct pos md_line_pos(const struct source *source,
    const struct md_lines *lines, size_t line);

/* A pipe table within the lines of a paragraph. */
struct md_table {
	size_t head;    /* index of the header's line; text stands before it */
	size_t end;     /* index behind the last row's line */
	size_t columns; /* cells in the header */
	enum md_align {
		ALIGN_NONE,
		ALIGN_LEFT,
		ALIGN_CENTRE,
		ALIGN_RIGHT
	} *
	    align;
};

/* One cell: its text before inline parsing, and its place in the line. */
struct md_cell {
	const char *text;
	size_t column; /* from 1, in bytes of the line */
};

/* Finds the table that starts at or behind a line; false if there is none. */
bool md_find_table(struct arena *arena, const struct md_lines *lines,
    size_t from, struct md_table *table);

/* Splits a row at the pipes that no backslash escapes. */
struct md_cell *md_split_row(struct arena *arena, const char *line,
    size_t *count);

/* A source that was parsed.  Of all those of a reader one alone is held as
 * cmark's tree; another one is parsed again where it is asked for. */
struct md_tree {
	struct md_reader *reader;
	const struct source *source;
	size_t first_line;      /* where its Markdown begins */
	cmark_node *document;   /* NULL: not held */
	cmark_node **nodes;     /* its children */
	bool defines;           /* it may define links */
	struct dict references; /* from labels to such definitions */
};

/* What the lines of a paragraph are, if not its text. */
enum md_piece { MD_LINES, MD_TABLE, MD_BULLETS, MD_PAIR_LINES };

struct md_block {
	struct md_tree *tree;
	size_t node; /* which of the tree's */
	cmark_node_type type;
	size_t start;       /* the node's first line */
	size_t first, last; /* source lines */
	char marker;        /* of a list: what no list that it touches has */
	enum md_use use;
	enum md_piece piece;
	bool goes_on;      /* it may stand right behind the lines before it */
	const char *anew;  /* written in place of its lines; or NULL */
	const char *alone; /* the same where the lines that its paragraph has
			      before it are not right before it */
	struct md_block *next;
};

/* The node of a block, until the next call for another tree. */
cmark_node *md_node(const struct md_block *block);

/* Parses bytes whose nesting is known. */
cmark_node *md_parse_text(const char *bytes, size_t length);

/*
 * Parses bytes that begin on some line of their source; NULL if containers
 * are nested too deep on *deep_line.
 */
cmark_node *md_parse(const char *bytes, size_t length, size_t first_line,
    size_t *deep_line);

/* Fills in what a tree defines. */
void md_find_references(struct arena *arena, struct md_tree *tree);

/* A text of the source parsed as a line, which may refer to what the source
 * defines: the document, and the text in normal form. */
cmark_node *md_parse_passing(struct arena *arena, const struct md_tree *tree,
    const char *text);
const char *md_text_passing(struct arena *arena, const struct md_tree *tree,
    const char *text);

/* A line of a source as a text; it may refer to what the source defines. */
const char *md_tree_text(struct arena *arena, const struct md_tree *tree,
    const char *line);

/* The length of the mark of an item at the start of a text, "-" or "1."; 0:
 * none. */
size_t md_marker_length(const char *text);

/* Whether a line begins or ends a container: ":::info". */
bool md_is_fence(const char *line);

/* The text of a block that is a part of its paragraph; NULL: it is all of a
 * paragraph, or something else. */
const char *md_part_text(struct arena *arena, const struct md_block *block);

/* Whether a block must not be copied. */
bool md_is_active(struct arena *arena, const struct md_block *block);

const char *md_join_lines(struct arena *arena, const struct md_lines *lines,
    size_t from, size_t to);

/* A line of a paragraph, without the backslash that breaks it. */
const char *md_typed_line(struct arena *arena, const struct md_lines *lines,
    size_t line);

/* Keeps what must be written in place of a block's lines, if anything: what
 * becomes of its use does not matter. */
void md_keep(struct arena *arena, struct md_block *block);

/* The character that marks a list's items in its source: - + * . ); and one for
 * a list behind a sibling with a mark of its own, or 0. */
char md_marker(const struct source *source, cmark_node *list);
char md_choose_marker(cmark_node *list, char before);

/* Writes bytes of a text in normal form, in a cell where bars part them, or a
 * mark that must not act, so that they stay text in every reader. */
void md_guard(struct buf *out, const char *text, size_t length, bool cell);
void md_guard_mark(struct buf *out, char mark);
