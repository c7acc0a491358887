/*
 * md_text: inline Markdown to its normal form.
 *
 * cmark parses; the inlines are laid out as bytes, each marked as live or as
 * text; text is escaped where it would act.  The result is parsed again, and
 * what does not come back the same is written as plain words.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "source/md_inner.h"
#include "text/uni.h"

enum { MAX_URL = 2048 }; /* bytes of a bare address */

/* LINKED is text in a link, BROKEN text that is escaped in any case. */
enum mark { LIVE = 'l', TEXT = 't', CODE = 'c', LINKED = 'k', BROKEN = 'b' };

struct run {
	struct arena *arena;
	struct buf bytes;
	struct buf marks; /* an enum mark for each byte */
	bool marked;      /* not all of it is text */
	bool linked;      /* inside a link */
	bool passing;     /* safe images become links */
};

static void
put(struct run *run, const char *bytes, size_t length, enum mark mark)
{
	if (mark == TEXT && run->linked)
		mark = LINKED;
	run->marked = run->marked || mark != TEXT;
	buf_add(&run->bytes, bytes, length);
	buf_repeat(&run->marks, (char)mark, length);
}

static void
put_string(struct run *run, const char *string, enum mark mark)
{
	put(run, string, strlen(string), mark);
}

/* The bytes of another run, with their marks. */
static void
put_marked(struct run *run, const struct run *from, size_t start, size_t end)
{
	buf_add(&run->bytes, from->bytes.at + start, end - start);
	buf_add(&run->marks, from->marks.at + start, end - start);
}

static void
run_free(struct run *run)
{
	buf_free(&run->bytes);
	buf_free(&run->marks);
}

bool
md_is_comment(const char *html)
{
	const char *end;

	for (;;) {
		html += strspn(html, " \t\n");
		if (*html == '\0')
			return true;
		if (strncmp(html, "<!--", 4) != 0)
			return false;
		end = strstr(html + 4, "-->");
		if (end == NULL)
			return true;
		html = end + 3;
	}
}

bool
md_is_safe_url(const char *url)
{
	static const char *const schemes[] = { "http://", "https://",
		"mailto:" };
	size_t colon = strcspn(url, ":/?#"), i;

	if (url[colon] != ':') /* two slashes, or what browsers take for them */
		return *url != '\0' && strspn(url, "/\\") < 2;
	for (i = 0; i < 3; i++)
		if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
			return url[strlen(schemes[i])] != '\0';
	return false;
}

static const char *
text_of(cmark_node *node)
{
	const char *text = cmark_node_get_literal(node);

	return text ? text : "";
}

static void
put_code(struct run *run, const char *code)
{
	size_t longest = 0, n, i;
	const char *line = uni_line(run->arena, code);
	const char *pad;

	if (*line == '\0') {
		put_string(run, "``", TEXT);
		return;
	}
	for (i = 0; line[i] != '\0'; i += n ? n : 1) {
		n = strspn(line + i, "`");
		longest = n > longest ? n : longest;
	}
	n = strlen(line);
	pad = *line == '`' || line[n - 1] == '`' ? " " : "";
	for (i = 0; i <= longest; i++)
		put_string(run, "`", LIVE);
	put_string(run, pad, LIVE);
	put_string(run, line, CODE);
	put_string(run, pad, LIVE);
	for (i = 0; i <= longest; i++)
		put_string(run, "`", LIVE);
}

/* What of a link's address is percent-encoded. */
static void
put_url(struct run *run, const char *url)
{
	static const char plain[] = "-._~:/?#@!$'*+,;=%";
	char code[4];

	for (; *url != '\0'; url++) {
		if (*url == '&') {
			put_string(run, "&amp;", LIVE);
		} else if (((*url | 32) >= 'a' && (*url | 32) <= 'z') ||
		    (*url >= '0' && *url <= '9') ||
		    strchr(plain, *url) != NULL) {
			put(run, url, 1, LIVE);
		} else {
			snprintf(code, sizeof(code), "%%%02X",
			    (unsigned)(unsigned char)*url);
			put_string(run, code, LIVE);
		}
	}
}

