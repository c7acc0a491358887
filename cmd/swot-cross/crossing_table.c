/*
 * crossing_table: tables headed by the factors of two lists.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "swot.h"
#include "text/uni.h"
#include "text/words.h"

enum { MAX_CORNER = 64 };

/* What heads the rows, or the columns, and the factors that they name. */
struct axis {
	enum list list;
	struct bind_text *heads; /* "": an empty head */
	size_t count;
	struct factor **factors; /* NULL for an empty head */
	bool *named;             /* by place in the list */
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

/* The list that the first n bytes of a text name, or LISTS. */
static enum list
find_list(const char *name, size_t n)
{
	char word[MAX_CORNER] = "";
	enum list list = 0;

	for (; n > 0 && (*name == '*' || *name == ' '); n--)
		name++;
	while (n > 0 && name[n - 1] == '*')
		n--;
	if (n >= sizeof(word))
		return LISTS;
	memcpy(word, name, n);
	while (list < LISTS &&
	    term_find(word, &list_terms[list], 1, NULL) == T_NONE)
		list++;
	return list;
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
		*rows = find_list(corner, (size_t)(at - corner));
		for (right = at; separator(right) > 0;)
			right += separator(right);
		*columns = find_list(right, strlen(right));
		if (*rows != LISTS && *columns != LISTS)
			return true;
	}
	return false;
}

