/*
 * foreign: what people give for a sheet and is none, told by its first bytes or by
 * its headings.
 */
#pragma once

#include "text/term.h"

/* The fault that some bytes are, T_NONE where they may be a text; *name gets
 * what they are called, which the fault names. */
enum term foreign_fault(const char *bytes, size_t length, const char **name);

/* The markup of a wiki that a text has the headings of, as pandoc calls it; NULL
 * where it has none of them, or Markdown's too. */
const char *foreign_markup(const char *text);
