/*
 * Phases, degrees and publics by their names; the grid to offers.
 */
#include <string.h>

#include "plan.h"
#include "sheet/matrix.h"
#include "text/uni.h"

static const enum term phases[] = { T_PHASE_DIAGNOSIS, T_PHASE_DESIGN,
	T_PHASE_DECISION, T_PHASE_DELIVERY, T_PHASE_EVALUATION, T_NONE };
enum { PHASES = sizeof(phases) / sizeof(phases[0]) - 1 };

/* Two ladders, each from its lowest rung. */
static const enum term degrees[] = { T_DEGREE_INFORMATION,
	T_DEGREE_CONSULTATION, T_DEGREE_DIALOGUE, T_DEGREE_DESIGN,
	T_DEGREE_DECISION, T_DEGREE_INFORM, T_DEGREE_CONSULT, T_DEGREE_INVOLVE,
	T_DEGREE_COLLABORATE, T_DEGREE_EMPOWER, T_NONE };
enum { RUNGS = 5 };

bool
plan_is_phase(const char *text)
{
	return term_find(text, phases, PHASES, NULL) != T_NONE;
}

bool
plan_is_degree(const char *text)
{
	return term_find(text, degrees, 2 * RUNGS, NULL) != T_NONE;
}

/* Adds a phase; whether it is none by default, nor a misspelt one. */
static bool
add_phase(struct method *method, struct bind_list *list,
    const struct bind_text *phase)
{
	const char *plain = method_plain(method, phase->text);

	if (*plain == '\0')
		return false;
	bind_add(method->bind, list, *phase);
	return !plan_is_phase(plain) &&
	    term_nearest(plain, phases, PHASES) == NULL;
}

/* Takes the phases of the plan and of the grid where nobody gave any, and not
 * all of them are phases by default. */
static void
read_phases(struct method *method, struct plan *plan,
    const struct bind_list *cells)
{
	struct bind_list met = { .given = true };
	bool own = false;

	BIND_EACH(const struct offer, offer, &plan->offers)
		own |= add_phase(method, &met, &offer->phase);
	BIND_EACH(const struct matrix_cell, cell, cells)
		if (cell->node != NULL)
			own |= add_phase(method, &met, &cell->names[1]);
	if (own && plan->phases.count == 0)
		plan->phases = met;
	method_choices(method, T_PHASES, &plan->phases, phases, PHASES,
	    &plan->phase);
}

/* Whether a text begins with a rung that only IAP2's ladder has. */
static bool
is_iap2(struct method *method, const char *text)
{
	const char *plain = method_plain(method, text), *end;
	size_t n;

	end = uni_first_among(plain, &n, " – ", " — ", " - ", ": ", ", ", " (");
	if (end != NULL)
		plain = arena_until(method->arena, plain, end);
	return term_find(plain, degrees + RUNGS, RUNGS, NULL) != T_NONE &&
	    term_find(plain, degrees, RUNGS, NULL) == T_NONE;
}

/* Has the ladder be IAP2's, where nobody gives one and a degree is one of its. */
static void
find_ladder(struct method *method, struct plan *plan,
    const struct bind_list *cells)
{
	const struct bind_text iap2 =
	    bind_text_at(term_name(T_LADDER_IAP2, LANG_EN), plan->offers.pos);
	const char *line;
	bool named = false;

	BIND_EACH(const struct offer, offer, &plan->offers) {
		line = *offer->heading.text != '\0'
		    ? strchr(offer->public.text, ':')
		    : NULL;
		named = named || is_iap2(method, offer->degree.text) ||
		    (line != NULL &&
			is_iap2(method, uni_skip_blanks(line + 1)));
	}
	BIND_EACH(const struct matrix_cell, cell, cells)
		named = named ||
		    (cell->node != NULL &&
			is_iap2(method, bind_text(method->bind, cell->node)));
	if (named && plan->degrees.count == 0)
		bind_add(method->bind, &plan->degrees, iap2);
}

