/*
 * md_run: inlines laid out as bytes, each marked as live or as text.
 */
#include <string.h>
#include <strings.h>

#include "source/md_run.h"
#include "text/uni.h"

void
md_put(struct md_run *run, const char *bytes, size_t length, enum md_mark mark)
{
	if (mark == TEXT && run->linked)
		mark = LINKED;
	run->marked = run->marked || mark != TEXT;
	buf_add(&run->bytes, bytes, length);
	buf_repeat(&run->marks, (char)mark, length);
}

void
md_put_string(struct md_run *run, const char *string, enum md_mark mark)
{
	md_put(run, string, strlen(string), mark);
}

void
md_put_marked(struct md_run *run, const struct md_run *from, size_t start,
    size_t end)
{
	buf_add(&run->bytes, from->bytes.at + start, end - start);
	buf_add(&run->marks, from->marks.at + start, end - start);
}

void
md_run_free(struct md_run *run)
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
put_code(struct md_run *run, const char *code)
{
	size_t longest = 0, n, i;
	const char *line = uni_line(run->arena, code);
	const char *pad;

	if (*line == '\0') {
		md_put_string(run, "``", TEXT);
		return;
	}
	/* a bar in code parts cells, or keeps its backslash, but in GFM */
	if (strchr(line, '|') != NULL) {
		md_put_string(run, line, TEXT);
		return;
	}
	for (i = 0; line[i] != '\0'; i += n ? n : 1) {
		n = strspn(line + i, "`");
		longest = n > longest ? n : longest;
	}
	n = strlen(line);
	pad = *line == '`' || line[n - 1] == '`' ? " " : "";
	for (i = 0; i <= longest; i++)
		md_put_string(run, "`", LIVE);
	md_put_string(run, pad, LIVE);
	md_put_string(run, line, CODE);
	md_put_string(run, pad, LIVE);
	for (i = 0; i <= longest; i++)
		md_put_string(run, "`", LIVE);
}

/* What of a link's address is percent-encoded. */
static void
put_url(struct md_run *run, const char *url)
{
	static const char plain[] = "-._~:/?#@!$'*+,;=%";
	char code[4];

	for (; *url != '\0'; url++) {
		if (*url == '&') {
			md_put_string(run, "&amp;", LIVE);
		} else if (((*url | 32) >= 'a' && (*url | 32) <= 'z') ||
		    (*url >= '0' && *url <= '9') ||
		    strchr(plain, *url) != NULL) {
			md_put(run, url, 1, LIVE);
		} else {
			snprintf(code, sizeof(code), "%%%02X",
			    (unsigned)(unsigned char)*url);
			md_put_string(run, code, LIVE);
		}
	}
}

static void
put_title(struct md_run *run, const char *title)
{
	const char *line = uni_line(run->arena, title);

	if (*line == '\0')
		return;
	md_put_string(run, " \"", LIVE);
	for (; *line != '\0'; line++) {
		if (strchr("\"\\&<`[]", *line) != NULL)
			md_put_string(run, "\\", LIVE);
		if (*line == '|')
			md_put_string(run, "&#124;", LIVE);
		else
			md_put(run, line, 1, LIVE);
	}
	md_put_string(run, "\"", LIVE);
}

/* Whether a link's text is its address. */
static bool
is_own_text(cmark_node *link)
{
	cmark_node *text = cmark_node_first_child(link);

	return text != NULL && cmark_node_next(text) == NULL &&
	    md_is(text, CMARK_NODE_TEXT) &&
	    strcmp(text_of(text), cmark_node_get_url(link)) == 0 &&
	    *cmark_node_get_title(link) == '\0';
}

/* Whether such an address needs no encoding. */
static bool
is_autolink(cmark_node *link)
{
	const char *url = cmark_node_get_url(link);

	return is_own_text(link) && strstr(url, "://") != NULL &&
	    strpbrk(url, " <>\\&\"`|") == NULL;
}

/* Whether a link or an image is one in the report: safe, and not in another. */
static bool
is_live(const struct md_run *run, cmark_node *link)
{
	cmark_node *above = cmark_node_parent(link);

	if (md_is(link, CMARK_NODE_IMAGE) && !run->passing)
		return false;
	for (int depth = 0; above != NULL; above = cmark_node_parent(above)) {
		if (md_is(above, CMARK_NODE_LINK) ||
		    md_is(above, CMARK_NODE_IMAGE) || ++depth > MD_MAX_DEPTH)
			return false;
	}
	return md_is_safe_url(cmark_node_get_url(link)) &&
	    cmark_node_first_child(link) != NULL;
}

/* Enters or leaves a link or an image; true if its children are skipped. */
static bool
put_link(struct md_run *run, cmark_node *link, bool enter)
{
	bool image = md_is(link, CMARK_NODE_IMAGE);
	bool live = is_live(run, link);
	const char *url = cmark_node_get_url(link);

	if (!live && !image && is_own_text(link))
		return false;
	if (enter && live && !image && is_autolink(link)) {
		md_put_string(run, "<", LIVE);
		md_put_string(run, url, CODE);
		md_put_string(run, ">", LIVE);
		return true;
	}
	if (enter) {
		if (!live && image)
			md_put_string(run, "!", TEXT);
		md_put_string(run, "[", live ? LIVE : TEXT);
		run->linked = run->linked || live;
		return false;
	}
	if (live)
		run->linked = false;
	md_put_string(run, "](", live ? LIVE : TEXT);
	if (live) {
		put_url(run, url);
		put_title(run, cmark_node_get_title(link));
	} else {
		md_put_string(run, uni_line(run->arena, url), TEXT);
	}
	md_put_string(run, ")", live ? LIVE : TEXT);
	return false;
}

/* True if the node's children are to be skipped. */
static bool
put_inline(struct md_run *run, cmark_node *node, bool enter)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		md_put_string(run, text_of(node), TEXT);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		md_put_string(run, " ", TEXT);
		break;
	case CMARK_NODE_CODE:
		put_code(run, text_of(node));
		break;
	case CMARK_NODE_HTML_INLINE:
		if (!md_is_comment(text_of(node)))
			md_put_string(run, uni_line(run->arena, text_of(node)),
			    TEXT);
		break;
	case CMARK_NODE_EMPH:
		md_put_string(run, "*", LIVE);
		break;
	case CMARK_NODE_STRONG:
		md_put_string(run, "**", LIVE);
		break;
	case CMARK_NODE_LINK:
	case CMARK_NODE_IMAGE:
		return put_link(run, node, enter);
	default:
		break;
	}
	return false;
}

void
md_put_inlines(struct md_run *run, cmark_node *first)
{
	cmark_iter *iter;
	cmark_event_type event;
	cmark_node *node;

	for (; first != NULL; first = cmark_node_next(first)) {
		iter = cmark_iter_new(first);
		while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
			node = cmark_iter_get_node(iter);
			if (put_inline(run, node, event == CMARK_EVENT_ENTER))
				cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		}
		cmark_iter_free(iter);
	}
}
