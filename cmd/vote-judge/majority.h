/*
 * majority: the order of options by the grades that judges gave them.
 *
 * Source: Balinski and Laraki, A theory of measuring, electing, and ranking,
 * PNAS 104(21), 2007; Majority Judgment, MIT Press, 2010.
 *
 * A profile says how often each grade was given, best first.  Its majority
 * grade is that of the judgement in the middle, of two the lower one; its
 * majority value is that grade, then the majority grade of the other
 * judgements, and so on.  Of two options the one whose value is first better is
 * ahead.
 *
 * The value never has to be written out.  Judgements are taken from the middle
 * outwards, of two that are as far from it the worse one first; so what decides
 * is the first that differs, which is where one profile has passed to a worse
 * grade and the other has not.  By shares instead of numbers this compares
 * profiles of different sizes too, as if each judge of either stood for as many
 * as the other has.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct majority_profile {
	const uint64_t *counts; /* by grade, best first */
	size_t grades;
	uint64_t total; /* of the counts */
};

struct majority_profile majority_profile(const uint64_t *counts, size_t grades);

/* The majority grade, by its place from 0; the number of grades where nobody
 * judged. */
size_t majority_grade(const struct majority_profile *profile);

/* Judgements of one grade or a better one. */
uint64_t majority_reach(const struct majority_profile *profile, size_t grade);

/* What decides between two. */
struct majority_lead {
	int order;    /* -1: the first is ahead, 1: the other; 0: a true tie */
	size_t grade; /* that has more judgements at it or above for the one
			 ahead */
};

/* Both have as many grades.  One that nobody judged is behind. */
struct majority_lead majority_compare(const struct majority_profile *one,
    const struct majority_profile *other);
