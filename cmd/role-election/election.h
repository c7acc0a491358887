/*
 * election: what the files of role-election share: whom each member names for a
 * role, whom the circle proposes, and until when.
 *
 * A decision by consent (consent/process.h) stands at the end of it.  How often
 * somebody is named decides nothing.
 */
#pragma once

#include "consent/process.h"

/*
 * Bound, and settled in its place.
 */

struct nomination {
	struct bind_text from, to, reason, when;

	/* resolved: who names whom, members from 1; 0 where it is none */
	size_t member, person;
	bool passes; /* they name nobody, and say so */
	bool self;   /* they name themselves */
	bool unread; /* it does not say who names whom */
};

struct role {
	struct bind_text title, term, incumbent;
	struct bind_list expects, skills; /* struct bind_text */
};

struct sheet {
	struct process_sheet process;
	struct role role;
	struct bind_list titled;  /* struct node *: the role, its title in the
				     heading */
	struct bind_list lengths; /* the same, of a term or of the meeting */
	struct bind_list nominations, changes; /* struct nomination */
	struct bind_yes accepted;
};

/*
 * Resolved.
 */

/* Whom a member names: first, and once changes are heard; NULL: nobody. */
struct choice {
	const struct nomination *first, *last;
	const struct nomination *other; /* a second one at first: then neither
					   counts */
};

/* Somebody who is named. */
struct named {
	const char *name;
	size_t person;        /* a member, from 1; or 0 */
	size_t before, after; /* how often */
	bool self;            /* by themselves, in the end */
	bool most;            /* most often, of those not discarded */
	const char *by;       /* who names them in the end */
	struct pos pos;
};

/* Whom a version of the proposal proposes; a member from 1, or 0. */
struct proposed {
	size_t version, person;
	const char *name;   /* "" where it names nobody, or several */
	const char *others; /* several of whom none comes first; or "" */
	bool reasoned;      /* it says more than the name */
	struct pos pos;
};

struct election {
	struct process process;
	struct sheet *sheet;
	struct choice *choices;      /* one a member */
	struct bind_list named;      /* struct named, most often named first */
	struct bind_list proposed;   /* struct proposed, one a version */
	const struct proposed *last; /* NULL: nobody is proposed yet */
	bool asked;                  /* they were heard, or say they accept */
	bool declined;
	struct bind_date ends; /* of the term */
};

static inline struct member *
election_member(const struct election *election, size_t member)
{
	return (struct member *)election->sheet->process.members.at + member -
	    1;
}

/* claim.c: whether a round is one of nominations, the first one, or of changes. */
bool claim_nominations(const struct node *section);
bool claim_changes(const struct node *section);

/* nomination.c: who names whom, out of a line or of columns, before the members
 * are known; and who they are. */
void nomination_read(struct election *election);
void nomination_resolve(struct election *election);

/* Whether a member, from 1, says that they name nobody. */
bool nomination_passes(const struct election *election, size_t member);

/* Those who are there and are still to name somebody, or to say why; joined. */
const char *nomination_wanted(const struct election *election, bool reasons);

/* count.c: whom each member names, and who is named how often. */
void count_named(struct election *election);

/* The names of all who are named most often, joined, how many they are and how
 * often each. */
const char *count_most(const struct election *election, size_t *how_many,
    size_t *times);
void count_render(const struct election *election);

/* proposal.c: whom each version proposes; of one version, or NULL; and the only
 * member whom the decision declared names, from 1, or 0. */
void proposal_read(struct election *election);
const struct proposed *proposal_of(const struct election *election,
    size_t version);
size_t proposal_declared(const struct election *election);

/* mandate.c: the day a term ends with, from its length and the election's date;
 * and the findings of it. */
void mandate_read(struct election *election);
void mandate_check(const struct election *election);

/* verdict.c: whether somebody is chosen; the section Décision, or what is to be
 * done next. */
void verdict_judge(struct election *election);
void verdict_render(const struct election *election);
void verdict_render_next(const struct election *election);

/* finding.c: what the rule set would not accept. */
void election_find(const struct election *election);

/* Where the role stands; the start of the document, where none is given. */
struct pos election_place(const struct election *election);
