/*
 * vote: what the files of vote-tally share.
 *
 * A sheet is what rows bind; a vote is what is resolved from it, before
 * anything is counted; a result is what it comes to.
 */
#ifndef VOTE_H
#define VOTE_H

#include "domain/ballot.h"
#include "domain/tail.h"
#include "method/method.h"

enum { DEFAULT_DOTS = 3, MOST = 1000000 };

/* What can be voted for: as a list or a report's results give it, and as the
 * results print it. */
struct option {
	struct bind_text label; /* plain; "" where there is none */
	struct bind_text text, under;
	struct bind_number order, votes, voters;
	size_t document;

	struct bind_number rank;
	struct bind_text dots, share, reach;
	size_t place;  /* among the options, from 0 */
	bool counted;  /* known by a count alone: its text may be a label */
	bool retained; /* it is selected */
	const char *digest; /* where the draw decided; else "" */
};

extern const struct bind_row option_rows[];

/* Options by their labels, then by their texts. */
extern const struct bind_row option_by_name[];

/* A line of a report's participation. */
struct figure_line {
	struct bind_text what, many;
	size_t document;
};

extern const struct bind_row figure_line_rows[];

/* An option's votes by group, and a ballot that does not count, as reports
 * have them. */
struct share_of_groups {
	struct bind_text label, text;
	struct bind_list votes; /* struct node *, by group */
};

struct reject {
	struct bind_text where, reason;
};

extern const struct bind_row share_of_groups_rows[], reject_rows[];

struct sheet {
	/* struct node *, for the tool to read */
	struct bind_list question_nodes, option_nodes, ballot_nodes,
	    count_nodes, dots_nodes, stacking_nodes, participant_nodes,
	    electorate_nodes, wall_questions, wall_selected;
	struct bind_list result_nodes, results, figures, groups, rejects;

	/* settings */
	struct bind_text question, seed, sum;
	struct bind_list order; /* struct bind_text: labels */
	struct bind_number dots, winners, participants, electorate, dot_scale;
	struct bind_yes stacking;
	struct bind_share quorum, threshold;
	struct bind_choice tie;
};

/* The options of the command. */
struct options {
	const char *dots, *winners, *tie;
	bool no_stacking, by_place;
};

/* The figures of participation, in the order of a report: those that sheets
 * give, then those that are computed. */
enum figure {
	ELECTORATE,
	PARTICIPANTS,
	CAST, /* ballots */
	BLANK,
	SPOILED,
	BLANK_OR_SPOILED,
	ABSTENTIONS,
	REJECTED,
	USED, /* votes */
	UNUSED,
	QUORUM,
	FIGURES
};

/* One of them: summed over documents that bring votes, or given. */
struct headcount {
	bool known;
	uint64_t count;
	enum { FROM_SUM, FROM_SETTING, FROM_LIST } from;
};

struct vote {
	struct method *method;
	struct bind *bind; /* that of method, or of a look ahead */
	struct arena *arena;
	struct sheet *sheet;
	const struct options *options;

	struct bind_list list;        /* struct option */
	struct ballot_options *names; /* the same by their names */
	size_t document;              /* the one that is read, from 1 */
	bool *brings;                 /* by document: counts stand in it */
	size_t met;                   /* options that it gave, each once */
	bool misplaced; /* some document gives options in another order */
	const struct ballots *read; /* so far; or NULL */
	bool ballots;     /* bring votes, so that a bare number is none */
	bool has_counts;  /* some votes come from no ballot */
	bool has_ballots; /* ballots, or a report's */
	struct headcount figures[FIGURES]; /* as sheets and reports have them */
};

struct result {
	struct bind_list lines; /* struct option, in the order of the report */
	uint64_t total;
	struct headcount figures[FIGURES];
	struct bind_list rejects; /* struct ballot_reject, by their places */
	uint64_t again;           /* of these: voters seen before */
	struct bind_list groups;  /* struct ballot_group, in natural order */

	bool voters_known; /* all votes come from ballots */
	bool single;       /* as many voters as votes, whoever counted */
	bool base_known;   /* what shares of participants are of */
	uint64_t base;
	enum { QUORUM_NONE, QUORUM_MET, QUORUM_MISSED, QUORUM_UNKNOWN } quorum;
	uint64_t quorum_cast, quorum_needed;
	bool selects; /* a number or a threshold says who is retained */
	bool threshold_unknown;
	bool tied;            /* a tie at the cut, which nothing breaks */
	struct bind_list tie; /* struct option: in it, or drawn */
};

static inline struct option *
option_at(const struct bind_list *list, size_t index)
{
	return (struct option *)list->at + index;
}

static inline uint64_t
votes_of(const struct option *option)
{
	return (uint64_t)option->votes.thousandths / 1000;
}

