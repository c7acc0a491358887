/*
 * next: what the facilitator has to do now.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"
#include "text/uni.h"

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
			    md_plain(view->arena, verdict_member(view, i)));
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
	    ? md_plain(view->arena, verdict_name(view, name))
	    : uni_fold(view->arena, term_name(T_PROPOSER, view->lang));
}

/* What an objection asks of the facilitator. */
static const char *
objection_step(struct view *view, const struct consent_owed *owed)
{
	const struct objection *objection =
	    sheet_objection(view->sheet, owed->which);
	const char *id = md_plain(view->arena, objection->id.text);
	const char *who =
	    md_plain(view->arena, verdict_member(view, objection->member));
	const char *argument = md_plain(view->arena, objection->argument.text);

	if (owed->duty == OWED_CONFIRM)
		return verdict_text(view, M_CONSENT_DO_CONFIRM, id, who);
	if (owed->duty == OWED_FOLLOW_UP)
		return verdict_text(view, M_CONSENT_DO_FOLLOW_UP, id, who,
		    verdict_resolution(view, objection));
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
	    view->consent->round_count > 0 ? verdict_last(view) : NULL;
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
		    verdict_owed(view, OWED_HEAR), round,
		    verdict_count(view, last ? last->version : 0));
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
		    verdict_owed(view, OWED_ABSENT), round);
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
next_render(struct view *view)
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
			md_plain(view->arena, verdict_reason(view))));
	for (i = 0;
	     i < outcome->owed_count && outcome->state != STATE_WITHDRAWN; i++)
		if (i == 0 || owed[i].duty != owed[i - 1].duty ||
		    (owed[i].duty != OWED_HEAR && owed[i].duty != OWED_ABSENT))
			report_item(view->report, "",
			    step_text(view, &owed[i]));
}
