/*
 * Unit tests of source: bytes to text that is fit to parse.
 */
#include "source/source.h"
#include "test.h"
#include "text/note.h"

#define BYTES(literal) literal, sizeof(literal) - 1

static void
test_take(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *text;
	} rows[] = { { BYTES(""), "" }, { BYTES("a\n"), "a\n" },
		{ BYTES("\xef\xbb\xbf"
			"a"),
		    "a" },
		{ BYTES("a\r\nb\rc\n\r\n"), "a\nb\nc\n\n" },
		{ BYTES("\r"), "\n" }, { BYTES("\r\r\n"), "\n\n" },
		{ BYTES("\xff\xfe\xe9\0\n\0"), "é\n" },
		{ BYTES("\xfe\xff\0\xe9\0\r\0\n"), "é\n" },
		{ BYTES("\xff\xfe\x3d\xd8\x00\xde"), "😀" },
		{ BYTES("\xfe\xff\xd8\x3d\xde\x00"), "😀" },
		{ BYTES("\xff\xfe"), "" },
		{ BYTES("#\0 \0\xe9\0\n\0"), "# é\n" },
		{ BYTES("a\u2028b\xc2\x85"
			"c\u2029"),
		    "a b c " },
		{ BYTES("a\u202fb\xc2\xa0"), "a\u202fb\u00a0" } };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct source *source;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		source = source_take(arena, "f", rows[i].bytes, rows[i].length,
		    &faults);
		assert_non_null(source);
		assert_string_equal(source->bytes, rows[i].text);
		assert_int_equal(source->length, strlen(rows[i].text));
	}
	assert_int_equal(faults.count, 0);
	arena_free(arena);
}

static void
test_faults(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		enum term message;
		size_t line, col;
	} rows[] = { { BYTES("a\nb\xe9"), M_NOT_UTF8, 2, 2 },
		{ BYTES("é\xe9"), M_NOT_UTF8, 1, 2 },
		{ BYTES("\xef\xbb\xbf"
			"a\xff"),
		    M_NOT_UTF8, 1, 2 },
		{ BYTES("a\r\n\r\nbc\0d"), M_NUL_BYTE, 3, 3 },
		{ BYTES("\0"), M_NUL_BYTE, 1, 1 },
		{ BYTES("a\0b\xff"), M_NUL_BYTE, 1, 2 },
		{ BYTES("a\xff"
			"b\0"),
		    M_NOT_UTF8, 1, 2 },
		{ BYTES("\xff\xfe\x3d\xd8"), M_NOT_UTF8, 1, 1 },
		{ BYTES("\xff\xfe\x61\x00\x00"), M_NOT_UTF8, 1, 2 },
		{ BYTES("a\0b\0"), M_NUL_BYTE, 1, 2 } };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	const struct note *note;
	struct source_file file;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_null(source_take(arena, "f", rows[i].bytes,
		    rows[i].length, &faults));
		assert_int_equal(faults.count, i + 1);
		note = &faults.at[i];
		assert_int_equal(note->message, rows[i].message);
		assert_int_equal(note->pos.line, rows[i].line);
		assert_int_equal(note->pos.col, rows[i].col);
	}
	assert_false(source_open(&file, "/nonexistent", &faults));
	source_close(&file);
	assert_false(source_open(&file, "/", &faults));
	source_close(&file);
	assert_int_equal(faults.count, COUNT(rows) + 2);
	assert_int_equal(faults.at[i + 1].message, M_FAULT_EISDIR);
	arena_free(arena);
}

static void
test_lines(void **state)
{
	static const struct {
		size_t offset, line, col;
	} places[] = { { 0, 1, 1 }, { 2, 1, 2 }, { 3, 1, 3 }, { 4, 2, 1 },
		{ 5, 3, 1 }, { 6, 3, 2 }, { 7, 3, 3 } };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	struct source *source = source_take(arena, "f",
	    "\xc3\xa9"
	    "a\n\n b",
	    7, &faults);
	struct pos pos;
	size_t i, length;

	(void)state;
	assert_int_equal(source->line_count, 3);
	for (i = 0; i < COUNT(places); i++) {
		pos = source_pos(source, places[i].offset);
		assert_int_equal(pos.line, places[i].line);
		assert_int_equal(pos.col, places[i].col);
	}
	assert_memory_equal(source_line(source, 3, &length), " b", 2);
	assert_int_equal(length, 2);
	source_line(source, 4, &length);
	assert_int_equal(length, 0);
	assert_true(source_is_blank(source, 2) && source_is_blank(source, 4));
	assert_false(source_is_blank(source, 1));
	source = source_take(arena, "f", "a\n", 2, &faults);
	assert_int_equal(source->line_count, 1);
	source = source_take(arena, "f", "", 0, &faults);
	assert_int_equal(source->line_count, 0);
	assert_int_equal(source_pos(source, 0).line, 1);
	arena_free(arena);
}

static void
test_clean(void **state)
{
	static const char *const rows[][2] = { { "a\tb\n", "a\tb\n" },
		{ "e\u0301\n", "é\n" }, { "<\u200escript>", "<script>" },
		{ "a\v\fb\x1b\n\x01\n", "a  b\n\n" },
		{ "e\u200e\u0301", "é" } };
	struct arena *arena = arena_new();
	struct notes faults = { .arena = arena };
	const struct source *source, *clean;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		source = source_take(arena, "f", rows[i][0], strlen(rows[i][0]),
		    &faults);
		clean = source_clean(arena, source);
		assert_string_equal(clean->bytes, rows[i][1]);
		assert_int_equal(clean->line_count, source->line_count);
		assert_ptr_equal(source_clean(arena, clean), clean);
	}
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_take),
		cmocka_unit_test(test_faults), cmocka_unit_test(test_lines),
		cmocka_unit_test(test_clean) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
