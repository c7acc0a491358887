#include "domain/consent.h"

#include "base/arena.h"

const struct consent_rules consent_rules[CONSENT_RULESETS] = {
	/*
	 * Bockelbrink, Priest, David, A Practical Guide for Evolving Agile
	 * and Resilient Organizations with Sociocracy 3.0 (2024): Consent
	 * Decision-Making, Test Arguments Qualify as Objections, Resolve
	 * Objections, Evaluate and Evolve Agreements; Role Selection, steps 7
	 * and 8: objections are signalled at once, those of whoever is proposed
	 * are resolved first, and they are asked again whether they accept.
	 */
	[CONSENT_S3] = { .name = T_RULESET_S3,
	    .concerns = true,
	    .abstention = true,
	    .qualified = true,
	    .review = true,
	    .heard_first = true,
	    .accepts = true },
	/*
	 * Rau and Koch-Gonzalez, Many Voices One Song (Sociocracy for All,
	 * 2018; in French Chaque voix compte), the chapter on consent: an
	 * objection is valid once voiced, nobody abstains, every policy has
	 * a term.  In an election whoever is proposed is asked last, as the
	 * facilitator's sheet of dynamic governance says it: Review Role,
	 * Nomination Forms, "Why" Round, Change Round, Consent Round.
	 */
	[CONSENT_SOCIOCRACY] = { .name = T_RULESET_SOCIOCRACY,
	    .review = true,
	    .end = true,
	    .asked_last = true },
	/*
	 * HolacracyOne, Holacracy Constitution 5.0, article 5: Criteria for
	 * Valid Objections, Rules of Integration (5.4.5 f for the return to
	 * the objection round); 5.4.2 for who is absent and for the quorum;
	 * 5.3.5, Integrative Election Process: no one may abstain (b), the
	 * candidate with the most nominations is proposed (e).
	 */
	[CONSENT_HOLACRACY] = { .name = T_RULESET_HOLACRACY,
	    .abstention = true,
	    .qualified = true,
	    .confirmed = true,
	    .absentees = true,
	    .criteria = CONSENT_CRITERIA,
	    .all_name = true,
	    .most_named = true },
	/*
	 * Gestion par consentement, as Universite du Nous teaches it in
	 * France after Endenburg: clarification, what is felt, objections,
	 * improvement; the facilitator tests and the group lifts.  Its sheet
	 * for elections has everyone name somebody, and a vote go over only to
	 * somebody who was named.
	 */
	[CONSENT_GPC] = { .name = T_RULESET_GPC,
	    .concerns = true,
	    .abstention = true,
	    .qualified = true,
	    .all_name = true,
	    .named_only = true },
};

enum term
consent_count(const struct consent *consent, const struct consent_round *round,
    size_t member)
{
	enum term answer = round->answers[member];

	if (answer == T_NONE && !consent->present[member])
		return T_ANSWER_ABSENT;
	if (answer == T_ANSWER_UNOPPOSED ||
	    (answer == T_ANSWER_CONCERN && !consent->rules->concerns))
		return T_ANSWER_YES;
	if ((answer == T_ANSWER_ABSTENTION || answer == T_ANSWER_PASS) &&
	    !consent->rules->abstention)
		return T_NONE;
	return answer;
}

size_t
consent_counted(const struct consent *consent,
    const struct consent_round *round, enum term answer)
{
	size_t i, count = 0;

	for (i = 0; i < consent->member_count; i++)
		count += consent_count(consent, round, i) == answer;
	return count;
}

size_t
consent_heard(const struct consent *consent, const struct consent_round *round)
{
	return consent->member_count - consent_counted(consent, round, T_NONE) -
	    consent_counted(consent, round, T_ANSWER_ABSENT);
}

const struct consent_round *
consent_tested(const struct consent *consent,
    const struct consent_objection *objection)
{
	const struct consent_round *round;

	for (size_t i = 0; i < consent->round_count; i++) {
		round = &consent->rounds[i];
		if (round->number > objection->round &&
		    round->version >= objection->mended)
			return round;
	}
	return NULL;
}

bool
consent_is_open(const struct consent_objection *objection)
{
	return objection->fate == T_NONE ||
	    objection->fate == T_FATE_POSSIBLE ||
	    objection->fate == T_FATE_VALID;
}

/* Whether its author let a later round pass without objecting. */
static bool
is_let_pass(const struct consent *consent,
    const struct consent_objection *objection)
{
	enum term answer;

	for (size_t i = 0; i < consent->round_count; i++) {
		if (consent->rounds[i].number <= objection->round)
			continue;
		answer = consent_count(consent, &consent->rounds[i],
		    objection->member);
		if (answer != T_NONE && answer != T_ANSWER_OBJECTION &&
		    answer != T_ANSWER_ABSENT)
			return true;
	}
	return false;
}

