#include "sheet/matrix.h"

#include "base/dict.h"
#include "source/md.h"

static bool
is_key(enum term key, const struct node *node)
{
	return *node->key != '\0' &&
	    term_find(node->key, &key, 1, NULL) != T_NONE;
}

static bool
is_computed(const struct matrix *matrix, const struct node *node)
{
	const enum term *key = matrix->computed;

	for (; key != NULL && *key != T_NONE; key++)
		if (is_key(*key, node))
			return true;
	return false;
}

bool
matrix_claims(const struct node *section, enum term head,
    const struct bind_row *rows)
{
	const struct node *cell = section->first;
	size_t columns = 0;

	if (cell == NULL || cell->table == 0 || cell->first == NULL ||
	    !is_key(head, cell->first))
		return false;
	for (cell = cell->first->next; cell != NULL; cell = cell->next) {
		columns += *cell->key != '\0';
		for (const struct bind_row *row = rows; row->kind != BIND_END;
		     row++)
			if (row->key != T_NONE && is_key(row->key, cell))
				return false;
	}
	return columns > 0;
}

bool
matrix_has(const struct node *section, const enum term *columns)
{
	const struct node *row = section->first, *cell;

	if (row == NULL || row->table == 0)
		return false;
	for (; *columns != T_NONE; columns++) {
		cell = row->first;
		while (cell != NULL && !is_key(*columns, cell))
			cell = cell->next;
		if (cell == NULL)
			return false;
	}
	return true;
}

static struct bind_text
key_of(const struct matrix *matrix, const struct node *node)
{
	return (struct bind_text){ md_text(matrix->bind->doc->arena, node->key),
		node->key_pos, true };
}

/* The pair of a row that names it, or NULL: of a table its first one. */
static const struct node *
find_head(const struct matrix *matrix, const struct node *row)
{
	const struct node *pair = row->first;

	while (pair != NULL && row->table == 0 && !is_key(matrix->head, pair))
		pair = pair->next;
	return pair;
}

/* A cell beside no key, or of a row without a name. */
static void
check_cell(const struct matrix *matrix, const struct matrix_cell *cell,
    const struct node *row, const struct node *pair)
{
	if (*pair->key == '\0' && !node_is_empty(pair))
		bind_fault(matrix->bind, pair->pos,
		    row->table > 0 ? M_SURPLUS_CELL : M_NESTED);
	else if (*cell->row.text == '\0' && !node_is_empty(pair))
		bind_fault(matrix->bind, row->pos, M_MISSING_KEY,
		    term_name(matrix->head, matrix->bind->doc->lang));
}

static void
read_row(struct matrix *matrix, const struct node *row, struct bind_list *cells)
{
	bool keyed = *row->key != '\0' && row->table == 0;
	const struct node *head = keyed ? NULL : find_head(matrix, row), *pair;
	struct bind_text name = { "", row->pos, true };
	struct matrix_cell *cell;

	if (keyed)
		name = key_of(matrix, row);
	else if (head != NULL)
		name.text = bind_text(matrix->bind, head);
	if (row->first == NULL && *row->text != '\0')
		bind_fault(matrix->bind, row->pos, M_NOT_A_MAP);
	for (pair = row->first; pair != NULL; pair = pair->next) {
		if (is_computed(matrix, pair))
			continue;
		cell = bind_append(matrix->bind, cells, sizeof(*cell));
		*cell = (struct matrix_cell){ name, key_of(matrix, pair),
			pair == head ? NULL : pair };
		if (pair != head)
			check_cell(matrix, cell, row, pair);
	}
}

/* Counts a name that was not met before, if it is that of a row. */
static size_t
count_row(const struct matrix *matrix, struct dict *met, const char *name)
{
	struct dict_entry *entry = dict_enter(met, name);

	if (entry->value != NULL)
		return 0;
	entry->value = met;
	return matrix->is_row(matrix->context, md_plain(met->arena, name));
}

/* Whether more of some cells' columns than of their rows are rows. */
static bool
is_turned(const struct matrix *matrix, const struct bind_list *cells)
{
	const struct matrix_cell *cell = cells->at;
	size_t rows = 0, columns = 0, i;
	struct dict met[2];

	dict_init(&met[0], matrix->bind->doc->arena);
	dict_init(&met[1], matrix->bind->doc->arena);
	for (i = 0; matrix->is_row != NULL && i < cells->count; i++) {
		if (cell[i].node == NULL)
			continue;
		rows += count_row(matrix, &met[0], cell[i].row.text);
		columns += count_row(matrix, &met[1], cell[i].column.text);
	}
	return columns > rows;
}

/* Adds cells, with rows for columns where they are the other way round. */
static void
add_cells(struct matrix *matrix, const struct bind_list *cells)
{
	const struct matrix_cell *cell = cells->at;
	bool turned = is_turned(matrix, cells);
	struct matrix_cell *slot;
	size_t i;

	for (i = 0; i < cells->count; i++) {
		if (turned && cell[i].node == NULL)
			continue;
		slot = bind_append(matrix->bind, &matrix->cells, sizeof(*slot));
		*slot = cell[i];
		if (turned) {
			slot->row = cell[i].column;
			slot->column = cell[i].row;
		}
	}
}

void
matrix_read(struct matrix *matrix, const struct bind_list *nodes)
{
	struct bind_list cells = { .count = 0 };
	const struct node *row;
	size_t i;

	for (i = 0; i < nodes->count; i++) {
		row = ((const struct node *const *)nodes->at)[i];
		if (row->first == NULL && *row->text != '\0')
			bind_fault(matrix->bind, row->pos, M_NOT_A_MAP);
		for (row = row->first; row != NULL; row = row->next)
			read_row(matrix, row, &cells);
	}
	add_cells(matrix, &cells);
}

const struct node *
matrix_table(struct matrix *matrix, const struct node *row)
{
	struct bind_list cells = { .count = 0 };
	size_t table = row->table;

	for (; row != NULL && row->table == table; row = row->next)
		read_row(matrix, row, &cells);
	add_cells(matrix, &cells);
	return row;
}
