/*
 * road-map: lay out what is to be done over months, and what a delay moves
 */
#include <string.h>

#include "report/chart.h"
#include "road.h"

enum { FEW = 3 }; /* findings of a kind that stand one by one */

const struct bind_row road_task_rows[] = {
	ROW(task, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(task, id, .key = T_NUMBER),
	ROW(task, text, .key = T_ROAD_TASK,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_NAMING),
	ROW(task, stream, .key = T_ROAD_STREAM,
	    .flags = BIND_UNDER | BIND_WHOLE),
	ROW(task, who, .key = T_ROAD_WHO, .flags = BIND_WHO,
	    .lacks = M_ROAD_NOBODY),
	ROW(task, start, .key = T_START, .flags = BIND_FIRST_DAY),
	ROW(task, end, .key = T_END, .flags = BIND_LAST_DAY),
	ROW(task, end, .key = T_DUE, .flags = BIND_LAST_DAY),
	ROW(task, period, .key = T_ROAD_PERIOD),
	ROW(task, length, .key = T_DURATION),
	ROW_AS(BIND_NAMES, task, after, .key = T_ROAD_DEPENDS),
	ROW(task, load, .key = T_ROAD_LOAD),
	ROW(task, state, .key = T_ROAD_STATE),
	ROW(task, progress, .key = T_ROAD_PROGRESS, .lowest = 0,
	    .highest = 100),
	ROW(task, where, .key = T_ROAD_WHERE),
	{ BIND_END },
};

static const struct bind_row milestone_rows[] = {
	ROW(milestone, text, .key = T_ROAD_MILESTONE,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(milestone, date, .key = T_DATE,
	    .flags = BIND_LAST_DAY | BIND_WANTED),
	ROW(milestone, date, .key = T_DUE, .flags = BIND_LAST_DAY),
	ROW(milestone, date, .key = T_TARGET, .flags = BIND_LAST_DAY),
	ROW(milestone, state, .key = T_ROAD_STATE),
	ROW(milestone, criterion, .key = T_CRITERION,
	    .lacks = M_ROAD_NO_CRITERION),
	ROW_AS(BIND_NAMES, milestone, after, .key = T_ROAD_DEPENDS),
	{ BIND_END },
};

static const struct bind_row capacity_rows[] = {
	ROW(capacity, who, .key = T_ROAD_WHO,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(capacity, days, .key = T_ROAD_CAPACITY, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW_AS(BIND_LIST, road, tasks, .key = T_ROAD_TASKS,
	    .flags = BIND_MAIN | BIND_REQUIRED | BIND_WANTED,
	    .instead = T_ROAD_MILESTONES, .rows = road_task_rows,
	    .size = sizeof(struct task), .is_item = typed_is_task,
	    .example = T_EXAMPLE_ROAD_TASKS, .sheet = T_SHEET_ROAD_TASKS),
	ROW_ITEMS(road, milestones, milestone, .key = T_ROAD_MILESTONES,
	    .example = T_EXAMPLE_MILESTONES, .sheet = T_SHEET_MILESTONES),
	ROW_ITEMS(road, capacities, capacity, .key = T_ROAD_CAPACITIES,
	    .example = T_EXAMPLE_CAPACITIES, .sheet = T_SHEET_CAPACITIES),
	{ BIND_END },
};

static const struct bind_tool tool = { T_ROAD_MAP, T_SUMMARY_ROAD, rows };

/* What was made of them; their headings stand where they were given. */
static const struct bind_row plan_rows[] = {
	ROW(task, stream, .key = T_ROAD_STREAM),
	ROW(task, id, .key = T_ID),
	ROW(task, text, .key = T_ROAD_TASK, .flags = BIND_REQUIRED),
	ROW(task, who, .key = T_ROAD_WHO),
	ROW(task, from, .key = T_START),
	ROW(task, until, .key = T_END),
	ROW(task, late, .key = T_ROAD_LATEST),
	ROW(task, margin, .key = T_ROAD_FLOAT),
	ROW(task, progress, .key = T_ROAD_PROGRESS),
	ROW(task, expected, .key = T_ROAD_EXPECTED, .flags = BIND_FIGURE),
	ROW(task, state, .key = T_ROAD_STATE),
	{ BIND_END },
};

static const struct bind_row path_rows[] = {
	ROW(task, from, .key = T_START, .order = 1),
	ROW(task, until, .key = T_END),
	ROW(task, id, .key = T_ID),
	ROW(task, text, .key = T_ROAD_TASK, .flags = BIND_REQUIRED),
	ROW(task, who, .key = T_ROAD_WHO),
	{ BIND_END },
};

/* The tasks to which no float is left; what they carry stands with them. */
static void
render_path(struct method *method, const struct road *road)
{
	struct bind_list path = { .count = 0 };
	struct task *task;

	BIND_EACH(const struct task, each, &road->tasks)
		if (each->from.given && each->latest == each->finish) {
			task = bind_add(method->bind, &path, *each);
			task->text.more = NULL;
		}
	method_table(method, T_ROAD_PATH, path_rows, sizeof(*task), &path);
}

static void
render_chart(struct method *method, const struct road *road)
{
	struct buf out = BUF_INIT;
	const char *stream = "";
	size_t i = 0;

	buf_string(&out,
	    "gantt\n    dateFormat YYYY-MM-DD\n"
	    "    axisFormat %m/%Y\n");
	BIND_EACH(const struct task, task, &road->tasks) {
		if (strcmp(task->stream.text, stream) != 0) {
			stream = task->stream.text;
			chart_section(&out,
			    *stream != '\0'
				? method_plain(method, stream)
				: method_word(method, T_ROAD_NO_STREAM));
		}
		chart_bar(&out, arena_format(method->arena, "%zu.", ++i),
		    method_plain(method, task->text.text),
		    arena_format(method->arena, "%s%s%s",
			task->done ? "done, " : "",
			task->latest == task->finish ? "crit, " : "",
			chart_days(method->arena, task->early,
			    task->finish - task->early + 1)));
	}
	i = 0;
	BIND_EACH(const struct milestone, milestone, &road->milestones) {
		i++;
		if (milestone->date.given)
			chart_bar(&out, arena_format(method->arena, "0.%zu", i),
			    method_plain(method, milestone->text.text),
			    arena_format(method->arena, "milestone, %s",
				chart_days(method->arena,
				    date_day(milestone->date.date), 0)));
	}
	chart_write(method->report, &out, road->placed);
}

/* What can be done now: what is not done, and waits for nothing. */
static void
render_actions(struct method *method, const struct road *road)
{
	struct bind_list actions = { .count = 0 };
	bool waits;

	BIND_EACH(const struct task, task, &road->tasks) {
		waits = false;
		BIND_EACH(const struct task *const, before, &task->before)
			waits = waits || !(*before)->done;
		if (!task->done && !waits && *task->text.text != '\0')
			bind_add(method->bind, &actions, task->action);
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
	struct method method = { .arrange = calendar_arrange };
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
		method_gather(&method, 1, M_ROAD_NO_YEAR, M_ROAD_NO_YEARS);
		method_gather(&method, FEW, M_ROAD_NOBODY, M_ROAD_NOBODY_MANY);
		method_gather(&method, FEW, M_ROAD_NO_CRITERION,
		    M_ROAD_NO_CRITERIA);
		method_gather(&method, FEW, M_ROAD_UNPLACED,
		    M_ROAD_UNPLACED_MANY);
		render(&method, &road);
	}
	return method_close(&method, false);
}
