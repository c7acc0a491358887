/*
 * trend: whether values rise or fall by more than chance.
 *
 * The Mann-Kendall test (H. B. Mann, Nonparametric Tests Against Trend,
 * Econometrica 13, 1945), one-sided at 5 %: exact for few values (M. G.
 * Kendall, A New Measure of Rank Correlation, Biometrika 30, 1938), which with
 * ties asks for more than it need.
 */
#include "watch.h"

enum { FEW = 20 /* values, whose orders an integer counts */ };

/* How many pairs of values rise, less how many fall. */
static int64_t
sum_of_pairs(const struct indicator *indicator)
{
	const struct reading *reading = indicator->readings.at;
	int64_t sum = 0;

	for (size_t i = 0; i < indicator->readings.count; i++)
		for (size_t j = i + 1; j < indicator->readings.count; j++)
			sum += method_falling(reading[i].thousandths,
			    reading[j].thousandths);
	return sum;
}

/* Whether at most one in twenty of the orders of few values has so few pairs
 * the other way round: their number, value by value. */
static bool
is_rare(size_t count, size_t turned)
{
	uint64_t orders[FEW * (FEW - 1) / 2 + 1] = { 1 }, all = 1, few = 0;

	for (size_t n = 2; n <= count; n++) {
		all *= n;
		/* the sum of n neighbours, from the last on */
		for (size_t pairs = n * (n - 1) / 2 + 1; pairs-- > 0;)
			for (size_t i = 1; i < n && i <= pairs; i++)
				orders[pairs] += orders[pairs - i];
	}
	for (size_t i = 0; i <= turned; i++)
		few += orders[i];
	return few <= all / 20;
}

/* The same of many, by the normal distribution. */
static bool
is_far(size_t count, int64_t sum)
{
	const double fifth = 1.645 * 1.645; /* of a hundred, beyond it */
	double n = (double)count, far = (double)sum - 1;

	return 18 * far * far > fifth * n * (n - 1) * (2 * n + 5);
}

enum term
trend_of(const struct indicator *indicator)
{
	size_t count = indicator->readings.count;
	int64_t sum = sum_of_pairs(indicator);
	int64_t size = sum < 0 ? -sum : sum;
	int64_t pairs = (int64_t)(count * (count - 1) / 2);
	const struct reading *reading = indicator->readings.at;
	size_t same = 1;

	while (
	    same < count && reading[same].thousandths == reading->thousandths)
		same++;
	if (same == count)
		return T_WATCH_STABLE;
	if (count <= FEW ? !is_rare(count, (size_t)(pairs - size) / 2)
			 : !is_far(count, size))
		return T_WATCH_UNCLEAR;
	return sum > 0 ? T_WATCH_UP : T_WATCH_DOWN;
}
