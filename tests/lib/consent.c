/*
 * The states of a decision by consent: one test a transition.
 */
#include "domain/consent.h"
#include "test.h"

enum { MEMBERS = 3 };

static const bool all_present[MEMBERS] = { true, true, true };
static const bool two_present[MEMBERS] = { true, true, false };
static const enum term all_yes[MEMBERS] = { T_ANSWER_YES, T_ANSWER_YES,
	T_ANSWER_YES };
static const enum term one_objects[MEMBERS] = { T_ANSWER_YES,
	T_ANSWER_OBJECTION, T_ANSWER_YES };
static const enum term one_silent[MEMBERS] = { T_ANSWER_YES, T_ANSWER_YES,
	T_NONE };
static const enum term one_abstains[MEMBERS] = { T_ANSWER_YES,
	T_ANSWER_ABSTENTION, T_ANSWER_YES };

static const struct consent_round one_round[] = { { 1, 1, all_yes } };
static const struct consent_round objected[] = { { 1, 1, one_objects } };
static const struct consent_round again[] = { { 1, 1, one_objects },
	{ 2, 1, all_yes } };
static const struct consent_round amended[] = { { 1, 1, one_objects },
	{ 2, 2, all_yes } };
static const struct consent_round silent[] = { { 1, 1, one_silent } };
static const struct consent_round abstained[] = { { 1, 1, one_abstains } };

static struct consent_outcome
judge(const struct consent *consent)
{
	struct arena *arena = arena_new();
	struct consent_outcome outcome = consent_judge(arena, consent);

	/* what is owed lives in the arena: only its count leaves */
	outcome.owed = NULL;
	arena_free(arena);
	return outcome;
}

static struct consent
sheet(const struct consent_round *rounds, size_t count,
    const struct consent_objection *objection)
{
	return (struct consent){ .rules = &consent_rules[CONSENT_S3],
		.member_count = MEMBERS,
		.present = all_present,
		.newest = 1,
		.clarified = true,
		.reacted = true,
		.rounds = rounds,
		.round_count = count,
		.objections = objection,
		.objection_count = objection != NULL };
}

#define SHEET(rounds) sheet(rounds, COUNT(rounds), NULL)
#define OBJECTED(rounds, objection) sheet(rounds, COUNT(rounds), objection)

static void
expect(const struct consent *consent, enum term state)
{
	assert_int_equal(judge(consent).state, state);
}

static void
before_the_rounds(void **unused)
{
	struct consent consent = sheet(NULL, 0, NULL);

	(void)unused;
	consent.newest = 0;
	consent.clarified = consent.reacted = false;
	expect(&consent, T_STATE_DRAFT);
	consent.driver = CONSENT_AGREED;
	expect(&consent, T_STATE_DRIVER);
	consent.newest = 1;
	expect(&consent, T_STATE_PRESENTED);
	consent.clarified = true;
	expect(&consent, T_STATE_CLARIFIED);
	consent.reacted = true;
	expect(&consent, T_STATE_REACTED);
	consent.driver = CONSENT_REFUSED;
	expect(&consent, T_STATE_REFUSED);
}

static void
open_round(void **unused)
{
	struct consent consent = SHEET(silent);

	(void)unused;
	consent.driver = CONSENT_REFUSED;
	expect(&consent, T_STATE_REFUSED);
	consent.driver = CONSENT_UNSAID;
	expect(&consent, T_STATE_ROUND);
	consent.present = two_present;
	expect(&consent, T_STATE_ADOPTED);
	consent.quorum = 3;
	expect(&consent, T_STATE_ROUND);
}

static void
adopted(void **unused)
{
	struct consent consent = SHEET(one_round);
	struct consent_outcome outcome = judge(&consent);

	(void)unused;
	assert_int_equal(outcome.state, T_STATE_ADOPTED);
	assert_int_equal(outcome.version, 1);
	assert_true(outcome.adopted && outcome.consensus);
	assert_int_equal(outcome.owed_count, 0);
}

