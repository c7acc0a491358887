/*
 * programme-plan: lay out a programme day by day, or a catalogue of courses
 */
#include "plan.h"

enum { FEW_ALIKE = 3 }; /* findings of one kind that are told one by one */

static const struct bind_row rows[] = {
	ROW(plan, nodes, .key = T_SESSIONS, .flags = BIND_MAIN | BIND_LINES,
	    .rows = session_rows, .claim = session_claims,
	    .leads = session_leads, .example = T_EXAMPLE_SESSIONS,
	    .sheet = T_SHEET_SESSIONS),
	/* what is read from the nodes: for names and findings */
	{ BIND_LIST, T_SESSIONS, offsetof(struct plan, sessions), 0,
	    session_rows, sizeof(struct session) },
	ROW_ITEMS(plan, courses, course, .key = T_COURSES,
	    .claim = course_claims, .example = T_EXAMPLE_COURSES,
	    .sheet = T_SHEET_COURSES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_PROGRAMME, T_SUMMARY_PROGRAMME, rows };

static void
require_either(struct method *method, const struct plan *plan)
{
	const struct doc *doc = method->bind->doc;

	if (doc->part_count > 0 && plan->nodes.count == 0 &&
	    !plan->courses.given)
		bind_fault(method->bind,
		    ((struct pos){ doc->parts[0].root->pos.file, 0, 0 }),
		    M_PROGRAMME_NOTHING, method_word(method, T_SESSIONS),
		    method_word(method, T_COURSES));
}

int
main(int argc, char **argv)
{
	static const char *const words[] = { "month", "place", NULL };
	static const enum term groups[] = { T_BY_MONTH, T_BY_PLACE };
	struct method method = { .arrange = half_arrange };
	struct plan plan = { 0 };
	const char *by = NULL;
	const struct opt opts[] = { { OPT_TEXT, 0, "by", &by, T_ARG_BY,
					T_HELP_BY },
		OPT_ANONYMOUS(&method.anonymous), OPT_CHART(&method.chart),
		OPT_TODAY(&method.today), OPT_ROWS_END };
	enum term group;

	method_open(&method, argc, argv, &tool, opts, &plan);
	group = groups[opt_choice("by", by, words)];
	require_either(&method, &plan);
	session_read_all(&method, &plan);
	time_sessions(&method, &plan);
	course_read_all(&method, &plan);
	if (method_ready(&method)) {
		BIND_EACH(const struct day, day, &plan.days)
			day_find(&method, day);
		method_gather(&method, FEW_ALIKE, M_PROGRAMME_NO_START,
		    M_PROGRAMME_NO_START_MANY);
		method_gather(&method, FEW_ALIKE, M_PROGRAMME_NO_DURATION,
		    M_PROGRAMME_NO_DURATION_MANY);
		course_find_all(&method, &plan);
		method_gather(&method, FEW_ALIKE, M_PROGRAMME_NO_DATE,
		    M_PROGRAMME_NO_DATE_MANY);
		day_render_all(&method, &plan);
		course_render_all(&method, &plan, group);
		day_render_totals(&method, &plan);
		if (method.chart) {
			day_chart_all(&method, &plan);
			course_chart_all(&method, &plan);
		}
	}
	return method_close(&method, false);
}
