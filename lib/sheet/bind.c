/*
 * bind: documents bound to a tool's struct, and their language.
 */
#include "sheet/bind_inner.h"

#include <string.h>

#include "text/speak.h"

void *
bind_append(struct bind *bind, struct bind_list *list, size_t size)
{
	list->at = arena_grow(bind->doc->arena, list->at, list->count, size);
	return (char *)list->at + size * list->count++;
}

struct bind_list
bind_emptied(struct bind_list *list)
{
	const struct bind_list all = *list;

	list->at = NULL;
	list->count = 0;
	return all;
}

void *
bind_put(struct bind *bind, struct bind_list *list, const void *item,
    size_t size)
{
	return memcpy(bind_append(bind, list, size), item, size);
}

void *
bind_end(const struct bind_list *list, size_t size)
{
	return list->count > 0 ? (char *)list->at + list->count * size
			       : list->at;
}

void *
bind_nth(const struct bind_list *list, size_t size, size_t place)
{
	return list->at != NULL ? (char *)list->at + place * size : NULL;
}

void
bind_append_node(struct bind *bind, struct bind_list *list,
    const struct node *node)
{
	bind_add(bind, list, node);
}

struct bind_list *
bind_nodes_of(const struct bind_found *found, const struct bind_row *row)
{
	return &found->nodes[row - found->bind->tool->rows];
}

/* Whether the body behind front matter has a title. */
static bool
has_title_behind(const struct doc *doc, size_t front)
{
	const struct node *first;
	size_t i = front + 1;

	if (i >= doc->part_count ||
	    doc->parts[i].document != doc->parts[front].document)
		return false;
	first = doc->parts[i].root->first;
	return first != NULL && first->level == 0 &&
	    strcmp(first->key, "title") == 0;
}

/* Whether a heading is the very name of a key of the tool, or its subject. */
static bool
is_name(const struct bind *bind, const char *heading)
{
	const struct bind_row *row = bind->tool->rows;
	enum term term = bind->doc->subject;

	for (;; row++) {
		if (term_same(heading, term_name(term, LANG_FR)) ||
		    term_same(heading, term_name(term, LANG_EN)))
			return true;
		if (row->kind == BIND_END)
			return false;
		term = row->key;
	}
}

/* The one heading of the first level in a document without a title, where it
 * says a key in words of its own: it is both, "# Petites économies". */
static const struct node *
find_heading_title(const struct bind *bind)
{
	const struct node *child, *found = NULL;

	for (size_t i = 0; i < bind->doc->part_count; i++) {
		child = bind->doc->parts[i].root->first;
		for (; child != NULL; child = child->next) {
			if (child->level == 0 &&
			    !(bind->doc->parts[i].markdown &&
				strcmp(child->key, "title") == 0))
				continue;
			if (found != NULL || child->level != 1 || child->line)
				return NULL;
			found = child;
		}
	}
	return found != NULL && !is_name(bind, found->key) ? found : NULL;
}

static void
find_title(struct bind_found *found)
{
	struct bind *bind = found->bind;
	const struct doc *doc = bind->doc;
	const struct node *child = find_heading_title(bind);

	if (child != NULL)
		bind->title =
		    (struct bind_text){ child->whole, child->pos, true, NULL };
	for (size_t i = 0; i < doc->part_count; i++) {
		found->document = doc->parts[i].document;
		if (doc->parts[i].front && has_title_behind(doc, i))
			continue;
		child = doc->parts[i].root->first;
		for (; child != NULL; child = child->next)
			if (!bind->title.given && child->level == 0 &&
			    *child->key != '\0' &&
			    bind_find_common(child->key) == T_TITLE)
				bind_take_pair(found, T_TITLE, child);
	}
}

/*
 * A bare list at the top of a YAML document is the tool's main list; most
 * tools have none.
 */
static bool
take_bare_list(struct bind_found *found, const struct doc_part *part)
{
	struct bind *bind = found->bind;
	const struct bind_row *row = bind_flagged(bind->tool->rows, BIND_MAIN);

	if (part->markdown || part->root->kind != NODE_LIST)
		return false;
	if (bind_is_streamed(bind, part->root)) {
		bind_take(found, bind_stream_row(bind), part->root, false);
		return true;
	}
	if (row == NULL) {
		bind_fault(bind, part->root->pos, M_NOT_A_MAP);
		bind->bare = true;
	} else {
		bind_append_node(bind, bind_nodes_of(found, row), part->root);
	}
	return true;
}

static void
walk_parts(struct bind_found *found)
{
	struct bind *bind = found->bind;
	const struct doc_part *part;

	found->nodes =
	    arena_array(bind->doc->arena, BIND_MAX_KEYS, sizeof(*found->nodes));
	for (size_t i = 0; i < bind->doc->part_count; i++)
		account_enter(bind->doc->account, bind->doc->parts[i].root);
	find_title(found);
	for (size_t i = 0; i < bind->doc->part_count; i++) {
		part = &bind->doc->parts[i];
		found->document = part->document;
		found->front = part->front;
		found->reported = false;
		found->before = bind->before.count;
		found->after = bind->after.count;
		found->kept = bind->kept.count;

		if (take_bare_list(found, part))
			continue;
		bind_take_head(found, part->root);
		bind_walk(found, part->root, part->markdown, false);
		if (part->markdown) {
			bind_take_groups(found, part->root);
			bind_take_title(found, part->root);
		}
		bind_take_said(found);
	}
	bind_vote_items(found);
	bind_language(bind);
}

