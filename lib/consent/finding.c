/*
 * finding: what the rule set would not accept, each with its place.
 */
#include "consent/process_inner.h"

#define FIND(process, pos, ...) method_find((process)->method, pos, __VA_ARGS__)

static void
check_round(const struct process *process, const struct round *round,
    const struct consent_round *judged)
{
	const struct consent *consent = &process->consent;
	const char *number = process_number(process, round->number);
	const char *names = member_names(process, judged, T_NONE);
	size_t heard = consent_heard(consent, judged), i;
	enum term answer;

	for (i = 0; i < consent->member_count; i++) {
		answer = judged->answers[i];
		if ((answer == T_ANSWER_ABSTENTION ||
			answer == T_ANSWER_PASS) &&
		    !process->consent.rules->abstention)
			FIND(process, round->answers[i].pos,
			    M_CONSENT_NO_ABSTENTION, number,
			    member_name(process, i),
			    process_word(process,
				process->consent.rules->name));
	}
	if (*names != '\0')
		FIND(process, round->pos, M_CONSENT_MISSING, number, names);
	if (heard < consent->quorum)
		FIND(process, round->pos, M_CONSENT_NO_QUORUM, number,
		    process_number(process, heard),
		    process_number(process, consent->quorum));
}

static void
check_rounds(const struct process *process)
{
	size_t count = process->consent.round_count, i;
	const struct round *round = process->rounds.at;
	const char *names =
	    member_names(process, process_last(process), T_ANSWER_ABSENT);

	for (i = 0; i < count; i++)
		check_round(process, &round[i], &process->consent.rounds[i]);
	if (count > 0 && !process->consent.reacted)
		FIND(process, round[0].pos, M_CONSENT_NO_REACTIONS);
	if (*names != '\0' && !process->consent.rules->absentees &&
	    process->consent.absentees == T_NONE)
		FIND(process, round[count - 1].pos, M_CONSENT_NO_POLICY, names);
}

/* A date that is not after the decision's. */
static void
check_date(const struct process *process, const struct bind_date *date,
    enum term key)
{
	const struct bind_date *decided = &process->date;

	if (date->given && decided->given &&
	    date_day(date->date) <= date_day(decided->date))
		FIND(process, date->pos, M_CONSENT_TOO_EARLY,
		    process_word(process, key),
		    method_date(process->method, date->date),
		    method_date(process->method, decided->date));
}

static void
check_follow_up(const struct process *process)
{
	const struct bind_date *review = &process->sheet->follow_up.review;
	const struct bind_date *end = &process->sheet->follow_up.end;
	bool decided = process->outcome.adopted ||
	    process->consent.declared == T_DECLARED_ADOPTED;
	size_t last = process->consent.round_count;
	struct pos pos = last > 0 ? round_at(process, last - 1)->pos
				  : process->sheet->declared.pos;

	if (decided && process->consent.rules->review && *review->typed == '\0')
		FIND(process, pos, M_CONSENT_NO_REVIEW);
	if (decided && process->consent.rules->end && *end->typed == '\0')
		FIND(process, pos, M_CONSENT_NO_END,
		    process_word(process, process->consent.rules->name));
	check_date(process, review, T_REVIEW);
	check_date(process, end, T_END);
	if (review->given && end->given &&
	    date_day(end->date) < date_day(review->date))
		FIND(process, end->pos, M_CONSENT_END_FIRST,
		    method_date(process->method, end->date),
		    method_date(process->method, review->date));
}

/* Amendments that no version holds, and a version that came after the last one
 * put to a round. */
static void
check_text(const struct process *process)
{
	size_t held = 0;

	BIND_EACH(const struct amendment, amendment,
	    &process->sheet->amendments)
		if (amendment->version == 0)
			FIND(process, amendment->text.pos, M_CONSENT_NO_MAKES,
			    method_plain(process->method, amendment->id.text),
			    process_word(process, T_MAKES));
	BIND_EACH(const struct round, round, &process->rounds)
		if (round->version > held)
			held = round->version;
	BIND_EACH(const struct version, version, &process->versions)
		if (held > 0 && version->number > held)
			FIND(process, version->pos, M_CONSENT_UNTESTED,
			    process_number(process, version->number));
}

/* Who leads the rounds, of the sheet, else of the meeting, is the proposer. */
static void
check_leader(const struct process *process)
{
	const struct roles *roles = &process->sheet->roles;
	struct bind_text leader = roles->facilitator;
	size_t one = 0, two = 1;

	BIND_EACH(const struct bind_pair, pair, &process->bind->pairs)
		if (*leader.text == '\0' && pair->term == T_FACILITATOR)
			leader =
			    bind_text_at(bind_text(process->bind, pair->node),
				pair->node->pos);
	if (*leader.text == '\0' || *roles->proposer.text == '\0')
		return;
	if (term_same(method_plain(process->method, leader.text),
		method_plain(process->method, roles->proposer.text)) ||
	    (member_is(process, leader.text, &one) &&
		member_is(process, roles->proposer.text, &two) && one == two))
		FIND(process, leader.pos, M_CONSENT_SAME_PERSON,
		    method_plain(process->method, leader.text));
}

void
finding_people(const struct process *process)
{
	enum term declared = process->consent.declared;

	if (declared != T_NONE &&
	    (declared == T_DECLARED_ADOPTED) != process->outcome.adopted)
		FIND(process, process->sheet->declared.pos, M_CONSENT_DIFFERS,
		    method_plain(process->method, decision_declared(process)),
		    process_word(process, process->outcome.state));
	check_leader(process);
}

void
finding_rounds(const struct process *process)
{
	check_text(process);
	check_rounds(process);
	BIND_EACH(const struct objection, objection,
	    &process->sheet->objections)
		fate_check(process, objection);
	check_follow_up(process);
}
