/*
 * table: CSV to rows.
 *
 * The text is checked, freed of its byte order mark and given plain line ends
 * by source.h; its cells are then ended where they stand.
 */
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "import.h"
#include "source/md.h"
#include "source/source.h"
#include "text/uni.h"

enum { SNIFFED = 20 };

struct reader {
	struct import *import;
	struct table *table;
	struct pos pos; /* of the row at hand */
	char *at;
	size_t line;
	char separator;
	const char *blanks; /* around a cell */
	char end;    /* what ended the last cell: a separator, a newline, or
			   NUL */
	bool quoted; /* it was */
};

/* To UTF-8 from what --encoding names. */
static bool
convert(struct import *import, struct source_file *file)
{
	const char *encoding = import->options->encoding;
	iconv_t state = iconv_open("UTF-8", encoding);
	struct source *source;
	struct buf out = BUF_INIT;
	char *from = file->head.at, *to, block[1 << 14];
	size_t left = file->head.length, room, done;

	if (state == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr) */
		err_die("--encoding: '%s' is not known; try windows-1252",
		    encoding);
	errno = 0;
	do {
		to = block;
		room = sizeof(block);
		done = iconv(state, &from, &left, &to, &room);
		buf_add(&out, block, sizeof(block) - room);
	} while (done == (size_t)-1 && errno == E2BIG);
	iconv_close(state);
	source = source_take(import->arena, file->name, out.at, out.length,
	    import->faults);
	if (done == (size_t)-1 && source != NULL)
		note_add(import->faults, source_pos(source, source->length),
		    M_IMPORT_NOT_ENCODED, encoding);
	buf_free(&file->head);
	file->head = out;
	return done != (size_t)-1;
}

/* Whether the text is UTF-8 and shows it. */
static bool
is_utf8(const struct buf *bytes)
{
	size_t i;

	for (i = 0; i < bytes->length; i++)
		if ((unsigned char)bytes->at[i] >= 0x80)
			return uni_check(bytes->at, bytes->length) ==
			    bytes->length;
	return false;
}

/* The operand's text, converted; NULL after a fault. */
static const struct source *
read_text(struct import *import, struct source_file *file)
{
	struct notes *faults = import->faults;
	size_t count = faults->count;
	const struct source *source = source_read(import->arena, file, faults);
	struct note *last =
	    source == NULL ? &faults->at[faults->count - 1] : NULL;

	if (last != NULL && last->message == M_CANNOT_READ)
		return NULL;
	if (import->options->encoding == NULL) {
		if (last != NULL && last->message == M_NOT_UTF8)
			last->message = M_IMPORT_NOT_UTF8;
		return source;
	}
	faults->count = count;
	if (!is_utf8(&file->head))
		return convert(import, file)
		    ? source_take(import->arena, file->name, file->head.at,
			  file->head.length, faults)
		    : NULL;
	note_add(faults, ((struct pos){ file->name, 0, 0 }),
	    M_IMPORT_UTF8_ALREADY, import->options->encoding);
	return NULL;
}

/* A fault where UTF-8 was read as Latin-1 and written again: "dÃ©but". */
static bool
is_twice_encoded(struct import *import, const struct source *source)
{
	static const char ends[] = " ,;\t\n\"";
	const char *at = strstr(source->bytes, "\u00c3\xc2"), *start;

	if (at == NULL)
		at = strstr(source->bytes, "\u00e2\u20ac");
	if (at == NULL)
		return false;
	for (start = at; start > source->bytes; start--)
		if (strchr(ends, start[-1]) != NULL)
			break;
	note_add(import->faults,
	    source_pos(source, (size_t)(at - source->bytes)),
	    M_IMPORT_ENCODED_TWICE,
	    arena_copy(import->arena, start, strcspn(start, ends)));
	return true;
}

/*
 * How many of the first rows hold as many marks as the first one does, where
 * it has any; *marks gets how many those are.
 */
static size_t
count_alike(const char *text, char mark, size_t *marks)
{
	size_t rows = 0, alike = 0, count = 0;
	bool quoted = false;

	for (*marks = 0; rows < SNIFFED; text++) {
		quoted ^= *text == '"';
		count += !quoted && *text == mark;
		if (*text != '\0' && (quoted || *text != '\n'))
			continue;
		if (rows++ == 0)
			*marks = count;
		alike += count == *marks;
		count = 0;
		if (*text == '\0')
			break;
	}
	return *marks > 0 ? alike : 0;
}

