/*
 * Unit tests of clock: times of the day, alone and two by two.
 */
#include "value/clock.h"
#include "test.h"

static void
test_range(void **state)
{
	static const struct {
		const char *text;
		int start, end;
	} rows[] = { { "9h", 540, -1 }, { "9h30 - 10h", 570, 600 },
		{ "9h30-10h15", 570, 615 }, { "9 h 30 – 10 h", 570, 600 },
		{ "9h à 10h", 540, 600 }, { "9:30 to 10:15", 570, 615 },
		{ "9am—2 p.m.", 540, 840 }, { "23h - 24h", 1380, 1440 },
		{ "9h - midi", 540, 720 }, { "9-10h", 540, 600 },
		{ "9h30→10h", 570, 600 }, { "de 9h à 10h", 540, 600 },
		{ "from 9 to 10 am", 540, 600 }, { "22h - minuit", 1320, 1440 },
		{ "midi", 720, -1 }, { "9h30-12", 570, 720 },
		{ "09:30:00", 570, -1 }, { "9:30:00-10:00:00", 570, 600 } };
	static const char *const wrong[] = { "", "matin", "9h -", "- 9h", "14",
		"vers 9h", "9 - 10", "9h30 10h", "9h - 10h - 11h", "9:30:15",
		"9:30:0" };
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

static void
test_front(void **state)
{
	static const struct {
		const char *text;
		struct clock clock;
		const char *rest;
	} rows[] = {
		{ "9h30 - 10h30 Pause", { 570, 630, false, false }, "Pause" },
		{ "9h-9h30 : accueil", { 540, 570, false, false },
		    ": accueil" },
		{ "14h plénière", { 840, -1, false, false }, "plénière" },
		{ "vers 9h", { 540, -1, true, false }, "" },
		{ "around 9:15", { 555, -1, true, false }, "" },
		{ "14", { 840, -1, false, true }, "" },
		{ "Noon, outside", { 720, -1, false, false }, ", outside" },
		{ "9 - 10", { 540, -1, false, true }, "- 10" },
	};
	struct clock clock;
	const char *rest;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_true(clock_read_front(rows[i].text, &clock, &rest));
		assert_int_equal(clock.start, rows[i].clock.start);
		assert_int_equal(clock.end, rows[i].clock.end);
		assert_int_equal(clock.about, rows[i].clock.about);
		assert_int_equal(clock.bare, rows[i].clock.bare);
		assert_string_equal(rest, rows[i].rest);
	}
	assert_false(clock_read_front("matin", &clock, &rest));
	assert_false(clock_read_front("25h", &clock, &rest));
	assert_false(clock_read_front("2026", &clock, &rest));
}

static void
test_duration(void **state)
{
	static const struct {
		const char *text;
		int minutes;
	} rows[] = { { "1h30", 90 }, { "1,5 h", 90 }, { "1.25 h", 75 },
		{ "20 min", 20 }, { "10'", 10 }, { "90", 90 },
		{ "une demi-heure", 30 }, { "half an hour", 30 }, { "½ h", 30 },
		{ "3/4 h", 45 }, { "1 heure 30", 90 }, { "1 h et demie", 90 },
		{ "1:15", 75 }, { "trois quarts d'heure", 45 },
		{ "2 hours", 120 }, { "½ heure", 30 },
		{ "quart d'heure", 15 } };
	static const char *const wrong[] = { "", "0,5 j", "longue", "1,333 h",
		"1,250 h", "5000", "12,5", "-5", "999999999999 h" };
	size_t i;
	int minutes;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		if (!clock_duration_read(rows[i].text, &minutes))
			fail_msg("%s is a duration", rows[i].text);
		assert_int_equal(minutes, rows[i].minutes);
	}
	for (i = 0; i < COUNT(wrong); i++)
		if (clock_duration_read(wrong[i], &minutes))
			fail_msg("%s is no duration", wrong[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_range),
		cmocka_unit_test(test_front),
		cmocka_unit_test(test_duration),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
