/*
 * md_pasted: rows that were pasted from a spreadsheet, or typed without the
 * line below the heads that Markdown wants, become the pipe table that they
 * are.
 *
 * They are lines of as many cells at most as the first has, which tabs, bars,
 * semicolons, commas or slashes between blanks part, and the first names columns
 * of the tool.  A
 * separator becomes a bar where it stands, so that places stay.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"

enum { MOST_CELLS = 32, LONGEST_HEAD = 60, LONGEST_HEADS = 400 };

/* Whether a separator stands at a place of a line; a slash parts between blanks
 * alone, or dates would be cells. */
static bool
is_parted(const char *line, const char *at, char separator)
{
	return *at == separator &&
	    (separator != '/' || (at > line && at[-1] == ' ' && at[1] == ' '));
}

/*
 * A line as a row of bars, and how many cells it has; NULL where a quote is
 * left open.  Quotes around a cell become blanks.
 */
static const char *
row_of(struct arena *arena, const char *line, char separator, size_t *cells)
{
	struct buf out = BUF_INIT;
	bool quoted = false, begins = true;
	const char *at = line;

	if (separator == '|')
		at += strspn(at, " ") + (at[strspn(at, " ")] == '|');
	if (at > line || *at == separator || md_marker_length(at) > 0 ||
	    strchr("#>", *at) != NULL)
		buf_string(&out, "| ");
	for (*cells = 1; *at != '\0'; at++) {
		if (*at == '"' && separator != '|' && (begins || quoted)) {
			if (quoted && at[1] == '"')
				buf_char(&out, *at++);
			else
				quoted = !quoted;
			buf_char(&out, ' ');
		} else if (is_parted(line, at, separator) && !quoted) {
			*cells += separator != '|' || at[1] != '\0';
			buf_char(&out, '|');
			begins = true;
			continue;
		} else {
			if (*at == '|')
				buf_char(&out, '\\');
			buf_char(&out, *at);
		}
		begins = begins && *at == ' ';
	}
	line = buf_take(&out, arena);
	return quoted ? NULL : line;
}

/* Whether a line may begin such rows, as far as a look at it tells. */
static bool
may_be_heads(const char *line, size_t length)
{
	return length > 2 && length < LONGEST_HEADS &&
	    strchr("-*+#>`~", *line) == NULL &&
	    memchr(line, ':', length) == NULL;
}

/* Whether a line is the one that Markdown wants below the heads. */
static bool
is_delimiter(const char *line, size_t length)
{
	return length > 2 && strspn(line, " \t|:-") >= length &&
	    memchr(line, '-', length) != NULL;
}

/* Whether a row of bars names columns of the tool: enough of them for what
 * parted them, which commas also do in a sentence. */
static bool
are_heads(struct md_reading *reading, const char *row, char separator)
{
	size_t count, known = 0, i;
	const struct md_cell *cells =
	    md_split_row(reading->scratch, row, &count);

	for (i = 0; i < count; i++)
		if (strlen(cells[i].text) > LONGEST_HEAD)
			return false;
	for (i = 0; i < count; i++)
		known += *cells[i].text != '\0' &&
		    md_names(reading, MD_PAIR,
			md_heading_key(reading, cells[i].text));
	return count > 1 && known > 0 &&
	    (separator == '\t' || (known > 1 && 2 * known >= count)) &&
	    (separator != ',' || count > 2);
}

/* The line behind the rows that begin with one; that line where it begins
 * none. */
static size_t
rows_end(struct md_reading *reading, const struct source *source, size_t first,
    char separator)
{
	struct arena *scratch = reading->scratch;
	size_t line = first, heads = 0, cells;
	const char *text, *row;

	for (; !source_is_blank(source, line); line++) {
		text = source_text(scratch, source, line);
		row = strchr(text, separator) != NULL
		    ? row_of(scratch, text, separator, &cells)
		    : NULL;
		if (row == NULL && line > first)
			break;
		if (row == NULL || cells < 2 ||
		    (line > first ? cells > heads
				  : cells > MOST_CELLS ||
				!are_heads(reading, row, separator)))
			return first;
		heads = line == first ? cells : heads;
	}
	return line - first > 1 ? line : first;
}

