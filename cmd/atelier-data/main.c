/*
 * atelier-data: the data of any document, for other programs
 */
#include <string.h>

#include "data.h"
#include "text/speak.h"
#include "text/words.h"

/* What two documents say under one key: lists join, a first text stands. */
static void
unite(struct view *view, struct node *into, struct node *from)
{
	struct node *pair, *before, *item;
	struct dict keys;

	dict_init(&keys, view->arena);
	for (pair = into->first; pair != NULL; pair = pair->next)
		dict_enter(&keys, pair->key)->value = pair;
	while ((pair = node_take(from)) != NULL) {
		before = dict_enter(&keys, pair->key)->value;
		if (before == NULL || *pair->key == '\0') {
			dict_enter(&keys, pair->key)->value = pair;
			node_append(into, pair);
		} else if (before->kind == NODE_MAP && pair->kind == NODE_MAP) {
			unite(view, before, pair);
		} else if (before->first != NULL && pair->first != NULL) {
			while ((item = node_take(pair)) != NULL)
				node_append(before, item);
			before->kind = NODE_LIST;
		}
	}
}

/* The language that most keys are in, or the first one, or what most words are. */
static enum lang
language(const struct view *view, const struct doc *doc,
    const struct node *data)
{
	enum { MOST_NODES = 400 };
	size_t words[3] = { 0 };
	enum lang lang = doc->options.lang;

	if (lang == LANG_NONE)
		lang = bind_winner(view->votes);
	if (lang == LANG_NONE)
		lang = view->first_vote;
	if (lang != LANG_NONE)
		return lang;
	bind_vote_words(view->arena, data->first, words, MOST_NODES);
	lang = bind_winner(words);
	return lang != LANG_NONE ? lang : speak_lang();
}

/* All documents as one tree, their language in front. */
static struct node *
gather(struct view *view, const struct doc *doc)
{
	struct node *data = node_new(view->arena, NODE_MAP,
			(struct pos){ NULL, 0, 0 }),
		    *first, *lang;
	const char *name = data_name(view->arena, T_LANGUAGE);
	enum term home = T_NONE;
	struct node *root;

	for (size_t i = 0; i < doc->part_count; i++) {
		root = doc->parts[i].root;
		view->markdown = doc->parts[i].markdown;
		view->home = data_home(root);
		home = home != T_NONE ? home : view->home;
		view->at = row_of_tool(view->home);
		first = data_of(view, root, T_NONE);
		if (view->at != NULL && !view->options->given)
			data_top(view, first);
		if (first->kind == NODE_LIST &&
		    !data_number_again(view, first) && doc->part_count == 1)
			return first;
		unite(view, data, first);
	}
	if (!(view->options->given && view->options->yaml) &&
	    data_find(data, name) == NULL) {
		lang = node_text(view->arena,
		    language(view, doc, data) == LANG_FR ? "fr" : "en",
		    data->pos);
		lang->key = name;
		lang->next = data->first;
		data->first = lang;
		data->count++;
	}
	return data;
}

static const struct bind_row no_rows[] = { { BIND_END } };
static const struct bind_tool tool = { T_NONE, T_SUMMARY_DATA, no_rows };

static void
add_term(struct doc *doc, struct doc_terms *terms, enum term term)
{
	ARENA_ADD(doc->arena, terms->at, terms->count) = term;
}

/* Adds the keys below a row, as bind has them of a tool's rows. */
static void
add_terms(struct doc *doc, const struct row *of)
{
	ROW_EACH(row, of) {
		add_term(doc, &doc->pairs, row->term);
		if (of->depth == 0)
			add_term(doc, &doc->keys, row->term);
		else if (of->kind == ROW_MAP || of->kind == ROW_NODES)
			add_term(doc, &doc->inner, row->term);
		if ((row->kind == ROW_LIST || row->kind == ROW_NODES) &&
		    of->kind == ROW_MAP)
			add_term(doc, &doc->lists, row->term);
		add_terms(doc, row);
	}
}

/* The tool that most keys of the first document are of. */
static enum term
find_home(const struct doc *doc)
{
	enum term home = T_NONE;

	for (size_t i = 0; i < doc->part_count && home == T_NONE; i++)
		home = data_home(doc->parts[i].root);
	return home;
}

/*
 * A pad is read by the keys of one tool: a first time by those of all, which tells
 * whose it is.
 */
static void
data_read(struct doc *doc, char *const operands[], size_t count)
{
	const struct row *of;
	enum term home;

	/* the keys of each tool that a document has at its top */
	for (of = row_tools(); of != NULL; of = row_next_tool(of))
		ROW_EACH(row, of)
			add_term(doc, &doc->keys, row->term);
	doc_read(doc, operands, count);
	home = doc->faults.count == 0 ? find_home(doc) : T_NONE;
	if (home == T_NONE)
		return;
	doc->keys.count = 0;
	doc->subject = doc->reader->subject = home;
	add_terms(doc, row_of_tool(home));
	doc_read_again(doc);
}

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
	struct cells cells = { .home = T_NONE };
	struct view view = { .options = &options, .cells = &cells };
	struct doc *doc;

	options.yaml = opt_choice("to", options.to, forms) == 1;
	options.given = options.keys != NULL
	    ? opt_choice("keys", options.keys, keys_as) == 1
	    : options.yaml;
	if (common.template != FORM_UNKNOWN)
		bind_template(&tool, common.template, speak_lang());
	doc = doc_open(T_NONE, &common);
	data_read(doc, argv + first, (size_t)(argc - first));
	view.arena = doc->arena;
	view.bind = bind_document(doc, &tool);
	if (doc_is_faulty(doc))
		return doc_close(doc, STATUS_FAULT);
	if (common.check)
		return doc_close(doc, STATUS_OK);
	return doc_close(doc, data_write(&view, gather(&view, doc)));
}
