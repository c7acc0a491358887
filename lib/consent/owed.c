/*
 * owed: what there has to be before a decision, as a reason and as a step.
 */
#include "consent/process_inner.h"
#include "text/uni.h"

/* What each duty is as a reason why there is no decision, and as a step to
 * take; both name the same things. */
static const struct {
	enum term why, step;
} duties[] = {
	[OWED_DRIVER] = { M_CONSENT_WHY_DRIVER, M_CONSENT_DO_DRIVER },
	[OWED_PROPOSAL] = { M_CONSENT_WHY_PROPOSAL, M_CONSENT_DO_PROPOSAL },
	[OWED_CLARIFY] = { M_CONSENT_WHY_CLARIFY, M_CONSENT_DO_CLARIFY },
	[OWED_REACT] = { M_CONSENT_WHY_REACT, M_CONSENT_DO_REACT },
	[OWED_HEAR] = { M_CONSENT_WHY_HEAR, M_CONSENT_DO_HEAR },
	[OWED_TEST] = { M_CONSENT_WHY_TEST, M_CONSENT_DO_TEST },
	[OWED_RESOLVE] = { M_CONSENT_WHY_RESOLVE, M_CONSENT_DO_RESOLVE },
	[OWED_CONFIRM] = { M_CONSENT_WHY_CONFIRM, M_CONSENT_DO_CONFIRM },
	[OWED_FOLLOW_UP] = { M_CONSENT_WHY_FOLLOW_UP, M_CONSENT_DO_FOLLOW_UP },
	[OWED_ROUND] = { M_CONSENT_WHY_ROUND, M_CONSENT_DO_ROUND },
	[OWED_QUORUM] = { M_CONSENT_WHY_QUORUM, M_CONSENT_DO_QUORUM },
	[OWED_ABSENT] = { M_CONSENT_WHY_ABSENT, M_CONSENT_DO_ABSENT },
};

/* Those who are there and have not spoken yet in the reactions; the proposer
 * speaks last. */
static const char *
silent_names(const struct process *process)
{
	size_t count = process->sheet->members.count, i, one;
	bool *spoke = arena_array(process->arena, count + 1, sizeof(*spoke));
	struct buf names = BUF_INIT;

	if (member_is(process, process->sheet->roles.proposer.text, &one))
		spoke[one] = true;
	BIND_EACH(const struct reaction, reaction, &process->sheet->reactions)
		if (member_is(process, reaction->from.text, &one))
			spoke[one] = true;
	for (i = 0; i < count; i++)
		if (process->consent.present[i] && !spoke[i])
			buf_join(&names, ", ", member_name(process, i));
	return buf_take(&names, process->arena);
}

/* What is owed, as a message that names it. */
static const char *
owed_text(const struct process *process, enum term message,
    const struct consent_owed *owed)
{
	struct method *method = process->method;
	const struct consent *consent = &process->consent;
	const struct consent_round none = { 0 }, *held = process_last(process);
	const struct consent_round *last = held != NULL ? held : &none;
	const char *proposer = process->sheet->roles.proposer.text;
	const struct objection *objection;

	switch (owed->duty) {
	case OWED_DRIVER:
	case OWED_PROPOSAL:
	case OWED_CLARIFY:
		return method_text(method, message,
		    *proposer != '\0' ? proposer
				      : uni_fold(process->arena,
					    method_word(method, T_PROPOSER)));
	case OWED_REACT:
		return method_text(method, message,
		    md_words(process->arena, silent_names(process)));
	case OWED_HEAR:
	case OWED_ABSENT:
		return method_text(method, message,
		    md_words(process->arena,
			member_names(process, last,
			    owed->duty == OWED_HEAR ? T_NONE
						    : T_ANSWER_ABSENT)),
		    process_number(process, last->number),
		    process_number(process, last->version));
	case OWED_ROUND:
		return method_text(method, message,
		    process_number(process, owed->which),
		    process_number(process, last->number + 1));
	case OWED_QUORUM:
		return method_text(method, message,
		    process_number(process, consent_heard(consent, last)),
		    process_number(process, last->number),
		    process_number(process,
			consent->quorum ? consent->quorum : 1));
	default:
		objection = objection_at(process, owed->which);
		return method_text(method, message,
		    md_words(process->arena, objection->id.text),
		    objection->from.text,
		    process_word(process, objection->resolution.term),
		    objection->argument.text);
	}
}

static const char *
why(const struct process *process, const struct consent_owed *owed)
{
	return owed_text(process, duties[owed->duty].why, owed);
}

/* An amendment that waits for its round says more than what it waits for. */
static const char *
why_amended(const struct process *process)
{
	const struct consent_objection *judged = process->consent.objections;
	const char *reason = why(process, process->outcome.owed);

	for (size_t i = 0; i < process->consent.objection_count; i++)
		if (consent_stands(&process->consent, &judged[i]) &&
		    judged[i].resolution == T_RESOLVE_AMEND)
			return arena_format(process->arena, "%s ; %s",
			    why(process,
				&(struct consent_owed){ OWED_RESOLVE, i }),
			    reason);
	return reason;
}

const char *
owed_reason(const struct process *process)
{
	const struct consent_outcome *outcome = &process->outcome;

	if (outcome->state == T_STATE_WITHDRAWN)
		return method_text(process->method, M_CONSENT_WHY_WITHDRAWN);
	if (outcome->state == T_STATE_BLOCKED)
		return method_text(process->method, M_CONSENT_WHY_BLOCKED);
	if (outcome->state == T_STATE_DEFERRED &&
	    (outcome->owed_count == 0 ||
		process->consent.declared == T_DECLARED_DEFERRED))
		return method_text(process->method, M_CONSENT_WHY_DEFERRED);
	if (outcome->owed_count == 0)
		return "";
	return outcome->state == T_STATE_AMENDED ? why_amended(process)
						 : why(process, outcome->owed);
}

void
owed_render(const struct process *process)
{
	const struct consent_owed *owed = process->outcome.owed;
	size_t count = process->outcome.owed_count, i;
	enum term message;

	for (i = 0; i < count; i++) {
		message = duties[owed[i].duty].step;
		if ((owed[i].duty == OWED_TEST ||
			owed[i].duty == OWED_RESOLVE) &&
		    *objection_at(process, owed[i].which)->argument.text ==
			'\0')
			message = M_CONSENT_DO_ASK;
		report_item(process->method->report, "",
		    owed_text(process, message, &owed[i]));
	}
}

void
owed_render_absent(const struct process *process)
{
	const char *names =
	    member_names(process, process_last(process), T_ANSWER_ABSENT);

	if (process->outcome.adopted && *names != '\0' &&
	    process->consent.absentees == T_ABSENT_DELAY)
		method_paragraph(process->method, M_CONSENT_WITHIN,
		    md_words(process->arena, names), process->delay);
}
