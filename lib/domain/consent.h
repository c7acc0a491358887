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

/* What was said, in the words of the vocabulary. */

enum consent_answer {
	CONSENT_NONE = T_NONE,
	CONSENT_YES = T_ANSWER_YES,
	CONSENT_OBJECTION = T_ANSWER_OBJECTION,
	CONSENT_CONCERN = T_ANSWER_CONCERN,
	CONSENT_PASS = T_ANSWER_PASS,
	CONSENT_ABSTENTION = T_ANSWER_ABSTENTION,
	CONSENT_ABSENT = T_ANSWER_ABSENT,
	CONSENT_UNOPPOSED = T_ANSWER_UNOPPOSED /* consent, and no yes */
};

/* What became of an objection once its argument was tested. */
enum consent_fate {
	CONSENT_UNTESTED = T_NONE,
	CONSENT_POSSIBLE = T_FATE_POSSIBLE, /* not tested either */
	CONSENT_VALID = T_FATE_VALID,
	CONSENT_DISMISSED = T_FATE_DISMISSED,
	CONSENT_DROPPED = T_FATE_DROPPED,  /* its author withdrew it */
	CONSENT_REFRAMED = T_FATE_REFRAMED /* it is a concern */
};

enum consent_resolution {
	CONSENT_UNRESOLVED = T_NONE,
	CONSENT_AMEND = T_RESOLVE_AMEND,
	CONSENT_DEFER = T_RESOLVE_DEFER,
	CONSENT_REPLACE = T_RESOLVE_REPLACE,
	CONSENT_DELEGATE = T_RESOLVE_DELEGATE,
	CONSENT_MONITOR = T_RESOLVE_MONITOR,
	CONSENT_SUBMIT = T_RESOLVE_SUBMIT,
	CONSENT_SUSPEND = T_RESOLVE_SUSPEND,
	CONSENT_SHORTEN = T_RESOLVE_SHORTEN,
	CONSENT_MEASURE = T_RESOLVE_MEASURE
};

enum consent_absentees {
	CONSENT_NO_POLICY = T_NONE,
	CONSENT_PRESUMED = T_ABSENT_PRESUMED,   /* they consent */
	CONSENT_DELAY = T_ABSENT_DELAY,         /* so many hours to object */
	CONSENT_SUSPENDED = T_ABSENT_SUSPENDED, /* the decision waits */
	CONSENT_NO_EFFECT = T_ABSENT_NO_EFFECT
};

enum consent_decision {
	CONSENT_UNDECLARED = T_NONE,
	CONSENT_ADOPTED = T_DECLARED_ADOPTED,
	CONSENT_NOT_ADOPTED = T_DECLARED_NOT,
	CONSENT_DEFERRED = T_DECLARED_DEFERRED,
	CONSENT_WITHDRAWN = T_DECLARED_WITHDRAWN,
	CONSENT_BLOCKED = T_DECLARED_BLOCKED
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
	STATE_DRAFT = T_STATE_DRAFT,
	STATE_REFUSED =
	    T_STATE_REFUSED, /* nothing to decide, whatever follows */
	STATE_DRIVER = T_STATE_DRIVER,
	STATE_PRESENTED = T_STATE_PRESENTED,
	STATE_CLARIFIED = T_STATE_CLARIFIED,
	STATE_REACTED = T_STATE_REACTED,
	STATE_ROUND = T_STATE_ROUND,
	STATE_OBJECTION = T_STATE_OBJECTION,
	STATE_AMENDED = T_STATE_AMENDED,
	STATE_ADOPTED = T_STATE_ADOPTED,
	STATE_CONCERNS = T_STATE_CONCERNS,
	STATE_DEFERRED = T_STATE_DEFERRED,
	STATE_WITHDRAWN = T_STATE_WITHDRAWN,
	STATE_BLOCKED = T_STATE_BLOCKED
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

/* Whether an objection is one, whether tested or not: it was neither dismissed
 * nor dropped, and is no concern. */
bool consent_is_open(const struct consent_objection *objection);

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

/* How many answered in a round. */
size_t consent_heard(const struct consent *consent,
    const struct consent_round *round);

/* Whether a member was absent from a round. */
bool consent_is_absent(const struct consent *consent,
    const struct consent_round *round, size_t member);

#endif
