/*
 * bind: documents walked, keys resolved, everything else set aside to pass.
 */
#include "bind_inner.h"

#include <stdint.h>
#include <string.h>

#include "arena.h"
#include "err.h"
#include "name.h"

enum { MAX_KEYS = 64 };

/* The keys that every tool takes at the top of a document. */
static const enum term common_keys[] = { T_TITLE, T_SUBTITLE, T_DATE, T_TIME,
	T_PLACE, T_ORGANISATION, T_AUTHOR, T_FACILITATOR, T_PARTICIPANTS,
	T_LANGUAGE, T_TAGS };
enum { COMMON = sizeof(common_keys) / sizeof(common_keys[0]) };

/* What was found for the rows of a tool, row by row. */
struct found {
	struct bind *bind;
	struct bind_list *nodes; /* struct node * */
	size_t document;         /* the one that is walked, from 1 */
};

void *
bind_append(struct bind *bind, struct bind_list *list, size_t size)
{
	list->at = arena_grow(bind->doc->arena, list->at, list->count, size);
	return (char *)list->at + size * list->count++;
}

static void
append_node(struct bind *bind, struct bind_list *list, struct node *node)
{
	struct node **slot = bind_append(bind, list, sizeof(*slot));

	*slot = node;
}

static size_t
keys_of(const struct bind_row *rows, enum term keys[MAX_KEYS])
{
	size_t count = 0;

	for (; rows->kind != BIND_END && count < MAX_KEYS; rows++)
		keys[count++] = rows->key;
	return count;
}

static void
vote(struct bind *bind, enum lang lang)
{
	bind->votes[lang]++;
	if (bind->first_vote == LANG_NONE)
		bind->first_vote = lang;
}

const struct bind_row *
bind_find(struct bind *bind, const struct bind_row *rows, const char *name)
{
	enum term keys[MAX_KEYS], term;
	enum lang lang = LANG_NONE;

	term = term_find(name, keys, keys_of(rows, keys), &lang);
	if (term == T_NONE)
		return NULL;
	vote(bind, lang);
	while (rows->key != term)
		rows++;
	return rows;
}

/* The row of the tool whose key a name is where it stands, or NULL. */
static const struct bind_row *
find_row(struct bind *bind, const char *name, bool in_subject)
{
	const struct bind_row *row = bind->tool->rows;
	enum lang lang = LANG_NONE;

	for (; row->kind != BIND_END; row++) {
		if (row->from != T_NONE ||
		    ((row->flags & BIND_INNER) != 0 && !in_subject) ||
		    term_find(name, &row->key, 1, &lang) == T_NONE)
			continue;
		vote(bind, lang);
		return row;
	}
	return NULL;
}

static enum term
find_common(const char *name)
{
	return term_find(name, common_keys, COMMON, NULL);
}

/* The place of a term's row, or that of the last one. */
static size_t
find_term(const struct bind_row *rows, enum term term)
{
	size_t i;

	for (i = 0; rows[i].kind != BIND_END && rows[i].key != term; i++)
		;
	return i;
}

void
bind_unknown(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	enum term keys[MAX_KEYS + COMMON];
	size_t count = keys_of(rows, keys), i;
	const char *nearest;

	for (i = 0; i < COMMON && rows == bind->tool->rows; i++)
		keys[count++] = common_keys[i];
	nearest = term_nearest(node->key, keys, count);
	if (nearest != NULL && rows == bind->tool->rows)
		bind->meant |= UINT64_C(1)
		    << find_term(rows, term_find(nearest, keys, count, NULL));
	if (nearest == NULL)
		bind_fault(bind, node->key_pos, M_UNKNOWN_KEY, node->key);
	else
		bind_fault(bind, node->key_pos, M_UNKNOWN_KEY_NEAR, node->key,
		    nearest);
}

static void walk(struct found *found, struct node *root, bool markdown,
    bool in_subject);
static void walk_child(struct found *found, struct node *child, bool markdown,
    bool in_subject);

static void
take_beside(struct bind *bind, enum term term, const struct node *section)
{
	struct bind_beside *beside =
	    bind_append(bind, &bind->beside, sizeof(*beside));

	beside->term = term;
	beside->section = section;
}

/* The same for the sections inside it, which are parts of its value. */
static void
take_beside_all(struct bind *bind, enum term term, const struct node *section)
{
	const struct node *child;

	take_beside(bind, term, section);
	for (child = section->first; child != NULL; child = child->next)
		if (child->level > 0)
			take_beside_all(bind, term, child);
}

