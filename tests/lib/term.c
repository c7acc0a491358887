/*
 * Unit tests of term: the vocabulary.
 */
#include "text/term.h"
#include "test.h"

static const enum term keys[] = { T_TITLE, T_DATE, T_STRENGTHS, T_WEAKNESSES,
	T_OPPORTUNITIES, T_THREATS, T_CROSSINGS, T_ID };

static void
test_find(void **state)
{
	static const struct {
		const char *key;
		enum term term;
		enum lang lang;
	} rows[] = { { "Forces", T_STRENGTHS, LANG_FR },
		{ "force", T_STRENGTHS, LANG_FR },
		{ "FORCES :", T_STRENGTHS, LANG_FR },
		{ "1. Forces", T_STRENGTHS, LANG_FR },
		{ "2) forces", T_STRENGTHS, LANG_FR },
		{ "II. Forces", T_STRENGTHS, LANG_FR },
		{ "Forces (2)", T_STRENGTHS, LANG_FR },
		{ "points-forts", T_STRENGTHS, LANG_FR },
		{ "points_forts", T_STRENGTHS, LANG_FR },
		{ "Strengths", T_STRENGTHS, LANG_EN },
		{ "opportunite\u0301", T_OPPORTUNITIES, LANG_FR },
		{ "Opportunity", T_OPPORTUNITIES, LANG_EN },
		{ "Opportune", T_NONE, LANG_NONE },
		{ "Date", T_DATE, LANG_NONE }, { "title", T_TITLE, LANG_EN },
		{ "étiquette", T_ID, LANG_FR }, { "Label", T_ID, LANG_NONE },
		{ "", T_NONE, LANG_NONE }, { ":", T_NONE, LANG_NONE },
		{ "(2)", T_NONE, LANG_NONE },
		{ "Forces vives", T_NONE, LANG_NONE } };
	enum lang lang;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		lang = LANG_NONE;
		if (term_find(rows[i].key, keys, COUNT(keys), &lang) !=
		    rows[i].term)
			fail_msg("key %s", rows[i].key);
		if (lang != rows[i].lang)
			fail_msg("language of %s", rows[i].key);
	}
	assert_int_equal(term_find_subject("Analyse SWOT"), T_SWOT);
	assert_int_equal(term_find_subject("swot (2)"), T_SWOT);
	assert_int_equal(term_find_subject("Forces"), T_NONE);
	assert_int_equal(term_find_computed(T_SWOT, "Balance"), T_BALANCE);
	assert_int_equal(term_find_computed(T_VOTE, "Balance"), T_NONE);
	assert_int_equal(term_find_key("menaces"), T_THREATS);
	assert_int_equal(term_find_key("blabla"), T_NONE);
	assert_true(term_same("F1 :", "f1") && !term_same("F1", "F2"));
}

static void
test_read(void **state)
{
	static const struct {
		const char *typed;
		enum term term;
		enum term_reading how; /* the nearest that reads it */
		const char *gloss;
	} rows[] = { { "Forces", T_STRENGTHS, TERM_AS_TYPED, "" },
		{ "💪 Forces", T_STRENGTHS, TERM_PLAIN, "" },
		{ "2) Forces ?", T_STRENGTHS, TERM_PLAIN, "" },
		{ "S : Forces", T_STRENGTHS, TERM_PLAIN, "" },
		{ "Participant·es", T_PARTICIPANTS, TERM_PLAIN, "" },
		{ "Présent.e.s", T_PARTICIPANTS, TERM_PLAIN, "" },
		{ "Animateur-rice-s", T_FACILITATOR, TERM_PLAIN, "" },
		{ "participant(e)s", T_PARTICIPANTS, TERM_PLAIN, "" },
		{ "Animateur(rice)", T_FACILITATOR, TERM_PLAIN, "" },
		{ "animateur/trice", T_FACILITATOR, TERM_PLAIN, "" },
		{ "Nos forces", T_STRENGTHS, TERM_OPENED, "" },
		{ "What are our strengths?", T_STRENGTHS, TERM_OPENED, "" },
		{ "Forces (internes)", T_STRENGTHS, TERM_GLOSSED, "internes" },
		{ "Forces (Strengths)", T_STRENGTHS, TERM_GLOSSED, "" },
		{ "Forces / Atouts", T_STRENGTHS, TERM_OPENED, "" },
		{ "Nos forces & points forts", T_STRENGTHS, TERM_OPENED, "" },
		{ "Forces : ce qui nous porte", T_STRENGTHS, TERM_GLOSSED,
		    "ce qui nous porte" },
		{ "Nos forces – ici", T_STRENGTHS, TERM_GLOSSED, "ici" },
		{ "Forces (a [b]) – brouillon", T_STRENGTHS, TERM_GLOSSED,
		    "a [b] – brouillon" },
		{ "Forces [v2], à relire (Ana)", T_STRENGTHS, TERM_GLOSSED,
		    "v2, à relire (Ana)" },
		{ "Date (heure locale) du forum", T_DATE, TERM_GLOSSED,
		    "heure locale du forum" } };
	static const char *const none[] = { "Forces / Menaces",
		"Forces (pas encore)", "Forces & territoires", "Forces vives",
		"Date-limite", "Les", "Forces - Weaknesses", "Threats: none",
		"Forces (a", "Forces (internes) et faiblesses (internes)",
		"Forces / Menaces (externes)", "Forces (a) / Menaces" };
	static const enum term more[] = { T_STRENGTHS, T_PARTICIPANTS,
		T_FACILITATOR, T_DATE };
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		if (term_read(rows[i].typed, rows[i].how, more, COUNT(more),
			NULL) != rows[i].term)
			fail_msg("%s is not read", rows[i].typed);
		if (rows[i].how > TERM_AS_TYPED &&
		    term_read(rows[i].typed, rows[i].how - 1, more, COUNT(more),
			NULL) != T_NONE)
			fail_msg("%s is read too soon", rows[i].typed);
		assert_string_equal(term_gloss(arena, rows[i].typed,
					rows[i].term),
		    rows[i].gloss);
	}
	for (i = 0; i < COUNT(none); i++)
		if (term_read(none[i], TERM_GLOSSED, more, COUNT(more), NULL) !=
		    T_NONE)
			fail_msg("%s is read", none[i]);
	arena_free(arena);
}

