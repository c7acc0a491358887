/*
 * next: what the facilitator has to do now.
 */

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

/* Who has not spoken yet in the reactions; the proposer speaks last. */
static bool
is_silent(const struct process *process, size_t member, const void *context)
{
	const struct bind_list *reactions = &process->sheet->reactions;
	const struct reaction *all = reactions->at;
	size_t i, one;

	(void)context;
	if (!process->consent.present[member] ||
	    (member_is(process, process->sheet->roles.proposer.text, &one) &&
		one == member))
		return false;
	for (i = 0; i < reactions->count; i++)
		if (member_is(process, all[i].from.text, &one) && one == member)
			return false;
	return true;
}

static const char *
proposer_name(const struct process *process)
{
	const char *name = process->sheet->roles.proposer.text;

	return *name != '\0' ? name
			     : uni_fold(process->arena,
				   method_word(process->method, T_PROPOSER));
}

/* What an objection asks of the facilitator. */
static const char *
objection_step(const struct process *process, const struct consent_owed *owed)
{
	struct method *method = process->method;
	const struct objection *objection = objection_at(process, owed->which);
	const char *id = md_words(process->arena, objection->id.text);
	const char *who = objection->from.text;
	const char *argument = objection->argument.text;

	if (owed->duty == OWED_CONFIRM)
		return method_text(method, M_CONSENT_DO_CONFIRM, id, who);
	if (owed->duty == OWED_FOLLOW_UP)
		return method_text(method, M_CONSENT_DO_FOLLOW_UP, id, who,
		    verdict_resolution(process, objection));
	if (*argument == '\0')
		return method_text(method, M_CONSENT_DO_ASK, id, who);
	return method_text(method,
	    owed->duty == OWED_TEST ? M_CONSENT_DO_TEST : M_CONSENT_DO_RESOLVE,
	    id, who, argument);
}

static const char *
step_text(const struct process *process, const struct consent_outcome *outcome,
    const struct consent_owed *owed)
{
	struct method *method = process->method;
	const struct consent *consent = &process->consent;
	struct consent_round last = { .number = 0 };
	const char *names, *round;

	if (consent->round_count > 0)
		last = consent->rounds[consent->round_count - 1];
	round = process_number(process, last.number);
	names = verdict_owed(process, outcome, owed->duty);
	switch (owed->duty) {
	case OWED_DRIVER:
		return method_text(method, M_CONSENT_DO_DRIVER);
	case OWED_PROPOSAL:
		return method_text(method, M_CONSENT_DO_PROPOSAL);
	case OWED_CLARIFY:
		return method_text(method, M_CONSENT_DO_CLARIFY,
		    proposer_name(process));
	case OWED_REACT:
		return method_text(method, M_CONSENT_DO_REACT,
		    md_words(process->arena,
			member_names(process, is_silent, NULL)));
	case OWED_HEAR:
		return method_text(method, M_CONSENT_DO_HEAR, names, round,
		    process_number(process, last.version));
	case OWED_ROUND:
		return method_text(method, M_CONSENT_DO_ROUND,
		    process_number(process, owed->which),
		    process_number(process, last.number + 1));
	case OWED_QUORUM:
		return method_text(method, M_CONSENT_DO_QUORUM,
		    process_number(process, round_heard(consent, &last)), round,
		    process_number(process,
			consent->quorum ? consent->quorum : 1));
	case OWED_ABSENT:
		return method_text(method, M_CONSENT_DO_ABSENT, names, round);
	default:
		return objection_step(process, owed);
	}
}

/* What an adopted proposal still lacks in its follow-up. */
static void
write_missing(const struct process *process)
{
	const struct follow_up *follow_up = &process->sheet->follow_up;
	const struct consent_rules *rules =
	    &consent_rules[process->consent.ruleset];
	const struct {
		bool given;
		enum term key;
	} wanted[] = {
		{ *follow_up->owner.text != '\0', T_RESPONSIBLE },
		{ follow_up->review.given, T_REVIEW },
		{ follow_up->end.given || !rules->end, T_END },
		{ follow_up->criteria.count > 0, T_CRITERIA },
		{ *follow_up->communication.text != '\0', T_COMMUNICATION },
	};
	struct buf names = BUF_INIT;
	size_t i;

	for (i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!wanted[i].given)
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    uni_fold(process->arena,
				method_word(process->method, wanted[i].key)));
	if (names.length > 0)
		report_item(process->method->report, "",
		    method_text(process->method, M_CONSENT_DO_WRITE,
			arena_string(process->arena, names.at)));
	buf_free(&names);
}

/* One step for each duty; those that name members come once. */
void
next_render(const struct process *process,
    const struct consent_outcome *outcome)
{
	struct report *report = process->method->report;
	const struct consent_owed *owed = outcome->owed;
	size_t i;

	report_section(report, T_NEXT);
	if (outcome->adopted) {
		report_item(report, "",
		    method_text(process->method, M_CONSENT_DO_CELEBRATE,
			process_number(process, outcome->version)));
		write_missing(process);
		return;
	}
	if (outcome->state == STATE_WITHDRAWN ||
	    outcome->state == STATE_BLOCKED || outcome->owed_count == 0)
		report_item(report, "",
		    method_text(process->method, M_CONSENT_DO_CLOSED,
			verdict_reason(process, outcome)));
	for (i = 0;
	     i < outcome->owed_count && outcome->state != STATE_WITHDRAWN; i++)
		if (i == 0 || owed[i].duty != owed[i - 1].duty ||
		    (owed[i].duty != OWED_HEAR && owed[i].duty != OWED_ABSENT))
			report_item(report, "",
			    step_text(process, outcome, &owed[i]));
}
