/*
 * list: the numbered panels, each as likely as any other, that make every
 * chance a whole number of them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "chance.h"
#include "panel.h"
#include "value/number.h"

/* A lottery, as so many times each of its panels. */
struct tally {
	const struct programme *programme;
	const struct lottery *lottery;
	size_t panels;
	int *times;   /* of each panel */
	double *away; /* by kind: how far its seats are from what is wanted */
};

/* What it costs, in squares of people's chances, to have a panel once more. */
static double
cost_of(const struct tally *tally, const int *more, const int *less)
{
	double cost = 0, step;

	for (size_t i = 0; i < tally->programme->kinds; i++) {
		step = more[i] - less[i];
		if (step != 0)
			cost += step * (2 * tally->away[i] + step) /
			    tally->programme->people[i];
	}
	return cost;
}

static void
move_one(struct tally *tally, size_t more, size_t less)
{
	int **panels = tally->lottery->panels;

	tally->times[more]++;
	tally->times[less]--;
	for (size_t i = 0; i < tally->programme->kinds; i++)
		tally->away[i] += panels[more][i] - panels[less][i];
}

/* One panel for another, as long as that brings chances nearer. */
static void
improve(struct tally *tally)
{
	const struct lottery *lottery = tally->lottery;
	size_t left = 4 * tally->panels, i, j, more, less;
	double best, cost;

	do {
		best = -1e-6;
		more = less = 0;
		for (i = 0; i < lottery->count; i++)
			for (j = 0; j < lottery->count; j++) {
				if (i == j || tally->times[j] == 0)
					continue;
				cost = cost_of(tally, lottery->panels[i],
				    lottery->panels[j]);
				if (cost < best) {
					best = cost;
					more = i;
					less = j;
				}
			}
		if (more != less)
			move_one(tally, more, less);
	} while (more != less && left-- > 0);
}

/* Systematic rounding: each panel as often as its weight says, less or more by
 * one. */
static struct tally
tally_new(struct arena *arena, const struct programme *programme,
    const struct lottery *lottery, size_t panels)
{
	struct tally tally = { programme, lottery, panels,
		arena_array(arena, lottery->count, sizeof(int)),
		arena_array(arena, programme->kinds, sizeof(double)) };
	double sum = 0;
	size_t i, j, before = 0, now;

	for (i = 0; i < programme->kinds; i++)
		tally.away[i] = -lottery->wanted[i] * (double)panels;
	for (j = 0; j < lottery->count; j++, before = now) {
		sum += lottery->weights[j] * (double)panels;
		now =
		    j + 1 == lottery->count ? panels : (size_t)floor(sum + 0.5);
		if (now > panels)
			now = panels;
		tally.times[j] = (int)(now - before);
		for (i = 0; i < programme->kinds; i++)
			tally.away[i] += tally.times[j] * lottery->panels[j][i];
	}
	if (lottery->count <= 200)
		improve(&tally);
	return tally;
}

/*
 * People.
 */

/* Whether one person is to be seated before another: who was seated less, then
 * who comes first in the order of digests. */
static bool
is_before(const struct person *one, const struct person *other)
{
	return other == NULL || one->times < other->times ||
	    (one->times == other->times &&
		strcmp(one->order, other->order) < 0);
}

/* Seats so many of a kind in a panel, each from a household that has no seat in
 * it: those who were seated least. */
static void
seat_kind(struct method *method, const struct panel *panel, size_t kind,
    int count, size_t number, struct bind_list *seated)
{
	const struct class *class = (const struct class *)panel->classes.at +
	    panel_kind(panel, kind)->class;
	struct person *found;
	size_t home, at = 0;

	for (; count > 0; count--) {
		found = NULL;
		home = 0;
		BIND_EACH(struct home *const, one, &class->homes) {
			home++;
			if ((*one)->seated == number)
				continue;
			BIND_EACH(struct person *const, member,
			    &(*one)->members)
				if ((*member)->kind == kind &&
				    is_before(*member, found)) {
					found = *member;
					at = home - 1;
				}
		}
		if (found == NULL)
			return;
		(*(struct home **)bind_nth(&class->homes, sizeof(struct home *),
		     at))
		    ->seated = number;
		found->times++;
		bind_add(method->bind, seated, found);
	}
}

static int
compare_places(const void *a, const void *b)
{
	const struct person *one = *(struct person *const *)a,
			    *other = *(struct person *const *)b;

	return (one > other) - (one < other);
}

/*
 * The people of one numbered panel, in the order of the closed list, behind
 * those who have a seat already.  Where households hold people of several
 * profiles a seat may find nobody whose household has none: that is a fault,
 * since the panel would not keep its quotas.
 */
