/*
 * compute: balance, posture, the strongest crossings, and what to check.
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
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "number.h"
#include "swot.h"
#include "uni.h"

enum { MAX_UNIT = 1000000, MANY_FACTORS = 7 };

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

/* Calls visit for every crossing that was filled, quadrant by quadrant. */
typedef void visitor(
    void *context, const struct crossing_ref *ref, const struct crossing *cell);

static void
each_given(const struct swot *swot, visitor *visit, void *context)
{
	enum quadrant quadrant;
	const struct crossing *cell;
	struct crossing_ref ref;
	size_t i, j;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++) {
		for (i = 0; i < swot->factors[internal_of(quadrant)].count;
		     i++) {
			for (j = 0;
			     j < swot->factors[external_of(quadrant)].count;
			     j++) {
				cell = crossing_at(swot, quadrant, i, j);
				ref.internal = factor_at(
				    swot, internal_of(quadrant), i);
				ref.external = factor_at(
				    swot, external_of(quadrant), j);
				if (cell->given)
					visit(context, &ref, cell);
			}
		}
	}
}

static void
widen_unit(
    void *context, const struct crossing_ref *ref, const struct crossing *cell)
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

static int64_t
spread_of(const struct crossing *cell)
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
	const struct swot *swot;
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

static void
add_cell(
    void *context, const struct crossing_ref *ref, const struct crossing *cell)
{
	struct work *work = context;
	struct result *result = work->result;
	struct quadrant_result *quadrant =
	    &result->quadrants[quadrant_of(
		ref->internal->list, ref->external->list)];
	struct ranked *ranked;
	fine mean, weighted;

	quadrant->filled++;
	if (cell->score_count == 0)
		return;
	mean = mean_of(cell, result->unit);
	weighted =
	    mean * weight_of(ref->internal) * weight_of(ref->external);
	quadrant->scored++;
	quadrant->sum += mean;
	weigh(&result->factors[ref->internal->list][ref->internal->index],
	    weighted);
	weigh(&result->factors[ref->external->list][ref->external->index],
	    weighted);
	result->ranked = arena_grow(work->arena, result->ranked,
	    result->ranked_count, sizeof(*ranked));
	ranked = &result->ranked[result->ranked_count++];
	*ranked =
	    (struct ranked){ *ref, cell, mean, spread_of(cell), 0 };
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
	order = uni_order(
	    one->ref.internal->label.text, two->ref.internal->label.text);
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

/* Whether |a's mean| < |b's mean|, by cross-multiplication. */
static bool
is_weaker(const struct quadrant_result *a, const struct quadrant_result *b)
{
	return size_of(a->sum) * (fine)b->scored <
	    size_of(b->sum) * (fine)a->scored;
}

static void
find_posture(struct result *result)
{
	const struct quadrant_result *all = result->quadrants;
	enum quadrant i, j;

	for (i = 0; i < QUADRANTS; i++) {
		result->posture[i] = all[i].scored > 0 && all[i].sum != 0;
		for (j = 0; j < QUADRANTS; j++)
			if (all[j].scored > 0 && is_weaker(&all[i], &all[j]))
				result->posture[i] = false;
	}
}

/* The findings of one run. */
struct finder {
	const struct swot *swot;
	const struct options *options;
	struct arena *arena;
	struct notes *findings;
	enum lang lang;
	struct dict texts;  /* folded, to the first crossing's name */
};

static bool
is_shown(const struct finder *finder, const struct crossing_ref *ref)
{
	return finder->options->shown[quadrant_of(
	    ref->internal->list, ref->external->list)];
}

static void
check_cell(
    void *context, const struct crossing_ref *ref, const struct crossing *cell)
{
	struct finder *finder = context;
	const struct swot *swot = finder->swot;
	int64_t width = swot->highest - swot->lowest;
	const char *name = factor_pair_name(swot, ref);

	if (!is_shown(finder, ref))
		return;
	if (*cell->text == '\0')
		note_add(finder->findings, cell->pos, M_SWOT_NO_WORDS, name);
	if (cell->score_count > 1 && 2 * spread_of(cell) >= width)
		note_add(finder->findings, cell->pos, M_SWOT_SPREAD, name,
		    number_text(finder->arena, spread_of(cell), 0, false,
			finder->lang));
}

/* The crossings that hold one text, in order. */
struct same {
	struct buf names;
	size_t count;
	struct pos pos;
	const char *text;
};

static void
gather_texts(
    void *context, const struct crossing_ref *ref, const struct crossing *cell)
{
	struct finder *finder = context;
	struct dict_entry *entry;
	struct same *same;

	if (*cell->text == '\0' || !is_shown(finder, ref))
		return;
	entry = dict_enter(&finder->texts,
	    uni_fold(finder->arena, md_plain(finder->arena, cell->text)));
	if (entry->value == NULL) {
		same = arena_alloc(finder->arena, sizeof(*same));
		same->names = (struct buf)BUF_INIT;
		same->text = md_plain(finder->arena, cell->text);
		same->pos = cell->pos;
		entry->value = same;
	}
	same = entry->value;
	buf_format(&same->names, "%s%s", same->count++ ? ", " : "",
	    factor_pair_name(finder->swot, ref));
}

static void
check_texts(struct finder *finder)
{
	struct same *same;
	size_t i;

	dict_init(&finder->texts, finder->arena);
	each_given(finder->swot, gather_texts, finder);
	for (i = 0; i < finder->texts.count; i++) {
		same = finder->texts.entries[i].value;
		if (same->count > 1)
			note_add(finder->findings, same->pos, M_SWOT_SAME_TEXT,
			    same->text,
			    arena_string(finder->arena, same->names.at));
		buf_free(&same->names);
	}
}

/* Whether some shown quadrant crosses a factor at all. */
static bool
is_used(const struct swot *swot, const struct factor *factor, bool *crossed,
    const struct options *options)
{
	bool internal = factor->list < OPPORTUNITIES;
	enum quadrant quadrant;
	size_t i, count;

	*crossed = false;
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++) {
		if (!options->shown[quadrant] ||
		    (internal_of(quadrant) != factor->list &&
			external_of(quadrant) != factor->list))
			continue;
		count = swot->factors[internal ? external_of(quadrant)
					       : internal_of(quadrant)]
			    .count;
		for (i = 0; i < count; i++) {
			*crossed = true;
			if ((internal ? crossing_at(swot, quadrant,
					    factor->index, i)
				      : crossing_at(swot, quadrant, i,
					    factor->index))
				->given)
				return true;
		}
	}
	return false;
}

