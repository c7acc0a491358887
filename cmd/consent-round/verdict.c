/*
 * verdict: what is said of the outcome, and what is to be done next.
 */
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "md.h"
#include "sheet.h"
#include "uni.h"

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

enum term
verdict_state(enum consent_state state)
{
	return states[state];
}

const char *
verdict_put(const struct view *view, enum term message,
    const char *const args[NOTE_ARGS + 1])
{
	struct note note = { .message = message };
	size_t i;

	for (i = 0; i < NOTE_ARGS; i++)
		note.args[i] = args[i] ? args[i] : "";
	return note_text(view->arena, &note, view->lang, md_words);
}

const char *
verdict_count(const struct view *view, size_t count)
{
	return arena_format(view->arena, "%zu", count);
}

/* A name that is no member's gets a letter of its own, after theirs. */
const char *
verdict_name(struct view *view, const char *name)
{
	size_t member;

	if (!view->options->anonymous || *name == '\0')
		return name;
	if (member_is(view->sheet, name, &member))
		name = sheet_member(view->sheet, member)->name.text;
	return name_letter(&view->names, name);
}

const char *
verdict_person(struct view *view, const char *plain_name)
{
	return md_words(view->arena, verdict_name(view, plain_name));
}

const char *
verdict_member(struct view *view, size_t member)
{
	return verdict_name(view, sheet_member(view->sheet, member)->name.text);
}

size_t
verdict_heard(const struct consent *consent, const struct consent_round *round)
{
	size_t i, heard = 0;

	for (i = 0; i < consent->member_count; i++)
		heard += !consent_is_missing(consent, round, i) &&
		    !consent_is_absent(consent, round, i);
	return heard;
}

static const char *
plain(const struct view *view, const char *text)
{
	return md_plain(view->arena, text);
}

/* Days from --today to the review, in words; "" where nobody asked. */
static const char *
days_text(const struct view *view)
{
	long days;

	if (!view->options->has_today)
		return "";
	days = date_day(view->sheet->follow_up.review.date) -
	    date_day(view->options->today);
	if (days == 0)
		return verdict_text(view, M_CONSENT_DAY_TODAY);
	return verdict_text(view,
	    days > 0 ? M_CONSENT_DAYS_LEFT : M_CONSENT_DAYS_PAST,
	    verdict_count(view, (size_t)labs(days)));
}

static const char *
adopted_line(const struct view *view)
{
	const struct bind_date *review = &view->sheet->follow_up.review;
	size_t concerns = view->outcome->concerns;
	const char *with = "", *until = "";

	if (concerns == 1)
		with = verdict_text(view, M_CONSENT_ONE_CONCERN);
	else if (concerns > 1)
		with = verdict_text(view, M_CONSENT_MANY_CONCERNS,
		    verdict_count(view, concerns));
	if (review->given)
		until = verdict_text(view, M_CONSENT_REVIEW_ON,
		    arena_format(view->arena, "%s %s",
			date_text(view->arena, review->date, view->lang),
			days_text(view)));
	return verdict_text(view,
	    view->outcome->consensus ? M_CONSENT_BY_CONSENSUS
				     : M_CONSENT_BY_CONSENT,
	    verdict_count(view, view->outcome->version), with, until);
}

static const struct consent_round *
last_round(const struct view *view)
{
	return &view->consent->rounds[view->consent->round_count - 1];
}

/* The members that one duty owes, joined. */
static const char *
owed_members(struct view *view, enum consent_duty duty)
{
	const struct consent_owed *owed = view->outcome->owed;
	struct buf names = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < view->outcome->owed_count; i++)
		if (owed[i].duty == duty)
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    plain(view, verdict_member(view, owed[i].which)));
	text = arena_copy(view->arena, names.at, names.length);
	buf_free(&names);
	return text;
}

static const char *
resolution_word(const struct view *view, const struct objection *objection)
{
	return objection->resolution.term != T_NONE
	    ? term_name(objection->resolution.term, view->lang)
	    : "";
}

