/*
 * uni: Unicode text, as UTF-8.  Alone to include utf8proc.h.
 *
 * Every string given to these functions is valid UTF-8, but for uni_check.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* How many bytes, from the first, are valid UTF-8. */
size_t uni_check(const char *bytes, size_t length);

/* The character at *at, which moves past it; 0 at the end. */
int32_t uni_next(const char **at);

/* Puts a character where four bytes have room; how many it took.  Half of a pair
 * of UTF-16 comes out as no valid UTF-8. */
size_t uni_put(char *at, int32_t c);

/* How many bytes, from the first, are letters, digits and marks of ASCII, or
 * letters of U+00C0 to U+00FF. */
size_t uni_graphic(const char *text);

/* How many characters the first length bytes hold. */
size_t uni_count(const char *bytes, size_t length);

/* How many columns a terminal gives to a text. */
size_t uni_width(const char *text);

/* A blank of any kind, no-break spaces included. */
bool uni_is_blank(int32_t c);

/* Behind the blanks at the start of a text. */
const char *uni_skip_blanks(const char *text);

/* The length of the first of count marks that a text starts with; 0 where it
 * starts with none. */
size_t uni_mark(const char *text, const char *const *marks, size_t count);
#define uni_mark_of(text, ...) uni_mark(text, UNI_MARKS(__VA_ARGS__))

/* Some marks as these two arguments. */
#define UNI_MARKS(...)                                                         \
	(const char *const[]){ __VA_ARGS__ },                                  \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *)

/* The length of the letters and digits that a text starts with. */
size_t uni_word(const char *text);

/* The first place where one of count marks stands, and how long that one is;
 * NULL where none does. */
const char *uni_first_of(const char *text, const char *const *marks,
    size_t count, size_t *length);
#define uni_first_among(text, length, ...)                                     \
	uni_first_of(text, UNI_MARKS(__VA_ARGS__), length)

/* A blank or a line's end of any kind, but not a no-break space. */
bool uni_is_space(int32_t c);

/* A letter, a mark or a digit. */
bool uni_is_word(int32_t c);

/* A control, a bidirectional override or a byte order mark. */
bool uni_is_control(int32_t c);

/* Whether there is one of these in a text. */
bool uni_has_control(const char *text);

/* The text in normal form C; the same pointer where it is so already. */
const char *uni_compose(struct arena *arena, const char *text);

/*
 * One line of text: controls taken out, each run of blanks and newlines made
 * one blank, none at either end.  A no-break space inside stays as it is.
 */
char *uni_line(struct arena *arena, const char *text);

/* The same of a text from one place in it to another. */
char *uni_until(struct arena *arena, const char *from, const char *end);

/*
 * The text as it is compared: without case, accents or ligatures, with plain
 * apostrophes, hyphens and single blanks.
 */
const char *uni_fold(struct arena *arena, const char *text);

/* The text with a capital at its start, where it has a letter there. */
const char *uni_capital(struct arena *arena, const char *text);

/* The text in small letters, each by itself. */
const char *uni_lower(struct arena *arena, const char *text);

/* One line of text without case: for what only case tells apart. */
const char *uni_casefold(struct arena *arena, const char *text);

/* As strcmp, but runs of digits compare as numbers: F2 before F10. */
int uni_order(const char *a, const char *b);

/* The same of folded texts, and of the texts themselves where that is equal. */
int uni_order_folded(const char *a, const char *b);
