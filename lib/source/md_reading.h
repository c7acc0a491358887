/*
 * md_reading: what the files that make nodes of Markdown share.
 */
#pragma once

#include "source/md_inner.h"

enum { MD_MAX_LEVEL = 6 };

struct md_reading {
	struct md_reader *reader;
	struct arena *arena;
	struct arena *scratch; /* for the lines of one block */
	struct md_tree *tree;
	size_t node;   /* which one of the tree's is being read */
	size_t tables; /* found so far */

	struct dict headings; /* those met, folded */

	struct node *documents;
	struct node *document;           /* the one being read */
	struct node *open[MD_MAX_LEVEL]; /* the sections around a block */
	int open_count;
	bool met;          /* keys of the tool, in this document */
	bool parted;       /* a document before it begins a part */
	size_t title_line; /* of a paragraph: that is a title; or 0 */
};

/* What begins a section: a heading, or a line that is one. */
struct md_heading {
	const char *text; /* in normal form, as typed */
	const char *key;
	int level;
	bool marked; /* with a # */
};

/* Texts in normal form that will be one. */
struct md_pieces {
	struct buf bytes;
	size_t count;
};

/* md_tree.c */

/*
 * Parses a tree, and gives up the one that was held; false if its containers
 * are nested too deep on *deep_line.
 */
bool md_hold(struct md_tree *tree, size_t *deep_line);

/* md_heads.c */

/* The source with a blank line before lines that head a section right below a
 * list, and numbered ones that head one as headings. */
const struct source *md_part_heads(struct md_reading *reading,
    const struct source *source);

/* md_html.c */

/* The source with the tables that were written in HTML behind a line as pipe
 * tables, where such a one can hold what they do, and headings without anchors. */
const struct source *md_from_html(struct md_reading *reading,
    const struct source *source, size_t from);

/* md_drawn.c */

/* The source with the tables that were drawn behind a line as pipe tables. */
const struct source *md_table_drawn(struct md_reading *reading,
    const struct source *source, size_t from);

/* md_pasted.c */

/* The source with the rows that were pasted behind a line as pipe tables. */
const struct source *md_table_pasted(struct md_reading *reading,
    const struct source *source, size_t from);

/* md_numbered.c */

/*
 * Whether a numbered line heads what stands behind it: it is a key of the tool,
 * in capitals, or one of an outline, of which the next or the one before has the
 * number beside its own.  *last is that of the outline's head before, or 0;
 * heading the last line with a mark, or 0.
 */
bool md_is_numbered_head(struct md_reading *reading,
    const struct source *source, size_t line, size_t heading, size_t *last);

/* md_title.c */

/* Whether a node is a heading, with a text; and that text. */
bool md_is_heading(struct md_reading *reading, cmark_node *node);
const char *md_heading_text(struct md_reading *reading, cmark_node *heading);

/* The title: a # that is no key, or that keys stand below; where no # is one,
 * a first heading above all others that is no key. */
cmark_node *md_find_title(struct md_reading *reading, cmark_node *document);

/* Where no heading is the title: the number of a first line that looks like
 * one, in a source where keys are headings; or 0. */
size_t md_find_title_line(struct md_reading *reading, cmark_node *document);

/* A # heading that begins a document: keys follow it, and they stand below it
 * or the document before it has some of its own. */
bool md_begins_document(struct md_reading *reading, cmark_node *heading);

/* Whether a title begins a part, where the tool has them. */
bool md_is_part(struct md_reading *reading, const char *title);

/* Whether a name is something to the tool. */
bool md_names(const struct md_reading *reading, enum md_name what,
    const char *name);

/* The words of a heading that are compared with keys; and without the colon, or
 * the blanks, that they end in. */
const char *md_heading_key(struct md_reading *reading, const char *text);
const char *md_without_colon(struct md_reading *reading, const char *words);

/* md_section.c */

void md_begin_document(struct md_reading *reading, struct pos pos);
void md_finish_document(struct md_reading *reading);

void md_add_title(struct md_reading *reading, struct pos pos, const char *text);
struct node *md_add_section(struct md_reading *reading, struct pos pos,
    const struct md_heading *heading);

/* Ends the section that was added last, whose value is known. */
void md_leave_section(struct md_reading *reading);

/* Ends the section that is open, whose blocks are all known. */
void md_end_section(struct md_reading *reading);

/* The section that is open last; NULL: none is. */
struct node *md_open(const struct md_reading *reading);
/* Whether a block would stand under a title, or be the first of a section. */
bool md_is_head(const struct md_reading *reading);

void md_add_block(struct md_reading *reading, cmark_node *node, size_t first,
    size_t last, enum md_use use, enum md_piece piece);

/* md_paragraph.c */

/* Whether a paragraph is a no-break space alone, or a line of equals signs, as pages of
 * the web have between theirs: it says nothing. */
bool md_is_blank(struct md_reading *reading, const struct md_lines *lines);

