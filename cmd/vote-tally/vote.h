/*
 * vote: what the files of vote-tally share.
 *
 * A sheet is what rows bind; a vote is what is resolved from it, before
 * anything is counted; a result is what it comes to.
 */
#pragma once

#include "domain/tail.h"
#include "vote/dots.h"
#include "vote/group.h"
#include "vote/poll_run.h"

enum { DEFAULT_DOTS = 3 };

/* What can be voted for: as a list or a report's results give it, and as the
 * results print it. */
struct option {
	POLL_OPTION;
	struct bind_number order, votes, voters;

	struct bind_number rank;
	struct bind_text dots, share, reach;
	bool retained; /* it is selected */
};

extern const struct bind_row option_rows[];

/* Options by their labels, then by their texts. */
extern const struct bind_row option_by_name[];

/* An option's votes by group, as reports have them. */
struct share_of_groups {
	struct bind_text label, text;
	struct bind_list votes; /* struct node *, by group */
};

extern const struct bind_row share_of_groups_rows[];

struct sheet {
	struct poll_sheet poll;
	/* struct node *, for the tool to read */
	struct bind_list question_nodes, option_nodes, count_nodes, dots_nodes,
	    stacking_nodes;
	struct bind_list result_nodes, results, groups;

	/* settings */
	struct bind_text question, sum;
	struct bind_list order; /* struct bind_text: labels */
	struct bind_number dots, dot_scale;
	struct bind_yes stacking;
	struct bind_share threshold;
};

/* The options of the command. */
struct options {
	const char *dots, *winners, *tie;
	bool no_stacking;
};

struct vote {
	struct poll poll;
	struct sheet *sheet;
	const struct options *options;
	struct tally *tally;
	bool ballots; /* bring votes, so that a bare number is none */
};

/* What ballots come to. */
struct tally {
	struct dots dots; /* by what they are judged */
	struct arena *arena;
	size_t count;         /* of the options */
	uint64_t *votes;      /* by option */
	uint64_t *voters;     /* by option: ballots that gave it a vote */
	struct groups groups; /* their votes, by option */
};

struct result {
	struct bind_list lines; /* struct option, in the order of the report */
	uint64_t total;
	struct turnout turnout;

	bool by_place;
	bool single;  /* as many voters as votes, whoever counted */
	bool selects; /* a number or a threshold says who is retained */
	bool threshold_unknown;
	struct poll_cut cut;
};

static inline struct option *
option_of(const struct vote *vote, size_t place)
{
	return bind_nth(&vote->poll.options, sizeof(struct option), place);
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

/* option.c: what can be voted for. */

/* Reads the options of all documents, with the counts beside them. */
void option_read(struct vote *vote);

/* Whether options go by their places: some have no label to be named by. */
bool option_is_placed(const struct vote *vote);

/* item.c: options as people list them, counts beside them. */
void item_read_options(struct vote *vote, struct node *list);

/* Which count of its option a column of a table holds, or T_NONE. */
enum term count_column(const struct node *cell);

/* Reads the counts of all documents. */
void item_read_counts(struct vote *vote);

/* claim.c: lists and tables that count options, though no key says so. */

/* Whether a table or a list does, under no heading or one that says so. */
bool claim_options(const struct node *section);
bool claim_counts(const struct node *section); /* of a list, whatever heads it */

/* Puts what is counted in lines or pairs under a title, and nowhere else, below it as
 * options; false where nothing is. */
bool claim_head(struct bind *bind, struct node *root);

/* Finds lists of counted options that pass unread. */
void claim_find_passing(const struct vote *vote);

/* station.c: tables of votes under headings of their own, before they are bound. */
void station_arrange(struct method *method, const struct doc_part *part);

/* "Bureau 2", "Polling station: north". */
bool station_is(const char *name);

/* "Bureau 2", "Table 3", "Group red": what may head a line of counts. */
bool station_tells(const char *name);

/* station_grid.c: a table with a row or a column for each polling place becomes
 * options with their counts; false where a document has none.  Columns that
 * nothing says are places are a fault. */
bool station_read_grid(struct bind *bind, struct node *root);

/* Has those that stand under the title of a document pass, which says elsewhere
 * what they come to. */
void station_leave_grids(struct bind *bind, struct node *root);

/* Whether a section begins with such a table. */
bool station_claims(struct arena *arena, const struct node *section);

/* A line that says of people or rules what a vote goes by, as a pair; or NULL. */
struct node *station_pair(struct arena *arena, const struct node *line);

/* motion.c: a vote for or against, as minutes tell it, becomes options with their
 * counts; several in one document are a fault. */
void motion_arrange(struct bind *bind, struct node *root);

/* Faults the first line that tells how a vote ended, "adopté à l'unanimité", and
 * not by how many; false where none does. */
bool motion_find_outcome(const struct vote *vote);

/* Whether a vote is for or against, whose voters have one vote each where nobody
 * says otherwise. */
bool motion_is(const struct vote *vote);

/* rule.c: what the vote is judged by. */
void rule_settle(struct vote *vote);
uint64_t rule_dots(const struct vote *vote); /* 0: no limit */
bool rule_stacks(const struct vote *vote);

/* Whether there is a limit that anybody gave, or that ballots were judged by. */
bool rule_limits(const struct vote *vote);

/* Ballots that a report judged by another rule cannot be added. */
void rule_check_judged(struct vote *vote);
void rule_render(const struct vote *vote, const struct result *result);

/* tally.c: accepted ballots added up: the rules of a vote, with its tally. */
struct ballot_rules *tally_rules(struct vote *vote, const struct poll_run *run);

/* result.c: votes, ranks and shares. */

/* Whether results are a table as a report has it, or what people counted; and
 * those of the document that is read, in the order its options were given. */
bool result_is_report(const struct node *node);
void result_read(struct vote *vote);

void result_compute(const struct vote *vote, struct result *result);

/* The votes that were used, and those that nobody used. */
void result_compute_used(const struct vote *vote, struct result *result);
void result_render(const struct vote *vote, const struct result *result);
void result_chart(const struct vote *vote, const struct result *result);
void result_find(const struct vote *vote, const struct result *result);

/* How many votes a dot of the results stands for. */
uint64_t result_dot(const struct result *result);

/* group.c: votes by group. */
void group_compute(const struct vote *vote);
void group_render(const struct vote *vote, const struct result *result);
void group_find(const struct vote *vote);

/* cut.c: who is retained: threshold, number and ties. */
void cut_compute(const struct vote *vote, struct result *result);
void cut_find(const struct vote *vote, const struct result *result);
void cut_render(const struct vote *vote, const struct result *result);
