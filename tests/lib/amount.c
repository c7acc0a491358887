/*
 * Unit tests of amounts: numbers and money with what people put around them.
 */
#include <inttypes.h>
#include <stdio.h>

#include "test.h"
#include "value/money.h"
#include "value/number.h"

/* A text, how sure it is, its value or its two ends, and whether nothing else
 * stands there. */
struct row {
	const char *text, *reading;
};

static void
check(const struct row *row, enum sure sure, const struct amount *amount)
{
	static const char *const names[] = { "not", "empty", "two", "about",
		"exact" };
	char reading[96], ends[64] = "";
	bool counts = sure > SURE_EMPTY;

	if (counts && amount->low != amount->high)
		snprintf(ends, sizeof(ends), "/%" PRId64, amount->high);
	if (counts)
		snprintf(reading, sizeof(reading), "%s %" PRId64 "%s%s",
		    names[sure], amount->low, ends,
		    amount->plain ? " plain" : "");
	if (strcmp(counts ? reading : names[sure], row->reading) != 0)
		fail_msg("%s: %s, not %s", row->text,
		    counts ? reading : names[sure], row->reading);
}

static const struct row money_rows[] = {
	{ "1234,50 €", "exact 123450 plain" },
	{ "1 234,50 €", "exact 123450 plain" },
	{ "1 234,50", "exact 123450 plain" },
	{ "1234.50", "exact 123450 plain" },
	{ "1.234,50 €", "exact 123450 plain" },
	{ "1.234,50", "exact 123450 plain" },
	{ "1,234.50", "exact 123450 plain" },
	{ "€1,234.50", "exact 123450 plain" },
	{ "1,234 €", "exact 123400 plain" },
	{ "€1,234", "exact 123400 plain" },
	{ "1.234 €", "exact 123400 plain" },
	{ "1.234", "exact 123400 plain" },
	{ "12.000 €", "exact 1200000 plain" },
	{ "12,000", "exact 1200000 plain" },
	{ "10,000 €", "exact 1000000 plain" },
	{ "€10,000", "exact 1000000 plain" },
	{ "1,5", "exact 150 plain" },
	{ "1.5", "exact 150 plain" },
	{ "2 k€", "exact 200000 plain" },
	{ "2k€", "exact 200000 plain" },
	{ "2 K€", "exact 200000 plain" },
	{ "2k", "exact 200000 plain" },
	{ "2,5 k€", "exact 250000 plain" },
	{ "1,5 M€", "exact 150000000 plain" },
	{ "1.5M€", "exact 150000000 plain" },
	{ "1 M", "exact 100000000 plain" },
	{ "3 millions", "exact 300000000 plain" },
	{ "3 millions d'euros", "exact 300000000 plain" },
	{ "1,5 million €", "exact 150000000 plain" },
	{ "2 Md€", "exact 200000000000 plain" },
	{ "12 mille euros", "exact 1200000 plain" },
	{ "200 EUR", "exact 20000 plain" },
	{ "EUR 200", "exact 20000 plain" },
	{ "200 euros", "exact 20000 plain" },
	{ "200 Euros", "exact 20000 plain" },
	{ "200 €uros", "exact 20000 plain" },
	{ "200€", "exact 20000 plain" },
	{ "€ 200", "exact 20000 plain" },
	{ "200 € HT", "exact 20000" },
	{ "200 € TTC", "exact 20000" },
	{ "200 €/an", "exact 20000" },
	{ "200 € par an", "exact 20000" },
	{ "200 € / mois", "exact 240000" },
	{ "env. 200 €", "about 20000" },
	{ "environ 200 €", "about 20000" },
	{ "~200 €", "about 20000" },
	{ "≈ 200 €", "about 20000" },
	{ "200-300 €", "about 20000/30000" },
	{ "200 à 300 €", "about 20000/30000" },
	{ "entre 200 et 300 €", "about 20000/30000" },
	{ "< 200 €", "not" },
	{ "± 5 €", "not" },
	{ "+200 €", "exact 20000 plain" },
	{ "-200 €", "exact -20000 plain" },
	{ "−200 €", "exact -20000 plain" },
	{ "– 200 €", "exact -20000 plain" },
	{ "(200 €)", "not" },
	{ "0", "exact 0 plain" },
	{ "0 €", "exact 0 plain" },
	{ "n.c.", "empty" },
	{ "NC", "empty" },
	{ "?", "empty" },
	{ "à chiffrer", "empty" },
	{ "gratuit", "exact 0" },
	{ "20 %", "not" },
	{ "1'234.50", "exact 123450 plain" },
	{ "1 234.50 €", "exact 123450 plain" },
	{ "12 345 678,90 €", "exact 1234567890 plain" },
	{ "200,5 €", "exact 20050 plain" },
	{ "200,555 €", "exact 20055500 plain" },
	{ "200,- €", "not" },
	{ "200.- €", "not" },
	{ "£200", "exact 20000 plain" },
	{ "$200", "exact 20000 plain" },
	{ "200 $", "exact 20000 plain" },
	{ "CHF 3'000", "exact 300000 plain" },
	{ "12 000 francs", "exact 1200000 plain" },
	{ "5 000 F CFA par mois", "exact 6000000" },
	{ "£2.5k a month", "exact 3000000" },
	{ "12 livres", "not" },
	{ "£3 €", "not" },
	{ "deux cents euros", "exact 20000" },
	{ "1 000 000 000 000", "exact 100000000000000 plain" },
	{ "99999999999999 €", "not" },
	{ "5 c", "exact 5 plain" },
	{ "50 centimes", "exact 50 plain" },
	{ "1/3", "not" },
	{ "2 x 300 €", "not" },
	{ "3*200", "not" },
	{ "2 500 €", "exact 250000 plain" },
	{ "2 500,00 €", "exact 250000 plain" },
	{ "EUR 1.250,00", "exact 125000 plain" },
	{ "10-12 k€", "about 1000000/1200000" },
	{ "from €200 to €300", "about 20000/30000" },
	{ "1.250 M€", "two 125000000000/125000000 plain" },
	{ "1 €€", "not" },
	{ "about €200", "about 20000" },
	{ "€200 a year", "exact 20000" },
	{ "€200 net", "exact 20000" },
	{ "free", "exact 0" },
	{ "TBD", "empty" },
	{ "à définir", "empty" },
	{ "1 234 567 €", "exact 123456700 plain" },
	{ "−1 200 €", "exact -120000 plain" },
	{ "€-5", "exact -500 plain" },
	{ "12k euros", "exact 1200000 plain" },
	{ "5 000 € HT par an", "exact 500000" },
	{ "1,234,567", "exact 123456700 plain" },
	{ "à préciser", "empty" },
	{ "1 200 € (HT)", "exact 120000" },
	{ "500 € (estimation)", "about 50000" },
	{ "une centaine d'euros", "about 10000" },
	{ "aucun coût", "exact 0" },
	{ "cher", "not" },
};

