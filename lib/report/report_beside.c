/*
 * report_beside: what stood beside the items of a section that was taken.
 */
#include <string.h>

#include "report/report_inner.h"
#include "source/line.h"
#include "text/dress.h"

/* Whether the tool took items of a list or a table as its pairs. */
static bool
is_taken(const struct node *section, const struct md_block *block)
{
	NODE_EACH(const struct node, child, section)
		if (child->level == 0 && child->taken &&
		    md_holds(block, child->pos))
			return true;
	return false;
}

/* An item of a list of pairs that is none of them. */
static void
write_left(struct buf *out, const struct node *item, const char *marks)
{
	const char *text = node_line(item);

	if (*text != '\0') {
		buf_string(out, marks);
		md_write(out, text, MD_BLOCK);
		buf_char(out, '\n');
	}
	for (item = item->first; item != NULL; item = item->next)
		write_left(out, item, "  * ");
}

/* All of them. */
static void
write_lefts(struct report *report, struct buf *out, const struct node *section,
    const struct md_block *block)
{
	size_t start = out->length;

	NODE_EACH(const struct node, child, section)
		if (child->level == 0 && !child->taken &&
		    md_holds(block, child->pos))
			write_left(out, child, "* ");
	if (out->length == start)
		return;
	if (start > 0)
		buf_insert(out, start, "\n", 1);
	report->last = LAST_COPY;
	report->copied = start;
}

/*
 * What stood beside the pairs of a section that has pairs alone: the subject,
 * the rules.  Lists that touch are parted by their marks.
 */
static void
write_beside_pairs(struct report *report, struct buf *out,
    const struct node *section)
{
	unsigned uses =
	    1U << MD_BESIDE | 1U << MD_TEXT | 1U << MD_ITEMS | 1U << MD_PAIRS;

	MD_EACH(const struct md_block, block, section)
		if ((uses & 1U << md_use(block)) == 0)
			continue;
		else if ((md_use(block) == MD_ITEMS ||
			     md_use(block) == MD_PAIRS) &&
		    is_taken(section, block))
			write_lefts(report, out, section, block);
		else
			report_copy(report, out, block);
}

/*
 * Whether a line has a known key, in capitals, in strong letters or in front of
 * a colon, or names items of the tool: it was nothing there where it stood, and
 * could be a heading above a list; pairs: or a pair, where none stand.
 */
static bool
may_be_read(struct report *report, const char *line, bool pairs)
{
	const struct doc *doc = report->bind->doc;
	const char *text = md_plain(report->arena, line);
	size_t n = strcspn(text, ":");
	const char *key =
	    dress_off(report->arena, arena_copy(report->arena, text, n));
	bool group = doc->reader->is(doc, MD_GROUP, key);

	return (group && text[n] == '\0') ||
	    ((line_is_capitals(text) || strchr(line, '*') ||
		 (text[n] == ':' && (pairs || text[n + 1] == '\0'))) &&
		(group || doc->reader->is(doc, MD_PAIR, key)));
}

/* Whether a paragraph holds such a line. */
static bool
holds_key(struct report *report, const struct md_block *block, bool pairs)
{
	const struct node *lines = md_block_lines(report->arena, block);
	const struct node *line = lines != NULL ? lines->first : NULL;

	while (line != NULL && !may_be_read(report, line->text, pairs))
		line = line->next;
	return line != NULL;
}

/* Makes a quotation of all from a place on. */
static void
quote(struct buf *out, size_t at)
{
	at += strspn(out->at + at, "\n");
	for (; at < out->length; at += strcspn(out->at + at, "\n") + 1)
		if (out->at[at] != '\n')
			buf_insert(out, at, "> ", 2);
}

/* Copies what stood beside the items of a section: in front of the first of them,
 * behind it, or both. */
