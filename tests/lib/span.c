/*
 * Unit tests of span: what overlaps what.
 */
#include "value/span.h"
#include "test.h"

static const char *const whole = "the whole", *const part = "a part",
			 *const other = "something else";

static void
test_overlaps(void **state)
{
	struct span spans[] = { { 60, 120, part }, { 0, 90, whole },
		{ 120, 60, other }, { 90, 100, other } };

	(void)state;
	span_overlaps(spans, 4, NULL);
	assert_ptr_equal(spans[0].of, whole);
	assert_ptr_equal(spans[0].before, NULL);
	assert_ptr_equal(spans[1].before, whole);
	assert_int_equal(spans[2].start, 90);
	assert_ptr_equal(spans[2].before, part); /* it ended last */
	assert_ptr_equal(spans[3].before, NULL); /* one ends, one starts */
}

static bool
is_part(const void *a, const void *b)
{
	return (a == whole && b == part) || (a == part && b == whole);
}

static void
test_akin(void **state)
{
	struct span spans[] = { { 0, 180, whole }, { 0, 60, part },
		{ 30, 90, part }, { 100, 110, other } };

	(void)state;
	span_overlaps(spans, 4, is_part);
	assert_ptr_equal(spans[1].before, NULL);
	assert_ptr_equal(spans[2].before, part);
	assert_ptr_equal(spans[3].before, whole);
	span_overlaps(spans, 0, is_part);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_overlaps),
		cmocka_unit_test(test_akin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
