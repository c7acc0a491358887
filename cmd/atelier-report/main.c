/*
 * atelier-report: the report of a workshop, and the proceedings of many
 */
#include "proceedings.h"

static enum contents
contents_of(const char *argument)
{
	static const char *const kinds[] = { "list", "none", "gitlab", "gitea",
		"wikijs", "links", NULL };
	size_t kind = opt_choice("contents", argument, kinds);

	return kind == 5 ? CONTENTS_GITLAB : (enum contents)kind;
}

/* One sheet, under the subject. */
static int
report_sheet(struct method *method, struct bind *bind, bool listed)
{
	struct sheet sheet = { .harvest.listed = listed };

	method_bind(method, bind, &sheet);
	sheet_read(method, &sheet);
	if (method_ready(method)) {
		sheet_find(method, &sheet);
		sheet_render(method, &sheet);
	}
	return method_close(method, false);
}

int
main(int argc, char **argv)
{
	static const char *const places[] = { "last", "none", "first", NULL };
	static const char *const findings[] = { "here", "end", "none", NULL };
	static const char *const shapes[] = { "table", "lists", NULL };
	struct method method = { 0 };
	struct proceedings all = { .method = &method };
	const char *contents = NULL, *registers = NULL, *harvest = NULL,
		   *find = NULL;
	const struct opt opts[] = {
		{ OPT_TEXT, 0, "contents", &contents, T_ARG_CONTENTS,
		    T_HELP_CONTENTS },
		{ OPT_TEXT, 0, "registers", &registers, T_ARG_PLACE,
		    T_HELP_REGISTERS },
		{ OPT_TEXT, 0, "findings", &find, T_ARG_FINDINGS,
		    T_HELP_FINDINGS },
		{ OPT_FLAG, 'n', "numbered", &all.numbered, T_NONE,
		    T_HELP_NUMBERED },
		OPT_ANONYMOUS(&method.anonymous),
		OPT_TASKS(&method.tasks),
		OPT_TODAY(&method.today),
		{ OPT_TEXT, 0, "harvest", &harvest, T_ARG_HARVEST,
		    T_HELP_HARVEST },
		OPT_ROWS_END,
	};
	struct bind *bind = bind_open(argc, argv, &sheet_tool, opts);

	all.contents = contents_of(contents);
	all.place = (enum place)opt_choice("registers", registers, places);
	all.findings = (enum findings)opt_choice("findings", find, findings);
	all.listed = opt_choice("harvest", harvest, shapes) == 1;
	if (!proceedings_meant(bind->doc))
		return report_sheet(&method, bind, all.listed);
	return bind_close(bind, proceedings_write(&all, bind));
}
