/*
 * atelier-data: the data of any document, for other programs
 */
#include <string.h>

#include "base/arena.h"
#include "base/dict.h"
#include "base/err.h"
#include "data.h"
#include "sheet/bind.h"
#include "source/md.h"
#include "text/uni.h"

/* A term as a program would name it: in English, "to_check". */
static const char *
data_name(struct arena *arena, enum term term)
{
	char *name = arena_string(arena, term_name(term, LANG_EN)), *at;

	for (at = name; *at != '\0'; at++) {
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 'a' - 'A');
		else if (strchr(" -/", *at) != NULL)
			*at = '_';
	}
	return name;
}

/* What a key names, in the document at hand: days with something below them
 * are not the date of a meeting. */
static enum term
term_of(const struct view *view, const struct node *node)
{
	static const enum term days[] = { T_DAYS };
	enum term term = T_NONE;

	if (*node->key == '\0')
		return T_NONE;
	if (node->first != NULL)
		term = term_find(node->key, days, 1, NULL);
	if (term == T_NONE && view->depth <= 1)
		term = term_find_common_of(view->home, node->key, doc_common,
		    DOC_COMMON);
	return term != T_NONE ? term : term_find_key_of(view->home, node->key);
}

static const char *
key_name(struct view *view, const struct node *node)
{
	enum term term = term_of(view, node);
	enum lang lang = LANG_NONE;

	if (term == T_NONE)
		return !view->options->given &&
			term_is_known(view->home, node->key)
		    ? uni_lower(view->arena, node->key)
		    : node->key;
	term_find(node->key, &term, 1, &lang);
	view->votes[lang]++;
	if (view->first_vote == LANG_NONE)
		view->first_vote = lang;
	return view->options->given ? node->key : data_name(view->arena, term);
}

/* A text in normal form; as blocks, where it was typed as several. */
static const char *
value_text(struct view *view, const struct node *node)
{
	const char *prose;

	if (strchr(node->prose, '\n') == NULL)
		return md_text(view->arena, node->text);
	prose = md_prose(view->arena, node->prose);
	return arena_copy(view->arena, prose, strlen(prose) - (*prose != '\0'));
}

static struct node *
text_node(struct view *view, const struct node *node)
{
	const char *text = value_text(view, node);

	if (node->box != BOX_NONE)
		text = arena_format(view->arena, "\\[%c] %s",
		    node->box == BOX_DONE ? 'x' : ' ', text);
	return node_text(view->arena, text, node->pos);
}

/* Whether a section is prose: it has several paragraphs, or a list and one
 * beside it, and is no key but one that has prose. */
static bool
is_prose(const struct view *view, const struct node *node)
{
	static const enum term prose[] = { T_ANSWER, T_PROTOCOL, T_INACTION };
	const struct md_block *block = node->blocks;
	size_t items = 0, beside = 0;

	if (node->level == 0 ||
	    (term_of(view, node) != T_NONE &&
		term_find(node->key, prose, 3, NULL) == T_NONE) ||
	    term_find_subject(node->key) != T_NONE)
		return false;
	for (; block != NULL; block = md_next(block)) {
		items += md_use(block) == MD_ITEMS;
		beside +=
		    md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT;
	}
	return beside > 1 || (items > 0 && beside > 0);
}

static struct node *convert(struct view *view, const struct node *node,
    enum term subject);

static struct node *
find_key(struct node *map, const char *key)
{
	struct node *child;

	for (child = map->first; child != NULL; child = child->next)
		if (strcmp(child->key, key) == 0)
			return child;
	return NULL;
}

/* The list of exchanges that stands in a map, or is that of the section. */
static struct node *
exchanges_in(struct view *view, struct node *into, const struct node *section)
{
	const char *name = data_name(view->arena, T_EXCHANGES);
	struct node *exchanges = find_key(into, name);

	if (*section->key != '\0' && term_is(section->key, T_EXCHANGES))
		return into;
	if (exchanges == NULL) {
		exchanges = node_new(view->arena, NODE_LIST, section->pos);
		exchanges->key = name;
		node_append(into, exchanges);
	}
	return exchanges;
}

/* A question that heads its answer, among the exchanges of an interview. */
static void
convert_exchange(struct view *view, struct node *exchanges,
    const struct node *node)
{
	struct node *exchange = node_new(view->arena, NODE_MAP, node->pos);
	struct node *question = node_text(view->arena, node->key, node->pos);
	struct node *answer = convert(view, node, T_NONE);

	question->key = data_name(view->arena, T_QUESTION);
	answer->key = data_name(view->arena, T_ANSWER);
	node_append(exchange, question);
	node_append(exchange, answer);
	node_append(exchanges, exchange);
}

static bool
is_question(const struct view *view, const struct node *node)
{
	size_t n = term_base_length(node->key);

	return view->home == T_INTERVIEW && node->level > 0 && n > 0 &&
	    node->key[n - 1] == '?';
}

/* What stands beside the list of a key at the top, or under the title of a document, as a
 * text of its own: "decisions_paragraphs", "paragraphs". */
static void
convert_beside(struct view *view, struct node *into, const struct node *node)
{
	const struct md_block *block = node->blocks;
	struct buf text = BUF_INIT;
	struct node *beside;
	const char *prose;

	for (; block != NULL; block = md_next(block))
		if (md_use(block) == MD_BESIDE)
			md_write_block(&text, block);
	prose = md_prose(view->arena, buf_take(&text, view->arena));
	if (*prose == '\0')
		return;
	beside = node_text(view->arena,
	    arena_copy(view->arena, prose, strlen(prose) - 1), node->pos);
	beside->key = *node->key == '\0'
	    ? "paragraphs"
	    : arena_format(view->arena, "%s_paragraphs", key_name(view, node));
	node_append(into, beside);
}

