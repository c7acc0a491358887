/*
 * finding: what the rule set would not accept, each with its place.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

struct finder {
	const struct sheet *sheet;
	const struct consent *consent;
	const struct consent_outcome *outcome;
	const struct consent_rules *rules;
	struct notes *findings;
	struct arena *arena;
	enum lang lang;
};

#define FIND(finder, pos, ...) note_add((finder)->findings, pos, __VA_ARGS__)

static const char *
number(const struct finder *finder, size_t value)
{
	return arena_format(finder->arena, "%zu", value);
}

static const char *
plain(const struct finder *finder, const char *text)
{
	return md_plain(finder->arena, text);
}

static const char *
member_name(const struct finder *finder, size_t index)
{
	return plain(finder, sheet_member(finder->sheet, index)->name.text);
}

static const char *
author(const struct finder *finder, const struct objection *objection)
{
	return member_name(finder, objection->member);
}

static const char *
id_of(const struct finder *finder, const struct objection *objection)
{
	return plain(finder, objection->id.text);
}

static struct pos
place(const struct objection *objection)
{
	return objection->id.given && objection->id.pos.line > 0
	    ? objection->id.pos
	    : objection->from.pos;
}

/* The members of a round for which a question holds, by name. */
static const char *
names_in(const struct finder *finder, size_t index,
    bool (*holds)(const struct consent *consent,
	const struct consent_round *round, size_t member))
{
	struct buf names = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < finder->consent->member_count; i++)
		if (holds(finder->consent, &finder->consent->rounds[index], i))
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    member_name(finder, i));
	text = arena_copy(finder->arena, names.at, names.length);
	buf_free(&names);
	return text;
}

static void
check_answers(const struct finder *finder, size_t index)
{
	const struct round *round = sheet_round(finder->sheet, index);
	enum consent_answer answer;
	size_t i;

	for (i = 0; i < finder->sheet->members.count; i++) {
		answer = round->answers[i].answer;
		if ((answer == CONSENT_ABSTENTION || answer == CONSENT_PASS) &&
		    !finder->rules->abstention)
			FIND(finder, round->answers[i].pos,
			    M_CONSENT_NO_ABSTENTION,
			    number(finder, round->number),
			    member_name(finder, i),
			    term_name(finder->rules->name, finder->lang));
	}
}

static void
check_rounds(const struct finder *finder)
{
	const struct round *round;
	const char *names;
	size_t i, heard;

	for (i = 0; i < finder->sheet->rounds.count; i++) {
		round = sheet_round(finder->sheet, i);
		check_answers(finder, i);
		names = names_in(finder, i, consent_is_missing);
		if (*names != '\0')
			FIND(finder, round->pos, M_CONSENT_MISSING,
			    number(finder, round->number), names);
		heard =
		    verdict_heard(finder->consent, &finder->consent->rounds[i]);
		if (heard < finder->consent->quorum)
			FIND(finder, round->pos, M_CONSENT_NO_QUORUM,
			    number(finder, round->number),
			    number(finder, heard),
			    number(finder, finder->consent->quorum));
	}
	if (i > 0 && finder->sheet->reactions.count == 0)
		FIND(finder, sheet_round(finder->sheet, 0)->pos,
		    M_CONSENT_NO_REACTIONS);
}

static void
check_absentees(const struct finder *finder)
{
	size_t last = finder->sheet->rounds.count;
	const char *names;

	if (last == 0 || finder->rules->absentees ||
	    finder->consent->absentees != CONSENT_NO_POLICY)
		return;
	names = names_in(finder, last - 1, consent_is_absent);
	if (*names != '\0')
		FIND(finder, sheet_round(finder->sheet, last - 1)->pos,
		    M_CONSENT_NO_POLICY, names);
}

static void
check_criteria(const struct finder *finder, const struct objection *objection)
{
	bool met[CONSENT_CRITERIA];
	int count = record_criteria(objection, met), i;
	struct buf names = BUF_INIT;

	for (i = 0; i < CONSENT_CRITERIA; i++)
		if (!met[i])
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    term_name(sheet_criteria[i], finder->lang));
	if (count < finder->rules->criteria)
		FIND(finder, place(objection), M_CONSENT_FEW_CRITERIA,
		    id_of(finder, objection), author(finder, objection),
		    number(finder, (size_t)count),
		    arena_string(finder->arena, names.at));
	buf_free(&names);
}

