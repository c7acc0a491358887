/*
 * md_read: Markdown to nodes.  cmark finds the blocks; headings make the
 * sections, lists and pipe tables the items (atelier(5), From Markdown).
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/dict.h"
#include "source/md_inner.h"
#include "text/note.h"
#include "text/term.h"
#include "text/uni.h"

enum { MAX_LEVEL = 6 };

struct reading {
	struct md_reader *reader;
	struct arena *arena;
	struct arena *scratch; /* for the lines of one block */
	struct md_tree *tree;
	size_t node;   /* which one of the tree's is being read */
	size_t tables; /* found so far */

	struct dict headings; /* those met, folded */

	struct node *documents;
	struct node *document;        /* the one being read */
	struct node *open[MAX_LEVEL]; /* the sections that enclose a block */
	int open_count;
};

/* The containers that may be open before a line, as far as lines tell. */
struct nesting {
	size_t columns[MD_MAX_DEPTH + 1]; /* where the text of each item is */
	size_t items;
	bool after_blank;
};

/* The length of the mark of an item at the start of a text; 0: none. */
static size_t
marker_length(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits > 9)
		return 0;
	if (digits > 0 ? text[digits] != '.' && text[digits] != ')'
		       : *text == '\0' || strchr("-+*", *text) == NULL)
		return 0;
	return strchr(" \t\n", text[digits + 1]) ? digits + 1 : 0;
}

/* Whether the rest of a line is a rule, or bullets without a text. */
static bool
is_rule(const char *line)
{
	const char blanks_and_mark[] = { ' ', '\t', *line, '\0' };
	const char *end = line + strspn(line, blanks_and_mark);

	return *line != '+' && (*end == '\n' || *end == '\0');
}

/* Takes in a line; false if it opens too many containers within others. */
static bool
nest(struct nesting *nesting, const char *line)
{
	size_t column = 0, quotes = 0, marker;
	bool marked = false;

	for (;; line++) {
		for (; strchr(" \t>", *line) && *line != '\0'; line++) {
			column += *line == '\t' ? 4 - column % 4 : 1;
			quotes += *line == '>';
		}
		marker = marker_length(line);
		if (!marked && (marker > 0 || nesting->after_blank))
			while (nesting->items > 0 &&
			    nesting->columns[nesting->items - 1] > column)
				nesting->items--;
		if (quotes + nesting->items >= MD_MAX_DEPTH + (marker == 0))
			return false;
		if (marker == 0 || is_rule(line))
			break;
		marked = true;
		column += marker + 1;
		line += marker;
		nesting->columns[nesting->items++] = column;
		if (*line == '\n' || *line == '\0')
			break;
	}
	nesting->after_blank = !marked && (*line == '\n' || *line == '\0');
	return true;
}

