/*
 * count: whom each member names, and who is named how often, first and last.
 */
#include <string.h>

#include "election.h"
#include "sheet/gather.h"
#include "text/uni.h"

/* Whether a nomination names somebody, and who names is a member. */
static bool
counts(const struct nomination *one)
{
	return !one->unread && one->member > 0 && !one->passes &&
	    *one->to.text != '\0';
}

static bool
is_same(const struct nomination *a, const struct nomination *b)
{
	return a->person == b->person &&
	    (a->person > 0 || term_same(a->to.text, b->to.text));
}

static void
choose(struct election *election)
{
	struct choice *choice;

	BIND_EACH(const struct nomination, one, &election->sheet->nominations) {
		if (!counts(one))
			continue;
		choice = &election->choices[one->member - 1];
		if (choice->first == NULL)
			choice->first = choice->last = one;
		else if (!is_same(choice->first, one))
			choice->other = one;
	}
	BIND_EACH(const struct nomination, one, &election->sheet->changes)
		if (counts(one))
			election->choices[one->member - 1].last = one;
}

static struct named *
enter(const struct election *election, struct gather *all,
    const struct nomination *one)
{
	bool met;
	struct named *named = gather_enter(all,
	    method_plain(election->process.method, one->to.text), &met);

	if (!met)
		*named = (struct named){ .name = one->to.text,
			.person = one->person,
			.pos = one->to.pos,
			.by = "" };
	return named;
}

static int
by_often(const void *a, const void *b)
{
	const struct named *one = a, *two = b;

	if (one->after != two->after)
		return one->after < two->after ? 1 : -1;
	if (one->before != two->before)
		return one->before < two->before ? 1 : -1;
	return uni_order(one->name, two->name);
}

/* Whether both of somebody's two names, and no change since, leave none. */
static bool
is_open(const struct choice *choice)
{
	return choice->other != NULL && choice->last == choice->first;
}

/* Whether somebody was proposed before the last proposal, which was discarded:
 * what named them is then ignored (Holacracy 5.3.5 f). */
static bool
is_discarded(const struct election *election, const struct named *named)
{
	if (named->person == 0 || !election->process.consent.rules->most_named)
		return false;
	BIND_EACH(const struct proposed, one, &election->proposed)
		if (one->person == named->person && election->last != NULL &&
		    election->last->person != one->person)
			return true;
	return false;
}

/* Marks who is named most often in the end, of those who were not discarded. */
static void
mark_most(struct election *election)
{
	size_t most = 1;

	BIND_EACH(const struct named, named, &election->named)
		if (named->after > most && !is_discarded(election, named))
			most = named->after;
	BIND_EACH(struct named, named, &election->named)
		named->most =
		    named->after == most && !is_discarded(election, named);
}

void
count_named(struct election *election)
{
	struct process *process = &election->process;
	size_t count = process->consent.member_count, i;
	struct gather all = gather_new(process->bind, sizeof(struct named));
	const struct choice *choice;
	struct named *named;

	election->choices =
	    arena_array(process->arena, count + 1, sizeof(*election->choices));
	choose(election);
	for (i = 0; i < count; i++) {
		choice = &election->choices[i];
		if (choice->first != NULL && choice->other == NULL)
			enter(election, &all, choice->first)->before++;
		if (choice->last == NULL || is_open(choice))
			continue;
		named = enter(election, &all, choice->last);
		named->after++;
		named->self = named->self || named->person == i + 1;
		named->by = method_listed(process->method, named->by,
		    election_member(election, i + 1)->name.text);
	}
	election->named = all.list;
	method_sort(process->method, &election->named, sizeof(struct named),
	    by_often);
	mark_most(election);
}

const char *
count_most(const struct election *election, size_t *how_many, size_t *times)
{
	struct method *method = election->process.method;
	const char *names = "";

	*how_many = *times = 0;
	BIND_EACH(const struct named, named, &election->named)
		if (named->most) {
			names = method_listed(method, names, named->name);
			*times = named->after;
			++*how_many;
		}
	return names;
}

/* Ways to propose one of several who are named equally often, as Holacracy has
 * them (5.3.5 e). */
static void
render_ways(const struct election *election)
{
	const struct process *process = &election->process;
	struct method *method = process->method;
	const struct bind_text *incumbent = &election->sheet->role.incumbent;
	const struct named *self = NULL;
	size_t selves = 0, member;

	BIND_EACH(const struct named, named, &election->named)
		if (named->self && named->most) {
			self = named;
			selves++;
		}
	if (selves == 1)
		method_paragraph(method, M_ELECT_TIE_SELF, self->name);
	BIND_EACH(const struct named, named, &election->named)
		if (named->person > 0 && named->most &&
		    member_is(process, incumbent->text, &member) &&
		    member + 1 == named->person)
			method_paragraph(method, M_ELECT_TIE_HOLDS,
			    named->name);
	method_paragraph(method, M_ELECT_TIE_REST);
}

/* Who is named most, and that it decides nothing. */
static void
render_most(const struct election *election)
{
	const struct process *process = &election->process;
	const struct consent_rules *rules = process->consent.rules;
	struct method *method = process->method;
	enum term message = M_ELECT_MOST;
	size_t how_many, times, all = 0;
	const char *names = count_most(election, &how_many, &times);

	BIND_EACH(const struct named, named, &election->named)
		all += named->after;
	if (how_many == 0)
		return;
	if (rules->most_named)
		message =
		    how_many > 1 ? M_ELECT_TIED_ASKED : M_ELECT_MOST_ASKED;
	else if (how_many > 1)
		message = M_ELECT_MOST_TIED;
	method_paragraph(method, message, names, process_number(process, times),
	    process_number(process, all), process_word(process, rules->name));
	if (rules->most_named && how_many > 1)
		render_ways(election);
}

void
count_render(const struct election *election)
{
	static const enum term heads[] = { T_ELECT_NOMINEE, T_ELECT_BEFORE,
		T_ELECT_LATER, T_ELECT_BY };
	const struct process *process = &election->process;
	struct grid grid;
	const char **cell;

	if (election->named.count == 0)
		return;
	report_section(process->method->report, T_ELECT_NAMED);
	grid =
	    grid_new(process->method->report, heads, 4, election->named.count);
	grid.numbers = 2 | 4;
	cell = grid.cells;
	BIND_EACH(const struct named, named, &election->named) {
		*cell++ = named->name;
		*cell++ = process_number(process, named->before);
		if (election->sheet->changes.count > 0)
			*cell = process_number(process, named->after);
		cell++;
		*cell++ = named->by;
	}
	grid_write(&grid, 1 | 2);
	render_most(election);
}
