/*
 * dress: what a name wears and is no part of its words.
 *
 * Dress (an emoji, :tada:, {#top}, ==, a colon at the end) says nothing, and a
 * number before a heading's words neither.  Both are kept where a text is
 * printed, and ignored where a heading, a pair or a column is compared with a
 * key.  For the readers of Markdown, and for term.  The texts are plain words;
 * what is given back lives in the arena, or in the text that was given.
 */
#pragma once

#include <stddef.h>

struct arena;

/* The length of the number before the words of a heading, with the blanks
 * behind it: "1)", "1.1", "1 -", "A.", "a)", "I.", "N° 1"; or 0. */
size_t dress_number(const char *text);

/* The length of the dress that a text starts with. */
size_t dress_length(const char *text);

/* The words of a text without their dress; as it is where it is all dress. */
const char *dress_off(struct arena *arena, const char *text);

/* The same without a number before them, and a question mark behind. */
const char *dress_key(struct arena *arena, const char *text);
