/*
 * balance: posture, quadrants, factors, crossings; a chart.
 *
 * Means are kept exact: every cell's mean is a multiple of 1 / unit, the
 * least common multiple of the cells' numbers of scores (past a million, a
 * millionth).
 *
 * The four quadrants are Weihrich's TOWS matrix (Long Range Planning 15, 2,
 * 1982); keeping positive and negative sums apart follows Johnson and
 * Scholes, Exploring Corporate Strategy.
 */
#include "balance.h"
#include "base/arena.h"
#include "base/buf.h"
#include "report/grid.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"
#include "value/number.h"

enum { MAX_UNIT = 1000000 };

static int64_t
gcd(int64_t a, int64_t b)
{
	return b == 0 ? a : gcd(b, a % b);
}

static int64_t
unit_of(const struct swot *swot)
{
	struct walk walk = { .quadrant = SO };
	int64_t unit = 1, n;

	while (crossing_next(swot, &walk)) {
		n = (int64_t)walk.cell->score_count;
		if (n > 0 && unit < MAX_UNIT)
			unit = unit / gcd(unit, n) * n;
	}
	return unit > MAX_UNIT ? MAX_UNIT : unit;
}

static fine
mean_of(const struct crossing *cell, int64_t unit)
{
	fine sum = 0;
	size_t i;

	for (i = 0; i < cell->score_count; i++)
		sum += cell->scores[i].value;
	return sum * unit / (fine)cell->score_count;
}

static int64_t
weight_of(const struct factor *factor)
{
	return factor->weight.given ? factor->weight.thousandths : 1000;
}

/* One of a factor's crossings, with a factor of the other side. */
static void
add_to_factor(struct balance *all, const struct factor *factor,
    const struct factor *other, fine mean)
{
	struct factor_balance *balance =
	    &all->factors[factor->list][factor->index];
	fine weighted = mean * weight_of(factor) * weight_of(other);
	size_t side = other->list == THREATS;

	*(weighted > 0 ? &balance->positive : &balance->negative) += weighted;
	balance->scored = true;
	balance->sums[side] += mean;
	balance->counts[side]++;
}

static void
add_cell(struct balance *balance, const struct walk *at)
{
	struct quadrant_balance *quadrant = &balance->quadrants[at->quadrant];
	struct ranked *ranked;
	fine mean;

	quadrant->cells++;
	quadrant->filled += at->cell->given;
	if (at->cell->score_count == 0)
		return;
	mean = mean_of(at->cell, balance->unit);
	quadrant->scored++;
	quadrant->sum += mean;
	add_to_factor(balance, at->ref.internal, at->ref.external, mean);
	add_to_factor(balance, at->ref.external, at->ref.internal, mean);
	ranked = bind_append(balance->method->bind, &balance->ranked,
	    sizeof(*ranked));
	*ranked = (struct ranked){ *at, mean };
}

static fine
size_of(fine value)
{
	return value < 0 ? -value : value;
}

static int
order_by_strength(const void *a, const void *b)
{
	const struct ranked *one = a, *two = b;
	fine strength = size_of(two->mean) - size_of(one->mean);
	int order;

	if (strength != 0)
		return strength < 0 ? -1 : 1;
	order = uni_order(one->at.ref.internal->label.text,
	    two->at.ref.internal->label.text);
	return order ? order
		     : uni_order(one->at.ref.external->label.text,
			   two->at.ref.external->label.text);
}

static struct balance
compute(const struct swot *swot)
{
	struct balance balance = { .swot = swot,
		.method = swot->method,
		.unit = unit_of(swot) };
	struct walk walk = { .quadrant = SO };
	enum list list;

	for (list = 0; list < LISTS; list++)
		balance.factors[list] = arena_array(swot->method->arena,
		    swot->sheet->factors[list].count + 1,
		    sizeof(struct factor_balance));
	while (crossing_next(swot, &walk))
		add_cell(&balance, &walk);
	balance.ranked = method_sorted(swot->method, sizeof(struct ranked),
	    order_by_strength,
	    (const struct bind_list *[]){ &balance.ranked, NULL });
	return balance;
}

/* A fine number, rounded half to even to two decimals, with its sign. */
static const char *
signed_text(const struct balance *balance, fine value, fine divisor)
{
	fine tens = 10 * divisor; /* hundredths, out of thousandths */
	fine quotient = size_of(value) / tens, rest = size_of(value) % tens;

	if (2 * rest > tens || (2 * rest == tens && quotient % 2 != 0))
		quotient++;
	return number_text(balance->method->arena,
	    (int64_t)(value < 0 ? -quotient : quotient) * 10, 0, true,
	    balance->method->lang);
}

static const char *
mean_text(const struct balance *balance, const struct quadrant_balance *of)
{
	return signed_text(balance, of->sum,
	    (fine)balance->unit * (fine)of->scored);
}

