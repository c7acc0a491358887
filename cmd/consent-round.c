/*
 * consent-round: decide by consent, round after round
 */
#include <stdlib.h>
#include <string.h>

#include "consent/process.h"
#include "report/carry.h"
#include "text/uni.h"

struct clarification {
	struct bind_text heading, from, question, answer;
};

struct driver {
	struct bind_text situation, effect, requirement;
	struct bind_yes agreed;
};

/* What another tool selected; its text in the first column that has one. */
enum { SELECTED_TEXTS = 4 };

struct selected {
	struct bind_text id, texts[SELECTED_TEXTS];
};

struct sheet {
	struct process_sheet process;
	struct driver driver;
	struct bind_list voted, chosen; /* struct selected: by a vote, a wall */
	struct bind_list clarifications;
};

static const struct bind_row role_rows[] = {
	ROW(roles, proposer, .key = T_PROPOSER),
	ROW(roles, facilitator, .key = T_ROUND_FACILITATOR),
	ROW(roles, facilitator, .key = T_FACILITATOR),
	ROW(roles, secretary, .key = T_SECRETARY),
	{ BIND_END },
};

static const struct bind_row driver_rows[] = {
	ROW(driver, situation, .key = T_SITUATION, .flags = BIND_MAIN),
	ROW(driver, effect, .key = T_EFFECT),
	ROW(driver, requirement, .key = T_REQUIREMENT),
	ROW(driver, agreed, .key = T_AGREED, .flags = BIND_DECIDES),
	{ BIND_END },
};

static const struct bind_row clarification_rows[] = {
	ROW(clarification, heading, .flags = BIND_UNDER),
	ROW(clarification, from, .key = T_FROM,
	    .flags = BIND_LABEL | BIND_PERSON | BIND_WHO),
	ROW(clarification, question, .key = T_QUESTION, .flags = BIND_MAIN),
	ROW(clarification, question, .key = T_TEXT),
	ROW(clarification, answer, .key = T_ANSWER),
	{ BIND_END },
};

static bool
clarification_claims(const struct node *section)
{
	return whose_tells(section->key, T_CLARIFICATIONS);
}

static const struct bind_row selected_rows[] = {
	ROW(selected, id, .key = T_ID, .flags = BIND_LABEL),
	ROW(selected, texts[0], .key = T_POWERFUL),
	ROW(selected, texts[1], .key = T_OPTIONS),
	ROW(selected, texts[2], .key = T_TEXT, .flags = BIND_MAIN),
	ROW(selected, texts[3], .key = T_QUESTION),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	PROCESS_CIRCLE,
	ROW_AS(BIND_MAP, process_sheet, roles, .key = T_ROLES,
	    .rows = role_rows, PROCESS_SHOWN(ROLES)),
	PROCESS_TEXT(T_PROPOSER, roles.proposer),
	PROCESS_LEADERS,
	PROCESS_PRESENCE,
	PROCESS_MEMBERS,
	ROW_AS(BIND_MAP, sheet, driver, .key = T_DRIVER, .rows = driver_rows,
	    PROCESS_SHOWN(DRIVER)),
	PROCESS_PROPOSAL(PROCESS_SHOWN(PROPOSAL)),
	ROW_ITEMS(sheet, clarifications, clarification, .key = T_CLARIFICATIONS,
	    .claim = clarification_claims, PROCESS_SHOWN(CLARIFICATIONS)),
	PROCESS_REACTIONS(T_REACTIONS, PROCESS_SHOWN(REACTIONS)),
	PROCESS_ROUNDS,
	PROCESS_FOLLOW_UP,
	ROW_ITEMS(sheet, voted, selected, .key = T_SELECTED, .from = T_VOTE),
	ROW_ITEMS(sheet, voted, selected, .key = T_SELECTED,
	    .from = T_RANK_VOTE),
	ROW_ITEMS(sheet, chosen, selected, .key = T_SELECTED,
	    .from = T_QUESTION_WALL),
	PROCESS_DECISION,
	{ BIND_END },
};

static const struct bind_tool tool = { T_CONSENT, T_SUMMARY_CONSENT, rows };

