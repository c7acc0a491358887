#include "sheet/matrix.h"

#include <string.h>

#include "value/number.h"

/* Whether a node's key is some one, with a scale behind it or none. */
static bool
is_key(enum term key, const struct node *node)
{
	char name[64];
	struct scale scale;
	size_t front;

	if (*node->key == '\0')
		return false;
	if (term_is(node->key, key))
		return true;
	if (!scale_read_behind(node->key, LANG_NONE, &scale, &front) ||
	    front >= sizeof(name))
		return false;
	memcpy(name, node->key, front);
	name[front] = '\0';
	return term_is(name, key);
}

/* The row whose key a column has, or NULL. */
static const struct bind_row *
find_row(const struct bind_row *rows, const struct node *cell)
{
	while (rows->kind != BIND_END &&
	    (rows->key == T_NONE || !is_key(rows->key, cell)))
		rows++;
	return rows->kind != BIND_END ? rows : NULL;
}

/* Whether a column of amounts holds a score instead: "Budget: 4", "4/5". */
static bool
is_score(const struct bind_row *row, const struct node *cell)
{
	char score[8];
	size_t length = strcspn(cell->text, "/");
	int64_t number;

	if (row == NULL || row->kind != BIND_MONEY || length >= sizeof(score))
		return false;
	memcpy(score, cell->text, length);
	score[length] = '\0';
	return number_read(score, &number) && number >= 0 && number <= 100000;
}

