/*
 * yml_scalar: texts, and what in them YAML takes for something else.
 */
#include <string.h>

#include "base/arena.h"
#include "source/yml_inner.h"
#include "text/note.h"
#include "text/uni.h"

static bool
is_core_tag(const char *tag)
{
	static const char *const core[] = { "str", "int", "float", "bool",
		"null", "seq", "map", "timestamp", "binary" };

	if (strcmp(tag, "!") == 0)
		return true;
	if (strncmp(tag, "tag:yaml.org,2002:", 18) != 0)
		return false;
	for (size_t i = 0; i < sizeof(core) / sizeof(core[0]); i++)
		if (strcmp(tag + 18, core[i]) == 0)
			return true;
	return false;
}

void
yml_check_tag(struct yml_reading *reading, const yaml_char_t *tag,
    yaml_mark_t mark)
{
	if (tag != NULL && !is_core_tag((const char *)tag))
		note_add(reading->faults, yml_pos_of(reading, mark),
		    M_YAML_START, "!");
}

void
yml_check_hash(struct yml_reading *reading, yaml_mark_t end)
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

bool
yml_has_control(const char *text, size_t length)
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

/* Whether a scalar is nothing: null, or blanks in quotes. */
static bool
is_null(const yaml_event_t *event, const char *text)
{
	return text[strspn(text, " \t\n")] == '\0' ||
	    (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
		(strcmp(text, "~") == 0 || strcmp(text, "null") == 0));
}

struct node *
yml_read_scalar(struct yml_reading *reading, const yaml_event_t *event)
{
	const char *value = (const char *)event->data.scalar.value;
	size_t length = event->data.scalar.length;
	struct node *node;
	char *text;

	if (yml_has_control(value, length))
		note_add(reading->faults,
		    yml_pos_of(reading, event->start_mark),
		    M_CONTROL_CHARACTER);
	yml_check_tag(reading, event->data.scalar.tag, event->start_mark);
	if (reading->hashes &&
	    event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		yml_check_hash(reading, event->end_mark);
	text = is_null(event, value)
	    ? arena_string(reading->arena, "")
	    : arena_copy(reading->arena, value, strlen(value));
	node = node_text(reading->arena, text,
	    yml_pos_of(reading, event->start_mark));
	node->prose = text;
	node->verbatim =
	    event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
	    event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	node->block = event->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
	    event->data.scalar.style == YAML_FOLDED_SCALAR_STYLE;
	yml_enter_anchor(reading, event->data.scalar.anchor, node);
	return node;
}
