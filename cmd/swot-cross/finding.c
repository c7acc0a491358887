/*
 * finding: what the method would have one look at.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "swot.h"
#include "text/uni.h"

enum { MANY_FACTORS = 7 };

void
finding_name(struct finding_names *gathered, const char *name, struct pos pos)
{
	if (gathered->count++ == 0) {
		gathered->names = (struct buf)BUF_INIT;
		gathered->pos = pos;
	}
	buf_format(&gathered->names, "%s%s",
	    gathered->count > 1 ? gathered->between : "", name);
}

void
finding_tell(const struct swot *swot, struct finding_names *gathered,
    enum term one, enum term many)
{
	struct method *method = swot->method;
	const char *names;

	if (gathered->count == 0)
		return;
	names = arena_string(method->arena, gathered->names.at);
	buf_free(&gathered->names);
	if (gathered->count == 1)
		method_find(method, gathered->pos, one, names);
	else
		method_find(method, gathered->pos, many,
		    method_integer(method, (int64_t)gathered->count), names);
}

static void
find_counts(const struct swot *swot, enum list list)
{
	struct method *method = swot->method;
	const struct bind_list *factors = &swot->sheet->factors[list];
	const char *name = method_word(method, list_terms[list]);

	if (factors->count == 0)
		method_find(method, factors->pos, M_SWOT_EMPTY_LIST, name);
	if (factors->count > MANY_FACTORS)
		method_find(method, factors->pos, M_SWOT_MANY, name,
		    method_integer(method, (int64_t)factors->count));
}

static void
use(const struct swot *swot, const struct factor *factor, bool used)
{
	struct factor *own = factor_at(swot, factor->list, factor->index);

	own->crossed = true;
	own->used = own->used || used;
}

/* The factors that some crossing could use, and none does. */
static void
find_unused(const struct swot *swot)
{
	struct finding_names unused = { .between = ", " };
	struct walk walk = { .quadrant = SO };
	const struct factor *factor;
	enum list list;
	size_t i;

	while (crossing_next(swot, &walk)) {
		use(swot, walk.ref.internal, walk.cell->given);
		use(swot, walk.ref.external, walk.cell->given);
	}
	for (list = 0; list < LISTS; list++)
		for (i = 0; i < swot->sheet->factors[list].count; i++) {
			factor = factor_at(swot, list, i);
			if (factor->crossed && !factor->used)
				finding_name(&unused, factor->label.text,
				    factor->text.pos);
		}
	finding_tell(swot, &unused, M_SWOT_UNUSED, M_SWOT_UNUSED_MANY);
}

/* The empty crossings of each quadrant, by label. */
static void
find_empty(const struct swot *swot)
{
	struct method *method = swot->method;
	struct buf names[QUADRANTS] = { BUF_INIT, BUF_INIT, BUF_INIT,
		BUF_INIT };
	size_t filled[QUADRANTS] = { 0 }, cells[QUADRANTS] = { 0 };
	struct walk walk = { .quadrant = SO };
	enum quadrant at;

	while (crossing_next(swot, &walk)) {
		at = walk.quadrant;
		cells[at]++;
		filled[at] += walk.cell->given;
		if (!walk.cell->given)
			buf_format(&names[at], "%s%s",
			    names[at].length > 0 ? ", " : "",
			    factor_pair_name(swot, &walk.ref));
	}
	for (at = 0; at < QUADRANTS; at++) {
		if (filled[at] < cells[at])
			method_find(method,
			    swot->sheet->factors[internal_of(at)].pos,
			    M_SWOT_EMPTY,
			    method_word(method, quadrant_terms[at]),
			    method_integer(method, (int64_t)filled[at]),
			    method_integer(method, (int64_t)cells[at]),
			    arena_string(method->arena, names[at].at));
		buf_free(&names[at]);
	}
}

static void
find_scores(const struct swot *swot)
{
	struct method *method = swot->method;
	struct walk walk = { .quadrant = SO };

	while (crossing_next(swot, &walk)) {
		if (walk.cell->score_count == 0)
			continue;
		if (*walk.cell->text == '\0')
			method_find(method, walk.cell->pos, M_SWOT_NO_WORDS,
			    factor_pair_name(swot, &walk.ref));
		if (2 * score_spread(walk.cell) >= swot->highest - swot->lowest)
			method_find(method, walk.cell->pos, M_SCORES_APART,
			    factor_pair_name(swot, &walk.ref),
			    method_number(method, score_spread(walk.cell)));
	}
}

/* One text at several crossings. */
static void
find_same(const struct swot *swot)
{
	struct method *method = swot->method;
	struct walk walk = { .quadrant = SO };
	struct finding_names *same;
	struct dict_entry *entry;
	struct dict texts;
	const char *plain;
	size_t i;

	dict_init(&texts, method->arena);
	while (crossing_next(swot, &walk)) {
		if (*walk.cell->text == '\0')
			continue;
		plain = method_plain(method, walk.cell->text);
		entry = dict_enter(&texts, uni_fold(method->arena, plain));
		same = entry->value;
		if (same == NULL) {
			same = arena_alloc(method->arena, sizeof(*same));
			same->between = ", ";
			same->what = plain;
			entry->value = same;
		}
		finding_name(same, factor_pair_name(swot, &walk.ref),
		    walk.cell->pos);
	}
	for (i = 0; i < texts.count; i++) {
		same = texts.entries[i].value;
		if (same->count > 1)
			method_find(method, same->pos, M_SWOT_SAME_TEXT,
			    same->what,
			    arena_string(method->arena, same->names.at));
		buf_free(&same->names);
	}
}

/* Whether there are crossings at all: a sheet without has not set out to
 * cross. */
static bool
is_crossed(const struct swot *swot)
{
	struct walk walk = { .quadrant = SO };

	while (crossing_next(swot, &walk))
		if (walk.cell->given)
			return true;
	return false;
}

void
finding_all(const struct swot *swot)
{
	enum list list;

	for (list = 0; list < LISTS; list++)
		find_counts(swot, list);
	if (!is_crossed(swot))
		return;
	find_unused(swot);
	find_empty(swot);
	find_scores(swot);
	find_same(swot);
	initiative_find(swot);
}
