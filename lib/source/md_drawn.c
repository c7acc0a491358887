/*
 * md_drawn: tables that are drawn, as a database, org mode or pandoc's own
 * Markdown writes them, become the pipe tables that they are:
 *
 *   +------+-----+     ┌──────┬─────┐     | What | Who |     What   Who
 *   | What | Who |     │ What │ Who │     |------+-----|     ------ -----
 *   +------+-----+     ├──────┼─────┤     | Map  | Ana |     Map    Ana
 *   | Map  | Ana |     │ Map  │ Ana │
 *   +------+-----+     └──────┴─────┘
 *
 * Where a line parts each row from the next, the lines between two are one row.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/uni.h"

enum { MOST_CELLS = 64, MOST_LINES = 40 /* in one row */ };

/* The length of the upright line that a text begins with, or 0. */
static size_t
upright(const char *text)
{
	return uni_mark_of(text, "|", "│", "┃", "║");
}

/* Whether a character is one of those that lines are drawn with. */
static bool
draws(int32_t c)
{
	return (c >= 0x2500 && c <= 0x257f) ||
	    (c < 0x80 && strchr("+-=:", c) != NULL);
}

/* Whether a line is drawn from side to side, and crosses columns; a bar begins and
 * ends it in org mode. */
static bool
is_rule(const char *line)
{
	const char *at = line += strspn(line, " "), *end = line + strlen(line);
	const bool bar = *line == '|';

	while (end > line && end[-1] == ' ')
		end--;
	if (end < line + 3 ||
	    (bar || *line == '+'
		    ? end[-1] != *line || strpbrk(line, "-=") == NULL ||
			memchr(line + 1, '+', (size_t)(end - line) - 1) == NULL
		    : strncmp(line, "\xe2\x94", 2) != 0 &&
			strncmp(line, "\xe2\x95", 2) != 0))
		return false;
	for (at += bar, end -= bar; at < end;)
		if (!draws(uni_next(&at)))
			return false;
	return true;
}

static bool
is_drawn_row(const char *line)
{
	return upright(line + strspn(line, " ")) > 0 && !is_rule(line);
}

static const char *
text_of(const struct source_edit *edit, struct arena *arena, size_t line)
{
	return line > edit->source->line_count
	    ? ""
	    : source_text(arena, edit->source, line);
}

/* A row with bars for its upright lines. */
static const char *
with_bars(struct arena *arena, const char *line)
{
	struct buf row = BUF_INIT;
	size_t n;

	for (; *line != '\0'; line += n > 0 ? n : 1) {
		n = upright(line);
		buf_char(&row, n > 0 ? '|' : *line);
	}
	return buf_take(&row, arena);
}

/* Joins the cells of some lines, each to the one above. */
static const char *
join_lines(const struct source_edit *edit, struct arena *arena, size_t first,
    size_t end)
{
	const char *cells[MOST_CELLS], *row = text_of(edit, arena, first);
	const struct md_cell *more;
	size_t count = 0, many, i;

	if (end == first + 1 && row[strspn(row, " ")] == '|')
		return row;
	for (; first < end; first++) {
		more = md_split_row(arena,
		    with_bars(arena, text_of(edit, arena, first)), &many);
		for (i = 0; i < many && i < MOST_CELLS; i++)
			cells[i] = i >= count ? more[i].text
			    : *more[i].text == '\0'
			    ? cells[i]
			    : arena_format(arena, "%s %s", cells[i],
				  more[i].text);
		count = i > count ? i : count;
	}
	row = "|";
	for (i = 0; i < count; i++)
		row = arena_format(arena, "%s %s |", row, cells[i]);
	return row;
}

static void
put_delimiter(struct source_edit *edit, struct arena *arena, const char *heads,
    size_t line)
{
	const char *dashes = "|";
	size_t count;

	md_split_row(arena, heads, &count);
	for (size_t i = 0; i < count; i++)
		dashes = arena_format(arena, "%s---|", dashes);
	source_edit_put(edit, dashes, line);
}

/* What is drawn in a row of lines. */
struct box {
	size_t end;   /* the line behind it */
	size_t rules; /* lines from side to side, behind the first line */
	size_t heads; /* lines in front of the first of those */
	size_t most;  /* the most lines between two of them */
	bool told;    /* one of them tells heads from rows: "+====+" */
};

/* The lines that begin at one with an upright line, or are drawn. */
static struct box
find_box(const struct source_edit *edit, struct arena *arena, size_t first)
{
	struct box box = { .end = first };
	size_t lines = 0;
	const char *text;

	for (;; box.end++) {
		text = text_of(edit, arena, box.end);
		if (!is_rule(text) && !is_drawn_row(text))
			break;
		lines = is_rule(text) ? 0 : lines + 1;
		box.rules += box.end > first && lines == 0;
		box.heads += box.rules == 0 && lines > 0;
		box.most = lines > box.most ? lines : box.most;
		box.told |= lines == 0 && strchr(text, '=') != NULL;
	}
	return box;
}

/* Writes the rows from one line to another; whole: each group of lines between
 * two that are drawn is one row. */
