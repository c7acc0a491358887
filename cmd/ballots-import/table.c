/*
 * table: CSV to rows, with libcsv.
 *
 * The text is checked, freed of its byte order mark and given plain line ends
 * by source.h, so that lines can be counted here.
 */
#include <csv.h>
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "import.h"
#include "source/md.h"
#include "source/source.h"
#include "text/uni.h"

enum { SNIFFED = 20, BLOCK = 1 << 16 };

struct table {
	struct import *import;
	void (*take)(void *context, const struct row *row);
	void *context;
	struct row row;
	struct buf text; /* the cells of a row, each ended by a NUL */
	size_t *starts;  /* of each, in text */
	size_t room;
	size_t line, lines; /* the row's first line, and the current one */
};

/* A quote that exports put before = + - @ so that no sheet computes it. */
static bool
is_guarded(const char *text)
{
	return text[0] == '\'' && text[1] != '\0' &&
	    strchr("=+-@", text[1]) != NULL;
}

/* A cell whose entities, as &eacute; and &#039;, are what they stand for. */
static const char *
without_entities(struct arena *arena, const char *cell)
{
	static const char names[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
	const char *at = strchr(cell, '&');
	struct buf out = BUF_INIT;
	size_t n;

	if (at == NULL)
		return cell;
	for (; at != NULL; at = strchr(cell, '&')) {
		n = 1 + (at[1] == '#');
		n += strspn(at + n, names);
		buf_add(&out, cell, (size_t)(at - cell));
		n += at[n] == ';';
		buf_string(&out, md_plain(arena, arena_copy(arena, at, n)));
		cell = at + n;
	}
	buf_string(&out, cell);
	cell = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	return cell;
}

static void
take_cell(void *bytes, size_t length, void *context)
{
	struct table *table = context;
	const char *text = bytes;
	size_t i;

	if (table->row.count == 0)
		table->line = table->lines;
	if (table->row.count == table->room) {
		table->room = table->room ? 2 * table->room : 64;
		table->starts = err_alloc(table->starts,
		    table->room * sizeof(*table->starts));
		table->row.cells = err_alloc(table->row.cells,
		    table->room * sizeof(*table->row.cells));
	}
	table->starts[table->row.count++] = table->text.length;
	for (i = 0; i < length; i++)
		table->lines += text[i] == '\n';
	buf_add(&table->text, text, length);
	buf_char(&table->text, '\0');
}

/* A row is over, or a blank line. */
static void
end_row(int end, void *context)
{
	struct table *table = context;
	const char *cell;
	size_t i;

	for (i = 0; i < table->row.count; i++) {
		cell = table->text.at + table->starts[i];
		table->row.cells[i] = without_entities(table->import->arena,
		    cell + is_guarded(cell));
	}
	table->row.pos.line = table->line;
	table->row.pos.col = 1;
	if (table->row.count > 0)
		table->take(table->context, &table->row);
	table->row.count = 0;
	buf_cut(&table->text, 0);
	table->lines += end == '\n';
}

/*
 * How many of the first rows hold as many marks as the first one does, where
 * it has any; *marks gets how many those are.
 */
static size_t
count_alike(const struct source *source, char mark, size_t *marks)
{
	size_t rows = 0, alike = 0, count = 0, i;
	bool quoted = false;

	*marks = 0;
	for (i = 0; i <= source->length && rows < SNIFFED; i++) {
		if (i < source->length && source->bytes[i] == '"')
			quoted = !quoted;
		else if (i < source->length &&
		    (quoted || source->bytes[i] != '\n'))
			count += !quoted && source->bytes[i] == mark;
		else {
			if (rows++ == 0)
				*marks = count;
			alike += count == *marks;
			count = 0;
		}
	}
	return *marks > 0 ? alike : 0;
}

static char
sniff(const struct source *source)
{
	static const char marks[] = ",;\t";
	size_t best = 0, most = 0, alike, count, i;
	char found = ',';

	for (i = 0; marks[i] != '\0'; i++) {
		alike = count_alike(source, marks[i], &count);
		if (alike > best || (alike == best && count > most)) {
			best = alike;
			most = count;
			found = marks[i];
		}
	}
	return found;
}

/* What a spreadsheet may be told in the first line: "sep=;". */
static size_t
told_separator(const struct source *source, char *separator)
{
	if (source->length < 6 || memcmp(source->bytes, "sep=", 4) != 0 ||
	    source->bytes[5] != '\n')
		return 0;
	*separator = source->bytes[4];
	return 6;
}

/* False, and a fault, where a quote is out of place. */
static bool
parse(struct table *table, const struct source *source)
{
	char separator = sniff(source);
	size_t skip = told_separator(source, &separator), read;
	struct csv_parser parser;
	struct pos pos = { source->name, 0, 1 };
	bool ended;

	/* A quote out of place would shift columns: it is a fault. */
	if (csv_init(&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI) !=
	    0)
		err_die("out of memory");
	csv_set_blk_size(&parser, BLOCK);
	csv_set_delim(&parser, (unsigned char)separator);
	table->lines = skip > 0 ? 2 : 1;
	table->row.pos.file = source->name;
	read = csv_parse(&parser, source->bytes + skip, source->length - skip,
	    take_cell, end_row, table);
	pos.line = table->row.count > 0 ? table->line : table->lines;
	ended = csv_fini(&parser, take_cell, end_row, table) == 0;
	if (read < source->length - skip)
		note_add(&table->import->faults, pos, M_IMPORT_QUOTE);
	else if (!ended)
		note_add(&table->import->faults, pos, M_IMPORT_OPEN_QUOTE);
	csv_free(&parser);
	return ended && read == source->length - skip;
}

static bool
read_bytes(struct import *import, const char *path, struct buf *bytes)
{
	bool standard = strcmp(path, "-") == 0, read;
	FILE *file = standard ? stdin : fopen(path, "r");
	char block[1 << 16];
	size_t n;

	while (file != NULL && (n = fread(block, 1, sizeof(block), file)) > 0)
		buf_add(bytes, block, n);
	read = file != NULL && !ferror(file);
	if (!read)
		note_add(&import->faults, ((struct pos){ path, 0, 0 }),
		    M_CANNOT_READ,
		    arena_string(import->arena, strerror(errno)));
	if (file != NULL && !standard)
		fclose(file);
	return read;
}

/* The line and the character of an offset in text of one byte a character. */
static struct pos
byte_pos(const char *path, const struct buf *bytes, size_t offset)
{
	struct pos pos = { path, 1, 1 };
	size_t i;

	for (i = 0; i < offset; i++) {
		pos.col = bytes->at[i] == '\n' ? 1 : pos.col + 1;
		pos.line += bytes->at[i] == '\n';
	}
	return pos;
}

/* To UTF-8 from what --encoding names. */
static bool
convert(struct import *import, const char *path, struct buf *bytes)
{
	const char *encoding = import->options->encoding;
	iconv_t state;
	struct buf out = BUF_INIT;
	char *from = bytes->at, *to, block[1 << 14];
	size_t left = bytes->length, room, done = 0;

	state = iconv_open("UTF-8", encoding);
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
	if (done == (size_t)-1)
		note_add(&import->faults,
		    byte_pos(path, bytes, bytes->length - left),
		    M_IMPORT_NOT_ENCODED, encoding);
	buf_free(bytes);
	*bytes = out;
	return done != (size_t)-1;
}

/* Whether the text is UTF-8 and shows it. */
static bool
is_utf8(const struct buf *bytes)
{
	size_t i;

	if (uni_check(bytes->at, bytes->length) < bytes->length)
		return false;
	for (i = 0; i < bytes->length; i++)
		if ((unsigned char)bytes->at[i] >= 0x80)
			return true;
	return false;
}

/* Where UTF-8 was read as Latin-1 and written again: "dÃ©but". */
static const char *
find_twice_encoded(const char *text)
{
	const char *at = strstr(text, "\u00c3\xc2");

	return at != NULL ? at : strstr(text, "\u00e2\u20ac");
}

/* A fault where the text was encoded twice. */
static bool
is_twice_encoded(struct import *import, const struct source *source)
{
	const char *at = find_twice_encoded(source->bytes), *start = at;

	if (at == NULL)
		return false;
	while (start > source->bytes && strchr(" ,;\t\n\"", start[-1]) == NULL)
		start--;
	note_add(&import->faults,
	    source_pos(source, (size_t)(at - source->bytes)),
	    M_IMPORT_ENCODED_TWICE,
	    arena_copy(import->arena, start, strcspn(start, " ,;\t\n\"")));
	return true;
}

static bool
is_blank(const struct source *source)
{
	return strspn(source->bytes, " \t\n") == source->length;
}

/* The operand's text, checked; NULL after a fault. */
static const struct source *
read_text(struct import *import, const char *path)
{
	struct buf bytes = BUF_INIT;
	struct source *source = NULL;
	struct notes *faults = &import->faults;
	struct pos pos = { path, 0, 0 };
	bool read = read_bytes(import, path, &bytes);

	if (read && import->options->encoding != NULL) {
		if (is_utf8(&bytes)) {
			note_add(faults, pos, M_IMPORT_UTF8_ALREADY,
			    import->options->encoding);
			read = false;
		} else {
			read = convert(import, path, &bytes);
		}
	}
	if (read)
		source = source_take(import->arena, path, bytes.at,
		    bytes.length, faults);
	if (read && source == NULL &&
	    faults->at[faults->count - 1].message == M_NOT_UTF8)
		faults->at[faults->count - 1].message = M_IMPORT_NOT_UTF8;
	buf_free(&bytes);
	if (source != NULL && is_blank(source)) {
		note_add(faults, pos, M_EMPTY_INPUT);
		source = NULL;
	}
	return source != NULL && is_twice_encoded(import, source) ? NULL
								  : source;
}

bool
table_read(struct import *import, const char *path,
    void (*take)(void *context, const struct row *row), void *context)
{
	struct table table = { .import = import,
		.take = take,
		.context = context,
		.text = BUF_INIT };
	const struct source *source = read_text(import, path);
	bool parsed;

	if (source == NULL)
		return false;
	parsed = parse(&table, source);
	buf_free(&table.text);
	free(table.starts);
	free(table.row.cells);
	return parsed;
}

const char *
table_cell(const struct row *row, long column)
{
	return column >= 0 && (size_t)column < row->count ? row->cells[column]
							  : "";
}
