/*
 * convert: a document as data: texts, lists and maps.
 */
#include <string.h>

#include "data.h"

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
convert_beside(struct view *view, struct node *into, const struct node *node,
    const char *name)
{
	const struct node *items = items_of_head(node);
	bool listed = *node->key == '\0' && items != NULL &&
	    !node_is_empty(items) && !view->headless;
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
	beside = data_prose_text(view, prose, node->pos);
	beside->block = true;
	beside->key =
	    *node->key == '\0' || term_find_subject(node->key) != T_NONE
	    ? "paragraphs"
	    : arena_format(view->arena, "%s%s", name, DATA_BESIDE);
	node_append(into, beside);
}

/* Whether what a node says is written: not what a tool computed in its subject. */
static bool
is_given(const struct view *view, const struct node *node, enum term subject)
{
	return view->options->all || *node->key == '\0' ||
	    bind_computed(view->arena,
		node->level > 0 ? view->subject : subject, node) == T_NONE;
}

/* Whether a section in a subject has pairs, beside which stands what the tool says
 * of them. */
static bool
is_of_pairs(const struct view *view, const struct node *node)
{
	return view->subject != T_NONE && *node->first->key != '\0' &&
	    data_term(view, node->first) != T_NONE;
}

/* The tool whose own section a node is: in YAML, of no other tool than the one at
 * hand, which may have a key of that name. */
static enum term
subject_of(const struct view *view, const struct node *node)
{
	enum term subject = data_subject(node);

	return node->level > 0 || subject == view->home ? subject : T_NONE;
}

/* The list of the tool at hand that a table at its top is, which no key names. */
static const struct row *
claim(struct view *view, const struct node *node)
{
	return (!view->options->given || *node->key == '\0') &&
		view->at != NULL && view->at->depth == 0 &&
		data_row(view, view->at, node->key) == NULL &&
		term_find_subject(node->key) == T_NONE
	    ? data_claim(view->at, node)
	    : NULL;
}

/* Whether a pair of YAML is the paragraphs beside the one before it. */
static bool
is_beside(const struct node *before, const struct node *node)
{
	size_t n = before != NULL ? strlen(before->key) : 0;

	return n > 0 && strncmp(node->key, before->key, n) == 0 &&
	    strcmp(node->key + n, DATA_BESIDE) == 0;
}

/* The children of a node, or the sections alone. */
static void
convert_children(struct view *view, struct node *into, const struct node *node,
    enum term subject, bool sections)
{
	const struct node *items = items_of_head(node);
	const struct node *before = NULL;
	const struct row *claimed;
	struct node *data;

	NODE_EACH(const struct node, child, node) {
		if (sections && child->level == 0)
			continue;
		if (child == items && node_is_empty(child))
			continue;
		if (!is_given(view, child, subject))
			continue;
		claimed = claim(view, child);
		if (claimed != NULL) {
			view->headless = view->headless || child == items;
			node_append(into, data_claimed(view, child, claimed));
			continue;
		}
		if (view->depth == 1 && child == items && node->count > 1)
			continue; /* among the paragraphs */
		if (is_question(view, child)) {
			convert_exchange(view, exchanges_in(view, into, node),
			    child);
			continue;
		}
		data = data_of(view, child, subject_of(view, child));
		if (is_beside(before, child) && into->last != NULL)
			data->key = arena_format(view->arena, "%s%s",
			    into->last->key, DATA_BESIDE);
		before = child;
		node_append(into, data);
		if (child->level > 0 && child->first != NULL &&
		    term_find_subject(child->key) == T_NONE &&
		    !data_is_prose(view, child) && !is_of_pairs(view, child))
			convert_beside(view, into, child, data->key);
	}
	if (view->depth == 1 || subject != T_NONE)
		convert_beside(view, into, node, "");
}

/* The text that a node with children has in front of them, or NULL. */
static struct node *
own_text(struct view *view, const struct node *node, bool prose)
{
	struct node *own;

	if (!prose && *node->text == '\0' && node->box == BOX_NONE)
		return NULL;
	own = prose ? data_prose_text(view,
			  md_section_prose(view->arena, node, true), node->pos)
		    : data_text(view, node);
	own->key = data_name(view->arena, T_TEXT);
	own->block = node->level > 0;
	return own;
}

