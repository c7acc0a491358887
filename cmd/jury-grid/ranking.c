/*
 * ranking: ratings to means, an order, and what would turn it.
 *
 * The mean of an entry on a criterion is that of the ratings that count, and
 * one that is missing is none of them; the weighted mean of these puts the
 * entries in order.  All of it is kept exact, since an order hangs on it.
 */

#include "base/arena.h"
#include "jury.h"
#include "value/number.h"

static const struct fraction none = { 0, 1 };

static struct fraction
share_of(const struct criterion *criterion, const struct rating *rating)
{
	int64_t score = rating->score.thousandths;
	int64_t width = criterion->range.highest - criterion->range.lowest;

	return fraction_of(criterion->way.term == T_JURY_LESS
		? criterion->range.highest - score
		: score - criterion->range.lowest,
	    width);
}

int64_t
jury_weight(const struct criterion *criterion)
{
	return criterion->weight.given ? criterion->weight.thousandths : 1000;
}

/* The weighted mean of what an entry has on each criterion. */
static struct fraction
weigh(const struct jury *jury, const struct fraction *of)
{
	struct fraction sum = none;
	int64_t weight, weights = 0;
	size_t i;

	for (i = 0; i < jury->criteria.count; i++) {
		weight = jury_weight(jury_criterion(jury, i));
		weights += weight;
		sum = fraction_add(sum,
		    fraction_times(of[i], fraction_of(weight, 1)));
	}
	return fraction_over(sum, fraction_of(weights, 1));
}

const char *
jury_mean(const struct method *method, const struct jury *jury,
    struct fraction mean)
{
	const struct scale *scale = &jury->common;

	mean = fraction_times(mean,
	    fraction_of(scale->highest - scale->lowest, 1000));
	mean = fraction_add(mean, fraction_of(scale->lowest, 1000));
	return number_text(method->arena, fraction_rounded(mean, 2), 2, false,
	    method->lang);
}

const char *
jury_apart(const struct method *method, const struct jury *jury,
    struct fraction apart, bool signs)
{
	apart = fraction_times(apart,
	    fraction_of(jury->common.highest - jury->common.lowest, 1000));
	return number_text(method->arena, fraction_rounded(apart, 2), 2,
	    signs && fraction_rounded(apart, 2) != 0, method->lang);
}

int64_t
jury_raw(const struct jury *jury, struct fraction mean, size_t criterion)
{
	const struct criterion *of = jury_criterion(jury, criterion);
	const struct scale *range = &of->range;

	if (of->way.term == T_JURY_LESS)
		mean = fraction_less(fraction_of(1, 1), mean);
	mean = fraction_times(mean,
	    fraction_of(range->highest - range->lowest, 1000));
	return fraction_rounded(fraction_add(mean,
				    fraction_of(range->lowest, 1000)),
	    2);
}

/* How far apart the jurors' own weighted means of an entry are, of those who
 * have a rating on every criterion. */
static void
compare_jurors(struct method *method, const struct jury *jury,
    struct standing *standing)
{
	struct fraction *of =
	    arena_array(method->arena, jury->criteria.count, sizeof(*of));
	struct fraction lowest = none, highest = none, mean;
	const struct rating *rating;
	size_t count = 0, i, j;

	for (i = 0; i < jury->jurors.list.count; i++) {
		for (j = 0; j < jury->criteria.count; j++) {
			rating = jury_counted(jury, i, standing->at, j);
			if (rating == NULL)
				break;
			of[j] = share_of(jury_criterion(jury, j), rating);
		}
		if (j < jury->criteria.count)
			continue;
		mean = weigh(jury, of);
		if (count++ == 0)
			lowest = highest = mean;
		if (fraction_order(mean, lowest) < 0)
			lowest = mean;
		if (fraction_order(mean, highest) > 0)
			highest = mean;
	}
	standing->compared = count > 1;
	standing->apart = fraction_less(highest, lowest);
}

