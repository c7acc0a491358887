/*
 * yml_stream: lists whose items are handed over one by one.
 */
#include <string.h>

#include "base/arena.h"
#include "source/yml_inner.h"

/* Longer lists of texts are read as nodes. */
enum { MAX_TEXTS = 16 };

/* A text that needs no look: not null, no control, no anchor, no tag. */
static bool
is_simple_text(const yaml_event_t *event)
{
	const yaml_char_t *at = event->data.scalar.value;

	if (event->type != YAML_SCALAR_EVENT ||
	    event->data.scalar.anchor != NULL ||
	    event->data.scalar.tag != NULL || *at == '~' || *at == 'n' ||
	    event->data.scalar.style > YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return false;
	for (size_t i = 0; i < event->data.scalar.length; i++)
		if (at[i] < 0x20 || at[i] >= 0x7f)
			return i > 0 && at[i] >= 0x7f &&
			    !yml_has_control((const char *)at,
				event->data.scalar.length);
	return true;
}

/*
 * An item that starts as a list: handed over as texts if it is all simple
 * texts; else returned as a node.
 */
static struct node *
read_texts(struct yml_reading *reading, const yaml_event_t *start, size_t depth)
{
	const struct yml_stream *stream = reading->stream;
	yaml_event_t events[MAX_TEXTS + 1], *last = events;
	const char *texts[MAX_TEXTS];
	struct node *list = NULL;
	size_t count = 0, i;
	bool more;

	while ((more = yml_next(reading, last)) && count < MAX_TEXTS &&
	    is_simple_text(last)) {
		if (reading->hashes &&
		    last->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
			yml_check_hash(reading, last->end_mark);
		texts[count++] = (const char *)last->data.scalar.value;
		last++;
	}
	if (more && last->type == YAML_SEQUENCE_END_EVENT) {
		stream->texts(stream->context,
		    yml_pos_of(reading, start->start_mark), texts, count);
		yaml_event_delete(last);
	} else if (more) {
		list = node_new(reading->arena, NODE_LIST,
		    yml_pos_of(reading, start->start_mark));
		for (i = 0; i < count; i++)
			node_append(list, yml_read_scalar(reading, &events[i]));
		yml_read_items(reading, list, last, depth);
	}
	for (i = 0; i < count; i++)
		yaml_event_delete(&events[i]);
	return list;
}

bool
yml_is_anchored(const yaml_event_t *start)
{
	return start->type == YAML_MAPPING_START_EVENT
	    ? start->data.mapping_start.anchor != NULL
	    : start->data.sequence_start.anchor != NULL;
}

struct node *
yml_stream_items(struct yml_reading *reading, const yaml_event_t *start,
    struct node *map, size_t depth)
{
	const struct yml_stream *stream = reading->stream;
	bool pairs = start->type == YAML_MAPPING_START_EVENT, end = false, flat;
	struct node *list = node_new(reading->kept, NODE_LIST,
			yml_pos_of(reading, start->start_mark)),
		    *key = NULL, *item;
	yaml_event_t event;

	stream->begin(stream->context, map);
	reading->arena = reading->scratch;
	while (!end && yml_next(reading, &event)) {
		end = event.type == YAML_SEQUENCE_END_EVENT ||
		    event.type == YAML_MAPPING_END_EVENT;
		flat = !pairs && event.type == YAML_SEQUENCE_START_EVENT &&
		    !yml_is_anchored(&event) &&
		    event.data.sequence_start.tag == NULL;
		item = end  ? NULL
		    : flat  ? read_texts(reading, &event, depth + 1)
		    : pairs ? yml_read_node(reading, &event, depth)
			    : yml_read_list_item(reading, &event, depth);
		yaml_event_delete(&event);
		list->count += flat && item == NULL;
		if (item == NULL)
			continue;
		if (pairs && key == NULL) {
			key = item;
			continue;
		}
		if (key != NULL) {
			item->key = key->text;
			item->key_pos = key->pos;
			item->paired = true;
			key = NULL;
		}
		list->count++;
		stream->item(stream->context, item);
		arena_reset(reading->scratch);
	}
	reading->arena = reading->kept;
	return list;
}
