/*
 * md_tight: whether the items of a list can stand without blank lines.
 */
#include "source/md_writer.h"
#include "text/uni.h"

static bool
is_blank_text(const char *text)
{
	int32_t c;

	while ((c = uni_next(&text)) != 0)
		if (!uni_is_blank(c) && !uni_is_control(c))
			return false;
	return true;
}

static bool
inline_says_nothing(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		return true;
	case CMARK_NODE_TEXT:
		return is_blank_text(cmark_node_get_literal(node));
	case CMARK_NODE_HTML_INLINE:
		return md_is_comment(cmark_node_get_literal(node));
	default:
		return false;
	}
}

/* Whether nothing of a block will be written. */
static bool
says_nothing(cmark_node *block)
{
	cmark_node *node = cmark_node_first_child(block);

	if (md_is(block, CMARK_NODE_HTML_BLOCK))
		return md_is_comment(cmark_node_get_literal(block));
	if (!md_is(block, CMARK_NODE_PARAGRAPH) &&
	    !md_is(block, CMARK_NODE_HEADING))
		return false;
	for (; node != NULL; node = cmark_node_next(node))
		if (!inline_says_nothing(node))
			return false;
	return true;
}

/* Whether a list can follow a block without a blank line. */
static bool
can_touch(cmark_node *before, cmark_node *list)
{
	cmark_node_type type = cmark_node_get_type(before);
	cmark_node *child;

	if (!md_is(list, CMARK_NODE_LIST) ||
	    (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING &&
		type != CMARK_NODE_CODE_BLOCK))
		return false;
	for (child = list; md_is(child, CMARK_NODE_LIST);)
		child = cmark_node_first_child(cmark_node_first_child(child));
	return child != NULL && !says_nothing(child) &&
	    (cmark_node_get_list_type(list) == CMARK_BULLET_LIST ||
		cmark_node_get_list_start(list) == 1);
}

bool
md_is_tight(cmark_node *list)
{
	cmark_node *item, *block, *before;

	if (!cmark_node_get_list_tight(list))
		return false;
	for (item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item)) {
		before = NULL;
		for (block = cmark_node_first_child(item); block != NULL;
		     block = cmark_node_next(block)) {
			if (says_nothing(block))
				continue;
			if (before != NULL && !can_touch(before, block))
				return false;
			before = block;
		}
	}
	return true;
}
