/*
 * md_outline: a list whose items are the names of sections, each over a list of
 * its own: "- **Strengths**" and what is one below it.
 */
#include "source/md_reading.h"

/* The text of an item above its list, without a colon behind it; "" where it is
 * no text over one list. */
static const char *
name_of(struct md_reading *reading, cmark_node *item)
{
	cmark_node *text = cmark_node_first_child(item);
	cmark_node *list = cmark_node_next(text);

	if (!md_is(text, CMARK_NODE_PARAGRAPH) ||
	    !md_is(list, CMARK_NODE_LIST) || cmark_node_next(list) != NULL)
		return "";
	return md_without_colon(reading,
	    md_plain(reading->arena,
		md_inlines(reading->arena, cmark_node_first_child(text))));
}

/* Whether a list stands in a section that is none of the tool's, or in none, and
 * its items are names, two of them or more of the tool's lists; in a section all. */
static bool
is_outline(struct md_reading *reading, cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list);
	bool inside = reading->open_count > 0;
	const char *key, *name;
	size_t known = 0;

	if (inside) {
		key = md_open(reading)->key;
		if (md_names(reading, MD_LIST, key) ||
		    term_find_subject(key) != T_NONE)
			return false;
	}
	for (; item != NULL; item = cmark_node_next(item)) {
		name = name_of(reading, item);
		if (*name == '\0' ||
		    (inside && !md_names(reading, MD_LIST, name)))
			return false;
		known += md_names(reading, MD_LIST, name);
	}
	return known > 1;
}

bool
md_add_outline(struct md_reading *reading, cmark_node *list)
{
	cmark_node *item = cmark_node_first_child(list), *below;
	struct node *section;

	if (!is_outline(reading, list))
		return false;
	for (; item != NULL; item = cmark_node_next(item)) {
		struct md_heading heading = { .key = name_of(reading, item),
			.level = md_level_below(reading) };

		heading.text = md_words(reading->arena, heading.key);
		section =
		    md_add_section(reading, md_pos_of(reading, item), &heading);
		below = cmark_node_next(cmark_node_first_child(item));
		md_add_block(reading, below, md_start(below), md_end(below),
		    MD_ITEMS, MD_LINES);
		md_read_list(reading, section, below);
		section->kind = NODE_LIST;
		md_leave_section(reading);
	}
	return true;
}
