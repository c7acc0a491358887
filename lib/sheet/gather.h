/*
 * gather: things that are one where they go by one name: what somebody says in
 * three places, the steps of a dimension, the scores of a team.
 *
 * Names are compared by their words, folded.  The things stand in a list, in
 * the order they were met; they move when one more is entered.
 */
#pragma once

#include "sheet/bind.h"

struct gather {
	struct bind *bind;
	size_t size;           /* of a thing */
	bool nameless;         /* all without a name are one, too */
	struct bind_list list; /* the things */
	struct dict names;     /* folded, in the order of the list */
};

struct gather gather_new(struct bind *bind, size_t size);

/* The thing of a name, or NULL. */
void *gather_find(const struct gather *gather, const char *name);

/* The same, made where there is none, of zeroes; met: there was one.  met may
 * be NULL.  Without nameless, a name "" is a new one each time. */
void *gather_enter(struct gather *gather, const char *name, bool *met);

/* The place of a thing in the list, from 0. */
size_t gather_place(const struct gather *gather, const void *thing);
