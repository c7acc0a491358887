/*
 * verdict: what is said of the outcome, and what is to be done next.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

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
	return name_letter(view->letters, name);
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

	if (!view->options->today.given)
		return "";
	days = date_day(view->sheet->follow_up.review.date) -
	    date_day(view->options->today.date);
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

const struct consent_round *
verdict_last(const struct view *view)
{
	return &view->consent->rounds[view->consent->round_count - 1];
}

/* The members that one duty owes, joined. */
const char *
verdict_owed(struct view *view, enum consent_duty duty)
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

const char *
verdict_resolution(const struct view *view, const struct objection *objection)
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
		    verdict_owed(view, OWED_HEAR),
		    verdict_count(view, verdict_last(view)->number));
	case OWED_QUORUM:
		return verdict_text(view, M_CONSENT_WHY_QUORUM,
		    verdict_count(view,
			verdict_heard(view->consent, verdict_last(view))),
		    verdict_count(view, verdict_last(view)->number),
		    verdict_count(view,
			view->consent->quorum ? view->consent->quorum : 1));
	case OWED_ROUND:
		return verdict_text(view, M_CONSENT_WHY_ROUND,
		    verdict_count(view, owed->which));
	case OWED_ABSENT:
		return verdict_text(view, M_CONSENT_WHY_ABSENT,
		    verdict_owed(view, OWED_ABSENT));
	default:
		objection = sheet_objection(view->sheet, owed->which);
		return verdict_text(view, objection_reasons[owed->duty],
		    plain(view, objection->id.text),
		    plain(view, verdict_member(view, objection->member)),
		    verdict_resolution(view, objection));
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
