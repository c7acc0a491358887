#include "value/scale.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/number.h"

enum { FARTHEST = 1000000000 }; /* in thousandths */

/* The two ends that dots part, or other words; or "out of" and the highest. */
static bool
read_ends(struct arena *arena, const char *text, enum lang lang,
    struct scale *scale)
{
	const char *dots = strstr(text, "..");
	struct amount amount;
	size_t front;

	if (dots != NULL)
		return number_read(uni_line(arena,
				       arena_copy(arena, text,
					   (size_t)(dots - text))),
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
		return false;
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
