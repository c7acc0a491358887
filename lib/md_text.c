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

#include "arena.h"
#include "md_inner.h"
#include "uni.h"

enum mark { LIVE = 'l', TEXT = 't', CODE = 'c', LINKED = 'k' };

struct run {
	struct arena *arena;
	struct buf bytes;
	struct buf marks; /* an enum mark for each byte */
	bool linked;	  /* inside a link */
	bool passing;	  /* safe images become links */
};

static void
put(struct run *run, const char *bytes, size_t length, enum mark mark)
{
	if (mark == TEXT && run->linked)
		mark = LINKED;
	buf_add(&run->bytes, bytes, length);
	buf_repeat(&run->marks, (char)mark, length);
}

static void
put_string(struct run *run, const char *string, enum mark mark)
{
	put(run, string, strlen(string), mark);
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

	if (url[colon] != ':')
		return *url != '\0' && strncmp(url, "//", 2) != 0;
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

/* A link whose text is its address and which needs no encoding. */
static bool
is_autolink(cmark_node *link)
{
	const char *url = cmark_node_get_url(link);
	cmark_node *text = cmark_node_first_child(link);

	if (text == NULL || cmark_node_next(text) != NULL ||
	    cmark_node_get_type(text) != CMARK_NODE_TEXT)
		return false;
	return strcmp(text_of(text), url) == 0 && strstr(url, "://") != NULL &&
	    strpbrk(url, " <>\\&\"") == NULL &&
	    *cmark_node_get_title(link) == '\0';
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
			put_string(
			    run, uni_line(run->arena, text_of(node)), TEXT);
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
				cmark_iter_reset(
				    iter, node, CMARK_EVENT_EXIT);
		}
		cmark_iter_free(iter);
	}
}

/* Blanks collapsed and controls dropped, bytes and marks together. */
static void
tidy(struct run *run)
{
	struct buf bytes = BUF_INIT, marks = BUF_INIT;
	const char *at = run->bytes.at, *from;
	size_t end = 0, n;
	char mark;
	int32_t c;

	for (from = at; (c = uni_next(&at)) != 0; from = at) {
		mark = run->marks.at[from - run->bytes.at];
		n = (size_t)(at - from);
		if (uni_is_control(c))
			continue;
		if (uni_is_blank(c) && (bytes.length == 0))
			continue;
		if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 ||
		    c == 0x2028 || c == 0x2029) {
			if (bytes.at[bytes.length - 1] == ' ')
				continue;
			from = " ";
			n = 1;
		}
		buf_add(&bytes, from, n);
		buf_repeat(&marks, mark, n);
		if (!uni_is_blank(c))
			end = bytes.length;
	}
	buf_cut(&bytes, end);
	buf_cut(&marks, end);
	run_free(run);
	run->bytes = bytes;
	run->marks = marks;
}

static bool
is_text(const struct run *run, size_t i)
{
	return i < run->marks.length &&
	    (run->marks.at[i] == TEXT || run->marks.at[i] == LINKED);
}

static size_t
url_length(const struct run *run, size_t at)
{
	size_t i = at;

	while (is_text(run, i) && strchr(" <>\"", run->bytes.at[i]) == NULL &&
	    (unsigned char)run->bytes.at[i] > ' ')
		i++;
	while (i > at && strchr("?!.,:*_~'\";)", run->bytes.at[i - 1]) != NULL)
		i--;
	return i - at;
}

/*
 * A bare address that escaping would break (wikis link it as it stands) is
 * made an autolink.
 */
