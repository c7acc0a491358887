/*
 * balance: what the savings come to, year by year and by service.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/arena.h"
#include "savings.h"
#include "sheet/gather.h"
#include "value/marks.h"

enum { MOST_DOTS = 20 };

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
		announced += saving->amount.cents;
		realised += saving->realised.cents;
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

static void
render_balance(struct method *method, const struct savings *savings)
{
	int64_t net = savings->total.gross - savings->total.cost;
	int64_t full_year = 0;

	if (savings->list.count == 0)
		return;
	BIND_EACH(const struct saving, saving, &savings->list)
		if (saving->frequency.term == T_YEARLY)
			full_year += savings_worth(saving);
	report_section(method->report, T_BALANCE);
	render_checked(method, savings);
	put_money(method, T_SAVED_FULL_YEAR, full_year);
	if (savings->first == 0)
		return;
	put_money(method, T_SAVED, savings->total.gross);
	put_money(method, T_SAVING_COSTS, savings->total.cost);
	put_money(method, T_SAVING_NET, net);
	put_money(method, T_SAVED_SPENT, savings->total.spent);
	if (net > 0)
		report_pair(method->report, T_SAVED_SPENT_SHARE,
		    method_share(method, savings->total.spent, net));
	put_money(method, T_SAVED_LEFT, net - savings->total.spent);
}

/* A year of the curve, as its table has it. */
struct year {
	struct bind_text name, dots;
	struct bind_money gross, cost, net, cumulated, spent, left;
};

static const struct bind_row year_rows[] = {
	ROW(BIND_TEXT, year, name, .key = T_YEAR, .flags = BIND_MAIN),
	ROW(BIND_MONEY, year, gross, .key = T_SAVED),
	ROW(BIND_MONEY, year, cost, .key = T_SAVING_COSTS),
	ROW(BIND_MONEY, year, net, .key = T_SAVED_NET),
	ROW(BIND_MONEY, year, cumulated, .key = T_SAVED_CUMULATED),
	ROW(BIND_MONEY, year, spent, .key = T_SAVED_SPENT),
	ROW(BIND_MONEY, year, left, .key = T_SAVED_LEFT),
	ROW(BIND_TEXT, year, dots, .key = T_SAVED_CURVE),
	{ BIND_END },
};

static struct bind_money
money(int64_t cents)
{
	return (struct bind_money){ .cents = cents, .given = true };
}

static struct bind_list
list_years(struct method *method, const struct savings *savings)
{
	int64_t cumulated = 0, spent = 0;
	struct bind_list list = { .count = 0 };
	const struct saved *saved = savings->years;
	struct year *year;
	int i;

	for (i = savings->first; i <= savings->last; i++, saved++) {
		cumulated += saved->gross - saved->cost;
		spent += saved->spent;
		year = bind_append(method->bind, &list, sizeof(*year));
		*year = (struct year){ .name = { method_integer(method, i) },
			.dots = { "" },
			.gross = money(saved->gross),
			.cost = money(saved->cost),
			.net = money(saved->gross - saved->cost),
			.cumulated = money(cumulated),
			.spent = money(saved->spent),
			.left = money(cumulated - spent) };
	}
	return list;
}

/* What one dot stands for, in cents: 1, 2 or 5 and zeros, and no fewer euros
 * than keep the longest row of dots in its cell. */
static int64_t
dot_of(int64_t most)
{
	static const int64_t steps[] = { 1, 2, 5 };
	int64_t tens = 100;
	size_t i;

	for (i = 0; steps[i] * tens * MOST_DOTS < most; i++)
		if (i == 2) {
			tens *= 10;
			i = (size_t)-1;
		}
	return steps[i] * tens;
}

