/*
 * What diff_find says turns the old sequence into the new one, and is short.
 */
#include "text/diff.h"
#include "test.h"

enum { LONG = 20000 };

/* Plays the runs, checks that they give both sequences; returns the changes. */
static size_t
play(const int *old, size_t old_count, const int *new, size_t new_count)
{
	struct arena *arena = arena_new();
	struct diff diff = diff_find(arena, old, old_count, new, new_count);
	const struct diff_run *run;
	size_t i = 0, j = 0, k, n, changes = 0;

	for (k = 0; k < diff.count; k++) {
		run = &diff.runs[k];
		assert_int_equal(run->at, run->kind == DIFF_IN ? j : i);
		assert_true(k == 0 || diff.runs[k - 1].kind != run->kind);
		for (n = 0; n < run->count && run->kind == DIFF_SAME; n++)
			assert_int_equal(old[i + n], new[j + n]);
		i += run->kind == DIFF_IN ? 0 : run->count;
		j += run->kind == DIFF_OUT ? 0 : run->count;
		changes += run->kind == DIFF_SAME ? 0 : run->count;
	}
	assert_int_equal(i, old_count);
	assert_int_equal(j, new_count);
	arena_free(arena);
	return changes;
}

static void
small(void **unused)
{
	/* ABCABBA and CBABAC, the example of the paper: five changes */
	static const int old[] = { 1, 2, 3, 1, 2, 2, 1 };
	static const int new[] = { 3, 2, 1, 2, 1, 3 };

	(void)unused;
	assert_int_equal(play(old, 7, new, 6), 5);
	assert_int_equal(play(old, 7, old, 7), 0);
	assert_int_equal(play(old, 7, new, 0), 7);
	assert_int_equal(play(old, 0, new, 6), 6);
	assert_int_equal(play(old, 0, new, 0), 0);
}

static unsigned state = 1;

static int
any(unsigned below)
{
	state = state * 1103515245U + 12345U;
	return (int)(state >> 16 & 0x7fff) % (int)below;
}

/* The length of the longest common subsequence, by the book. */
static size_t
common(const int *a, size_t n, const int *b, size_t m)
{
	size_t rows[2][16] = { { 0 } }, i, j;

	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++)
			rows[i % 2][j] = a[i - 1] == b[j - 1]
			    ? rows[(i - 1) % 2][j - 1] + 1
			    : rows[(i - 1) % 2][j] > rows[i % 2][j - 1]
			    ? rows[(i - 1) % 2][j]
			    : rows[i % 2][j - 1];
	return rows[n % 2][m];
}

static void
shortest(void **unused)
{
	int old[15], new[15];
	size_t round, i, n, m;

	(void)unused;
	for (round = 0; round < 20000; round++) {
		n = (size_t)any(16);
		m = (size_t)any(16);
		for (i = 0; i < 15; i++) {
			old[i] = any(3);
			new[i] = any(3);
		}
		assert_int_equal(play(old, n, new, m),
		    n + m - 2 * common(old, n, new, m));
	}
}

static int old_words[LONG], new_words[LONG];

static void
nothing_in_common(void **unused)
{
	size_t i;

	(void)unused;
	for (i = 0; i < LONG; i++) {
		old_words[i] = (int)i;
		new_words[i] = (int)(LONG + i);
	}
	assert_int_equal(play(old_words, LONG, new_words, LONG), 2 * LONG);
	for (i = 0; i < LONG; i++) /* much in common, at the wrong places */
		new_words[i] = (int)(LONG - 1 - i);
	play(old_words, LONG, new_words, LONG);
	for (i = 0; i < LONG; i++) {
		old_words[i] = any(50);
		new_words[i] = any(50);
	}
	play(old_words, LONG, new_words, LONG);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small),
		cmocka_unit_test(shortest),
		cmocka_unit_test(nothing_in_common),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
