/*
 * line: the mark of one line that somebody typed, a bullet of any hand, and
 * whether the line is in capitals.  Its words without their dress are dress's.
 * For the readers of Markdown.  The texts are plain words.
 */
#pragma once

#include "source/node.h"

/*
 * The length of the bullet that Markdown does not know at the start of a line,
 * with the blanks before and behind it; 0 where there is none.  *box, unless
 * it is NULL, gets what ☐, ☑ or ✓ says.
 */
size_t line_bullet(const char *text, enum node_box *box);

/* Whether a line may stand over a list as the theme of its items: a few words
 * that begin with a capital letter, and are no sentence and no pair. */
bool line_is_theme(const char *text);

/* Whether there is a letter in a text, and no small one. */
bool line_is_capitals(const char *text);

/* Whether a text begins with a small letter, of French too. */
bool line_starts_small(const char *text);

/* Whether a line goes on, in a small letter, with one before it that is so long
 * that it may have been wrapped. */
bool line_goes_on(const char *before, const char *line);

/* Whether a line of names is another than those of the one before it: that is no
 * line of many, and goes on with no comma. */
bool line_parts_names(const char *before, const char *line);

/* Whether a line begins with somebody's name: two words or more up to a comma, a
 * bracket or a dash, in capitals but for "de" and the like. */
bool line_is_person(const char *line);

/* Whether a text ends with a question mark, behind which emphasis may end. */
bool line_asks(const char *text);