/* What is nested too deep for cmark's time and our recursion; NULL: nothing. */
static cmark_node *
too_deep(cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_node *node = NULL;
	cmark_event_type event;
	size_t depth = 0;

	while (depth <= MD_MAX_DEPTH + 1 &&
	    (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_DOCUMENT:
		case CMARK_NODE_BLOCK_QUOTE:
		case CMARK_NODE_ITEM:
			if (event == CMARK_EVENT_ENTER)
				depth++;
			else
				depth--;
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
	return depth > MD_MAX_DEPTH + 1 ? node : NULL;
}

cmark_node *
md_parse(const char *bytes, size_t length, size_t first_line, size_t *deep_line)
{
	struct nesting nesting = { .after_blank = true };
	const char *line = bytes;
	cmark_parser *parser;
	cmark_node *document, *deep;
	size_t i;

	for (*deep_line = first_line; line != NULL; ++*deep_line) {
		if (!nest(&nesting, line))
			return NULL;
		line = memchr(line, '\n', length - (size_t)(line - bytes));
		if (line != NULL)
			line++;
	}
	parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	for (i = 1; i < first_line; i++)
		cmark_parser_feed(parser, "\n", 1);
	cmark_parser_feed(parser, bytes, length);
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	deep = too_deep(document);
	if (deep == NULL)
		return document;
	*deep_line = (size_t)cmark_node_get_start_line(deep);
	cmark_node_free(document);
	return NULL;
}

static struct pos
pos_of(const struct reading *reading, cmark_node *node)
{
	const struct source *source = reading->tree->source;
	size_t line = (size_t)cmark_node_get_start_line(node);
	size_t column = (size_t)cmark_node_get_start_column(node);

	if (line == 0 || line > source->line_count)
		return (struct pos){ source->name, line, 1 };
	return source_pos(source,
	    source->lines[line - 1] + (column ? column - 1 : 0));
}

/* What may stand between a strong key and its text. */
static const char *
skip_separator(const char *text)
{
	static const char *const dashes[] = { "— ", "– ", "- " };
	const char *start = text, *next;
	size_t i;

	while (next = text, uni_is_blank(uni_next(&next)))
		text = next;
	if (*text == ':')
		text++;
	for (i = 0; i < 3 && *start != '\0'; i++)
		if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
			return text + strlen(dashes[i]);
	while (next = text, uni_is_blank(uni_next(&next)))
		text = next;
	return text;
}

/* A key without its ending colon; true if it had one. */
static bool
trim_colon(struct arena *arena, const char **key)
{
	size_t n = strlen(*key);
	bool colon = n > 0 && (*key)[n - 1] == ':';

	if (colon)
		*key = uni_line(arena, arena_copy(arena, *key, n - 1));
	return colon;
}

/*
 * Splits a text at its strong start; false if it has none, or if nothing but
 * a list could follow and no colon says that one does.
 */
static bool
split_strong(struct arena *arena, const char *text, bool alone,
    const char **key, const char **rest)
{
	cmark_node *document, *strong;
	const char *start, *behind;
	bool split = false;
	char *heading;

	if (strncmp(text, "**", 2) != 0)
		return false;
	heading = arena_format(arena, "# %s #", text);
	document =
	    cmark_parse_document(heading, strlen(heading), CMARK_OPT_DEFAULT);
	strong = cmark_node_first_child(cmark_node_first_child(document));
	if (cmark_node_get_type(strong) == CMARK_NODE_STRONG) {
		start = md_plain(arena,
		    md_inlines(arena, cmark_node_first_child(strong), NULL));
		behind = md_inlines(arena, cmark_node_next(strong), NULL);
		split = trim_colon(arena, &start) || *behind != '\0' || !alone;
		split = split && *start != '\0';
	}
	if (split) {
		*key = start;
		*rest = md_text(arena, skip_separator(behind));
	}
	if (!split)
		*key = ""; /* a text that is strong as a whole */
	cmark_node_free(document);
	return split;
}

static void
read_box(struct arena *arena, struct node *node, const char **text)
{
	if (strncmp(*text, "\\[ ] ", 5) == 0)
		node->box = BOX_OPEN;
	else if (strncasecmp(*text, "\\[x] ", 5) == 0)
		node->box = BOX_DONE;
	if (node->box != BOX_NONE)
		*text = md_text(arena, *text + 5);
}

static void read_list(struct reading *reading, struct node *into,
    cmark_node *list);

/* Texts in normal form that will be one. */
struct pieces {
	struct buf bytes;
	size_t count;
};

static void
add_piece(struct pieces *pieces, const char *text)
{
	if (*text == '\0')
		return;
	if (pieces->count++ > 0)
		buf_char(&pieces->bytes, ' ');
	buf_string(&pieces->bytes, text);
}

/* What stood at an end may mean something else in the middle. */
static const char *
join_pieces(struct arena *arena, struct pieces *pieces)
{
	const char *text = pieces->count > 1
	    ? md_text(arena, pieces->bytes.at)
	    : arena_string(arena, pieces->bytes.at);

	buf_free(&pieces->bytes);
	*pieces = (struct pieces){ BUF_INIT, 0 };
	return text;
}

static bool
is_comment(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK &&
	    md_is_comment(cmark_node_get_literal(node));
}

/* The words of a block that is more than a text: a list, a quote, code. */
static void
add_words(struct reading *reading, struct pieces *pieces, cmark_node *block)
{
	cmark_iter *iter = cmark_iter_new(block);
	cmark_event_type event;
	cmark_node *node;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		if (event != CMARK_EVENT_ENTER || is_comment(node))
			continue;
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_PARAGRAPH:
		case CMARK_NODE_HEADING:
			add_piece(pieces,
			    md_inlines(reading->arena,
				cmark_node_first_child(node), NULL));
			break;
		case CMARK_NODE_CODE_BLOCK:
		case CMARK_NODE_HTML_BLOCK:
			add_piece(pieces,
			    md_words(reading->arena,
				cmark_node_get_literal(node)));
			break;
		default:
			break;
		}
	}
	cmark_iter_free(iter);
}

