/*
 * md_section: documents and their sections, and the blocks that stand in them.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/place.h"
#include "text/uni.h"

static bool
has_items(const struct node *section)
{
	for (const struct md_block *block = section->blocks; block != NULL;
	     block = block->next)
		if (block->use == MD_ITEMS)
			return true;
	return false;
}

/* The names of those who were there, a line each or many on one. */
static void
add_names(struct md_reading *reading, struct md_pieces *names,
    const struct md_block *block)
{
	const struct node *lines = md_block_lines(reading->arena, block);
	const char *before = NULL, *text;

	NODE_EACH(const struct node, line, lines) {
		text = md_line_text(reading, line->text);
		md_add_names(reading, names, before, text);
		before = text;
	}
}

static void
add_text(struct md_reading *reading, struct md_pieces *pieces,
    const struct node *section, const struct md_block *block)
{
	const char *text = md_part_text(reading->arena, block);

	if (block->type == CMARK_NODE_PARAGRAPH &&
	    md_is_of_people(section->key))
		add_names(reading, pieces, block);
	else if (text != NULL)
		md_add_piece(pieces, text);
	else
		md_add_words(reading, pieces, md_node(block));
}

/* Whether a list of the tool's, or what is none of its keys, is told in quotes,
 * one below the other. */
static bool
holds_quotes(const struct md_reading *reading, const struct node *section)
{
	size_t count = 0;

	for (const struct md_block *block = section->blocks; block != NULL;
	     block = block->next)
		count += block->type == CMARK_NODE_BLOCK_QUOTE;
	return count > 1 && !has_items(section) &&
	    (md_names(reading, MD_LIST, section->key) ||
		!md_names(reading, MD_SECTION, section->key));
}

/* Whether lists stand between the lines of a day, which begin with times; each
 * is of the line above it. */
static bool
holds_times(struct md_reading *reading, const struct node *section)
{
	const struct md_block *block;
	bool timed = false, list = false;

	for (block = section->blocks; block != NULL; block = block->next)
		list = list || block->type == CMARK_NODE_LIST;
	for (block = section->blocks; list && block != NULL;
	     block = block->next) {
		if (md_are_timed(reading, block))
			timed = true;
		else if (!timed || block->type != CMARK_NODE_LIST)
			return false;
	}
	return timed && list;
}

static void
add_quote(struct md_reading *reading, struct node *section,
    struct md_block *block)
{
	struct md_pieces text = { BUF_INIT, 0 };
	struct node *item =
	    node_new(reading->arena, NODE_TEXT, md_place(block));

	add_text(reading, &text, section, block);
	md_fill_item(reading->arena, item,
	    md_join_pieces(reading->arena, &text));
	node_append(section, item);
	block->use = MD_ITEMS;
}

/* Makes the value of a section whose blocks are all known. */
static void
finish_section(struct md_reading *reading, struct node *section)
{
	struct node children = node_emptied(section), *child;
	struct md_pieces text = { BUF_INIT, 0 };
	bool quotes = holds_quotes(reading, section);
	bool times = holds_times(reading, section);
	bool items = quotes || has_items(section);
	struct arena *scratch = reading->scratch;

	/* the lines of a paragraph with headings in it stand in the other one */
	reading->scratch = arena_new();
	for (struct md_block *block = section->blocks; block != NULL;
	     block = block->next) {
		struct md_lines lines;
		struct node *last;
		struct md_table table;

		if (block->use == MD_ITEMS && block->type == CMARK_NODE_LIST) {
			last = section->last;
			md_read_list(reading,
			    times && last != NULL ? last : section,
			    md_node(block));
			if (!times)
				md_find_plain_pairs(reading,
				    last != NULL ? last->next : section->first,
				    term_find_subject(section->key) == T_NONE);
		} else if (block->piece == MD_BULLETS ||
		    (times && block->use == MD_BESIDE)) {
			block->use = MD_ITEMS;
			md_read_bullets(reading, section, block);
		} else if (block->use == MD_ITEMS) {
			lines = md_lines(reading->scratch,
			    reading->tree->source, md_node(block), block->last);
			if (md_find_table(reading->scratch, &lines,
				block->first - lines.first, &table))
				md_read_table(reading, section, &lines, &table,
				    block->next);
			arena_reset(reading->scratch);
		} else if (quotes && block->type == CMARK_NODE_BLOCK_QUOTE) {
			add_quote(reading, section, block);
		} else if (block->use == MD_BESIDE && !items) {
			block->use = MD_PAIRS;
			if (md_read_pairs(reading, section, block))
				continue;
			block->use = MD_TEXT;
			add_text(reading, &text, section, block);
		}
	}
	section->text = md_join_pieces(reading->arena, &text);
	while ((child = node_take(&children)) != NULL)
		node_append(section, child);
	section->kind = section->first == NULL ? NODE_TEXT
	    : node_is_map(section)             ? NODE_MAP
					       : NODE_LIST;
	if (items && section->first == NULL)
		section->kind = NODE_LIST;
	arena_free(reading->scratch);
	reading->scratch = scratch;
}

struct node *
md_open(const struct md_reading *reading)
{
	return reading->open_count > 0 ? reading->open[reading->open_count - 1]
				       : NULL;
}

/* The same, or the document. */
static struct node *
open_node(const struct md_reading *reading)
{
	struct node *open = md_open(reading);

	return open != NULL ? open : reading->document;
}

