/*
 * md_title: which headings are titles, and begin a document.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/dress.h"
#include "text/place.h"
#include "text/uni.h"

bool
md_names(const struct md_reading *reading, enum md_name what, const char *name)
{
	return reading->reader->is(reading->reader->context, what, name);
}

/* A heading's text without the anchor that word processors and wikis write behind
 * it, "Plan {#plan}". */
static const char *
without_anchor(struct arena *arena, const char *text)
{
	const char *open = strstr(text, "\\{#");
	size_t n = open != NULL ? strcspn(open, " }") : 0;

	return n > 3 && open > text && open[n] == '}' && open[n + 1] == '\0'
	    ? uni_until(arena, text, open)
	    : text;
}

const char *
md_heading_text(struct md_reading *reading, cmark_node *heading)
{
	return without_anchor(reading->arena,
	    md_inlines_passing(reading->arena,
		cmark_node_first_child(heading)));
}

/* What a heading says behind its number, "Étape 1 : Hypothèse"; "" where it has
 * none. */
static const char *
behind_number(const char *plain)
{
	size_t n = strcspn(plain, ":"), end = n;

	while (end > 0 && plain[end - 1] == ' ')
		end--;
	return plain[n] == ':' && end > 0 && plain[end - 1] >= '0' &&
		plain[end - 1] <= '9'
	    ? uni_skip_blanks(plain + n + 1)
	    : "";
}

const char *
md_heading_key(struct md_reading *reading, const char *text)
{
	const char *plain = md_plain(reading->arena, text);
	const char *key = dress_key(reading->arena, plain);
	const char *rest = dress_key(reading->arena,
	    behind_number(dress_off(reading->arena, plain)));

	return md_names(reading, MD_KEY, key) ? key
	    : md_names(reading, MD_KEY, rest) ||
		md_names(reading, MD_SECTION, rest) ||
		md_names(reading, MD_PAIR, rest)
	    ? rest
	    : dress_off(reading->arena, plain);
}

const char *
md_without_colon(struct md_reading *reading, const char *words)
{
	size_t n = strlen(words);

	while (n > 0 && strchr(" :", words[n - 1]) != NULL)
		n--;
	return arena_copy(reading->arena, words, n);
}

/* Whether a heading is one of the tool's keys, or, below a #, which titles a
 * pad, the name of a list. */
static bool
is_key(struct md_reading *reading, cmark_node *heading)
{
	const char *key =
	    md_heading_key(reading, md_heading_text(reading, heading));

	return md_names(reading, MD_KEY, key) ||
	    (cmark_node_get_heading_level(heading) > 1 &&
		md_names(reading, MD_LIST, key));
}

/* Whether a line begins with the key of a pair, numbered or not, and a colon. */
static bool
is_pair_line(struct md_reading *reading, const char *line)
{
	struct arena *arena = reading->arena;
	size_t n = strcspn(line, ":");
	bool colon = line[n] == ':';

	while (n > 0 && strchr(" *0123456789", line[n - 1]) != NULL)
		n--;
	return colon && n > 0 &&
	    md_names(reading, MD_PAIR,
		dress_off(arena, arena_copy(arena, line, n)));
}

/* Whether a paragraph begins with a line in plain letters that heads a section
 * of the tool, or with a pair. */
static bool
is_plain_key_line(struct md_reading *reading, cmark_node *node)
{
	const char *line;

	if (!md_is(node, CMARK_NODE_PARAGRAPH))
		return false;
	line = uni_line(reading->arena,
	    source_text(reading->arena, reading->tree->source, md_start(node)));
	return md_names(reading, MD_SECTION, md_heading_key(reading, line)) ||
	    is_pair_line(reading, line);
}

/* Whether a paragraph begins with a line that heads a section of the tool. */
static bool
is_key_line(struct md_reading *reading, cmark_node *node)
{
	cmark_node *strong = cmark_node_first_child(node);

	return md_is(node, CMARK_NODE_PARAGRAPH) &&
	    md_is(strong, CMARK_NODE_STRONG) &&
	    md_names(reading, MD_SECTION,
		md_heading_key(reading,
		    md_inlines(reading->arena,
			cmark_node_first_child(strong))));
}

