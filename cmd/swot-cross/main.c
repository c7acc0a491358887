/*
 * swot-cross: cross strengths and weaknesses with opportunities and threats
 */
#include <string.h>

#include "sheet/gather.h"
#include "swot.h"
#include "text/speak.h"

enum { MANY_FACTORS = 7, FEW_ALIKE = 3 };

#define FACTORS(term, list, shown)                                             \
	ROW_AS(BIND_LIST, sheet, factors[list], .key = (term),                 \
	    .flags = BIND_REQUIRED | BIND_WANTED | BIND_PARTED,                \
	    .rows = factor_rows, .size = sizeof(struct factor),                \
	    .example = (shown), .sheet = T_SHEET_LIST)

static const struct bind_row rows[] = {
	FACTORS(T_STRENGTHS, STRENGTHS, T_EXAMPLE_STRENGTHS),
	FACTORS(T_WEAKNESSES, WEAKNESSES, T_EXAMPLE_WEAKNESSES),
	FACTORS(T_OPPORTUNITIES, OPPORTUNITIES, T_EXAMPLE_OPPORTUNITIES),
	FACTORS(T_THREATS, THREATS, T_EXAMPLE_THREATS),
	ROW(sheet, crossings, .key = T_CROSSINGS, .claim = table_claims,
	    .example = T_EXAMPLE_CROSSINGS, .sheet = T_SHEET_CROSSINGS),
	ROW(sheet, priorities, .key = T_PRIORITIES),
	ROW(sheet, scale, .key = T_SCALE, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_SCALE),
	ROW_ITEMS(sheet, initiatives, initiative, .key = T_INITIATIVES,
	    .claim = initiative_claims, .example = T_EXAMPLE_INITIATIVES,
	    .sheet = T_SHEET_LIST),
	ROW(sheet, prompts, .key = T_PROMPTS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_SWOT, T_SUMMARY_SWOT, rows };

/* "so,wt": the quadrants to show; all where nothing is said. */
static void
read_quadrants(struct swot *swot, const char *at)
{
	enum quadrant quadrant;
	char *name;
	size_t n;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		swot->shown[quadrant] = at == NULL;
	for (; at != NULL; at = at[n] != '\0' ? at + n + 1 : NULL) {
		n = strcspn(at, ",");
		name = arena_copy(swot->method->arena, at, n);
		quadrant = quadrant_find(name);
		if (quadrant < QUADRANTS)
			swot->shown[quadrant] = true;
		else
			speak_die(M_OPT_CHOICE, "quadrant", name,
			    "so, wo, st, wt");
	}
}

/* The factors that some crossing could use, and none does. */
static void
find_unused(const struct swot *swot)
{
	struct method *method = swot->method;

	BIND_EACH(const struct factor, factor, &swot->factors)
		if (factor->crossed && !factor->used)
			method_find(method, factor->text.pos, M_SWOT_UNUSED,
			    factor->label.text);
	method_gather(method, 1, M_SWOT_UNUSED, M_SWOT_UNUSED_MANY);
}

/* The empty crossings of a quadrant, by label. */
static void
find_empty(const struct swot *swot, enum quadrant at)
{
	struct method *method = swot->method;
	size_t cells = swot->first[at + 1] - swot->first[at], filled = cells;
	struct buf names = BUF_INIT;

	BIND_EACH(const struct crossing, crossing, &swot->crossings) {
		if (crossing->quadrant != at || crossing->given)
			continue;
		filled--;
		buf_join(&names, ", ", crossing_name(swot, crossing));
	}
	if (filled < cells)
		method_find(method, swot->sheet->factors[internal_of(at)].pos,
		    M_SWOT_EMPTY, method_word(method, quadrant_terms[at]),
		    method_integer(method, (int64_t)filled),
		    method_integer(method, (int64_t)cells),
		    buf_take(&names, method->arena));
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
			    crossing_name(swot, crossing));
		if (2 * score_spread(crossing) >= width)
			method_find(method, crossing->pos, M_SCORES_APART,
			    crossing_name(swot, crossing),
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
	const char *names;

	while ((crossing = crossing_next(swot, crossing)) != NULL) {
		if (*crossing->text == '\0')
			continue;
		same = gather_enter(&texts, crossing->text, NULL);
		if (same->count++ == 0)
			*same = (struct same){ crossing, BUF_INIT, 1 };
		buf_join(&same->names, ", ", crossing_name(swot, crossing));
	}
	BIND_EACH(struct same, each, &texts.list) {
		names = buf_take(&each->names, method->arena);
		if (each->count > 1)
			method_find(method, each->first->pos, M_SWOT_SAME_TEXT,
			    method_plain(method, each->first->text), names);
	}
}

/* A sheet without crossings has not set out to cross. */
static void
find(const struct swot *swot)
{
	struct method *method = swot->method;
	const struct bind_list *factors = swot->sheet->factors;

	for (enum list list = 0; list < LISTS; list++)
		if (factors[list].count > MANY_FACTORS)
			method_find(method, factors[list].pos, M_SWOT_MANY,
			    method_word(method, list_terms[list]),
			    method_integer(method,
				(int64_t)factors[list].count));
	if (!swot->crossed)
		return;
	find_unused(swot);
	for (enum quadrant quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (swot->shown[quadrant])
			find_empty(swot, quadrant);
	find_scores(swot);
	find_same(swot);
	BIND_EACH(const struct initiative, one, &swot->sheet->initiatives)
		if (*one->from_text.text == '\0')
			method_find(method, one->text.pos, M_SWOT_NO_ORIGIN,
			    method_plain(method, one->text.text));
	method_gather(method, 1, M_SWOT_NO_ORIGIN, M_SWOT_NO_ORIGIN_MANY);
}

static void
render(const struct swot *swot, bool options)
{
	for (enum list list = 0; list < LISTS; list++)
		method_section(swot->method, list_terms[list]);
	for (enum quadrant quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (swot->shown[quadrant])
			table_render(swot, quadrant);
	crossing_render(swot, T_PRIORITIES);
	method_rules(swot->method);
	balance_render(swot);
	method_section(swot->method, T_INITIATIVES);
	if (options)
		crossing_render(swot, T_OPTIONS);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = origin_arrange };
	struct sheet sheet = { 0 };
	struct swot swot = { .method = &method, .sheet = &sheet };
	const char *quadrants = NULL;
	bool options = false;
	const struct opt opts[] = {
		{ OPT_TEXT, 'q', "quadrant", &quadrants, T_ARG_QUADRANTS,
		    T_HELP_QUADRANT },
		{ OPT_FLAG, 0, "options", &options, T_NONE, T_HELP_OPTIONS },
		OPT_CHART(&method.chart),
		{ OPT_FLAG, 0, "transpose", &swot.transposed, T_NONE,
		    T_HELP_TRANSPOSE },
		OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END,
	};

	method_open(&method, argc, argv, &tool, opts, &sheet);
	read_quadrants(&swot, quadrants);
	factor_resolve(&swot);
	score_read_scale(&swot);
	quadrant_read_prompts(&swot);
	if (crossing_read_all(&swot))
		initiative_resolve(&swot);
	if (swot.scored && *sheet.scale.text == '\0')
		sheet.scale.text = arena_format(method.arena, "%s..%s",
		    method_number(&method, swot.scale.lowest),
		    method_number(&method, swot.scale.highest));
	if (method_ready(&method)) {
		find(&swot);
		render(&swot, options);
	}
	return method_close(&method, false);
}
