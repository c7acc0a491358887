#include "source/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "source/foreign.h"
#include "text/speak.h"
#include "text/uni.h"

/* Where images nest like this, cmark's time grows with their square. */
enum { MAX_IMAGES = 10000 };

/* What is read of an operand to see what it is. */
enum { HEAD = 1 << 16 };

/* The unit of UTF-16 at some bytes. */
static int32_t
unit_at(const unsigned char *in, bool big)
{
	return in[big ? 0 : 1] << 8 | in[big ? 1 : 0];
}

/* Lone surrogates come out as invalid UTF-8, to be found as such. */
static void
from_utf16(struct buf *out, const unsigned char *in, size_t length, bool big)
{
	char bytes[4];
	int32_t c, low;

	for (size_t i = 0; i + 1 < length; i += 2) {
		c = unit_at(in + i, big);
		low = i + 3 < length ? unit_at(in + i + 2, big) : 0;
		if (c >= 0xd800 && c < 0xdc00 && low >= 0xdc00 &&
		    low < 0xe000) {
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		}
		buf_add(out, bytes, uni_put(bytes, c));
	}
	if (length % 2 != 0)
		buf_char(out, '\xff');
}

/* LF for CR LF and for CR. */
static void
end_lines(struct source *source)
{
	char *in = memchr(source->bytes, '\r', source->length), *out = in;
	char *end = source->bytes + source->length;

	if (in == NULL)
		return;
	for (; in < end; in++) {
		if (*in == '\r' && in + 1 < end && in[1] == '\n')
			continue;
		*out++ = *in == '\r' ? '\n' : *in;
	}
	*out = '\0';
	source->length = (size_t)(out - source->bytes);
}

/*
 * Line ends that only some readers see (U+0085, U+2028, U+2029) are blanks.
 * Bytes that are no valid UTF-8 stay, for check to find.
 */
static void
blank_separators(struct source *source)
{
	static const char *const marks[] = { "\xc2\x85", "\u2028", "\u2029" };
	char *in, *out, *end;
	size_t i, n;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		n = strlen(marks[i]);
		end = source->bytes + source->length;
		out = in = memmem(source->bytes, source->length, marks[i], n);
		while (in != NULL && in < end) {
			if (*in == *marks[i] && (size_t)(end - in) >= n &&
			    memcmp(in, marks[i], n) == 0) {
				*out++ = ' ';
				in += n;
			} else {
				*out++ = *in++;
			}
		}
		if (in == NULL)
			continue;
		*out = '\0';
		source->length = (size_t)(out - source->bytes);
	}
}

static void
find_lines(struct source *source, struct arena *arena)
{
	const char *at = source->bytes, *end = at + source->length;
	size_t count = 1, line = 0;

	while (
	    at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
		count++;
		at++;
	}
	source->lines = arena_array(arena, count + 1, sizeof(size_t));
	for (at = source->bytes; line < count; line++) {
		source->lines[line] = (size_t)(at - source->bytes);
		at = memchr(at, '\n', (size_t)(end - at));
		at = at == NULL ? end : at + 1;
	}
	source->lines[count] = source->length;
	source->line_count =
	    count - (source->lines[count - 1] == source->length);
}

size_t
source_number(const struct source *source, size_t line)
{
	return source->numbers != NULL && line > 0 && line <= source->line_count
	    ? source->numbers[line - 1]
	    : line;
}

struct pos
source_pos(const struct source *source, size_t offset)
{
	size_t low = 0, high = source->line_count ? source->line_count - 1 : 0;
	size_t middle, start;

	while (low < high) {
		middle = high - (high - low) / 2;
		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle - 1;
	}
	start = source->lines[low];
	return (struct pos){ source->name, source_number(source, low + 1),
		uni_count(source->bytes + start, offset - start) + 1 };
}

const char *
source_line(const struct source *source, size_t line, size_t *length)
{
	size_t start, end;

	if (line < 1 || line > source->line_count) {
		*length = 0;
		return "";
	}
	start = source->lines[line - 1];
	end = source->lines[line];
	if (end > start && source->bytes[end - 1] == '\n')
		end--;
	*length = end - start;
	return source->bytes + start;
}

char *
source_text(struct arena *arena, const struct source *source, size_t line)
{
	size_t length;
	const char *text = source_line(source, line, &length);

	return arena_copy(arena, text, length);
}

