/*
 * question-wall: number, group and choose the questions of a room
 */
#include "value/number.h"
#include "wall.h"

static const struct bind_row rows[] = {
	ROW_ITEMS(wall, questions, question, .key = T_QUESTIONS,
	    .flags = BIND_REQUIRED | BIND_MAIN | BIND_LINES | BIND_ASKS,
	    .is_item = question_asks, .leads = mark_leads,
	    .example = T_EXAMPLE_QUESTIONS, .sheet = T_SHEET_LIST),
	ROW_ITEMS(wall, themes, theme, .key = T_THEMES,
	    .example = T_EXAMPLE_THEMES),
	ROW_ITEMS(wall, selected, entry, .key = T_WALL_SELECTED,
	    .flags = BIND_LINES | BIND_ASKS, .leads = mark_leads,
	    .example = T_EXAMPLE_SELECTED, .sheet = T_SHEET_SELECTED),
	ROW(wall, similarity, .key = T_SIMILARITY, .flags = BIND_SETTING),
	{ BIND_END },
};

static const struct bind_tool tool = { T_QUESTION_WALL, T_SUMMARY_WALL, rows };

/* The share of common words that makes a duplicate; the command's overrules
 * the sheet's, and is printed in its place. */
static void
read_threshold(struct wall *wall, const char *option)
{
	struct bind_text *text = &wall->similarity;

	if (option != NULL)
		*text = (struct bind_text){ .text = option, .given = true };
	wall->threshold = WALL_SIMILAR;
	if ((*text->text != '\0' || option != NULL) &&
	    (!number_read(text->text, &wall->threshold) ||
		wall->threshold <= 0 || wall->threshold > 1000))
		bind_fault(wall->method->bind, text->pos, M_WALL_NO_SHARE,
		    text->text);
	text->given = *text->text != '\0';
	text->text = method_number(wall->method, wall->threshold);
}

/* Numbers that few cards lack, and how many findings of one kind are told one
 * by one. */
enum { FEW_GAPS = 10, FEW_ALIKE = 3 };

static const char *
plain_of(const struct wall *wall, const struct bind_text *text)
{
	return method_plain(wall->method, text->text);
}

/* Numbers without a question, where they are few: one was lost, or misread. */
static void
find_gaps(const struct wall *wall)
{
	struct method *method = wall->method;
	const struct question *behind = NULL;
	size_t number = SIZE_MAX, missing = 0;
	const char *names = "";

	BIND_EACH(const struct question, question, &wall->questions) {
		for (; number < question->number && missing <= FEW_GAPS;
		     number++, missing++) {
			behind = question;
			names = method_listed(method, names,
			    arena_format(method->arena, "%zu", number));
		}
		number = question->number + 1;
	}
	if (missing > 0 && missing <= FEW_GAPS &&
	    3 * missing <= wall->questions.count)
		method_find(method, behind->text.pos, M_WALL_GAP, names);
}

/* Whether the sheet itself says that one of two repeats the other. */
static bool
is_known(const struct question *a, const struct question *b)
{
	return a->duplicate == b || b->duplicate == a ||
	    (a->duplicate != NULL && a->duplicate == b->duplicate);
}

static void
find_alike(const struct wall *wall, const struct question *question)
{
	struct method *method = wall->method;
	const struct question *other;
	struct match found[ALIKE_MOST];
	size_t i, count;

	count = alike_find(wall->alike, plain_of(wall, &question->text),
	    (size_t)(question - question_at(wall, 0)), (size_t)wall->threshold,
	    found);
	for (i = 0; i < count; i++) {
		other = question_at(wall, found[i].index);
		if (!is_known(question, other))
			method_find(method, question->text.pos, M_WALL_SIMILAR,
			    other->label.text, question->label.text,
			    method_number(method,
				number_divide(
				    100 * (int64_t)found[i].similarity, 1, 0)));
	}
}

/* A question that says itself that it repeats another, which it does not name
 * by its number: the one most like it, unless that is found already. */
static void
find_idem(const struct wall *wall, const struct question *question)
{
	struct method *method = wall->method;
	const char *plain = plain_of(wall, &question->text);
	struct match found[ALIKE_MOST];
	size_t i = 0, count;

	if (question->duplicate != NULL || !mark_is_idem(method->arena, plain))
		return;
	count = alike_find(wall->alike, plain, wall->questions.count, 1, found);
	while (i < count && question_at(wall, found[i].index) == question)
		i++;
	if (i == count)
		method_find(method, question->text.pos, M_WALL_IDEM,
		    question->label.text, plain);
	else if (found[i].similarity < (size_t)wall->threshold)
		method_find(method, question->text.pos, M_WALL_IDEM_NEAR,
		    question->label.text, plain,
		    question_at(wall, found[i].index)->label.text);
}

