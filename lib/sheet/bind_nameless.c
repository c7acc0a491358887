/*
 * bind_nameless: items of a list that no heading names, where nothing else was
 * read for it: they stand under headings of their own, which are groups of them
 * (the themes of a wall, the lines of work of a road map), under the name of the
 * tool, or under the title of a pad that has no heading at all.  A title that
 * names the list, or the tool, says that the lists below it are of its items.
 */
#include "sheet/bind_inner.h"
#include "text/dress.h"

/* What is found in one document, or in the tool's subject. */
struct groups {
	struct bind_found *found;
	const struct bind_row *row; /* of the items; NULL: none */
	bool titled;                /* all lists are of its items */
	size_t items, others;
	struct bind_list taken; /* struct node *: the sections */
};

/* Whether a list has items without its name: the tool cannot do without it, and
 * nothing was read for it under a heading in the document at hand. */
static bool
is_open(const struct bind_found *found, const struct bind_row *row)
{
	const struct bind_list *list = bind_nodes_of(found, row);
	struct node *const *node = list->at;

	return (row->flags & BIND_REQUIRED) != 0 &&
	    (list->count == 0 ||
		node[list->count - 1]->part != found->document ||
		*node[list->count - 1]->key == '\0');
}

/* The list whose table a row begins, as most of its columns say. */
static const struct bind_row *
row_of_table(const struct bind_found *found, const struct node *first)
{
	const struct bind_row *row = first != NULL && first->table > 0
	    ? bind_row_of_table(found->bind->tool->rows, first)
	    : NULL;

	return row != NULL && is_open(found, row) ? row : NULL;
}

static bool
is_item(const struct groups *groups, const struct node *node)
{
	return (groups->titled && node->table == 0) ||
	    (groups->row->is_item != NULL && groups->row->is_item(node)) ||
	    row_of_table(groups->found, node) == groups->row;
}

/* Whether a heading is a key of some tool, or one that minutes have. */
static bool
is_key(const struct bind_found *found, const char *heading)
{
	return bind_is_plain_key(found->bind, heading) ||
	    bind_is_of_minutes(heading);
}

/* Counts what in a section is an item; false where a key of some tool stands in
 * it. */
static bool
count_items(struct groups *groups, const struct node *section)
{
	struct node text = { .text = section->text, .key = "", .whole = "" };

	if (*text.text != '\0' && groups->row->is_item != NULL)
		groups->items += is_item(groups, &text);
	NODE_EACH(const struct node, child, section) {
		if (child->level > 0) {
			if (is_key(groups->found, child->key) ||
			    !count_items(groups, child))
				return false;
		} else if (!node_is_empty(child)) {
			groups->items += is_item(groups, child);
			groups->others += !is_item(groups, child);
		}
	}
	return true;
}

/* Whether a heading is what leads items, and no question: "Q1 2027" says of those
 * below it what else they would say themselves. */
static bool
leads_items(const struct groups *groups, const struct node *section)
{
	struct node text = { .text = section->whole, .key = "", .whole = "" };

	return groups->row->is_item != NULL &&
	    (groups->row->flags & BIND_ASKS) == 0 && is_item(groups, &text);
}

bool
bind_stands_aside(struct bind_found *found, const struct bind_row *row,
    const struct node *section)
{
	return term_lists(T_ASIDE,
		   dress_key(found->bind->doc->arena, section->key)) &&
	    (section->first == NULL || section->first->table == 0) &&
	    (row->is_item == NULL || !bind_holds_items(found, row, section));
}

/* Whether a section holds items, where nothing but the title says so none that
 * stands beside any plan; adds to the counts. */
static bool
is_group(struct groups *groups, const struct node *section)
{
	struct groups inside = { .found = groups->found,
		.row = groups->row,
		.titled = groups->titled || leads_items(groups, section) };

	if (section->level == 0 || section->taken ||
	    is_key(groups->found, section->key) ||
	    (groups->titled &&
		bind_stands_aside(groups->found, groups->row, section)) ||
	    !count_items(&inside, section) || inside.items == 0)
		return false;
	groups->items += inside.items;
	groups->others += inside.others;
	return true;
}

bool
bind_holds_items(struct bind_found *found, const struct bind_row *row,
    const struct node *section)
{
	struct groups groups = { .found = found, .row = row };

	return count_items(&groups, section) && groups.items > groups.others;
}

/* Whether the items of a list are led by a time: lists without one are none. */
static bool
is_timed(const struct bind_row *row)
{
	const struct bind_row *label = bind_flagged(row->rows, BIND_LABEL);

	return label != NULL && label->key == T_TIME;
}

/* The list that a title names, or the tool's own name in it, and
 * whose items nothing else can tell; or NULL. */
