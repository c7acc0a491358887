/*
 * bind_lines: lines of text that are the items of a section, one or several to a
 * paragraph.
 *
 * Where some line begins with what leads the items of a row, a time or a
 * number, a line without goes on with the item before it.  Where none does, each
 * line is an item; but a question goes on in a line that begins with a small
 * letter, or behind a long one without its mark.
 */
#include <string.h>

#include "base/buf.h"
#include "sheet/bind_inner.h"
#include "source/line.h"
#include "text/uni.h"
#include "value/period.h"

/* A paragraph: a block of Markdown, or some lines of a YAML text. */
struct paragraph {
	struct md_block *block; /* NULL: YAML's */
	const struct node *lines;
	bool led;     /* what leads items begins some line */
	bool asks;    /* another line holds a question mark */
	bool apart;   /* a list or a table stands before it */
	bool wrapped; /* it is one text, see is_wrapped */
};

struct lines {
	struct bind *bind;
	const struct bind_row *row;
	const struct node *section;
	struct arena *arena;
	struct paragraph *paragraphs;
	size_t count, texts; /* of them, and of what they are line by line */
	size_t before;       /* what led the last line that was led */
	bool led;            /* some line is */
	bool ask;            /* the row's items are questions */
	bool head;           /* they stand under a title */
	struct node *items;
};

/* Whether a question ends with a line: no word stands behind its mark, or not
 * right behind it: "? (Zoé)", "? → atelier 2". */
static bool
ends_question(const char *line)
{
	const char *mark = strrchr(line, '?'), *rest;

	if (mark == NULL)
		return false;
	rest = uni_skip_blanks(mark + 1);
	return strpbrk(rest, "abcdefghijklmnopqrstuvwxyz") == NULL ||
	    !uni_is_word(uni_next(&rest));
}

static bool
is_led(struct lines *lines, const struct node *line)
{
	size_t lead = lines->row->leads != NULL
	    ? lines->row->leads(lines->arena, line->text, lines->before)
	    : 0;

	if (lead > 0)
		lines->before = lead;
	return lead > 0;
}

/* Whether a line is so long that it may have been wrapped. */
static bool
is_long(const struct node *line)
{
	enum { LONG_LINE = 50 };

	return uni_count(line->text, strlen(line->text)) >= LONG_LINE;
}

/* Whether lines are one text that was wrapped. */
static bool
is_wrapped(const struct node *lines)
{
	const struct node *line = lines->first;

	for (; line != NULL && line->next != NULL; line = line->next)
		if (line_goes_on(line->text, line->next->text))
			return true;
	return false;
}

static void
add_paragraph(struct lines *lines, struct md_block *block,
    const struct node *list, bool apart)
{
	struct paragraph *paragraph;
	bool led;

	paragraph = &ARENA_ADD(lines->arena, lines->paragraphs, lines->count);
	*paragraph = (struct paragraph){ block, list, .apart = apart,
		.wrapped = is_wrapped(list) };
	lines->texts += paragraph->wrapped ? 1 : list->count;
	NODE_EACH(const struct node, line, list) {
		led = is_led(lines, line);
		paragraph->led |= led;
		paragraph->asks |= !led && strchr(line->text, '?') != NULL;
	}
	lines->led |= paragraph->led;
}

/* Whether a paragraph goes on with the item before it. */
static bool
continues(const struct lines *lines, const struct paragraph *paragraph)
{
	return (lines->led || lines->ask) && lines->items->count > 0 &&
	    !paragraph->apart &&
	    line_starts_small(paragraph->lines->first->text);
}

/* Whether a paragraph is an item though nothing leads it, among others that are
 * led: it asks, where they are questions; else it is in capitals. */
static bool
is_item(const struct lines *lines, const struct paragraph *paragraph)
{
	return lines->items->count > 0 &&
	    (lines->ask ? paragraph->asks
			: line_is_capitals(paragraph->lines->first->text));
}

