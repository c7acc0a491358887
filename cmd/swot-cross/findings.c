/*
 * findings: what the method would have one look at.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "swot.h"
#include "value/number.h"

enum { MANY_FACTORS = 7 };

/* The findings of one run. */
struct finder {
	const struct swot *swot;
	const struct options *options;
	struct arena *arena;
	struct notes *findings;
	enum lang lang;
	bool *used[LISTS]; /* factors that some crossing uses */
	bool crossed;      /* there are crossings at all */
	struct dict texts; /* folded, to struct same */
};

/* The crossings that hold one text, in order. */
struct same {
	const struct crossing *first;
	struct crossing_ref ref; /* of the first */
	struct buf names;        /* from the second on, of all */
};

static void
check_scores(void *context, const struct crossing_ref *ref,
    const struct crossing *cell)
{
	struct finder *finder = context;
	int64_t width = finder->swot->highest - finder->swot->lowest, spread;

	if (cell->score_count == 0)
		return;
	if (*cell->text == '\0')
		note_add(finder->findings, cell->pos, M_SWOT_NO_WORDS,
		    factor_pair_name(finder->swot, ref));
	spread = compute_spread(cell);
	if (2 * spread >= width)
		note_add(finder->findings, cell->pos, M_SCORES_APART,
		    factor_pair_name(finder->swot, ref),
		    number_text(finder->arena, spread, 0, false, finder->lang));
}

static void
gather_text(struct finder *finder, const struct crossing_ref *ref,
    const struct crossing *cell)
{
	struct dict_entry *entry =
	    dict_enter(&finder->texts, factor_fold(finder->arena, cell->text));
	struct same *same = entry->value;

	if (same == NULL) {
		same = arena_alloc(finder->arena, sizeof(*same));
		*same = (struct same){ cell, *ref, BUF_INIT };
		entry->value = same;
		return;
	}
	if (same->names.length == 0)
		buf_string(&same->names,
		    factor_pair_name(finder->swot, &same->ref));
	buf_format(&same->names, ", %s", factor_pair_name(finder->swot, ref));
}

static void
gather(void *context, const struct crossing_ref *ref,
    const struct crossing *cell)
{
	struct finder *finder = context;

	finder->crossed = true;
	finder->used[ref->internal->list][ref->internal->index] = true;
	finder->used[ref->external->list][ref->external->index] = true;
	if (*cell->text != '\0')
		gather_text(finder, ref, cell);
}

static void
check_texts(struct finder *finder)
{
	struct same *same;
	size_t i;

	for (i = 0; i < finder->texts.count; i++) {
		same = finder->texts.entries[i].value;
		if (same->names.length > 0)
			note_add(finder->findings, same->first->pos,
			    M_SWOT_SAME_TEXT,
			    md_plain(finder->arena, same->first->text),
			    arena_string(finder->arena, same->names.at));
		buf_free(&same->names);
	}
}

/* Whether some shown matrix crosses a list with anything. */
static bool
is_crossed(const struct finder *finder, enum list list)
{
	const struct bind_list *factors = finder->swot->factors;
	enum quadrant quadrant;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (finder->options->shown[quadrant] &&
		    ((internal_of(quadrant) == list &&
			 factors[external_of(quadrant)].count > 0) ||
			(external_of(quadrant) == list &&
			    factors[internal_of(quadrant)].count > 0)))
			return true;
	return false;
}

static void
check_list(struct finder *finder, enum list list)
{
	const struct bind_list *factors = &finder->swot->factors[list];
	const char *name = term_name(list_terms[list], finder->lang);

	if (factors->count == 0)
		note_add(finder->findings, factors->pos, M_SWOT_EMPTY_LIST,
		    name);
	if (factors->count > MANY_FACTORS)
		note_add(finder->findings, factors->pos, M_SWOT_MANY, name,
		    arena_format(finder->arena, "%zu", factors->count));
}

/* Things of one kind, told in one line. */
struct gathered {
	struct buf names;
	struct pos pos; /* of the first */
	size_t count;
};

