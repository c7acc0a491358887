/*
 * question-wall: number, group and choose the questions of a room
 */
#include "value/number.h"
#include "wall.h"

#define NODES(term, member, flags, rows, claim, example, sheet)                \
	{                                                                      \
		BIND_NODES, term, offsetof(struct wall, member), flags, rows,  \
		    0, claim, example, sheet                                   \
	}

static const struct bind_row rows[] = {
	NODES(T_QUESTIONS, question_nodes, BIND_REQUIRED | BIND_MAIN,
	    question_rows, claim_section, T_EXAMPLE_QUESTIONS, T_SHEET_LIST),
	NODES(T_THEMES, theme_nodes, 0, NULL, NULL, T_EXAMPLE_THEMES, T_NONE),
	NODES(T_WALL_SELECTED, selected_nodes, 0, selected_rows, NULL,
	    T_EXAMPLE_SELECTED, T_SHEET_SELECTED),
	{ BIND_TEXT, T_SIMILARITY, offsetof(struct wall, similar_text),
	    BIND_SETTING },
	{ BIND_END },
};

static const struct bind_tool tool = { T_QUESTION_WALL, T_SUMMARY_WALL, rows };

/* The share of common words that makes a duplicate. */
static void
read_threshold(struct wall *wall, const struct options *options)
{
	const char *text =
	    options->similar ? options->similar : wall->similar_text.text;
	struct pos pos = { NULL, 0, 0 };

	wall->threshold = WALL_SIMILAR;
	wall->threshold_given = *text != '\0';
	if (options->similar == NULL)
		pos = wall->similar_text.pos;
	if (*text == '\0' && options->similar == NULL)
		return;
	if (!number_read(text, &wall->threshold) || wall->threshold <= 0 ||
	    wall->threshold > 1000)
		bind_fault(wall->bind, pos, M_WALL_NO_SHARE, text);
}

static void
resolve(struct bind *bind, struct wall *wall, const struct options *options)
{
	wall->bind = bind;
	dict_init(&wall->theme_names, bind->doc->arena);
	read_threshold(wall, options);
	read_themes(wall);
	read_questions(wall);
	number_questions(wall);
	select_questions(wall, options);
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 's', "select", &options.select, T_ARG_NUMBERS,
		    T_HELP_SELECT },
		{ OPT_FLAG, 'g', "group", &options.group, T_NONE,
		    T_HELP_GROUP },
		{ OPT_TEXT, 0, "similar", &options.similar, T_ARG_SHARE,
		    T_HELP_SIMILAR },
		OPT_ANONYMOUS(&options.anonymous),
		OPT_ROWS_END,
	};
	struct bind *bind = bind_open(argc, argv, &tool, opts);
	struct wall wall = { 0 };
	struct report *report;
	struct result result;

	bind_into(bind, &wall);
	resolve(bind, &wall, &options);
	if (bind_is_faulty(bind))
		return bind_close(bind, STATUS_FAULT);
	result = compute(&wall, bind->doc->lang);
	if (options.anonymous)
		bind_anonymous(bind);
	report = report_open(bind);
	render(report, &wall, &result, &options);
	return bind_close(bind, report_close(report, &result.findings, false));
}