bool
source_is_blank(const struct source *source, size_t line)
{
	size_t length;
	const char *text = source_line(source, line, &length);

	return strspn(text, " \t") >= length;
}

static bool
too_many_images(const struct source *source)
{
	const char *at = source->bytes;
	size_t count = 0;

	for (; (at = strstr(at, "![")) != NULL; at += 2)
		if (++count > MAX_IMAGES)
			return true;
	return false;
}

/* Finds what no reader should see; true if the text is fit to parse. */
static bool
check(struct source *source, struct arena *arena, struct notes *faults)
{
	size_t valid = uni_check(source->bytes, source->length);
	const char *nul = memchr(source->bytes, '\0', source->length), *kind;
	enum term foreign = foreign_fault(source->bytes, source->length, &kind);
	struct buf shown = BUF_INIT;
	struct pos pos;

	find_lines(source, arena);
	if (foreign != T_NONE) {
		pos = (struct pos){ source->name, 0, 0 };
		note_add(faults, pos, foreign, kind);
		return false;
	}
	if (nul != NULL && (size_t)(nul - source->bytes) < valid) {
		pos = source_pos(source, (size_t)(nul - source->bytes));
		note_add(faults, pos, M_NUL_BYTE);
		return false;
	}
	if (valid < source->length) {
		pos = source_pos(source, valid);
		note_add(faults, pos, M_NOT_UTF8);
		return false;
	}
	foreign = foreign_markup(source->bytes, &kind);
	if (foreign != T_NONE) {
		pos = (struct pos){ source->name, 0, 0 };
		note_add(faults, pos, foreign, kind);
		return false;
	}
	if (source_show(&source->hidden, source->bytes, &shown)) {
		source->length = shown.length;
		source->bytes = buf_take(&shown, arena);
		find_lines(source, arena);
	}
	if (too_many_images(source)) {
		pos = (struct pos){ source->name, 0, 0 };
		note_add(faults, pos, M_TOO_MANY_IMAGES);
		return false;
	}
	return true;
}

/* Whether bytes are letters of UTF-16 as Windows writes it, without the mark that
 * begins it: every second one is 0. */
static bool
is_bare_utf16(const unsigned char *bytes, size_t length)
{
	enum { LOOK = 8 };
	size_t i;

	for (i = 0; i < LOOK && i + 1 < length; i += 2)
		if (bytes[i] == 0 || bytes[i + 1] != 0)
			return false;
	return i == LOOK && length % 2 == 0;
}

struct source *
source_take(struct arena *arena, const char *name, const char *bytes,
    size_t length, struct notes *faults)
{
	const unsigned char *mark = (const unsigned char *)bytes;
	struct source *source = arena_alloc(arena, sizeof(*source));
	struct buf converted = BUF_INIT;
	bool big = length >= 2 && mark[0] == 0xfe && mark[1] == 0xff;
	bool bare = is_bare_utf16(mark, length);

	source->name = name;
	if (big || bare ||
	    (length >= 2 && mark[0] == 0xff && mark[1] == 0xfe)) {
		from_utf16(&converted, mark + (bare ? 0 : 2),
		    length - (bare ? 0 : 2), big);
		bytes = converted.at;
		length = converted.length;
	} else if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	source->bytes = arena_copy(arena, bytes, length);
	source->length = length;
	buf_free(&converted);
	end_lines(source);
	blank_separators(source);
	return check(source, arena, faults) ? source : NULL;
}

const struct source *
source_clean(struct arena *arena, const struct source *source)
{
	struct source *clean;
	const char *at = source->bytes, *from;
	char *out;
	int32_t c;

	if (!uni_has_control(at) && strpbrk(at, "\v\f") == NULL &&
	    uni_compose(arena, at) == at)
		return source;
	clean = arena_alloc(arena, sizeof(*clean));
	clean->name = source->name;
	clean->bytes = out = arena_alloc(arena, source->length + 1);
	for (from = at; (c = uni_next(&at)) != 0; from = at) {
		if (c == '\v' || c == '\f') {
			*out++ = ' ';
		} else if (!uni_is_control(c)) {
			memcpy(out, from, (size_t)(at - from));
			out += at - from;
		}
	}
	from = uni_compose(arena, clean->bytes);
	clean->length = strlen(from);
	clean->bytes = arena_copy(arena, from, clean->length);
	find_lines(clean, arena);
	return clean;
}

