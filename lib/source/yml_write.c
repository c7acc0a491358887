/*
 * yml_write: nodes as YAML.
 */
#include <errno.h>
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "source/yml.h"

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
		err_die(ENOMEM);
}

/* A line's end to YAML 1.1 and to nobody else: the emitter folds lines there. */
static bool
has_odd_break(const char *text)
{
	return strstr(text, "\u2028") != NULL ||
	    strstr(text, "\u2029") != NULL || strstr(text, "\xc2\x85") != NULL;
}

/* Whether a text is one that the emitter writes nowhere but in quotes: it has an
 * emoji, or ends with a blank. */
static bool
has_no_bar(const char *text)
{
	char last = ' ';

	for (; *text != '\0' && (unsigned char)*text < 0xf0; text++)
		last = *text;
	return *text != '\0' || last == ' ' || last == '\t';
}

static void
emit_text(yaml_emitter_t *emitter, const char *text, bool block, bool quoted)
{
	ARENA_SCRATCH(arena);
	yaml_event_t event;

	block &= *text != '\0'; /* an empty bar would be read back as another */
	if (block && has_no_bar(text)) { /* a line's end instead */
		emit_text(emitter, arena_format(arena, "%s\n", text), false,
		    false);
		return;
	}
	/* without quotes no text, and the start of another kind of file */
	quoted = quoted || strcmp(text, "~") == 0 ||
	    strcmp(text, "null") == 0 || *text == '<';
	emit(emitter, &event,
	    yaml_scalar_event_initialize(&event, NULL, NULL,
		(const yaml_char_t *)text, (int)strlen(text), 1, 1,
		has_odd_break(text) ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
		    : block || strchr(text, '\n') != NULL
		    ? YAML_LITERAL_SCALAR_STYLE
		    : quoted ? YAML_SINGLE_QUOTED_SCALAR_STYLE
			     : YAML_ANY_SCALAR_STYLE));
}

static void emit_node(yaml_emitter_t *emitter, const struct node *node);

static void
emit_list(yaml_emitter_t *emitter, const struct node *node)
{
	yaml_event_t event;

	emit(emitter, &event,
	    yaml_sequence_start_event_initialize(&event, NULL, NULL, 1,
		node->flow ? YAML_FLOW_SEQUENCE_STYLE
			   : YAML_BLOCK_SEQUENCE_STYLE));
	NODE_EACH(const struct node, child, node) {
		if (*child->key == '\0') {
			emit_node(emitter, child);
			continue;
		}
		emit(emitter, &event,
		    yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
			YAML_BLOCK_MAPPING_STYLE));
		emit_text(emitter, child->key, false, child->verbatim);
		emit_node(emitter, child);
		emit(emitter, &event,
		    yaml_mapping_end_event_initialize(&event));
	}
	emit(emitter, &event, yaml_sequence_end_event_initialize(&event));
}

static void
emit_map(yaml_emitter_t *emitter, const struct node *node)
{
	yaml_event_t event;

	emit(emitter, &event,
	    yaml_mapping_start_event_initialize(&event, NULL, NULL, 1,
		node->flow ? YAML_FLOW_MAPPING_STYLE
			   : YAML_BLOCK_MAPPING_STYLE));
	NODE_EACH(const struct node, child, node) {
		emit_text(emitter, child->key, false, child->verbatim);
		emit_node(emitter, child);
	}
	emit(emitter, &event, yaml_mapping_end_event_initialize(&event));
}

static void
emit_node(yaml_emitter_t *emitter, const struct node *node)
{
	if (node->kind == NODE_TEXT)
		emit_text(emitter, node->text, node->block, false);
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
		err_die(ENOMEM);
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