static void
check_confirmed(const struct finder *finder, const struct objection *objection)
{
	bool objector = objection->objector == CONSENT_AGREED;
	bool proposer = objection->proposer == CONSENT_AGREED;
	const char *missing =
	    term_name(objector ? T_PROPOSER : T_OBJECTOR, finder->lang);

	if (!objector && !proposer)
		missing = arena_format(finder->arena, "%s, %s", missing,
		    term_name(T_PROPOSER, finder->lang));
	if (!objector || !proposer)
		FIND(finder, place(objection), M_CONSENT_UNCONFIRMED,
		    id_of(finder, objection), author(finder, objection),
		    uni_fold(finder->arena, missing));
}

/* What the rule set makes of an objection's fate. */
static void
check_fate(const struct finder *finder, const struct objection *objection,
    const struct consent_objection *record)
{
	const char *id = id_of(finder, objection);
	const char *who = author(finder, objection);
	const char *rules = term_name(finder->rules->name, finder->lang);

	if (record->fate == CONSENT_REFRAMED && !finder->rules->concerns)
		FIND(finder, place(objection), M_CONSENT_NO_CONCERNS, id, who,
		    rules);
	if (record->fate == CONSENT_DISMISSED && !finder->rules->qualified)
		FIND(finder, place(objection), M_CONSENT_NOBODY_DISMISSES, id,
		    who, rules);
	if (record->fate == CONSENT_DISMISSED &&
	    *objection->reason.text == '\0')
		FIND(finder, place(objection), M_CONSENT_NO_REASON, id, who);
	if (finder->rules->criteria > 0 && record->fate != CONSENT_DROPPED &&
	    record->fate != CONSENT_DISMISSED)
		check_criteria(finder, objection);
	if (finder->rules->confirmed && record->fate <= CONSENT_VALID &&
	    record->resolution != CONSENT_UNRESOLVED)
		check_confirmed(finder, objection);
}

static void
check_objections(const struct finder *finder)
{
	const struct objection *objection;
	const struct consent_objection *record;
	size_t i;

	for (i = 0; i < finder->sheet->objections.count; i++) {
		objection = sheet_objection(finder->sheet, i);
		record = &finder->consent->objections[i];
		if (*objection->argument.text == '\0' &&
		    record->fate != CONSENT_REFRAMED)
			FIND(finder, place(objection), M_CONSENT_NO_ARGUMENT,
			    id_of(finder, objection),
			    author(finder, objection));
		check_fate(finder, objection, record);
		if ((record->resolution == CONSENT_MEASURE ||
			*objection->indicator.text != '\0') &&
		    *objection->threshold.text == '\0')
			FIND(finder, place(objection), M_CONSENT_NO_THRESHOLD,
			    id_of(finder, objection),
			    author(finder, objection));
		if (finder->consent->declared == CONSENT_ADOPTED &&
		    consent_stands(finder->consent, record))
			FIND(finder, place(objection), M_CONSENT_STANDS,
			    id_of(finder, objection),
			    author(finder, objection));
	}
}

/* A date that is not after the decision's. */
static void
check_date(const struct finder *finder, const struct bind_date *date,
    enum term key)
{
	const struct bind_date *decided = &finder->sheet->date;

	if (!date->given || !decided->given ||
	    date_day(date->date) > date_day(decided->date))
		return;
	FIND(finder, date->pos, M_CONSENT_TOO_EARLY,
	    term_name(key, finder->lang),
	    date_text(finder->arena, date->date, finder->lang),
	    date_text(finder->arena, decided->date, finder->lang));
}

