/*
 * road-map: lay out what is to be done over months, and what a delay moves
 */
#include <string.h>

#include "base/buf.h"
#include "report/chart.h"
#include "road.h"

const struct bind_row road_task_rows[] = {
	ROW(BIND_TEXT, task, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, task, text, .key = T_ROAD_TASK,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_NAMING),
	ROW(BIND_TEXT, task, stream, .key = T_ROAD_STREAM, .flags = BIND_UNDER),
	ROW(BIND_TEXT, task, who, .key = T_ROAD_WHO, .flags = BIND_WHO,
	    .lacks = M_ROAD_NOBODY),
	ROW(BIND_DATE, task, start, .key = T_START, .flags = BIND_FIRST_DAY),
	ROW(BIND_DATE, task, end, .key = T_END, .flags = BIND_LAST_DAY),
	ROW(BIND_DATE, task, end, .key = T_DUE, .flags = BIND_LAST_DAY),
	ROW(BIND_TEXT, task, period, .key = T_ROAD_PERIOD),
	ROW(BIND_TEXT, task, length, .key = T_DURATION),
	ROW(BIND_NAMES, task, after, .key = T_ROAD_DEPENDS),
	ROW(BIND_NUMBER, task, load, .key = T_ROAD_LOAD),
	ROW(BIND_TEXT, task, state, .key = T_ROAD_STATE),
	ROW(BIND_NUMBER, task, progress, .key = T_ROAD_PROGRESS, .lowest = 0,
	    .highest = 100),
	ROW(BIND_TEXT, task, where, .key = T_ROAD_WHERE),
	{ BIND_END },
};

