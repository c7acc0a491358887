/*
 * balance: posture, quadrants, factors, crossings; a chart.
 *
 * The four quadrants are Weihrich's TOWS matrix (Long Range Planning 15, 2,
 * 1982); keeping positive and negative sums apart follows Johnson and
 * Scholes, Exploring Corporate Strategy.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "report/chart.h"
#include "report/grid.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

/* Means are exact up to so many scores, beyond which they are to a millionth:
 * a sum of any of them can be held. */
enum { EXACT = 40 };

struct sum {
	struct fraction of; /* {0, 0} where nothing is */
	size_t count;
};

struct factor_balance {
	struct fraction positive, negative; /* weighted */
	struct sum with[2]; /* not weighted: with opportunities, and threats */
};

struct ranked {
	const struct crossing *crossing;
	struct fraction mean;
};

/* Of the quadrants that are shown. */
struct balance {
	const struct swot *swot;
	struct method *method;
	struct factor_balance *factors; /* in the order of all */
	struct sum quadrants[QUADRANTS];
	size_t filled[QUADRANTS];
	struct bind_list ranked; /* struct ranked, the strongest first */
};

static void
add(struct fraction *sum, struct fraction more)
{
	if (more.whole != 0)
		*sum = sum->whole == 0 ? more : fraction_add(*sum, more);
}

static void
add_to(struct sum *sum, struct fraction more)
{
	add(&sum->of, more);
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
	const struct score *score = crossing->scores.at;
	int64_t sum = 0, count = (int64_t)crossing->scores.count, i;

	for (i = 0; i < count; i++)
		sum += score[i].value;
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
add_to_factor(struct balance *all, const struct factor *factor,
    const struct factor *other, struct fraction mean)
{
	struct factor_balance *balance = &all->factors[factor -
	    (const struct factor *)all->swot->factors.at];
	struct fraction weighted = fraction_times(mean,
	    fraction_times(weight_of(factor), weight_of(other)));

	add(weighted.part > 0 ? &balance->positive : &balance->negative,
	    weighted);
	add_to(&balance->with[other->list == THREATS], mean);
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
	const struct ranked *one = a, *two = b;
	int order = fraction_order(size_of(two->mean), size_of(one->mean));

	if (order == 0)
		order = uni_order(one->crossing->internal->label.text,
		    two->crossing->internal->label.text);
	return order ? order
		     : uni_order(one->crossing->external->label.text,
			   two->crossing->external->label.text);
}

static struct balance
compute(const struct swot *swot)
{
	struct balance balance = { .swot = swot, .method = swot->method };
	const struct crossing *at = NULL;
	struct ranked *ranked;
	struct fraction mean;

	balance.factors = arena_array(swot->method->arena,
	    swot->factors.count + 1, sizeof(struct factor_balance));
	while ((at = crossing_next(swot, at)) != NULL) {
		balance.filled[at->quadrant] += at->given;
		if (at->scores.count == 0)
			continue;
		mean = mean_of_scores(at);
		add_to(&balance.quadrants[at->quadrant], mean);
		add_to_factor(&balance, at->internal, at->external, mean);
		add_to_factor(&balance, at->external, at->internal, mean);
		ranked = bind_append(swot->method->bind, &balance.ranked,
		    sizeof(*ranked));
		*ranked = (struct ranked){ at, mean };
	}
	balance.ranked = method_sorted(swot->method, sizeof(struct ranked),
	    order_by_strength, &balance.ranked);
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
	enum quadrant i;

	for (i = 0; i < QUADRANTS; i++)
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
	const char *best = "", *blocks = "", *name;
	size_t count = 0;
	enum quadrant i;

	for (i = 0; i < QUADRANTS; i++, sum++) {
		name = method_word(method, quadrant_terms[i]);
		if (is_posture(balance, i))
			best = arena_format(method->arena, "%s%s%s (%s)", best,
			    count++ ? " ; " : "",
			    method_word(method, postures[i]), name);
		if (sum->of.part < 0)
			blocks = arena_format(method->arena, "%s%s%s (%s)",
			    blocks, *blocks ? " ; " : "", name,
			    signed_text(balance, mean_of(sum)));
	}
	if (count != 1)
		best = arena_format(method->arena, "%s%s%s", best,
		    count > 1 ? " " : "",
		    method_word(method,
			count > 1 ? T_SWOT_TIE : T_SWOT_NO_POSTURE));
	report_pair(method->report, T_SWOT_POSTURE, best);
	if (*blocks != '\0')
		report_pair(method->report, T_SWOT_BLOCKS, blocks);
}

static void
render_quadrants(const struct balance *balance)
{
	static const enum term heads[] = { T_QUADRANT, T_SWOT_FILLED,
		T_SWOT_SCORED, T_SWOT_SUM, T_SWOT_MEAN };
	struct method *method = balance->method;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, 5, QUADRANTS);
	const size_t *first = balance->swot->first;
	const struct sum *sum = balance->quadrants;
	const char **cell = grid.cells;
	enum quadrant i;

	for (i = grid.rows = 0; i < QUADRANTS; i++, sum++) {
		if (!balance->swot->shown[i])
			continue;
		grid.rows++;
		*cell++ = method_word(method, quadrant_terms[i]);
		*cell++ = arena_format(method->arena, "%zu/%zu",
		    balance->filled[i], first[i + 1] - first[i]);
		*cell++ = method_integer(method, (int64_t)sum->count);
		if (sum->count > 0) {
			cell[0] = signed_text(balance, sum->of);
			cell[1] = signed_text(balance, mean_of(sum));
		}
		cell += 2;
	}
	grid.numbers = 0x1e;
	grid_write(&grid, 0x1f);
}

