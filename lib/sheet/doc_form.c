/*
 * doc_form: whether a source is YAML or Markdown, by its name or by its first
 * lines, and where its body begins.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "sheet/doc_inner.h"
#include "text/uni.h"

enum form
doc_form_of_name(const char *name)
{
	static const struct {
		const char *end;
		enum form form;
	} ends[] = { { ".yaml", FORM_YAML }, { ".yml", FORM_YAML },
		{ ".md", FORM_MARKDOWN }, { ".markdown", FORM_MARKDOWN } };
	size_t length = strlen(name), i, n;

	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		n = strlen(ends[i].end);
		if (length > n &&
		    strcasecmp(name + length - n, ends[i].end) == 0)
			return ends[i].form;
	}
	return FORM_UNKNOWN;
}

/* Whether a line within the marks of front matter says that there is none: a
 * heading, a row. */
static bool
is_body(const char *line)
{
	return strncmp(line, "## ", 3) == 0 || strncmp(line, "| ", 2) == 0;
}

size_t
doc_behind_front(const struct source *source)
{
	size_t line, length;
	const char *text = source_line(source, 1, &length);
	const char *mark = text;
	bool pairs = false;

	if (length != 3 ||
	    (memcmp(text, "---", 3) != 0 && memcmp(text, "+++", 3) != 0))
		return 1;
	for (line = 2; line <= source->line_count; line++) {
		text = source_line(source, line, &length);
		if (length == 3 &&
		    (memcmp(text, mark, 3) == 0 ||
			(*mark == '-' && memcmp(text, "...", 3) == 0)))
			return pairs || line == 2 ? line + 1 : 1;
		if (is_body(text))
			return 1;
		pairs = pairs ||
		    memchr(text, *mark == '-' ? ':' : '=', length) != NULL ||
		    (length > 0 && strchr("{[", *text) != NULL);
	}
	return 1;
}

/* The first line that says something; comments of YAML and titles do not. */
static const char *
first_words(struct arena *arena, const struct source *source, size_t line)
{
	const char *text;

	for (; line <= source->line_count; line++) {
		text = uni_line(arena, source_text(arena, source, line));
		if (*text != '\0' && *text != '#')
			return text;
	}
	return "";
}

/* The signs of a heading below the first level; 0: none. */
static size_t
heading_signs(const char *text)
{
	size_t n = strspn(text, "#");

	return n > 1 && n < 7 && text[n] == ' ' ? n : 0;
}

/* Whether some line can only be Markdown. */
static bool
has_markdown(const struct source *source, size_t line)
{
	bool blank = true;
	const char *text;
	size_t length;

	for (; line <= source->line_count; line++) {
		text = source_line(source, line, &length);
		if (strncmp(text, "| ", 2) == 0 ||
		    strncmp(text, "<!--", 4) == 0 ||
		    (blank && heading_signs(text) > 0))
			return true;
		blank = source_is_blank(source, line);
	}
	return false;
}

/* Whether a line starts with a key that the tool knows, or one near it. */
static bool
starts_with_key(const struct doc *doc, const char *line)
{
	const char *colon = strchr(line, ':'), *key;

	if (colon == NULL || (colon[1] != ' ' && colon[1] != '\0'))
		return false;
	key = arena_until(doc->arena, line, colon);
	return term_is(key, T_TITLE) || term_find_key(key) != T_NONE ||
	    term_find(key, doc->keys.at, doc->keys.count, NULL) != T_NONE ||
	    term_nearest(key, doc->keys.at, doc->keys.count) != NULL;
}

static bool
is_yaml_line(const struct doc *doc, const char *line)
{
	const char *colon;

	if (*line == '*') /* no alias: nothing is anchored yet */
		return false;
	if (uni_mark_of(line, "- [ ] ", "- [x] ", "- [X] ") > 0)
		return false;
	if (strncmp(line, "---", 3) == 0 || *line == '%' || *line == '{' ||
	    strncmp(line, "- {", 3) == 0)
		return true;
	if (strncmp(line, "- [", 3) == 0)
		return strstr(line, "](") == NULL;
	if (strncmp(line, "- ", 2) != 0)
		return starts_with_key(doc, line);
	colon = strchr(line, ':');
	return colon != NULL && (colon[1] == ' ' || colon[1] == '\0') &&
	    strpbrk(line + 2, " *:") == colon;
}

/* Whether a line that begins without a blank cannot stand in YAML: text, strong
 * text, the bullet of Markdown alone, a second colon. */
static bool
is_no_yaml(const char *line)
{
	const char *colon = strchr(line, ':');

	if (strncmp(line, "**", 2) == 0 || strncmp(line, "* ", 2) == 0 ||
	    *line == '|' || strncmp(line, "> ", 2) == 0)
		return true;
	if (strchr("#-?{}[]%&!\"'.,", *line) != NULL)
		return false;
	while (colon != NULL && colon[1] != ' ' && colon[1] != '\0')
		colon = strchr(colon + 1, ':');
	return colon == NULL || colon == line ||
	    (strchr("\"'[{|>#&*!", colon[1 + (colon[1] == ' ')]) == NULL &&
		strstr(colon + 1, ": ") != NULL);
}

/* Whether a line is a pair as YAML is typed: no blank before the colon. */
static bool
is_yaml_pair(const char *line)
{
	size_t n = strcspn(line, ":");

	return n > 0 && line[n] == ':' && line[n - 1] != ' ' &&
	    (unsigned char)line[n - 1] < 0x80 &&
	    (line[n + 1] == ' ' || line[n + 1] == '\0') && !is_no_yaml(line);
}

