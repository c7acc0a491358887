/*
 * md_html: what a converter writes in HTML of a word processor's document.  A
 * table some cells of which hold lists or paragraphs becomes a pipe table, where
 * one can hold all of it; an anchor without words in a heading is left out.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "source/md_reading.h"

struct row {
	const char *text; /* "| a | b " */
	size_t cells, line;
};

/* A table as it is walked. */
struct html {
	struct arena *arena;
	size_t line, row_line;
	struct row *rows;
	size_t count;
	struct buf row, cell;
	size_t cells;      /* of the row */
	const char *parts; /* what comes before the next letter of a cell */
	const char *link;  /* the address of the link that is open */
	bool in_cell, filled;
	bool broken; /* no pipe table can hold it */
};

/* Whether a tag, behind its "<", has one of some names. */
static bool
is_tag(const char *tag, const char *names)
{
	size_t n, length;

	tag += *tag == '/';
	length = strspn(tag,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
	    "XYZ0123456789");
	for (; *names != '\0'; names += n + (names[n] == ' ')) {
		n = strcspn(names, " ");
		if (n == length && strncasecmp(tag, names, n) == 0)
			return true;
	}
	return false;
}

static void
put(struct html *html, const char *text)
{
	if (html->cell.length > 0)
		buf_string(&html->cell, html->parts);
	html->parts = "";
	buf_string(&html->cell, text);
}

static void
end_cell(struct html *html)
{
	const char *cell = buf_take(&html->cell, html->arena);

	html->in_cell = false;
	html->filled |= *cell != '\0';
	html->cells++;
	buf_format(&html->row, "| %s ", cell);
}

static void
end_row(struct html *html)
{
	struct row *row;
	const char *text = buf_take(&html->row, html->arena);

	if (html->filled) {
		row = &ARENA_ADD(html->arena, html->rows, html->count);
		*row = (struct row){ text, html->cells, html->row_line };
		html->broken |= row->cells > html->rows[0].cells;
	}
	html->cells = 0;
	html->filled = false;
}

/* A tag in a cell. */
static void
take_inner(struct html *html, const char *tag)
{
	const char *href = strstr(tag, "href=\""), *mark;

	if (is_tag(tag, "td th")) {
		end_cell(html);
	} else if (is_tag(tag, "p div br ul ol li")) {
		html->parts = " ; ";
	} else if (is_tag(tag, "strong b em i")) {
		mark = is_tag(tag, "strong b") ? "**" : "*";
		if (*tag == '/')
			buf_string(&html->cell, mark);
		else
			put(html, mark);
	} else if (is_tag(tag, "a") && *tag != '/' && href != NULL) {
		href += strlen("href=\"");
		html->link = arena_copy(html->arena, href, strcspn(href, "\""));
		html->broken |= strchr(html->link, '|') != NULL;
		put(html, "[");
	} else if (is_tag(tag, "a") && html->link != NULL) {
		buf_format(&html->cell, "](<%s>)", html->link);
		html->link = NULL;
	} else if (!is_tag(tag, "span a")) {
		html->broken = true;
	}
}

/* A tag between cells. */
static void
take_outer(struct html *html, const char *tag)
{
	if (is_tag(tag, "td th") && *tag != '/') {
		html->in_cell = true;
		html->parts = "";
		html->broken |= strstr(tag, "span=") != NULL;
	} else if (is_tag(tag, "tr") && *tag == '/') {
		end_row(html);
	} else if (is_tag(tag, "tr")) {
		html->row_line = html->line;
	} else if (!is_tag(tag, "table thead tbody tfoot colgroup col")) {
		html->broken = true;
	}
}

static void
take_letter(struct html *html, char c)
{
	const char letter[] = { '\\', c, '\0' };

	html->line += c == '\n';
	if (strchr(" \t\n", c) != NULL) {
		if (*html->parts == '\0')
			html->parts = " ";
	} else if (html->in_cell) {
		put(html, letter + (strchr("\\`*_[]|", c) == NULL));
	} else {
		html->broken = true;
	}
}