static void
test_money(void **state)
{
	struct amount amount;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(money_rows); i++)
		check(&money_rows[i],
		    money_reading(money_rows[i].text, &amount), &amount);
}

static void
test_number(void **state)
{
	static const struct row rows[] = {
		{ "12 visites", "exact 12000" },
		{ "7 °C", "exact 7000" },
		{ "4 %", "exact 4000" },
		{ "env. 12", "about 12000" },
		{ "≈ 12", "about 12000" },
		{ "12 environ", "about 12000" },
		{ "une vingtaine de personnes", "about 20000" },
		{ "2 dozen", "about 24000" },
		{ "> 12", "not" },
		{ "5-10", "about 5000/10000" },
		{ "1,234", "two 1234000/1234 plain" },
		{ "1.234", "two 1234000/1234 plain" },
		{ "12 000 habitants", "exact 12000000" },
		{ "10 max", "not" },
		{ "5 min", "exact 5000" },
		{ "1/3", "not" },
		{ "2 x 3", "not" },
		{ "-7,25", "exact -7250 plain" },
		{ "7,5000", "exact 7500 plain" },
		{ "1.5.2", "not" },
		{ "12 k", "exact 12000000 plain" },
		{ "3 M", "not" },
		{ "3 m", "exact 3000" },
		{ "3 millions", "exact 3000000000 plain" },
		{ "7 ETP", "exact 7000" },
		{ "entre 5 et 10", "about 5000/10000" },
		{ "from 5 to 10", "about 5000/10000" },
		{ "4 ?", "about 4000" },
		{ "4 (?)", "about 4000" },
		{ "1.234.567", "exact 1234567000 plain" },
		{ "1,234.5", "exact 1234500 plain" },
		{ "9h30", "not" },
		{ "10-12 visites", "about 10000/12000" },
		{ "n.c.", "empty" },
		{ "0,125", "exact 125 plain" },
		{ "1,1250", "exact 1125 plain" },
		{ "−3", "exact -3000 plain" },
		{ "environ 40 personnes", "about 40000" },
		{ "40 personnes environ ?", "about 40000" },
		{ "around 40", "about 40000" },
		{ "some 40 people", "about 40000" },
		{ "1,234 visits", "two 1234000/1234" },
		{ "12.5 %", "exact 12500" },
		{ "-4 °C", "exact -4000" },
		{ "5 à 10", "about 5000/10000" },
		{ "between 5 and 10 people", "about 5000/10000" },
		{ "5–10", "about 5000/10000" },
		{ "10 ou plus", "not" },
		{ "at least 5", "not" },
		{ "5e", "not" },
		{ "12 visites max", "not" },
		{ "12 visites au plus", "not" },
		{ "5 et 6", "about 5000/6000" },
		{ "3/4", "not" },
		{ "12 et demi", "not" },
		{ "TBC", "empty" },
		{ "n/a", "empty" },
		{ "3 milliards", "exact 3000000000000 plain" },
		{ "9999999999999", "not" },
	}, english[] = {
		{ "1,234", "exact 1234000 plain" },
		{ "1,234 visits", "exact 1234000" },
	};
	struct amount amount;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++)
		check(&rows[i], number_reading(rows[i].text, LANG_FR, &amount),
		    &amount);
	for (i = 0; i < COUNT(english); i++)
		check(&english[i],
		    number_reading(english[i].text, LANG_EN, &amount), &amount);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_money),
		cmocka_unit_test(test_number) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