static const struct bind_row *
find_claim(struct found *found, const struct node *section)
{
	const struct bind_row *row;

	for (row = found->bind->tool->rows; row->kind != BIND_END; row++)
		if (row->claim != NULL && row->claim(section))
			return row;
	return NULL;
}

/* Whether an item's label may be of any length. */
static bool
has_person(const struct bind_row *rows)
{
	for (; rows->kind != BIND_END; rows++)
		if ((rows->flags & BIND_PERSON) != 0)
			return true;
	return false;
}

/*
 * Whether a heading inside a taken section is no part of its value: it is
 * another key of the tool, or a list's own items stand beside it.
 */
static bool
is_foreign(struct bind *bind, const struct bind_row *row,
    const struct node *section, const struct node *child)
{
	enum term keys[MAX_KEYS];

	if (child->level == 0)
		return false;
	if (row->rows != NULL && row->kind == BIND_NODES &&
	    term_find(child->key, keys, keys_of(row->rows, keys), NULL) !=
		T_NONE)
		return false;
	if (term_find(child->key, keys, keys_of(bind->tool->rows, keys),
		NULL) != T_NONE)
		return true;
	return row->kind == BIND_LIST &&
	    (section->first->level == 0 ||
		(!bind_is_label(child->key) && !has_person(row->rows)));
}

/*
 * A table among the items of a list that another row claims, as a section of
 * its own; NULL where none does.
 */
static struct node *
claim_table(struct found *found, const struct node *row)
{
	struct arena *arena = found->bind->doc->arena;
	struct node *table = node_new(arena, NODE_LIST, row->pos);
	size_t number = row->table;

	for (; row != NULL && number > 0 && row->table == number;
	     row = row->next)
		node_append(table, node_again(arena, row));
	return number > 0 && find_claim(found, table) != NULL ? table : NULL;
}

/* Takes out of a section what is no part of its value; returns it. */
static struct node *
take_foreign(struct found *found, const struct bind_row *row,
    struct node *section)
{
	struct node *child = section->first, *next, *table;
	struct node kept = *section, foreign = *section;
	size_t claimed = 0, tried = 0;

	kept.first = kept.last = foreign.first = foreign.last = NULL;
	kept.count = 0;
	for (; child != NULL; child = next) {
		table = row->kind == BIND_LIST && child->table > tried
		    ? claim_table(found, child)
		    : NULL;
		if (child->table > tried)
			tried = child->table;
		if (table != NULL) {
			claimed = child->table;
			node_append(&foreign, table);
		}
		next = child->next;
		child->next = NULL;
		if (child->table > 0 && child->table == claimed)
			continue;
		node_append(is_foreign(found->bind, row, section, child)
			? &foreign
			: &kept,
		    child);
	}
	section->first = kept.first;
	section->last = kept.last;
	section->count = kept.count;
	return foreign.first;
}

static void
take(struct found *found, const struct bind_row *row, struct node *node,
    bool in_subject)
{
	struct bind *bind = found->bind;
	unsigned flags =
	    row->flags | (row->kind == BIND_PROSE ? BIND_WHOLE : 0U);
	unsigned alone = BIND_WHOLE | (in_subject ? BIND_OWN : 0U);
	struct node *foreign, *next;

	append_node(bind, &found->nodes[row - bind->tool->rows], node);
	node->taken = true;
	node->part = found->document;
	node->inner = in_subject;
	if (node->level == 0)
		return;
	bind->met = true;
	if ((flags & BIND_WHOLE) != 0 && in_subject)
		return; /* a report's own headings are what they seem */
	foreign = take_foreign(found, row, node);
	if (foreign != NULL && node->first == NULL)
		node->kind = NODE_TEXT;
	if ((flags & alone) == 0)
		take_beside_all(bind, row->key, node);
	for (; foreign != NULL; foreign = next) {
		next = foreign->next;
		walk_child(found, foreign, true, in_subject);
	}
}

static void
take_pair(struct bind *bind, enum term term, const struct node *node)
{
	struct bind_pair *pairs = bind->pairs.at, *pair;
	size_t i;

	if (term == T_TITLE) {
		if (!bind->title.given)
			bind->title = (struct bind_text){ bind_text(bind, node),
				node->pos, true };
		return;
	}
	for (i = 0; i < bind->pairs.count; i++)
		if (term != T_NONE ? pairs[i].term == term
				   : pairs[i].term == T_NONE &&
			    term_same(pairs[i].node->key, node->key))
			return;
	pair = bind_append(bind, &bind->pairs, sizeof(*pair));
	pair->term = term;
	pair->node = node;
}

