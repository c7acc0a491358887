#include "source/node.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/dict.h"

struct node *
node_new(struct arena *arena, enum node_kind kind, struct pos pos)
{
	struct node *node = arena_alloc(arena, sizeof(*node));

	node->kind = kind;
	node->key = node->text = node->whole = node->prose = "";
	node->key_pos = node->pos = pos;
	node->weight = 1;
	return node;
}

struct node *
node_text(struct arena *arena, const char *text, struct pos pos)
{
	struct node *node = node_new(arena, NODE_TEXT, pos);

	node->text = text;
	node->weight += strlen(text);
	return node;
}

void
node_append(struct node *parent, struct node *child)
{
	if (parent->first == NULL)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
	parent->count++;
	parent->weight += child->weight;
	if (parent->height <= child->height)
		parent->height = child->height + 1;
}

void
node_go_on(const struct node *node, const struct node *next, struct buf *text)
{
	if (text->length == 0)
		buf_string(text, node->text);
	buf_join(text, " ", next->text);
}

void
node_end(struct node *node, struct arena *arena, struct buf *text)
{
	if (text->length > 0)
		node->text = buf_take(text, arena);
}

struct node *
node_take(struct node *node)
{
	struct node *child = node->first;

	if (child == NULL)
		return NULL;
	node->first = child->next;
	node->count--;
	child->next = NULL;
	return child;
}

struct node
node_emptied(struct node *node)
{
	struct node full = *node;

	node->first = node->last = NULL;
	node->count = 0;
	return full;
}

const struct node *
node_child(const struct node *parent, size_t place)
{
	const struct node *child = parent->first;

	while (child != NULL && place-- > 0)
		child = child->next;
	return child;
}

struct node *
node_again(struct arena *arena, const struct node *node)
{
	struct node *again = arena_alloc(arena, sizeof(*again));

	*again = *node;
	again->next = NULL;
	return again;
}

const char *
node_line(const struct node *item)
{
	return item->level == 0 && *item->whole != '\0' ? item->whole
							: item->text;
}

struct node *
node_unkeyed(struct arena *arena, const struct node *item)
{
	struct node *text = node_again(arena, item);

	text->text = node_line(item);
	text->key = text->whole = "";
	return text;
}

struct node *
node_part(struct arena *arena, const struct node *node,
    bool (*keep)(const struct node *child))
{
	struct node *part = node_again(arena, node);

	part->key = part->whole = "";
	node_emptied(part);
	NODE_EACH(const struct node, child, node)
		if (keep(child))
			node_append(part, node_again(arena, child));
	return part;
}

struct node *
node_clone(struct arena *arena, const struct node *node)
{
	struct node *clone = node_again(arena, node), *copy;

	clone->first = clone->last = NULL;
	NODE_EACH(const struct node, child, node) {
		copy = node_clone(arena, child);
		if (clone->first == NULL)
			clone->first = copy;
		else
			clone->last->next = copy;
		clone->last = copy;
	}
	return clone;
}

bool
node_is_part(const struct node *node)
{
	return node->level > 0 || (*node->key == '\0' && node->blocks != NULL);
}

bool
node_is_empty(const struct node *node)
{
	if (*node->text != '\0' || (node->first == NULL && node->count > 0))
		return false;
	NODE_EACH(const struct node, child, node)
		if (!node_is_empty(child))
			return false;
	return true;
}

bool
node_is_map(const struct node *node)
{
	ARENA_SCRATCH(arena);
	bool map = node->kind != NODE_TEXT || node->first != NULL;
	struct dict keys = { .arena = arena };

	for (const struct node *child = node->first; child != NULL && map;
	     child = child->next) {
		map =
		    *child->key != '\0' && dict_find(&keys, child->key) == NULL;
		dict_enter(&keys, child->key);
	}
	return map;
}