/* Where no proposal is given: what a vote, else a wall, selected first. */
static struct bind_text
first_selected(const struct sheet *sheet)
{
	const struct selected *first =
	    sheet->voted.count > 0 ? sheet->voted.at : sheet->chosen.at;

	for (size_t i = 0; first != NULL && i < SELECTED_TEXTS; i++)
		if (*first->texts[i].text != '\0')
			return first->texts[i];
	return (struct bind_text){ .text = "" };
}

/* Who asked, and what was answered behind an arrow: "who closes? → Ana". */
static void
settle_question(const struct process *process, struct clarification *asked)
{
	const char *text, *arrow;

	whose_item(process, &asked->from, &asked->heading, T_CLARIFICATIONS);
	member_lead(process, &asked->from, &asked->question);
	process_name(process, &asked->from);
	text = asked->question.text;
	arrow = strstr(text, " → ");
	if (*asked->answer.text != '\0' || arrow == NULL)
		return;
	asked->question.text = arena_until(process->arena, text, arrow);
	asked->answer.text = arrow + strlen(" → ");
}

static void
resolve(struct process *process, struct sheet *sheet)
{
	process->sheet = &sheet->process;
	process->instead = first_selected(sheet);
	process_read(process);
	BIND_EACH(struct clarification, asked, &sheet->clarifications)
		settle_question(process, asked);
	process->consent.clarified = sheet->clarifications.count > 0;
	if (sheet->driver.agreed.given)
		process->consent.driver =
		    sheet->driver.agreed.yes ? CONSENT_AGREED : CONSENT_REFUSED;
}

/* A driver that was refused, and questions that call for a defence, beside what
 * every process finds. */
static void
find(const struct process *process, const struct sheet *sheet)
{
	struct method *method = process->method;
	const char *question, *folded;

	finding_people(process);
	BIND_EACH(const struct clarification, asked, &sheet->clarifications) {
		question = method_plain(method, asked->question.text);
		folded = uni_fold(method->arena, question);
		folded += strcspn(folded, "abcdefghijklmnopqrstuvwxyz");
		if (strncmp(folded, "pourquoi", 8) == 0 ||
		    strncmp(folded, "why", 3) == 0)
			method_find(method, asked->question.pos, M_CONSENT_WHY,
			    question);
	}
	if (process->consent.driver == CONSENT_REFUSED &&
	    process->consent.round_count > 0)
		method_find(method, sheet->driver.agreed.pos,
		    M_CONSENT_DRIVER_REFUSED);
	finding_rounds(process);
}

/* The day of the review, and where --today asks how far off it is. */
static const char *
review_text(const struct process *process)
{
	struct method *method = process->method;
	struct date review = process->sheet->follow_up.review.date;
	const char *text = method_date(method, review);
	enum term message = M_CONSENT_DAY_TODAY;
	long days;

	if (!method->today.given)
		return text;
	days = date_day(review) - date_day(method->today.date);
	if (days != 0)
		message = days > 0 ? M_CONSENT_DAYS_LEFT : M_CONSENT_DAYS_PAST;
	return arena_format(process->arena, "%s %s", text,
	    method_text(method, message,
		process_number(process, (size_t)labs(days))));
}

/* The version that is adopted, with the amendments that none holds. */
static const char *
version_text(const struct process *process)
{
	struct method *method = process->method;
	const char *number = process_number(process, process->outcome.version);
	const char *names = "";

	BIND_EACH(const struct amendment, amendment,
	    &process->sheet->amendments)
		if (amendment->version == 0)
			names = method_listed(method, names,
			    method_plain(method, amendment->id.text));
	return *names == '\0'
	    ? number
	    : method_text(method, M_CONSENT_VERSION_WITH, number, names);
}

static const char *
decision_line(const struct process *process)
{
	const struct consent_outcome *outcome = &process->outcome;
	struct method *method = process->method;
	const char *until = "";

	if (!outcome->adopted)
		return method_text(method,
		    decision_is_over(process) ? M_CONSENT_NOT
					      : M_CONSENT_NOT_YET,
		    owed_reason(process));
	if (process->sheet->follow_up.review.given)
		until = method_text(method, M_CONSENT_REVIEW_ON,
		    review_text(process));
	return method_text(method,
	    outcome->consensus ? M_CONSENT_BY_CONSENSUS : M_CONSENT_BY_CONSENT,
	    version_text(process), decision_concerns(process), until);
}

