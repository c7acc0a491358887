/*
 * finding: what the method would have one look at.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "sheet/gather.h"
#include "swot.h"

enum { MANY_FACTORS = 7, FEW_ALIKE = 3 };

/* The factors that some crossing could use, and none does. */
static void
find_unused(const struct swot *swot)
{
	struct method *method = swot->method;
	const struct factor *factor = swot->factors.at;
	const struct crossing *crossing = NULL;
	bool *crossed = arena_array(method->arena, swot->factors.count, 1);
	bool *used = arena_array(method->arena, swot->factors.count, 1);
	size_t i, at[2];

	while ((crossing = crossing_next(swot, crossing)) != NULL) {
		at[0] = (size_t)(crossing->internal - factor);
		at[1] = (size_t)(crossing->external - factor);
		for (i = 0; i < 2; i++) {
			crossed[at[i]] = true;
			used[at[i]] |= crossing->given;
		}
	}
	for (i = 0; i < swot->factors.count; i++)
		if (crossed[i] && !used[i])
			method_find(method, factor[i].text.pos, M_SWOT_UNUSED,
			    factor[i].label.text);
	method_gather(method, 1, M_SWOT_UNUSED, M_SWOT_UNUSED_MANY);
}

/* The empty crossings of a quadrant, by label. */
static void
find_empty(const struct swot *swot, enum quadrant at)
{
	struct method *method = swot->method;
	const struct crossing *crossing = swot->crossings.at;
	size_t cells = swot->first[at + 1] - swot->first[at], filled = cells;
	struct buf names = BUF_INIT;

	crossing += swot->first[at];
	for (size_t i = 0; i < cells; i++, crossing++) {
		if (crossing->given)
			continue;
		filled--;
		buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
		    pair_name(swot, crossing));
	}
	if (filled < cells)
		method_find(method, swot->sheet->factors[internal_of(at)].pos,
		    M_SWOT_EMPTY, method_word(method, quadrant_terms[at]),
		    method_integer(method, (int64_t)filled),
		    method_integer(method, (int64_t)cells),
		    arena_string(method->arena, names.at));
	buf_free(&names);
}

static void
find_scores(const struct swot *swot)
{
	struct method *method = swot->method;
	const struct crossing *crossing = NULL;
	int64_t width = swot->scale.highest - swot->scale.lowest;

	while ((crossing = crossing_next(swot, crossing)) != NULL) {
		if (crossing->scores.count == 0)
			continue;
		if (*crossing->text == '\0')
			method_find(method, crossing->pos, M_SWOT_NO_WORDS,
			    pair_name(swot, crossing));
		if (2 * score_spread(crossing) >= width)
			method_find(method, crossing->pos, M_SCORES_APART,
			    pair_name(swot, crossing),
			    method_number(method, score_spread(crossing)));
	}
	method_gather(method, FEW_ALIKE, M_SWOT_NO_WORDS, M_SWOT_NO_WORDS_MANY);
	method_gather(method, FEW_ALIKE, M_SCORES_APART, M_SCORES_APART_MANY);
}

/* Where one text stands. */
struct same {
	const struct crossing *first;
	struct buf names;
	size_t count;
};

static void
find_same(const struct swot *swot)
{
	struct method *method = swot->method;
	struct gather texts = gather_new(method->bind, sizeof(struct same));
	const struct crossing *crossing = NULL;
	struct same *same;

	while ((crossing = crossing_next(swot, crossing)) != NULL) {
		if (*crossing->text == '\0')
			continue;
		same = gather_enter(&texts, crossing->text, NULL);
		if (same->count++ == 0)
			*same = (struct same){ crossing, BUF_INIT, 1 };
		buf_format(&same->names, "%s%s", same->count > 1 ? ", " : "",
		    pair_name(swot, crossing));
	}
	same = texts.list.at;
	for (size_t i = 0; i < texts.list.count; i++, same++) {
		if (same->count > 1)
			method_find(method, same->first->pos, M_SWOT_SAME_TEXT,
			    method_plain(method, same->first->text),
			    arena_string(method->arena, same->names.at));
		buf_free(&same->names);
	}
}

/* Whether there are crossings at all: a sheet without has not set out to
 * cross. */
static bool
is_crossed(const struct swot *swot)
{
	const struct crossing *crossing = NULL;

	while ((crossing = crossing_next(swot, crossing)) != NULL)
		if (crossing->given)
			return true;
	return false;
}

void
finding_all(const struct swot *swot)
{
	struct method *method = swot->method;
	const struct bind_list *factors = swot->sheet->factors;
	enum list list;
	enum quadrant quadrant;

	for (list = 0; list < LISTS; list++)
		if (factors[list].count > MANY_FACTORS)
			method_find(method, factors[list].pos, M_SWOT_MANY,
			    method_word(method, list_terms[list]),
			    method_integer(method,
				(int64_t)factors[list].count));
	if (!is_crossed(swot))
		return;
	find_unused(swot);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (swot->shown[quadrant])
			find_empty(swot, quadrant);
	find_scores(swot);
	find_same(swot);
	initiative_find(swot);
}
