/*
 * bind_table: which column of a table is which key, by what stands in it.
 *
 * A column is a number's or a date's only if some cell holds a digit, or begins
 * with a number in words; and
 * where no column is that of the main text, it is the first one of words that
 * no key names, or else the one that items stand under.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"
#include "value/number.h"
#include "value/scale.h"
#include "value/spelled.h"

/* So many columns of a list, its main one among them, tell what a table is
 * under any heading. */
enum { SURE_COLUMNS = 3 };

/* What the cells of a column hold. */
struct content {
	bool digits, letters;
};

static void
add_content(struct content *content, const char *text)
{
	const char *at = text;
	int32_t c;

	if (bind_is_none(text) || reading_is_empty(text))
		return;
	content->digits = content->digits || spelled_leads(text);
	while ((c = uni_next(&at)) != 0) {
		content->digits = content->digits || (c >= '0' && c <= '9');
		content->letters = content->letters ||
		    (uni_is_word(c) && (c < '0' || c > '9'));
	}
}

static struct content
content_of(const struct node *first, size_t column)
{
	struct content content = { .digits = false };
	const struct node *row = first, *cell;

	for (; row != NULL && row->table == first->table &&
	     (!content.digits || !content.letters);
	     row = row->next) {
		cell = node_child(row, column);
		if (cell != NULL)
			add_content(&content, cell->text);
	}
	return content;
}

/* Whether the cells of a column are empty. */
static bool
is_blank(const struct node *first, size_t column)
{
	const struct node *row = first, *cell;

	for (; row != NULL && row->table == first->table; row = row->next) {
		cell = node_child(row, column);
		if (cell != NULL && !bind_is_none(cell->text))
			return false;
	}
	return true;
}

/* Whether most cells of a column are phrases, which no figure was meant to be:
 * "Interest: a calm street". */
static bool
holds_phrases(const struct node *first, size_t column)
{
	const struct node *row = first, *cell;
	size_t phrases = 0, all = 0, n, blanks;

	for (; row != NULL && row->table == first->table; row = row->next) {
		cell = node_child(row, column);
		if (cell == NULL || *cell->text == '\0')
			continue;
		for (n = blanks = 0; cell->text[n] != '\0'; n++)
			blanks += cell->text[n] == ' ';
		phrases += blanks > 1;
		all++;
	}
	return all > 1 && 2 * phrases > all;
}

/* Whether a row is a number between bounds, as a mark is. */
static bool
is_mark(const struct bind_row *row)
{
	return row->kind == BIND_NUMBER && row->highest > row->lowest;
}

/* Has a column be the user's own, whatever it is called. */
static void
disown(struct bind_columns *columns, const char *key)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->known[i].key == key)
			columns->known[i].row = NULL;
}

/* Whether another column of a table is the key of a row that has one value, rather
 * than this one: the nearest name is, or else the first. */
static bool
is_taken(const struct bind_row *row, const struct node *item,
    const struct node *cell)
{
	size_t place = term_place(cell->key, row->key), other_place;
	const struct node *other = item->first;
	bool before = true;

	if (item->table == 0 || row->kind == BIND_NAMES ||
	    row->kind == BIND_LIST || row->kind == BIND_NODES)
		return false;
	for (; other != NULL; other = other->next) {
		if (other == cell) {
			before = false;
			continue;
		}
		other_place = *other->key != '\0'
		    ? term_place(other->key, row->key)
		    : SIZE_MAX;
		if (other_place < place ||
		    (before && other_place == place && place != SIZE_MAX))
			return true;
	}
	return false;
}

/* The row of numbers that a name is, but for a scale behind it, "Score (1-5)", or
 * words that may stand for one, "Power (H/M/L)". */
