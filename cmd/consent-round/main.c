/*
 * consent-round: decide by consent, round after round
 */
#include <string.h>

#include "base/arena.h"
#include "sheet.h"

#define TEXT(term, type, member, flags)                                        \
	{                                                                      \
		BIND_TEXT, term, offsetof(struct type, member), flags          \
	}

static const struct bind_row role_rows[] = {
	TEXT(T_PROPOSER, roles, proposer, 0),
	TEXT(T_ROUND_FACILITATOR, roles, facilitator, 0),
	TEXT(T_FACILITATOR, roles, facilitator, 0),
	TEXT(T_SECRETARY, roles, secretary, 0),
	{ BIND_END },
};

static const struct bind_row driver_rows[] = {
	TEXT(T_SITUATION, driver, situation, BIND_MAIN),
	TEXT(T_EFFECT, driver, effect, 0),
	TEXT(T_REQUIREMENT, driver, requirement, 0),
	{ BIND_YES, T_AGREED, offsetof(struct driver, agreed), BIND_DECIDES },
	{ BIND_END },
};

static const struct bind_row clarification_rows[] = {
	TEXT(T_FROM, clarification, from, BIND_LABEL | BIND_PERSON),
	TEXT(T_QUESTION, clarification, question, BIND_MAIN),
	TEXT(T_ANSWER, clarification, answer, 0),
	{ BIND_END },
};

static const struct bind_row reaction_rows[] = {
	TEXT(T_FROM, reaction, from, BIND_LABEL | BIND_PERSON),
	TEXT(T_TEXT, reaction, text, BIND_MAIN),
	{ BIND_YES, T_PASS, offsetof(struct reaction, pass), BIND_DECIDES },
	{ BIND_END },
};

