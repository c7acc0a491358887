/*
 * term_inner: what the files of term share with each other and nobody else.
 */
#ifndef TERM_INNER_H
#define TERM_INNER_H

#include "text/term.h"

/* A name as it is compared: without case, accents, blanks and plurals. */
char *term_fold(struct arena *arena, const char *name);

/* Whether a folded name is one of a term's, and in which languages. */
bool term_has_name(enum term term, const char *folded, enum lang *lang);

/* Whether a folded name is that of another key than a term. */
bool term_is_other(enum term term, const char *folded);

#endif
