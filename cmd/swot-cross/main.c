/*
 * swot-cross: cross strengths and weaknesses with opportunities and threats
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "swot.h"
#include "value/number.h"

#define FACTORS(term, list, shown)                                             \
	{                                                                      \
		BIND_LIST, term, offsetof(struct sheet, factors[list]),        \
		    BIND_REQUIRED, factor_rows, sizeof(struct factor),         \
		    .example = (shown), .sheet = T_SHEET_LIST                  \
	}

static const struct bind_row rows[] = {
	FACTORS(T_STRENGTHS, STRENGTHS, T_EXAMPLE_STRENGTHS),
	FACTORS(T_WEAKNESSES, WEAKNESSES, T_EXAMPLE_WEAKNESSES),
	FACTORS(T_OPPORTUNITIES, OPPORTUNITIES, T_EXAMPLE_OPPORTUNITIES),
	FACTORS(T_THREATS, THREATS, T_EXAMPLE_THREATS),
	BIND_AT(BIND_NODES, T_CROSSINGS, sheet, crossings, 0,
	    .claim = crossing_table_claims, .example = T_EXAMPLE_CROSSINGS,
	    .sheet = T_SHEET_CROSSINGS),
	BIND_AT(BIND_NODES, T_PRIORITIES, sheet, priorities, 0),
	BIND_AT(BIND_TEXT, T_SCALE, sheet, scale, BIND_SETTING,
	    .example = T_EXAMPLE_SCALE),
	{ BIND_LIST, T_INITIATIVES, offsetof(struct sheet, initiatives), 0,
	    initiative_rows, sizeof(struct initiative),
	    .example = T_EXAMPLE_INITIATIVES, .sheet = T_SHEET_LIST },
	BIND_AT(BIND_NODES, T_PROMPTS, sheet, prompts, 0),
	{ BIND_END },
};

static const struct bind_tool tool = { T_SWOT, T_SUMMARY_SWOT, rows };

/* "so,wt": the quadrants to show; all where nothing is said. */
static void
read_quadrants(struct swot *swot, const char *at)
{
	char name[64];
	enum quadrant quadrant;
	size_t n;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		swot->shown[quadrant] = at == NULL;
	for (; at != NULL; at = at[n] != '\0' ? at + n + 1 : NULL) {
		n = strcspn(at, ",");
		quadrant = QUADRANTS;
		if (n < sizeof(name)) {
			memcpy(name, at, n);
			name[n] = '\0';
			quadrant = quadrant_find(name);
		}
		if (quadrant >= QUADRANTS)
			err_die("--quadrant: '%.*s' is none of so, wo, st, wt",
			    (int)n, at);
		else
			swot->shown[quadrant] = true;
	}
}

/* The scale is a setting by default where there are scores; and those who gave
 * them are people. */
static void
use_scores(struct swot *swot)
{
	struct method *method = swot->method;
	struct walk walk = { .quadrant = SO };
	size_t i;

	while (crossing_next(swot, &walk)) {
		if (walk.cell->score_count > 0 &&
		    *swot->sheet->scale.text == '\0')
			swot->sheet->scale.text = arena_format(method->arena,
			    "%s..%s", method_number(method, swot->lowest),
			    method_number(method, swot->highest));
		for (i = 0; i < walk.cell->score_count; i++)
			if (*walk.cell->scores[i].person != '\0')
				method_person(method,
				    walk.cell->scores[i].person);
	}
}

static void
resolve(struct swot *swot)
{
	factor_resolve(swot);
	score_read_scale(swot);
	quadrant_read_prompts(swot);
	crossing_read_all(swot);
	initiative_resolve(swot);
	if (swot->cells[WT] != NULL)
		use_scores(swot);
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
			crossing_table_render(swot, quadrant);
	priority_render_all(swot);
	method_rules(swot->method);
	balance_render(swot);
	initiative_render(swot);
	if (options)
		priority_render_options(swot);
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
	resolve(&swot);
	if (method_ready(&method)) {
		finding_all(&swot);
		render(&swot, options);
	}
	return method_close(&method, false);
}