static void
put_title(struct run *run, const char *title)
{
	const char *line = uni_line(run->arena, title);

	if (*line == '\0')
		return;
	put_string(run, " \"", LIVE);
	for (; *line != '\0'; line++) {
		if (strchr("\"\\&<`[]", *line) != NULL)
			put_string(run, "\\", LIVE);
		put(run, line, 1, LIVE);
	}
	put_string(run, "\"", LIVE);
}

/* Whether a link's text is its address. */
static bool
is_own_text(cmark_node *link)
{
	cmark_node *text = cmark_node_first_child(link);

	return text != NULL && cmark_node_next(text) == NULL &&
	    cmark_node_get_type(text) == CMARK_NODE_TEXT &&
	    strcmp(text_of(text), cmark_node_get_url(link)) == 0 &&
	    *cmark_node_get_title(link) == '\0';
}

/* Whether such an address needs no encoding. */
static bool
is_autolink(cmark_node *link)
{
	const char *url = cmark_node_get_url(link);

	return is_own_text(link) && strstr(url, "://") != NULL &&
	    strpbrk(url, " <>\\&\"`") == NULL;
}

/* Whether a link or an image is one in the report: safe, and not in another. */
static bool
is_live(const struct run *run, cmark_node *link)
{
	cmark_node *above = cmark_node_parent(link);
	int depth;

	if (cmark_node_get_type(link) == CMARK_NODE_IMAGE && !run->passing)
		return false;
	for (depth = 0; above != NULL; above = cmark_node_parent(above)) {
		if (cmark_node_get_type(above) == CMARK_NODE_LINK ||
		    cmark_node_get_type(above) == CMARK_NODE_IMAGE ||
		    ++depth > MD_MAX_DEPTH)
			return false;
	}
	return md_is_safe_url(cmark_node_get_url(link)) &&
	    cmark_node_first_child(link) != NULL;
}

/* Enters or leaves a link or an image; true if its children are skipped. */
static bool
put_link(struct run *run, cmark_node *link, bool enter)
{
	bool image = cmark_node_get_type(link) == CMARK_NODE_IMAGE;
	bool live = is_live(run, link);
	const char *url = cmark_node_get_url(link);

	if (!live && !image && is_own_text(link))
		return false;
	if (enter && live && !image && is_autolink(link)) {
		put_string(run, "<", LIVE);
		put_string(run, url, CODE);
		put_string(run, ">", LIVE);
		return true;
	}
	if (enter) {
		if (!live && image)
			put_string(run, "!", TEXT);
		put_string(run, "[", live ? LIVE : TEXT);
		run->linked = run->linked || live;
		return false;
	}
	if (live)
		run->linked = false;
	put_string(run, "](", live ? LIVE : TEXT);
	if (live) {
		put_url(run, url);
		put_title(run, cmark_node_get_title(link));
	} else {
		put_string(run, uni_line(run->arena, url), TEXT);
	}
	put_string(run, ")", live ? LIVE : TEXT);
	return false;
}

/* True if the node's children are to be skipped. */
static bool
put_inline(struct run *run, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		put_string(run, text_of(node), TEXT);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		put_string(run, " ", TEXT);
		break;
	case CMARK_NODE_CODE:
		put_code(run, text_of(node));
		break;
	case CMARK_NODE_HTML_INLINE:
		if (!md_is_comment(text_of(node)))
			put_string(run, uni_line(run->arena, text_of(node)),
			    TEXT);
		break;
	case CMARK_NODE_EMPH:
		put_string(run, "*", LIVE);
		break;
	case CMARK_NODE_STRONG:
		put_string(run, "**", LIVE);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		return put_link(run, node, enter);
	default:
		break;
	}
	return false;
}

static void
put_inlines(struct run *run, cmark_node *first, const cmark_node *stop)
{
	cmark_iter *iter;
	cmark_event_type event;
	cmark_node *node;

	for (; first != NULL && first != stop; first = cmark_node_next(first)) {
		iter = cmark_iter_new(first);
		while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
			node = cmark_iter_get_node(iter);
			if (put_inline(run, node, event == CMARK_EVENT_ENTER))
				cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		}
		cmark_iter_free(iter);
	}
}

