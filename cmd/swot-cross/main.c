/*
 * swot-cross: cross strengths and weaknesses with opportunities and threats
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "swot.h"

static const struct bind_row factor_rows[] = {
	{ BIND_TEXT, T_ID, offsetof(struct factor, label), BIND_LABEL },
	{ BIND_TEXT, T_SHORT, offsetof(struct factor, short_text) },
	{ BIND_TEXT, T_TEXT, offsetof(struct factor, text), BIND_MAIN },
	{ BIND_NUMBER, T_WEIGHT, offsetof(struct factor, weight), BIND_DECIDES },
	{ BIND_END },
};

#define FACTORS(term, list, shown)                                             \
	{                                                                      \
		BIND_LIST, term, offsetof(struct swot, factors[list]),         \
		    BIND_REQUIRED, factor_rows, sizeof(struct factor), NULL,   \
		    shown, T_SHEET_LIST                                        \
	}
#define NODES(term, member, claim, shown, sheet)                               \
	{                                                                      \
		BIND_NODES, term, offsetof(struct swot, member), 0, NULL, 0,   \
		    claim, shown, sheet                                        \
	}

static const struct bind_row rows[] = {
	FACTORS(T_STRENGTHS, STRENGTHS, T_EXAMPLE_STRENGTHS),
	FACTORS(T_WEAKNESSES, WEAKNESSES, T_EXAMPLE_WEAKNESSES),
	FACTORS(T_OPPORTUNITIES, OPPORTUNITIES, T_EXAMPLE_OPPORTUNITIES),
	FACTORS(T_THREATS, THREATS, T_EXAMPLE_THREATS),
	NODES(T_CROSSINGS, crossing_nodes, crossing_claims, T_EXAMPLE_CROSSINGS,
	    T_SHEET_CROSSINGS),
	NODES(T_PRIORITIES, priority_nodes, NULL, T_NONE, T_NONE),
	{ BIND_TEXT, T_SCALE, offsetof(struct swot, scale), BIND_SETTING, NULL,
	    0, NULL, T_EXAMPLE_SCALE, T_NONE },
	NODES(T_INITIATIVES, toolbox_nodes, NULL, T_EXAMPLE_INITIATIVES,
	    T_SHEET_LIST),
	NODES(T_PROMPTS, prompt_nodes, NULL, T_NONE, T_NONE),
	{ BIND_END },
};

static const struct bind_tool tool = { T_SWOT, T_SUMMARY_SWOT, rows };

/* "so,wt": the quadrants to show; all where nothing is said. */
static void
read_quadrants(struct options *options)
{
	const char *at = options->quadrants;
	struct arena *arena;
	enum quadrant quadrant;
	size_t n;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++)
		options->shown[quadrant] = at == NULL;
	if (at == NULL)
		return;
	arena = arena_new();
	for (;; at += n + 1) {
		n = strcspn(at, ",");
		quadrant = quadrant_find(arena_copy(arena, at, n));
		if (quadrant < QUADRANTS)
			options->shown[quadrant] = true;
		else
			err_die("--quadrant: '%.*s' is none of so, wo, st, wt",
			    (int)n, at);
		if (at[n] == '\0')
			break;
	}
	arena_free(arena);
}

static void
resolve(struct bind *bind, struct swot *swot)
{
	swot->bind = bind;
	swot->arena = bind->doc->arena;
	factor_label(swot);
	crossing_read(swot);
	toolbox_read(swot);
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 'q', "quadrant", &options.quadrants,
		    T_ARG_QUADRANTS, T_HELP_QUADRANT },
		{ OPT_FLAG, 0, "options", &options.options, T_NONE,
		    T_HELP_OPTIONS },
		OPT_CHART(&options.chart),
		{ OPT_FLAG, 0, "transpose", &options.transpose, T_NONE,
		    T_HELP_TRANSPOSE },
		OPT_ANONYMOUS(&options.anonymous),
		OPT_ROWS_END,
	};
	struct bind *bind = bind_open(argc, argv, &tool, opts);
	struct swot swot = { 0 };
	struct report *report;
	struct result result;

	read_quadrants(&options);
	bind_into(bind, &swot);
	resolve(bind, &swot);
	if (bind_is_faulty(bind))
		return bind_close(bind, STATUS_FAULT);
	result = compute(&swot, &options, bind->doc->lang);
	if (options.anonymous)
		bind_anonymous(bind);
	report = report_open(bind);
	render(report, &swot, &result, &options);
	return bind_close(bind, report_close(report, &result.findings, false));
}
