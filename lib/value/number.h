/*
 * number: numbers as people write them, exact to a thousandth.
 */
#pragma once

#include "text/term.h"
#include "value/reading.h"

struct arena;

/*
 * Reads 7,5 or 7.5, 10 000 (any blank), 10'000 or 10000, with a sign (- or
 * U+2212) or without, and what people put beside it: a unit (12 visites, 4 %),
 * k or millions, env. or ≈ in front, a range (5-10, entre 5 et 10).  A
 * separator before exactly three last digits parts thousands where it is a
 * comma in an English document; elsewhere there are two readings.
 */
enum sure number_reading(const char *text, enum lang lang,
    struct amount *amount);

/* The same for a number of one reading, with nothing beside it. */
bool number_read(const char *text, int64_t *thousandths);

/* The number that a text begins with; *rest: what stands behind it, no blank
 * in front. */
bool number_read_front(const char *text, int64_t *thousandths,
    const char **rest);

/* Whether the text carries a sign. */
bool number_has_sign(const char *text);

/*
 * a thousandths shared by b, in thousandths, rounded half to even to as many
 * decimals (0 to 3) as asked; b is not 0, and neither passes 10^15.
 */
int64_t number_divide(int64_t a, int64_t b, int decimals);

/* A share in per cent, in tenths, rounded half to even; whole is not 0. */
uint64_t number_share(uint64_t part, uint64_t whole);

/*
 * The number with as many decimals as it needs, at least decimals of them;
 * with a sign always, where signs is true: a score, whose minus is U+2212.
 */
const char *number_text(struct arena *arena, int64_t thousandths, int decimals,
    bool signs, enum lang lang);