static void
pass_section(struct found *found, struct node *section, bool in_subject)
{
	struct bind *bind = found->bind;

	append_node(bind,
	    in_subject      ? &bind->kept
		: bind->met ? &bind->after
			    : &bind->before,
	    section);
}

/* Counts a heading that is the tool's subject for the language. */
static void
vote_subject(struct bind *bind, const struct node *section)
{
	enum lang lang = LANG_NONE;

	if (term_find(section->key, &bind->doc->subject, 1, &lang) != T_NONE)
		vote(bind, lang);
}

/* Whether a section holds pairs of the tool and nothing else. */
static bool
is_all_ours(const struct bind *bind, const struct node *section)
{
	enum term keys[MAX_KEYS];
	size_t count = keys_of(bind->tool->rows, keys);
	const struct node *child;

	for (child = section->first; child != NULL; child = child->next)
		if (*child->key == '\0' ||
		    term_find(child->key, keys, count, NULL) == T_NONE)
			return false;
	return section->first != NULL;
}

/* A section that names the tool's subject, or the settings in it; those may
 * also stand outside. */
static bool
walk_subject(struct found *found, struct node *node, bool markdown,
    bool in_subject)
{
	struct bind *bind = found->bind;
	const enum term inners[] = { bind->doc->subject, T_RULES };
	enum lang lang = LANG_NONE;
	enum term inner = term_find(node->key, inners, 2, &lang);

	if (inner == T_RULES ? !in_subject && !is_all_ours(bind, node)
			     : inner == T_NONE || in_subject)
		return false;
	vote(bind, lang);
	bind->met = true;
	if (node->kind == NODE_TEXT && node->level == 0) {
		if (*node->text != '\0')
			bind_fault(bind, node->pos, M_NOT_A_MAP);
		return true;
	}
	take_beside(bind, inner, node);
	walk(found, node, markdown, true);
	return true;
}

/* What the tool computed the last time, to be computed anew. */
static bool
is_computed(struct bind *bind, const struct node *node)
{
	enum term term = term_find_computed(bind->doc->subject, node->key);
	enum lang lang = LANG_NONE;

	if (term == T_NONE)
		return false;
	term_find(node->key, &term, 1, &lang);
	vote(bind, lang);
	return true;
}

/* What the tool reads in another tool's subject, which passes. */
static void
read_foreign(struct found *found, const struct node *section)
{
	const struct bind_row *row = found->bind->tool->rows;
	enum term subject = term_find_subject(section->key);
	enum lang lang = LANG_NONE;
	struct node *child;

	term_find(section->key, &subject, 1, &lang);
	for (; row->kind != BIND_END && subject != T_NONE; row++) {
		if (row->from != subject)
			continue;
		for (child = section->first; child != NULL;
		     child = child->next) {
			if (term_find(child->key, &row->key, 1, NULL) == T_NONE)
				continue;
			child->part = found->document;
			append_node(found->bind,
			    &found->nodes[row - found->bind->tool->rows],
			    child);
			/* whose language counts where no key tells another */
			if (lang == LANG_NONE)
				term_find(child->key, &row->key, 1, &lang);
			if (found->bind->first_vote == LANG_NONE)
				found->bind->first_vote = lang;
		}
	}
}

static void
walk_child(struct found *found, struct node *child, bool markdown,
    bool in_subject)
{
	struct bind *bind = found->bind;
	const struct bind_row *row = find_row(bind, child->key, in_subject);
	enum term common;

	if (row == NULL && (row = find_claim(found, child)) != NULL)
		vote_subject(bind, child);
	if (row != NULL) {
		take(found, row, child, in_subject);
		return;
	}
	if (walk_subject(found, child, markdown, in_subject))
		return;
	if (in_subject && is_computed(bind, child))
		return;
	if (!in_subject && child->level > 0)
		read_foreign(found, child);
	common =
	    in_subject && child->level > 0 ? T_NONE : find_common(child->key);
	if (common != T_NONE) {
		take_pair(bind, common, child);
		child->taken = true;
		if (child->level > 0)
			take_beside(bind, common, child);
	} else if (child->level > 0) {
		pass_section(found, child, in_subject);
	} else if (markdown && !in_subject) {
		take_pair(bind, T_NONE, child);
	} else {
		bind_unknown(bind, bind->tool->rows, child);
	}
}

