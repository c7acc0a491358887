/*
 * placeholder: what holds the place of a text that nobody wrote yet.
 */
#pragma once

#include <stdbool.h>

/* Whether a text in md's normal form is "...", "TODO", "à compléter", ... */
bool placeholder_is(const char *text);
