/*
 * under: offers that stand under a heading for each phase, or for each public:
 * "### Design", "- Residents: three workshops, co-design (feedback 3 May 2027)".
 */
#include <string.h>

#include "plan.h"
#include "text/uni.h"
#include "value/period.h"

/* What stands in front of the colon of a line; "" where it has none. */
static const char *
front_of(struct arena *arena, const char *line)
{
	size_t n = strcspn(line, ":");

	return line[n] == '\0' ? "" : uni_until(arena, line, line + n);
}

/* Whether a phase is named by one of a section's headings, or by the lines under
 * them. */
static bool
has_phases(struct arena *arena, const struct node *section)
{
	NODE_EACH(const struct node, group, section) {
		if (group->level == 0)
			continue;
		if (plan_is_phase(group->key))
			return true;
		NODE_EACH(const struct node, line, group)
			if (plan_is_phase(line->key) ||
			    plan_is_phase(front_of(arena, line->text)))
				return true;
	}
	return false;
}

void
plan_arrange(struct method *method, const struct doc_part *part)
{
	NODE_EACH(struct node, section, part->root)
		if (section->level > 0 && term_is(section->key, T_PUBLICS) &&
		    has_phases(method->arena, section))
			section->key =
			    term_name(T_PLAN, method->bind->doc->lang);
}

/* Takes the date on which a public hears back, in brackets at the end of what it
 * is offered; returns what stands in front of it. */
static const char *
take_feedback(struct method *method, const char *text, struct offer *offer)
{
	size_t length = strlen(text), n;
	const char *open = strrchr(text, '('), *inner;
	struct period period;

	if (open == NULL || text[length - 1] != ')' ||
	    bind_is_typed((void *)&offer->feedback))
		return text;
	inner = arena_copy(method->arena, open + 1,
	    (size_t)(text + length - open) - 2);
	n = strcspn(inner, " :");
	if (!term_is(arena_copy(method->arena, inner, n), T_FEEDBACK))
		return text;
	inner += n + strspn(inner + n, " :");
	if (period_reading(inner, &period) <= SURE_TWO || !period.has_last)
		return text;
	offer->feedback = (struct bind_date){ offer->public.pos, true, inner,
		!period.plain, period.last };
	return uni_until(method->arena, text, open);
}

void
plan_part(struct method *method, const struct plan *plan, const char *text,
    struct offer *offer)
{
	struct buf tool = BUF_INIT;
	const char *end, *part;
	size_t n;

	offer->degree.text = "";
	for (text = take_feedback(method, text, offer); *text != '\0';
	     text = end + n) {
		end = uni_first_among(text, &n, ", ", " – ", " — ", " - ",
		    " ; ", "; ", ": ");
		if (end == NULL) {
			end = text + strlen(text);
			n = 0;
		}
		part = uni_until(method->arena, text, end);
		if (*offer->degree.text == '\0' &&
		    method_place(&plan->degree, method_plain(method, part)) > 0)
			offer->degree.text = part;
		else
			buf_join(&tool, ", ", part);
	}
	part = md_text(method->arena, buf_take(&tool, method->arena));
	if (*offer->tool.text == '\0')
		offer->tool.text = part;
}

void
plan_place(struct method *method, const struct plan *plan, struct offer *offer)
{
	const char *text = offer->public.text;
	const char *front = front_of(method->arena, text);
	const char *heading = offer->heading.text;
	struct bind_text name = offer->public;

	if (*heading == '\0' || *offer->phase.text != '\0')
		return;
	name.text = *front != '\0' ? md_text(method->arena, front) : text;
	if (plan_has_phase(plan, method_plain(method, name.text)) &&
	    !plan_has_phase(plan, method_plain(method, heading))) {
		offer->phase = name;
		offer->public.text = heading;
	} else {
		offer->phase = offer->heading;
		offer->phase.pos = name.pos;
		offer->public = name;
	}
	offer->heading.text = "";
	if (*front != '\0' && *offer->degree.text == '\0') {
		plan_part(method, plan, uni_skip_blanks(strchr(text, ':') + 1),
		    offer);
		offer->degree.pos = name.pos;
	}
}