static const struct bind_row *
stream_row(const struct bind *bind)
{
	const struct bind_row *row = bind->tool->rows;

	while (row->key != bind->tool->stream->key)
		row++;
	return row;
}

/* Whether a list was handed over item by item. */
static bool
is_streamed(const struct bind *bind, const struct node *list)
{
	return bind->tool->stream != NULL && list->first == NULL &&
	    list->count > 0;
}

/* Items that stand under no heading. */
static void
walk_items(struct found *found, struct node *root, struct node *items)
{
	const struct bind_row *row = is_streamed(found->bind, items)
	    ? stream_row(found->bind)
	    : find_claim(found, items);

	if (row == NULL)
		return;
	items->part = found->document;
	append_node(found->bind, &found->nodes[row - found->bind->tool->rows],
	    items);
	root->taken = true;
	found->bind->met = true;
}

static void
walk(struct found *found, struct node *root, bool markdown, bool in_subject)
{
	struct node *child;

	for (child = root->first; child != NULL; child = child->next) {
		if (*child->key != '\0')
			walk_child(found, child, markdown, in_subject);
		else if (child->blocks != NULL)
			walk_items(found, root, child);
		else if (!markdown)
			bind_fault(found->bind, child->pos, M_NOT_A_MAP);
	}
}

/*
 * What stands under the title of a document: the report's own head, or, where
 * the report has another title, a section under that document's title.
 */
static void
take_head(struct found *found, struct node *root)
{
	struct bind *bind = found->bind;
	struct node *title = root->first, *section;

	if (root->blocks == NULL)
		return;
	if (title == NULL || title->level > 0 ||
	    strcmp(title->key, "title") != 0 || !bind->title.given ||
	    strcmp(bind_text(bind, title), bind->title.text) == 0) {
		append_node(bind, &bind->head, root);
		return;
	}
	section = node_again(bind->doc->arena, root);
	section->level = 1;
	section->whole = bind_text(bind, title);
	section->first = NULL;
	pass_section(found, section, false);
}

static const struct node *
find_below(const struct node *root, enum term key)
{
	const struct node *child, *found;

	for (child = root->first; child != NULL; child = child->next) {
		if (*child->key != '\0' &&
		    term_find(child->key, &key, 1, NULL) != T_NONE)
			return child;
		found = find_below(child, key);
		if (found != NULL)
			return found;
	}
	return NULL;
}

/* A heading that begins with a key, or one that stands too deep. */
static const struct node *
find_likely(const struct bind *bind, enum term key)
{
	const struct node *child, *found = NULL;
	const char *name;
	size_t i, n;

	for (i = 0; i < bind->doc->part_count && found == NULL; i++) {
		found = find_below(bind->doc->parts[i].root, key);
		child = bind->doc->parts[i].root->first;
		for (; child != NULL && found == NULL; child = child->next) {
			n = strcspn(child->key, " ");
			name = arena_copy(bind->doc->arena, child->key, n);
			if (n > 0 && term_find(name, &key, 1, NULL) != T_NONE)
				found = child;
		}
	}
	return found;
}

static void
fault_missing(struct bind *bind, const struct bind_row *row)
{
	const char *name = term_name(row->key,
	    bind->doc->lang ? bind->doc->lang : term_locale());
	const struct node *likely = find_likely(bind, row->key);
	struct pos pos = { NULL, 0, 0 };

	bind->lacking = true;
	if (bind->doc->part_count == 0 || bind->bare ||
	    (bind->meant >> (row - bind->tool->rows) & 1) != 0)
		return; /* another fault says it already */
	pos.file = bind->doc->parts[0].root->pos.file;
	if (likely == NULL)
		bind_fault(bind, pos, M_MISSING_KEY, name);
	else
		bind_fault(bind, pos, M_MISSING_KEY_NEAR, name, likely->key,
		    arena_format(bind->doc->arena, "%zu",
			likely->key_pos.line));
}

/* Counts the keys of items, those of a table once. */
static void
vote_items(struct bind *bind, const struct bind_row *rows,
    const struct node *node)
{
	const struct node *child;
	size_t table = 0;

	for (child = node->first; child != NULL; child = child->next) {
		if (child->table > 0 && child->table == table)
			continue;
		table = child->table;
		if (*child->key != '\0' && child->level == 0)
			bind_find(bind, rows, child->key);
		vote_items(bind, rows, child);
	}
}