/* The level of the first key that follows a heading before the next one that
 * could be a title; 0: none does. */
static int
level_of_keys(struct md_reading *reading, cmark_node *heading)
{
	while ((heading = cmark_node_next(heading)) != NULL) {
		if (is_key_line(reading, heading))
			return MD_MAX_LEVEL + 1;
		if (!md_is(heading, CMARK_NODE_HEADING))
			continue;
		if (is_key(reading, heading))
			return cmark_node_get_heading_level(heading);
		if (cmark_node_get_heading_level(heading) == 1)
			return 0;
	}
	return 0;
}

bool
md_is_heading(struct md_reading *reading, cmark_node *node)
{
	return md_is(node, CMARK_NODE_HEADING) &&
	    *md_heading_text(reading, node) != '\0';
}

/* Whether a heading is the one under which the tool writes. */
static bool
is_subject(struct md_reading *reading, cmark_node *heading)
{
	enum term subject = reading->reader->subject;
	const char *key =
	    md_heading_key(reading, md_heading_text(reading, heading));

	return subject != T_NONE &&
	    (term_same(key, term_name(subject, LANG_FR)) ||
		term_same(key, term_name(subject, LANG_EN)));
}

/* Whether a heading that is no # is the one under which another tool reports: it
 * has rules or findings below it. */
static bool
is_report(struct md_reading *reading, cmark_node *heading)
{
	int level = cmark_node_get_heading_level(heading);
	const char *key =
	    md_heading_key(reading, md_heading_text(reading, heading));

	if (level == 1 || term_find_subject(key) == T_NONE)
		return false;
	while ((heading = cmark_node_next(heading)) != NULL)
		if (md_is_heading(reading, heading) &&
		    cmark_node_get_heading_level(heading) == level + 1 &&
		    term_is_any(md_heading_text(reading, heading), T_RULES,
			T_FINDINGS))
			return true;
	return false;
}

/* Whether pairs stand right below a heading, one of a key of the tool: then it has
 * no text of its own. */
static bool
is_over_pairs(struct md_reading *reading, cmark_node *heading)
{
	const struct source *source = reading->tree->source;
	cmark_node *next = cmark_node_next(heading);
	struct arena *arena = reading->scratch;
	const char *text;
	size_t line;

	for (line = next != NULL ? md_start(next) : source->line_count + 1;
	     line <= source->line_count; line++) {
		text = source_text(arena, source, line);
		text += strspn(text, "-*+ ");
		if (*text == '\0')
			continue;
		if (!is_pair_line(reading, text))
			return false;
		text = arena_copy(arena, text, strcspn(text, ":*"));
		if (md_names(reading, MD_KEY, md_heading_key(reading, text)))
			return true;
	}
	return false;
}

/* Whether a heading that is a key is the title of what follows: keys below it,
 * and no other heading beside it. */
static bool
is_title_key(struct md_reading *reading, cmark_node *heading)
{
	int level = cmark_node_get_heading_level(heading);
	cmark_node *node = heading;

	if (is_subject(reading, heading) || is_report(reading, heading) ||
	    (level_of_keys(reading, heading) <= level &&
		!is_over_pairs(reading, heading)))
		return false;
	while ((node = cmark_node_next(node)) != NULL)
		if (md_is_heading(reading, node) &&
		    cmark_node_get_heading_level(node) <= level)
			return false;
	return true;
}

/* Whether # is what a document uses for its sections, since its title stands in
 * front of it. */
static bool
is_titled(const struct md_reading *reading, cmark_node *document)
{
	cmark_node *node = cmark_node_first_child(document);
	size_t tops = 0;

	for (; reading->reader->titled && node != NULL && tops < 2;
	     node = cmark_node_next(node))
		tops += md_is(node, CMARK_NODE_HEADING) &&
		    cmark_node_get_heading_level(node) == 1;
	return tops > 1;
}

