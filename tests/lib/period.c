/*
 * Unit tests of period: days and stretches of days as people write them.
 */
#include "value/period.h"
#include "test.h"

static const char *
day_text(struct arena *arena, bool has, struct date date)
{
	return has ? arena_format(arena, "%04d-%02d-%02d", date.year,
			 date.month, date.day)
		   : "-";
}

/* How sure a reading is, the days it gives, and what was said besides. */
static const char *
reading_text(struct arena *arena, const char *text)
{
	static const char *const names[] = { "not", "no value", "two", "about",
		"exact" };
	struct period period;
	enum sure sure = period_reading(text, &period);
	const char *first, *last;

	if (sure <= SURE_EMPTY)
		return period.impossible ? "no such day" : names[sure];
	first = day_text(arena, period.has_first, period.first);
	last = day_text(arena, period.has_last, period.last);
	if (strcmp(first, last) == 0)
		last = period.plain ? "" : " noted";
	else
		last = arena_format(arena, "/%s", last);
	return arena_format(arena, "%s %s%s%s%s", names[sure], first, last,
	    period.weekday != T_NONE ? " not " : "",
	    period.weekday != T_NONE ? term_name(period.weekday, LANG_EN) : "");
}

static const char *const periods[][2] = {
	{ "2026-03-01", "exact 2026-03-01" },
	{ "2026-3-1", "exact 2026-03-01" },
	{ "20260301", "exact 2026-03-01" },
	{ "2026-03-01T09:30", "exact 2026-03-01 noted" },
	{ "2026-03-01T09:30:00Z", "exact 2026-03-01 noted" },
	{ "2026-03-01 09:30", "exact 2026-03-01 noted" },
	{ "2026/03/01", "exact 2026-03-01" },
	{ "01/03/2026", "exact 2026-03-01" },
	{ "1/3/2026", "exact 2026-03-01" },
	{ "01/03/26", "exact 2026-03-01" },
	{ "01.03.2026", "exact 2026-03-01" },
	{ "1.3.2026", "exact 2026-03-01" },
	{ "01-03-2026", "exact 2026-03-01" },
	{ "1-3-2026", "exact 2026-03-01" },
	{ "1er mars 2026", "exact 2026-03-01" },
	{ "1 mars 2026", "exact 2026-03-01" },
	{ "01 mars 2026", "exact 2026-03-01" },
	{ "1° mars 2026", "exact 2026-03-01" },
	{ "1ᵉʳ mars 2026", "exact 2026-03-01" },
	{ "le 1er mars 2026", "exact 2026-03-01" },
	{ "dimanche 1er mars 2026", "exact 2026-03-01" },
	{ "Dim. 1er mars 2026", "exact 2026-03-01" },
	{ "dim 1 mars 2026", "exact 2026-03-01" },
	{ "lundi 1er mars 2026", "exact 2026-03-01 not Monday" },
	{ "12 janv. 2026", "exact 2026-01-12" },
	{ "12 janv 2026", "exact 2026-01-12" },
	{ "12 févr. 2026", "exact 2026-02-12" },
	{ "12 fév. 2026", "exact 2026-02-12" },
	{ "12 fev 2026", "exact 2026-02-12" },
	{ "12 avr. 2026", "exact 2026-04-12" },
	{ "12 juil. 2026", "exact 2026-07-12" },
	{ "12 sept. 2026", "exact 2026-09-12" },
	{ "12 oct. 2026", "exact 2026-10-12" },
	{ "12 nov. 2026", "exact 2026-11-12" },
	{ "12 déc. 2026", "exact 2026-12-12" },
	{ "12 aout 2026", "exact 2026-08-12" },
	{ "12 AOÛT 2026", "exact 2026-08-12" },
	{ "March 1, 2026", "exact 2026-03-01" },
	{ "March 1 2026", "exact 2026-03-01" },
	{ "March 1st, 2026", "exact 2026-03-01" },
	{ "1st March 2026", "exact 2026-03-01" },
	{ "1st of March 2026", "exact 2026-03-01" },
	{ "Mar 1, 2026", "exact 2026-03-01" },
	{ "1 Mar 2026", "exact 2026-03-01" },
	{ "1-Mar-2026", "exact 2026-03-01" },
	{ "Sept 1, 2026", "exact 2026-09-01" },
	{ "Sunday, March 1, 2026", "exact 2026-03-01" },
	{ "Sun 1 March 2026", "exact 2026-03-01" },
	{ "03/13/2026", "exact 2026-03-13" },
	{ "13/03/2026", "exact 2026-03-13" },
	{ "31/02/2026", "no such day" },
	{ "29/02/2028", "exact 2028-02-29" },
	{ "29 février 2026", "no such day" },
	{ "mars 2026", "exact 2026-03-01/2026-03-31" },
	{ "2026", "exact 2026-01-01/2026-12-31" },
	{ "mars-avril 2026", "exact 2026-03-01/2026-04-30" },
	{ "12 et 13 mars 2026", "exact 2026-03-12/2026-03-13" },
	{ "du 12 au 14 mars 2026", "exact 2026-03-12/2026-03-14" },
	{ "fin mars 2026", "about 2026-03-21/2026-03-31" },
	{ "début mars 2026", "about 2026-03-01/2026-03-10" },
	{ "mi-mars 2026", "about 2026-03-11/2026-03-20" },
	{ "printemps 2026", "about 2026-03-01/2026-06-22" },
	{ "T1 2026", "exact 2026-01-01/2026-03-31" },
	{ "2026-T1", "exact 2026-01-01/2026-03-31" },
	{ "Q1 2026", "exact 2026-01-01/2026-03-31" },
	{ "2026-W10", "exact 2026-03-02/2026-03-08" },
	{ "S10 2026", "exact 2026-03-02/2026-03-08" },
	{ "env. 1er mars 2026", "about 2026-03-01 noted" },
	{ "vers le 1er mars 2026", "about 2026-03-01 noted" },
	{ "avant le 1er mars 2026", "exact -/2026-02-28" },
	{ "d'ici le 1er mars 2026", "exact -/2026-03-01" },
	{ "à définir", "no value" },
	{ "?", "no value" },
	{ "n.c.", "no value" },
	{ "NC", "no value" },
	{ "–", "no value" },
	{ "2026-02-29", "no such day" },
	{ "32/01/2026", "no such day" },
	{ "2026-13-01", "no such day" },
	{ "26-03-01", "two 2001-03-26/2026-03-01" },
	{ "1 mars 26", "exact 2026-03-01" },
	{ "mars 1, 2026", "exact 2026-03-01" },
	{ "1er Mars 2026 (dimanche)", "exact 2026-03-01" },
	{ "16–17 novembre 2026", "exact 2026-11-16/2026-11-17" },
	{ "2026-03", "exact 2026-03-01/2026-03-31" },
	{ "2026-3", "exact 2026-03-01/2026-03-31" },
	{ "03/2026", "exact 2026-03-01/2026-03-31" },
	{ "3/2026", "exact 2026-03-01/2026-03-31" },
	{ "Mars 2026", "exact 2026-03-01/2026-03-31" },
	{ "March 2026", "exact 2026-03-01/2026-03-31" },
	{ "mar. 2026", "exact 2026-03-01/2026-03-31" },
	{ "janv. 2026", "exact 2026-01-01/2026-01-31" },
	{ "fév. 2026", "exact 2026-02-01/2026-02-28" },
	{ "févr. 2026", "exact 2026-02-01/2026-02-28" },
	{ "juil. 2026", "exact 2026-07-01/2026-07-31" },
	{ "sept. 2026", "exact 2026-09-01/2026-09-30" },
	{ "Sept 2026", "exact 2026-09-01/2026-09-30" },
	{ "déc. 2026", "exact 2026-12-01/2026-12-31" },
	{ "Dec 2026", "exact 2026-12-01/2026-12-31" },
	{ "2026-03-15", "exact 2026-03-15" },
	{ "15/03/2026", "exact 2026-03-15" },
	{ "15 mars 2026", "exact 2026-03-15" },
	{ "fin 2026", "about 2026-09-01/2026-12-31" },
	{ "end of 2026", "about 2026-09-01/2026-12-31" },
	{ "late 2026", "about 2026-09-01/2026-12-31" },
	{ "début 2026", "about 2026-01-01/2026-05-01" },
	{ "mi-2026", "about 2026-05-02/2026-08-31" },
	{ "été 2026", "about 2026-06-01/2026-09-22" },
	{ "rentrée 2026", "about 2026-09-01/2026-09-30" },
	{ "rentrée - mars 2027", "about 2026-09-01/2027-03-31" },
	{ "T2 2026", "exact 2026-04-01/2026-06-30" },
	{ "2e trimestre 2026", "exact 2026-04-01/2026-06-30" },
	{ "Q2 2026", "exact 2026-04-01/2026-06-30" },
	{ "2026-S10", "exact 2026-03-02/2026-03-08" },
	{ "S1 2026", "exact 2026-01-01/2026-06-30" },
	{ "1er semestre 2026", "exact 2026-01-01/2026-06-30" },
	{ "2026-2027", "exact 2026-01-01/2027-12-31" },
	{ "depuis 2026", "exact 2026-01-01/-" },
	{ "à partir de mars 2026", "exact 2026-03-01/-" },
	{ "courant 2026", "exact 2026-01-01/2026-12-31" },
	{ "en 2026", "exact 2026-01-01/2026-12-31" },
	{ "année 2026", "exact 2026-01-01/2026-12-31" },
	{ "2026 ?", "about 2026-01-01/2026-12-31" },
	{ "env. 2026", "about 2026-01-01/2026-12-31" },
	{ "≈ 2026", "about 2026-01-01/2026-12-31" },
	{ "12, 13 mars 2026", "exact 2026-03-12/2026-03-13" },
	{ "2, 5 et 9 mars 2026", "exact 2026-03-02/2026-03-09" },
	{ "2025 (prov.)", "about 2025-01-01/2025-12-31" },
	{ "30 juin 2026 (à confirmer)", "about 2026-06-30 noted" },
	{ "12 mars 2026 (dimanche)", "exact 2026-03-12 not Sunday" },
	{ "12/03/2026", "exact 2026-03-12" },
	{ "12.3.26", "exact 2026-03-12" },
	{ "12/03/26", "exact 2026-03-12" },
	{ "jeudi 12 mars 2026", "exact 2026-03-12" },
	{ "jeu. 12 mars 2026", "exact 2026-03-12" },
	{ "jeu 12/03/2026", "exact 2026-03-12" },
	{ "le jeudi 12 mars 2026", "exact 2026-03-12" },
	{ "Thu 12 Mar 2026", "exact 2026-03-12" },
	{ "Thursday 12th March, 2026", "exact 2026-03-12" },
	{ "12th of March 2026", "exact 2026-03-12" },
	{ "March 12th 2026", "exact 2026-03-12" },
	{ "2026.03.12", "exact 2026-03-12" },
	{ "12 mars 2026 à 18h", "exact 2026-03-12 noted" },
	{ "12 mars 2026, 18:00", "exact 2026-03-12 noted" },
	{ "2026-03-12 18:30", "exact 2026-03-12 noted" },
	{ "12 March 2026 at 6 pm", "exact 2026-03-12 noted" },
	{ "fin février 2026", "about 2026-02-19/2026-02-28" },
	{ "fin d'année 2026", "about 2026-09-01/2026-12-31" },
	{ "mi-avril 2026", "about 2026-04-11/2026-04-20" },
	{ "mid-April 2026", "about 2026-04-11/2026-04-20" },
	{ "end of March 2026", "about 2026-03-21/2026-03-31" },
	{ "early June 2026", "about 2026-06-01/2026-06-10" },
	{ "début juin 2026", "about 2026-06-01/2026-06-10" },
	{ "T3 2026", "exact 2026-07-01/2026-09-30" },
	{ "3e trimestre 2026", "exact 2026-07-01/2026-09-30" },
	{ "Q3 2026", "exact 2026-07-01/2026-09-30" },
	{ "2026-Q3", "exact 2026-07-01/2026-09-30" },
	{ "trimestre 3 2026", "exact 2026-07-01/2026-09-30" },
	{ "1er trimestre 2027", "exact 2027-01-01/2027-03-31" },
	{ "S2 2026", "exact 2026-07-01/2026-12-31" },
	{ "H2 2026", "exact 2026-07-01/2026-12-31" },
	{ "2nd semestre 2026", "exact 2026-07-01/2026-12-31" },
	{ "semaine 12 2026", "exact 2026-03-16/2026-03-22" },
	{ "sem. 12 2026", "exact 2026-03-16/2026-03-22" },
	{ "S12 2026", "exact 2026-03-16/2026-03-22" },
	{ "W12 2026", "exact 2026-03-16/2026-03-22" },
	{ "week 12, 2026", "exact 2026-03-16/2026-03-22" },
	{ "2026-W12", "exact 2026-03-16/2026-03-22" },
	{ "d'ici juin 2026", "exact -/2026-06-30" },
	{ "d'ici fin juin 2026", "about -/2026-06-30" },
	{ "d'ici le 30 juin 2026", "exact -/2026-06-30" },
	{ "avant le 1er juillet 2026", "exact -/2026-06-30" },
	{ "avant fin juin 2026", "exact -/2026-06-30" },
	{ "au plus tard le 15 juin 2026", "exact -/2026-06-15" },
	{ "pour le 15 juin 2026", "exact -/2026-06-15" },
	{ "by 15 June 2026", "exact -/2026-06-15" },
	{ "by the end of June 2026", "exact -/2026-06-30" },
	{ "before July 2026", "exact -/2026-06-30" },
	{ "no later than 15 June 2026", "exact -/2026-06-15" },
	{ "courant mai 2026", "exact 2026-05-01/2026-05-31" },
	{ "en mai 2026", "exact 2026-05-01/2026-05-31" },
	{ "in May 2026", "exact 2026-05-01/2026-05-31" },
	{ "summer 2026", "about 2026-06-01/2026-09-22" },
	{ "vers le 15 mai 2026", "about 2026-05-15 noted" },
	{ "around 15 May 2026", "about 2026-05-15 noted" },
	{ "15 mai 2026 ?", "about 2026-05-15 noted" },
	{ "15 et 16 mai 2026", "exact 2026-05-15/2026-05-16" },
	{ "du 15 au 17 mai 2026", "exact 2026-05-15/2026-05-17" },
	{ "15-17 mai 2026", "exact 2026-05-15/2026-05-17" },
	{ "15-17 May 2026", "exact 2026-05-15/2026-05-17" },
	{ "from 15 to 17 May 2026", "exact 2026-05-15/2026-05-17" },
	{ "02-03-04 mai 2026", "exact 2026-05-02/2026-05-04" },
	{ "14-15 septembre + 12-13 octobre 2026",
	    "exact 2026-09-14/2026-10-13" },
	{ "du 28 février au 2 mars 2026", "exact 2026-02-28/2026-03-02" },
	{ "28 décembre - 3 janvier 2027", "exact 2026-12-28/2027-01-03" },
	{ "mai-juin 2026", "exact 2026-05-01/2026-06-30" },
	{ "May to June 2026", "exact 2026-05-01/2026-06-30" },
	{ "2026/2027", "exact 2026-01-01/2027-12-31" },
	{ "à partir du 3 juin 2026", "exact 2026-06-03/-" },
	{ "from 3 June 2026", "exact 2026-06-03/-" },
	{ "depuis mars 2025", "exact 2025-03-01/-" },
	{ "2 mars 2026 matin", "exact 2026-03-02 noted" },
	{ "2 March 2026, in the evening", "exact 2026-03-02 noted" },
	{ "1er/03/2026", "exact 2026-03-01" },
	{ "premier mars 2026", "exact 2026-03-01" },
	{ "deuxième trimestre 2026", "exact 2026-04-01/2026-06-30" },
	{ "dernier trimestre 2026", "exact 2026-10-01/2026-12-31" },
	{ "last quarter of 2026", "exact 2026-10-01/2026-12-31" },
	{ "second half of 2026", "exact 2026-07-01/2026-12-31" },
	{ "2026 T4", "exact 2026-10-01/2026-12-31" },
	{ "2026W12", "exact 2026-03-16/2026-03-22" },
	{ "semaine 12 (2026)", "exact 2026-03-16/2026-03-22" },
	{ "semaine du 2 mars 2026", "exact 2026-03-02/2026-03-08" },
	{ "week of March 4, 2026", "exact 2026-03-02/2026-03-08" },
	{ "w/c 2 March 2026", "exact 2026-03-02/2026-03-08" },
	{ "semaine du 2 au 6 mars 2026", "exact 2026-03-02/2026-03-06" },
	{ "1re quinzaine de mars 2026", "exact 2026-03-01/2026-03-15" },
	{ "seconde quinzaine de février 2026", "exact 2026-02-16/2026-02-28" },
	{ "première semaine de mars 2026", "about 2026-03-01/2026-03-07" },
	{ "last week of March 2026", "about 2026-03-25/2026-03-31" },
	{ "hiver 2026-2027", "about 2026-12-01/2027-03-22" },
	{ "winter 2026/27", "about 2026-12-01/2027-03-22" },
	{ "dans le courant de mars 2026", "exact 2026-03-01/2026-03-31" },
	{ "début d'année 2026", "about 2026-01-01/2026-05-01" },
	{ "exercice 2026", "exact 2026-01-01/2026-12-31" },
	{ "échéance : 2 mars 2026", "exact -/2026-03-02" },
	{ "deadline 2 March 2026", "exact -/2026-03-02" },
	{ "on or before 2 March 2026", "exact -/2026-03-02" },
	{ "2 mars 2026 à confirmer", "about 2026-03-02 noted" },
	{ "2 March 2026 TBC", "about 2026-03-02 noted" },
	{ "March 2-9, 2026", "exact 2026-03-02/2026-03-09" },
	{ "May 30 to June 3, 2026", "exact 2026-05-30/2026-06-03" },
	{ "de mars à mai 2026", "exact 2026-03-01/2026-05-31" },
	{ "2 mars 2026.", "exact 2026-03-02" },
	{ "(2 mars 2026)", "exact 2026-03-02" },
};