static void
vote_lists(struct found *found)
{
	const struct bind_row *row = found->bind->tool->rows;
	struct node *const *nodes;
	size_t i, j;

	for (i = 0; row[i].kind != BIND_END; i++) {
		nodes = found->nodes[i].at;
		for (j = 0; j < found->nodes[i].count; j++)
			if (row[i].rows != NULL)
				vote_items(found->bind, row[i].rows, nodes[j]);
	}
}

static enum lang
given_language(struct bind *bind)
{
	static const enum term langs[] = { T_FRENCH, T_ENGLISH };
	const struct bind_pair *pairs = bind->pairs.at;
	enum term term;
	size_t i;

	for (i = 0; i < bind->pairs.count; i++) {
		if (pairs[i].term != T_LANGUAGE)
			continue;
		term = term_find(pairs[i].node->text, langs, 2, NULL);
		if (term != T_NONE)
			return term == T_FRENCH ? LANG_FR : LANG_EN;
		bind_fault(bind, pairs[i].node->pos, M_NOT_A_LANGUAGE,
		    pairs[i].node->text);
	}
	return LANG_NONE;
}

void
bind_anonymous(struct bind *bind)
{
	bind->letters = arena_alloc(bind->doc->arena, sizeof(*bind->letters));
	name_init(bind->letters, bind->doc->arena);
}

void
bind_language(struct bind *bind)
{
	enum lang given = given_language(bind);
	enum lang *lang = &bind->doc->lang;

	if (*lang == LANG_NONE)
		*lang = given;
	if (*lang == LANG_NONE && bind->votes[LANG_FR] != bind->votes[LANG_EN])
		*lang = bind->votes[LANG_FR] > bind->votes[LANG_EN] ? LANG_FR
								    : LANG_EN;
	if (*lang == LANG_NONE)
		*lang = bind->first_vote;
	if (*lang == LANG_NONE)
		*lang = term_locale();
}

static void
find_title(struct bind *bind)
{
	size_t i;
	const struct node *root, *child;

	for (i = 0; i < bind->doc->part_count; i++) {
		root = bind->doc->parts[i].root;
		for (child = root->first; child != NULL; child = child->next)
			if (child->level == 0 && *child->key != '\0' &&
			    find_common(child->key) == T_TITLE)
				take_pair(bind, T_TITLE, child);
	}
}

/*
 * A bare list at the top of a YAML document is the tool's main list; most
 * tools have none.
 */
static bool
take_bare_list(struct found *found, const struct doc_part *part)
{
	struct bind *bind = found->bind;
	const struct bind_row *row = bind->tool->rows;

	if (part->markdown || part->root->kind != NODE_LIST)
		return false;
	if (is_streamed(bind, part->root)) {
		take(found, stream_row(bind), part->root, false);
		return true;
	}
	while (row->kind != BIND_END && (row->flags & BIND_MAIN) == 0)
		row++;
	if (row->kind == BIND_END) {
		bind_fault(bind, part->root->pos, M_NOT_A_MAP);
		bind->bare = true;
	} else {
		append_node(bind, &found->nodes[row - bind->tool->rows],
		    part->root);
	}
	return true;
}

static void
walk_parts(struct found *found)
{
	struct bind *bind = found->bind;
	const struct doc_part *part;
	size_t i;

	found->nodes =
	    arena_array(bind->doc->arena, MAX_KEYS, sizeof(*found->nodes));
	find_title(bind);
	for (i = 0; i < bind->doc->part_count; i++) {
		part = &bind->doc->parts[i];
		found->document = part->document;
		if (take_bare_list(found, part))
			continue;
		take_head(found, part->root);
		walk(found, part->root, part->markdown, false);
	}
	vote_lists(found);
	bind_language(bind);
}

void
bind_into(struct bind *bind, void *into)
{
	const struct bind_row *rows = bind->tool->rows, *row;
	struct found found = { .bind = bind };

	walk_parts(&found);
	bind_rows(bind, rows, found.nodes, into);
	for (row = rows; row->kind != BIND_END; row++)
		if ((row->flags & BIND_REQUIRED) != 0 &&
		    found.nodes[row - rows].count == 0)
			fault_missing(bind, row);
}

