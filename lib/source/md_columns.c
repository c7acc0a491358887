/*
 * md_columns: a table whose headers are the names of sections: a SWOT of two by
 * two, a board of three columns, forces for and against.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/term.h"

static const char *
plain_cell(struct md_reading *reading, const char *cell)
{
	return md_plain(reading->arena, md_text(reading->arena, cell));
}

static bool
is_list(const struct md_reading *reading, const char *key)
{
	return reading->reader->is_list != NULL &&
	    reading->reader->is_list(reading->reader->context, key);
}

/* Whether a block stands under the title, in the tool's own subject, or under a
 * heading that is no list of the tool's and no other tool's subject. */
static bool
is_outside(const struct md_reading *reading)
{
	const struct node *section = reading->open_count > 0
	    ? reading->open[reading->open_count - 1]
	    : NULL;
	enum term subject =
	    section != NULL ? term_find_subject(section->key) : T_NONE;

	if (section == NULL)
		return true;
	return subject != T_NONE ? subject == reading->reader->subject
				 : !is_list(reading, section->key);
}

/* Whether a table has a column of one that the tool takes whole. */
static bool
has_column(const struct md_reading *reading, const struct md_cell *head,
    size_t columns)
{
	const struct md_reader *reader = reading->reader;
	size_t i;

	for (i = 0; i < columns && reader->is_column != NULL; i++)
		if (reader->is_column(reader->context,
			md_plain(reading->arena,
			    md_text(reading->arena, head[i].text))))
			return true;
	return false;
}

bool
md_are_sections(struct md_reading *reading, const struct md_lines *lines,
    const struct md_table *table)
{
	size_t count, i, lists = 0;
	struct md_cell *head;

	if (!is_outside(reading) || table->columns < 2)
		return false;
	head =
	    md_split_row(reading->arena, lines->at[table->head].text, &count);
	for (i = 0; i < table->columns; i++) {
		if (is_list(reading, plain_cell(reading, head[i].text)))
			lists++;
		else if (i == 0)
			return false;
	}
	return lists > 1 && !has_column(reading, head, table->columns);
}

/* The length of a tag that parts items in a cell, or holds them; 0: none. */
static size_t
break_length(const char *text)
{
	static const char *const tags[] = { "<br>", "<br/>", "<br />", "<ul>",
		"</ul>", "<ol>", "</ol>", "<li>", "</li>" };
	size_t i;

	for (i = 0; *text == '<' && i < sizeof(tags) / sizeof(tags[0]); i++)
		if (strncasecmp(text, tags[i], strlen(tags[i])) == 0)
			return strlen(tags[i]);
	return 0;
}

/* The items of a cell, which tags and bullets part. */
static void
add_cell(struct md_reading *reading, struct node *section,
    const struct md_cell *cell, struct pos pos)
{
	const char *text = cell->text, *end;
	struct node *item;
	size_t n;

	while (*text != '\0') {
		for (end = text; *end != '\0' && break_length(end) == 0; end++)
			continue;
		n = line_bullet(text, NULL);
		if (n == 0 &&
		    (strncmp(text, "- ", 2) == 0 ||
			strncmp(text, "* ", 2) == 0))
			n = 2;
		if (text + n < end) {
			item = node_new(reading->arena, NODE_TEXT, pos);
			item->key_pos = pos;
			md_fill_item(reading, item,
			    md_line_text(reading,
				arena_copy(reading->arena, text + n,
				    (size_t)(end - text) - n)));
			if (*item->text != '\0' || *item->key != '\0')
				node_append(section, item);
		}
		text = end + break_length(end);
		text += strspn(text, " ");
	}
}

/* A row of a section's own columns. */
static void
add_cells(struct md_reading *reading, struct node *section,
    const struct md_cell *head, const struct md_cell *cells, size_t columns,
    struct pos pos)
{
	struct node *row = node_new(reading->arena, NODE_MAP, pos), *cell;
	bool filled = false;
	size_t i;

	row->table = reading->tables;
	for (i = 0; i < columns; i++) {
		cell = node_text(reading->arena,
		    md_text(reading->arena, cells[i].text), pos);
		cell->prose = cells[i].text;
		cell->key = head[i].text;
		cell->key_pos = pos;
		filled = filled || *cell->text != '\0';
		node_append(row, cell);
	}
	if (filled)
		node_append(section, row);
}

/* What is written where nobody takes the section: its items as a list. */
static void
add_passing(struct md_reading *reading, struct node *section, cmark_node *node,
    size_t first, size_t last)
{
	struct md_block *block = arena_alloc(reading->arena, sizeof(*block));
	const struct node *item, *cell;
	struct buf out = BUF_INIT;

	for (item = section->first; item != NULL; item = item->next) {
		buf_string(&out, "- ");
		buf_string(&out, *item->whole ? item->whole : item->text);
		for (cell = item->first; cell != NULL; cell = cell->next) {
			buf_string(&out, cell->text);
			buf_char(&out, cell->next != NULL ? ' ' : '\0');
		}
		if (item->first != NULL)
			buf_cut(&out, out.length - 1);
		buf_char(&out, '\n');
	}
	block->tree = reading->tree;
	block->node = reading->node;
	block->type = cmark_node_get_type(node);
	block->start = block->first = first;
	block->last = last;
	block->use = MD_ITEMS;
	block->piece = MD_TABLE;
	block->anew = block->alone =
	    arena_copy(reading->arena, out.at, out.length);
	section->blocks = section->last_block = block;
	buf_free(&out);
}

/* The section of some columns, whose first header is its name. */
static void
add_columns(struct md_reading *reading, cmark_node *node,
    const struct md_lines *lines, const struct md_table *table, size_t from,
    size_t to)
{
	struct arena *arena = reading->arena;
	const struct source *source = reading->tree->source;
	struct md_heading heading;
	struct md_cell *head, *cells;
	struct node *section;
	size_t count, i, line;
	struct pos pos;

	head = md_split_row(arena, lines->at[table->head].text, &count);
	pos = source_pos(source,
	    source->lines[lines->first + table->head - 1] +
		lines->at[table->head].column + head[from].column - 2);
	heading.text = md_text(arena, head[from].text);
	heading.key = md_heading_key(reading, heading.text);
	heading.level = md_level_below(reading);
	heading.marked = false;
	section = md_add_section(reading, pos, &heading);
	reading->tables++;
	for (i = from; i < to; i++)
		head[i].text = plain_cell(reading, head[i].text);
	for (i = table->head + 2; i < table->end; i++) {
		line = lines->first + i;
		cells = md_split_row(arena, lines->at[i].text, &count);
		if (from >= count)
			continue;
		pos = source_pos(source,
		    source->lines[line - 1] + lines->at[i].column +
			cells[from].column - 2);
		if (to - from == 1)
			add_cell(reading, section, &cells[from], pos);
		else
			add_cells(reading, section, head + from, cells + from,
			    (to < count ? to : count) - from, pos);
	}
	add_passing(reading, section, node, lines->first + table->head,
	    lines->first + table->end - 1);
	section->kind = NODE_LIST;
	md_leave_section(reading);
}

void
md_add_columns(struct md_reading *reading, cmark_node *node,
    const struct md_lines *lines, const struct md_table *table)
{
	size_t count, from = 0, to;
	struct md_cell *head =
	    md_split_row(reading->arena, lines->at[table->head].text, &count);

	for (; from < table->columns; from = to) {
		to = from + 1;
		while (to < table->columns &&
		    !is_list(reading, plain_cell(reading, head[to].text)))
			to++;
		add_columns(reading, node, lines, table, from, to);
	}
}
