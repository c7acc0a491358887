/*
 * schedule: from what depends on what to the days of each task.
 *
 * Forward, each task begins when it is to, and not before all that it depends
 * on has ended; backward, it ends when the first that depends on it has to
 * begin.  What lies between is its float; where there is none the path is
 * critical (Kelley and Walker, Critical-Path Planning and Scheduling,
 * Proceedings of the Eastern Joint Computer Conference, 1959).
 */
#include "road.h"

enum { BEHIND = 20 }; /* per cent, from which a task is behind */

/* The tasks from one on that wait for each other, in a circle, as a text. */
static const char *
circle_of(struct method *method, const struct task *from,
    const struct task *until)
{
	struct buf out = BUF_INIT;

	buf_string(&out, until->plain);
	for (; from != until; from = from->behind)
		buf_format(&out, " → %s", from->plain);
	buf_format(&out, " → %s", until->plain);
	return buf_take(&out, method->arena);
}

/* Puts a task, which was not met yet, behind those that it depends on. */
static void
order_task(struct method *method, struct road *road, struct task *task)
{
	struct task *before;

	for (task->met = 1; task != NULL;) {
		if (task->met > task->before.count) {
			task->met = SIZE_MAX;
			road->order[road->ordered++] = task;
			task = task->behind;
			continue;
		}
		before = ((struct task **)task->before.at)[task->met++ - 1];
		if (before->met == 0) {
			before->met = 1;
			before->behind = task;
			task = before;
		} else if (before->met != SIZE_MAX) {
			bind_fault(method->bind, before->text.pos,
			    M_ROAD_CIRCLE, circle_of(method, task, before));
		}
	}
}

/* The last day of a task that begins on one. */
static long
finish_of(struct method *method, struct task *task, long early)
{
	struct date_span span;
	long start;

	if (date_span_read(method_plain(method, task->length.text), &span))
		return date_day(date_after(date_of_day(early), span, 1)) - 1;
	if (!task->end.given) {
		task->unsized = true;
		return early;
	}
	start = task->start.given ? date_day(task->start.date) : early;
	if (date_day(task->end.date) < start)
		return early;
	return early + date_day(task->end.date) - start;
}

/* The first day of all: of the tasks, where one tells its start, and then also
 * the end of one that tells no more; or today. */
static void
find_first(struct method *method, struct road *road)
{
	const struct bind_date *day;
	bool any = false;

	BIND_EACH(const struct task, task, &road->tasks)
		any = any || task->start.given;
	BIND_EACH(const struct task, task, &road->tasks) {
		day = task->start.given ? &task->start : &task->end;
		if (!any || !day->given ||
		    (road->placed && road->first <= date_day(day->date)))
			continue;
		road->first = date_day(day->date);
		road->placed = true;
	}
	if (!road->placed && method->today.given) {
		road->first = date_day(method->today.date);
		road->placed = true;
	}
}

/* Places all tasks at the earliest; one of them may slip (NULL: none), and the
 * last day of all is returned. */
static long
place(struct method *method, struct road *road, const struct task *slipping)
{
	long last = road->first;
	struct task *task;

	for (size_t i = 0; i < road->tasks.count; i++) {
		task = road->order[i];
		task->early = road->first;
		if (task->start.given &&
		    date_day(task->start.date) > task->early)
			task->early = date_day(task->start.date);
		else if (bind_is_typed((void *)&task->start) &&
		    !task->start.given && task->end.given)
			task->early = date_day(task->end.date); /* unread */
		BIND_EACH(const struct task *const, before, &task->before)
			if ((*before)->finish >= task->early)
				task->early = (*before)->finish + 1;
		if (slipping != NULL && task == slipping)
			task->early =
			    date_day(date_after(date_of_day(task->early),
				road->span, 1));
		task->finish = finish_of(method, task, task->early);
		if (task->finish > last)
			last = task->finish;
	}
	return last;
}

static void
place_latest(struct road *road)
{
	struct task *task;
	long latest;

	BIND_EACH(struct task, each, &road->tasks)
		each->latest = road->last;
	for (size_t i = road->tasks.count; i-- > 0;) {
		task = road->order[i];
		latest = task->latest - (task->finish - task->early) - 1;
		BIND_EACH(struct task *const, before, &task->before)
			if ((*before)->latest > latest)
				(*before)->latest = latest;
	}
}

struct bind_date
schedule_date(long day)
{
	return (struct bind_date){ .date = date_of_day(day),
		.given = true,
		.typed = "" };
}

static long
length_of(const struct task *task)
{
	return task->finish - task->early + 1;
}

/* How many of its days are over on the day given. */
static long
gone_of(const struct method *method, const struct task *task)
{
	long days = date_day(method->today.date) - task->early;

	return days <= 0 ? 0 : days > length_of(task) ? length_of(task) : days;
}

/* Whether nothing says when a task is: it is somewhere behind the rest. */
static bool
is_unplaced(const struct task *task)
{
	return task->unsized && !task->start.given && task->after.count == 0 &&
	    !task->needed;
}

