#include "source/csv.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/speak.h"
#include "text/uni.h"

/* So many rows tell the separator. */
enum { SNIFFED = 20 };

struct reader {
	struct arena *arena;
	struct notes *faults;
	struct pos pos; /* of the row at hand */
	char *at;       /* cells are ended where they stand */
	size_t line;
	char separator;
	const char *blanks; /* around a cell */
	char end;    /* of the last cell: a separator, a newline, or NUL */
	bool quoted; /* it was */
};

/* Whether the text is UTF-8 and shows it. */
static bool
is_utf8(const struct buf *text)
{
	size_t ascii = 0;

	while (ascii < text->length && (unsigned char)text->at[ascii] < 0x80)
		ascii++;
	return ascii < text->length &&
	    uni_check(text->at, text->length) == text->length;
}

/* The text in UTF-8; NULL, and a fault, where it is not what is said. */
static struct source *
convert(struct reader *reader, const struct source_file *file,
    const char *encoding)
{
	iconv_t state = iconv_open("UTF-8", encoding);
	size_t left = file->head.length, room = 4 * left + 4, done;
	char *from = file->head.at, *text = err_alloc(NULL, room), *to = text;
	struct source *source;

	if (state == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr) */
		speak_die(M_OPT_ENCODING, encoding);
	done = iconv(state, &from, &left, &to, &room);
	iconv_close(state);
	source = source_take(reader->arena, file->name, text,
	    (size_t)(to - text), reader->faults);
	free(text);
	if (done != (size_t)-1 || source == NULL)
		return source;
	note_add(reader->faults, source_pos(source, source->length),
	    M_CSV_NOT_ENCODED, encoding);
	return NULL;
}

/* The operand's text; NULL after a fault. */
static struct source *
read_text(struct reader *reader, struct source_file *file, const char *encoding)
{
	struct notes *faults = reader->faults;
	size_t count = faults->count;
	struct source *source = source_read(reader->arena, file, faults);
	enum term fault =
	    source == NULL ? faults->at[faults->count - 1].message : T_NONE;

	if (encoding == NULL && fault == M_NOT_UTF8)
		faults->at[faults->count - 1].message = M_CSV_NOT_UTF8;
	if (encoding == NULL || fault == M_CANNOT_READ)
		return source;
	faults->count = count;
	if (!is_utf8(&file->head))
		return convert(reader, file, encoding);
	note_add(faults, ((struct pos){ file->name, 0, 0 }), M_CSV_UTF8_ALREADY,
	    encoding);
	return NULL;
}

/* A fault where UTF-8 was read as Latin-1 and written again: "dÃ©but". */
static bool
is_twice_encoded(struct reader *reader, const struct source *source)
{
	static const char ends[] = " ,;\t\n\"";
	const char *at = strstr(source->bytes, "\u00c3\xc2"), *start;

	at = at != NULL ? at : strstr(source->bytes, "\u00e2\u20ac");
	if (at == NULL)
		return false;
	for (start = at; start > source->bytes; start--)
		if (strchr(ends, start[-1]) != NULL)
			break;
	note_add(reader->faults,
	    source_pos(source, (size_t)(at - source->bytes)),
	    M_CSV_ENCODED_TWICE,
	    arena_copy(reader->arena, start, strcspn(start, ends)));
	return true;
}

/* The marks that may be one, and what the first rows tell of each. */
static const char marks[] = { ',', ';', '\t' };
enum { MARKS = sizeof(marks) };

struct sniffed {
	size_t count; /* of the mark, in the row at hand */
	size_t first; /* the same of the first row that has any */
	size_t alike; /* the rows that have as many */
};

static void
sniff(const char *text, struct sniffed seen[MARKS])
{
	bool quoted = false;

	for (size_t rows = 0; rows < SNIFFED; text++) {
		quoted ^= *text == '"';
		for (size_t i = 0; i < MARKS; i++)
			seen[i].count += !quoted && *text == marks[i];
		if (*text != '\0' && (quoted || *text != '\n'))
			continue;
		for (size_t i = 0; i < MARKS; i++) {
			if (seen[i].first == 0)
				seen[i].first = seen[i].count;
			seen[i].alike +=
			    seen[i].first > 0 && seen[i].count == seen[i].first;
			seen[i].count = 0;
		}
		rows++;
		if (*text == '\0')
			break;
	}
}

/* What stands in most of the first rows as often as in the first that has it, since
 * a title may stand above; '\0', and a fault, where two marks do alike. */
static char
find_separator(struct reader *reader, const char *text)
{
	struct sniffed seen[MARKS] = { { 0 } }, *best = seen, *tie = NULL, *at;

	sniff(text, seen);
	for (at = seen + 1; at < seen + MARKS; at++) {
		if (at->alike == best->alike && at->first == best->first &&
		    at->first > 0) {
			tie = at;
		} else if (at->alike > best->alike ||
		    (at->alike == best->alike && at->first > best->first)) {
			best = at;
			tie = NULL;
		}
	}
	if (tie == NULL)
		return marks[best - seen];
	note_add(reader->faults, reader->pos, M_CSV_TWO_SEPARATORS,
	    arena_format(reader->arena, "%c", marks[best - seen]),
	    marks[tie - seen] == '\t'
		? "\\t"
		: arena_format(reader->arena, "%c", marks[tie - seen]));
	return '\0';
}