static void
find_duplicate(const struct wall *wall, const struct question *question)
{
	const struct question *duplicate = question->duplicate;

	find_idem(wall, question);
	if (duplicate != NULL && question->chosen)
		method_find(wall->method, question->repeats.pos,
		    M_WALL_DUPLICATE_CHOSEN, question->label.text,
		    duplicate->label.text);
	if (duplicate != NULL && duplicate->duplicate != NULL)
		method_find(wall->method, question->repeats.pos, M_WALL_CHAIN,
		    question->label.text, duplicate->label.text);
}

static void
find_powerful(const struct wall *wall, const struct question *question)
{
	struct method *method = wall->method;
	const char *name = question->label.text;
	const char *powerful = plain_of(wall, &question->powerful);
	struct pos pos = question->powerful.pos.file != NULL
	    ? question->powerful.pos
	    : question->text.pos;

	if (*powerful == '\0' && question->chosen)
		method_find(method, question->text.pos, M_WALL_NO_POWERFUL,
		    name);
	else if (*powerful != '\0' &&
	    term_same(powerful, plain_of(wall, &question->text)))
		method_find(method, pos, M_WALL_NOT_REWORDED, name);
	else if (*powerful != '\0')
		wording_check(&method->findings,
		    method_text(method, T_WALL_POWERFUL, name), powerful, pos);
}

static void
find_question(const struct wall *wall, const struct question *question)
{
	struct method *method = wall->method;
	const char *name = question->label.text;

	wording_check(&method->findings, name, plain_of(wall, &question->text),
	    question->text.pos);
	find_duplicate(wall, question);
	if (question->chosen && question->burning.text != question->text.text)
		method_find(method, question->text.pos, M_WALL_REWORDED, name,
		    plain_of(wall, &question->burning));
	find_powerful(wall, question);
}

/*
 * finding.c: likely duplicates, and what else to look at.
 */
static void
finding_all(const struct wall *wall)
{
	struct method *method = wall->method;

	if (wall->questions.count == 0)
		method_find(method, method->bind->doc->parts[0].root->pos,
		    M_WALL_EMPTY);
	find_gaps(wall);
	BIND_EACH(const struct question, question, &wall->questions)
		find_alike(wall, question);
	BIND_EACH(const struct question, question, &wall->questions)
		find_question(wall, question);
	method_gather(method, FEW_ALIKE, M_WALL_NO_MARK, M_WALL_NO_MARK_MANY);
	method_gather(method, FEW_ALIKE, M_WALL_CLOSED, M_WALL_CLOSED_MANY);
	method_gather(method, FEW_ALIKE, M_WALL_WHY, M_WALL_WHY_MANY);
	method_gather(method, FEW_ALIKE, M_WALL_NO_POWERFUL,
	    M_WALL_NO_POWERFUL_MANY);
	BIND_EACH(const struct theme, theme, &wall->themes)
		if (theme->count.thousandths == 0)
			method_find(method, theme->text.pos, M_WALL_EMPTY_THEME,
			    plain_of(wall, &theme->text));
}

int
main(int argc, char **argv)
{
	struct method method = { 0 };
	struct wall wall = { .method = &method };
	const char *only = NULL, *similar = NULL;
	bool group = false;
	const struct opt opts[] = {
		{ OPT_TEXT, 's', "select", &only, T_ARG_NUMBERS,
		    T_HELP_SELECT },
		{ OPT_FLAG, 'g', "group", &group, T_NONE, T_HELP_GROUP },
		{ OPT_TEXT, 0, "similar", &similar, T_ARG_SHARE,
		    T_HELP_SIMILAR },
		OPT_ANONYMOUS(&method.anonymous),
		OPT_ROWS_END,
	};

	method_open(&method, argc, argv, &tool, opts, &wall);
	read_threshold(&wall, similar);
	question_read_all(&wall);
	theme_read_all(&wall);
	number_questions(&wall);
	choice_read_all(&wall, only);
	theme_count(&wall);
	if (method_ready(&method)) {
		finding_all(&wall);
		question_render_all(&wall, group);
		method_table(&method, T_THEMES, theme_rows,
		    sizeof(struct theme), &wall.themes);
		choice_render_all(&wall);
		method_rules(&method);
	}
	return method_close(&method, false);
}
