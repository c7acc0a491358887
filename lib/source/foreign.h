/*
 * foreign: what people give for a sheet and is none, told by its first bytes or by
 * its headings.
 */
#pragma once

#include "text/term.h"

/* The fault that some bytes are, T_NONE where they may be a text; *name gets
 * what they are called, which the fault names. */
enum term foreign_fault(const char *bytes, size_t length, const char **name);

/* The fault that a text has the headings of a markup that is not Markdown, T_NONE
 * where it has none, or Markdown's too; *name gets what pandoc calls it. */
enum term foreign_markup(const char *text, const char **name);
