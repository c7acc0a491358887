/*
 * result: what is retained, and what is not and why.
 */
#include <inttypes.h>

#include "budget.h"
#include "report/chart.h"

static struct bind_money
money_of(int64_t cents)
{
	return (struct bind_money){ .given = true, .cents = cents };
}

static const char *
reason_of(const struct budget *budget, size_t place)
{
	const struct lot *lot = &budget->outcome.lots[place];
	struct method *method = budget->method;
	int64_t cost = budget->fund.bids[place].cost;

	switch (lot->fate) {
	case FATE_NOBODY:
		return method_word(method, T_FUND_NOBODY);
	case FATE_BARRED:
		return method_text(method, M_FUND_BARRED,
		    method_integer(method, (int64_t)rule_least(budget, place)));
	case FATE_CAP:
		return method_text(method, M_FUND_CAPPED,
		    method_money(method, lot->amount));
	case FATE_LEFT:
		return cost > budget->fund.budget
		    ? method_word(method, T_FUND_OVER)
		    : method_text(method, M_FUND_LEFT,
			  method_money(method, lot->amount));
	case FATE_STOPPED:
		return method_word(method, T_FUND_STOPPED);
	case FATE_SUPPORT:
		return method_text(method, M_FUND_SUPPORT,
		    method_money(method, lot->amount),
		    method_money(method, cost - lot->amount));
	case FATE_TIED:
		return method_word(method, T_FUND_TIED);
	default:
		return "";
	}
}

/* Fills in what is printed of a project that is retained, or is not. */
static struct project
printed(const struct budget *budget, size_t place)
{
	const struct bid *bid = &budget->fund.bids[place];
	const struct lot *lot = &budget->outcome.lots[place];
	struct project project = *project_at(budget, place);

	project.votes = method_count(bid->votes);
	if (budget->rules.rule == RULE_POINTS || bid->points != bid->votes)
		project.points = method_count(bid->points);
	if (lot->fate == FATE_KEPT && lot->effective > 0) {
		project.pays = money_of(lot->pays);
		project.effective = method_figure(10 * lot->effective);
	}
	return project;
}

/* Of those that are retained, and of the others: columns that are empty are left
 * out. */
static const struct bind_row printed_rows[] = {
	ROW(project, rank, .key = T_RANK),
	ROW(project, label, .key = T_ID, .flags = BIND_LABEL),
	ROW(project, text, .key = T_FUND_PROJECT, .flags = BIND_MAIN),
	ROW(project, cost, .key = T_FUND_COST),
	ROW(project, points, .key = T_FUND_POINTS_GIVEN),
	ROW(project, votes, .key = T_VOTES),
	ROW(project, effective, .key = T_FUND_EFFECTIVE, .decimals = 2),
	ROW(project, pays, .key = T_FUND_PAYS),
	ROW(project, sum, .key = T_FUND_SUM),
	ROW(project, reason, .key = T_REASON),
	{ BIND_END },
};

/* The cents that each voter has at first by equal shares, rounded. */
static int64_t
equal_part(const struct fund *fund)
{
	int64_t voters = (int64_t)fund->voters;

	return fund->budget / voters + (2 * (fund->budget % voters) >= voters);
}

/* What is spent, what is left, and by equal shares what each voter had. */
static void
render_sums(const struct budget *budget)
{
	const struct outcome *outcome = &budget->outcome;
	struct method *method = budget->method;
	const char *left =
	    method_money(method, budget->fund.budget - outcome->spent);

	method_paragraph(method,
	    outcome->count == 1 ? M_FUND_KEPT_ONE : M_FUND_KEPT,
	    method_integer(method, (int64_t)outcome->count),
	    method_integer(method, (int64_t)budget->fund.count),
	    method_money(method, outcome->spent), left);
	if (outcome->all && outcome->count < budget->fund.count)
		report_paragraph(method->report,
		    method_word(method, T_FUND_ALL));
	else if (outcome->endowment > 0)
		method_paragraph(method,
		    outcome->added ? M_FUND_ADDED : M_FUND_EACH,
		    method_money(method, outcome->endowment),
		    method_money(method, equal_part(&budget->fund)));
	if (outcome->open)
		report_paragraph(method->report,
		    method_word(method, T_FUND_OPEN));
}

