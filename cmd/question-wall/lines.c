/*
 * lines: questions typed as lines of text, "12 – Comment ... ?", one or
 * several to a paragraph.
 *
 * Where some line carries a number, a line without one goes on with the
 * question before it; where none does, a question ends with the line that
 * ends in its mark. What comes before the first question is a remark.
 */
#include <string.h>

#include "base/arena.h"
#include "text/uni.h"
#include "wall.h"

/* A paragraph: a block of Markdown, or some lines of a YAML text. */
struct paragraph {
	struct md_block *block; /* NULL: YAML's */
	const struct node *lines;
	bool numbered; /* some line carries a number */
	bool asks;     /* some line holds a question mark */
	bool apart;    /* a list or a table stands before it */
};

struct lines {
	struct wall *wall;
	struct arena *arena;
	bool themed; /* the section is a theme's */
	struct paragraph *paragraphs;
	size_t count;
	size_t number;      /* the last one read */
	struct node *items; /* what the lines turn out to be */
	struct node *item;  /* the one being read, or NULL */
};

static bool
has_number(struct lines *lines, const char *line)
{
	const char *rest;
	size_t number;

	if (!mark_read(lines->arena, md_text(lines->arena, line), lines->number,
		&number, &rest))
		return false;
	lines->number = number;
	return true;
}

static void
add_paragraph(struct lines *lines, struct md_block *block,
    const struct node *list, bool apart)
{
	struct paragraph *paragraph;
	const struct node *line;

	lines->paragraphs = arena_grow(lines->arena, lines->paragraphs,
	    lines->count, sizeof(*lines->paragraphs));
	paragraph = &lines->paragraphs[lines->count++];
	*paragraph = (struct paragraph){ block, list, .apart = apart };
	for (line = list->first; line != NULL; line = line->next) {
		if (has_number(lines, line->text))
			paragraph->numbered = true;
		if (strchr(line->text, '?') != NULL)
			paragraph->asks = true;
	}
}

/* Small letters of French and English. */
static bool
goes_on(const char *line)
{
	int32_t c = uni_next(&line);

	return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff) || c == 0x153;
}

/* Whether a paragraph goes on with the question before it. */
static bool
continues(const struct paragraph *paragraph)
{
	return !paragraph->apart && goes_on(paragraph->lines->first->text);
}

static bool
ends_question(const char *line)
{
	const char *mark = strrchr(line, '?');

	return mark != NULL &&
	    strpbrk(mark, "abcdefghijklmnopqrstuvwxyz") == NULL;
}

static void
begin_item(struct lines *lines, const struct node *line)
{
	lines->item = node_text(lines->arena, line->text, line->pos);
	node_append(lines->items, lines->item);
}

/* A line that may go on with the question before it. */
static void
add_line(struct lines *lines, const struct node *line, bool begins)
{
	if (begins || lines->item == NULL)
		begin_item(lines, line);
	else
		lines->item->text = arena_format(lines->arena, "%s %s",
		    lines->item->text, line->text);
}

static void
add_remark(struct lines *lines, const struct node *line)
{
	const char **slot = bind_append(lines->wall->method->bind,
	    &lines->wall->remarks, sizeof(*slot));

	*slot = md_text(lines->arena, line->text);
}

static void
read_numbered(struct lines *lines, const struct paragraph *paragraph)
{
	const struct node *line;
	bool begun = lines->item != NULL && continues(paragraph);

	for (line = paragraph->lines->first; line != NULL; line = line->next) {
		if (has_number(lines, line->text))
			add_line(lines, line, true);
		else if (begun)
			add_line(lines, line, false);
		else if (lines->item == NULL)
			add_remark(lines, line);
		else
			add_line(lines, line, true);
		begun = begun || lines->item != NULL;
	}
}

static void
read_unnumbered(struct lines *lines, const struct paragraph *paragraph)
{
	const struct node *line;
	bool ended = true;

	for (line = paragraph->lines->first; line != NULL; line = line->next) {
		add_line(lines, line, ended && !goes_on(line->text));
		ended = ends_question(line->text);
	}
}