static struct node *
read_item(struct reading *reading, cmark_node *item)
{
	struct node *node =
	    node_new(reading->arena, NODE_TEXT, pos_of(reading, item));
	struct pieces pieces = { BUF_INIT, 0 };
	const char *text, *rest;
	cmark_node *block;

	for (block = cmark_node_first_child(item); block != NULL;
	     block = cmark_node_next(block)) {
		if (cmark_node_get_type(block) == CMARK_NODE_LIST)
			read_list(reading, node, block);
		else
			add_words(reading, &pieces, block);
	}
	text = join_pieces(reading->arena, &pieces);
	block = cmark_node_first_child(item);
	if (block != NULL)
		node->pos = node->key_pos = pos_of(reading, block);
	read_box(reading->arena, node, &text);
	node->text = text;
	if (split_strong(reading->arena, text, node->first == NULL, &node->key,
		&rest)) {
		node->whole = text;
		node->text = rest;
	}
	if (node->first != NULL)
		node->kind = NODE_LIST;
	if (node_is_map(node))
		node->kind = NODE_MAP;
	return node;
}

/*
 * The number that an ordered list's source shows before an item; none where
 * all show the same.
 */
static void
read_numbers(struct reading *reading, cmark_node *list, struct node *first)
{
	const struct source *source = reading->tree->source;
	cmark_node *item = cmark_node_first_child(list);
	size_t before = 0, length, number, i;
	bool rises = true;
	struct node *node;
	const char *line;

	for (node = first; node != NULL && item != NULL; node = node->next) {
		line = source_line(source,
		    (size_t)cmark_node_get_start_line(item), &length);
		i = (size_t)cmark_node_get_start_column(item) - 1;
		for (number = 0; i < length && line[i] >= '0' && line[i] <= '9';
		     i++)
			number = number * 10 + (size_t)(line[i] - '0');
		node->number = number;
		rises = rises && number > before;
		before = number;
		item = cmark_node_next(item);
	}
	for (node = first; node != NULL && !rises; node = node->next)
		node->number = 0;
}

static void
read_list(struct reading *reading, struct node *into, cmark_node *list)
{
	struct node *last = into->last;
	cmark_node *item;

	for (item = cmark_node_first_child(list); item != NULL;
	     item = cmark_node_next(item))
		node_append(into, read_item(reading, item));
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		read_numbers(reading, list,
		    last == NULL ? into->first : last->next);
}

/*
 * Whether bars drawn as marks may have broken a row into cells: cells beyond
 * the header's, or two bars that touch in a row whose cells are spaced.
 */
