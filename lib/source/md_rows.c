/*
 * md_rows: the rows of pipe tables, to nodes.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/uni.h"

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

void
md_add_cell(struct md_reading *reading, struct node *row, const char *key,
    const char *typed, struct pos pos)
{
	struct node *cell =
	    node_text(reading->arena, md_text(reading->arena, typed), pos);

	cell->prose = typed;
	cell->key = key;
	node_append(row, cell);
}

/* One row of a table: a MAP by the header's cells. */
static struct node *
read_row(struct md_reading *reading, const struct md_lines *lines, size_t row,
    const struct md_cell *head, size_t columns)
{
	const char *line = lines->at[row].text;
	size_t count, at = 0, next, i;
	struct md_cell *cells = md_split_row(reading->arena, line, &count);
	struct pos pos = md_line_pos(reading->tree->source, lines, row);
	struct node *node;

	node = node_new(reading->arena, NODE_MAP, pos);
	node->table = reading->tables;
	node->bars = has_bars(line, count, columns);
	for (i = 0; i < columns || i < count; i++) {
		next = i < count ? cells[i].column - 1 : strlen(line);
		pos.col += uni_count(line + at, next - at);
		at = next;
		if (i < columns || *cells[i].text != '\0')
			md_add_cell(reading, node,
			    i < columns ? head[i].text : "",
			    i < count ? cells[i].text : "", pos);
	}
	return node;
}

/* Whether a block is rows that a blank line parted from their table. */
static bool
is_rows(struct md_reading *reading, const struct md_block *block)
{
	const struct source *source = reading->tree->source;
	const char *text;

	if (block == NULL || block->use != MD_BESIDE ||
	    block->type != CMARK_NODE_PARAGRAPH || block->first != block->start)
		return false;
	for (size_t line = block->first; line <= block->last; line++) {
		text = source_text(reading->scratch, source, line);
		if (text[strspn(text, " ")] != '|')
			return false;
	}
	return true;
}

void
md_read_table(struct md_reading *reading, struct node *into,
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
