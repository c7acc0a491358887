/*
 * md_bullets: lines that begin with the bullets of a hand or a word processor, or
 * with a time where lists stand between them, which are a paragraph to Markdown.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/uni.h"
#include "value/clock.h"

/* The lists that are open, one within another. */
struct open_lists {
	struct open_list {
		struct node *item; /* the last one */
		size_t indent;
		const char *mark;
	} at[MD_MAX_LEVEL];
	size_t count;
};

/* The line, from one on, that begins an item: with a bullet, or else a time. */
static size_t
find_item(const struct md_lines *lines, size_t from)
{
	while (from < lines->count &&
	    line_bullet(lines->at[from].text, NULL) == 0 &&
	    !clock_leads(lines->at[from].text))
		from++;
	return from;
}

size_t
md_find_bullet(const struct md_lines *lines, size_t from, size_t to)
{
	while (from < to && line_bullet(lines->at[from].text, NULL) == 0)
		from++;
	return from;
}

static size_t
indent_of(const char *text)
{
	size_t n = 0;

	for (; *text == ' ' || *text == '\t'; text++)
		n += *text == '\t' ? 4 : 1;
	return n;
}

/* What a line begins with: the same for any number. */
static int32_t
mark_of(const char *line)
{
	int32_t c;

	line += strspn(line, " \t");
	c = uni_next(&line);
	return c >= '0' && c <= '9' ? '0' : c;
}

/* Whether the bullet of a line is of the kind that stands within others. */
static bool
is_inner_mark(const char *line)
{
	int32_t mark = mark_of(line);

	return mark == L'◦' || mark == L'▪' || mark == L'▫' || mark == L'○' ||
	    mark == L'o' || mark == L'§' || mark == 0xf0a7;
}

/* How far a line is indented; cmark gives the first one of a paragraph without
 * the blanks before it. */
static size_t
indent_at(const struct source *source, const struct md_lines *lines,
    size_t line)
{
	size_t indent = indent_of(lines->at[line].text), length;
	size_t column = lines->at[line].column - 1;
	const char *text = source_line(source, lines->first + line, &length);

	for (; line == 0 && column > 0 && text[column - 1] == ' '; column--)
		indent++;
	return indent;
}

/* Closes the lists that a line with a bullet ends; the rest is around it. */
static void
close_lists(struct open_lists *open, const char *line, size_t indent)
{
	struct open_list *last;
	size_t i;

	while (open->count > 0) {
		last = &open->at[open->count - 1];
		if (indent > last->indent + 1 && open->count < MD_MAX_LEVEL)
			return;
		for (i = open->count; i > 0; i--)
			if (open->at[i - 1].indent <= indent + 1 &&
			    mark_of(open->at[i - 1].mark) == mark_of(line))
				break;
		if (i == 0 && indent + 1 >= last->indent &&
		    is_inner_mark(line) && !is_inner_mark(last->mark) &&
		    open->count < MD_MAX_LEVEL)
			return;
		open->count--;
		if (i == open->count + 1 ||
		    (i == 0 && indent + 1 >= last->indent))
			return;
	}
}

/* The text of lines, of which the first begins with a bullet of n bytes. */
static const char *
text_of(struct md_reading *reading, const struct md_lines *lines, size_t from,
    size_t to, size_t n)
{
	const char *text = lines->at[from].text + n;

	if (to - from > 1)
		text = arena_format(reading->arena, "%s %s", text,
		    md_join_lines(reading->scratch, lines, from + 1, to));
	return md_line_text(reading, text);
}

/* Gives the items that are read their texts, when all below them is known. */
static struct node *
begin_item(struct md_reading *reading, struct node *into,
    struct open_lists *open, const struct md_lines *lines, size_t line)
{
	const struct source *source = reading->tree->source;
	const char *text = lines->at[line].text;
	size_t column = lines->at[line].column - 1 + line_bullet(text, NULL);
	size_t indent = indent_at(source, lines, line);
	struct node *item = node_new(reading->arena, NODE_TEXT,
	    source_pos(source,
		source->lines[lines->first + line - 1] + column));

	close_lists(open, text, indent);
	node_append(open->count > 0 ? open->at[open->count - 1].item : into,
	    item);
	open->at[open->count++] = (struct open_list){ item, indent, text };
	return item;
}

static void
fill_items(struct md_reading *reading, struct node *item)
{
	for (; item != NULL; item = item->next) {
		fill_items(reading, item->first);
		md_fill_item(reading->arena, item, item->text);
	}
}

void
md_read_bullets(struct md_reading *reading, struct node *into,
    const struct md_block *block)
{
	struct md_lines lines = md_lines(reading->scratch,
	    reading->tree->source, md_node(block), block->last);
	struct node *last = into->last, *item;
	size_t line = block->first - lines.first, next;
	struct open_lists open = { .count = 0 };

	for (; line < lines.count; line = next) {
		next = find_item(&lines, line + 1);
		item = begin_item(reading, into, &open, &lines, line);
		item->text = text_of(reading, &lines, line, next,
		    line_bullet(lines.at[line].text, &item->box));
	}
	fill_items(reading, last == NULL ? into->first : last->next);
}

bool
md_are_timed(struct md_reading *reading, const struct md_block *block)
{
	struct md_lines lines;

	if (block->use != MD_BESIDE || block->type != CMARK_NODE_PARAGRAPH)
		return false;
	lines = md_lines(reading->scratch, reading->tree->source,
	    md_node(block), block->last);
	return clock_leads(lines.at[block->first - lines.first].text);
}