static void
check_factors(struct finder *finder)
{
	const struct swot *swot = finder->swot;
	const struct factor *factor;
	enum list list;
	bool crossed;
	size_t i;

	for (list = 0; list < LISTS; list++) {
		if (swot->factors[list].count > MANY_FACTORS)
			note_add(finder->findings, swot->factors[list].pos,
			    M_SWOT_MANY, term_name(list_terms[list], finder->lang),
			    arena_format(finder->arena, "%zu",
				swot->factors[list].count));
		if (swot->factors[list].count == 0)
			note_add(finder->findings, swot->factors[list].pos,
			    M_SWOT_EMPTY_LIST,
			    term_name(list_terms[list], finder->lang));
		for (i = 0; i < swot->factors[list].count; i++) {
			factor = factor_at(swot, list, i);
			if (!is_used(swot, factor, &crossed,
				finder->options) &&
			    crossed)
				note_add(finder->findings, factor->text.pos,
				    M_SWOT_UNUSED, factor->label.text);
		}
	}
}

/* The empty crossings of one quadrant, by label. */
static void
check_empty(struct finder *finder, enum quadrant quadrant)
{
	const struct swot *swot = finder->swot;
	const struct bind_list *internal = &swot->factors[internal_of(quadrant)];
	const struct bind_list *external = &swot->factors[external_of(quadrant)];
	struct crossing_ref ref;
	struct buf names = BUF_INIT;
	size_t i, empty = 0, cells = internal->count * external->count;

	for (i = 0; i < cells; i++) {
		if (swot->cells[quadrant][i].given)
			continue;
		ref.internal = factor_at(
		    swot, internal_of(quadrant), i / external->count);
		ref.external = factor_at(
		    swot, external_of(quadrant), i % external->count);
		buf_format(&names, "%s%s", empty++ ? ", " : "",
		    factor_pair_name(swot, &ref));
	}
	if (empty > 0)
		note_add(finder->findings, internal->pos, M_SWOT_EMPTY,
		    term_name(quadrant_terms[quadrant], finder->lang),
		    arena_format(finder->arena, "%zu", cells - empty),
		    arena_format(finder->arena, "%zu", cells),
		    arena_string(finder->arena, names.at));
	buf_free(&names);
}

static void
check_initiatives(struct finder *finder)
{
	const struct initiative *initiatives = finder->swot->initiatives.at;
	size_t i;

	for (i = 0; i < finder->swot->initiatives.count; i++)
		if (initiatives[i].crossings.count == 0)
			note_add(finder->findings, initiatives[i].text.pos,
			    M_SWOT_NO_ORIGIN,
			    md_plain(finder->arena, initiatives[i].text.text));
}

static void
find(const struct swot *swot, const struct options *options, enum lang lang,
    struct notes *findings)
{
	struct finder finder = { .swot = swot, .options = options,
		.arena = findings->arena, .findings = findings, .lang = lang };
	enum quadrant quadrant;

	check_factors(&finder);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (options->shown[quadrant])
			check_empty(&finder, quadrant);
	each_given(swot, check_cell, &finder);
	check_texts(&finder);
	check_initiatives(&finder);
}

struct result
compute(const struct swot *swot, const struct options *options, enum lang lang)
{
	struct arena *arena = swot->bind->doc->arena;
	struct result result = { .unit = 1, .findings = { .arena = arena } };
	struct work work = { swot, arena, &result };
	enum quadrant quadrant;
	enum list list;

	for (list = 0; list < LISTS; list++)
		result.factors[list] = arena_array(arena,
		    swot->factors[list].count, sizeof(struct balance));
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		result.quadrants[quadrant].cells =
		    swot->factors[internal_of(quadrant)].count *
		    swot->factors[external_of(quadrant)].count;
	each_given(swot, widen_unit, &result.unit);
	each_given(swot, add_cell, &work);
	rank(&result);
	find_posture(&result);
	find(swot, options, lang, &result.findings);
	return result;
}
