/*
 * rank: what the files of vote-rank share.
 *
 * A sheet is what rows bind; a tally is what ballots add up to, as they come; a
 * vote is both, and what each method makes of them.
 */
#pragma once

#include "count.h"
#include "vote/group.h"
#include "vote/ordinal.h"
#include "vote/poll_run.h"

/* So many different papers a report lists, at most, where it need not. */
enum { RANK_LISTED = 200 };

/* How many papers rank an option above each other one. */
struct duel_row {
	struct bind_text label, text;
	struct bind_list over; /* struct node *, by option */
	size_t document;
};

/* The ballots of a group, as reports have them. */
struct group_line {
	struct bind_text name;
	struct bind_number ballots;
};

extern const struct bind_row duel_rows[], group_line_rows[];

struct sheet {
	struct poll_sheet poll;
	struct bind_text question;
	/* struct poll_option */
	struct bind_list options, wall_options;
	struct bind_choice method, unranked, strength;
	struct bind_list duels;  /* struct duel_row */
	struct bind_list groups; /* struct group_line */
};

/* What ballots add up to. */
struct tally {
	struct arena *arena;
	size_t options;
	bool last;    /* options that a paper does not rank are behind */
	bool listing; /* papers are kept, however many they are */
	bool marked;  /* some option's name has a mark that parts options */

	struct duels duels;
	struct dict papers;   /* orders, to how many there are (uint64_t *) */
	bool dropped;         /* papers are not kept any more */
	struct groups groups; /* how many ballots each cast */
	char order[COUNT_MOST + 1]; /* of the ballot that was judged last */
};

/* The methods, in the order in which they are compared. */
enum way {
	WAY_CONDORCET,
	WAY_SCHULZE,
	WAY_PAIRS,
	WAY_BORDA,
	WAY_IRV,
	WAY_STV,
	WAYS
};

extern const enum term rank_ways[WAYS + 1]; /* ended by T_NONE */

/* What one of them comes to. */
struct outcome {
	bool known;
	size_t rank[COUNT_MOST];
	count_set retained;
	count_set tied;   /* at the cut, where nothing parts them */
	count_set parted; /* at the cut, by the tie-break */
	bool open;        /* those tied are so for going out, or the like */
};

struct vote {
	struct poll poll;
	struct sheet *sheet;
	struct tally *tally;
	struct turnout turnout;

	enum way way;
	size_t seats;
	bool margin;
	const size_t *order; /* by option: its place where ties are parted */

	struct paper *papers; /* the most frequent first; none if not kept */
	size_t paper_count;
	duel_strength widest[COUNT_MOST][COUNT_MOST];
	struct pairs pairs;
	uint64_t halves[COUNT_MOST];
	struct rounds rounds; /* of the method, if it has any */
	struct outcome outcomes[WAYS];
};

static inline struct method *
method_of(const struct vote *vote)
{
	return vote->poll.method;
}

/* The name of an option, plain; those of a set, parted by commas; the same as a
 * report has them; and a cycle of victories, "A > B > C > A", or "". */
const char *rank_name(const struct vote *vote, size_t option);
const char *rank_names(const struct vote *vote, count_set set);
const char *rank_words(const struct vote *vote, count_set set);
const char *rank_cycle(const struct vote *vote);

/*
 * option.c: what is ranked.
 */
void option_read(struct vote *vote);
void option_render(const struct vote *vote);

/*
 * order.c: a ballot as somebody typed it.
 */

/* Whether a text ranks options and is no name alone: "A > B". */
bool order_is(const char *text);

/* Takes the first name off such a text; "" where none stands there. */
const char *order_name(struct arena *arena, const char **text);

/* The judge of the rule: reads one into the tally's order. */
void order_judge(struct ballot_rules *rules, const struct ballot *ballot,
    struct ballot_verdict *verdict);

/* An order as "A > B = C", which is read again. */
const char *order_text(const struct vote *vote, const char *order);

/*
 * tally.c: what ballots add up to.
 */
struct ballot_rules *tally_rules(struct vote *vote, const struct poll_run *run);

/* Adds what reports hold: papers, or duels where they have none. */
void tally_again(struct vote *vote);

/* The papers as a list, the most frequent first. */
void tally_list(struct vote *vote);

/* The sections of it. */
void tally_render(const struct vote *vote);

/* Whether all papers are known, and the report lists them. */
bool tally_lists(const struct vote *vote);

/*
 * group.c: how many ballots each group cast.
 */
void group_again(struct vote *vote);
void group_render(const struct vote *vote);

/*
 * setting.c: by what is counted.
 */
struct options {
	const char *method, *winners, *tie;
};

/*
 * outcome.c: what each method comes to.
 */
void outcome_compute(struct vote *vote);

/* Whether a method stands beside ours; and what it comes to: whom it retains, or
 * who is tied. */
bool outcome_is_other(const struct vote *vote, enum way way);
const char *outcome_text(const struct vote *vote, enum way way);

/*
 * result.c, round.c, chart.c, finding.c: what the report says of it.
 */
void result_render(const struct vote *vote);
void result_render_duels(const struct vote *vote);

/* A section with a table of options by options, of a figure for each two. */
void result_render_square(const struct vote *vote, enum term heading,
    uint64_t (*figure)(const struct vote *vote, size_t one, size_t other));

void result_render_others(const struct vote *vote);
void result_chart(const struct vote *vote);
void round_render(const struct vote *vote);
const char *round_fate(const struct vote *vote, size_t option);

/* Votes in units: whole, or with five decimals. */
const char *round_votes(const struct vote *vote, uint64_t units);