/* What a first line "sep=;" says, else what parts the first rows best. */
static void
find_separator(struct reader *reader)
{
	static const char marks[] = ",;\t";
	size_t best = 0, most = 0, alike, count, i;

	reader->separator = ',';
	for (i = 0; marks[i] != '\0'; i++) {
		alike = count_alike(reader->at, marks[i], &count);
		if (alike > best || (alike == best && count > most)) {
			best = alike;
			most = count;
			reader->separator = marks[i];
		}
	}
	if (strncmp(reader->at, "sep=", 4) == 0 && reader->at[4] != '\0' &&
	    reader->at[5] == '\n') {
		reader->separator = reader->at[4];
		reader->at += 6;
		reader->line++;
	}
	reader->blanks = reader->separator == '\t' ? " "
	    : reader->separator == ' '             ? "\t"
						   : " \t";
}

static bool
fault(struct reader *reader, enum term message)
{
	note_add(reader->import->faults, reader->pos, message);
	return false;
}

/* Whether a cell ends here. */
static bool
is_end(const struct reader *reader, char c)
{
	return c == reader->separator || c == '\n' || c == '\0';
}

/* Reads a cell where it stands; a quote out of place would shift columns, and
 * is a fault. */
static bool
read_cell(struct reader *reader, char **cell)
{
	char *at = reader->at + strspn(reader->at, reader->blanks), *out = at;

	*cell = at;
	reader->quoted = *at == '"';
	if (reader->quoted) {
		for (at++; *at != '"' || at[1] == '"'; *out++ = *at++) {
			if (*at == '\0')
				return fault(reader, M_IMPORT_OPEN_QUOTE);
			reader->line += *at == '\n';
			at += *at == '"';
		}
		at += 1 + strspn(at + 1, reader->blanks);
	} else {
		while (!is_end(reader, *at) && *at != '"')
			at++;
		for (out = at; out > *cell; out--)
			if (strchr(reader->blanks, out[-1]) == NULL)
				break;
	}
	if (!is_end(reader, *at))
		return fault(reader, M_IMPORT_QUOTE);
	reader->end = *at;
	reader->line += *at == '\n';
	reader->at = at + (*at != '\0');
	*out = '\0';
	return true;
}

/* A cell without the quote that exports put before = + - @ so that no sheet
 * computes it, and whose entities, as &eacute;, are what they stand for. */
static const char *
clean(struct arena *arena, const char *cell)
{
	static const char names[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	struct buf out = BUF_INIT;
	const char *at;
	size_t n;

	if (*cell == '\'' && cell[1] != '\0' && strchr("=+-@", cell[1]) != NULL)
		cell++;
	if (strchr(cell, '&') == NULL)
		return cell;
	for (; (at = strchr(cell, '&')) != NULL; cell = at + n) {
		buf_add(&out, cell, (size_t)(at - cell));
		n = 1 + (at[1] == '#');
		n += strspn(at + n, names);
		n += at[n] == ';';
		buf_string(&out, md_plain(arena, arena_copy(arena, at, n)));
	}
	buf_string(&out, cell);
	cell = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	return cell;
}

/* Reads a row; a blank line is none. */
static bool
read_row(struct reader *reader)
{
	struct arena *arena = reader->import->arena;
	struct table *table = reader->table;
	struct row row = { .pos = reader->pos };
	char *cell;

	do {
		if (!read_cell(reader, &cell))
			return false;
		row.cells =
		    arena_grow(arena, row.cells, row.count, sizeof(*row.cells));
		row.cells[row.count++] = clean(arena, cell);
	} while (reader->end != '\0' && reader->end != '\n');
	if (row.count == 1 && *cell == '\0' && !reader->quoted)
		return true;
	table->rows = arena_grow(arena, table->rows, table->count, sizeof(row));
	table->rows[table->count++] = row;
	return true;
}

bool
table_read(struct import *import, const char *path, struct table *table)
{
	struct reader reader = { .import = import, .table = table, .line = 1 };
	const struct source *source = NULL;
	struct source_file file;
	bool read;

	*table = (struct table){ NULL, 0 };
	if (source_open(&file, path, import->faults))
		source = read_text(import, &file);
	source_close(&file);
	if (source == NULL || is_twice_encoded(import, source))
		return false;
	reader.at = source->bytes;
	find_separator(&reader);
	do {
		reader.pos = (struct pos){ path, reader.line, 1 };
		read = read_row(&reader);
	} while (read && *reader.at != '\0');
	if (read && table->count == 0)
		note_add(import->faults, ((struct pos){ path, 0, 0 }),
		    M_EMPTY_INPUT);
	return read && table->count > 0;
}

const char *
table_cell(const struct row *row, long column)
{
	return column >= 0 && (size_t)column < row->count ? row->cells[column]
							  : "";
}
