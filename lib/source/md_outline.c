/*
 * md_outline: a list whose items are the names of sections, each over a list of
 * its own: "- **Strengths**" and what is one below it.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"

/* The text of an item above its list, without a colon behind it; "" where it is
 * no text over one list. */
static const char *
name_of(struct md_reading *reading, cmark_node *item)
{
	cmark_node *text = cmark_node_first_child(item);
	cmark_node *list = text != NULL ? cmark_node_next(text) : NULL;
	const char *name;
	size_t n;

	if (list == NULL || cmark_node_get_type(list) != CMARK_NODE_LIST ||
	    cmark_node_next(list) != NULL ||
	    cmark_node_get_type(text) != CMARK_NODE_PARAGRAPH)
		return "";
	name = md_plain(reading->arena,
	    md_inlines(reading->arena, cmark_node_first_child(text), NULL));
	n = strlen(name);
	while (n > 0 && strchr(" :", name[n - 1]) != NULL)
		n--;
	return arena_copy(reading->arena, name, n);
}

/* Whether a list stands in a section that is none of the tool's, and all its
 * items are names of the tool's lists. */
static bool
is_outline(struct md_reading *reading, cmark_node *list)
{
	const struct md_reader *reader = reading->reader;
	cmark_node *item = cmark_node_first_child(list);
	const char *key;

	if (reader->is_list == NULL || reading->open_count == 0 ||
	    cmark_node_next(item) == NULL)
		return false;
	key = reading->open[reading->open_count - 1]->key;
	if (reader->is_list(reader->context, key) ||
	    term_find_subject(key) != T_NONE)
		return false;
	while (item != NULL &&
	    reader->is_list(reader->context, name_of(reading, item)))
		item = cmark_node_next(item);
	return item == NULL;
}

bool
md_add_outline(struct md_reading *reading, cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list);
	struct node *section;

	if (!is_outline(reading, list))
		return false;
	for (; item != NULL; item = cmark_node_next(item)) {
		struct md_heading heading = { .key = name_of(reading, item),
			.level = md_level_below(reading) };

		heading.text = md_words(reading->arena, heading.key);
		section =
		    md_add_section(reading, md_pos_of(reading, item), &heading);
		md_add_block(reading, list,
		    (size_t)cmark_node_get_start_line(item),
		    (size_t)cmark_node_get_end_line(item), MD_ITEMS, MD_LINES);
		md_read_list(reading, section,
		    cmark_node_next(cmark_node_first_child(item)));
		section->kind = NODE_LIST;
		md_leave_section(reading);
	}
	return true;
}
