/*
 * period_days: the days that a month, a week, a quarter, a season is.
 */
#include "value/period_inner.h"

static struct date
day_after(struct date date, long days)
{
	return date_of_day(date_day(date) + days);
}

/* The months of a unit: the first one, and how many; false where no year has
 * so many of it. */
static bool
find_months(const struct part *part, int *month, int *count)
{
	static const struct {
		int first, count, most;
	} units[] = { [MONTH] = { 1, 1, 12 },
		[QUARTER] = { 1, 3, 4 },
		[HALF] = { 1, 6, 2 },
		[SEASON] = { 3, 3, 4 },
		[YEAR] = { 1, 12, 1 } };
	int index = part->unit == MONTH ? part->month
	    : part->unit == YEAR        ? 1
	    : part->index == LAST       ? units[part->unit].most
					: part->index;

	*count = units[part->unit].count;
	*month = units[part->unit].first + *count * (index - 1);
	return index >= 1 && index <= units[part->unit].most;
}

/* Monday and Sunday of a week as ISO 8601 counts them. */
static bool
find_week(const struct part *part, struct date *first, struct date *last)
{
	struct date fourth = { part->year, 1, 4 };
	long monday = date_day(fourth) -
	    (long)(date_weekday(fourth) - T_MONDAY) + 7L * (part->index - 1);

	if (part->index < 1 || part->index > 53 ||
	    date_of_day(monday + 3).year != part->year)
		return false;
	*first = date_of_day(monday);
	*last = date_of_day(monday + 6);
	return true;
}

/* Monday and Sunday around a day. */
static void
find_week_around(struct date *first, struct date *last)
{
	*first = day_after(*first, -(long)(date_weekday(*first) - T_MONDAY));
	*last = day_after(*first, 6);
}

/* A half of a month, or seven days in a row of it. */
static bool
find_in_month(const struct part *part, struct date *first, struct date *last)
{
	const bool week = part->unit == WEEK_OF_MONTH;
	const int length = week ? 7 : 15, most = week ? 4 : 2;
	int index = part->index == LAST ? most : part->index;

	if (part->month < 1 || index > most)
		return false;
	*first = (struct date){ part->year, part->month, 1 };
	*last = day_after(date_add_months(*first, 1), -1);
	if (week && part->index == LAST) {
		*first = day_after(*last, 1 - length);
		return true;
	}
	*first = day_after(*first, (long)length * (index - 1));
	if (week || index < most)
		*last = day_after(*first, length - 1);
	return true;
}

/* A third of a stretch of days. */
static void
cut_third(enum third third, struct date *first, struct date *last)
{
	long start = date_day(*first), length = date_day(*last) - start + 1;

	if (third == WHOLE)
		return;
	if (third != LATE)
		*last = date_of_day(start + length * (third - WHOLE) / 3 - 1);
	*first = date_of_day(start + length * (third - EARLY) / 3);
}

/* The first and last day of a part; false for one that no calendar has. */
bool
period_find_days(const struct part *part, struct date *first, struct date *last)
{
	int month, count;

	if (part->year < 1)
		return false;
	if (part->unit == DAY) {
		*first = *last =
		    (struct date){ part->year, part->month, part->day };
		if (!date_exists(*first))
			return false;
		if (part->week)
			find_week_around(first, last);
		return true;
	}
	if (part->unit == FORTNIGHT || part->unit == WEEK_OF_MONTH)
		return find_in_month(part, first, last);
	if (part->unit == WEEK)
		return find_week(part, first, last);
	if (!find_months(part, &month, &count))
		return false;
	*first = (struct date){ part->year, month, 1 };
	*last = day_after(date_add_months(*first, count), -1);
	/* by the stars a season ends later than by its months */
	if (part->unit == SEASON)
		*last = day_after(*last, 22);
	cut_third(part->third, first, last);
	return true;
}