static const struct bind_row *
row_of_title(const struct bind_found *found, const char *title)
{
	struct bind *bind = found->bind;
	const struct bind_row *row = bind->tool->rows;

	while (row->kind != BIND_END &&
	    (row->kind != BIND_LIST || (row->flags & BIND_REQUIRED) == 0))
		row++;
	return row->kind != BIND_END && is_open(found, row) &&
		row->claim == NULL && (row->flags & BIND_ASKS) == 0 &&
		bind_prose_row(row) == NULL && !is_timed(row) &&
		(bind_mentions(bind->doc->arena, title, row->key) ||
		    bind_mentions(bind->doc->arena, title, bind->doc->subject))
	    ? row
	    : NULL;
}

/* The list that the items below a section can be of: the main one, where it
 * knows its items; else that of the first table under a heading. */
static const struct bind_row *
find_row(const struct bind_found *found, const struct node *section)
{
	const struct bind_row *row =
	    bind_flagged(found->bind->tool->rows, BIND_MAIN);

	if (row != NULL && row->is_item != NULL)
		return is_open(found, row) ? row : NULL;
	NODE_EACH(const struct node, child, section) {
		row = child->level > 0 && !child->taken &&
			!is_key(found, child->key)
		    ? row_of_table(found, child->first)
		    : NULL;
		if (row != NULL)
			return row;
	}
	return NULL;
}

struct node *
bind_named_list(struct bind *bind, const struct bind_row *row,
    const struct node *first, int level)
{
	struct node *list =
	    node_new(bind->doc->arena, NODE_LIST, first->key_pos);

	list->key = list->whole = term_name(row->key, bind->doc->lang);
	list->level = level;
	return list;
}

/* What passes from a place on, taken off its list. */
static struct bind_list
cut(struct bind *bind, struct bind_list *passing, size_t from)
{
	struct bind_list tail = { .count = 0 };

	for (size_t i = from; i < passing->count; i++)
		bind_append_node(bind, &tail, ((struct node **)passing->at)[i]);
	passing->count = from;
	return tail;
}

static bool
is_taken(const struct groups *groups, const struct node *node)
{
	BIND_EACH(const struct node *const, group, &groups->taken)
		if (*group == node)
			return true;
	return false;
}

/* Adds nodes to a list without the groups; what stands behind the first of them
 * goes behind. */
static void
paste(const struct groups *groups, const struct bind_list *tail,
    struct bind_list *into, struct bind_list *behind)
{
	BIND_EACH(struct node *const, node, tail)
		if (is_taken(groups, *node))
			into = behind;
		else
			bind_append_node(groups->found->bind, into, *node);
}

/* Takes the groups, as sections of their list; none of them passes, and what
 * stands behind one passes behind the tool's material. */
static void
take(const struct groups *groups, struct node *list, bool in_subject)
{
	struct bind_found *found = groups->found;
	struct bind *bind = found->bind;
	struct bind_list before = cut(bind, &bind->before, found->before);
	struct bind_list after = cut(bind, &bind->after, found->after);
	struct bind_list kept = cut(bind, &bind->kept, found->kept);

	paste(groups, &before, &bind->before, &bind->after);
	paste(groups, &after, &bind->after, &bind->after);
	paste(groups, &kept, &bind->kept, &bind->kept);
	bind_take(found, groups->row, list, in_subject);
}

/* Puts the groups among the sections of a document in one section of their
 * list, and takes it. */
static void
unite_groups(struct groups *groups, struct node *root, bool in_subject)
{
	struct bind *bind = groups->found->bind;
	struct node *list = NULL, *group;

	NODE_EACH(struct node, child, root) {
		if (!is_group(groups, child))
			continue;
		if (list == NULL)
			list = bind_named_list(bind, groups->row, child,
			    groups->titled ? 1 : child->level);
		group = node_again(bind->doc->arena, child);
		group->level++;
		node_append(list, group);
		bind_append_node(bind, &groups->taken, child);
		account_tell(bind->doc->account, child, ACCOUNT_READ,
		    groups->row->key);
	}
	if (list != NULL)
		take(groups, list, in_subject);
}

/* The groups right below the top of a document, or in the subject. */
static void
take_groups(struct bind_found *found, struct node *root, bool in_subject)
{
	struct groups groups = { .found = found, .row = find_row(found, root) };

	if (groups.row == NULL)
		return;
	NODE_EACH(struct node, child, root)
		is_group(&groups, child);
	if (groups.items > groups.others)
		unite_groups(&groups, root, in_subject);
}

/* The list under a title, or NULL. */
static struct node *
list_of_head(const struct node *root)
{
	struct node *child = root->first;

	while (child != NULL &&
	    (*child->key != '\0' || child->blocks == NULL ||
		child->first == NULL || child->first->table > 0))
		child = child->next;
	return child;
}