/* Why there is no decision: a message for each duty. */
static const char *
reason_text(struct view *view, const struct consent_owed *owed)
{
	static const enum term objection_reasons[] = {
		[OWED_TEST] = M_CONSENT_WHY_TEST,
		[OWED_RESOLVE] = M_CONSENT_WHY_RESOLVE,
		[OWED_CONFIRM] = M_CONSENT_WHY_CONFIRM,
		[OWED_FOLLOW_UP] = M_CONSENT_WHY_FOLLOW_UP,
	};
	const struct objection *objection;

	switch (owed->duty) {
	case OWED_DRIVER:
		return verdict_text(view, M_CONSENT_WHY_DRIVER);
	case OWED_PROPOSAL:
		return verdict_text(view, M_CONSENT_WHY_PROPOSAL);
	case OWED_CLARIFY:
		return verdict_text(view, M_CONSENT_WHY_CLARIFY);
	case OWED_REACT:
		return verdict_text(view, M_CONSENT_WHY_REACT);
	case OWED_HEAR:
		return verdict_text(view, M_CONSENT_WHY_HEAR,
		    owed_members(view, OWED_HEAR),
		    verdict_count(view, last_round(view)->number));
	case OWED_QUORUM:
		return verdict_text(view, M_CONSENT_WHY_QUORUM,
		    verdict_count(view,
			verdict_heard(view->consent, last_round(view))),
		    verdict_count(view, last_round(view)->number),
		    verdict_count(view,
			view->consent->quorum ? view->consent->quorum : 1));
	case OWED_ROUND:
		return verdict_text(view, M_CONSENT_WHY_ROUND,
		    verdict_count(view, owed->which));
	case OWED_ABSENT:
		return verdict_text(view, M_CONSENT_WHY_ABSENT,
		    owed_members(view, OWED_ABSENT));
	default:
		objection = sheet_objection(view->sheet, owed->which);
		return verdict_text(view, objection_reasons[owed->duty],
		    plain(view, objection->id.text),
		    plain(view, verdict_member(view, objection->member)),
		    resolution_word(view, objection));
	}
}

/* An amendment that waits for its round says more than what it waits for. */
static const char *
amended_reason(struct view *view)
{
	const struct consent_objection *record;
	const struct objection *objection;
	const struct consent_owed *owed = view->outcome->owed;
	size_t i;

	for (i = 0; i < view->consent->objection_count; i++) {
		record = &view->consent->objections[i];
		if (!consent_stands(view->consent, record) ||
		    record->resolution != CONSENT_AMEND)
			continue;
		objection = sheet_objection(view->sheet, i);
		return arena_format(view->arena, "%s ; %s",
		    verdict_text(view, M_CONSENT_WHY_RESOLVE,
			plain(view, objection->id.text),
			plain(view, verdict_member(view, objection->member))),
		    reason_text(view, owed));
	}
	return reason_text(view, owed);
}

const char *
verdict_reason(struct view *view)
{
	switch (view->outcome->state) {
	case STATE_WITHDRAWN:
		return verdict_text(view, M_CONSENT_WHY_WITHDRAWN);
	case STATE_BLOCKED:
		return verdict_text(view, M_CONSENT_WHY_BLOCKED);
	case STATE_DEFERRED:
		if (view->outcome->owed_count == 0 ||
		    view->consent->declared == CONSENT_DEFERRED)
			return verdict_text(view, M_CONSENT_WHY_DEFERRED);
		break;
	case STATE_AMENDED:
		return amended_reason(view);
	default:
		break;
	}
	return view->outcome->owed_count > 0
	    ? reason_text(view, &view->outcome->owed[0])
	    : "";
}

const char *
verdict_line(struct view *view)
{
	const char *reason;

	if (view->outcome->adopted)
		return adopted_line(view);
	reason = plain(view, verdict_reason(view));
	return verdict_text(view,
	    view->outcome->state < STATE_ADOPTED ? M_CONSENT_NOT_YET
						 : M_CONSENT_NOT,
	    reason);
}

/* Who has not spoken yet in the reactions; the proposer speaks last. */
static const char *
silent_members(struct view *view)
{
	const struct reaction *reactions = view->sheet->reactions.at;
	size_t i, j, member, proposer = (size_t)-1;
	struct buf names = BUF_INIT;
	const char *text;
	bool spoke;

	if (!member_is(view->sheet, view->sheet->roles.proposer.text,
		&proposer))
		proposer = (size_t)-1;
	for (i = 0; i < view->consent->member_count; i++) {
		spoke = i == proposer || !view->consent->present[i];
		for (j = 0; j < view->sheet->reactions.count && !spoke; j++)
			spoke = member_is(view->sheet, reactions[j].from.text,
				    &member) &&
			    member == i;
		if (!spoke)
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    plain(view, verdict_member(view, i)));
	}
	text = arena_copy(view->arena, names.at, names.length);
	buf_free(&names);
	return text;
}

