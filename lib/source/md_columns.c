/*
 * md_columns: a board, which is a table whose cells are the names of sections:
 * a SWOT of two by two, a board of three columns, forces for and against.
 *
 * The names stand in its header, or in a row below one that says something of
 * all of them ("Helpful", "Harmful"); another such row may follow the items of
 * the first.  Where its first column heads the rows, what that says is part of
 * the names beside it, "Strengths (Internal, Helpful)", or else a column of
 * the items.  One column may hold nothing but names: those that its rows are of,
 * "Type | Factor | Impact".
 */
#include <string.h>

#include "base/arena.h"
#include "source/md_reading.h"
#include "text/uni.h"

struct board {
	struct md_reading *reading;
	cmark_node *node;
	const struct md_lines *lines;
	const struct md_table *table;
	struct md_cell *head;
	const char **keys; /* its header as the cells of items have it */
	bool named;        /* the names stand in its header */
	bool sided;        /* its first column heads the rows */
	bool rows;         /* the names stand in a column */
	size_t naming;     /* that one */
};

static const char *
plain_cell(struct md_reading *reading, const char *cell)
{
	return md_plain(reading->arena, md_text(reading->arena, cell));
}

/* Whether a heading holds two words of a board's header: "Start / Stop". */
static bool
names_board(const struct board *board, const char *heading)
{
	struct arena *arena = board->reading->scratch;
	const char *folded = uni_fold(arena, heading), *head;
	size_t i, found = 0;

	for (i = 0; i < board->table->columns; i++) {
		head = uni_fold(arena,
		    plain_cell(board->reading, board->head[i].text));
		found += *head != '\0' && strstr(folded, head) != NULL;
	}
	return found > 1;
}

/* Whether a board stands where one is looked for: under the title, in the tool's
 * own subject, or under a heading that is no other tool's subject; under one
 * that is a list of the tool's, which has columns of its own, where the names
 * stand in a row, or in that heading too; under that of a group of items
 * nowhere. */
static bool
is_outside(const struct md_reading *reading, const struct board *board)
{
	const struct node *section = md_open(reading);
	enum term subject =
	    section != NULL ? term_find_subject(section->key) : T_NONE;

	if (section == NULL)
		return true;
	if (md_names(reading, MD_GROUP, section->key))
		return false;
	return subject != T_NONE
	    ? subject == reading->reader->subject
	    : !board->named || !md_names(reading, MD_LIST, section->key) ||
		names_board(board, section->key);
}

static struct md_cell *
cells_of(const struct board *board, size_t row, size_t *count)
{
	return md_split_row(board->reading->arena, board->lines->at[row].text,
	    count);
}

/* The first line of a cell as plain words, without a colon behind them. */
static const char *
first_line(struct md_reading *reading, const char *cell)
{
	struct md_items items =
	    md_split_cell(reading->arena, cell, MD_CELL_NAMED);

	return items.count == 0
	    ? ""
	    : md_without_colon(reading, plain_cell(reading, items.at[0]));
}

/* How many names a row holds, beside what heads it; 0 where it holds anything
 * else, or one alone. */
static size_t
count_names(const struct board *board, const struct md_cell *cells,
    size_t count)
{
	size_t i, names = 0;
	const char *line;

	for (i = board->sided; i < count; i++) {
		if (*cells[i].text == '\0')
			continue;
		line = first_line(board->reading, cells[i].text);
		if (strpbrk(line, ":;/-") != NULL ||
		    !md_names(board->reading, MD_LIST, line))
			return 0;
		names++;
	}
	return names > 1 ? names : 0;
}

/* Whether a cell is the name of a section; what stands twice in a row says
 * something of two of them, "For | Strength | Against | Strength". */
static bool
is_name(const struct board *board, const struct md_cell *cells, size_t count,
    size_t column)
{
	const char *name;

	if (column >= count)
		return false;
	name = plain_cell(board->reading, cells[column].text);
	if (!md_names(board->reading, MD_LIST, name))
		return false;
	for (size_t i = 0; i < count; i++)
		if (i != column &&
		    term_same(name, plain_cell(board->reading, cells[i].text)))
			return false;
	return true;
}

/* Whether the cells of a column are names and no more; of more than two columns
 * only where the rows are not all of one. */
