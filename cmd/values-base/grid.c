/*
 * grid: who holds which value, as a table of marks: a row a value and a column a
 * person, or the other way round.  It is read as what each of them holds.
 */
#include "value/marks.h"
#include "values.h"

/* The number that a cell is, 1 for a mark, 0 for nothing or "no".  False where it
 * is none. */
static bool
read_mark(const char *text, uint64_t *number)
{
	static const enum term answers[] = { T_YES, T_NO };
	enum term answer = term_find(text, answers, 2, NULL);
	bool drawn;

	*number = answer == T_YES;
	return answer != T_NONE || bind_is_none(text) ||
	    marks_reading(text, LANG_NONE, number, &drawn) == SURE_EXACT;
}

/* The next cell of a person: in the row, or in the column below; NULL: none. */
static const struct node *
next_cell(const struct node **row, size_t column, const struct node *cell)
{
	size_t table = (*row)->table;

	if (column == 0)
		return cell->next;
	*row = (*row)->next;
	return *row != NULL && (*row)->table == table ? node_child(*row, column)
						      : NULL;
}

/*
 * Adds what somebody holds, of a row, or of a column where that is not 0: the
 * values with a mark, or with ranks from 1 on, which are put in their order.
 * False where the cells are something else.
 */
static bool
add_values(struct arena *arena, const struct node *first, size_t column,
    struct node *person)
{
	uint64_t number, rank = 1;
	const struct node *row, *cell;
	bool ranked = false;
	size_t marked = 0, before;

	do {
		row = first;
		cell = column > 0 ? node_child(row, column) : row->first->next;
		before = person->count;
		for (; cell != NULL; cell = next_cell(&row, column, cell)) {
			if (!read_mark(cell->text, &number))
				return false;
			marked += rank == 1 && number > 0;
			ranked = ranked || number > 1;
			if (number == rank)
				node_append(person,
				    node_text(arena,
					column > 0 ? row->first->text
						   : cell->key,
					cell->pos));
		}
		if (person->count > before + 1 && ranked)
			return false;
	} while (ranked && ++rank <= marked);
	return person->count == marked;
}

/* Whether a column has what a sheet tells of a value or a person, and no marks. */
static bool
names_column(const char *key)
{
	return term_is_any(key, T_VALUES, T_SYNONYMS, T_DEFINITION,
	    T_DEFINITIONS, T_BEHAVIOUR, T_BEHAVIOURS);
}

/* Tells the values of a grid that nobody marked, and faults cells beyond its
 * people. */
static void
tell_unheld(struct method *method, const struct node *row, size_t table)
{
	uint64_t number, marked;

	for (; row != NULL && row->table == table; row = row->next) {
		marked = 0;
		NODE_EACH(const struct node, cell, row) {
			if (*cell->key == '\0' && *cell->text != '\0')
				bind_fault(method->bind, cell->pos,
				    M_SURPLUS_CELL);
			marked += cell != row->first &&
			    read_mark(cell->text, &number) && number > 0;
		}
		if (marked == 0 && *row->first->text != '\0')
			note_add(&method->bind->doc->remarks, row->pos,
			    M_VALUES_NOBODY,
			    method_plain(method, row->first->text));
	}
}

/* The people of a grid that a row begins, each over a list; NULL where it is
 * none. */
static struct node *
read_grid(struct method *method, const struct node *first)
{
	struct arena *arena = method->arena;
	struct node *people = node_new(arena, NODE_LIST, first->pos), *person;
	const struct node *cell = first->first, *row = first;
	bool by_value =
	    cell != NULL && term_is_any(cell->key, T_VALUE, T_VALUES);
	size_t marked = 0;

	if (first->table == 0 || cell == NULL || cell->next == NULL ||
	    (!by_value && !term_is(cell->key, T_NAME)))
		return NULL;
	for (cell = cell->next; cell != NULL; cell = cell->next)
		if (*cell->key == '\0' || names_column(cell->key))
			return NULL;
	cell = by_value ? first->first->next : first->first;
	for (size_t column = by_value; cell != NULL;) {
		person = node_new(arena, NODE_LIST, cell->pos);
		person->key = by_value ? cell->key : cell->text;
		if (!add_values(arena, row, column, person))
			return NULL;
		node_append(people, person);
		marked += person->count;
		if (by_value) {
			cell = cell->next;
			column++;
		} else {
			row = row->next;
			cell = row != NULL && row->table == first->table
			    ? row->first
			    : NULL;
		}
	}
	return marked > 0 ? people : NULL;
}

/* Has the first grid of a list or a section be what its people hold. */
static bool
unfold(struct method *method, struct node *list)
{
	struct node was, *people = NULL, *child = list->first;
	size_t table = 0;

	for (; child != NULL && people == NULL; child = child->next) {
		people = child->table > table ? read_grid(method, child) : NULL;
		table = child->table;
	}
	if (people == NULL)
		return false;
	for (child = list->first; child->table != table;)
		child = child->next;
	tell_unheld(method, child, table);
	was = node_emptied(list);
	while ((child = node_take(&was)) != NULL)
		if (child->table != table)
			node_append(list, child);
	while ((child = node_take(people)) != NULL)
		node_append(list, child);
	return true;
}

void
grid_arrange(struct method *method, struct node *root, struct node *section)
{
	const struct node *head = section->first;
	enum lang lang = LANG_FR;

	if (head == NULL || head->first == NULL)
		return;
	term_find(head->first->key, (enum term[]){ T_VALUE, T_VALUES, T_NAME },
	    3, &lang);
	if (!unfold(method, section))
		return;
	root->taken |= *section->key == '\0';
	if (*section->key == '\0')
		section->key = term_name(T_VALUES, lang);
	else if (term_read(section->key, TERM_OPENED, (enum term[]){ T_VALUES },
		     1, NULL) == T_NONE)
		section->key = section->whole = arena_format(method->arena,
		    "%s (%s)", term_name(T_VALUES, lang), section->whole);
}
