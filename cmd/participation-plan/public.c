/*
 * The grid, what it says of each public, and what is to be checked.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "plan.h"

size_t
plan_highest(const struct plan *plan, size_t public, size_t phase)
{
	uint64_t degrees = plan->degrees_at[public * plan->phase.count + phase];
	size_t highest = 0;

	for (; degrees != 0; degrees >>= 1)
		highest++;
	return highest;
}

const char *
plan_degree(const struct method *method, const struct plan *plan, size_t degree)
{
	return degree == 0 ? method_word(method, T_PLAN_NO_DEGREE)
			   : plan->degree.at[degree - 1].text;
}

/* The highest degree in the last phase before this one that has any. */
static size_t
before(const struct plan *plan, size_t public, size_t phase)
{
	size_t highest = 0;

	while (highest == 0 && phase-- > 0)
		highest = plan_highest(plan, public, phase);
	return highest;
}

/* Whether the degree falls in a phase; to nothing, in the decision alone. */
static bool
falls_at(const struct plan *plan, size_t public, size_t phase)
{
	size_t highest = plan_highest(plan, public, phase);

	return (highest > 0 || phase == plan->decision) &&
	    highest < before(plan, public, phase);
}

static void
compute_public(struct method *method, const struct plan *plan, size_t at,
    struct public *public)
{
	struct buf phases = BUF_INIT, falls = BUF_INIT;
	size_t i;

	for (i = 0; i < plan->phase.count; i++)
		if (plan_highest(plan, at, i) > public->highest)
	public->highest = plan_highest(plan, at, i);
	for (i = 0; i < plan->phase.count; i++) {
		if (public->highest > 0 &&
		    plan_highest(plan, at, i) == public->highest)
			buf_join(&phases, ", ", plan->phase.at[i].text);
		if (falls_at(plan, at, i))
			buf_join(&falls, ", ",
			    arena_format(method->arena, "%s%s%s → %s",
				plan->phase.at[i].text,
				method_word(method, T_COLON),
				plan_degree(method, plan, before(plan, at, i)),
				plan_degree(method, plan,
				    plan_highest(plan, at, i))));
	}
	public->phases.text = buf_take(&phases, method->arena);
	public->falls.text = buf_take(&falls, method->arena);
}

void
plan_compute(struct method *method, struct plan *plan)
{
	size_t i;

	plan->degrees_at = arena_array(method->arena,
	    plan->publics.list.count * plan->phase.count + 1, sizeof(uint64_t));
	BIND_EACH(const struct offer, offer, &plan->offers)
		if (offer->degree_at > 0)
			plan->degrees_at[offer->public_at * plan->phase.count +
			    offer->phase_at] |= UINT64_C(1)
			    << (offer->degree_at - 1);
	for (plan->decision = 0; plan->decision < plan->phase.count &&
	     plan->phase.at[plan->decision].term != T_PHASE_DECISION;
	     plan->decision++)
		continue;
	for (i = 0; i < plan->publics.list.count; i++)
		compute_public(method, plan, i,
		    (struct public *)plan->publics.list.at + i);
}

/* Whether a reason is given for what a public is offered at the decision. */
static bool
has_reason(const struct plan *plan, size_t public)
{
	BIND_EACH(const struct offer, offer, &plan->offers)
		if (offer->public_at == public &&
		    offer->phase_at == plan->decision &&
		    *offer->reason.text != '\0')
			return true;
	return false;
}

static void
find_of_public(struct method *method, const struct plan *plan, size_t at)
{
	const struct public *public =
	    (const struct public *)plan->publics.list.at + at;
	const char *name = method_plain(method, public->text.text);
	size_t decision = plan->decision;

	if (public->highest == 0)
		method_find(method, public->text.pos, M_PLAN_ABSENT, name);
	if (decision < plan->phase.count && falls_at(plan, at, decision) &&
	    !has_reason(plan, at))
		method_find(method, public->text.pos, M_PLAN_FALLS, name,
		    plan->phase.at[decision].plain,
		    method_plain(method,
			plan_degree(method, plan, before(plan, at, decision))),
		    method_plain(method,
			plan_degree(method, plan,
			    plan_highest(plan, at, decision))));
}

static void
find_of_offer(struct method *method, const struct plan *plan,
    const struct offer *offer)
{
	const char *public = method_plain(method, offer->public.text);
	const char *phase = method_plain(method, offer->phase.text);
	const char *degree = method_plain(method, offer->degree.text);
	struct pos pos = offer->public.pos;

	if (offer->degree_at == 0) {
		if (*offer->degree.text == '\0' && *offer->reason.text == '\0')
			method_find(method, pos, M_PLAN_NO_REASON, public,
			    phase);
		return;
	}
	if (*offer->promise.text == '\0' || !offer->feedback.given)
		method_find(method, pos,
		    offer->feedback.given              ? M_PLAN_NO_PROMISE
			: *offer->promise.text == '\0' ? M_PLAN_NEITHER
						       : M_PLAN_NO_FEEDBACK,
		    public, phase, degree);
	if (plan->rule_at > 0 && offer->degree_at > plan->rule_at)
		method_find(method, pos, M_PLAN_ABOVE, public, phase, degree,
		    method_plain(method, plan->rule.text));
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
plan_find(struct method *method, const struct plan *plan)
{
	size_t i;

	find_margins(method, plan);

	for (i = 0; i < plan->publics.list.count; i++)
		find_of_public(method, plan, i);
	BIND_EACH(const struct offer, offer, &plan->offers)
		find_of_offer(method, plan, offer);
}
