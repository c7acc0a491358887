/*
 * cell: the text of a cell, and what a spreadsheet lost of it.
 */
#include <string.h>

#include "source/line.h"
#include "table.h"
#include "text/uni.h"

/* What a formula gives that fails: "#REF!", "#N/A", "#NOM?". */
static bool
is_error(const char *text)
{
	size_t length = strlen(text);

	return *text == '#' && length > 3 &&
	    strspn(text + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ/0") >= length - 2 &&
	    (strchr("!?", text[length - 1]) != NULL ||
		strcmp(text, "#N/A") == 0);
}

/* A long number of which only the first digits are left: "8,00021E+13". */
static bool
is_shortened(const char *text)
{
	static const char figures[] = "0123456789";
	size_t n = strspn(text, figures);

	if (n != 1)
		return false;
	text += n;
	text += *text == ',' || *text == '.';
	text += strspn(text, figures);
	return (*text == 'E' || *text == 'e') && text[1] == '+' &&
	    text[2] != '\0' && text[2 + strspn(text + 2, figures)] == '\0';
}

/* A column too narrow for what stands in it: "####". */
static bool
is_hidden(const char *text)
{
	return strlen(text) > 2 && text[strspn(text, "#")] == '\0';
}

static enum term
doubt_of(const char *text)
{
	return is_error(text)    ? M_TABLE_ERROR
	    : is_hidden(text)    ? M_TABLE_HIDDEN
	    : is_shortened(text) ? M_TABLE_SHORTENED
				 : T_NONE;
}

/* The length of the bullet at the start of a line. */
static size_t
bullet(const char *line)
{
	return (*line == '-' || *line == '*') && line[1] == ' '
	    ? 2
	    : line_bullet(line, NULL);
}

/* The lines of a cell are items, that semicolons part; a line that another sign
 * ends goes on. */
static const char *
join(struct arena *arena, const char *cell)
{
	struct buf out = BUF_INIT;
	const char *end, *line;

	for (; *cell != '\0'; cell = *end != '\0' ? end + 1 : end) {
		end = cell + strcspn(cell, "\n");
		line = uni_until(arena, cell, end);
		line += bullet(line);
		if (*line == '\0')
			continue;
		if (out.length > 0)
			buf_string(&out,
			    strchr(".,;:!?", out.at[out.length - 1]) ? " "
								     : "; ");
		buf_string(&out, line);
	}
	return buf_take(&out, arena);
}

const char *
cell_read(struct table *table, struct pos pos, const char *cell)
{
	const char *text = strchr(cell, '\n') == NULL
	    ? uni_line(table->arena, cell)
	    : join(table->arena, cell);
	enum term doubt = doubt_of(text);

	if (doubt != T_NONE)
		note_add(&table->findings, pos, doubt, text);
	return text;
}
