/*
 * render: the report of a decision by consent.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet.h"
#include "source/md.h"

static const char *
word(const struct view *view, enum term term)
{
	return term_name(term, view->lang);
}

static const char *
date_of(const struct view *view, const struct bind_date *date)
{
	return bind_date_printed(view->arena, view->lang, date);
}

/* A pair, unless there is nothing to say. */
static void
pair(const struct view *view, enum term key, const char *text)
{
	if (*text != '\0')
		report_pair(view->report, key, text);
}

/* The declaration in the report's language, where it is one plain word. */
static const char *
declared_text(const struct view *view)
{
	const char *text = view->sheet->declared.text;
	enum term term;

	if (!view->sheet->declared.given)
		return "";
	term = term_find(text, sheet_decisions, 5, NULL);
	return term != T_NONE ? word(view, term) : text;
}

/* Those absent from the last round, by name. */
static const char *
absent_names(struct view *view)
{
	const struct consent *consent = view->consent;
	struct buf names = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < consent->member_count; i++)
		if (consent_is_absent(consent,
			&consent->rounds[consent->round_count - 1], i))
			buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
			    md_plain(view->arena, verdict_member(view, i)));
	text = arena_copy(view->arena, names.at, names.length);
	buf_free(&names);
	return text;
}

static void
render_decision(struct view *view)
{
	const struct sheet *sheet = view->sheet;
	size_t i;

	report_section(view->report, T_DECISION);
	report_paragraph(view->report, verdict_line(view));
	if (view->outcome->adopted && sheet->absentees == CONSENT_DELAY &&
	    *absent_names(view) != '\0')
		report_paragraph(view->report,
		    verdict_text(view, M_CONSENT_WITHIN, absent_names(view),
			sheet->delay));
	report_pair(view->report, T_STATE,
	    word(view, verdict_state(view->outcome->state)));
	pair(view, T_DECLARED, declared_text(view));
	if (!view->outcome->adopted)
		return;
	pair(view, T_RESPONSIBLE,
	    verdict_name(view, sheet->follow_up.owner.text));
	pair(view, T_REVIEW, date_of(view, &sheet->follow_up.review));
	pair(view, T_END, date_of(view, &sheet->follow_up.end));
	report_part(view->report, word(view, T_ADOPTED_TEXT));
	for (i = 0; i < sheet->versions.count; i++)
		if (sheet_version(sheet, i)->number == view->outcome->version)
			report_prose(view->report,
			    sheet_version(sheet, i)->prose);
}

static const char *
absentees_text(const struct view *view)
{
	static const enum term words[] = { T_NONE, T_ABSENT_PRESUMED,
		T_ABSENT_DELAY, T_ABSENT_SUSPENDED, T_ABSENT_NO_EFFECT };

	if (view->sheet->absentees == CONSENT_NO_POLICY)
		return "";
	if (view->sheet->absentees == CONSENT_DELAY)
		return arena_format(view->arena, "%s %s %s",
		    word(view, T_ABSENT_DELAY), view->sheet->delay,
		    word(view, T_HOURS));
	return word(view, words[view->sheet->absentees]);
}

static void
render_rules(struct view *view)
{
	const struct sheet *sheet = view->sheet;
	const char *ruleset = word(view, sheet_rulesets[sheet->ruleset]);

	report_section(view->report, T_RULES);
	if (!sheet->ruleset_choice.given)
		ruleset = arena_format(view->arena, "%s %s", ruleset,
		    word(view, T_BY_DEFAULT));
	report_pair(view->report, T_RULESET, ruleset);
	pair(view, T_CIRCLE, sheet->circle.text);
	pair(view, T_PROPOSER, verdict_name(view, sheet->roles.proposer.text));
	pair(view, T_ROUND_FACILITATOR,
	    verdict_name(view, sheet->roles.facilitator.text));
	pair(view, T_SECRETARY,
	    verdict_name(view, sheet->roles.secretary.text));
	pair(view, T_ABSENTEES, absentees_text(view));
	pair(view, T_QUORUM, sheet->quorum_text.text);
}

static void
render_driver(struct view *view)
{
	const struct driver *driver = &view->sheet->driver;

	if (*driver->situation.text == '\0' && *driver->effect.text == '\0' &&
	    *driver->requirement.text == '\0' && !driver->agreed.given)
		return;
	report_section(view->report, T_DRIVER);
	pair(view, T_SITUATION, driver->situation.text);
	pair(view, T_EFFECT, driver->effect.text);
	pair(view, T_REQUIREMENT, driver->requirement.text);
	if (driver->agreed.given)
		report_pair(view->report, T_AGREED,
		    word(view, driver->agreed.yes ? T_YES : T_NO));
}

static void
render_members(struct view *view)
{
	const struct sheet *sheet = view->sheet;
	bool ids = sheet->ids.count > 0 && !view->options->anonymous;
	size_t i;

	report_section(view->report, T_MEMBERS);
	if (sheet->members.count == 0)
		return;
	report_table(view->report, 2U + ids);
	if (ids)
		report_cell(view->report, word(view, T_ID));
	report_cell(view->report, word(view, T_MEMBER_ONE));
	report_cell(view->report, word(view, T_PRESENCE));
	for (i = 0; i < sheet->members.count; i++) {
		if (ids)
			report_cell(view->report,
			    sheet_member(sheet, i)->id.text);
		report_cell(view->report, verdict_member(view, i));
		report_cell(view->report,
		    word(view, sheet_member(sheet, i)->presence));
	}
}

