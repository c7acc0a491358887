/*
 * md_paragraph: the tables, the items and the texts that a paragraph turns out
 * to be.
 */
#include <string.h>

#include "base/arena.h"
#include "source/line.h"
#include "source/md_reading.h"
#include "text/uni.h"

/*
 * Whether a line goes on with the sentence of the one before it, that was wrapped:
 * "we share our lessons", "learned: what worked" is neither a heading nor a pair.
 * One before it with a colon is a pair itself, unless it goes on too.
 */
static bool
goes_on(const struct md_lines *lines, size_t at)
{
	enum { FAR = 8 };
	const char *before, *line;

	for (size_t i = at; i > 0 && at - i < FAR; i--) {
		before = lines->at[i - 1].text;
		line = uni_skip_blanks(lines->at[i].text);
		if (!line_goes_on(before, line) ||
		    strchr(".:;!?", before[strlen(before) - 1]) != NULL)
			return false;
		if (strchr(before, ':') == NULL)
			return true;
	}
	return false;
}

/* The end of the pairs at the head of a section, or under a title, where some
 * lines may stand before the *first of them: a date and a place; from where
 * there are none.  Further down in a section of nobody two known keys tell them. */
static size_t
find_pairs(struct md_reading *reading, const struct md_lines *lines,
    size_t from, size_t to, size_t *first)
{
	enum { MOST = 8 };
	size_t end;

	*first = from;
	if (!md_is_head(reading))
		return md_names(reading, MD_PAIR, md_open(reading)->key)
		    ? from
		    : md_find_pairs_end(reading, lines, from, to, 2);
	end = md_find_pairs_end(reading, lines, from, to, 1);
	if (end > from || reading->open_count > 0 ||
	    reading->document->blocks != NULL)
		return end;
	while (++*first < to && *first - from < MOST) {
		if (goes_on(lines, *first))
			continue;
		end = md_find_pairs_end(reading, lines, *first, to, 1);
		if (end > *first)
			return end;
	}
	*first = from;
	return from;
}

/* Leaves who was there, told under a line, for the next paragraph that is nobody's
 * name, which is of what the line stands in: "Présents :", "- Ana", "Excusés : Bo". */
static void
leave_people(struct md_reading *reading, const char *line)
{
	const struct node *open = md_open(reading);

	if (open != NULL && open->line && open->last_block != NULL &&
	    md_is_of_people(open->key) && !line_is_person(line))
		md_end_section(reading);
}

/* Lines without a table or a heading: a text, pairs, a text, then items. */
static void
add_words(struct md_reading *reading, cmark_node *node,
    const struct md_lines *lines, size_t from, size_t to)
{
	size_t first, pairs, bullet;

	leave_people(reading, lines->at[from].text);
	pairs = find_pairs(reading, lines, from, to, &first);
	bullet = md_find_bullet(lines, pairs, to);
	if (first > from)
		md_add_block(reading, node, lines->first + from,
		    lines->first + first - 1, MD_BESIDE, MD_LINES);
	if (pairs > first)
		md_add_block(reading, node, lines->first + first,
		    lines->first + pairs - 1, MD_BESIDE, MD_PAIR_LINES);
	if (bullet > pairs)
		md_add_block(reading, node, lines->first + pairs,
		    lines->first + bullet - 1, MD_BESIDE, MD_LINES);
	if (bullet < to)
		md_add_block(reading, node, lines->first + bullet,
		    lines->first + to - 1, MD_ITEMS, MD_BULLETS);
}

/* The same with headings among them. */
static void
add_lines(struct md_reading *reading, cmark_node *node,
    const struct md_lines *lines, size_t from, size_t to)
{
	enum { MOST = 64 }; /* or each would be looked for in all lines */
	struct md_heading heading;
	size_t at, count = 0;

	for (at = from; at < to && count < MOST; at++) {
		if (goes_on(lines, at) ||
		    !md_read_heading(reading, lines, at, node, &heading))
			continue;
		add_words(reading, node, lines, from, at);
		md_add_section(reading,
		    md_line_pos(reading->tree->source, lines, at), &heading);
		from = at + 1;
		count++;
	}
	add_words(reading, node, lines, from, to);
}

bool
md_is_blank(struct md_reading *reading, const struct md_lines *lines)
{
	const char *line = lines->count == 1
	    ? uni_line(reading->scratch, lines->at[0].text)
	    : "x";

	return *line == '\0' || strcmp(line, "&nbsp;") == 0 ||
	    line[strspn(line, "=")] == '\0';
}

void
md_add_paragraph(struct md_reading *reading, cmark_node *node, size_t last)
{
	struct md_lines lines =
	    md_lines(reading->scratch, reading->tree->source, node, last);
	struct md_table table;
	size_t at = md_is_blank(reading, &lines);

	if (lines.count > 0 && lines.first == reading->title_line) {
		md_add_title(reading, md_pos_of(reading, node),
		    md_line_text(reading, lines.at[0].text));
		at = 1;
	}
	while (md_find_table(reading->scratch, &lines, at, &table)) {
		add_lines(reading, node, &lines, at, table.head);
		if (md_are_sections(reading, &lines, &table))
			md_add_columns(reading, node, &lines, &table);
		else
			md_add_block(reading, node, lines.first + table.head,
			    lines.first + table.end - 1, MD_ITEMS, MD_TABLE);
		at = table.end;
	}
	if (at < lines.count)
		add_lines(reading, node, &lines, at, lines.count);
	arena_reset(reading->scratch);
}
