/*
 * write: data as JSON or YAML, or one value of it.
 */
#include <stdlib.h>
#include <string.h>

#include "data.h"

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

static void
put_json(struct buf *out, const struct node *node, size_t depth)
{
	bool map = node->kind == NODE_MAP, named;

	if (node->kind == NODE_TEXT) {
		put_string(out, node->text);
		return;
	}
	buf_char(out, map ? '{' : '[');
	NODE_EACH(const struct node, child, node) {
		named = map || *child->key != '\0'; /* "" is a key, too */
		buf_char(out, '\n');
		buf_repeat(out, ' ', 2 * depth + 2);
		buf_string(out, named && !map ? "{ " : "");
		if (named) {
			put_string(out, child->key);
			buf_string(out, ": ");
		}
		put_json(out, child, depth + 1);
		buf_string(out, named && !map ? " }" : "");
		buf_string(out, child->next != NULL ? "," : "");
	}
	if (node->first != NULL) {
		buf_char(out, '\n');
		buf_repeat(out, ' ', 2 * depth);
	}
	buf_char(out, map ? '}' : ']');
}

/* Whether a step names a child: by its key, or by the label that it holds. */
static bool
is_step(const struct node *child, const char *step)
{
	enum term term = term_find_key(step), id = T_ID;
	const struct node *label = child->first;

	while (label != NULL && !term_is(label->key, id))
		label = label->next;
	if (label != NULL && strcmp(label->text, step) == 0)
		return true;
	if (*child->key == '\0')
		return false;
	return term_same(child->key, step) ||
	    (term != T_NONE && term_is(child->key, term));
}

/* The child that a step of a path names: by key, or by its place from 1. */
static const struct node *
find_step(const struct node *node, const char *step)
{
	const struct node *child;
	size_t place = strspn(step, "0123456789") == strlen(step)
	    ? strtoul(step, NULL, 10)
	    : 0;

	for (child = node->first; child != NULL; child = child->next)
		if (is_step(child, step))
			return child;
	for (child = node->first; child != NULL && place > 0;
	     child = child->next)
		if (--place == 0)
			return child;
	return NULL;
}

/* The same, or inside a subject at the top. */
static const struct node *
find_first(const struct node *data, const char *step)
{
	const struct node *found = find_step(data, step), *child;

	for (child = data->first; child != NULL && found == NULL;
	     child = child->next)
		if (term_find_subject(child->key) != T_NONE)
			found = find_step(child, step);
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
			data = first ? find_first(data, step)
				     : find_step(data, step);
		first = first && n == 0;
	}
	return data;
}

static void
put_data(struct buf *out, const struct view *view, const struct node *data)
{
	if (view->options->yaml) {
		yml_write(out, data);
		return;
	}
	put_json(out, data, 0);
	buf_char(out, '\n');
}

/* A text, or the texts of a list, each on a line; anything else as data. */
static void
put_value(struct buf *out, const struct view *view, const struct node *node)
{
	const struct node *child = node->first;

	if (node->kind == NODE_MAP && node->count == 1) { /* an item's text */
		put_value(out, view, child);
		return;
	}
	while (child != NULL && child->kind == NODE_TEXT && *child->key == '\0')
		child = child->next;
	if (child != NULL) {
		put_data(out, view, node);
		return;
	}
	if (node->kind == NODE_TEXT)
		buf_format(out, "%s\n", md_plain(view->arena, node->text));
	for (child = node->first; child != NULL; child = child->next)
		put_value(out, view, child);
}

int
data_write(const struct view *view, const struct node *data)
{
	struct buf out = BUF_INIT;
	int status = STATUS_OK;

	if (view->options->path != NULL)
		data = find_path(view, data, view->options->path);
	if (data == NULL)
		status = STATUS_NO;
	else if (view->options->path != NULL)
		put_value(&out, view, data);
	else
		put_data(&out, view, data);
	status = err_output(out.at, out.length, status);
	buf_free(&out);
	return status;
}
