/*
 * participation-plan: plan who takes part, in which phase and to what degree
 *
 * The ladder is Sherry Arnstein's idea (A Ladder of Citizen Participation,
 * Journal of the American Institute of Planners 35(4), 1969); a promise and a
 * feedback for each of its rungs is IAP2's (Spectrum of Public Participation).
 */
#include "base/arena.h"
#include "base/buf.h"
#include "plan.h"
#include "report/grid.h"

static const struct bind_row public_rows[] = {
	BIND_AT(BIND_TEXT, T_PUBLIC, public, text, BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

static const struct bind_row offer_rows[] = {
	BIND_AT(BIND_TEXT, T_PUBLIC, offer, public, BIND_MAIN | BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_PHASE, offer, phase, BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_DEGREE, offer, degree, 0),
	BIND_AT(BIND_TEXT, T_PROMISE, offer, promise, 0),
	BIND_AT(BIND_DATE, T_FEEDBACK, offer, feedback, BIND_LAST_DAY),
	BIND_AT(BIND_TEXT, T_TOOL, offer, tool, 0),
	BIND_AT(BIND_TEXT, T_REASON, offer, reason, 0),
	BIND_AT(BIND_TEXT, T_OWNER, offer, owner, BIND_WHO),
	{ BIND_END },
};

static const struct bind_row calendar_rows[] = {
	BIND_AT(BIND_DATE, T_FEEDBACK, offer, feedback,
	    BIND_MAIN | BIND_LAST_DAY),
	BIND_AT(BIND_TEXT, T_PUBLIC, offer, public, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_PHASE, offer, phase, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_PROMISE, offer, promise, 0),
	BIND_AT(BIND_TEXT, T_OWNER, offer, owner, 0),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	BIND_ITEMS(T_PUBLICS, plan, publics, public, 0,
	    .example = T_EXAMPLE_PUBLICS, .sheet = T_SHEET_LIST),
	BIND_ITEMS(T_PLAN, plan, offers, offer, 0, .example = T_EXAMPLE_PLAN,
	    .sheet = T_SHEET_PLAN),
	BIND_AT(BIND_NODES, T_GRID, plan, grid, 0, .example = T_EXAMPLE_GRID,
	    .sheet = T_SHEET_GRID),
	BIND_AT(BIND_TEXT, T_DECISION_RULE, plan, rule, BIND_SETTING,
	    .example = T_EXAMPLE_DECISION_RULE),
	BIND_AT(BIND_NAMES, T_PHASES, plan, phases, BIND_SETTING,
	    .example = T_EXAMPLE_PHASES),
	BIND_AT(BIND_NAMES, T_DEGREES, plan, degrees, BIND_SETTING,
	    .example = T_EXAMPLE_DEGREES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_PARTICIPATION_PLAN,
	T_SUMMARY_PARTICIPATION, rows };

/* The degrees in a place, the highest first, as they are read again. */
static const char *
cell_text(struct method *method, const struct plan *plan, size_t public,
    size_t phase)
{
	uint64_t degrees = plan_degrees(plan, public, phase);
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = plan->degree.count; i > 0; i--)
		if ((degrees >> (i - 1) & 1) != 0)
			buf_format(&out, "%s%s", out.length > 0 ? " ; " : "",
			    plan->degree.at[i - 1].text);
	text = arena_copy(method->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

static void
render_grid(struct method *method, const struct plan *plan)
{
	const struct public *public = plan->publics.at;
	size_t i, j;

	if (plan->publics.count == 0)
		return;
	report_section(method->report, T_GRID);
	report_table(method->report, plan->phase.count + 1);
	report_cell(method->report, method_word(method, T_PUBLIC));
	for (j = 0; j < plan->phase.count; j++)
		report_cell(method->report, plan->phase.at[j].text);
	for (i = 0; i < plan->publics.count; i++) {
		report_cell(method->report, public[i].text.text);
		for (j = 0; j < plan->phase.count; j++)
			report_cell(method->report,
			    cell_text(method, plan, i, j));
	}
}

static void
render_publics(struct method *method, const struct plan *plan)
{
	static const enum term heads[] = { T_PUBLIC, T_HIGHEST_DEGREE, T_PHASES,
		T_FALLS };
	const struct public *public = plan->publics.at;
	struct grid grid = grid_new(method->report, method->arena, method->lang,
	    heads, 4, plan->publics.count);
	const char **cell = grid.cells;
	size_t i;

	if (plan->publics.count == 0)
		return;
	report_section(method->report, T_BY_PUBLIC);
	for (i = 0; i < plan->publics.count; i++, cell += 4) {
		cell[0] = public[i].text.text;
		cell[1] = plan_degree(method, plan, public[i].highest);
		cell[2] = public[i].phases;
		cell[3] = public[i].falls;
	}
	grid_write(&grid, 1U | 1U << 1 | 1U << 2);
}

static int
order_by_date(const void *a, const void *b)
{
	const struct offer *one = a, *two = b;

	return method_falling(date_day(two->feedback.date),
	    date_day(one->feedback.date));
}

static void
render_calendar(struct method *method, const struct plan *plan)
{
	const struct offer *offer = plan->offers.at;
	struct bind_list dated = { .count = 0 };
	size_t i;

	for (i = 0; i < plan->offers.count; i++)
		if (offer[i].feedback.given)
			*(struct offer *)bind_append(method->bind, &dated,
			    sizeof(*offer)) = offer[i];
	if (dated.count == 0)
		return;
	dated = method_sorted(method, sizeof(*offer), order_by_date,
	    (const struct bind_list *[]){ &dated, NULL });
	report_section(method->report, T_FEEDBACK_CALENDAR);
	method_list(method, calendar_rows, sizeof(*offer), &dated);
}

static void
render(struct method *method, const struct plan *plan)
{
	method_section(method, T_PUBLICS);
	report_section(method->report, T_PLAN);
	method_list(method, offer_rows, sizeof(struct offer), &plan->offers);
	render_grid(method, plan);
	render_publics(method, plan);
	render_calendar(method, plan);
	method_rules(method);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct plan plan = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &plan);
	plan_read(&method, &plan);
	plan_compute(&method, &plan);
	if (method_ready(&method)) {
		plan_find(&method, &plan);
		render(&method, &plan);
	}
	return method_close(&method, false);
}
