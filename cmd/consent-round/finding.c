/*
 * finding: what the rule set would not accept, each with its place.
 */
#include <string.h>

#include "finding.h"
#include "text/uni.h"

/* A round, and what is asked of its members. */
struct asked {
	const struct consent_round *round;
	bool (*holds)(const struct consent *consent,
	    const struct consent_round *round, size_t member);
};

static bool
holds(const struct process *process, size_t member, const void *context)
{
	const struct asked *asked = context;

	return asked->holds(&process->consent, asked->round, member);
}

static void
check_answers(const struct finder *finder, const struct round *round)
{
	enum consent_answer answer;
	size_t i;

	for (i = 0; i < finder->consent->member_count; i++) {
		answer = round->answers[i].answer;
		if ((answer == CONSENT_ABSTENTION || answer == CONSENT_PASS) &&
		    !finder->rules->abstention)
			FIND(finder, round->answers[i].pos,
			    M_CONSENT_NO_ABSTENTION,
			    integer(finder, round->number),
			    member_name(finder->process, i), finder->ruleset);
	}
}

static void
check_round(const struct finder *finder, size_t index)
{
	const struct round *round = round_at(finder->process, index);
	const struct consent_round *record = &finder->consent->rounds[index];
	const char *names = member_names(finder->process, holds,
	    &(struct asked){ record, consent_is_missing });
	size_t heard = round_heard(finder->consent, record);

	check_answers(finder, round);
	if (*names != '\0')
		FIND(finder, round->pos, M_CONSENT_MISSING,
		    integer(finder, round->number), names);
	if (heard < finder->consent->quorum)
		FIND(finder, round->pos, M_CONSENT_NO_QUORUM,
		    integer(finder, round->number), integer(finder, heard),
		    integer(finder, finder->consent->quorum));
}

static void
check_rounds(const struct finder *finder)
{
	size_t count = finder->consent->round_count, i;
	const char *names;

	for (i = 0; i < count; i++)
		check_round(finder, i);
	if (count == 0)
		return;
	if (!finder->consent->reacted)
		FIND(finder, round_at(finder->process, 0)->pos,
		    M_CONSENT_NO_REACTIONS);
	if (finder->rules->absentees ||
	    finder->consent->absentees != CONSENT_NO_POLICY)
		return;
	names = member_names(finder->process, holds,
	    &(struct asked){ &finder->consent->rounds[count - 1],
		consent_is_absent });
	if (*names != '\0')
		FIND(finder, round_at(finder->process, count - 1)->pos,
		    M_CONSENT_NO_POLICY, names);
}

/* A date that is not after the decision's. */
static void
check_date(const struct finder *finder, const struct bind_date *date,
    enum term key)
{
	const struct bind_date *decided = &finder->process->date;

	if (!date->given || !decided->given ||
	    date_day(date->date) > date_day(decided->date))
		return;
	FIND(finder, date->pos, M_CONSENT_TOO_EARLY,
	    method_word(finder->method, key),
	    method_date(finder->method, date->date),
	    method_date(finder->method, decided->date));
}

static void
check_follow_up(const struct finder *finder)
{
	const struct follow_up *follow_up = &finder->sheet->follow_up;
	bool decided = finder->outcome->adopted ||
	    finder->consent->declared == CONSENT_ADOPTED;
	struct pos pos = { NULL, 0, 0 };
	size_t last = finder->consent->round_count;

	if (last > 0)
		pos = round_at(finder->process, last - 1)->pos;
	else if (finder->process->declared.given)
		pos = finder->process->declared.pos;
	if (decided && finder->rules->review && !follow_up->review.given &&
	    *follow_up->review.typed == '\0')
		FIND(finder, pos, M_CONSENT_NO_REVIEW);
	if (decided && finder->rules->end && !follow_up->end.given &&
	    *follow_up->end.typed == '\0')
		FIND(finder, pos, M_CONSENT_NO_END, finder->ruleset);
	check_date(finder, &follow_up->review, T_REVIEW);
	check_date(finder, &follow_up->end, T_END);
	if (follow_up->review.given && follow_up->end.given &&
	    date_day(follow_up->end.date) < date_day(follow_up->review.date))
		FIND(finder, follow_up->end.pos, M_CONSENT_END_FIRST,
		    method_date(finder->method, follow_up->end.date),
		    method_date(finder->method, follow_up->review.date));
}

