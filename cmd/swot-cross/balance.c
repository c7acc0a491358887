/*
 * balance: posture, quadrants, factors, crossings; a chart.
 *
 * The four quadrants are Weihrich's TOWS matrix (Long Range Planning 15, 2,
 * 1982); keeping positive and negative sums apart follows Johnson and
 * Scholes, Exploring Corporate Strategy.
 */
#include "report/chart.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

/* Means are exact up to so many scores, beyond which they are to a millionth:
 * a sum of any of them can be held. */
enum { EXACT = 40 };

/* Of the quadrants that are shown. */
struct balance {
	const struct swot *swot;
	struct method *method;
	struct sum quadrants[QUADRANTS];
	size_t filled[QUADRANTS];
	struct bind_list ranked; /* struct crossing, the strongest first */
};

static void
add(struct sum *sum, struct fraction more)
{
	if (more.whole != 0)
		sum->of =
		    sum->of.whole == 0 ? more : fraction_add(sum->of, more);
	sum->count++;
}

static struct fraction
mean_of(const struct sum *sum)
{
	return sum->count == 0
	    ? sum->of
	    : fraction_over(sum->of, fraction_of((int64_t)sum->count, 1));
}

static struct fraction
mean_of_scores(const struct crossing *crossing)
{
	int64_t sum = 0, count = (int64_t)crossing->scores.count;

	BIND_EACH(const struct score, score, &crossing->scores)
		sum += score->value;
	return count > EXACT ? fraction_of(1000 * sum / count, 1000000)
			     : fraction_of(sum, 1000 * count);
}

static struct fraction
weight_of(const struct factor *factor)
{
	return fraction_of(factor->weight.given ? factor->weight.thousandths
						: 1000,
	    1000);
}

/* One of a factor's crossings, with a factor of the other side. */
static void
add_to_factor(struct factor *factor, const struct factor *other,
    struct fraction mean)
{
	struct fraction weighted = fraction_times(mean,
	    fraction_times(weight_of(factor), weight_of(other)));

	add(weighted.part > 0 ? &factor->positive : &factor->negative,
	    weighted);
	add(&factor->with[other->list == THREATS], mean);
}

static struct fraction
size_of(struct fraction mean)
{
	return mean.part < 0 ? (struct fraction){ -mean.part, mean.whole }
			     : mean;
}

static int
order_by_strength(const void *a, const void *b)
{
	const struct crossing *one = a, *two = b;
	int order = fraction_order(size_of(two->mean), size_of(one->mean));

	if (order == 0)
		order = uni_order(one->internal->label.text,
		    two->internal->label.text);
	return order
	    ? order
	    : uni_order(one->external->label.text, two->external->label.text);
}

static struct balance
compute(const struct swot *swot)
{
	struct balance balance = { .swot = swot, .method = swot->method };
	struct crossing *at = NULL;

	while ((at = crossing_next(swot, at)) != NULL) {
		balance.filled[at->quadrant] += at->given;
		if (at->scores.count == 0)
			continue;
		at->mean = mean_of_scores(at);
		add(&balance.quadrants[at->quadrant], at->mean);
		add_to_factor(at->internal, at->external, at->mean);
		add_to_factor(at->external, at->internal, at->mean);
		bind_add(swot->method->bind, &balance.ranked, *at);
	}
	method_sort(swot->method, &balance.ranked, sizeof(*at),
	    order_by_strength);
	return balance;
}

/* To two decimals, with its sign. */
static const char *
signed_text(const struct balance *balance, struct fraction value)
{
	return number_text(balance->method->arena, fraction_rounded(value, 2),
	    0, true, balance->method->lang);
}

/* Whether a quadrant has the highest mean, and that is above zero. */
static bool
is_posture(const struct balance *balance, enum quadrant at)
{
	const struct sum *all = balance->quadrants;

	for (enum quadrant i = 0; i < QUADRANTS; i++)
		if (all[at].count > 0 && all[i].count > 0 &&
		    fraction_order(mean_of(&all[at]), mean_of(&all[i])) < 0)
			return false;
	return all[at].of.part > 0;
}

static void
render_posture(const struct balance *balance)
{
	static const enum term postures[QUADRANTS] = { T_POSTURE_SO,
		T_POSTURE_WO, T_POSTURE_ST, T_POSTURE_WT };
	const struct method *method = balance->method;
	const struct sum *sum = balance->quadrants;
	BUF_SCRATCH(best);
	BUF_SCRATCH(blocks);
	const char *name;
	size_t count = 0;

	for (enum quadrant i = 0; i < QUADRANTS; i++, sum++) {
		name = method_word(method, quadrant_terms[i]);
		count += is_posture(balance, i);
		if (is_posture(balance, i))
			buf_join(&best, " ; ",
			    arena_format(method->arena, "%s (%s)",
				method_word(method, postures[i]), name));
		if (sum->of.part < 0)
			buf_join(&blocks, " ; ",
			    arena_format(method->arena, "%s (%s)", name,
				signed_text(balance, mean_of(sum))));
	}
	if (count != 1)
		buf_join(&best, " ",
		    method_word(method,
			count > 1 ? T_SWOT_TIE : T_SWOT_NO_POSTURE));
	report_pair(method->report, T_SWOT_POSTURE, best.at);
	if (blocks.length > 0)
		report_pair(method->report, T_SWOT_BLOCKS, blocks.at);
}

