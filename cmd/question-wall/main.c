/*
 * question-wall: number, group and choose the questions of a room
 */
#include "value/number.h"
#include "wall.h"

static const struct bind_row rows[] = {
	BIND_AT(BIND_NODES, T_QUESTIONS, sheet, questions,
	    BIND_REQUIRED | BIND_MAIN, .rows = question_rows,
	    .claim = question_claims, .example = T_EXAMPLE_QUESTIONS,
	    .sheet = T_SHEET_LIST),
	{ BIND_LIST, T_THEMES, offsetof(struct sheet, themes), 0, theme_rows,
	    sizeof(struct theme), .example = T_EXAMPLE_THEMES },
	BIND_AT(BIND_NODES, T_WALL_SELECTED, sheet, selected, 0,
	    .rows = choice_rows, .example = T_EXAMPLE_SELECTED,
	    .sheet = T_SHEET_SELECTED),
	BIND_AT(BIND_TEXT, T_SIMILARITY, sheet, similarity, BIND_SETTING),
	{ BIND_END },
};

static const struct bind_tool tool = { T_QUESTION_WALL, T_SUMMARY_WALL, rows };

/* The share of common words that makes a duplicate; the command's overrules
 * the sheet's, and is printed in its place. */
static void
read_threshold(struct wall *wall, const char *option)
{
	struct bind_text *text = &wall->sheet->similarity;

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

static void
resolve(struct wall *wall, const char *only, const char *similar)
{
	size_t i;

	read_threshold(wall, similar);
	theme_read_all(wall);
	question_read_all(wall);
	number_questions(wall);
	choice_read_all(wall, only);
	theme_count(wall);
	for (i = 0; i < wall->questions.count; i++)
		method_person(wall->method, question_at(wall, i)->author.text);
}

int
main(int argc, char **argv)
{
	struct method method = { .arrange = question_arrange };
	struct sheet sheet = { 0 };
	struct wall wall = { .method = &method, .sheet = &sheet };
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

	method_open(&method, argc, argv, &tool, opts, &sheet);
	resolve(&wall, only, similar);
	if (method_ready(&method)) {
		finding_all(&wall);
		question_render_all(&wall, group);
		theme_render_all(&wall);
		choice_render_all(&wall);
		method_rules(&method);
	}
	return method_close(&method, false);
}