static struct standing
stand(struct method *method, const struct jury *jury, size_t at)
{
	size_t criteria = jury->criteria.count, ratings = 0, i, j;
	const struct rating *rating;
	struct standing standing = { .entry = jury_entry(jury, at),
		.at = at,
		.ranked = criteria > 0,
		.of = arena_array(method->arena, criteria + 1,
		    sizeof(struct fraction)),
		.counts =
		    arena_array(method->arena, criteria + 1, sizeof(size_t)),
		.breaks = &jury->breaks };

	for (i = 0; i < criteria; i++) {
		standing.of[i] = none;
		for (j = 0; j < jury->jurors.list.count; j++) {
			rating = jury_counted(jury, j, at, i);
			if (rating == NULL)
				continue;
			standing.counts[i]++;
			standing.of[i] = fraction_add(standing.of[i],
			    share_of(jury_criterion(jury, i), rating));
		}
		if (standing.counts[i] > 0)
			standing.of[i] = fraction_over(standing.of[i],
			    fraction_of((int64_t)standing.counts[i], 1));
		else
			standing.ranked = false;
		ratings += standing.counts[i];
	}
	compare_jurors(method, jury, &standing);
	standing.mean = standing.ranked ? weigh(jury, standing.of) : none;
	standing.count = method_figure(1000 * (int64_t)ratings);
	return standing;
}

/* By the mean, then by those on the criteria that break ties. */
static int
order_by_mean(const void *a, const void *b)
{
	const struct standing *one = a, *two = b;
	const size_t *at = one->breaks->at;
	int order = two->ranked - one->ranked;
	size_t i;

	if (order == 0)
		order = fraction_order(two->mean, one->mean);
	for (i = 0; order == 0 && i < one->breaks->count; i++)
		order = fraction_order(two->of[at[i]], one->of[at[i]]);
	return order;
}

/* Gives equal ones one rank, and retains the best: of those who are equal at
 * the cut none. */
static void
cut(const struct jury *jury, struct ranking *ranking)
{
	struct standing *standing = ranking->standings.at;
	size_t places = (size_t)jury->winners.thousandths / 1000, i, j, k;

	for (i = 0; i < ranking->ranked; i = j) {
		for (j = i; j < ranking->ranked &&
		     order_by_mean(&standing[i], &standing[j]) == 0;
		     j++)
			standing[j].rank =
			    method_figure(1000 * (int64_t)(i + 1));
		if (j <= places)
			ranking->kept = j;
		else if (i < places)
			ranking->tied = j - i;
		for (k = i; k < j && i < places; k++) {
			standing[k].tied = j > places;
			if (standing[k].tied)
				continue;
			ranking->cost += standing[k].entry->cost.cents;
			ranking->known =
			    ranking->known && standing[k].entry->cost.given;
		}
	}
}

/* The weight of a criterion at which one entry no longer is ahead of another,
 * where that is nearer than the one known. */
static void
turn(struct turn *turn, size_t criterion, int64_t weights,
    const struct standing *ahead, const struct standing *behind)
{
	struct fraction apart =
	    fraction_times(fraction_less(ahead->mean, behind->mean),
		fraction_of(weights, 1));
	struct fraction here =
	    fraction_less(ahead->of[criterion], behind->of[criterion]);
	struct fraction change, weight;

	if (here.part == 0 || order_by_mean(ahead, behind) == 0)
		return;
	change = fraction_over(apart, here);
	weight =
	    fraction_less(fraction_of(jury_weight(turn->criterion), 1), change);
	if (change.part < 0)
		change.part = -change.part;
	if (weight.part < 0 || fraction_is_lost(weight) ||
	    (turn->given && fraction_order(change, turn->change) >= 0))
		return;
	turn->given = true;
	turn->weight = weight;
	turn->change = change;
	turn->ahead = ahead->entry;
	turn->behind = behind->entry;
}

/* What would turn the cut, or where there is none the order: of two that stand
 * side by side in it, since no others can meet before. */
static void
find_turn(const struct jury *jury, const struct ranking *ranking,
    size_t criterion, struct turn *found)
{
	const struct standing *standing = ranking->standings.at;
	size_t count = ranking->ranked, i, j, kept = ranking->kept;
	bool is_cut = kept > 0 && kept < count && ranking->tied == 0;
	const struct standing *next;
	int64_t weights = 0;

	for (i = 0; i < jury->criteria.count; i++)
		weights += jury_weight(jury_criterion(jury, i));
	for (i = 0; i < (is_cut ? kept : count); i++) {
		next = NULL;
		for (j = is_cut ? kept : i + 1; j < count; j++) {
			if (!is_cut && next != NULL &&
			    fraction_order(next->mean, standing[j].mean) != 0)
				break;
			turn(found, criterion, weights, &standing[i],
			    &standing[j]);
			if (fraction_order(standing[i].mean,
				standing[j].mean) != 0)
				next = &standing[j];
		}
	}
}

