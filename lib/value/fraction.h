/*
 * fraction: exact quotients, for means of means that decide an order.
 */
#pragma once

#ifndef __SIZEOF_INT128__
#error "a machine of 64 bits is wanted: fractions are exact in 128"
#endif

#include <stdbool.h>
#include <stdint.h>

/* In its lowest terms, the whole above 0.  A whole of 0: the fraction passed
 * what can be held, and so does all that is made of it. */
struct fraction {
	__int128 part, whole;
};

/* A part of a whole, which is not 0. */
struct fraction fraction_of(int64_t part, int64_t whole);

struct fraction fraction_add(struct fraction a, struct fraction b);
struct fraction fraction_less(struct fraction a, struct fraction b);
struct fraction fraction_times(struct fraction a, struct fraction b);

/* b is not 0. */
struct fraction fraction_over(struct fraction a, struct fraction b);

bool fraction_is_lost(struct fraction a);

/* -1, 0 or 1, as a is below, the same as or above b; 0 where one is lost. */
int fraction_order(struct fraction a, struct fraction b);

/* In thousandths, rounded half to even to so many decimals (0 to 3). */
int64_t fraction_rounded(struct fraction a, int decimals);