/* Adds a paragraph, or the blocks that it turns out to be. */
void md_add_paragraph(struct md_reading *reading, cmark_node *node,
    size_t last);

/* md_strong.c */

/* Whether a line is a heading: a key of the tool, or strong text in a row with
 * such keys. */
bool md_read_heading(struct md_reading *reading, const struct md_lines *lines,
    size_t at, cmark_node *node, struct md_heading *heading);

/* The level below the heading with a mark around a block. */
int md_level_below(const struct md_reading *reading);

/* md_columns.c */

/* Whether the headers of a table are the names of two lists of the tool or
 * more, each perhaps with columns of its items; and adds these as sections. */
bool md_are_sections(struct md_reading *reading, const struct md_lines *lines,
    const struct md_table *table);
void md_add_columns(struct md_reading *reading, cmark_node *node,
    const struct md_lines *lines, const struct md_table *table);

/* md_outline.c */

/* Adds the sections of a list whose items are names of the tool's lists, each
 * over a list; false where it is no such list. */
bool md_add_outline(struct md_reading *reading, cmark_node *list);

/* md_list.c */

struct pos md_pos_of(const struct md_reading *reading, cmark_node *node);

/* A line of the source as a text; it may refer to what the source defines. */
const char *md_line_text(struct md_reading *reading, const char *line);

void md_add_piece(struct md_pieces *pieces, const char *text);

/* What stood at an end may mean something else in the middle. */
const char *md_join_pieces(struct arena *arena, struct md_pieces *pieces);

/* The words of a block that is more than a text: a list, a quote, code. */
void md_add_words(struct md_reading *reading, struct md_pieces *pieces,
    cmark_node *block);

/* Whether a block is HTML and nothing but comments. */
bool md_is_comment_block(cmark_node *node);

/* Appends the items of a list. */
void md_read_list(struct md_reading *reading, struct node *into,
    cmark_node *list);

/* md_bullets.c */

/* The first of the lines from one on that begins with a bullet which Markdown
 * does not know; their count where none does. */
size_t md_find_bullet(const struct md_lines *lines, size_t from, size_t to);

/* Whether a block is a paragraph that begins with a time. */
bool md_are_timed(struct md_reading *reading, const struct md_block *block);

/* Appends the items of a paragraph of such lines. */
void md_read_bullets(struct md_reading *reading, struct node *into,
    const struct md_block *block);

/* md_rows.c */

/* Appends a cell to a row: its column's head, "" for none, and what was typed. */
void md_add_cell(struct md_reading *reading, struct node *row, const char *key,
    const char *typed, struct pos pos);

/* Appends the rows of a table, and those that follow in more. */
void md_read_table(struct md_reading *reading, struct node *into,
    const struct md_lines *lines, const struct md_table *table,
    struct md_block *more);

/* md_pairs.c */

/*
 * Splits a text at its strong start; false if it has none, or only a part of a
 * word is strong, or if nothing but a list could follow and no colon says that
 * one does.
 */
bool md_split_strong(struct arena *arena, const char *text, bool alone,
    const char **key, const char **rest);

/* The end of the lines from one on that are pairs, so many of them at least with a
 * key that is known; that line where there are none. */
size_t md_find_pairs_end(struct md_reading *reading,
    const struct md_lines *lines, size_t from, size_t to, size_t least);

/* The pairs of a paragraph, if it is such lines or each begins with strong
 * text. */
bool md_read_pairs(struct md_reading *reading, struct node *into,
    const struct md_block *block);

/* Whether a key is of those who were there, or were not. */
bool md_is_of_people(const char *key);

/* Adds a line to names, with a semicolon before it unless they go on from the line
 * before, which is NULL at the start of a paragraph. */
void md_add_names(struct md_reading *reading, struct md_pieces *names,
    const char *before, const char *line);

/* Has the lines of an item's paragraph hang below it, all but the first of its words,
 * where they are pairs of which one has a known key: "- mend the door", "Who: Ana".
 * False where they are words of the item. */
bool md_read_item_pairs(struct md_reading *reading, struct node *item,
    cmark_node *paragraph, struct md_pieces *words);

/* Makes pairs of items "Key : text" where a key is known, or two and all are. */
void md_find_plain_pairs(struct md_reading *reading, struct node *items,
    bool all);

/* A line of a paragraph as it is read; and whether its first one starts with strong
 * text. */
const char *md_pair_line(struct md_reading *reading,
    const struct md_lines *lines, size_t i);
bool md_starts_strong(const struct md_block *block);

/* Pairs of a paragraph's lines from first on; a line that is none goes on with
 * the pair before it.  False where the first line is none. */
bool md_read_pair_lines(struct md_reading *reading, struct node *into,
    const struct md_block *block, const struct md_lines *lines);

/* md_head.c */

/* The pairs of lists and lines under a title: the first ones, and others with
 * a key that is known. */
void md_read_metadata(struct md_reading *reading, struct node *document);
