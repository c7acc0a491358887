/*
 * words: how much two texts have in common, word by word.
 */
#pragma once

#include <stddef.h>

struct arena;

/* The telling words of a text: folded, without plural s or x, stop words left
 * out, in the order of the alphabet and each once. */
struct words {
	const char **at;
	size_t count;
};

struct words words_of(struct arena *arena, const char *plain);

/* Adds to the votes of French and of English (by enum lang) the small words of
 * a text that only one of them has; to those of none the words with an accent. */
void words_vote(struct arena *arena, const char *text, size_t votes[3]);

/* How many words a text has: runs between blanks that hold a letter or a digit. */
size_t words_count(const char *plain);

/* How many words two texts share. */
size_t words_shared(const struct words *a, const struct words *b);

/*
 * The share of words in common, from 0 to 1000: twice those shared over those
 * of both (Dice, Measures of the amount of ecologic association between
 * species, Ecology 26, 1945).
 */
size_t words_similarity(const struct words *a, const struct words *b);
