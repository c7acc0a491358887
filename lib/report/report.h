/*
 * report: the shape of a report, the same for every tool.
 *
 * Title, what stands under it and what passes before the tool's material come
 * first; then the tool's subject with its sections, last what is to be
 * checked; then what passes behind.  It is built whole and written once.
 *
 * Texts are in md's normal form, unless a function says otherwise.
 */
#pragma once

#include "sheet/bind.h"

struct report;

/* Begins the report of what was bound, up to the tool's subject. */
struct report *report_open(struct bind *bind);

/* Begins a section, with what stood beside the items of that key. */
void report_section(struct report *report, enum term heading);

/* Whether the section that is open is computed: what items carry stands where
 * they were read, and not there again. */
bool report_is_computed(const struct report *report);

/* Whether bare items may stand where the report is: below a computed heading
 * most would be read as somebody's own. */
bool report_takes_items(const struct report *report);

/* Begins a section under a heading of the user's own. */
void report_section_named(struct report *report, const char *heading);

/* A smaller heading inside a section. */
void report_part(struct report *report, const char *heading);

/* What stood beside the items of a section that was read, in front of them, behind
 * what was written of that, or both; and whether anything did. */
enum report_side { SIDE_FRONT = 1, SIDE_BEHIND = 2, SIDE_BOTH = 3 };
void report_section_beside(struct report *report, const struct node *section,
    enum report_side sides);

/* What stood behind the items of the section that is open, at once: where these
 * are headings with prose, it would be the last one's. */
void report_behind_first(struct report *report);
bool report_has_beside(struct report *report, const struct node *section);

/* Whether a line stands beside a section of that key: "none", where a list would. */
bool report_has_remark(const struct report *report, enum term term);

void report_paragraph(struct report *report, const char *text);

/* The same of a line that stands beside what a section holds: quoted, where it
 * could be read as more. */
void report_line_beside(struct report *report, const char *text);

/* Paragraphs and lists in the form of md_prose. */
void report_prose(struct report *report, const char *prose);

/* An item of a list, behind its label where that is not "". */
void report_item(struct report *report, const char *label, const char *text);

/* The same so many levels below the last one; and an item with a box in front of
 * its text. */
void report_item_below(struct report *report, size_t levels, const char *label,
    const char *text);
void report_task(struct report *report, bool done, const char *text);

/* A pair so many levels below the last item. */
void report_pair_below(struct report *report, size_t levels, enum term key,
    const char *text);

/* An item "**Key:** text". */
void report_pair(struct report *report, enum term key, const char *text);

/*
 * A table of so many columns: cells are given one by one, the header's first,
 * and the table ends with the first thing that is no cell.
 */
void report_table(struct report *report, size_t columns);
void report_cell(struct report *report, const char *text);

/* A header's cell whose column holds numbers. */
void report_number_head(struct report *report, const char *text);

/* A list without items: where something stands beside it, a table without
 * rows, or it would be read as an item. */
void report_no_items(struct report *report, enum term head);

/* A block of code of the tool's own making: lines that hold no fence. */
void report_code(struct report *report, const char *language, const char *code);

/*
 * The parts of report, for a tool that puts the reports of several documents
 * into one.
 */

/* A report with nothing in it, in the language of the document. */
struct report *report_new(struct bind *bind);

/* A heading; the title has level 1.  Returns it as it came out: once. */
const char *report_heading(struct report *report, int level, const char *text);

/* What the headings from here on stand in.  One that stands already takes behind
 * it the first that tells it apart: where it came in here before, the nearest
 * heading above it that is short; what the title here is called for short; the
 * number here, in words; else "(2)".  "" is none. */
void report_within(struct report *report, const char *title,
    const char *number);

/* The headings that are written so far (const char *), as they came out. */
const struct bind_list *report_outline(const struct report *report);

/* A paragraph "**Key:** text". */
void report_line(struct report *report, enum term key, const char *text);

/* The pairs under a title, in the report's language. */
void report_pairs(struct report *report, const struct bind_list *list);

/* A block of a source and all behind it, and a section with all in it, as they
 * are. */
void report_blocks(struct report *report, const struct md_block *block);
void report_pass(struct report *report, const struct node *section, int level);

/* Begins the report of what was bound, under a title that is written already,
 * as many levels deeper; report_end ends it, with its findings:
 * those of bind are put in front of them. */
void report_inner(struct report *report, struct bind *bind, int shift);
void report_end(struct report *report, struct notes *findings);

/* Has every cell go through a filter, before its table finds its widths. */
typedef const char *report_filter(const void *context, const char *text);
void report_filter_cells(struct report *report, report_filter *filter,
    const void *context);

/* What is written so far, for a tool that looks at it as a whole. */
struct buf *report_text(struct report *report);

/* Writes the report as it is, or its findings alone (--check).  no: the report's
 * answer is no.  Returns the status to leave with. */
int report_write(struct report *report, struct notes *findings, bool no);
