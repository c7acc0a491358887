/*
 * consent-round: decide by consent, round after round
 */
#include <string.h>

#include "base/arena.h"
#include "report/carry.h"
#include "sheet.h"

static const struct bind_row role_rows[] = {
	BIND_AT(BIND_TEXT, T_PROPOSER, roles, proposer, 0),
	BIND_AT(BIND_TEXT, T_ROUND_FACILITATOR, roles, facilitator, 0),
	BIND_AT(BIND_TEXT, T_FACILITATOR, roles, facilitator, 0),
	BIND_AT(BIND_TEXT, T_SECRETARY, roles, secretary, 0),
	{ BIND_END },
};

static const struct bind_row driver_rows[] = {
	BIND_AT(BIND_TEXT, T_SITUATION, driver, situation, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_EFFECT, driver, effect, 0),
	BIND_AT(BIND_TEXT, T_REQUIREMENT, driver, requirement, 0),
	BIND_AT(BIND_YES, T_AGREED, driver, agreed, BIND_DECIDES),
	{ BIND_END },
};

static const struct bind_row clarification_rows[] = {
	BIND_AT(BIND_TEXT, T_FROM, clarification, from,
	    BIND_LABEL | BIND_PERSON | BIND_WHO),
	BIND_AT(BIND_TEXT, T_QUESTION, clarification, question, BIND_MAIN),
	BIND_AT(BIND_TEXT, T_TEXT, clarification, question, 0),
	BIND_AT(BIND_TEXT, T_ANSWER, clarification, answer, 0),
	{ BIND_END },
};

static const struct bind_row reaction_rows[] = {
	BIND_AT(BIND_TEXT, T_FROM, reaction, from,
	    BIND_LABEL | BIND_PERSON | BIND_WHO),
	BIND_AT(BIND_TEXT, T_TEXT, reaction, text, BIND_MAIN),
	BIND_AT(BIND_YES, T_PASS, reaction, pass, BIND_DECIDES),
	{ BIND_END },
};

static const struct bind_row text_rows[] = {
	{ BIND_TEXT, T_TEXT, 0, BIND_MAIN },
	{ BIND_END },
};

#define TEXTS(key, member)                                                     \
	{                                                                      \
		BIND_LIST, key, offsetof(struct sheet, follow_up.member), 0,   \
		    text_rows, sizeof(struct bind_text)                        \
	}

const struct bind_row decision_rows[] = {
	ROW(BIND_TEXT, sheet, declared, .key = T_DECLARED, .flags = BIND_MAIN),
	ROW(BIND_TEXT, sheet, follow_up.owner, .key = T_RESPONSIBLE,
	    .flags = BIND_WHO),
	ROW(BIND_DATE, sheet, follow_up.review, .key = T_REVIEW,
	    .flags = BIND_LAST_DAY),
	ROW(BIND_DATE, sheet, follow_up.end, .key = T_END,
	    .flags = BIND_LAST_DAY),
	ROW(BIND_TEXT, sheet, follow_up.communication, .key = T_COMMUNICATION),
	TEXTS(T_CRITERIA, criteria),
	TEXTS(T_INDICATORS, indicators),
	{ BIND_END },
};

