/*
 * Unit tests of dress: numbers, emoji and marks around words.
 */
#include "text/dress.h"
#include "test.h"

static void
test_number(void **state)
{
	static const char *const rows[][2] = { { "1) Forces", "Forces" },
		{ "1. Forces", "Forces" }, { "1.1 Forces", "Forces" },
		{ "1.2.3. Forces", "Forces" }, { "1 - Forces", "Forces" },
		{ "2 – Forces", "Forces" }, { "A. Forces", "Forces" },
		{ "a) Forces", "Forces" }, { "I. Forces", "Forces" },
		{ "IV - Forces", "Forces" }, { "N°1 Forces", "Forces" },
		{ "n° 2 : Forces", "Forces" } };
	static const char *const none[] = { "", "Forces", "3 mars", "2026", "A",
		"12", "1)", "2026. Bilan", "I am", "Il faut", "d'abord", "A b",
		"X-ray", "1er tour" };
	size_t i, n;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		n = dress_number(rows[i][0]);
		if (n == 0)
			fail_msg("%s has a number", rows[i][0]);
		assert_string_equal(rows[i][0] + n, rows[i][1]);
	}
	for (i = 0; i < COUNT(none); i++)
		if (dress_number(none[i]) != 0)
			fail_msg("%s has no number", none[i]);
}

static void
test_words(void **state)
{
	static const char *const rows[][2] = { { "Forces", "Forces" },
		{ "💪 Forces", "Forces" }, { "Faiblesses 🤕", "Faiblesses" },
		{ "❤️ Forces ❤️", "Forces" },
		{ "👩‍👩‍👧 Forces 👍🏽", "Forces" },
		{ ":speech_balloon: Récolte", "Récolte" },
		{ "Décisions :white_check_mark:", "Décisions" },
		{ "Forces {#haut}", "Forces" }, { "#Forces", "Forces" },
		{ "<a id=\"x\"></a>Forces", "Forces" },
		{ "Forces <a name=\"x\"></a>", "Forces" },
		{ "==Forces==", "Forces" }, { "Décisions :", "Décisions" },
		{ "Décisions\u00a0:", "Décisions" },
		{ "1️⃣ Forces", "Forces" }, { "🇫🇷 Forces", "Forces" },
		{ "Forces ?", "Forces ?" }, { "a : b", "a : b" }, { "🎉", "🎉" },
		{ "", "" }, { "::", "::" }, { "C#", "C#" },
		{ "a {b}", "a {b}" } };
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		assert_string_equal(dress_off(arena, rows[i][0]), rows[i][1]);
	assert_string_equal(dress_key(arena, "2) 💪 Nos forces ?"),
	    "Nos forces");
	assert_string_equal(dress_key(arena, "👍 1. Forces :"), "Forces");
	assert_string_equal(dress_key(arena, "Q1. Pourquoi ?"), "Q1. Pourquoi");
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
