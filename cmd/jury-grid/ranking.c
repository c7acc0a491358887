/*
 * ranking: ratings to means, an order, and what would turn it.
 *
 * The mean of an entry on a criterion is that of the ratings that count, and
 * one that is missing is none of them; the weighted mean of these puts the
 * entries in order.  All of it is kept exact, since an order hangs on it.
 */
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

static int64_t
weights_of(const struct jury *jury)
{
	int64_t weights = 0;

	BIND_EACH(const struct criterion, criterion, &jury->criteria)
		weights += criterion->weighs;
	return weights;
}

/* A sum with what an entry has on a criterion, as far as that weighs. */
static struct fraction
weigh(struct fraction sum, const struct criterion *criterion,
    struct fraction of)
{
	return fraction_add(sum,
	    fraction_times(of, fraction_of(criterion->weighs, 1)));
}

int64_t
jury_on(const struct scale *scale, struct fraction part, int64_t above)
{
	struct fraction wide = fraction_times(part,
	    fraction_of(scale->highest - scale->lowest, 1000));

	return fraction_rounded(fraction_add(wide, fraction_of(above, 1000)),
	    2);
}

static struct tally
tally_of(const struct jury *jury, size_t entry, size_t criterion)
{
	struct tally tally = { .sum = none, .mean = none };
	const struct rating *rating;
	int64_t score;

	for (size_t i = 0; i < jury->jurors.list.count; i++) {
		rating = jury_counted(jury, i, entry, criterion);
		if (rating == NULL)
			continue;
		score = rating->score.thousandths;
		if (tally.count == 0 || score < tally.low)
			tally.low = score;
		if (tally.count == 0 || score > tally.high)
			tally.high = score;
		tally.count++;
		tally.sum = fraction_add(tally.sum,
		    share_of(jury_criterion(jury, criterion), rating));
	}
	if (tally.count > 0)
		tally.mean = fraction_over(tally.sum,
		    fraction_of((int64_t)tally.count, 1));
	return tally;
}

/* How far apart the jurors' own weighted means of an entry are, of those who
 * have a rating on every criterion. */
static struct bind_number
spread_of(const struct jury *jury, size_t entry)
{
	struct fraction lowest = none, highest = none, sum;
	const struct rating *rating;
	size_t count = 0, i, j;

	for (i = 0; i < jury->jurors.list.count; i++) {
		sum = none;
		for (j = 0; j < jury->criteria.count; j++) {
			rating = jury_counted(jury, i, entry, j);
			if (rating == NULL)
				break;
			sum = weigh(sum, jury_criterion(jury, j),
			    share_of(jury_criterion(jury, j), rating));
		}
		if (j < jury->criteria.count)
			continue;
		if (count++ == 0)
			lowest = highest = sum;
		if (fraction_order(sum, lowest) < 0)
			lowest = sum;
		if (fraction_order(sum, highest) > 0)
			highest = sum;
	}
	if (count < 2)
		return (struct bind_number){ .given = false };
	return method_figure(jury_on(&jury->common,
	    fraction_over(fraction_less(highest, lowest),
		fraction_of(weights_of(jury), 1)),
	    0));
}

static struct standing
stand(const struct jury *jury, size_t at)
{
	size_t criteria = jury->criteria.count, ratings = 0, i;
	struct tally *of = &jury->tallies[at * criteria];
	struct standing standing = { .entry = *jury_entry(jury, at),
		.jury = jury,
		.of = of,
		.ranked = criteria > 0,
		.mean = none };

	for (i = 0; i < criteria; i++) {
		of[i] = tally_of(jury, at, i);
		ratings += of[i].count;
		standing.ranked = standing.ranked && of[i].count > 0;
		standing.mean =
		    weigh(standing.mean, jury_criterion(jury, i), of[i].mean);
	}
	standing.count = method_count(ratings);
	standing.spread = spread_of(jury, at);
	if (!standing.ranked) {
		standing.mean = none;
		return standing;
	}
	standing.mean =
	    fraction_over(standing.mean, fraction_of(weights_of(jury), 1));
	standing.figure = method_figure(
	    jury_on(&jury->common, standing.mean, jury->common.lowest));
	return standing;
}

