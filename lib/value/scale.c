#include "value/scale.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/number.h"

enum { FARTHEST = 1000000000 }; /* in thousandths */

/* A number, with a sign or without, and what is said of it in brackets. */
static bool
read_end(const char **at, int64_t *end)
{
	*at += **at == '+';
	if (!number_read_front(*at, end, at))
		return false;
	if (**at == '(')
		*at += strcspn(*at, ")");
	*at += strspn(*at, ") ");
	return true;
}

/* "notes de 1 (faible) à 5 (fort)", "[1;5]", "-3 à +3", from its words on. */
static bool
read_dressed(const char *at, struct scale *scale)
{
	size_t n;

	while ((n = term_front(T_SCALE_LEADS, at)) > 0)
		at += n;
	at += strspn(at, "([: ");
	if (!read_end(&at, &scale->lowest))
		return false;
	n = *at == ';' || *at == ',' ? 1 : term_front(T_VALUE_TO, at);
	at += n + strspn(at + n, " ");
	return n > 0 && read_end(&at, &scale->highest) &&
	    at[strspn(at, ")] .")] == '\0';
}

/* The two ends that dots part, or other words; or "out of" and the highest. */
static bool
read_ends(struct arena *arena, const char *text, enum lang lang,
    struct scale *scale)
{
	const char *dots = strstr(text, "..");
	struct amount amount;
	size_t front;

	if (dots != NULL)
		return number_read(uni_until(arena, text, dots),
			   &scale->lowest) &&
		    number_read(uni_line(arena, dots + strspn(dots, ".")),
			&scale->highest);
	front = term_front(T_THRESHOLD_OUT_OF, uni_fold(arena, text));
	if (front > 0) {
		scale->lowest = 0;
		return number_read(uni_line(arena, text + front),
		    &scale->highest);
	}
	if (number_reading(text, lang, &amount) != SURE_ABOUT)
		return read_dressed(uni_fold(arena, text), scale);
	*scale = (struct scale){ amount.low, amount.high };
	return true;
}

bool
scale_read(const char *text, enum lang lang, struct scale *scale)
{
	ARENA_SCRATCH(arena);
	bool read = read_ends(arena, text, lang, scale);

	return read && scale->lowest < scale->highest &&
	    scale->lowest >= -FARTHEST && scale->highest <= FARTHEST;
}

bool
scale_read_behind(const char *name, enum lang lang, struct scale *scale,
    size_t *front)
{
	ARENA_SCRATCH(arena);
	const char *at = name;
	bool read = false;

	while (!read && *at != '\0' && (at = strpbrk(at + 1, " /(")) != NULL) {
		*front = (size_t)(at - name);
		read = scale_read(reading_bare(arena, at), lang, scale);
	}
	return read;
}
