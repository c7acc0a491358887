#include "domain/placeholder.h"

#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"

/* What holds a place is short. */
enum { LONGEST = 40 };

bool
placeholder_is(const char *text)
{
	ARENA_SCRATCH(arena);
	const char *plain;
	size_t n;

	/* what most texts do not start with */
	n = strspn(text, "([*\\ ");
	if (text[n] == '\0' || strchr(".?tTxXaAeE\xe2\xc3", text[n]) == NULL ||
	    strlen(text) > LONGEST)
		return false;
	plain = uni_line(arena, md_plain(arena, text));
	n = strspn(plain, "([ ");
	plain = arena_copy(arena, plain + n, strcspn(plain + n, ")]:"));
	return term_lists(T_REPORT_PLACEHOLDERS, uni_line(arena, plain));
}
