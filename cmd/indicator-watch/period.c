/*
 * period: the period of a value, as it is typed and as it is printed.
 */
#include "value/period.h"
#include "watch.h"

const char *
period_text(const struct method *method, const struct reading *reading)
{
	const struct date *first = &reading->first, *last = &reading->last;

	if (reading->name != NULL)
		return reading->name;
	if (first->month != last->month)
		return arena_format(method->arena, "%04d", first->year);
	if (first->day == last->day)
		return method_date(method, *first);
	return date_month_text(method->arena, *first, method->lang);
}

/* Whether a period is what period_text writes of it. */
static bool
is_usual(const struct period *period)
{
	struct date next = date_of_day(date_day(period->last) + 1);
	bool months = period->first.day == 1 && next.day == 1;

	return period->plain ||
	    (months && period->first.month == period->last.month &&
		period->first.year == period->last.year) ||
	    (months && period->first.month == 1 && period->last.month == 12 &&
		period->first.year == period->last.year);
}

bool
period_put(const char *plain, struct reading *reading)
{
	struct period period;
	enum sure sure = period_reading(plain, &period);

	if (sure < SURE_ABOUT || !period.has_first || !period.has_last)
		return false;
	reading->first = period.first;
	reading->last = period.last;
	if (sure == SURE_ABOUT || !is_usual(&period))
		reading->name = plain;
	return true;
}
