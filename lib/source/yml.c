#include "source/yml.h"

#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/dict.h"
#include "base/err.h"
#include "source/yml_feed.h"
#include "text/note.h"
#include "text/uni.h"

/* Longer lists of texts are read as nodes. */
enum { MAX_TEXTS = 16 };

struct reading {
	struct arena *arena; /* of nodes: kept, or scratch for one item */
	struct arena *kept;
	const struct source *source;
	struct notes *faults;
	yaml_parser_t parser;
	struct dict anchors; /* of the document being read, to struct anchor */
	size_t limit;        /* of the weight that aliases may bring */
	size_t aliased;
	bool broken; /* a fault after which nothing can be read */
	bool hashes; /* some text may be cut off by a # */

	const struct yml_stream *stream; /* NULL: none */
	struct arena *scratch;
	const char *above; /* the key of the map that is read, "" at the top */
	struct yml_feed *feed; /* NULL: all is in the source */
};

struct anchor {
	struct node *node;
	struct pos pos;
	bool used;
};

static struct pos
pos_of(const struct reading *reading, yaml_mark_t mark)
{
	return (struct pos){ reading->source->name, mark.line + 1,
		mark.column + 1 };
}

static bool
problem_has(const char *problem, const char *words)
{
	return problem != NULL && strstr(problem, words) != NULL;
}

/* The character at a mark, as a string. */
static const char *
char_at(const struct reading *reading, yaml_mark_t mark)
{
	const char *at, *end;
	size_t length, i;

	at = source_line(reading->source, mark.line + 1, &length);
	at = arena_copy(reading->kept, at, length);
	for (i = 0; i < mark.column && *at != '\0'; i++)
		uni_next(&at);
	end = at;
	uni_next(&end);
	return arena_copy(reading->kept, at, (size_t)(end - at));
}

static void
fault_start(struct reading *reading, yaml_mark_t mark)
{
	const char *at = char_at(reading, mark);

	if (*at == '\0') /* beyond what is held of a large input */
		note_add(reading->faults, pos_of(reading, mark), M_YAML_SYNTAX,
		    reading->parser.problem
			? arena_string(reading->kept, reading->parser.problem)
			: "");
	else if (*at == '\t')
		note_add(reading->faults, pos_of(reading, mark), M_YAML_TAB);
	else
		note_add(reading->faults, pos_of(reading, mark), M_YAML_START,
		    at);
}

/*
 * Finds the mark that opened a value on a line where something stands behind
 * its end: "- [a](b)", "- [ ] a", "key: \"a\" b".
 */
static bool
find_opening(const struct reading *reading, yaml_mark_t *mark)
{
	size_t length, at = 0, i;
	const char *line =
	    source_line(reading->source, mark->line + 1, &length);

	for (i = 0; i + 1 < length; i++)
		if (strchr("-:", line[i]) != NULL && line[i + 1] == ' ' &&
		    (line[i] == ':' || i == at))
			at = i + 2;
		else if (line[i] == ' ' && i == at)
			at++;
	if (at >= length || strchr("[{\"'", line[at]) == NULL)
		return false;
	i = uni_count(line, at);
	if (i >= mark->column)
		return false;
	mark->column = i;
	return true;
}

