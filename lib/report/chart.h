/*
 * chart: what a block of Mermaid is written with.
 */
#pragma once

#include "base/buf.h"
#include "value/fraction.h"

struct arena;
struct report;

/*
 * A text as Mermaid can have it as a name: what would mean something to it
 * becomes a blank.  Bare, or between quotes.
 */
void chart_name(struct buf *out, const char *plain);
void chart_quoted(struct buf *out, const char *plain);

/*
 * A quadrant chart: its head, with two axes from low to high, and a point of it
 * by its places from 0 to 1.
 */
void chart_axes(struct buf *out, const char *x, const char *y);
void chart_point(struct buf *out, const char *plain, struct fraction x,
    struct fraction y);

/*
 * A Gantt chart: a section of it, and a bar.  The bar's name is behind a number,
 * so that no word of Mermaid's is read in it; and when it is, which chart_days
 * tells of days as date_day has them.
 */
void chart_section(struct buf *out, const char *plain);
void chart_bar(struct buf *out, const char *number, const char *plain,
    const char *when);
const char *chart_days(struct arena *arena, long first, long days);

/* Writes a chart that has anything in it, in the section of charts; and frees
 * it. */
void chart_write(struct report *report, struct buf *out, bool any);
