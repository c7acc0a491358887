/*
 * count: how rankings are counted, in whole numbers alone.
 *
 * No text and no node is known here: an option is its place, from 0, and some
 * of them are a set.  Duels are enough for one family of methods, which add up
 * by adding duels; the other transfers papers from round to round.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { COUNT_MOST = 64 }; /* options */

typedef uint64_t count_set;

static inline count_set
count_one(size_t option)
{
	return UINT64_C(1) << option;
}

static inline bool
count_has(count_set set, size_t option)
{
	return set >> option & 1;
}

/* The first options, and how many a set holds. */
static inline count_set
count_all(size_t options)
{
	return options == COUNT_MOST ? UINT64_MAX : count_one(options) - 1;
}

static inline size_t
count_size(count_set set)
{
	return (size_t)__builtin_popcountll(set);
}

/* The first option of a set that is not empty. */
static inline size_t
count_first(count_set set)
{
	return (size_t)__builtin_ctzll(set);
}

/*
 * Identical papers.  The order is a string: of each option, from the best on,
 * its place and 1; with COUNT_EQUAL where it stands beside the one before it,
 * those beside each other by their places.  Options that it lacks are not
 * ranked.
 */
enum { COUNT_EQUAL = 0x80 };

struct paper {
	const char *order;
	uint64_t times;
};

/* The options that stand beside each other at a place of an order, which moves
 * behind them; none at its end. */
count_set paper_next(const char **order);

/*
 * Duels: how many papers rank one option above another.
 */
struct duels {
	size_t options;
	uint64_t papers; /* that rank any */
	uint64_t over[COUNT_MOST][COUNT_MOST];
};

/* Adds papers; last: the options that one does not rank are beside each other
 * behind those that it does, else it says nothing of them. */
void duels_add(struct duels *duels, const struct paper *paper, bool last);

/* Those that one option beats; who beats all others, or is beaten by all: none
 * or one; and the smallest set whose members beat all others (Smith, Econometrica
 * 41, 1973). */
count_set duels_beaten(const struct duels *duels, size_t option);
count_set duels_winner(const struct duels *duels);
count_set duels_loser(const struct duels *duels);
count_set duels_smith(const struct duels *duels);

/* A cycle among some options: each beats the next, and the last one the first.
 * Returns how many they are; 0 where there is none. */
size_t duels_cycle(const struct duels *duels, count_set among,
    size_t cycle[COUNT_MOST]);

/*
 * How strong a victory is, to be compared; 0 where it is none: by the votes
 * won, and of equal ones by the smaller opposition; or by the margin.
 */
typedef unsigned __int128 duel_strength;

duel_strength duels_strength(const struct duels *duels, bool margin, size_t one,
    size_t other);

/* How many won votes, or how large a margin, a strength says. */
uint64_t duels_shown(duel_strength strength);

/* By option: those that it stands above.  Ranks from 1 peel off those above
 * whom nobody is left; they share it. */
struct standing {
	size_t options;
	count_set above[COUNT_MOST];
};

void standing_ranks(const struct standing *standing, size_t rank[COUNT_MOST]);

/*
 * Schulze (Social Choice and Welfare 36, 2011): one option stands above
 * another where the widest path of victories to it is wider than the one back.
 * widest: the strength of each path, as it comes out.
 */
struct standing schulze_stand(const struct duels *duels, bool margin,
    duel_strength widest[COUNT_MOST][COUNT_MOST]);

/*
 * Ranked pairs (Tideman, Social Choice and Welfare 4, 1987): victories from the
 * strongest to the weakest, each kept unless it closes a circle with those that
 * are.  Where victories are equal, one option stands above another if it does
 * in whatever order they are taken; or they are taken by an order of options
 * (by option, its place; NULL: none).
 */
enum pair_fate {
	PAIR_NONE, /* no victory */
	PAIR_KEPT,
	PAIR_SKIPPED,
	PAIR_OPEN, /* it hangs on the order of equal ones */
};

struct pairs {
	struct standing standing;
	enum pair_fate fate[COUNT_MOST][COUNT_MOST];
	bool
	    lost; /* too many orders to be followed: what hangs on that of equal
		      ones within a circle is open, and stands nowhere */
};

void pairs_count(struct arena *arena, const struct duels *duels, bool margin,
    const size_t *order, struct pairs *pairs);

/*
 * Borda: an option has a point for each one below it on a paper, and half of
 * one for each beside it or where the paper says nothing of the two.  In halves.
 */
void borda_count(const struct duels *duels, uint64_t halves[COUNT_MOST]);

/*
 * Rounds: papers lie with one option each, and are passed on.  Numbers are in
 * units, of which a vote is so many.
 */
enum { COUNT_ROUNDS = 2 * COUNT_MOST };

enum round_kind { ROUND_FIRST, ROUND_SURPLUS, ROUND_OUT };

/* What decided between equal ones. */
enum round_tie { TIE_NO, TIE_BEFORE, TIE_BY_ORDER, TIE_OPEN };

struct round {
	enum round_kind kind;
	size_t option; /* whose papers were passed on */
	count_set out; /* who went out: that one, or several without a vote */
	uint64_t votes[COUNT_MOST]; /* by option, at its end */
	uint64_t ended, equal;      /* so far: papers that rank nobody more, or
					 two beside each other */
	uint64_t residue;           /* what divisions left, so far */
	count_set elected;          /* at its end */
	enum round_tie tie;
	count_set tied; /* for the surplus, or for going out */
};

struct rounds {
	size_t options, seats;
	uint64_t unit, quota; /* no quota: 0 */
	struct round at[COUNT_ROUNDS];
	size_t count;
	count_set out;  /* of the options */
	count_set open; /* it ends here, since nothing decides between them */
};

/* Ranks: of those elected by the round, of those out by the same from the end,
 * and of those left in between by their votes. */
void rounds_ranks(const struct rounds *rounds, size_t rank[COUNT_MOST]);

/*
 * The alternative vote: while nobody has more than half of the votes that
 * count, the option with the fewest goes out.
 */
void runoff_count(struct arena *arena, const struct paper *papers, size_t count,
    size_t options, const size_t *order, struct rounds *rounds);

/*
 * The single transferable vote of the Scottish Local Government Elections Order
 * 2007 (SSI 2007/42), schedule 1, rules 45 to 52: in hundred-thousandths.
 */
void stv_count(struct arena *arena, const struct paper *papers, size_t count,
    size_t options, size_t seats, const size_t *order, struct rounds *rounds);
