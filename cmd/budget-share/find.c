/*
 * find: what of a budget is to be looked at again.
 */
#include "budget.h"

static struct pos
place_of(const struct budget *budget, size_t place)
{
	return project_at(budget, place)->text.pos;
}

/* What a project's own figures say. */
static void
find_of(const struct budget *budget, size_t place)
{
	struct method *method = budget->method;
	const struct bid *bid = &budget->fund.bids[place];
	const char *name = project_name(budget, place);

	if (bid->votes == 0 && (budget->fund.voters > 0 || budget->counts))
		method_find(method, place_of(budget, place), M_FUND_UNCHOSEN,
		    name);
	if (bid->cost == 0)
		method_find(method, place_of(budget, place), M_FUND_FREE, name);
	if (bid->cost > budget->fund.budget)
		method_find(method, place_of(budget, place), M_FUND_DEAR, name,
		    method_money(method, bid->cost));
}

/* Equal projects between which nothing decides. */
static void
find_tie(const struct budget *budget)
{
	struct method *method = budget->method;
	const char *names = "";
	size_t i, first = budget->fund.count;

	for (i = 0; i < budget->fund.count; i++)
		if (budget->outcome.lots[i].fate == FATE_TIED) {
			names = method_listed(method, names,
			    project_name(budget, i));
			first = i < first ? i : first;
		}
	if (first < budget->fund.count)
		method_find(method, place_of(budget, first), M_FUND_TIE, names);
}

/* A category that has more than half of the money, among several. */
static void
find_category(const struct budget *budget)
{
	const struct bind_text *names = budget->categories.list.at;
	struct method *method = budget->method;
	const struct outcome *outcome = &budget->outcome;
	int64_t sum;

	for (size_t i = 1; i < budget->fund.cap_count; i++) {
		sum = 0;
		for (size_t j = 0; j < outcome->count; j++)
			if (budget->fund.bids[outcome->kept[j]].category == i)
				sum += budget->fund.bids[outcome->kept[j]].cost;
		if (budget->fund.cap_count > 2 && sum > outcome->spent / 2 &&
		    sum > outcome->spent - sum)
			method_find(method, names[i - 1].pos, M_FUND_HALF,
			    method_plain(method, names[i - 1].text),
			    method_share(method, sum, outcome->spent));
	}
}

/* More than a fifth of those who chose anything, none of it retained. */
static void
find_without(const struct budget *budget)
{
	struct represented represented = share_of(budget, &budget->outcome);
	struct method *method = budget->method;

	if (5 * represented.voters[0] > represented.all)
		method_find(method, budget->sheet->projects.pos,
		    represented.voters[0] > 1 ? M_FUND_UNREPRESENTED
					      : M_FUND_UNREPRESENTED_ONE,
		    method_integer(method, (int64_t)represented.voters[0]),
		    method_share(method, (int64_t)represented.voters[0],
			(int64_t)represented.all));
}

/* The project that what is left misses by the least, where that is no more than
 * a tenth of what it costs. */
static void
find_missed(const struct budget *budget)
{
	struct method *method = budget->method;
	int64_t left = budget->fund.budget - budget->outcome.spent, least = 0;
	size_t best = budget->fund.count, i;
	const struct bid *bid;

	for (i = 0; i < budget->fund.count; i++) {
		bid = &budget->fund.bids[i];
		if (bid->votes == 0 || bid->barred || bid->cost <= left ||
		    budget->outcome.lots[i].fate == FATE_KEPT ||
		    bid->cost - left > bid->cost / 10)
			continue;
		if (best == budget->fund.count || bid->cost - left < least) {
			best = i;
			least = bid->cost - left;
		}
	}
	if (best < budget->fund.count && !budget->outcome.open)
		method_find(method, place_of(budget, best), M_FUND_MISSED,
		    project_name(budget, best), method_money(method, left),
		    method_money(method, least));
}

void
budget_find(const struct budget *budget)
{
	for (size_t i = 0; i < budget->fund.count; i++)
		find_of(budget, i);
	method_gather(budget->method, 3, M_FUND_UNCHOSEN, M_FUND_UNCHOSEN_ALL);
	if (budget->fund.voters == 0 && !budget->counts) {
		method_find(budget->method, budget->sheet->projects.pos,
		    M_FUND_NO_BALLOTS);
		return;
	}
	find_tie(budget);
	find_category(budget);
	if (!budget->counts)
		find_without(budget);
	find_missed(budget);
}