/* By the mean, then by those on the criteria that break ties. */
static int
order_by_mean(const void *a, const void *b)
{
	const struct standing *one = a, *two = b;
	const struct criterion *first = one->jury->criteria.at;
	int order = two->ranked - one->ranked;

	if (order == 0)
		order = fraction_order(two->mean, one->mean);
	BIND_EACH(const struct criterion *const, by, &one->jury->breaks)
		if (order == 0)
			order = fraction_order(two->of[*by - first].mean,
			    one->of[*by - first].mean);
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
			standing[j].rank = method_count(i + 1);
		if (j <= places)
			ranking->kept = j;
		else if (i < places)
			ranking->tied = j - i;
		for (k = i; k < j && i < places; k++) {
			standing[k].tied = j > places;
			if (standing[k].tied)
				continue;
			ranking->cost += standing[k].entry.cost.cents;
			ranking->known =
			    ranking->known && standing[k].entry.cost.given;
		}
	}
}

/* The weight of a criterion at which one entry no longer is ahead of another,
 * where that is nearer than the one known. */
static void
turn(struct turn *turn, size_t criterion, const struct standing *ahead,
    const struct standing *behind)
{
	struct fraction apart =
	    fraction_times(fraction_less(ahead->mean, behind->mean),
		fraction_of(weights_of(ahead->jury), 1));
	struct fraction here = fraction_less(ahead->of[criterion].mean,
	    behind->of[criterion].mean);
	struct fraction change, weight;

	if (here.part == 0 || order_by_mean(ahead, behind) == 0)
		return;
	change = fraction_over(apart, here);
	weight = fraction_less(fraction_of(turn->criterion->weighs, 1), change);
	if (change.part < 0)
		change.part = -change.part;
	if (weight.part < 0 || fraction_is_lost(weight) ||
	    (turn->ahead != NULL && fraction_order(change, turn->change) >= 0))
		return;
	turn->weight = weight;
	turn->change = change;
	turn->ahead = ahead;
	turn->behind = behind;
}

/* Adds a fraction as digits, which are those of an equal one. */
static void
put_fraction(struct buf *key, struct fraction mean)
{
	buf_format(key, "%llx.%llx/%llx.%llx ", (long long)(mean.part >> 64),
	    (long long)mean.part, (long long)(mean.whole >> 64),
	    (long long)mean.whole);
}

/* What turns a standing at a criterion: its means on all, on that one, and on those
 * that break ties. */
static const char *
turning(struct method *method, const struct standing *one, size_t criterion)
{
	const struct criterion *first = one->jury->criteria.at;
	struct buf key = BUF_INIT;

	put_fraction(&key, one->mean);
	put_fraction(&key, one->of[criterion].mean);
	BIND_EACH(const struct criterion *const, by, &one->jury->breaks)
		put_fraction(&key, one->of[*by - first].mean);
	return buf_take(&key, method->arena);
}

/* The ranked standings, without those that turn as one before them does: struct
 * standing *. */
static struct bind_list
all_that_turn(struct method *method, const struct ranking *ranking,
    size_t criterion)
{
	const struct standing *one = ranking->standings.at;
	const struct standing *end =
	    bind_nth(&ranking->standings, sizeof(*one), ranking->ranked);
	struct bind_list all = { .count = 0 };
	struct dict known;

	dict_init(&known, method->arena);
	for (; one < end; one++) {
		dict_enter(&known, turning(method, one, criterion));
		if (known.count > all.count)
			bind_add(method->bind, &all, one);
	}
	return all;
}

/* What would turn the cut, or where there is none the order: of two that stand
 * side by side in it, since no others can meet before. */
static void
find_turn(struct method *method, const struct ranking *ranking,
    size_t criterion, struct turn *found)
{
	const struct bind_list all = all_that_turn(method, ranking, criterion);
	const struct standing *const *one = all.at, *next;
	const struct standing *cut_at =
	    bind_nth(&ranking->standings, sizeof(*next), ranking->kept);
	bool is_cut = ranking->kept > 0 && ranking->kept < ranking->ranked &&
	    ranking->tied == 0;

	for (size_t i = 0; i < all.count && !(is_cut && one[i] >= cut_at);
	     i++) {
		next = NULL;
		for (size_t j = i + 1; j < all.count; j++) {
			if (is_cut && one[j] < cut_at)
				continue;
			if (!is_cut && next != NULL &&
			    fraction_order(next->mean, one[j]->mean) != 0)
				break;
			turn(found, criterion, one[i], one[j]);
			if (fraction_order(one[i]->mean, one[j]->mean) != 0)
				next = one[j];
		}
	}
}