/* The list under a title that names it, and the groups behind it. */
static void
take_titled(struct bind_found *found, struct node *root)
{
	struct groups groups = { .found = found,
		.row = row_of_title(found, found->bind->title.text),
		.titled = true };
	struct bind *bind = found->bind;
	struct node *list = list_of_head(root);

	if (groups.row == NULL)
		return;
	if (list != NULL && !root->taken) {
		list->part = found->document;
		account_tell(bind->doc->account, list->first, ACCOUNT_READ,
		    groups.row->key);
		bind_append_node(bind, bind_nodes_of(found, groups.row), list);
		root->taken = true;
	}
	unite_groups(&groups, root, false);
}

/* A section called as the tool that holds nothing but items. */
static void
take_subject(struct bind_found *found, struct node *section)
{
	struct bind *bind = found->bind;
	struct groups groups = { .found = found,
		.row = row_of_table(found, section->first) };
	enum lang lang = LANG_NONE;

	if (groups.row == NULL)
		groups.row = bind_flagged(bind->tool->rows, BIND_MAIN);
	if (groups.row != NULL && groups.row->is_item != NULL &&
	    !bind_holds_items(found, groups.row, section))
		groups.row = row_of_title(found, section->key);
	if (groups.row == NULL || !is_open(found, groups.row))
		return;
	term_find(section->key, &bind->doc->subject, 1, &lang);
	bind_vote(bind, lang);
	bind_append_node(bind, &groups.taken, section);
	take(&groups, section, false);
}

void
bind_take_groups(struct bind_found *found, struct node *root)
{
	NODE_EACH(struct node, child, root)
		if (child->level == 0 || child->taken ||
		    !term_is(child->key, found->bind->doc->subject))
			continue;
		else if (bind_is_subject(found, child))
			take_groups(found, child, true);
		else
			take_subject(found, child);
	take_groups(found, root, false);
	take_titled(found, root);
}

/* Has the lines under a title be what they were before they were read, when so
 * many things stood beside sections. */
static void
give_back(struct bind *bind, struct node *root, size_t beside)
{
	MD_EACH(struct md_block, block, root)
		if (md_use(block) == MD_TAKEN)
			md_take(block, false);
	bind->beside.count = beside;
}

struct node *
bind_with_lines(struct bind *bind, const struct bind_row *row,
    struct node *root, struct node *list)
{
	size_t beside = bind->beside.count;
	struct node *lines;
	bool all;

	if (row->is_item == NULL || list->first->table > 0)
		return list;
	lines = bind_lines_of_head(bind, row, root);
	all = lines != NULL;
	if (all)
		NODE_EACH(const struct node, line, lines)
			all = all && row->is_item(line);
	if (!all) {
		give_back(bind, root, beside);
		return list;
	}
	NODE_EACH(const struct node, item, list)
		node_append(lines, node_again(bind->doc->arena, item));
	return lines;
}

/* The lines under a title that some row claims. */
static struct node *
claimed_lines(struct bind_found *found, struct node *root,
    const struct bind_row **row)
{
	struct bind *bind = found->bind;
	size_t beside = bind->beside.count;
	struct node *lines;

	for (*row = bind->tool->rows; (*row)->kind != BIND_END; ++*row) {
		if ((*row)->claim == NULL && (*row)->is_item == NULL)
			continue;
		lines = bind_lines_of_head(bind, *row, root);
		if (lines != NULL && bind_find_claim(found, lines) == *row)
			return lines;
		give_back(bind, root, beside);
	}
	return NULL;
}

/* What under a title is a row's: the lines, or the list beside them where that
 * is longer, of the main row that says so; else lines that a row claims, as it
 * does a list when it is met. */
static struct node *
items_of_head(struct bind_found *found, struct node *root,
    const struct bind_row **row)
{
	struct bind *bind = found->bind;
	size_t beside = bind->beside.count;
	struct node *lines, *list;

	*row = bind_flagged(bind->tool->rows, BIND_MAIN);
	if (*row == NULL || ((*row)->flags & BIND_LINES) == 0 ||
	    (*row)->leads != NULL)
		return claimed_lines(found, root, row);
	lines = bind_lines_of_head(bind, *row, root);
	list = list_of_head(root);
	if (list == NULL || (lines != NULL && lines->count > list->count))
		return lines;
	give_back(bind, root, beside);
	root->taken = true;
	return list;
}

void
bind_take_headless(struct bind_found *found)
{
	struct bind *bind = found->bind;
	const struct bind_row *row;
	struct node *items;

	for (size_t i = 0; i < bind->doc->part_count; i++) {
		items = bind->doc->parts[i].markdown
		    ? items_of_head(found, bind->doc->parts[i].root, &row)
		    : NULL;
		if (items == NULL)
			continue;
		items->part = bind->doc->parts[i].document;
		account_tell(bind->doc->account, items->first, ACCOUNT_READ,
		    row->key);
		bind_append_node(bind, bind_nodes_of(found, row), items);
	}
}