void
md_end_section(struct md_reading *reading)
{
	finish_section(reading, reading->open[--reading->open_count]);
}

static void
close_sections(struct md_reading *reading, int level)
{
	while (reading->open_count > 0 && md_open(reading)->level >= level)
		md_end_section(reading);
}

/* What stands between the title and the first section is all read. */
static void
finish_head(struct md_reading *reading, struct node *document)
{
	struct node *items;

	md_read_metadata(reading, document);
	if (!has_items(document))
		return;
	items = node_new(reading->arena, NODE_LIST, document->pos);
	items->blocks = document->blocks;
	finish_section(reading, items);
	node_append(document, items);
}

void
md_finish_document(struct md_reading *reading)
{
	struct node *document = reading->document, sections, *child;

	close_sections(reading, 0);
	sections = node_emptied(document);
	if (sections.first != NULL &&
	    strcmp(sections.first->key, "title") == 0 &&
	    sections.first->level == 0)
		node_append(document, node_take(&sections));
	finish_head(reading, document);
	while ((child = node_take(&sections)) != NULL)
		node_append(document, child);
}

void
md_begin_document(struct md_reading *reading, struct pos pos)
{
	if (reading->document != NULL)
		md_finish_document(reading);
	reading->met = false;
	reading->document = node_new(reading->arena, NODE_MAP, pos);
	node_append(reading->documents, reading->document);
}

/* A mark that keeps a list apart from one before it in its section. */
static char
list_marker(struct md_reading *reading, const struct md_block *before,
    cmark_node *list)
{
	char marker = md_marker(reading->tree->source, list);

	return before == NULL || before->marker != marker
	    ? marker
	    : md_choose_marker(list, marker);
}

bool
md_is_head(const struct md_reading *reading)
{
	return reading->open_count == 0 || md_open(reading)->blocks == NULL;
}

void
md_add_block(struct md_reading *reading, cmark_node *node, size_t first,
    size_t last, enum md_use use, enum md_piece piece)
{
	struct md_block *block = arena_alloc(reading->arena, sizeof(*block));
	struct node *section = open_node(reading);
	struct md_block *before = section->last_block;
	struct md_block **end = &section->blocks;

	/* the last one, kept in last_block while the section is open */
	if (section->last_block != NULL)
		end = &section->last_block->next;
	*end = section->last_block = block;
	block->tree = reading->tree;
	block->node = reading->node;
	block->type = cmark_node_get_type(node);
	block->start = md_start(node);
	block->first = first;
	block->last = last;
	block->use = use;
	block->piece = piece;
	block->goes_on = first != block->start && piece != MD_TABLE &&
	    (before == NULL || before->node != block->node ||
		before->piece != MD_TABLE);
	if (block->type == CMARK_NODE_LIST)
		block->marker = list_marker(reading, before, node);
	md_keep(reading->arena, block);
}

/* Whether a text names a section that is open: it stands in its heading. */
static bool
is_inside(const struct md_reading *reading, const char *name)
{
	const char *at;

	for (int i = 0; i < reading->open_count; i++) {
		at = strstr(reading->open[i]->whole, name);
		if (at != NULL &&
		    (at == reading->open[i]->whole || at[-1] == ' '))
			return true;
	}
	return place_is(name);
}

/* The length of a heading's text without what a report put behind it. */
static size_t
own_length(const struct md_reading *reading, const char *text)
{
	size_t length = term_base_length(text);
	const char *within = term_within(text);

	if (text[length] == '\0' && within != NULL &&
	    is_inside(reading, within + strlen(TERM_WITHIN)))
		length = (size_t)(within - text);
	return length;
}

/*
 * A heading's own text: without the " (2)" of a report, or the name of what it
 * stands in, where the same heading stands before it.
 */
static const char *
own_heading(struct md_reading *reading, const char *text)
{
	size_t length = own_length(reading, text);
	const char *base =
	    md_text(reading->arena, arena_copy(reading->arena, text, length));
	const char *folded = uni_fold(reading->arena, base);

	if (dict_find(&reading->headings, folded) == NULL)
		base = text;
	dict_enter(&reading->headings, uni_fold(reading->arena, base));
	return base;
}

struct node *
md_add_section(struct md_reading *reading, struct pos pos,
    const struct md_heading *heading)
{
	struct node *section = node_new(reading->arena, NODE_TEXT, pos);

	close_sections(reading, heading->level);
	section->level = heading->level;
	section->line = !heading->marked;
	section->whole = own_heading(reading, heading->text);
	section->key = term_within(heading->text) == NULL
	    ? heading->key
	    : md_heading_key(reading, section->whole);
	reading->met = reading->met || md_names(reading, MD_KEY, heading->key);
	node_append(open_node(reading), section);
	reading->open[reading->open_count++] = section;
	return section;
}

void
md_leave_section(struct md_reading *reading)
{
	reading->open_count--;
}

/* Whether nothing but thematic breaks stands in a document as yet. */
static bool
says_nothing(const struct node *document)
{
	const struct md_block *block = document->blocks;

	while (block != NULL && block->use == MD_BREAK)
		block = block->next;
	return block == NULL;
}

void
md_add_title(struct md_reading *reading, struct pos pos, const char *text)
{
	struct node *title = node_text(reading->arena, text, pos);

	if (reading->document->first != NULL ||
	    !says_nothing(reading->document))
		md_begin_document(reading, pos);
	title->key = "title";
	reading->parted = reading->parted || md_is_part(reading, text);
	node_append(reading->document, title);
}