/* Whether a line goes on with the one before it in its paragraph. */
static bool
goes_on(const struct lines *lines, const struct node *line,
    const struct node *before, bool wrapped)
{
	if (lines->led)
		return true;
	return lines->ask ? line_starts_small(line->text) ||
		(is_long(before) && !ends_question(before->text))
			  : wrapped;
}

static void
add_remark(const struct lines *lines, const struct node *line)
{
	bind_take_beside(lines->bind, lines->row->key, lines->section)->remark =
	    md_text(lines->arena, line->text);
}

/* The items of a paragraph; lines in front of the first that is led stand
 * beside them, unless they are an item of their own. */
static void
read_paragraph(struct lines *lines, const struct paragraph *paragraph)
{
	const struct node *line = paragraph->lines->first, *before = NULL;
	bool joined = continues(lines, paragraph), led;
	bool begun = joined || !lines->led || is_item(lines, paragraph);
	BUF_SCRATCH(text);
	struct node *last;

	for (; line != NULL; before = line, line = line->next) {
		led = is_led(lines, line);
		if (!led && !begun) {
			add_remark(lines, line);
			continue;
		}
		begun = true;
		last = lines->items->last;
		if (!led && last != NULL &&
		    (before != NULL
			    ? goes_on(lines, line, before, paragraph->wrapped)
			    : joined)) {
			node_go_on(last, line, &text);
			continue;
		}
		node_end(last, lines->arena, &text);
		node_append(lines->items,
		    node_text(lines->arena, line->text, line->pos));
	}
	node_end(lines->items->last, lines->arena, &text);
}

/* Whether a paragraph is no item and stays beside them; asks: what asks
 * nothing, before the first that does, is none. */
static bool
is_beside(const struct lines *lines, const struct paragraph *paragraph,
    bool asks)
{
	if (lines->led)
		return !paragraph->led && !continues(lines, paragraph) &&
		    !is_item(lines, paragraph);
	if (lines->ask)
		return asks && !paragraph->asks && lines->items->count == 0;
	return paragraph->block != NULL && !lines->head &&
	    md_use(paragraph->block) == MD_BESIDE;
}

static void
read_paragraphs(struct lines *lines, bool asks)
{
	const struct paragraph *paragraph;
	bool beside;

	for (size_t i = 0; i < lines->count; i++)
		asks = asks || lines->paragraphs[i].asks;
	lines->before = 0;
	for (size_t i = 0; i < lines->count; i++) {
		paragraph = &lines->paragraphs[i];
		beside = is_beside(lines, paragraph, asks);
		if (paragraph->block != NULL)
			md_take(paragraph->block, !beside);
		if (!beside || paragraph->block == NULL)
			read_paragraph(lines, paragraph);
	}
}

/* The paragraphs of a section in Markdown; false where nothing tells that their
 * lines are items. */
static bool
find_paragraphs(struct lines *lines)
{
	const unsigned uses = 1U << MD_TEXT | 1U << MD_BESIDE | 1U << MD_TAKEN;
	bool alone = true, plain = true, apart = false;
	struct node *list;

	MD_EACH(struct md_block, block, lines->section) {
		apart = apart || md_use(block) == MD_ITEMS;
		alone = alone && md_use(block) != MD_ITEMS;
		if ((uses >> md_use(block) & 1) == 0)
			continue;
		list = md_block_lines(lines->arena, block);
		plain = plain && list != NULL;
		if (list != NULL)
			add_paragraph(lines, block, list, apart);
		apart = false;
	}
	if (lines->ask)
		return alone || lines->head;
	return plain && lines->texts > 1 &&
	    (lines->head || lines->section->kind == NODE_TEXT);
}