bool
matrix_claims(const struct node *section, enum term head,
    const struct bind_row *rows)
{
	const struct node *cell = section->first;
	const struct bind_row *row;
	size_t columns = 0;

	if (cell == NULL || cell->table == 0 || cell->first == NULL ||
	    !is_key(head, cell->first))
		return false;
	for (cell = cell->first->next; cell != NULL; cell = cell->next) {
		row = find_row(rows, cell);
		if (is_score(row, cell))
			row = NULL;
		if (row != NULL && (row->flags & BIND_COMPUTED) == 0)
			return false;
		columns += row == NULL && *cell->key != '\0';
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

/* What a name is, looked up once: as it stands, or without a scale. */
struct known {
	const char *plain;          /* without the scale behind it */
	struct scale scale;         /* or 0 to 0 */
	unsigned of;                /* bits of the sides that have it */
	const struct bind_row *row; /* whose key it is, or NULL */
	bool told;                  /* that there is no side for it */
};

/* What is known so far of the cells below. */
struct place {
	struct bind_text names[MATRIX_SIDES];
	/* Headings and keys above that are on no side's list: the innermost is
	 * of the first side that nothing else names. */
	struct bind_text above[MATRIX_SIDES];
	size_t depth;
	size_t across; /* the side of the columns beside, from 1; 0 for none */
};

/* How many of the names beside each other are of each side. */
struct beside {
	size_t count;
	size_t of[MATRIX_SIDES];
};

static void read_below(struct matrix *matrix, const struct node *node,
    struct place place);

/* What a plain name is of, or whose key it is. */
static bool
find_name(const struct matrix *matrix, const char *plain, struct known *known)
{
	const struct matrix_side *side = matrix->sides;

	known->plain = plain;
	for (size_t i = 0; i < matrix->count; i++)
		if (side[i].has != NULL && side[i].has(side[i].context, plain))
			known->of |= 1u << i;
	if (known->of == 0)
		known->row = bind_find(matrix->bind, matrix->rows, plain);
	return known->of != 0 || known->row != NULL;
}

static struct known *
look(struct matrix *matrix, const char *name)
{
	struct arena *arena = matrix->bind->doc->arena;
	const char *plain = md_plain(arena, name);
	struct dict_entry *entry;
	struct known *known;
	size_t front;

	if (matrix->known.arena == NULL)
		dict_init(&matrix->known, arena);
	entry = dict_enter(&matrix->known, plain);
	if (entry->value != NULL)
		return entry->value;
	entry->value = known = arena_alloc(arena, sizeof(*known));
	*known = (struct known){ .plain = plain };
	if (*plain == '\0' || find_name(matrix, plain, known) ||
	    !scale_read_behind(plain, matrix->bind->words, &known->scale,
		&front) ||
	    find_name(matrix, arena_copy(arena, plain, front), known))
		return known;
	for (size_t i = 0; i < matrix->count; i++)
		known->of |= (unsigned)matrix->sides[i].scaled << i;
	if (known->of == 0)
		known->plain = plain;
	return known;
}

static struct bind_text
key_of(const struct matrix *matrix, const struct node *node)
{
	return bind_text_at(md_text(matrix->bind->doc->arena, node->key),
	    node->key_pos);
}

static struct bind_text
text_of(const struct matrix *matrix, const struct node *node)
{
	return (
	    struct bind_text){ bind_text(matrix->bind, node), node->pos, true };
}

static const struct bind_row *
row_of(struct matrix *matrix, const struct node *pair)
{
	return look(matrix, key_of(matrix, pair).text)->row;
}

/* The side that a column or a pair tells by its value; the count for none. */
static size_t
side_told(struct matrix *matrix, const struct node *pair)
{
	const struct bind_row *row = row_of(matrix, pair);

	return row != NULL && row < matrix->rows + matrix->count
	    ? (size_t)(row - matrix->rows)
	    : matrix->count;
}

static void
add_name(struct matrix *matrix, struct beside *beside, const char *name)
{
	unsigned of = look(matrix, name)->of;

	beside->count++;
	for (size_t i = 0; i < matrix->count; i++)
		beside->of[i] += (of >> i) & 1;
}

/* The side with a list that most of some names are of, among those that a
 * place does not know; the count for none. */
static size_t
side_of(const struct matrix *matrix, const struct beside *beside,
    const struct place *place)
{
	size_t best = matrix->count, i;

	for (i = 0; i < matrix->count; i++)
		if (place->names[i].text == NULL && beside->of[i] > 0 &&
		    (best == matrix->count || beside->of[i] > beside->of[best]))
			best = i;
	return best;
}

/* What it is worth to have names for a side: one that is known is for no more
 * of them. */
static size_t
worth(const struct matrix *matrix, const struct beside *beside,
    const struct place *known, size_t side)
{
	if (side == matrix->count)
		return 0;
	return beside->count == 0 || known->names[side].text != NULL
	    ? 0
	    : beside->of[side] + 1;
}

/* The sides that the rows of a table and its columns are of: those that most
 * of both are, and the earlier one where that tells nothing. */
static void
choose(const struct matrix *matrix, const struct beside *rows,
    const struct beside *columns, const struct place *known, size_t *row_side,
    size_t *column_side)
{
	size_t most = 0, one, two, i, j;

	*row_side = *column_side = matrix->count;
	for (i = 0; i <= matrix->count; i++)
		for (j = 0; j <= matrix->count; j++) {
			one = worth(matrix, rows, known, i);
			two = worth(matrix, columns, known, j);
			if ((i == j && one > 0) || one + two <= most)
				continue;
			most = one + two;
			*row_side = one > 0 ? i : matrix->count;
			*column_side = two > 0 ? j : matrix->count;
		}
}

/* What a pair under the title of a document names of a side; or, where it is of
 * who signs, its author. */
static struct bind_text
titled_of(const struct matrix *matrix, size_t side)
{
	const enum term keys[] = { matrix->rows[side].key, T_AUTHOR };
	const struct doc *doc = matrix->bind->doc;

	for (size_t i = 0; i < doc->part_count; i++) {
		if (doc->parts[i].document != matrix->document)
			continue;
		NODE_EACH(const struct node, pair, doc->parts[i].root)
			if (pair->level == 0 && *pair->key != '\0' &&
			    term_find(pair->key, keys,
				matrix->sides[side].signs ? 2 : 1,
				NULL) != T_NONE)
				return text_of(matrix, pair);
	}
	return (struct bind_text){ .text = NULL };
}

/* Gives the sides that nothing names the names above. */
static void
take_above(struct matrix *matrix, struct place *place)
{
	struct bind_text *name;
	struct known *known;

	for (size_t i = 0; i < matrix->count && place->depth > 0; i++)
		if (place->names[i].text == NULL)
			place->names[i] = place->above[--place->depth];
	while (place->depth > 0) {
		name = &place->above[--place->depth];
		known = look(matrix, name->text);
		if (!known->told)
			bind_fault(matrix->bind, name->pos, M_UNKNOWN_KEY,
			    md_plain(matrix->bind->doc->arena, name->text));
		known->told = true;
	}
}

/* Gives the sides that nothing names the names above, and who signed; returns
 * what a side without a name is called, or T_NONE. */
static enum term
settle(struct matrix *matrix, struct place *place)
{
	struct bind_text *name = place->names;
	const struct matrix_side *side = matrix->sides;
	enum term missing = T_NONE;

	take_above(matrix, place);
	for (size_t i = 0; i < matrix->count; i++, name++, side++) {
		if (name->text == NULL && side->signs && place->across != i + 1)
			*name = matrix->heading;
		if (name->text == NULL && side->titled &&
		    place->across != i + 1)
			*name = titled_of(matrix, i);
		if (name->text == NULL && !side->optional)
			missing = matrix->rows[i].key;
	}
	return missing;
}

/* Takes the scale off a name that is known without it. */
static void
take_scale(struct matrix *matrix, struct bind_text *name, struct scale *scale)
{
	const struct known *known = look(matrix, name->text);

	if (known->scale.highest > known->scale.lowest)
		*scale = known->scale;
	if (known->of != 0)
		name->text = md_text(matrix->bind->doc->arena, known->plain);
}

/* row: of a remark or a weight, which is of what is named beside it alone. */
static void
add_cell(struct matrix *matrix, const struct node *node, struct place place,
    const struct bind_row *row)
{
	struct matrix_cell *cell;
	struct bind_text key;
	enum term missing = node != NULL ? settle(matrix, &place) : T_NONE;

	if (missing != T_NONE && row == NULL) {
		if (!node_is_empty(node) && matrix->missed != missing) {
			bind_fault(matrix->bind, node->pos, M_MISSING_KEY,
			    term_name(missing, matrix->bind->doc->lang));
			matrix->missed = missing;
		}
		return;
	}
	cell = bind_append(matrix->bind, &matrix->cells, sizeof(*cell));
	*cell = (struct matrix_cell){ .node = node,
		.row = row,
		.document = matrix->document };
	memcpy(cell->names, place.names, sizeof(cell->names));
	for (size_t i = 0; i < matrix->count; i++)
		if (cell->names[i].text != NULL)
			take_scale(matrix, &cell->names[i], &cell->scale);
	if (node != NULL && *node->key != '\0') {
		key = key_of(matrix, node);
		take_scale(matrix, &key, &cell->scale);
	}
}

/* A value, or the map or the table that it is under names which are known. */
static void
read_value(struct matrix *matrix, const struct node *pair, struct place place,
    const struct bind_row *beside)
{
	size_t open = 0, i;

	for (i = 0; i < matrix->count; i++)
		open += place.names[i].text == NULL;
	if (pair->first != NULL && open > place.depth && beside == NULL)
		read_below(matrix, pair, place);
	else
		add_cell(matrix, pair, place, beside);
}

/* A pair whose key is of a side, or its value, or something beside it; above: it
 * is no cell, and what stands below it tells of which side it is. */
static void
read_pair(struct matrix *matrix, const struct node *pair, size_t side,
    struct place place, const struct bind_row *beside, bool above)
{
	const struct bind_row *row = row_of(matrix, pair);
	const struct bind_row *value = matrix->rows + matrix->count;
	struct bind_text name = key_of(matrix, pair);

	if (row != NULL) {
		if (row >= value && (row->flags & BIND_COMPUTED) == 0)
			read_value(matrix, pair, place,
			    row > value ? row : beside);
		return;
	}
	if (side < matrix->count) {
		place.names[side] = name;
	} else if (above && place.depth < matrix->count) {
		place.above[place.depth++] = name;
	} else {
		bind_fault(matrix->bind, pair->key_pos, M_UNKNOWN_KEY,
		    pair->key);
		return;
	}
	read_value(matrix, pair, place, beside);
}

/* The first cell of a table's row, where its key does not say what it is. */
static const struct node *
head_of(struct matrix *matrix, const struct node *row)
{
	return row->table > 0 && row_of(matrix, row->first) == NULL ? row->first
								    : NULL;
}

/* What a row is called, by the cells that say so; false where it is to be
 * passed over: a row of figures ("Place" among options is none), or one that nothing names and that is a
 * fault.  beside: it is a row of something beside the values. */
static bool
read_names(struct matrix *matrix, const struct node *row, size_t row_side,
    struct place *place, const struct bind_row **beside)
{
	const struct node *head = head_of(matrix, row);
	const struct bind_row *named;
	bool empty = true, nameless = false;
	struct bind_text name;
	size_t side;

	*beside = NULL;
	NODE_EACH(const struct node, pair, row) {
		side = pair == head ? row_side : side_told(matrix, pair);
		if (side == matrix->count) {
			empty = empty && node_is_empty(pair);
			continue;
		}
		name = text_of(matrix, pair);
		named = look(matrix, name.text)->row;
		if (named != NULL && (named->flags & BIND_COMPUTED)) {
			if (side != matrix->ranked || named->key == T_TOTAL ||
			    named->key == T_MEAN)
				return false;
			named = NULL;
		}
		if (named != NULL && named > matrix->rows + matrix->count) {
			*beside = named;
			continue;
		}
		nameless =
		    nameless || (*name.text == '\0' && pair == row->first);
		place->names[side] = name;
	}
	if (nameless && !empty)
		bind_fault(matrix->bind, row->pos, M_MISSING_KEY,
		    term_name(matrix
				  ->rows[row_side < matrix->count
					  ? row_side
					  : side_told(matrix, row->first)]
				  .key,
			matrix->bind->doc->lang));
	return !nameless;
}

/* One row of a table, or an item with pairs. */
static void
read_row(struct matrix *matrix, const struct node *row, size_t row_side,
    size_t side, struct place place)
{
	const struct node *head = head_of(matrix, row);
	const struct bind_row *beside;

	if (!read_names(matrix, row, row_side, &place, &beside))
		return;
	place.across = side < matrix->count ? side + 1 : 0;
	if (row->table > 0 && beside == NULL)
		add_cell(matrix, NULL, place, NULL);
	NODE_EACH(const struct node, pair, row)
		if (*pair->key != '\0' && pair != head)
			read_pair(matrix, pair, side, place, beside, false);
		else if (pair != head && !node_is_empty(pair))
			bind_fault(matrix->bind, pair->pos,
			    row->table > 0 ? M_SURPLUS_CELL : M_NESTED);
}

/* Counts the names of a row, and of the columns that it has; told: the sides
 * that its keys tell. */
static void
count_row(struct matrix *matrix, const struct node *row, struct beside *rows,
    struct beside *columns, struct place *told)
{
	const struct node *head = head_of(matrix, row);
	size_t side;

	if (head != NULL)
		add_name(matrix, rows, text_of(matrix, head).text);
	NODE_EACH(const struct node, pair, row) {
		side = side_told(matrix, pair);
		if (side < matrix->count)
			told->names[side].text = "";
		else if (pair != head && row_of(matrix, pair) == NULL)
			add_name(matrix, columns, key_of(matrix, pair).text);
	}
}

/* The criterion or the entry that a corner names is that of all the table. */
static void
read_corner(struct matrix *matrix, const struct node *row, struct place *place,
    struct place *told)
{
	struct bind_text name = key_of(matrix, row->first);
	struct beside corner = { .count = 0 };
	size_t side;

	add_name(matrix, &corner, name.text);
	side = side_of(matrix, &corner, place);
	if (side < matrix->count && matrix->count > 2)
		place->names[side] = told->names[side] = name;
}

/* Where several sides have no list, the names in a table are of none that the
 * title tells, or a heading above. */
static void
tell_titled(const struct matrix *matrix, struct place *told)
{
	const struct matrix_side *side = matrix->sides;
	size_t open = 0, i;

	for (i = 0; i < matrix->count; i++)
		open += side[i].has == NULL && !side[i].optional;
	for (i = 0; i < matrix->count && open > 1; i++)
		if (side[i].titled && told->names[i].text == NULL &&
		    ((side[i].signs && told->depth > 0) ||
			titled_of(matrix, i).text != NULL))
			told->names[i].text = "";
}

/* Rows of one table, or items with pairs; returns what stands behind. */
static const struct node *
read_rows(struct matrix *matrix, const struct node *first, struct place place)
{
	struct beside rows = { .count = 0 }, columns = { .count = 0 };
	struct node lines = { .kind = NODE_MAP, .key = "", .text = "" }, *line;
	struct place told = place;
	const struct node *row, *total = NULL;
	size_t row_side, side;

	for (row = first; row != NULL && row->table == first->table &&
	     (row->table > 0 || *row->key == '\0');
	     row = row->next) {
		line = bind_pair_of(matrix->bind->doc->arena, row);
		if (row->first != NULL && row->next == NULL &&
		    bind_passes_total(matrix->bind, row))
			total = row;
		else if (row->first != NULL)
			count_row(matrix, row, &rows, &columns, &told);
		else if (line != NULL && look(matrix, line->key)->of != 0)
			node_append(&lines, line);
		else if (*row->text != '\0')
			bind_fault(matrix->bind, row->pos, M_NOT_A_MAP);
	}
	if (lines.first != NULL)
		read_below(matrix, &lines, place);
	if (rows.count > 0)
		read_corner(matrix, first, &place, &told);
	tell_titled(matrix, &told);
	choose(matrix, &rows, &columns, &told, &row_side, &side);
	for (; first != row; first = first->next)
		if (first->first != NULL && first != total)
			read_row(matrix, first, row_side, side, place);
	return row;
}

/* What stands under a heading, or in a map. */
static void
read_below(struct matrix *matrix, const struct node *node, struct place place)
{
	const struct node *child = node->first;
	struct beside keys = { .count = 0 };
	size_t side;

	for (; child != NULL; child = child->next) {
		if (*child->key == '\0' || child->table > 0)
			continue;
		side = side_told(matrix, child);
		if (side < matrix->count)
			place.names[side] = text_of(matrix, child);
		else if (row_of(matrix, child) == NULL)
			add_name(matrix, &keys, key_of(matrix, child).text);
	}
	side = side_of(matrix, &keys, &place);
	for (child = node->first; child != NULL;)
		if (*child->key == '\0' || child->table > 0) {
			child = read_rows(matrix, child, place);
		} else {
			read_pair(matrix, child, side, place, NULL, true);
			child = child->next;
		}
}

/* A section: its heading names one of a list, or else who signed it. */
static void
read_section(struct matrix *matrix, const struct node *section)
{
	struct place place = { .depth = 0 };
	struct bind_text name = key_of(matrix, section);
	struct beside heading = { .count = 0 };
	size_t side;

	matrix->document = section->part;
	matrix->heading = (struct bind_text){ .text = NULL };
	add_name(matrix, &heading, name.text);
	side = side_of(matrix, &heading, &place);
	if (side < matrix->count)
		place.names[side] = name;
	else if (*name.text != '\0' &&
	    term_read(name.text, TERM_GLOSSED, &matrix->own, 1, NULL) == T_NONE)
		matrix->heading = name;
	if (section->first == NULL && *section->text != '\0')
		bind_fault(matrix->bind, section->pos, M_NOT_A_MAP);
	read_below(matrix, section, place);
}

void
matrix_read(struct matrix *matrix, const struct bind_list *nodes)
{
	BIND_EACH(const struct node *const, node, nodes)
		read_section(matrix, *node);
}

const struct node *
matrix_table(struct matrix *matrix, const struct node *row)
{
	return read_rows(matrix, row, (struct place){ .depth = 0 });
}
