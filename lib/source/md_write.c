/*
 * md_write: texts and tables in the subset that every wiki renders alike.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_inner.h"
#include "text/uni.h"

enum { MAX_PADDED = 40, MIN_COLUMN = 3 };

/* How many bytes of a text a code span takes that opens at it; 0: none does. */
static size_t
code_length(const char *at)
{
	size_t ticks = strspn(at, "`"), n = ticks, run;

	while (ticks > 0 && at[n] != '\0') {
		n += strcspn(at + n, "`");
		run = strspn(at + n, "`");
		n += run;
		if (run == ticks)
			return n;
	}
	return ticks;
}

/*
 * Writes a text so that it stays one in every reader: those older than
 * CommonMark do not know "\<" and "\&" for escapes, and act on what stands
 * behind the backslash.
 */
static void
write_part(struct buf *out, const char *text, size_t length)
{
	const char *end = text + length;
	size_t n;

	for (; text < end; text += n) {
		n = strcspn(text, "\\`");
		n = n < (size_t)(end - text) ? n : (size_t)(end - text);
		if (n > 0) {
			buf_add(out, text, n);
		} else if (*text == '`') {
			n = code_length(text);
			buf_add(out, text, n);
		} else {
			n = text[1] == '\0' ? 1 : 2;
			if (text[1] == '<' || text[1] == '&')
				buf_string(out,
				    text[1] == '<' ? "&lt;" : "&amp;");
			else
				buf_add(out, text, n);
		}
	}
}

static void
write_text(struct buf *out, const char *text)
{
	write_part(out, text, strlen(text));
}

static bool
ends_mark(char c)
{
	return c == ' ' || c == '\0';
}

/*
 * The offset before which a text must be escaped, where at the start of a
 * block it would be something else than text; SIZE_MAX where it would not.
 */
static size_t
block_mark(const char *text)
{
	size_t n = strspn(text, "#");

	if (n >= 1 && n <= 6 && ends_mark(text[n]))
		return 0;
	if (strchr("-+*", *text) != NULL && ends_mark(text[1]))
		return 0;
	if (*text == '>' || *text == '|')
		return 0;
	n = strspn(text, "0123456789");
	if (n >= 1 && n <= 9 && (text[n] == '.' || text[n] == ')') &&
	    ends_mark(text[n + 1]))
		return n;
	n = strspn(text, "-=_ ");
	if (n > 0 && text[n] == '\0')
		return 0;
	n = strspn(text, "|:- ");
	return n > 1 && text[n] == '\0' ? 0 : (size_t)-1;
}

static void
write_block_start(struct buf *out, const char *text)
{
	size_t mark = *text == '\0' ? (size_t)-1 : block_mark(text);

	if (mark == (size_t)-1) {
		write_text(out, text);
		return;
	}
	buf_add(out, text, mark);
	buf_char(out, '\\');
	write_text(out, text + mark);
}

/* A heading's last # would close it. */
static void
write_heading(struct buf *out, const char *text)
{
	size_t n = strlen(text), hashes = 0;

	while (hashes < n && text[n - hashes - 1] == '#')
		hashes++;
	if (hashes == 0 || (hashes < n && text[n - hashes - 1] != ' ')) {
		write_text(out, text);
		return;
	}
	write_part(out, text, n - 1);
	buf_string(out, "\\#");
}

/* Whether an odd number of backslashes stands before a bar of a text. */
static bool
is_escaped(const char *text, const char *bar)
{
	const char *from = bar;

	while (from > text && from[-1] == '\\')
		from--;
	return (bar - from) % 2 != 0;
}

/*
 * A backslash before a bar in code cannot be written so that all readers find
 * both: where there is one, the text is written as plain words.
 */
static const char *
without_traps(struct arena *arena, const char *text)
{
	const char *bar = text;

	for (; (bar = strchr(bar, '|')) != NULL; bar++)
		if (is_escaped(text, bar))
			return md_words(arena, md_plain(arena, text));
	return text;
}

static const char *
cell_text(struct arena *arena, const char *text)
{
	struct buf out = BUF_INIT, safe = BUF_INIT;
	const char *at;

	if (strpbrk(text, "|\\") == NULL)
		return text;
	text = without_traps(arena, text);
	for (at = text; *at != '\0'; at++) {
		if (*at == '|' && !is_escaped(text, at))
			buf_char(&out, '\\');
		buf_char(&out, *at);
	}
	write_text(&safe, out.at);
	buf_free(&out);
	return buf_take(&safe, arena);
}

static void
write_cell(struct buf *out, const char *text)
{
	struct arena *arena = arena_new();

	buf_string(out, cell_text(arena, text));
	arena_free(arena);
}

void
md_write(struct buf *out, const char *text, enum md_context context)
{
	if (context == MD_BLOCK)
		write_block_start(out, text);
	else if (context == MD_HEADING)
		write_heading(out, text);
	else if (context == MD_CELL)
		write_cell(out, text);
	else
		write_text(out, text);
}

struct column {
	size_t width;
	bool right;
};

static void
write_row(struct buf *out, const char *const *cells,
    const struct column *columns, size_t count)
{
	size_t i, width, pad;

	for (i = 0; i < count; i++) {
		width = uni_width(cells[i]);
		pad = width < columns[i].width ? columns[i].width - width : 0;
		buf_string(out, i == 0 ? "| " : " | ");
		if (columns[i].right)
			buf_repeat(out, ' ', pad);
		buf_string(out, cells[i]);
		if (!columns[i].right)
			buf_repeat(out, ' ', pad);
	}
	buf_string(out, " |\n");
}

static void
write_delimiters(struct buf *out, const struct column *columns, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		buf_string(out, i == 0 ? "| " : " | ");
		buf_repeat(out, '-', columns[i].width - columns[i].right);
		if (columns[i].right)
			buf_char(out, ':');
	}
	buf_string(out, " |\n");
}

void
md_write_table(struct buf *out, const char *const *cells, size_t row_count,
    size_t column_count, const bool *right)
{
	struct arena *arena = arena_new();
	struct column *columns =
	    arena_array(arena, column_count, sizeof(*columns));
	size_t count = row_count * column_count, i, width;
	const char **texts = arena_array(arena, count, sizeof(*texts));

	for (i = 0; i < column_count; i++)
		columns[i] = (struct column){ MIN_COLUMN, right && right[i] };
	for (i = 0; i < count; i++) {
		texts[i] = cell_text(arena, cells[i]);
		width = uni_width(texts[i]);
		if (width <= MAX_PADDED &&
		    width > columns[i % column_count].width)
			columns[i % column_count].width = width;
	}
	for (i = 0; i < row_count; i++) {
		write_row(out, texts + i * column_count, columns, column_count);
		if (i == 0)
			write_delimiters(out, columns, column_count);
	}
	arena_free(arena);
}
