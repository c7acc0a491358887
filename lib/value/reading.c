#include "value/reading.h"

#include <string.h>

#include "base/arena.h"
#include "text/term.h"
#include "text/uni.h"

/* What says that there is nothing is short, and has no figure. */
enum { LONGEST = 24 };

bool
reading_is_empty(const char *plain)
{
	if (*plain == '\0')
		return true;
	return strlen(plain) <= LONGEST &&
	    strpbrk(plain, "|0123456789") == NULL &&
	    term_lists(T_VALUE_EMPTY, plain);
}

bool
reading_cut_words(char *folded, enum term list)
{
	ARENA_SCRATCH(arena);
	size_t n = strlen(folded);
	char *at = folded + (n > LONGEST ? n - LONGEST : 0);

	for (; (at = strchr(at, ' ')) != NULL; at++)
		if (at > folded &&
		    term_lists(list, reading_bare(arena, at + 1))) {
			*at = '\0';
			return true;
		}
	return false;
}

bool
reading_cut_doubt(char *folded)
{
	size_t n = strlen(folded), kept = n;

	if (reading_cut_words(folded, T_VALUE_DOUBTS))
		return true;
	while (kept > 0 && strchr(" ?()", folded[kept - 1]) != NULL)
		kept--;
	if (memchr(folded + kept, '?', n - kept) == NULL)
		return false;
	folded[kept] = '\0';
	return true;
}

const char *
reading_bare(struct arena *arena, const char *text)
{
	const char *line = uni_line(arena, text);
	size_t n = strlen(line);

	return n > 2 && *line == '(' && line[n - 1] == ')'
	    ? uni_until(arena, line + 1, line + 1 + n - 2)
	    : line;
}
