/*
 * consent: where a decision by consent stands.
 *
 * Consensus is that everyone says yes; consent, that no one says no.  What
 * happened in the room goes in; out come the state, whether the proposal is
 * adopted and in which version, and what is still owed before it can be.
 * Nothing here is a legal vote.
 *
 * What was said, decided and found is in the words of the vocabulary, T_NONE
 * where nothing was.
 */
#pragma once

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
	size_t criteria;  /* how many an objection must meet */
	/* where somebody is to be chosen: */
	bool all_name;    /* nobody passes a nomination */
	bool named_only;  /* who changes theirs takes somebody named already */
	bool most_named;  /* who is named most is proposed */
	bool asked_last;  /* who is proposed, in a round */
	bool heard_first; /* their objections are taken up before others' */
	bool accepts;     /* they say again, at the end, that they accept */
};

extern const struct consent_rules consent_rules[CONSENT_RULESETS];

/* Said yes, said no, or nothing said. */
enum consent_said { CONSENT_UNSAID, CONSENT_AGREED, CONSENT_REFUSED };

struct consent_round {
	size_t number;
	size_t version;
	const enum term *answers; /* T_ANSWER_..., one a member */
};

struct consent_objection {
	size_t member; /* who, by index */
	size_t round;  /* where it was raised; 0: before any */
	/* What became of it once its argument was tested, T_FATE_...: valid, not
	 * tested yet, withdrawn by its author, a concern, or moot, since what
	 * it is about is proposed no more. */
	enum term fate;
	enum term resolution; /* T_RESOLVE_... */
	size_t mended;        /* the version that answers it; 0: none */
	enum consent_said objector, proposer; /* who confirmed that it does */
};

/* What happened.  Rounds are in order; versions are numbers from 1. */
struct consent {
	const struct consent_rules *rules;
	/* T_ABSENT_...: they consent, have so many hours to object, have the
	 * decision wait, or change nothing. */
	enum term absentees;
	size_t quorum;            /* members who must answer; 0: none */
	enum consent_said driver; /* whether it was consented to */
	size_t newest;            /* the highest version; 0: no proposal */
	size_t person;            /* whom it proposes, a member from 1; or 0 */
	bool clarified, reacted;
	enum term declared; /* T_DECLARED_... */

	size_t member_count;
	const bool *present; /* by member */
	const struct consent_round *rounds;
	size_t round_count;
	const struct consent_objection *objections;
	size_t objection_count;
};

/* What is to be done, in this order, before the proposal can be adopted. */
enum consent_duty {
	OWED_DRIVER,    /* consent to the driver */
	OWED_PROPOSAL,  /* a proposal */
	OWED_CLARIFY,   /* questions of clarification */
	OWED_REACT,     /* brief reactions */
	OWED_HEAR,      /* those who are missing from the last round */
	OWED_TEST,      /* which: an objection, whether it is one */
	OWED_RESOLVE,   /* which: an objection */
	OWED_CONFIRM,   /* which: an objection, that it is resolved */
	OWED_FOLLOW_UP, /* which: an objection, put off or passed on */
	OWED_ROUND,     /* which: a version */
	OWED_QUORUM,
	OWED_ABSENT /* those absent from it, who must consent as well */
};

struct consent_owed {
	enum consent_duty duty;
	size_t which;
};

struct consent_outcome {
	enum term state; /* T_STATE_... */
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
 * What the answer of a member counts for in a round, under the rules: no
 * objection is consent; where there are no concerns one is consent too, and an
 * abstention that is refused is no answer.  T_NONE is missing; whoever is not
 * there and gave none is absent.
 */
enum term consent_count(const struct consent *consent,
    const struct consent_round *round, size_t member);

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

/* How many answers of a round count as one, and how many members answered. */
size_t consent_counted(const struct consent *consent,
    const struct consent_round *round, enum term answer);
size_t consent_heard(const struct consent *consent,
    const struct consent_round *round);