static const struct bind_row amendment_rows[] = {
	TEXT(T_ID, amendment, id, BIND_LABEL),
	TEXT(T_MAKES, amendment, makes_text, 0),
	TEXT(T_FROM, amendment, origin, 0),
	TEXT(T_TEXT, amendment, text, BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row text_rows[] = {
	{ BIND_TEXT, T_TEXT, 0, BIND_MAIN },
	{ BIND_END },
};

#define TEXTS(term, member)                                                    \
	{                                                                      \
		BIND_LIST, term, offsetof(struct follow_up, member), 0,        \
		    text_rows, sizeof(struct bind_text)                        \
	}

const struct bind_row sheet_follow_rows[] = {
	TEXT(T_RESPONSIBLE, follow_up, owner, 0),
	{ BIND_DATE, T_REVIEW, offsetof(struct follow_up, review),
	    BIND_LAST_DAY },
	{ BIND_DATE, T_END, offsetof(struct follow_up, end), BIND_LAST_DAY },
	TEXTS(T_CRITERIA, criteria),
	TEXTS(T_INDICATORS, indicators),
	TEXT(T_COMMUNICATION, follow_up, communication, 0),
	{ BIND_END },
};

#define SETTING(term, member, shown)                                           \
	{                                                                      \
		BIND_TEXT, term, offsetof(struct sheet, member), BIND_SETTING, \
		    .example = (shown)                                         \
	}
#define NODES(term, member, flags, claim, shown, form)                         \
	{                                                                      \
		BIND_NODES, term, offsetof(struct sheet, member), flags, NULL, \
		    0, claim, shown, form                                      \
	}
#define LIST(term, member, rows, type, shown, form)                            \
	{                                                                      \
		BIND_LIST, term, offsetof(struct sheet, member), 0, rows,      \
		    sizeof(struct type), NULL, shown, form                     \
	}
#define MAP(term, member, rows, shown, form)                                   \
	{                                                                      \
		BIND_MAP, term, offsetof(struct sheet, member), 0, rows, 0,    \
		    NULL, shown, form                                          \
	}

static const struct bind_row rows[] = {
	{ BIND_CHOICE, T_RULESET, offsetof(struct sheet, ruleset_choice),
	    BIND_SETTING, .example = T_EXAMPLE_RULESET,
	    .choices = sheet_rulesets },
	SETTING(T_CIRCLE, circle, T_EXAMPLE_CIRCLE),
	MAP(T_ROLES, roles, role_rows, T_EXAMPLE_ROLES, T_SHEET_ROLES),
	SETTING(T_PROPOSER, roles.proposer, T_NONE),
	SETTING(T_ROUND_FACILITATOR, roles.facilitator, T_NONE),
	SETTING(T_SECRETARY, roles.secretary, T_NONE),
	SETTING(T_ABSENTEES, absentees_text, T_EXAMPLE_ABSENTEES),
	SETTING(T_QUORUM, quorum_text, T_NONE),
	NODES(T_MEMBERS, member_nodes, BIND_REQUIRED, NULL, T_EXAMPLE_MEMBERS,
	    T_SHEET_MEMBERS),
	MAP(T_DRIVER, driver, driver_rows, T_EXAMPLE_DRIVER, T_SHEET_DRIVER),
	NODES(T_PROPOSAL, proposal_nodes, BIND_WHOLE, proposal_claims,
	    T_EXAMPLE_PROPOSAL, T_SHEET_PROPOSAL),
	LIST(T_CLARIFICATIONS, clarifications, clarification_rows,
	    clarification, T_EXAMPLE_CLARIFICATIONS, T_SHEET_CLARIFICATIONS),
	LIST(T_REACTIONS, reactions, reaction_rows, reaction,
	    T_EXAMPLE_REACTIONS, T_SHEET_REACTIONS),
	NODES(T_ROUNDS, round_nodes, 0, round_claims, T_EXAMPLE_ROUNDS,
	    T_SHEET_ROUNDS),
	LIST(T_OBJECTIONS, objections, sheet_objection_rows, objection,
	    T_EXAMPLE_OBJECTIONS, T_SHEET_OBJECTIONS),
	LIST(T_AMENDMENTS, amendments, amendment_rows, amendment,
	    T_EXAMPLE_AMENDMENTS, T_SHEET_AMENDMENTS),
	MAP(T_FOLLOW_UP, follow_up, sheet_follow_rows, T_EXAMPLE_FOLLOW_UP,
	    T_SHEET_FOLLOW_UP),
	{ BIND_NODES, T_SELECTED, offsetof(struct sheet, voted),
	    .from = T_VOTE },
	{ BIND_NODES, T_SELECTED, offsetof(struct sheet, chosen),
	    .from = T_QUESTION_WALL },
	NODES(T_DECISION, decision_nodes, BIND_OWN, NULL, T_NONE, T_NONE),
	{ BIND_END },
};

static const struct bind_tool tool = { T_CONSENT, T_SUMMARY_CONSENT, rows };

static void
resolve(struct bind *bind, struct sheet *sheet, const struct options *options)
{
	sheet->bind = bind;
	member_read(sheet);
	settings_read(sheet, options);
	proposal_read(sheet);
	round_read(sheet);
	objection_read(sheet);
}

/* --next wants the tool's own lines and nothing else. */
static void
drop_others(struct bind *bind)
{
	bind->pairs.count = bind->head.count = bind->before.count = 0;
	bind->after.count = bind->kept.count = bind->beside.count = 0;
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 'r', "ruleset", &options.ruleset, T_ARG_RULESET,
		    T_HELP_RULESET },
		{ OPT_FLAG, 'n', "next", &options.next, T_NONE, T_HELP_NEXT },
		OPT_ANONYMOUS(&options.anonymous),
		OPT_TODAY(&options.today),
		OPT_ROWS_END,
	};
	struct bind *bind = bind_open(argc, argv, &tool, opts);
	struct sheet sheet = { 0 };
	struct consent consent;
	struct consent_outcome outcome;
	struct notes findings = { .arena = bind->doc->arena };
	struct notes none = { .arena = bind->doc->arena };
	struct view view = { .sheet = &sheet,
		.consent = &consent,
		.outcome = &outcome,
		.options = &options,
		.arena = bind->doc->arena };

	bind_into(bind, &sheet);
	resolve(bind, &sheet, &options);
	if (bind_is_faulty(bind))
		return bind_close(bind, STATUS_FAULT);
	consent = record_consent(&sheet);
	outcome = consent_judge(bind->doc->arena, &consent);
	finding_all(&sheet, &consent, &outcome, &findings);
	if (options.next)
		drop_others(bind);
	if (options.anonymous)
		bind_anonymous(bind);
	view.letters = bind->letters;
	view.report = report_open(bind);
	view.lang = bind->doc->lang;
	render(&view);
	return bind_close(bind,
	    report_close(view.report, options.next ? &none : &findings,
		!outcome.adopted));
}
