/*
 * verdict: what is said of the outcome, and what the facilitator has to do now.
 */
#include <stdlib.h>

#include "sheet.h"
#include "text/uni.h"

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

/* The version that is adopted, with the amendments that none holds. */
static const char *
version_text(const struct process *process)
{
	struct method *method = process->method;
	const char *number = process_number(process, process->outcome.version);
	const char *names = "";

	BIND_EACH(const struct amendment, amendment,
	    &process->sheet->amendments)
		if (amendment->version == 0)
			names = method_listed(method, names,
			    method_plain(method, amendment->id.text));
	return *names == '\0'
	    ? number
	    : method_text(method, M_CONSENT_VERSION_WITH, number, names);
}

static const char *
decision_line(const struct process *process)
{
	const struct consent_outcome *outcome = &process->outcome;
	struct method *method = process->method;
	const char *until = "";

	if (!outcome->adopted)
		return method_text(method,
		    decision_is_over(process) ? M_CONSENT_NOT
					      : M_CONSENT_NOT_YET,
		    owed_reason(process));
	if (process->sheet->follow_up.review.given)
		until = method_text(method, M_CONSENT_REVIEW_ON,
		    review_text(process));
	return method_text(method,
	    outcome->consensus ? M_CONSENT_BY_CONSENSUS : M_CONSENT_BY_CONSENT,
	    version_text(process), decision_concerns(process), until);
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

	decision_render(process, decision_line(process));
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
	BIND_EACH(const struct amendment, amendment,
	    &process->sheet->amendments)
		if (amendment->version == 0)
			report_item(method->report, amendment->id.text,
			    amendment->text.text);
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

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
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
	struct report *report = process->method->report;

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
			owed_reason(process)));
	if (outcome->state == T_STATE_WITHDRAWN)
		return;
	owed_render(process);
}