static bool
has_bars(const char *line, size_t count, size_t columns)
{
	const char *at = line;
	bool touching = false, spaced = false;

	for (; *at != '\0'; at++) {
		if (*at == '\\' && at[1] != '\0') {
			at++;
			continue;
		}
		touching = touching || (at[0] == '|' && at[1] == '|');
		spaced = spaced || (at[0] == '|' && at[1] == ' ');
	}
	return count > columns || (touching && spaced);
}

/* One row of a table: a MAP by the header's cells. */
static struct node *
read_row(struct reading *reading, const struct md_lines *lines, size_t row,
    const struct md_cell *head, size_t columns)
{
	const struct source *source = reading->tree->source;
	const struct md_line *line = &lines->at[row];
	size_t start = source->lines[lines->first + row - 1] + line->column - 1;
	size_t count, at = 0, next, end = strlen(line->text), i;
	struct md_cell *cells =
	    md_split_row(reading->arena, line->text, &count);
	struct pos pos = source_pos(source, start);
	struct node *node, *cell;

	node = node_new(reading->arena, NODE_MAP, pos);
	node->table = reading->tables;
	node->bars = has_bars(line->text, count, columns);
	for (i = 0; i < columns || i < count; i++) {
		next = i < count ? cells[i].column - 1 : end;
		pos.col += uni_count(source->bytes + start + at, next - at);
		at = next;
		cell = node_text(reading->arena,
		    i < count ? md_text(reading->arena, cells[i].text) : "",
		    pos);
		cell->prose = i < count ? cells[i].text : "";
		if (i < columns)
			cell->key = head[i].text;
		else if (*cell->text == '\0')
			continue;
		cell->key_pos = pos;
		node_append(node, cell);
	}
	return node;
}

/* Whether a block is rows that a blank line parted from their table. */
static bool
is_rows(struct reading *reading, const struct md_block *block)
{
	const struct source *source = reading->tree->source;
	const char *text;
	size_t line, length;

	if (block == NULL || block->use != MD_BESIDE ||
	    block->type != CMARK_NODE_PARAGRAPH || block->first != block->start)
		return false;
	for (line = block->first; line <= block->last; line++) {
		text = source_line(source, line, &length);
		text = arena_copy(reading->scratch, text, length);
		if (text[strspn(text, " ")] != '|')
			return false;
	}
	return true;
}

static void
read_table(struct reading *reading, struct node *into,
    const struct md_lines *lines, const struct md_table *table,
    struct md_block *more)
{
	struct arena *arena = reading->arena;
	struct md_line line = lines->at[table->head];
	struct md_lines empty = { &line, lines->first + table->head, 1 };
	size_t count, before = into->count, i;
	struct md_lines behind;
	struct md_cell *head;

	head = md_split_row(arena, line.text, &count);
	for (i = 0; i < count; i++)
		head[i].text = md_plain(arena, md_text(arena, head[i].text));
	reading->tables++;
	for (i = table->head + 2; i < table->end; i++)
		node_append(into,
		    read_row(reading, lines, i, head, table->columns));
	for (; is_rows(reading, more); more = more->next) {
		behind = md_lines(reading->scratch, reading->tree->source,
		    md_node(more), more->last);
		for (i = more->first - behind.first; i < behind.count; i++)
			node_append(into,
			    read_row(reading, &behind, i, head,
				table->columns));
		more->use = MD_ITEMS;
	}
	if (into->count > before)
		return;
	/* a header alone still says what the table is about */
	line.text = "";
	node_append(into, read_row(reading, &empty, 0, head, table->columns));
}

static void
finish_pair(struct reading *reading, struct node *into, struct node *pair,
    struct pieces *text, struct pieces *whole)
{
	if (pair == NULL)
		return;
	pair->text = join_pieces(reading->arena, text);
	pair->whole = join_pieces(reading->arena, whole);
	node_append(into, pair);
}

/* Whether a paragraph starts with text that shows: it then has no pairs. */
static bool
starts_plain(cmark_node *first)
{
	const char *text =
	    first == NULL || cmark_node_get_type(first) != CMARK_NODE_TEXT
	    ? ""
	    : cmark_node_get_literal(first);

	return uni_graphic(text) > 0;
}

