/*
 * spelled: numbers in words.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/*
 * Moves past the number that a text in small letters begins with, in French or
 * in English: six, dix-huit, vingt et un, quatre-vingt-dix, two hundred and
 * five, trois mille; below a million.  False where it begins with none: "a" and
 * "dozen" are none, and "unique" does not begin with one.
 */
bool spelled_read(const char **text, int *number);

/* Whether a text begins with one, in letters of any case. */
bool spelled_leads(const char *text);
