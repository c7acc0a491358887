/*
 * verdict: what is said of the outcome, and what the facilitator has to do now.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "report/carry.h"
#include "sheet.h"
#include "source/md.h"
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
	size_t i;

	for (i = 0; i < process->consent.objection_count; i++)
		if (consent_stands(&process->consent, &judged[i]) &&
		    judged[i].resolution == T_RESOLVE_AMEND)
			return arena_format(process->arena, "%s ; %s",
			    why(process,
				&(struct consent_owed){ OWED_RESOLVE, i }),
			    reason);
	return reason;
}

/* The first reason why there is no decision yet, without its full stop. */
static const char *
reason_of(const struct process *process)
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

/* The day of the review, and where --today asks how far off it is. */
static const char *
review_text(const struct process *process)
{
	struct method *method = process->method;
	struct date review = process->sheet->follow_up.review.date;
	const char *text = method_date(method, review);
	enum term message = M_CONSENT_DAY_TODAY;
	long days;

	if (!method->today.given)
		return text;
	days = date_day(review) - date_day(method->today.date);
	if (days != 0)
		message = days > 0 ? M_CONSENT_DAYS_LEFT : M_CONSENT_DAYS_PAST;
	return arena_format(process->arena, "%s %s", text,
	    method_text(method, message,
		process_number(process, (size_t)labs(days))));
}

static const char *
decision_line(const struct process *process)
{
	const struct consent_outcome *outcome = &process->outcome;
	struct method *method = process->method;
	const char *with = "", *until = "";

	if (!outcome->adopted)
		return method_text(method,
		    outcome->state == T_STATE_DEFERRED ||
			    outcome->state == T_STATE_WITHDRAWN ||
			    outcome->state == T_STATE_BLOCKED
			? M_CONSENT_NOT
			: M_CONSENT_NOT_YET,
		    reason_of(process));
	if (outcome->concerns > 0)
		with = method_text(method,
		    outcome->concerns == 1 ? M_CONSENT_ONE_CONCERN
					   : M_CONSENT_MANY_CONCERNS,
		    process_number(process, outcome->concerns));
	if (process->sheet->follow_up.review.given)
		until = method_text(method, M_CONSENT_REVIEW_ON,
		    review_text(process));
	return method_text(method,
	    outcome->consensus ? M_CONSENT_BY_CONSENSUS : M_CONSENT_BY_CONSENT,
	    process_number(process, outcome->version), with, until);
}

/* A pair, unless there is nothing to say. */
static void
pair(const struct process *process, enum term key, const char *text)
{
	if (*text != '\0')
		report_pair(process->method->report, key, text);
}

void
verdict_render(const struct process *process)
{
	struct method *method = process->method;
	const struct follow_up *follow_up = &process->sheet->follow_up;
	const char *absent =
	    member_names(process, process_last(process), T_ANSWER_ABSENT);

	report_section(method->report, T_DECISION);
	report_paragraph(method->report, decision_line(process));
	/* those absent from the last round may still object */
	if (process->outcome.adopted && *absent != '\0' &&
	    process->consent.absentees == T_ABSENT_DELAY)
		report_paragraph(method->report,
		    method_text(method, M_CONSENT_WITHIN,
			md_words(process->arena, absent), process->delay));
	pair(process, T_STATE, process_word(process, process->outcome.state));
	pair(process, T_DECLARED, setting_declared(process));
	carry_below(method->report, 0, process->sheet->declared.more);
	if (!process->outcome.adopted)
		return;
	pair(process, T_RESPONSIBLE, follow_up->owner.text);
	pair(process, T_REVIEW,
	    bind_date_printed(process->arena, method->lang,
		&follow_up->review));
	pair(process, T_END,
	    bind_date_printed(process->arena, method->lang, &follow_up->end));
	report_part(method->report, method_word(method, T_ADOPTED_TEXT));
	BIND_EACH(const struct version, version, &process->versions)
		if (version->number == process->outcome.version)
			report_prose(method->report, version->prose);
}

/* What an adopted proposal still lacks in its follow-up. */
static void
write_missing(const struct process *process)
{
	const struct follow_up *follow_up = &process->sheet->follow_up;
	const struct {
		bool given;
		enum term key;
	} wanted[] = {
		{ *follow_up->owner.text != '\0', T_RESPONSIBLE },
		{ follow_up->review.given, T_REVIEW },
		{ follow_up->end.given || !process->consent.rules->end, T_END },
		{ follow_up->criteria.count > 0, T_CRITERIA },
		{ *follow_up->communication.text != '\0', T_COMMUNICATION },
	};
	struct buf names = BUF_INIT;
	size_t i;

	for (i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!wanted[i].given)
			buf_join(&names, ", ",
			    uni_fold(process->arena,
				process_word(process, wanted[i].key)));
	if (names.length > 0)
		report_item(process->method->report, "",
		    method_text(process->method, M_CONSENT_DO_WRITE,
			buf_take(&names, process->arena)));
}

/* One step for each duty. */
void
verdict_render_next(const struct process *process)
{
	const struct consent_outcome *outcome = &process->outcome;
	const struct consent_owed *owed = outcome->owed;
	struct report *report = process->method->report;
	enum term message;
	size_t i;

	report_section(report, T_NEXT);
	if (outcome->adopted) {
		report_item(report, "",
		    method_text(process->method, M_CONSENT_DO_CELEBRATE,
			process_number(process, outcome->version)));
		write_missing(process);
		return;
	}
	if (outcome->state == T_STATE_WITHDRAWN ||
	    outcome->state == T_STATE_BLOCKED || outcome->owed_count == 0)
		report_item(report, "",
		    method_text(process->method, M_CONSENT_DO_CLOSED,
			reason_of(process)));
	if (outcome->state == T_STATE_WITHDRAWN)
		return;
	for (i = 0; i < outcome->owed_count; i++) {
		message = duties[owed[i].duty].step;
		if ((owed[i].duty == OWED_TEST ||
			owed[i].duty == OWED_RESOLVE) &&
		    *objection_at(process, owed[i].which)->argument.text ==
			'\0')
			message = M_CONSENT_DO_ASK;
		report_item(report, "", owed_text(process, message, &owed[i]));
	}
}
