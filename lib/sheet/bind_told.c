/*
 * bind_told: what of a tool's own stands in pairs under a heading of nobody,
 * "## Point 3".
 */
#include "sheet/bind_inner.h"

/* So many keys of the tool tell that a section is its own. */
enum { SURE_KEYS = 2 };

/* How much a pair tells: a key of the tool's alone, or of one of its maps, one; what
 * a document has once, enough. */
static size_t
weigh(const struct bind *bind, const struct node *pair)
{
	const unsigned others = BIND_SAID | BIND_SETTING | BIND_INNER;

	if (pair->level > 0 || *pair->key == '\0' ||
	    bind_find_common(pair->key) != T_NONE)
		return 0;
	BIND_ROWS(row, bind->tool->rows) {
		if (row->from != T_NONE || (row->flags & others) != 0)
			continue;
		if (term_read(pair->key, TERM_OPENED, &row->key, 1, NULL) !=
		    T_NONE)
			return row->goes_on != NULL ? SURE_KEYS : 1;
		if ((row->kind == BIND_MAP &&
			bind_row_named(row->rows, pair->key) != NULL) ||
		    (row->claim != NULL && row->claim(pair)))
			return 1;
	}
	return 0;
}

/* Whether all that a block holds, from a node on, are pairs, and one of them the
 * tool's. */
static bool
holds_pairs(const struct bind *bind, const struct md_block *block,
    const struct node *node)
{
	size_t own = 0;

	for (; node != NULL && node->level == 0 && md_holds(block, node->pos);
	     node = node->next) {
		if (*node->key == '\0')
			return false;
		own += weigh(bind, node);
	}
	return own > 0;
}

/* The lines of a paragraph beside a table as pairs, where all are and one is the
 * tool's; else NULL. */
static struct node *
pairs_of(const struct bind *bind, const struct md_block *block)
{
	struct arena *arena = bind->doc->arena;
	struct node *lines =
	    md_use(block) == MD_BESIDE ? md_block_lines(arena, block) : NULL;
	struct node *pairs, *line, *pair;
	size_t own = 0;

	if (lines == NULL)
		return NULL;
	pairs = node_new(arena, NODE_LIST, lines->pos);
	while ((line = node_take(lines)) != NULL) {
		pair = bind_pair_of(arena, line);
		if (pair == NULL)
			return NULL;
		own += weigh(bind, pair);
		node_append(pairs, pair);
	}
	return own > 0 ? pairs : NULL;
}

struct node *
bind_pairs_beside(const struct bind *bind, const struct node *section,
    bool take)
{
	struct node *all = node_new(bind->doc->arena, NODE_LIST, section->pos);
	struct node *pairs, *pair;

	MD_EACH(struct md_block, block, section) {
		pairs = pairs_of(bind, block);
		if (pairs != NULL && take)
			md_take(block, true);
		while (pairs != NULL && (pair = node_take(pairs)) != NULL)
			node_append(all, pair);
	}
	return all;
}

/* Whether the pairs of a section are the tool's own. */
static bool
is_told(const struct bind *bind, const struct node *section)
{
	size_t own = 0;

	NODE_EACH(const struct node, pair, section)
		own += weigh(bind, pair);
	NODE_EACH(const struct node, pair,
	    bind_pairs_beside(bind, section, false))
		own += weigh(bind, pair);
	return own >= SURE_KEYS;
}

/* Takes them out of it. */
static void
take_pairs(const struct bind *bind, struct node *section, struct node *told)
{
	struct md_block *block = section->blocks;
	struct node all = node_emptied(section), *child, *pairs;

	while ((child = all.first) != NULL) {
		while (block != NULL && child->level == 0 &&
		    !md_holds(block, child->pos))
			block = (struct md_block *)md_next(block);
		if (block != NULL && md_use(block) != MD_TAKEN &&
		    holds_pairs(bind, block, child))
			md_take(block, true);
		node_take(&all);
		node_append(child->level == 0 && block != NULL &&
			    md_use(block) == MD_TAKEN
			? told
			: section,
		    child);
	}
	pairs = bind_pairs_beside(bind, section, true);
	while ((child = node_take(pairs)) != NULL)
		node_append(told, child);
}

/* Takes what stands beside them, where a row claims it: who answers what. */
static void
take_items(struct bind_found *found, struct node *section)
{
	struct node *items =
	    node_new(found->bind->doc->arena, NODE_LIST, section->pos);
	struct node all = node_emptied(section), *child;
	const struct bind_row *row;

	while ((child = node_take(&all)) != NULL)
		node_append(child->level == 0 && *child->key == '\0' ? items
								     : section,
		    child);
	row = items->first != NULL ? bind_find_claim(found, items) : NULL;
	if (row == NULL)
		return; /* its blocks pass */
	items->pos = items->key_pos = items->first->pos;
	MD_EACH(struct md_block, block, section)
		if (md_use(block) == MD_ITEMS)
			md_take(block, true);
	NODE_EACH(const struct node, item, items)
		account_tell(found->bind->doc->account, item, ACCOUNT_READ,
		    row->key);
	bind_take(found, row, items, false);
}

void
bind_take_told(struct bind_found *found, struct node *section)
{
	struct node *told =
	    node_new(found->bind->doc->arena, NODE_LIST, section->pos);
	struct node *pair;

	if (!is_told(found->bind, section))
		return;
	take_pairs(found->bind, section, told);
	found->bind->met = true;
	while ((pair = node_take(told)) != NULL)
		bind_walk_child(found, pair, true, false);
	take_items(found, section);
}