/* The pairs of a paragraph whose lines start with strong text. */
static bool
read_pairs(struct reading *reading, struct node *into, cmark_node *paragraph)
{
	cmark_node *from = cmark_node_first_child(paragraph), *to;
	struct pos pos = pos_of(reading, paragraph);
	struct pieces text = { BUF_INIT, 0 }, whole = { BUF_INIT, 0 };
	const char *line, *key, *rest;
	struct node *pair = NULL;

	if (starts_plain(from))
		return false;
	for (; from != NULL; from = to ? cmark_node_next(to) : NULL) {
		for (to = from; to != NULL; to = cmark_node_next(to))
			if (cmark_node_get_type(to) == CMARK_NODE_SOFTBREAK ||
			    cmark_node_get_type(to) == CMARK_NODE_LINEBREAK)
				break;
		line = md_inlines(reading->arena, from, to);
		rest = line;
		if (split_strong(reading->arena, line, true, &key, &rest)) {
			finish_pair(reading, into, pair, &text, &whole);
			pair = node_new(reading->arena, NODE_TEXT, pos);
			pair->key = key;
		} else if (pair == NULL) {
			return false;
		}
		add_piece(&text, rest);
		add_piece(&whole, line);
		pos.line++;
	}
	finish_pair(reading, into, pair, &text, &whole);
	return pair != NULL;
}

static bool
has_items(const struct node *section)
{
	const struct md_block *block;

	for (block = section->blocks; block != NULL; block = block->next)
		if (block->use == MD_ITEMS)
			return true;
	return false;
}

/* Makes the value of a section whose blocks are all known. */
static void
finish_section(struct reading *reading, struct node *section)
{
	struct node *children = section->first, *child, *next;
	struct pieces text = { BUF_INIT, 0 };
	bool items = has_items(section);
	struct md_block *block;

	section->first = section->last = NULL;
	section->count = 0;
	for (block = section->blocks; block != NULL; block = block->next) {
		struct md_lines lines;
		struct md_table table;

		if (block->use == MD_ITEMS && block->type == CMARK_NODE_LIST) {
			read_list(reading, section, md_node(block));
		} else if (block->use == MD_ITEMS) {
			lines = md_lines(reading->scratch,
			    reading->tree->source, md_node(block), block->last);
			if (md_find_table(reading->scratch, &lines,
				block->first - lines.first, &table))
				read_table(reading, section, &lines, &table,
				    block->next);
			arena_reset(reading->scratch);
		} else if (block->use == MD_BESIDE && !items) {
			block->use = MD_PAIRS;
			if (block->type == CMARK_NODE_PARAGRAPH &&
			    read_pairs(reading, section, md_node(block)))
				continue;
			block->use = MD_TEXT;
			add_words(reading, &text, md_node(block));
		}
	}
	section->text = join_pieces(reading->arena, &text);
	for (child = children; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		node_append(section, child);
	}
	section->kind = section->first == NULL ? NODE_TEXT
	    : node_is_map(section)             ? NODE_MAP
					       : NODE_LIST;
	if (items && section->first == NULL)
		section->kind = NODE_LIST;
}

static void
close_sections(struct reading *reading, int level)
{
	while (reading->open_count > 0 &&
	    reading->open[reading->open_count - 1]->level >= level)
		finish_section(reading, reading->open[--reading->open_count]);
}

static bool
is_pair_list(struct reading *reading, cmark_node *list, struct node *pairs)
{
	struct node *item;

	read_list(reading, pairs, list);
	for (item = pairs->first; item != NULL; item = item->next)
		if (*item->key == '\0')
			return false;
	return pairs->first != NULL;
}

