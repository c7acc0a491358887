/*
 * md: Markdown, read with cmark and written by our own writer.
 *
 * Alone to include cmark.h.  User text reaches a report only through the
 * md_write functions, which are told the context; what they write reads back
 * as the same text, in this reader, in cmark, in cmark-gfm and in pandoc.
 */
#pragma once

#include "source/node.h"
#include "source/source.h"
#include "text/term.h"

struct arena;
struct notes;

/* Beyond these a Markdown input is a fault: cmark aborts or crawls. */
enum { MD_MAX_BYTES = 64 << 20, MD_MAX_DEPTH = 100 };

/* A text of more columns is wide: no cell is padded to it, and where it has a label
 * the tables that are computed of it show that alone. */
enum { MD_WIDE = 40 };

/* A block of a Markdown source: a paragraph, a list, a table, ... */
struct md_block;
struct md_tree;

/* The inline text of any string, in normal form: one line of Markdown whose
 * only live marks are emphasis, strong, code and safe links; anything else
 * in it is escaped where it would act.  Texts in normal form compare as
 * bytes; md_text of a normal form is itself. */
const char *md_text(struct arena *arena, const char *any);

/* The words of a text in normal form, without its marks. */
const char *md_plain(struct arena *arena, const char *text);

/* The items of a cell as typed, which tags and bullets part: as they stand,
 * behind a first line that is a name and keeps its number, or parted by
 * semicolons too where they are on one line. */
enum md_cell_form { MD_CELL_PLAIN, MD_CELL_NAMED, MD_CELL_PARTED };

struct md_items {
	const char **at;
	size_t count;
};
struct md_items md_split_cell(struct arena *arena, const char *cell,
    enum md_cell_form form);

/* A text in normal form that shows these words and no mark. */
const char *md_words(struct arena *arena, const char *plain);

/* PROSE in normal form: paragraphs, lists, quotes and code of any string as
 * Markdown blocks; headings, tables and HTML in it become text. */
const char *md_prose(struct arena *arena, const char *any);

/* A section's body as such PROSE: its own blocks, and, unless own, those of
 * the deeper sections, each behind its heading as a paragraph. */
const char *md_section_prose(struct arena *arena, const struct node *section,
    bool own);

/*
 * Whether a pair of YAML is a section where nobody knows its key: a text behind a
 * bar or of several lines, a list or a map that is not on the line of its key.  And it as Markdown:
 * under its heading maps of texts are a table, other items a list, and what in it
 * is a section stands one level deeper.
 */
bool md_is_section(const struct node *node);
/* The paragraphs beside it, which YAML has right behind it under its key and
 * "_paragraphs"; or NULL.  They are written with it. */
const struct node *md_paragraphs(const struct node *node);
void md_write_section(struct buf *out, const struct node *node, int level,
    enum lang lang);

/* Words that stand in, or do not stand any more. */
enum md_change { MD_SAME, MD_OUT, MD_IN };

/* The plain words of a run as a text: as they are, or between marks of its
 * own: ~~out~~, **in**.  Blanks must part it from the next run. */
const char *md_change(struct arena *arena, const char *plain,
    enum md_change change);

enum md_context {
	MD_BLOCK,   /* the start of a paragraph or of a list item */
	MD_INLINE,  /* further on in one */
	MD_HEADING, /* the text of a heading */
	MD_CELL     /* the cell of a table */
};

/* Writes a text in normal form where it will stand. */
void md_write(struct buf *out, const char *text, enum md_context context);

/*
 * Writes a pipe table: cells row by row, the header first, each a text in
 * normal form; columns where right is true hold numbers.
 */
void md_write_table(struct buf *out, const char *const *cells, size_t row_count,
    size_t column_count, const bool *right);

/*
 * Writes a block as its source has it: copied, unless something in it is
 * active; then anew, with that as text.  Nothing for one that holds nothing
 * (a comment).  A blank line goes in front of it where out is not empty.
 */