bool
bind_preview(const struct bind *bind, const struct node *map, void *into)
{
	struct arena *arena = bind->doc->arena;
	struct doc *doc = arena_alloc(arena, sizeof(*doc));
	struct bind fresh = { .doc = doc, .tool = bind->tool };
	struct found found = { .bind = &fresh };
	size_t i;

	*doc = *bind->doc;
	doc->faults = (struct notes){ .arena = arena };
	doc->parts =
	    arena_array(arena, doc->part_count + 1, sizeof(*doc->parts));
	for (i = 0; i < doc->part_count; i++) {
		doc->parts[i] = bind->doc->parts[i];
		doc->parts[i].root =
		    node_clone(arena, bind->doc->parts[i].root);
	}
	if (map != NULL)
		doc->parts[doc->part_count++] =
		    (struct doc_part){ node_clone(arena, map), false,
			    doc->document_count + 1 };
	fresh.title.text = "";
	walk_parts(&found);
	bind_rows(&fresh, bind->tool->rows, found.nodes, into);
	return doc->faults.count == 0;
}

/* Whether the list under a key is one to hand over. */
static bool
wants(void *context, const char *above, const char *key)
{
	const struct bind *bind = context;
	const enum term places[] = { bind->tool->subject, T_RULES };

	if (key == NULL)
		return true;
	return term_find(key, &bind->tool->stream->key, 1, NULL) != T_NONE &&
	    (*above == '\0' || term_find(above, places, 1, NULL) != T_NONE);
}

static void
begin_list(void *context, struct node *map)
{
	struct bind *bind = context;

	bind->tool->stream->begin(bind->tool->stream->context, bind, map);
}

static void
hand_over(void *context, const struct node *item)
{
	const struct bind *bind = context;

	bind->tool->stream->item(bind->tool->stream->context, item);
}

static void
hand_over_texts(void *context, struct pos pos, const char *const *texts,
    size_t count)
{
	const struct bind *bind = context;

	bind->tool->stream->texts(bind->tool->stream->context, pos, texts,
	    count);
}

/* Hands over the items of a list that was read whole. */
static void
stream_list(struct bind *bind, struct node *list)
{
	struct node *item = list->first, *next, *kept = NULL;
	size_t count = 0;

	begin_list(bind, NULL);
	for (; item != NULL; item = next) {
		next = item->next;
		item->next = NULL;
		if (item->level > 0) {
			kept = item;
			kept->next = next;
			break;
		}
		hand_over(bind, item);
		count++;
	}
	list->first = kept;
	list->count = count;
}

/* Whether a document of Markdown has a section that is the tool's. */
static bool
has_own_section(struct bind *bind, const struct node *root)
{
	const struct node *child;
	struct bind silent = *bind;

	for (child = root->first; child != NULL; child = child->next)
		if (child->level > 0 &&
		    (find_row(&silent, child->key, false) != NULL ||
			term_find_subject(child->key) != T_NONE))
			return true;
	return false;
}

/* Finds the lists of a part of Markdown that are to be handed over. */
static void
stream_part(void *context, struct doc_part *part)
{
	struct bind *bind = context;
	bool bare = !has_own_section(bind, part->root);
	struct node *child, *inner;

	for (child = part->root->first; child != NULL; child = child->next) {
		if (*child->key == '\0' ? bare && child->blocks != NULL
					: wants(bind, "", child->key))
			stream_list(bind, child);
		if (term_find(child->key, &bind->tool->subject, 1, NULL) ==
		    T_NONE)
			continue;
		for (inner = child->first; inner != NULL; inner = inner->next)
			if (wants(bind, "", inner->key))
				stream_list(bind, inner);
	}
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

struct bind *
bind_open(int argc, char **argv, const struct bind_tool *tool,
    const struct opt *opts)
{
	struct opt_common options = { 0 };
	int first = opt_read(argc, argv, tool->summary, opts, &options);
	enum term keys[MAX_KEYS], *kept;
	struct bind *bind;
	struct doc *doc;
	size_t count;

	if (options.template != FORM_UNKNOWN && first < argc)
		err_die("--template takes no operand: '%s'", argv[first]);
	if (options.template != FORM_UNKNOWN)
		bind_template(tool, options.template,
		    options.lang ? options.lang : term_locale());
	count = keys_of(tool->rows, keys);
	doc = doc_open(tool->subject, NULL, 0, &options);
	kept = arena_array(doc->arena, count, sizeof(*kept));
	memcpy(kept, keys, count * sizeof(*kept));
	doc->keys = kept;
	doc->key_count = count;
	bind = bind_document(doc, tool);
	if (tool->stream != NULL) {
		bind->stream = (struct yml_stream){ bind, wants, begin_list,
			hand_over, hand_over_texts };
		doc->stream = &bind->stream;
		doc->part_read = stream_part;
	}
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
