/*
 * retex-report: learn from an event what to keep and what to change
 *
 * The after-action review of the United States Army (TC 25-20, 1993), in the
 * five questions that French local authorities ask of an event.
 */
#include <string.h>

#include "retex.h"

#define MOMENT_ROWS(main_key)                                                  \
	ROW(moment, date, .key = T_DATE, .flags = BIND_WHEN),                  \
	    ROW(moment, time, .key = T_TIME,                                   \
		.flags = BIND_LABEL | BIND_PERSON | BIND_ALIKE),               \
	    ROW(moment, text, .key = (main_key),                               \
		.flags = BIND_MAIN | BIND_REQUIRED)

static const struct bind_row fact_rows[] = { MOMENT_ROWS(T_FACT),
	{ BIND_END } };
static const struct bind_row response_rows[] = { MOMENT_ROWS(T_RESPONSE),
	ROW(moment, who, .key = T_ACTION_WHO, .flags = BIND_WHO),
	{ BIND_END } };

static const struct bind_row point_rows[] = {
	ROW(point, text, .key = T_TEXT, .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row assessment_rows[] = {
	ROW_ITEMS(assessment, plus, point, .key = T_WENT_WELL,
	    .flags = BIND_PARTED),
	ROW_ITEMS(assessment, minus, point, .key = T_WENT_WRONG,
	    .flags = BIND_PARTED),
	ROW_ITEMS(assessment, remarks, point, .key = T_REMARK,
	    .flags = BIND_MAIN),
	{ BIND_END },
};

static const struct bind_row cause_rows[] = {
	ROW(point, text, .key = T_CAUSE, .flags = BIND_MAIN | BIND_REQUIRED),
	{ BIND_END },
};

static const struct bind_row criterion_rows[] = {
	ROW(criterion, text, .key = T_CRITERION,
	    .flags = BIND_MAIN | BIND_REQUIRED),
	ROW(criterion, threshold, .key = T_THRESHOLD),
	ROW(criterion, review, .key = T_REVIEW, .flags = BIND_WHEN),
	{ BIND_END },
};

static const struct bind_row lesson_rows[] = {
	ROW(lesson, text, .key = T_LESSON, .flags = BIND_MAIN,
	    .instead = T_ACTION),
	ROW(lesson, action.what, .key = T_ACTION),
	ROW(lesson, action.who, .key = T_OWNER, .flags = BIND_WHO),
	ROW(lesson, action.when, .key = T_DUE, .flags = BIND_WHEN),
	ROW(lesson, action.state, .key = T_STATE, .tallied = T_BY_STATE,
	    .tally_head = T_STATE, .tally_none = T_TO_DO),
	{ BIND_END },
};

static const struct bind_row rows[] = {
	ROW(retex, event, .key = T_EVENT, .example = T_EXAMPLE_EVENT),
	ROW_AS(BIND_PROSE, retex, planned, .key = T_PLANNED,
	    .example = T_EXAMPLE_PLANNED, .sheet = T_SHEET_PLANNED),
	ROW_AS(BIND_LIST, retex, facts, .rows = fact_rows,
	    .size = sizeof(struct moment), .key = T_FACTS,
	    .flags = BIND_REQUIRED, .example = T_EXAMPLE_FACTS,
	    .sheet = T_SHEET_FACTS),
	ROW_AS(BIND_LIST, retex, responses, .rows = response_rows,
	    .size = sizeof(struct moment), .key = T_RESPONSES,
	    .example = T_EXAMPLE_RESPONSES, .sheet = T_SHEET_RESPONSES),
	ROW_AS(BIND_MAP, retex, assessment, .key = T_ASSESSMENT,
	    .rows = assessment_rows, .example = T_EXAMPLE_ASSESSMENT,
	    .sheet = T_SHEET_ASSESSMENT),
	ROW_AS(BIND_LIST, retex, causes, .rows = cause_rows,
	    .size = sizeof(struct point), .key = T_CAUSES,
	    .example = T_EXAMPLE_TEXTS, .sheet = T_SHEET_LIST),
	ROW_AS(BIND_PROSE, retex, protocol, .key = T_PROTOCOL,
	    .example = T_EXAMPLE_PROTOCOL, .sheet = T_SHEET_PROTOCOL),
	ROW_ITEMS(retex, criteria, criterion, .key = T_CRITERIA,
	    .example = T_EXAMPLE_CRITERIA, .sheet = T_SHEET_CRITERIA),
	ROW_ITEMS(retex, lessons, lesson, .key = T_LESSONS,
	    .flags = BIND_WANTED, .example = T_EXAMPLE_LESSONS,
	    .sheet = T_SHEET_LESSONS),
	ROW_ITEMS(retex, actions, action, .key = T_ACTIONS),
	{ BIND_END },
};

static const struct bind_tool tool = { T_RETEX, T_SUMMARY_RETEX, rows };

/* Whether a team looks back on its work, and not on one event. */
static bool
is_retrospective(const struct retex *retex)
{
	return retex->assessment.plus.count + retex->assessment.minus.count > 0;
}

/* Lessons without an action; none where actions stand apart from lessons, which
 * then need not have one each. */
static void
find_idle(struct method *method, const struct bind_list *lessons)
{
	BIND_EACH(const struct lesson, lesson, lessons)
		if (*lesson->text.text == '\0' &&
		    *lesson->action.what.text != '\0')
			return;
	BIND_EACH(const struct lesson, lesson, lessons)
		if (*lesson->action.what.text == '\0')
			method_find_of(method, &lesson->text, M_LACKS,
			    method_word(method, T_ACTION));
}

static void
find(struct method *method, const struct retex *retex)
{
	const struct bind_list *minus = &retex->assessment.minus;

	if (*retex->event.text == '\0' && *method->bind->title.text == '\0')
		method_find(method,
		    retex->event.pos.file != NULL ? retex->event.pos
						  : retex->facts.pos,
		    M_LACKING, method_word(method, T_EVENT));
	if (retex->facts.count == 0 && !is_retrospective(retex))
		method_find(method, retex->facts.pos, M_LACKING,
		    method_word(method, T_FACTS));
	timeline_find(method, retex);
	if (retex->assessment.plus.count == 0)
		method_find(method,
		    minus->given ? minus->pos : retex->facts.pos,
		    M_RETEX_NOTHING_GOOD);
	if (minus->count > 0 && retex->causes.count == 0)
		method_find(method, minus->pos, M_RETEX_NO_CAUSE);
	blame_find(method, &retex->causes);
	find_idle(method, &retex->lessons);
	if (*retex->protocol.text != '\0' && retex->criteria.count == 0)
		method_find(method, retex->protocol.pos, M_RETEX_NO_CRITERIA);
}

/* What stood beside actions, and what their heading said more, to the lessons:
 * the section Actions is found anew where a report is read again. */
static void
move_beside(struct method *method)
{
	struct bind_list *list = &method->bind->beside;
	struct bind_beside beside;
	size_t count = list->count, i;

	BIND_EACH(struct bind_struck, struck, &method->bind->struck)
		if (struck->term == T_ACTIONS)
			struck->term = T_LESSONS;
	for (i = 0; i < count; i++) {
		beside = ((struct bind_beside *)list->at)[i];
		if (beside.term != T_ACTIONS)
			continue;
		((struct bind_beside *)list->at)[i].term = T_LESSONS;
		beside.term = T_LESSONS;
		beside.remark =
		    term_gloss(method->arena, beside.section->key, T_ACTIONS);
		if (*beside.remark != '\0')
			bind_add(method->bind, list, beside);
	}
}

/* A lesson that is an action on one line, with a box or with who does it; and
 * actions that stand under a heading of their own, with no lesson beside them.
 */
static void
read_lessons(struct method *method, struct retex *retex)
{
	struct action action;
	struct dict known = { .arena = method->arena };

	bind_known_people(method->bind, &known);
	BIND_EACH(struct lesson, lesson, &retex->lessons) {
		if (*lesson->action.what.text != '\0')
			continue;
		action = lesson->action;
		action.what = lesson->text;
		action_read(method->arena, &action, method->lang);
		action_part(method->arena, &known, &action);
		if (action.what.text == lesson->text.text ||
		    (*action.who.text == '\0' &&
			strncmp(lesson->text.text, "\\[", 2) != 0))
			continue;
		*lesson = (struct lesson){ { "" }, action };
	}
	BIND_EACH(struct action, own, &retex->actions) {
		action = *own;
		action_read(method->arena, &action, method->lang);
		action_part(method->arena, &known, &action);
		action.what.more = NULL;
		bind_add(method->bind, &retex->lessons,
		    (struct lesson){ { .text = "", .more = own->what.more },
			action });
	}
	move_beside(method);
}

static void
render_actions(struct method *method, const struct bind_list *lessons)
{
	struct bind_list actions = method_actions_of(method, T_ACTION,
	    lesson_rows, sizeof(struct lesson), lessons);

	action_check(method->arena, method->lang, &actions, &method->today,
	    &method->findings);
	method_actions(method, &actions);
}

static void
render(struct method *method, const struct retex *retex)
{
	method_pairs(method);
	method_section(method, T_PLANNED);
	method_section(method, T_FACTS);
	method_section(method, T_RESPONSES);
	timeline_render(method, retex);
	method_section(method, T_ASSESSMENT);
	method_section(method, T_CAUSES);
	method_section(method, T_PROTOCOL);
	method_section(method, T_CRITERIA);
	method_section(method, T_LESSONS);
	method_tallies(method, T_LESSONS);
	render_actions(method, &retex->lessons);
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct retex retex = { 0 };
	const struct opt opts[] = { OPT_ANONYMOUS(&method.anonymous),
		OPT_TASKS(&method.tasks), OPT_TODAY(&method.today),
		OPT_ROWS_END };

	method_open(&method, argc, argv, &tool, opts, &retex);
	read_lessons(&method, &retex);
	timeline_place(&method, &retex);
	if (method_ready(&method)) {
		find(&method, &retex);
		render(&method, &retex);
	}
	return method_close(&method, false);
}