/* Blanks collapsed and controls dropped, bytes and marks together. */
static void
tidy(struct run *run)
{
	char *bytes = run->bytes.at, *marks = run->marks.at;
	const char *at = bytes;
	size_t length = 0, end = 0, from, n;
	int32_t c;

	while (*at != '\0') {
		from = (size_t)(at - bytes);
		n = uni_graphic(at);
		at += n;
		c = n > 0 ? '.' : uni_next(&at);
		n = (size_t)(at - bytes) - from;
		if (uni_is_control(c) || (uni_is_blank(c) && length == 0))
			continue;
		if (uni_is_space(c)) {
			if (bytes[length - 1] == ' ')
				continue;
			bytes[from] = ' ';
			n = 1;
		}
		memmove(bytes + length, bytes + from, n);
		memmove(marks + length, marks + from, n);
		length += n;
		if (!uni_is_blank(c))
			end = length;
	}
	buf_cut(&run->bytes, end);
	buf_cut(&run->marks, end);
}

static bool
is_text(const struct run *run, size_t i)
{
	return i < run->marks.length && run->marks.at[i] != LIVE &&
	    run->marks.at[i] != CODE;
}

static bool
is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	    (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static bool
is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool
is_entity(const char *at)
{
	size_t n = 1 + (at[1] == '#');

	while (is_alphanumeric(at[n]))
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

/* Whether a byte of text would act where it stands. */
static bool
acts(const struct run *run, size_t i)
{
	const char *at = run->bytes.at + i;
	char before = i > 0 ? at[-1] : ' ';
	char after = at[1] ? at[1] : ' ';

	if (run->marks.at[i] == BROKEN)
		return true;
	switch (*at) {
	case '\\':
		return is_punctuation(after) || at[1] == '\0';
	case '*':
	case '~':
		return before != ' ' || after != ' ';
	case '_':
		return (before != ' ' || after != ' ') &&
		    !(is_alphanumeric(before) && is_alphanumeric(after));
	case '`':
	case '[':
		return true;
	case ']':
		return run->marks.at[i] == LINKED;
	case '<':
		return is_alphanumeric(after) || strchr("/!?", after) != NULL;
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
url_length(const struct run *run, size_t at)
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
plain_end(const struct run *run, size_t at)
{
	while (at < run->bytes.length && run->bytes.at[at] != ' ' &&
	    run->marks.at[at] == TEXT && !acts(run, at))
		at++;
	return at;
}

/* Where in a bare address that starts here the mark stands that makes it one,
 * which a wiki links as it stands; 0 where none starts. */
static size_t
bare_mark(const struct run *run, size_t i)
{
	static const struct {
		const char *start;
		size_t mark;
	} starts[] = { { "http://", 4 }, { "https://", 5 }, { "ftp://", 3 },
		{ "www.", 3 } };
	size_t n;

	if (run->marks.at[i] != TEXT ||
	    strchr("hHfFwW", run->bytes.at[i]) == NULL)
		return 0;
	for (n = 0; n < sizeof(starts) / sizeof(starts[0]); n++)
		if (strncasecmp(run->bytes.at + i, starts[n].start,
			strlen(starts[n].start)) == 0)
			return starts[n].mark;
	return 0;
}

/*
 * A bare address with something in it that must be escaped would be linked
 * with the backslash in it: it is made an autolink, or no link at all.
 */
static void
link_bare_urls(struct run *run)
{
	struct run linked = { .arena = run->arena,
		.bytes = BUF_INIT,
		.marks = BUF_INIT };
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
		put_marked(&linked, run, copied, i);
		if (n > mark + 3 && memchr(at + i, '\\', n) == NULL &&
		    memchr(at + i, '&', n) == NULL &&
		    memchr(at + i, '`', n) == NULL) {
			put_string(&linked, "<", LIVE);
			put(&linked, at + i, n, CODE);
			put_string(&linked, ">", LIVE);
		} else {
			n = mark + 1;
			put(&linked, at + i, mark, TEXT);
			put(&linked, at + i + mark, 1, BROKEN);
		}
		copied = i + n;
	}
	put_marked(&linked, run, copied, run->bytes.length);
	run_free(run);
	run->bytes = linked.bytes;
	run->marks = linked.marks;
}

/* A text without its marks of emphasis. */
static const char *
without_stars(struct arena *arena, const char *text)
{
	char *bare = arena_string(arena, text), *out = bare;

	for (; *text != '\0'; text++)
		if (*text != '*')
			*out++ = *text;
	*out = '\0';
	return bare;
}

/* The run as Markdown; all: every mark of text is escaped, come what may. */
static const char *
escape(const struct run *run, bool all)
{
	const char *bytes = run->bytes.at, *text;
	struct buf out = BUF_INIT;
	size_t i, copied = 0;

	for (i = 0; i < run->bytes.length; i++) {
		if (!is_text(run, i) ||
		    !(all ? is_punctuation(bytes[i]) : acts(run, i)))
			continue;
		buf_add(&out, bytes + copied, i - copied);
		buf_char(&out, '\\');
		copied = i;
	}
	buf_add(&out, bytes + copied, i - copied);
	text = arena_copy(run->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

/* The words of a run: all that is neither live nor a mark. */
static const char *
words_of(const struct run *run)
{
	struct buf out = BUF_INIT;
	const char *words;
	size_t i;

	for (i = 0; i < run->bytes.length; i++)
		if (run->marks.at[i] != LIVE)
			buf_char(&out, run->bytes.at[i]);
	words = uni_compose(run->arena, uni_line(run->arena, out.at));
	words = arena_string(run->arena, words);
	buf_free(&out);
	return words;
}

/* Characters written as entities may only now compose, and with marks too:
 * such a text is plain words. */
static void
compose(struct run *run)
{
	const char *words;

	if (uni_compose(run->arena, run->bytes.at) == run->bytes.at)
		return;
	words = words_of(run);
	run_free(run);
	put_string(run, words, TEXT);
}

static void
finish_run(struct run *run)
{
	tidy(run);
	compose(run);
	link_bare_urls(run);
}

/* A heading holds inlines and nothing else, whatever its text starts with. */
static cmark_node *
parse_line(const char *line)
{
	struct buf heading = BUF_INIT;
	cmark_node *document;

	buf_string(&heading, "# ");
	buf_string(&heading, line);
	buf_string(&heading, " #");
	document =
	    cmark_parse_document(heading.at, heading.length, CMARK_OPT_DEFAULT);
	buf_free(&heading);
	return document;
}

static void
parse_run(struct run *run, const char *line)
{
	cmark_node *document = parse_line(line);

	put_inlines(run,
	    cmark_node_first_child(cmark_node_first_child(document)), NULL);
	cmark_node_free(document);
	finish_run(run);
}

static bool
comes_back(const struct run *run, const char *text)
{
	struct run again = { .arena = run->arena,
		.bytes = BUF_INIT,
		.marks = BUF_INIT };
	bool same;

	parse_run(&again, text);
	same = strcmp(run->bytes.at, again.bytes.at) == 0 &&
	    strcmp(run->marks.at, again.marks.at) == 0;
	run_free(&again);
	return same;
}

/* Whether a text holds nothing that could be a mark. */
static bool
is_innocent(const char *text)
{
	return strpbrk(text, "\\*_`[]<>&~!{$") == NULL &&
	    strstr(text, ":::") == NULL;
}

/* Whether n marks of emphasis can open and not close: a letter, as far as
 * Latin-1, stands behind them and a blank in front. */
static bool
only_opens(const char *text, const char *at, size_t n)
{
	return (at == text || at[-1] == ' ') &&
	    (is_alphanumeric(at[n]) || at[n] == '\xc3');
}

/* Whether those of a text that was opened can close and not open. */
static bool
only_closes(const char *at, size_t n)
{
	return (is_alphanumeric(at[-1]) || at[-2] == '\xc3') &&
	    (at[n] == '\0' || at[n] == ' ' || is_punctuation(at[n]));
}

/*
 * Whether emphasis is all the Markdown in a text, none in another, and its
 * marks can be nothing else.  Such a text is in normal form.
 */
static bool
is_plainly_marked(const char *text)
{
	const char *at = text;
	size_t open = 0, n;

	if (strpbrk(text, "\n\\_`[]<>&~!{$") != NULL ||
	    strstr(text, "://") != NULL || strstr(text, ":::") != NULL ||
	    strcasestr(text, "www.") != NULL)
		return false;
	for (; (at = strchr(at, '*')) != NULL; at += n) {
		n = strspn(at, "*");
		if (n > 2 || (open != 0 && open != n))
			return false;
		if (open == 0 ? !only_opens(text, at, n) : !only_closes(at, n))
			return false;
		open = n - open;
	}
	return open == 0;
}

static const char *
one_line(struct arena *arena, const char *text)
{
	return uni_compose(arena, uni_line(arena, text));
}

const char *
md_words(struct arena *arena, const char *plain)
{
	struct run run = { .arena = arena,
		.bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *text;

	plain = one_line(arena, plain);
	if (is_innocent(plain))
		return plain;
	put_string(&run, plain, TEXT);
	finish_run(&run);
	text = escape(&run, false);
	if (!comes_back(&run, text)) {
		run_free(&run);
		put_string(&run, plain, TEXT);
		text = escape(&run, true);
	}
	run_free(&run);
	return text;
}

const char *
md_change(struct arena *arena, const char *plain, enum md_change change)
{
	static const char *const
	    marks[] = { [MD_SAME] = "", [MD_OUT] = "~~", [MD_IN] = "**" };
	/* between points, so that what stands at an end is escaped as well */
	const char *text = md_words(arena, arena_format(arena, ".%s.", plain));
	size_t first = *text == '\\' ? 2 : 1, length = strlen(text);
	size_t last = length > 3 && first == 2 ? 2 : 1;

	if (change == MD_SAME)
		return md_words(arena, plain);
	return arena_format(arena, "%s%.*s%s", marks[change],
	    (int)(length - first - last), text + first, marks[change]);
}

static const char *
normal_form(struct run *run)
{
	const char *text;

	if (!run->marked) {
		text = one_line(run->arena, run->bytes.at);
		if (is_innocent(text)) {
			run_free(run);
			return text;
		}
	}
	finish_run(run);
	text = escape(run, false);
	if (!is_innocent(text) && !is_plainly_marked(text) &&
	    !comes_back(run, text))
		text = md_words(run->arena, words_of(run));
	run_free(run);
	return text;
}

const char *
md_text(struct arena *arena, const char *any)
{
	struct run run = { .arena = arena,
		.bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *line = one_line(arena, any);
	cmark_node *document;

	if (is_innocent(line) || is_plainly_marked(line))
		return line;
	document = parse_line(line);
	put_inlines(&run,
	    cmark_node_first_child(cmark_node_first_child(document)), NULL);
	cmark_node_free(document);
	return normal_form(&run);
}

const char *
md_plain(struct arena *arena, const char *text)
{
	struct run run = { .arena = arena,
		.bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *words;

	if (is_innocent(text))
		return text;
	if (is_plainly_marked(text))
		return one_line(arena, without_stars(arena, text));
	parse_run(&run, text);
	words = words_of(&run);
	run_free(&run);
	return words;
}

static const char *
text_of_inlines(struct arena *arena, cmark_node *first, const cmark_node *stop,
    bool passing)
{
	struct run run = { .arena = arena,
		.bytes = BUF_INIT,
		.marks = BUF_INIT,
		.passing = passing };

	put_inlines(&run, first, stop);
	return normal_form(&run);
}

const char *
md_inlines(struct arena *arena, cmark_node *first, const cmark_node *stop)
{
	return text_of_inlines(arena, first, stop, false);
}

const char *
md_inlines_passing(struct arena *arena, cmark_node *first,
    const cmark_node *stop)
{
	return text_of_inlines(arena, first, stop, true);
}