static void
adopted_with_a_concern(void **unused)
{
	const struct consent_objection concern = { .member = 1,
		.round = 1,
		.fate = T_FATE_REFRAMED };
	struct consent consent = OBJECTED(one_round, &concern);

	(void)unused;
	expect(&consent, T_STATE_CONCERNS);
	consent.rules = &consent_rules[CONSENT_GPC];
	expect(&consent, T_STATE_CONCERNS);
	consent.rules = &consent_rules[CONSENT_SOCIOCRACY];
	expect(&consent, T_STATE_ADOPTED);
	consent.rules = &consent_rules[CONSENT_HOLACRACY];
	expect(&consent, T_STATE_ADOPTED);
}

static void
objection_open_and_amended(void **unused)
{
	struct consent_objection objection = { .member = 1, .round = 1 };
	struct consent consent = OBJECTED(objected, &objection);

	(void)unused;
	expect(&consent, T_STATE_OBJECTION);
	objection.fate = T_FATE_VALID;
	expect(&consent, T_STATE_OBJECTION);
	objection.resolution = T_RESOLVE_AMEND;
	expect(&consent, T_STATE_OBJECTION);
	objection.mended = consent.newest = 2;
	expect(&consent, T_STATE_AMENDED);
}

static void
amended_and_tested(void **unused)
{
	const struct consent_objection objection = { .member = 1,
		.round = 1,
		.fate = T_FATE_VALID,
		.resolution = T_RESOLVE_AMEND,
		.mended = 2 };
	struct consent consent = OBJECTED(amended, &objection);

	(void)unused;
	consent.newest = 2;
	expect(&consent, T_STATE_ADOPTED);
	assert_int_equal(judge(&consent).version, 2);
	consent.rounds = again; /* on the first version once more */
	expect(&consent, T_STATE_AMENDED);
	assert_int_equal(judge(&consent).version, 0);
}

static void
dismissed_or_withdrawn(void **unused)
{
	struct consent_objection objection = { .member = 1,
		.round = 1,
		.fate = T_FATE_DISMISSED };
	struct consent consent = OBJECTED(objected, &objection);

	(void)unused;
	expect(&consent, T_STATE_ADOPTED);
	consent.rules = &consent_rules[CONSENT_SOCIOCRACY];
	expect(&consent, T_STATE_OBJECTION);
	objection.fate = T_FATE_DROPPED;
	expect(&consent, T_STATE_ADOPTED);
}

static void
let_pass(void **unused)
{
	struct consent_objection objection = { .member = 1, .round = 1 };
	struct consent consent = OBJECTED(again, &objection);

	(void)unused;
	expect(&consent, T_STATE_ADOPTED);
	objection.fate = T_FATE_VALID;
	expect(&consent, T_STATE_ADOPTED);
	consent.rules =
	    &consent_rules[CONSENT_HOLACRACY]; /* it wants two confirmations */
	expect(&consent, T_STATE_OBJECTION);
	consent.rules = &consent_rules[CONSENT_S3];
	objection.resolution = T_RESOLVE_AMEND; /* no version says it */
	expect(&consent, T_STATE_ADOPTED);
	objection.resolution = T_RESOLVE_MEASURE;
	expect(&consent, T_STATE_ADOPTED);
	objection.objector = CONSENT_REFUSED;
	expect(&consent, T_STATE_OBJECTION);
}

static void
confirmed(void **unused)
{
	struct consent_objection objection = { .member = 1,
		.round = 1,
		.fate = T_FATE_VALID,
		.resolution = T_RESOLVE_AMEND,
		.mended = 2,
		.objector = CONSENT_AGREED };
	struct consent consent = OBJECTED(amended, &objection);

	(void)unused;
	consent.newest = 2;
	consent.rules = &consent_rules[CONSENT_HOLACRACY];
	expect(&consent, T_STATE_OBJECTION);
	objection.proposer = CONSENT_AGREED;
	expect(&consent, T_STATE_ADOPTED);
}

