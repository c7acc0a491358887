/*
 * consent: where a decision by consent stands.
 *
 * Consensus is that everyone says yes; consent, that no one says no.  What
 * happened in the room goes in; out come the state, whether the proposal is
 * adopted and in which version, and what is still owed before it can be.
 * Nothing here is a legal vote.
 */
#ifndef CONSENT_H
#define CONSENT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/term.h"

struct arena;

enum { CONSENT_CRITERIA = 4 };

enum consent_ruleset {
	CONSENT_S3,
	CONSENT_SOCIOCRACY,
	CONSENT_HOLACRACY,
	CONSENT_GPC,
	CONSENT_RULESETS
};

/* What a rule set asks for, and what it does not know. */
struct consent_rules {
	enum term name;
	bool concerns;    /* a level between consent and objection */
	bool abstention;  /* it may stand for an answer */
	bool qualified;   /* somebody may dismiss an objection */
	bool confirmed;   /* objector and proposer confirm what resolves it */
	bool review, end; /* the decision must have one */
	bool absentees;   /* it says itself what their absence means */
	int criteria;     /* how many an objection must meet */
};

extern const struct consent_rules consent_rules[CONSENT_RULESETS];

enum consent_answer {
	CONSENT_NONE,
	CONSENT_YES,
	CONSENT_OBJECTION,
	CONSENT_CONCERN,
	CONSENT_PASS,
	CONSENT_ABSTENTION,
	CONSENT_ABSENT,
	CONSENT_UNOPPOSED, /* no objection, which is consent and no yes */
	CONSENT_ANSWERS
};

/* What became of an objection once its argument was tested. */
enum consent_fate {
	CONSENT_POSSIBLE, /* not tested yet */
	CONSENT_VALID,
	CONSENT_DISMISSED,
	CONSENT_DROPPED, /* its author withdrew it */
	CONSENT_REFRAMED /* it is a concern */
};

enum consent_resolution {
	CONSENT_UNRESOLVED,
	CONSENT_AMEND,
	CONSENT_DEFER,
	CONSENT_REPLACE,
	CONSENT_DELEGATE,
	CONSENT_MONITOR,
	CONSENT_SUBMIT,
	CONSENT_SUSPEND,
	CONSENT_SHORTEN,
	CONSENT_MEASURE,
	CONSENT_RESOLUTIONS
};

enum consent_absentees {
	CONSENT_NO_POLICY,
	CONSENT_PRESUMED,  /* they consent */
	CONSENT_DELAY,     /* they have so many hours to object */
	CONSENT_SUSPENDED, /* the decision waits for them */
	CONSENT_NO_EFFECT
};

enum consent_decision {
	CONSENT_UNDECLARED,
	CONSENT_ADOPTED,
	CONSENT_NOT_ADOPTED,
	CONSENT_DEFERRED,
	CONSENT_WITHDRAWN,
	CONSENT_BLOCKED
};

/* Said yes, said no, or nothing said. */
enum consent_said { CONSENT_UNSAID, CONSENT_AGREED, CONSENT_REFUSED };

struct consent_round {
	size_t number;
	size_t version;
	const enum consent_answer *answers; /* one a member */
};

struct consent_objection {
	size_t member; /* who, by index */
	size_t round;  /* where it was raised; 0: before any */
	enum consent_fate fate;
	enum consent_resolution resolution;
	size_t mended; /* the version that answers it; 0: none */
	enum consent_said objector, proposer; /* who confirmed that it does */
};

/* What happened.  Rounds are in order; versions are numbers from 1. */
struct consent {
	enum consent_ruleset ruleset;
	enum consent_absentees absentees;
	size_t quorum;            /* members who must answer; 0: none */
	enum consent_said driver; /* whether it was consented to */
	size_t newest;            /* the highest version; 0: no proposal */
	bool clarified, reacted;
	enum consent_decision declared;

	size_t member_count;
	const bool *present; /* by member */
	const struct consent_round *rounds;
	size_t round_count;
	const struct consent_objection *objections;
	size_t objection_count;
};

enum consent_state {
	STATE_DRAFT,
	STATE_DRIVER,
	STATE_PRESENTED,
	STATE_CLARIFIED,
	STATE_REACTED,
	STATE_ROUND,
	STATE_OBJECTION,
	STATE_AMENDED,
	STATE_ADOPTED,
	STATE_CONCERNS,
	STATE_DEFERRED,
	STATE_WITHDRAWN,
	STATE_BLOCKED,
	CONSENT_STATES
};

/* What is to be done, in this order, before the proposal can be adopted. */
enum consent_duty {
	OWED_DRIVER,    /* consent to the driver */
	OWED_PROPOSAL,  /* a proposal */
	OWED_CLARIFY,   /* questions of clarification */
	OWED_REACT,     /* brief reactions */
	OWED_HEAR,      /* which: a member, in the last round */
	OWED_TEST,      /* which: an objection, whether it is one */
	OWED_RESOLVE,   /* which: an objection */
	OWED_CONFIRM,   /* which: an objection, that it is resolved */
	OWED_FOLLOW_UP, /* which: an objection, put off or passed on */
	OWED_ROUND,     /* which: a version */
	OWED_QUORUM,
	OWED_ABSENT /* which: a member who must consent as well */
};

struct consent_owed {
	enum consent_duty duty;
	size_t which;
};

struct consent_outcome {
	enum consent_state state;
	bool adopted;
	bool consensus;  /* every member said yes */
	size_t version;  /* the one adopted; 0: none */
	size_t concerns; /* those that stand */
	const struct consent_owed *owed;
	size_t owed_count;
};

/* A pure function: the same record gives the same outcome. */
struct consent_outcome consent_judge(struct arena *arena,
    const struct consent *consent);

/*
 * What an answer counts for under a rule set: no objection is consent; where
 * there are no concerns one is consent too, and an abstention that is refused
 * is no answer.
 */
enum consent_answer consent_count(enum consent_ruleset ruleset,
    enum consent_answer answer);

/* Whether an objection stands in the way. */
bool consent_stands(const struct consent *consent,
    const struct consent_objection *objection);

/* Whether it stands beside the decision, as a concern. */
bool consent_is_concern(const struct consent *consent,
    const struct consent_objection *objection);

/* The first round after an objection that was held on a version at least as
 * new as the one that answers it; NULL if there is none. */
const struct consent_round *consent_tested(const struct consent *consent,
    const struct consent_objection *objection);

/* Whether a member is missing from a round: there, and without an answer. */
bool consent_is_missing(const struct consent *consent,
    const struct consent_round *round, size_t member);

/* Whether a member was absent from a round. */
bool consent_is_absent(const struct consent *consent,
    const struct consent_round *round, size_t member);

#endif