static void
take(const struct paragraph *paragraph, bool taken)
{
	if (paragraph->block != NULL)
		md_take(paragraph->block, taken);
}

/* Whether a paragraph is no question, and stays beside them. */
static bool
is_beside(const struct lines *lines, const struct paragraph *paragraph,
    bool numbered, bool asks)
{
	if (paragraph->block == NULL)
		return false;
	if (numbered)
		return !paragraph->numbered &&
		    (lines->item == NULL ||
			(!paragraph->asks && !continues(paragraph)));
	return asks && !paragraph->asks && lines->item == NULL;
}

/*
 * alone: no list or table stands among them, beside which only numbers tell
 * questions.  asks: what asks nothing, before the first that does, is none.
 */
static void
read_paragraphs(struct lines *lines, bool alone, bool asks)
{
	const struct paragraph *paragraph;
	bool numbered = false;
	size_t i;

	for (i = 0; i < lines->count; i++) {
		numbered = numbered || lines->paragraphs[i].numbered;
		asks = asks || lines->paragraphs[i].asks;
	}
	if (!alone && !numbered)
		return;
	lines->number = 0;
	for (i = 0; i < lines->count; i++) {
		paragraph = &lines->paragraphs[i];
		take(paragraph, !is_beside(lines, paragraph, numbered, asks));
		if (is_beside(lines, paragraph, numbered, asks))
			continue;
		if (numbered)
			read_numbered(lines, paragraph);
		else
			read_unnumbered(lines, paragraph);
	}
}

static void
read_blocks(struct lines *lines, const struct node *section)
{
	struct md_block *block = section->blocks;
	bool alone = true, apart = false;
	struct node *list;

	for (; block != NULL; block = (struct md_block *)md_next(block)) {
		if (md_use(block) == MD_ITEMS) {
			alone = false;
			apart = true;
		}
		if (md_use(block) != MD_TEXT && md_use(block) != MD_BESIDE)
			continue;
		list = md_block_lines(lines->arena, block);
		if (list != NULL)
			add_paragraph(lines, block, list, apart);
		else
			md_take(block, false);
		apart = false;
	}
	/* under a theme, or above themes, a text may be a remark */
	read_paragraphs(lines, alone, section->first != NULL || lines->themed);
}

/* The lines of a YAML text; a blank one parts paragraphs. */
static void
read_prose(struct lines *lines, const struct node *node)
{
	const char *at = *node->prose ? node->prose : node->text, *line;
	struct node *list = NULL;
	size_t n;

	for (; *at != '\0'; at += n + (at[n] == '\n')) {
		n = strcspn(at, "\n");
		line = uni_line(lines->arena, arena_copy(lines->arena, at, n));
		if (*line != '\0' && list == NULL)
			list = node_new(lines->arena, NODE_LIST, node->pos);
		if (*line != '\0')
			node_append(list,
			    node_text(lines->arena, line, node->pos));
		if (list != NULL && (*line == '\0' || at[n] == '\0')) {
			add_paragraph(lines, NULL, list, false);
			list = NULL;
		}
	}
	if (list != NULL)
		add_paragraph(lines, NULL, list, false);
	read_paragraphs(lines, true, false);
}

void
lines_read(struct wall *wall, struct node *section, bool themed)
{
	struct lines lines = { .wall = wall,
		.themed = themed,
		.arena = wall->method->arena };
	struct node *child;

	lines.items = node_new(lines.arena, NODE_LIST, section->pos);
	if (section->level > 0 || section->blocks != NULL)
		read_blocks(&lines, section);
	else if (section->kind == NODE_TEXT)
		read_prose(&lines, section);
	if (lines.items->count == 0)
		return;
	while ((child = node_take(section)) != NULL)
		node_append(lines.items, child);
	section->kind = NODE_LIST;
	section->text = "";
	section->first = lines.items->first;
	section->last = lines.items->last;
	section->count = lines.items->count;
}
