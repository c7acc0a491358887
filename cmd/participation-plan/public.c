/*
 * public: what the grid says of each public, and what is to be checked.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "plan.h"

/* The highest degree of a public in a phase, or 0. */
static size_t
highest_in(const struct public *public, size_t phase)
{
	uint64_t degrees = public->degrees[phase];
	size_t highest = 0;

	for (; degrees != 0; degrees >>= 1)
		highest++;
	return highest;
}

/* The name of a degree; "nothing" for 0. */
static const char *
name_of(const struct method *method, const struct plan *plan, size_t degree)
{
	return degree == 0 ? method_word(method, T_PLAN_NO_DEGREE)
			   : plan->degree.at[degree - 1].text;
}

/* The highest degree in the last phase before this one that has any. */
static size_t
before(const struct public *public, size_t phase)
{
	size_t highest = 0;

	while (highest == 0 && phase-- > 0)
		highest = highest_in(public, phase);
	return highest;
}

/* Whether the degree falls in a phase; to nothing, in the decision alone. */
static bool
falls_at(const struct plan *plan, const struct public *public, size_t phase)
{
	size_t highest = highest_in(public, phase);

	return (highest > 0 || phase == plan->decision) &&
	    highest < before(public, phase);
}

static void
compute_public(struct method *method, const struct plan *plan,
    struct public *public)
{
	struct buf phases = BUF_INIT, falls = BUF_INIT;
	size_t i, highest;

	for (i = 0; i < plan->phase.count; i++)
		if (highest_in(public, i) > public->highest)
	public->highest = highest_in(public, i);
	for (i = 0; i < plan->phase.count; i++) {
		highest = highest_in(public, i);
		if (highest > 0 && highest == public->highest)
			buf_join(&phases, ", ", plan->phase.at[i].text);
		if (falls_at(plan, public, i))
			buf_join(&falls, ", ",
			    arena_format(method->arena, "%s%s%s → %s",
				plan->phase.at[i].text,
				method_word(method, T_COLON),
				name_of(method, plan, before(public, i)),
				name_of(method, plan, highest)));
	}
	public->degree.text = name_of(method, plan, public->highest);
	public->phases.text = buf_take(&phases, method->arena);
	public->falls.text = buf_take(&falls, method->arena);
}

void
public_compute(struct method *method, struct plan *plan)
{
	struct public *public;

	BIND_EACH(const struct offer, offer, &plan->offers) {
		public = gather_find(&plan->publics, offer->public.text);
		if (public != NULL && offer->degree_at > 0)
		public->degrees[offer->phase_at] |= UINT64_C(1)
		    << (offer->degree_at - 1);
	}
	while (plan->decision < plan->phase.count &&
	    plan->phase.at[plan->decision].term != T_PHASE_DECISION)
		plan->decision++;
	BIND_EACH(struct public, one, &plan->publics.list)
		compute_public(method, plan, one);
}

/* Whether a reason is given for what a public is offered at the decision. */
static bool
has_reason(const struct plan *plan, const struct public *public)
{
	BIND_EACH(const struct offer, offer, &plan->offers)
		if (offer->public.text == public->text.text &&
		    offer->phase_at == plan->decision &&
		    *offer->reason.text != '\0')
			return true;
	return false;
}

static void
find_of_public(struct method *method, const struct plan *plan,
    const struct public *public)
{
	size_t decision = plan->decision;

	if (public->highest == 0)
		method_find_of(method, &public->text, M_PLAN_ABSENT);
	if (decision < plan->phase.count && falls_at(plan, public, decision) &&
	    !has_reason(plan, public))
		method_find_of(method, &public->text, M_PLAN_FALLS,
		    plan->phase.at[decision].plain,
		    method_plain(method,
			name_of(method, plan, before(public, decision))),
		    method_plain(method,
			name_of(method, plan, highest_in(public, decision))));
}

static void
find_of_offer(struct method *method, const struct plan *plan,
    const struct offer *offer)
{
	const char *phase = method_plain(method, offer->phase.text);
	const char *degree = method_plain(method, offer->degree.text);

	if (offer->degree_at == 0) {
		if (*offer->degree.text == '\0' && *offer->reason.text == '\0')
			method_find_of(method, &offer->public, M_PLAN_NO_REASON,
			    phase);
		return;
	}
	if (*offer->promise.text == '\0' || !offer->feedback.given)
		method_find_of(method, &offer->public,
		    offer->feedback.given              ? M_PLAN_NO_PROMISE
			: *offer->promise.text == '\0' ? M_PLAN_NEITHER
						       : M_PLAN_NO_FEEDBACK,
		    phase, degree);
	if (plan->rule_at > 0 && offer->degree_at > plan->rule_at)
		method_find_of(method, &offer->public, M_PLAN_ABOVE, phase,
		    degree, method_plain(method, plan->rule.text));
}

/* A public that is to do more than listen, where nothing is up to it. */
static void
find_margins(struct method *method, const struct plan *plan)
{
	bool asked = false;

	BIND_EACH(const struct offer, offer, &plan->offers)
		asked = asked || offer->degree_at > 1;
	if (plan->fixed.count > 0 && plan->open.count == 0 && asked)
		method_find(method, plan->fixed.pos, M_PLAN_NO_MARGIN);
	else if (plan->open.count > 0 && plan->fixed.count == 0)
		method_find(method, plan->open.pos, M_PLAN_NO_INVARIANT);
}

void
public_find(struct method *method, const struct plan *plan)
{
	find_margins(method, plan);
	BIND_EACH(const struct public, public, &plan->publics.list)
		find_of_public(method, plan, public);
	BIND_EACH(const struct offer, offer, &plan->offers)
		find_of_offer(method, plan, offer);
}
