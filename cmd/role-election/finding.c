/*
 * finding: what the rule set would not accept in an election.
 */
#include <string.h>

#include "election.h"

#define FIND(election, pos, ...)                                               \
	method_find((election)->process.method, pos, __VA_ARGS__)
#define PLAIN(election, text) method_plain((election)->process.method, text)

static const char *
rules_name(const struct election *election)
{
	return process_word(&election->process,
	    election->process.consent.rules->name);
}

struct pos
election_place(const struct election *election)
{
	const struct pos pos = election->sheet->role.title.pos;

	return pos.file != NULL
	    ? pos
	    : election->process.bind->doc->parts[0].root->pos;
}

/* A line that cannot be read, and is no word for nothing. */
static void
check_line(const struct election *election, const struct nomination *one)
{
	const char *text = PLAIN(election, one->to.text);
	size_t length = strlen(text);

	if (length > 0 && text[length - 1] == '.')
		length--;
	if (one->unread &&
	    !term_is(arena_copy(election->process.arena, text, length),
		T_ELECT_NONE))
		FIND(election, one->to.pos, M_ELECT_UNREAD,
		    PLAIN(election, one->to.text));
}

/* Who is named and is no member; of who is proposed that is told apart. */
static void
check_strangers(const struct election *election)
{
	BIND_EACH(const struct named, named, &election->named)
		if (named->person == 0 &&
		    (election->last == NULL ||
			!term_same(named->name, election->last->name)))
			FIND(election, named->pos, M_ELECT_STRANGER,
			    PLAIN(election, named->name));
}

static void
check_reasons(const struct election *election)
{
	const struct nomination *first;
	const char *name;

	for (size_t i = 0; i < election->process.consent.member_count; i++) {
		first = election->choices[i].first;
		name = member_name(&election->process, i);
		if (first != NULL && *first->reason.text == '\0')
			FIND(election, first->from.pos, M_ELECT_NO_REASON, name,
			    PLAIN(election, first->to.text));
	}
	method_gather(election->process.method, 3, M_ELECT_NO_REASON,
	    M_ELECT_NO_REASONS);
}

/* Who named two people, or let their turn go by where nobody may. */
static void
check_member(const struct election *election, size_t member)
{
	const struct choice *choice = &election->choices[member - 1];
	const char *name = member_name(&election->process, member - 1);
	bool passes = nomination_passes(election, member);

	if (choice->other != NULL)
		FIND(election, choice->other->from.pos, M_ELECT_SAID_TWICE,
		    name, PLAIN(election, choice->first->to.text),
		    PLAIN(election, choice->other->to.text),
		    process_word(&election->process, T_ELECT_CHANGES));
	if (choice->first == NULL && passes &&
	    election->process.consent.rules->all_name)
		FIND(election, election_member(election, member)->name.pos,
		    M_ELECT_NO_PASS, name, rules_name(election));
}

/* Who is there and named nobody: told where every line can be read. */
static void
check_silent(const struct election *election)
{
	const struct bind_list *list = &election->sheet->nominations;
	const char *names = nomination_wanted(election, false);

	BIND_EACH(const struct nomination, one, list)
		if (one->unread)
			return;
	if (list->count > 0 && *names != '\0')
		FIND(election, list->pos, M_ELECT_SILENT,
		    PLAIN(election, names));
}

/* Whether somebody was named before any change. */
static bool
was_named(const struct election *election, const struct nomination *change)
{
	BIND_EACH(const struct nomination, one, &election->sheet->nominations)
		if (!one->unread && !one->passes &&
		    one->person == change->person &&
		    (one->person > 0 ||
			term_same(one->to.text, change->to.text)))
			return true;
	return false;
}

static void
check_change(const struct election *election, const struct nomination *change)
{
	const struct choice *choice;
	const char *name;

	if (change->unread || change->member == 0)
		return;
	choice = &election->choices[change->member - 1];
	name = member_name(&election->process, change->member - 1);
	if (change->person > 0 && choice->first != NULL &&
	    choice->first->person == change->person && choice->last == change)
		FIND(election, change->from.pos, M_ELECT_SAME, name,
		    PLAIN(election, change->to.text));
	if (election->process.consent.rules->named_only && !change->passes &&
	    !was_named(election, change))
		FIND(election, change->from.pos, M_ELECT_NEW_NAME, name,
		    PLAIN(election, change->to.text), rules_name(election));
	if (term_is(PLAIN(election, change->when.text), T_ELECT_AFTER))
		FIND(election, change->when.pos, M_ELECT_TOO_LATE, name);
}

