/*
 * savings-pool: add up small savings year by year, and what is left to reinvest
 */
#include <stdlib.h>

#include "savings.h"
#include "sheet/gather.h"
#include "text/words.h"

/* Of findings of one kind so many are told one by one. */
enum { DEFAULT_HORIZON = 5, FEW = 3 };

static const enum term frequencies[] = { T_ONCE, T_YEARLY, T_QUARTERLY,
	T_MONTHLY, T_NONE };

static const struct bind_row saving_rows[] = {
	ROW(saving, idea, .key = T_IDEA, .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(saving, heading, .flags = BIND_UNDER),
	ROW(saving, service, .key = T_SERVICE, .flags = BIND_ALIKE),
	ROW(saving, owner, .key = T_OWNER, .flags = BIND_ALIKE | BIND_WHO),
	ROW(saving, amount, .key = T_AMOUNT, .flags = BIND_WANTED),
	ROW(saving, yearly, .key = T_YEARLY_AMOUNT),
	ROW(saving, frequency, .key = T_FREQUENCY, .flags = BIND_WANTED,
	    .choices = frequencies),
	ROW(saving, cost, .key = T_COST, .flags = BIND_NO_SIGN),
	ROW(saving, start, .key = T_START,
	    .flags = BIND_WANTED | BIND_FIRST_DAY),
	ROW(saving, realised, .key = T_REALISED),
	ROW(saving, other, .key = T_OTHER_SERVICE),
	ROW(saving, net, .key = T_SAVING_NET, .flags = BIND_COMPUTED),
	{ BIND_END },
};

static const struct bind_row reinvestment_rows[] = {
	ROW(reinvestment, text, .key = T_SPENT_ON,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(reinvestment, amount, .key = T_AMOUNT,
	    .flags = BIND_WANTED | BIND_NO_SIGN),
	ROW(reinvestment, start, .key = T_YEAR,
	    .flags = BIND_WANTED | BIND_FIRST_DAY),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(savings, list, saving, .key = T_SAVINGS,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WANTED,
	    .example = T_EXAMPLE_SAVINGS, .sheet = T_SHEET_SAVINGS),
	ROW_ITEMS(savings, spent, reinvestment, .key = T_REINVESTED,
	    .example = T_EXAMPLE_REINVESTED, .sheet = T_SHEET_REINVESTED),
	ROW(savings, horizon, .key = T_YEARS_AHEAD, .flags = BIND_SETTING,
	    .lowest = 1, .highest = 9999, .example = T_EXAMPLE_YEARS_AHEAD),
	ROW(savings, asked, .key = T_SAVED_ASKED,
	    .flags = BIND_SETTING | BIND_DECIDES | BIND_NO_SIGN,
	    .example = T_EXAMPLE_SAVED_ASKED),
	ROW(savings, wanted, .key = T_SAVED_WANTED,
	    .flags = BIND_SETTING | BIND_DECIDES,
	    .example = T_EXAMPLE_SAVED_WANTED),
	{ BIND_END },
};

static const struct bind_tool tool = { T_SAVINGS_POOL, T_SUMMARY_SAVINGS,
	rows };

/* A hundred thousand million euros: all of it, over all years and times a
 * thousand, is a number yet. */
static const int64_t MOST = INT64_C(10000000000000);

/* The part of a year that so many months are, rounded half to even. */
static int64_t
twelfths(int64_t cents, int months)
{
	int64_t whole = cents * months / 12, rest = llabs(cents * months % 12);

	if (rest > 6 || (rest == 6 && whole % 2 != 0))
		whole += cents < 0 ? -1 : 1;
	return whole;
}

/* Takes a year's amount, which says so where another frequency stands beside it:
 * it is read again as an amount. */
static void
take_yearly(struct method *method, struct saving *saving)
{
	saving->amount = saving->yearly;
	saving->amount.a_year = true;
	saving->yearly = (struct bind_money){ .typed = "" };
	if (*saving->frequency.typed == '\0' || saving->amount.cents == 0)
		return; /* what is none, or cannot be read, is so once a year too */
	saving->amount.as_typed = true;
	saving->amount.typed = arena_format(method->arena, "%s %s",
	    saving->amount.typed, method_word(method, T_A_YEAR));
}

/* What stands under a heading is of the service that it names; what is said to be
 * a year's amount comes each year. */
static void
read_starts(struct method *method, struct savings *savings)
{
	BIND_EACH(struct saving, saving, &savings->list) {
		if (*saving->service.text == '\0') {
			saving->service = saving->heading;
			saving->heading.text = "";
		}
		if (*saving->amount.typed == '\0' &&
		    *saving->yearly.typed != '\0')
			take_yearly(method, saving);
		if (*saving->frequency.typed == '\0' && saving->amount.a_year)
			saving->frequency =
			    (struct bind_choice){ saving->amount.pos, true,
				    .term = T_YEARLY, .typed = "" };
		if (saving->start.given &&
		    (savings->first == 0 ||
			saving->start.date.year < savings->first))
			savings->first = saving->start.date.year;
	}
}

/* The last year of the curve. */
static void
find_horizon(struct method *method, struct savings *savings)
{
	int horizon = (int)(savings->horizon.thousandths / 1000);
	int first = savings->first;

	if (first == 0)
		return;
	savings->last =
	    horizon <= SAVINGS_YEARS ? first + horizon - 1 : horizon;
	if (savings->last >= first && savings->last < first + SAVINGS_YEARS)
		return;
	bind_fault(method->bind, savings->horizon.pos, M_SAVED_HORIZON,
	    method_integer(method, horizon), method_integer(method, first),
	    method_integer(method, first + SAVINGS_YEARS - 1));
	savings->first = savings->last = 0;
}

/* Whether all amounts together can be added up. */
static bool
is_countable(struct method *method, const struct savings *savings)
{
	int64_t sum = 0;

	BIND_EACH(const struct saving, saving, &savings->list)
		if (sum <= MOST)
			sum += llabs(savings_yearly(saving, &saving->amount)) +
			    llabs(saving->cost.cents) +
			    llabs(savings_yearly(saving, &saving->realised));
	BIND_EACH(const struct reinvestment, spent, &savings->spent)
		if (sum <= MOST)
			sum += llabs(spent->amount.cents);
	if (sum > MOST)
		bind_fault(method->bind, savings->list.pos, M_SAVED_TOO_LARGE);
	return sum <= MOST;
}

static struct sum *
year_of(const struct savings *savings, int year)
{
	return (struct sum *)savings->years.at + (year - savings->first);
}

static void
add_saving(struct savings *savings, struct saving *saving)
{
	int64_t worth = savings_worth(saving), gain;
	bool yearly = savings_come_again(saving);
	int start = saving->start.date.year, year;

	if (!saving->start.given || start > savings->last ||
	    (*saving->frequency.typed != '\0' &&
		saving->frequency.term == T_NONE))
		return;
	for (year = start; year <= (yearly ? savings->last : start); year++) {
		gain = yearly && year == start
		    ? twelfths(worth, 13 - saving->start.date.month)
		    : worth;
		year_of(savings, year)->gross.cents += gain;
		saving->gross += gain;
	}
	year_of(savings, start)->cost.cents += saving->cost.cents;
	saving->net = (struct bind_money){ saving->amount.pos,
		saving->amount.given || saving->realised.given,
		.cents = saving->gross - saving->cost.cents };
}

/* What is spent before the first year is spent in it. */
static void
add_spent(struct savings *savings, const struct reinvestment *spent)
{
	int year = spent->start.date.year > savings->first
	    ? spent->start.date.year
	    : savings->first;

	if (year <= savings->last)
		year_of(savings, year)->spent.cents += spent->amount.cents;
}

struct sum
savings_sum(const char *name)
{
	const struct bind_money none = { .given = true };

	return (struct sum){ { name }, .count = method_count(0), .gross = none,
		.cost = none, .net = none, .cumulated = none, .spent = none,
		.left = none };
}

/* What the years come to, one by one and all together. */
static void
add_up(struct savings *savings)
{
	struct sum *total = &savings->total;

	BIND_EACH(struct sum, year, &savings->years) {
		total->gross.cents += year->gross.cents;
		total->cost.cents += year->cost.cents;
		total->spent.cents += year->spent.cents;
		year->net.cents = year->gross.cents - year->cost.cents;
		total->net.cents += year->net.cents;
		year->cumulated = total->net;
		total->left.cents = total->net.cents - total->spent.cents;
		year->left = total->left;
	}
}

static void
compute(struct method *method, struct savings *savings)
{
	struct sum sum;

	read_starts(method, savings);
	find_horizon(method, savings);
	if (!is_countable(method, savings) || savings->first == 0)
		return;
	savings->total = savings_sum("");
	for (int year = savings->first; year <= savings->last; year++) {
		sum = savings_sum(method_integer(method, year));
		bind_add(method->bind, &savings->years, sum);
	}
	BIND_EACH(struct saving, saving, &savings->list)
		add_saving(savings, saving);
	BIND_EACH(const struct reinvestment, spent, &savings->spent)
		add_spent(savings, spent);
	add_up(savings);
}

/* The telling words of an idea: two ideas that have the same are one, but where
 * each is of a year alone. */
static const char *
gist_of(struct method *method, const struct saving *saving)
{
	const char *plain = method_plain(method, saving->idea.text);
	struct words words = words_of(method->arena, plain);
	struct buf out = BUF_INIT;

	if (words.count == 0)
		return plain;
	for (size_t i = 0; i < words.count; i++)
		buf_join(&out, " ", words.at[i]);
	if (saving->frequency.term == T_ONCE && saving->start.given)
		buf_format(&out, " %d", saving->start.date.year);
	return buf_take(&out, method->arena);
}

static void
find_twice(struct method *method, const struct savings *savings)
{
	struct gather ideas = gather_new(method->bind, sizeof(const char *));
	const char **first;
	bool met;

	BIND_EACH(const struct saving, saving, &savings->list) {
		first = gather_enter(&ideas, gist_of(method, saving), &met);
		if (met)
			method_find(method, saving->idea.pos, M_SAVED_TWICE,
			    *first, method_plain(method, saving->idea.text));
		else
			*first = method_plain(method, saving->idea.text);
	}
}

/* What starts behind the last year of the curve. */
static void
find_after(struct method *method, const struct savings *savings,
    const struct bind_text *text, const struct bind_date *start,
    enum term message)
{
	if (savings->first != 0 && start->date.year > savings->last)
		method_find(method, start->pos, message,
		    method_plain(method, text->text),
		    bind_date_printed(method->arena, method->lang, start),
		    method_integer(method, savings->last));
}

static void
find_saving(struct method *method, const struct savings *savings,
    const struct saving *saving)
{
	bool begun = !method->today.given || !saving->start.given ||
	    date_day(saving->start.date) <= date_day(method->today.date);

	if (saving->net.given && saving->net.cents < 0)
		method_find_of(method, &saving->idea, M_SAVED_NEGATIVE,
		    method_integer(method, savings->last),
		    method_money(method, saving->net.cents));
	find_after(method, savings, &saving->idea, &saving->start,
	    M_SAVED_AFTER);
	if (saving->amount.cents != 0 && !saving->realised.given && begun &&
	    *saving->idea.text != '\0')
		method_find_of(method, &saving->idea, M_SAVED_UNCHECKED);
	if (*saving->other.text != '\0')
		method_find(method, saving->other.pos, M_SAVED_MOVED,
		    method_plain(method, saving->idea.text),
		    method_plain(method, saving->other.text));
}

/* The first year by which more was spent than gained. */
static void
find_overspent(struct method *method, const struct savings *savings)
{
	BIND_EACH(const struct sum, year, &savings->years) {
		if (year->left.cents >= 0 ||
		    year->left.cents >= year->cumulated.cents)
			continue;
		method_find(method, savings->spent.pos, M_SAVED_OVERSPENT,
		    year->name.text, method_money(method, -year->left.cents));
		return;
	}
}

/* What was asked for and is not paid back, and less reinvested than was to be. */
static void
find_short(struct method *method, const struct savings *savings)
{
	const struct sum *total = &savings->total;
	const char *last = method_integer(method, savings->last);

	if (savings->years.count == 0)
		return;
	if (savings->asked.given && total->net.cents < savings->asked.cents)
		method_find(method, savings->asked.pos, M_SAVED_NOT_PAID,
		    method_money(method, savings->asked.cents),
		    method_money(method, total->net.cents), last);
	if (savings->wanted.given &&
	    total->spent.cents < savings_wanted(savings))
		method_find(method, savings->wanted.pos, M_SAVED_SHORT,
		    method_money(method, total->spent.cents),
		    method_money(method, savings_wanted(savings)), last);
}

static void
find(struct method *method, const struct savings *savings)
{
	find_twice(method, savings);
	BIND_EACH(const struct saving, saving, &savings->list)
		find_saving(method, savings, saving);
	method_gather(method, FEW, M_SAVED_UNCHECKED, M_SAVED_UNCHECKED_MANY);
	BIND_EACH(const struct reinvestment, spent, &savings->spent)
		find_after(method, savings, &spent->text, &spent->start,
		    M_SAVED_SPENT_AFTER);
	find_overspent(method, savings);
	find_short(method, savings);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = yearly_arrange };
	struct savings savings = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_CHART(&method.chart), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &savings);
	if (!savings.horizon.given)
		savings.horizon.thousandths = 1000 * DEFAULT_HORIZON;
	compute(&method, &savings);
	if (method_ready(&method)) {
		find(&method, &savings);
		method_section(&method, T_SAVINGS);
		method_section(&method, T_REINVESTED);
		method_rules(&method);
		balance_render(&method, &savings);
	}
	return method_close(&method, false);
}