static void
test_read(void **state)
{
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(periods); i++)
		assert_string_equal(reading_text(arena, periods[i][0]),
		    periods[i][1]);
	arena_free(arena);
}

static void
test_not(void **state)
{
	static const char *const rows[] = {
		"1/3",
		"1er mars",
		"semaine 10",
		"aujourd'hui",
		"demain",
		"0000-01-01",
		"mars",
		"26",
		"12 mars 2026 (2)",
		"|",
		"bientôt",
		"dès que possible",
		"asap",
		"à la prochaine réunion",
		"12 mars",
		"12/3",
		"semaine 12",
		"T2",
		"hiver 2026",
		"lundi",
		"tomorrow",
		"2026-W54",
		"T5 2026",
		"S3 du projet",
		"réunion 16 novembre 2021",
		"16 brumaire 2021",
		"16x novembre 2021",
		"32",
		"20270",
		"12 ou 13 mars 2026",
		"17-15 mai 2026",
		"3 juin 2026 et plus tard",
		"jui 2026",
		"+021-11-16",
		"2021-+1-05",
		"9999999999",
		"2026-03-12-15",
		"2 mars 2026 3",
		"premier",
		"second 2026",
		"mars 26 - avril 2026",
		"semaine de mars 2026",
		"3e quinzaine de mars 2026",
		"5e semaine de mars 2026",
		"hiver 2026-2028",
		"dernier mars 2026",
	};
	struct arena *arena = arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		if (strcmp(reading_text(arena, rows[i]), "not") != 0)
			fail_msg("%s is no period", rows[i]);
	arena_free(arena);
}

static void
test_weekday(void **state)
{
	(void)state;
	assert_int_equal(period_weekday("Jeudi, 16 octobre"), T_THURSDAY);
	assert_int_equal(period_weekday("sunday"), T_SUNDAY);
	assert_int_equal(period_weekday("sam."), T_SATURDAY);
	assert_int_equal(period_weekday("16 octobre"), T_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_read),
		cmocka_unit_test(test_not), cmocka_unit_test(test_weekday) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
