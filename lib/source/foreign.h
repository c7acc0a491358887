/*
 * foreign: what people give for a sheet and is none, told by its first bytes.
 */
#pragma once

#include "text/term.h"

/* The fault that some bytes are, T_NONE where they may be a text; *name gets
 * what they are called, which the fault names. */
enum term foreign_fault(const char *bytes, size_t length, const char **name);
