/*
 * place: where something stands in proceedings, in words.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Whether a text is "chapitre 4", "part 2". */
bool place_is(const char *text);

/* The number at the start of a text, "2" or "II", and its length; 0 where there
 * is none. */
size_t place_number(const char *text, size_t *length);

/*
 * What stands behind "Partie 2 :", "Part II -" or "Partie :", "" where that is
 * all; NULL where a title does not begin so.  *number is 0 where it has none.
 */
const char *place_part(struct arena *arena, const char *title, size_t *number);