/* Begins a table of figures, but for the column of what they are of. */
static void
begin_table(struct method *method, const enum term *heads, size_t count,
    size_t named)
{
	report_table(method->report, count);
	for (size_t i = 0; i < count; i++)
		if (i == named)
			report_cell(method->report,
			    method_word(method, heads[i]));
		else
			report_number_head(method->report,
			    method_word(method, heads[i]));
}

static void
render_quadrants(const struct balance *balance)
{
	static const enum term heads[] = { T_QUADRANT, T_SWOT_FILLED,
		T_SWOT_SCORED, T_SWOT_SUM, T_SWOT_MEAN };
	struct method *method = balance->method;
	const size_t *first = balance->swot->first;
	const struct sum *sum = balance->quadrants;

	begin_table(method, heads, 5, 0);
	for (enum quadrant i = 0; i < QUADRANTS; i++, sum++) {
		if (!balance->swot->shown[i])
			continue;
		report_cell(method->report,
		    method_word(method, quadrant_terms[i]));
		report_cell(method->report,
		    arena_format(method->arena, "%zu/%zu", balance->filled[i],
			first[i + 1] - first[i]));
		report_cell(method->report,
		    method_integer(method, (int64_t)sum->count));
		report_cell(method->report,
		    sum->count > 0 ? signed_text(balance, sum->of) : "");
		report_cell(method->report,
		    sum->count > 0 ? signed_text(balance, mean_of(sum)) : "");
	}
}

static void
render_factors(const struct balance *balance)
{
	static const enum term heads[] = { T_SWOT_FACTOR, T_SWOT_POSITIVE,
		T_SWOT_NEGATIVE, T_SWOT_NET };
	struct report *report = balance->method->report;
	struct sum net;

	begin_table(balance->method, heads, 4, 0);
	BIND_EACH(const struct factor, factor, &balance->swot->factors) {
		if (factor->with[0].count + factor->with[1].count == 0)
			continue;
		net = factor->positive;
		add(&net, factor->negative.of);
		report_cell(report, factor_head(balance->swot, factor));
		report_cell(report, signed_text(balance, factor->positive.of));
		report_cell(report, signed_text(balance, factor->negative.of));
		report_cell(report, signed_text(balance, net.of));
	}
}

/* The crossings by the size of their means; equal ones share a rank. */
static void
render_ranked(const struct balance *balance)
{
	static const enum term heads[] = { T_SWOT_RANK, T_SWOT_CROSSING,
		T_SWOT_MEAN, T_SWOT_RANGE, T_SWOT_COUNT };
	struct method *method = balance->method;
	const struct crossing *before = NULL;
	int64_t place = 0, rank = 0;

	begin_table(method, heads, 5, 1);
	BIND_EACH(const struct crossing, crossing, &balance->ranked) {
		place++;
		if (before == NULL ||
		    fraction_order(size_of(crossing->mean),
			size_of(before->mean)) != 0)
			rank = place;
		before = crossing;
		report_cell(method->report, method_integer(method, rank));
		report_cell(method->report,
		    md_words(method->arena,
			crossing_name(balance->swot, crossing)));
		report_cell(method->report,
		    signed_text(balance, crossing->mean));
		report_cell(method->report,
		    method_number(method, score_spread(crossing)));
		report_cell(method->report,
		    method_integer(method, (int64_t)crossing->scores.count));
	}
}

/* A mean as its place on the scale, from 0 to 1. */
static struct fraction
place_of(const struct balance *balance, const struct sum *sum)
{
	const struct scale *scale = &balance->swot->scale;
	struct fraction up =
	    fraction_less(mean_of(sum), fraction_of(scale->lowest, 1000));

	return fraction_over(up,
	    fraction_of(scale->highest - scale->lowest, 1000));
}

/* Internal factors by their mean with opportunities and with threats; those
 * that were scored with both. */
static void
render_chart(const struct balance *balance)
{
	struct method *method = balance->method;
	BUF_SCRATCH(out);

	chart_axes(&out, method_word(method, T_OPPORTUNITIES),
	    method_word(method, T_THREATS));
	BIND_EACH(const struct factor, factor, &balance->swot->factors)
		if (factor->with[0].count > 0 && factor->with[1].count > 0)
			chart_point(&out, factor->label.text,
			    place_of(balance, &factor->with[0]),
			    place_of(balance, &factor->with[1]));
	report_code(method->report, "mermaid", out.at);
}

void
balance_render(const struct swot *swot)
{
	struct balance balance = compute(swot);

	if (balance.ranked.count == 0)
		return;
	report_section(swot->method->report, T_BALANCE);
	render_posture(&balance);
	render_quadrants(&balance);
	render_factors(&balance);
	render_ranked(&balance);
	if (swot->method->chart)
		render_chart(&balance);
}
