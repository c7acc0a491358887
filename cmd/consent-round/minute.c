/*
 * minute: the rounds as a report prints them, one by one and in brief.
 */
#include "base/arena.h"
#include "sheet.h"

static const struct bind_row spoken_rows[] = {
	ROW(BIND_TEXT, said, who, .key = T_MEMBER_ONE, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, said, answer, .key = T_ANSWER, .flags = BIND_REQUIRED),
	ROW(BIND_TEXT, said, remark, .key = T_REMARK),
	{ BIND_END },
};

void
round_render(const struct process *process)
{
	struct method *method = process->method;
	size_t count = process->sheet->members.count, i, j;
	const struct answer *answer;
	const struct round *round;
	struct said *spoken;

	for (i = 0; i < process->rounds.count; i++) {
		round = round_at(process, i);
		spoken =
		    arena_array(process->arena, count + 1, sizeof(*spoken));
		for (j = 0; j < count; j++) {
			answer = &round->answers[j];
			spoken[j].who.text = member_at(process, j)->name.text;
			spoken[j].answer.text =
			    process_word(process, answer->answer);
			spoken[j].answer.more = answer->more;
			spoken[j].remark.text = answer->text;
		}
		report_section_named(method->report,
		    arena_format(process->arena, "%s %zu",
			method_word(method, T_ROUND_ONE), round->number));
		if (round->section != NULL)
			report_section_beside(method->report, round->section);
		BIND_EACH(struct node *const, line, &round->beside)
			report_line_beside(method->report,
			    bind_text(process->bind, *line));
		if (round->version > 0)
			report_pair(method->report, T_VERSIONS,
			    process_number(process, round->version));
		method_list(method, spoken_rows, sizeof(*spoken),
		    &(struct bind_list){ spoken, count });
	}
}

struct brief {
	struct bind_number round, version, yes, objections, concerns, others,
	    absent, missing;
};

#define FIGURE(key_, member)                                                   \
	ROW(BIND_NUMBER, brief, member, .key = (key_), .flags = BIND_REQUIRED)

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

/* How many answers of a round count as one. */
static size_t
count(const struct consent *consent, const struct consent_round *round,
    enum term answer)
{
	size_t i, found = 0;

	for (i = 0; i < consent->member_count; i++)
		found += consent_count(consent, round, i) == answer;
	return found;
}

static struct brief
brief_of(const struct consent *consent, const struct consent_round *round)
{
	return (struct brief){ figure(round->number), figure(round->version),
		figure(count(consent, round, T_ANSWER_YES)),
		figure(count(consent, round, T_ANSWER_OBJECTION)),
		figure(count(consent, round, T_ANSWER_CONCERN)),
		figure(count(consent, round, T_ANSWER_PASS) +
		    count(consent, round, T_ANSWER_ABSTENTION)),
		figure(count(consent, round, T_ANSWER_ABSENT)),
		figure(count(consent, round, T_NONE)) };
}

void
round_render_summary(const struct process *process)
{
	const struct consent *consent = &process->consent;
	struct brief *briefs = arena_array(process->arena,
	    consent->round_count + 1, sizeof(*briefs));
	size_t i;

	for (i = 0; i < consent->round_count; i++)
		briefs[i] = brief_of(consent, &consent->rounds[i]);
	method_table(process->method, T_ROUND_SUMMARY, brief_rows,
	    sizeof(*briefs),
	    &(struct bind_list){ briefs, consent->round_count });
}