static void
link_bare_urls(struct run *run)
{
	struct run linked = { .arena = run->arena, .bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *at = run->bytes.at;
	size_t i = 0, n;

	if (strstr(at, "://") == NULL)
		return;
	while (i < run->bytes.length) {
		n = 0;
		if (run->marks.at[i] == TEXT &&
		    (strncmp(at + i, "http://", 7) == 0 ||
			strncmp(at + i, "https://", 8) == 0))
			n = url_length(run, i);
		if (n < 9 || strcspn(at + i, "*_~`[]|") >= n ||
		    memchr(at + i, '\\', n) != NULL ||
		    memchr(at + i, '&', n) != NULL) {
			n = n ? n : 1;
			buf_add(&linked.bytes, at + i, n);
			buf_add(&linked.marks, run->marks.at + i, n);
		} else {
			put_string(&linked, "<", LIVE);
			put(&linked, at + i, n, CODE);
			put_string(&linked, ">", LIVE);
		}
		i += n;
	}
	run_free(run);
	run->bytes = linked.bytes;
	run->marks = linked.marks;
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

/* The run as Markdown; all: every mark of text is escaped, come what may. */
static const char *
escape(const struct run *run, bool all)
{
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < run->bytes.length; i++) {
		if (is_text(run, i) &&
		    (all ? is_punctuation(run->bytes.at[i]) : acts(run, i)))
			buf_char(&out, '\\');
		buf_char(&out, run->bytes.at[i]);
	}
	text = arena_copy(run->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

static void
finish_run(struct run *run)
{
	tidy(run);
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
	document = cmark_parse_document(
	    heading.at, heading.length, CMARK_OPT_DEFAULT);
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
	struct run again = { .arena = run->arena, .bytes = BUF_INIT,
		.marks = BUF_INIT };
	bool same;

	parse_run(&again, text);
	same = strcmp(run->bytes.at, again.bytes.at) == 0 &&
	    strcmp(run->marks.at, again.marks.at) == 0;
	run_free(&again);
	return same;
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
	words = uni_line(run->arena, out.at);
	buf_free(&out);
	return words;
}

const char *
md_words(struct arena *arena, const char *plain)
{
	struct run run = { .arena = arena, .bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *text;

	put_string(&run, uni_compose(arena, plain), TEXT);
	finish_run(&run);
	text = escape(&run, false);
	if (!comes_back(&run, text)) {
		run_free(&run);
		put_string(&run, plain, TEXT);
		tidy(&run);
		text = escape(&run, true);
	}
	run_free(&run);
	return text;
}

const char *
md_change(struct arena *arena, const char *plain, enum md_change change)
{
	static const char *const marks[] = { [MD_SAME] = "", [MD_OUT] = "~~",
		[MD_IN] = "**" };
	/* between points, so that what stands at an end is escaped as well */
	const char *text =
	    md_words(arena, arena_format(arena, ".%s.", plain));
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

	finish_run(run);
	text = escape(run, false);
	if (!comes_back(run, text))
		text = md_words(run->arena, words_of(run));
	run_free(run);
	return text;
}

/* Whether a text holds nothing that could be a mark. */
static bool
is_innocent(const char *text)
{
	return strpbrk(text, "\\*_`[]<>&~!{$") == NULL &&
	    strstr(text, ":::") == NULL && strstr(text, "://") == NULL;
}

const char *
md_text(struct arena *arena, const char *any)
{
	struct run run = { .arena = arena, .bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *line = uni_line(arena, uni_compose(arena, any));
	cmark_node *document;

	if (is_innocent(line))
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
	struct run run = { .arena = arena, .bytes = BUF_INIT,
		.marks = BUF_INIT };
	const char *words;

	if (is_innocent(text))
		return text;
	parse_run(&run, text);
	words = words_of(&run);
	run_free(&run);
	return words;
}

static const char *
text_of_inlines(struct arena *arena, cmark_node *first, const cmark_node *stop,
    bool passing)
{
	struct run run = { .arena = arena, .bytes = BUF_INIT,
		.marks = BUF_INIT, .passing = passing };
	const char *composed;

	put_inlines(&run, first, stop);
	composed = uni_compose(arena, run.bytes.at);
	if (composed != run.bytes.at && strcmp(composed, run.bytes.at) != 0) {
		run_free(&run);
		return md_text(arena, md_words(arena, composed));
	}
	return normal_form(&run);
}

const char *
md_inlines(struct arena *arena, cmark_node *first, const cmark_node *stop)
{
	return text_of_inlines(arena, first, stop, false);
}

const char *
md_inlines_passing(
    struct arena *arena, cmark_node *first, const cmark_node *stop)
{
	return text_of_inlines(arena, first, stop, true);
}
