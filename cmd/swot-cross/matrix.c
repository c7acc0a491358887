/*
 * matrix: tables headed by the factors of two lists.
 */
#include <string.h>

#include "base/arena.h"
#include "swot.h"
#include "text/uni.h"

struct matrix {
	enum list lists[2];       /* those of rows, and of columns */
	const struct node **rows; /* those that are not empty */
	size_t row_count, column_count;
	struct bind_text *row_heads, *column_heads;
};

static size_t
separator(const char *at)
{
	return strncmp(at, "×", strlen("×")) == 0    ? strlen("×")
	    : *at != '\0' && strchr(" /|+,\\-", *at) ? 1
						     : 0;
}

/* The list that the first n bytes of a text name, or LISTS. */
static enum list
find_list(const char *name, size_t n)
{
	struct arena *arena = arena_new();
	enum term term =
	    term_find(arena_copy(arena, name, n), list_terms, LISTS, NULL);
	enum list list = 0;

	arena_free(arena);
	while (list < LISTS && list_terms[list] != term)
		list++;
	return list;
}

/* The lists that a corner names, in its order; false if it names no two. */
static bool
read_corner(const char *corner, enum list lists[2])
{
	const char *at, *right;

	for (at = corner; *at != '\0'; at++) {
		if (separator(at) == 0)
			continue;
		lists[0] = find_list(corner, (size_t)(at - corner));
		if (lists[0] == LISTS)
			continue;
		for (right = at; separator(right) > 0;)
			right += separator(right);
		lists[1] = find_list(right, strlen(right));
		if (lists[1] != LISTS)
			return true;
	}
	return false;
}

static bool
is_same_side(const enum list lists[2])
{
	return (lists[0] < OPPORTUNITIES) == (lists[1] < OPPORTUNITIES);
}

static enum quadrant
quadrant_of_lists(const enum list lists[2])
{
	return lists[0] < OPPORTUNITIES ? quadrant_of(lists[0], lists[1])
					: quadrant_of(lists[1], lists[0]);
}

bool
crossing_claims(const struct node *section)
{
	const struct node *row;
	enum list lists[2];

	for (row = section->first; row != NULL; row = row->next)
		if (row->table > 0 && row->first != NULL &&
		    read_corner(row->first->key, lists))
			return true;
	return false;
}

bool
matrix_is_question(const struct node *section)
{
	enum quadrant found = QUADRANTS, quadrant;
	const struct node *row;
	enum list lists[2];
	size_t table = 0;

	if (section->level == 0)
		return false;
	for (row = section->first; row != NULL; row = row->next) {
		if (row->table == table || row->first == NULL)
			continue;
		table = row->table;
		if (!read_corner(row->first->key, lists) || is_same_side(lists))
			continue;
		quadrant = quadrant_of_lists(lists);
		if (found != QUADRANTS && found != quadrant)
			return false;
		found = quadrant;
	}
	return true;
}

bool
matrix_is_listing(const struct node *row)
{
	static const enum term heads[] = { T_INTERNAL, T_EXTERNAL };
	const struct node *cell;

	for (cell = row->first; cell != NULL; cell = cell->next)
		if (term_find(cell->key, heads, 2, NULL) != T_NONE)
			return true;
	return false;
}

/* Reads the heads of a matrix; a row that is wholly empty is none. */
static void
read_heads(struct swot *swot, struct matrix *matrix, const struct node *row,
    const struct node *end)
{
	struct arena *arena = swot->arena;
	const struct node *cell = row->first, *at;
	size_t i;

	matrix->column_count = SIZE_MAX;
	for (at = row, i = 0; at != end; at = at->next, i++)
		if (at->count - 1 < matrix->column_count)
			matrix->column_count = at->count - 1;
	matrix->rows = arena_array(arena, i, sizeof(*matrix->rows));
	matrix->row_heads = arena_array(arena, i, sizeof(struct bind_text));
	matrix->column_heads =
	    arena_array(arena, matrix->column_count, sizeof(struct bind_text));
	for (i = 0; i < matrix->column_count; i++) {
		cell = cell->next;
		matrix->column_heads[i] =
		    (struct bind_text){ md_text(arena,
					    md_words(arena, cell->key)),
			    cell->key_pos, true };
	}
	for (at = row; at != end; at = at->next) {
		if (node_is_empty(at))
			continue;
		i = matrix->row_count++;
		matrix->rows[i] = at;
		matrix->row_heads[i] =
		    (struct bind_text){ bind_text(swot->bind, at->first),
			    at->first->pos, true };
	}
}