/* Whether a line is a pair with a text behind its colon: no item of YAML can
 * stand below it. */
static bool
is_filled(const char *line)
{
	const char *colon = strchr(line, ':');

	return colon != NULL && *line != '-' && *line != '#' &&
	    colon[1] == ' ' && strchr("|>&#", colon[2]) == NULL;
}

/* Whether a line is one of equals signs: what underlines a title, or parts what is
 * shown of a page. */
static bool
is_underline(const char *line)
{
	size_t n = strspn(line, "=");

	return n > 2 && line[n + strspn(line + n, " \r\n")] == '\0';
}

/* Whether a line between blank ones is a sentence: a paragraph, which YAML has
 * nowhere. */
static bool
is_sentence(const struct source *source, size_t line, const char *text)
{
	size_t n = strlen(text);

	return n > 0 && strchr(".!?", text[n - 1]) != NULL &&
	    strchr(text, ' ') != NULL && is_no_yaml(text) && line > 1 &&
	    source_is_blank(source, line - 1) &&
	    (line == source->line_count || source_is_blank(source, line + 1));
}

/* The first lines of a source are enough to tell its form. */
enum { MOST_LINES = 200, MOST_BYTES = 4096 };

/* Whether a line of the first ones is none of YAML in whatever it stands. */
static bool
has_prose(const struct doc *doc, const struct source *source, size_t line)
{
	size_t end = line + MOST_LINES, length;
	const char *text;

	for (; line <= source->line_count && line < end; line++) {
		text = source_line(source, line, &length);
		if (length == 0 || *text == ' ' || *text == '\t' ||
		    length > MOST_BYTES)
			continue;
		text = arena_copy(doc->arena, text, length);
		if (is_underline(text) || is_sentence(source, line, text))
			return true;
	}
	return false;
}

/* Whether the first lines weigh for Markdown where the very first could be
 * YAML; an item behind a pair that has its text, and a blank line, says so alone. */
static bool
weighs_markdown(const struct doc *doc, const struct source *source, size_t line)
{
	size_t no_yaml = 0, pairs = 0, end = line + MOST_LINES, length;
	const char *text;
	bool filled = false, blank = false;

	for (; line <= source->line_count && line < end; line++) {
		text = source_line(source, line, &length);
		if (length == 0 || *text == ' ' || *text == '\t' ||
		    length > MOST_BYTES) {
			blank |= length == 0;
			continue;
		}
		text = arena_copy(doc->arena, text, length);
		if (filled && blank && strncmp(text, "- ", 2) == 0)
			return true;
		blank = false;
		no_yaml +=
		    is_no_yaml(text) || (filled && strncmp(text, "- ", 2) == 0);
		filled = is_filled(text);
		pairs += is_yaml_pair(text);
	}
	return no_yaml > pairs;
}

/* Whether a line is one of plain lists at the margin: "Objections:", "- Ana: none".
 */
static bool
is_of_list(const char *line)
{
	size_t n = strlen(line);

	return strncmp(line, "- ", 2) == 0
	    ? strchr("[{\"'-|>&*!", line[2]) == NULL
	    : n > 1 && line[n - 1] == ':' && strcspn(line, ":") == n - 1;
}

/* Whether an item is a pair of one of the tool's own keys, which no list of YAML has
 * for its items: "- Driving forces: shade". */
static bool
is_own_item(const struct doc *doc, const char *line)
{
	return strncmp(line, "- ", 2) == 0 &&
	    term_find(arena_copy(doc->arena, line + 2, strcspn(line + 2, ":")),
		doc->keys.at, doc->keys.count, NULL) != T_NONE;
}

/* Whether a source is a # over nothing but pairs of plain texts: its title, which
 * YAML would take for a comment; over lists too, where it is no sentence and
 * stands apart. */
static bool
is_titled(const struct doc *doc, const struct source *source)
{
	size_t line = 1, length, pairs = 0;
	const char *text;
	bool apart;

	while (line <= source->line_count && source_is_blank(source, line))
		line++;
	text = source_line(source, line, &length);
	if (line > source->line_count || strncmp(text, "# ", 2) != 0)
		return false;
	apart = text[length - 1] != '.' && source_is_blank(source, line + 1);
	while (++line <= source->line_count) {
		if (source_is_blank(source, line))
			continue;
		text = source_text(doc->arena, source, line);
		if (apart && is_of_list(text)) {
			pairs += is_own_item(doc, text);
			continue;
		}
		if (strchr(" \t[{\"'", *text) != NULL || !is_filled(text) ||
		    strchr("\"'[{*!", strchr(text, ':')[2]) != NULL)
			return false;
		pairs++;
	}
	return pairs > 0;
}

enum form
doc_form(struct doc *doc, const struct source *source)
{
	enum form form = doc->options.from ? doc->options.from
					   : doc_form_of_name(source->name);
	size_t line = doc_behind_front(source);
	const char *words;

	if (form != FORM_UNKNOWN)
		return form;
	if (has_markdown(source, line) || is_titled(doc, source) ||
	    (line > 1 && !doc_front_is_yaml(doc, source, line)))
		return FORM_MARKDOWN;
	words = first_words(doc->arena, source, 1);
	if (line > 1) { /* front matter, or YAML between its marks */
		words = first_words(doc->arena, source, line);
		if (*words == '\0')
			return FORM_YAML;
	}
	return is_yaml_line(doc, words) &&
		(strchr("{[%", *words) != NULL ||
		    strncmp(words, "---", 3) == 0 ||
		    (!has_prose(doc, source, line) &&
			(*words == '-' || !weighs_markdown(doc, source, line))))
	    ? FORM_YAML
	    : FORM_MARKDOWN;
}
