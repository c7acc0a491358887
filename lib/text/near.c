#include "text/near.h"

#include <stdint.h>
#include <string.h>

enum { MAX_NEAR = 64 }; /* bytes; longer texts are alike or they are not */

static size_t
min3(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* The optimal string alignment distance of two short strings. */
static size_t
distance(const char *a, size_t la, const char *b, size_t lb)
{
	size_t rows[3][MAX_NEAR + 1], *above2 = rows[0], *above = rows[1],
				      *row = rows[2];
	size_t i, j, *free_row;

	for (j = 0; j <= lb; j++)
		above[j] = j;
	for (i = 1; i <= la; i++) {
		row[0] = i;
		for (j = 1; j <= lb; j++) {
			row[j] = min3(above[j] + 1, row[j - 1] + 1,
			    above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && above2[j - 2] + 1 < row[j])
				row[j] = above2[j - 2] + 1;
		}
		free_row = above2;
		above2 = above;
		above = row;
		row = free_row;
	}
	return above[lb];
}

size_t
near_distance(const char *a, const char *b, size_t lb)
{
	size_t la = strlen(a), longer = la > lb ? la : lb, d;

	if (la == lb && memcmp(a, b, la) == 0)
		return 0;
	if (la == 0 || lb == 0 || longer > MAX_NEAR)
		return SIZE_MAX;
	d = distance(a, la, b, lb);
	return 3 * d > longer && d > 1 ? SIZE_MAX : d;
}
