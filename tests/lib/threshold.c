/*
 * Unit tests of limits: thresholds, shares and counts as people write them.
 */
#include <inttypes.h>
#include <stdio.h>

#include "test.h"
#include "value/marks.h"
#include "value/share.h"
#include "value/threshold.h"

static const char *const names[] = { "not", "empty", "two", "about", "exact" };

/* A text, and how it is read. */
struct row {
	const char *text, *reading;
};

static void
same(const struct row *row, const char *reading)
{
	if (strcmp(row->reading, reading) != 0)
		fail_msg("%s: %s, not %s", row->text, reading, row->reading);
}

static void
check(const struct row *row)
{
	struct threshold wanted;
	char reading[128], low[48], high[48];
	enum sure sure = threshold_reading(row->text, LANG_FR, &wanted);

	snprintf(low, sizeof(low), " %s%" PRId64,
	    wanted.low_strict ? ">" : ">=", wanted.low);
	snprintf(high, sizeof(high), " %s%" PRId64,
	    wanted.high_strict ? "<" : "<=", wanted.high);
	snprintf(reading, sizeof(reading), "%s%s%s", names[sure],
	    wanted.has_low ? low : "", wanted.has_high ? high : "");
	same(row, reading);
}

static void
test_threshold(void **state)
{
	static const struct row rows[] = {
		{ "au moins 5", "exact >=5000" },
		{ "5 ou plus", "exact >=5000" },
		{ "≥ 5", "exact >=5000" },
		{ "not less than 5", "exact >=5000" },
		{ "no fewer than 5", "exact >=5000" },
		{ "au plus 10", "exact <=10000" },
		{ "10 max", "exact <=10000" },
		{ "10 maximum", "exact <=10000" },
		{ "jusqu'à 10", "exact <=10000" },
		{ "within 10 days", "exact <=10000" },
		{ "no more than 10", "exact <=10000" },
		{ "up to 10", "exact <=10000" },
		{ "10 or fewer", "exact <=10000" },
		{ "=< 10", "exact <=10000" },
		{ "plus de 5", "exact >5000" },
		{ "over 5", "exact >5000" },
		{ "> 5", "exact >5000" },
		{ "moins de 10", "exact <10000" },
		{ "en dessous de 10", "exact <10000" },
		{ "under 10", "exact <10000" },
		{ "< 10 min", "exact <10000" },
		{ "entre 5 et 10", "exact >=5000 <=10000" },
		{ "au moins 2 et moins de 5", "exact >=2000 <5000" },
		{ "more than 2 and fewer than 5", "exact >2000 <5000" },
		{ "5 et moins", "exact <=5000" },
		{ "65 and over", "exact >=65000" },
		{ "29 and under", "exact <=29000" },
		{ "min 2, max 4", "exact >=2000 <=4000" },
		{ "max. 4 ; min. 2", "exact >=2000 <=4000" },
		{ "max 1 h 30 min", "exact <=1000" },
		{ "5 à 10", "exact >=5000 <=10000" },
		{ "between 5 and 10", "exact >=5000 <=10000" },
		{ "au moins 5 et au plus 10", "exact >=5000 <=10000" },
		{ "5 soirs sur 7", "about >=5000" },
		{ "au moins 5 soirs sur 7", "exact >=5000" },
		{ "10 visites", "about >=10000" },
		{ "pas moins de 3", "exact >=3000" },
		{ "pas plus de 3", "exact <=3000" },
		{ "1,234 visits", "two >=1234000" },
		{ "une hausse de 10 % en 3 mois", "about >=10000" },
		{ "?", "empty" },
		{ "10 max sur 30", "exact <=10000" },
		{ "2/3", "about >=2000" },
		{ "66,7 %", "about >=66700" },
		{ "50 % + 1", "exact >=50000" },
		{ "3/2", "about >=3000" },
		{ "0/0", "about >=0" },
		{ "7 voix", "about >=7000" },
		{ "(11)", "about >=11000" },
		{ "11 votes", "about >=11000" },
		{ "V = 5", "about >=5000" },
		{ "7,5", "about >=7500" },
		{ "-3", "about >=-3000" },
		{ "2,000", "two >=2000000" },
		{ "12 gommettes", "about >=12000" },
		{ "entre 12 et 15 h", "exact >=12000 <=15000" },
		{ "42 % des 200 inscrits", "about >=42000" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(&rows[i]);
}

/* What is denied says the contrary, and a change says where it leads. */
static void
test_turned(void **state)
{
	static const struct row rows[] = {
		{ "ne pas dépasser 10", "exact <=10000" },
		{ "n'excède pas 10", "exact <=10000" },
		{ "sans dépasser 10 min", "exact <=10000" },
		{ "10 ne doit pas être dépassé", "exact <=10000" },
		{ "must not be over 10", "exact <=10000" },
		{ "not exceeding 10", "exact <=10000" },
		{ "capped at 10", "exact <=10000" },
		{ "ne descend jamais sous 5", "exact >=5000" },
		{ "must not fall below 5", "exact >=5000" },
		{ "ne doit pas être inférieur à 5", "exact >=5000" },
		{ "agents sans poste, moins de 5", "exact <5000" },
		{ "au-delà de 5", "exact >5000" },
		{ "en deçà de 10", "exact <10000" },
		{ "5 ≤ x < 10", "exact >=5000 <10000" },
		{ "passer de 45 à 10", "about <=10000" },
		{ "from 10 to 45", "exact >=10000 <=45000" },
		{ "augmenter de 10 à 45", "about >=45000" },
		{ "réduit de 45 à 10", "about <=10000" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(&rows[i]);
}

static void
test_met(void **state)
{
	static const struct {
		const char *threshold;
		int64_t value;
		bool met;
	} rows[] = { { "au moins 5", 5000, true }, { "plus de 5", 5000, false },
		{ "10 max", 10000, true }, { "10 max", 45000, false },
		{ "under 10", 10000, false }, { "under 10", 9999, true },
		{ "entre 5 et 10", 10000, true }, { "5 à 10", 4000, false } };
	struct threshold wanted;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		threshold_reading(rows[i].threshold, LANG_NONE, &wanted);
		assert_int_equal(threshold_is_met(&wanted, rows[i].value),
		    rows[i].met);
	}
}

static void
test_value(void **state)
{
	int64_t value = 0;

	(void)state;
	assert_int_equal(threshold_value("6 soirs sur 7", LANG_FR, &value),
	    SURE_EXACT);
	assert_int_equal(value, 6000);
	assert_int_equal(threshold_value("entre 5 et 10", LANG_FR, &value),
	    SURE_ABOUT);
	assert_int_equal(threshold_value("1,234 visits", LANG_FR, &value),
	    SURE_TWO);
	assert_int_equal(threshold_value("1,234 visits", LANG_EN, &value),
	    SURE_EXACT);
	assert_int_equal(value, 1234000);
	assert_int_equal(threshold_value("beaucoup", LANG_FR, &value),
	    SURE_NOT);
}

static void
test_share(void **state)
{
	static const struct row rows[] = {
		{ "?", "empty" },
		{ "2/3", "exact 2/3" },
		{ "deux tiers", "exact 2/3" },
		{ "la moitié", "exact 1/2" },
		{ "plus de la moitié", "exact >1/2" },
		{ "la majorité", "exact >1/2" },
		{ "66,7 %", "exact 66700/100000" },
		{ "50 % + 1", "exact >50000/100000" },
		{ "two thirds", "exact 2/3" },
		{ "at least three quarters", "exact 3/4" },
		{ "a majority", "exact >1/2" },
		{ "more than half", "exact >1/2" },
		{ "unanimité", "exact 1/1" },
		{ "à la majorité des 2/3", "exact 2/3" },
		{ "deux-tiers", "exact 2/3" },
		{ "a two-thirds majority", "exact 2/3" },
		{ "2 sur 3", "exact 2/3" },
		{ "2 out of 3", "exact 2/3" },
		{ "simple majority", "exact >1/2" },
		{ "> 50 %", "exact >50000/100000" },
		{ ">= 50%", "exact 50000/100000" },
		{ "50 % minimum", "exact 50000/100000" },
		{ "50 % + 1 voix", "exact >50000/100000" },
		{ "à l'unanimité", "exact 1/1" },
	};
	static const char *const wrong[] = { "au moins 5", "5 ou plus", "≥ 5",
		"not less than 5", "no fewer than 5", "au plus 10", "10 max",
		"10 maximum", "3/2", "0/0", "2/", "deux",
		"qualified majority" };
	char reading[96];
	struct share share;
	enum sure sure;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		sure = share_reading(rows[i].text, &share);
		if (sure == SURE_EMPTY)
			continue;
		snprintf(reading, sizeof(reading), "%s %s%" PRIu64 "/%" PRIu64,
		    names[sure], share.more ? ">" : "", share.part,
		    share.whole);
		same(&rows[i], reading);
	}
	for (i = 0; i < COUNT(wrong); i++)
		assert_int_equal(share_reading(wrong[i], &share), SURE_NOT);
	assert_int_equal(share_reading("2/3", &share), SURE_EXACT);
	assert_true(share_is_reached(&share, 2, 3));
	assert_false(share_is_reached(&share, 66, 100));
	assert_int_equal(share_least(&share, 100), 67);
	assert_int_equal(share_reading("la majorité", &share), SURE_EXACT);
	assert_int_equal(share_least(&share, 10), 6);
	assert_int_equal(share_least(&share, 11), 6);
}

static void
test_count(void **state)
{
	static const struct row rows[] = {
		{ "?", "empty" },
		{ "7 voix", "exact 7" },
		{ "(11)", "exact 11" },
		{ "11 votes", "exact 11" },
		{ "IIII", "exact 4 drawn" },
		{ "|||", "exact 3 drawn" },
		{ "●●●", "exact 3 drawn" },
		{ "~~IIII~~", "exact 5 drawn" },
		{ "2,000", "two" },
		{ "12 gommettes", "exact 12" },
	};
	static const char *const wrong[] = { "V = 5", "7,5", "-3", "au moins 5",
		"7 voix sur 9", "deux", "5-10", "7 %", "+7", "10 max" };
	char reading[64];
	uint64_t count;
	bool drawn;
	enum sure sure;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		sure = marks_reading(rows[i].text, LANG_FR, &count, &drawn);
		snprintf(reading, sizeof(reading), "%s %" PRIu64 "%s",
		    names[sure], count, drawn ? " drawn" : "");
		same(&rows[i], sure == SURE_EXACT ? reading : names[sure]);
	}
	for (i = 0; i < COUNT(wrong); i++)
		assert_int_equal(marks_reading(wrong[i], LANG_FR, &count,
				     &drawn),
		    SURE_NOT);
	assert_int_equal(marks_reading("2,000", LANG_EN, &count, &drawn),
	    SURE_EXACT);
	assert_int_equal(count, 2000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_threshold),
		cmocka_unit_test(test_turned), cmocka_unit_test(test_met),
		cmocka_unit_test(test_value), cmocka_unit_test(test_share),
		cmocka_unit_test(test_count) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