static const struct bind_row *
find_scaled(const struct bind_row *rows, const char *name, enum lang *lang)
{
	ARENA_SCRATCH(arena);
	const struct bind_row *row;
	struct scale scale;
	size_t front;
	bool words = false;

	if (!scale_read_behind(name, LANG_NONE, &scale, &front)) {
		front = strcspn(name, "(");
		words = strchr(name + front, '/') != NULL;
		if (!words)
			return NULL;
	}
	row = bind_find_name(rows, arena_copy(arena, name, front), lang);
	return row != NULL && row->kind == BIND_NUMBER &&
		(!words || row->choices != NULL)
	    ? row
	    : NULL;
}

/* The row that a cell of an item names, and the language of the name; or NULL. */
static const struct bind_row *
find_row(const struct bind_row *rows, const struct node *item,
    const struct node *cell, enum lang *lang)
{
	const struct bind_row *row =
	    *cell->key != '\0' ? bind_find_name(rows, cell->key, lang) : NULL;

	if (row == NULL)
		row = find_scaled(rows, cell->key, lang);
	return row != NULL && !is_taken(row, item, cell) ? row : NULL;
}

/* The same, which counts for the language.  All rows of a table have the same
 * keys, so that each is looked up once. */
static const struct bind_row *
named_row(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *cell)
{
	struct bind_columns *columns = &bind->columns;
	bool table = item->table > 0 && item->table == columns->table &&
	    rows == columns->rows;
	const struct bind_row *row;
	enum lang lang = LANG_NONE;
	size_t i = 0;

	while (i < columns->count && columns->known[i].key != cell->key)
		i++;
	if (table && i < columns->count) {
		row = columns->known[i].row;
		lang = columns->known[i].lang;
	} else {
		row = find_row(rows, item, cell, &lang);
	}
	if (table && i == columns->count && i < BIND_MOST_COLUMNS) {
		columns->known[i].key = cell->key;
		columns->known[i].row = row;
		columns->known[i].lang = lang;
		columns->count++;
	}
	if (row != NULL)
		bind_vote(bind, lang);
	return row;
}

/* Whether a column is called as the list is that its items are of: a table of
 * Strengths with a column Strength. */
static bool
is_named_after_list(const struct bind *bind, const struct bind_row *rows,
    const struct node *cell)
{
	const struct bind_row *row = bind->tool->rows;

	while (row->kind != BIND_END &&
	    (row->kind != BIND_LIST || row->rows != rows ||
		term_read(cell->key, TERM_GLOSSED, &row->key, 1, NULL) ==
		    T_NONE))
		row++;
	return *cell->key != '\0' && row->kind != BIND_END;
}

/* Has one of two columns of one value be the user's own, "Section" behind "Theme":
 * the second, or the first where that alone is empty. */
static void
part_two(struct bind_columns *columns, const struct node *first, size_t one,
    size_t two, const struct bind_row *row)
{
	bool filled = !is_blank(first, two);
	size_t own = two;

	if (filled && is_blank(first, one)) {
		columns->known[two].row = row;
		own = one;
	}
	columns->known[own].row = NULL;
	columns->known[own].unsaid = own == one || !filled;
}

/* Parts those columns, of which a name nearer to a key may have taken one. */
static void
part_columns(struct bind_columns *columns, const struct bind_row *rows,
    const struct node *first)
{
	const struct bind_row *row, *before;

	for (size_t i = 0; i < columns->count; i++) {
		row = columns->known[i].row;
		if (row == NULL && *columns->known[i].key != '\0')
			row = bind_find_name(rows, columns->known[i].key, NULL);
		for (size_t j = 0; row != NULL && j < columns->count; j++) {
			before = columns->known[j].row;
			if (j != i && before != NULL && row->at == before->at &&
			    row->kind == before->kind &&
			    row->kind != BIND_NAMES && row->kind != BIND_LIST &&
			    (j < i || columns->known[i].row == NULL))
				part_two(columns, first, j, i, row);
		}
	}
}

