/*
 * Unit tests of note, and of dict, which it stands on.
 */
#include "text/note.h"
#include "base/dict.h"
#include "test.h"

static void
test_sort(void **state)
{
	static const struct pos places[] = { { "b", 2, 1 }, { "a", 9, 9 },
		{ "b", 1, 7 }, { NULL, 0, 0 }, { "b", 1, 2 }, { "a", 9, 9 },
		{ "b", 0, 0 } };
	static const size_t sorted[] = { 6, 4, 2, 0, 1, 5, 3 };
	struct arena *arena = arena_new();
	struct notes notes = { .arena = arena };
	size_t i;

	(void)state;
	note_sort(&notes);
	for (i = 0; i < COUNT(places); i++)
		note_add(&notes, places[i], M_UNKNOWN_KEY,
		    arena_format(arena, "%zu", i));
	note_sort(&notes);
	for (i = 0; i < COUNT(places); i++)
		assert_string_equal(notes.at[i].args[0],
		    arena_format(arena, "%zu", sorted[i]));
	arena_free(arena);
}

static const char *
loud(struct arena *arena, const char *text)
{
	return arena_format(arena, "<%s>", text);
}

static void
test_text(void **state)
{
	struct arena *arena = arena_new();
	struct notes notes = { .arena = arena };
	struct pos pos = { "f", 1, 1 };

	(void)state;
	note_add(&notes, pos, M_UNKNOWN_KEY_NEAR, "a{2}", "b");
	note_add(&notes, pos, M_EMPTY_INPUT);
	assert_string_equal(note_text(arena, &notes.at[0], LANG_EN, NULL),
	    "unknown key 'a{2}'; is it 'b'?");
	assert_string_equal(note_text(arena, &notes.at[0], LANG_EN, loud),
	    "unknown key '<a{2}>'; is it '<b>'?");
	assert_string_equal(note_text(arena, &notes.at[1], LANG_EN, loud),
	    "the input is empty: nothing to read");
	arena_free(arena);
}

static void
test_dict(void **state)
{
	struct arena *arena = arena_new();
	struct dict dict;
	struct dict_entry *entry;
	char *key;
	size_t i;

	(void)state;
	dict_init(&dict, arena);
	assert_null(dict_find(&dict, "0"));
	for (i = 0; i < 5000; i++) {
		key = arena_format(arena, "%zu", i);
		entry = dict_enter(&dict, key);
		assert_null(entry->value);
		entry->value = key;
		assert_ptr_equal(dict_enter(&dict, key)->value, key);
	}
	assert_int_equal(dict.count, 5000);
	for (i = 0; i < 5000; i++) {
		key = arena_format(arena, "%zu", i);
		assert_string_equal(dict.entries[i].key, key);
		assert_string_equal(dict_find(&dict, key)->value, key);
	}
	assert_null(dict_find(&dict, "5000"));
	assert_null(dict_find(&dict, ""));
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_sort),
		cmocka_unit_test(test_text), cmocka_unit_test(test_dict) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
