/*
 * Unit tests of marks: votes as a hand draws them.
 */
#include "value/marks.h"
#include "test.h"

static void
test_read(void **state)
{
	static const struct {
		const char *text;
		uint64_t count;
	} rows[] = { { "|", 1 }, { "|||", 3 }, { "||||/", 5 },
		{ "||||/ ||", 7 }, { "|||| ||||", 8 }, { "IIII", 4 },
		{ "IIII/ I", 6 }, { "●●●", 3 }, { "●●●●● ●●", 7 }, { "✓✓", 2 },
		{ "✔️ ✔️", 2 }, { "~~||||~~", 5 },
		{ "~~IIII~~ ~~||||~~ ||", 12 }, { " x x ", 2 },
		{ "\u00a0|\u202f|", 2 } };
	uint64_t count;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_true(marks_read(rows[i].text, &count));
		assert_int_equal(count, rows[i].count);
	}
}

static void
test_no_marks(void **state)
{
	static const char *const rows[] = { "", " ", "3", "(", "A", "|||)",
		"||/", "/", "~~|||~~", "~~||||", "~~|||||~~", "|a|", "non",
		"Il" };
	uint64_t count;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_false(marks_read(rows[i], &count));
	assert_false(marks_read_drawn("II", &count));
	assert_false(marks_read_drawn("x", &count));
	assert_true(marks_read_drawn("||||/", &count));
}

static void
test_dots(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(marks_dots(arena, 0), "");
	assert_string_equal(marks_dots(arena, 5), "●●●●●");
	assert_string_equal(marks_dots(arena, 7), "●●●●● ●●");
	arena_free(arena);
}

static void
test_bars(void **state)
{
	static const int64_t rising[] = { 0, 1000, 2000, 7000 },
			     falling[] = { 3, 0, -3 }, flat[] = { 5, 5 };
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(marks_bars(arena, rising, 4), "▁▂▃█");
	assert_string_equal(marks_bars(arena, falling, 3), "█▅▁");
	assert_string_equal(marks_bars(arena, flat, 2), "▄▄");
	assert_string_equal(marks_bars(arena, flat, 0), "");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_no_marks),
		cmocka_unit_test(test_dots),
		cmocka_unit_test(test_bars),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
