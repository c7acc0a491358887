/*
 * swot-cross: cross strengths and weaknesses with opportunities and threats
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "swot.h"

#define FACTORS(term, list, shown)                                             \
	ROW(BIND_LIST, sheet, factors[list], .key = (term),                    \
	    .flags = BIND_REQUIRED | BIND_WANTED, .rows = factor_rows,         \
	    .size = sizeof(struct factor), .example = (shown),                 \
	    .sheet = T_SHEET_LIST)

static const struct bind_row rows[] = {
	FACTORS(T_STRENGTHS, STRENGTHS, T_EXAMPLE_STRENGTHS),
	FACTORS(T_WEAKNESSES, WEAKNESSES, T_EXAMPLE_WEAKNESSES),
	FACTORS(T_OPPORTUNITIES, OPPORTUNITIES, T_EXAMPLE_OPPORTUNITIES),
	FACTORS(T_THREATS, THREATS, T_EXAMPLE_THREATS),
	ROW(BIND_NODES, sheet, crossings, .key = T_CROSSINGS,
	    .claim = table_claims, .example = T_EXAMPLE_CROSSINGS,
	    .sheet = T_SHEET_CROSSINGS),
	ROW(BIND_NODES, sheet, priorities, .key = T_PRIORITIES),
	ROW(BIND_TEXT, sheet, scale, .key = T_SCALE, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_SCALE),
	ROW_ITEMS(sheet, initiatives, initiative, .key = T_INITIATIVES,
	    .example = T_EXAMPLE_INITIATIVES, .sheet = T_SHEET_LIST),
	ROW(BIND_NODES, sheet, prompts, .key = T_PROMPTS),
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
		if (quadrant == QUADRANTS)
			err_die("--quadrant: '%s' is none of so, wo, st, wt",
			    name);
		swot->shown[quadrant] = true;
	}
}

/* The scale is a setting by default where there are scores; and those who gave
 * them are people. */
static void
use_scores(struct swot *swot)
{
	struct method *method = swot->method;
	const struct crossing *crossing = NULL;
	const struct score *score;

	while ((crossing = crossing_next(swot, crossing)) != NULL) {
		score = crossing->scores.at;
		if (score != NULL && *swot->sheet->scale.text == '\0')
			swot->sheet->scale.text = arena_format(method->arena,
			    "%s..%s", method_number(method, swot->scale.lowest),
			    method_number(method, swot->scale.highest));
		for (size_t i = 0; i < crossing->scores.count; i++)
			if (*score[i].person != '\0')
				method_person(method, score[i].person);
	}
}

static void
render(const struct swot *swot, bool options)
{
	enum quadrant quadrant;
	enum list list;

	for (list = 0; list < LISTS; list++)
		method_section(swot->method, list_terms[list]);
	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		if (swot->shown[quadrant])
			table_render(swot, quadrant);
	crossing_render_priorities(swot);
	method_rules(swot->method);
	balance_render(swot);
	initiative_render(swot);
	if (options)
		crossing_render_options(swot);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
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
	crossing_read_all(&swot);
	initiative_resolve(&swot);
	use_scores(&swot);
	if (method_ready(&method)) {
		finding_all(&swot);
		render(&swot, options);
	}
	return method_close(&method, false);
}