static void
check_nominations(const struct election *election)
{
	const struct sheet *sheet = election->sheet;

	BIND_EACH(const struct nomination, one, &sheet->nominations)
		check_line(election, one);
	if (sheet->nominations.count > 0)
		for (size_t i = 0; i < election->process.consent.member_count;
		     i++)
			check_member(election, i + 1);
	check_strangers(election);
	check_silent(election);
	check_reasons(election);
	BIND_EACH(const struct nomination, change, &sheet->changes) {
		check_line(election, change);
		check_change(election, change);
	}
}

/* Somebody proposed against who is named most often. */
static void
check_most(const struct election *election, const struct proposed *proposed)
{
	bool most_named = election->process.consent.rules->most_named;
	size_t how_many, times;
	const char *names = count_most(election, &how_many, &times);

	BIND_EACH(const struct named, named, &election->named)
		if (named->person > 0 && named->person == proposed->person &&
		    named->most)
			return;
	if (how_many == 0 || (proposed->reasoned && !most_named))
		return;
	FIND(election, proposed->pos,
	    most_named ? M_ELECT_NOT_MOST : M_ELECT_AGAINST,
	    PLAIN(election, proposed->name), PLAIN(election, names),
	    process_number(&election->process, times), rules_name(election));
}

static void
check_proposals(const struct election *election)
{
	const char *number;

	BIND_EACH(const struct proposed, proposed, &election->proposed) {
		number = process_number(&election->process, proposed->version);
		if (*proposed->others != '\0')
			FIND(election, proposed->pos, M_ELECT_WHICH, number,
			    proposed->others);
		else if (*proposed->name == '\0')
			FIND(election, proposed->pos, M_ELECT_WHO, number);
		else if (proposed->person == 0 && !election->asked)
			FIND(election, proposed->pos, M_ELECT_OUTSIDER,
			    PLAIN(election, proposed->name));
	}
	if (election->last != NULL && *election->last->name != '\0')
		check_most(election, election->last);
}

/* Of a round, that who is proposed was not heard in it, or before others where
 * the rule set hears them last. */
static void
check_round(const struct election *election, const struct round *round,
    const struct consent_round *judged)
{
	const struct process *process = &election->process;
	const struct proposed *proposed =
	    proposal_of(election, judged->version);
	const char *number = process_number(process, round->number);
	const char *missing = member_names(process, judged, T_NONE);
	enum term answer;

	if (proposed == NULL || proposed->person == 0)
		return;
	answer = consent_count(&process->consent, judged, proposed->person - 1);
	if (answer == T_ANSWER_ABSENT)
		FIND(election, round->pos, M_ELECT_UNASKED,
		    PLAIN(election, proposed->name), number);
	else if (answer != T_NONE && *missing != '\0' &&
	    process->consent.rules->asked_last)
		FIND(election, round->pos, M_ELECT_EARLY, number,
		    PLAIN(election, proposed->name), missing,
		    rules_name(election));
}

/* Whether they accept, where that is asked again; and another name declared. */
static void
check_decision(const struct election *election)
{
	const struct process *process = &election->process;
	const struct proposed *last = election->last;
	size_t declared = proposal_declared(election);

	if (process->outcome.adopted && process->consent.rules->accepts &&
	    !election->sheet->accepted.given)
		FIND(election, last->pos, M_ELECT_ACCEPT,
		    PLAIN(election, last->name), rules_name(election));
	if (declared > 0 && last != NULL && *last->name != '\0' &&
	    declared != last->person)
		FIND(election, process->sheet->declared.pos, M_ELECT_DECLARES,
		    member_name(process, declared - 1),
		    PLAIN(election, last->name));
}

void
election_find(const struct election *election)
{
	const struct process *process = &election->process;
	const struct round *round = process->rounds.at;

	finding_people(process);
	if (*election->sheet->role.title.text == '\0')
		FIND(election, election_place(election), M_ELECT_NO_ROLE);
	mandate_check(election);
	check_nominations(election);
	check_proposals(election);
	for (size_t i = 0; i < process->consent.round_count; i++)
		check_round(election, &round[i], &process->consent.rounds[i]);
	check_decision(election);
	finding_rounds(process);
}