static void
find_turns(struct method *method, const struct jury *jury,
    struct ranking *ranking)
{
	struct fraction share, least = none;
	struct turn *turn;
	size_t i;

	for (i = 0; i < jury->criteria.count; i++) {
		turn =
		    bind_append(method->bind, &ranking->turns, sizeof(*turn));
		turn->criterion = jury_criterion(jury, i);
		find_turn(jury, ranking, i, turn);
		turn->name.text = jury->names.at[i].text;
		turn->now = method_figure(jury_weight(turn->criterion));
		turn->then = method_figure(fraction_rounded(
		    fraction_over(turn->weight, fraction_of(1000, 1)), 2));
		turn->then.given = turn->given;
		turn->moves.text = turn->given
		    ? jury_name(&turn->behind->id, &turn->behind->text)
		    : "";
		turn->falls.text = turn->given
		    ? jury_name(&turn->ahead->id, &turn->ahead->text)
		    : "";
	}
	for (i = 0; i < ranking->turns.count; i++) {
		turn = (struct turn *)ranking->turns.at + i;
		if (!turn->given || jury_weight(turn->criterion) == 0)
			continue;
		share = fraction_over(turn->change,
		    fraction_of(jury_weight(turn->criterion), 1));
		if (ranking->least != NULL && fraction_order(share, least) >= 0)
			continue;
		ranking->least = turn;
		least = share;
	}
}

struct ranking
jury_rank(struct method *method, const struct jury *jury)
{
	struct ranking ranking = { .known = true };
	struct standing standing;
	bool lost = false;
	size_t i;

	for (i = 0; i < jury->entries.count; i++) {
		standing = stand(method, jury, i);
		lost = lost || fraction_is_lost(standing.mean);
		ranking.ranked += standing.ranked;
		*(struct standing *)bind_append(method->bind,
		    &ranking.standings, sizeof(standing)) = standing;
	}
	if (lost)
		bind_fault(method->bind, jury->tables.pos, M_JURY_TOO_FINE);
	ranking.standings =
	    method_sorted(method, sizeof(standing), order_by_mean,
		(const struct bind_list *[]){ &ranking.standings, NULL });
	cut(jury, &ranking);
	find_turns(method, jury, &ranking);
	return ranking;
}

/* The mean of the other jurors' ratings; false where there are none. */
static bool
others_of(const struct jury *jury, size_t juror, size_t entry, size_t criterion,
    struct fraction *mean)
{
	const struct rating *rating;
	size_t count = 0, i;

	*mean = none;
	for (i = 0; i < jury->jurors.list.count; i++) {
		rating = jury_counted(jury, i, entry, criterion);
		if (i == juror || rating == NULL)
			continue;
		count++;
		*mean = fraction_add(*mean,
		    share_of(jury_criterion(jury, criterion), rating));
	}
	if (count > 0)
		*mean = fraction_over(*mean, fraction_of((int64_t)count, 1));
	return count > 0;
}

struct severity
jury_severity(struct method *method, const struct jury *jury, size_t juror)
{
	struct severity severity = {
		.name = ((const struct bind_text *)jury->jurors.list.at)[juror],
		.mean.text = "",
		.others.text = "",
		.apart.text = ""
	};
	struct fraction mean = none, sum = none, others, count;
	size_t ratings = 0, shared = 0;
	const struct rating *rating;
	size_t i, j;

	for (i = 0; i < jury->entries.count; i++)
		for (j = 0; j < jury->criteria.count; j++) {
			rating = jury_counted(jury, juror, i, j);
			ratings += rating != NULL;
			if (rating == NULL ||
			    !others_of(jury, juror, i, j, &others))
				continue;
			shared++;
			mean = fraction_add(mean,
			    share_of(jury_criterion(jury, j), rating));
			sum = fraction_add(sum, others);
		}
	severity.count = method_figure(1000 * (int64_t)ratings);
	if (shared == 0)
		return severity;
	count = fraction_of((int64_t)shared, 1);
	severity.mean.text =
	    jury_mean(method, jury, fraction_over(mean, count));
	severity.others.text =
	    jury_mean(method, jury, fraction_over(sum, count));
	severity.apart.text = jury_apart(method, jury,
	    fraction_over(fraction_less(mean, sum), count), true);
	return severity;
}
