/*
 * md_guard: texts written so that they stay texts in every reader of Markdown.
 *
 * The normal form escapes what acts in CommonMark.  Readers older than it
 * (Python-Markdown, Discount, Parsedown, ...) know fewer escapes and act on what
 * stands behind a backslash they do not know, so that such a mark is written as
 * an entity; and they, pads, forges and wikis have marks of their own, which
 * are kept from acting here.
 */
#include <string.h>

#include "source/md_run.h"

enum { MAX_URL = 2048 }; /* bytes of a bare address */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How many bytes of a text a code span takes that opens at it; as many as there
 * are ticks where none does. */
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

/* How many bytes the rest of a link takes, from the bracket that ends its text:
 * its address and its title. */
static size_t
link_length(const char *at)
{
	size_t n = strcspn(at, " )");

	if (at[n] != ' ')
		return n;
	for (n += 2; at[n] != '\0' && at[n] != '"'; n++)
		n += at[n] == '\\' && at[n + 1] != '\0';
	return n;
}

/* What a mark is written as that a backslash does not keep from acting, or is
 * shown before, in readers older than CommonMark; NULL where it is good. */
static const char *
entity_of(char mark)
{
	static const struct {
		char mark;
		const char *entity;
	} entities[] = { { '<', "&lt;" }, { '&', "&amp;" }, { '$', "&#36;" },
		{ '/', "&#47;" }, { ':', "&#58;" }, { '=', "&#61;" },
		{ '@', "&#64;" }, { '^', "&#94;" }, { '{', "&#123;" },
		{ '|', "&#124;" }, { '~', "&#126;" } };

	for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
		if (entities[i].mark == mark)
			return entities[i].entity;
	return NULL;
}

void
md_guard_mark(struct buf *out, char mark)
{
	const char *entity = entity_of(mark);

	if (entity != NULL) {
		buf_string(out, entity);
	} else {
		buf_char(out, '\\');
		buf_char(out, mark);
	}
}

/* Whether a colon opens the name of an emoji, ":smile:". */
static bool
opens_emoji(const char *at)
{
	size_t n = 1;

	while (md_is_alphanumeric(at[n]) || at[n] == '_' || at[n] == '-')
		n++;
	return at[n] == ':' && (at[1] | 32) >= 'a' && (at[1] | 32) <= 'z';
}

/* Whether a mark of the normal form, which is text there, acts in some reader
 * behind a byte: emphasis in a word, "a_b_c"; somebody or something that a
 * forge knows, "@nadia", "#12", "!34"; a macro, an emoji, an exponent, what is
 * marked or put in; the end of a formula, but no amount, "$10". */
static bool
acts(const char *text, const char *at)
{
	char before = at > text ? at[-1] : ' ';
	char after = at[1] ? at[1] : ' ';

	switch (*at) {
	case '\\':
		return true;
	case '_':
		return before != ' ' || after != ' ';
	case '@':
		return md_is_alphanumeric(after) && !md_is_alphanumeric(before);
	case '#':
	case '!':
		return is_digit(after) && !md_is_alphanumeric(before);
	case '{':
		return md_is_alphanumeric(after) ||
		    strchr("#.:", after) != NULL;
	case ':':
		return opens_emoji(at);
	case '^':
		return before == '[' ? at - 1 > text && at[-2] == '\\'
				     : before != ' ' || after != ' ';
	case '=':
	case '+':
		return after == *at &&
		    (md_is_alphanumeric(at[2]) || (at[2] & 0x80) != 0);
	case '$':
		return before != ' ' && !md_is_alphanumeric(after);
	default:
		return false;
	}
}

/* Whether an escaped mark is text without being escaped: the tilde in front of
 * a number, "~10", which opens and ends nothing. */
static bool
is_bare(const char *text, const char *at)
{
	return at[1] == '~' && is_digit(at[2]) &&
	    (at == text || at[-1] == ' ' || at[-1] == '(');
}

/* Whether a bar stands in a bare address, in which GFM knows no entity. */
static bool
is_in_address(const char *text, const char *bar)
{
	const char *from = bar;

	while (from > text && from[-1] != ' ' && bar - from < MAX_URL)
		from--;
	return memmem(from, (size_t)(bar - from), "://", 3) != NULL ||
	    memmem(from, (size_t)(bar - from), "www.", 4) != NULL;
}

/* Writes the mark at a place of a text that is neither code nor an address, in a
 * cell or not, and says how many bytes it took. */
static size_t
write_mark(struct buf *out, const char *text, const char *at, bool cell)
{
	bool escaped = *at == '\\' && md_is_punctuation(at[1]);
	const char *mark = at + escaped;

	if (*mark == '|' && cell && is_in_address(text, mark))
		buf_string(out, "\\|");
	else if (escaped ? !is_bare(text, at)
			 : acts(text, mark) || (*mark == '|' && cell))
		md_guard_mark(out, *mark);
	else
		buf_char(out, *mark);
	return 1 + escaped;
}

/* How many bytes at a place are code or an address, which stay as they are;
 * linked where the text of a link is open. */
static size_t
kept_length(const char *at, bool linked)
{
	if (*at == '`')
		return code_length(at);
	if (*at == '<' && md_is_alphanumeric(at[1]))
		return strcspn(at, ">");
	if (*at == ']' && at[1] == '(' && linked)
		return link_length(at);
	return strcspn(at, "\\`[]<_@#!{|:^=+$");
}

void
md_guard(struct buf *out, const char *text, size_t length, bool cell)
{
	const char *at = text, *end = text + length;
	bool linked = false;
	size_t n;

	for (; at < end; at += n) {
		n = kept_length(at, linked);
		if (*at == '[' || *at == ']')
			linked = *at == '[';
		if (n == 0)
			n = write_mark(out, text, at, cell);
		else
			buf_add(out, at,
			    n < (size_t)(end - at) ? n : (size_t)(end - at));
	}
}
