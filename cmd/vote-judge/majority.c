#include "majority.h"

#include <stdbool.h>

__extension__ typedef unsigned __int128 wide;

struct majority_profile
majority_profile(const uint64_t *counts, size_t grades)
{
	struct majority_profile profile = { .counts = counts,
		.grades = grades };

	for (size_t i = 0; i < grades; i++)
		profile.total += counts[i];
	return profile;
}

uint64_t
majority_reach(const struct majority_profile *profile, size_t grade)
{
	uint64_t reach = 0;

	for (size_t i = 0; i <= grade && i < profile->grades; i++)
		reach += profile->counts[i];
	return reach;
}

size_t
majority_grade(const struct majority_profile *profile)
{
	uint64_t reach = 0;
	size_t i;

	/* as many as half are better than the lower of two in the middle */
	for (i = 0; i < profile->grades; i++) {
		reach += profile->counts[i];
		if (reach > profile->total / 2)
			break;
	}
	return i;
}

/* How far the nearest of the places from low up to high is from a middle, and
 * on which side. */
struct distance {
	wide far;
	bool better; /* than the middle */
};

static struct distance
distance_of(wide low, wide high, wide middle)
{
	/* what reaches over the middle begins there, on the worse side */
	if (high > middle)
		return (
		    struct distance){ low > middle ? low - middle : 0, false };
	return (struct distance){ middle - high, true };
}

/* Of two that are as far the worse one is first. */
static bool
is_nearer(struct distance a, struct distance b)
{
	return a.far < b.far || (a.far == b.far && !a.better && b.better);
}

struct majority_lead
majority_compare(const struct majority_profile *one,
    const struct majority_profile *other)
{
	/* places of both, best first, as if there were so many times two */
	wide middle = (wide)one->total * other->total, a, b;
	wide reach_one = 0, reach_other = 0;
	struct majority_lead lead = { 0, 0 };
	struct distance nearest = { 0, false }, distance;

	if (one->total == 0 || other->total == 0)
		lead.order = (one->total == 0) - (other->total == 0);
	for (size_t i = 0; i < one->grades && middle > 0; i++) {
		reach_one += one->counts[i];
		reach_other += other->counts[i];
		a = 2 * reach_one * other->total;
		b = 2 * reach_other * one->total;
		if (a == b)
			continue;
		distance = distance_of(a < b ? a : b, a < b ? b : a, middle);
		if (lead.order != 0 && !is_nearer(distance, nearest))
			continue;
		lead = (struct majority_lead){ a > b ? -1 : 1, i };
		nearest = distance;
	}
	return lead;
}
