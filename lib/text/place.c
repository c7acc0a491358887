#include "text/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/term.h"
#include "text/uni.h"

/* Whether the first bytes of a text name one of some places. */
static bool
is_one(struct arena *arena, const char *text, size_t length,
    const enum term *places, size_t count)
{
	return term_find(arena_copy(arena, text, length), places, count,
		   NULL) != T_NONE;
}

bool
place_is(const char *text)
{
	static const enum term places[] = { T_CHAPTER, T_PART };
	size_t n = strcspn(text, " "), digits;
	ARENA_SCRATCH(arena);

	digits = strspn(text + n + (text[n] != '\0'), "0123456789");
	return digits > 0 && text[n + 1 + digits] == '\0' &&
	    is_one(arena, text, n, places, 2);
}

size_t
place_number(const char *text, size_t *length)
{
	static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI",
		"VII", "VIII", "IX", "X", "XI", "XII", NULL };

	*length = strspn(text, "0123456789");
	if (*length > 0)
		return *length < 5 ? (size_t)strtoul(text, NULL, 10) : 0;
	*length = strspn(text, "IVX");
	for (size_t i = 0; roman[i] != NULL; i++)
		if (strlen(roman[i]) == *length &&
		    strncmp(roman[i], text, *length) == 0)
			return i + 1;
	return 0;
}

const char *
place_part(struct arena *arena, const char *title, size_t *number)
{
	static const char *const colons[] = { ":", "-", "–", "—" };
	static const enum term part[] = { T_PART };
	size_t n = strcspn(title, " :"), length;
	const char *at;

	at = uni_skip_blanks(title + n);
	if (!is_one(arena, title, n, part, 1))
		return NULL;
	*number = place_number(at, &length);
	at = uni_skip_blanks(at + (*number > 0 ? length : 0));
	n = uni_mark(at, colons, sizeof(colons) / sizeof(*colons));
	if (n > 0)
		return uni_skip_blanks(at + n);
	return *number > 0 && *at == '\0' ? at : NULL;
}
