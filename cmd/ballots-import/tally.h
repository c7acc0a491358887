/*
 * tally: how many gave each option each grade, counted already: a CSV whose first
 * header is empty, whose others are grades, and whose rows are options.
 */
#pragma once

#include "import.h"
#include "report/report.h"

/* Reads such a sheet, whose header is the first row; false where it is none. */
bool tally_read(struct sheet *sheet);

/* The counts as a table, and as a map of YAML. */
void tally_render(struct import *import, struct report *report);
void tally_add(struct import *import, struct arena *arena, struct node *map);
