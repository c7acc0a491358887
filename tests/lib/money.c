/*
 * Unit tests of money and chart: amounts in euros; names for Mermaid.
 */
#include "value/money.h"
#include "report/chart.h"
#include "test.h"
#include "value/number.h"

/* Reads an amount of one reading, with nothing beside it. */
static bool
money_read(const char *text, int64_t *cents)
{
	struct amount amount;

	if (money_reading(text, &amount) != SURE_EXACT || !amount.plain)
		return false;
	*cents = amount.value;
	return true;
}

static void
test_read(void **state)
{
	static const struct {
		const char *text;
		int64_t cents;
	} rows[] = { { "0", 0 }, { "1250", 125000 }, { "1 250,50 €", 125050 },
		{ "€1250.5", 125050 }, { "€ 3", 300 }, { "12 k€", 1200000 },
		{ "1,5 M€", 150000000 }, { "2.5k", 250000 }, { "2 €50", 250 },
		{ "300 euros", 30000 }, { "1 EUR", 100 }, { "-7,25", -725 },
		{ "\u2212€7", -700 }, { "\u22121\u202f000\u202f€", -100000 },
		{ "+5 €", 500 }, { "1,005", 100500 }, { "€1,234.50", 123450 },
		{ "1000000000000", INT64_C(100000000000000) } };
	static const char *const wrong[] = { "", "€", "k€", "a", "0,005", "--1",
		"-+1", "1 €€", "10 %", "12,5 € par an", "0,0001",
		"1000000000001", "1000000000000 k€", "9999999999 M€" };
	int64_t cents;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		cents = -1;
		assert_true(money_read(rows[i].text, &cents));
		assert_true(cents == rows[i].cents);
	}
	for (i = 0; i < COUNT(wrong); i++)
		assert_false(money_read(wrong[i], &cents));
}

static void
test_text(void **state)
{
	static const struct {
		int64_t cents;
		const char *fr, *en;
	} rows[] = { { 0, "0\u202f€", "€0" },
		{ 125050, "1\u202f250,50\u202f€", "€1\u202f250.50" },
		{ 5, "0,05\u202f€", "€0.05" },
		{ -70000, "\u2212700\u202f€", "\u2212€700" },
		{ INT64_C(100000000000000),
		    "1\u202f000\u202f000\u202f000\u202f000\u202f€",
		    "€1\u202f000\u202f000\u202f000\u202f000" } };
	struct arena *arena = arena_new();
	int64_t again = -1;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_string_equal(money_text(arena, rows[i].cents, T_NONE,
					LANG_FR),
		    rows[i].fr);
		assert_string_equal(money_text(arena, rows[i].cents, T_NONE,
					LANG_EN),
		    rows[i].en);
		assert_true(money_read(rows[i].fr, &again));
		assert_true(again == rows[i].cents);
		assert_true(money_read(rows[i].en, &again));
		assert_true(again == rows[i].cents);
	}
	arena_free(arena);
}

static void
test_share(void **state)
{
	(void)state;
	assert_int_equal(number_share(1, 3), 333);
	assert_int_equal(number_share(2, 3), 667);
	assert_int_equal(number_share(1, 2000), 0);
	assert_int_equal(number_share(3, 2000), 2);
	assert_int_equal(number_share(5, 5), 1000);
	assert_true(number_share(INT64_MAX, INT64_MAX) == 1000);
}

static void
test_chart(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	chart_quoted(&out, "a \"b\"; [c]: #1");
	assert_string_equal(out.at, "\"a b c 1\"");
	buf_cut(&out, 0);
	chart_name(&out, "::");
	assert_string_equal(out.at, "-");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_read),
		cmocka_unit_test(test_text), cmocka_unit_test(test_share),
		cmocka_unit_test(test_chart) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