static inline struct node *
node_at(const struct bind_list *list, size_t index)
{
	return ((struct node *const *)list->at)[index];
}

/* The words of a node's text. */
const char *vote_plain(const struct vote *vote, const struct node *node);

/* A whole number as it is printed. */
const char *vote_number(const struct vote *vote, uint64_t value);

/* Where what concerns the whole vote is told, and a setting, if it was given. */
struct pos vote_place(const struct vote *vote);
struct pos vote_place_or(const struct vote *vote, struct pos pos);

/* option.c: what can be voted for. */

/* Reads the options of all documents, with the counts beside them. */
void option_read(struct vote *vote);

/* The option of a name, or NULL; and the one that a label and a text are, which
 * is added where there is none.  Either is good until the next one is. */
struct option *option_find(const struct vote *vote, const char *name);
struct option *option_add(struct vote *vote, const struct bind_text *label,
    const struct bind_text *text);

/* Notes that a document names an option. */
void option_track(struct vote *vote, const struct option *option);

/* A label, or the words of the text; and several of them. */
const char *option_name(const struct vote *vote, const struct option *option);
const char *option_names(const struct vote *vote, const struct bind_list *list);

/* Whether options go by their places: some have no label to be named by. */
bool option_is_placed(const struct vote *vote);

/* item.c: options as people list them, counts beside them; and the questions of
 * a wall, by their best wording. */
void item_read_options(struct vote *vote, struct node *list);
void item_read_questions(struct vote *vote, struct node *list);

/* Which count of its option a column of a table holds, or T_NONE. */
enum term count_column(const struct node *cell);

/* Reads the counts of all documents. */
void item_read_counts(struct vote *vote);

/* claim.c: lists and tables that count options, though no key says so. */

/* Whether a table or a list does, under no heading or one that says so. */
bool claim_options(const struct node *section);

/* Finds lists of counted options that pass unread. */
void claim_find_passing(const struct vote *vote);

/* rule.c: what the vote is judged by. */
void rule_settle(struct vote *vote);
uint64_t rule_dots(const struct vote *vote); /* 0: no limit */
bool rule_stacks(const struct vote *vote);

/* Whether there is a limit that anybody gave, or that ballots were judged by. */
bool rule_limits(const struct vote *vote);

/* Ballots that a report judged by another rule cannot be added. */
void rule_check_judged(struct vote *vote);
void rule_render(const struct vote *vote, const struct result *result);

/* figure.c: the figures of participation, in a report or among counts. */

/* The one that a name is, or FIGURES; and takes one that stands among counts, if
 * it is of those that people count. */
enum figure figure_of(const char *plain);
bool figure_take(struct vote *vote, enum figure figure, uint64_t value,
    struct pos pos);

/* A whole number, with words behind it that count as nothing. */
bool figure_read(const struct vote *vote, const char *plain, uint64_t *value);

/* What reports say. */
void figure_again(struct vote *vote);

/* What the report of a document counted; 0 where it says nothing. */
uint64_t figure_told(const struct vote *vote, size_t document,
    enum figure figure);

/* The section Participation, of what is known. */
void figure_render(const struct vote *vote, const struct result *result);

/* participation.c: how many could vote, and how many did. */

/* With all votes read, what the sheets say. */
void participation_read(struct vote *vote);
void participation_compute(const struct vote *vote,
    const struct ballot_tally *tally, struct result *result);
void participation_find(const struct vote *vote, const struct result *result);

/* result.c: votes, ranks and shares. */

/* Whether results are a table as a report has it, or what people counted; and
 * those of the document that is read, in the order its options were given. */
bool result_is_report(const struct node *node);
void result_read(struct vote *vote);

void result_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result);
void result_render(const struct vote *vote, const struct result *result);
void result_chart(const struct vote *vote, const struct result *result);
void result_find(const struct vote *vote, const struct result *result);

/* How many votes a dot of the results stands for. */
uint64_t result_dot(const struct result *result);

/* group.c: votes by group. */
void group_compute(const struct vote *vote, struct ballot_tally *tally,
    struct result *result);
void group_render(const struct vote *vote, const struct result *result);

/* reject.c: ballots that do not count. */
void reject_compute(const struct vote *vote, const struct ballot_tally *tally,
    struct result *result);

/* Finds a reason for which more than a fifth of the ballots do not count. */
void reject_find_many(const struct vote *vote, const struct result *result);
void reject_find(const struct vote *vote, const struct result *result);
void reject_render(const struct vote *vote, const struct result *result);

/* cut.c: who is retained: threshold, number and ties. */
void cut_compute(const struct vote *vote, struct result *result);
void cut_find(const struct vote *vote, const struct result *result);
void cut_render(const struct vote *vote, const struct result *result);

#endif
