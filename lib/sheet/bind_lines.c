/*
 * bind_lines: lines that are items: of a section's paragraphs, and those under
 * the title of a pad that has no heading at all, or the list that stands there.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/account.h"
#include "sheet/bind_inner.h"
#include "source/line.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/period.h"

/* Whether a text begins with a small letter, of French too. */
static bool
starts_small(const char *text)
{
	int32_t c = uni_next(&text);

	return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff) || c == 0x153;
}

/* Whether lines are one text that was wrapped: a long one goes on in the next,
 * in a small letter. */
static bool
is_wrapped(const struct node *lines)
{
	enum { LONG_LINE = 50 };
	const struct node *line = lines->first;

	for (; line != NULL && line->next != NULL; line = line->next)
		if (uni_count(line->text, strlen(line->text)) >= LONG_LINE &&
		    starts_small(line->next->text))
			return true;
	return false;
}

/* Lines as the one text that they are. */
static struct node *
join_lines(struct arena *arena, const struct node *lines)
{
	const struct node *line = lines->first;
	const char *text = line->text;

	while ((line = line->next) != NULL)
		text = arena_format(arena, "%s %s", text, line->text);
	return node_text(arena, text, lines->first->pos);
}

/* The lines of the paragraphs in a section, each of which is an item, as pads
 * show it; NULL where the text is one, or is more than paragraphs. */
struct node *
bind_lines(struct bind *bind, const struct node *section)
{
	struct arena *arena = bind->doc->arena;
	struct node *all = node_new(arena, NODE_LIST, section->pos);
	const struct md_block *block = section->blocks;
	struct node *lines, *line, *next;

	for (; block != NULL; block = md_next(block)) {
		if (md_use(block) != MD_TEXT && md_use(block) != MD_TAKEN)
			continue;
		lines = md_block_lines(arena, block);
		if (lines == NULL)
			return NULL;
		if (is_wrapped(lines))
			lines->first = join_lines(arena, lines);
		for (line = lines->first; line != NULL; line = next) {
			next = line->next;
			line->next = NULL;
			node_append(all, line);
		}
	}
	return all->count > 1 ? all : NULL;
}

/* The lines of paragraphs beside a list whose items are led by times: one that
 * begins with a time is an item, and goes on in those that do not; so is one in
 * capitals behind it. */
static struct node *
timed_lines(struct arena *arena, struct node *section)
{
	struct node *all = node_new(arena, NODE_LIST, section->pos);
	struct md_block *block = section->blocks;
	struct node *lines, *line, *next;

	for (; block != NULL; block = (struct md_block *)md_next(block)) {
		if (md_use(block) != MD_TEXT && md_use(block) != MD_BESIDE)
			continue;
		lines = md_block_lines(arena, block);
		if (lines == NULL ||
		    (!clock_leads(lines->first->text) &&
			(all->first == NULL ||
			    !line_is_capitals(lines->first->text))))
			continue;
		md_take(block, true);
		for (line = lines->first; line != NULL; line = next) {
			next = line->next;
			line->next = NULL;
			if (line == lines->first || clock_leads(line->text))
				node_append(all, line);
			else
				all->last->text = arena_format(arena, "%s %s",
				    all->last->text, line->text);
		}
	}
	return all;
}

/* Whether a heading is a line of capitals among the items, and no day. */
static bool
is_line(const struct node *child)
{
	struct date date;

	return child->level > 0 && child->line &&
	    !date_read(child->key, &date) &&
	    period_weekday(child->key) == T_NONE;
}

/* Has a section hold what a list does. */
static void
take_items(struct node *section, const struct node *list)
{
	section->first = list->first;
	section->last = list->last;
	section->count = list->count;
	if (list->count == 0)
		return;
	section->kind = NODE_LIST;
	section->text = "";
}

