/*
 * name: people's names made letters, where a report must not tell who.
 */
#pragma once

#include "base/dict.h"

struct arena;

/* The letters in their order, from 1: A, B, ... Z, AA, AB, ... */
char *name_nth(struct arena *arena, size_t n);

/* The letter of a name, kept by it: A for the first one asked for. */
const char *name_letter(struct dict *letters, const char *name);
