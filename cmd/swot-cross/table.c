/*
 * table: tables headed by the factors of two lists.
 */
#include "swot.h"

/* What the first cell of a table says, in its rows. */
static const char *
corner_of(const struct node *row)
{
	return row->table > 0 && row->first != NULL ? row->first->key : "";
}

/* Whether a head is the label of a factor by its look: "O1". */
static bool
looks_like_label(const char *head)
{
	size_t n = bind_label_length(head);

	return n > 0 && head[n] == '\0';
}

/* Whether a row is headed by a label, below an empty corner and labels. */
static bool
is_of_labels(const struct node *row)
{
	if (row->table == 0 || row->first == NULL || *row->first->key != '\0' ||
	    row->first->next == NULL || !looks_like_label(row->first->text))
		return false;
	for (const struct node *cell = row->first->next; cell != NULL;
	     cell = cell->next)
		if (!looks_like_label(cell->key))
			return false;
	return true;
}

bool
table_claims(const struct node *section)
{
	enum list lists[2];
	size_t table = 0;
	bool found = false;

	NODE_EACH(const struct node, row, section) {
		if (*section->key == '\0' && row->table == 0)
			return false; /* items of its own, under no heading */
		found = found || quadrant_is_table(row) || is_of_labels(row) ||
		    (row->table > table &&
			(quadrant_lists(corner_of(row), &lists[0], &lists[1]) ||
			    !table_is_crossed(row)));
		table = row->table;
	}
	return found;
}

bool
table_is_crossed(const struct node *row)
{
	const struct node *cell = row->first;

	while (cell != NULL && !term_is_any(cell->key, T_INTERNAL, T_EXTERNAL))
		cell = cell->next;
	return row->table > 0 && cell == NULL;
}

/* The heading of a section is the question of its tables, where no two of them
 * are of different quadrants. */
static void
read_question(struct swot *swot, const struct node *section,
    enum quadrant quadrant)
{
	const struct node *row = section->first;
	enum list one, other;

	for (; row != NULL; row = row->next)
		if (quadrant_lists(corner_of(row), &one, &other) &&
		    quadrant_of(one, other) != quadrant)
			return;
	if (section->level > 0)
		quadrant_prompt(swot, quadrant,
		    bind_text_at(section->whole, section->key_pos));
}

static void
enter_cell(struct swot *swot, const struct cross_cell *cell)
{
	const struct factor *row = cell->row, *column = cell->column;
	struct crossing *crossing =
	    crossing_of(swot, (struct pair){ cell->row, cell->column });

	if (crossing != NULL)
		crossing_enter(swot, crossing, cell->node);
	else
		bind_fault(swot->method->bind, cell->node->pos,
		    M_SWOT_SAME_SIDE,
		    arena_format(swot->method->arena, "%s × %s",
			row->label.text, column->label.text));
}

const struct node *
table_read(struct swot *swot, const struct node *section,
    const struct node *row)
{
	struct bind *bind = swot->method->bind;
	struct cross cross = { .refer = &swot->names, .head = T_SWOT_FACTOR };
	const struct node *first = row;
	enum list list, other;

	if (quadrant_is_table(row)) {
		quadrant_read_row(swot, row, false);
		return row->next;
	}
	cross.any = !quadrant_lists(corner_of(row), &list, &other);
	if (!cross.any && quadrant_of(list, other) == QUADRANTS) {
		bind_fault(bind, first->first->key_pos, M_SWOT_SAME_SIDE,
		    first->first->key);
		while (row != NULL && row->table == first->table)
			row = row->next;
		return row;
	}
	if (!cross.any) {
		read_question(swot, section, quadrant_of(list, other));
		cross.rows = swot->sheet->factors[list];
		cross.columns = swot->sheet->factors[other];
	}
	row = cross_table(&cross, row);
	if (cross.unnamed && cross.any)
		bind_fault(bind, first->first->key_pos, M_SWOT_NO_CORNER,
		    first->first->key);
	BIND_EACH(const struct cross_cell, cell, &cross.cells)
		enter_cell(swot, cell);
	return row;
}

void
table_render(const struct swot *swot, enum quadrant quadrant)
{
	struct method *method = swot->method;
	const char *question = quadrant_question(swot, quadrant);
	enum list lists[2] = { internal_of(quadrant), external_of(quadrant) };
	enum list rows = lists[swot->transposed];
	enum list columns = lists[!swot->transposed];

	if (question == NULL)
		return;
	report_section_named(method->report, question);
	report_table(method->report, swot->sheet->factors[columns].count + 1);
	report_cell(method->report,
	    arena_format(method->arena, "%s / %s",
		method_word(method, list_terms[rows]),
		method_word(method, list_terms[columns])));
	BIND_EACH(struct factor, column, &swot->sheet->factors[columns])
		report_cell(method->report, factor_head(swot, column));
	BIND_EACH(struct factor, row, &swot->sheet->factors[rows]) {
		report_cell(method->report, factor_head(swot, row));
		BIND_EACH(struct factor, column, &swot->sheet->factors[columns])
			report_cell(method->report,
			    score_text(swot,
				crossing_of(swot,
				    (struct pair){ row, column })));
	}
}
