/*
 * check: what of a jury's work is to be looked at again.
 */
#include "jury.h"

/* What a juror did not say of an entry, or said and should not have. */
static void
find_of_pair(struct method *method, const struct jury *jury, size_t juror,
    size_t at)
{
	const struct bind_text *who =
	    (const struct bind_text *)jury->jurors.list.at + juror;
	const struct entry *entry = jury_entry(jury, at);
	const char *name = method_plain(method, who->text);
	const struct rating *rating;
	const char *missing = "";
	size_t count = 0, i;
	bool noted = false;

	for (i = 0; i < jury->criteria.count; i++) {
		rating = jury_rating(jury, juror, at, i);
		noted = noted || rating != NULL;
		if (rating != NULL && rating->score.given)
			continue;
		count++;
		missing = method_listed(method, missing,
		    jury_criterion(jury, i)->plain);
	}
	if (jury->recused[juror * jury->entries.count + at]) {
		if (noted)
			method_find(method, entry->text.pos, M_JURY_RECUSED,
			    name, entry->plain);
	} else if (count == jury->criteria.count) {
		method_find(method, entry->text.pos, M_JURY_NO_NOTE, name,
		    entry->plain);
	} else if (count > 0) {
		method_find(method, entry->text.pos, M_JURY_MISSING, name,
		    entry->plain, missing);
	}
}

/* A criterion on which all entries have one mean, and one of whose ratings lie
 * far apart for an entry. */
static void
find_of_criterion(struct method *method, const struct jury *jury,
    const struct ranking *ranking, size_t at)
{
	const struct standing *first = ranking->standings.at;
	const struct criterion *criterion = jury_criterion(jury, at);
	const struct scale *range = &criterion->range;
	bool same = ranking->standings.count > 1;
	const struct tally *tally;

	BIND_EACH(const struct standing, standing, &ranking->standings) {
		tally = &standing->of[at];
		if (2 * (tally->high - tally->low) >
		    range->highest - range->lowest)
			method_find(method, standing->entry.text.pos,
			    M_SCORES_APART,
			    method_listed(method, standing->entry.plain,
				criterion->plain),
			    method_number(method, tally->high - tally->low));
		same = same && standing->ranked &&
		    fraction_order(tally->mean, first->of[at].mean) == 0;
	}
	if (same)
		method_find(method, criterion->text.pos, M_JURY_SAME,
		    criterion->plain);
}

/* An entry that nobody noted on some criterion. */
static void
find_of_standing(struct method *method, const struct jury *jury,
    const struct standing *standing)
{
	const char *missing = "";

	for (size_t i = 0; i < jury->criteria.count; i++)
		if (standing->of[i].count == 0)
			missing = method_listed(method, missing,
			    jury_criterion(jury, i)->plain);
	if (!standing->ranked)
		method_find(method, standing->entry.text.pos, M_JURY_UNRANKED,
		    standing->entry.plain, missing);
}

/* Criteria that weigh alike on scales which do not; and scores that may be weighted
 * already, each within the weight of its criterion and not all within a half. */
static void
find_of_weights(struct method *method, const struct jury *jury)
{
	const struct criterion *first = jury->criteria.at, *of;
	int64_t sum = 0;
	bool within = jury->ratings.count > 0, scales = false, large = false;

	BIND_EACH(const struct criterion, criterion, &jury->criteria) {
		sum += criterion->weight.given ? criterion->weighs : 0;
		within &= criterion->weight.given &&
		    *criterion->scale.text == '\0' &&
		    criterion->range.highest == 100000;
		scales |= criterion->range.highest != first->range.highest;
	}
	BIND_EACH(const struct rating, rating, &jury->ratings) {
		of = jury_criterion(jury, rating->at[CRITERION]);
		within &= rating->score.thousandths <= of->weighs;
		large |= rating->score.thousandths > of->weighs / 2;
	}
	if (scales && sum == 0)
		method_find(method, first->text.pos, M_JURY_SCALES);
	if (within && large && sum == 100000 && jury->criteria.count > 1)
		method_find(method, first->text.pos, M_JURY_WEIGHTED,
		    first->plain, method_number(method, first->weighs));
}

/* A weight that turns the order when it changes by a quarter. */
static void
find_of_turn(struct method *method, const struct turn *turn)
{
	struct fraction quarter = fraction_of(turn->criterion->weighs, 4);

	if (fraction_order(turn->change, quarter) <= 0)
		method_find(method, turn->criterion->text.pos, M_JURY_TURNS,
		    turn->criterion->plain,
		    method_number(method, turn->then.thousandths),
		    turn->behind->entry.plain, turn->ahead->entry.plain);
}

const char *
jury_tied(struct method *method, const struct ranking *ranking)
{
	const char *names = "";

	BIND_EACH(const struct standing, standing, &ranking->standings)
		if (standing->tied)
			names =
			    method_listed(method, names, standing->entry.plain);
	return names;
}

void
jury_find(struct method *method, const struct jury *jury,
    const struct ranking *ranking)
{
	const struct standing *first = ranking->standings.at;

	for (size_t i = 0; i < jury->jurors.list.count; i++)
		for (size_t j = 0; j < jury->entries.count; j++)
			find_of_pair(method, jury, i, j);
	BIND_EACH(const struct standing, standing, &ranking->standings)
		find_of_standing(method, jury, standing);
	for (size_t i = 0; i < jury->criteria.count; i++)
		find_of_criterion(method, jury, ranking, i);
	find_of_weights(method, jury);
	if (ranking->tied > 0)
		method_find(method, first[ranking->kept].entry.text.pos,
		    M_VALUES_TIE, jury_tied(method, ranking));
	if (ranking->least != NULL)
		find_of_turn(method, ranking->least);
	if (jury->budget.given && ranking->cost > jury->budget.cents)
		method_find(method, jury->budget.pos, M_JURY_OVER_BUDGET,
		    method_money(method, ranking->cost),
		    method_money(method, ranking->cost - jury->budget.cents));
}
