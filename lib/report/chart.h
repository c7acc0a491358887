/*
 * chart: what a block of Mermaid is written with.
 */
#ifndef CHART_H
#define CHART_H

#include "base/buf.h"
#include "value/fraction.h"

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

#endif