static bool
is_resolved(const struct consent *consent,
    const struct consent_objection *objection)
{
	bool confirmed = objection->objector == CONSENT_AGREED &&
	    objection->proposer == CONSENT_AGREED;

	if (objection->objector == CONSENT_REFUSED)
		return false;
	if (objection->resolution == T_NONE && objection->fate != T_FATE_VALID)
		return is_let_pass(consent, objection);
	if (consent->rules->confirmed && !confirmed)
		return false;
	switch (objection->resolution) {
	case T_RESOLVE_AMEND:
		if (objection->mended > 0)
			return consent_tested(consent, objection) != NULL;
		break;
	case T_RESOLVE_DELEGATE:
	case T_RESOLVE_MONITOR:
	case T_RESOLVE_SHORTEN:
	case T_RESOLVE_MEASURE:
		if (objection->objector == CONSENT_AGREED)
			return true;
		break;
	default:
		break;
	}
	return is_let_pass(consent, objection);
}

bool
consent_stands(const struct consent *consent,
    const struct consent_objection *objection)
{
	if (objection->fate == T_FATE_DROPPED ||
	    objection->fate == T_FATE_REFRAMED ||
	    objection->fate == T_FATE_MOOT)
		return false;
	if (objection->fate == T_FATE_DISMISSED && consent->rules->qualified)
		return false;
	return !is_resolved(consent, objection);
}

bool
consent_is_concern(const struct consent *consent,
    const struct consent_objection *objection)
{
	return objection->fate == T_FATE_REFRAMED && consent->rules->concerns;
}

struct judge {
	struct arena *arena;
	const struct consent *consent;
	struct consent_owed *owed;
	size_t owed_count;
	bool put_off, replaced; /* by what resolves an objection */
};

static void
owe(struct judge *judge, enum consent_duty duty, size_t which)
{
	ARENA_ADD(judge->arena, judge->owed, judge->owed_count) =
	    (struct consent_owed){ duty, which };
}

static bool
owes(const struct judge *judge, enum consent_duty duty)
{
	for (size_t i = 0; i < judge->owed_count; i++)
		if (judge->owed[i].duty == duty)
			return true;
	return false;
}

/* Before the first round: how far the proposal has come. */
static enum term
prepare(struct judge *judge)
{
	const struct consent *consent = judge->consent;

	if (consent->newest == 0) {
		owe(judge, OWED_PROPOSAL, 0);
		return consent->driver == CONSENT_AGREED ? T_STATE_DRIVER
							 : T_STATE_DRAFT;
	}
	if (!consent->clarified && !consent->reacted)
		owe(judge, OWED_CLARIFY, 0);
	if (!consent->reacted)
		owe(judge, OWED_REACT, 0);
	owe(judge, OWED_ROUND, consent->newest);
	return consent->reacted  ? T_STATE_REACTED
	    : consent->clarified ? T_STATE_CLARIFIED
				 : T_STATE_PRESENTED;
}

/* What the last round still wants: answers, enough of them, the absentees. */
static void
hear(struct judge *judge, const struct consent_round *round)
{
	const struct consent *consent = judge->consent;
	size_t heard = consent_heard(consent, round);

	if (consent_counted(consent, round, T_NONE) > 0)
		owe(judge, OWED_HEAR, 0);
	if (heard < consent->quorum || heard == 0)
		owe(judge, OWED_QUORUM, 0);
	if (consent->absentees == T_ABSENT_SUSPENDED &&
	    consent_counted(consent, round, T_ANSWER_ABSENT) > 0)
		owe(judge, OWED_ABSENT, 0);
}

/* What an objection that stands wants next. */
static void
take_up(struct judge *judge, size_t index)
{
	const struct consent_objection *objection =
	    &judge->consent->objections[index];
	const struct consent_rules *rules = judge->consent->rules;

	switch (objection->resolution) {
	case T_NONE:
		owe(judge,
		    objection->fate != T_FATE_VALID && rules->qualified
			? OWED_TEST
			: OWED_RESOLVE,
		    index);
		break;
	case T_RESOLVE_AMEND:
		if (objection->mended == 0 ||
		    objection->objector == CONSENT_REFUSED)
			owe(judge, OWED_RESOLVE, index);
		else if (rules->confirmed &&
		    (objection->objector != CONSENT_AGREED ||
			objection->proposer != CONSENT_AGREED))
			owe(judge, OWED_CONFIRM, index);
		break;
	case T_RESOLVE_REPLACE:
		judge->replaced = true;
		owe(judge, OWED_FOLLOW_UP, index);
		break;
	case T_RESOLVE_DEFER:
	case T_RESOLVE_SUBMIT:
	case T_RESOLVE_SUSPEND:
		judge->put_off = true;
		owe(judge, OWED_FOLLOW_UP, index);
		break;
	default:
		owe(judge,
		    objection->objector == CONSENT_REFUSED ? OWED_RESOLVE
							   : OWED_CONFIRM,
		    index);
	}
}