void
source_edit_put(struct source_edit *edit, const char *text, size_t line)
{
	ARENA_ADD(edit->arena, edit->numbers, edit->count) =
	    source_number(edit->source, line);
	buf_string(&edit->text, text);
	buf_char(&edit->text, '\n');
}

void
source_edit_to(struct source_edit *edit, size_t line)
{
	ARENA_SCRATCH(scratch);

	for (; edit->copied + 1 < line; edit->copied++)
		source_edit_put(edit,
		    source_text(scratch, edit->source, edit->copied + 1),
		    edit->copied + 1);
}

void
source_edit_skip(struct source_edit *edit, size_t line)
{
	edit->copied = line - 1;
}

void
source_edit_line(struct source_edit *edit, const char *text, size_t line)
{
	source_edit_to(edit, line);
	source_edit_put(edit, text, line);
	source_edit_skip(edit, line + 1);
}

const struct source *
source_edited(struct source_edit *edit)
{
	struct source *source;

	if (edit->count == 0)
		return edit->source;
	source_edit_to(edit, edit->source->line_count + 1);
	source = arena_alloc(edit->arena, sizeof(*source));
	*source = (struct source){ .name = edit->source->name,
		.length = edit->text.length,
		.numbers = edit->numbers };
	source->bytes = buf_take(&edit->text, edit->arena);
	find_lines(source, edit->arena);
	return source;
}

/* Reads until the head has size bytes, or the file ends. */
static bool
read_more(struct source_file *file, size_t size)
{
	char block[1 << 13];
	size_t n = 1;

	while (n > 0 && file->head.length < size) {
		n = fread(block, 1, sizeof(block), file->file);
		buf_add(&file->head, block, n);
	}
	file->whole = n == 0;
	return !ferror(file->file);
}

static void
fault_reading(struct source_file *file, struct notes *faults)
{
	note_add(faults, ((struct pos){ file->name, 0, 0 }), speak_fault(errno),
	    arena_string(faults->arena, strerror(errno)));
}

bool
source_open(struct source_file *file, const char *path, struct notes *faults)
{
	bool standard = strcmp(path, "-") == 0;

	*file = (struct source_file){ path, NULL, BUF_INIT, false };
	if (standard && isatty(STDIN_FILENO))
		speak_say(M_TYPED);
	file->file = standard ? stdin : fopen(path, "r");
	if (file->file != NULL && read_more(file, HEAD)) {
		err_working(term_name(M_WORKING, speak_lang()));
		return true;
	}
	fault_reading(file, faults);
	return false;
}

struct source *
source_read(struct arena *arena, struct source_file *file, struct notes *faults)
{
	if (read_more(file, SIZE_MAX))
		return source_take(arena, file->name, file->head.at,
		    file->head.length, faults);
	fault_reading(file, faults);
	return NULL;
}

struct source *
source_head(struct arena *arena, const struct source_file *file,
    struct notes *faults)
{
	const char *end = memrchr(file->head.at, '\n', file->head.length);

	return source_take(arena, file->name, file->head.at,
	    end ? (size_t)(end - file->head.at) + 1 : 0, faults);
}

/* Whether the report goes to the file that is read, which the shell empties
 * before anybody reads it. */
static bool
is_output(const char *name)
{
	struct stat in, out;

	return stat(name, &in) == 0 && fstat(STDOUT_FILENO, &out) == 0 &&
	    S_ISREG(out.st_mode) && in.st_dev == out.st_dev &&
	    in.st_ino == out.st_ino;
}

void
source_fault_empty(const struct source *source, struct notes *faults)
{
	enum term fault = source->length > 0 ? M_EMPTY_INPUT
	    : strcmp(source->name, "-") == 0 ? M_EMPTY_PIPE
	    : is_output(source->name)        ? M_EMPTIED
					     : M_EMPTY_INPUT;

	note_add(faults, ((struct pos){ source->name, 0, 0 }), fault);
}

void
source_close(struct source_file *file)
{
	if (file->file != NULL && file->file != stdin)
		fclose(file->file);
	buf_free(&file->head);
}
