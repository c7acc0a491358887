/*
 * atelier-report: the report of a workshop, and the proceedings of many
 */
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "workshop.h"

static void
understand(struct options *options)
{
	static const char *const contents[] = { "list", "none", "gitlab",
		"gitea", "wikijs", "links", NULL };
	static const char *const places[] = { "last", "none", "first", NULL };
	static const char *const shapes[] = { "table", "lists", NULL };
	size_t kind = opt_choice("contents", options->contents, contents);

	options->contents_kind =
	    kind == 5 ? CONTENTS_GITLAB : (enum contents)kind;
	options->register_place =
	    (enum place)opt_choice("registers", options->registers, places);
	options->harvest_shape =
	    (enum shape)opt_choice("harvest", options->harvest, shapes);
}

/* One sheet, under the subject. */
static int
report_sheet(struct bind *bind, const struct options *options)
{
	struct sheet sheet = { 0 };
	struct people people;
	struct report *report;

	people_init(&people, bind);
	bind_into(bind, &sheet);
	sheet_read(bind, &sheet);
	if (bind_is_faulty(bind))
		return STATUS_FAULT;
	sheet_check(bind, &sheet, options);
	report = report_open(bind);
	if (options->anonymous) {
		people_of_bind(&people, bind);
		sheet_people(&people, &sheet);
		people_letters(&people);
		report_filter_cells(report, people_text, &people);
	}
	sheet_render(report, bind->doc->arena, bind->doc->lang, &sheet,
	    options);
	report_end(report, &sheet.findings);
	if (options->anonymous) {
		people_gather(&people, report_text(report));
		people_replace(&people, report_text(report));
		people_replace_notes(&people, &sheet.findings);
	}
	return report_write(report, &sheet.findings, false);
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 0, "contents", &options.contents, T_ARG_CONTENTS,
		    T_HELP_CONTENTS },
		{ OPT_TEXT, 0, "registers", &options.registers, T_ARG_PLACE,
		    T_HELP_REGISTERS },
		{ OPT_FLAG, 'n', "numbered", &options.numbered, T_NONE,
		    T_HELP_NUMBERED },
		OPT_ANONYMOUS(&options.anonymous),
		OPT_TASKS(&options.tasks),
		OPT_TODAY(&options.today),
		{ OPT_TEXT, 0, "harvest", &options.harvest, T_ARG_HARVEST,
		    T_HELP_HARVEST },
		OPT_ROWS_END,
	};
	struct bind *bind = bind_open(argc, argv, &sheet_tool, opts);

	understand(&options);
	return bind_close(bind,
	    proceedings_meant(bind->doc) ? proceedings_write(bind, &options)
					 : report_sheet(bind, &options));
}
