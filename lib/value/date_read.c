/*
 * date_read: days and periods for those who want no more than their days.
 */
#include "value/period.h"

bool
date_read_period(const char *text, struct date *first, struct date *last)
{
	struct period period;

	if (period_reading(text, &period) < SURE_ABOUT || !period.has_first ||
	    !period.has_last)
		return false;
	*first = period.first;
	*last = period.last;
	return true;
}

bool
date_read(const char *text, struct date *date)
{
	struct period period;

	if (period_reading(text, &period) != SURE_EXACT || !period.plain)
		return false;
	*date = period.first;
	return true;
}
