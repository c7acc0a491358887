/*
 * balance: what the savings come to, year by year and by service.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "report/chart.h"
#include "savings.h"
#include "sheet/gather.h"
#include "value/marks.h"
#include "value/money.h"

enum { MOST_DOTS = 20 };

int64_t
savings_yearly(const struct saving *saving, const struct bind_money *amount)
{
	return amount->cents *
	    (amount->a_year                                 ? 1
		    : saving->frequency.term == T_MONTHLY   ? 12
		    : saving->frequency.term == T_QUARTERLY ? 4
							    : 1);
}

int64_t
savings_worth(const struct saving *saving)
{
	return savings_yearly(saving,
	    saving->realised.given ? &saving->realised : &saving->amount);
}

bool
savings_come_again(const struct saving *saving)
{
	return saving->frequency.term != T_NONE &&
	    saving->frequency.term != T_ONCE;
}

static void
put_money(struct method *method, enum term key, int64_t cents)
{
	report_pair(method->report, key, method_money(method, cents));
}

/* Those that were checked: what was announced, and what was found. */
static void
render_checked(struct method *method, const struct savings *savings)
{
	int64_t announced = 0, realised = 0;
	size_t checked = 0;

	BIND_EACH(const struct saving, saving, &savings->list) {
		if (!saving->amount.given || !saving->realised.given)
			continue;
		announced += savings_yearly(saving, &saving->amount);
		realised += savings_yearly(saving, &saving->realised);
		checked++;
	}
	report_pair(method->report, T_SAVED_CHECKED,
	    method_text(method, M_SAVED_OF,
		method_integer(method, (int64_t)checked),
		method_integer(method, (int64_t)savings->list.count)));
	if (checked == 0)
		return;
	put_money(method, T_SAVED_ANNOUNCED, announced);
	put_money(method, T_SAVED_REALISED, realised);
	if (announced != 0)
		report_pair(method->report, T_SAVED_REALISED_SHARE,
		    method_share(method, realised, announced));
}

int64_t
savings_wanted(const struct savings *savings)
{
	const struct bind_share *wanted = &savings->wanted;
	int64_t net = savings->total.net.cents;

	if (wanted->share.whole == 0)
		return 100 * (int64_t)wanted->count;
	return net > 0 ? (int64_t)share_least(&wanted->share, (uint64_t)net)
		       : 0;
}

/* The first year by which the net makes good what was asked for. */
static const char *
paid_back(const struct savings *savings)
{
	BIND_EACH(const struct sum, year, &savings->years)
		if (year->cumulated.cents >= savings->asked.cents)
			return year->name.text;
	return "–";
}

static void
render_balance(struct method *method, const struct savings *savings)
{
	const struct sum *total = &savings->total;
	int64_t full_year = 0;

	if (savings->list.count == 0)
		return;
	BIND_EACH(const struct saving, saving, &savings->list)
		if (savings_come_again(saving))
			full_year += savings_worth(saving);
	report_section(method->report, T_BALANCE);
	render_checked(method, savings);
	put_money(method, T_SAVED_FULL_YEAR, full_year);
	if (savings->years.count == 0)
		return;
	put_money(method, T_SAVED, total->gross.cents);
	put_money(method, T_SAVING_COSTS, total->cost.cents);
	put_money(method, T_SAVING_NET, total->net.cents);
	put_money(method, T_SAVED_SPENT, total->spent.cents);
	if (total->net.cents > 0)
		report_pair(method->report, T_SAVED_SPENT_SHARE,
		    method_share(method, total->spent.cents, total->net.cents));
	put_money(method, T_SAVED_LEFT, total->left.cents);
	if (savings->wanted.given)
		put_money(method, T_SAVED_TO_SPEND, savings_wanted(savings));
	if (savings->asked.given)
		report_pair(method->report, T_SAVED_PAID, paid_back(savings));
}

static const struct bind_row year_rows[] = {
	ROW(sum, name, .key = T_YEAR, .flags = BIND_MAIN),
	ROW(sum, gross, .key = T_SAVED),
	ROW(sum, cost, .key = T_SAVING_COSTS),
	ROW(sum, net, .key = T_SAVED_NET),
	ROW(sum, cumulated, .key = T_SAVED_CUMULATED),
	ROW(sum, spent, .key = T_SAVED_SPENT),
	ROW(sum, left, .key = T_SAVED_LEFT),
	ROW(sum, dots, .key = T_SAVED_CURVE),
	{ BIND_END },
};