/* A version of the text that came after the last one put to a round. */
static void
check_versions(const struct finder *finder)
{
	const struct version *version;
	size_t i, held = 0;

	for (i = 0; i < finder->consent->round_count; i++)
		if (finder->consent->rounds[i].version > held)
			held = finder->consent->rounds[i].version;
	for (i = 0; i < finder->process->versions.count && held > 0; i++) {
		version = version_at(finder->process, i);
		if (version->number > held)
			FIND(finder, version->pos, M_CONSENT_UNTESTED,
			    integer(finder, version->number));
	}
}

/* A driver that was refused, and amendments that no version holds. */
static void
check_text(const struct finder *finder)
{
	const struct bind_yes *agreed = &finder->sheet->driver.agreed;
	const struct amendment *amendment;
	size_t i;

	if (finder->consent->driver == CONSENT_REFUSED &&
	    finder->consent->round_count > 0)
		FIND(finder, agreed->pos, M_CONSENT_DRIVER_REFUSED);
	for (i = 0; i < finder->sheet->amendments.count; i++) {
		amendment = amendment_at(finder->process, i);
		if (amendment_version(amendment) == 0)
			FIND(finder, amendment->text.pos, M_CONSENT_NO_MAKES,
			    plain(finder, amendment->id.text),
			    method_word(finder->method, T_MAKES));
	}
}

/* Who leads the rounds: of the sheet, else of the meeting. */
static struct bind_text
facilitator_of(const struct finder *finder)
{
	const struct bind *bind = finder->method->bind;
	const struct bind_pair *pairs = bind->pairs.at;
	struct bind_text name = finder->sheet->roles.facilitator;
	size_t i;

	for (i = 0; i < bind->pairs.count && *name.text == '\0'; i++)
		if (pairs[i].term == T_FACILITATOR)
			name =
			    (struct bind_text){ bind_text(finder->method->bind,
						    pairs[i].node),
				    pairs[i].node->pos, true };
	return name;
}

static void
check_people(const struct finder *finder)
{
	const char *proposer = finder->sheet->roles.proposer.text;
	struct bind_text facilitator = facilitator_of(finder);
	size_t one, two;

	if (*facilitator.text == '\0' || *proposer == '\0')
		return;
	if (term_same(plain(finder, facilitator.text),
		plain(finder, proposer)) ||
	    (member_is(finder->process, facilitator.text, &one) &&
		member_is(finder->process, proposer, &two) && one == two))
		FIND(finder, facilitator.pos, M_CONSENT_SAME_PERSON,
		    plain(finder, facilitator.text));
}

static void
check_clarifications(const struct finder *finder)
{
	const struct clarification *all = finder->sheet->clarifications.at;
	const char *question, *folded;
	size_t i;

	for (i = 0; i < finder->sheet->clarifications.count; i++) {
		question = plain(finder, all[i].question.text);
		folded = uni_fold(finder->method->arena, question);
		folded += strcspn(folded, "abcdefghijklmnopqrstuvwxyz");
		if (strncmp(folded, "pourquoi", 8) == 0 ||
		    strncmp(folded, "why", 3) == 0)
			FIND(finder, all[i].question.pos, M_CONSENT_WHY,
			    question);
	}
}

static void
check_declared(const struct finder *finder)
{
	enum consent_decision declared = finder->consent->declared;

	if (declared != CONSENT_UNDECLARED &&
	    (declared == CONSENT_ADOPTED) != finder->outcome->adopted)
		FIND(finder, finder->process->declared.pos, M_CONSENT_DIFFERS,
		    plain(finder, setting_declared(finder->process)),
		    method_word(finder->method,
			verdict_state(finder->outcome->state)));
}

void
finding_all(const struct process *process,
    const struct consent_outcome *outcome)
{
	const struct consent_rules *rules =
	    &consent_rules[process->consent.ruleset];
	const struct finder finder = { process, process->sheet,
		&process->consent, outcome, rules,
		method_word(process->method, rules->name), process->method };
	size_t i;

	check_declared(&finder);
	check_people(&finder);
	check_clarifications(&finder);
	check_text(&finder);
	check_versions(&finder);
	check_rounds(&finder);
	for (i = 0; i < process->records.count; i++)
		fate_check(&finder, i);
	check_follow_up(&finder);
}
