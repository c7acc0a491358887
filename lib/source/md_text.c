/*
 * md_text: inline Markdown to its normal form.
 *
 * cmark parses; the inlines are laid out as bytes, each marked as live or as
 * text; text is escaped where it would act.  The result is parsed again, and
 * what does not come back the same is written as plain words.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "source/md_run.h"
#include "text/uni.h"

/* Blanks collapsed and controls dropped, bytes and marks together. */
static void
tidy(struct md_run *run)
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

/* The words of a run: all that is neither live nor a mark. */
static const char *
words_of(const struct md_run *run)
{
	BUF_SCRATCH(out);
	const char *words;

	for (size_t i = 0; i < run->bytes.length; i++)
		if (run->marks.at[i] != LIVE)
			buf_char(&out, run->bytes.at[i]);
	words = uni_compose(run->arena, uni_line(run->arena, out.at));
	words = arena_string(run->arena, words);
	return words;
}

/* Characters written as entities may only now compose, and with marks too:
 * such a text is plain words. */
static void
compose(struct md_run *run)
{
	const char *words;

	if (uni_compose(run->arena, run->bytes.at) == run->bytes.at)
		return;
	words = words_of(run);
	md_run_free(run);
	md_put_string(run, words, TEXT);
}

static void
finish_run(struct md_run *run)
{
	tidy(run);
	compose(run);
	md_link_bare_urls(run);
}

cmark_node *
md_parse_line(const char *line)
{
	BUF_SCRATCH(heading);

	buf_format(&heading, "# %s #", line);
	return md_parse_text(heading.at, heading.length);
}

cmark_node *
md_first_inline(cmark_node *document)
{
	return cmark_node_first_child(cmark_node_first_child(document));
}

static void
parse_run(struct md_run *run, const char *line)
{
	cmark_node *document = md_parse_line(line);

	md_put_inlines(run, md_first_inline(document));
	cmark_node_free(document);
	finish_run(run);
}

static bool
comes_back(const struct md_run *run, const char *text)
{
	struct md_run again = MD_RUN_INIT(run->arena);
	bool same;

	parse_run(&again, text);
	same = strcmp(run->bytes.at, again.bytes.at) == 0 &&
	    strcmp(run->marks.at, again.marks.at) == 0;
	md_run_free(&again);
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
	    (md_is_alphanumeric(at[n]) || at[n] == '\xc3');
}

/* Whether those of a text that was opened can close and not open. */
static bool
only_closes(const char *at, size_t n)
{
	return (md_is_alphanumeric(at[-1]) || at[-2] == '\xc3') &&
	    (at[n] == '\0' || at[n] == ' ' || md_is_punctuation(at[n]));
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
	struct md_run run = MD_RUN_INIT(arena);
	const char *text;

	plain = one_line(arena, plain);
	if (is_innocent(plain))
		return plain;
	md_put_string(&run, plain, TEXT);
	finish_run(&run);
	text = md_escape(&run, false);
	if (!comes_back(&run, text)) {
		md_run_free(&run);
		md_put_string(&run, plain, TEXT);
		text = md_escape(&run, true);
	}
	md_run_free(&run);
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
normal_form(struct md_run *run)
{
	const char *text;

	if (!run->marked) {
		text = one_line(run->arena, run->bytes.at);
		if (is_innocent(text)) {
			md_run_free(run);
			return text;
		}
	}
	finish_run(run);
	text = md_escape(run, false);
	if (!is_innocent(text) && !is_plainly_marked(text) &&
	    !comes_back(run, text))
		text = md_words(run->arena, words_of(run));
	md_run_free(run);
	return text;
}

const char *
md_text(struct arena *arena, const char *any)
{
	struct md_run run = MD_RUN_INIT(arena);
	const char *line = one_line(arena, any);
	cmark_node *document;

	if (is_innocent(line) || is_plainly_marked(line))
		return line;
	document = md_parse_line(line);
	md_put_inlines(&run, md_first_inline(document));
	cmark_node_free(document);
	return normal_form(&run);
}

const char *
md_plain(struct arena *arena, const char *text)
{
	struct md_run run = MD_RUN_INIT(arena);
	const char *words;

	if (is_innocent(text))
		return text;
	if (is_plainly_marked(text))
		return one_line(arena, without_stars(arena, text));
	parse_run(&run, text);
	words = words_of(&run);
	md_run_free(&run);
	return words;
}

const char *
md_inlines(struct arena *arena, cmark_node *first)
{
	struct md_run run = MD_RUN_INIT(arena);

	md_put_inlines(&run, first);
	return normal_form(&run);
}

const char *
md_inlines_passing(struct arena *arena, cmark_node *first)
{
	struct md_run run = MD_RUN_INIT(arena);

	run.passing = true;
	md_put_inlines(&run, first);
	return normal_form(&run);
}
