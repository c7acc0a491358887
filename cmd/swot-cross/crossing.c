/*
 * crossing: what was written at each crossing, from any form.
 */
#include <string.h>

#include "arena.h"
#include "number.h"
#include "swot.h"
#include "uni.h"

enum { MAX_CELLS = 1000000 };

/* An item of a list of crossings. */
struct item {
	struct bind_text internal, external, text;
	struct bind_list scores; /* struct node *: a number, or by person */
	struct bind_text priority;
};

static const struct bind_row item_rows[] = {
	{ BIND_TEXT, T_INTERNAL, offsetof(struct item, internal) },
	{ BIND_TEXT, T_EXTERNAL, offsetof(struct item, external) },
	{ BIND_TEXT, T_TEXT, offsetof(struct item, text), BIND_MAIN },
	{ BIND_NODES, T_SCORE, offsetof(struct item, scores) },
	{ BIND_TEXT, T_PRIORITY, offsetof(struct item, priority) },
	{ BIND_END },
};

static struct arena *
arena_of(const struct swot *swot)
{
	return swot->bind->doc->arena;
}

/* The lists that a corner names, in its order; false if it names no two. */
static bool
read_corner(const char *corner, enum list lists[2])
{
	static const char marks[] = " /|+,\\";
	struct arena *arena = arena_new();
	enum term left, right;
	size_t i, j;
	bool found = false;

	for (i = 0; corner[i] != '\0' && !found; i++) {
		if (strchr(marks, corner[i]) == NULL &&
		    strncmp(corner + i, "×", 2) != 0)
			continue;
		left = term_find(
		    arena_copy(arena, corner, i), list_terms, LISTS, NULL);
		j = i + strspn(corner + i, marks);
		if (strncmp(corner + j, "×", 2) == 0)
			j += 2;
		right = term_find(corner + j, list_terms, LISTS, NULL);
		for (j = 0; j < LISTS && left != T_NONE && right != T_NONE;
		     j++) {
			if (list_terms[j] == left)
				lists[0] = (enum list)j;
			if (list_terms[j] == right)
				lists[1] = (enum list)j;
			found = true;
		}
	}
	arena_free(arena);
	return found;
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

static void
add_score(struct swot *swot, struct crossing *crossing, const char *person,
    int64_t value, struct pos pos)
{
	struct arena *arena = arena_of(swot);
	size_t i;

	if (value < swot->lowest || value > swot->highest)
		bind_fault(swot->bind, pos, M_SWOT_OFF_SCALE,
		    number_text(arena, value, 0, true, swot->bind->doc->lang));
	for (i = 0; i < crossing->score_count; i++) {
		if (strcmp(crossing->scores[i].person, person) != 0)
			continue;
		if (crossing->scores[i].value != value)
			bind_fault(swot->bind, pos, M_SWOT_TWO_SCORES);
		return;
	}
	crossing->scores = arena_grow(arena, crossing->scores,
	    crossing->score_count, sizeof(*crossing->scores));
	crossing->scores[crossing->score_count++] =
	    (struct score){ person, value };
	swot->scored = true;
}

/* One part of what stands between the parentheses: "Anne +2" or "+2". */
static bool
read_score(struct arena *arena, const char *part, struct score *score)
{
	const char *line = uni_line(arena, part);
	const char *blank = strrchr(line, ' ');
	const char *number = blank ? blank + 1 : line;

	score->person = blank
	    ? arena_copy(arena, line, (size_t)(blank - line))
	    : "";
	return number_has_sign(number) && number_read(number, &score->value);
}

/* All the scores between parentheses; false if anything there is none. */
static bool
read_scores(struct arena *arena, const char *inside, struct crossing *crossing)
{
	struct score score;
	const char *part;
	size_t n;

	for (;; inside += n + 1) {
		n = strcspn(inside, ";");
		part = arena_copy(arena, inside, n);
		if (!read_score(arena, part, &score))
			return false;
		if (*score.person == '\0' &&
		    (crossing->score_count > 0 || inside[n] != '\0'))
			return false;
		crossing->scores = arena_grow(arena, crossing->scores,
		    crossing->score_count, sizeof(score));
		crossing->scores[crossing->score_count++] = score;
		if (inside[n] == '\0')
			return true;
	}
}

const char *
crossing_cut_scores(struct bind *bind, const char *text, const char *raw,
    struct crossing *crossing)
{
	struct arena *arena = bind->doc->arena;
	size_t length = strlen(text);
	const char *open = strrchr(text, '('), *typed = strrchr(raw, '(');
	const char *inside;

	if (length < 4 || text[length - 1] != ')' || open == NULL ||
	    (typed > raw && typed[-1] == '\\'))
		return text;
	inside =
	    arena_copy(arena, open + 1, (size_t)(text + length - 2 - open));
	if (!read_scores(arena, md_plain(arena, inside), crossing)) {
		crossing->score_count = 0;
		return text;
	}
	return uni_line(arena, arena_copy(arena, text, (size_t)(open - text)));
}

/* Unites what is said of one crossing in two places. */
static void
enter(struct swot *swot, const struct crossing_ref *ref,
    const struct crossing *said)
{
	struct crossing *cell = crossing_at(swot,
	    quadrant_of(ref->internal->list, ref->external->list),
	    ref->internal->index, ref->external->index);
	size_t i;

	if (*said->text != '\0' && *cell->text != '\0' &&
	    strcmp(cell->text, said->text) != 0)
		bind_fault(swot->bind, said->pos, M_SWOT_TWO_TEXTS,
		    factor_pair_name(swot, ref),
		    bind_place(swot->bind, cell->pos));
	if (*cell->text == '\0') {
		cell->text = said->text;
		cell->pos = said->pos;
	}
	if (said->priority.given)
		cell->priority = said->priority;
	for (i = 0; i < said->score_count; i++)
		add_score(swot, cell, said->scores[i].person,
		    said->scores[i].value, said->pos);
	cell->given = cell->given || *cell->text != '\0' ||
	    cell->score_count > 0;
}

/* A text at a crossing, its scores in parentheses at the end. */
static void
enter_text(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node)
{
	struct crossing said = { .pos = node->pos };

	if (node->first != NULL) {
		bind_fault(swot->bind, node->first->pos, M_NESTED);
		return;
	}
	said.text = crossing_cut_scores(
	    swot->bind, bind_text(swot->bind, node), node->prose, &said);
	enter(swot, ref, &said);
}

/* A score, of a person or, where person is "", of the room. */
static void
take_score(struct swot *swot, const struct node *node, const char *person,
    struct crossing *said)
{
	struct score score = { .person = uni_line(arena_of(swot), person) };

	if (node->first != NULL || strpbrk(score.person, ";()") != NULL ||
	    !number_read(node->text, &score.value)) {
		bind_fault(swot->bind, node->pos, M_SWOT_NO_SCORE, person,
		    node->text);
		return;
	}
	said->scores = arena_grow(arena_of(swot), said->scores,
	    said->score_count, sizeof(score));
	said->scores[said->score_count++] = score;
}

/* A number, or {person: n, ...}. */
static void
take_scores(struct swot *swot, const struct item *item, struct crossing *said)
{
	struct node *const *nodes = item->scores.at;
	const struct node *pair;
	size_t i;

	for (i = 0; i < item->scores.count; i++) {
		if (nodes[i]->first == NULL && *nodes[i]->text != '\0')
			take_score(swot, nodes[i], "", said);
		for (pair = nodes[i]->first; pair != NULL; pair = pair->next)
			take_score(swot, pair, pair->key, said);
	}
}

/* What an item says of its crossing, beside which one it is. */
static void
enter_item(struct swot *swot, const struct crossing_ref *ref,
    const struct item *item, const struct node *node)
{
	struct crossing said = { .pos = item->text.given ? item->text.pos
							 : node->pos };

	said.text = item->text.text ? item->text.text : "";
	take_scores(swot, item, &said);
	if (said.score_count == 0)
		said.text = crossing_cut_scores(
		    swot->bind, said.text, said.text, &said);
	said.priority = item->priority;
	enter(swot, ref, &said);
}

/* The value at one crossing: a text, or what an item says. */
static void
enter_value(struct swot *swot, const struct crossing_ref *ref,
    const struct node *node)
{
	struct item item = { 0 };
	struct node bare = *node;

	if (node->first == NULL) {
		enter_text(swot, ref, node);
		return;
	}
	bare.key = "";
	if (bind_item(swot->bind, item_rows, &bare, true, &item))
		enter_item(swot, ref, &item, node);
}

/* An item {internal, external, text, ...}, or a table's row of that shape. */
static void
read_item(struct swot *swot, const struct node *node)
{
	struct item item = { 0 };
	struct crossing_ref ref;
	const char *pair;

	if (!bind_item(swot->bind, item_rows, node, true, &item))
		return;
	if (!item.internal.given || !item.external.given) {
		bind_fault(swot->bind, node->pos, M_SWOT_NO_PAIR,
		    item.text.given ? item.text.text : "");
		return;
	}
	pair = arena_format(arena_of(swot), "%s × %s", item.internal.text,
	    item.external.text);
	if (factor_pair(swot, pair, item.internal.pos, &ref))
		enter_item(swot, &ref, &item, node);
}

/* {Fo1: {Op2: text}}: the crossings of one factor. */
static void
read_factor(struct swot *swot, const struct node *node, struct factor *one)
{
	const struct node *pair;
	struct crossing_ref ref;
	const char *names;

	for (pair = node->first; pair != NULL; pair = pair->next) {
		names = arena_format(arena_of(swot), "%s × %s",
		    one->label.text, pair->key);
		if (factor_pair(swot, names, pair->key_pos, &ref))
			enter_value(swot, &ref, pair);
	}
}

/* A table headed by the factors of two lists. */
struct matrix {
	const struct node *rows; /* the first */
	size_t row_count, column_count;
	struct bind_text *row_heads, *column_heads;
};

static void
read_heads(struct swot *swot, struct matrix *matrix)
{
	struct arena *arena = arena_of(swot);
	const struct node *row = matrix->rows, *cell;
	size_t i = 0;

	matrix->column_count = row->count ? row->count - 1 : 0;
	matrix->column_heads = arena_array(
	    arena, matrix->column_count, sizeof(struct bind_text));
	for (cell = row->first->next; cell != NULL; cell = cell->next) {
		if (*cell->key == '\0' && node_is_empty(cell))
			continue;
		matrix->column_heads[i++] = (struct bind_text){
			md_text(arena, md_words(arena, cell->key)),
			cell->key_pos, true
		};
	}
	matrix->column_count = i;
	matrix->row_heads = arena_array(
	    arena, matrix->row_count, sizeof(struct bind_text));
	for (i = 0; i < matrix->row_count; i++, row = row->next)
		matrix->row_heads[i] = (struct bind_text){
			bind_text(swot->bind, row->first), row->first->pos,
			true
		};
}

/* How many heads of an axis are factors of a list, by label or by text. */
static size_t
count_known(const struct swot *swot, const struct bind_text *heads,
    size_t count, enum list list)
{
	size_t i, known = 0;

	for (i = 0; i < count; i++)
		known += factor_find(swot,
			     md_plain(arena_of(swot), heads[i].text), list) !=
		    NULL;
	return known;
}

static void
enter_matrix(struct swot *swot, const struct matrix *matrix,
    struct factor **rows, struct factor **columns)
{
	const struct node *row = matrix->rows, *cell;
	struct crossing_ref ref;
	size_t i, j;

	for (i = 0; i < matrix->row_count; i++, row = row->next) {
		for (j = 0, cell = row->first->next; cell != NULL;
		     cell = cell->next, j++) {
			if (j >= matrix->column_count) {
				if (!node_is_empty(cell))
					bind_fault(swot->bind, cell->pos,
					    M_SURPLUS_CELL);
				continue;
			}
			ref = rows[i]->list < OPPORTUNITIES
			    ? (struct crossing_ref){ rows[i], columns[j] }
			    : (struct crossing_ref){ columns[j], rows[i] };
			enter_text(swot, &ref, cell);
		}
	}
}

/*
 * Which of the two lists stands in rows: the corner's order and the heads say
 * it; where they differ, the heads are right.
 */
static bool
is_turned(const struct swot *swot, const struct matrix *matrix,
    const enum list lists[2])
{
	size_t straight = count_known(swot, matrix->row_heads,
			      matrix->row_count, lists[0]) +
	    count_known(swot, matrix->column_heads, matrix->column_count,
		lists[1]);
	size_t turned = count_known(swot, matrix->row_heads,
			    matrix->row_count, lists[1]) +
	    count_known(swot, matrix->column_heads, matrix->column_count,
		lists[0]);

	if (straight != turned)
		return turned > straight;
	/* no head is known: as many as the list has factors tells */
	return (swot->factors[lists[0]].count != matrix->row_count ||
		   swot->factors[lists[1]].count != matrix->column_count) &&
	    swot->factors[lists[1]].count == matrix->row_count &&
	    swot->factors[lists[0]].count == matrix->column_count;
}

static void
read_prompt(struct swot *swot, enum quadrant quadrant, const char *prompt)
{
	enum term own[] = { prompt_terms[quadrant], T_CROSSINGS,
		quadrant_terms[quadrant] };

	if (*prompt != '\0' && term_find(prompt, own, 3, NULL) == T_NONE)
		swot->prompts[quadrant] = prompt;
}

/* Reads the rows of one table; returns the row behind it. */
static const struct node *
read_table(struct swot *swot, const struct node *row, const char *heading)
{
	struct matrix matrix = { .rows = row };
	size_t table = row->table;
	const char *corner = row->first->key;
	struct factor **rows, **columns;
	enum list lists[2], keep;

	for (; row != NULL && row->table == table; row = row->next)
		if (!node_is_empty(row) || row == matrix.rows)
			matrix.row_count++;
	if (!read_corner(corner, lists)) {
		bind_fault(swot->bind, matrix.rows->first->key_pos,
		    M_SWOT_NO_CORNER, corner);
		return row;
	}
	if ((lists[0] < OPPORTUNITIES) == (lists[1] < OPPORTUNITIES)) {
		bind_fault(swot->bind, matrix.rows->first->key_pos,
		    M_SWOT_SAME_SIDE, corner);
		return row;
	}
	if (node_is_empty(matrix.rows))
		matrix.row_count = 0;
	read_heads(swot, &matrix);
	if (is_turned(swot, &matrix, lists)) {
		keep = lists[0];
		lists[0] = lists[1];
		lists[1] = keep;
	}
	read_prompt(swot,
	    lists[0] < OPPORTUNITIES ? quadrant_of(lists[0], lists[1])
				     : quadrant_of(lists[1], lists[0]),
	    heading);
	rows = factor_axis(
	    swot, lists[0], matrix.row_heads, matrix.row_count);
	columns = factor_axis(
	    swot, lists[1], matrix.column_heads, matrix.column_count);
	if (rows != NULL && columns != NULL)
		enter_matrix(swot, &matrix, rows, columns);
	return row;
}

/* Whether a table lists crossings row by row, instead of crossing them. */
static bool
is_listing(const struct node *row)
{
	static const enum term heads[] = { T_INTERNAL, T_EXTERNAL };

	return term_find(row->first->key, heads, 2, NULL) != T_NONE;
}

static void read_nodes(
    struct swot *swot, const struct node *node, const char *heading);

static void
read_keyed(struct swot *swot, const struct node *child)
{
	struct factor *one = factor_find(swot, child->key, LISTS);
	struct crossing_ref ref;

	if (child->level > 0 || quadrant_find(child->key) != QUADRANTS)
		read_nodes(swot, child, child->whole);
	else if (one != NULL && child->kind == NODE_MAP)
		read_factor(swot, child, one);
	else if (factor_pair(swot, child->key, child->key_pos, &ref))
		enter_value(swot, &ref, child);
}

/* The crossings in a section, a map or a list. */
static void
read_nodes(struct swot *swot, const struct node *node, const char *heading)
{
	const struct node *child = node->first;

	if (child == NULL && *node->text != '\0')
		bind_fault(swot->bind, node->pos, M_SWOT_NO_PAIR, node->text);
	while (child != NULL) {
		if (child->table > 0 && !is_listing(child)) {
			child = read_table(swot, child, heading);
			continue;
		}
		if (*child->key != '\0')
			read_keyed(swot, child);
		else if (!node_is_empty(child))
			read_item(swot, child);
		child = child->next;
	}
}

/* Makes room for every crossing; false if there would be too many. */
static bool
make_cells(struct swot *swot)
{
	enum quadrant quadrant;
	size_t rows, columns, i;

	for (quadrant = 0; quadrant < QUADRANTS; quadrant++) {
		rows = swot->factors[internal_of(quadrant)].count;
		columns = swot->factors[external_of(quadrant)].count;
		if (rows != 0 && columns > MAX_CELLS / rows) {
			bind_fault(swot->bind,
			    swot->factors[internal_of(quadrant)].pos,
			    M_SWOT_TOO_MANY);
			return false;
		}
		swot->cells[quadrant] = arena_array(
		    arena_of(swot), rows * columns, sizeof(struct crossing));
		for (i = 0; i < rows * columns; i++)
			swot->cells[quadrant][i].text =
			    swot->cells[quadrant][i].priority.text = "";
	}
	return true;
}

/* "F1 × O2: first", one a pair. */
static void
read_priorities(struct swot *swot)
{
	struct node *const *nodes = swot->priority_nodes.at;
	const struct node *pair;
	struct crossing_ref ref;
	size_t i;

	for (i = 0; i < swot->priority_nodes.count; i++) {
		for (pair = nodes[i]->first; pair != NULL; pair = pair->next) {
			if (*pair->key == '\0')
				bind_fault(swot->bind, pair->pos,
				    M_SWOT_NO_PAIR, pair->text);
			else if (factor_pair(swot, pair->key, pair->key_pos,
				     &ref))
				crossing_at(swot,
				    quadrant_of(ref.internal->list,
					ref.external->list),
				    ref.internal->index, ref.external->index)
				    ->priority =
				    (struct bind_text){
					    bind_text(swot->bind, pair),
					    pair->pos, true
				    };
		}
	}
}

/* The four questions: in the order of the quadrants, or by their names. */
static void
read_prompts(struct swot *swot)
{
	struct node *const *nodes = swot->prompt_nodes.at;
	const struct node *child;
	enum quadrant quadrant, next = 0;
	size_t i;

	for (i = 0; i < swot->prompt_nodes.count; i++) {
		for (child = nodes[i]->first; child != NULL;
		     child = child->next) {
			quadrant =
			    *child->key ? quadrant_find(child->key) : next++;
			if (quadrant >= QUADRANTS)
				bind_fault(swot->bind, child->key_pos,
				    M_SWOT_NO_QUADRANT, child->key);
			else
				read_prompt(swot, quadrant,
				    bind_text(swot->bind, child));
		}
	}
}

/* "-3..3" */
static void
read_scale(struct swot *swot)
{
	const char *text = md_plain(arena_of(swot), swot->scale.text);
	const char *dots = strstr(text, ".."), *end;

	swot->lowest = -3000;
	swot->highest = 3000;
	if (!swot->scale.given || *text == '\0')
		return;
	end = dots ? dots + strspn(dots, ".") : "";
	if (dots == NULL ||
	    !number_read(uni_line(arena_of(swot),
			     arena_copy(arena_of(swot), text,
				 (size_t)(dots - text))),
		&swot->lowest) ||
	    !number_read(uni_line(arena_of(swot), end), &swot->highest) ||
	    swot->lowest >= swot->highest || swot->lowest < -1000000 ||
	    swot->highest > 1000000)
		bind_fault(swot->bind, swot->scale.pos, M_SWOT_NO_SCALE, text);
}

void
crossing_read(struct swot *swot)
{
	struct node *const *nodes = swot->crossing_nodes.at;
	size_t i;

	read_scale(swot);
	if (!make_cells(swot))
		return;
	read_prompts(swot);
	for (i = 0; i < swot->crossing_nodes.count; i++)
		read_nodes(swot, nodes[i],
		    nodes[i]->level > 0 ? nodes[i]->whole : "");
	read_priorities(swot);
}
