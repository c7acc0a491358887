/*
 * look: what a chapter that passes lacks, and whom it names.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "walk.h"

/* The names that pairs, columns and lists of people hold. */
void
gather_people(struct walk *walk, const struct node *node)
{
	struct people *people = &walk->all->people;
	const struct node *child;
	bool list = people_is_key(node->key);

	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0)
			continue;
		if (list)
			people_add(people,
			    *child->key ? child->key : child->text);
		if (people_is_key(child->key))
			people_add(people, child->text);
		gather_people(walk, child);
	}
}

static void
find_placeholder(struct walk *walk, const char *text, struct pos pos,
    const char *heading)
{
	struct proceedings *all = walk->all;

	if (placeholder_is(text))
		note_add(&all->findings, pos, M_CHAPTER_PLACEHOLDER,
		    arena_format(all->arena, "%zu", walk->chapter), heading,
		    md_plain(all->arena, text));
}

/* Those among items and cells. */
static void
find_in_items(struct walk *walk, const struct node *node, const char *heading)
{
	const struct node *child;

	for (child = node->first; child != NULL; child = child->next) {
		if (child->level > 0)
			continue;
		find_placeholder(walk, child->text, child->pos, heading);
		find_in_items(walk, child, heading);
	}
}

void
find_placeholders(struct walk *walk, const struct node *node,
    const struct md_block *block, const char *heading)
{
	struct buf text = BUF_INIT;
	const struct node *item;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_ITEMS || md_use(block) == MD_PAIRS)
			continue;
		buf_cut(&text, 0);
		md_write_block(&text, block);
		if (text.length < 64)
			find_placeholder(walk,
			    uni_line(walk->all->arena, text.at), node->pos,
			    heading);
	}
	buf_free(&text);
	for (item = node->first; item != NULL; item = item->next) {
		if (item->level > 0 || *item->key != '\0')
			continue;
		find_placeholder(walk, item->text, item->pos, heading);
		find_in_items(walk, item, heading);
	}
}

void
check_section(struct walk *walk, const struct node *section)
{
	struct proceedings *all = walk->all;
	const char *heading = section->whole;
	size_t n;

	if (walk->subject != T_NONE)
		return;
	while (n = term_base_length(heading), heading[n] != '\0')
		heading = arena_copy(all->arena, heading, n);
	heading = md_plain(all->arena, heading);
	if (section->blocks == NULL && section->first == NULL)
		note_add(&all->findings, section->pos, M_CHAPTER_EMPTY_SECTION,
		    arena_format(all->arena, "%zu", walk->chapter), heading);
	else
		find_placeholders(walk, section, section->blocks, heading);
}

/* Whether nothing stands in a chapter but its title and some pairs. */
bool
is_empty(const struct chapter *chapter)
{
	const struct md_block *block = chapter->blocks;
	const struct node *child;
	size_t lists = 0;

	if (chapter->sections.count > 0)
		return false;
	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) == MD_BESIDE || md_use(block) == MD_TEXT)
			return false;
		lists += md_use(block) == MD_ITEMS;
	}
	for (child = chapter->node->first; child != NULL; child = child->next)
		if (*child->key == '\0')
			return false;
	return lists <= 1;
}
