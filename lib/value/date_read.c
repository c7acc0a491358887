/*
 * date_read: days and periods for those who want no more than their days.
 */
#include <string.h>

#include "base/arena.h"
#include "value/period.h"

bool
date_read_period(const char *text, struct date *first, struct date *last)
{
	struct period period;

	if (period_reading(text, &period) < SURE_ABOUT || !period.has_first ||
	    !period.has_last)
		return false;
	*first = period.first;
	*last = period.last;
	return true;
}

bool
date_read(const char *text, struct date *date)
{
	struct period period;

	if (period_reading(text, &period) != SURE_EXACT || !period.plain)
		return false;
	*date = period.first;
	return true;
}

bool
date_read_front(const char *text, struct date *date, const char **rest)
{
	struct arena *arena = arena_new();
	size_t n = strlen(text);
	bool read = false;

	while (n > 0 && !read) {
		n--;
		read = strchr(" ,T", text[n]) != NULL &&
		    date_read(arena_copy(arena, text, n), date);
	}
	if (read)
		*rest = text + n + strspn(text + n, " ,T");
	arena_free(arena);
	return read && **rest != '\0';
}
