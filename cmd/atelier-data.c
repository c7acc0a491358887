/*
 * atelier-data: the data of any document, for other programs
 */
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "bind.h"
#include "buf.h"
#include "doc.h"
#include "err.h"
#include "md.h"
#include "opt.h"
#include "term.h"
#include "uni.h"
#include "yml.h"

struct options {
	const char *to, *path, *keys;
	bool yaml, given, all;
};

/* What the conversion of a document needs. */
struct view {
	const struct options *options;
	struct arena *arena;
	size_t votes[3]; /* keys met, by language */
	enum lang first_vote;
};

static const struct bind_row no_rows[] = { { BIND_END } };
static const struct bind_tool tool = { T_NONE, T_SUMMARY_DATA, no_rows };

/* A term as a program would name it: in English, "to_check". */
static const char *
program_name(struct arena *arena, enum term term)
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

static const char *
key_name(struct view *view, const struct node *node)
{
	enum term term =
	    *node->key ? term_find_key(node->key) : T_NONE;
	enum lang lang = LANG_NONE;

	if (term == T_NONE)
		return node->key;
	term_find(node->key, &term, 1, &lang);
	view->votes[lang]++;
	if (view->first_vote == LANG_NONE)
		view->first_vote = lang;
	return view->options->given ? node->key
				    : program_name(view->arena, term);
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

static struct node *convert(
    struct view *view, const struct node *node, enum term subject);

/* The children of a node, without what a tool computed in its subject. */
static void
convert_children(struct view *view, struct node *into, const struct node *node,
    enum term subject)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next)
		if (view->options->all || *child->key == '\0' ||
		    term_find_computed(subject, child->key) == T_NONE)
			node_append(into,
			    convert(view, child,
				child->level > 0
				    ? term_find_subject(child->key)
				    : T_NONE));
}

