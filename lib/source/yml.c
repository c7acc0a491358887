/*
 * yml: the events of libyaml, to nodes.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "source/yml_inner.h"
#include "text/note.h"

struct pos
yml_pos_of(const struct yml_reading *reading, yaml_mark_t mark)
{
	return (struct pos){ reading->source->name, mark.line + 1,
		mark.column + 1 };
}

bool
yml_next(struct yml_reading *reading, yaml_event_t *event)
{
	if (reading->broken)
		return false;
	if (yaml_parser_parse(&reading->parser, event))
		return true;
	yml_fault_syntax(reading);
	return false;
}

void
yml_break_off(struct yml_reading *reading, struct pos pos, enum term message)
{
	note_add(reading->faults, pos, message);
	reading->broken = true;
}

struct node *
yml_read_list_item(struct yml_reading *reading, const yaml_event_t *event,
    size_t depth)
{
	struct node *item = yml_read_node(reading, event, depth);

	if (item != NULL && item->kind == NODE_MAP && item->count == 1)
		return node_again(reading->arena, item->first);
	if (item != NULL && item->kind == NODE_TEXT && md_leads(item->text)) {
		item = node_again(reading->arena, item);
		md_fill_item(reading->arena, item,
		    md_text(reading->arena, item->text));
		item->verbatim = item->verbatim && *item->key == '\0';
	}
	return item;
}

void
yml_read_items(struct yml_reading *reading, struct node *list,
    yaml_event_t *event, size_t depth)
{
	struct node *item;
	bool end;

	do {
		end = event->type == YAML_SEQUENCE_END_EVENT;
		item = end ? NULL : yml_read_list_item(reading, event, depth);
		if (item != NULL)
			node_append(list, item);
		yaml_event_delete(event);
	} while (!end && yml_next(reading, event));
}

static struct node *
read_sequence(struct yml_reading *reading, const yaml_event_t *start,
    size_t depth)
{
	struct node *list = node_new(reading->arena, NODE_LIST,
	    yml_pos_of(reading, start->start_mark));
	yaml_event_t event;

	list->flow =
	    start->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	yml_check_tag(reading, start->data.sequence_start.tag,
	    start->start_mark);
	if (yml_next(reading, &event))
		yml_read_items(reading, list, &event, depth);
	yml_enter_anchor(reading, start->data.sequence_start.anchor, list);
	return list;
}

static void
check_key(struct yml_reading *reading, struct dict *keys, struct node *key)
{
	struct dict_entry *entry;
	const struct node *before;

	if (reading->broken)
		return;
	if (key->kind != NODE_TEXT) {
		note_add(reading->faults, key->pos, M_YAML_KEY);
		return;
	}
	if (strcmp(key->text, "<<") == 0)
		note_add(reading->faults, key->pos, M_YAML_MERGE);
	entry = dict_enter(keys, key->text);
	before = entry->value;
	if (before != NULL)
		note_add(reading->faults, key->pos, M_DUPLICATE_KEY,
		    arena_string(reading->kept, key->text),
		    arena_format(reading->kept, "%zu", before->pos.line));
	entry->value = key;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The value of a key, handed over where somebody wants it so. */
static struct node *
read_value(struct yml_reading *reading, const yaml_event_t *event,
    struct node *map, const struct node *key, size_t depth)
{
	const struct yml_stream *stream = reading->stream;
	const char *above = reading->above;
	struct node *node;

	if (stream == NULL || depth > 2 || reading->arena != reading->kept)
		return yml_read_node(reading, event, depth);
	if ((event->type == YAML_SEQUENCE_START_EVENT ||
		event->type == YAML_MAPPING_START_EVENT) &&
	    !yml_is_anchored(event) &&
	    stream->wants(stream->context, above, key->text))
		return yml_stream_items(reading, event, map, depth + 1);
	reading->above = key->text;
	node = yml_read_node(reading, event, depth);
	reading->above = above;
	return node;
}

/* Where what was read of a map in braces stands, in characters. */
struct flow {
	size_t value_end; /* of the value before */
	size_t key_start, key_end;
	size_t start, end; /* of the value */
};

/*
 * Joins what the comma of a number parted in a map in braces: "{cost: 1 250,50 €}"
 * is a key without a value behind a number, with nothing between them.
 */
static bool
joins(struct arena *arena, const struct node *map, const struct node *key,
    const struct node *value, const struct flow *flow)
{
	struct node *before = map->last;
	size_t length;

	if (!map->flow || before == NULL || before->kind != NODE_TEXT ||
	    value->kind != NODE_TEXT || *value->text != '\0' ||
	    flow->start != flow->key_end || flow->end != flow->start ||
	    flow->key_start != flow->value_end + 1)
		return false;
	length = strlen(before->text);
	if (length == 0 || !is_digit(before->text[length - 1]) ||
	    !is_digit(*key->text))
		return false;
	before->text = arena_format(arena, "%s,%s", before->text, key->text);
	before->prose = before->text;
	return true;
}

