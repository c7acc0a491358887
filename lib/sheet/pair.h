/*
 * pair: two items of a list that one text names, where they cross.
 *
 * "F1 O2", "O2 × F1", "F1, O2": a blank or any mark parts the names, and may
 * stand in them too.  Every way to part the text is tried.
 */
#pragma once

#include "sheet/refer.h"

struct pair {
	void *one, *other; /* in the order given; NULL: none */
	bool two;          /* the text can be another pair too, and is none */
	bool uncrossed;    /* it names two that do not cross */
};

/* Which items cross, and what is told of a text that is no pair of such. */
struct pairs {
	struct refer *refer;
	bool (*cross)(const void *one, const void *other);
	enum term no_pair, two_pairs, uncrossed;
};

/* The length of what parts two names in one text, 0 where nothing does. */
size_t pair_mark(const char *at);

/* The pair that a text names, and the fault of one that names none. */
struct pair pair_find(const struct pairs *pairs, const char *text);
void pair_tell(const struct pairs *pairs, const char *text, struct pos pos);

/* The pair before a colon or a dash, "F1 O2 : text", and the text behind it. */
struct pair pair_front(const struct pairs *pairs, const char *text,
    const char **rest);

/* The pairs of a text, parted by ; or , or "and": a list of struct pair.  What
 * is none is a fault. */
struct bind_list pair_each(const struct pairs *pairs, const char *text,
    struct pos pos);