/* A pair, unless there is nothing to say. */
static void
pair(const struct process *process, enum term key, const char *text)
{
	if (*text != '\0')
		report_pair(process->method->report, key, text);
}

/* What is said of the outcome, or the steps that are owed. */
static void
verdict_render(const struct process *process)
{
	struct method *method = process->method;
	const struct follow_up *follow_up = &process->sheet->follow_up;

	decision_render(process, decision_line(process));
	if (!process->outcome.adopted)
		return;
	pair(process, T_RESPONSIBLE, follow_up->owner.text);
	pair(process, T_REVIEW,
	    bind_date_printed(process->arena, method->lang,
		&follow_up->review));
	pair(process, T_END,
	    bind_date_printed(process->arena, method->lang, &follow_up->end));
	report_part(method->report, method_word(method, T_ADOPTED_TEXT));
	BIND_EACH(const struct version, version, &process->versions)
		if (version->number == process->outcome.version)
			report_prose(method->report, version->prose);
	BIND_EACH(const struct amendment, amendment,
	    &process->sheet->amendments)
		if (amendment->version == 0)
			report_item(method->report, amendment->id.text,
			    amendment->text.text);
}

/* What an adopted proposal still lacks in its follow-up. */
static void
write_missing(const struct process *process)
{
	const struct follow_up *follow_up = &process->sheet->follow_up;
	const struct {
		bool given;
		enum term key;
	} wanted[] = {
		{ *follow_up->owner.text != '\0', T_RESPONSIBLE },
		{ follow_up->review.given, T_REVIEW },
		{ follow_up->end.given || !process->consent.rules->end, T_END },
		{ follow_up->criteria.count > 0, T_CRITERIA },
		{ *follow_up->communication.text != '\0', T_COMMUNICATION },
	};
	struct buf names = BUF_INIT;

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!wanted[i].given)
			buf_join(&names, ", ",
			    uni_fold(process->arena,
				process_word(process, wanted[i].key)));
	if (names.length > 0)
		report_item(process->method->report, "",
		    method_text(process->method, M_CONSENT_DO_WRITE,
			buf_take(&names, process->arena)));
}

/* One step for each duty. */
static void
verdict_render_next(const struct process *process)
{
	const struct consent_outcome *outcome = &process->outcome;
	struct report *report = process->method->report;

	report_section(report, T_NEXT);
	if (outcome->adopted) {
		report_item(report, "",
		    method_text(process->method, M_CONSENT_DO_CELEBRATE,
			process_number(process, outcome->version)));
		write_missing(process);
		return;
	}
	if (outcome->state == T_STATE_WITHDRAWN ||
	    outcome->state == T_STATE_BLOCKED || outcome->owed_count == 0)
		report_item(report, "",
		    method_text(process->method, M_CONSENT_DO_CLOSED,
			owed_reason(process)));
	if (outcome->state == T_STATE_WITHDRAWN)
		return;
	owed_render(process);
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
	member_render(process);
	version_render(process);
	method_section(method, T_CLARIFICATIONS);
	method_section(method, T_REACTIONS);
	minute_render(process);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct sheet sheet = { .process.declared.given = false };
	struct process process = { .method = &method };
	bool next = false;
	const struct opt opts[] = {
		{ OPT_TEXT, 'r', "ruleset", &process.ruleset, T_ARG_RULESET,
		    T_HELP_RULESET },
		{ OPT_FLAG, 'n', "next", &next, T_NONE, T_HELP_NEXT },
		OPT_ANONYMOUS(&method.anonymous),
		OPT_TODAY(&method.today),
		OPT_ROWS_END,
	};

	method_open(&method, argc, argv, &tool, opts, &sheet);
	resolve(&process, &sheet);
	if (next)
		process_drop_others(&process);
	if (method_ready(&method)) {
		process_judge(&process);
		if (next) {
			verdict_render_next(&process);
		} else {
			find(&process, &sheet);
			render(&process);
		}
	}
	return method_close(&method, !process.outcome.adopted);
}
