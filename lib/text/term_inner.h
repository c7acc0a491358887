/*
 * term_inner: what the files of term share with each other and nobody else.
 */
#pragma once

#include <stdint.h>

#include "text/term.h"

/* Whether a folded name is one of a term's, and in which languages; the same with
 * the name's hash, for who asks it of many terms. */
bool term_has_name(enum term term, const char *folded, enum lang *lang);
bool term_has_hashed(enum term term, const char *folded, uint32_t hash,
    enum lang *lang);
uint32_t term_hash(const char *folded);

/* Whether any term may have a name of that hash: found out once it has been
 * asked so often that it is worth it. */
bool term_may_be(uint32_t hash);

/* Where a folded name stands among a term's, in the language that has it
 * first. */
size_t term_name_place(enum term term, const char *folded);

/* term_place is how a name is read times this, and where it stands. */
enum { TERM_MOST_NAMES = 1000 };

/* Whether a folded name is that of another key than a term. */
bool term_is_other(enum term term, const char *folded);

/*
 * How far two folded texts are: the number of letters to insert, to drop, to change or to swap (Damerau's distance,
 * restricted to adjacent swaps), or SIZE_MAX where it passes a third of the
 * longer one, and is more than 1.
 */
size_t term_distance(const char *a, const char *b);