static bool
are_rows(const struct board *board, size_t column)
{
	const struct md_table *table = board->table;
	bool differ = table->columns == 2;
	const char *first = "", *name;
	struct md_cell *cells;
	size_t count, row = table->head + 2;

	for (; row < table->end; row++) {
		cells = cells_of(board, row, &count);
		if (count != table->columns ||
		    !is_name(board, cells, count, column) ||
		    (table->columns == 2 &&
			is_name(board, cells, count, 1 - column)))
			return false;
		name = plain_cell(board->reading, cells[column].text);
		if (table->columns > 2 && strpbrk(name, ":;/,") != NULL)
			return false;
		differ = differ || (*first != '\0' && !term_same(first, name));
		first = name;
	}
	return differ && row > table->head + 3;
}

/* Whether a column of names says what the rows are; under a heading that is the
 * list itself, only of two columns. */
static bool
find_rows(struct board *board)
{
	const struct node *section = md_open(board->reading);
	size_t columns = board->table->columns;

	if (columns == 2)
		return are_rows(board, 0);
	if (section != NULL && md_names(board->reading, MD_LIST, section->key))
		return false;
	while (board->naming < columns && !are_rows(board, board->naming))
		board->naming++;
	return board->naming < columns;
}

/* Whether a table is a board, and of which form: a row whose head is a name, too,
 * crosses what stands in its header. */
static bool
find_board(struct board *board)
{
	const struct md_table *table = board->table;
	size_t count, first_count = 0, names = 0, i;
	struct md_cell *first = NULL;

	board->head = cells_of(board, table->head, &count);
	for (i = 0; i < table->columns; i++)
		names += is_name(board, board->head, count, i);
	board->named = names > 1;
	if (board->named && is_name(board, board->head, count, 0))
		return true;
	board->rows = !board->named && (names == 0 || table->columns > 2) &&
	    find_rows(board);
	if (board->rows)
		return true;
	if (table->head + 2 >= table->end || (names > 0 && !board->named))
		return false;
	first = cells_of(board, table->head + 2, &first_count);
	board->sided = !is_name(board, first, first_count, 0);
	if (board->named)
		return board->sided && *board->head[0].text == '\0';
	return count_names(board, first, first_count) ==
	    table->columns - board->sided;
}

/* Whether a table has a column of one that the tool takes whole. */
static bool
has_column(const struct board *board)
{
	const char *name;

	for (size_t i = 0; i < board->table->columns; i++) {
		name = plain_cell(board->reading, board->head[i].text);
		if (md_names(board->reading, MD_COLUMN, name) ||
		    md_names(board->reading, MD_GROUP, name))
			return true;
	}
	return false;
}

/* Whether as many columns stand behind each name: "idea | kept | why" under a
 * heading of nobody is a table of ideas, and no board of two lists. */
static bool
is_even(const struct board *board)
{
	size_t columns = board->table->columns, names = 0, i;

	for (i = board->sided; i < columns; i++)
		names += is_name(board, board->head, columns, i);
	for (i = board->sided; names > 0 && i < columns; i++)
		if (is_name(board, board->head, columns, i) !=
		    ((i - board->sided) * names % (columns - board->sided) ==
			0))
			return false;
	return true;
}

bool
md_are_sections(struct md_reading *reading, const struct md_lines *lines,
    const struct md_table *table)
{
	struct board board = { .reading = reading,
		.lines = lines,
		.table = table };

	return table->columns > 1 && find_board(&board) &&
	    is_outside(reading, &board) && !has_column(&board) &&
	    (reading->open_count == 0 ||
		term_find_subject(md_open(reading)->key) != T_NONE ||
		is_even(&board));
}

/* An item, in a row with what heads it where something does. */
static void
add_item(struct board *board, struct node *section, const char *typed,
    const char *side, struct pos pos)
{
	struct md_reading *reading = board->reading;
	struct node *item = node_new(reading->arena, NODE_TEXT, pos);

	if (*side != '\0') {
		item->kind = NODE_MAP;
		item->table = reading->tables;
		md_add_cell(reading, item, board->keys[0], side, pos);
		md_add_cell(reading, item, section->key, typed, pos);
	} else {
		md_fill_item(reading->arena, item,
		    md_line_text(reading, typed));
	}
	if (*item->text != '\0' || *item->key != '\0' || item->first != NULL)
		node_append(section, item);
}

/* The items of a cell, from a place on. */
static void
add_items(struct board *board, struct node *section,
    const struct md_items *items, size_t from, const char *side, struct pos pos)
{
	for (; from < items->count; from++)
		add_item(board, section, items->at[from], side, pos);
}