/* The rungs of IAP2's ladder where it is named. */
static void
read_degrees(struct method *method, struct plan *plan)
{
	struct bind_list all = { .pos = plan->degrees.pos, .given = true };
	struct bind_text *slot;
	bool named;

	BIND_EACH(const struct bind_text, text, &plan->degrees) {
		named =
		    term_is(method_plain(method, text->text), T_LADDER_IAP2);
		for (size_t j = 0; j < (named ? RUNGS : 1); j++) {
			slot =
			    bind_put(method->bind, &all, text, sizeof(*slot));
			if (named)
				slot->text =
				    method_word(method, degrees[RUNGS + j]);
		}
	}
	plan->degrees = all;
	method_choices(method, T_DEGREES, &plan->degrees, degrees, RUNGS,
	    &plan->degree);
}

/* A public, which is a new one where it was not met. */
static struct public *
find_public(struct plan *plan, struct bind_text name)
{
	bool met;
	struct public *public = gather_enter(&plan->publics, name.text, &met);

	if (!met)
		*public = (struct public){ .text = name };
	return public;
}

/* The place from 1 of a degree, which marks behind it do not change; 0 where
 * it is none. */
static size_t
read_degree(struct method *method, const struct plan *plan,
    const struct bind_text *text)
{
	const char *plain = method_plain(method, text->text);
	size_t n = strlen(plain);

	while (n > 0 && strchr("+-! ", plain[n - 1]) != NULL)
		n--;
	return method_place(&plan->degree, arena_copy(method->arena, plain, n));
}

/* A degree that stays as it was typed, since it is none or says more. */
static void
tell_degree(struct method *method, const struct plan *plan, struct offer *offer)
{
	size_t at = method_choose(method, &plan->degree, &offer->degree,
	    offer->degree_at > 0 ? NULL : &method->bind->doc->findings);

	if (at == 0 && offer->degree_at > 0)
		bind_finding(method->bind, offer->degree.pos, M_COUNTED_AS,
		    method_plain(method, offer->degree.text),
		    plan->degree.at[offer->degree_at - 1].plain);
}

static void
read_offer(struct method *method, struct plan *plan, struct offer *offer)
{
	size_t phase = method_choose(method, &plan->phase, &offer->phase,
	    &method->bind->doc->faults);

	if (*offer->public.text != '\0')
		offer->public.text =
		    find_public(plan, method_bare(&offer->public))->text.text;
	offer->degree_at = read_degree(method, plan, &offer->degree);
	offer->phase_at = phase > 0 ? phase - 1 : 0;
	method_choose(method, &plan->degree, &offer->degree, NULL);
}

static void
add_offer(struct method *method, struct plan *plan,
    const struct matrix_cell *cell, struct bind_text degree)
{
	struct offer *offer =
	    bind_append(method->bind, &plan->offers, sizeof(*offer));

	*offer = (struct offer){ .public = cell->names[0],
		.phase = cell->names[1],
		.degree = degree };
	bind_fill_texts(plan_offer_rows, offer);
	offer->public.pos = degree.pos;
	if (read_degree(method, plan, &degree) == 0)
		plan_part(method, plan, degree.text, offer);
	if (*offer->degree.text == '\0') {
		offer->degree = degree;
		offer->tool.text = "";
	}
	read_offer(method, plan, offer);
}

/* The degrees that stand in a place of the grid: one, or several. */
static void
read_cell(struct method *method, struct plan *plan,
    const struct matrix_cell *cell)
{
	const char *text = bind_text(method->bind, cell->node);
	struct bind_text whole = { text, cell->node->pos, true };
	struct bind_list several = { .count = 0 };

	if (cell->node->first == NULL &&
	    reading_is_empty(method_plain(method, text)))
		return;
	if (method_place(&plan->degree, method_plain(method, text)) > 0)
		bind_add(method->bind, &several, whole);
	else
		bind_split_names(method->bind, text, whole.pos, &several);
	NODE_EACH(const struct node, child, cell->node)
		bind_split_names(method->bind, bind_text(method->bind, child),
		    child->pos, &several);
	BIND_EACH(const struct bind_text, degree, &several)
		add_offer(method, plan, cell, *degree);
}

