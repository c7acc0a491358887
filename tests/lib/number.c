/*
 * Unit tests of number: numbers as people write them.
 */
#include "value/number.h"
#include "test.h"

static void
test_read(void **state)
{
	static const struct {
		const char *text;
		int64_t value;
	} rows[] = { { "0", 0 }, { "7", 7000 }, { "7,5", 7500 },
		{ "7.5", 7500 }, { "-7,25", -7250 }, { "+3", 3000 },
		{ "\u22123", -3000 }, { "0,001", 1 }, { "10000", 10000000 },
		{ "10 000", 10000000 }, { "10\u202f000,5", 10000500 },
		{ "1\u00a0000\u00a0000", 1000000000 }, { "007", 7000 },
		{ "7,5000", 7500 }, { "7 ", 7000 }, { "1'234,5", 1234500 },
		{ "12 k", 12000000 },
		{ "1000000000000", INT64_C(1000000000000000) } };
	static const char *const wrong[] = { "", " ", "-", "a", "7,", ",5",
		"7,5,5", "7,5001", "1,234", "1.234", "1e3", "0x10", "10 00",
		"10 0000", "- 7", "1000000000001", "99999999999999999999",
		"7 %", "1\u00bd" };
	int64_t value;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		value = -1;
		assert_true(number_read(rows[i].text, &value));
		assert_true(value == rows[i].value);
	}
	for (i = 0; i < COUNT(wrong); i++)
		assert_false(number_read(wrong[i], &value));
	assert_true(number_has_sign("+1") && number_has_sign("\u22121"));
	assert_false(number_has_sign("1") || number_has_sign(""));
}

static void
test_text(void **state)
{
	static const struct {
		int64_t value;
		int decimals;
		bool signs;
		const char *fr, *en;
	} rows[] = { { 0, 0, false, "0", "0" },
		{ 7500, 0, false, "7,5", "7.5" }, { 7000, 0, false, "7", "7" },
		{ 7000, 2, false, "7,00", "7.00" },
		{ 7125, 1, false, "7,1250", "7.1250" },
		{ -500, 0, false, "-0,5", "-0.5" },
		{ 3000, 0, true, "+3", "+3" },
		{ -3000, 1, true, "\u22123,0", "\u22123.0" },
		{ 1, 0, false, "0,001", "0.001" },
		{ 10000000, 0, false, "10000", "10000" } };
	struct arena *arena = arena_new();
	int64_t value;
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		text = number_text(arena, rows[i].value, rows[i].decimals,
		    rows[i].signs, LANG_FR);
		assert_string_equal(text, rows[i].fr);
		assert_true(number_read(text, &value));
		assert_true(value == rows[i].value);
		text = number_text(arena, rows[i].value, rows[i].decimals,
		    rows[i].signs, LANG_EN);
		assert_string_equal(text, rows[i].en);
	}
	arena_free(arena);
}

static void
test_divide(void **state)
{
	static const int64_t huge = INT64_C(1000000000000000);
	static const struct {
		int64_t a, b, quotient;
		int decimals;
	} rows[] = { { 10000, 4, 2500, 1 }, { 10000, 4, 2000, 0 },
		{ 14000, 4, 4000, 0 }, { 500, 1, 0, 0 }, { 1500, 1, 2000, 0 },
		{ 2500, 1, 2000, 0 }, { -500, 1, 0, 0 }, { -1500, 1, -2000, 0 },
		{ -2500, 1, -2000, 0 }, { 2501, 1, 3000, 0 },
		{ 10000, 3, 3330, 2 }, { 20000, 3, 6670, 2 },
		{ 10000, 3, 3333, 3 }, { 10000, -4, -2500, 1 },
		{ 250, 1, 200, 1 }, { 350, 1, 400, 1 }, { 25, 10, 2, 3 },
		{ huge, 1, huge, 0 }, { -huge, huge, -1, 3 },
		{ huge, huge, 1, 3 } };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		assert_true(number_divide(rows[i].a, rows[i].b,
				rows[i].decimals) == rows[i].quotient);
}

static void
test_front(void **state)
{
	static const struct {
		const char *text;
		int64_t thousandths;
		const char *rest;
	} rows[] = { { "18 h", 18000, "h" }, { "7,5 km", 7500, "km" },
		{ "42\u00a0%", 42000, "%" }, { "42%", 42000, "%" },
		{ "3 200 habitants", 3200000, "habitants" },
		{ "\u22124", -4000, "" }, { "12.", 12000, "." } };
	static const char *const wrong[] = { "", "h", "about 12", "-", "1.2345",
		"9999999999999" };
	const char *rest;
	int64_t value;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_true(number_read_front(rows[i].text, &value, &rest));
		assert_int_equal(value, rows[i].thousandths);
		assert_string_equal(rest, rows[i].rest);
	}
	for (i = 0; i < COUNT(wrong); i++)
		assert_false(number_read_front(wrong[i], &value, &rest));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_read),
		cmocka_unit_test(test_text), cmocka_unit_test(test_divide),
		cmocka_unit_test(test_front) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
