/*
 * table-import: a CSV, as the table that another tool reads
 */
#include <string.h>

#include "base/arena.h"
#include "table.h"
#include "text/speak.h"

static void
understand(struct options *options, const struct opt_common *common)
{
	static const char *const forms[] = { "markdown", "yaml", NULL };

	options->yaml = opt_choice("to", options->to, forms) == 1;
	csv_check_told(&options->told);
	if (options->columns != NULL && *options->columns == '\0')
		speak_die(M_OPT_NO_COLUMN);
	if (options->yaml && common->title != NULL && options->section == NULL)
		speak_die(M_TABLE_UNTITLED);
}

static int
run(const struct options *options, const struct opt_common *common,
    char **operands, size_t count)
{
	struct doc *doc = doc_open(T_NONE, common);
	struct table table = { .arena = doc->arena,
		.doc = doc,
		.options = options,
		.faults = &doc->faults,
		.findings = { doc->arena, NULL, 0 } };

	dict_init(&table.numbers, doc->arena);
	for (size_t i = 0; i < count || i == 0; i++)
		sheet_read(&table, count ? operands[i] : "-");
	if (doc_is_faulty(doc))
		return doc_close(doc, STATUS_FAULT);
	return doc_close(doc, render(&table));
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 0, "as", &options.section, T_ARG_SECTION,
		    T_HELP_TABLE_AS },
		{ OPT_TEXT, 0, "columns", &options.columns, T_ARG_TABLE_COLUMNS,
		    T_HELP_TABLE_COLUMNS },
		OPT_ENCODING(&options.told.encoding),
		OPT_SEPARATOR(&options.told.separator),
		{ OPT_TEXT, 0, "to", &options.to, T_ARG_FORM, T_HELP_TO_FORM },
		OPT_ROWS_END,
	};
	struct opt_common common = { 0 };
	int first = opt_read(argc, argv, T_SUMMARY_TABLE, opts, &common);
	const char *sheet = term_name(T_TABLE_TEMPLATE, speak_lang());

	understand(&options, &common);
	if (common.template != FORM_UNKNOWN)
		return err_output(sheet, strlen(sheet), STATUS_OK);
	if (common.from != FORM_UNKNOWN) {
		speak_say(M_CSV_ALWAYS);
		return STATUS_FAULT;
	}
	return run(&options, &common, argv + first, (size_t)(argc - first));
}