/* "A before B, which costs more", where that left B out; or "". */
static const char *
parted(const struct budget *budget, size_t place)
{
	static const enum term by_key
	    [] = { [TIE_COST] = M_FUND_BY_COST, [TIE_VOTES] = M_FUND_BY_VOTES };
	const struct lot *lots = budget->outcome.lots;
	const struct rules *rules = &budget->rules;
	size_t before = lots[place].behind;
	enum tie_key key = TIE_COST;
	enum term by;

	if (before-- == 0 || lots[place].fate == FATE_KEPT ||
	    lots[place].fate == FATE_TIED ||
	    (lots[before].fate != FATE_KEPT &&
		lots[place].fate != FATE_STOPPED))
		return "";
	by = fund_break(&budget->fund, rules, before, place, &key) != 0
	    ? by_key[key]
	    : rules->drawn ? M_FUND_BY_DRAW
			   : M_FUND_BY_ORDER;
	return method_text(budget->method, by,
	    poll_tie_name(&budget->poll, project_at(budget, before),
		by == M_FUND_BY_DRAW),
	    poll_tie_name(&budget->poll, project_at(budget, place),
		by == M_FUND_BY_DRAW));
}

/* What decided between projects that are as good. */
static void
render_parted(const struct budget *budget)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < budget->fund.count; i++)
		if (*parted(budget, i) != '\0')
			buf_join(&out, " ; ", parted(budget, i));
	if (out.length > 0)
		method_paragraph(budget->method, M_FUND_PARTED,
		    buf_take(&out, budget->method->arena));
}

static void
render_kept(const struct budget *budget)
{
	const struct outcome *outcome = &budget->outcome;
	struct method *method = budget->method;
	struct bind_list kept = { .count = 0 };
	struct project project;
	int64_t sum = 0;

	for (size_t i = 0; i < outcome->count; i++) {
		project = printed(budget, outcome->kept[i]);
		sum += budget->fund.bids[outcome->kept[i]].cost;
		project.rank = method_count(i + 1);
		project.sum = money_of(sum);
		bind_add(method->bind, &kept, project);
	}
	report_section(method->report, T_SELECTED);
	render_sums(budget);
	render_parted(budget);
	method_list(method, printed_rows, sizeof(project), &kept);
}

/* By what they cost the voters' wish: the most votes first. */
static int
compare_votes(const void *a, const void *b)
{
	const struct project *one = a, *other = b;

	if (one->points.thousandths != other->points.thousandths)
		return method_falling(one->points.thousandths,
		    other->points.thousandths);
	return method_falling(one->votes.thousandths, other->votes.thousandths);
}

static void
render_refused(const struct budget *budget)
{
	struct method *method = budget->method;
	struct bind_list refused = { .count = 0 };
	struct project project;

	for (size_t i = 0; i < budget->fund.count; i++) {
		if (budget->outcome.lots[i].fate == FATE_KEPT)
			continue;
		project = printed(budget, i);
		project.reason.text = reason_of(budget, i);
		bind_add(method->bind, &refused, project);
	}
	method_sort(method, &refused, sizeof(project), compare_votes);
	method_table(method, T_FUND_REFUSED, printed_rows, sizeof(project),
	    &refused);
}

void
result_render(struct budget *budget)
{
	render_kept(budget);
	render_refused(budget);
}

static void
put_euros(struct buf *out, const char *part, int64_t cents)
{
	buf_format(out, "%s%" PRId64 ".%02d", part, cents / 100,
	    (int)(cents % 100));
}

/* What each project retained costs as bars, and what they come to as a line. */
void
result_chart(const struct budget *budget)
{
	const struct outcome *outcome = &budget->outcome;
	struct buf out = BUF_INIT;
	int64_t sum = 0;

	buf_string(&out, "xychart-beta horizontal\n    x-axis [");
	for (size_t i = 0; i < outcome->count; i++) {
		buf_string(&out, i > 0 ? ", " : "");
		chart_quoted(&out, project_name(budget, outcome->kept[i]));
	}
	put_euros(&out, "]\n    y-axis \"€\" 0 --> ", budget->fund.budget);
	buf_string(&out, "\n    bar [");
	for (size_t i = 0; i < outcome->count; i++)
		put_euros(&out, i > 0 ? ", " : "",
		    budget->fund.bids[outcome->kept[i]].cost);
	buf_string(&out, "]\n    line [");
	for (size_t i = 0; i < outcome->count; i++) {
		sum += budget->fund.bids[outcome->kept[i]].cost;
		put_euros(&out, i > 0 ? ", " : "", sum);
	}
	buf_string(&out, "]\n");
	chart_write(budget->method->report, &out, outcome->count > 0);
}