/* A row of a section's own columns. */
static void
add_cells(struct board *board, struct node *section,
    const struct md_cell *cells, size_t from, size_t to, struct pos pos)
{
	struct md_reading *reading = board->reading;
	struct node *row = node_new(reading->arena, NODE_MAP, pos);
	bool filled = false;

	row->table = reading->tables;
	for (size_t i = from; i < to; i++) {
		md_add_cell(reading, row, board->keys[i], cells[i].text, pos);
		filled = filled || *row->last->text != '\0';
	}
	if (filled && board->sided && *cells[0].text != '\0')
		md_add_cell(reading, row, board->keys[0], cells[0].text, pos);
	if (filled)
		node_append(section, row);
}

/* What is written where nobody takes the section: its items as a list. */
static void
add_passing(const struct board *board, struct node *section)
{
	struct md_reading *reading = board->reading;
	struct md_block *block = arena_alloc(reading->arena, sizeof(*block));
	struct buf out = BUF_INIT;

	NODE_EACH(const struct node, item, section) {
		buf_string(&out, "- ");
		buf_string(&out, node_line(item));
		NODE_EACH(const struct node, cell, item) {
			buf_string(&out, cell->text);
			buf_char(&out, cell->next != NULL ? ' ' : '\0');
		}
		if (item->first != NULL)
			buf_cut(&out, out.length - 1);
		buf_char(&out, '\n');
	}
	block->tree = reading->tree;
	block->node = reading->node;
	block->type = cmark_node_get_type(board->node);
	block->start = block->first = board->lines->first + board->table->head;
	block->last = board->lines->first + board->table->end - 1;
	block->use = MD_ITEMS;
	block->piece = MD_TABLE;
	block->anew = block->alone = buf_take(&out, reading->arena);
	section->blocks = section->last_block = block;
}

static struct pos
cell_pos(const struct board *board, size_t row, const struct md_cell *cell)
{
	struct pos pos =
	    md_line_pos(board->reading->tree->source, board->lines, row);

	pos.col += uni_count(board->lines->at[row].text, cell->column - 1);
	return pos;
}

static struct node *
open_section(struct board *board, const char *name, struct pos pos)
{
	struct md_reading *reading = board->reading;
	struct md_heading heading = { .text = name,
		.key = md_heading_key(reading, name),
		.level = md_level_below(reading) };

	reading->tables++;
	return md_add_section(reading, pos, &heading);
}

static void
close_section(struct board *board, struct node *section)
{
	if (section == NULL)
		return;
	add_passing(board, section);
	section->kind = NODE_LIST;
	md_leave_section(board->reading);
}

/* Adds the words of a cell to a gloss. */
static const char *
add_gloss(struct md_reading *reading, const char *gloss, const char *cell)
{
	struct md_items items =
	    md_split_cell(reading->arena, cell, MD_CELL_NAMED);

	for (size_t i = 0; i < items.count; i++)
		gloss = arena_format(reading->arena, "%s%s%s", gloss,
		    *gloss == '\0' ? ""
			: i > 0    ? " "
				   : ", ",
		    plain_cell(reading, items.at[i]));
	return gloss;
}

/* A name in a row, with what its row and its column say of it. */
static const char *
glossed_name(struct board *board, const char *cell, const char *side,
    const char *head)
{
	struct md_reading *reading = board->reading;
	const char *name = first_line(reading, cell), *gloss;

	gloss = add_gloss(reading, add_gloss(reading, "", side), head);
	if (*gloss != '\0')
		name = arena_format(reading->arena,
		    strchr(gloss, '(') == NULL ? "%s (%s)" : "%s : %s", name,
		    gloss);
	return md_words(reading->arena, name);
}

/* Whether nothing stands in a cell, or the rule below another header. */
static bool
is_nothing(const struct md_cell *cell)
{
	return cell->text[strspn(cell->text, ":-")] == '\0';
}

static enum md_cell_form
form_of(const struct board *board, bool named)
{
	if (named)
		return MD_CELL_NAMED;
	return board->sided ? MD_CELL_PARTED : MD_CELL_PLAIN;
}

/* What stands behind the last header: cells of a row that have none as key. */
static void
add_surplus(struct board *board, struct node *section, size_t row,
    const struct md_cell *cells, size_t count)
{
	struct node *item;
	struct pos pos;

	for (size_t i = board->table->columns; i < count; i++) {
		if (*cells[i].text == '\0')
			continue;
		pos = cell_pos(board, row, &cells[i]);
		item = node_new(board->reading->arena, NODE_MAP, pos);
		item->table = board->reading->tables;
		md_add_cell(board->reading, item, section->key, "", pos);
		md_add_cell(board->reading, item, "", cells[i].text, pos);
		node_append(section, item);
	}
}

