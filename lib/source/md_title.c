/*
 * md_title: which headings are titles, and begin a document.
 */
#include "source/md_reading.h"
#include "text/dress.h"

const char *
md_heading_text(struct md_reading *reading, cmark_node *heading)
{
	return md_inlines_passing(reading->arena,
	    cmark_node_first_child(heading), NULL);
}

const char *
md_heading_key(struct md_reading *reading, const char *text)
{
	const struct md_reader *reader = reading->reader;
	const char *plain = md_plain(reading->arena, text);
	const char *key = dress_key(reading->arena, plain);

	return reader->is_key(reader->context, key)
	    ? key
	    : dress_off(reading->arena, plain);
}

static bool
is_key(struct md_reading *reading, cmark_node *heading)
{
	return reading->reader->is_key(reading->reader->context,
	    md_heading_key(reading, md_heading_text(reading, heading)));
}

/* Whether keys follow a heading before the next one that could be a title. */
static bool
leads_keys(struct md_reading *reading, cmark_node *heading)
{
	while ((heading = cmark_node_next(heading)) != NULL) {
		if (cmark_node_get_type(heading) != CMARK_NODE_HEADING)
			continue;
		if (is_key(reading, heading))
			return true;
		if (cmark_node_get_heading_level(heading) == 1)
			return false;
	}
	return false;
}

/* Whether a node is a heading, with a text. */
bool
md_is_heading(struct md_reading *reading, cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
	    *md_heading_text(reading, node) != '\0';
}

/* Where no # is a title: a first heading above all others that is no key. */
cmark_node *
md_find_title(struct md_reading *reading, cmark_node *document)
{
	cmark_node *node, *first = NULL;
	int level = MD_MAX_LEVEL + 1;

	for (node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node)) {
		if (!md_is_heading(reading, node))
			continue;
		if (first == NULL) {
			if (is_key(reading, node))
				return NULL;
			first = node;
			level = cmark_node_get_heading_level(node);
		} else if (cmark_node_get_heading_level(node) <= level) {
			return level == 1 ? first : NULL;
		}
	}
	return first;
}

/* A # heading that begins a document: the first, or one that keys follow. */
bool
md_begins_document(struct md_reading *reading, cmark_node *heading)
{
	return cmark_node_get_heading_level(heading) == 1 &&
	    !is_key(reading, heading) && leads_keys(reading, heading);
}
