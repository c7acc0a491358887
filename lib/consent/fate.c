/*
 * fate: what became of each objection: its path, and what a rule set makes of
 * it.
 */
#include "consent/process_inner.h"
#include "text/uni.h"

/* The round in which an objection was raised, or NULL. */
static const struct consent_round *
raised(const struct process *process, const struct consent_objection *judged)
{
	const struct consent *consent = &process->consent;

	for (size_t i = 0; i < consent->round_count; i++)
		if (consent->rounds[i].number == judged->round)
			return &consent->rounds[i];
	return NULL;
}

/* Who has not confirmed that an objection is resolved; "" where all did. */
static const char *
unconfirmed(const struct process *process,
    const struct consent_objection *judged)
{
	struct buf missing = BUF_INIT;

	if (judged->objector != CONSENT_AGREED)
		buf_join(&missing, ", ", process_word(process, T_OBJECTOR));
	if (judged->proposer != CONSENT_AGREED)
		buf_join(&missing, ", ", process_word(process, T_PROPOSER));
	return uni_fold(process->arena, buf_take(&missing, process->arena));
}

/* The cell in which what lifted an objection is not written, or T_NONE. */
static enum term
unwritten(const struct objection *objection)
{
	const struct consent_objection *judged = &objection->judged;

	if (judged->resolution == T_NONE && judged->fate == T_FATE_VALID)
		return T_RESOLUTION;
	if (judged->resolution != T_RESOLVE_AMEND || judged->mended > 0)
		return T_NONE;
	return objection->amendments.count > 0 ? T_MAKES : T_AMENDMENT_ONE;
}

/* Whether a member said nothing in a round. */
static bool
is_unheard(const struct process *process, const struct consent_round *round,
    size_t member)
{
	enum term answer = consent_count(&process->consent, round, member);

	return answer == T_NONE || answer == T_ANSWER_ABSENT;
}

void
fate_check(const struct process *process, const struct objection *objection)
{
	const struct consent *consent = &process->consent;
	const struct consent_rules *rules = consent->rules;
	const struct consent_objection *judged = &objection->judged;
	const struct consent_round *round = raised(process, judged);
	const struct consent_round *tested = consent_tested(consent, judged);
	enum term answer = round ? round->answers[judged->member] : T_NONE;
	bool open = consent_is_open(judged);
	bool stands = consent_stands(consent, judged);
	bool concern = judged->fate == T_FATE_REFRAMED;
	bool dismissed = judged->fate == T_FATE_DISMISSED;
	const char *lacking, *rule = process_word(process, rules->name);
	size_t claims = objection_criteria(process, objection, &lacking), i;
	const struct {
		bool found;
		enum term message;
		const char *third, *fourth;
	} all[] = {
		{ *objection->argument.text == '\0' && !concern,
		    M_CONSENT_NO_ARGUMENT },
		{ concern && !rules->concerns, M_CONSENT_NO_CONCERNS, rule },
		{ dismissed && !rules->qualified, M_CONSENT_NOBODY_DISMISSES,
		    rule },
		{ dismissed && *objection->reason.text == '\0',
		    M_CONSENT_NO_REASON },
		{ claims < rules->criteria && !dismissed &&
			judged->fate != T_FATE_DROPPED &&
			judged->fate != T_FATE_MOOT,
		    M_CONSENT_FEW_CRITERIA, process_number(process, claims),
		    lacking },
		{ rules->confirmed && open && judged->resolution != T_NONE &&
			*unconfirmed(process, judged) != '\0',
		    M_CONSENT_UNCONFIRMED, unconfirmed(process, judged) },
		{ open && !stands && unwritten(objection) != T_NONE,
		    M_CONSENT_UNWRITTEN,
		    process_word(process, unwritten(objection)) },
		{ open && !stands && judged->resolution == T_RESOLVE_AMEND &&
			tested != NULL &&
			is_unheard(process, tested, judged->member),
		    M_CONSENT_NOT_HEARD,
		    process_number(process, tested ? tested->version : 0) },
		{ answer != T_NONE && answer != T_ANSWER_OBJECTION &&
			answer != T_ANSWER_CONCERN && !concern,
		    M_CONSENT_CONTRADICTS,
		    process_number(process, judged->round),
		    process_word(process, answer) },
		{ (judged->resolution == T_RESOLVE_MEASURE ||
		      *objection->indicator.text != '\0') &&
			*objection->threshold.text == '\0',
		    M_CONSENT_NO_THRESHOLD },
		{ consent->declared == T_DECLARED_ADOPTED && stands,
		    M_CONSENT_STANDS },
	};

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i].found)
			method_find(process->method,
			    bind_item_place(objection_rows, objection),
			    all[i].message,
			    method_plain(process->method, objection->id.text),
			    member_name(process, judged->member), all[i].third,
			    all[i].fourth);
}

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
	struct buf names = BUF_INIT;

	if (objection->resolution.term != T_NONE)
		STEP(out, process, M_CONSENT_PATH_RESOLUTION,
		    process_word(process, objection->resolution.term));
	if (judged->resolution != T_RESOLVE_AMEND || judged->mended == 0)
		return;
	BIND_EACH(const struct bind_text, name, &objection->amendments)
		buf_join(&names, " ; ", name->text);
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
	const char *text;

	BIND_EACH(const struct objection, objection,
	    &process->sheet->objections) {
		if (concerns ? !consent_is_concern(&process->consent,
				   &objection->judged)
			     : objection->judged.fate == T_FATE_REFRAMED)
			continue;
		if (!begun)
			report_section(process->method->report, section);
		begun = true;
		text = concerns ? objection->argument.text
				: path_of(process, objection);
		/* "O1 (Bernard Vidal): text" */
		report_item(process->method->report, "",
		    arena_format(process->arena, "**%s** (%s)%s%s%s",
			md_words(process->arena, objection->id.text),
			objection->from.text,
			*text ? process_word(process, T_KEY_COLON) : "",
			*text ? " " : "", text));
	}
}
