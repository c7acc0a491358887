/*
 * compute: in which year a saving brings how much, in cents.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "savings.h"

/* A hundred thousand million euros: all of it, over all years and times a
 * thousand, is a number yet. */
static const int64_t MOST = INT64_C(10000000000000);

int64_t
savings_worth(const struct saving *saving)
{
	return saving->realised.given ? saving->realised.cents
				      : saving->amount.cents;
}

/* The part of a year that so many months are, rounded half to even. */
static int64_t
twelfths(int64_t cents, int months)
{
	int64_t whole = cents * months / 12, rest = llabs(cents * months % 12);

	if (rest > 6 || (rest == 6 && whole % 2 != 0))
		whole += cents < 0 ? -1 : 1;
	return whole;
}

/* What is said to be a year's amount comes each year. */
static void
read_starts(struct savings *savings)
{

	BIND_EACH(struct saving, saving, &savings->list) {
		if (*saving->frequency.typed == '\0' && saving->amount.a_year)
			saving->frequency = (struct bind_choice){ T_YEARLY,
				saving->amount.pos, true };
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
	const struct reinvestment *spent = savings->spent.at;
	const struct saving *saving = savings->list.at;
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < savings->list.count && sum <= MOST; i++)
		sum += llabs(saving[i].amount.cents) +
		    llabs(saving[i].cost.cents) +
		    llabs(saving[i].realised.cents);
	for (i = 0; i < savings->spent.count && sum <= MOST; i++)
		sum += llabs(spent[i].amount.cents);
	if (sum > MOST)
		bind_fault(method->bind, savings->list.pos, M_SAVED_TOO_LARGE);
	return sum <= MOST;
}

static void
add_saving(struct savings *savings, struct saving *saving)
{
	int64_t worth = savings_worth(saving), gain;
	bool yearly = saving->frequency.term == T_YEARLY;
	int start = saving->start.date.year, year;

	if (!saving->start.given || start > savings->last)
		return;
	for (year = start; year <= (yearly ? savings->last : start); year++) {
		gain = yearly && year == start
		    ? twelfths(worth, 13 - saving->start.date.month)
		    : worth;
		savings->years[year - savings->first].gross += gain;
		saving->gross += gain;
	}
	savings->years[start - savings->first].cost += saving->cost.cents;
	if (!saving->amount.given && !saving->realised.given)
		return;
	saving->net = (struct bind_money){ saving->gross - saving->cost.cents,
		saving->amount.pos, true };
}

void
savings_compute(struct method *method, struct savings *savings)
{
	int year;

	read_starts(savings);
	find_horizon(method, savings);
	if (!is_countable(method, savings) || savings->first == 0)
		return;
	BIND_EACH(struct saving, saving, &savings->list)
		add_saving(savings, saving);
	BIND_EACH(struct reinvestment, spent, &savings->spent) {
		year = spent->start.date.year > savings->first
		    ? spent->start.date.year
		    : savings->first;
		if (year <= savings->last)
			savings->years[year - savings->first].spent +=
			    spent->amount.cents;
	}
	for (year = 0; year <= savings->last - savings->first; year++) {
		savings->total.gross += savings->years[year].gross;
		savings->total.cost += savings->years[year].cost;
		savings->total.spent += savings->years[year].spent;
	}
}
