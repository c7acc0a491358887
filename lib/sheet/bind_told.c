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
		if (row->kind == BIND_MAP &&
		    bind_row_named(row->rows, pair->key) != NULL)
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

struct node *
bind_told_pairs(struct bind_found *found, struct node *section)
{
	struct bind *bind = found->bind;
	struct node *told = node_new(bind->doc->arena, NODE_LIST, section->pos);
	struct md_block *block = section->blocks;
	struct node all, *child;
	size_t own = 0;

	NODE_EACH(const struct node, pair, section)
		own += weigh(bind, pair);
	if (own < SURE_KEYS)
		return told;
	all = node_emptied(section);
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
	return told;
}