/* Walks the lines of a table up to its end. */
static void
walk(struct html *html, const char *text)
{
	const char *at, *end;
	char *tag;

	for (at = text; *at != '\0' && !html->broken; at++) {
		end = *at == '<' ? strchr(at, '>') : NULL;
		if (end == NULL) {
			take_letter(html, *at);
			continue;
		}
		tag = arena_copy(html->arena, at + 1, (size_t)(end - at) - 1);
		if (html->in_cell)
			take_inner(html, tag);
		else
			take_outer(html, tag);
		for (; *tag != '\0'; tag++)
			html->line += *tag == '\n';
		at = end;
	}
	html->broken |= html->count == 0 || html->in_cell;
}

/* Writes the table in place of some lines, with a blank one around. */
static void
put_table(struct source_edit *edit, const struct html *html, size_t first,
    size_t end)
{
	ARENA_SCRATCH(scratch);
	struct buf line = BUF_INIT;
	size_t heads = html->rows[0].cells, i, j;

	source_edit_to(edit, first);
	if (first > 1 && !source_is_blank(edit->source, first - 1))
		source_edit_put(edit, "", first);
	for (i = 0; i < html->count; i++) {
		buf_string(&line, html->rows[i].text);
		for (j = html->rows[i].cells; j < heads; j++)
			buf_string(&line, "| ");
		buf_char(&line, '|');
		source_edit_put(edit, buf_take(&line, scratch),
		    html->rows[i].line);
		if (i > 0)
			continue;
		for (j = 0; j < heads; j++)
			buf_string(&line, "| --- ");
		buf_char(&line, '|');
		source_edit_put(edit, buf_take(&line, scratch),
		    html->rows[i].line);
	}
	if (!source_is_blank(edit->source, end))
		source_edit_put(edit, "", end);
	source_edit_skip(edit, end);
}

/* The line behind the table that begins with one; that line where it ends
 * nowhere, or no pipe table can hold it. */
static size_t
take_table(struct md_reading *reading, struct source_edit *edit, size_t first)
{
	struct html html = { .arena = reading->scratch,
		.line = first,
		.row = BUF_INIT,
		.cell = BUF_INIT,
		.parts = "" };
	struct buf text = BUF_INIT;
	const char *line = "", *end = NULL;
	size_t last = first, from;

	for (; last <= edit->source->line_count && end == NULL; last++) {
		line = source_text(reading->scratch, edit->source, last);
		buf_format(&text, "%s\n", line);
		end = strstr(line, "</table>");
		from = strspn(line, " ");
		if (last > first && strncmp(line + from, "<table", 6) == 0)
			break;
	}
	walk(&html, buf_take(&text, reading->scratch));
	buf_free(&html.row);
	buf_free(&html.cell);
	if (html.broken || end == NULL)
		return first;
	put_table(edit, &html, first, last);
	return last;
}

/* Leaves the anchors without words out of a heading. */
static void
take_heading(struct md_reading *reading, struct source_edit *edit, size_t line)
{
	const char *text = source_text(reading->scratch, edit->source, line);
	struct buf out = BUF_INIT;
	size_t n, length = strlen(text);

	for (; *text != '\0'; text++) {
		n = *text == '<' && is_tag(text + 1, "a span")
		    ? strcspn(text, ">")
		    : 0;
		if (n > 0 && strncmp(text + n, "></", 3) == 0 &&
		    is_tag(text + n + 2, "a span"))
			text += n + 2 + strcspn(text + n + 2, ">");
		else
			buf_char(&out, *text);
	}
	if (out.length < length)
		source_edit_line(edit, out.at, line);
	buf_free(&out);
}

const struct source *
md_from_html(struct md_reading *reading, const struct source *source,
    size_t from)
{
	struct source_edit edit = { .source = source, .arena = reading->arena };
	size_t line, end, length;
	bool fenced = false;
	const char *text;

	for (line = from; line <= source->line_count; line = end + 1) {
		end = line;
		text = source_line(source, line, &length);
		fenced = fenced != (strncmp(text, "```", 3) == 0);
		if (fenced || memchr(text, '<', length) == NULL)
			continue;
		if (*text == '#')
			take_heading(reading, &edit, line);
		else if (strncasecmp(text, "<table", 6) == 0)
			end = take_table(reading, &edit, line);
		end -= end > line;
		arena_reset(reading->scratch);
	}
	return source_edited(&edit);
}