static const char *
proposer_name(struct view *view)
{
	const char *name = view->sheet->roles.proposer.text;

	return *name != '\0'
	    ? plain(view, verdict_name(view, name))
	    : uni_fold(view->arena, term_name(T_PROPOSER, view->lang));
}

/* What an objection asks of the facilitator. */
static const char *
objection_step(struct view *view, const struct consent_owed *owed)
{
	const struct objection *objection =
	    sheet_objection(view->sheet, owed->which);
	const char *id = plain(view, objection->id.text);
	const char *who = plain(view, verdict_member(view, objection->member));
	const char *argument = plain(view, objection->argument.text);

	if (owed->duty == OWED_CONFIRM)
		return verdict_text(view, M_CONSENT_DO_CONFIRM, id, who);
	if (owed->duty == OWED_FOLLOW_UP)
		return verdict_text(view, M_CONSENT_DO_FOLLOW_UP, id, who,
		    resolution_word(view, objection));
	if (*argument == '\0')
		return verdict_text(view, M_CONSENT_DO_ASK, id, who);
	return verdict_text(view,
	    owed->duty == OWED_TEST ? M_CONSENT_DO_TEST : M_CONSENT_DO_RESOLVE,
	    id, who, argument);
}

static const char *
step_text(struct view *view, const struct consent_owed *owed)
{
	const struct consent_round *last =
	    view->consent->round_count > 0 ? last_round(view) : NULL;
	const char *round = verdict_count(view, last ? last->number : 1);

	switch (owed->duty) {
	case OWED_DRIVER:
		return verdict_text(view, M_CONSENT_DO_DRIVER);
	case OWED_PROPOSAL:
		return verdict_text(view, M_CONSENT_DO_PROPOSAL);
	case OWED_CLARIFY:
		return verdict_text(view, M_CONSENT_DO_CLARIFY,
		    proposer_name(view));
	case OWED_REACT:
		return verdict_text(view, M_CONSENT_DO_REACT,
		    silent_members(view));
	case OWED_HEAR:
		return verdict_text(view, M_CONSENT_DO_HEAR,
		    owed_members(view, OWED_HEAR), round,
		    verdict_count(view, last->version));
	case OWED_ROUND:
		return verdict_text(view, M_CONSENT_DO_ROUND,
		    verdict_count(view, owed->which),
		    verdict_count(view, last ? last->number + 1 : 1));
	case OWED_QUORUM:
		return verdict_text(view, M_CONSENT_DO_QUORUM,
		    verdict_count(view, verdict_heard(view->consent, last)),
		    round,
		    verdict_count(view,
			view->consent->quorum ? view->consent->quorum : 1));
	case OWED_ABSENT:
		return verdict_text(view, M_CONSENT_DO_ABSENT,
		    owed_members(view, OWED_ABSENT), round);
	default:
		return objection_step(view, owed);
	}
}

/* What an adopted proposal still lacks in its follow-up. */
static void
write_missing(struct view *view)
{
	const struct follow_up *follow_up = &view->sheet->follow_up;
	const struct consent_rules *rules =
	    &consent_rules[view->sheet->ruleset];
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
			    uni_fold(view->arena,
				term_name(wanted[i].key, view->lang)));
	if (names.length > 0)
		report_item(view->report, "",
		    verdict_text(view, M_CONSENT_DO_WRITE,
			arena_string(view->arena, names.at)));
	buf_free(&names);
}

/* One step for each duty; those that name members come once. */
void
verdict_next(struct view *view)
{
	const struct consent_outcome *outcome = view->outcome;
	const struct consent_owed *owed = outcome->owed;
	size_t i;

	report_section(view->report, T_NEXT);
	if (outcome->adopted) {
		report_item(view->report, "",
		    verdict_text(view, M_CONSENT_DO_CELEBRATE,
			verdict_count(view, outcome->version)));
		write_missing(view);
		return;
	}
	if (outcome->state == STATE_WITHDRAWN ||
	    outcome->state == STATE_BLOCKED || outcome->owed_count == 0)
		report_item(view->report, "",
		    verdict_text(view, M_CONSENT_DO_CLOSED,
			plain(view, verdict_reason(view))));
	for (i = 0;
	     i < outcome->owed_count && outcome->state != STATE_WITHDRAWN; i++)
		if (i == 0 || owed[i].duty != owed[i - 1].duty ||
		    (owed[i].duty != OWED_HEAR && owed[i].duty != OWED_ABSENT))
			report_item(view->report, "",
			    step_text(view, &owed[i]));
}