/* Whether an offer says nothing that another one of the same does not. */
static bool
is_repeated(const struct method *method, const struct bind_list *same,
    const struct offer *offer)
{
	BIND_EACH(const struct offer *const, other, same)
		if (*other != offer &&
		    method_says(method, plan_offer_rows, offer, *other) &&
		    (*other < offer ||
			!method_says(method, plan_offer_rows, *other, offer)))
			return true;
	return false;
}

static struct bind_list *
same_as(struct method *method, struct gather *groups, const struct offer *offer)
{
	return gather_enter(groups,
	    arena_format(method->arena, "%zu %zu %s", offer->phase_at,
		offer->degree_at, offer->public.text),
	    NULL);
}

/* Drops what is repeated: the offers of a grid that is read again. */
static void
drop_repeated(struct method *method, struct plan *plan)
{
	struct gather groups =
	    gather_new(method->bind, sizeof(struct bind_list));
	struct bind_list kept = { .pos = plan->offers.pos,
		.given = plan->offers.given };

	BIND_EACH(const struct offer, offer, &plan->offers)
		bind_add(method->bind, same_as(method, &groups, offer), offer);
	BIND_EACH(const struct offer, offer, &plan->offers)
		if (!is_repeated(method, same_as(method, &groups, offer),
			offer))
			bind_add(method->bind, &kept, *offer);
	plan->offers = kept;
}

static bool
is_public(const void *context, const char *plain)
{
	return gather_find(context, plain) != NULL;
}

bool
plan_has_phase(const void *context, const char *plain)
{
	const struct plan *plan = context;

	BIND_EACH(const struct bind_text, phase, &plan->phases)
		if (term_same(phase->text, plain))
			return true;
	return !plan->phases.given && plan_is_phase(plain);
}

/* Of the grid. */
static const struct bind_row grid_rows[] = {
	{ BIND_TEXT, T_PUBLIC },
	{ BIND_TEXT, T_PHASE },
	{ BIND_TEXT, T_DEGREE },
	{ BIND_END },
};

void
plan_read(struct method *method, struct plan *plan)
{
	struct matrix matrix = { .bind = method->bind,
		.rows = grid_rows,
		.sides = { { is_public, &plan->publics },
		    { plan_has_phase, plan } },
		.count = 2,
		.own = T_GRID };

	if (!plan->offers.given && !plan->grid.given)
		bind_miss(method->bind, T_PLAN);
	plan->publics = gather_new(method->bind, sizeof(struct public));
	BIND_EACH(const struct public, public, &plan->given)
		find_public(plan, public->text);
	matrix_read(&matrix, &plan->grid);
	find_ladder(method, plan, &matrix.cells);
	read_degrees(method, plan);
	BIND_EACH(struct offer, offer, &plan->offers) {
		plan_place(method, plan, offer);
		if (*offer->phase.text == '\0')
			bind_fault(method->bind, offer->public.pos,
			    M_MISSING_KEY, method_word(method, T_PHASE));
	}
	read_phases(method, plan, &matrix.cells);
	plan->rule_at = method_choose(method, &plan->degree, &plan->rule,
	    &method->bind->doc->findings);
	BIND_EACH(struct offer, offer, &plan->offers)
		read_offer(method, plan, offer);
	BIND_EACH(const struct matrix_cell, cell, &matrix.cells) {
		if (cell->names[0].text != NULL)
			find_public(plan, cell->names[0]);
		if (cell->node != NULL)
			read_cell(method, plan, cell);
	}
	plan->given = plan->publics.list;
	drop_repeated(method, plan);
	BIND_EACH(struct offer, offer, &plan->offers)
		tell_degree(method, plan, offer);
}
