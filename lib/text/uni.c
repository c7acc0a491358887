#include "text/uni.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

size_t
uni_check(const char *bytes, size_t length)
{
	const uint64_t high_bits = UINT64_C(0x8080808080808080);
	uint64_t word;
	size_t at = 0;
	utf8proc_int32_t c;
	utf8proc_ssize_t n;

	while (at < length) {
		if (at + sizeof(word) <= length) {
			memcpy(&word, bytes + at, sizeof(word));
			if ((word & high_bits) == 0) {
				at += sizeof(word);
				continue;
			}
		}
		if ((unsigned char)bytes[at] < 0x80) {
			at++;
			continue;
		}
		n = utf8proc_iterate((const utf8proc_uint8_t *)bytes + at,
		    (utf8proc_ssize_t)(length - at), &c);
		if (n <= 0)
			break;
		at += (size_t)n;
	}
	return at;
}

int32_t
uni_next(const char **at)
{
	utf8proc_int32_t c = (unsigned char)**at;
	utf8proc_ssize_t n;

	if (c == 0)
		return 0;
	if (c < 0x80) {
		++*at;
		return c;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)*at, -1, &c);
	*at += n > 0 ? n : 1;
	return n > 0 ? c : 0xfffd;
}

size_t
uni_put(char *at, int32_t c)
{
	return (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)at);
}

size_t
uni_graphic(const char *text)
{
	size_t n = 0;

	for (;;) {
		if (text[n] > ' ' && text[n] < 0x7f)
			n++;
		else if (text[n] == '\xc3')
			n += 2;
		else
			return n;
	}
}

size_t
uni_count(const char *bytes, size_t length)
{
	size_t i, count = 0;

	for (i = 0; i < length; i++)
		count += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return count;
}

/* A cluster is as wide as its widest character; a flag or an emoji is 2. */
static size_t
cluster_width(size_t width, int32_t c, bool flag_pair)
{
	size_t w;

	if (c == 0xfe0f || flag_pair)
		return 2;
	if (c == 0xad)
		return width;
	w = (size_t)utf8proc_charwidth(c);
	return w > width ? w : width;
}

static bool
is_flag(int32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

size_t
uni_width(const char *text)
{
	size_t total = 0, width = 0;
	int32_t c, before = 0;
	utf8proc_int32_t state = 0;

	while ((c = uni_next(&text)) != 0) {
		if (c < 0x80 && before < 0x80) {
			total += width;
			width = 1;
			state = 0;
		} else if (before != 0 &&
		    !utf8proc_grapheme_break_stateful(before, c, &state)) {
			width = cluster_width(width, c,
			    is_flag(before) && is_flag(c));
		} else {
			total += width;
			width = cluster_width(0, c, false);
		}
		before = c;
	}
	return total + width;
}

bool
uni_is_blank(int32_t c)
{
	if (c < 0x80)
		return c == ' ' || (c >= '\t' && c <= '\r');
	return c == 0x85 || utf8proc_category(c) == UTF8PROC_CATEGORY_ZS ||
	    c == 0x2028 || c == 0x2029;
}

const char *
uni_skip_blanks(const char *text)
{
	const char *next = text;

	while (uni_is_blank(uni_next(&next)))
		text = next;
	return text;
}

size_t
uni_mark(const char *text, const char *const *marks, size_t count)
{
	for (; count > 0; count--, marks++)
		if (strncmp(text, *marks, strlen(*marks)) == 0)
			return strlen(*marks);
	return 0;
}

size_t
uni_word(const char *text)
{
	const char *at = text, *next = text;

	while (uni_is_word(uni_next(&next)))
		at = next;
	return (size_t)(at - text);
}

const char *
uni_first_of(const char *text, const char *const *marks, size_t count,
    size_t *length)
{
	const char *first = NULL, *at;

	for (size_t i = 0; i < count; i++) {
		at = strstr(text, marks[i]);
		if (at == NULL || (first != NULL && at >= first))
			continue;
		first = at;
		*length = strlen(marks[i]);
	}
	return first;
}

bool
uni_is_space(int32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
	    c == 0x2028 || c == 0x2029;
}

bool
uni_is_word(int32_t c)
{
	utf8proc_category_t category;

	if (c < 0x80)
		return (c >= '0' && c <= '9') ||
		    ((c | 32) >= 'a' && (c | 32) <= 'z');
	category = utf8proc_category(c);
	return category >= UTF8PROC_CATEGORY_LU &&
	    category <= UTF8PROC_CATEGORY_NO;
}

bool
uni_is_control(int32_t c)
{
	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return !uni_is_blank(c);
	return c == 0xfeff || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f ||
	    (c >= 0xfff9 && c <= 0xfffb);
}

bool
uni_has_control(const char *text)
{
	int32_t c;

	for (;;) {
		text += uni_graphic(text);
		c = uni_next(&text);
		if (c == 0)
			return false;
		if (uni_is_control(c))
			return true;
	}
}

/* Whether normal form C leaves a character alone, whatever stands beside it:
 * what is left out here is only slower. */
static bool
is_stable(int32_t c)
{
	static const int32_t ranges[][2] = { { 0x2010, 0x2027 },
		{ 0x202f, 0x205e }, { 0x20a0, 0x20c0 }, { 0x2500, 0x27bf },
		{ 0x4e00, 0x9fff }, { 0x1f300, 0x1f64f } };

	if (c < 0x300)
		return true;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	return false;
}

/* Whether a text is left as it is: in normal form C, or no text at all, with so
 * many marks on one letter that to put them in order would take for ever. */
static bool
is_composed(const char *text)
{
	enum { MOST_MARKS = 128 };
	bool stable = true;
	size_t marks = 0;
	int32_t c;

	while (marks <= MOST_MARKS) {
		for (; *text != '\0' && (unsigned char)*text < 0xcc; text++)
			marks = 0;
		c = uni_next(&text);
		if (c == 0)
			return stable;
		stable = stable && is_stable(c);
		marks = utf8proc_get_property(c)->combining_class > 0
		    ? marks + 1
		    : 0;
	}
	return true;
}

static char *
map(struct arena *arena, const char *text, int options)
{
	utf8proc_uint8_t *mapped;
	char *copy;

	if (utf8proc_map((const utf8proc_uint8_t *)text, 0, &mapped,
		(utf8proc_option_t)(options | UTF8PROC_NULLTERM |
		    UTF8PROC_STABLE)) < 0)
		err_die(ENOMEM);
	copy = arena_string(arena, (const char *)mapped);
	free(mapped);
	return copy;
}

const char *
uni_compose(struct arena *arena, const char *text)
{
	char *composed;

	if (is_composed(text))
		return text;
	composed = map(arena, text, UTF8PROC_COMPOSE);
	return strcmp(composed, text) == 0 ? text : composed;
}

char *
uni_line(struct arena *arena, const char *text)
{
	char *line = arena_alloc(arena, strlen(text) + 1), *out = line;
	char *end = line; /* behind the last character that is no blank */
	bool blank = true;
	size_t n;
	int32_t c;

	for (const char *from = text; *text != '\0'; from = text) {
		n = uni_graphic(text);
		if (n > 0) {
			memcpy(out, from, n);
			text += n;
			end = out += n;
			blank = false;
			continue;
		}
		c = uni_next(&text);
		if (uni_is_control(c))
			continue;
		if (uni_is_blank(c) && out == line)
			continue;
		if (uni_is_space(c)) {
			if (!blank)
				*out++ = ' ';
			blank = true;
			continue;
		}
		memcpy(out, from, (size_t)(text - from));
		out += text - from;
		blank = false;
		if (!uni_is_blank(c))
			end = out;
	}
	*end = '\0';
	return line;
}

char *
uni_until(struct arena *arena, const char *from, const char *end)
{
	return uni_line(arena, arena_until(arena, from, end));
}

/* Unicode has no decomposition for these two. */
static const char *
open_ligatures(struct arena *arena, const char *text)
{
	static const char *const pairs[][2] = { { "œ", "oe" }, { "Œ", "oe" },
		{ "æ", "ae" }, { "Æ", "ae" } };
	struct buf buf = BUF_INIT;
	size_t i;

	while (*text != '\0') {
		for (i = 0; i < 4; i++)
			if (strncmp(text, pairs[i][0], 2) == 0)
				break;
		buf_add(&buf, i < 4 ? pairs[i][1] : text, i < 4 ? 2 : 1);
		text += i < 4 ? 2 : 1;
	}
	return buf_take(&buf, arena);
}

/* The length of a mark that French and English set among Latin letters, and
 * what it folds to; 0 where there is none. */
static size_t
latin_mark(const char *at, const char **folded)
{
	static const char *const marks[][2] = { { "\u00a0", " " },
		{ "\u202f", " " }, { "’", "'" }, { "–", "-" }, { "—", "-" },
		{ "«", "«" }, { "»", "»" }, { "€", "€" }, { "×", "×" },
		{ "·", "·" }, { "œ", "oe" }, { "Œ", "oe" } };
	size_t i, n;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		n = strlen(marks[i][0]);
		*folded = marks[i][1];
		if (strncmp(at, marks[i][0], n) == 0)
			return n;
	}
	return 0;
}

