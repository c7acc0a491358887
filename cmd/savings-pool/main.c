/*
 * savings-pool: add up small savings year by year, and what is left to reinvest
 */
#include "savings.h"

enum { DEFAULT_HORIZON = 5 };

static const enum term frequencies[] = { T_ONCE, T_YEARLY, T_NONE };

static const struct bind_row saving_rows[] = {
	BIND_AT(BIND_TEXT, T_IDEA, saving, idea, BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_SERVICE, saving, service, BIND_ALIKE),
	BIND_AT(BIND_TEXT, T_OWNER, saving, owner, BIND_ALIKE | BIND_WHO),
	BIND_AT(BIND_MONEY, T_AMOUNT, saving, amount, BIND_WANTED),
	BIND_AT(BIND_CHOICE, T_FREQUENCY, saving, frequency, BIND_WANTED,
	    .choices = frequencies),
	BIND_AT(BIND_MONEY, T_COST, saving, cost, BIND_NO_SIGN),
	BIND_AT(BIND_DATE, T_START, saving, start,
	    BIND_WANTED | BIND_FIRST_DAY),
	BIND_AT(BIND_MONEY, T_REALISED, saving, realised, 0),
	BIND_AT(BIND_TEXT, T_OTHER_SERVICE, saving, other, 0),
	BIND_AT(BIND_MONEY, T_SAVING_NET, saving, net, BIND_COMPUTED),
	{ BIND_END },
};

static const struct bind_row reinvestment_rows[] = {
	BIND_AT(BIND_TEXT, T_SPENT_ON, reinvestment, text,
	    BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_MONEY, T_AMOUNT, reinvestment, amount,
	    BIND_WANTED | BIND_NO_SIGN),
	BIND_AT(BIND_DATE, T_YEAR, reinvestment, start,
	    BIND_WANTED | BIND_FIRST_DAY),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	BIND_ITEMS(T_SAVINGS, savings, list, saving,
	    BIND_MAIN | BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_SAVINGS, .sheet = T_SHEET_SAVINGS),
	BIND_ITEMS(T_REINVESTED, savings, spent, reinvestment, 0,
	    .example = T_EXAMPLE_REINVESTED, .sheet = T_SHEET_REINVESTED),
	BIND_AT(BIND_NUMBER, T_YEARS_AHEAD, savings, horizon, BIND_SETTING,
	    .lowest = 1, .highest = 9999, .example = T_EXAMPLE_YEARS_AHEAD),
	{ BIND_END },
};

static const struct bind_tool tool = { T_SAVINGS_POOL, T_SUMMARY_SAVINGS,
	rows };

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct savings savings = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_CHART(&method.chart), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &savings);
	if (!savings.horizon.given)
		savings.horizon.thousandths = 1000 * DEFAULT_HORIZON;
	savings_compute(&method, &savings);
	if (method_ready(&method)) {
		savings_find(&method, &savings);
		method_section(&method, T_SAVINGS);
		method_section(&method, T_REINVESTED);
		method_rules(&method);
		savings_render(&method, &savings);
	}
	return method_close(&method, false);
}
