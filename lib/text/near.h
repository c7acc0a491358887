/*
 * near: how far a mistyped word is from the one that was meant.
 */
#ifndef NEAR_H
#define NEAR_H

#include <stddef.h>

/*
 * How far two folded texts are, the second one of lb bytes: the number of
 * letters to insert, to drop, to change or to swap (Damerau's distance,
 * restricted to adjacent swaps), or SIZE_MAX where it passes a third of the
 * longer one, and is more than 1.
 */
size_t near_distance(const char *a, const char *b, size_t lb);

#endif
