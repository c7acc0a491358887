/*
 * method_order: things of a list in an order: one that rows say, or a function.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "method/method.h"
#include "text/uni.h"

int
method_falling(int64_t a, int64_t b)
{
	return a > b ? -1 : a < b;
}

/* Things in one array, by an order, and equal ones by their place in it. */
struct sorting {
	int (*order)(const void *, const void *);
};

static int
compare_places(const void *a, const void *b, void *context)
{
	const char *one = *(const char *const *)a,
		   *two = *(const char *const *)b;
	int order = ((const struct sorting *)context)->order(one, two);

	return order != 0 ? order : one < two ? -1 : one > two;
}

/* Puts count things of one size in order, where they stand. */
static void
sort(struct arena *arena, char *at, size_t count, size_t size,
    struct sorting sorting)
{
	const char **places = arena_array(arena, count, sizeof(*places));
	char *sorted = arena_array(arena, count, size);
	size_t i;

	if (count < 2)
		return;
	for (i = 0; i < count; i++)
		places[i] = at + i * size;
	qsort_r(places, count, sizeof(*places), compare_places, &sorting);
	for (i = 0; i < count; i++)
		memcpy(sorted + i * size, places[i], size);
	memcpy(at, sorted, count * size);
}

struct bind_list
method_sorted(struct method *method, size_t size,
    int (*order)(const void *, const void *),
    const struct bind_list *const lists[])
{
	struct bind_list all = { .count = 0 };
	size_t i;

	for (; *lists != NULL; lists++)
		for (i = 0; i < (*lists)->count; i++)
			memcpy(bind_append(method->bind, &all, size),
			    (const char *)(*lists)->at + i * size, size);
	sort(method->arena, all.at, all.count, size, (struct sorting){ order });
	return all;
}

/* The rows that a list is ordered by, the first of them first. */
struct ranking {
	struct arena *arena;
	const struct bind_row *rows;
};

/* Whether a value can be ordered by. */
static bool
is_ranked(const struct bind_row *row, const void *at)
{
	if (row->kind == BIND_TEXT)
		return *((const struct bind_text *)at)->text != '\0';
	return ((const struct bind_value *)at)->given;
}

static int64_t
figure_of(const struct bind_row *row, const void *at)
{
	switch (row->kind) {
	case BIND_DATE:
		return date_day(((const struct bind_date *)at)->date);
	case BIND_MONEY:
		return ((const struct bind_money *)at)->cents;
	case BIND_TIME:
	case BIND_DURATION:
		return ((const struct bind_minutes *)at)->minutes;
	default:
		return ((const struct bind_number *)at)->thousandths;
	}
}

static int
compare_by(struct arena *arena, const struct bind_row *row, const char *one,
    const char *two)
{
	bool first = is_ranked(row, one + row->at);
	bool second = is_ranked(row, two + row->at);
	int order;

	if (!first || !second)
		return (int)second - (int)first;
	if (row->kind == BIND_TEXT)
		order = uni_order(
		    uni_fold(arena,
			((const struct bind_text *)(one + row->at))->text),
		    uni_fold(arena,
			((const struct bind_text *)(two + row->at))->text));
	else
		order = -method_falling(figure_of(row, one + row->at),
		    figure_of(row, two + row->at));
	return row->order < 0 ? -order : order;
}

/* By the rows of order 1, then 2 and so on; then by the places. */
static int
compare_rows(const void *a, const void *b, void *context)
{
	const struct ranking *ranking = context;
	const char *one = *(const char *const *)a,
		   *two = *(const char *const *)b;
	const struct bind_row *row;
	int level = 1, order;

	for (row = ranking->rows; row->kind != BIND_END; row++) {
		if (abs(row->order) != level)
			continue;
		order = compare_by(ranking->arena, row, one, two);
		if (order != 0)
			return order;
		level++;
		row = ranking->rows - 1;
	}
	return one < two ? -1 : one > two;
}

struct bind_list
method_ordered(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list)
{
	struct ranking ranking = { method->arena, rows };
	struct bind_list ordered = { .pos = list->pos, .given = list->given };
	const char **places;
	size_t i;

	places = arena_array(method->arena, list->count + 1, sizeof(*places));
	for (i = 0; i < list->count; i++)
		places[i] = (const char *)list->at + i * size;
	qsort_r(places, list->count, sizeof(*places), compare_rows, &ranking);
	for (i = 0; i < list->count; i++)
		memcpy(bind_append(method->bind, &ordered, size), places[i],
		    size);
	return ordered;
}