/* The version that must have a round of its own; 0 if none must. */
static size_t
untested_version(const struct consent *consent)
{
	const struct consent_objection *objection;
	size_t i, tested = 0, wanted = 0;

	for (i = 0; i < consent->round_count; i++)
		if (consent->rounds[i].version > tested)
			tested = consent->rounds[i].version;
	if (consent->newest > tested)
		return consent->newest;
	for (i = 0; i < consent->objection_count; i++) {
		objection = &consent->objections[i];
		if (objection->resolution == T_RESOLVE_AMEND &&
		    consent_stands(consent, objection) &&
		    objection->mended > wanted &&
		    consent_tested(consent, objection) == NULL)
			wanted = objection->mended;
	}
	return wanted;
}

/* The objections that stand of the person proposed, where they go first, or
 * those of the others. */
static void
take_up_of(struct judge *judge, bool person)
{
	const struct consent *consent = judge->consent;
	const struct consent_objection *objection = consent->objections;

	for (size_t i = 0; i < consent->objection_count; i++, objection++)
		if (consent_stands(consent, objection) &&
		    person ==
			(consent->rules->heard_first &&
			    objection->member + 1 == consent->person))
			take_up(judge, i);
}

static void
gather(struct judge *judge)
{
	const struct consent *consent = judge->consent;
	size_t version = untested_version(consent);

	hear(judge, &consent->rounds[consent->round_count - 1]);
	take_up_of(judge, true);
	take_up_of(judge, false);
	if (version > 0)
		owe(judge, OWED_ROUND, version);
}

static enum term
state_of(const struct judge *judge)
{
	if (judge->replaced)
		return T_STATE_WITHDRAWN;
	if (judge->put_off)
		return T_STATE_DEFERRED;
	if (owes(judge, OWED_HEAR) || owes(judge, OWED_QUORUM))
		return T_STATE_ROUND;
	if (owes(judge, OWED_TEST) || owes(judge, OWED_RESOLVE) ||
	    owes(judge, OWED_CONFIRM))
		return T_STATE_OBJECTION;
	if (owes(judge, OWED_ROUND))
		return T_STATE_AMENDED;
	return owes(judge, OWED_ABSENT) ? T_STATE_DEFERRED : T_STATE_ADOPTED;
}

/* Whether every member, and not only those who were there, said yes. */
static bool
is_consensus(const struct consent *consent)
{
	const struct consent_round *last =
	    &consent->rounds[consent->round_count - 1];

	for (size_t i = 0; i < consent->member_count; i++)
		if (last->answers[i] != T_ANSWER_YES)
			return false;
	return true;
}

/* What the people in charge declared, where nothing computed forbids it. */
static enum term
declared_state(const struct consent *consent, enum term state)
{
	bool adopted = state == T_STATE_ADOPTED || state == T_STATE_CONCERNS;

	if (consent->declared == T_DECLARED_WITHDRAWN)
		return T_STATE_WITHDRAWN;
	if (consent->declared == T_DECLARED_DEFERRED && !adopted)
		return T_STATE_DEFERRED;
	if (consent->declared == T_DECLARED_BLOCKED && !adopted)
		return T_STATE_BLOCKED;
	return state;
}

struct consent_outcome
consent_judge(struct arena *arena, const struct consent *consent)
{
	struct judge judge = { .arena = arena, .consent = consent };
	struct consent_outcome outcome = { .state = T_STATE_DRAFT };

	for (size_t i = 0; i < consent->objection_count; i++)
		outcome.concerns +=
		    consent_is_concern(consent, &consent->objections[i]);
	if (consent->driver == CONSENT_REFUSED) {
		owe(&judge, OWED_DRIVER, 0);
		outcome.state = T_STATE_REFUSED;
	} else if (consent->round_count == 0) {
		outcome.state = prepare(&judge);
	} else {
		gather(&judge);
		outcome.state = state_of(&judge);
	}
	if (outcome.state == T_STATE_ADOPTED && outcome.concerns > 0)
		outcome.state = T_STATE_CONCERNS;
	outcome.state = declared_state(consent, outcome.state);
	outcome.adopted = outcome.state == T_STATE_ADOPTED ||
	    outcome.state == T_STATE_CONCERNS;
	if (outcome.adopted) {
		outcome.version =
		    consent->rounds[consent->round_count - 1].version;
		outcome.consensus =
		    outcome.concerns == 0 && is_consensus(consent);
	}
	outcome.owed = judge.owed;
	outcome.owed_count = judge.owed_count;
	return outcome;
}