/* A node as data: its text, where it has children too, is their "text". */
static struct node *
convert(struct view *view, const struct node *node, enum term subject)
{
	struct node *data, *own;

	if (node->first == NULL && node->kind == NODE_TEXT) {
		data = text_node(view, node);
	} else {
		data = node_new(view->arena, node->kind, node->pos);
		if (*node->text != '\0' || node->box != BOX_NONE) {
			own = text_node(view, node);
			own->key = program_name(view->arena, T_TEXT);
			node_append(data, own);
		}
		convert_children(view, data, node, subject);
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

static struct node *
find_key(struct node *map, const char *key)
{
	struct node *child;

	for (child = map->first; child != NULL; child = child->next)
		if (strcmp(child->key, key) == 0)
			return child;
	return NULL;
}

static void
move_children(struct node *into, struct node *from)
{
	struct node *child, *next;

	for (child = from->first; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		node_append(into, child);
	}
}

/* What two documents say under one key: lists join, a first text stands. */
static void unite(struct node *into, struct node *from);

static void
unite_pair(struct node *into, struct node *pair)
{
	struct node *before = *pair->key ? find_key(into, pair->key) : NULL;

	if (before == NULL)
		node_append(into, pair);
	else if (before->kind == NODE_MAP && pair->kind == NODE_MAP)
		unite(before, pair);
	else if (before->first != NULL && pair->first != NULL) {
		move_children(before, pair);
		before->kind = NODE_LIST;
	}
}

static void
unite(struct node *into, struct node *from)
{
	struct node *child, *next;

	for (child = from->first; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		unite_pair(into, child);
	}
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

/* All documents as one, their language in front. */
static struct node *
gather(struct view *view, const struct doc *doc)
{
	struct node *data = node_new(view->arena, NODE_MAP,
			(struct pos){ NULL, 0, 0 }),
		    *first, *lang;
	const char *name = program_name(view->arena, T_LANGUAGE);
	size_t i;

	for (i = 0; i < doc->part_count; i++) {
		first = convert(view, doc->parts[i].root, T_NONE);
		if (first->kind == NODE_LIST && doc->part_count == 1)
			return first;
		unite(data, first);
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

static void
put_string(struct buf *out, const char *text)
{
	buf_char(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buf_format(out, "\\%c", *text);
		else if (*text == '\n')
			buf_string(out, "\\n");
		else if ((unsigned char)*text < 0x20)
			buf_format(out, "\\u%04x", (unsigned)*text);
		else
			buf_char(out, *text);
	}
	buf_char(out, '"');
}

static void put_json(struct buf *out, const struct node *node, size_t depth);

static void
put_child(struct buf *out, const struct node *child, bool map, size_t depth)
{
	bool wrapped = !map && *child->key != '\0';

	buf_char(out, '\n');
	buf_repeat(out, ' ', 2 * depth);
	buf_string(out, wrapped ? "{ " : "");
	if (*child->key != '\0') {
		put_string(out, child->key);
		buf_string(out, ": ");
	}
	put_json(out, child, depth);
	buf_string(out, wrapped ? " }" : "");
	buf_string(out, child->next ? "," : "");
}

static void
put_json(struct buf *out, const struct node *node, size_t depth)
{
	bool map = node->kind == NODE_MAP;
	const struct node *child;

	if (node->kind == NODE_TEXT) {
		put_string(out, node->text);
		return;
	}
	buf_char(out, map ? '{' : '[');
	for (child = node->first; child != NULL; child = child->next)
		put_child(out, child, map, depth + 1);
	if (node->first != NULL) {
		buf_char(out, '\n');
		buf_repeat(out, ' ', 2 * depth);
	}
	buf_char(out, map ? '}' : ']');
}

/* Whether a step names a child: by its key, or by the label that it holds. */
static bool
is_step(const struct view *view, const struct node *child, const char *step)
{
	enum term term = term_find_key(step), id = T_ID;
	const struct node *label = child->first;

	while (label != NULL && term_find(label->key, &id, 1, NULL) == T_NONE)
		label = label->next;
	if (label != NULL && strcmp(label->text, step) == 0)
		return true;
	if (*child->key == '\0')
		return false;
	return term_same(child->key, step) ||
	    (term != T_NONE &&
		term_same(child->key, program_name(view->arena, term)));
}

/* The child that a step of a path names: by key, or by its place from 1. */
static const struct node *
find_step(const struct view *view, const struct node *node, const char *step)
{
	const struct node *child;
	size_t place = strspn(step, "0123456789") == strlen(step)
	    ? strtoul(step, NULL, 10)
	    : 0;

	for (child = node->first; child != NULL; child = child->next)
		if (is_step(view, child, step))
			return child;
	for (child = node->first; child != NULL && place > 0;
	     child = child->next)
		if (--place == 0)
			return child;
	return NULL;
}

/* The same, or inside a subject at the top. */
static const struct node *
find_first(const struct view *view, const struct node *data, const char *step)
{
	const struct node *found = find_step(view, data, step), *child;

	for (child = data->first; child != NULL && found == NULL;
	     child = child->next)
		if (term_find_subject(child->key) != T_NONE)
			found = find_step(view, child, step);
	return found;
}

static const struct node *
find_path(const struct view *view, const struct node *data, const char *path)
{
	const char *step;
	size_t n;
	bool first = true;

	for (; *path != '\0' && data != NULL; path += n + (path[n] == '/')) {
		n = strcspn(path, "/");
		step = arena_copy(view->arena, path, n);
		if (n > 0)
			data = first ? find_first(view, data, step)
				     : find_step(view, data, step);
		first = first && n == 0;
	}
	return data;
}

/* A text, or the texts of a list, each on a line; anything else as data. */
static void
put_value(struct buf *out, const struct view *view, const struct node *node)
{
	const struct node *child = node->first;

	while (child != NULL && child->kind == NODE_TEXT && *child->key == '\0')
		child = child->next;
	if (child != NULL && view->options->yaml) {
		yml_write(out, node);
		return;
	}
	if (child != NULL) {
		put_json(out, node, 0);
		buf_char(out, '\n');
		return;
	}
	if (node->kind == NODE_TEXT)
		buf_format(out, "%s\n", md_plain(view->arena, node->text));
	for (child = node->first; child != NULL; child = child->next)
		buf_format(out, "%s\n", md_plain(view->arena, child->text));
}

static int
write_data(const struct view *view, const struct node *data)
{
	struct buf out = BUF_INIT;
	int status = STATUS_OK;

	if (view->options->path != NULL) {
		data = find_path(view, data, view->options->path);
		if (data == NULL)
			status = STATUS_NO;
		else
			put_value(&out, view, data);
	} else if (view->options->yaml) {
		yml_write(&out, data);
	} else {
		put_json(&out, data, 0);
		buf_char(&out, '\n');
	}
	status = err_output(out.at, out.length, status);
	buf_free(&out);
	return status;
}

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
	return doc_close(doc, write_data(&view, gather(&view, doc)));
}
