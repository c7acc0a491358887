/*
 * md_table: pipe tables, which cmark takes for paragraphs.
 *
 * The rules are those of GitHub Flavored Markdown, section 4.10 (tables).
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_inner.h"

/* So many cells may rows leave out in all, as in cmark-gfm. */
enum { MAX_MISSING = 1 << 19 };

/*
 * How many bytes of a line belong to one container around a paragraph; lazy
 * becomes true where the line leaves the container's mark out.
 */
static size_t
container_prefix(const char *line, cmark_node *container, bool *lazy)
{
	cmark_node *child = cmark_node_first_child(container);
	size_t blanks = strspn(line, " "), inner;

	if (md_is(container, CMARK_NODE_BLOCK_QUOTE)) {
		*lazy = *lazy || blanks > 3 || line[blanks] != '>';
		return *lazy ? 0 : blanks + 1 + (line[blanks + 1] == ' ');
	}
	if (!md_is(container, CMARK_NODE_ITEM) || child == NULL)
		return 0;
	inner = (size_t)(cmark_node_get_start_column(child) -
	    cmark_node_get_start_column(container));
	*lazy = *lazy || (blanks < inner && line[blanks] != '\t');
	return blanks < inner ? blanks : inner;
}

static size_t
prefix(const char *line, cmark_node *container, bool *lazy)
{
	size_t before;

	if (container == NULL)
		return 0;
	before = prefix(line, cmark_node_parent(container), lazy);
	return before + container_prefix(line + before, container, lazy);
}

struct md_lines
md_lines(struct arena *arena, const struct source *source,
    cmark_node *paragraph, size_t last_line)
{
	struct md_lines lines = { .first = md_start(paragraph) };
	cmark_node *parent = cmark_node_parent(paragraph);
	struct md_line *line;
	const char *text;
	size_t i, length, skip;

	if (last_line < lines.first)
		return lines;
	lines.count = last_line - lines.first + 1;
	lines.at = arena_array(arena, lines.count, sizeof(*lines.at));
	for (i = 0; i < lines.count; i++) {
		line = &lines.at[i];
		text = source_text(arena, source, lines.first + i);
		length = strlen(text);
		/* behind the marker of an item, on the line where it stands */
		skip = i == 0
		    ? (size_t)cmark_node_get_start_column(paragraph) - 1
		    : prefix(text, parent, &line->lazy);
		skip = skip > length ? length : skip;
		line->text = text + skip;
		line->column = skip + 1;
	}
	return lines;
}

struct pos
md_line_pos(const struct source *source, const struct md_lines *lines,
    size_t line)
{
	return source_pos(source,
	    source->lines[lines->first + line - 1] + lines->at[line].column -
		1);
}

/* Whether a byte of a row parts two cells. */
static bool
is_bar(const char *row, const char *at)
{
	return *at == '|' && (at == row || at[-1] != '\\');
}

static const char *
skip_blanks(const char *at)
{
	return at + strspn(at, " \t");
}

struct md_cell *
md_split_row(struct arena *arena, const char *line, size_t *count)
{
	struct md_cell *cells = NULL;
	size_t length = strlen(line), n;
	const char *at = skip_blanks(line), *end = line + length;
	char *text = arena_alloc(arena, length + 2);

	while (end > at && strchr(" \t", end[-1]) != NULL)
		end--;
	at += *at == '|';
	*count = 0;
	while (at < end || *count == 0) {
		cells = arena_grow(arena, cells, *count, sizeof(*cells));
		at = skip_blanks(at);
		cells[*count].column = (size_t)(at - line) + 1;
		cells[*count].text = text;
		for (n = 0; at < end && !is_bar(line, at); at++) {
			if (*at != '\\' || at[1] != '|')
				text[n++] = *at;
		}
		while (n > 0 && strchr(" \t", text[n - 1]) != NULL)
			n--;
		text[n] = '\0';
		text += n + 1;
		++*count;
		at += at < end;
	}
	return cells;
}

static size_t
count_cells(const char *line)
{
	const char *at = skip_blanks(line);
	size_t count = 1;

	for (at += *at == '|'; *at != '\0'; at++)
		count += is_bar(line, at) && *skip_blanks(at + 1) != '\0';
	return count;
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
	    : left             ? ALIGN_LEFT
	    : right            ? ALIGN_RIGHT
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
	table->columns = count_cells(header);
	if (count_cells(line) != table->columns)
		return false;
	cells = md_split_row(arena, line, &count);
	table->align = arena_array(arena, count, sizeof(*table->align));
	for (i = 0; i < count; i++)
		if (!read_delimiter(cells[i].text, &table->align[i]))
			return false;
	return true;
}

/* Whether a tag begins a line, and HTML that ends a table with it. */
static bool
is_tag(const char *text)
{
	static const char name[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
	size_t n;

	if (*text++ != '<')
		return false;
	text += *text == '/';
	n = strspn(text, name);
	return n > 0 && strchr(" \t/>", text[n]) != NULL;
}

/*
 * Whether a line cannot be a table's row.  Of what begins other blocks only
 * that which cannot interrupt a paragraph is found in one.
 */
static bool
ends_table(const struct md_line *line)
{
	size_t blanks = strspn(line->text, " ");
	const char *text = line->text + blanks;

	return line->lazy || blanks > 3 || *text == '\t' || *text == '\0' ||
	    is_tag(text) || md_marker_length(text) > 0;
}

/* Takes lines without a bar off the end of a table whose rows begin with one: a
 * hand puts a remark there, and no cell. */
static void
leave_remarks(const struct md_lines *lines, struct md_table *table)
{
	if (table->columns < 2 ||
	    *skip_blanks(lines->at[table->head].text) != '|')
		return;
	while (table->end > table->head + 2 &&
	    !has_pipe(lines->at[table->end - 1].text))
		table->end--;
}

bool
md_find_table(struct arena *arena, const struct md_lines *lines, size_t from,
    struct md_table *table)
{
	size_t i, cells, missing = 0;

	for (i = from; i + 1 < lines->count; i++) {
		if (ends_table(&lines->at[i + 1]) ||
		    !read_delimiters(arena, lines->at[i].text,
			lines->at[i + 1].text, table))
			continue;
		table->head = i;
		for (table->end = i + 2; table->end < lines->count;
		     table->end++) {
			if (ends_table(&lines->at[table->end]))
				break;
			cells = count_cells(lines->at[table->end].text);
			if (cells < table->columns)
				missing += table->columns - cells;
			if (missing > MAX_MISSING)
				break;
		}
		leave_remarks(lines, table);
		return true;
	}
	return false;
}