/* A task as it is printed, and as an action. */
static void
settle(struct method *method, const struct road *road, struct task *task)
{
	struct action *action = &task->action;

	if (road->placed && !is_unplaced(task)) {
		task->from = schedule_date(task->early);
		task->until = schedule_date(task->finish);
		task->late = schedule_date(task->latest);
		task->margin = method_count(task->latest - task->finish);
	}
	*action = (struct action){ .what = method_bare(&task->text),
		.who = task->who,
		.when.text = bind_date_printed(method->arena, method->lang,
		    task->end.given ? &task->end : &task->until),
		.state = task->state };
	action_read(method->arena, action, method->lang);
	action_judge(action, &method->today);
	task->done = action->done || task->progress.thousandths == 100000;
	task->expected.text = "";
	if (road->placed && method->today.given && !task->done)
		task->expected.text = method_share(method,
		    gone_of(method, task), length_of(task));
}

/* Places the tasks as planned, and first as they are once one has slipped. */
static void
place_all(struct method *method, struct road *road)
{
	find_first(method, road);
	if (!road->placed)
		return;
	if (road->slipping != NULL)
		road->end = place(method, road, road->slipping);
	BIND_EACH(struct task, task, &road->tasks) {
		task->slipped = task->finish;
		BIND_EACH(struct task *const, before, &task->before)
			(*before)->needed = true;
	}
	BIND_EACH(const struct milestone, milestone, &road->milestones)
		BIND_EACH(struct task *const, before, &milestone->before)
			(*before)->needed = true;
	road->last = place(method, road, NULL);
	place_latest(road);
}

void
schedule_read(struct method *method, struct road *road)
{
	struct refer tasks;

	method_unite(method, road_task_rows, sizeof(struct task), &road->tasks);
	tasks = refer_open((struct refer){ method->bind, T_ROAD_TASKS,
	    road_task_rows, &road->tasks, sizeof(struct task) });
	BIND_EACH(struct task, task, &road->tasks) {
		task->plain = method_plain(method,
		    *task->id.text != '\0' ? task->id.text : task->text.text);
		task->before = refer_each(&tasks, &task->after);
	}
	BIND_EACH(struct milestone, milestone, &road->milestones)
		milestone->before = refer_each(&tasks, &milestone->after);
	if (road->slip != NULL)
		slip_read(method, road, &tasks);
	if (method->bind->doc->faults.count > 0)
		return;
	road->order = arena_array(method->arena, road->tasks.count + 1,
	    sizeof(*road->order));
	BIND_EACH(struct task, task, &road->tasks)
		if (task->met == 0)
			order_task(method, road, task);
	if (method->bind->doc->faults.count > 0)
		return;
	place_all(method, road);
	BIND_EACH(struct task, task, &road->tasks)
		settle(method, road, task);
}

static void
find_of_task(struct method *method, const struct task *task)
{
	const char *length = method_plain(method, task->length.text);
	struct date due = task->end.given ? task->end.date : task->until.date;
	struct pos pos = task->text.pos;
	struct date_span span;

	if (task->start.given && task->end.given &&
	    date_day(task->end.date) < date_day(task->start.date))
		method_find(method, task->end.pos, M_ROAD_BACKWARD,
		    task->plain);
	if (*length != '\0' && !date_span_read(length, &span))
		method_find(method, task->length.pos, M_ROAD_NO_SPAN, length);
	if (task->unsized)
		method_find(method, pos,
		    is_unplaced(task) ? M_ROAD_UNPLACED : M_ROAD_UNSIZED,
		    task->plain);
	BIND_EACH(const struct task *const, before, &task->before)
		if (task->start.given &&
		    (*before)->finish >= date_day(task->start.date))
			method_find(method, task->start.pos, M_ROAD_EARLY,
			    task->plain, method_date(method, task->start.date),
			    (*before)->plain,
			    method_date(method, (*before)->until.date));
	if (!method->today.given || task->done || is_unplaced(task))
		return;
	if (date_day(method->today.date) > date_day(due))
		method_find(method, pos, M_ROAD_LATE, task->plain,
		    method_date(method, due));
	else if (task->progress.given &&
	    100000 * (int64_t)gone_of(method, task) >=
		(task->progress.thousandths + 1000 * BEHIND) * length_of(task))
		method_find(method, pos, M_ROAD_BEHIND, task->plain,
		    method_share(method, task->progress.thousandths, 100000),
		    task->expected.text);
}

/* A milestone that stands before the end of what it depends on. */
static void
find_of_milestone(struct method *method, const struct milestone *milestone)
{
	if (!milestone->date.given)
		return;
	BIND_EACH(const struct task *const, before, &milestone->before)
		if ((*before)->finish > date_day(milestone->date.date))
			method_find(method, milestone->text.pos, M_ROAD_MISSED,
			    method_plain(method, milestone->text.text),
			    method_date(method, milestone->date.date),
			    (*before)->plain,
			    method_date(method, (*before)->until.date));
}

void
schedule_find(struct method *method, const struct road *road)
{
	if (!road->placed) {
		if (road->tasks.count > 0)
			method_find(method, road->tasks.pos, M_ROAD_NO_DAY);
		return;
	}
	BIND_EACH(const struct task, task, &road->tasks)
		find_of_task(method, task);
	BIND_EACH(const struct milestone, milestone, &road->milestones)
		find_of_milestone(method, milestone);
}