/* What one dot stands for, in cents: 1, 2 or 5 and zeros, and no fewer euros
 * than keep the longest row of dots in its cell. */
static int64_t
dot_of(int64_t most)
{
	return 100 *
	    (int64_t)marks_scale(((uint64_t)most + 99) / 100, MOST_DOTS);
}

/* The curve as dots; what is below one dot, or below zero, has none. */
static void
draw_dots(struct method *method, const struct bind_list *years)
{
	int64_t most = 0, dot;

	BIND_EACH(struct sum, year, years)
		if (year->cumulated.cents > most)
			most = year->cumulated.cents;
	if (most == 0)
		return;
	dot = dot_of(most);
	BIND_EACH(struct sum, year, years)
		if (year->cumulated.cents >= dot)
			year->dots.text = marks_dots(method->arena,
			    (uint64_t)(year->cumulated.cents / dot));
	put_money(method, T_DOT_SCALE, dot);
}

static void
put_euros(struct buf *out, const char *part, int64_t cents)
{
	buf_format(out, "%s%s%" PRId64 ".%02d", part, cents < 0 ? "-" : "",
	    (int64_t)llabs(cents) / 100, (int)(llabs(cents) % 100));
}

/* The years' net as bars, what they come to as a line. */
static void
render_chart(struct method *method, const struct bind_list *years)
{
	const struct sum *first = years->at;
	struct buf out = BUF_INIT;

	buf_string(&out, "xychart-beta\n    x-axis [");
	BIND_EACH(const struct sum, year, years)
		buf_format(&out, "%s%s", year > first ? ", " : "",
		    year->name.text);
	buf_format(&out, "]\n    y-axis \"%s\"\n    bar [",
	    money_sign(method->bind->doc->currency));
	BIND_EACH(const struct sum, year, years)
		put_euros(&out, year > first ? ", " : "", year->net.cents);
	buf_string(&out, "]\n    line [");
	BIND_EACH(const struct sum, year, years)
		put_euros(&out, year > first ? ", " : "",
		    year->cumulated.cents);
	buf_string(&out, "]\n");
	chart_write(method->report, &out, true);
}

static void
render_years(struct method *method, const struct savings *savings)
{
	if (savings->years.count == 0)
		return;
	report_section(method->report, T_YEAR_BY_YEAR);
	if (!method->chart)
		draw_dots(method, &savings->years);
	method_list(method, year_rows, sizeof(struct sum), &savings->years);
	if (method->chart)
		render_chart(method, &savings->years);
}

static const struct bind_row service_rows[] = {
	ROW(sum, name, .key = T_SERVICE, .order = 2, .flags = BIND_MAIN),
	ROW(sum, count, .key = T_HOW_MANY),
	ROW(sum, gross, .key = T_SAVED),
	ROW(sum, cost, .key = T_SAVING_COSTS),
	ROW(sum, net, .key = T_SAVING_NET, .order = -1),
	ROW(sum, undated, .key = T_SAVED_UNDATED),
	{ BIND_END },
};

static void
render_services(struct method *method, const struct savings *savings)
{
	struct gather services = gather_new(method->bind, sizeof(struct sum));
	const char *name;
	bool any = false, met;
	struct sum *sum;

	BIND_EACH(const struct saving, saving, &savings->list) {
		any |= *saving->service.text != '\0';
		name = *saving->service.text != '\0'
		    ? saving->service.text
		    : method_word(method, T_SAVED_NO_SERVICE);
		sum = gather_enter(&services, name, &met);
		if (!met)
			*sum = savings->first != 0
			    ? savings_sum(name)
			    : (struct sum){ { name },
				      .count = method_count(0) };
		if (!saving->start.given) {
			sum->undated.given |=
			    saving->amount.given || saving->realised.given;
			sum->undated.cents += savings_worth(saving);
		}
		sum->count.thousandths += 1000;
		sum->gross.cents += saving->gross;
		sum->cost.cents += saving->gross - saving->net.cents;
		sum->net.cents += saving->net.cents;
	}
	if (any)
		method_table(method, T_BY_SERVICE, service_rows, sizeof(*sum),
		    &services.list);
}

void
balance_render(struct method *method, const struct savings *savings)
{
	render_balance(method, savings);
	render_years(method, savings);
	render_services(method, savings);
}
