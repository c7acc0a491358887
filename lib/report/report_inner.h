/*
 * report_inner: what the files of report share with each other and nobody else.
 */
#pragma once

#include "report/report.h"

enum { MAX_LEVEL = 6 }; /* of headings */

/* What the last thing written was, so that lists stay together and apart. */
enum last { LAST_NONE, LAST_ITEM, LAST_COPY, LAST_OTHER };

struct report {
	struct bind *bind;
	struct arena *arena;
	enum lang lang;
	struct buf out;
	struct dict headings;     /* written so far, folded */
	struct bind_list outline; /* the same as they came out, in order */
	const char *within_name;  /* what tells a heading apart from its like */
	const char *within_number;
	size_t place; /* that it stands in, counted from 1; 0: in none */
	const char *above[MAX_LEVEL + 1]; /* the headings that it is below */
	int shift;             /* levels that an inner report stands deeper */
	size_t head;           /* where the subject's own blocks go */
	report_filter *filter; /* of cells; NULL: none */
	const void *context;
	bool *beside_written;
	bool *behind; /* of these, what stands behind the items is to be */
	enum last last;
	enum term section; /* that is open */
	bool parted;       /* .. and has headings of its own */
	size_t copied;     /* where the block begins that was copied last */

	const char **cells; /* of the table being built */
	size_t cell_count;
	size_t columns;
	bool *right;
};

/* Ends what is open, a table too, and parts it from what comes. */
void report_begin(struct report *report, enum last next);

/* Copies a block of a source, and those of some uses (bits of enum md_use). */
void report_copy(struct report *report, struct buf *out,
    const struct md_block *block);
void report_copies(struct report *report, struct buf *out,
    const struct md_block *block, unsigned uses);

/* An item "**Key:** text" under a key of the user's own, so many levels below. */
void report_own_pair(struct report *report, size_t levels, const char *key,
    const char *text);

/* The withdrawn items of the section that is open, which ends with them; or of
 * one, which begins with them. */
void report_struck(struct report *report, enum term term);

/* The title; and the blocks under it that are no pairs. */
void report_title(struct report *report);
void report_head(struct report *report);

/* What stood beside the items of a term's sections, or of one section; of all
 * that is not written yet, where there is neither. */
void report_beside(struct report *report, struct buf *out, enum term term,
    const struct node *section);

/* The rest of it, what stood behind the items, at the end of their section. */
void report_behind(struct report *report, enum term term,
    const struct node *section);