/* The curve as dots; what is below one dot, or below zero, has none. */
static void
draw_dots(struct method *method, struct bind_list *years)
{
	int64_t most = 0, dot;

	BIND_EACH(struct year, year, years)
		if (year->cumulated.cents > most)
			most = year->cumulated.cents;
	if (most == 0)
		return;
	dot = dot_of(most);
	BIND_EACH(struct year, year, years)
		if (year->cumulated.cents >= dot)
			year->dots.text = marks_dots(method->arena,
			    (uint64_t)(year->cumulated.cents / dot));
	put_money(method, T_DOT_SCALE, dot);
}

static void
put_euros(struct buf *out, int64_t cents)
{
	buf_format(out, "%s%" PRId64 ".%02d", cents < 0 ? "-" : "",
	    (int64_t)llabs(cents) / 100, (int)(llabs(cents) % 100));
}

/* The years' net as bars, what they come to as a line. */
static void
render_chart(struct method *method, const struct bind_list *years)
{
	const struct year *year = years->at;
	struct buf out = BUF_INIT;
	size_t i;

	buf_string(&out, "xychart-beta\n    x-axis [");
	for (i = 0; i < years->count; i++)
		buf_format(&out, "%s%s", i > 0 ? ", " : "", year[i].name.text);
	buf_string(&out, "]\n    y-axis \"€\"\n    bar [");
	for (i = 0; i < years->count; i++) {
		buf_string(&out, i > 0 ? ", " : "");
		put_euros(&out, year[i].net.cents);
	}
	buf_string(&out, "]\n    line [");
	for (i = 0; i < years->count; i++) {
		buf_string(&out, i > 0 ? ", " : "");
		put_euros(&out, year[i].cumulated.cents);
	}
	buf_string(&out, "]\n");
	report_section(method->report, T_CHART);
	report_code(method->report, "mermaid", out.at);
	buf_free(&out);
}

static void
render_years(struct method *method, const struct savings *savings)
{
	struct bind_list years;

	if (savings->first == 0)
		return;
	years = list_years(method, savings);
	report_section(method->report, T_YEAR_BY_YEAR);
	if (!method->chart)
		draw_dots(method, &years);
	method_list(method, year_rows, sizeof(struct year), &years);
	if (method->chart)
		render_chart(method, &years);
}

/* The savings of one service. */
struct part {
	struct bind_text name;
	struct bind_number count;
	struct bind_money gross, cost, net;
};

static const struct bind_row part_rows[] = {
	ROW(BIND_TEXT, part, name, .key = T_SERVICE, .order = 2,
	    .flags = BIND_MAIN),
	ROW(BIND_NUMBER, part, count, .key = T_HOW_MANY),
	ROW(BIND_MONEY, part, gross, .key = T_SAVED),
	ROW(BIND_MONEY, part, cost, .key = T_SAVING_COSTS),
	ROW(BIND_MONEY, part, net, .key = T_SAVING_NET, .order = -1),
	{ BIND_END },
};

static void
render_services(struct method *method, const struct savings *savings)
{
	struct gather parts = gather_new(method->bind, sizeof(struct part));
	const char *name;
	bool any = false, met;
	struct part *part;

	BIND_EACH(const struct saving, saving, &savings->list) {
		any |= *saving->service.text != '\0';
		name = *saving->service.text != '\0'
		    ? saving->service.text
		    : method_word(method, T_SAVED_NO_SERVICE);
		part = gather_enter(&parts, name, &met);
		if (!met)
			*part = (struct part){ .name = { name },
				.count = method_figure(0),
				.gross = money(0),
				.cost = money(0),
				.net = money(0) };
		part->count.thousandths += 1000;
		part->gross.cents += saving->gross;
		part->cost.cents += saving->gross - saving->net.cents;
		part->net.cents += saving->net.cents;
	}
	if (any)
		method_table(method, T_BY_SERVICE, part_rows, sizeof(*part),
		    &parts.list);
}

void
savings_render(struct method *method, const struct savings *savings)
{
	render_balance(method, savings);
	render_years(method, savings);
	render_services(method, savings);
}
