/*
 * crossing_table: tables headed by the factors of two lists.
 */
#include <string.h>

#include "axis.h"
#include "base/arena.h"
#include "source/md.h"

struct table {
	struct axis rows, columns;
	const struct node **at; /* the rows that are not empty */
};

static size_t
separator(const char *at)
{
	return strncmp(at, "×", strlen("×")) == 0    ? strlen("×")
	    : *at != '\0' && strchr(" /|+,\\-", *at) ? 1
						     : 0;
}

/* The lists that the first cell of a table's row names, in its order. */
static bool
read_corner(const struct node *row, enum list *rows, enum list *columns)
{
	const char *corner, *at, *right;

	if (row->table == 0 || row->first == NULL)
		return false;
	corner = row->first->key;
	for (at = corner; *at != '\0'; at++) {
		if (separator(at) == 0)
			continue;
		*rows = factor_list(corner, (size_t)(at - corner));
		for (right = at; separator(right) > 0;)
			right += separator(right);
		*columns = factor_list(right, strlen(right));
		if (*rows != LISTS && *columns != LISTS)
			return true;
	}
	return false;
}

/* Whether a head is the label of a factor by its look: "O1". */
static bool
looks_like_label(const char *head)
{
	size_t letters_count = strcspn(head, "0123456789 ");
	size_t digits = strspn(head + letters_count, "0123456789");

	return letters_count > 0 && letters_count < 4 && digits > 0 &&
	    head[letters_count + digits] == '\0';
}

/* Whether a row is headed by a label, below an empty corner and labels. */
static bool
is_of_labels(const struct node *row)
{
	const struct node *cell;

	if (row->table == 0 || row->first == NULL || *row->first->key != '\0' ||
	    row->first->next == NULL || !looks_like_label(row->first->text))
		return false;
	for (cell = row->first->next; cell != NULL; cell = cell->next)
		if (!looks_like_label(cell->key))
			return false;
	return true;
}

bool
crossing_table_claims(const struct node *section)
{
	const struct node *row;
	enum list lists[2];
	bool found = false;

	for (row = section->first; row != NULL; row = row->next) {
		found |= read_corner(row, &lists[0], &lists[1]) ||
		    quadrant_is_table(row) || is_of_labels(row) ||
		    (row->table > 0 && !crossing_table_is_crossed(row));
		if (*section->key == '\0' && row->table == 0)
			return false; /* items of its own, under no heading */
	}
	return found;
}

bool
crossing_table_is_asked(const struct node *section)
{
	enum quadrant found = QUADRANTS, quadrant;
	const struct node *row = section->first;
	enum list lists[2];

	for (; row != NULL; row = row->next) {
		quadrant = read_corner(row, &lists[0], &lists[1])
		    ? quadrant_of_lists(lists[0], lists[1])
		    : QUADRANTS;
		if (quadrant != QUADRANTS && found != QUADRANTS &&
		    quadrant != found)
			return false;
		if (quadrant != QUADRANTS)
			found = quadrant;
	}
	return section->level > 0;
}

bool
crossing_table_is_crossed(const struct node *row)
{
	static const enum term heads[] = { T_INTERNAL, T_EXTERNAL };
	const struct node *cell = row->first;

	while (cell != NULL && term_find(cell->key, heads, 2, NULL) == T_NONE)
		cell = cell->next;
	return row->table > 0 && cell == NULL;
}

/* Reads the heads of a table; a row that is wholly empty is none. */
static void
read_heads(struct swot *swot, struct table *table, const struct node *row,
    const struct node *end)
{
	struct arena *arena = swot->method->arena;
	const struct node *cell = row->first, *at;
	size_t i;

	table->columns.count = SIZE_MAX;
	for (at = row, i = 0; at != end; at = at->next, i++)
		if (at->count - 1 < table->columns.count)
			table->columns.count = at->count - 1;
	table->at = arena_array(arena, i, sizeof(*table->at));
	table->rows.heads = arena_array(arena, i, sizeof(struct bind_text));
	table->columns.heads = arena_array(arena, table->columns.count + 1,
	    sizeof(struct bind_text));
	for (i = 0; i < table->columns.count; i++) {
		cell = cell->next;
		table->columns.heads[i].text =
		    md_text(arena, md_words(arena, cell->key));
		table->columns.heads[i].pos = cell->key_pos;
	}
	for (at = row; at != end; at = at->next) {
		if (node_is_empty(at))
			continue;
		table->at[table->rows.count] = at;
		table->rows.heads[table->rows.count].text =
		    bind_text(swot->method->bind, at->first);
		table->rows.heads[table->rows.count++].pos = at->first->pos;
	}
}

/* Which of the two lists stands in rows: the corner's order and the heads say
 * it; where they differ, the heads are right. */
