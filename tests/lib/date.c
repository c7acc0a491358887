/*
 * Unit tests of date: days as people write them.
 */
#include <stdio.h>

#include "test.h"
#include "value/period.h"

static void
test_read(void **state)
{
	static const struct {
		const char *text;
		int year, month, day;
	} rows[] = { { "2021-11-16", 2021, 11, 16 },
		{ "16/11/2021", 2021, 11, 16 }, { "1/3/2022", 2022, 3, 1 },
		{ "16 novembre 2021", 2021, 11, 16 },
		{ "16\u00a0novembre 2021", 2021, 11, 16 },
		{ "16 November 2021", 2021, 11, 16 },
		{ "November 16, 2021", 2021, 11, 16 },
		{ "1er mars 2022", 2022, 3, 1 },
		{ "1ᵉʳ mars 2022", 2022, 3, 1 },
		{ "Mardi 16 NOVEMBRE 2021", 2021, 11, 16 },
		{ "Tuesday, 16 November 2021", 2021, 11, 16 },
		{ "3rd March 2022", 2022, 3, 3 },
		{ "29 février 2024", 2024, 2, 29 },
		{ "31 août 2021", 2021, 8, 31 },
		{ "31 aout 2021", 2021, 8, 31 },
		{ "9999-12-31", 9999, 12, 31 } };
	static const char *const wrong[] = { "", "2021", "novembre 2021",
		"16 et 17 novembre 2021", "2021-02-29", "1900-02-29",
		"31/04/2021", "2021-13-01", "2021-00-10", "0000-01-01",
		"21-11-16", "+021-11-16", "2021-+1-05", "2021- 1-05",
		"2021-11-16 10:00", "réunion 16 novembre 2021",
		"16 brumaire 2021", "16x novembre 2021", "16 novembre 20211",
		"32 mars 2021", "mardi", "lundi mardi 16 mars 2021" };
	struct date date;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		memset(&date, 0, sizeof(date));
		if (!date_read(rows[i].text, &date))
			fail_msg("%s is a date", rows[i].text);
		assert_int_equal(date.year, rows[i].year);
		assert_int_equal(date.month, rows[i].month);
		assert_int_equal(date.day, rows[i].day);
	}
	for (i = 0; i < COUNT(wrong); i++)
		if (date_read(wrong[i], &date))
			fail_msg("%s is no date", wrong[i]);
}

static void
test_text(void **state)
{
	static const struct date first = { 2022, 3, 1 },
				 last = { 2021, 12, 31 };
	struct arena *arena = arena_new();
	struct date date, again;
	enum lang lang;

	(void)state;
	assert_string_equal(date_text(arena, first, LANG_FR), "1er mars 2022");
	assert_string_equal(date_text(arena, first, LANG_EN), "1 March 2022");
	assert_string_equal(date_text(arena, last, LANG_FR),
	    "31 décembre 2021");
	date = (struct date){ 2020, 1, 1 };
	for (lang = LANG_FR; lang <= LANG_EN; lang++)
		for (date.month = 1; date.month <= 12; date.month++) {
			assert_true(
			    date_read(date_text(arena, date, lang), &again));
			assert_int_equal(again.month, date.month);
		}
	arena_free(arena);
}

static void
test_day(void **state)
{
	struct date date = { 1999, 1, 1 }, found;
	long day = date_day(date);
	char text[48];

	(void)state;
	for (; date.year < 2101; date.year++)
		for (date.month = 1; date.month <= 12; date.month++)
			for (date.day = 1; date.day <= 31; date.day++) {
				snprintf(text, sizeof(text), "%d/%d/%d",
				    date.day, date.month, date.year);
				if (!date_read(text, &found))
					continue;
				assert_int_equal(date_day(date), day);
				found = date_of_day(day++);
				assert_int_equal(found.year, date.year);
				assert_int_equal(found.month, date.month);
				assert_int_equal(found.day, date.day);
			}
}

static void
test_months(void **state)
{
	static const struct {
		struct date from;
		int months;
		struct date to;
	} rows[] = { { { 2025, 10, 16 }, 36, { 2028, 10, 16 } },
		{ { 2025, 1, 31 }, 1, { 2025, 2, 28 } },
		{ { 2023, 8, 31 }, 6, { 2024, 2, 29 } },
		{ { 2025, 1, 15 }, -1, { 2024, 12, 15 } },
		{ { 9999, 12, 1 }, 1, { 9999, 12, 31 } },
		{ { 1, 1, 5 }, -1, { 1, 1, 1 } } };
	struct date found;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		found = date_add_months(rows[i].from, rows[i].months);
		assert_int_equal(date_day(found), date_day(rows[i].to));
	}
}

static void
test_span(void **state)
{
	static const struct {
		const char *text;
		struct date_span span;
	} rows[] = { { "3 ans", { 36, 0 } }, { "18 mois", { 18, 0 } },
		{ "1 an et 6 mois", { 18, 0 } }, { "6 Weeks", { 0, 42 } },
		{ "1 year, 10 days", { 12, 10 } }, { "90j", { 0, 90 } },
		{ "2 années", { 24, 0 } }, { "1 month and 1 day", { 1, 1 } },
		{ "trois ans", { 36, 0 } }, { "un an et demi", { 18, 0 } },
		{ "2 years and a half", { 30, 0 } } };
	static const char *const wrong[] = { "", "ans", "3", "0 mois",
		"3 lustres", "2,5 ans", "trois", "2000 years", "1 an ou 2 ans",
		"1 mois et demi" };
	struct date_span span;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_true(date_span_read(rows[i].text, &span));
		assert_int_equal(span.months, rows[i].span.months);
		assert_int_equal(span.days, rows[i].span.days);
	}
	for (i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(date_span_read(wrong[i], &span));
}

static void
test_after(void **state)
{
	static const struct {
		struct date from;
		struct date_span span;
		int times;
		struct date to;
	} rows[] = { { { 2024, 1, 1 }, { 36, 0 }, 1, { 2027, 1, 1 } },
		{ { 2025, 1, 31 }, { 1, 0 }, 2, { 2025, 3, 31 } },
		{ { 2025, 12, 31 }, { 0, 1 }, 3, { 2026, 1, 3 } },
		{ { 9990, 1, 1 }, { 12000, 9 }, 1, { 9999, 12, 31 } } };
	struct date found;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		found = date_after(rows[i].from, rows[i].span, rows[i].times);
		assert_int_equal(date_day(found), date_day(rows[i].to));
	}
}

static void
test_weekday(void **state)
{
	(void)state;
	assert_int_equal(date_weekday((struct date){ 2025, 10, 16 }),
	    T_THURSDAY);
	assert_int_equal(date_weekday((struct date){ 2000, 2, 29 }), T_TUESDAY);
	assert_int_equal(date_weekday((struct date){ 1, 1, 1 }), T_MONDAY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_read),
		cmocka_unit_test(test_text), cmocka_unit_test(test_day),
		cmocka_unit_test(test_months), cmocka_unit_test(test_span),
		cmocka_unit_test(test_after), cmocka_unit_test(test_weekday) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
