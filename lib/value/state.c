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

/* Whether a text tells who did it, or that it was today: "par Bo", "hier". */
static bool
is_by(struct arena *arena, const char *text)
{
	text = uni_skip_blanks(text);
	text += *text == '(';
	return term_front(T_STATE_BY, uni_fold(arena, text)) > 0;
}

enum term
state_closed(const char *text)
{
	static const enum term closed[] = { T_DONE, T_DROPPED };
	ARENA_SCRATCH(arena);
	const char *box = *text == '['
	    ? arena_copy(arena, text + 1, strcspn(text + 1, "]"))
	    : text;
	enum term term = term_find(box, closed, 2, NULL);
	size_t n = strcspn(text, " (:,.!");

	if (term == T_NONE && text[n] != '\0' &&
	    (text[n + strspn(text + n, " .!")] == '\0' ||
		is_when(arena, text + n) || is_by(arena, text + n)))
		term = term_find(arena_copy(arena, text, n), closed, 2, NULL);
	return term;
}
