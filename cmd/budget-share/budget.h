/*
 * budget: what budget-share reads, and what it comes to.
 *
 * A sheet is what rows bind; a budget is what is resolved from it: the fund,
 * which is plain numbers, and what rules make of it.
 */
#pragma once

#include "fund.h"
#include "sheet/gather.h"
#include "vote/dots.h"
#include "vote/poll_run.h"

struct project {
	POLL_OPTION;
	struct bind_text category, where, number;
	struct bind_money cost;
	struct bind_number tallied; /* votes that somebody counted */

	/* as it is printed */
	struct bind_number rank, votes, points, effective;
	struct bind_money pays, sum;
	struct bind_text reason;
};

/* The most that goes to the projects of a category: money, or a share of the
 * budget. */
struct cap {
	struct bind_text category, most;
};

struct sheet {
	struct poll_sheet poll;
	struct bind_list projects, caps;
	struct bind_list count_nodes; /* struct node * */

	/* settings */
	struct bind_money budget, step;
	struct bind_choice rule, completion;
	struct bind_yes stops, exhaustive, stacking;
	struct bind_number
	    dots; /* at most so many votes, or points, a ballot */
	struct bind_share threshold, by_cost;
	struct bind_list ties; /* BIND_NAMES */
};

/* What is resolved from a sheet; the ballots' rule calls it its own. */
struct budget {
	struct dots dots; /* first: what ballots are judged by */
	struct poll_run *run;
	struct method *method; /* that of run */
	struct sheet *sheet;
	struct poll poll;
	struct dict groups; /* of ballots, to struct group, by their choices */
	uint64_t ballots;   /* in them */
	bool crowded;       /* there are more than can be counted */
	bool counts;        /* some votes come from no ballot */

	struct turnout turnout;
	struct gather categories; /* struct bind_text */
	struct fund fund;
	struct rules rules, other_rules;
	struct outcome outcome, other;
};

extern const struct bind_row project_rows[];

/* The choices of a method and a completion, as rules number them. */
extern const enum term rule_terms[], completion_terms[];

static inline struct project *
project_at(const struct budget *budget, size_t place)
{
	return bind_nth(&budget->poll.options, sizeof(struct project), place);
}

/* project.c: whether a section is one of projects: a table by its columns, a list
 * whose items end in costs. */
bool project_claims(const struct node *section);

/* Whether a section of votes or results is a list that counts them. */
bool project_counts(const struct node *section);

/* Takes what stands in the texts of projects, costs and votes, and
 * their numbers for labels. */
void project_settle(struct bind *bind, const struct bind_list *projects);

/* Adds up the votes that sheets count, each project's over all of them, by the
 * options that projects are; and takes the projects for options. */
void project_take(struct budget *budget);

/* Gives a label to each project that has none and whose text is no name for
 * groups of ballots: P and its place, or behind that as far as none has it. */
void project_label(struct budget *budget);

/* The label of a project, or the words of its text. */
const char *project_name(const struct budget *budget, size_t place);

/* ballot.c: by what ballots are judged; those that are equal, as the fund has
 * them, the most frequent first; and as the report does. */
struct ballot_rules *ballot_rules(struct budget *budget,
    const struct poll_run *run);
void ballot_group(struct budget *budget);
void ballot_render(const struct budget *budget);

/* rule.c: by what rules it is decided; and the fund as far as these bear on it:
 * thresholds and caps. */
void rule_take_pair(struct budget *budget);
void rule_settle(struct budget *budget);
void rule_apply(struct budget *budget);

/* How many votes a project needs by the thresholds, as far as a whole number
 * tells. */
uint64_t rule_least(const struct budget *budget, size_t place);

/* result.c: what is retained, and what is not and why. */
void result_render(struct budget *budget);
void result_chart(const struct budget *budget);

/* share.c: who is represented, what goes to which category, and what another
 * rule would retain. */
void share_render(struct budget *budget);

/* Voters by how many of their projects are retained, from 0 to SHARE_MOST or
 * more; and those who chose any. */
enum { SHARE_MOST = 3 };

struct represented {
	uint64_t voters[SHARE_MOST + 1];
	uint64_t all;
};

struct represented share_of(const struct budget *budget,
    const struct outcome *outcome);
