/*
 * rows: the keys that a tool takes, as cmd/atelier-data/rows.def lists them.
 */
#ifndef ROWS_H
#define ROWS_H

#include "sheet/bind.h"

/* Prints the keys of a tool, those of its items below the key of their list. */
void rows_print(const struct bind_tool *tool);

#endif
