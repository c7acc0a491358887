/*
 * chart: what a block of Mermaid is written with.
 */
#ifndef CHART_H
#define CHART_H

#include "base/buf.h"

/*
 * A text as Mermaid can have it as a name: what would mean something to it
 * becomes a blank.  Bare, or between quotes.
 */
void chart_name(struct buf *out, const char *plain);
void chart_quoted(struct buf *out, const char *plain);

#endif