/* Whether a quadrant has the highest mean, and that is above zero. */
static bool
is_posture(const struct balance *balance, enum quadrant at)
{
	const struct quadrant_balance *all = balance->quadrants,
				      *best = &all[at];
	enum quadrant i;

	for (i = 0; i < QUADRANTS; i++)
		if (all[i].scored > 0 &&
		    best->sum * (fine)all[i].scored <
			all[i].sum * (fine)best->scored)
			return false;
	return best->sum > 0;
}

static void
render_posture(const struct balance *balance)
{
	static const enum term postures[QUADRANTS] = { T_POSTURE_SO,
		T_POSTURE_WO, T_POSTURE_ST, T_POSTURE_WT };
	const struct method *method = balance->method;
	struct buf best = BUF_INIT, blocks = BUF_INIT;
	const char *name;
	size_t count = 0;
	enum quadrant i;

	for (i = 0; i < QUADRANTS; i++) {
		name = method_word(method, quadrant_terms[i]);
		if (is_posture(balance, i))
			buf_format(&best, "%s%s (%s)", count++ ? " ; " : "",
			    method_word(method, postures[i]), name);
		if (balance->quadrants[i].scored > 0 &&
		    balance->quadrants[i].sum < 0)
			buf_format(&blocks, "%s%s (%s)",
			    blocks.length > 0 ? " ; " : "", name,
			    mean_text(balance, &balance->quadrants[i]));
	}
	if (count != 1)
		buf_format(&best, "%s%s", count > 1 ? " " : "",
		    method_word(method,
			count > 1 ? T_SWOT_TIE : T_SWOT_NO_POSTURE));
	report_pair(method->report, T_SWOT_POSTURE,
	    arena_string(method->arena, best.at));
	if (blocks.length > 0)
		report_pair(method->report, T_SWOT_BLOCKS,
		    arena_string(method->arena, blocks.at));
	buf_free(&best);
	buf_free(&blocks);
}

static void
render_quadrants(const struct balance *balance)
{
	static const enum term heads[] = { T_QUADRANT, T_SWOT_FILLED,
		T_SWOT_SCORED, T_SWOT_SUM, T_SWOT_MEAN };
	struct method *method = balance->method;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, 5, QUADRANTS);
	const struct quadrant_balance *quadrant = balance->quadrants;
	const char **cell = grid.cells;
	enum quadrant i;

	for (i = grid.rows = 0; i < QUADRANTS; i++, quadrant++) {
		if (!balance->swot->shown[i])
			continue;
		grid.rows++;
		*cell++ = method_word(method, quadrant_terms[i]);
		*cell++ = arena_format(method->arena, "%zu/%zu",
		    quadrant->filled, quadrant->cells);
		*cell++ = method_integer(method, (int64_t)quadrant->scored);
		if (quadrant->scored > 0) {
			cell[0] =
			    signed_text(balance, quadrant->sum, balance->unit);
			cell[1] = mean_text(balance, quadrant);
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
	const struct bind_list *factors = balance->swot->sheet->factors;
	struct grid grid =
	    grid_new(method->report, method->arena, method->lang, heads, 4,
		factors[0].count + factors[1].count + factors[2].count +
		    factors[3].count);
	/* weights are in thousandths, and there are two to a crossing */
	fine divisor = (fine)balance->unit * 1000 * 1000;
	const struct factor_balance *of;
	const char **cell = grid.cells;
	enum list list;
	size_t i;

	for (list = 0, grid.rows = 0; list < LISTS; list++) {
		for (i = 0; i < factors[list].count; i++) {
			of = &balance->factors[list][i];
			if (!of->scored)
				continue;
			grid.rows++;
			*cell++ = factor_head(balance->swot,
			    factor_at(balance->swot, list, i));
			*cell++ = signed_text(balance, of->positive, divisor);
			*cell++ = signed_text(balance, of->negative, divisor);
			*cell++ = signed_text(balance,
			    of->positive + of->negative, divisor);
		}
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

	for (i = 0; i < balance->ranked.count; i++) {
		if (i > 0 &&
		    size_of(ranked[i].mean) != size_of(ranked[i - 1].mean))
			rank = i + 1;
		*cell++ = method_integer(method, (int64_t)rank);
		*cell++ = md_words(method->arena,
		    factor_pair_name(balance->swot, &ranked[i].at.ref));
		*cell++ = signed_text(balance, ranked[i].mean, balance->unit);
		*cell++ =
		    method_number(method, score_spread(ranked[i].at.cell));
		*cell++ = method_integer(method,
		    (int64_t)ranked[i].at.cell->score_count);
	}
	grid.numbers = 0x1d;
	grid_write(&grid, 0x1f);
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
		balance_chart(&balance);
}
