/*
 * compute: balance, posture and the strongest crossings.
 *
 * Means are kept exact: every cell's mean is a multiple of 1 / unit, the
 * least common multiple of the cells' numbers of scores (past a million, a
 * millionth).
 *
 * The four quadrants are Weihrich's TOWS matrix (Long Range Planning 15, 2,
 * 1982); keeping positive and negative sums apart follows Johnson and
 * Scholes, Exploring Corporate Strategy.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"

enum { MAX_UNIT = 1000000 };

static int64_t
gcd(int64_t a, int64_t b)
{
	int64_t rest;

	while (b != 0) {
		rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

void
compute_each(const struct swot *swot, const struct options *options,
    crossing_visitor *visit, void *context)
{
	enum quadrant quadrant;
	const struct crossing *cell;
	struct crossing_ref ref;
	size_t i, rows, columns;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++) {
		if (!options->shown[quadrant])
			continue;
		cell = swot->cells[quadrant];
		rows = swot->factors[internal_of(quadrant)].count;
		columns = swot->factors[external_of(quadrant)].count;
		for (i = 0; i < rows * columns; i++, cell++) {
			if (!cell->given)
				continue;
			ref.internal =
			    factor_at(swot, internal_of(quadrant), i / columns);
			ref.external =
			    factor_at(swot, external_of(quadrant), i % columns);
			visit(context, &ref, cell);
		}
	}
}

static void
widen_unit(void *context, const struct crossing_ref *ref,
    const struct crossing *cell)
{
	int64_t *unit = context, n = (int64_t)cell->score_count;

	(void)ref;
	if (n > 0 && *unit < MAX_UNIT)
		*unit = *unit / gcd(*unit, n) * n;
	if (*unit > MAX_UNIT)
		*unit = MAX_UNIT;
}

int64_t
round_fine(fine value, fine divisor)
{
	fine tens = 10 * divisor; /* hundredths, out of thousandths */
	fine size = value < 0 ? -value : value;
	fine quotient = size / tens, rest = size % tens;

	if (2 * rest > tens || (2 * rest == tens && quotient % 2 != 0))
		quotient++;
	return (int64_t)(value < 0 ? -quotient : quotient) * 10;
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

int64_t
compute_spread(const struct crossing *cell)
{
	int64_t lowest = cell->scores[0].value, highest = lowest;
	size_t i;

	for (i = 1; i < cell->score_count; i++) {
		if (cell->scores[i].value < lowest)
			lowest = cell->scores[i].value;
		if (cell->scores[i].value > highest)
			highest = cell->scores[i].value;
	}
	return highest - lowest;
}

static int64_t
weight_of(const struct factor *factor)
{
	return factor->weight.given ? factor->weight.thousandths : 1000;
}

struct work {
	struct arena *arena;
	struct result *result;
};

static void
weigh(struct balance *balance, fine value)
{
	if (value > 0)
		balance->positive += value;
	else
		balance->negative += value;
	balance->scored = true;
}

/* One of a factor's crossings, with a factor of the other side. */
static void
add_to_factor(struct work *work, const struct factor *factor,
    const struct factor *other, fine mean, fine weighted)
{
	struct balance *balance =
	    &work->result->factors[factor->list][factor->index];
	size_t side = other->list == THREATS;

	weigh(balance, weighted);
	balance->sums[side] += mean;
	balance->counts[side]++;
}

static void
add_cell(void *context, const struct crossing_ref *ref,
    const struct crossing *cell)
{
	struct work *work = context;
	struct result *result = work->result;
	struct quadrant_result *quadrant =
	    &result->quadrants[quadrant_of(ref->internal->list,
		ref->external->list)];
	struct ranked *ranked;
	fine mean, weighted;

	quadrant->filled++;
	if (cell->score_count == 0)
		return;
	mean = mean_of(cell, result->unit);
	weighted = mean * weight_of(ref->internal) * weight_of(ref->external);
	quadrant->scored++;
	quadrant->sum += mean;
	add_to_factor(work, ref->internal, ref->external, mean, weighted);
	add_to_factor(work, ref->external, ref->internal, mean, weighted);
	result->ranked = arena_grow(work->arena, result->ranked,
	    result->ranked_count, sizeof(*ranked));
	ranked = &result->ranked[result->ranked_count++];
	*ranked = (struct ranked){ *ref, cell, mean, compute_spread(cell), 0 };
}

static fine
size_of(fine value)
{
	return value < 0 ? -value : value;
}

static int
compare_strength(const void *a, const void *b)
{
	const struct ranked *one = a, *two = b;
	fine strength = size_of(two->mean) - size_of(one->mean);
	int order;

	if (strength != 0)
		return strength < 0 ? -1 : 1;
	order = uni_order(one->ref.internal->label.text,
	    two->ref.internal->label.text);
	return order ? order
		     : uni_order(one->ref.external->label.text,
			   two->ref.external->label.text);
}

static void
rank(struct result *result)
{
	size_t i;

	if (result->ranked_count > 1)
		qsort(result->ranked, result->ranked_count,
		    sizeof(*result->ranked), compare_strength);
	for (i = 0; i < result->ranked_count; i++)
		result->ranked[i].rank = i > 0 &&
			size_of(result->ranked[i].mean) ==
			    size_of(result->ranked[i - 1].mean)
		    ? result->ranked[i - 1].rank
		    : i + 1;
}

/* Whether a's mean is lower than b's, by cross-multiplication. */
static bool
is_lower(const struct quadrant_result *a, const struct quadrant_result *b)
{
	return a->sum * (fine)b->scored < b->sum * (fine)a->scored;
}

static void
find_posture(struct result *result)
{
	const struct quadrant_result *all = result->quadrants;
	enum quadrant i, j;

	for (i = 0; i < QUADRANTS; i++) {
		result->posture[i] = all[i].sum > 0;
		for (j = 0; j < QUADRANTS; j++)
			if (all[j].scored > 0 && is_lower(&all[i], &all[j]))
				result->posture[i] = false;
	}
}

struct result
compute(const struct swot *swot, const struct options *options, enum lang lang)
{
	struct result result = { .unit = 1,
		.findings = { .arena = swot->arena } };
	struct work work = { swot->arena, &result };
	enum quadrant quadrant;
	enum list list;

	for (list = 0; list < LISTS; list++)
		result.factors[list] = arena_array(swot->arena,
		    swot->factors[list].count, sizeof(struct balance));
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		result.quadrants[quadrant].cells =
		    swot->factors[internal_of(quadrant)].count *
		    swot->factors[external_of(quadrant)].count;
	compute_each(swot, options, widen_unit, &result.unit);
	compute_each(swot, options, add_cell, &work);
	rank(&result);
	find_posture(&result);
	findings_of(swot, options, lang, &result.findings);
	return result;
}