static void
write_beside(struct report *report, struct buf *out,
    const struct md_block *block, unsigned uses, enum report_side sides)
{
	enum report_side side = SIDE_FRONT;
	size_t start;

	for (; block != NULL; block = md_next(block)) {
		start = out->length;
		if (md_use(block) == MD_ITEMS)
			side = SIDE_BEHIND;
		if ((uses & 1U << md_use(block)) == 0 || (side & sides) == 0)
			continue;
		report_copy(report, out, block);
		if (holds_key(report, block, out != &report->out))
			quote(out, start);
	}
}

/* A line that stood beside them, as a paragraph. */
static void
write_remark(struct report *report, struct buf *out, const char *remark)
{
	size_t start = out->length;

	if (start > 0)
		buf_char(out, '\n');
	md_write(out, remark, MD_BLOCK);
	buf_char(out, '\n');
	if (may_be_read(report, remark, out != &report->out))
		quote(out, start);
	report->last = LAST_OTHER;
}

void
report_line_beside(struct report *report, const char *text)
{
	size_t start = report_text(report)->length;

	report_paragraph(report, text);
	if (may_be_read(report, text, true))
		quote(&report->out, start);
}

/* What of a section's blocks the tool did not take as its value. */
static unsigned
uses_beside(const struct bind_beside *beside)
{
	return beside->section->kind == NODE_TEXT
	    ? 1U << MD_BESIDE
	    : 1U << MD_BESIDE | 1U << MD_TEXT;
}

/* What stood beside the items of a term's sections, or of one section, on some
 * sides. */
static void
write_sides(struct report *report, struct buf *out, enum term term,
    const struct node *section, enum report_side sides)
{
	const struct bind_beside *beside = report->bind->beside.at;

	for (size_t i = 0; i < report->bind->beside.count; i++, beside++) {
		if (report->beside_written[i] ||
		    (term != T_NONE && beside->term != term) ||
		    (section != NULL && beside->section != section))
			continue;
		report->beside_written[i] = true;
		if (beside->remark != NULL)
			write_remark(report, out, beside->remark);
		else if (beside->term == report->bind->tool->subject ||
		    beside->term == T_RULES)
			write_beside_pairs(report, out, beside->section);
		else
			write_beside(report, out, beside->section->blocks,
			    uses_beside(beside), sides);
		report->behind[i] =
		    sides == SIDE_FRONT && beside->remark == NULL;
	}
}

void
report_beside(struct report *report, struct buf *out, enum term term,
    const struct node *section)
{
	write_sides(report, out, term, section,
	    term != T_NONE ? SIDE_FRONT : SIDE_BOTH);
}

void
report_behind(struct report *report, enum term term, const struct node *section)
{
	const struct bind_beside *beside = report->bind->beside.at;

	for (size_t i = 0; i < report->bind->beside.count; i++, beside++) {
		if (!report->behind[i] ||
		    (section == NULL ? beside->term != term
				     : beside->section != section) ||
		    beside->term == report->bind->tool->subject ||
		    beside->term == T_RULES)
			continue;
		report->behind[i] = false;
		write_beside(report, report_text(report),
		    beside->section->blocks, uses_beside(beside), SIDE_BEHIND);
	}
}

void
report_behind_first(struct report *report)
{
	report_behind(report, report->section, NULL);
}

void
report_section_beside(struct report *report, const struct node *section,
    enum report_side sides)
{
	if (sides == SIDE_BEHIND)
		report_behind(report, T_NONE, section);
	else
		write_sides(report, &report->out, T_NONE, section, sides);
}

bool
report_has_beside(struct report *report, const struct node *section)
{
	BIND_EACH(const struct bind_beside, beside, &report->bind->beside) {
		if (beside->section != section)
			continue;
		if (beside->remark != NULL)
			return true;
		MD_EACH(const struct md_block, block, section)
			if ((uses_beside(beside) >> md_use(block) & 1) != 0)
				return true;
	}
	return false;
}

bool
report_has_remark(const struct report *report, enum term term)
{
	BIND_EACH(const struct bind_beside, beside, &report->bind->beside)
		if (beside->term == term && beside->remark != NULL)
			return true;
	return false;
}