/* The pairs of the first list, or strong lines, under a title. */
static void
read_metadata(struct reading *reading, struct node *document)
{
	struct node *pairs, *pair, *next;
	struct md_block *block;
	bool found;

	for (block = document->blocks; block != NULL; block = block->next) {
		pairs = node_new(reading->arena, NODE_MAP, document->pos);
		found = block->type == CMARK_NODE_LIST
		    ? is_pair_list(reading, md_node(block), pairs)
		    : block->use == MD_BESIDE &&
			block->type == CMARK_NODE_PARAGRAPH &&
			read_pairs(reading, pairs, md_node(block));
		if (!found)
			continue;
		block->use = MD_PAIRS;
		for (pair = pairs->first; pair != NULL; pair = next) {
			next = pair->next;
			pair->next = NULL;
			node_append(document, pair);
		}
		return;
	}
}

/* What stands between the title and the first section is all read. */
static void
finish_head(struct reading *reading, struct node *document)
{
	struct node *items;

	read_metadata(reading, document);
	if (!has_items(document))
		return;
	items = node_new(reading->arena, NODE_LIST, document->pos);
	items->blocks = document->blocks;
	finish_section(reading, items);
	node_append(document, items);
}

static void
finish_document(struct reading *reading)
{
	struct node *document = reading->document, *sections, *child, *next;

	close_sections(reading, 0);
	sections = document->first;
	document->first = document->last = NULL;
	document->count = 0;
	if (sections != NULL && strcmp(sections->key, "title") == 0 &&
	    sections->level == 0) {
		next = sections->next;
		sections->next = NULL;
		node_append(document, sections);
		sections = next;
	}
	finish_head(reading, document);
	for (child = sections; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		node_append(document, child);
	}
}

static void
begin_document(struct reading *reading, struct pos pos)
{
	if (reading->document != NULL)
		finish_document(reading);
	reading->document = node_new(reading->arena, NODE_MAP, pos);
	node_append(reading->documents, reading->document);
}

/* A mark that keeps a list apart from one before it in its section. */
static char
list_marker(struct reading *reading, const struct md_block *before,
    cmark_node *list)
{
	char marker = md_marker(reading->tree->source, list);

	if (before == NULL || before->marker != marker)
		return marker;
	if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST)
		return marker == '.' ? ')' : '.';
	return marker == '-' ? '*' : '-';
}

static void
add_block(struct reading *reading, cmark_node *node, size_t first, size_t last,
    enum md_use use)
{
	struct md_block *block = arena_alloc(reading->arena, sizeof(*block));
	struct node *section = reading->open_count > 0
	    ? reading->open[reading->open_count - 1]
	    : reading->document;
	struct md_block *before = section->last_block;
	struct md_block **end = &section->blocks;

	/* the last one, kept in last_block while the section is open */
	if (section->last_block != NULL)
		end = &section->last_block->next;
	*end = section->last_block = block;
	block->tree = reading->tree;
	block->node = reading->node;
	block->type = cmark_node_get_type(node);
	block->start = (size_t)cmark_node_get_start_line(node);
	block->first = first;
	block->last = last;
	block->use = use;
	if (block->type == CMARK_NODE_LIST)
		block->marker = list_marker(reading, before, node);
	block->anew = md_anew(reading->arena, block);
}

/* A paragraph, or the tables and texts that it turns out to be. */
static void
add_paragraph(struct reading *reading, cmark_node *node, size_t last)
{
	struct md_lines lines =
	    md_lines(reading->scratch, reading->tree->source, node, last);
	struct md_table table;
	size_t at = 0;

	while (md_find_table(reading->scratch, &lines, at, &table)) {
		if (table.head > at)
			add_block(reading, node, lines.first + at,
			    lines.first + table.head - 1, MD_BESIDE);
		add_block(reading, node, lines.first + table.head,
		    lines.first + table.end - 1, MD_ITEMS);
		at = table.end;
	}
	if (at < lines.count)
		add_block(reading, node, lines.first + at, last, MD_BESIDE);
	arena_reset(reading->scratch);
}