/* Adds the items of a section led by times to a list, as they stand. */
static void
put_timed(struct arena *arena, struct node *section, struct node *into)
{
	struct node *line = timed_lines(arena, section)->first;
	struct node *child = section->first, *next, **least;
	struct node *list;

	while (line != NULL || child != NULL) {
		least = child == NULL ||
			(line != NULL && line->pos.line < child->pos.line)
		    ? &line
		    : &child;
		next = *least;
		*least = next->next;
		next->next = NULL;
		if (is_line(next)) {
			node_append(into,
			    node_text(arena, next->whole, next->key_pos));
			put_timed(arena, next, into);
			continue;
		}
		node_append(into, next);
		if (next->level == 0)
			continue;
		list = node_new(arena, NODE_LIST, next->pos);
		put_timed(arena, next, list);
		take_items(next, list);
	}
}

/* Says of the paragraphs of a use whether they are taken. */
static void
take_blocks(struct node *section, enum md_use use, bool taken)
{
	struct md_block *block = section->blocks;

	for (; block != NULL; block = (struct md_block *)md_next(block))
		if (md_use(block) == use)
			md_take(block, taken);
}

void
bind_unfold_lines(struct bind *bind, const struct bind_row *row,
    struct node *section)
{
	struct node *lines;

	if ((row->flags & BIND_LINES) != 0 && row->rows != NULL &&
	    bind_flagged(row->rows, BIND_LABEL) != NULL &&
	    bind_flagged(row->rows, BIND_LABEL)->key == T_TIME &&
	    section->level > 0) {
		lines = node_new(bind->doc->arena, NODE_LIST, section->pos);
		put_timed(bind->doc->arena, section, lines);
		take_items(section, lines);
	}
	if ((row->flags & BIND_LINES) == 0 || section->kind != NODE_TEXT)
		return;
	lines = bind_lines(bind, section);
	if (lines == NULL)
		return;
	take_items(section, lines);
	take_blocks(section, MD_TEXT, true);
}

/* The lines of the paragraphs under a title as a section of items; NULL where
 * they are none. */
static struct node *
lines_of_head(struct bind *bind, struct node *root)
{
	struct node *section = node_again(bind->doc->arena, root), *lines;

	take_blocks(root, MD_BESIDE, true);
	lines = bind_lines(bind, section);
	section->key = "";
	if (lines != NULL)
		take_items(section, lines);
	else
		take_blocks(root, MD_TAKEN, false);
	return lines != NULL ? section : NULL;
}

/* The list under a title, or NULL. */
static struct node *
list_of_head(const struct node *root)
{
	struct node *child = root->first;

	while (child != NULL &&
	    (*child->key != '\0' || child->blocks == NULL ||
		child->first == NULL || child->first->table > 0))
		child = child->next;
	return child;
}

/* The tool's main row, where it takes whatever stands under a title. */
static const struct bind_row *
headless_row(const struct bind_row *rows)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);

	return row != NULL && (row->flags & BIND_LINES) != 0 ? row : NULL;
}

/* What under a title is a row's: the lines, which another row may claim, or the
 * list beside them where that is longer; a row claims a list as it is met. */
static struct node *
items_of_head(struct bind_found *found, struct node *root,
    const struct bind_row **row)
{
	struct node *lines = lines_of_head(found->bind, root);
	struct node *list = *row != NULL ? list_of_head(root) : NULL;

	if (*row == NULL && lines != NULL)
		*row = bind_find_claim(found, lines);
	if (list != NULL && (lines == NULL || lines->count <= list->count)) {
		take_blocks(root, MD_TAKEN, false);
		root->taken = true;
		return list;
	}
	if (*row != NULL)
		return lines;
	take_blocks(root, MD_TAKEN, false);
	return NULL;
}

void
bind_take_headless(struct bind_found *found)
{
	struct bind *bind = found->bind;
	const struct bind_row *rows = bind->tool->rows, *row;
	struct node *items;
	size_t i;

	for (i = 0; i < bind->doc->part_count; i++) {
		row = headless_row(rows);
		items = bind->doc->parts[i].markdown
		    ? items_of_head(found, bind->doc->parts[i].root, &row)
		    : NULL;
		if (items == NULL)
			continue;
		items->part = bind->doc->parts[i].document;
		account_tell(bind->doc->account, items->first, ACCOUNT_READ,
		    row->key);
		bind_append_node(bind, &found->nodes[row - rows], items);
	}
}