/* The children of a node, without what a tool computed in its subject. */
static void
convert_children(struct view *view, struct node *into, const struct node *node,
    enum term subject)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next) {
		if (is_question(view, child))
			convert_exchange(view, exchanges_in(view, into, node),
			    child);
		else if (view->options->all || *child->key == '\0' ||
		    term_find_computed(child->level > 0 ? view->subject
							: subject,
			child->key) == T_NONE)
			node_append(into,
			    convert(view, child,
				child->level > 0 ? term_find_subject(child->key)
						 : T_NONE));
		else
			continue;
		if (view->depth == 1 && child->level > 0 &&
		    child->first != NULL &&
		    term_find_subject(child->key) == T_NONE &&
		    !is_prose(view, child) && !is_question(view, child))
			convert_beside(view, into, child);
	}
	if (view->depth == 1)
		convert_beside(view, into, node);
}

/* The tool that a document, or a section in it, is of. */
static enum term
home_of(struct view *view, const struct node *node)
{
	const char **keys =
	    arena_array(view->arena, node->count + 1, sizeof(*keys));
	const struct node *child;
	size_t count = 0;

	for (child = node->first; child != NULL; child = child->next)
		if (*child->key != '\0')
			keys[count++] = child->key;
	return term_home(keys, count);
}

/* A node as data: its text, where it has children too, is their "text". */
static struct node *
convert(struct view *view, const struct node *node, enum term subject)
{
	enum term home = view->home, within = view->subject;
	struct node *data, *own;
	const char *prose;

	if (is_prose(view, node)) {
		prose = md_section_prose(view->arena, node, false);
		data = node_text(view->arena,
		    arena_copy(view->arena, prose,
			strlen(prose) - (*prose != '\0')),
		    node->pos);
	} else if (node->first == NULL && node->kind == NODE_TEXT) {
		data = text_node(view, node);
	} else {
		data = node_new(view->arena, node->kind, node->pos);
		if (*node->text != '\0' || node->box != BOX_NONE) {
			own = text_node(view, node);
			own->key = data_name(view->arena, T_TEXT);
			node_append(data, own);
		}
		if (subject != T_NONE)
			view->home = view->subject = subject;
		view->depth++;
		convert_children(view, data, node, subject);
		view->depth--;
		view->home = home;
		view->subject = within;
		data->kind = data->first != NULL && node_is_map(data)
		    ? NODE_MAP
		    : node->kind;
		if (data->kind == NODE_MAP && !node_is_map(data))
			data->kind = NODE_LIST;
	}
	data->key = key_name(view, node);
	data->level = node->level;
	return data;
}

/* What two documents say under one key: lists join, a first text stands. */
static void unite(struct view *view, struct node *into, struct node *from);

static void
unite_pair(struct view *view, struct node *into, struct dict *keys,
    struct node *pair)
{
	struct dict_entry *entry = dict_enter(keys, pair->key);
	struct node *before = entry->value, *item;

	if (before == NULL || *pair->key == '\0') {
		entry->value = pair;
		node_append(into, pair);
	} else if (before->kind == NODE_MAP && pair->kind == NODE_MAP) {
		unite(view, before, pair);
	} else if (before->first != NULL && pair->first != NULL) {
		while ((item = node_take(pair)) != NULL)
			node_append(before, item);
		before->kind = NODE_LIST;
	}
}

static void
unite(struct view *view, struct node *into, struct node *from)
{
	struct node *child;
	struct dict keys;

	dict_init(&keys, view->arena);
	for (child = into->first; child != NULL; child = child->next)
		dict_enter(&keys, child->key)->value = child;
	while ((child = node_take(from)) != NULL)
		unite_pair(view, into, &keys, child);
}

static enum lang
language(const struct view *view, const struct doc *doc)
{
	if (doc->options.lang != LANG_NONE)
		return doc->options.lang;
	if (view->votes[LANG_FR] != view->votes[LANG_EN])
		return view->votes[LANG_FR] > view->votes[LANG_EN] ? LANG_FR
								   : LANG_EN;
	return view->first_vote ? view->first_vote : term_locale();
}

/* All documents as one tree, their language in front. */
static struct node *
gather(struct view *view, const struct doc *doc)
{
	struct node *data = node_new(view->arena, NODE_MAP,
			(struct pos){ NULL, 0, 0 }),
		    *first, *lang;
	const char *name = data_name(view->arena, T_LANGUAGE);
	size_t i;

	for (i = 0; i < doc->part_count; i++) {
		view->home = home_of(view, doc->parts[i].root);
		first = convert(view, doc->parts[i].root, T_NONE);
		if (first->kind == NODE_LIST && doc->part_count == 1)
			return first;
		unite(view, data, first);
	}
	if (find_key(data, name) == NULL) {
		lang = node_text(view->arena,
		    language(view, doc) == LANG_FR ? "fr" : "en", data->pos);
		lang->key = name;
		lang->next = data->first;
		data->first = lang;
		data->count++;
	}
	return data;
}

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
	doc = doc_open(T_NONE, &common);
	doc->keys = (struct doc_terms){ keys, term_all_keys(keys) };
	doc_read(doc, argv + first, (size_t)(argc - first));
	view.arena = doc->arena;
	if (doc_is_faulty(doc))
		return doc_close(doc, STATUS_FAULT);
	if (common.check)
		return doc_close(doc, STATUS_OK);
	return doc_close(doc, data_write(&view, gather(&view, doc)));
}
