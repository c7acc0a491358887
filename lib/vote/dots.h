/*
 * dots: ballots that give votes to options: dots, approvals or points.
 */
#pragma once

#include "vote/ballot.h"

/* What such ballots are judged by; the first of what a rule calls its own. */
struct dots {
	uint64_t limit;  /* at most so many votes a ballot; 0: no limit, and one
			    an option at most */
	bool stacking;   /* several votes may go to one option */
	uint64_t *votes; /* by option, of the ballot that was judged last */
};

/* The judge of a rule (struct ballot_rule). */
void dots_judge(struct ballot_rules *rules, const struct ballot *ballot,
    struct ballot_verdict *verdict);

/* Whether a text beside an option gives it some votes, or none: what tells an
 * option's column. */
bool dots_is(const char *text);

/* Whether it names options, and gives none. */
bool dots_name(const char *text);

/* Whether a column of a table by option is what one voter gave: crosses or marks,
 * and no numbers, which may be many voters'. */
bool dots_across(const char *const *cells, size_t count);
