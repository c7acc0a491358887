/*
 * yml_anchor: nodes with a name, and the aliases that stand for them.
 */
#include <string.h>

#include "base/arena.h"
#include "source/yml_inner.h"
#include "text/note.h"

struct anchor {
	struct node *node;
	struct pos pos;
	bool used;
};

/* A copy of a node with all that is below it, to outlive its arena. */
static struct node *
keep(struct arena *arena, const struct node *node)
{
	struct node *kept = node_again(arena, node);

	kept->text = arena_string(arena, node->text);
	kept->prose = kept->text;
	kept->key = arena_string(arena, node->key);
	kept->first = kept->last = NULL;
	kept->count = 0;
	kept->weight = 1 + strlen(node->text);
	NODE_EACH(const struct node, child, node)
		node_append(kept, keep(arena, child));
	return kept;
}

void
yml_enter_anchor(struct yml_reading *reading, const yaml_char_t *name,
    struct node *node)
{
	struct anchor *anchor;

	if (name == NULL)
		return;
	if (reading->arena != reading->kept)
		node = keep(reading->kept, node);
	anchor = arena_alloc(reading->kept, sizeof(*anchor));
	anchor->node = node;
	anchor->pos = node->pos;
	dict_enter(&reading->anchors,
	    arena_string(reading->kept, (const char *)name))
	    ->value = anchor;
}

void
yml_check_anchors(struct yml_reading *reading)
{
	const struct anchor *anchor;

	for (size_t i = 0; i < reading->anchors.count; i++) {
		anchor = reading->anchors.entries[i].value;
		if (!anchor->used)
			note_add(reading->faults, anchor->pos, M_YAML_START,
			    "&");
	}
}

struct node *
yml_read_alias(struct yml_reading *reading, const yaml_event_t *event,
    size_t depth)
{
	const char *name = (const char *)event->data.alias.anchor;
	struct dict_entry *entry = dict_find(&reading->anchors, name);
	struct pos pos = yml_pos_of(reading, event->start_mark);
	struct anchor *anchor;
	struct node *node;

	if (entry == NULL || entry->value == NULL) {
		note_add(reading->faults, pos, M_YAML_ALIAS,
		    arena_string(reading->kept, name));
		return node_text(reading->arena, "", pos);
	}
	anchor = entry->value;
	anchor->used = true;
	node = node_again(reading->arena, anchor->node);
	node->key = ""; /* which is that of the anchor's pair */
	node->key_pos = pos;
	reading->aliased += node->weight;
	if (reading->aliased > reading->limit)
		yml_break_off(reading, pos, M_YAML_ALIASES);
	else if (depth + node->height > YML_MAX_DEPTH)
		yml_break_off(reading, pos, M_TOO_DEEP);
	return node;
}