static void
test_turns(void **state)
{
	(void)state;
	assert_true(term_turns("What didn't go well", "What went well"));
	assert_true(term_turns("inactif", "actif"));
	assert_true(term_turns("Points négatifs", "Points positifs"));
	assert_false(term_turns("Forses", "Forces"));
	assert_true(term_denies("pas encore"));
	assert_false(term_denies("internes"));
}

static void
test_nearest(void **state)
{
	static const char *const rows[][2] = { { "Frces", "Forces" },
		{ "Fores", "Forces" }, { "Strengts", "Strengths" },
		{ "oportunité", "Opportunités" }, { "menances", "Menaces" },
		{ "Faibleses", "Faiblesses" }, { "climat", NULL },
		{ "", NULL } };
	const char *nearest;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		nearest = term_nearest(rows[i][0], keys, COUNT(keys));
		if (rows[i][1] == NULL)
			assert_null(nearest);
		else
			assert_string_equal(nearest, rows[i][1]);
	}
}

static void
test_near(void **state)
{
	static const char longer[] =
	    "0123456789012345678901234567890123456789012345678901234567890123"
	    "4";
	static const struct {
		const char *a, *b;
		size_t near;
	} rows[] = { { "abc", "abc", 0 }, { "Été", "ETE", 0 },
		{ "abcd", "abdc", 1 }, { "abcd", "abd", 1 },
		{ "abcd", "xbcd", 1 }, { "F1", "F2", 1 },
		{ "abcdef", "abfecd", SIZE_MAX }, { "abcdef", "bacdfe", 2 },
		{ "ab", "cd", SIZE_MAX }, { "", "a", SIZE_MAX }, { "", "", 0 },
		{ longer, longer, 0 }, { longer, "0", SIZE_MAX } };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_true(term_near(rows[i].a, rows[i].b) == rows[i].near);
		assert_true(term_near(rows[i].b, rows[i].a) == rows[i].near);
	}
}

static void
test_base_length(void **state)
{
	static const struct {
		const char *heading;
		size_t length;
	} rows[] = { { "A (2)", 1 }, { "A (12)", 1 }, { "A(2)", 4 },
		{ "A ()", 4 }, { "A (2", 4 }, { "A (b)", 5 }, { "(2)", 3 },
		{ " (2)", 4 }, { "A (2) (3)", 5 }, { "", 0 }, { ")", 1 },
		{ "2)", 2 } };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		assert_int_equal(term_base_length(rows[i].heading),
		    rows[i].length);
}

static void
test_typesetting(void **state)
{
	(void)state;
	assert_string_equal(term_name(T_COLON, LANG_FR), "\u202f: ");
	assert_string_equal(term_name(T_COLON, LANG_EN), ": ");
	assert_string_equal(term_name(T_STRENGTHS, LANG_FR), "Forces");
	assert_string_equal(term_name(T_STRENGTHS, LANG_EN), "Strengths");
	assert_string_equal(term_name(M_UNKNOWN_KEY_NEAR, LANG_FR),
	    "clé inconnue «\u202f{1}\u202f»\u202f; "
	    "serait-ce «\u202f{2}\u202f»\u202f?");
	assert_string_equal(term_name(M_UNKNOWN_KEY_NEAR, LANG_EN),
	    "unknown key '{1}'; is it '{2}'?");
}

/* Which of {1} to {4} a message has, a bit each. */
static unsigned
places_of(const char *text)
{
	unsigned places = 0;

	for (; (text = strchr(text, '{')) != NULL; text++)
		if (text[1] >= '1' && text[1] <= '4' && text[2] == '}')
			places |= 1U << (text[1] - '1');
	return places;
}

static void
test_languages(void **state)
{
	static const char *const forbidden[] = { " ;", " !", " ?", " »", "« " };
	const char *fr, *en;
	enum term term;
	size_t i;

	(void)state;
	for (term = T_NONE + 1; term < T_COUNT; term++) {
		fr = term_name(term, LANG_FR);
		en = term_name(term, LANG_EN);
		if (*fr == '\0' || *en == '\0')
			fail_msg("term %d has no name", (int)term);
		if (places_of(fr) != places_of(en))
			fail_msg("%s / %s: other places", fr, en);
		for (i = 0; i < COUNT(forbidden); i++)
			if (strstr(fr, forbidden[i]) != NULL)
				fail_msg("%s: a plain blank", fr);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_find),
		cmocka_unit_test(test_read), cmocka_unit_test(test_turns),
		cmocka_unit_test(test_nearest), cmocka_unit_test(test_near),
		cmocka_unit_test(test_base_length),
		cmocka_unit_test(test_typesetting),
		cmocka_unit_test(test_languages) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