static struct node *
read_mapping(struct yml_reading *reading, const yaml_event_t *start,
    size_t depth)
{
	struct node *map = node_new(reading->arena, NODE_MAP,
			yml_pos_of(reading, start->start_mark)),
		    *key = NULL, *node;
	struct flow flow = { 0 };
	yaml_event_t event;
	bool end = false;
	struct dict keys = { .arena = reading->arena };

	map->flow = start->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	yml_check_tag(reading, start->data.mapping_start.tag,
	    start->start_mark);
	while (!end && yml_next(reading, &event)) {
		end = event.type == YAML_MAPPING_END_EVENT;
		flow.start = event.start_mark.index;
		flow.end = event.end_mark.index;
		node = end ? NULL
		    : key == NULL
		    ? yml_read_node(reading, &event, depth)
		    : read_value(reading, &event, map, key, depth);
		yaml_event_delete(&event);
		if (node == NULL)
			continue;
		if (key == NULL) {
			key = node;
			flow.key_start = flow.start;
			flow.key_end = flow.end;
			continue;
		}
		if (joins(reading->arena, map, key, node, &flow)) {
			flow.value_end = flow.key_end;
			key = NULL;
			continue;
		}
		flow.value_end = flow.end;
		check_key(reading, &keys, key);
		if (*node->key != '\0')
			node = node_again(reading->arena, node);
		node->verbatim = key->verbatim && !map->flow;
		node->key = key->text;
		node->key_pos = key->pos;
		node_append(map, node);
		key = NULL;
	}
	yml_enter_anchor(reading, start->data.mapping_start.anchor, map);
	return map;
}

struct node *
yml_read_node(struct yml_reading *reading, const yaml_event_t *event,
    size_t depth)
{
	if (depth >= YML_MAX_DEPTH) {
		yml_break_off(reading, yml_pos_of(reading, event->start_mark),
		    M_TOO_DEEP);
		return NULL;
	}
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return yml_read_scalar(reading, event);
	case YAML_ALIAS_EVENT:
		return yml_read_alias(reading, event, depth);
	case YAML_SEQUENCE_START_EVENT:
		return read_sequence(reading, event, depth + 1);
	case YAML_MAPPING_START_EVENT:
		return read_mapping(reading, event, depth + 1);
	default:
		return NULL;
	}
}

static bool
is_bare_stream(const struct yml_reading *reading, const yaml_event_t *event)
{
	return reading->stream != NULL &&
	    event->type == YAML_SEQUENCE_START_EVENT &&
	    !yml_is_anchored(event) &&
	    reading->stream->wants(reading->stream->context, "", NULL);
}

static void
read_stream(struct yml_reading *reading, struct node *documents)
{
	yaml_event_t event;
	struct node *node;
	bool end = false;

	while (!end && yml_next(reading, &event)) {
		end = event.type == YAML_STREAM_END_EVENT;
		if (event.type == YAML_DOCUMENT_START_EVENT)
			dict_init(&reading->anchors, reading->kept);
		if (event.type == YAML_DOCUMENT_END_EVENT)
			yml_check_anchors(reading);
		node = is_bare_stream(reading, &event)
		    ? yml_stream_items(reading, &event, NULL, 1)
		    : yml_read_node(reading, &event, 0);
		if (node != NULL &&
		    (node->first != NULL || *node->text != '\0' ||
			node->count > 0))
			node_append(documents, node);
		yaml_event_delete(&event);
	}
}

static struct node *
read_documents(struct yml_reading *reading)
{
	struct node *documents = node_new(reading->arena, NODE_LIST,
	    (struct pos){ reading->source->name, 1, 1 });

	reading->kept = reading->arena;
	reading->above = "";
	dict_init(&reading->anchors, reading->arena);
	if (reading->stream != NULL)
		reading->scratch = arena_new();
	yaml_parser_set_encoding(&reading->parser, YAML_UTF8_ENCODING);
	read_stream(reading, documents);
	yaml_parser_delete(&reading->parser);
	arena_free(reading->scratch);
	return reading->broken ? NULL : documents;
}

struct node *
yml_read(struct arena *arena, const struct source *source, size_t length,
    const struct yml_stream *stream, struct notes *faults)
{
	struct yml_reading reading = { .arena = arena,
		.source = source,
		.faults = faults,
		.stream = stream };

	reading.limit = YML_ROOM + YML_MAX_GROWTH * length;
	reading.hashes = strstr(source->bytes, " #") != NULL;
	if (!yaml_parser_initialize(&reading.parser))
		err_die(ENOMEM);
	yaml_parser_set_input_string(&reading.parser,
	    (const unsigned char *)source->bytes, length);
	return read_documents(&reading);
}

static int
take_feed(void *context, unsigned char *bytes, size_t size, size_t *length)
{
	*length = yml_feed(context, (char *)bytes, size);
	return 1;
}

struct node *
yml_read_file(struct arena *arena, const struct source *source,
    const struct buf *head, FILE *rest, const struct yml_stream *stream,
    struct notes *faults, struct hidden *hidden, struct pos *hidden_pos)
{
	struct yml_reading reading = { .arena = arena,
		.source = source,
		.faults = faults,
		.stream = stream };
	struct node *documents;
	struct yml_feed feed;

	yml_feed_open(&feed, source->name, head, rest);
	reading.feed = &feed;
	reading.limit = YML_ROOM + YML_MAX_GROWTH * head->length;
	if (!yaml_parser_initialize(&reading.parser))
		err_die(ENOMEM);
	yaml_parser_set_input(&reading.parser, take_feed, &feed);
	documents = read_documents(&reading);
	*hidden = feed.hidden;
	*hidden_pos = feed.hidden_pos;
	return documents;
}
