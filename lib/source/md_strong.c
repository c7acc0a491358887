/*
 * md_strong: lines that are headings without being marked as one: strong text,
 * capitals or a key with a colon alone on its line, "#Key" without a blank.
 * In a row with keys, other strong text and capitals are headings too.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/dress.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/period.h"

enum {
	MAX_HEADING = 160, /* bytes; a longer line is a text */
	NEAR = 8           /* lines that tell pairs from headings */
};

/* Whether a line begins with an emoji. */
static bool
is_dressed(struct arena *arena, const char *line)
{
	return (*line & 0x80) != 0 && *dress_off(arena, line) != *line;
}

/* Whether a line is as short as a key with its number. */
static bool
is_short_number(const char *line)
{
	enum { SHORT = 32 };

	return strlen(line) <= SHORT &&
	    line[strcspn(line, "0123456789")] != '\0';
}

/* Whether a line could be one, as far as its ends tell. */
static bool
is_candidate(const char *line, bool before_list)
{
	size_t length = strlen(line);

	if (length == 0 || length > MAX_HEADING)
		return false;
	return before_list || is_short_number(line) ||
	    strchr("#*_:", *line) != NULL || (*line & 0x80) != 0 ||
	    strchr(":*_", line[length - 1]) != NULL || line_is_capitals(line);
}

/* What a text shows between marks of emphasis, if that is all of it but for
 * its dress; else NULL. */
static const char *
emphasised(struct arena *arena, const char *text)
{
	const char *start = strchr(text, '*'), *end = strrchr(text, '*');
	const char *inner, *words;
	size_t n;

	if (start == NULL)
		return NULL;
	n = strspn(start, "*");
	if (end < start + 2 * n || n > 2)
		return NULL;
	inner = arena_copy(arena, start + n, (size_t)(end + 1 - start) - 2 * n);
	if (strchr(inner, '*') != NULL)
		return NULL;
	words = dress_off(arena, md_plain(arena, text));
	inner = dress_off(arena, md_plain(arena, inner));
	return strcmp(words, inner) == 0 ? words : NULL;
}

/* Whether a line begins with a digit, behind a bullet or not. */
static bool
has_digit(const char *line)
{
	line += line_bullet(line, NULL);
	line += strspn(line, " \t");
	return *line >= '0' && *line <= '9';
}

/* Whether a key has a number in it, "Tour 2", "2e tour", as nothing but a heading
 * has. */
static bool
is_numbered(const char *key)
{
	return strchr(key, ':') == NULL &&
	    key[strcspn(key, "0123456789")] != '\0';
}

/* Whether a line is a pair with a key that could be a section's. */
static bool
is_pair(struct md_reading *reading, const char *line)
{
	const char *key, *rest = "";

	return strlen(line) > 0 &&
	    md_split_strong(reading->arena, md_text(reading->arena, line), true,
		&key, &rest) &&
	    *rest != '\0' && md_names(reading, MD_SECTION, key);
}

/* Whether one of some lines, as far as they are near, is such a pair. */
static bool
has_pair(struct md_reading *reading, const struct md_lines *lines)
{
	const char *line;

	for (size_t i = 0; i < lines->count && i < NEAR; i++) {
		line = lines->at[i].text;
		if (line[strspn(line, " ")] == '*' && is_pair(reading, line))
			return true;
	}
	return false;
}

/* The lines behind a line: those of its paragraph, or the first of one behind it;
 * else none. */
static struct md_lines
lines_behind(struct md_reading *reading, const struct md_lines *lines,
    size_t at, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	struct md_lines behind = *lines;

	if (at + 1 == lines->count)
		return md_is(next, CMARK_NODE_PARAGRAPH)
		    ? md_lines(reading->scratch, reading->tree->source, next,
			  md_start(next))
		    : (struct md_lines){ .count = 0 };
	behind.at += at + 1;
	behind.count -= at + 1;
	return behind;
}

/* What stands behind a line that may be a heading. */
enum behind { NOTHING, PAIR, WORDS, LIST, LIST_AT_ONCE };

static enum behind
behind_of(struct md_reading *reading, const struct md_lines *lines, size_t at,
    cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	struct md_lines more = lines_behind(reading, lines, at, node);
	bool bullet = more.count > 0 && line_bullet(more.at[0].text, NULL) > 0;

	if (more.count > 0 && has_pair(reading, &more))
		return PAIR;
	if (at + 1 < lines->count)
		return bullet ? LIST_AT_ONCE : WORDS;
	switch (cmark_node_get_type(next)) {
	case CMARK_NODE_LIST:
		return md_start(next) == lines->first + at + 1 ? LIST_AT_ONCE
							       : LIST;
	case CMARK_NODE_PARAGRAPH:
		return bullet || (more.count > 0 && more.at[0].text[0] == '|')
		    ? LIST
		    : WORDS;
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_CODE_BLOCK:
		return WORDS;
	default:
		return NOTHING;
	}
}

/* The line behind a line, "" where none is. */
static const char *
line_behind(struct md_reading *reading, const struct md_lines *lines, size_t at,
    cmark_node *node)
{
	struct md_lines more = lines_behind(reading, lines, at, node);

	return more.count > 0 ? more.at[0].text : "";
}

/* Whether a line is some words in capitals, and no list of names. */
static bool
is_capital_head(const char *line)
{
	enum { SHORTEST = 5 }; /* "RATP" may be anything */

	return uni_count(line, strlen(line)) >= SHORTEST &&
	    strpbrk(line, ",;:()/0123456789") == NULL && line_is_capitals(line);
}

