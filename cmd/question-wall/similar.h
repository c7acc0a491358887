/*
 * similar: texts that share most of their words, found without comparing
 * each with each.
 */
#ifndef SIMILAR_H
#define SIMILAR_H

#include <stddef.h>

struct arena;

/*
 * Words that stand in more texts than SIMILAR_COMMON find none; the best
 * SIMILAR_MOST are given.
 */
enum { SIMILAR_COMMON = 1000, SIMILAR_MOST = 5 };

struct similar;

struct match {
	size_t index;      /* of the text */
	size_t similarity; /* in thousandths, as words_similarity has it */
};

/* Knows count plain texts by their place among them. */
struct similar *similar_new(struct arena *arena, const char *const *texts,
    size_t count);

/*
 * The texts, before a place, that are at least so similar to one: the most
 * similar first.  Returns how many.
 */
size_t similar_find(struct similar *similar, const char *plain, size_t before,
    size_t least, struct match found[SIMILAR_MOST]);

#endif
