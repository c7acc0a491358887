#include "value/unit.h"

#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "value/amount.h"
#include "value/number.h"

const char *
unit_of(const char *plain)
{
	const char *digit = strpbrk(plain, "0123456789"), *rest;
	int64_t number;

	if (digit == NULL || number_read_front(digit, &number, &rest))
		return digit != NULL ? rest : "";
	return uni_skip_blanks(digit + strspn(digit, "0123456789.,"));
}

/* Whether two folded units, the first no longer than the other, are one: as
 * they stand, or an abbreviation of the other. */
static bool
is_same(const char *one, const char *two)
{
	size_t n = strlen(one), m = strlen(two), shared = 0;

	while (shared < n && one[shared] == two[shared])
		shared++;
	return strcmp(one, two + m - n) == 0 || shared >= 3 ||
	    (n == 1 && shared == 1 && m > 3 && strchr("hjds", *one) != NULL);
}

/* A folded unit as it is compared: euros by their sign, others without how many
 * they count in; "" of a word that says no more than that the number is a
 * limit. */
static const char *
base_of(const char *unit)
{
	const char *at = unit;

	amount_skip_scale(&at);
	if (strstr(unit, "€") != NULL || term_front(T_VALUE_EURO, at) > 0)
		return "€";
	return term_lists_start(T_VALUE_LIMITS, at) ? "" : at;
}

bool
unit_differs(const char *a, const char *b)
{
	ARENA_SCRATCH(arena);
	const char *one = base_of(uni_fold(arena, a));
	const char *two = base_of(uni_fold(arena, b));

	return *one != '\0' && *two != '\0' &&
	    (term_lists_start(T_MEASURING_UNITS, one) ||
		term_lists_start(T_MEASURING_UNITS, two)) &&
	    !(strlen(one) <= strlen(two) ? is_same(one, two)
					 : is_same(two, one));
}

int64_t
unit_times(const char *unit)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, unit);

	return amount_skip_scale(&folded);
}

bool
unit_measures(const char *text)
{
	ARENA_SCRATCH(arena);

	return term_lists_start(T_MEASURING_UNITS, uni_fold(arena, text));
}
