/*
 * Unit tests of spelled: numbers in words.
 */
#include "value/spelled.h"
#include "test.h"

static void
test_read(void **state)
{
	static const struct {
		const char *text;
		int number;
		const char *rest;
	} rows[] = { { "zéro", 0, "" }, { "un an", 1, " an" },
		{ "dix-huit mois", 18, " mois" },
		{ "vingt et un jours", 21, " jours" },
		{ "vingt-et-un", 21, "" }, { "soixante et onze", 71, "" },
		{ "soixante-dix-sept", 77, "" }, { "quatre-vingts", 80, "" },
		{ "quatre-vingt-dix-neuf", 99, "" }, { "nonante-deux", 92, "" },
		{ "cent vingt", 120, "" },
		{ "deux cents euros", 200, " euros" }, { "mille", 1000, "" },
		{ "deux mille vingt-six", 2026, "" },
		{ "trois cent quarante mille deux cent un", 340201, "" },
		{ "two hundred and five", 205, "" },
		{ "thirty-six months", 36, " months" },
		{ "one thousand", 1000, "" }, { "deux trois", 2, " trois" },
		{ "six et demi", 6, " et demi" },
		{ "trois. deux", 3, ". deux" } };
	static const char *const wrong[] = { "", "a year", "unique", "dizaine",
		"six7", "6 mois", "et deux", "-six" };
	const char *at;
	int number;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		at = rows[i].text;
		assert_true(spelled_read(&at, &number));
		assert_int_equal(number, rows[i].number);
		assert_string_equal(at, rows[i].rest);
	}
	for (i = 0; i < COUNT(wrong); i++) {
		at = wrong[i];
		assert_false(spelled_read(&at, &number));
		assert_ptr_equal(at, wrong[i]);
	}
	assert_true(spelled_leads("Deux ans"));
	assert_false(spelled_leads("deuxième"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
