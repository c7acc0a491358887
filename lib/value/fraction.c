#include "value/fraction.h"

static __int128
gcd(__int128 a, __int128 b)
{
	__int128 rest;

	while (b != 0) {
		rest = a % b;
		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

/* In lowest terms; kept far enough from the end of the type that a sign can
 * be changed and two wholes compared. */
static struct fraction
lowest(__int128 part, __int128 whole, bool lost)
{
	const __int128 limit = (__int128)1 << 120;
	__int128 common;

	if (lost || whole == 0)
		return (struct fraction){ 0, 0 };
	common = gcd(part, whole);
	part /= whole < 0 ? -common : common;
	whole /= whole < 0 ? -common : common;
	if (part > limit || part < -limit || whole > limit)
		return (struct fraction){ 0, 0 };
	return (struct fraction){ part, whole };
}

struct fraction
fraction_of(int64_t part, int64_t whole)
{
	return lowest(part, whole, false);
}

struct fraction
fraction_times(struct fraction a, struct fraction b)
{
	__int128 part, whole;
	struct fraction left = lowest(a.part, b.whole, false);
	struct fraction right = lowest(b.part, a.whole, false);
	bool lost = __builtin_mul_overflow(left.part, right.part, &part);

	lost |= __builtin_mul_overflow(left.whole, right.whole, &whole);
	return lowest(part, whole, lost);
}

struct fraction
fraction_add(struct fraction a, struct fraction b)
{
	__int128 common, one, two, sum, whole;
	bool lost;

	if (a.whole == 0 || b.whole == 0)
		return (struct fraction){ 0, 0 };
	common = gcd(a.whole, b.whole);
	lost = __builtin_mul_overflow(a.part, b.whole / common, &one);
	lost |= __builtin_mul_overflow(b.part, a.whole / common, &two);
	lost |= __builtin_add_overflow(one, two, &sum);
	lost |= __builtin_mul_overflow(a.whole, b.whole / common, &whole);
	return lowest(sum, whole, lost);
}

struct fraction
fraction_less(struct fraction a, struct fraction b)
{
	return fraction_add(a, (struct fraction){ -b.part, b.whole });
}

struct fraction
fraction_over(struct fraction a, struct fraction b)
{
	return fraction_times(a, lowest(b.whole, b.part, b.whole == 0));
}

bool
fraction_is_lost(struct fraction a)
{
	return a.whole == 0;
}

/* The greatest whole number that is no greater. */
static __int128
floor_of(struct fraction a)
{
	return a.part / a.whole - (a.part % a.whole < 0);
}

int
fraction_order(struct fraction a, struct fraction b)
{
	__int128 one, two, swap;
	int sign = 1;

	if (a.whole == 0 || b.whole == 0)
		return 0;
	/* By their whole numbers, then by what is left over, turned round:
	 * no product that could pass what can be held. */
	for (;;) {
		one = floor_of(a);
		two = floor_of(b);
		if (one != two)
			return one < two ? -sign : sign;
		a.part -= one * a.whole;
		b.part -= two * b.whole;
		if (a.part == 0 || b.part == 0)
			return a.part == b.part ? 0
			    : a.part == 0       ? -sign
						: sign;
		swap = a.part;
		a.part = a.whole;
		a.whole = swap;
		swap = b.part;
		b.part = b.whole;
		b.whole = swap;
		sign = -sign;
	}
}

int64_t
fraction_rounded(struct fraction a, int decimals)
{
	static const int64_t steps[] = { 1000, 100, 10, 1 };
	struct fraction scaled =
	    fraction_times(a, fraction_of(1000, steps[decimals]));
	__int128 quotient, rest;

	if (scaled.whole == 0)
		return 0;
	quotient = floor_of(scaled);
	rest = scaled.part - quotient * scaled.whole;
	if (rest > scaled.whole - rest ||
	    (rest == scaled.whole - rest && quotient % 2 != 0))
		quotient++;
	return (int64_t)quotient * steps[decimals];
}
