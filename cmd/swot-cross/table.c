/*
 * table: tables headed by the factors of two lists.
 */
#include <string.h>

#include "base/arena.h"
#include "report/grid.h"
#include "sheet/matrix.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"

/* What heads the rows, or the columns, of a table. */
struct axis {
	struct swot *swot;
	enum list list;    /* LISTS: of any */
	struct dict heads; /* to struct head, in their order */
};

struct head {
	struct bind_text text;
	struct factor *factor; /* NULL: not known */
};

/* The lists that the first cell of a table's row names, in its order. */
static bool
read_corner(const struct node *row, enum list *rows, enum list *columns)
{
	const char *corner, *at, *right;

	corner = row->table > 0 && row->first != NULL ? row->first->key : "";
	for (at = corner; *at != '\0'; at++) {
		if (pair_mark(at) == 0)
			continue;
		*rows = factor_list(corner, (size_t)(at - corner));
		for (right = at; pair_mark(right) > 0;)
			right += pair_mark(right);
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
	size_t n = factor_label_length(head);

	return n > 0 && head[n] == '\0';
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

/* Whether a head of an axis names a factor. */
static bool
is_named(const struct axis *axis, const struct factor *factor)
{
	return factor->axis != NULL && factor->axis == axis->heads.entries;
}

/*
 * The one factor that shares the most words with a head, among those that no
 * head names; NULL where there is none, or two.  At equal words the factor at
 * the head's own place is taken.
 */
static struct factor *
find_by_words(const struct axis *axis, const char *head, size_t place)
{
	struct swot *swot = axis->swot;
	struct words words = words_of(swot->method->arena, head);
	struct factor *factor = factor_at(swot, axis->list, 0), *found = NULL;
	size_t count = swot->sheet->factors[axis->list].count, best = 0;
	size_t i, similarity;
	bool tie = false;

	for (i = 0; i < count; i++) {
		similarity = is_named(axis, &factor[i])
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

/* Whether a head can be that of a row. */
static bool
is_row(const void *context, const char *plain)
{
	const struct axis *axis = context;
	const struct factor *factor = factor_find(axis->swot, plain, LISTS);
	const char *rest;

	if (factor == NULL)
		factor = refer_front(&axis->swot->names, plain, &rest);
	return factor != NULL ? factor->list == axis->list
			      : find_by_words(axis, plain, SIZE_MAX) != NULL;
}

/* Behind the marks that part a label from words. */
static const char *
skip_marks(const char *text)
{
	static const char *const marks[] = { " ", ":", "-", "–", "—" };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return skip_marks(text + strlen(marks[i]));
	return text;
}

/*
 * The factor of a head that is no name of one: by a label and words, which are
 * not those of another; or by words alone.  The words become its short text.
 */
static struct factor *
find_head(const struct axis *axis, struct bind_text head, size_t place)
{
	struct swot *swot = axis->swot;
	struct arena *arena = swot->method->arena;
	const char *line = md_plain(arena, head.text), *rest = "";
	struct factor *factor = refer_front(&swot->names, line, &rest);
	struct factor *like = find_by_words(axis, line, place);
	struct words words;

	if (factor != NULL && factor->list == axis->list) {
		rest = skip_marks(rest);
		words = words_of(arena, rest);
		head.text = md_text(arena, md_words(arena, rest));
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
	    strcmp(md_plain(arena, head.text),
		md_plain(arena, factor->text.text)) != 0)
		factor->short_text = head;
	refer_know(&swot->names, head.text, factor);
	return factor;
}

/* A head of an axis, known by its name if it has one. */
static struct head *
enter_head(struct axis *axis, const struct bind_text *text)
{
	struct arena *arena = axis->swot->method->arena;
	struct dict_entry *entry = dict_enter(&axis->heads, text->text);
	struct head *head = entry->value;

	if (head == NULL) {
		entry->value = head = arena_alloc(arena, sizeof(*head));
		head->text = *text;
		head->factor = factor_find(axis->swot,
		    md_plain(arena, text->text), axis->list);
	}
	return head;
}

/* Finds the factors of the heads that are no names; false, and a fault where
 * the list is known, where one is not to be told. */
static bool
name_heads(struct axis *axis)
{
	const struct dict_entry *entry = axis->heads.entries;
	bool all = true;
	struct head *head;
	size_t i, pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < axis->heads.count; i++) {
			head = entry[i].value;
			if (pass == 1 && head->factor == NULL &&
			    *head->text.text != '\0') {
				if (axis->list != LISTS)
					head->factor =
					    find_head(axis, head->text, i);
				all = all && head->factor != NULL;
			}
			if (head->factor != NULL)
				head->factor->axis = entry;
		}
	return all;
}

/* Enters the cells of a table; false where it has heads that say nothing. */
static bool
enter_cells(struct swot *swot, const struct bind_list *cells, enum list list,
    enum list other)
{
	struct axis rows = { .swot = swot, .list = list };
	struct axis columns = { .swot = swot, .list = other };
	const struct matrix_cell *cell = cells->at;
	const struct factor *row, *column;
	struct crossing *crossing;
	size_t i;
	bool named;

	dict_init(&rows.heads, swot->method->arena);
	dict_init(&columns.heads, swot->method->arena);
	for (i = 0; i < cells->count; i++) {
		if (cell[i].names[0].text != NULL)
			enter_head(&rows, &cell[i].names[0]);
		if (cell[i].node != NULL)
			enter_head(&columns, &cell[i].names[1]);
	}
	/* both, for their faults */
	named = name_heads(&rows);
	if (!name_heads(&columns) || !named)
		return false;
	for (i = 0; i < cells->count; i++) {
		if (cell[i].node == NULL || node_is_empty(cell[i].node))
			continue;
		row = enter_head(&rows, &cell[i].names[0])->factor;
		column = enter_head(&columns, &cell[i].names[1])->factor;
		if (row == NULL || column == NULL)
			continue;
		crossing = pair_of(swot, row, column);
		if (crossing != NULL)
			crossing_enter(swot, crossing, cell[i].node);
		else
			bind_fault(swot->method->bind, cell[i].node->pos,
			    M_SWOT_SAME_SIDE,
			    arena_format(swot->method->arena, "%s × %s",
				row->label.text, column->label.text));
	}
	return true;
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

/* Of the columns of a table whose keys say something. */
static const struct bind_row head_rows[] = {
	{ BIND_TEXT, T_SWOT_FACTOR },
	{ BIND_TEXT, T_NONE },
	{ BIND_TEXT, T_NONE },
	{ BIND_END },
};

const struct node *
table_read(struct swot *swot, const struct node *section,
    const struct node *row)
{
	struct axis rows = { .swot = swot };
	struct matrix matrix = { .bind = swot->method->bind,
		.rows = head_rows,
		.sides = { { .context = &rows } },
		.count = 2 };
	const struct node *first = row;
	enum list list, other;
	bool cornered = read_corner(row, &list, &other);

	if (quadrant_is_table(row)) {
		quadrant_read_row(swot, row, false);
		return row->next;
	}
	if (cornered && quadrant_of(list, other) == QUADRANTS) {
		bind_fault(matrix.bind, first->first->key_pos, M_SWOT_SAME_SIDE,
		    first->first->key);
		while (row != NULL && row->table == first->table)
			row = row->next;
		return row;
	}
	if (cornered) {
		read_question(swot, section, quadrant_of(list, other));
		matrix.sides[0].has = is_row;
		rows.list = list;
	} else {
		list = other = LISTS;
	}
	row = matrix_table(&matrix, row);
	if (!enter_cells(swot, &matrix.cells, list, other) && !cornered)
		bind_fault(matrix.bind, first->first->key_pos, M_SWOT_NO_CORNER,
		    first->first->key);
	return row;
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