/* Says what libyaml found, in words that a clerk can act on. */
static void
fault_syntax(struct reading *reading)
{
	const yaml_parser_t *parser = &reading->parser;
	const char *problem = parser->problem, *context = parser->context;
	yaml_mark_t mark = parser->problem_mark;

	reading->broken = true;
	if (parser->error == YAML_MEMORY_ERROR)
		err_die("out of memory");
	if (reading->feed != NULL && reading->feed->fault != T_NONE)
		note_add(reading->faults, reading->feed->pos,
		    reading->feed->fault,
		    arena_string(reading->kept, reading->feed->why));
	else if (parser->error == YAML_READER_ERROR && reading->feed != NULL)
		note_add(reading->faults, pos_of(reading, parser->mark),
		    M_CONTROL_CHARACTER);
	else if (parser->error == YAML_READER_ERROR)
		note_add(reading->faults,
		    source_pos(reading->source, parser->problem_offset),
		    M_CONTROL_CHARACTER);
	else if (problem_has(problem, "mapping values are not allowed"))
		note_add(reading->faults, pos_of(reading, mark), M_YAML_COLON);
	else if (problem_has(problem, "tab character"))
		note_add(reading->faults, pos_of(reading, mark), M_YAML_TAB);
	else if (problem_has(problem, "cannot start any token"))
		fault_start(reading, mark);
	else if (problem_has(context, "scanning an alias") ||
	    problem_has(context, "scanning an anchor") ||
	    problem_has(context, "scanning a tag") ||
	    problem_has(context, "scanning a directive") ||
	    problem_has(context, "scanning a block scalar"))
		fault_start(reading, parser->context_mark);
	else if (problem_has(context, "scanning a quoted scalar") ||
	    problem_has(context, "scanning a simple key"))
		note_add(reading->faults, pos_of(reading, parser->context_mark),
		    M_YAML_SYNTAX, arena_string(reading->kept, problem));
	else if (problem_has(problem, "did not find expected") &&
	    find_opening(reading, &mark))
		fault_start(reading, mark);
	else if (problem_has(problem, "',' or ']'") ||
	    problem_has(problem, "',' or '}'"))
		fault_start(reading, parser->context_mark);
	else
		note_add(reading->faults, pos_of(reading, mark), M_YAML_SYNTAX,
		    arena_string(reading->kept, problem ? problem : ""));
}

static bool
next(struct reading *reading, yaml_event_t *event)
{
	if (reading->broken)
		return false;
	if (yaml_parser_parse(&reading->parser, event))
		return true;
	fault_syntax(reading);
	return false;
}

static bool
is_core_tag(const char *tag)
{
	static const char *const core[] = { "str", "int", "float", "bool",
		"null", "seq", "map", "timestamp", "binary" };
	size_t i;

	if (strcmp(tag, "!") == 0)
		return true;
	if (strncmp(tag, "tag:yaml.org,2002:", 18) != 0)
		return false;
	for (i = 0; i < sizeof(core) / sizeof(core[0]); i++)
		if (strcmp(tag + 18, core[i]) == 0)
			return true;
	return false;
}

static void
check_tag(struct reading *reading, const yaml_char_t *tag, yaml_mark_t mark)
{
	if (tag != NULL && !is_core_tag((const char *)tag))
		note_add(reading->faults, pos_of(reading, mark), M_YAML_START,
		    "!");
}

/* A copy of a node with all that is below it, to outlive its arena. */
static struct node *
keep(struct arena *arena, const struct node *node)
{
	struct node *kept = node_again(arena, node);
	const struct node *child;

	kept->text = arena_string(arena, node->text);
	kept->prose = kept->text;
	kept->key = arena_string(arena, node->key);
	kept->first = kept->last = NULL;
	kept->count = 0;
	kept->weight = 1 + strlen(node->text);
	for (child = node->first; child != NULL; child = child->next)
		node_append(kept, keep(arena, child));
	return kept;
}