static void
put_boxed(struct source_edit *edit, struct arena *arena, size_t first,
    size_t end, bool whole)
{
	bool heads = true;
	size_t line, next;
	const char *row;

	for (line = first; line < end; line = next) {
		next = line + 1;
		if (is_rule(text_of(edit, arena, line)))
			continue;
		while ((whole || heads) && next < end &&
		    is_drawn_row(text_of(edit, arena, next)))
			next++;
		row = join_lines(edit, arena, line, next);
		source_edit_put(edit, row, line);
		if (heads)
			put_delimiter(edit, arena, row, line);
		heads = false;
	}
}

/* The columns that groups of dashes draw, by their first characters; 0 where a
 * line draws none. */
static size_t
find_groups(const char *line, size_t *starts)
{
	size_t count = 0, at = strspn(line, " "), n;

	if (at > 3)
		return 0;
	for (; line[at] != '\0'; at += n + strspn(line + at + n, " ")) {
		n = strspn(line + at, "-");
		if (n < 3 || count == MOST_CELLS)
			return 0;
		starts[count++] = at;
	}
	return count > 1 ? count : 0;
}

/* Parts a line at columns; how many of its cells have a text. */
static size_t
part_line(struct arena *arena, const char *line, const size_t *starts,
    size_t count, const char **row)
{
	size_t filled = 0, column = 0, i;
	const char *at = line, *start, *cell;

	*row = "|";
	for (i = 0; i < count; i++) {
		while (column < starts[i] && *at != '\0') {
			uni_next(&at);
			column++;
		}
		for (start = at;
		     *at != '\0' && (i + 1 == count || column < starts[i + 1]);
		     column++)
			uni_next(&at);
		cell = uni_until(arena, start, at);
		filled += *cell != '\0';
		*row = arena_format(arena, "%s %s |", *row, cell);
	}
	return filled;
}

/* Writes a table whose heads are underlined column by column; the line behind
 * it, or the first where it is none. */
static size_t
put_underlined(struct source_edit *edit, struct arena *arena, size_t first)
{
	size_t starts[MOST_CELLS], ends[MOST_CELLS], line = first + 2, count;
	const char *row, *text;

	count = find_groups(text_of(edit, arena, first + 1), starts);
	text = text_of(edit, arena, first);
	if (count == 0 || strchr(text, '|') != NULL ||
	    part_line(arena, text, starts, count, &row) < count ||
	    source_is_blank(edit->source, line))
		return first;
	source_edit_to(edit, first);
	source_edit_put(edit, row, first);
	put_delimiter(edit, arena, row, first + 1);
	for (; line <= edit->source->line_count; line++) {
		text = text_of(edit, arena, line);
		if (source_is_blank(edit->source, line) ||
		    strchr(text, '|') != NULL || find_groups(text, ends) > 0)
			break;
		part_line(arena, text, starts, count, &row);
		source_edit_put(edit, row, line);
	}
	line += find_groups(text_of(edit, arena, line), ends) > 0;
	source_edit_put(edit, "", line - 1);
	source_edit_skip(edit, line);
	return line;
}

/* Writes a table that is drawn with upright lines; the line behind it, or behind
 * rows that are no such table. */
static size_t
put_upright(struct source_edit *edit, struct arena *arena, size_t first)
{
	struct box box = find_box(edit, arena, first);
	bool ruled = is_rule(text_of(edit, arena, first));
	/* one below the heads, and one at the end, part no rows */
	bool whole = box.told || box.rules > 1 + (size_t)ruled;

	if (box.rules == 0 || box.end < first + 3 || box.heads == 0 ||
	    (whole ? box.most : box.heads) > MOST_LINES)
		return box.end;
	source_edit_to(edit, first);
	if (first > 1 && !source_is_blank(edit->source, first - 1))
		source_edit_put(edit, "", first);
	put_boxed(edit, arena, first, box.end, whole);
	source_edit_put(edit, "", box.end - 1);
	source_edit_skip(edit, box.end);
	return box.end;
}

/* Whether a line may begin a table, as far as its first letters tell. */
static bool
may_begin(const struct source *source, size_t line)
{
	size_t length, blanks;
	const char *text = source_line(source, line, &length);

	blanks = strspn(text, " ");
	if (blanks < length && strchr("+|\xe2", text[blanks]) != NULL)
		return true;
	text = source_line(source, line + 1, &length);
	blanks = strspn(text, " ");
	return blanks < length && text[blanks] == '-';
}

const struct source *
md_table_drawn(struct md_reading *reading, const struct source *source,
    size_t from)
{
	struct source_edit edit = { .source = source, .arena = reading->arena };
	struct arena *scratch = reading->scratch;
	bool fenced = false;
	size_t line, end, length;
	const char *text;

	for (line = from; line <= source->line_count; line = end) {
		text = source_line(source, line, &length);
		fenced = fenced != (strncmp(text, "```", 3) == 0);
		end = line;
		if (!fenced && may_begin(source, line)) {
			text = text_of(&edit, scratch, line);
			end = is_rule(text) || is_drawn_row(text)
			    ? put_upright(&edit, scratch, line)
			    : put_underlined(&edit, scratch, line);
			arena_reset(scratch);
		}
		end += end == line;
	}
	return source_edited(&edit);
}
