/*
 * minute: the rounds as a report prints them, one by one and in brief.
 */
#include "consent/process_inner.h"

static const struct bind_row spoken_rows[] = {
	ROW(said, who, .key = T_MEMBER_ONE, .flags = BIND_REQUIRED),
	ROW(said, answer, .key = T_ANSWER, .flags = BIND_REQUIRED),
	ROW(said, remark, .key = T_REMARK),
	{ BIND_END },
};

static void
write_round(const struct process *process, const struct round *round)
{
	struct method *method = process->method;
	size_t count = process->sheet->members.count, i;
	struct said *spoken =
	    arena_array(process->arena, count + 1, sizeof(*spoken));
	const struct answer *answer = round->answers;

	for (i = 0; i < count; i++, answer++)
		spoken[i] = (struct said){ .who.text =
					       member_at(process, i)->name.text,
			.answer.text = process_word(process, answer->answer),
			.answer.more = answer->more,
			.remark.text = answer->text };
	report_section_named(method->report,
	    arena_format(process->arena, "%s %zu",
		method_word(method, T_ROUND_ONE), round->number));
	if (round->section != NULL)
		report_section_beside(method->report, round->section,
		    SIDE_BOTH);
	BIND_EACH(const struct bind_text, line, &round->beside)
		report_line_beside(method->report, line->text);
	if (round->version > 0)
		report_pair(method->report, T_VERSIONS,
		    process_number(process, round->version));
	method_list(method, spoken_rows, sizeof(*spoken),
	    &(struct bind_list){ spoken, count });
}

/* What is counted of a round: one answer, or two that are alike. */
static const struct {
	enum term head, one, other;
} counted[] = {
	{ T_ANSWERED_YES, T_ANSWER_YES, T_NONE },
	{ T_ANSWERED_OBJECTION, T_ANSWER_OBJECTION, T_NONE },
	{ T_ANSWERED_CONCERN, T_ANSWER_CONCERN, T_NONE },
	{ T_ANSWERED_OTHER, T_ANSWER_PASS, T_ANSWER_ABSTENTION },
	{ T_ANSWERED_ABSENT, T_ANSWER_ABSENT, T_NONE },
	{ T_ANSWERED_MISSING, T_NONE, T_NONE },
};
enum { COUNTED = sizeof(counted) / sizeof(*counted) };

static void
write_counts(const struct process *process, const struct consent_round *round)
{
	struct report *report = process->method->report;
	size_t i, count;

	report_cell(report, process_number(process, round->number));
	report_cell(report, process_number(process, round->version));
	for (i = 0; i < COUNTED; i++) {
		count =
		    consent_counted(&process->consent, round, counted[i].one);
		if (counted[i].other != T_NONE)
			count += consent_counted(&process->consent, round,
			    counted[i].other);
		report_cell(report, process_number(process, count));
	}
}

static void
write_summary(const struct process *process)
{
	struct method *method = process->method;

	if (process->consent.round_count == 0)
		return;
	report_section(method->report, T_ROUND_SUMMARY);
	report_table(method->report, 2 + COUNTED);
	report_number_head(method->report, method_word(method, T_ROUND_ONE));
	report_number_head(method->report, method_word(method, T_VERSION_ONE));
	for (size_t i = 0; i < COUNTED; i++)
		report_number_head(method->report,
		    method_word(method, counted[i].head));
	for (size_t i = 0; i < process->consent.round_count; i++)
		write_counts(process, &process->consent.rounds[i]);
}

void
minute_render(const struct process *process)
{
	struct method *method = process->method;

	BIND_EACH(const struct round, round, &process->rounds)
		write_round(process, round);
	method_section(method, T_OBJECTIONS);
	method_section(method, T_AMENDMENTS);
	fate_render(process, T_OBJECTION_PATHS);
	write_summary(process);
	version_render_changes(process);
	fate_render(process, T_CONCERNS);
	method_section(method, T_FOLLOW_UP);
}
