/*
 * bind_headless: what stands under the title of a pad that has no heading at
 * all: lines that are items, or a list.
 */
#include "sheet/account.h"
#include "sheet/bind_inner.h"

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

/* Has the lines under a title be what they were before they were read, when so
 * many things stood beside sections. */
static void
give_back(struct bind *bind, struct node *root, size_t beside)
{
	struct md_block *block = root->blocks;

	for (; block != NULL; block = (struct md_block *)md_next(block))
		if (md_use(block) == MD_TAKEN)
			md_take(block, false);
	bind->beside.count = beside;
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
	size_t i;

	for (i = 0; i < bind->doc->part_count; i++) {
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