static void
gather_name(struct gathered *gathered, const char *name, struct pos pos)
{
	if (gathered->count++ == 0)
		gathered->pos = pos;
	buf_format(&gathered->names, "%s%s", gathered->count > 1 ? " ; " : "",
	    name);
}

static void
tell(struct finder *finder, struct gathered *gathered, enum term one,
    enum term many)
{
	const char *names = arena_string(finder->arena, gathered->names.at);

	if (gathered->count == 1)
		note_add(finder->findings, gathered->pos, one, names);
	else if (gathered->count > 1)
		note_add(finder->findings, gathered->pos, many,
		    arena_format(finder->arena, "%zu", gathered->count), names);
	buf_free(&gathered->names);
}

static void
check_unused(struct finder *finder)
{
	struct gathered unused = { BUF_INIT, { 0 }, 0 };
	const struct factor *factor;
	enum list list;
	size_t i;

	for (list = 0; list < LISTS; list++) {
		for (i = 0; i < finder->swot->factors[list].count &&
		     is_crossed(finder, list);
		     i++) {
			factor = factor_at(finder->swot, list, i);
			if (!finder->used[list][i])
				gather_name(&unused, factor->label.text,
				    factor->text.pos);
		}
	}
	tell(finder, &unused, M_SWOT_UNUSED, M_SWOT_UNUSED_MANY);
}

/* The empty crossings of one quadrant, by label. */
static void
check_empty(struct finder *finder, enum quadrant quadrant)
{
	const struct swot *swot = finder->swot;
	const struct bind_list *internal =
	    &swot->factors[internal_of(quadrant)];
	const struct bind_list *external =
	    &swot->factors[external_of(quadrant)];
	struct crossing_ref ref;
	struct buf names = BUF_INIT;
	size_t i, empty = 0, cells = internal->count * external->count;

	for (i = 0; i < cells; i++) {
		if (swot->cells[quadrant][i].given)
			continue;
		ref.internal =
		    factor_at(swot, internal_of(quadrant), i / external->count);
		ref.external =
		    factor_at(swot, external_of(quadrant), i % external->count);
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

/* Names the initiatives of a quadrant that come from no crossing. */
static void
gather_rootless(const struct finder *finder, int quadrant,
    struct gathered *rootless)
{
	const struct initiative *initiative = finder->swot->initiatives.at;
	size_t i, count = finder->swot->initiatives.count;

	for (i = 0; i < count; i++, initiative++)
		if (initiative->crossings.count == 0 &&
		    (int)initiative->quadrant == quadrant)
			gather_name(rootless,
			    md_plain(finder->arena, initiative->text.text),
			    initiative->text.pos);
}

static void
check_initiatives(struct finder *finder)
{
	struct gathered rootless = { BUF_INIT, { 0 }, 0 };
	int quadrant;

	for (quadrant = 0; quadrant <= QUADRANTS; quadrant++)
		if (quadrant == QUADRANTS || finder->options->shown[quadrant])
			gather_rootless(finder, quadrant, &rootless);
	tell(finder, &rootless, M_SWOT_NO_ORIGIN, M_SWOT_NO_ORIGIN_MANY);
}

void
findings_of(const struct swot *swot, const struct options *options,
    enum lang lang, struct notes *findings)
{
	struct finder finder = { .swot = swot,
		.options = options,
		.arena = swot->arena,
		.findings = findings,
		.lang = lang };
	enum quadrant quadrant;
	enum list list;

	dict_init(&finder.texts, swot->arena);
	for (list = 0; list < LISTS; list++)
		finder.used[list] = arena_array(swot->arena,
		    swot->factors[list].count, sizeof(bool));
	compute_each(swot, options, gather, &finder);
	for (list = 0; list < LISTS; list++)
		check_list(&finder, list);
	if (!finder.crossed)
		return;
	check_unused(&finder);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (options->shown[quadrant])
			check_empty(&finder, quadrant);
	compute_each(swot, options, check_scores, &finder);
	check_texts(&finder);
	check_initiatives(&finder);
}
