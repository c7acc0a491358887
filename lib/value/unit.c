#include "value/unit.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "text/term.h"
#include "text/uni.h"
#include "value/number.h"

const char *
unit_of(const char *plain)
{
	const char *digit = strpbrk(plain, "0123456789"), *rest;
	int64_t number;

	return digit != NULL && number_read_front(digit, &number, &rest) ? rest
									 : "";
}

/* Whether two folded units, the first no longer than the other, are one: as
 * they stand, behind a "k", or an abbreviation of the other. */
static bool
is_same(const char *one, const char *two)
{
	size_t n = strlen(one), m = strlen(two), shared = 0;

	while (shared < n && one[shared] == two[shared])
		shared++;
	return strcmp(one, two + m - n) == 0 || shared >= 3 ||
	    (n == 1 && shared == 1 && m > 3 && strchr("hjds", *one) != NULL);
}

bool
unit_differs(const char *a, const char *b)
{
	struct arena *arena = arena_new();
	const char *one = uni_fold(arena, a), *two = uni_fold(arena, b);
	bool differs = *one != '\0' && *two != '\0' &&
	    (term_lists_start(T_MEASURING_UNITS, one) ||
		term_lists_start(T_MEASURING_UNITS, two)) &&
	    !(strlen(one) <= strlen(two) ? is_same(one, two)
					 : is_same(two, one));

	arena_free(arena);
	return differs;
}