/* The end of the rows that begin with a line, and what parts them; that line
 * where it begins none. */
static size_t
find_rows(struct md_reading *reading, const struct source *source, size_t line,
    char *separator)
{
	static const char separators[] = { '\t', '|', ';', ',', '/' };
	size_t end = line, length, below, i;
	const char *text = source_line(source, line, &length);
	const char *next = source_line(source, line + 1, &below);

	if (!may_be_heads(text, length) || is_delimiter(next, below))
		return line;
	for (i = 0; i < sizeof(separators) && end == line; i++) {
		*separator = separators[i];
		if (memchr(text, separators[i], length) != NULL &&
		    memchr(next, separators[i], below) != NULL)
			end = rows_end(reading, source, line, separators[i]);
	}
	return end;
}

/* Whether a line has the empty heads of a table whose first row names columns of
 * the tool, as a converter writes the table of a word processor. */
static bool
is_headless(struct md_reading *reading, const struct source *source,
    size_t line)
{
	size_t length, below;
	const char *text = source_line(source, line, &length);
	const char *next = source_line(source, line + 1, &below);

	return *text == '|' && strspn(text, " |") >= length &&
	    is_delimiter(next, below) &&
	    are_heads(reading, source_text(reading->scratch, source, line + 2),
		'|');
}

/* Writes the first row of such a table as its heads. */
static void
put_heads(struct source_edit *edit, size_t line)
{
	ARENA_SCRATCH(scratch);

	source_edit_to(edit, line);
	source_edit_put(edit, source_text(scratch, edit->source, line + 2),
	    line + 2);
	source_edit_put(edit, source_text(scratch, edit->source, line + 1),
	    line + 1);
	source_edit_skip(edit, line + 3);
}

/* Writes rows as a table: a line below the heads, and a blank one around. */
static void
put_table(struct source_edit *edit, size_t first, size_t end, char separator)
{
	const struct source *source = edit->source;
	ARENA_SCRATCH(scratch);
	struct buf dashes = BUF_INIT;
	size_t line, cells, i;

	source_edit_to(edit, first);
	if (first > 1 && !source_is_blank(source, first - 1))
		source_edit_put(edit, "", first);
	for (line = first; line < end; line++) {
		source_edit_put(edit,
		    row_of(scratch, source_text(scratch, source, line),
			separator, &cells),
		    line);
		if (line > first)
			continue;
		for (i = 0; i < cells; i++)
			buf_string(&dashes, "|---");
		source_edit_put(edit, buf_take(&dashes, scratch), line);
	}
	if (!source_is_blank(source, end))
		source_edit_put(edit, "", end);
	source_edit_skip(edit, end);
}

const struct source *
md_table_pasted(struct md_reading *reading, const struct source *source,
    size_t from)
{
	struct source_edit edit = { .source = source, .arena = reading->arena };
	size_t line, end, length;
	bool fenced = false, table = false;
	const char *text;
	char separator;

	for (line = from; line <= source->line_count; line = end) {
		text = source_line(source, line, &length);
		fenced = fenced != (strncmp(text, "```", 3) == 0);
		table = !source_is_blank(source, line) &&
		    (table || is_delimiter(text, length));
		if (!fenced && is_headless(reading, source, line)) {
			put_heads(&edit, line);
			table = true;
			end = line + 3;
			continue;
		}
		end = fenced || table
		    ? line
		    : find_rows(reading, source, line, &separator);
		if (end == line) {
			end++;
			continue;
		}
		put_table(&edit, line, end, separator);
		arena_reset(reading->scratch);
	}
	return source_edited(&edit);
}
