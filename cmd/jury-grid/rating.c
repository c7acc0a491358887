/*
 * rating: what the tables say: one rating a juror, an entry and a criterion,
 * remarks, and weights that stand in the same table.
 */
#include <string.h>

#include "jury.h"
#include "sheet/matrix.h"
#include "value/number.h"

const struct bind_row jury_rating_rows[] = {
	ROW(rating, names[JUROR], .key = T_JUROR),
	ROW(rating, names[ENTRY], .key = T_ENTRY),
	ROW(rating, names[CRITERION], .key = T_CRITERION),
	ROW(rating, score, .key = T_SCORE),
	{ BIND_TEXT, T_JURY_REMARK },
	{ BIND_NUMBER, T_WEIGHT },
	{ BIND_TEXT, T_MEAN, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_TOTAL, 0, BIND_COMPUTED },
	{ BIND_TEXT, T_RANK, 0, BIND_COMPUTED },
	{ BIND_END },
};

/* A table of a juror's ratings, or of an entry's or a criterion's, where no
 * heading says so: it has figures. */
bool
jury_claims(const struct node *section)
{
	static const enum term columns[][3] = { { T_JUROR },
		{ T_ENTRY, T_SCORE }, { T_CRITERION, T_SCORE } };
	const struct node *row = section->first, *cell;
	const char *rest;
	int64_t score;

	if (row == NULL || row->table == 0 ||
	    term_find_computed(T_JURY_GRID, section->key) != T_NONE)
		return false;
	for (cell = row->first; cell != NULL; cell = cell->next)
		if (number_read_front(cell->text, &score, &rest) &&
		    (*rest == '\0' || *rest == '/'))
			break;
	return cell != NULL &&
	    (matrix_has(section, columns[0]) ||
		matrix_has(section, columns[1]) ||
		matrix_has(section, columns[2]) ||
		matrix_claims(section, T_ENTRY, jury_entry_rows) ||
		matrix_claims(section, T_CRITERION, jury_criterion_rows));
}

/* "14/20": the score alone, and the scale that it says. */
static const struct node *
score_of(struct method *method, const struct node *node, struct scale *scale)
{
	const char *plain = method_plain(method, node->text), *rest;
	struct scale said = { 0, 0 };
	struct node *score;
	int64_t front;

	if (!number_read_front(plain, &front, &rest) || *rest != '/' ||
	    !number_read(rest + 1 + strspn(rest + 1, " "), &said.highest))
		return node;
	*scale = said;
	score = node_again(method->arena, node);
	score->text = number_text(method->arena, front, 0, false, method->lang);
	return score;
}

/* The one entry of a document, or of all; no text where there are others. */
static struct bind_text
only_entry(const struct jury *jury, size_t document)
{
	const bool one = jury->entries.count == 1;
	struct bind_text only = { .text = NULL };
	size_t count = 0;

	BIND_EACH(const struct entry, entry, &jury->listed)
		if (one || entry->document == document) {
			only = *entry->id.text ? entry->id : entry->text;
			count++;
		}
	if (!one && count > 1)
		only.text = NULL;
	return only;
}

/* What is said beside the scores, of whatever is named there; of a column that
 * is no criterion the head stays with it. */
static void
add_remark(struct method *method, struct jury *jury,
    const struct matrix_cell *cell, const char *head)
{
	struct remark remark = { .juror = cell->names[JUROR],
		.entry = cell->names[ENTRY],
		.criterion = cell->names[CRITERION],
		.text = { .text = bind_text(method->bind, cell->node),
		    .pos = cell->node->pos,
		    .given = true } };

	if (remark.entry.text == NULL)
		remark.entry = only_entry(jury, cell->document);
	if (*head != '\0') {
		remark.criterion = (struct bind_text){ .text = NULL };
		remark.text.text = arena_format(method->arena, "%s%s%s", head,
		    method_word(method, T_COLON), remark.text.text);
	}
	if (remark.juror.text != NULL)
		method_person(method, remark.juror.text);
	bind_fill_texts(jury_remark_rows, &remark);
	bind_add(method->bind, &jury->remarks, remark);
}

/* A weight in the table of scores is its criterion's. */
static void
add_weight(struct method *method, struct jury *jury,
    const struct matrix_cell *cell)
{
	const struct bind_row *row = jury_criterion_rows;
	struct criterion *criterion, given = { .plain = "" };

	if (cell->names[CRITERION].text == NULL)
		return;
	criterion =
	    refer_find(&jury->refers[CRITERION], &cell->names[CRITERION]);
	while (row->key != T_WEIGHT)
		row++;
	if (criterion == NULL ||
	    !bind_value(method->bind, row, cell->node, &given))
		return;
	if (!criterion->weight.given)
		criterion->weight = given.weight;
	else if (criterion->weight.thousandths != given.weight.thousandths)
		bind_fault(method->bind, cell->node->pos, M_CONFLICT,
		    method_word(method, T_WEIGHT),
		    method_number(method, given.weight.thousandths),
		    method_number(method, criterion->weight.thousandths),
		    bind_place(method->bind, criterion->weight.pos));
}

/* Settles what a rating is of; false after a fault. */
static bool
settle(struct method *method, struct jury *jury, struct rating *rating,
    size_t document)
{
	struct bind_text *name = rating->names;
	struct refer *refer;
	char *item;

	if (name[ENTRY].text == NULL)
		name[ENTRY] = only_entry(jury, document);
	if (name[JUROR].text == NULL)
		name[JUROR] = bind_text_at(method_word(method, T_JURY_WHOLE),
		    rating->node->pos);
	for (enum side side = ENTRY; side < SIDES; side++) {
		refer = &jury->refers[side];
		if (name[side].text == NULL && refer->list->count == 1)
			continue;
		if (name[side].text == NULL || *name[side].text == '\0') {
			bind_fault(method->bind, rating->node->pos,
			    M_MISSING_KEY,
			    method_word(method, jury_rating_rows[side].key));
			return false;
		}
		item = refer_find(refer, &name[side]);
		if (item == NULL)
			return false;
		rating->at[side] =
		    (size_t)(item - (char *)refer->list->at) / refer->size;
	}
	return true;
}