/* The quadrant of two lists, or QUADRANTS where they are of one side. */
static enum quadrant
quadrant_of_lists(enum list a, enum list b)
{
	if ((a < OPPORTUNITIES) == (b < OPPORTUNITIES))
		return QUADRANTS;
	return a < OPPORTUNITIES ? quadrant_of(a, b) : quadrant_of(b, a);
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

/* The quadrant of a cell whose row and column are headed by lists. */
static enum quadrant
quadrant_of_cell(const struct node *row, const struct node *cell)
{
	enum list list = find_list(row->first->text, strlen(row->first->text));
	enum list other = find_list(cell->key, strlen(cell->key));

	return list == LISTS || other == LISTS ? QUADRANTS
					       : quadrant_of_lists(list, other);
}

/* Whether a row has a list at its head, and others at those of its columns. */
static bool
is_of_lists(const struct node *row)
{
	const struct node *cell;

	if (row->table == 0 || row->first == NULL || row->first->next == NULL)
		return false;
	for (cell = row->first->next; cell != NULL; cell = cell->next)
		if (quadrant_of_cell(row, cell) == QUADRANTS)
			return false;
	return true;
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
		    is_of_lists(row) || is_of_labels(row);
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
	size_t i, similarity, best = 0;
	struct factor *factor, *found = NULL;
	bool tie = false;

	for (i = 0; i < swot->sheet->factors[axis->list].count; i++) {
		factor = factor_at(swot, axis->list, i);
		similarity = axis->named[i]
		    ? 0
		    : words_similarity(&words,
			  words_of_factor(swot->method->arena, factor));
		if (similarity == 0 || similarity < best)
			continue;
		if (similarity == best && i != place) {
			tie = found == NULL || found->index != place;
			continue;
		}
		tie = false;
		best = similarity;
		found = factor;
	}
	return tie ? NULL : found;
}

/* Behind a colon or a dash that parts a label from words. */
static const char *
skip_mark(const char *text)
{
	static const char *const marks[] = { ":", "—", "–", "-" };
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return text + strlen(marks[i]);
	return text;
}

/*
 * The factor of a head that is no name of one: by a label and words, which are
 * not those of another; or by words alone.  The words become its short text.
 */
static struct factor *
find_head(struct swot *swot, const struct axis *axis, size_t place)
{
	struct arena *arena = swot->method->arena;
	const struct bind_text *head = &axis->heads[place];
	const char *line = md_plain(arena, head->text), *rest = "";
	const char *text = head->text;
	struct factor *factor = factor_by_prefix(swot, line, axis->list, &rest);
	struct factor *like = find_by_words(swot, axis, line, place);
	struct words words;

	if (factor != NULL) {
		rest = uni_line(arena, skip_mark(rest));
		words = words_of(arena, rest);
		text = md_text(arena, md_words(arena, rest));
		if (like != NULL && like != factor &&
		    words_shared(&words, words_of_factor(arena, factor)) == 0) {
			bind_fault(swot->method->bind, head->pos,
			    M_SWOT_AMBIGUOUS, line, factor->label.text,
			    like->label.text);
			return factor;
		}
	} else if ((factor = like) == NULL) {
		factor_unknown(swot, line, head->pos);
		return NULL;
	}
	if (*factor->short_text.text == '\0')
		factor->short_text =
		    (struct bind_text){ text, head->pos, true, NULL };
	factor_know(swot, factor, text);
	return factor;
}

/* Finds the factors of an axis; a fault, and false, where one is not to be
 * told. */
static bool
name_axis(struct swot *swot, struct axis *axis)
{
	struct arena *arena = swot->method->arena;
	bool all = true;
	size_t i;

	axis->factors = arena_array(arena, axis->count + 1, sizeof(void *));
	if (axis->list != LISTS)
		axis->named = arena_array(arena,
		    swot->sheet->factors[axis->list].count + 1, sizeof(bool));
	for (i = 0; i < axis->count; i++) {
		axis->factors[i] = factor_find(swot,
		    md_plain(arena, axis->heads[i].text), axis->list);
		if (axis->factors[i] != NULL && axis->list != LISTS)
			axis->named[axis->factors[i]->index] = true;
	}
	for (i = 0; i < axis->count; i++) {
		if (axis->factors[i] != NULL || *axis->heads[i].text == '\0')
			continue;
		if (axis->list != LISTS)
			axis->factors[i] = find_head(swot, axis, i);
		if (axis->factors[i] == NULL)
			all = false;
		else
			axis->named[axis->factors[i]->index] = true;
	}
	return all;
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

/* How many heads of an axis are factors of a list. */
static size_t
count_known(const struct swot *swot, const struct axis *axis, enum list list)
{
	const char *plain, *rest;
	size_t i, known = 0;

	for (i = 0; i < axis->count; i++) {
		plain = method_plain(swot->method, axis->heads[i].text);
		known += factor_find(swot, plain, list) != NULL ||
		    factor_by_prefix(swot, plain, list, &rest) != NULL;
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

/* A cell of a table of lists: the question of its quadrant, or what is to be
 * done there. */
static void
enter_in_quadrant(struct swot *swot, enum quadrant quadrant,
    const struct node *cell)
{
	struct bind *bind = swot->method->bind;
	const struct bind_text text = {
		.text = bind_text(bind, cell),
		.pos = cell->pos,
		.given = true,
	};
	struct initiative *initiative;
	const struct node *child;

	for (child = cell->first; child != NULL; child = child->next)
		enter_in_quadrant(swot, quadrant, child);
	if (*text.text == '\0')
		return;
	if (text.text[strlen(text.text) - 1] == '?') {
		quadrant_prompt(swot, quadrant, &text);
		return;
	}
	initiative =
	    bind_append(bind, &swot->sheet->initiatives, sizeof(*initiative));
	*initiative = (struct initiative){
		.text = text,
		.heading.text =
		    method_word(swot->method, quadrant_terms[quadrant]),
		.from_text.text = "",
		.owner.text = "",
		.due.text = "",
		.cost.text = "",
	};
}

/* Rows that are headed by lists, up to one that is not. */
static const struct node *
read_lists(struct swot *swot, const struct node *row)
{
	const struct node *cell;

	for (; row != NULL && is_of_lists(row); row = row->next)
		for (cell = row->first->next; cell != NULL; cell = cell->next)
			enter_in_quadrant(swot, quadrant_of_cell(row, cell),
			    cell);
	return row;
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

	if (is_of_lists(row))
		return read_lists(swot, row);
	while (end != NULL && end->table == row->table)
		end = end->next;
	read_heads(swot, &table, row, end);
	if (!read_corner(row, &table.rows.list, &table.columns.list)) {
		table.rows.list = table.columns.list = LISTS;
		if (name_axis(swot, &table.rows) &&
		    name_axis(swot, &table.columns))
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
	if (name_axis(swot, &table.rows) & name_axis(swot, &table.columns))
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