static bool
fault(struct reader *reader, enum term message)
{
	note_add(reader->faults, reader->pos, message);
	return false;
}

static bool
is_end(const struct reader *reader, char c)
{
	return c == reader->separator || c == '\n' || c == '\0';
}

/* Ends a cell where it stands.  A quote in the midst of a text is a sign like any
 * other; text behind a quoted one would shift columns, and is a fault. */
static bool
read_cell(struct reader *reader, char **cell)
{
	char *at = reader->at + strspn(reader->at, reader->blanks), *out = at;

	*cell = at;
	reader->quoted = *at == '"';
	if (reader->quoted) {
		for (at++; *at != '"' || at[1] == '"'; *out++ = *at++) {
			if (*at == '\0')
				return fault(reader, M_CSV_OPEN_QUOTE);
			reader->line += *at == '\n';
			at += *at == '"';
		}
		at += 1 + strspn(at + 1, reader->blanks);
	} else {
		while (!is_end(reader, *at))
			at++;
		for (out = at; out > *cell; out--)
			if (strchr(reader->blanks, out[-1]) == NULL)
				break;
	}
	if (!is_end(reader, *at))
		return fault(reader, M_CSV_QUOTE);
	reader->end = *at;
	reader->line += *at == '\n';
	reader->at = at + (*at != '\0');
	*out = '\0';
	return true;
}

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
	return buf_take(&out, arena);
}

static bool
read_row(struct reader *reader, struct csv *csv)
{
	struct csv_row row = { .pos = reader->pos };
	char *cell;

	do {
		if (!read_cell(reader, &cell))
			return false;
		ARENA_ADD(reader->arena, row.cells, row.count) =
		    clean(reader->arena, cell);
	} while (reader->end == reader->separator);
	if (row.count == 1 && *cell == '\0' && !reader->quoted)
		return true;
	ARENA_ADD(reader->arena, csv->rows, csv->count) = row;
	return true;
}

void
csv_check_told(const struct csv_told *told)
{
	const char *mark = told->separator;

	if (mark != NULL && strcmp(mark, "\\t") != 0 &&
	    (*mark <= ' ' || *mark > '~' || *mark == '"' || mark[1] != '\0') &&
	    strcmp(mark, "\t") != 0)
		speak_die(M_OPT_SEPARATOR, mark);
}

/* Where the rows begin, when what parts their cells is known; NULL after a
 * fault. */
static char *
find_rows(struct reader *reader, char *text, const char *told)
{
	bool says = strncmp(text, "sep=", 4) == 0 &&
	    strchr("\"\n ", text[4]) == NULL && text[5] == '\n';

	if (told != NULL)
		reader->separator = *told == '\\' ? '\t' : *told;
	else if (says)
		reader->separator = text[4];
	else
		reader->separator = find_separator(reader, text);
	reader->blanks = reader->separator == '\t' ? " " : " \t";
	reader->line += says;
	if (reader->separator == '\0')
		return NULL;
	return says ? text + 6 : text;
}

struct source *
csv_text(struct arena *arena, const char *path, const struct csv_told *told,
    struct notes *faults)
{
	struct reader reader = { .arena = arena, .faults = faults };
	struct source *source = NULL;
	struct source_file file;

	if (source_open(&file, path, faults))
		source = read_text(&reader, &file, told->encoding);
	source_close(&file);
	return source != NULL && !is_twice_encoded(&reader, source) ? source
								    : NULL;
}

/* Whether a text begins as JSON does, "[{" or "{ \"key\"", which is no row. */
static bool
is_json(const char *text)
{
	const char *next;

	text += strspn(text, " \n");
	next = text + (*text == '{' || *text == '[');
	next += strspn(next, " \n");
	return next > text &&
	    (*text == '{' ? *next == '"' : *next == '{' || *next == '[');
}

bool
csv_parse(struct arena *arena, struct source *source,
    const struct csv_told *told, struct notes *faults, struct csv *csv)
{
	struct reader reader = { .arena = arena,
		.faults = faults,
		.pos = { source->name, 1, 1 },
		.line = 1 };
	bool read;

	*csv = (struct csv){ NULL };
	if (is_json(source->bytes)) {
		note_add(faults, reader.pos, M_CSV_JSON);
		return false;
	}
	reader.at = find_rows(&reader, source->bytes, told->separator);
	if (reader.at == NULL)
		return false;
	csv->sure = told->separator != NULL || reader.separator != ',';
	do {
		reader.pos.line = reader.line;
		read = read_row(&reader, csv);
	} while (read && *reader.at != '\0');
	if (read && csv->count == 0)
		source_fault_empty(source, faults);
	return read && csv->count > 0;
}

bool
csv_read(struct arena *arena, const char *path, const struct csv_told *told,
    struct notes *faults, struct csv *csv)
{
	struct source *source = csv_text(arena, path, told, faults);

	*csv = (struct csv){ NULL };
	return source != NULL && csv_parse(arena, source, told, faults, csv);
}

const char *
csv_cell(const struct csv_row *row, long column)
{
	return column >= 0 && (size_t)column < row->count ? row->cells[column]
							  : "";
}

bool
csv_is_bare(const struct csv_row *row, size_t from)
{
	for (; from < row->count; from++)
		if (*row->cells[from] != '\0')
			return false;
	return true;
}
