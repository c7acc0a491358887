/*
 * Unit tests of uni: Unicode text.
 */
#include <stdio.h>

#include "test.h"
#include "text/uni.h"

static void
test_check(void **state)
{
	static const struct {
		const char *bytes;
		size_t valid;
	} rows[] = { { "", 0 }, { "abc", 3 }, { "é€😀", 9 }, { "ab\xff", 2 },
		{ "\xe9t\xe9", 0 }, { "a\xc3", 1 }, { "\xc0\xaf", 0 },
		{ "a\xed\xa0\x80", 1 }, { "\xf4\x90\x80\x80", 0 },
		{ "\xf4\x8f\xbf\xbf", 4 } };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		assert_int_equal(uni_check(rows[i].bytes,
				     strlen(rows[i].bytes)),
		    rows[i].valid);
}

static void
test_width(void **state)
{
	static const struct {
		const char *text;
		size_t width;
	} rows[] = { { "", 0 }, { "abc", 3 }, { "été", 3 },
		{ "e\u0301te\u0301", 3 }, { "漢字", 4 }, { "😀", 2 },
		{ "👨‍👩‍👧", 2 }, { "👍🏽", 2 }, { "🇫🇷", 2 },
		{ "🇫🇷🇧🇪", 4 }, { "❤️", 2 }, { "●●●●● ●●", 8 },
		{ "a\u202f:", 3 }, { "a\u00adb", 2 }, { "½", 1 },
		{ "œuvre", 5 } };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		if (uni_width(rows[i].text) != rows[i].width)
			print_error("width of %s\n", rows[i].text);
		assert_int_equal(uni_width(rows[i].text), rows[i].width);
	}
}

static void
test_line(void **state)
{
	static const char *const rows[][2] = { { "", "" }, { "  ", "" },
		{ " a  b ", "a b" }, { "a\n\tb\r\n", "a b" },
		{ "\u00a0a\u00a0", "a" }, { "a\u00a0: b", "a\u00a0: b" },
		{ "a\u2028b\u2029", "a b" }, { "a\xc2\x85 b", "a b" },
		{ "a\x1b[31mb", "a[31mb" },
		{ "\ufeff\u202e"
		  "a\u200e",
		    "a" },
		{ "a\x01 \x02 b", "a b" }, { "\x01", "" } };
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		assert_string_equal(uni_line(arena, rows[i][0]), rows[i][1]);
	arena_free(arena);
}

static void
test_compose(void **state)
{
	static const char *const rows[][2] = { { "abc", "abc" },
		{ "e\u0301", "é" }, { "é", "é" }, { "’œ…", "’œ…" },
		{ "\u1fef", "`" }, { "<\u0338", "\u226e" }, { "\u212b", "Å" },
		{ "\u1100\u1161", "\uac00" }, { "s\u0323\u0307", "\u1e69" },
		{ "s\u0307\u0323", "\u1e69" } };
	struct arena *arena = arena_new();
	const char *text;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		text = uni_compose(arena, rows[i][0]);
		assert_string_equal(text, rows[i][1]);
		assert_ptr_equal(uni_compose(arena, text), text);
	}
	arena_free(arena);
}

static void
test_fold(void **state)
{
	static const char *const same[][2] = { { "Opportunités",
						   "OPPORTUNITÉS" },
		{ "Opportunite\u0301s", "opportunites" }, { "l’eau", "L'EAU" },
		{ "10\u00a0000", "10 000" }, { "peut\u2011être", "peut-etre" },
		{ "a–b", "a-b" }, { "Œuvre", "oeuvre" }, { "Ætna", "aetna" },
		{ "Straße", "STRASSE" }, { "ﬁn", "fin" }, { "m²", "m2" },
		{ "1ᵉʳ", "1er" }, { "so\u00adus", "sous" },
		{ "a\u200bb", "ab" }, { "ça", "ca" }, { " a \n b ", "a b" },
		{ "…", "..." } };
	struct arena *arena = arena_new();
	const char *folded;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(same); i++) {
		folded = uni_fold(arena, same[i][0]);
		assert_string_equal(folded, uni_fold(arena, same[i][1]));
		assert_string_equal(uni_fold(arena, folded), folded);
	}
	assert_string_not_equal(uni_fold(arena, "Ø"), uni_fold(arena, "o"));
	assert_string_equal(uni_casefold(arena, " É  ß "), "é ss");
	arena_free(arena);
}

static void
test_order(void **state)
{
	static const char *const sorted[] = { "", "F", "F1", "F2", "F2a", "F10",
		"F10b2", "F10b10", "F99999999999999999999", "G" };
	size_t i, j;

	(void)state;
	for (i = 0; i < COUNT(sorted); i++)
		for (j = 0; j < COUNT(sorted); j++) {
			int order = uni_order(sorted[i], sorted[j]);

			assert_int_equal((order > 0) - (order < 0),
			    (i > j) - (i < j));
		}
	assert_int_equal(uni_order("a01", "a1"), 0);
}

static void
test_characters(void **state)
{
	(void)state;
	assert_true(uni_is_blank(' ') && uni_is_blank(0xa0));
	assert_true(uni_is_blank(0x202f) && uni_is_blank(0x2028));
	assert_false(uni_is_blank('a') || uni_is_blank(0));
	assert_true(uni_is_space('\n') && uni_is_space(0x85));
	assert_false(uni_is_space(0xa0) || uni_is_space(0x202f));
	assert_true(uni_is_word('a') && uni_is_word(0xe9) && uni_is_word('0'));
	assert_false(uni_is_word('-') || uni_is_word(0x20ac));
	assert_true(uni_is_control(0x1b) && uni_is_control(0x202e));
	assert_true(uni_is_control(0x7f) && uni_is_control(0xfeff));
	assert_false(uni_is_control('\t') || uni_is_control(0x85));
	assert_int_equal(uni_count("é€😀a", 10), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_check),
		cmocka_unit_test(test_width), cmocka_unit_test(test_line),
		cmocka_unit_test(test_compose), cmocka_unit_test(test_fold),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_characters) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
