/*
 * md_escape: text escaped where it would act, and bare addresses, which some
 * reader links as they stand.
 */
#include <string.h>
#include <strings.h>

#include "source/md_run.h"
#include "text/uni.h"

enum { MAX_URL = 2048 }; /* bytes of a bare address */

static bool
is_text(const struct md_run *run, size_t i)
{
	return i < run->marks.length && run->marks.at[i] != LIVE &&
	    run->marks.at[i] != CODE;
}

bool
md_is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	    (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool
md_is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool
is_entity(const char *at)
{
	size_t n = 1 + (at[1] == '#');

	while (md_is_alphanumeric(at[n]))
		n++;
	return n > 1 && at[n] == ';';
}

/* The last brace group of a text, which some wikis take for attributes. */
static bool
opens_last_braces(const char *at)
{
	size_t n = strcspn(at + 1, "{}") + 1;

	return at[n] == '}' && at[n + 1] == '\0';
}

/*
 * Whether brackets are what pads write and no reader takes for a link: who
 * said it and when, "[name=Ana]", or the mark of a footnote, "[^1]", but not
 * where it begins one.
 */
static bool
opens_tag(const char *at)
{
	static const char *const tags[] = { "[name=", "[time=", "[color=",
		"[^" };
	size_t n = strcspn(at + 1, "[]<>`\\(") + 1,
	       tag = uni_mark(at, tags, sizeof(tags) / sizeof(*tags));

	return tag > 0 && at[n] == ']' && n > tag &&
	    (at[n + 1] == '\0' || strchr("([{:", at[n + 1]) == NULL);
}

/* Whether a byte of text would act where it stands. */
static bool
acts(const struct md_run *run, size_t i)
{
	const char *at = run->bytes.at + i;
	char before = i > 0 ? at[-1] : ' ';
	char after = at[1] ? at[1] : ' ';

	if (run->marks.at[i] == BROKEN)
		return true;
	switch (*at) {
	case '\\':
		return md_is_punctuation(after) || after == ' ';
	case '*':
	case '~':
		return before != ' ' || after != ' ';
	case '_':
		return (before != ' ' || after != ' ') &&
		    !(md_is_alphanumeric(before) && md_is_alphanumeric(after));
	case '`':
		return true;
	case '[':
		return !opens_tag(at);
	case ']':
		return run->marks.at[i] == LINKED;
	case '<':
		return md_is_alphanumeric(after) ||
		    strchr("/!?", after) != NULL;
	case '&':
		return is_entity(at);
	case '!':
		return after == '[' && !is_text(run, i + 1);
	case '{':
		return after == '{' || after == '%' || before == '{' ||
		    opens_last_braces(at);
	case ':':
		return before != ':' && strncmp(at, ":::", 3) == 0;
	case '$':
		return before == '$' || after == '$';
	default:
		return false;
	}
}

/*
 * How many bytes from at on GFM takes for a bare address: up to a blank or <,
 * without the marks that end a sentence and a parenthesis that closes another.
 */
static size_t
url_length(const struct md_run *run, size_t at)
{
	size_t i = at, open = 0, closed = 0;
	char c;

	for (; is_text(run, i) && i - at < MAX_URL; i++) {
		c = run->bytes.at[i];
		if ((unsigned char)c <= ' ' || strchr("<>\"", c) != NULL)
			break;
		open += c == '(';
		closed += c == ')';
	}
	for (; i > at; i--) {
		c = run->bytes.at[i - 1];
		if (c == ')' ? closed-- <= open
			     : strchr("?!.,:*_~'\";", c) == NULL)
			break;
	}
	return i - at;
}

/* The first blank from at on, or the first byte that is not plain text. */
static size_t
plain_end(const struct md_run *run, size_t at)
{
	while (at < run->bytes.length && run->bytes.at[at] != ' ' &&
	    run->marks.at[at] == TEXT && !acts(run, at))
		at++;
	return at;
}

/* Where in a bare address that starts here the mark stands that makes it one,
 * which a wiki links as it stands; 0 where none starts. */
static size_t
bare_mark(const struct md_run *run, size_t i)
{
	static const struct {
		const char *start;
		size_t mark;
	} starts[] = { { "http://", 4 }, { "https://", 5 }, { "ftp://", 3 },
		{ "www.", 3 } };

	if (run->marks.at[i] != TEXT ||
	    strchr("hHfFwW", run->bytes.at[i]) == NULL)
		return 0;
	for (size_t n = 0; n < sizeof(starts) / sizeof(starts[0]); n++)
		if (strncasecmp(run->bytes.at + i, starts[n].start,
			strlen(starts[n].start)) == 0)
			return starts[n].mark;
	return 0;
}

void
md_link_bare_urls(struct md_run *run)
{
	struct md_run linked = MD_RUN_INIT(run->arena);
	const char *at = run->bytes.at;
	size_t i = 0, n, mark, copied = 0, end = 0;

	if (strstr(at, "://") == NULL && strcasestr(at, "www.") == NULL)
		return;
	for (; i < run->bytes.length; i += n) {
		n = 1;
		mark = bare_mark(run, i);
		if (mark == 0)
			continue;
		if (end <= i)
			end = plain_end(run, i);
		if (end >= run->bytes.length || at[end] == ' ')
			continue;
		n = strncasecmp(at + i, "http", 4) == 0 ? url_length(run, i)
							: 0;
		md_put_marked(&linked, run, copied, i);
		if (n > mark + 3 && memchr(at + i, '\\', n) == NULL &&
		    memchr(at + i, '&', n) == NULL &&
		    memchr(at + i, '`', n) == NULL) {
			md_put_string(&linked, "<", LIVE);
			md_put(&linked, at + i, n, CODE);
			md_put_string(&linked, ">", LIVE);
		} else {
			n = mark + 1;
			md_put(&linked, at + i, mark, TEXT);
			md_put(&linked, at + i + mark, 1, BROKEN);
		}
		copied = i + n;
	}
	md_put_marked(&linked, run, copied, run->bytes.length);
	md_run_free(run);
	run->bytes = linked.bytes;
	run->marks = linked.marks;
}

const char *
md_escape(const struct md_run *run, bool all)
{
	const char *bytes = run->bytes.at;
	struct buf out = BUF_INIT;
	size_t i, copied = 0;

	for (i = 0; i < run->bytes.length; i++) {
		if (!is_text(run, i) ||
		    !(all ? md_is_punctuation(bytes[i]) : acts(run, i)))
			continue;
		buf_add(&out, bytes + copied, i - copied);
		buf_char(&out, '\\');
		copied = i;
	}
	buf_add(&out, bytes + copied, i - copied);
	return buf_take(&out, run->arena);
}
