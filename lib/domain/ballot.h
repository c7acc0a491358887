/*
 * ballot: ballots taken one by one, judged whole, and added up.
 *
 * Ballots that are spelt alike are kept once, with their number and, where a
 * rule that is not known yet may reject them, their places; so that memory
 * grows with the tally and not with the vote.
 */
#ifndef BALLOT_H
#define BALLOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dict.h"
#include "source/node.h"
#include "text/term.h"

struct arena;
struct notes;

/* What one can vote for: plain texts. */
struct ballot_option {
	const char *label; /* "": none */
	const char *text;
};

/* The plain text of an option as it is compared: two with one key are the same
 * option, as Halle and halle. */
const char *ballot_option_key(struct arena *arena, const char *plain);

/* By what rules a ballot is judged.  Made by ballot_rules. */
struct ballot_rules {
	struct arena *arena;
	struct arena *scratch; /* for one judgement */
	const struct ballot_option *options;
	size_t count;
	uint64_t dots; /* at most so many votes a ballot; 0: no limit, and one
			  an option at most */
	bool stacking; /* several votes may go to one option */

	bool labelled;      /* some option has a label: places name none */
	bool placed;        /* some option was named by its place */
	struct dict labels; /* exact, to a pointer into options */
	struct dict texts;  /* folded */
	struct dict fronts; /* the same of what stands before a colon */
	struct dict spelt;  /* as met */
	uint64_t *votes;    /* of the ballot that is judged */
};

struct ballot_rules *ballot_rules(struct arena *arena, struct arena *scratch,
    const struct ballot_option *options, size_t count, uint64_t dots,
    bool stacking);

/*
 * The index of the option that a name is: its label, else its text, else what
 * stands before a colon in its text and in no other, else, where no option has a
 * label, its place from 1; SIZE_MAX if none is.
 */
size_t ballot_find(struct ballot_rules *rules, const char *name);

enum ballot_reason {
	BALLOT_VALID,
	BALLOT_TOO_MANY,    /* {1} votes where {2} are allowed */
	BALLOT_UNKNOWN,     /* no option {1} */
	BALLOT_STACKED,     /* several votes for option {1} */
	BALLOT_NO_COUNT,    /* {1} is no number of votes */
	BALLOT_VOTER_AGAIN, /* voter {1} was seen before, at {2} */
	BALLOT_SPOILED,     /* said to be spoiled */
	BALLOT_UNCLEAR,     /* {1} is an option where a voter should be */
	BALLOT_OTHER,       /* {1}: a reason that a report gives */
	BALLOT_REASONS
};

enum { BALLOT_ARGS = 2 };

/* A ballot that does not count. */
struct ballot_reject {
	const char *file; /* as it was given; the same pointer a source */
	size_t line;
	size_t part;       /* the place of its file among all, for the tool */
	const char *place; /* what a report prints: "ballots.yaml:12" */
	enum ballot_reason reason;
	const char *args[BALLOT_ARGS]; /* plain; "" where there is none */
};

/* What ballots come to. */
struct ballot_tally {
	uint64_t *votes;  /* by option */
	uint64_t *voters; /* by option: ballots that gave it a vote */
	uint64_t cast;    /* all ballots, blank and rejected ones too */
	uint64_t blank;
	const char **groups; /* in the order met */
	size_t group_count;
	uint64_t *group_votes; /* by group, then by option */
	struct ballot_reject *rejects;
	size_t reject_count;
	bool lost; /* a place is needed that was not kept: read it all again,
		      keeping all places */
};

struct ballots;

/* keep: keep all places. */
struct ballots *ballot_open(struct arena *arena, struct notes *faults,
    bool keep);

/* A list begins; rules: those known so far, NULL while they are open. */
void ballot_begin(struct ballots *ballots, struct ballot_rules *rules);

/* Whether some item of a list may name its voter so, "Anne : Halle". */
bool ballot_may_name(const struct node *list);

/* Makes a voter's ballot of each item "Anne : Halle" of a list: where one of them
 * names options behind a colon and none in front of it, so do all that name none
 * in front. */
void ballot_part_voters(struct ballot_rules *rules, struct node *list);

/* Takes one ballot: an item of a list, or a row of a table. */
void ballot_add(struct ballots *ballots, const struct node *item);

/* Takes one that is a list of texts. */
void ballot_add_texts(struct ballots *ballots, struct pos pos,
    const char *const *texts, size_t count);

/* Whether any came. */
bool ballot_any(const struct ballots *ballots);

/* The next column, from one on, of a table of voters that holds votes alone, so
 * that its head can be an option; NULL where no more is. */
const char *ballot_column(const struct ballots *ballots, size_t *from,
    struct pos *pos);

/* Adds them up.  Faults what the heads of tables name and is no option. */
struct ballot_tally ballot_count(struct ballots *ballots,
    struct ballot_rules *rules);

/* Frees what the arena does not hold. */
void ballot_close(struct ballots *ballots);

/* The text of a reason in a language, plain; and the reason of a text. */
const char *ballot_reason_text(struct arena *arena,
    const struct ballot_reject *reject, enum lang lang);
void ballot_reason_read(struct arena *arena, const char *text,
    struct ballot_reject *reject);

/* "ballots.yaml:12", without the folders. */
const char *ballot_place(struct arena *arena, const char *file, size_t line);

#endif