/* Whether something was found for some row. */
static bool
has_any(const struct bind_found *found)
{
	const struct bind_row *row = found->bind->tool->rows;

	while (row->kind != BIND_END && bind_nodes_of(found, row)->count == 0)
		row++;
	return row->kind != BIND_END;
}

void
bind_into(struct bind *bind, void *into)
{
	struct bind_found found = { .bind = bind };
	bool any;

	walk_parts(&found);
	if (!has_any(&found))
		bind_take_headless(&found);
	any = has_any(&found);
	bind_rows(bind, bind->tool->rows, found.nodes, into);
	bind_tell_missing(bind, found.nodes, !any, into);
	bind_tell_near(bind, found.nodes);
	bind_tell_pairs(bind);
	if (!any)
		bind_tell_nothing(bind);
}

struct bind *
bind_preview(const struct bind *bind, const struct node *map, void *into)
{
	struct arena *arena = bind->doc->arena;
	struct doc *doc = arena_alloc(arena, sizeof(*doc));
	struct bind_found found;

	*doc = *bind->doc;
	found = (struct bind_found){ .bind = bind_document(doc, bind->tool) };
	doc->faults = doc->findings = doc->remarks =
	    (struct notes){ .arena = arena };
	doc->account = NULL;
	doc->parts =
	    arena_array(arena, doc->part_count + 1, sizeof(*doc->parts));
	for (size_t i = 0; i < doc->part_count; i++) {
		doc->parts[i] = bind->doc->parts[i];
		doc->parts[i].root =
		    node_clone(arena, bind->doc->parts[i].root);
	}
	if (map != NULL)
		doc->parts[doc->part_count++] =
		    (struct doc_part){ node_clone(arena, map), false,
			    doc->document_count + 1 };
	walk_parts(&found);
	bind_rows(found.bind, bind->tool->rows, found.nodes, into);
	return found.bind;
}

struct bind *
bind_document(struct doc *doc, const struct bind_tool *tool)
{
	struct bind *bind = arena_alloc(doc->arena, sizeof(*bind));

	bind->doc = doc;
	bind->tool = tool;
	bind->title.text = "";
	return bind;
}

static void
add_key(struct doc *doc, struct doc_terms *keys, enum term key)
{
	if (key == T_NONE)
		return;
	ARENA_ADD(doc->arena, keys->at, keys->count) = key;
}

/* Whether a key is that of one value, which the tool also looks at itself. */
static bool
is_value(const struct bind_row *rows, enum term key)
{
	while (rows->kind != BIND_END &&
	    (rows->key != key ||
		(rows->kind != BIND_TEXT && bind_value_size(rows->kind) == 0)))
		rows++;
	return rows->kind != BIND_END;
}

/*
 * The keys of all that a tool takes: its own, of its lists, of the sections that
 * stand within others, of all pairs; outer is the row that the rows are of, or
 * NULL.
 */
static void
find_keys(struct doc *doc, const struct bind_row *outer,
    const struct bind_row *rows)
{
	const struct bind_row *all = rows;
	bool sections = outer != NULL &&
	    (outer->kind == BIND_MAP || outer->kind == BIND_NODES);

	for (; rows->kind != BIND_END; rows++) {
		add_key(doc, &doc->pairs, rows->key);
		if (outer == NULL)
			add_key(doc, &doc->keys, rows->key);
		if (sections)
			add_key(doc, &doc->inner, rows->key);
		if ((rows->kind == BIND_LIST || rows->kind == BIND_NODES) &&
		    (outer == NULL || outer->kind == BIND_MAP) &&
		    !is_value(all, rows->key))
			add_key(doc, &doc->lists, rows->key);
		if (outer == NULL
			? rows->kind == BIND_LIST && bind_holds_lists(all, rows)
			: (outer->kind == BIND_NODES && outer->claim != NULL) ||
			    (outer->kind == BIND_LIST &&
				(rows->flags & BIND_UNDER) != 0))
			add_key(doc, &doc->columns, rows->key);
		if (rows->rows != NULL && (rows->flags & BIND_BELOW) == 0)
			find_keys(doc, rows, rows->rows);
	}
}

bool
bind_claims_heading(const struct bind_row *row, const char *heading)
{
	struct node section = { .kind = NODE_TEXT,
		.level = 2,
		.key = heading,
		.text = "",
		.whole = heading,
		.prose = "" };

	return row->claim != NULL && row->claim(&section);
}

/* Whether some row takes a section by its heading alone. */
static bool
is_claimed(const void *context, const char *heading)
{
	const struct bind *bind = context;

	BIND_ROWS(row, bind->tool->rows)
		if (bind_claims_heading(row, heading))
			return true;
	return false;
}

struct bind *
bind_open(int argc, char **argv, const struct bind_tool *tool,
    const struct opt *opts)
{
	struct opt_common options = { 0 };
	int first = opt_read(argc, argv, tool->summary, opts, &options);
	struct bind *bind;
	struct doc *doc;

	if (options.template != FORM_UNKNOWN)
		bind_template(tool, options.template, speak_lang());
	doc = doc_open(tool->subject, &options);
	doc->reader->parts = tool->parts;
	find_keys(doc, NULL, tool->rows);
	bind = bind_document(doc, tool);
	doc->claims = is_claimed;
	doc->context = bind;
	if (tool->stream != NULL)
		bind_stream_to(bind);
	doc_read(doc, argv + first, (size_t)(argc - first));
	return bind;
}

bool
bind_is_faulty(struct bind *bind)
{
	return doc_is_faulty(bind->doc);
}

int
bind_close(struct bind *bind, int status)
{
	return doc_close(bind->doc, status);
}