cmark_node *
md_find_title(struct md_reading *reading, cmark_node *document)
{
	cmark_node *node, *first = NULL;
	int level = MD_MAX_LEVEL + 1;

	if (is_titled(reading, document))
		return NULL;
	for (node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node)) {
		if (!md_is_heading(reading, node))
			continue;
		if (first == NULL) {
			if (is_key(reading, node))
				return is_title_key(reading, node) ? node
								   : NULL;
			first = node;
			level = cmark_node_get_heading_level(node);
		} else if (cmark_node_get_heading_level(node) <= level) {
			return level == 1 ? first : NULL;
		}
	}
	return first;
}

/* Whether a line is short, and no sentence or pair. */
static bool
looks_like_title(struct md_reading *reading, const char *line, bool alone)
{
	size_t length = strlen(line);

	return length > 0 && uni_count(line, length) <= (alone ? 90 : 60) &&
	    strchr(".,;:!?|>*_<[(\\", line[length - 1]) == NULL &&
	    strchr("|<>!-+*#[(:`~=\\", *line) == NULL &&
	    line_bullet(line, NULL) == 0 && !is_pair_line(reading, line);
}

/* Whether a line can follow a title: not where it goes on with its words. */
static bool
can_follow(const char *line)
{
	const char *small = line;
	int32_t c = uni_next(&small);

	return !(c >= 'a' && c <= 'z') && c < 0x80;
}

/* Whether the first word of a line, and no more of it, is a list of the tool:
 * "Values of the team (4 May)". */
static bool
leads_with_list(struct md_reading *reading, const char *line)
{
	size_t n = strcspn(line, " ");

	return line[n] != '\0' &&
	    md_names(reading, MD_LIST, arena_copy(reading->scratch, line, n));
}

size_t
md_find_title_line(struct md_reading *reading, cmark_node *document)
{
	cmark_node *first = cmark_node_first_child(document), *node;
	bool keys = false, heads;
	struct md_lines lines;
	const char *next;

	for (; first != NULL; first = cmark_node_next(first)) {
		if (md_is_comment_block(first))
			continue;
		if (!md_is(first, CMARK_NODE_PARAGRAPH))
			return 0;
		lines = md_lines(reading->scratch, reading->tree->source, first,
		    md_start(first));
		if (md_start(first) < md_end(first) ||
		    !md_is_blank(reading, &lines))
			break;
	}
	if (first == NULL)
		return 0;
	next = source_text(reading->scratch, reading->tree->source,
	    lines.first + 1);
	if (lines.count == 0 ||
	    !looks_like_title(reading, lines.at[0].text, *next == '\0') ||
	    !can_follow(next))
		return 0;
	for (node = first; node != NULL; node = cmark_node_next(node)) {
		heads = md_is_heading(reading, node);
		if (heads && is_subject(reading, node))
			return 0; /* a report has its title as a heading */
		keys = keys || is_key_line(reading, node) ||
		    (node != first && is_plain_key_line(reading, node)) ||
		    (heads && is_key(reading, node));
	}
	keys = keys ||
	    (*next == '\0' && leads_with_list(reading, lines.at[0].text));
	return keys ? lines.first : 0;
}

bool
md_is_part(struct md_reading *reading, const char *title)
{
	size_t number;

	return reading->reader->parts &&
	    place_part(reading->arena, title, &number) != NULL;
}

/* Whether the key that follows a heading, both a #, stood before it too: else they
 * are the sections of one document. */
static bool
has_key_again(struct md_reading *reading, cmark_node *heading)
{
	do {
		heading = cmark_node_next(heading);
	} while (
	    !md_is(heading, CMARK_NODE_HEADING) || !is_key(reading, heading));
	return dict_find(&reading->headings,
		   uni_fold(reading->scratch,
		       md_heading_text(reading, heading))) != NULL;
}

bool
md_begins_document(struct md_reading *reading, cmark_node *heading)
{
	int level;

	if (cmark_node_get_heading_level(heading) != 1 ||
	    is_titled(reading, cmark_node_parent(heading)))
		return false;
	if (reading->parted ||
	    md_is_part(reading, md_heading_text(reading, heading)))
		return true;
	if (is_key(reading, heading))
		return false;
	level = level_of_keys(reading, heading);
	return level > 1 ||
	    (level == 1 && reading->met && has_key_again(reading, heading));
}