/* Keeps the scale that stands behind the name of a column of numbers. */
static void
keep_scale(struct bind *bind, const struct bind_row *row,
    const struct node *cell)
{
	struct scale scale;
	size_t front;

	if (row == NULL || row->kind != BIND_NUMBER || bind->scale.given ||
	    !scale_read_behind(cell->key, bind->words, &scale, &front))
		return;
	bind->scale =
	    bind_text_at(arena_format(bind->doc->arena, "%s..%s",
			     number_text(bind->doc->arena, scale.lowest, 0,
				 false, bind->words),
			     number_text(bind->doc->arena, scale.highest, 0,
				 false, bind->words)),
		cell->key_pos);
}

/* Whether a column of quantities holds words that are no such value. */
static bool
is_unlike(struct bind *bind, const struct bind_row *row,
    const struct node *cell, struct content content)
{
	return row != NULL && bind_is_quantity(row) && content.letters &&
	    !content.digits &&
	    !bind_is_choice(row, md_plain(bind->doc->arena, cell->text));
}

void
bind_look_at_table(struct bind *bind, const struct bind_row *rows,
    const struct node *first)
{
	const struct bind_row *main_row = bind_flagged(rows, BIND_MAIN), *row;
	struct bind_columns *columns = &bind->columns;
	const struct node *cell = first->first;
	const char *words = NULL, *own = NULL, *under = NULL, *who = NULL;
	struct content content;
	bool texts = main_row != NULL && main_row->kind == BIND_TEXT;
	bool main_named = !texts;

	*columns = (struct bind_columns){ .table = first->table, .rows = rows };
	for (size_t i = 0; cell != NULL; cell = cell->next, i++) {
		content = content_of(first, i);
		row = named_row(bind, rows, first, cell);
		if (is_unlike(bind, row, cell, content) && is_mark(row) &&
		    holds_phrases(first, i))
			disown(columns, cell->key), row = NULL;
		if (is_unlike(bind, row, cell, content) &&
		    columns->unlike == NULL)
			columns->unlike = cell->key, row = NULL;
		/* a label may stand for a text that is given elsewhere */
		main_named = main_named ||
		    (row != NULL && row->at == main_row->at) ||
		    (row != NULL && (row->flags & BIND_LABEL) != 0 &&
			(main_row->flags & BIND_REQUIRED) == 0) ||
		    (row != NULL && row->key == main_row->instead);
		if (row == NULL && texts && own == NULL &&
		    is_named_after_list(bind, rows, cell))
			own = cell->key;
		if (texts && row != NULL && content.letters &&
		    (main_row->flags & BIND_REQUIRED) != 0) {
			if ((row->flags & BIND_UNDER) != 0)
				under = cell->key;
			if (i == 0 &&
			    (row->flags & main_row->flags & BIND_WHO) != 0)
				who = cell->key; /* "Who" in front of all */
		}
		texts = texts && (row == NULL || row->at != main_row->at);
		if (row == NULL && content.letters && words == NULL &&
		    (*cell->key != '\0' || i == 0))
			words = cell->key;
	}
	part_columns(columns, rows, first);
	if (texts && own != NULL)
		columns->text = own;
	else if (!main_named)
		columns->text = who != NULL ? who
		    : words != NULL         ? words
					    : under;
	if (columns->text == NULL)
		columns->unlike = NULL;
	for (cell = first->first; cell != NULL; cell = cell->next) {
		row = bind_column(bind, rows, first, cell);
		keep_scale(bind, row, cell);
		account_tell(bind->doc->account, cell,
		    row != NULL ? ACCOUNT_READ : ACCOUNT_CARRIED,
		    row != NULL ? row->key : T_NONE);
	}
}

const struct bind_row *
bind_column(struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *cell)
{
	const struct bind_columns *columns = &bind->columns;

	if (item->table > 0 && columns->table == item->table &&
	    columns->rows == rows) {
		if (columns->text != NULL && cell->key == columns->text &&
		    (*cell->key != '\0' || cell == item->first))
			return bind_flagged(rows, BIND_MAIN);
		if (columns->unlike != NULL && cell->key == columns->unlike)
			return NULL;
	}
	return named_row(bind, rows, item, cell);
}