static void
put_off(void **unused)
{
	struct consent_objection objection = { .member = 1,
		.round = 1,
		.resolution = T_RESOLVE_DEFER };
	struct consent consent = OBJECTED(objected, &objection);

	(void)unused;
	expect(&consent, T_STATE_DEFERRED);
	objection.resolution = T_RESOLVE_SUBMIT;
	expect(&consent, T_STATE_DEFERRED);
	objection.resolution = T_RESOLVE_SUSPEND;
	expect(&consent, T_STATE_DEFERRED);
	objection.resolution = T_RESOLVE_REPLACE;
	expect(&consent, T_STATE_WITHDRAWN);
	/* and a later round without objection settles it */
	consent.rounds = amended;
	consent.round_count = 2;
	consent.newest = 2;
	expect(&consent, T_STATE_ADOPTED);
	objection.resolution = T_RESOLVE_DEFER;
	expect(&consent, T_STATE_ADOPTED);
	objection.objector = CONSENT_REFUSED;
	expect(&consent, T_STATE_DEFERRED);
}

static void
declared(void **unused)
{
	const struct consent_objection objection = { .member = 1, .round = 1 };
	struct consent consent = OBJECTED(objected, &objection);

	(void)unused;
	consent.declared = T_DECLARED_ADOPTED;
	expect(&consent, T_STATE_OBJECTION);
	consent.declared = T_DECLARED_BLOCKED;
	expect(&consent, T_STATE_BLOCKED);
	consent.declared = T_DECLARED_DEFERRED;
	expect(&consent, T_STATE_DEFERRED);
	consent.declared = T_DECLARED_WITHDRAWN;
	expect(&consent, T_STATE_WITHDRAWN);
	consent = SHEET(one_round);
	consent.declared = T_DECLARED_DEFERRED;
	expect(&consent, T_STATE_ADOPTED);
}

static void
absentees(void **unused)
{
	struct consent consent = SHEET(silent);

	(void)unused;
	consent.present = two_present;
	consent.absentees = T_ABSENT_PRESUMED;
	expect(&consent, T_STATE_ADOPTED);
	assert_false(judge(&consent).consensus);
	consent.absentees = T_ABSENT_SUSPENDED;
	expect(&consent, T_STATE_DEFERRED);
}

static void
abstention(void **unused)
{
	struct consent consent = SHEET(abstained);

	(void)unused;
	expect(&consent, T_STATE_ADOPTED);
	consent.rules = &consent_rules[CONSENT_SOCIOCRACY];
	expect(&consent, T_STATE_ROUND);
}

/* Objections of whoever is proposed are taken up before others', where the rule
 * set has it so; what was raised to somebody proposed no more is moot. */
static void
somebody_chosen(void **unused)
{
	struct consent_objection two[] = {
		{ .member = 0, .round = 1, .fate = T_FATE_VALID },
		{ .member = 1, .round = 1, .fate = T_FATE_VALID },
	};
	struct arena *arena = arena_new();
	struct consent consent = SHEET(objected);
	struct consent_outcome outcome;

	(void)unused;
	consent.objections = two;
	consent.objection_count = 2;
	consent.person = 2;
	outcome = consent_judge(arena, &consent);
	assert_int_equal(outcome.owed_count, 2);
	assert_int_equal(outcome.owed[0].which, 1);
	consent.rules = &consent_rules[CONSENT_SOCIOCRACY];
	outcome = consent_judge(arena, &consent);
	assert_int_equal(outcome.owed[0].which, 0);
	two[0].fate = two[1].fate = T_FATE_MOOT;
	expect(&consent, T_STATE_ADOPTED);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_the_rounds),
		cmocka_unit_test(open_round),
		cmocka_unit_test(adopted),
		cmocka_unit_test(adopted_with_a_concern),
		cmocka_unit_test(objection_open_and_amended),
		cmocka_unit_test(amended_and_tested),
		cmocka_unit_test(dismissed_or_withdrawn),
		cmocka_unit_test(let_pass),
		cmocka_unit_test(confirmed),
		cmocka_unit_test(put_off),
		cmocka_unit_test(declared),
		cmocka_unit_test(absentees),
		cmocka_unit_test(abstention),
		cmocka_unit_test(somebody_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
