/*
 * Unit tests of exact quotients, and of the scales that people rate on.
 */
#include "value/fraction.h"
#include "test.h"
#include "value/scale.h"

static void
is(struct fraction a, int64_t part, int64_t whole)
{
	assert_true(a.part == part);
	assert_true(a.whole == whole);
}

static void
test_sums(void **state)
{
	(void)state;
	is(fraction_of(6, -4), -3, 2);
	is(fraction_of(0, 7), 0, 1);
	is(fraction_add(fraction_of(1, 6), fraction_of(1, 3)), 1, 2);
	is(fraction_less(fraction_of(1, 6), fraction_of(1, 3)), -1, 6);
	is(fraction_times(fraction_of(2, 3), fraction_of(-3, 4)), -1, 2);
	is(fraction_over(fraction_of(2, 3), fraction_of(-4, 3)), -1, 2);
}

static void
test_order(void **state)
{
	(void)state;
	assert_int_equal(fraction_order(fraction_of(1, 3),
			     fraction_of(333, 1000)),
	    1);
	assert_int_equal(fraction_order(fraction_of(-1, 3),
			     fraction_of(-333, 1000)),
	    -1);
	assert_int_equal(fraction_order(fraction_of(4, 6), fraction_of(2, 3)),
	    0);
	assert_int_equal(fraction_order(fraction_of(INT64_MAX, INT64_MAX - 1),
			     fraction_of(INT64_MAX - 1, INT64_MAX - 2)),
	    -1);
	assert_int_equal(fraction_order(fraction_of(2, 1), fraction_of(5, 2)),
	    -1);
	assert_int_equal(fraction_order(fraction_of(5, 2), fraction_of(2, 1)),
	    1);
}

static void
test_rounded(void **state)
{
	(void)state;
	assert_int_equal(fraction_rounded(fraction_of(1, 3), 2), 330);
	assert_int_equal(fraction_rounded(fraction_of(1, 8), 2), 120);
	assert_int_equal(fraction_rounded(fraction_of(3, 8), 2), 380);
	assert_int_equal(fraction_rounded(fraction_of(-1, 8), 2), -120);
	assert_int_equal(fraction_rounded(fraction_of(-2, 3), 0), -1000);
	assert_int_equal(fraction_rounded(fraction_of(5, 2), 0), 2000);
}

/* What cannot be held is lost, and never another number. */
static void
test_lost(void **state)
{
	struct fraction a = fraction_of(1, INT64_MAX);
	struct fraction b = fraction_of(1, INT64_MAX - 1);
	struct fraction c = fraction_of(1, INT64_MAX - 2);
	struct fraction lost = fraction_add(fraction_add(a, b), c);

	(void)state;
	assert_true(fraction_is_lost(lost));
	assert_true(fraction_is_lost(fraction_times(lost, fraction_of(0, 1))));
	assert_true(fraction_is_lost(fraction_less(fraction_of(1, 2), lost)));
	assert_false(fraction_is_lost(a));
}

static void
test_scale(void **state)
{
	static const struct {
		const char *text;
		int64_t lowest, highest;
	} rows[] = {
		{ "-3..3", -3000, 3000 },
		{ "0-20", 0, 20000 },
		{ "1 à 5", 1000, 5000 },
		{ "from 1 to 5", 1000, 5000 },
		{ "/20", 0, 20000 },
		{ "sur 20", 0, 20000 },
		{ "out of 10", 0, 10000 },
		{ "-3 à +3", -3000, 3000 },
		{ "[1;5]", 1000, 5000 },
		{ "notes de 1 à 5", 1000, 5000 },
		{ "1 (faible) à 5 (fort)", 1000, 5000 },
		{ "4", 0, 0 },
		{ "1, 5 et 7", 0, 0 },
		{ "5..1", 0, 0 },
		{ "0", 0, 0 },
		{ "beaucoup", 0, 0 },
		{ "", 0, 0 },
	};
	struct scale scale;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (!scale_read(rows[i].text, LANG_FR, &scale))
			scale = (struct scale){ 0, 0 };
		if (scale.lowest != rows[i].lowest ||
		    scale.highest != rows[i].highest)
			fail_msg("%s: %d..%d", rows[i].text, (int)scale.lowest,
			    (int)scale.highest);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_rounded),
		cmocka_unit_test(test_lost),
		cmocka_unit_test(test_scale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
