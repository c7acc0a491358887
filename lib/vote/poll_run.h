/*
 * poll_run: a vote from its operands to its report, whose ballots are counted
 * while they are read.
 *
 * Where options and settings stand before the ballots, these are judged as they
 * come and only what they add up to is kept.  Where a setting behind them makes
 * that void, all is read a second time, keeping the places of ballots.
 */
#pragma once

#include <sys/types.h>

#include "vote/poll.h"

struct poll_run;

/* A tool that is a vote. */
struct poll_tool {
	enum term subject, summary;
	const struct bind_row *rows;
	size_t sheet_size; /* of the struct that rows bind */
	size_t poll_at;    /* offsetof, of its struct poll_sheet */
	struct ballot_form form;
	/* puts a document in order, before any is bound; or NULL */
	void (*arrange)(struct method *method, const struct doc_part *part);

	/*
	 * What is voted for, and by which rules, of what rows bound.  It is
	 * called while ballots come, with a sheet of what stands before them,
	 * and at the end with all; what it resolved last is run->own, and
	 * run->settled whether ballots behind such a sheet can be judged by it.
	 */
	struct ballot_rules *(
	    *settle)(struct poll_run *run, struct bind *bind, void *sheet);
	/* Computes, from what ballots came to; what is wrong is a fault yet. */
	void (*compute)(struct poll_run *run, const struct ballot_tally *tally);
	/* Finds and writes; returns whether the answer is no. */
	bool (*render)(struct poll_run *run);
};

struct poll_run {
	/* what main fills in */
	const struct poll_tool *tool;
	void *options; /* the tool's, of the command; or NULL */

	struct method method;
	void *sheet;
	void *own;             /* what the tool resolved and computed */
	bool settled;          /* all that ballots are judged by is given */
	struct arena *scratch; /* for one judgement */
	bool has_ballots;      /* some came, or wait in a list */
	struct pos late;       /* of a setting that may come too late */

	/* poll_run's own */
	struct ballots *ballots;
	size_t tables; /* the first lists, which are taken already */
	size_t lists;  /* of ballots, so far */
	struct ballot_rules *rules; /* what was read before the last settled */
	bool keep;                  /* the places of all ballots */
	bool again;                 /* it must be done so */
	bool waiting;               /* some ballots do, for the options */
	off_t start; /* where standard input began; -1 if it cannot go back */
};

/* Does it all; returns the status to leave with. */
int poll_run(struct poll_run *run, int argc, char **argv,
    const struct opt *opts);

/* The rules of a vote, for settle: the rule's own is what it judges and adds
 * up with. */
struct ballot_rules *poll_rules(const struct poll_run *run,
    const struct poll *poll, const struct ballot_rule *rule, void *own);

/* The vote of a sheet, for settle; its options are still to be taken. */
struct poll poll_of(struct poll_run *run, struct bind *bind, void *sheet,
    size_t option_size);
