/*
 * vote: what the files of vote-tally share.
 */
#ifndef VOTE_H
#define VOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dict.h"
#include "domain/ballot.h"
#include "report/report.h"
#include "sheet/bind.h"
#include "text/name.h"
#include "text/note.h"
#include "value/share.h"

struct option {
	const char *label; /* plain; "" where there is none */
	const char *text;  /* in md's normal form */
	struct pos pos;
	bool counted;    /* known by a count alone: its text may be a label */
	uint64_t votes;  /* as counts and reports give them */
	uint64_t voters; /* as reports give them */
};

/* A setting: a number or a share, by which two are compared. */
struct setting {
	bool given;
	uint64_t value;     /* of a share, nothing */
	struct share share; /* its whole is 0 where it is none */
	const char *typed;  /* of a share that is not in per cent, else NULL */
	struct pos pos;
};

enum { UNLIMITED = 0, DEFAULT_DOTS = 3, MOST_WINNERS = 1000000 };

enum tie { TIE_NONE, TIE_ORDER, TIE_DRAW, TIES };

static inline bool
is_share(const struct setting *setting)
{
	return setting->share.whole != 0;
}

/* A number of people: summed over documents that bring votes, or given. */
struct people {
	bool known;
	uint64_t count;
	enum { FROM_SUM, FROM_SETTING, FROM_LIST } from;
};

/* The votes of a group that reports give, by option. */
struct group {
	const char *name;
	uint64_t *votes;
};

/* The options of the command. */
struct options {
	const char *dots, *winners, *tie, *sort;
	bool no_stacking, chart, anonymous;
};

/* The sheet: what the rows bind, and what is resolved from it. */
struct vote {
	/* struct node * each */
	struct bind_list question_nodes, option_nodes, ballot_nodes,
	    count_nodes;
	struct bind_list dots_nodes, stacking_nodes, winners_nodes,
	    threshold_nodes, quorum_nodes, tie_nodes, seed_nodes;
	struct bind_list participant_nodes, electorate_nodes;
	struct bind_list result_nodes, participation_nodes, group_nodes,
	    reject_nodes, order_nodes, ignored_nodes;
	struct bind_list foreign_options, foreign_questions, foreign_selected;

	struct bind *bind;
	const struct options *options;
	struct bind_text question;
	struct bind_list list; /* struct option */
	struct dict labels;    /* exact, to index + 1 */
	struct dict texts;     /* folded, to index + 1 */
	struct ballot_option *names;
	size_t document; /* the one that is read, from 1 */
	bool *brings;    /* by document: counts stand in it */
	size_t met;      /* options that it gave, each once */
	bool misplaced;  /* some document gives options in another order */
	struct setting dots, stacking, winners, threshold, quorum, tie;
	struct bind_text seed;
	struct people participants, electorate;

	bool has_counts;          /* some votes come from no ballot */
	bool has_ballots;         /* ballots, or a report's */
	uint64_t cast, blank;     /* as reports give them */
	struct bind_list groups;  /* struct group, as reports give them */
	struct bind_list rejects; /* struct ballot_reject, the same */
};

static inline struct option *
option_at(const struct vote *vote, size_t index)
{
	return (struct option *)vote->list.at + index;
}

static inline struct node *
node_at(const struct bind_list *list, size_t index)
{
	return ((struct node *const *)list->at)[index];
}

/* The words of a node's text. */
const char *plain_text(const struct vote *vote, const struct node *node);

/* option.c: what can be voted for. */

/*
 * Reads the options of all documents, with the counts beside them.  ballots:
 * ballots are given too.
 */
void option_read(struct vote *vote, bool ballots);

/* The index of an option; SIZE_MAX where it is none. */
size_t option_find(const struct vote *vote, const char *name);

/* Adds an option, or finds the one that it is; its index. */
size_t option_add(struct vote *vote, const char *label, const char *text,
    struct pos pos);

/* The same, which may be out of its place among those of its document. */
size_t option_put(struct vote *vote, const char *label, const char *text,
    struct pos pos);

/* Notes that a document names an option; its index. */
size_t option_track(struct vote *vote, size_t index);