static const struct bind_row milestone_rows[] = {
	ROW(BIND_TEXT, milestone, text, .key = T_ROAD_MILESTONE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(BIND_DATE, milestone, date, .key = T_DATE,
	    .flags = BIND_LAST_DAY | BIND_WANTED),
	ROW(BIND_DATE, milestone, date, .key = T_DUE, .flags = BIND_LAST_DAY),
	ROW(BIND_TEXT, milestone, criterion, .key = T_CRITERION,
	    .lacks = M_ROAD_NO_CRITERION),
	ROW(BIND_NAMES, milestone, after, .key = T_ROAD_DEPENDS),
	{ BIND_END },
};

static const struct bind_row capacity_rows[] = {
	ROW(BIND_TEXT, capacity, who, .key = T_ROAD_WHO,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(BIND_TEXT, capacity, days, .key = T_ROAD_CAPACITY,
	    .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW(BIND_LIST, road, tasks, .key = T_ROAD_TASKS,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WANTED,
	    .rows = road_task_rows, .size = sizeof(struct task),
	    .is_item = typed_is_task, .example = T_EXAMPLE_ROAD_TASKS,
	    .sheet = T_SHEET_ROAD_TASKS),
	ROW_ITEMS(road, milestones, milestone, .key = T_ROAD_MILESTONES,
	    .example = T_EXAMPLE_MILESTONES, .sheet = T_SHEET_MILESTONES),
	ROW_ITEMS(road, capacities, capacity, .key = T_ROAD_CAPACITIES,
	    .example = T_EXAMPLE_CAPACITIES, .sheet = T_SHEET_CAPACITIES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_ROAD_MAP, T_SUMMARY_ROAD, rows };

/* What was made of them; their headings stand where they were given. */
static const struct bind_row plan_rows[] = {
	ROW(BIND_TEXT, task, stream, .key = T_ROAD_STREAM),
	ROW(BIND_TEXT, task, id, .key = T_ID),
	ROW(BIND_TEXT, task, text, .key = T_ROAD_TASK, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, task, who, .key = T_ROAD_WHO),
	ROW(BIND_DATE, task, from, .key = T_START),
	ROW(BIND_DATE, task, until, .key = T_END),
	ROW(BIND_DATE, task, late, .key = T_ROAD_LATEST),
	ROW(BIND_NUMBER, task, margin, .key = T_ROAD_FLOAT),
	ROW(BIND_NUMBER, task, progress, .key = T_ROAD_PROGRESS),
	ROW(BIND_TEXT, task, expected, .key = T_ROAD_EXPECTED,
	    .flags = BIND_FIGURE),
	ROW(BIND_TEXT, task, state, .key = T_ROAD_STATE),
	{ BIND_END },
};

static const struct bind_row path_rows[] = {
	ROW(BIND_DATE, task, from, .key = T_START),
	ROW(BIND_DATE, task, until, .key = T_END),
	ROW(BIND_TEXT, task, id, .key = T_ID),
	ROW(BIND_TEXT, task, text, .key = T_ROAD_TASK, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, task, who, .key = T_ROAD_WHO),
	{ BIND_END },
};

static int
order_by_start(const void *a, const void *b)
{
	const struct task *one = a, *two = b;

	return one->early < two->early ? -1 : one->early > two->early;
}

/* The tasks to which no float is left. */
static void
render_path(struct method *method, const struct road *road)
{
	const struct task *task = road->tasks.at;
	struct bind_list path = { .count = 0 };
	size_t i;

	for (i = 0; i < road->tasks.count && road->placed; i++)
		if (task[i].latest == task[i].finish)
			*(struct task *)bind_append(method->bind, &path,
			    sizeof(*task)) = task[i];
	path = method_sorted(method, sizeof(*task), order_by_start, &path);
	method_table(method, T_ROAD_PATH, path_rows, sizeof(*task), &path);
}

/* A bar's name begins with a digit, so that no word of Mermaid's is read in
 * it. */
static void
render_chart(struct method *method, const struct road *road)
{
	const struct task *task = road->tasks.at;
	const struct milestone *milestone = road->milestones.at;
	struct buf out = BUF_INIT;
	const char *stream = "";
	size_t i;

	buf_string(&out,
	    "gantt\n    dateFormat YYYY-MM-DD\n"
	    "    axisFormat %m/%Y\n");
	for (i = 0; i < road->tasks.count; i++) {
		if (strcmp(task[i].stream.text, stream) != 0) {
			stream = task[i].stream.text;
			buf_string(&out, "    section ");
			chart_name(&out,
			    method_plain(method,
				*stream != '\0'
				    ? stream
				    : method_word(method, T_ROAD_NO_STREAM)));
			buf_char(&out, '\n');
		}
		buf_format(&out, "    %zu. ", i + 1);
		chart_name(&out, method_plain(method, task[i].text.text));
		buf_format(&out, " : %s%s%04d-%02d-%02d, %ldd\n",
		    task[i].done ? "done, " : "",
		    task[i].latest == task[i].finish ? "crit, " : "",
		    task[i].from.date.year, task[i].from.date.month,
		    task[i].from.date.day, task[i].finish - task[i].early + 1);
	}
	for (i = 0; i < road->milestones.count; i++) {
		if (!milestone[i].date.given)
			continue;
		buf_format(&out, "    0.%zu ", i + 1);
		chart_name(&out, method_plain(method, milestone[i].text.text));
		buf_format(&out, " : milestone, %04d-%02d-%02d, 0d\n",
		    milestone[i].date.date.year, milestone[i].date.date.month,
		    milestone[i].date.date.day);
	}
	if (road->placed) {
		report_section(method->report, T_CHART);
		report_code(method->report, "mermaid", out.at);
	}
	buf_free(&out);
}

/* What can be done now: what is not done, and waits for nothing. */
static void
render_actions(struct method *method, const struct road *road)
{
	const struct task *task = road->tasks.at;
	struct bind_list actions = { .count = 0 };
	struct action *action;
	size_t i, j;

	for (i = 0; i < road->tasks.count; i++) {
		for (j = 0; j < task[i].before.count; j++)
			if (!((struct task *const *)task[i].before.at)[j]->done)
				break;
		if (task[i].done || j < task[i].before.count)
			continue;
		action = bind_append(method->bind, &actions, sizeof(*action));
		*action = (struct action){ .what = task[i].text,
			.who = task[i].who,
			.when.text = task[i].end.given
			    ? bind_date_printed(method->arena, method->lang,
				  &task[i].end)
			    : task[i].until.given
			    ? method_date(method, task[i].until.date)
			    : "",
			.state = task[i].state };
		action->what.text = typed_unboxed(action->what.text);
	}
	method_actions(method, &actions);
}

static void
render(struct method *method, const struct road *road)
{
	if (road->placed)
		method_table(method, T_ROAD_PLAN, plan_rows,
		    sizeof(struct task), &road->tasks);
	render_path(method, road);
	load_render(method, road);
	slip_render(method, road);
	if (method->chart)
		render_chart(method, road);
	method_section(method, T_ROAD_TASKS);
	method_section(method, T_ROAD_MILESTONES);
	method_section(method, T_ROAD_CAPACITIES);
	render_actions(method, road);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct road road = { .placed = false };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_CHART(&method.chart),
		{ OPT_TEXT, 0, "slip", &road.slip, T_ARG_SLIP, T_HELP_SLIP },
		OPT_TASKS(&method.tasks), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &road);
	typed_read(&method, &road);
	schedule_read(&method, &road);
	if (method_ready(&method)) {
		schedule_find(&method, &road);
		load_find(&method, &road);
		render(&method, &road);
	}
	return method_close(&method, false);
}