/*
 * A heading's own text: without the " (2)" of a report, where the same heading
 * stands before it.
 */
static const char *
own_heading(struct reading *reading, const char *text)
{
	size_t length = term_base_length(text);
	const char *base =
	    md_text(reading->arena, arena_copy(reading->arena, text, length));
	const char *folded = uni_fold(reading->arena, base);

	if (dict_find(&reading->headings, folded) == NULL)
		base = text;
	dict_enter(&reading->headings, uni_fold(reading->arena, base));
	return base;
}

static void
add_section(struct reading *reading, cmark_node *heading, const char *text)
{
	int level = cmark_node_get_heading_level(heading);
	struct node *section =
	    node_new(reading->arena, NODE_TEXT, pos_of(reading, heading));

	close_sections(reading, level);
	section->level = level;
	section->key = md_plain(reading->arena, text);
	section->whole = own_heading(reading, text);
	node_append(reading->open_count > 0
		? reading->open[reading->open_count - 1]
		: reading->document,
	    section);
	reading->open[reading->open_count++] = section;
}

static void
add_title(struct reading *reading, cmark_node *heading, const char *text)
{
	struct pos pos = pos_of(reading, heading);
	struct node *title = node_text(reading->arena, text, pos);

	if (reading->document->first != NULL || reading->document->blocks)
		begin_document(reading, pos);
	title->key = "title";
	own_heading(reading, text);
	node_append(reading->document, title);
}

static const char *
heading_text(struct reading *reading, cmark_node *heading)
{
	return md_inlines_passing(reading->arena,
	    cmark_node_first_child(heading), NULL);
}

static bool
is_key(struct reading *reading, cmark_node *heading)
{
	return reading->reader->is_key(reading->reader->context,
	    md_plain(reading->arena, heading_text(reading, heading)));
}

/* Whether keys follow a heading before the next one that could be a title. */
static bool
leads_keys(struct reading *reading, cmark_node *heading)
{
	while ((heading = cmark_node_next(heading)) != NULL) {
		if (cmark_node_get_type(heading) != CMARK_NODE_HEADING)
			continue;
		if (is_key(reading, heading))
			return true;
		if (cmark_node_get_heading_level(heading) == 1)
			return false;
	}
	return false;
}

/* Whether a node is a heading, with a text. */
static bool
is_heading(struct reading *reading, cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HEADING &&
	    *heading_text(reading, node) != '\0';
}

/* Where no # is a title: a first heading above all others that is no key. */
static cmark_node *
find_title(struct reading *reading, cmark_node *document)
{
	cmark_node *node, *first = NULL;
	int level = MAX_LEVEL + 1;

	for (node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node)) {
		if (!is_heading(reading, node))
			continue;
		if (first == NULL) {
			if (is_key(reading, node))
				return NULL;
			first = node;
			level = cmark_node_get_heading_level(node);
		} else if (cmark_node_get_heading_level(node) <= level) {
			return level == 1 ? first : NULL;
		}
	}
	return first;
}

/* A # heading that begins a document: the first, or one that keys follow. */
static bool
begins_document(struct reading *reading, cmark_node *heading)
{
	return cmark_node_get_heading_level(heading) == 1 &&
	    !is_key(reading, heading) && leads_keys(reading, heading);
}

static size_t
last_line_of(const struct source *source, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	size_t last = (size_t)cmark_node_get_end_line(node);

	if (next != NULL && last >= (size_t)cmark_node_get_start_line(next))
		last = (size_t)cmark_node_get_start_line(next) - 1;
	if (last > source->line_count)
		last = source->line_count;
	while (last > (size_t)cmark_node_get_start_line(node) &&
	    source_is_blank(source, last))
		last--;
	return last;
}

