/*
 * name: people's names made letters, where a report must not tell who.
 */
#ifndef NAME_H
#define NAME_H

#include "base/dict.h"

struct arena;

struct names {
	struct dict letters;
};

void name_init(struct names *names, struct arena *arena);

/* The letter of a name: A for the first one asked for, ... Z, AA, AB, ... */
const char *name_letter(struct names *names, const char *name);

#endif
