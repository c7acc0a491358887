/*
 * verdict: whether somebody is chosen, and what the facilitator has to do now.
 */
#include "base/arena.h"
#include "election.h"
#include "report/carry.h"

/* Whether who is proposed answered in the last round held on that version. */
static bool
is_heard(const struct election *election, const struct proposed *proposed)
{
	const struct consent *consent = &election->process.consent;
	enum term answer = T_NONE;

	for (size_t i = 0; proposed->person > 0 && i < consent->round_count;
	     i++)
		if (consent->rounds[i].version == proposed->version)
			answer = consent_count(consent, &consent->rounds[i],
			    proposed->person - 1);
	return answer != T_NONE && answer != T_ANSWER_ABSENT;
}

/* The state in an election's words. */
static enum term
state_of(const struct election *election, bool consented)
{
	const struct consent_outcome *outcome = &election->process.outcome;

	if (election->declined)
		return T_ELECT_DECLINED;
	if (consented)
		return outcome->adopted ? T_ELECT_CHOSEN : T_STATE_ROUND;
	if (outcome->state == T_STATE_REACTED)
		return T_ELECT_PROPOSED;
	if (outcome->state != T_STATE_DRAFT)
		return outcome->state;
	if (election->sheet->changes.count > 0)
		return T_ELECT_CHANGED;
	return election->sheet->nominations.count > 0 ? T_ELECT_NAMING
						      : T_STATE_DRAFT;
}

void
verdict_judge(struct election *election)
{
	struct consent_outcome *outcome = &election->process.outcome;
	const struct bind_yes *accepted = &election->sheet->accepted;
	bool consented;

	process_judge(&election->process);
	consented = outcome->adopted;
	if (consented)
		election->last = proposal_of(election, outcome->version);
	election->declined = accepted->given && !accepted->yes;
	election->asked = election->last != NULL &&
	    (is_heard(election, election->last) ||
		(accepted->given && accepted->yes));
	outcome->adopted = consented && election->asked &&
	    !election->declined && *election->last->name != '\0';
	outcome->state = state_of(election, consented);
}

/* Why nobody is chosen, without its full stop. */
static const char *
reason_of(const struct election *election)
{
	const struct process *process = &election->process;
	const struct proposed *last = election->last;
	const char *reason = owed_reason(process);

	if (last != NULL && election->declined && *last->name != '\0')
		return method_text(process->method, M_ELECT_WHY_DECLINED,
		    last->name);
	if (*reason != '\0')
		return reason;
	if (last == NULL || *last->name == '\0')
		return method_text(process->method, M_ELECT_WHY_WHO);
	return method_text(process->method, M_ELECT_WHY_UNASKED, last->name);
}

static const char *
decision_line(const struct election *election)
{
	const struct process *process = &election->process;
	const struct consent_outcome *outcome = &process->outcome;
	struct method *method = process->method;
	const char *title = election->sheet->role.title.text;
	const char *with = "", *until = "";

	if (!outcome->adopted)
		return method_text(method,
		    election->declined || outcome->state == T_STATE_DEFERRED ||
			    outcome->state == T_STATE_WITHDRAWN ||
			    outcome->state == T_STATE_BLOCKED
			? M_ELECT_NOT
			: M_ELECT_NOT_YET,
		    reason_of(election));
	if (outcome->concerns > 0)
		with = method_text(method,
		    outcome->concerns == 1 ? M_CONSENT_ONE_CONCERN
					   : M_CONSENT_MANY_CONCERNS,
		    process_number(process, outcome->concerns));
	if (election->ends.given)
		until = method_text(method, M_ELECT_UNTIL,
		    method_date(method, election->ends.date));
	return method_text(method,
	    outcome->consensus ? M_ELECT_UNANIMOUS : M_ELECT_VERDICT,
	    election->last->name,
	    *title != '\0' ? method_text(method, M_ELECT_ROLE_NAMED, title)
			   : "",
	    with, until);
}

void
verdict_render(const struct election *election)
{
	const struct process *process = &election->process;
	struct report *report = process->method->report;

	report_section(report, T_DECISION);
	report_paragraph(report, decision_line(election));
	owed_render_absent(process);
	report_pair(report, T_STATE,
	    process_word(process, process->outcome.state));
	if (*decision_declared(process) != '\0')
		report_pair(report, T_DECLARED, decision_declared(process));
	carry_below(report, 0, process->sheet->declared.more);
	if (!process->outcome.adopted)
		return;
	report_pair(report, T_RESPONSIBLE, election->last->name);
	if (election->ends.given)
		report_pair(report, T_END,
		    method_date(process->method, election->ends.date));
}

#define STEP(process, ...)                                                     \
	report_item((process)->method->report, "",                             \
	    method_text((process)->method, __VA_ARGS__))

/* What there is to do before there is a proposal. */
static void
render_naming(const struct election *election)
{
	const struct process *process = &election->process;
	const char *silent = nomination_wanted(election, false);
	const char *unreasoned = nomination_wanted(election, true);

	if (election->sheet->nominations.count == 0)
		STEP(process, M_ELECT_DO_ROLE);
	if (*silent != '\0')
		STEP(process, M_ELECT_DO_NAME, silent);
	if (*unreasoned != '\0')
		STEP(process, M_ELECT_DO_REASON, unreasoned);
	if (election->sheet->changes.count == 0)
		STEP(process, M_ELECT_DO_CHANGE);
	STEP(process, M_ELECT_DO_PROPOSE, process_word(process, T_PROPOSAL));
}

void
verdict_render_next(const struct election *election)
{
	const struct process *process = &election->process;
	const struct proposed *last = election->last;

	report_section(process->method->report, T_NEXT);
	if (last == NULL || *last->name == '\0')
		render_naming(election);
	else if (election->declined)
		STEP(process, M_ELECT_DO_AGAIN, last->name);
	else if (process->outcome.adopted)
		STEP(process, M_ELECT_DO_CELEBRATE, last->name);
	else if (process->outcome.owed_count > 0)
		owed_render(process);
	else if (!election->asked)
		STEP(process, M_ELECT_DO_ASK, last->name);
	else
		STEP(process, M_CONSENT_DO_CLOSED, owed_reason(process));
}