static void
read_block(struct reading *reading, cmark_node *node)
{
	size_t first = (size_t)cmark_node_get_start_line(node);
	size_t last = last_line_of(reading->tree->source, node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		add_paragraph(reading, node, last);
		break;
	case CMARK_NODE_LIST:
		add_block(reading, node, first, last, MD_ITEMS);
		break;
	case CMARK_NODE_THEMATIC_BREAK:
		add_block(reading, node, first, last, MD_BREAK);
		break;
	default:
		if (!is_comment(node))
			add_block(reading, node, first, last, MD_BESIDE);
	}
}

static void
read_blocks(struct reading *reading, cmark_node *document)
{
	cmark_node *node, *title = find_title(reading, document);

	begin_document(reading,
	    (struct pos){ reading->tree->source->name, 1, 1 });
	for (node = cmark_node_first_child(document); node != NULL;
	     node = cmark_node_next(node), reading->node++) {
		if (cmark_node_get_type(node) != CMARK_NODE_HEADING)
			read_block(reading, node);
		else if (!is_heading(reading, node))
			continue; /* a "##" that nobody wrote a text behind */
		else if (node == title || begins_document(reading, node))
			add_title(reading, node, heading_text(reading, node));
		else
			add_section(reading, node, heading_text(reading, node));
	}
	finish_document(reading);
}

/* Lists the children of a tree, which are as many each time. */
static void
list_nodes(struct md_tree *tree)
{
	cmark_node *first = cmark_node_first_child(tree->document), *node;
	size_t count = 0;

	for (node = first; node != NULL; node = cmark_node_next(node))
		count++;
	if (tree->nodes == NULL)
		tree->nodes = arena_array(tree->reader->arena, count,
		    sizeof(*tree->nodes));
	count = 0;
	for (node = first; node != NULL; node = cmark_node_next(node))
		tree->nodes[count++] = node;
}

/*
 * Parses a tree, and gives up the one that was held; false if its containers
 * are nested too deep on *deep_line.
 */
static bool
hold(struct md_tree *tree, size_t *deep_line)
{
	const struct source *source = tree->source;
	size_t line = tree->first_line;
	size_t start = line <= source->line_count ? source->lines[line - 1]
						  : source->length;

	md_free(tree->reader);
	tree->document = md_parse(source->bytes + start, source->length - start,
	    line, deep_line);
	if (tree->document == NULL)
		return false;
	tree->reader->held = tree;
	list_nodes(tree);
	return true;
}

cmark_node *
md_node(const struct md_block *block)
{
	struct md_tree *tree = block->tree;
	size_t deep_line;

	if (tree->document == NULL)
		hold(tree, &deep_line);
	return tree->nodes[block->node];
}

struct node *
md_read(struct md_reader *reader, const struct source *source,
    size_t first_line)
{
	struct reading reading = { .reader = reader, .arena = reader->arena };
	struct pos pos = { source->name, 0, 0 };
	struct md_tree *tree;

	if (source->length > MD_MAX_BYTES) {
		note_add(reader->faults, pos, M_MARKDOWN_TOO_LARGE);
		return NULL;
	}
	tree = arena_alloc(reader->arena, sizeof(*tree));
	tree->reader = reader;
	tree->source = source_clean(reader->arena, source);
	tree->first_line = first_line;
	if (!hold(tree, &pos.line)) {
		pos.col = 1;
		note_add(reader->faults, pos, M_TOO_DEEP);
		return NULL;
	}
	md_find_references(reader->arena, tree);
	reading.tree = tree;
	dict_init(&reading.headings, reader->arena);
	reading.documents = node_new(reader->arena, NODE_LIST,
	    (struct pos){ source->name, 1, 1 });
	reading.scratch = arena_new();
	read_blocks(&reading, tree->document);
	arena_free(reading.scratch);
	return reading.documents;
}

void
md_free(struct md_reader *reader)
{
	if (reader->held == NULL)
		return;
	cmark_node_free(reader->held->document);
	reader->held->document = NULL;
	reader->held = NULL;
}
