/*
 * priority: which crossings come first, and the options for a vote on them.
 */
#include "base/arena.h"
#include "swot.h"
#include "value/number.h"

struct priority {
	struct walk at;
	int64_t number; /* INT64_MAX: in words */
};

/* Numbers first, in their order; the rest in the order of the crossings. */
static int
order_priorities(const void *a, const void *b)
{
	const struct priority *one = a, *two = b;

	return method_falling(two->number, one->number);
}

void
priority_render_all(const struct swot *swot)
{
	struct method *method = swot->method;
	struct bind_list list = { .count = 0 };
	struct walk walk = { .quadrant = SO };
	struct priority *priority;
	size_t i;

	while (crossing_next(swot, &walk)) {
		if (*walk.cell->priority.text == '\0')
			continue;
		priority = bind_append(method->bind, &list, sizeof(*priority));
		priority->at = walk;
		if (!number_read(walk.cell->priority.text, &priority->number))
			priority->number = INT64_MAX;
	}
	if (list.count == 0)
		return;
	report_section(method->report, T_PRIORITIES);
	list = method_sorted(method, sizeof(*priority), order_priorities,
	    (const struct bind_list *[]){ &list, NULL });
	priority = list.at;
	for (i = 0; i < list.count; i++)
		report_item(method->report,
		    factor_pair_name(swot, &priority[i].at.ref),
		    priority[i].at.cell->priority.text);
}

void
priority_render_options(const struct swot *swot)
{
	struct walk walk = { .quadrant = SO };

	report_section(swot->method->report, T_OPTIONS);
	while (crossing_next(swot, &walk))
		if (*walk.cell->text != '\0')
			report_item(swot->method->report,
			    arena_format(swot->method->arena, "%s×%s",
				walk.ref.internal->label.text,
				walk.ref.external->label.text),
			    walk.cell->text);
}
