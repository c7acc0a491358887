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
