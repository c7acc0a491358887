/*
 * fate: what a rule set makes of each objection, and what lifted it.
 */
#include "base/arena.h"
#include "finding.h"
#include "text/uni.h"

/* An objection, as what is found of it names it. */
struct found {
	const struct objection *objection;
	const struct consent_objection *record;
	const char *id, *who;
	struct pos pos;
};

static void
check_confirmed(const struct finder *finder, const struct found *found)
{
	bool objector = found->record->objector == CONSENT_AGREED;
	bool proposer = found->record->proposer == CONSENT_AGREED;
	const char *missing =
	    method_word(finder->method, objector ? T_PROPOSER : T_OBJECTOR);

	if (!objector && !proposer)
		missing = arena_format(finder->method->arena, "%s, %s", missing,
		    method_word(finder->method, T_PROPOSER));
	if (!objector || !proposer)
		FIND(finder, found->pos, M_CONSENT_UNCONFIRMED, found->id,
		    found->who, uni_fold(finder->method->arena, missing));
}

/* What the rule set makes of an objection's fate. */
static void
check_fate(const struct finder *finder, const struct found *found)
{
	enum consent_fate fate = found->record->fate;
	const char *missing;
	int count =
	    objection_criteria(finder->process, found->objection, &missing);

	if (fate == CONSENT_REFRAMED && !finder->rules->concerns)
		FIND(finder, found->pos, M_CONSENT_NO_CONCERNS, found->id,
		    found->who, finder->ruleset);
	if (fate == CONSENT_DISMISSED && !finder->rules->qualified)
		FIND(finder, found->pos, M_CONSENT_NOBODY_DISMISSES, found->id,
		    found->who, finder->ruleset);
	if (fate == CONSENT_DISMISSED && *found->objection->reason.text == '\0')
		FIND(finder, found->pos, M_CONSENT_NO_REASON, found->id,
		    found->who);
	if (count < finder->rules->criteria && fate != CONSENT_DROPPED &&
	    fate != CONSENT_DISMISSED)
		FIND(finder, found->pos, M_CONSENT_FEW_CRITERIA, found->id,
		    found->who, integer(finder, (size_t)count), missing);
	if (finder->rules->confirmed && fate <= CONSENT_VALID &&
	    found->record->resolution != CONSENT_UNRESOLVED)
		check_confirmed(finder, found);
}

/* What lifted an objection and is not written, and who has not heard it. */
static void
check_lifted(const struct finder *finder, const struct found *found)
{
	const struct consent_objection *record = found->record;
	const struct consent_round *tested =
	    consent_tested(finder->consent, record);
	enum term cell = T_NONE;

	if (record->fate > CONSENT_VALID ||
	    consent_stands(finder->consent, record))
		return;
	if (record->resolution == CONSENT_UNRESOLVED &&
	    record->fate == CONSENT_VALID)
		cell = T_RESOLUTION;
	else if (record->resolution == CONSENT_AMEND && record->mended == 0)
		cell = found->objection->amendments.count > 0 ? T_MAKES
							      : T_AMENDMENT_ONE;
	if (cell != T_NONE)
		FIND(finder, found->pos, M_CONSENT_UNWRITTEN, found->id,
		    found->who, method_word(finder->method, cell));
	if (record->resolution == CONSENT_AMEND && tested != NULL &&
	    (consent_is_absent(finder->consent, tested, record->member) ||
		consent_is_missing(finder->consent, tested, record->member)))
		FIND(finder, found->pos, M_CONSENT_NOT_HEARD, found->id,
		    found->who, integer(finder, tested->version));
}

/* An objection of a round in which its author answered something else. */
static void
check_answered(const struct finder *finder, const struct found *found)
{
	const struct consent_objection *record = found->record;
	enum consent_answer answer = CONSENT_NONE;
	size_t i;

	for (i = 0; i < finder->consent->round_count; i++)
		if (finder->consent->rounds[i].number == record->round)
			answer =
			    finder->consent->rounds[i].answers[record->member];
	if (answer == CONSENT_YES || answer == CONSENT_UNOPPOSED)
		FIND(finder, found->pos, M_CONSENT_CONTRADICTS, found->id,
		    found->who, integer(finder, record->round),
		    answer_word(finder->process, answer));
}

void
fate_check(const struct finder *finder, size_t index)
{
	const struct objection *objection =
	    objection_at(finder->process, index);
	const struct found found = { objection,
		record_at(finder->process, index),
		plain(finder, objection->id.text),
		objection_author(finder->process, index),
		objection->id.given && objection->id.pos.line > 0
		    ? objection->id.pos
		    : objection->from.pos };

	if (*objection->argument.text == '\0' &&
	    found.record->fate != CONSENT_REFRAMED)
		FIND(finder, found.pos, M_CONSENT_NO_ARGUMENT, found.id,
		    found.who);
	check_fate(finder, &found);
	check_lifted(finder, &found);
	check_answered(finder, &found);
	if ((found.record->resolution == CONSENT_MEASURE ||
		*objection->indicator.text != '\0') &&
	    *objection->threshold.text == '\0')
		FIND(finder, found.pos, M_CONSENT_NO_THRESHOLD, found.id,
		    found.who);
	if (finder->consent->declared == CONSENT_ADOPTED &&
	    consent_stands(finder->consent, found.record))
		FIND(finder, found.pos, M_CONSENT_STANDS, found.id, found.who);
}