static bool
is_turned(const struct swot *swot, const struct table *table)
{
	enum list rows = table->rows.list, columns = table->columns.list;
	size_t straight = axis_count_known(swot, &table->rows, rows) +
	    axis_count_known(swot, &table->columns, columns);
	size_t turned = axis_count_known(swot, &table->rows, columns) +
	    axis_count_known(swot, &table->columns, rows);
	const struct bind_list *factors = swot->sheet->factors;

	if (straight != turned)
		return turned > straight;
	/* no head is known: as many as the list has factors tells */
	return (factors[rows].count != table->rows.count ||
		   factors[columns].count != table->columns.count) &&
	    factors[columns].count == table->rows.count &&
	    factors[rows].count == table->columns.count;
}

static void
enter_cell(struct swot *swot, const struct factor *row,
    const struct factor *column, const struct node *cell, bool as_priority)
{
	struct crossing_ref ref = { row, column };

	if (node_is_empty(cell))
		return;
	if (row == NULL || column == NULL) {
		bind_fault(swot->method->bind, cell->pos, M_SWOT_NO_HEAD,
		    method_plain(swot->method,
			bind_text(swot->method->bind, cell)));
		return;
	}
	if (quadrant_of_lists(row->list, column->list) == QUADRANTS) {
		bind_fault(swot->method->bind, cell->pos, M_SWOT_SAME_SIDE,
		    factor_pair_name(swot, &ref));
		return;
	}
	if (row->list >= OPPORTUNITIES)
		ref = (struct crossing_ref){ column, row };
	crossing_enter(swot, &ref, cell, as_priority);
}

static void
enter_cells(struct swot *swot, const struct table *table, bool as_priority)
{
	const struct node *cell;
	size_t i, j;

	for (i = 0; i < table->rows.count; i++) {
		cell = table->at[i]->first->next;
		for (j = 0; cell != NULL; cell = cell->next, j++) {
			if (j < table->columns.count)
				enter_cell(swot, table->rows.factors[i],
				    table->columns.factors[j], cell,
				    as_priority);
			else if (!node_is_empty(cell))
				bind_fault(swot->method->bind, cell->pos,
				    M_SURPLUS_CELL);
		}
	}
}

const struct node *
crossing_table_read(struct swot *swot, const struct node *row,
    const struct node *question, bool as_priority)
{
	struct table table = { .rows.count = 0 };
	const struct node *end = row->next;
	struct bind_text prompt;
	enum quadrant quadrant;
	enum list rows;
	bool named;

	if (quadrant_is_table(row)) {
		quadrant_read_row(swot, row, false);
		return row->next;
	}
	while (end != NULL && end->table == row->table)
		end = end->next;
	read_heads(swot, &table, row, end);
	if (!read_corner(row, &table.rows.list, &table.columns.list)) {
		table.rows.list = table.columns.list = LISTS;
		if (axis_name(swot, &table.rows) &&
		    axis_name(swot, &table.columns))
			enter_cells(swot, &table, as_priority);
		else
			bind_fault(swot->method->bind, row->first->key_pos,
			    M_SWOT_NO_CORNER, row->first->key);
		return end;
	}
	rows = table.rows.list;
	quadrant = quadrant_of_lists(rows, table.columns.list);
	if (quadrant == QUADRANTS) {
		bind_fault(swot->method->bind, row->first->key_pos,
		    M_SWOT_SAME_SIDE, row->first->key);
		return end;
	}
	if (question != NULL) {
		prompt = (struct bind_text){ question->whole, question->key_pos,
			true, NULL };
		quadrant_prompt(swot, quadrant, &prompt);
	}
	if (is_turned(swot, &table)) {
		table.rows.list = table.columns.list;
		table.columns.list = rows;
	}
	/* both, for their faults */
	named = axis_name(swot, &table.rows);
	if (axis_name(swot, &table.columns) && named)
		enter_cells(swot, &table, as_priority);
	return end;
}

void
crossing_table_render(const struct swot *swot, enum quadrant quadrant)
{
	struct method *method = swot->method;
	const char *question = quadrant_question(swot, quadrant);
	enum list lists[2] = { internal_of(quadrant), external_of(quadrant) };
	enum list rows = lists[swot->transposed];
	enum list columns = lists[!swot->transposed];
	const struct factor *row, *column;
	struct crossing_ref ref;
	size_t i, j;

	if (question == NULL)
		return;
	report_section_named(method->report, question);
	report_table(method->report, 1 + swot->sheet->factors[columns].count);
	report_cell(method->report,
	    arena_format(method->arena, "%s / %s",
		method_word(method, list_terms[rows]),
		method_word(method, list_terms[columns])));
	for (j = 0; j < swot->sheet->factors[columns].count; j++)
		report_cell(method->report,
		    factor_head(swot, factor_at(swot, columns, j)));
	for (i = 0; i < swot->sheet->factors[rows].count; i++) {
		row = factor_at(swot, rows, i);
		report_cell(method->report, factor_head(swot, row));
		for (j = 0; j < swot->sheet->factors[columns].count; j++) {
			column = factor_at(swot, columns, j);
			ref = swot->transposed
			    ? (struct crossing_ref){ column, row }
			    : (struct crossing_ref){ row, column };
			report_cell(method->report,
			    score_text(swot, crossing_of(swot, &ref)));
		}
	}
}
