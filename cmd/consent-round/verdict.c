/*
 * verdict: what is said of the outcome.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "sheet.h"
#include "source/md.h"

enum term
verdict_state(enum consent_state state)
{
	static const enum term states[CONSENT_STATES] = {
		[STATE_DRAFT] = T_STATE_DRAFT,
		[STATE_DRIVER] = T_STATE_DRIVER,
		[STATE_PRESENTED] = T_STATE_PRESENTED,
		[STATE_CLARIFIED] = T_STATE_CLARIFIED,
		[STATE_REACTED] = T_STATE_REACTED,
		[STATE_ROUND] = T_STATE_ROUND,
		[STATE_OBJECTION] = T_STATE_OBJECTION,
		[STATE_AMENDED] = T_STATE_AMENDED,
		[STATE_ADOPTED] = T_STATE_ADOPTED,
		[STATE_CONCERNS] = T_STATE_CONCERNS,
		[STATE_DEFERRED] = T_STATE_DEFERRED,
		[STATE_WITHDRAWN] = T_STATE_WITHDRAWN,
		[STATE_BLOCKED] = T_STATE_BLOCKED,
	};

	return states[state];
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
adopted_line(const struct process *process,
    const struct consent_outcome *outcome)
{
	struct method *method = process->method;
	const struct bind_date *review = &process->sheet->follow_up.review;
	const char *with = "", *until = "";

	if (outcome->concerns == 1)
		with = method_text(method, M_CONSENT_ONE_CONCERN);
	else if (outcome->concerns > 1)
		with = method_text(method, M_CONSENT_MANY_CONCERNS,
		    process_number(process, outcome->concerns));
	if (review->given)
		until = method_text(method, M_CONSENT_REVIEW_ON,
		    review_text(process));
	return method_text(method,
	    outcome->consensus ? M_CONSENT_BY_CONSENSUS : M_CONSENT_BY_CONSENT,
	    process_number(process, outcome->version), with, until);
}

struct duty {
	const struct consent_outcome *outcome;
	enum consent_duty duty;
};

static bool
owes(const struct process *process, size_t member, const void *context)
{
	const struct duty *duty = context;
	size_t i;

	(void)process;
	for (i = 0; i < duty->outcome->owed_count; i++)
		if (duty->outcome->owed[i].duty == duty->duty &&
		    duty->outcome->owed[i].which == member)
			return true;
	return false;
}

const char *
verdict_owed(const struct process *process,
    const struct consent_outcome *outcome, enum consent_duty duty)
{
	return md_words(process->arena,
	    member_names(process, owes, &(struct duty){ outcome, duty }));
}

const char *
verdict_resolution(const struct process *process,
    const struct objection *objection)
{
	return objection->resolution.term != T_NONE
	    ? method_word(process->method, objection->resolution.term)
	    : "";
}

/* Why there is no decision: a message for each duty. */
static const char *
reason_text(const struct process *process,
    const struct consent_outcome *outcome, const struct consent_owed *owed)
{
	static const enum term reasons[] = {
		[OWED_DRIVER] = M_CONSENT_WHY_DRIVER,
		[OWED_PROPOSAL] = M_CONSENT_WHY_PROPOSAL,
		[OWED_CLARIFY] = M_CONSENT_WHY_CLARIFY,
		[OWED_REACT] = M_CONSENT_WHY_REACT,
		[OWED_HEAR] = M_CONSENT_WHY_HEAR,
		[OWED_TEST] = M_CONSENT_WHY_TEST,
		[OWED_RESOLVE] = M_CONSENT_WHY_RESOLVE,
		[OWED_CONFIRM] = M_CONSENT_WHY_CONFIRM,
		[OWED_FOLLOW_UP] = M_CONSENT_WHY_FOLLOW_UP,
		[OWED_ROUND] = M_CONSENT_WHY_ROUND,
		[OWED_QUORUM] = M_CONSENT_WHY_QUORUM,
		[OWED_ABSENT] = M_CONSENT_WHY_ABSENT,
	};
	const struct consent *consent = &process->consent;
	const struct consent_round *last = consent->round_count > 0
	    ? &consent->rounds[consent->round_count - 1]
	    : NULL;
	const char *number = process_number(process, last ? last->number : 0);
	enum term reason = reasons[owed->duty];
	struct method *method = process->method;
	const struct objection *objection;

	switch (owed->duty) {
	case OWED_DRIVER:
	case OWED_PROPOSAL:
	case OWED_CLARIFY:
	case OWED_REACT:
		return method_text(method, reason);
	case OWED_HEAR:
	case OWED_ABSENT:
		return method_text(method, reason,
		    verdict_owed(process, outcome, owed->duty), number);
	case OWED_QUORUM:
		return method_text(method, reason,
		    process_number(process, round_heard(consent, last)), number,
		    process_number(process,
			consent->quorum ? consent->quorum : 1));
	case OWED_ROUND:
		return method_text(method, reason,
		    process_number(process, owed->which));
	default:
		objection = objection_at(process, owed->which);
		return method_text(method, reason,
		    md_words(process->arena, objection->id.text),
		    objection->from.text,
		    verdict_resolution(process, objection));
	}
}

