/*
 * uni_order: texts in the order that people give them.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Compares the numbers at *a and *b, and moves both past them. */
static int
order_numbers(const char **a, const char **b)
{
	size_t la, lb;
	int order;

	while (**a == '0')
		++*a;
	while (**b == '0')
		++*b;
	la = strspn(*a, "0123456789");
	lb = strspn(*b, "0123456789");
	order = la != lb ? (la < lb ? -1 : 1) : memcmp(*a, *b, la);
	*a += la;
	*b += lb;
	return order;
}

int
uni_order(const char *a, const char *b)
{
	int order;

	while (*a != '\0' && *b != '\0') {
		if (is_digit(*a) && is_digit(*b)) {
			order = order_numbers(&a, &b);
			if (order != 0)
				return order;
		} else if (*a != *b) {
			break;
		} else {
			a++;
			b++;
		}
	}
	return (int)(unsigned char)*a - (int)(unsigned char)*b;
}

int
uni_order_folded(const char *a, const char *b)
{
	ARENA_SCRATCH(arena);
	int order = uni_order(uni_fold(arena, a), uni_fold(arena, b));

	return order != 0 ? order : uni_order(a, b);
}
