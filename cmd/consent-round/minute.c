/*
 * minute: the rounds as a report prints them, one by one and in brief.
 */
#include "base/arena.h"
#include "sheet.h"

struct spoken {
	struct bind_text member, answer, remark;
};

static const struct bind_row spoken_rows[] = {
	BIND_AT(BIND_TEXT, T_MEMBER_ONE, spoken, member, BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_ANSWER, spoken, answer, BIND_REQUIRED),
	BIND_AT(BIND_TEXT, T_REMARK, spoken, remark, 0),
	{ BIND_END },
};

static void
render_round(const struct process *process, const struct round *round)
{
	struct method *method = process->method;
	size_t count = process->sheet->members.count, i;
	struct spoken *spoken =
	    arena_array(process->arena, count + 1, sizeof(*spoken));

	for (i = 0; i < count; i++)
		spoken[i] =
		    (struct spoken){ { .text =
					     member_at(process, i)->name.text },
			    { .text = answer_word(process,
				  round->answers[i].answer) },
			    { .text = round->answers[i].text } };
	report_section_again(method->report,
	    arena_format(process->arena, "%s %zu",
		method_word(method, T_ROUND_ONE), round->number),
	    round->section);
	if (round->version > 0)
		report_pair(method->report, T_VERSIONS,
		    method_integer(method, (int64_t)round->version));
	method_list(method, spoken_rows, sizeof(*spoken),
	    &(struct bind_list){ spoken, count });
}

void
round_render(const struct process *process)
{
	size_t i;

	for (i = 0; i < process->rounds.count; i++)
		render_round(process, round_at(process, i));
}

struct brief {
	struct bind_number round, version, yes, objections, concerns, others,
	    absent, missing;
};

#define FIGURE(key, member)                                                    \
	BIND_AT(BIND_NUMBER, key, brief, member, BIND_REQUIRED)

static const struct bind_row brief_rows[] = {
	FIGURE(T_ROUND_ONE, round),
	FIGURE(T_VERSION_ONE, version),
	FIGURE(T_ANSWERED_YES, yes),
	FIGURE(T_ANSWERED_OBJECTION, objections),
	FIGURE(T_ANSWERED_CONCERN, concerns),
	FIGURE(T_ANSWERED_OTHER, others),
	FIGURE(T_ANSWERED_ABSENT, absent),
	FIGURE(T_ANSWERED_MISSING, missing),
	{ BIND_END },
};

static struct bind_number
figure(size_t count)
{
	return method_figure(1000 * (int64_t)count);
}

static struct brief
brief_of(const struct consent *consent, const struct consent_round *round)
{
	size_t counts[CONSENT_ANSWERS] = { 0 }, missing = 0, i;
	enum consent_answer answer;

	for (i = 0; i < consent->member_count; i++) {
		answer = consent_count(consent->ruleset, round->answers[i]);
		if (consent_is_absent(consent, round, i))
			answer = CONSENT_ABSENT;
		missing += consent_is_missing(consent, round, i);
		counts[answer]++;
	}
	return (struct brief){ figure(round->number), figure(round->version),
		figure(counts[CONSENT_YES]), figure(counts[CONSENT_OBJECTION]),
		figure(counts[CONSENT_CONCERN]),
		figure(counts[CONSENT_PASS] + counts[CONSENT_ABSTENTION]),
		figure(counts[CONSENT_ABSENT]), figure(missing) };
}

void
round_summary(const struct process *process)
{
	const struct consent *consent = &process->consent;
	struct brief *briefs = arena_array(process->arena,
	    consent->round_count + 1, sizeof(*briefs));
	size_t i;

	if (consent->round_count == 0)
		return;
	for (i = 0; i < consent->round_count; i++)
		briefs[i] = brief_of(consent, &consent->rounds[i]);
	report_section(process->method->report, T_ROUND_SUMMARY);
	method_list(process->method, brief_rows, sizeof(*briefs),
	    &(struct bind_list){ briefs, consent->round_count });
}