/* How many heads of an axis are factors of a list. */
static size_t
count_known(struct swot *swot, const struct bind_text *heads, size_t count,
    enum list list)
{
	const char *plain, *rest;
	size_t i, known = 0;

	for (i = 0; i < count; i++) {
		plain = md_plain(swot->arena, heads[i].text);
		known += factor_find(swot, plain, list) != NULL ||
		    factor_by_prefix(swot, plain, list, &rest) != NULL;
	}
	return known;
}

/*
 * Which of the two lists stands in rows: the corner's order and the heads say
 * it; where they differ, the heads are right.
 */
static bool
is_turned(struct swot *swot, const struct matrix *matrix)
{
	const enum list *lists = matrix->lists;
	size_t rows = swot->factors[lists[0]].count;
	size_t columns = swot->factors[lists[1]].count;
	size_t straight =
	    count_known(swot, matrix->row_heads, matrix->row_count, lists[0]) +
	    count_known(swot, matrix->column_heads, matrix->column_count,
		lists[1]);
	size_t turned =
	    count_known(swot, matrix->row_heads, matrix->row_count, lists[1]) +
	    count_known(swot, matrix->column_heads, matrix->column_count,
		lists[0]);

	if (straight != turned)
		return turned > straight;
	/* no head is known: as many as the list has factors tells */
	return (rows != matrix->row_count || columns != matrix->column_count) &&
	    columns == matrix->row_count && rows == matrix->column_count;
}

static void
turn(struct matrix *matrix)
{
	enum list list = matrix->lists[0];

	matrix->lists[0] = matrix->lists[1];
	matrix->lists[1] = list;
}

static void
enter_cell(struct swot *swot, struct factor *row, struct factor *column,
    const struct node *cell)
{
	struct crossing_ref ref;

	if (row == NULL || column == NULL) {
		if (!node_is_empty(cell))
			bind_fault(swot->bind, cell->pos, M_SWOT_NO_HEAD,
			    md_plain(swot->arena, bind_text(swot->bind, cell)));
		return;
	}
	ref = row->list < OPPORTUNITIES ? (struct crossing_ref){ row, column }
					: (struct crossing_ref){ column, row };
	crossing_enter(swot, &ref, cell);
}

static void
enter_cells(struct swot *swot, const struct matrix *matrix,
    struct factor **rows, struct factor **columns)
{
	const struct node *cell;
	size_t i, j;

	for (i = 0; i < matrix->row_count; i++) {
		cell = matrix->rows[i]->first->next;
		for (j = 0; cell != NULL; cell = cell->next, j++) {
			if (j < matrix->column_count)
				enter_cell(swot, rows[i], columns[j], cell);
			else if (!node_is_empty(cell))
				bind_fault(swot->bind, cell->pos,
				    M_SURPLUS_CELL);
		}
	}
}

static void
read_matrix(struct swot *swot, struct matrix *matrix)
{
	struct factor **rows, **columns;

	if (is_turned(swot, matrix))
		turn(matrix);
	rows = factor_axis(swot, matrix->lists[0], matrix->row_heads,
	    matrix->row_count);
	columns = factor_axis(swot, matrix->lists[1], matrix->column_heads,
	    matrix->column_count);
	if (rows != NULL && columns != NULL)
		enter_cells(swot, matrix, rows, columns);
}

const struct node *
matrix_read(struct swot *swot, const struct node *row,
    const struct node *question)
{
	struct matrix matrix = { .row_count = 0 };
	const struct node *end = row;
	struct bind_text prompt;

	do
		end = end->next;
	while (end != NULL && end->table == row->table);
	if (!read_corner(row->first->key, matrix.lists)) {
		bind_fault(swot->bind, row->first->key_pos, M_SWOT_NO_CORNER,
		    row->first->key);
		return end;
	}
	if (is_same_side(matrix.lists)) {
		bind_fault(swot->bind, row->first->key_pos, M_SWOT_SAME_SIDE,
		    row->first->key);
		return end;
	}
	if (question != NULL) {
		prompt = (struct bind_text){ question->whole, question->key_pos,
			true };
		settings_prompt(swot, quadrant_of_lists(matrix.lists), &prompt);
	}
	read_heads(swot, &matrix, row, end);
	read_matrix(swot, &matrix);
	return end;
}
