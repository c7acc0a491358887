/*
 * alike: texts that share most of their words, found without comparing
 * each with each.
 */
#pragma once

#include <stddef.h>

struct arena;

/*
 * Words that stand in more texts than ALIKE_COMMON find none; the best
 * ALIKE_MOST are given.
 */
enum { ALIKE_COMMON = 1000, ALIKE_MOST = 5 };

struct alike;

struct match {
	size_t index;      /* of the text */
	size_t similarity; /* in thousandths, as words_similarity has it */
};

/* Knows count plain texts by their place among them. */
struct alike *alike_new(struct arena *arena, const char *const *texts,
    size_t count);

/*
 * The texts, before a place, that are at least so similar to one: the most
 * similar first.  Returns how many.
 */
size_t alike_find(struct alike *similar, const char *plain, size_t before,
    size_t least, struct match found[ALIKE_MOST]);