/* A label, or the words of the text. */
const char *option_name(const struct vote *vote, size_t index);

/* The natural order of two labels or texts; "" comes last. */
int option_compare(const char *a, const char *b);

/* By label where both have one, else by text: the natural order. */
int option_order(const struct vote *vote, size_t a, size_t b);

/* given.c: options as the items of a list give them. */

/* Reads a list of options, with the counts beside them. */
void given_list(struct vote *vote, const struct node *list, bool ballots);

/* Whether a table under no heading gives options with their counts. */
bool given_claims(const struct node *section);

/* question.c */

/* The text of what is asked; a list under that key holds options. */
void question_text(struct vote *vote, const struct node *node);

/* Takes a list of questions as options, under headings or not. */
void question_options(struct vote *vote, const struct node *list);

/* The questions of a wall: those selected, else all. */
void question_foreign(struct vote *vote);

/* count.c: votes counted by hand. */

/*
 * The marks or number that end a text; cuts them off it.  "Rue (11)" may be a
 * text as well: TAIL_BRACKETS.
 */
enum tail { TAIL_NONE, TAIL_NUMBER, TAIL_MARKS, TAIL_BRACKETS };
enum tail count_cut(const struct vote *vote, const char **text,
    uint64_t *count);

/* Reads a value as marks or as a whole number. */
enum tail count_value(const struct vote *vote, const char *plain,
    uint64_t *count);

/* Whether YAML took a lone bar for an empty block; says so. */
bool count_swallowed(struct vote *vote, const struct node *node);

/* Reads the counts of all documents. */
void count_read(struct vote *vote, struct ballot_rules *rules);

/* people.c: numbers of people, and names. */
void people_read(struct vote *vote);

/* setting.c: rules. */
void setting_read(struct vote *vote);

/* Reads a whole number, no marks. */
bool setting_whole(enum lang lang, const char *plain, uint64_t *value);

/* The value of a setting's text; false where it says none. */
bool setting_value(enum term key, enum lang lang, const char *plain,
    struct setting *setting);

/* Whether a text says that nobody gave it; cuts that off. */
bool setting_is_default(const struct vote *vote, const char **plain);

uint64_t vote_dots(const struct vote *vote);
bool vote_stacks(const struct vote *vote);
enum tie vote_tie(const struct vote *vote);

/* again.c: what a report of votes says, read back. */

/* The options of the results in a document, in the order they were given. */
void again_options(struct vote *vote, size_t document);

/* Adds up results, groups, participation and rejected ballots. */
void again_read(struct vote *vote, struct ballot_rules *rules);

/* compute.c */

struct line {
	size_t option;
	uint64_t votes, voters;
	size_t rank;  /* equal votes share one */
	size_t given; /* place in the order given, from 1 */
	bool retained;
	const char *digest; /* where the draw decided; else "" */
};

struct result {
	struct line *lines; /* in the order of the report */
	size_t count;
	uint64_t total;
	uint64_t cast, blank, rejected;
	uint64_t again;                /* of the rejected: voters seen before */
	struct ballot_reject *rejects; /* in the order of their places */
	struct group *groups;          /* in natural order */
	size_t group_count;
	bool ungrouped; /* some votes are of no group */

	bool voters_known; /* all votes come from ballots */
	bool single;       /* as many voters as votes, whoever counted */
	bool base_known;   /* what shares of participants are of */
	uint64_t base;
	bool unused_known;
	uint64_t unused;
	enum { QUORUM_NONE, QUORUM_MET, QUORUM_MISSED, QUORUM_UNKNOWN } quorum;
	uint64_t quorum_cast, quorum_needed;
	bool selects; /* a number or a threshold says who is retained */
	bool threshold_unknown;
	bool tied;   /* a tie at the cut, which nothing breaks */
	size_t *tie; /* the options in it, or that were drawn */
	size_t tie_count;
	struct notes findings;
};

struct result compute(const struct vote *vote,
    const struct ballot_tally *tally);

/* check.c: what the method would have one look at. */
void check(const struct vote *vote, struct result *result);

/* render.c */
void render(struct report *report, const struct vote *vote,
    const struct result *result);

#endif