static void
find_turns(struct method *method, const struct jury *jury,
    struct ranking *ranking)
{
	struct turn *turns = arena_array(method->arena,
	    jury->criteria.count + 1, sizeof(*turns));
	struct fraction share, least = none;

	ranking->turns =
	    (struct bind_list){ .at = turns, .count = jury->criteria.count };
	for (size_t i = 0; i < jury->criteria.count; i++) {
		turns[i].criterion = jury_criterion(jury, i);
		turns[i].name.text = turns[i].criterion->name;
		turns[i].now = method_figure(turns[i].criterion->weighs);
		find_turn(method, ranking, i, &turns[i]);
		if (turns[i].ahead == NULL)
			continue;
		turns[i].then = method_figure(fraction_rounded(
		    fraction_over(turns[i].weight, fraction_of(1000, 1)), 2));
		turns[i].moves.text = turns[i].behind->entry.name;
		turns[i].falls.text = turns[i].ahead->entry.name;
		if (turns[i].criterion->weighs == 0)
			continue;
		share = fraction_over(turns[i].change,
		    fraction_of(turns[i].criterion->weighs, 1));
		if (ranking->least != NULL && fraction_order(share, least) >= 0)
			continue;
		ranking->least = &turns[i];
		least = share;
	}
}

struct ranking
jury_rank(struct method *method, struct jury *jury)
{
	struct ranking ranking = { .known = true };
	struct standing standing;
	bool lost = false;

	jury->tallies = arena_array(method->arena,
	    jury->entries.count * jury->criteria.count + 1,
	    sizeof(struct tally));
	for (size_t i = 0; i < jury->entries.count; i++) {
		standing = stand(jury, i);
		lost = lost || fraction_is_lost(standing.mean);
		ranking.ranked += standing.ranked;
		bind_add(method->bind, &ranking.standings, standing);
	}
	if (lost)
		bind_fault(method->bind, jury->tables.pos, M_JURY_TOO_FINE);
	method_sort(method, &ranking.standings, sizeof(standing),
	    order_by_mean);
	cut(jury, &ranking);
	find_turns(method, jury, &ranking);
	return ranking;
}

struct severity
jury_severity(struct method *method, const struct jury *jury, size_t juror)
{
	struct severity severity = {
		.name = ((const struct bind_text *)jury->jurors.list.at)[juror]
	};
	size_t criteria = jury->criteria.count, ratings = 0, shared = 0, i;
	struct fraction own = none, others = none, share, count;
	const struct scale *scale = &jury->common;
	const struct rating *rating;
	const struct tally *tally;
	int64_t apart;

	for (i = 0; i < jury->entries.count * criteria; i++) {
		tally = &jury->tallies[i];
		rating = jury_counted(jury, juror, i / criteria, i % criteria);
		if (rating == NULL)
			continue;
		ratings++;
		if (tally->count < 2)
			continue;
		shared++;
		share = share_of(jury_criterion(jury, i % criteria), rating);
		own = fraction_add(own, share);
		others = fraction_add(others,
		    fraction_over(fraction_less(tally->sum, share),
			fraction_of((int64_t)tally->count - 1, 1)));
	}
	severity.count = method_count(ratings);
	if (shared == 0)
		return severity;
	count = fraction_of((int64_t)shared, 1);
	own = fraction_over(own, count);
	others = fraction_over(others, count);
	severity.mean = method_figure(jury_on(scale, own, scale->lowest));
	severity.others = method_figure(jury_on(scale, others, scale->lowest));
	apart = jury_on(scale, fraction_less(own, others), 0);
	severity.apart.text =
	    number_text(method->arena, apart, 2, apart != 0, method->lang);
	return severity;
}
