/*
 * record: the sheet as lib/domain/consent judges it.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"

static size_t
index_of(const enum term *terms, enum term term)
{
	size_t i;

	for (i = 0; terms[i] != term; i++)
		continue;
	return i;
}

int
record_criteria(const struct objection *objection, bool met[CONSENT_CRITERIA])
{
	const struct bind_text *names = objection->criteria.at;
	enum term term;
	size_t i;
	int count = 0;

	memset(met, 0, CONSENT_CRITERIA * sizeof(*met));
	for (i = 0; i < objection->criteria.count; i++) {
		term = term_find(names[i].text, sheet_criteria,
		    CONSENT_CRITERIA, NULL);
		if (term != T_NONE)
			met[index_of(sheet_criteria, term)] = true;
	}
	for (i = 0; i < CONSENT_CRITERIA; i++)
		count += met[i];
	return count;
}

static struct consent_objection
record_objection(const struct objection *objection)
{
	struct consent_objection record = { .member = objection->member,
		.round = objection->round,
		.mended = objection->mended,
		.objector = objection->objector,
		.proposer = objection->proposer };

	if (objection->fate.term != T_NONE)
		record.fate = (enum consent_fate)index_of(sheet_fates,
		    objection->fate.term);
	if (objection->resolution.term != T_NONE)
		record.resolution = (enum consent_resolution)(1 +
		    index_of(sheet_resolutions, objection->resolution.term));
	else if (objection->mended > 0 || objection->amendments.count > 0)
		record.resolution = CONSENT_AMEND;
	return record;
}

static const struct consent_round *
record_rounds(const struct sheet *sheet)
{
	struct arena *arena = sheet->bind->doc->arena;
	struct consent_round *records =
	    arena_array(arena, sheet->rounds.count + 1, sizeof(*records));
	enum consent_answer *answers;
	const struct round *round;
	size_t i, j;

	for (i = 0; i < sheet->rounds.count; i++) {
		round = sheet_round(sheet, i);
		answers = arena_array(arena, sheet->members.count + 1,
		    sizeof(*answers));
		for (j = 0; j < sheet->members.count; j++)
			answers[j] = round->answers[j].answer;
		records[i] = (struct consent_round){ round->number,
			round->version, answers };
	}
	return records;
}

struct consent
record_consent(const struct sheet *sheet)
{
	struct arena *arena = sheet->bind->doc->arena;
	struct consent_objection *objections = arena_array(arena,
	    sheet->objections.count + 1, sizeof(*objections));
	bool *present =
	    arena_array(arena, sheet->members.count + 1, sizeof(*present));
	struct consent consent = { .ruleset = sheet->ruleset,
		.absentees = sheet->absentees,
		.quorum = sheet->quorum,
		.clarified = sheet->clarifications.count > 0,
		.reacted = sheet->reactions.count > 0,
		.declared = sheet->decision,
		.member_count = sheet->members.count,
		.present = present,
		.rounds = record_rounds(sheet),
		.round_count = sheet->rounds.count,
		.objections = objections,
		.objection_count = sheet->objections.count };
	size_t i;

	if (sheet->driver.agreed.given)
		consent.driver =
		    sheet->driver.agreed.yes ? CONSENT_AGREED : CONSENT_REFUSED;
	for (i = 0; i < sheet->members.count; i++)
		present[i] = sheet_member(sheet, i)->presence == T_PRESENT;
	for (i = 0; i < sheet->versions.count; i++)
		if (sheet_version(sheet, i)->number > consent.newest)
			consent.newest = sheet_version(sheet, i)->number;
	for (i = 0; i < sheet->objections.count; i++)
		objections[i] = record_objection(sheet_objection(sheet, i));
	return consent;
}
