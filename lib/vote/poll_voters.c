/*
 * poll_voters: ballots that stand each below a heading of their voter's, as a row
 * of a table of voters.
 */
#include "vote/poll.h"

typedef bool is_given(const char *text);

/* Whether all that stands below a heading gives options something. */
static bool
is_ballot(struct arena *arena, const struct node *section, is_given *given)
{
	const struct node *pair;

	MD_EACH(const struct md_block, block, section)
		if (md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT)
			return false;
	if (section->level == 0)
		return false;
	NODE_EACH(const struct node, line, section) {
		pair = *line->key != '\0' ? line : bind_pair_of(arena, line);
		if (pair == NULL || pair->first != NULL || line->table > 0 ||
		    !given(pair->text))
			return false;
	}
	return section->first != NULL;
}

/* The row that a heading is, whose voter stands in a column without a name. */
static struct node *
row_of(struct arena *arena, const struct node *section)
{
	struct node *row = node_new(arena, NODE_MAP, section->pos), *cell;

	cell = node_text(arena, section->key, section->key_pos);
	node_append(row, cell);
	NODE_EACH(const struct node, line, section)
		node_append(row,
		    *line->key != '\0' ? node_again(arena, line)
				       : bind_pair_of(arena, line));
	row->table = 1;
	return row;
}

/* Puts rows for the headings under ballots that are one each. */
static void
turn(struct arena *arena, struct node *ballots, is_given *given)
{
	struct node children = node_emptied(ballots), *child;

	while ((child = node_take(&children)) != NULL)
		node_append(ballots,
		    is_ballot(arena, child, given) ? row_of(arena, child)
						   : child);
}

/* Whether a heading that means nothing else, to any tool, is a ballot. */
static bool
is_own(struct arena *arena, const struct node *section, is_given *given)
{
	return term_find_key(section->key) == T_NONE &&
	    term_find_subject(section->key) == T_NONE &&
	    is_ballot(arena, section, given);
}

/* Takes out of a document the headings that are nothing but ballots, as a list of
 * them, where there are several. */
static void
gather(struct bind *bind, struct node *root, is_given *given)
{
	struct arena *arena = bind->doc->arena;
	struct node *list, *child, children;
	size_t count = 0;

	NODE_EACH(const struct node, section, root)
		count += is_own(arena, section, given);
	if (count < 2)
		return;
	list = node_new(arena, NODE_LIST, root->pos);
	list->key = term_name(T_BALLOTS, bind_likely_language(bind));
	children = node_emptied(root);
	while ((child = node_take(&children)) != NULL)
		if (is_own(arena, child, given))
			node_append(list, row_of(arena, child));
		else
			node_append(root, child);
	list->pos = list->key_pos = list->first->pos;
	node_append(root, list);
}

void
poll_voters(struct method *method, const struct ballot_form *form,
    struct node *root)
{
	NODE_EACH(struct node, child, root)
		if (term_is(child->key, T_BALLOTS))
			turn(method->arena, child, form->pairs);
	gather(method->bind, root, form->sure);
}
