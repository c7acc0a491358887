/*
 * Unit tests of line: bullets and capitals.
 */
#include "source/line.h"
#include "test.h"

static void
test_bullet(void **state)
{
	static const struct {
		const char *text, *words;
		enum node_box box;
	} rows[] = { { "• un", "un", BOX_NONE },
		{ "  ◦ deux", "deux", BOX_NONE },
		{ "•sans blanc", "sans blanc", BOX_NONE },
		{ "– tiret", "tiret", BOX_NONE },
		{ "—\u00a0tiret", "tiret", BOX_NONE },
		{ "→ vers", "vers", BOX_NONE }, { "-> to", "to", BOX_NONE },
		{ "☐ to do", "to do", BOX_OPEN },
		{ "☑ fait", "fait", BOX_DONE },
		{ "✔️ done", "done", BOX_DONE },
		{ "✗ non", "non", BOX_NONE } };
	static const char *const none[] = { "", "•", "• ", "mot", "–mot",
		"->mot", "- mot", "* mot", "1. mot", "–", "✓ok" };
	enum node_box box;
	size_t i, n;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		box = BOX_NONE;
		n = line_bullet(rows[i].text, &box);
		if (n == 0)
			fail_msg("%s has a bullet", rows[i].text);
		assert_string_equal(rows[i].text + n, rows[i].words);
		assert_int_equal(box, rows[i].box);
	}
	for (i = 0; i < COUNT(none); i++)
		if (line_bullet(none[i], NULL) != 0)
			fail_msg("%s has no bullet", none[i]);
}

static void
test_capitals(void **state)
{
	(void)state;
	assert_true(line_is_capitals("FORCES"));
	assert_true(line_is_capitals("CE QUI A MARCHÉ 2026"));
	assert_false(line_is_capitals("Forces"));
	assert_false(line_is_capitals("FORCEs"));
	assert_false(line_is_capitals("2026"));
	assert_false(line_is_capitals(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bullet),
		cmocka_unit_test(test_capitals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
