/*
 * sheet: sheets made from the rows of a tool, out of a hat.
 *
 * What is drawn decides everything: the same bytes are the same sheet.  The
 * tool's rows are those it opens its documents with (sheet_rows).
 */
#ifndef SHEET_H
#define SHEET_H

#include <stdint.h>

#include "base/buf.h"
#include "sheet/bind.h"

/* What is drawn: these bytes first, then what the state makes of itself, which
 * where it is 0 is nothing but 0. */
struct hat {
	const uint8_t *at;
	size_t left;
	uint64_t state;
};

/* One of count, from 0. */
size_t hat_draw(struct hat *hat, size_t count);

/* What may stand under a key in place of what its row wants. */
enum sheet_odd {
	SHEET_EVEN, /* what the row wants */
	SHEET_ABSENT,
	SHEET_NULL,
	SHEET_EMPTY,
	SHEET_BLANK,
	SHEET_TEXT,
	SHEET_NO_LIST,
	SHEET_NO_MAP,
	SHEET_TEXTS,
	SHEET_MAPS,
	SHEET_EMPTIES, /* a list of nothings of each kind */
	SHEET_PAIRS,
	SHEET_DEEP,
	SHEET_ODD, /* how many there are */
};

struct sheet {
	struct buf yaml, markdown;
	/* what must not get lost: words of no language, each ended by a NUL,
	 * and an empty one behind the last */
	struct buf words;
	bool twins; /* the two forms say the same */
};

/* The rows of the tool, asked of its main. */
const struct bind_tool *sheet_rows(void);

/* A sheet out of a hat. */
struct sheet sheet_make(const struct bind_tool *tool, struct hat *hat);

/* A sheet like another, a MAP of YAML: changed here and there. */
struct sheet sheet_like(const struct bind_tool *tool, const struct node *root,
    struct hat *hat);

/* The lines of a sheet of either form, as its Markdown: changed likewise. */
struct sheet sheet_lines(const char *seed, struct hat *hat);

/*
 * The rows of a tool, those of its items included, are counted from 0: a sheet
 * in which all is even but the value of one of them.  False behind the last.
 */
bool sheet_with(const struct bind_tool *tool, size_t row, enum sheet_odd odd,
    struct sheet *sheet);

void sheet_free(struct sheet *sheet);

#endif
