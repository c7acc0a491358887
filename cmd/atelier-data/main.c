/*
 * atelier-data: the data of any document, for other programs
 */
#include "base/err.h"
#include "data.h"
#include "sheet/bind.h"
#include "sheet/doc.h"
#include "sheet/opt.h"
#include "text/term.h"

static const struct bind_row no_rows[] = { { BIND_END } };
static const struct bind_tool tool = { T_NONE, T_SUMMARY_DATA, no_rows };

int
main(int argc, char **argv)
{
	static const char *const forms[] = { "json", "yaml", NULL };
	static const char *const keys_as[] = { "english", "given", NULL };
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 0, "to", &options.to, T_ARG_TO, T_HELP_TO },
		{ OPT_TEXT, 0, "path", &options.path, T_ARG_PATH, T_HELP_PATH },
		{ OPT_TEXT, 0, "keys", &options.keys, T_ARG_KEYS, T_HELP_KEYS },
		{ OPT_FLAG, 0, "all", &options.all, T_NONE, T_HELP_ALL },
		OPT_ROWS_END,
	};
	struct opt_common common = { 0 };
	int first = opt_read(argc, argv, T_SUMMARY_DATA, opts, &common);
	enum term keys[T_COUNT];
	struct view view = { .options = &options };
	struct doc *doc;

	options.yaml = opt_choice("to", options.to, forms) == 1;
	options.given = opt_choice("keys", options.keys, keys_as) == 1;
	if (common.template != FORM_UNKNOWN)
		bind_template(&tool, common.template,
		    common.lang ? common.lang : term_locale());
	doc = doc_open(T_NONE, keys, term_all_keys(keys), &common);
	doc_read(doc, argv + first, (size_t)(argc - first));
	view.arena = doc->arena;
	if (doc_is_faulty(doc))
		return doc_close(doc, STATUS_FAULT);
	if (common.check)
		return doc_close(doc, STATUS_OK);
	return doc_close(doc, data_write(&view, data_gather(&view, doc)));
}