int
md_level_below(const struct md_reading *reading)
{
	int i = reading->open_count;

	while (i > 0 && reading->open[i - 1]->line)
		i--;
	return i > 0 ? reading->open[i - 1]->level + 1 : 2;
}

/* Whether a paragraph is a theme, or a period, over a list, which follows it or is
 * its other lines; strong or not. */
static bool
is_over_list(struct md_reading *reading, cmark_node *node)
{
	struct arena *arena = reading->scratch;
	const struct source *source = reading->tree->source;
	size_t line = md_start(node);
	struct period period;
	const char *text, *words;

	if (!md_is(node, CMARK_NODE_PARAGRAPH) ||
	    (md_end(node) > line
		    ? line_bullet(source_text(arena, source, line + 1), NULL) ==
			0
		    : !md_is(cmark_node_next(node), CMARK_NODE_LIST)))
		return false;
	text = uni_line(arena, source_text(arena, source, line));
	words = emphasised(arena, text);
	words = md_without_colon(reading, words != NULL ? words : text);
	return line_is_theme(words) ||
	    period_reading(words, &period) == SURE_EXACT;
}

/* Whether it is one of several in its section, which is a list of the tool's or
 * has no heading: then they are its themes.  In a group, as a day is, it is one
 * alone where it is strong or behind a list too. */
static bool
is_theme(struct md_reading *reading, cmark_node *node)
{
	cmark_node *other = node;
	int i = reading->open_count;
	bool group;

	while (i > 0 &&
	    (reading->open[i - 1]->line ||
		term_find_subject(reading->open[i - 1]->key) != T_NONE))
		i--;
	group = i > 0 && md_names(reading, MD_GROUP, reading->open[i - 1]->key);
	if ((i > 0 && !group &&
		!md_names(reading, MD_LIST, reading->open[i - 1]->key)) ||
	    !is_over_list(reading, node))
		return false;
	if (group && md_is(cmark_node_first_child(node), CMARK_NODE_STRONG))
		return true;
	while ((other = cmark_node_previous(other)) != NULL &&
	    !md_is(other, CMARK_NODE_HEADING))
		if (is_over_list(reading, other) ||
		    (group && md_is(other, CMARK_NODE_LIST)))
			return true;
	other = node;
	while ((other = cmark_node_next(other)) != NULL &&
	    !md_is(other, CMARK_NODE_HEADING))
		if (is_over_list(reading, other))
			return true;
	return false;
}

bool
md_read_heading(struct md_reading *reading, const struct md_lines *lines,
    size_t at, cmark_node *node, struct md_heading *heading)
{
	struct arena *arena = reading->arena;
	const char *line = uni_line(reading->scratch, lines->at[at].text);
	size_t hashes = strspn(line, "#"), length = strlen(line);
	bool before_list = at + 1 < lines->count
	    ? line_bullet(lines->at[at + 1].text, NULL) > 0
	    : md_is(cmark_node_next(node), CMARK_NODE_LIST);
	const struct node *open = md_open(reading);
	enum behind behind;
	const char *words;
	bool known, plain;

	if (!is_candidate(line, before_list) &&
	    (length > MAX_HEADING ||
		(!clock_leads(line_behind(reading, lines, at, node)) &&
		    !(md_names(reading, MD_GROUP, line) &&
			has_digit(line_behind(reading, lines, at, node))))))
		return false;
	heading->marked = hashes > 0;
	heading->level = hashes > 0 ? (int)hashes : md_level_below(reading);
	if (heading->level > MD_MAX_LEVEL)
		return false;
	heading->text = md_line_text(reading, line + hashes);
	heading->key = md_heading_key(reading, heading->text);
	known = md_names(reading, MD_SECTION, heading->key) ||
	    (before_list && md_names(reading, MD_LIST, heading->key));
	if (hashes > 0)
		return known;
	words = emphasised(arena, heading->text);
	if (!known && at == 0 && is_theme(reading, node)) {
		heading->text = md_without_colon(reading,
		    words != NULL ? words : heading->text);
		return true;
	}
	if (!known &&
	    !(open != NULL && open->line &&
		(words != NULL || is_capital_head(line) ||
		    (before_list && line_is_theme(line)))))
		return false;
	behind = behind_of(reading, lines, at, node);
	if (!known && words == NULL)
		return at == 0 && behind > PAIR;
	if (words != NULL)
		return known ? behind > PAIR
			     : behind != PAIR && at == 0 &&
			strncmp(heading->text, "**", 2) == 0;
	if (behind == WORDS && at == 0 && at + 1 < lines->count &&
	    is_dressed(arena, line))
		return true;
	if (term_lists(T_REPORT_PLACEHOLDERS, heading->key))
		return behind >= LIST;
	plain = !line_is_capitals(heading->key);
	if (plain && at == 0 && is_numbered(heading->key))
		return behind != NOTHING;
	if (plain && md_names(reading, MD_GROUP, heading->key))
		return !is_pair(reading, line) &&
		    (behind >= LIST ||
			has_digit(line_behind(reading, lines, at, node)));
	if (plain && clock_leads(line_behind(reading, lines, at, node)))
		return true;
	if (plain && line[length - 1] != ':')
		return behind == LIST_AT_ONCE;
	if (plain && at == 0 && at + 1 < lines->count && behind == WORDS)
		return md_names(reading, MD_LIST, heading->key);
	return plain ? behind >= LIST : behind > PAIR;
}