/* An amendment that waits for its round says more than what it waits for. */
static const char *
amended_reason(const struct process *process,
    const struct consent_outcome *outcome)
{
	const struct consent_objection *record;
	size_t i;

	for (i = 0; i < process->records.count; i++) {
		record = record_at(process, i);
		if (!consent_stands(&process->consent, record) ||
		    record->resolution != CONSENT_AMEND)
			continue;
		return arena_format(process->arena, "%s ; %s",
		    reason_text(process, outcome,
			&(struct consent_owed){ OWED_RESOLVE, i }),
		    reason_text(process, outcome, outcome->owed));
	}
	return reason_text(process, outcome, outcome->owed);
}

const char *
verdict_reason(const struct process *process,
    const struct consent_outcome *outcome)
{
	switch (outcome->state) {
	case STATE_WITHDRAWN:
		return method_text(process->method, M_CONSENT_WHY_WITHDRAWN);
	case STATE_BLOCKED:
		return method_text(process->method, M_CONSENT_WHY_BLOCKED);
	case STATE_DEFERRED:
		if (outcome->owed_count == 0 ||
		    process->consent.declared == CONSENT_DEFERRED)
			return method_text(process->method,
			    M_CONSENT_WHY_DEFERRED);
		break;
	case STATE_AMENDED:
		return amended_reason(process, outcome);
	default:
		break;
	}
	return outcome->owed_count > 0
	    ? reason_text(process, outcome, &outcome->owed[0])
	    : "";
}

static const char *
decision_line(const struct process *process,
    const struct consent_outcome *outcome)
{
	if (outcome->adopted)
		return adopted_line(process, outcome);
	return method_text(process->method,
	    outcome->state < STATE_ADOPTED ? M_CONSENT_NOT_YET : M_CONSENT_NOT,
	    verdict_reason(process, outcome));
}

static bool
is_absent_last(const struct process *process, size_t member,
    const void *context)
{
	const struct consent *consent = &process->consent;

	(void)context;
	return consent_is_absent(consent,
	    &consent->rounds[consent->round_count - 1], member);
}

/* Those absent from the last round, who may still object. */
static void
render_delay(const struct process *process)
{
	const char *absent = member_names(process, is_absent_last, NULL);

	if (process->consent.absentees == CONSENT_DELAY && *absent != '\0')
		report_paragraph(process->method->report,
		    method_text(process->method, M_CONSENT_WITHIN,
			md_words(process->arena, absent), process->delay));
}

/* A pair, unless there is nothing to say. */
static void
pair(const struct process *process, enum term key, const char *text)
{
	if (*text != '\0')
		report_pair(process->method->report, key, text);
}

void
verdict_render(const struct process *process,
    const struct consent_outcome *outcome)
{
	struct method *method = process->method;
	const struct follow_up *follow_up = &process->sheet->follow_up;
	size_t i;

	report_section(method->report, T_DECISION);
	report_paragraph(method->report, decision_line(process, outcome));
	if (outcome->adopted)
		render_delay(process);
	report_pair(method->report, T_STATE,
	    method_word(method, verdict_state(outcome->state)));
	pair(process, T_DECLARED, setting_declared(process));
	if (!outcome->adopted)
		return;
	pair(process, T_RESPONSIBLE, follow_up->owner.text);
	pair(process, T_REVIEW,
	    bind_date_printed(process->arena, method->lang,
		&follow_up->review));
	pair(process, T_END,
	    bind_date_printed(process->arena, method->lang, &follow_up->end));
	report_part(method->report, method_word(method, T_ADOPTED_TEXT));
	for (i = 0; i < process->versions.count; i++)
		if (version_at(process, i)->number == outcome->version)
			report_prose(method->report,
			    version_at(process, i)->prose);
}
