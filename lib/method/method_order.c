/*
 * method_order: things of a list in an order: one that rows say, or a function.
 */
#include <stdlib.h>

#include "method/method.h"
#include "text/uni.h"

int
method_falling(int64_t a, int64_t b)
{
	return a > b ? -1 : a < b;
}

/* What things are ordered by: a function, a number of theirs, or rows, the first of
 * them first. */
struct ranking {
	struct arena *arena;
	int (*order)(const void *, const void *);
	size_t at, width; /* of the number: an int, or as wide as a pointer */
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

/* A text of a thing as it is ordered by: what is shown of it. */
static const char *
shown(struct arena *arena, const void *text)
{
	return uni_fold(arena,
	    md_plain(arena, ((const struct bind_text *)text)->text));
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
		order = uni_order(shown(arena, one + row->at),
		    shown(arena, two + row->at));
	else
		order = -method_falling(figure_of(row, one + row->at),
		    figure_of(row, two + row->at));
	return row->order < 0 ? -order : order;
}

/* By the rows of order 1, then 2 and so on. */
static int
compare_rows(const struct ranking *ranking, const char *one, const char *two)
{
	int level = 1, order;

	BIND_ROWS(row, ranking->rows) {
		if (abs(row->order) != level)
			continue;
		order = compare_by(ranking->arena, row, one, two);
		if (order != 0)
			return order;
		level++;
		row = ranking->rows - 1;
	}
	return 0;
}

static int64_t
number_of(const struct ranking *ranking, const char *thing)
{
	return ranking->width == sizeof(int)
	    ? *(const int *)(thing + ranking->at)
	    : *(const intptr_t *)(thing + ranking->at);
}

static int
compare(const struct ranking *ranking, const char *one, const char *two)
{
	if (ranking->order != NULL)
		return ranking->order(one, two);
	return ranking->width > 0
	    ? -method_falling(number_of(ranking, one), number_of(ranking, two))
	    : compare_rows(ranking, one, two);
}

/* Things in one array; equal ones by their place in it. */
static int
compare_places(const void *a, const void *b, void *context)
{
	const char *one = *(const char *const *)a,
		   *two = *(const char *const *)b;
	int order = compare(context, one, two);

	return order != 0 ? order : one < two ? -1 : one > two;
}

/* Puts the things of a list in an order, copied. */
static struct bind_list
sort(struct method *method, size_t size, const struct bind_list *list,
    struct ranking ranking)
{
	struct bind_list sorted = { .pos = list->pos, .given = list->given };
	const char **places =
	    arena_array(method->arena, list->count + 1, sizeof(*places));

	for (size_t i = 0; i < list->count; i++)
		places[i] = (const char *)list->at + i * size;
	qsort_r(places, list->count, sizeof(*places), compare_places, &ranking);
	for (size_t i = 0; i < list->count; i++)
		bind_put(method->bind, &sorted, places[i], size);
	return sorted;
}

void
method_sort(struct method *method, struct bind_list *list, size_t size,
    int (*order)(const void *, const void *))
{
	*list = sort(method, size, list, (struct ranking){ .order = order });
}

void
method_sort_by(struct method *method, struct bind_list *list, size_t size,
    size_t at, size_t width)
{
	*list = sort(method, size, list,
	    (struct ranking){ .at = at, .width = width });
}

struct bind_list
method_ordered(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list)
{
	return sort(method, size, list,
	    (struct ranking){ method->arena, .rows = rows });
}
