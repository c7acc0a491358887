/*
 * rows: the keys of each tool, and what stands under them.
 *
 * The build makes keys.def of them, from the tools' own rows: see keys/print.c.
 */
#pragma once

#include "sheet/bind.h"

enum row_kind {
	ROW_TEXT,
	ROW_DAY,   /* a text that may be a day */
	ROW_NAMES, /* texts, which a text may hold several of */
	ROW_PROSE, /* paragraphs and lists */
	ROW_LIST,  /* items, whose keys stand below it */
	ROW_MAP,
	ROW_BESIDE, /* a map whose keys may as well stand beside it */
	ROW_NODES   /* what the tool alone can read */
};

struct row {
	enum term term; /* the key */
	enum term name; /* of those that say the same, the first */
	enum row_kind kind;
	unsigned flags; /* of the tool's row: enum bind_flag */
	size_t depth;   /* 0: a tool, by its subject */
};

/* The rows of a tool, or NULL. */
const struct row *row_of_tool(enum term subject);

/* All tools, one after the other: the first, the next. */
const struct row *row_tools(void);
const struct row *row_next_tool(const struct row *tool);

/* How many rows there are, and the place of one among them, from 0. */
size_t row_count(void);
size_t row_place(const struct row *row);

/* The rows of an item, or of a map, one after the other: the first, the next; NULL
 * where there is none. */
const struct row *row_first(const struct row *of);
const struct row *row_next(const struct row *row);
#define ROW_EACH(row, of)                                                      \
	for (const struct row *row = row_first(of); row != NULL;               \
	     row = row_next(row))

/* The first of them that has one of some flags, or NULL. */
const struct row *row_flagged(const struct row *of, unsigned flags);

/* The one that an item of a list has in any case: its text, else its label. */
const struct row *row_main(const struct row *of);

/* A list of another tool under the same key, whose items are the same things: the
 * options of any vote; or NULL. */
const struct row *row_list_like(enum term term);

/* The one that a key names, or NULL, as the tool would find it; inner: in its
 * subject.  *lang gets the language of the name. */
const struct row *row_find(const struct row *of, const char *key, bool inner,
    enum lang *lang);