/* Folds ASCII, the accented letters of Latin-1 and the marks among them; NULL:
 * there is more. */
static const char *
fold_latin(struct arena *arena, const char *text)
{
	/* of U+00C0 to U+00FF; those left blank fold to two, or to none */
	static const char letters[] = "aaaaaa ceeeeiiii nooooo  uuuuy  "
				      "aaaaaa ceeeeiiii nooooo  uuuuy y";
	char *folded = arena_alloc(arena, strlen(text) + 1), *out = folded;
	const char *mark;
	size_t n;

	while (*text != '\0') {
		if (*text >= 'A' && *text <= 'Z') {
			*out++ = (char)(*text++ + 'a' - 'A');
		} else if ((unsigned char)*text < 0x80) {
			*out++ = *text++;
		} else if (*text == '\xc3' && letters[text[1] & 0x3f] != ' ') {
			*out++ = letters[text[1] & 0x3f];
			text += 2;
		} else if ((n = latin_mark(text, &mark)) > 0) {
			out = stpcpy(out, mark);
			text += n;
		} else {
			return NULL;
		}
	}
	return uni_line(arena, folded);
}

const char *
uni_fold(struct arena *arena, const char *text)
{
	const char *latin = fold_latin(arena, text);

	if (latin != NULL)
		return latin;
	text = map(arena, open_ligatures(arena, text),
	    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
		UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_LUMP |
		UTF8PROC_NLF2LS);
	return uni_line(arena, text);
}

const char *
uni_casefold(struct arena *arena, const char *text)
{
	return map(arena, uni_line(arena, text), UTF8PROC_CASEFOLD);
}

const char *
uni_capital(struct arena *arena, const char *text)
{
	char first[8] = "";
	int32_t c = uni_next(&text);

	if (c != 0)
		uni_put(first, utf8proc_toupper(c));
	return arena_format(arena, "%s%s", first, text);
}

const char *
uni_lower(struct arena *arena, const char *text)
{
	/* no small letter takes more than a byte more than its capital */
	char *lower = arena_alloc(arena, 2 * strlen(text) + 1), *to = lower;
	int32_t c;

	while ((c = uni_next(&text)) != 0)
		to += uni_put(to, utf8proc_tolower(c));
	*to = '\0';
	return lower;
}
