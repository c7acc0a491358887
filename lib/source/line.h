/*
 * line: the normal form of one line that somebody typed: its mark (a bullet, a
 * number), and its words without their dress.
 *
 * Marks say what a line is; dress (an emoji, :tada:, {#top}, ==, a colon at
 * the end) says nothing.  Both are kept where a text is printed, and ignored
 * where a heading, a pair or a column is compared with a key.  For the readers
 * of Markdown, and for who compares lines.  The texts are plain words; what is
 * given back lives in the arena, or in the text that was given.
 */
#ifndef LINE_H
#define LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/node.h"

struct arena;

/*
 * The length of the bullet that Markdown does not know at the start of a line,
 * with the blanks before and behind it; 0 where there is none.  *box, unless
 * it is NULL, gets what ☐, ☑ or ✓ says.
 */
size_t line_bullet(const char *text, enum node_box *box);

/* The length of the number before the words of a heading, with the blanks
 * behind it: "1)", "1.1", "1 -", "A.", "a)", "I.", "N° 1"; or 0. */
size_t line_number(const char *text);

/* The words of a text without their dress; as it is where it is all dress. */
const char *line_words(struct arena *arena, const char *text);

/* The same without a number before them, and a question mark behind. */
const char *line_key(struct arena *arena, const char *text);

/* Whether there is a letter in a text, and no small one. */
bool line_is_capitals(const char *text);

#endif
