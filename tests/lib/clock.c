/*
 * Unit tests of clock: times of the day, alone and two by two.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "value/clock.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
test_range(void **state)
{
	static const struct {
		const char *text;
		int start, end;
	} rows[] = { { "9h", 540, -1 }, { "9h30 - 10h", 570, 600 },
		{ "9h30-10h15", 570, 615 }, { "9 h 30 – 10 h", 570, 600 },
		{ "9h à 10h", 540, 600 }, { "9:30 to 10:15", 570, 615 },
		{ "9am—2 p.m.", 540, 840 }, { "23h - 24h", 1380, 1440 } };
	static const char *const wrong[] = { "", "matin", "9h -", "- 9h",
		"9h - midi", "9 - 10", "9h30 10h", "9h - 10h - 11h" };
	int start, end;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		if (!clock_read_range(rows[i].text, &start, &end))
			fail_msg("%s is a range", rows[i].text);
		assert_int_equal(start, rows[i].start);
		assert_int_equal(end, rows[i].end);
	}
	for (i = 0; i < COUNT(wrong); i++)
		if (clock_read_range(wrong[i], &start, &end))
			fail_msg("%s is no range", wrong[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_range),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