static void
render_factors(const struct balance *balance)
{
	static const enum term heads[] = { T_SWOT_FACTOR, T_SWOT_POSITIVE,
		T_SWOT_NEGATIVE, T_SWOT_NET };
	struct method *method = balance->method;
	const struct factor *factor = balance->swot->factors.at;
	const struct factor_balance *of = balance->factors;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, 4, balance->swot->factors.count);
	const char **cell = grid.cells;
	struct fraction net;
	size_t i;

	for (i = grid.rows = 0; i < balance->swot->factors.count; i++, of++) {
		if (of->with[0].count + of->with[1].count == 0)
			continue;
		grid.rows++;
		net = of->positive;
		add(&net, of->negative);
		*cell++ = factor_head(balance->swot, &factor[i]);
		*cell++ = signed_text(balance, of->positive);
		*cell++ = signed_text(balance, of->negative);
		*cell++ = signed_text(balance, net);
	}
	grid.numbers = 0xe;
	grid_write(&grid, 0xf);
}

/* The crossings by the size of their means; equal ones share a rank. */
static void
render_ranked(const struct balance *balance)
{
	static const enum term heads[] = { T_SWOT_RANK, T_SWOT_CROSSING,
		T_SWOT_MEAN, T_SWOT_RANGE, T_SWOT_COUNT };
	struct method *method = balance->method;
	const struct ranked *ranked = balance->ranked.at;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, 5, balance->ranked.count);
	const char **cell = grid.cells;
	size_t i, rank = 1;

	for (i = 0; i < balance->ranked.count; i++, ranked++) {
		if (i > 0 &&
		    fraction_order(size_of(ranked->mean),
			size_of(ranked[-1].mean)) != 0)
			rank = i + 1;
		*cell++ = method_integer(method, (int64_t)rank);
		*cell++ = md_words(method->arena,
		    crossing_name(balance->swot, ranked->crossing));
		*cell++ = signed_text(balance, ranked->mean);
		*cell++ = method_number(method, score_spread(ranked->crossing));
		*cell++ = method_integer(method,
		    (int64_t)ranked->crossing->scores.count);
	}
	grid.numbers = 0x1d;
	grid_write(&grid, 0x1f);
}

/* A mean as its place on the scale, from 0 to 1. */
static struct fraction
place(const struct balance *balance, const struct sum *sum)
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
	const struct factor *factor = balance->swot->factors.at;
	const struct sum *with;
	struct buf out = BUF_INIT;
	size_t i;

	chart_axes(&out, method_word(method, T_OPPORTUNITIES),
	    method_word(method, T_THREATS));
	for (i = 0; i < balance->swot->factors.count; i++) {
		with = balance->factors[i].with;
		if (with[0].count == 0 || with[1].count == 0)
			continue;
		chart_point(&out, factor[i].label.text,
		    place(balance, &with[0]), place(balance, &with[1]));
	}
	report_code(method->report, "mermaid", out.at);
	buf_free(&out);
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