/* Whether a section is one that no tool at hand knows. */
static bool
is_foreign(struct view *view, const struct node *node, enum term subject)
{
	return data_is_section(view, node) && subject == T_NONE &&
	    !data_is_key(view, node) && !term_is_known(view->home, node->key);
}

/* Has items that hang below a text, and have no key, be a list under one. */
static void
part_items(struct view *view, struct node *data)
{
	struct node all = node_emptied(data), *child;
	struct node *items = node_new(view->arena, NODE_LIST, data->pos);

	items->key = DATA_ITEMS;
	while ((child = node_take(&all)) != NULL)
		node_append(*child->key == '\0' ? items : data, child);
	if (items->first != NULL)
		node_append(data, items);
}

/* A node with all that is in it. */
static struct node *
convert_inner(struct view *view, const struct node *node, enum term subject,
    const struct row *at)
{
	struct node *data = node_new(view->arena, node->kind, node->pos);
	enum term home = view->home, within = view->subject;
	bool foreign = view->foreign, row = view->row;
	const struct row *above = view->at;
	bool prose = data_is_prose(view, node);
	struct node *own = own_text(view, node, prose);

	if (own != NULL)
		node_append(data, own);
	if (subject != T_NONE) {
		view->home = view->subject = subject;
		at = row_of_tool(subject);
	}
	view->at = at;
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
	view->at = above;
	if (!view->options->given &&
	    (own != NULL ||
		(node->first != NULL && term_is(node->first->key, T_TEXT))))
		part_items(view, data);
	if (data->first != NULL)
		data->kind = node_is_map(data) ? NODE_MAP : NODE_LIST;
	return data;
}

struct node *
data_inner(struct view *view, const struct node *node, const struct row *row)
{
	return node->first == NULL && node->kind == NODE_TEXT
	    ? data_text(view, node)
	    : convert_inner(view, node, T_NONE, row);
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
		entry->value = !term_is_known(view->home, data->key) &&
			term_is_near_some(view->home, data->key)
		    ? (void *)&view->near
		    : (void *)view;
	return entry->value == &view->near;
}

/* Has the form in YAML say what a node is whose key no tool need know: a section
 * stands below its key, a pair beside it. */
static void
set_form(struct view *view, struct node *data, const struct node *node)
{
	if (*node->key == '\0' || view->depth == 0)
		return;
	data->verbatim = view->options->yaml &&
	    data_row(view, view->at, node->key) == NULL &&
	    looks_misspelt(view, data);
	if (node->level > 0 && data->kind == NODE_TEXT && *data->text == '\0')
		data->kind = NODE_LIST; /* with nothing in it */
	if (data_row(view, view->at, node->key) != NULL)
		return;
	data->block = node->level > 0 || node->block;
	data->flow = node->flow ||
	    (node->level == 0 && view->markdown && view->depth == 1);
}

/* A text that may be the date or the names that any document has. */
static struct node *
common_node(struct view *view, const struct node *node)
{
	static const struct row participants = { .kind = ROW_NAMES };
	enum term term = view->depth == 1 && !view->options->given
	    ? data_term(view, node)
	    : T_NONE;

	if (term == T_DATE)
		return data_day(view, node);
	if (term == T_PARTICIPANTS &&
	    strspn(node->text, "0123456789") < strlen(node->text))
		return data_of_row(view, node, &participants);
	return data_text(view, node);
}

struct node *
data_of(struct view *view, const struct node *node, enum term subject)
{
	const struct row *row =
	    subject == T_NONE ? data_row(view, view->at, node->key) : NULL;
	struct node *data;

	if (row != NULL && !view->options->given) {
		data = data_of_row(view, node, row);
		data->key = data_call(view, row->name);
		data->level = node->level;
		return data;
	}
	if (data_is_prose(view, node) && !data_holds_sections(node))
		data = data_prose(view, node);
	else if (node->first == NULL && node->kind == NODE_TEXT)
		data = common_node(view, node);
	else
		data = convert_inner(view, node, subject,
		    *node->key == '\0' || term_is(node->key, T_RULES) ? view->at
								      : NULL);
	data->key = subject != T_NONE && !view->options->given
	    ? data_call(view, subject)
	    : data_key(view, node);
	data->level = node->level;
	set_form(view, data, node);
	return data;
}
