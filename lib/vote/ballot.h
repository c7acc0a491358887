/*
 * ballot: what one can vote for; ballots taken one by one, judged whole, and
 * added up.
 *
 * Ballots that are spelt alike are kept once, with their number and, where a
 * rule that is not known yet may reject them, their places; so that memory
 * grows with the tally and not with the vote.
 */
#pragma once

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
	size_t place; /* among the options, from 0 */
};

/* All of them, and the names that each goes by.  Texts are compared by
 * uni_fold: two that it makes one are the same option, as Halle and halle. */
struct ballot_options {
	struct arena *arena;
	struct ballot_option **at;
	size_t count;
	bool labelled; /* some option has a label: places name none */
	bool placed;   /* some option was named by its place */
	struct dict labels, texts;
	struct dict fronts; /* what stands before a colon in one text alone */
	struct dict spelt;  /* as met in ballots */
};

struct ballot_options *ballot_options(struct arena *arena);

/* Adds an option, and gives one a label or another text; "" gives none. */
void ballot_option_add(struct ballot_options *options, const char *label,
    const char *text);
void ballot_option_name(struct ballot_options *options,
    struct ballot_option *option, const char *label, const char *text);

/* The option of a label, or of a text; NULL if none is. */
struct ballot_option *
ballot_option_labelled(const struct ballot_options *options, const char *label);
struct ballot_option *ballot_option_of(const struct ballot_options *options,
    const char *plain);

/*
 * The option that a name is: its label, else its text, else what stands before
 * a colon in its text and in no other, else, where no option has a label, its
 * place from 1; NULL if none is.
 */
const struct ballot_option *ballot_find(struct ballot_options *options,
    const char *name);

enum { BALLOT_ARGS = 2, BALLOT_REASONS = 14 };

/* Why a ballot does not count: messages of BALLOT_ARGS texts at most. */
extern const enum term ballot_reasons[BALLOT_REASONS];

/* A ballot that does not count. */
struct ballot_reject {
	struct pos pos;    /* its file as it was given: one pointer a source */
	size_t part;       /* the place of its file among all, for the tool */
	const char *place; /* what a report prints: "ballots.yaml:12" */
	enum term reason;  /* T_NONE: args[0] is what a report gives */
	const char *args[BALLOT_ARGS]; /* plain; "" where there is none */
	uint64_t times; /* of identical ballots that were typed as one */
};

/* How a part of a ballot was typed. */
enum ballot_mark {
	BALLOT_ONE = 'n',   /* a name, of a list */
	BALLOT_GIVEN = 'c', /* a name, and what it is given */
	BALLOT_NAMES = 's', /* a text: a name, or several that the rule parts */
	/* what the judge of a rule never sees: */
	BALLOT_GROUP = 'g', /* the group */
	BALLOT_VOTER = 'v', /* the voter, where the choice is a bare number */
	BALLOT_TIMES = 't', /* how many ballots are like it */
};

struct ballot_part {
	enum ballot_mark mark;
	const char *name;  /* with its marks */
	const char *value; /* of BALLOT_GIVEN; else "" */
};

/* What one ballot chooses, in the order typed. */
struct ballot {
	const struct ballot_part *parts;
	size_t count;
};

/* Whether it counts, and as what. */
struct ballot_verdict {
	enum term reason;              /* T_NONE: it counts */
	const char *args[BALLOT_ARGS]; /* in the arena of the rules */
	const char *group;             /* in their scratch; "": none */
	uint64_t times;                /* it stands for so many; 1 */
	bool blank;
	bool named_blank; /* it says that it is */
};

/* By what a ballot is judged, and where it is added. */
struct ballot_rules {
	struct arena *arena;
	struct arena *scratch; /* for one judgement */
	struct ballot_options *options;
	const struct ballot_rule *rule;
	void *own; /* the rule's: its settings, what the ballot that was judged
		      last comes to, and what all of them do */
};

/* A rule of voting. */
struct ballot_rule {
	/* Reads a ballot into what is the rule's own, or rejects it; blank: it
	 * chooses nothing. */
	void (*judge)(struct ballot_rules *rules, const struct ballot *ballot,
	    struct ballot_verdict *verdict);
	/* Adds the one that was judged last, so many times. */
	void (*add)(struct ballot_rules *rules,
	    const struct ballot_verdict *verdict, uint64_t count);
	/* Takes over what was added by rules that were known earlier, whose
	 * options are the first of these; false where these accept less, or
	 * something else. */
	bool (*take_over)(struct ballot_rules *rules,
	    const struct ballot_rules *earlier);
};

/* Rejects the ballot at hand, for the first reason that is given. */
void ballot_reject(struct ballot_rules *rules, struct ballot_verdict *verdict,
    enum term reason, const char *first, const char *second);

/* The option of a name in a ballot; where it is none, NULL, and the ballot says
 * that it is blank or is rejected: it says that it is spoiled, or what is no
 * option.  "" is NULL and nothing else. */
const struct ballot_option *ballot_choice(struct ballot_rules *rules,
    struct ballot_verdict *verdict, const char *name);

/* What ballots come to, beside what the rule added up. */
struct ballot_tally {
	uint64_t cast; /* all ballots, blank and rejected ones too */
	uint64_t blank;
	struct ballot_reject *rejects;
	size_t reject_count;
	bool lost; /* a place is needed that was not kept: read it all again,
		      keeping all places */
};

struct ballots;

/* What the reader of ballots cannot know without the rule. */
struct ballot_form {
	/* whether a cell gives an option anything, so that what heads its
	 * column can be one; NULL: any does */
	bool (*gives)(const char *text);
	/* whether a text alone behind a name is what that option is given, and
	 * the name no voter's; NULL: never */
	bool (*pairs)(const char *text);
	/* whether a number in front of such a text may be how many ballots are
	 * like it, as "12: A > B", and no voter; NULL: never */
	bool (*counts)(const char *text);
	/* whether a text can be nothing but what an option is given, wherever it
	 * stands; NULL: never */
	bool (*sure)(const char *text);
	/* whether what heads a column means something to the rule, though it is
	 * no option: "2nd choice"; NULL: never */
	bool (*heads)(const char *name);
	/* whether a column can be nothing but what one voter gives the options of
	 * the rows; NULL: never */
	bool (*across)(const char *const *cells, size_t count);
};

/* remarks: what is left aside. */
struct ballots *ballot_open(struct arena *arena, struct notes *faults,
    struct notes *remarks, const struct ballot_form *form);

/* A list begins; rules: those known so far, NULL while they are open, so that
 * all places are kept. */
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

/* Calls for each voter that ballots name, in no order. */
void ballot_each_voter(const struct ballots *ballots,
    void (*each)(void *context, const char *name), void *context);

/* Calls for each thing that ballots name and what they give it, as spelt. */
void ballot_each_given(const struct ballots *ballots,
    void (*each)(void *context, const char *name, const char *value),
    void *context);

/* The text of the next ballot that is one, from one on; NULL behind the last. */
const char *ballot_text(const struct ballots *ballots, size_t *from);

/* What stands behind how often "42 × A" says that it was cast, where it is no option
 * as it stands. */
const char *ballot_cut_times(struct ballot_rules *rules, const char *text,
    uint64_t *times);

/* The next column, from one on, of a table of voters all of whose cells give
 * something, so that its head can be an option; NULL where no more is. */
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
