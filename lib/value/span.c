#include "value/span.h"

#include <stdlib.h>

static int
compare(const void *a, const void *b)
{
	const struct span *one = a, *two = b;

	if (one->start != two->start)
		return one->start < two->start ? -1 : 1;
	return one->order < two->order ? -1 : one->order > two->order;
}

void
span_overlaps(struct span *spans, size_t count,
    bool (*akin)(const void *a, const void *b))
{
	const struct span *last = NULL, *next = NULL, *found;

	for (size_t i = 0; i < count; i++) {
		spans[i].order = i;
		spans[i].before = NULL;
		if (spans[i].end < spans[i].start)
			spans[i].end = spans[i].start;
	}
	if (count > 1)
		qsort(spans, count, sizeof(*spans), compare);
	for (size_t i = 0; i < count; i++) {
		found = last;
		if (found != NULL && akin != NULL &&
		    akin(found->of, spans[i].of))
			found = next;
		if (found != NULL && found->end > spans[i].start &&
		    (akin == NULL || !akin(found->of, spans[i].of)))
			spans[i].before = found->of;
		if (last == NULL || spans[i].end > last->end) {
			next = last;
			last = &spans[i];
		} else if (next == NULL || spans[i].end > next->end) {
			next = &spans[i];
		}
	}
}