static void
enter_anchor(struct reading *reading, const yaml_char_t *name,
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

/* "&x text" is an anchor to YAML: one that nothing names was meant as text. */
static void
check_anchors(struct reading *reading)
{
	const struct anchor *anchor;
	size_t i;

	for (i = 0; i < reading->anchors.count; i++) {
		anchor = reading->anchors.entries[i].value;
		if (!anchor->used)
			note_add(reading->faults, anchor->pos, M_YAML_START,
			    "&");
	}
}

/*
 * " #word" behind a text is a comment to YAML, and was most likely not one to
 * who typed it; a comment's # is followed by a blank.
 */
static void
check_hash(struct reading *reading, yaml_mark_t end)
{
	enum { LONG_LINE = 4096 };
	const char *line, *at;
	size_t length, i;

	line = source_line(reading->source, end.line + 1, &length);
	if (length > LONG_LINE || memchr(line, '#', length) == NULL)
		return;
	at = line = arena_copy(reading->kept, line, length);
	for (i = 0; i < end.column && *at != '\0'; i++)
		uni_next(&at);
	at += strspn(at, " ");
	if (at[0] == '#' && at[1] != '\0' && strchr(" #!\t-=", at[1]) == NULL)
		note_add(reading->faults,
		    source_pos(reading->source,
			reading->source->lines[end.line] + (size_t)(at - line)),
		    M_YAML_HASH);
}

static bool
has_control(const char *text, size_t length)
{
	const char *at = text;
	int32_t c;

	if (memchr(text, '\0', length) != NULL)
		return true;
	while ((c = uni_next(&at)) != 0)
		if (uni_is_control(c) && c != 0xfeff)
			return true;
	return false;
}

static bool
is_null(const yaml_event_t *event, const char *text)
{
	return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	    (strcmp(text, "~") == 0 || strcmp(text, "null") == 0);
}

static struct node *
read_scalar(struct reading *reading, const yaml_event_t *event)
{
	const char *value = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	struct node *node;
	char *text;

	if (has_control(value, length))
		note_add(reading->faults, pos_of(reading, event->start_mark),
		    M_CONTROL_CHARACTER);
	check_tag(reading, event->data.scalar.tag, event->start_mark);
	if (reading->hashes &&
	    event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		check_hash(reading, event->end_mark);
	text = is_null(event, value)
	    ? arena_string(reading->arena, "")
	    : arena_copy(reading->arena, value, strlen(value));
	node =
	    node_text(reading->arena, text, pos_of(reading, event->start_mark));
	node->prose = text;
	node->block = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
	    event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
	enter_anchor(reading, event->data.scalar.anchor, node);
	return node;
}

/* A fault after which nothing can be read. */
static void
break_off(struct reading *reading, struct pos pos, enum term message)
{
	note_add(reading->faults, pos, message);
	reading->broken = true;
}

static struct node *
read_alias(struct reading *reading, const yaml_event_t *event, size_t depth)
{
	const char *name = (const char *)event->data.alias.anchor;
	struct dict_entry *entry = dict_find(&reading->anchors, name);
	struct pos pos = pos_of(reading, event->start_mark);
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
		break_off(reading, pos, M_YAML_ALIASES);
	else if (depth + node->height > YML_MAX_DEPTH)
		break_off(reading, pos, M_TOO_DEEP);
	return node;
}

static struct node *read_node(struct reading *reading,
    const yaml_event_t *event, size_t depth);

/* An item of a list: one that is one pair is that pair. */
static struct node *
read_list_item(struct reading *reading, const yaml_event_t *event, size_t depth)
{
	struct node *item = read_node(reading, event, depth);

	return item != NULL && item->kind == NODE_MAP && item->count == 1
	    ? node_again(reading->arena, item->first)
	    : item;
}

/* The items of a list, from an event on; deletes it. */
static void
read_items(struct reading *reading, struct node *list, yaml_event_t *event,
    size_t depth)
{
	struct node *item;
	bool end;

	do {
		end = event->type == YAML_SEQUENCE_END_EVENT;
		item = end ? NULL : read_list_item(reading, event, depth);
		if (item != NULL)
			node_append(list, item);
		yaml_event_delete(event);
	} while (!end && next(reading, event));
}

static struct node *
read_sequence(struct reading *reading, const yaml_event_t *start, size_t depth)
{
	struct node *list = node_new(reading->arena, NODE_LIST,
	    pos_of(reading, start->start_mark));
	yaml_event_t event;

	check_tag(reading, start->data.sequence_start.tag, start->start_mark);
	if (next(reading, &event))
		read_items(reading, list, &event, depth);
	enter_anchor(reading, start->data.sequence_start.anchor, list);
	return list;
}

static void
check_key(struct reading *reading, struct dict *keys, struct node *key)
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

/* A text that needs no look: not null, no control, no anchor, no tag. */
static bool
is_simple_text(const yaml_event_t *event)
{
	const yaml_char_t *at = event->data.scalar.value;
	size_t i;

	if (event->type != YAML_SCALAR_EVENT ||
	    event->data.scalar.anchor != NULL ||
	    event->data.scalar.tag != NULL || *at == '~' || *at == 'n' ||
	    event->data.scalar.style > YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return false;
	for (i = 0; i < event->data.scalar.length; i++)
		if (at[i] < 0x20 || at[i] >= 0x7f)
			return i > 0 && at[i] >= 0x7f &&
			    !has_control((const char *)at,
				event->data.scalar.length);
	return true;
}

/*
 * An item that starts as a list: handed over as texts if it is all simple
 * texts; else returned as a node.
 */
static struct node *
read_texts(struct reading *reading, const yaml_event_t *start, size_t depth)
{
	const struct yml_stream *stream = reading->stream;
	yaml_event_t events[MAX_TEXTS + 1], *last = events;
	const char *texts[MAX_TEXTS];
	struct node *list = NULL;
	size_t count = 0, i;
	bool more;

	while ((more = next(reading, last)) && count < MAX_TEXTS &&
	    is_simple_text(last)) {
		if (reading->hashes &&
		    last->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
			check_hash(reading, last->end_mark);
		texts[count++] = (const char *)last->data.scalar.value;
		last++;
	}
	if (more && last->type == YAML_SEQUENCE_END_EVENT) {
		stream->texts(stream->context,
		    pos_of(reading, start->start_mark), texts, count);
		yaml_event_delete(last);
	} else if (more) {
		list = node_new(reading->arena, NODE_LIST,
		    pos_of(reading, start->start_mark));
		for (i = 0; i < count; i++)
			node_append(list, read_scalar(reading, &events[i]));
		read_items(reading, list, last, depth);
	}
	for (i = 0; i < count; i++)
		yaml_event_delete(&events[i]);
	return list;
}

static bool
is_anchored(const yaml_event_t *start)
{
	return start->type == YAML_MAPPING_START_EVENT
	    ? start->data.mapping_start.anchor != NULL
	    : start->data.sequence_start.anchor != NULL;
}

/* Hands over the items, or pairs, of what starts, one by one. */
static struct node *
stream_items(struct reading *reading, const yaml_event_t *start,
    struct node *map, size_t depth)
{
	const struct yml_stream *stream = reading->stream;
	bool pairs = start->type == YAML_MAPPING_START_EVENT, end = false, flat;
	struct node *list = node_new(reading->kept, NODE_LIST,
			pos_of(reading, start->start_mark)),
		    *key = NULL, *item;
	yaml_event_t event;

	stream->begin(stream->context, map);
	reading->arena = reading->scratch;
	while (!end && next(reading, &event)) {
		end = event.type == YAML_SEQUENCE_END_EVENT ||
		    event.type == YAML_MAPPING_END_EVENT;
		flat = !pairs && event.type == YAML_SEQUENCE_START_EVENT &&
		    !is_anchored(&event) &&
		    event.data.sequence_start.tag == NULL;
		item = end  ? NULL
		    : flat  ? read_texts(reading, &event, depth + 1)
		    : pairs ? read_node(reading, &event, depth)
			    : read_list_item(reading, &event, depth);
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

/* The value of a key, handed over where somebody wants it so. */
static struct node *
read_value(struct reading *reading, const yaml_event_t *event, struct node *map,
    const struct node *key, size_t depth)
{
	const struct yml_stream *stream = reading->stream;
	const char *above = reading->above;
	struct node *node;

	if (stream == NULL || depth > 2 || reading->arena != reading->kept)
		return read_node(reading, event, depth);
	if ((event->type == YAML_SEQUENCE_START_EVENT ||
		event->type == YAML_MAPPING_START_EVENT) &&
	    !is_anchored(event) &&
	    stream->wants(stream->context, above, key->text))
		return stream_items(reading, event, map, depth + 1);
	reading->above = key->text;
	node = read_node(reading, event, depth);
	reading->above = above;
	return node;
}

static struct node *
read_mapping(struct reading *reading, const yaml_event_t *start, size_t depth)
{
	struct node *map = node_new(reading->arena, NODE_MAP,
			pos_of(reading, start->start_mark)),
		    *key = NULL, *node;
	struct dict keys;
	yaml_event_t event;
	bool end = false;

	dict_init(&keys, reading->arena);
	check_tag(reading, start->data.mapping_start.tag, start->start_mark);
	while (!end && next(reading, &event)) {
		end = event.type == YAML_MAPPING_END_EVENT;
		node = end ? NULL
		    : key == NULL
		    ? read_node(reading, &event, depth)
		    : read_value(reading, &event, map, key, depth);
		yaml_event_delete(&event);
		if (node == NULL)
			continue;
		if (key == NULL) {
			key = node;
			check_key(reading, &keys, key);
			continue;
		}
		if (*node->key != '\0')
			node = node_again(reading->arena, node);
		node->key = key->text;
		node->key_pos = key->pos;
		node_append(map, node);
		key = NULL;
	}
	enter_anchor(reading, start->data.mapping_start.anchor, map);
	return map;
}

static struct node *
read_node(struct reading *reading, const yaml_event_t *event, size_t depth)
{
	if (depth >= YML_MAX_DEPTH) {
		break_off(reading, pos_of(reading, event->start_mark),
		    M_TOO_DEEP);
		return NULL;
	}
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return read_scalar(reading, event);
	case YAML_ALIAS_EVENT:
		return read_alias(reading, event, depth);
	case YAML_SEQUENCE_START_EVENT:
		return read_sequence(reading, event, depth + 1);
	case YAML_MAPPING_START_EVENT:
		return read_mapping(reading, event, depth + 1);
	default:
		return NULL;
	}
}

static bool
is_bare_stream(const struct reading *reading, const yaml_event_t *event)
{
	return reading->stream != NULL &&
	    event->type == YAML_SEQUENCE_START_EVENT && !is_anchored(event) &&
	    reading->stream->wants(reading->stream->context, "", NULL);
}

static void
read_stream(struct reading *reading, struct node *documents)
{
	yaml_event_t event;
	struct node *node;
	bool end = false;

	while (!end && next(reading, &event)) {
		end = event.type == YAML_STREAM_END_EVENT;
		if (event.type == YAML_DOCUMENT_START_EVENT)
			dict_init(&reading->anchors, reading->kept);
		if (event.type == YAML_DOCUMENT_END_EVENT)
			check_anchors(reading);
		node = is_bare_stream(reading, &event)
		    ? stream_items(reading, &event, NULL, 1)
		    : read_node(reading, &event, 0);
		if (node != NULL &&
		    (node->first != NULL || *node->text != '\0' ||
			node->count > 0))
			node_append(documents, node);
		yaml_event_delete(&event);
	}
}

static struct node *
read_documents(struct reading *reading)
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
	struct reading reading = { .arena = arena,
		.source = source,
		.faults = faults,
		.stream = stream };

	reading.limit = YML_ROOM + YML_MAX_GROWTH * length;
	reading.hashes = strstr(source->bytes, " #") != NULL;
	if (!yaml_parser_initialize(&reading.parser))
		err_die("out of memory");
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
    struct notes *faults)
{
	struct reading reading = { .arena = arena,
		.source = source,
		.faults = faults,
		.stream = stream };
	struct yml_feed feed;

	yml_feed_open(&feed, source->name, head, rest);
	reading.feed = &feed;
	reading.limit = YML_ROOM + YML_MAX_GROWTH * head->length;
	if (!yaml_parser_initialize(&reading.parser))
		err_die("out of memory");
	yaml_parser_set_input(&reading.parser, take_feed, &feed);
	return read_documents(&reading);
}

static int
take_output(void *out, unsigned char *bytes, size_t length)
{
	buf_add(out, (const char *)bytes, length);
	return 1;
}

static void
emit(yaml_emitter_t *emitter, yaml_event_t *event, int made)
{
	if (!made || !yaml_emitter_emit(emitter, event))
		err_die("cannot write YAML: %s",
		    emitter->problem ? emitter->problem : "out of memory");
}

/* A line's end to YAML 1.1 and to nobody else: the emitter folds lines there. */
static bool
has_odd_break(const char *text)
{
	return strstr(text, "\u2028") != NULL ||
	    strstr(text, "\u2029") != NULL || strstr(text, "\xc2\x85") != NULL;
}

static void
emit_text(yaml_emitter_t *emitter, const char *text)
{
	bool quoted = strcmp(text, "~") == 0 || strcmp(text, "null") == 0;
	yaml_event_t event;

	emit(emitter, &event,
	    yaml_scalar_event_initialize(&event, NULL, NULL,
		(const yaml_char_t *)text, (int)strlen(text), 1, 1,
		has_odd_break(text) ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
		    : quoted        ? YAML_SINGLE_QUOTED_SCALAR_STYLE
				    : YAML_ANY_SCALAR_STYLE));
}

static void emit_node(yaml_emitter_t *emitter, const struct node *node);

static void
emit_list(yaml_emitter_t *emitter, const struct node *node)
{
	const struct node *child;
	yaml_event_t event;

	emit(emitter, &event,
	    yaml_sequence_start_event_initialize(&event, NULL, NULL, 1,
		YAML_BLOCK_SEQUENCE_STYLE));
	for (child = node->first; child != NULL; child = child->next) {
		if (*child->key == '\0') {
			emit_node(emitter, child);
			continue;
		}
		emit(emitter, &event,
		    yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
			YAML_BLOCK_MAPPING_STYLE));
		emit_text(emitter, child->key);
		emit_node(emitter, child);
		emit(emitter, &event,
		    yaml_mapping_end_event_initialize(&event));
	}
	emit(emitter, &event, yaml_sequence_end_event_initialize(&event));
}

static void
emit_map(yaml_emitter_t *emitter, const struct node *node)
{
	const struct node *child;
	yaml_event_t event;

	emit(emitter, &event,
	    yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
		YAML_BLOCK_MAPPING_STYLE));
	for (child = node->first; child != NULL; child = child->next) {
		emit_text(emitter, child->key);
		emit_node(emitter, child);
	}
	emit(emitter, &event, yaml_mapping_end_event_initialize(&event));
}

static void
emit_node(yaml_emitter_t *emitter, const struct node *node)
{
	if (node->kind == NODE_TEXT)
		emit_text(emitter, node->text);
	else if (node->kind == NODE_MAP)
		emit_map(emitter, node);
	else
		emit_list(emitter, node);
}

void
yml_write(struct buf *out, const struct node *node)
{
	yaml_emitter_t emitter;
	yaml_event_t event;

	if (!yaml_emitter_initialize(&emitter))
		err_die("out of memory");
	yaml_emitter_set_output(&emitter, take_output, out);
	yaml_emitter_set_unicode(&emitter, 1);
	yaml_emitter_set_width(&emitter, -1);
	emit(&emitter, &event,
	    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
	emit(&emitter, &event,
	    yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
	emit_node(&emitter, node);
	emit(&emitter, &event, yaml_document_end_event_initialize(&event, 1));
	emit(&emitter, &event, yaml_stream_end_event_initialize(&event));
	yaml_emitter_delete(&emitter);
}
