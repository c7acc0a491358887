/*
 * schedule: from what depends on what to the days of each task.
 *
 * Forward, each task begins when it is to, and not before all that it depends
 * on has ended; backward, it ends when the first that depends on it has to
 * begin.  What lies between is its float; where there is none the path is
 * critical (Kelley and Walker, Critical-Path Planning and Scheduling,
 * Proceedings of the Eastern Joint Computer Conference, 1959).
 */

#include "base/arena.h"
#include "base/buf.h"
#include "road.h"

enum { BEHIND = 20 }; /* per cent, from which a task is behind */

/* The tasks that wait for each other, in a circle, as a text. */
static const char *
circle_of(struct method *method, struct task *const *from, size_t count)
{
	struct buf out = BUF_INIT;
	const char *text;

	buf_string(&out, from[0]->plain);
	while (count-- > 0)
		buf_format(&out, " → %s", from[count]->plain);
	text = arena_copy(method->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

/* Puts each task behind those that it depends on. */
static void
order_tasks(struct method *method, struct road *road)
{
	size_t count = road->tasks.count, ordered = 0, depth, i, j;
	struct task **stack =
	    arena_array(method->arena, count + 1, sizeof(*stack));
	/* how many of those before it were seen, from 1; SIZE_MAX: all */
	size_t *seen = arena_array(method->arena, count + 1, sizeof(*seen));
	struct task *task, *before;
	size_t *at;

	road->order = arena_array(method->arena, count + 1, sizeof(*stack));
	for (i = 0; i < count; i++) {
		depth = 0;
		if (seen[i] == 0) {
			stack[depth++] = road_task(road, i);
			seen[i] = 1;
		}
		while (depth > 0) {
			task = stack[depth - 1];
			at = &seen[task - road_task(road, 0)];
			if (*at > task->before.count) {
				*at = SIZE_MAX;
				road->order[ordered++] = task;
				depth--;
				continue;
			}
			before = ((struct task **)task->before.at)[*at - 1];
			++*at;
			at = &seen[before - road_task(road, 0)];
			if (*at == 0) {
				*at = 1;
				stack[depth++] = before;
			} else if (*at != SIZE_MAX) {
				for (j = depth; stack[j - 1] != before; j--)
					continue;
				bind_fault(method->bind, before->text.pos,
				    M_ROAD_CIRCLE,
				    circle_of(method, &stack[j - 1],
					depth - j + 1));
			}
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

/* The first day of all: of the tasks that tell one, or today. */
static void
find_first(struct method *method, struct road *road)
{
	const struct task *task;
	size_t i;

	for (i = 0; i < road->tasks.count; i++) {
		task = road_task(road, i);
		if (!task->start.given ||
		    (road->placed && road->first <= date_day(task->start.date)))
			continue;
		road->first = date_day(task->start.date);
		road->placed = true;
	}
	if (!road->placed && method->today.given) {
		road->first = date_day(method->today.date);
		road->placed = true;
	}
}

/* Places all tasks at the earliest; one of them may slip, and the last day of
 * all is returned. */
long
schedule_place(struct method *method, struct road *road,
    const struct task *slipping)
{
	struct task *task, **before;
	long last = road->first;
	size_t i, j;

	for (i = 0; i < road->tasks.count; i++) {
		task = road->order[i];
		before = task->before.at;
		task->early = road->first;
		if (task->start.given &&
		    date_day(task->start.date) > task->early)
			task->early = date_day(task->start.date);
		for (j = 0; j < task->before.count; j++)
			if (before[j]->finish >= task->early)
				task->early = before[j]->finish + 1;
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
	struct task *task, **before;
	size_t i, j;
	long latest;

	for (i = 0; i < road->tasks.count; i++)
		road_task(road, i)->latest = road->last;
	for (i = road->tasks.count; i-- > 0;) {
		task = road->order[i];
		before = task->before.at;
		latest = task->latest - (task->finish - task->early) - 1;
		for (j = 0; j < task->before.count; j++)
			if (before[j]->latest > latest)
				before[j]->latest = latest;
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

/* A task as it is printed. */
static void
settle(struct method *method, struct road *road)
{
	struct action action;
	struct task *task;
	size_t i;

	for (i = 0; i < road->tasks.count; i++) {
		task = road_task(road, i);
		action = (struct action){ .what = task->text,
			.who = task->who,
			.when.text = "",
			.state = task->state };
		action_judge(&action, &method->today);
		task->done = action.done ||
		    task->progress.thousandths == 100000 ||
		    typed_is_ticked(task->text.text);
		task->expected.text = "";
		if (!road->placed)
			continue;
		task->from = schedule_date(task->early);
		task->until = schedule_date(task->finish);
		task->late = schedule_date(task->latest);
		task->margin =
		    method_figure(1000 * (task->latest - task->finish));
		if (method->today.given && !task->done)
			task->expected.text = method_share(method,
			    gone_of(method, task), length_of(task));
	}
}

void
schedule_read(struct method *method, struct road *road)
{
	struct milestone *milestone = road->milestones.at;
	struct task *task;
	struct refer tasks;
	size_t i;

	method_unite(method, road_task_rows, sizeof(*task), &road->tasks);
	tasks = refer_open((struct refer){ method->bind, T_ROAD_TASKS,
	    road_task_rows, &road->tasks, sizeof(*task) });
	for (i = 0; i < road->tasks.count; i++) {
		task = road_task(road, i);
		task->plain = method_plain(method,
		    *task->id.text != '\0' ? task->id.text : task->text.text);
		task->before = refer_each(&tasks, &task->after);
	}
	for (i = 0; i < road->milestones.count; i++)
		milestone[i].before = refer_each(&tasks, &milestone[i].after);
	if (road->slip != NULL)
		slip_read(method, road, &tasks);
	if (method->bind->doc->faults.count == 0)
		order_tasks(method, road);
	if (method->bind->doc->faults.count > 0)
		return;
	find_first(method, road);
	if (road->placed) {
		road->last = schedule_place(method, road, NULL);
		place_latest(road);
		if (road->slipping != NULL)
			slip_place(method, road);
	}
	settle(method, road);
}

static void
find_of_task(struct method *method, const struct road *road,
    const struct task *task)
{
	struct task *const *before = task->before.at;
	struct pos pos = task->text.pos;
	struct date_span span;
	size_t i;

	if (task->start.given && task->end.given &&
	    date_day(task->end.date) < date_day(task->start.date))
		method_find(method, task->end.pos, M_ROAD_BACKWARD,
		    task->plain);
	if (*task->length.text != '\0' &&
	    !date_span_read(method_plain(method, task->length.text), &span))
		method_find(method, task->length.pos, M_ROAD_NO_SPAN,
		    method_plain(method, task->length.text));
	if (task->unsized)
		method_find(method, pos, M_ROAD_UNSIZED, task->plain);
	for (i = 0; i < task->before.count && task->start.given; i++)
		if (before[i]->finish >= date_day(task->start.date))
			method_find(method, task->start.pos, M_ROAD_EARLY,
			    task->plain, method_date(method, task->start.date),
			    before[i]->plain,
			    method_date(method,
				date_of_day(before[i]->finish)));
	if (!method->today.given || task->done || !road->placed)
		return;
	if (date_day(method->today.date) >
	    (task->end.given ? date_day(task->end.date) : task->finish))
		method_find(method, pos, M_ROAD_LATE, task->plain,
		    method_date(method,
			task->end.given ? task->end.date
					: date_of_day(task->finish)));
	else if (task->progress.given &&
	    100000 * (int64_t)gone_of(method, task) >=
		(task->progress.thousandths + 1000 * BEHIND) * length_of(task))
		method_find(method, pos, M_ROAD_BEHIND, task->plain,
		    method_share(method, task->progress.thousandths, 100000),
		    method_share(method, gone_of(method, task),
			length_of(task)));
}

void
schedule_find(struct method *method, const struct road *road)
{
	const struct milestone *milestone = road->milestones.at;
	const struct task *task;
	size_t i, j;

	if (!road->placed && road->tasks.count > 0)
		method_find(method, road->tasks.pos, M_ROAD_NO_DAY);
	for (i = 0; i < road->tasks.count && road->placed; i++)
		find_of_task(method, road, road_task(road, i));
	for (i = 0; i < road->milestones.count && road->placed; i++)
		for (j = 0; j < milestone[i].before.count; j++) {
			task =
			    ((struct task *const *)milestone[i].before.at)[j];
			if (milestone[i].date.given &&
			    task->finish > date_day(milestone[i].date.date))
				method_find(method, milestone[i].text.pos,
				    M_ROAD_MISSED,
				    method_plain(method,
					milestone[i].text.text),
				    method_date(method, milestone[i].date.date),
				    task->plain,
				    method_date(method,
					date_of_day(task->finish)));
		}
}