static void
seat_panel(struct method *method, struct panel *panel, const int *of,
    size_t number)
{
	struct bind_list seated = { .count = 0 };
	struct listed *listed =
	    bind_append(method->bind, &panel->lists, sizeof(*listed));
	struct bind_text *id;

	BIND_EACH(struct person, person, &panel->people)
		if (person->already)
			bind_add(method->bind, &seated, person);
	for (size_t i = 0; i < panel->kinds.count; i++)
		seat_kind(method, panel, i, of[i], number, &seated);
	if ((int64_t)seated.count * 1000 != panel->size.thousandths)
		bind_fault(method->bind, panel->size.pos, M_PANEL_SEATS,
		    method_integer(method, (int64_t)number),
		    method_integer(method, (int64_t)seated.count));
	if (seated.count > 0)
		qsort(seated.at, seated.count, sizeof(struct person *),
		    compare_places);
	bind_fill_texts(listed_rows, listed);
	listed->number.text = method_integer(method, (int64_t)number);
	listed->number.given = true;
	BIND_EACH(struct person *const, person, &seated) {
		id = bind_append(method->bind, &listed->ids, sizeof(*id));
		*id = (*person)->id;
		id->more = NULL;
	}
}

/* "1: A, B" and so on, a line each: what the digest of the list is of. */
static void
hash_lists(struct method *method, struct panel *panel)
{
	BUF_SCRATCH(text);
	const char *part;

	BIND_EACH(const struct listed, listed, &panel->lists) {
		buf_format(&text, "%s:", listed->number.text);
		part = " ";
		BIND_EACH(const struct bind_text, id, &listed->ids) {
			buf_format(&text, "%s%s", part,
			    method_plain(method, id->text));
			part = ", ";
		}
		buf_char(&text, '\n');
	}
	panel_settle(method, T_PANEL_LISTS_HASH, &panel->record.lists,
	    digest_sha256(method->arena, text.at, text.length));
}

/*
 * Chances.
 */

/* What a figure of GLPK's is in thousandths of a per cent: it is sure to far
 * more than that. */
static int64_t
thousandths(double chance)
{
	return llround(round(chance * 1e7) / 100);
}

const char *
panel_percent(struct method *method, int64_t part)
{
	return arena_format(method->arena, "%s%s",
	    number_text(method->arena, (part + 50) / 100 * 100, 0, false,
		method->lang),
	    method_word(method, T_PERCENT));
}

/* The chances of a profile's people, in thousandths of a per cent. */
static void
put_chance(struct method *method, struct panel *panel, size_t profile,
    const double *wanted)
{
	struct chance *row =
	    bind_append(method->bind, &panel->chances, sizeof(*row));
	int64_t low = 100000, high = 0, least = 100000, most = 0, one;
	int64_t panels = (int64_t)panel->lists.count;

	BIND_EACH(const struct person, person, &panel->people) {
		if (person->profile != profile)
			continue;
		one = person->already ? 100000
		    : person->kind == PANEL_NONE
		    ? 0
		    : thousandths(wanted[person->kind] /
			  (double)panel_kind(panel, person->kind)->people);
		low = one < low ? one : low;
		high = one > high ? one : high;
		if (panels > 0 && !person->already)
			one = (int64_t)person->times * 100000 / panels;
		least = one < least ? one : least;
		most = one > most ? one : most;
	}
	bind_fill_texts(chance_rows, row);
	row->profile.text = panel_profile(panel, profile)->name;
	row->people = method_count(panel_profile(panel, profile)->people);
	row->best.text = low == high
	    ? panel_percent(method, low)
	    : arena_format(method->arena, "%s – %s", panel_percent(method, low),
		  panel_percent(method, high));
	row->least.text = panel_percent(method, least);
	row->most.text = panel_percent(method, most);
	row->profile.given = row->best.given = row->least.given =
	    row->most.given = true;
}

/* How far a chance in the list is from the best there is, at most. */
static void
put_gap(struct method *method, struct panel *panel, const double *wanted)
{
	int64_t gap = 0, one;

	BIND_EACH(const struct person, person, &panel->people) {
		if (person->kind == PANEL_NONE)
			continue;
		one = llabs((int64_t)person->times * 100000 /
			(int64_t)panel->lists.count -
		    thousandths(wanted[person->kind] /
			(double)panel_kind(panel, person->kind)->people));
		gap = one > gap ? one : gap;
	}
	panel_settle(method, T_PANEL_GAP, &panel->record.gap,
	    panel_percent(method, gap));
}

void
list_make(struct method *method, struct panel *panel,
    struct programme *programme)
{
	size_t panels = (size_t)(panel->lists_wanted.thousandths / 1000);
	struct lottery lottery = { .count = 0 };
	struct tally tally;
	size_t i, number = 0;

	if (panel->simple) {
		lottery.wanted = arena_array(method->arena,
		    programme->kinds + 1, sizeof(double));
		for (i = 0; i < programme->kinds; i++)
			lottery.wanted[i] = programme->limits[0].least;
	} else {
		lottery = chance_find(programme);
		panel->lists =
		    (struct bind_list){ .given = panel->lists.given };
		tally = tally_new(method->arena, programme, &lottery, panels);
		for (i = 0; i < lottery.count; i++)
			for (int j = 0; j < tally.times[i]; j++)
				seat_panel(method, panel, lottery.panels[i],
				    ++number);
		hash_lists(method, panel);
		panel_settle(method, T_PANEL_OPTIMUM, &panel->record.optimum,
		    method_word(method,
			lottery.sure ? T_PANEL_SURE : T_PANEL_UNSURE));
		put_gap(method, panel, lottery.wanted);
	}
	panel->chances = (struct bind_list){ .count = 0 };
	for (i = 0; i < panel->profiles.count; i++)
		put_chance(method, panel, i, lottery.wanted);
}
