/*
 * load: who has how much to do in which month, and whether that is too much.
 *
 * A load is days a month; of a month that a task only begins or ends in, it
 * takes as large a part as of that month's days.
 */
#include "road.h"
#include "value/fraction.h"
#include "value/number.h"

enum { MOST_MONTHS = 240 };

struct person {
	struct bind_text name;
	struct fraction *loads; /* by month, in thousandths of a day */
	const struct capacity *capacity;
	struct fraction limit; /* of a month, where there is a capacity */
};

static long
month_of(struct date date)
{
	return 12L * date.year + date.month - 1;
}

static struct date
first_of(long month)
{
	return (struct date){ (int)(month / 12), (int)(month % 12) + 1, 1 };
}

static const char *
month_text(const struct method *method, long month)
{
	return date_month_text(method->arena, first_of(month), method->lang);
}

/* How many of a month's days a task takes, and how many there are. */
static struct fraction
part_of(const struct task *task, long month)
{
	long first = date_day(first_of(month));
	long next = date_day(date_add_months(first_of(month), 1));
	long from = task->early > first ? task->early : first;
	long until = task->finish + 1 < next ? task->finish + 1 : next;

	return fraction_of(until > from ? until - from : 0, next - first);
}

static void
add_task(struct method *method, struct load *load, const struct task *task)
{
	long last = month_of(date_of_day(task->finish)), month;
	struct bind_list names = { .count = 0 };
	struct person *person;
	struct fraction *sum;

	bind_split_names(method->bind, task->who.text, task->who.pos, &names);
	BIND_EACH(const struct bind_text, name, &names) {
		person = gather_enter(&load->people, name->text, NULL);
		if (person->loads == NULL) {
			person->name = *name;
			person->loads = arena_array(method->arena, load->months,
			    sizeof(*person->loads));
		}
		month = month_of(date_of_day(task->early));
		for (; month <= last; month++) {
			sum = &person->loads[month - load->first];
			if (sum->whole == 0)
				*sum = fraction_of(0, 1);
			*sum = fraction_add(*sum,
			    fraction_times(part_of(task, month),
				fraction_of(task->load.thousandths, 1)));
		}
	}
}

static const char *
load_text(const struct method *method, struct fraction load)
{
	return number_text(method->arena,
	    fraction_rounded(fraction_over(load, fraction_of(1000, 1)), 1), 0,
	    false, method->lang);
}

/* The most that somebody has to do beyond what there is time for. */
static void
find_of(struct method *method, const struct load *load,
    const struct person *person)
{
	struct fraction most = person->limit;
	long worst = -1;

	if (person->capacity == NULL)
		return;
	for (size_t i = 0; i < load->months; i++)
		if (person->loads[i].whole != 0 &&
		    fraction_order(person->loads[i], most) > 0) {
			most = person->loads[i];
			worst = load->first + (long)i;
		}
	if (worst >= 0)
		method_find(method, person->capacity->who.pos, M_ROAD_OVER,
		    method_plain(method, person->name.text),
		    load_text(method, most), month_text(method, worst),
		    load_text(method, person->limit));
}

/* The months that tasks with a load and somebody to carry it take. */
static bool
find_months(const struct road *road, struct load *load)
{
	long last = 0, from, until;

	if (!road->placed)
		return false;
	BIND_EACH(const struct task, task, &road->tasks) {
		if (!task->load.given || *task->who.text == '\0')
			continue;
		from = month_of(date_of_day(task->early));
		until = month_of(date_of_day(task->finish));
		if (last == 0 || from < load->first)
			load->first = from;
		if (until > last)
			last = until;
	}
	load->months = last == 0 ? 0 : (size_t)(last - load->first) + 1;
	return load->months > 0 && load->months <= MOST_MONTHS;
}

/* How many days a month somebody has. */
static void
read_capacity(struct method *method, struct load *load,
    const struct capacity *capacity)
{
	struct person *person = gather_find(&load->people, capacity->who.text);
	const char *plain = method_plain(method, capacity->days.text);
	struct amount amount;

	if (!reading_counts(number_reading(plain, method->lang, &amount),
		&amount)) {
		method_find(method, capacity->days.pos, M_NOT_A_NUMBER, plain);
	} else if (person != NULL) {
		person->capacity = capacity;
		person->limit = fraction_of(amount.low, 1);
	}
}

void
load_find(struct method *method, struct road *road)
{
	struct load *load = &road->load;

	load->people = gather_new(method->bind, sizeof(struct person));
	if (!find_months(road, load)) {
		if (load->months > 0)
			method_find(method, road->tasks.pos, M_ROAD_TOO_LONG,
			    method_integer(method, MOST_MONTHS));
		return;
	}
	BIND_EACH(const struct task, task, &road->tasks)
		if (task->load.given)
			add_task(method, load, task);
	BIND_EACH(const struct capacity, capacity, &road->capacities)
		read_capacity(method, load, capacity);
	BIND_EACH(const struct person, one, &load->people.list)
		find_of(method, load, one);
}

void
load_render(struct method *method, const struct road *road)
{
	static const enum term heads[] = { T_ROAD_MONTH };
	const struct bind_list *people = &road->load.people.list;
	const char **names =
	    arena_array(method->arena, people->count + 1, sizeof(*names));
	struct grid grid;
	const char **cell;
	size_t i = 0;

	if (people->count == 0)
		return;
	BIND_EACH(const struct person, person, people)
		names[i++] = person->name.text;
	grid = grid_named(method->report, heads, 1, names, people->count,
	    road->load.months);
	grid.numbered = true;
	cell = grid.cells;
	for (i = 0; i < grid.rows; i++) {
		*cell++ = month_text(method, road->load.first + (long)i);
		BIND_EACH(const struct person, person, people) {
			if (person->loads[i].whole != 0)
				*cell = load_text(method, person->loads[i]);
			cell++;
		}
	}
	report_section(method->report, T_ROAD_LOADS);
	grid_write(&grid, 1);
}