static void
check_follow_up(const struct finder *finder)
{
	const struct follow_up *follow_up = &finder->sheet->follow_up;
	bool decided = finder->outcome->adopted ||
	    finder->consent->declared == CONSENT_ADOPTED;
	struct pos pos = { NULL, 0, 0 };
	size_t last = finder->sheet->rounds.count;

	if (last > 0)
		pos = sheet_round(finder->sheet, last - 1)->pos;
	else if (finder->sheet->declared.given)
		pos = finder->sheet->declared.pos;
	if (decided && finder->rules->review && !follow_up->review.given)
		FIND(finder, pos, M_CONSENT_NO_REVIEW);
	if (decided && finder->rules->end && !follow_up->end.given)
		FIND(finder, pos, M_CONSENT_NO_END,
		    term_name(finder->rules->name, finder->lang));
	check_date(finder, &follow_up->review, T_REVIEW);
	check_date(finder, &follow_up->end, T_END);
}

/* A version of the text that came after the last one put to a round. */
static void
check_versions(const struct finder *finder)
{
	const struct version *version;
	size_t i, j, held = 0;

	for (j = 0; j < finder->consent->round_count; j++)
		if (finder->consent->rounds[j].version > held)
			held = finder->consent->rounds[j].version;
	for (i = 0; i < finder->sheet->versions.count && held > 0; i++) {
		version = sheet_version(finder->sheet, i);
		if (version->number > held)
			FIND(finder, version->pos, M_CONSENT_UNTESTED,
			    number(finder, version->number));
	}
}

static void
check_people(const struct finder *finder)
{
	const struct bind_text *proposer = &finder->sheet->roles.proposer;
	const struct bind_text *facilitator = &finder->sheet->roles.facilitator;
	const struct bind_pair *pairs = finder->sheet->bind->pairs.at;
	const char *name = plain(finder, facilitator->text);
	struct pos pos = facilitator->pos;
	size_t i, one, two;

	for (i = 0; i < finder->sheet->bind->pairs.count && *name == '\0'; i++)
		if (pairs[i].term == T_FACILITATOR) {
			name = plain(finder,
			    bind_text(finder->sheet->bind, pairs[i].node));
			pos = pairs[i].node->pos;
		}
	if (*name == '\0' || *proposer->text == '\0')
		return;
	if (term_same(name, plain(finder, proposer->text)) ||
	    (member_is(finder->sheet, name, &one) &&
		member_is(finder->sheet, proposer->text, &two) && one == two))
		FIND(finder, pos, M_CONSENT_SAME_PERSON, name);
}

static void
check_clarifications(const struct finder *finder)
{
	const struct clarification *all = finder->sheet->clarifications.at;
	const char *question, *folded;
	size_t i;

	for (i = 0; i < finder->sheet->clarifications.count; i++) {
		question = plain(finder, all[i].question.text);
		folded = uni_fold(finder->arena, question);
		folded += strcspn(folded, "abcdefghijklmnopqrstuvwxyz");
		if (strncmp(folded, "pourquoi", 8) == 0 ||
		    strncmp(folded, "why", 3) == 0)
			FIND(finder, all[i].question.pos, M_CONSENT_WHY,
			    question);
	}
}

static void
check_declared(const struct finder *finder)
{
	enum consent_decision declared = finder->consent->declared;
	enum consent_state state = finder->outcome->state;
	const char *text = plain(finder, finder->sheet->declared.text);
	enum term term = term_find(text, sheet_decisions, 5, NULL);
	bool differs = false;

	if (declared == CONSENT_UNDECLARED)
		return;
	if (declared == CONSENT_ADOPTED)
		differs = !finder->outcome->adopted;
	else
		differs = finder->outcome->adopted;
	if (differs)
		FIND(finder, finder->sheet->declared.pos, M_CONSENT_DIFFERS,
		    term != T_NONE ? term_name(term, finder->lang) : text,
		    term_name(verdict_state(state), finder->lang));
}

void
finding_all(const struct sheet *sheet, const struct consent *consent,
    const struct consent_outcome *outcome, struct notes *findings)
{
	struct finder finder = { sheet, consent, outcome,
		&consent_rules[sheet->ruleset], findings, findings->arena,
		sheet->bind->doc->lang };

	check_declared(&finder);
	check_people(&finder);
	check_clarifications(&finder);
	check_versions(&finder);
	check_rounds(&finder);
	check_absentees(&finder);
	check_objections(&finder);
	check_follow_up(&finder);
}
