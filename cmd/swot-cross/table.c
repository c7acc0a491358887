/*
 * table: tables headed by the factors of two lists.
 */
#include <string.h>

#include "base/arena.h"
#include "report/grid.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"

/* What heads the rows, or the columns, of a table. */
struct axis {
	enum list list; /* LISTS: of any */
	size_t count;
	struct bind_text *heads; /* "": an empty head */
	struct factor **factors; /* NULL for an empty head */
};

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

/* The quadrant that the first cell names; or QUADRANTS. */
static enum quadrant
quadrant_of_corner(const struct node *row)
{
	enum list rows, columns;

	return read_corner(row, &rows, &columns) ? quadrant_of(rows, columns)
						 : QUADRANTS;
}

/* Whether a head is the label of a factor by its look: "O1". */
static bool
looks_like_label(const char *head)
{
	size_t letters = strcspn(head, "0123456789 ");
	size_t digits = strspn(head + letters, "0123456789");

	return letters > 0 && letters < 4 && digits > 0 &&
	    head[letters + digits] == '\0';
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
table_claims(const struct node *section)
{
	const struct node *row;
	enum list lists[2];
	size_t table = 0;
	bool found = false;

	for (row = section->first; row != NULL; row = row->next) {
		if (*section->key == '\0' && row->table == 0)
			return false; /* items of its own, under no heading */
		found = found || quadrant_is_table(row) || is_of_labels(row) ||
		    (row->table > table &&
			(read_corner(row, &lists[0], &lists[1]) ||
			    !table_is_crossed(row)));
		table = row->table;
	}
	return found;
}

bool
table_is_crossed(const struct node *row)
{
	static const enum term heads[] = { T_INTERNAL, T_EXTERNAL };
	const struct node *cell = row->first;

	while (cell != NULL && term_find(cell->key, heads, 2, NULL) == T_NONE)
		cell = cell->next;
	return row->table > 0 && cell == NULL;
}

static const struct words *
words_of_factor(struct arena *arena, struct factor *factor)
{
	if (factor->words == NULL) {
		factor->words = arena_alloc(arena, sizeof(*factor->words));
		*factor->words =
		    words_of(arena, md_plain(arena, factor->text.text));
	}
	return factor->words;
}

/*
 * The one factor that shares the most words with a head, among those that no
 * head names; NULL where there is none, or two.  At equal words the factor at
 * the head's own place is taken.
 */
static struct factor *
find_by_words(struct swot *swot, const struct axis *axis, const char *head,
    size_t place)
{
	struct words words = words_of(swot->method->arena, head);
	struct factor *factor = factor_at(swot, axis->list, 0), *found = NULL;
	size_t count = swot->sheet->factors[axis->list].count, best = 0;
	size_t i, similarity;
	bool tie = false;

	for (i = 0; i < count; i++) {
		similarity = factor[i].axis == axis->heads
		    ? 0
		    : words_similarity(&words,
			  words_of_factor(swot->method->arena, &factor[i]));
		if (similarity == 0 || similarity < best)
			continue;
		if (similarity == best && i != place) {
			tie = found == NULL || found->index != place;
			continue;
		}
		tie = false;
		best = similarity;
		found = &factor[i];
	}
	return tie ? NULL : found;
}

/*
 * The factor of a head that is no name of one: by a label and words, which are
 * not those of another; or by words alone.  The words become its short text.
 */
static struct factor *
find_head(struct swot *swot, const struct axis *axis, size_t place)
{
	struct arena *arena = swot->method->arena;
	struct bind_text head = axis->heads[place], text = head;
	const char *line = md_plain(arena, head.text), *rest = "";
	struct factor *factor = refer_front(&swot->names, line, &rest);
	struct factor *like = find_by_words(swot, axis, line, place);
	struct words words;

	if (factor != NULL && factor->list == axis->list) {
		rest += strspn(rest, ":- ");
		words = words_of(arena, rest);
		text.text = md_text(arena, md_words(arena, rest));
		if (like != NULL && like != factor &&
		    words_shared(&words, words_of_factor(arena, factor)) == 0) {
			bind_fault(swot->method->bind, head.pos, M_TWO_LABELLED,
			    line, factor->label.text, like->label.text);
			return factor;
		}
	} else if ((factor = like) == NULL) {
		head.text = line;
		refer_tell(&swot->names, &head);
		return NULL;
	}
	if (*factor->short_text.text == '\0' &&
	    strcmp(md_plain(arena, text.text),
		md_plain(arena, factor->text.text)) != 0)
		factor->short_text = text;
	refer_know(&swot->names, text.text, factor);
	return factor;
}

/* Finds the factors of an axis; false, and a fault where its list is known,
 * where one is not to be told. */
static bool
name_axis(struct swot *swot, struct axis *axis)
{
	struct arena *arena = swot->method->arena;
	bool all = true;
	size_t i;

	axis->factors = arena_array(arena, axis->count + 1, sizeof(void *));
	for (i = 0; i < axis->count; i++) {
		axis->factors[i] = factor_find(swot,
		    md_plain(arena, axis->heads[i].text), axis->list);
		if (axis->factors[i] != NULL)
			axis->factors[i]->axis = axis->heads;
	}
	for (i = 0; i < axis->count; i++) {
		if (axis->factors[i] != NULL || *axis->heads[i].text == '\0')
			continue;
		if (axis->list != LISTS)
			axis->factors[i] = find_head(swot, axis, i);
		if (axis->factors[i] != NULL)
			axis->factors[i]->axis = axis->heads;
		else
			all = false;
	}
	return all;
}

/* How many heads are factors of a list. */
static size_t
count_known(const struct swot *swot, const struct axis *axis, enum list list)
{
	const struct factor *factor;
	const char *plain, *rest;
	size_t i, known = 0;

	for (i = 0; i < axis->count; i++) {
		plain = method_plain(swot->method, axis->heads[i].text);
		factor = factor_find(swot, plain, LISTS);
		if (factor == NULL)
			factor = refer_front(&swot->names, plain, &rest);
		known += factor != NULL && factor->list == list;
	}
	return known;
}

/* Which of the two lists stands in rows: the corner's order and the heads say
 * it; where they differ, the heads are right. */
static bool
is_turned(const struct swot *swot, const struct table *table)
{
	enum list rows = table->rows.list, columns = table->columns.list;
	size_t straight = count_known(swot, &table->rows, rows) +
	    count_known(swot, &table->columns, columns);
	size_t turned = count_known(swot, &table->rows, columns) +
	    count_known(swot, &table->columns, rows);
	const struct bind_list *factors = swot->sheet->factors;

	if (straight != turned)
		return turned > straight;
	/* no head is known: as many as the list has factors tells */
	return (factors[rows].count != table->rows.count ||
		   factors[columns].count != table->columns.count) &&
	    factors[columns].count == table->rows.count &&
	    factors[rows].count == table->columns.count;
}

/* Reads the heads of a table; a row that is wholly empty is none. */
static void
read_heads(struct swot *swot, struct table *table, const struct node *row,
    const struct node *end)
{
	struct arena *arena = swot->method->arena;
	size_t rows = 0, columns = SIZE_MAX, i;
	const struct node *cell = row->first, *at;

	for (at = row; at != end; at = at->next, rows++)
		columns = at->count - 1 < columns ? at->count - 1 : columns;
	table->at = arena_array(arena, rows, sizeof(*table->at));
	table->rows.heads = arena_array(arena, rows, sizeof(struct bind_text));
	table->columns.heads =
	    arena_array(arena, columns + 1, sizeof(struct bind_text));
	table->columns.count = columns;
	for (i = 0; i < columns; i++) {
		cell = cell->next;
		table->columns.heads[i] =
		    (struct bind_text){ md_text(arena,
					    md_words(arena, cell->key)),
			    cell->key_pos, true };
	}
	for (at = row; at != end; at = at->next) {
		if (node_is_empty(at))
			continue;
		table->at[table->rows.count] = at;
		table->rows.heads[table->rows.count++] =
		    (struct bind_text){ bind_text(swot->method->bind,
					    at->first),
			    at->first->pos, true };
	}
}

static void
enter_cell(struct swot *swot, const struct factor *row,
    const struct factor *column, const struct node *cell)
{
	struct bind *bind = swot->method->bind;
	struct crossing *crossing;

	if (row == NULL || column == NULL) {
		bind_fault(bind, cell->pos, M_SWOT_NO_HEAD,
		    method_plain(swot->method, bind_text(bind, cell)));
		return;
	}
	crossing = pair_of(swot, row, column);
	if (crossing != NULL)
		crossing_enter(swot, crossing, cell);
	else
		bind_fault(bind, cell->pos, M_SWOT_SAME_SIDE,
		    arena_format(swot->method->arena, "%s × %s",
			row->label.text, column->label.text));
}

static void
enter_cells(struct swot *swot, const struct table *table)
{
	const struct node *cell;
	size_t i, j;

	for (i = 0; i < table->rows.count; i++) {
		cell = table->at[i]->first->next;
		for (j = 0; cell != NULL; cell = cell->next, j++) {
			if (node_is_empty(cell))
				continue;
			if (j < table->columns.count)
				enter_cell(swot, table->rows.factors[i],
				    table->columns.factors[j], cell);
			else
				bind_fault(swot->method->bind, cell->pos,
				    M_SURPLUS_CELL);
		}
	}
}

/* The heading of a section is the question of its tables, where no two of them
 * are of different quadrants. */
static void
read_question(struct swot *swot, const struct node *section,
    enum quadrant quadrant)
{
	const struct node *row = section->first;
	enum quadrant other;

	for (; row != NULL; row = row->next) {
		other = quadrant_of_corner(row);
		if (other != QUADRANTS && other != quadrant)
			return;
	}
	if (section->level > 0)
		quadrant_prompt(swot, quadrant,
		    (struct bind_text){ section->whole, section->key_pos,
			true });
}

const struct node *
table_read(struct swot *swot, const struct node *section,
    const struct node *row)
{
	struct table table = { .rows.list = LISTS, .columns.list = LISTS };
	bool cornered = read_corner(row, &table.rows.list, &table.columns.list);
	enum quadrant quadrant =
	    quadrant_of(table.rows.list, table.columns.list);
	const struct node *end = row->next;
	enum list rows = table.rows.list;
	bool named;

	if (quadrant_is_table(row)) {
		quadrant_read_row(swot, row, false);
		return row->next;
	}
	while (end != NULL && end->table == row->table)
		end = end->next;
	if (cornered && quadrant == QUADRANTS) {
		bind_fault(swot->method->bind, row->first->key_pos,
		    M_SWOT_SAME_SIDE, row->first->key);
		return end;
	}
	if (!cornered)
		table.rows.list = table.columns.list = LISTS;
	read_heads(swot, &table, row, end);
	if (cornered)
		read_question(swot, section, quadrant);
	if (cornered && is_turned(swot, &table)) {
		table.rows.list = table.columns.list;
		table.columns.list = rows;
	}
	/* both, for their faults */
	named = name_axis(swot, &table.rows);
	if (name_axis(swot, &table.columns) && named)
		enter_cells(swot, &table);
	else if (!cornered)
		bind_fault(swot->method->bind, row->first->key_pos,
		    M_SWOT_NO_CORNER, row->first->key);
	return end;
}

void
table_render(const struct swot *swot, enum quadrant quadrant)
{
	struct method *method = swot->method;
	const char *question = quadrant_question(swot, quadrant), **names,
		   **cell;
	enum list lists[2] = { internal_of(quadrant), external_of(quadrant) };
	enum list rows = lists[swot->transposed];
	enum list columns = lists[!swot->transposed];
	size_t i, j, width = swot->sheet->factors[columns].count;
	struct grid grid;

	if (question == NULL)
		return;
	names = arena_array(method->arena, width + 1, sizeof(*names));
	names[0] = arena_format(method->arena, "%s / %s",
	    method_word(method, list_terms[rows]),
	    method_word(method, list_terms[columns]));
	for (j = 0; j < width; j++)
		names[j + 1] = factor_head(swot, factor_at(swot, columns, j));
	grid = grid_named(method->report, method->arena, method->lang, NULL, 0,
	    names, width + 1, swot->sheet->factors[rows].count);
	cell = grid.cells;
	for (i = 0; i < grid.rows; i++) {
		*cell++ = factor_head(swot, factor_at(swot, rows, i));
		for (j = 0; j < width; j++)
			*cell++ = score_text(swot,
			    pair_of(swot, factor_at(swot, rows, i),
				factor_at(swot, columns, j)));
	}
	report_section_named(method->report, question);
	grid_write(&grid, 0);
}
