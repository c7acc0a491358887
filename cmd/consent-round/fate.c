/*
 * fate: what became of each objection: its path, and what a rule set makes of
 * it.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

/*
 * What is found.
 */

/* An objection, as what is found of it names it. */
struct found {
	const struct process *process;
	const struct objection *objection;
	const struct consent_objection *judged;
	const char *id, *who;
	struct pos pos;
};

#define FIND(found, message, ...)                                              \
	method_find((found)->process->method, (found)->pos, message,           \
	    (found)->id, (found)->who, ##__VA_ARGS__)

static const char *
word(const struct found *found, enum term term)
{
	return method_word(found->process->method, term);
}

static void
check_confirmed(const struct found *found)
{
	struct buf missing = BUF_INIT;

	if (found->judged->objector != CONSENT_AGREED)
		buf_join(&missing, ", ", word(found, T_OBJECTOR));
	if (found->judged->proposer != CONSENT_AGREED)
		buf_join(&missing, ", ", word(found, T_PROPOSER));
	if (missing.length > 0)
		FIND(found, M_CONSENT_UNCONFIRMED,
		    uni_fold(found->process->arena, missing.at));
	buf_free(&missing);
}

/* What the rule set makes of an objection's fate. */
static void
check_fate(const struct found *found)
{
	const struct consent_rules *rules = found->process->consent.rules;
	enum term fate = found->judged->fate;
	const char *missing;
	int count =
	    objection_criteria(found->process, found->objection, &missing);

	if (fate == T_FATE_REFRAMED && !rules->concerns)
		FIND(found, M_CONSENT_NO_CONCERNS, word(found, rules->name));
	if (fate == T_FATE_DISMISSED && !rules->qualified)
		FIND(found, M_CONSENT_NOBODY_DISMISSES,
		    word(found, rules->name));
	if (fate == T_FATE_DISMISSED && *found->objection->reason.text == '\0')
		FIND(found, M_CONSENT_NO_REASON);
	if (count < rules->criteria && fate != T_FATE_DROPPED &&
	    fate != T_FATE_DISMISSED)
		FIND(found, M_CONSENT_FEW_CRITERIA,
		    process_number(found->process, (size_t)count), missing);
	if (rules->confirmed && consent_is_open(found->judged) &&
	    found->judged->resolution != T_NONE)
		check_confirmed(found);
}

/* What lifted an objection and is not written, and who has not heard it. */
static void
check_lifted(const struct found *found)
{
	const struct consent *consent = &found->process->consent;
	const struct consent_objection *judged = found->judged;
	const struct consent_round *tested = consent_tested(consent, judged);
	enum term cell = T_NONE;

	if (!consent_is_open(judged) || consent_stands(consent, judged))
		return;
	if (judged->resolution == T_NONE && judged->fate == T_FATE_VALID)
		cell = T_RESOLUTION;
	else if (judged->resolution == T_RESOLVE_AMEND && judged->mended == 0)
		cell = found->objection->amendments.count > 0 ? T_MAKES
							      : T_AMENDMENT_ONE;
	if (cell != T_NONE)
		FIND(found, M_CONSENT_UNWRITTEN, word(found, cell));
	if (judged->resolution == T_RESOLVE_AMEND && tested != NULL &&
	    (consent_count(consent, tested, judged->member) == T_NONE ||
		consent_count(consent, tested, judged->member) ==
		    T_ANSWER_ABSENT))
		FIND(found, M_CONSENT_NOT_HEARD,
		    process_number(found->process, tested->version));
}

/* The round in which an objection was raised, or NULL. */
static const struct consent_round *
raised(const struct process *process, const struct consent_objection *judged)
{
	const struct consent *consent = &process->consent;
	size_t i;

	for (i = 0; i < consent->round_count; i++)
		if (consent->rounds[i].number == judged->round)
			return &consent->rounds[i];
	return NULL;
}

void
fate_check(const struct process *process, size_t index)
{
	const struct objection *objection = objection_at(process, index);
	const struct consent_objection *judged = &objection->judged;
	const struct consent_round *round = raised(process, judged);
	enum term answer =
	    round != NULL ? round->answers[judged->member] : T_NONE;
	const struct found found = { process, objection, judged,
		method_plain(process->method, objection->id.text),
		member_name(process, judged->member),
		objection->id.given && objection->id.pos.line > 0
		    ? objection->id.pos
		    : objection->from.pos };

	if (*objection->argument.text == '\0' &&
	    judged->fate != T_FATE_REFRAMED)
		FIND(&found, M_CONSENT_NO_ARGUMENT);
	check_fate(&found);
	check_lifted(&found);
	if (answer != T_NONE && answer != T_ANSWER_OBJECTION &&
	    answer != T_ANSWER_CONCERN && judged->fate != T_FATE_REFRAMED)
		FIND(&found, M_CONSENT_CONTRADICTS,
		    process_number(process, judged->round),
		    process_word(process, answer));
	if ((judged->resolution == T_RESOLVE_MEASURE ||
		*objection->indicator.text != '\0') &&
	    *objection->threshold.text == '\0')
		FIND(&found, M_CONSENT_NO_THRESHOLD);
	if (process->consent.declared == T_DECLARED_ADOPTED &&
	    consent_stands(&process->consent, judged))
		FIND(&found, M_CONSENT_STANDS);
}

/*
 * What is printed.
 */

#define STEP(out, process, ...)                                                \
	buf_join(out, " → ", method_text((process)->method, __VA_ARGS__))

/* How an objection was answered: its resolution, or its amendments. */
static void
write_resolution(const struct process *process,
    const struct objection *objection, struct buf *out)
{
	const struct consent_objection *judged = &objection->judged;
	const struct consent_round *tested =
	    consent_tested(&process->consent, judged);
	const struct bind_text *name = objection->amendments.at;
	struct buf names = BUF_INIT;
	size_t i;

	if (objection->resolution.term != T_NONE)
		STEP(out, process, M_CONSENT_PATH_RESOLUTION,
		    method_word(process->method, objection->resolution.term));
	if (judged->resolution != T_RESOLVE_AMEND || judged->mended == 0)
		return;
	for (i = 0; i < objection->amendments.count; i++)
		buf_join(&names, " ; ", name[i].text);
	STEP(out, process, M_CONSENT_PATH_AMENDED,
	    buf_take(&names, process->arena),
	    process_number(process, judged->mended));
	if (tested != NULL)
		STEP(out, process, M_CONSENT_PATH_TESTED,
		    process_number(process, tested->number),
		    process_number(process, tested->version));
}

/* "raised in round 1 (version 1) → valid → resolved" */
static const char *
path_of(const struct process *process, const struct objection *objection)
{
	const struct consent_objection *judged = &objection->judged;
	const struct consent_round *round = raised(process, judged);
	struct buf out = BUF_INIT;

	if (round != NULL)
		STEP(&out, process, M_CONSENT_PATH_RAISED,
		    process_number(process, round->number),
		    process_number(process, round->version));
	else
		STEP(&out, process, M_CONSENT_PATH_BEFORE);
	buf_join(&out, " → ", process_word(process, judged->fate));
	write_resolution(process, objection, &out);
	if (consent_stands(&process->consent, judged))
		STEP(&out, process, M_CONSENT_PATH_STANDS);
	else if (consent_is_open(judged) ||
	    (judged->fate == T_FATE_DISMISSED &&
		!process->consent.rules->qualified))
		STEP(&out, process, M_CONSENT_PATH_LIFTED);
	return buf_take(&out, process->arena);
}

void
fate_render(const struct process *process, enum term section)
{
	bool concerns = section == T_CONCERNS, begun = false;
	const struct objection *objection;
	size_t i;

	for (i = 0; i < process->sheet->objections.count; i++) {
		objection = objection_at(process, i);
		if (concerns ? !consent_is_concern(&process->consent,
				   &objection->judged)
			     : objection->judged.fate == T_FATE_REFRAMED)
			continue;
		if (!begun)
			report_section(process->method->report, section);
		begun = true;
		/* "O1 (Bernard Vidal): text" */
		report_item(process->method->report, "",
		    arena_format(process->arena, "**%s** (%s)%s %s",
			md_words(process->arena, objection->id.text),
			objection->from.text,
			method_word(process->method, T_KEY_COLON),
			concerns ? objection->argument.text
				 : path_of(process, objection)));
	}
}