static const struct bind_row selected_rows[] = {
	ROW(BIND_TEXT, selected, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(BIND_TEXT, selected, texts[0], .key = T_POWERFUL),
	ROW(BIND_TEXT, selected, texts[1], .key = T_OPTIONS),
	ROW(BIND_TEXT, selected, texts[2], .key = T_TEXT, .flags = BIND_MAIN),
	ROW(BIND_TEXT, selected, texts[3], .key = T_QUESTION),
	{ BIND_END },
};

#define SETTING(key, member, shown)                                            \
	BIND_AT(BIND_TEXT, key, sheet, member, BIND_SETTING, .example = (shown))
#define SHOWN(key) .example = T_EXAMPLE_##key, .sheet = T_SHEET_##key

static const struct bind_row rows[] = {
	BIND_AT(BIND_CHOICE, T_RULESET, sheet, ruleset, BIND_SETTING,
	    .example = T_EXAMPLE_RULESET, .choices = setting_rulesets),
	SETTING(T_CIRCLE, circle, T_EXAMPLE_CIRCLE),
	BIND_AT(BIND_MAP, T_ROLES, sheet, roles, 0, .rows = role_rows,
	    SHOWN(ROLES)),
	SETTING(T_PROPOSER, roles.proposer, T_NONE),
	SETTING(T_ROUND_FACILITATOR, roles.facilitator, T_NONE),
	SETTING(T_SECRETARY, roles.secretary, T_NONE),
	SETTING(T_ABSENTEES, absentees, T_EXAMPLE_ABSENTEES),
	ROW(BIND_SHARE, sheet, quorum, .key = T_QUORUM, .flags = BIND_SETTING),
	BIND_ITEMS(T_MEMBERS, sheet, members, member, 0, SHOWN(MEMBERS)),
	BIND_AT(BIND_MAP, T_DRIVER, sheet, driver, 0, .rows = driver_rows,
	    SHOWN(DRIVER)),
	BIND_AT(BIND_NODES, T_PROPOSAL, sheet, proposals, BIND_WHOLE,
	    .claim = version_claims, SHOWN(PROPOSAL)),
	BIND_ITEMS(T_CLARIFICATIONS, sheet, clarifications, clarification, 0,
	    SHOWN(CLARIFICATIONS)),
	BIND_ITEMS(T_REACTIONS, sheet, reactions, reaction, 0,
	    SHOWN(REACTIONS)),
	BIND_AT(BIND_NODES, T_ROUNDS, sheet, rounds, 0, .claim = round_claims,
	    SHOWN(ROUNDS)),
	BIND_ITEMS(T_OBJECTIONS, sheet, objections, objection, 0,
	    SHOWN(OBJECTIONS)),
	BIND_ITEMS(T_AMENDMENTS, sheet, amendments, amendment, 0,
	    SHOWN(AMENDMENTS)),
	{ BIND_MAP, T_FOLLOW_UP, 0, .rows = follow_rows, SHOWN(FOLLOW_UP) },
	ROW_ITEMS(sheet, voted, selected, .key = T_SELECTED, .from = T_VOTE),
	ROW_ITEMS(sheet, chosen, selected, .key = T_SELECTED,
	    .from = T_QUESTION_WALL),
	BIND_AT(BIND_NODES, T_DECISION, sheet, decisions, 0),
	{ BIND_END },
};

static const struct bind_tool tool = { T_CONSENT, T_SUMMARY_CONSENT, rows };

/* Who a part of a name means; with letters, whom they all are given by. */
static void
name_whole(const struct process *process, struct bind_text *name)
{
	size_t member;

	if (!process->method->anonymous)
		return;
	if (*name->text != '\0' && member_is(process, name->text, &member))
		name->text = member_at(process, member)->name.text;
	method_person(process->method, name->text);
}

/* Who asked, and what was answered behind an arrow: "who closes? → Ana". */
static void
settle_question(const struct process *process, struct clarification *asked)
{
	const char *text, *arrow;

	member_lead(process, &asked->from, &asked->question);
	name_whole(process, &asked->from);
	text = asked->question.text;
	arrow = strstr(text, " → ");
	if (*asked->answer.text != '\0' || arrow == NULL)
		return;
	asked->question.text =
	    arena_copy(process->arena, text, (size_t)(arrow - text));
	asked->answer.text = arrow + strlen(" → ");
}

/* Who reacted, and who let their turn go by, in the report's words. */
static void
settle_reaction(const struct process *process, struct reaction *reaction)
{
	static const enum term pass[] = { T_PASS, T_ANSWER_PASS };

	member_lead(process, &reaction->from, &reaction->text);
	name_whole(process, &reaction->from);
	if ((reaction->pass.given && reaction->pass.yes) ||
	    term_find(reaction->text.text, pass, 2, NULL) != T_NONE)
		reaction->text.text = process_word(process, T_ANSWER_PASS);
	reaction->pass = (struct bind_yes){ .typed = "" };
}

/* Everybody has a name, or a letter: the members first. */
static void
settle_names(const struct process *process)
{
	struct sheet *sheet = process->sheet;

	if (process->method->anonymous)
		BIND_EACH(struct member, member, &sheet->members)
			member->id.text = "";
	BIND_EACH(struct clarification, asked, &sheet->clarifications)
		settle_question(process, asked);
	BIND_EACH(struct reaction, reaction, &sheet->reactions)
		settle_reaction(process, reaction);
	name_whole(process, &sheet->roles.proposer);
	name_whole(process, &sheet->roles.facilitator);
	name_whole(process, &sheet->roles.secretary);
	name_whole(process, &sheet->follow_up.owner);
}

static void
resolve(struct process *process, const char *ruleset)
{
	process->bind = process->method->bind;
	process->arena = process->method->arena;
	member_read(process);
	setting_read(process, ruleset);
	version_read(process);
	round_read(process);
	objection_read(process);
	setting_settle(process);
	settle_names(process);
	process->consent.clarified = process->sheet->clarifications.count > 0;
	process->consent.reacted = process->sheet->reactions.count > 0;
}

static void
render(const struct process *process)
{
	struct method *method = process->method;

	verdict_render(process);
	method_rules(method);
	if (process->sheet->roles.proposer.more != NULL) {
		report_section(method->report, T_ROLES);
		carry_below(method->report, 0,
		    process->sheet->roles.proposer.more);
	}
	method_section(method, T_DRIVER);
	method_section(method, T_MEMBERS);
	if (process->sheet->members.count == 0) {
		report_section(method->report, T_MEMBERS);
		report_no_items(method->report, T_MEMBER_ONE);
	}
	version_render(process);
	method_section(method, T_CLARIFICATIONS);
	method_section(method, T_REACTIONS);
	round_render(process);
	method_section(method, T_OBJECTIONS);
	method_section(method, T_AMENDMENTS);
	fate_render(process, T_OBJECTION_PATHS);
	round_render_summary(process);
	version_render_changes(process);
	fate_render(process, T_CONCERNS);
	method_section(method, T_FOLLOW_UP);
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
	struct method method = { 0 };
	struct sheet sheet = { .declared.text = "" };
	struct process process = { .method = &method, .sheet = &sheet };
	const char *ruleset = NULL;
	bool next = false;
	const struct opt opts[] = {
		{ OPT_TEXT, 'r', "ruleset", &ruleset, T_ARG_RULESET,
		    T_HELP_RULESET },
		{ OPT_FLAG, 'n', "next", &next, T_NONE, T_HELP_NEXT },
		OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today),
		OPT_ROWS_END,
	};

	method_open(&method, argc, argv, &tool, opts, &sheet);
	resolve(&process, ruleset);
	if (next)
		drop_others(method.bind);
	if (method_ready(&method)) {
		process.outcome = consent_judge(method.arena, &process.consent);
		if (next) {
			method.bind->doc->findings.count = 0;
			verdict_render_next(&process);
		} else {
			finding_all(&process);
			render(&process);
		}
	}
	return method_close(&method, !process.outcome.adopted);
}
