/*
 * savings-pool: add up small savings year by year, and what is left to reinvest
 */
#include "savings.h"

enum { DEFAULT_HORIZON = 5 };

static const enum term frequencies[] = { T_ONCE, T_YEARLY, T_NONE };

static const struct bind_row saving_rows[] = {
	ROW(BIND_TEXT, saving, idea, .key = T_IDEA,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_TEXT, saving, service, .key = T_SERVICE, .flags = BIND_ALIKE),
	ROW(BIND_TEXT, saving, owner, .key = T_OWNER,
	    .flags = BIND_ALIKE | BIND_WHO),
	ROW(BIND_MONEY, saving, amount, .key = T_AMOUNT, .flags = BIND_WANTED),
	ROW(BIND_CHOICE, saving, frequency, .key = T_FREQUENCY,
	    .flags = BIND_WANTED, .choices = frequencies),
	ROW(BIND_MONEY, saving, cost, .key = T_COST, .flags = BIND_NO_SIGN),
	ROW(BIND_DATE, saving, start, .key = T_START,
	    .flags = BIND_WANTED | BIND_FIRST_DAY),
	ROW(BIND_MONEY, saving, realised, .key = T_REALISED),
	ROW(BIND_TEXT, saving, other, .key = T_OTHER_SERVICE),
	ROW(BIND_MONEY, saving, net, .key = T_SAVING_NET,
	    .flags = BIND_COMPUTED),
	{ BIND_END },
};

static const struct bind_row reinvestment_rows[] = {
	ROW(BIND_TEXT, reinvestment, text, .key = T_SPENT_ON,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_MONEY, reinvestment, amount, .key = T_AMOUNT,
	    .flags = BIND_WANTED | BIND_NO_SIGN),
	ROW(BIND_DATE, reinvestment, start, .key = T_YEAR,
	    .flags = BIND_WANTED | BIND_FIRST_DAY),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(savings, list, saving, .key = T_SAVINGS,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_SAVINGS, .sheet = T_SHEET_SAVINGS),
	ROW_ITEMS(savings, spent, reinvestment, .key = T_REINVESTED,
	    .example = T_EXAMPLE_REINVESTED, .sheet = T_SHEET_REINVESTED),
	ROW(BIND_NUMBER, savings, horizon, .key = T_YEARS_AHEAD,
	    .flags = BIND_SETTING, .lowest = 1, .highest = 9999,
	    .example = T_EXAMPLE_YEARS_AHEAD),
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
