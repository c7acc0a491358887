/*
 * marks: votes as a hand draws them on a wall, or counts them, and as a report
 * shows them.
 */
#pragma once

#include "text/term.h"
#include "value/reading.h"

struct arena;

/*
 * Reads marks into their number: bars (| or I), dots, ticks or crosses, with
 * or without blanks between; four bars and a stroke (||||/), or four struck
 * out (~~||||~~), are five.  False for anything else, and for nothing.
 */
bool marks_read(const char *text, uint64_t *count);

/* The same for marks that no word could be: neither I nor x. */
bool marks_read_drawn(const char *text, uint64_t *count);

/* Where what ends a text begins that such marks, and what strikes them, may be
 * drawn with: its end, where nothing is. */
const char *marks_front(const char *text);

/* Whether marks for and against stand in a text, "🟢🟢 🔴", which no sum tells. */
bool marks_are_opposed(const char *text);

/* The number of the colour that a text has a word for, "gommettes vertes"; 0 where
 * it has none, or two. */
int marks_colour(const char *text);

/* Whether a text counts marks of two colours, "7 gommettes vertes, 2 rouges". */
bool marks_are_coloured(const char *text);

/* Whether a text is one such mark, which a figure beside it counts: "12 👍". */
bool marks_is_one(const char *text);

/* Whether a text counts, and not to the last one: "une dizaine de voix", "about 10",
 * "8-10 votes"; unit: it says what. */
bool marks_are_about(const char *text, bool *unit);

/*
 * Reads such marks (drawn: it was these), and 7, 7 voix, (11), 11 votes, 1 200.
 * What is no whole number, or has a sign, is SURE_NOT; a number of two readings
 * is SURE_TWO.
 */
enum sure marks_reading(const char *text, enum lang lang, uint64_t *count,
    bool *drawn);

/* Dots in groups of five, at least one: "●●●●● ●●". */
const char *marks_dots(struct arena *arena, uint64_t count);

/* How many a dot stands for, 1, 2, 5, 10, 20 ..., so that the most of them are
 * so many dots at the longest. */
uint64_t marks_scale(uint64_t most, uint64_t longest);

/* Numbers as bars of eight heights, from the least to the greatest: "▁▃█";
 * all the same, they are of middle height. */
const char *marks_bars(struct arena *arena, const int64_t *numbers,
    size_t count);