static void
add_rating(struct method *method, struct jury *jury,
    const struct matrix_cell *cell)
{
	struct rating rating = { .scale = cell->scale };
	struct bind_text *juror;
	bool met;

	memcpy(rating.names, cell->names, sizeof(rating.names));
	rating.node = score_of(method, cell->node, &rating.scale);
	if (!settle(method, jury, &rating, cell->document))
		return;
	juror = gather_enter(&jury->jurors, rating.names[JUROR].text, &met);
	if (!met) {
		*juror = rating.names[JUROR];
		method_person(method, juror->text);
	}
	rating.at[JUROR] = gather_place(&jury->jurors, juror);
	bind_add(method->bind, &jury->ratings, rating);
}

/* Whether a cell has no number. */
static bool
is_words(struct method *method, const struct matrix_cell *cell)
{
	struct amount amount;

	return number_reading(method_plain(method, cell->node->text),
		   method->lang, &amount) == SURE_NOT;
}

/* Whether a cell's criterion is none of the list. */
static bool
is_beside(const struct jury *jury, const struct matrix_cell *cell)
{
	const struct bind_text *name = &cell->names[CRITERION];

	return name->text != NULL &&
	    !refer_has(&jury->refers[CRITERION], name->text);
}

/* Whether a cell is a second value of the row that the cell before is in. */
static bool
is_second(const struct bind_list *cells, const struct matrix_cell *cell)
{
	return cell > (const struct matrix_cell *)cells->at &&
	    cell[-1].node != NULL && cell[-1].row == NULL &&
	    cell[-1].node->next == cell->node &&
	    term_is(cell[-1].node->key, T_SCORE);
}

/* Whether what heads a cell's column says that it is a criterion. */
static bool
is_told(const struct matrix_cell *cell)
{
	const struct bind_text *name = &cell->names[CRITERION];

	return cell->node != NULL && name->text != NULL &&
	    (cell->scale.highest > cell->scale.lowest ||
		weight_is(NULL, name->text));
}

/* The list of a side that has none: every name that the tables have of it, or of
 * criteria those that say that they are, where some do; false after the fault that
 * they have none either. */
static bool
list_names(struct method *method, struct jury *jury, enum side side,
    const struct bind_list *cells)
{
	struct refer *refer = &jury->refers[side];
	struct gather names =
	    gather_new(method->bind, sizeof(struct bind_text));
	struct bind_list *list =
	    side == ENTRY ? &jury->entries : &jury->criteria;
	char *item;

	BIND_EACH(const struct matrix_cell, cell, cells)
		jury->told |= side == CRITERION && is_told(cell);
	BIND_EACH(const struct matrix_cell, cell, cells)
		if (cell->node != NULL && cell->row == NULL &&
		    (side != CRITERION || !jury->told || is_told(cell)) &&
		    cell->names[side].text != NULL &&
		    *cell->names[side].text != '\0')
			*(struct bind_text *)gather_enter(&names,
			    cell->names[side].text, NULL) = cell->names[side];
	BIND_EACH(const struct bind_text, name, &names.list) {
		item = bind_append(method->bind, list, refer->size);
		bind_fill_texts(refer->rows, item);
		*(struct bind_text *)(item +
		    bind_flagged(refer->rows, BIND_MAIN)->at) = *name;
	}
	*refer = refer_open(*refer);
	if (list->count == 0 && cells->count > 0)
		bind_miss(method->bind, refer->key);
	return list->count > 0 || cells->count == 0;
}

void
jury_read_tables(struct method *method, struct jury *jury)
{
	struct matrix matrix = { .bind = method->bind,
		.rows = jury_rating_rows,
		.ranked = ENTRY,
		.sides = { [JUROR] = { .signs = true,
			       .titled = true,
			       .optional = true },
		    [ENTRY] = { .titled = true },
		    [CRITERION] = { .has = weight_is, .scaled = true } },
		.count = SIDES,
		.own = T_JURY_SCORES };

	for (enum side side = ENTRY; side < SIDES; side++)
		if (jury->refers[side].list->count > 0)
			matrix.sides[side] =
			    (struct matrix_side){ .has = refer_has,
				    .context = &jury->refers[side],
				    .optional = true };
	jury->jurors = gather_new(method->bind, sizeof(struct bind_text));
	matrix_read(&matrix, &jury->tables);
	for (enum side side = SIDES; side-- > ENTRY;)
		if (jury->refers[side].list->count == 0 &&
		    !list_names(method, jury, side, &matrix.cells))
			return;
	BIND_EACH(const struct matrix_cell, cell, &matrix.cells) {
		if (cell->node == NULL ||
		    (cell->node->first == NULL &&
			bind_is_none(cell->node->text)))
			continue;
		if (cell->row != NULL && cell->row->key == T_WEIGHT)
			add_weight(method, jury, cell);
		else if (cell->row != NULL)
			add_remark(method, jury, cell, "");
		else if ((jury->told || is_words(method, cell)) &&
		    is_beside(jury, cell))
			add_remark(method, jury, cell,
			    cell->names[CRITERION].text);
		else if (is_words(method, cell) &&
		    is_second(&matrix.cells, cell))
			add_remark(method, jury, cell, "");
		else
			add_rating(method, jury, cell);
	}
}
