/*
 * md_write: texts and tables in the subset that every wiki renders alike.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_inner.h"
#include "text/uni.h"

enum { MIN_COLUMN = 3 };

static void
guard(struct buf *out, const char *text)
{
	md_guard(out, text, strlen(text), false);
}

static bool
ends_mark(char c)
{
	return c == ' ' || c == '\0';
}

/*
 * The offset before which a text must be escaped, where at the start of a
 * block it would be something else than text, as "#12" is a heading to some,
 * and "/close" an order to a forge; SIZE_MAX where it would not.
 */
static size_t
block_mark(const char *text)
{
	static const char letters[] = "_abcdefghijklmnopqrstuvwxyz";
	size_t n;

	if (strchr("-+*", *text) != NULL && ends_mark(text[1]))
		return 0;
	if (strchr("#>|", *text) != NULL)
		return 0;
	if (*text == '/' && ends_mark(text[1 + strspn(text + 1, letters)]))
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
		guard(out, text);
		return;
	}
	buf_add(out, text, mark);
	md_guard_mark(out, text[mark]);
	guard(out, text + mark + 1);
}

/* A heading's last # would close it, and some readers take a first one for
 * more of its mark: there they are entities. */
static void
write_heading(struct buf *out, const char *text)
{
	static const char hash[] = "&#35;";
	size_t first = strspn(text, "#"), n = strlen(text), last = n, i;

	while (last > first && text[last - 1] == '#')
		last--;
	if (last > first && text[last - 1] != ' ')
		last = n;
	for (i = 0; i < first; i++)
		buf_string(out, hash);
	md_guard(out, text + first, last - first, false);
	for (i = last; i < n; i++)
		buf_string(out, hash);
}

static const char *
cell_text(struct arena *arena, const char *text)
{
	struct buf out = BUF_INIT;

	md_guard(&out, text, strlen(text), true);
	return buf_take(&out, arena);
}

static void
write_cell(struct buf *out, const char *text)
{
	ARENA_SCRATCH(arena);

	buf_string(out, cell_text(arena, text));
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
		guard(out, text);
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
	for (size_t i = 0; i < count; i++) {
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
	ARENA_SCRATCH(arena);
	struct column *columns =
	    arena_array(arena, column_count, sizeof(*columns));
	size_t count = row_count * column_count, i, width;
	const char **texts = arena_array(arena, count, sizeof(*texts));

	for (i = 0; i < column_count; i++)
		columns[i] = (struct column){ MIN_COLUMN, right && right[i] };
	for (i = 0; i < count; i++) {
		texts[i] = cell_text(arena, cells[i]);
		width = uni_width(texts[i]);
		if (width <= MD_WIDE && width > columns[i % column_count].width)
			columns[i % column_count].width = width;
	}
	for (i = 0; i < row_count; i++) {
		write_row(out, texts + i * column_count, columns, column_count);
		if (i == 0)
			write_delimiters(out, columns, column_count);
	}
}
