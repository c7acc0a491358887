/*
 * participation-plan: plan who takes part, in which phase and to what degree
 *
 * The ladder is Sherry Arnstein's idea (A Ladder of Citizen Participation,
 * Journal of the American Institute of Planners 35(4), 1969); a promise and a
 * feedback for each of its rungs is IAP2's (Spectrum of Public Participation).
 */
#include "plan.h"
#include "sheet/matrix.h"

/* So many findings of one kind are told one by one. */
enum { FEW = 3 };

static const struct bind_row public_rows[] = {
	ROW(public, text, .key = T_PUBLIC, .flags = BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

const struct bind_row plan_offer_rows[] = {
	ROW(offer, public, .key = T_PUBLIC, .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(offer, heading, .flags = BIND_UNDER),
	ROW(offer, phase, .key = T_PHASE),
	ROW(offer, degree, .key = T_DEGREE),
	ROW(offer, promise, .key = T_PROMISE),
	ROW(offer, feedback, .key = T_FEEDBACK, .flags = BIND_LAST_DAY),
	ROW(offer, tool, .key = T_TOOL),
	ROW(offer, reason, .key = T_REASON),
	ROW(offer, owner, .key = T_OWNER, .flags = BIND_WHO),
	{ BIND_END },
};

static const struct bind_row line_rows[] = {
	ROW(line, text, .key = T_TEXT, .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(line, reason, .key = T_REASON),
	{ BIND_END },
};

/* Whether a table has a column for a phase, or a degree in a cell. */
static bool
has_degrees(const struct node *table)
{
	NODE_EACH(const struct node, row, table)
		NODE_EACH(const struct node, cell, row)
			if (plan_is_phase(cell->key) ||
			    plan_is_degree(cell->text))
				return true;
	return false;
}

/* A table of publics by phases, where no heading says so: its corner does and
 * what it holds, or two of its columns. */
static bool
plan_claims(const struct node *section)
{
	static const enum term phases[] = { T_PHASE_DESIGN, T_PHASE_DECISION,
		T_NONE };

	return matrix_has(section, phases) ||
	    ((matrix_claims(section, T_PUBLIC, plan_offer_rows) ||
		 matrix_claims(section, T_PUBLICS, plan_offer_rows)) &&
		has_degrees(section));
}

static const struct bind_row calendar_rows[] = {
	ROW(offer, feedback, .key = T_FEEDBACK, .order = 1,
	    .flags = BIND_MAIN | BIND_LAST_DAY),
	ROW(offer, public, .key = T_PUBLIC, .flags = BIND_MAIN, .order = 1),
	ROW(offer, phase, .key = T_PHASE, .flags = BIND_MAIN),
	ROW(offer, promise, .key = T_PROMISE),
	ROW(offer, owner, .key = T_OWNER),
	{ BIND_END },
};

static const struct bind_row by_public_rows[] = {
	ROW(public, text, .key = T_PUBLIC, .flags = BIND_REQUIRED),
	ROW(public, degree, .key = T_HIGHEST_DEGREE, .flags = BIND_REQUIRED),
	ROW(public, phases, .key = T_PHASES, .flags = BIND_REQUIRED),
	ROW(public, falls, .key = T_FALLS),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_ITEMS(plan, fixed, line, .key = T_PLAN_FIXED,
	    .example = T_EXAMPLE_PLAN_FIXED),
	ROW_ITEMS(plan, open, line, .key = T_PLAN_OPEN,
	    .example = T_EXAMPLE_PLAN_OPEN),
	ROW_ITEMS(plan, given, public, .key = T_PUBLICS,
	    .example = T_EXAMPLE_PUBLICS, .sheet = T_SHEET_LIST),
	ROW_AS(BIND_LIST, plan, offers, .key = T_PLAN, .rows = plan_offer_rows,
	    .size = sizeof(struct offer), .flags = BIND_REQUIRED,
	    .instead = T_GRID, .example = T_EXAMPLE_PLAN,
	    .sheet = T_SHEET_PLAN),
	ROW(plan, grid, .key = T_GRID, .claim = plan_claims,
	    .example = T_EXAMPLE_GRID, .sheet = T_SHEET_GRID),
	ROW(plan, rule, .key = T_DECISION_RULE, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_DECISION_RULE),
	ROW_AS(BIND_NAMES, plan, phases, .key = T_PHASES, .flags = BIND_SETTING,
	    .example = T_EXAMPLE_PHASES),
	ROW_AS(BIND_NAMES, plan, degrees, .key = T_DEGREES,
	    .flags = BIND_SETTING, .example = T_EXAMPLE_DEGREES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_PARTICIPATION_PLAN,
	T_SUMMARY_PARTICIPATION, rows };

/* The highest degree of a public in a phase, or 0. */
static size_t
highest_in(const struct public *public, size_t phase)
{
	uint64_t degrees = public->degrees[phase];
	size_t highest = 0;

	for (; degrees != 0; degrees >>= 1)
		highest++;
	return highest;
}

/* The name of a degree; "nothing" for 0. */
static const char *
name_of(const struct method *method, const struct plan *plan, size_t degree)
{
	return degree == 0 ? method_word(method, T_PLAN_NO_DEGREE)
			   : plan->degree.at[degree - 1].text;
}

/* The highest degree in the last phase before this one that has any. */
static size_t
before(const struct public *public, size_t phase)
{
	size_t highest = 0;

	while (highest == 0 && phase-- > 0)
		highest = highest_in(public, phase);
	return highest;
}

/* Whether the degree falls in a phase; to nothing, in the decision alone. */
static bool
falls_at(const struct plan *plan, const struct public *public, size_t phase)
{
	size_t highest = highest_in(public, phase);

	return (highest > 0 || phase == plan->decision) &&
	    highest < before(public, phase);
}

static void
compute_public(struct method *method, const struct plan *plan,
    struct public *public)
{
	struct buf phases = BUF_INIT, falls = BUF_INIT;
	size_t i, highest;

	for (i = 0; i < plan->phase.count; i++)
		if (highest_in(public, i) > public->highest)
	public->highest = highest_in(public, i);
	for (i = 0; i < plan->phase.count; i++) {
		highest = highest_in(public, i);
		if (highest > 0 && highest == public->highest)
			buf_join(&phases, ", ", plan->phase.at[i].text);
		if (falls_at(plan, public, i))
			buf_join(&falls, ", ",
			    arena_format(method->arena, "%s%s%s → %s",
				plan->phase.at[i].text,
				method_word(method, T_COLON),
				name_of(method, plan, before(public, i)),
				name_of(method, plan, highest)));
	}
	public->degree.text = name_of(method, plan, public->highest);
	public->phases.text = buf_take(&phases, method->arena);
	public->falls.text = buf_take(&falls, method->arena);
}

static void
compute(struct method *method, struct plan *plan)
{
	struct public *public;

	BIND_EACH(const struct offer, offer, &plan->offers) {
		public = gather_find(&plan->publics, offer->public.text);
		if (public != NULL && offer->degree_at > 0)
		public->degrees[offer->phase_at] |= UINT64_C(1)
		    << (offer->degree_at - 1);
	}
	while (plan->decision < plan->phase.count &&
	    plan->phase.at[plan->decision].term != T_PHASE_DECISION)
		plan->decision++;
	BIND_EACH(struct public, one, &plan->publics.list)
		compute_public(method, plan, one);
}

/* Whether a reason is given for what a public is offered at the decision. */
static bool
has_reason(const struct plan *plan, const struct public *public)
{
	BIND_EACH(const struct offer, offer, &plan->offers)
		if (offer->public.text == public->text.text &&
		    offer->phase_at == plan->decision &&
		    *offer->reason.text != '\0')
			return true;
	return false;
}

static void
find_of_public(struct method *method, const struct plan *plan,
    const struct public *public)
{
	size_t decision = plan->decision;

	if (public->highest == 0)
		method_find_of(method, &public->text, M_PLAN_ABSENT);
	if (decision < plan->phase.count && falls_at(plan, public, decision) &&
	    !has_reason(plan, public))
		method_find_of(method, &public->text, M_PLAN_FALLS,
		    plan->phase.at[decision].plain,
		    method_plain(method,
			name_of(method, plan, before(public, decision))),
		    method_plain(method,
			name_of(method, plan, highest_in(public, decision))));
}

static void
find_of_offer(struct method *method, const struct plan *plan,
    const struct offer *offer)
{
	const char *phase = method_plain(method, offer->phase.text);
	const char *degree = method_plain(method, offer->degree.text);

	if (offer->degree_at == 0) {
		if (*offer->degree.text == '\0' && *offer->reason.text == '\0')
			method_find_of(method, &offer->public, M_PLAN_NO_REASON,
			    phase);
		return;
	}
	if (*offer->promise.text == '\0' || !offer->feedback.given)
		method_find_of(method, &offer->public,
		    offer->feedback.given              ? M_PLAN_NO_PROMISE
			: *offer->promise.text == '\0' ? M_PLAN_NEITHER
						       : M_PLAN_NO_FEEDBACK,
		    phase, degree);
	if (plan->rule_at > 0 && offer->degree_at > plan->rule_at)
		method_find_of(method, &offer->public, M_PLAN_ABOVE, phase,
		    degree, method_plain(method, plan->rule.text));
}

/* A public that is to do more than listen, where nothing is up to it. */
static void
find_margins(struct method *method, const struct plan *plan)
{
	bool asked = false;

	BIND_EACH(const struct offer, offer, &plan->offers)
		asked = asked || offer->degree_at > 1;
	if (plan->fixed.count > 0 && plan->open.count == 0 && asked)
		method_find(method, plan->fixed.pos, M_PLAN_NO_MARGIN);
	else if (plan->open.count > 0 && plan->fixed.count == 0)
		method_find(method, plan->open.pos, M_PLAN_NO_INVARIANT);
}

static void
find(struct method *method, const struct plan *plan)
{
	find_margins(method, plan);
	BIND_EACH(const struct public, public, &plan->publics.list)
		find_of_public(method, plan, public);
	BIND_EACH(const struct offer, offer, &plan->offers)
		find_of_offer(method, plan, offer);
	method_gather(method, FEW, M_PLAN_NEITHER, M_PLAN_NEITHERS);
}

static int
order_by_degree(const void *a, const void *b)
{
	const struct offer *one = a, *two = b;

	return method_falling((int64_t)one->degree_at, (int64_t)two->degree_at);
}

/* The degrees in a place, the highest first, as they are read again. */
static const char *
cell_text(struct method *method, const struct plan *plan,
    const struct public *public, size_t phase)
{
	struct gather degrees = gather_new(method->bind, sizeof(struct offer));
	struct bind_list sorted;
	struct buf out = BUF_INIT;

	BIND_EACH(const struct offer, offer, &plan->offers)
		if (offer->public.text == public->text.text &&
		    offer->phase_at == phase && *offer->degree.text != '\0')
			*(struct offer *)gather_enter(&degrees,
			    offer->degree.text, NULL) = *offer;
	sorted = degrees.list;
	method_sort(method, &sorted, sizeof(struct offer), order_by_degree);
	BIND_EACH(const struct offer, offer, &sorted)
		buf_join(&out, " ; ", offer->degree.text);
	return buf_take(&out, method->arena);
}

static void
render_grid(struct method *method, const struct plan *plan)
{
	static const enum term heads[] = { T_PUBLIC };
	struct grid grid = method_grid(method, heads, 1, &plan->phase,
	    plan->publics.list.count);
	const char **cell = grid.cells;

	if (plan->publics.list.count == 0)
		return;
	BIND_EACH(const struct public, public, &plan->publics.list) {
		*cell++ = public->text.text;
		for (size_t i = 0; i < plan->phase.count; i++)
			*cell++ = cell_text(method, plan, public, i);
	}
	report_section(method->report, T_GRID);
	grid_write(&grid, 1);
}

static void
render_calendar(struct method *method, const struct plan *plan)
{
	struct bind_list dated = { .count = 0 };

	BIND_EACH(const struct offer, offer, &plan->offers)
		if (offer->feedback.given)
			bind_add(method->bind, &dated, *offer);
	method_table(method, T_FEEDBACK_CALENDAR, calendar_rows,
	    sizeof(struct offer), &dated);
}

static void
render(struct method *method, const struct plan *plan)
{
	method_section(method, T_PLAN_FIXED);
	method_section(method, T_PLAN_OPEN);
	method_section(method, T_PUBLICS);
	report_section(method->report, T_PLAN);
	method_list(method, plan_offer_rows, sizeof(struct offer),
	    &plan->offers);
	render_grid(method, plan);
	method_table(method, T_BY_PUBLIC, by_public_rows, sizeof(struct public),
	    &plan->publics.list);
	render_calendar(method, plan);
	method_rules(method);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = plan_arrange };
	struct plan plan = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &plan);
	plan_read(&method, &plan);
	compute(&method, &plan);
	if (method_ready(&method)) {
		find(&method, &plan);
		render(&method, &plan);
	}
	return method_close(&method, false);
}
