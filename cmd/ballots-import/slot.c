/*
 * slot: the header of an option that is a day and its hours.
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"

/* Whether a text begins as a pattern does, where 0 is any digit. */
static bool
begins(const char *text, const char *pattern)
{
	for (; *pattern != '\0'; text++, pattern++)
		if (*pattern == '0' ? *text < '0' || *text > '9'
				    : *text != *pattern)
			return false;
	return true;
}

const char *
slot_text(struct arena *arena, const char *header)
{
	static const char moment[] = "0000-00-00T00:00";
	const char *end = strchr(header, '/');

	if (end == NULL || !begins(header, moment) || !begins(end + 1, moment))
		return header;
	end++;
	return strncmp(header, end, 10) == 0
	    ? arena_format(arena, "%.10s, %.5s–%.5s", header, header + 11,
		  end + 11)
	    : arena_format(arena, "%.10s, %.5s – %.10s, %.5s", header,
		  header + 11, end, end + 11);
}

void
slot_join(struct import *import, const struct row *first,
    const struct row *second, struct row *joined)
{
	size_t count =
	    first->count > second->count ? first->count : second->count;
	const char *day = "", *above, *below;
	size_t i;

	*joined = *second;
	joined->pos = first->pos;
	joined->count = count;
	joined->cells =
	    arena_array(import->arena, count, sizeof(*joined->cells));
	for (i = 0; i < count; i++) {
		above = table_cell(first, (long)i);
		below = table_cell(second, (long)i);
		if (*above != '\0')
			day = above;
		joined->cells[i] = *below == '\0' ? above
		    : *day == '\0'
		    ? arena_string(import->arena, below)
		    : arena_format(import->arena, "%s, %s", day, below);
	}
}