static void
render_proposal(struct view *view)
{
	const struct sheet *sheet = view->sheet;
	const struct version *version;
	size_t i;

	report_section(view->report, T_PROPOSAL);
	for (i = 0; i < sheet->versions.count; i++) {
		version = sheet_version(sheet, i);
		if (sheet->versions.count > 1 || version->number > 1)
			report_part(view->report,
			    arena_format(view->arena, "%s %zu",
				word(view, T_VERSION_ONE), version->number));
		report_prose(view->report, version->prose);
	}
}

static void
render_clarifications(struct view *view)
{
	const struct clarification *all = view->sheet->clarifications.at;
	size_t i;

	if (view->sheet->clarifications.count == 0)
		return;
	report_section(view->report, T_CLARIFICATIONS);
	report_table(view->report, 3);
	report_cell(view->report, word(view, T_FROM));
	report_cell(view->report, word(view, T_QUESTION));
	report_cell(view->report, word(view, T_ANSWER));
	for (i = 0; i < view->sheet->clarifications.count; i++) {
		report_cell(view->report,
		    verdict_person(view, all[i].from.text));
		report_cell(view->report, all[i].question.text);
		report_cell(view->report, all[i].answer.text);
	}
}

/* Whether somebody let their turn go by. */
static bool
is_pass(const struct reaction *reaction)
{
	static const enum term pass[] = { T_PASS, T_ANSWER_PASS };

	return (reaction->pass.given && reaction->pass.yes) ||
	    term_find(reaction->text.text, pass, 2, NULL) != T_NONE;
}

static void
render_reactions(struct view *view)
{
	const struct reaction *all = view->sheet->reactions.at;
	size_t i;

	if (view->sheet->reactions.count == 0)
		return;
	report_section(view->report, T_REACTIONS);
	report_table(view->report, 2);
	report_cell(view->report, word(view, T_FROM));
	report_cell(view->report, word(view, T_TEXT));
	for (i = 0; i < view->sheet->reactions.count; i++) {
		report_cell(view->report,
		    verdict_person(view, all[i].from.text));
		report_cell(view->report,
		    is_pass(&all[i]) ? word(view, T_ANSWER_PASS)
				     : all[i].text.text);
	}
}

static void
render_concerns(struct view *view)
{
	const struct objection *objection;
	size_t i;

	if (view->outcome->concerns == 0)
		return;
	report_section(view->report, T_CONCERNS);
	for (i = 0; i < view->sheet->objections.count; i++) {
		objection = sheet_objection(view->sheet, i);
		if (!consent_is_concern(view->consent,
			&view->consent->objections[i]))
			continue;
		report_item(view->report, "",
		    arena_format(view->arena, "**%s** (%s)%s %s",
			md_words(view->arena, objection->id.text),
			verdict_member(view, objection->member),
			word(view, T_KEY_COLON), objection->argument.text));
	}
}

static void
render_list(struct view *view, enum term heading, const struct bind_list *list)
{
	const struct bind_text *texts = list->at;
	size_t i;

	if (list->count == 0)
		return;
	report_part(view->report, word(view, heading));
	for (i = 0; i < list->count; i++)
		report_item(view->report, "", texts[i].text);
}

static void
render_follow_up(struct view *view)
{
	const struct follow_up *follow_up = &view->sheet->follow_up;
	const char *review = date_of(view, &follow_up->review);
	const char *end = date_of(view, &follow_up->end);

	if (*follow_up->owner.text == '\0' && *review == '\0' && *end == '\0' &&
	    *follow_up->communication.text == '\0' &&
	    follow_up->criteria.count + follow_up->indicators.count == 0)
		return;
	report_section(view->report, T_FOLLOW_UP);
	pair(view, T_RESPONSIBLE, verdict_name(view, follow_up->owner.text));
	pair(view, T_REVIEW, review);
	pair(view, T_END, end);
	pair(view, T_COMMUNICATION, follow_up->communication.text);
	render_list(view, T_CRITERIA, &follow_up->criteria);
	render_list(view, T_INDICATORS, &follow_up->indicators);
}

/* The members' letters come first, so that a report of a report keeps them. */
static void
give_letters(struct view *view)
{
	size_t i;

	for (i = 0; i < view->sheet->members.count; i++)
		verdict_member(view, i);
}

void
render(struct view *view)
{
	give_letters(view);
	if (view->options->next) {
		next_render(view);
		return;
	}
	render_decision(view);
	render_rules(view);
	render_driver(view);
	render_members(view);
	render_proposal(view);
	render_clarifications(view);
	render_reactions(view);
	trail_rounds(view);
	trail_objections(view);
	trail_summary(view);
	change_render(view);
	render_concerns(view);
	render_follow_up(view);
}
