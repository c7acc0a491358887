/*
 * station_grid: a table of votes with a row or a column for each polling place:
 * they add up to options and their counts; the table itself passes as it was typed.
 */
#include <inttypes.h>

#include "motion.h"
#include "text/uni.h"

/* A table, and what it comes to. */
struct places {
	struct arena *arena;
	struct bind *bind;
	struct node *section;
	const struct node *head; /* its first row */
	struct node *options;    /* a LIST of pairs */
};

/* Whether a name begins with a word of a list; named: and goes on. */
static bool
begins(enum term words, const char *name, bool named)
{
	ARENA_SCRATCH(arena);
	const char *folded = uni_fold(arena, name);
	size_t length = term_front(words, folded);

	return length > 0 && uni_word(folded + length) == 0 &&
	    (!named || folded[length] != '\0');
}

bool
station_is(const char *name)
{
	return begins(T_STATIONS, name, false);
}

bool
station_tells(const char *name)
{
	return begins(T_STATIONS, name, true) || begins(T_TABLES, name, true);
}

/* The votes in a cell, where no comma parts decimals; false where it says something else. */
static bool
read_cell(const struct places *grid, const struct node *cell, uint64_t *votes)
{
	const char *plain = md_plain(grid->arena, cell->text);

	*votes = 0;
	return *plain == '\0' || bind_is_none(plain) ||
	    tail_value(plain, LANG_EN, votes) != TAIL_NONE;
}

static bool
is_sum(const char *name)
{
	return term_is_any(name, T_TOTAL, T_EXPRESSED);
}

/* Whether a row is of the grid's table. */
static bool
is_row(const struct places *grid, const struct node *row)
{
	return row != NULL && row->table == grid->head->table;
}

/* Whether some cell of a column is a number. */
static bool
is_counted(const struct places *grid, size_t column)
{
	const struct node *row = grid->head, *cell;
	uint64_t votes;

	for (; is_row(grid, row); row = row->next) {
		cell = node_child(row, column);
		if (cell != NULL && *cell->text >= '0' && *cell->text <= '9' &&
		    read_cell(grid, cell, &votes))
			return true;
	}
	return false;
}

/* Adds a cell's votes; a fault where it is none among votes. */
static bool
add_cell(const struct places *grid, const struct node *cell, uint64_t *sum)
{
	uint64_t votes;

	if (cell == NULL)
		return false;
	if (!read_cell(grid, cell, &votes)) {
		bind_fault(grid->bind, cell->pos, M_VOTE_NO_COUNT,
		    md_plain(grid->arena, cell->text));
		return false;
	}
	*sum += votes;
	return true;
}

/* Holds votes against the cell that says what they add up to. */
static void
check_sum(const struct places *grid, const struct node *cell, uint64_t sum)
{
	uint64_t said = 0;

	if (add_cell(grid, cell, &said) && said != sum)
		bind_fault(grid->bind, cell->pos, M_VOTE_SUM,
		    arena_format(grid->arena, "%" PRIu64, said),
		    arena_format(grid->arena, "%" PRIu64, sum));
}

static void
put(const struct places *grid, const char *name, uint64_t votes, struct pos pos)
{
	struct node *pair = node_text(grid->arena,
	    arena_format(grid->arena, "%" PRIu64, votes), pos);

	pair->key = md_plain(grid->arena, md_text(grid->arena, name));
	node_append(grid->options, pair);
}

/* "Bureau | Pour | Contre": a row for each place, and perhaps their sum. */
static void
add_columns(const struct places *grid, bool sums)
{
	const struct node *row, *cell = grid->head->first;
	uint64_t sum;

	for (size_t i = 1; (cell = cell->next) != NULL; i++) {
		if (is_sum(cell->key) != sums || !is_counted(grid, i))
			continue;
		sum = 0;
		for (row = grid->head; is_row(grid, row); row = row->next) {
			if (is_sum(md_plain(grid->arena, row->first->text)))
				check_sum(grid, node_child(row, i), sum);
			else
				add_cell(grid, node_child(row, i), &sum);
		}
		put(grid, cell->key, sum, cell->key_pos);
	}
}

/* "Projet | Bureau 1 | Bureau 2": a column for each, and perhaps their sum. */
static void
add_rows(const struct places *grid)
{
	const struct node *row = grid->head, *cell;
	uint64_t sum;
	size_t i;

	for (; is_row(grid, row); row = row->next) {
		sum = 0;
		for (i = 1; (cell = node_child(row, i)) != NULL; i++) {
			if (!is_counted(grid, i))
				continue;
			if (is_sum(cell->key))
				check_sum(grid, cell, sum);
			else
				add_cell(grid, cell, &sum);
		}
		if (sum > 0 || *row->first->text != '\0')
			put(grid, *row->first->text ? row->first->text : "?",
			    sum, row->first->pos);
	}
}

/* How many columns of a table count something, how many of them are called as
 * places, and whether one is their sum, or says that it counts the votes. */
struct columns {
	size_t counted, places;
	bool sum, votes, sides;
};

static struct columns
count_columns(const struct places *grid)
{
	const struct node *cell = grid->head->first;
	struct columns columns = { .sum = false };

	for (size_t i = 1; (cell = cell->next) != NULL; i++) {
		if (!is_counted(grid, i))
			continue;
		columns.sides |= motion_is_side(grid->arena, cell->key);
		columns.votes |= term_is_any(cell->key, T_VOTES, T_MARKS);
		columns.counted += !is_sum(cell->key);
		columns.places += station_is(cell->key);
		columns.sum |= is_sum(cell->key);
	}
	return columns;
}

