/*
 * atelier-data: the data of any document, for other programs
 */
#include <string.h>

#include "bind.h"
#include "data.h"
#include "doc.h"
#include "err.h"
#include "opt.h"
#include "term.h"

static const struct bind_row no_rows[] = { { BIND_END } };
static const struct bind_tool tool = { T_NONE, T_SUMMARY_DATA, no_rows };

static bool
choose(const char *option, const char *text, const char *usual,
    const char *other)
{
	if (text == NULL || strcmp(text, usual) == 0)
		return false;
	if (strcmp(text, other) != 0)
		err_die("--%s: '%s' is neither %s nor %s", option, text, usual,
		    other);
	return true;
}

int
main(int argc, char **argv)
{
	struct options options = { 0 };
	const struct opt opts[] = {
		{ OPT_TEXT, 0, "to", &options.to, T_ARG_TO, T_HELP_TO },
		{ OPT_TEXT, 0, "path", &options.path, T_ARG_PATH, T_HELP_PATH },
		{ OPT_TEXT, 0, "keys", &options.keys, T_ARG_KEYS, T_HELP_KEYS },
		{ OPT_FLAG, 0, "all", &options.all, T_NONE, T_HELP_ALL },
		{ OPT_END, 0, NULL, NULL, T_NONE, T_NONE },
	};
	struct opt_common common = { 0 };
	int first = opt_read(argc, argv, T_SUMMARY_DATA, opts, &common);
	enum term keys[T_COUNT];
	struct view view = { .options = &options };
	struct doc *doc;

	options.yaml = choose("to", options.to, "json", "yaml");
	options.given = choose("keys", options.keys, "english", "given");
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
