/*
 * md_table: pipe tables, which cmark takes for paragraphs.
 *
 * The rules are those of GitHub Flavored Markdown, section 4.10 (tables).
 */
#include <string.h>

#include "arena.h"
#include "md_inner.h"
#include "uni.h"

/* How many bytes of a line belong to one container around a paragraph. */
static size_t
container_prefix(const char *line, cmark_node *container)
{
	cmark_node *child = cmark_node_first_child(container);
	size_t blanks = strspn(line, " "), inner;

	if (cmark_node_get_type(container) == CMARK_NODE_BLOCK_QUOTE) {
		if (blanks > 3 || line[blanks] != '>')
			return 0;
		return blanks + 1 + (line[blanks + 1] == ' ');
	}
	if (cmark_node_get_type(container) != CMARK_NODE_ITEM || child == NULL)
		return 0;
	inner = (size_t)(cmark_node_get_start_column(child) -
	    cmark_node_get_start_column(container));
	return blanks < inner ? blanks : inner;
}

static size_t
prefix(const char *line, cmark_node *container)
{
	size_t before;

	if (container == NULL)
		return 0;
	before = prefix(line, cmark_node_parent(container));
	return before + container_prefix(line + before, container);
}

struct md_lines
md_lines(struct arena *arena, const struct source *source,
    cmark_node *paragraph, size_t last_line)
{
	struct md_lines lines = { .first =
				      (size_t)cmark_node_get_start_line(paragraph) };
	cmark_node *parent = cmark_node_parent(paragraph);
	const char *line;
	size_t i, length, skip;

	if (last_line < lines.first)
		return lines;
	lines.count = last_line - lines.first + 1;
	lines.at = arena_array(arena, lines.count, sizeof(*lines.at));
	lines.columns = arena_array(arena, lines.count, sizeof(size_t));
	for (i = 0; i < lines.count; i++) {
		line = source_line(source, lines.first + i, &length);
		line = arena_copy(arena, line, length);
		/* behind the marker of an item, on the line where it stands */
		skip = i == 0
		    ? (size_t)cmark_node_get_start_column(paragraph) - 1
		    : prefix(line, parent);
		skip = skip > length ? length : skip;
		lines.at[i] = line + skip;
		lines.columns[i] = skip + 1;
	}
	return lines;
}

struct md_cell *
md_split_row(struct arena *arena, const char *line, size_t *count)
{
	struct md_cell *cells = NULL;
	const char *at = line + strspn(line, " \t");
	size_t length = strlen(line), n;
	char *text;

	while (length > 0 && strchr(" \t", line[length - 1]) != NULL)
		length--;
	*count = 0;
	if (*at == '|')
		at++;
	while (at < line + length || *count == 0) {
		cells = arena_grow(arena, cells, *count, sizeof(*cells));
		text = arena_alloc(arena, (size_t)(line + length - at) + 1);
		cells[*count].text = text;
		cells[*count].column =
		    (size_t)(at + strspn(at, " \t") - line) + 1;
		for (n = 0; at < line + length && *at != '|'; at++) {
			if (*at == '\\' && at[1] == '|')
				at++;
			text[n++] = *at;
		}
		while (n > 0 && strchr(" \t", text[n - 1]) != NULL)
			text[--n] = '\0';
		cells[*count].text += strspn(text, " \t");
		++*count;
		at += at < line + length;
	}
	return cells;
}

static bool
has_pipe(const char *line)
{
	return strchr(line, '|') != NULL;
}

/* The alignment that a cell of a delimiter row says; false if it is none. */
static bool
read_delimiter(const char *cell, enum md_align *align)
{
	bool left = *cell == ':', right;
	size_t dashes;

	cell += left;
	dashes = strspn(cell, "-");
	right = cell[dashes] == ':';
	*align = left && right ? ALIGN_CENTRE
	    : left	       ? ALIGN_LEFT
	    : right	       ? ALIGN_RIGHT
			       : ALIGN_NONE;
	return dashes > 0 && cell[dashes + right] == '\0';
}

/* Whether a line is the delimiter row of a header; fills the columns. */
static bool
read_delimiters(struct arena *arena, const char *header, const char *line,
    struct md_table *table)
{
	struct md_cell *cells;
	size_t count, i;

	if (line[strspn(line, " \t|:-")] != '\0' || strchr(line, '-') == NULL ||
	    (!has_pipe(line) && strchr(line, ':') == NULL))
		return false;
	cells = md_split_row(arena, line, &count);
	md_split_row(arena, header, &table->columns);
	if (table->columns != count)
		return false;
	table->align = arena_array(arena, count, sizeof(*table->align));
	for (i = 0; i < count; i++)
		if (!read_delimiter(cells[i].text, &table->align[i]))
			return false;
	return true;
}

/* Whether a line of a paragraph cannot be a table's row. */
static bool
ends_table(const char *line)
{
	size_t blanks = strspn(line, " ");

	return blanks > 3 || line[blanks] == '\t' || line[blanks] == '\0';
}

bool
md_find_table(struct arena *arena, const struct md_lines *lines, size_t from,
    struct md_table *table)
{
	size_t i;

	for (i = from; i + 1 < lines->count; i++) {
		if (ends_table(lines->at[i + 1]) ||
		    !read_delimiters(
			arena, lines->at[i], lines->at[i + 1], table))
			continue;
		table->head = i;
		for (table->end = i + 2; table->end < lines->count;
		     table->end++)
			if (ends_table(lines->at[table->end]))
				break;
		return true;
	}
	return false;
}
