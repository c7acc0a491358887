#include "value/state.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/period.h"

/* Whether a text is a day or a period, perhaps in brackets or behind a dash. */
static bool
is_when(struct arena *arena, const char *text)
{
	struct period period;
	size_t n;

	text = uni_skip_blanks(text);
	text = uni_skip_blanks(
	    text + uni_mark_of(text, "(", "-", "–", "—", ":", ","));
	n = strlen(text);
	n -= n > 0 && text[n - 1] == ')';
	return period_of_some_year(arena_copy(arena, text, n), &period) >=
	    SURE_ABOUT;
}

enum term
state_closed(const char *text)
{
	static const enum term closed[] = { T_DONE, T_DROPPED };
	ARENA_SCRATCH(arena);
	enum term term = term_find(text, closed, 2, NULL);
	size_t n = strcspn(text, " (:,");

	if (term == T_NONE && text[n] != '\0' && is_when(arena, text + n))
		term = term_find(arena_copy(arena, text, n), closed, 2, NULL);
	return term;
}