/* Whether the votes of each row are what the row says they add up to. */
static bool
adds_up(const struct places *grid)
{
	const struct node *row = grid->head, *cell;
	uint64_t sum, said, votes;

	for (; is_row(grid, row); row = row->next) {
		sum = said = 0;
		for (size_t i = 1; (cell = node_child(row, i)) != NULL; i++)
			if (read_cell(grid, cell, &votes))
				*(is_sum(cell->key) ? &said : &sum) += votes;
		if (sum != said)
			return false;
	}
	return true;
}

/* The first table of a section that has a column beside its first, or false. */
static bool
find_table(struct places *grid, const struct node *section)
{
	grid->head = section->first;
	while (grid->head != NULL && grid->head->table == 0)
		grid->head = grid->head->next;
	return grid->head != NULL && grid->head->first != NULL &&
	    !term_is(grid->head->first->key, T_VOTER);
}

/* What a table counts by place: nothing, what its rows are the places of, its
 * columns, columns which nothing says are places, or for and against by motion. */
enum shape { NO_PLACES, IN_ROWS, IN_COLUMNS, PERHAPS, MOTIONS };

static enum shape
shape_of(const struct places *grid)
{
	const char *head = grid->head->first->key;
	bool options = term_is_any(head, T_OPTION, T_OPTIONS, T_QUESTION);
	struct columns columns = count_columns(grid);

	if (columns.votes || columns.counted == 0)
		return NO_PLACES;
	if (station_is(head))
		return IN_ROWS;
	if (columns.counted < 2)
		return NO_PLACES;
	if (columns.sides)
		return options ? MOTIONS : NO_PLACES;
	if (columns.places == columns.counted ||
	    (options && columns.sum && adds_up(grid)))
		return IN_COLUMNS;
	return options ? PERHAPS : NO_PLACES;
}

/* Names the columns that may be places. */
static void
fault_columns(const struct places *grid)
{
	struct buf names = BUF_INIT;
	const struct node *cell = grid->head->first;

	for (size_t i = 1; (cell = cell->next) != NULL; i++)
		if (is_counted(grid, i))
			buf_join(&names, ", ", cell->key);
	bind_fault(grid->bind, grid->head->first->key_pos, M_VOTE_COLUMNS,
	    buf_take(&names, grid->arena));
}

/* Names the motions that the rows of a table are. */
static void
fault_motions(const struct places *grid)
{
	struct buf names = BUF_INIT;

	for (const struct node *row = grid->head; is_row(grid, row);
	     row = row->next)
		buf_join(&names, " ; ",
		    md_plain(grid->arena, row->first->text));
	bind_fault(grid->bind, grid->head->first->key_pos, M_VOTE_MOTIONS,
	    buf_take(&names, grid->arena));
}

/* Adds up a table of places, if it is one. */
static bool
read_grid(struct places *grid)
{
	enum shape shape = shape_of(grid);

	grid->options =
	    node_new(grid->arena, NODE_LIST, grid->head->first->pos);
	if (shape == PERHAPS)
		fault_columns(grid);
	if (shape == MOTIONS)
		fault_motions(grid);
	if (shape == IN_ROWS) {
		add_columns(grid, false);
		add_columns(grid, true);
	} else if (shape != NO_PLACES) {
		add_rows(grid);
	}
	return grid->options->count > 0;
}

bool
station_claims(struct arena *arena, const struct node *section)
{
	struct places grid = { .arena = arena };

	return find_table(&grid, section) && shape_of(&grid) != NO_PLACES;
}

/* Whether a section is a report of this tool, whose tables are read elsewhere. */
static bool
is_report(const struct node *section)
{
	if (term_find_subject(section->key) == T_NONE)
		return false;
	NODE_EACH(const struct node, child, section)
		if (child->level > 0)
			return true;
	return false;
}

/* The first table of places in a section and below it. */
static bool
find_grid(struct places *grid, struct node *section)
{
	if (is_report(section))
		return false;
	grid->section = section;
	if (find_table(grid, section) && read_grid(grid))
		return true;
	NODE_EACH(struct node, child, section)
		if (node_is_part(child) && find_grid(grid, child))
			return true;
	return false;
}

/* Leaves a table where it was typed, without its rows. */
static void
strip(const struct places *grid, struct node *section)
{
	struct node children = node_emptied(section), *child;

	while ((child = node_take(&children)) != NULL)
		if (child->table != grid->head->table)
			node_append(section, child);
}

void
station_leave_grids(struct bind *bind, struct node *root)
{
	struct places grid = { .arena = bind->doc->arena };
	enum shape shape;

	NODE_EACH(struct node, child, root) {
		if (child->level > 0 || !node_is_part(child) ||
		    !find_table(&grid, child))
			continue;
		shape = shape_of(&grid);
		if (shape == IN_ROWS || shape == IN_COLUMNS)
			strip(&grid, child);
	}
}

bool
station_read_grid(struct bind *bind, struct node *root)
{
	struct places grid = { .arena = bind->doc->arena, .bind = bind };

	if (!find_grid(&grid, root))
		return false;
	grid.options->key = term_name(T_OPTIONS, LANG_EN);
	grid.options->key_pos = grid.options->pos;
	grid.options->level = grid.section->level + 1;
	strip(&grid, grid.section);
	node_append(root, grid.options);
	return true;
}