/* The same of a text in YAML; a blank line parts paragraphs. */
static bool
find_prose(struct lines *lines)
{
	const struct node *node = lines->section;
	const char *at = *node->prose ? node->prose : node->text, *line;
	struct node *list = NULL;
	size_t n;

	for (; *at != '\0'; at += n + (at[n] == '\n')) {
		n = strcspn(at, "\n");
		line = uni_until(lines->arena, at, at + n);
		if (*line != '\0' && list == NULL)
			list = node_new(lines->arena, NODE_LIST, node->pos);
		if (*line != '\0')
			node_append(list,
			    node_text(lines->arena, line, node->pos));
		if (list != NULL && (*line == '\0' || at[n] == '\0')) {
			add_paragraph(lines, NULL, list, false);
			list = NULL;
		}
	}
	if (list != NULL)
		add_paragraph(lines, NULL, list, false);
	return lines->ask ? lines->count > 0 : lines->texts > 1;
}

/* The items that the lines of a section are, none where it is one text; asks:
 * what asks nothing is none of them until one does. */
static struct node *
items_of(struct bind *bind, const struct bind_row *row,
    const struct node *section, bool asks, bool head)
{
	struct arena *arena = bind->doc->arena;
	struct lines lines = { .bind = bind,
		.row = row,
		.section = section,
		.arena = arena,
		.ask = (row->flags & BIND_ASKS) != 0,
		.head = head,
		.items = node_new(arena, NODE_LIST, section->pos) };
	bool found = section->level > 0 || section->blocks != NULL
	    ? find_paragraphs(&lines)
	    : section->kind == NODE_TEXT && find_prose(&lines);

	if (found || lines.led)
		read_paragraphs(&lines, asks);
	NODE_EACH(struct node, item, lines.items)
		md_fill_item(arena, item, md_text(arena, item->text));
	return lines.items;
}

struct node *
bind_lines(struct bind *bind, const struct bind_row *row,
    const struct node *section)
{
	struct node *items = items_of(bind, row, section, false, false);

	return items->count > 0 ? items : NULL;
}

/* Whether a heading is a line of capitals among items that are led, and no
 * day. */
static bool
is_line(const struct bind_row *row, const struct node *child)
{
	struct date date;

	return child->line && (row->flags & BIND_ASKS) == 0 &&
	    row->leads != NULL && !date_read(child->key, &date) &&
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

/* Adds the lines and the children of a section to a list, as they stand. */
static void
put_section(struct bind *bind, const struct bind_row *row, struct node *section,
    bool under, struct node *into)
{
	struct arena *arena = bind->doc->arena;
	struct node *lines = items_of(bind, row, section,
	    under || section->first != NULL, false);
	struct node rest = *section, *next, *list;

	while (lines->first != NULL || rest.first != NULL) {
		next = node_take(rest.first == NULL ||
			    (lines->first != NULL &&
				lines->first->pos.line < rest.first->pos.line)
			? lines
			: &rest);
		if (next->level > 0 && is_line(row, next)) {
			node_append(into,
			    node_text(arena, next->whole, next->key_pos));
			put_section(bind, row, next, true, into);
			continue;
		}
		node_append(into, next);
		if (next->level == 0)
			continue;
		list = node_new(arena, NODE_LIST, next->pos);
		put_section(bind, row, next, true, list);
		take_items(next, list);
	}
}

void
bind_unfold_lines(struct bind *bind, const struct bind_row *row,
    struct node *section)
{
	struct node *items =
	    node_new(bind->doc->arena, NODE_LIST, section->pos);

	if ((row->flags & BIND_LINES) == 0)
		return;
	put_section(bind, row, section, false, items);
	if (items->count > 0)
		take_items(section, items);
}

struct node *
bind_lines_of_head(struct bind *bind, const struct bind_row *row,
    struct node *root)
{
	struct node *section = node_again(bind->doc->arena, root);
	const struct node *items = items_of(bind, row, section, false, true);

	section->key = "";
	if (items->count > 1)
		take_items(section, items);
	return items->count > 1 ? section : NULL;
}