/* The sections of a column: one by its header, and one by each name below. */
static void
add_column(struct board *board, size_t column)
{
	const struct md_table *table = board->table;
	const struct md_cell *head = &board->head[column];
	const char *side = "";
	struct node *section = NULL;
	struct md_items items;
	struct md_cell *cells;
	size_t count, i;
	bool name;

	if (board->named)
		section = open_section(board,
		    md_text(board->reading->arena, head->text),
		    cell_pos(board, table->head, head));
	for (i = table->head + 2; i < table->end; i++) {
		cells = cells_of(board, i, &count);
		if (board->sided && *cells[0].text != '\0')
			side = cells[0].text;
		if (section != NULL && column + 1 == table->columns)
			add_surplus(board, section, i, cells, count);
		if (column >= count || is_nothing(&cells[column]))
			continue;
		name = count_names(board, cells, count) > 0;
		items = md_split_cell(board->reading->arena, cells[column].text,
		    form_of(board, name));
		if (name) {
			close_section(board, section);
			section = open_section(board,
			    glossed_name(board, cells[column].text, side,
				board->named ? "" : head->text),
			    cell_pos(board, i, &cells[column]));
			side = "";
		}
		if (section != NULL)
			add_items(board, section, &items, name, side,
			    cell_pos(board, i, &cells[column]));
	}
	close_section(board, section);
}

/* The section of a row, one cell of which is its name. */
static void
add_row(struct board *board, size_t row)
{
	struct md_reading *reading = board->reading;
	size_t count, naming = board->naming;
	struct md_cell *cells = cells_of(board, row, &count);
	bool pair = board->table->columns == 2;
	struct pos pos = cell_pos(board, row, &cells[naming]);
	struct node *section = open_section(board,
	    pair ? glossed_name(board, cells[0].text, board->head[0].text,
		       board->head[1].text)
		 : glossed_name(board, cells[naming].text, "",
		       board->head[naming].text),
	    pos);
	struct node *item = node_new(reading->arena, NODE_MAP, pos);
	struct md_items items;

	if (pair) {
		items =
		    md_split_cell(reading->arena, cells[1].text, MD_CELL_PLAIN);
		add_items(board, section, &items, 0, "",
		    cell_pos(board, row, &cells[1]));
	} else {
		item->table = reading->tables;
		for (size_t i = 0; i < count; i++)
			if (i != naming)
				md_add_cell(reading, item, board->keys[i],
				    cells[i].text,
				    cell_pos(board, row, &cells[i]));
		node_append(section, item);
	}
	close_section(board, section);
}

/* The section of some columns, whose first header is its name. */
static void
add_columns(struct board *board, size_t from, size_t to)
{
	const struct md_table *table = board->table;
	struct node *section = open_section(board,
	    md_text(board->reading->arena, board->head[from].text),
	    cell_pos(board, table->head, &board->head[from]));
	struct md_cell *cells;
	size_t count, i;

	for (i = table->head + 2; i < table->end; i++) {
		cells = cells_of(board, i, &count);
		if (from < count)
			add_cells(board, section, cells, from,
			    to < count ? to : count,
			    cell_pos(board, i, &cells[from]));
		if (to == table->columns)
			add_surplus(board, section, i, cells, count);
	}
	close_section(board, section);
}

void
md_add_columns(struct md_reading *reading, cmark_node *node,
    const struct md_lines *lines, const struct md_table *table)
{
	struct board board = { .reading = reading,
		.node = node,
		.lines = lines,
		.table = table };
	size_t from, to;

	find_board(&board);
	board.keys =
	    arena_array(reading->arena, table->columns, sizeof(*board.keys));
	for (from = 0; from < table->columns; from++)
		board.keys[from] = plain_cell(reading, board.head[from].text);
	for (from = table->head + 2; board.rows && from < table->end; from++)
		add_row(&board, from);
	if (board.rows)
		return;
	for (from = board.sided; from < table->columns; from = to) {
		to = from + 1;
		while (board.named && to < table->columns &&
		    !is_name(&board, board.head, table->columns, to))
			to++;
		if (to == from + 1)
			add_column(&board, from);
		else
			add_columns(&board, from, to);
	}
}
