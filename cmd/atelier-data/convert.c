/*
 * convert: a document as data: texts, lists and maps.
 */
#include <string.h>

#include "base/arena.h"
#include "data.h"
#include "source/md.h"

/* Blocks of prose as a text, without the end of the last line. */
static struct node *
prose_node(struct view *view, const char *prose, struct pos pos)
{
	return node_text(view->arena,
	    arena_copy(view->arena, prose, strlen(prose) - (*prose != '\0')),
	    pos);
}

/* Blocks in normal form; paragraphs of YAML, which may hold tables, as typed. */
static const char *
typed_prose(struct view *view, const struct node *node)
{
	size_t n = strlen(node->prose);

	if (!term_is(node->key, T_PARAGRAPHS))
		return md_prose(view->arena, node->prose);
	while (n > 0 && node->prose[n - 1] == '\n')
		n--;
	return arena_format(view->arena, "%.*s\n", (int)n, node->prose);
}

/* A text in normal form; as blocks, where it was typed as several. */
static struct node *
text_node(struct view *view, const struct node *node)
{
	struct node *text = strchr(node->prose, '\n') == NULL
	    ? node_text(view->arena, md_text(view->arena, node->text),
		  node->pos)
	    : prose_node(view, typed_prose(view, node), node->pos);

	if (node->box != BOX_NONE)
		text->text = arena_format(view->arena, "\\[%c] %s",
		    node->box == BOX_DONE ? 'x' : ' ', text->text);
	return text;
}

/* Whether a key has prose, with all that stands below its heading. */
static bool
has_prose(const struct node *node)
{
	static const enum term prose[] = { T_ANSWER, T_PROTOCOL, T_INACTION };

	return term_find(node->key, prose, 3, NULL) != T_NONE;
}

/* Whether a section is prose: it has several paragraphs, or a list and one
 * beside it, no table, and is no key but one that has prose. */
static bool
is_prose(const struct view *view, const struct node *node)
{
	const struct md_block *block = node->blocks;
	size_t items = 0, beside = 0;

	if (node->level == 0 ||
	    (data_term(view, node) != T_NONE && !has_prose(node)) ||
	    (node->first != NULL && node->first->table > 0) ||
	    term_find_subject(node->key) != T_NONE)
		return false;
	for (; block != NULL; block = md_next(block)) {
		items += md_use(block) == MD_ITEMS;
		beside +=
		    md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT;
	}
	return beside > 1 || (items > 0 && beside > 0);
}

/* Whether sections stand in one whose own is prose. */
static bool
holds_sections(const struct node *node)
{
	const struct node *child = node->first;

	while (child != NULL && child->level == 0)
		child = child->next;
	return child != NULL && !has_prose(node);
}

struct node *
data_find(struct node *map, const char *key)
{
	struct node *child = map->first;

	while (child != NULL && strcmp(child->key, key) != 0)
		child = child->next;
	return child;
}

