/*
 * fund: projects, ballots and rules as plain numbers, and what they come to.
 *
 * Money is whole cents.  Ballots that are equal are a group of so many.  All
 * of it is exact: see purse.h for how shares are kept so.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* What a ballot gives a project: 1, or its points. */
struct choice {
	uint32_t project;
	uint32_t points; /* at least 1 */
};

struct group {
	uint64_t times;
	const struct choice *choices; /* each project once, in their order */
	size_t count;
};

/* A group that gives a project something. */
struct backer {
	uint32_t group;
	uint32_t points;
};

/* A project; its category is a place among caps. */
struct bid {
	int64_t cost;
	size_t category;
	bool barred; /* below the threshold */

	/* from fund_count on */
	const struct backer *backers;
	size_t backer_count;
	uint64_t votes, points;
};

struct fund {
	struct arena *arena;
	int64_t budget;
	struct bid *bids;
	size_t count;
	const struct group *groups;
	size_t group_count;
	uint64_t voters; /* all ballots, empty ones too; not 0 */
	/* the most that goes to a category, by its place; NO_CAP: no limit */
	const int64_t *caps;
	size_t cap_count;
};

#define NO_CAP INT64_MAX

/* Which of equal projects goes first: of these in turn, then the first in the
 * order of the rules. */
enum tie_key { TIE_COST, TIE_VOTES, TIE_KEYS };

enum completion { PLAIN, BY_VOTES, ADD_ONE, ADD_ONE_VOTES };

struct rules {
	enum { RULE_VOTES, RULE_POINTS, RULE_EQUAL } rule;
	bool stops; /* greedy: at the first project that does not fit */
	enum completion completion; /* of equal shares */
	bool exhaustive; /* adding ends where nothing more would fit */
	int64_t step;    /* what is added to each voter's money, in cents */
	enum tie_key keys[TIE_KEYS];
	size_t key_count;
	bool decided; /* equal ones are in that order, as somebody wants it */
	bool drawn;   /* and it is that of a draw */
	const size_t *order; /* by project, its place where all else is equal */
};

/* Why a project is not retained. */
enum fate {
	FATE_UNDECIDED,
	FATE_KEPT,
	FATE_NOBODY,  /* chose it */
	FATE_BARRED,  /* below the threshold */
	FATE_CAP,     /* over what its category has left */
	FATE_LEFT,    /* over what the budget has left */
	FATE_STOPPED, /* behind the first one that did not fit */
	FATE_SUPPORT, /* those who chose it have not enough money left */
	FATE_TIED,    /* equal to another, and the outcome hangs on it */
};

/* What becomes of a project. */
struct lot {
	enum fate fate;
	int64_t amount; /* cents: what was left, or what supporters had left */
	bool
	    tied; /* equal to another when it was chosen, or when that one was */
	size_t behind; /* one that is as good, which a tie-break put in front,
			  and 1; 0: none */
	/* by equal shares: what a voter gives at most for each point, in cents;
	 * and the votes that it counts for, its cost over that, in hundredths;
	 * both rounded; 0 where it was taken by votes */
	int64_t pays, effective;
};

struct outcome {
	struct lot *lots; /* by project */
	size_t *kept;     /* in the order in which they were chosen */
	size_t count;
	int64_t spent;
	bool open; /* some are FATE_TIED */
	bool all;  /* there was money for all */
	/* by equal shares: the cents that each voter had, rounded; and whether
	 * adding was of any use */
	int64_t endowment;
	bool added;
};

/* Finds who backs each project, and how many. */
void fund_count(struct fund *fund);

/*
 * What the rules retain.  Where nothing settles which of equal projects goes
 * first, what is not retained in each of some orders is FATE_TIED.
 */
struct outcome fund_decide(const struct fund *fund, const struct rules *rules);

/* greedy.c: adds to an outcome by votes, or points, what still fits. */
void greedy_add(const struct fund *fund, const struct rules *rules,
    struct outcome *outcome);

/* Whether a project is before another by the tie-breaks; 0: they are equal.  by:
 * the one that says so, where it is not NULL. */
int fund_break(const struct fund *fund, const struct rules *rules, size_t one,
    size_t other, enum tie_key *by);

/* Whether a project may be retained at all: else its fate says why not. */
bool fund_admits(const struct fund *fund, size_t project, struct lot *lot);

/* What is left of the cap of a project's category. */
int64_t fund_cap_left(const struct fund *fund, const struct outcome *outcome,
    size_t project);

void fund_keep(const struct fund *fund, struct outcome *outcome,
    size_t project);

/*
 * equal.c: the Method of Equal Shares (Peters, Pierczyński and Skowron,
 * Proportional Participatory Budgeting with Additive Utilities, NeurIPS 2021).
 */
struct purse;

struct purse *purse_open(const struct fund *fund, const struct rules *rules);
void purse_close(struct purse *purse);

/* Buys into an empty outcome, each voter having so many cents, a fraction;
 * false where that passes the budget. */
bool purse_spend(struct purse *purse, uint64_t part, uint64_t whole,
    struct outcome *outcome);