bool
bind_is_unsaid(const struct bind *bind, const struct bind_row *rows,
    const struct node *item, const struct node *cell)
{
	const struct bind_columns *columns = &bind->columns;
	size_t i = 0;

	while (i < columns->count && columns->known[i].key != cell->key)
		i++;
	return item->table > 0 && columns->table == item->table &&
	    columns->rows == rows && i < columns->count &&
	    columns->known[i].unsaid;
}

/* How many columns of a table are keys of some rows, each another one, and
 * whether the main text is among them. */
static size_t
count_known(const struct bind_row *rows, const struct node *first, bool *main)
{
	const struct bind_row *row;
	size_t count = 0;

	*main = false;
	NODE_EACH(const struct node, cell, first) {
		row = *cell->key != '\0' ? find_row(rows, first, cell, NULL)
					 : NULL;
		count += row != NULL && (row->flags & BIND_COMPUTED) == 0;
		*main |= row != NULL && (row->flags & BIND_MAIN) != 0;
	}
	return count;
}

/* Whether a section is one table, with nothing but sections behind it. */
static bool
is_table(const struct node *section)
{
	const struct node *row = section->first;

	if (row == NULL || row->table == 0)
		return false;
	while (row != NULL && row->table == section->first->table)
		row = row->next;
	while (row != NULL && row->level > 0)
		row = row->next;
	return row == NULL;
}

bool
bind_mentions(struct arena *arena, const char *heading, enum term key)
{
	const char *from = uni_line(arena, heading), *to;

	for (; *from != '\0'; from += *from == ' ') {
		for (to = from; *to != '\0';) {
			to = strchrnul(to + 1, ' ');
			if (term_read(arena_until(arena, from, to), TERM_OPENED,
				&key, 1, NULL) != T_NONE)
				return true;
		}
		from = strchrnul(from, ' ');
	}
	return false;
}

const struct bind_row *
bind_row_of_columns(const struct bind *bind, const struct node *section)
{
	const struct bind_row *row = bind->tool->rows, *mentioned = NULL;
	size_t mentions_some = 0, length;
	bool main;

	if (section->level == 0 || !is_table(section) ||
	    term_find_subject(section->key) != T_NONE ||
	    term_denies(section->key) ||
	    term_phrase(T_YET_TO_BE, uni_fold(bind->doc->arena, section->key),
		&length) != NULL)
		return NULL;
	for (; row->kind != BIND_END; row++)
		if ((row->kind == BIND_LIST || row->kind == BIND_NODES) &&
		    bind_mentions(bind->doc->arena, section->key, row->key)) {
			mentioned = row;
			mentions_some++;
		}
	if (mentions_some > 1)
		return NULL;
	row = mentions_some == 1
	    ? mentioned
	    : bind_row_of_table(bind->tool->rows, section->first);
	return row != NULL && row->kind == BIND_LIST &&
		(row->flags & BIND_REQUIRED) == 0 &&
		count_known(row->rows, section->first, &main) >= SURE_COLUMNS &&
		main
	    ? row
	    : NULL;
}

const struct bind_row *
bind_row_of_table(const struct bind_row *rows, const struct node *first)
{
	const struct bind_row *best = NULL;
	size_t most = 1, count;
	bool tied = false, main;

	BIND_ROWS(row, rows) {
		if (row->kind != BIND_LIST || row->from != T_NONE)
			continue;
		count = count_known(row->rows, first, &main);
		tied = count == most
		    ? best != NULL && (tied || best->rows != row->rows)
		    : count < most && tied;
		if (count > most) {
			most = count;
			best = row;
		}
	}
	return tied || 2 * most < first->count ? NULL : best;
}