/* The list of exchanges that stands in a map, or is that of the section. */
static struct node *
exchanges_in(struct view *view, struct node *into, const struct node *section)
{
	const char *name = data_name(view->arena, T_EXCHANGES);
	struct node *exchanges = data_find(into, name);

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
	struct node *answer = data_of(view, node, T_NONE);

	question->key = data_name(view->arena, T_QUESTION);
	answer->key = data_name(view->arena, T_ANSWER);
	answer->block = false;
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

/* The items that stand under the title of a document, without a heading; or NULL. */
static const struct node *
items_of_head(const struct node *root)
{
	const struct node *child = root->first;

	while (child != NULL && *child->key != '\0')
		child = child->next;
	return child != NULL && child->blocks != NULL ? child : NULL;
}

/* Whether tables are among these, which prose has not. */
static bool
holds_table(const struct node *root)
{
	const struct node *items = items_of_head(root), *item;

	item = items != NULL ? items->first : NULL;
	while (item != NULL && item->table == 0)
		item = item->next;
	return item != NULL;
}

/* What stands beside the list of a section, or under the title of a document or of
 * a subject, as a text of its own: "decisions_paragraphs", "paragraphs". */
static void
convert_beside(struct view *view, struct node *into, const struct node *node)
{
	const struct node *items = items_of_head(node);
	bool listed =
	    *node->key == '\0' && items != NULL && !node_is_empty(items);
	const struct md_block *block = node->blocks;
	struct buf text = BUF_INIT;
	struct node *beside;
	const char *prose;

	for (; block != NULL; block = md_next(block))
		if (md_use(block) == MD_BESIDE ||
		    (listed && md_use(block) == MD_ITEMS))
			md_write_block(&text, block);
	prose = buf_take(&text, view->arena);
	if (*node->key != '\0' || !holds_table(node))
		prose = md_prose(view->arena, prose);
	if (*prose == '\0')
		return;
	beside = prose_node(view, prose, node->pos);
	beside->block = true;
	beside->key =
	    *node->key == '\0' || term_find_subject(node->key) != T_NONE
	    ? "paragraphs"
	    : arena_format(view->arena, "%s_paragraphs", data_key(view, node));
	node_append(into, beside);
}

/* Whether what a node says is written: not what a tool computed in its subject. */
static bool
is_given(const struct view *view, const struct node *node, enum term subject)
{
	return view->options->all || *node->key == '\0' ||
	    term_find_computed(node->level > 0 ? view->subject : subject,
		node->key) == T_NONE;
}

/* Whether a section in a subject has pairs, beside which stands what the tool says
 * of them. */
static bool
is_of_pairs(const struct view *view, const struct node *node)
{
	return view->subject != T_NONE && *node->first->key != '\0' &&
	    data_term(view, node->first) != T_NONE;
}

/* The children of a node, or the sections alone. */
static void
convert_children(struct view *view, struct node *into, const struct node *node,
    enum term subject, bool sections)
{
	const struct node *items = items_of_head(node), *child;

	for (child = node->first; child != NULL; child = child->next) {
		if (sections && child->level == 0)
			continue;
		if (view->depth == 1 && child == items && node->count > 1)
			continue; /* among the paragraphs */
		if (is_question(view, child)) {
			convert_exchange(view, exchanges_in(view, into, node),
			    child);
			continue;
		}
		if (!is_given(view, child, subject))
			continue;
		node_append(into,
		    data_of(view, child,
			child->level > 0 ? term_find_subject(child->key)
					 : T_NONE));
		if (child->level > 0 && child->first != NULL &&
		    term_find_subject(child->key) == T_NONE &&
		    !is_prose(view, child) && !is_of_pairs(view, child))
			convert_beside(view, into, child);
	}
	if (view->depth == 1 || subject != T_NONE)
		convert_beside(view, into, node);
}

/* The text that a node with children has in front of them, or NULL. */
static struct node *
own_text(struct view *view, const struct node *node, bool prose)
{
	struct node *own;

	if (!prose && *node->text == '\0' && node->box == BOX_NONE)
		return NULL;
	own = prose ? prose_node(view,
			  md_section_prose(view->arena, node, true), node->pos)
		    : text_node(view, node);
	own->key = data_name(view->arena, T_TEXT);
	own->block = node->level > 0;
	return own;
}

/* Whether a section is one that no tool at hand knows. */
static bool
is_foreign(const struct view *view, const struct node *node, enum term subject)
{
	return data_is_section(view, node) && subject == T_NONE &&
	    data_term(view, node) == T_NONE &&
	    !term_is_known(view->home, node->key);
}

/* A node with all that is in it. */
static struct node *
convert_inner(struct view *view, const struct node *node, enum term subject)
{
	struct node *data = node_new(view->arena, node->kind, node->pos);
	enum term home = view->home, within = view->subject;
	bool foreign = view->foreign, row = view->row;
	bool prose = is_prose(view, node);
	struct node *own = own_text(view, node, prose);

	if (own != NULL)
		node_append(data, own);
	if (subject != T_NONE)
		view->home = view->subject = subject;
	view->foreign = foreign || is_foreign(view, node, subject);
	view->row = node->table > 0 ||
	    (!view->markdown && node->kind == NODE_MAP && *node->key == '\0');
	view->depth++;
	convert_children(view, data, node, subject, prose);
	view->depth--;
	view->foreign = foreign;
	view->row = row;
	view->home = home;
	view->subject = within;
	if (data->first != NULL)
		data->kind = node_is_map(data) ? NODE_MAP : NODE_LIST;
	return data;
}

/* Whether a key, and no label, would be taken for a misspelt one, were it not in
 * quotes. */
static bool
looks_misspelt(struct view *view, const struct node *data)
{
	enum { LONGEST_LABEL = 3 };
	struct dict_entry *entry;

	if (strlen(data->key) <= LONGEST_LABEL)
		return false;
	if (view->near.arena == NULL)
		dict_init(&view->near, view->arena);
	entry = dict_enter(&view->near, data->key);
	if (entry->value == NULL)
		entry->value = (void *)(term_is_near_some(view->home, data->key)
			? &view->near
			: (void *)view);
	return entry->value == &view->near;
}

/* Has the form in YAML say what a node is whose key no tool need know: a section
 * stands below its key, a pair beside it. */
static void
set_form(struct view *view, struct node *data, const struct node *node)
{
	if (*node->key == '\0' || view->depth == 0 ||
	    data_term(view, node) != T_NONE)
		return;
	data->verbatim = view->options->yaml &&
	    !term_is_known(view->home, data->key) && looks_misspelt(view, data);
	if (node->level > 0 && data->kind == NODE_TEXT && *data->text == '\0')
		data->kind = NODE_LIST; /* with nothing in it */
	data->block = node->level > 0 || node->block;
	data->flow = node->flow ||
	    (node->level == 0 && view->markdown && view->depth == 1);
}

struct node *
data_of(struct view *view, const struct node *node, enum term subject)
{
	struct node *data;

	if (is_prose(view, node) && !holds_sections(node))
		data = prose_node(view,
		    md_section_prose(view->arena, node, false), node->pos);
	else if (node->first == NULL && node->kind == NODE_TEXT)
		data = text_node(view, node);
	else
		data = convert_inner(view, node, subject);
	data->key = data_key(view, node);
	data->level = node->level;
	set_form(view, data, node);
	return data;
}
