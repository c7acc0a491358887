/*
 * ballots-import: the export of a form or a poll, as ballots
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/speak.h"

const char *const as_names[] = { "", "dots", "approval", "points", "ranks",
	"grades", NULL };

static void
check_dots(const char *dots)
{
	if (dots == NULL || strcmp(dots, "none") == 0 ||
	    strcmp(dots, "unlimited") == 0)
		return;
	if (*dots < '1' || *dots > '9' ||
	    dots[strspn(dots, "0123456789")] != '\0' || strlen(dots) > 9)
		speak_die(M_OPT_DOTS, dots);
}

static void
understand(struct options *options)
{
	static const char *const forms[] = { "markdown", "yaml", NULL };
	static const char *const answers[] = { "no", "yes", NULL };
	static const char *const numbers[] = { "dots", "ranks", NULL };

	options->yaml = opt_choice("to", options->to, forms) == 1;
	options->maybe_counts =
	    opt_choice("maybe", options->maybe, answers) == 1;
	options->as_ranks =
	    opt_choice("numbers", options->numbers, numbers) == 1;
	if (options->numbers != NULL && options->as != NULL)
		speak_die(M_OPT_EXCLUDE, "numbers", "as");
	if (options->choice != NULL && options->columns != NULL)
		speak_die(M_OPT_EXCLUDE, "choice", "options");
	check_dots(options->dots);
	csv_check_told(&options->told);
}

/* The language of the document: see ballots-import(1). */
static enum lang
language(const struct import *import)
{
	if (import->doc->lang != LANG_NONE)
		return import->doc->lang;
	if (import->votes[LANG_FR] != import->votes[LANG_EN])
		return import->votes[LANG_FR] > import->votes[LANG_EN]
		    ? LANG_FR
		    : LANG_EN;
	return speak_lang();
}

static int
run(const struct options *options, const struct opt_common *common,
    char **operands, size_t count)
{
	struct doc *doc = doc_open(T_NONE, common);
	struct import import = { .arena = doc->arena,
		.doc = doc,
		.options = options,
		.faults = &doc->faults,
		.findings = { .arena = doc->arena },
		.keys = { .arena = doc->arena },
		.spellings = { .arena = doc->arena },
		.voters = { .arena = doc->arena },
		.figures = { .arena = doc->arena },
		.letters = { .arena = doc->arena },
		.labels = { .arena = doc->arena },
		.groups = { .arena = doc->arena },
		.as = options->as == NULL
		    ? AS_UNKNOWN
		    : (enum as)(
			  opt_choice("as", options->as, as_names + 1) + 1),
		.budget = "",
		.seats = "",
		.title = "",
		.question = "" };

	option_grades(&import);
	option_known(&import);
	for (size_t i = 0; i < count || i == 0; i++)
		sheet_read(&import, count ? operands[i] : "-");
	doc->lang = language(&import);
	if (doc_is_faulty(doc))
		return doc_close(doc, STATUS_FAULT);
	check_all(&import);
	return doc_close(doc, render(&import));
}

#define TEXT(letter, name, to, argument, help)                                 \
	{                                                                      \
		OPT_TEXT, letter, name, &options.to, T_ARG_IMPORT_##argument,  \
		    T_HELP_IMPORT_##help                                       \
	}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		TEXT(0, "voter", voter, COLUMN, VOTER),
		TEXT(0, "choice", choice, COLUMN, CHOICE),
		TEXT(0, "options", columns, COLUMNS, COLUMNS),
		TEXT(0, "options-file", known, FILE, KNOWN),
		TEXT(0, "group", group, COLUMN, GROUP),
		TEXT(0, "split", split, SPLIT, SPLIT),
		TEXT(0, "maybe", maybe, MAYBE, MAYBE),
		TEXT(0, "as", as, AS, AS),
		TEXT(0, "grades", grades, GRADES, GRADES),
		TEXT(0, "numbers", numbers, NUMBERS, NUMBERS),
		TEXT('n', "dots", dots, DOTS, DOTS),
		OPT_ENCODING(&options.told.encoding),
		OPT_SEPARATOR(&options.told.separator),
		{ OPT_TEXT, 0, "to", &options.to, T_ARG_FORM, T_HELP_TO_FORM },
		OPT_ANONYMOUS(&options.anonymous),
		OPT_ROWS_END,
	};
	struct opt_common common = { 0 };
	int first = opt_read(argc, argv, T_SUMMARY_IMPORT, opts, &common);
	const char *sheet = term_name(T_IMPORT_TEMPLATE, speak_lang());

	understand(&options);
	if (common.template != FORM_UNKNOWN)
		return err_output(sheet, strlen(sheet), STATUS_OK);
	if (common.from != FORM_UNKNOWN) {
		speak_say(M_CSV_ALWAYS);
		return STATUS_FAULT;
	}
	return run(&options, &common, argv + first, (size_t)(argc - first));
}