void md_write_block(struct buf *out, const struct md_block *block);

/*
 * A section's own blocks: those that are its node's pairs, items or text, and
 * what stands beside them.  A thematic break separates and says nothing.
 */
enum md_use { MD_BESIDE, MD_PAIRS, MD_ITEMS, MD_TEXT, MD_BREAK, MD_TAKEN };

const struct md_block *md_next(const struct md_block *block);

/* Walks the blocks of a section: MD_EACH(const struct md_block, block, root). */
#define MD_EACH(type, block, section)                                          \
	for (type *block = (section)->blocks; block != NULL;                   \
	     block = (type *)md_next(block))
enum md_use md_use(const struct md_block *block);

/* Whether a block that no table was made of begins between bars, as the rows
 * of one without a header do; whether it is a line that begins with strong
 * text; and where a block begins. */
bool md_is_bars(const struct md_block *block);
bool md_is_strong(const struct md_block *block);
struct pos md_place(const struct md_block *block);

/* A line of a block as its source has it, from 0; NULL behind the last. */
const char *md_source_line(struct arena *arena, const struct md_block *block,
    size_t line);

/* The lines of a paragraph as typed, a LIST of TEXTs; NULL for what is none. */
struct node *md_block_lines(struct arena *arena, const struct md_block *block);

/* Those of all paragraphs of a section whose use is one of some, bits by enum
 * md_use; -1: any. */
struct node *md_section_lines(struct arena *arena, const struct node *section,
    unsigned uses);

/* The same of a quotation of paragraphs; NULL for any other block. */
struct node *md_quoted_lines(struct arena *arena, const struct md_block *block);

/* Has what stands beside the list of a section, from a block on, hang below an
 * item that the section became: paragraphs line by line. */
void md_hang_blocks(struct arena *arena, struct node *item,
    const struct md_block *block);

/* Gives an item, whose children are read, its text: a box before it and a key
 * that is its strong start are found. */
void md_fill_item(struct arena *arena, struct node *item, const char *text);

/* Whether a text may begin with such a box or a key, as far as its first bytes
 * tell. */
bool md_leads(const char *text);

/* Whether a place in the source is within a block. */
bool md_holds(const struct md_block *block, struct pos pos);

/* Says whether a tool took a block that is no list and no table, or left it
 * beside what it took. */
void md_take(struct md_block *block, bool taken);

/* Says that a tool took the block of a section that a place is in. */
void md_take_at(struct md_block *blocks, struct pos pos);

/* What a name may be to the tool that reads. */
enum md_name {
	MD_KEY,     /* a key of the tool, or some subject */
	MD_SECTION, /* a line: of a section, or of a list, of the tool */
	MD_GROUP,   /* a line: of items that no key names: a day, of sessions */
	MD_PAIR,    /* the key of a pair, anywhere in a document */
	MD_LIST,    /* of a list of the tool */
	MD_COLUMN, /* the head of a column in a table that is no board of lists */
};

/* What a reader must know of the tool that it reads for. */
struct md_reader {
	struct arena *arena;
	struct notes *faults;
	bool (*is)(const void *context, enum md_name what, const char *name);
	const void *context;
	/* a # that begins a part begins a document, as does every # behind it */
	bool parts;
	bool
	    titled; /* what stands in front has the title: where several # follow,
			they are sections */
	enum term subject;    /* of the tool, or T_NONE */
	struct md_tree *held; /* what md_free gives back */
};

/*
 * The documents of a source from one of its lines on: a LIST of MAPs.  In
 * each the title is the pair "title", the pairs of the list under it follow,
 * then one pair a section, with its level and blocks.  The blocks between
 * title and first section are the MAP's own; lists and tables among them are
 * also the items of a child without a key.  NULL after a fault.
 */
struct node *md_read(struct md_reader *reader, const struct source *source,
    size_t first_line);

/* Frees what blocks are written from, when all is written. */
void md_free(struct md_reader *reader);
