/*
 * harvest: notes in columns, which are headings, keys, or those of a table.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/md.h"
#include "workshop.h"

enum { MAX_COLUMNS = 6 }; /* of a harvest that is a table by itself */

const struct bind_row column_rows[] = {
	ROW_ITEMS(column, notes, note_item),
	{ BIND_END },
};

static struct column *
find_column(struct method *method, struct bind_list *columns, enum term term,
    const char *title)
{
	struct column *column = columns->at;
	size_t i;

	for (i = 0; i < columns->count; i++)
		if (term != T_NONE ? column[i].term == term
				   : column[i].term == T_NONE &&
			    strcmp(column[i].title, title) == 0)
			return &column[i];
	column = bind_append(method->bind, columns, sizeof(*column));
	*column = (struct column){ .term = term, .title = title };
	return column;
}

/* The column of a node's name: one of the terms, or the user's own. */
static struct column *
column_of(struct method *method, const struct node *node,
    const enum term *terms, struct bind_list *columns)
{
	struct arena *arena = method->arena;
	const char *title =
	    node->level > 0 ? node->whole : md_words(arena, node->key);
	enum lang lang = LANG_NONE;
	size_t count = 0;
	enum term term;

	while (terms[count] != T_NONE)
		count++;
	term = *node->key == '\0' ? T_HARVEST_NOTES
				  : term_find(node->key, terms, count, &lang);
	if (lang != LANG_NONE)
		method->bind->votes[lang]++;
	return find_column(method, columns, term,
	    md_words(arena, md_plain(arena, title)));
}

/* Whether a child of a list of columns is a column and not a note. */
static bool
is_column(const struct node *node)
{
	return *node->key != '\0' &&
	    (node->level > 0 || *node->whole == '\0' || *node->text == '\0');
}

/* Whether a node is a row of columns: of a table, or a map of YAML that is no
 * note. */
static bool
is_row(const struct node *node)
{
	const struct node *cell = node->first;

	if (node->table > 0)
		return true;
	while (
	    cell != NULL && (*cell->key == '\0' || !term_is(cell->key, T_TEXT)))
		cell = cell->next;
	return node->kind == NODE_MAP && node->level == 0 &&
	    *node->key == '\0' && *node->text == '\0' && cell == NULL;
}

/* A node without its name, which is the column's. */
static struct node *
nameless(const struct method *method, const struct node *node)
{
	struct node *copy = node_again(method->arena, node);

	copy->key = copy->whole = "";
	return copy;
}

/* The notes of a node, for the column of its name. */
static void
add_notes(struct method *method, const struct node *node,
    const enum term *terms, struct bind_list *columns)
{
	struct column *column = column_of(method, node, terms, columns);

	bind_value(method->bind, column_rows, nameless(method, node), column);
	if (node->level > 0 && *node->key != '\0')
		*(const struct node **)bind_append(method->bind,
		    &column->sections, sizeof(node)) = node;
}

/* The columns that stand in a section, or under a key: sections in it, pairs,
 * and those of a table. */
static void
read_columns(struct method *method, const struct node *node,
    const enum term *terms, struct bind_list *columns)
{
	const struct node *child, *cell;

	for (child = node->first; child != NULL; child = child->next) {
		if (!is_row(child) && is_column(child))
			add_notes(method, child, terms, columns);
		cell = is_row(child) ? child->first : NULL;
		for (; cell != NULL; cell = cell->next)
			if (*cell->key == '\0')
				bind_fault(method->bind, cell->pos,
				    M_SURPLUS_CELL);
			else
				add_notes(method, cell, terms, columns);
	}
}

/* The notes in it that stand in no column. */
static void
read_loose(struct method *method, const struct node *node,
    const enum term *terms, struct bind_list *columns)
{
	struct node *loose = nameless(method, node);
	const struct node *child;

	loose->first = loose->last = NULL;
	loose->count = 0;
	for (child = node->first; child != NULL; child = child->next)
		if (!is_row(child) && !is_column(child))
			node_append(loose, node_again(method->arena, child));
	if (!node_is_empty(loose))
		add_notes(method, loose, terms, columns);
}

void
harvest_read(struct method *method, const struct bind_list *nodes,
    const enum term *terms, struct bind_list *columns)
{
	struct node *const *node = nodes->at;
	struct column *column;
	size_t i;

	for (i = 0; i < nodes->count; i++)
		read_columns(method, node[i], terms, columns);
	for (i = 0; i < nodes->count; i++)
		read_loose(method, node[i], terms, columns);
	column = columns->at;
	for (i = 0; i < columns->count; i++)
		notes_read(method, &column[i].notes);
}

const char *
harvest_title(const struct method *method, const struct column *column)
{
	return column->term != T_NONE ? method_word(method, column->term)
				      : column->title;
}

/* Whether columns can be a table: not too many, nothing beside their notes, and
 * no note that has more than its line. */
static bool
fits_table(const struct method *method, const struct bind_list *columns)
{
	const struct column *column = columns->at;
	const struct note_item *note;
	size_t i, j;

	if (columns->count > MAX_COLUMNS || columns->count == 0)
		return false;
	for (i = 0; i < columns->count; i++) {
		if (report_has_beside(method->report, &column[i].sections))
			return false;
		note = column[i].notes.at;
		for (j = 0; j < column[i].notes.count; j++)
			if (note[j].below.count > 0 ||
			    note[j].text.more != NULL)
				return false;
	}
	return true;
}

static void
render_table(struct method *method, const struct bind_list *columns)
{
	const struct column *column = columns->at;
	const struct note_item *note;
	size_t rows = 0, i, j;

	report_table(method->report, columns->count);
	for (j = 0; j < columns->count; j++) {
		report_cell(method->report, harvest_title(method, &column[j]));
		rows =
		    column[j].notes.count > rows ? column[j].notes.count : rows;
	}
	for (i = 0; i < rows; i++)
		for (j = 0; j < columns->count; j++) {
			note = column[j].notes.at;
			report_cell(method->report,
			    i < column[j].notes.count
				? note_line(method, &note[i])
				: "");
		}
}

void
harvest_render(struct method *method, const struct bind_list *columns,
    bool listed)
{
	const struct column *column = columns->at;
	size_t i;

	if (!listed && fits_table(method, columns)) {
		render_table(method, columns);
		return;
	}
	for (i = 0; i < columns->count; i++) {
		report_part_again(method->report,
		    harvest_title(method, &column[i]), &column[i].sections);
		notes_render(method, &column[i].notes);
	}
}

/* How many notes there are: one that has several below it is a theme, which
 * they are counted for; what hangs alone below one belongs to it. */
static size_t
count_notes(const struct bind_list *notes, size_t *themes)
{
	const struct note_item *note = notes->at;
	size_t count = 0, i;

	for (i = 0; i < notes->count; i++)
		if (note[i].below.count > 1) {
			count += count_notes(&note[i].below, themes);
			++*themes;
		} else {
			count++;
		}
	return count;
}

size_t
harvest_count(const struct bind_list *columns)
{
	const struct column *column = columns->at;
	size_t count = 0, themes = 0, i;

	for (i = 0; i < columns->count; i++)
		count += count_notes(&column[i].notes, &themes);
	return count;
}

/* "5", "5 (2 thèmes)" */
static const char *
count_text(const struct method *method, const struct column *column)
{
	size_t themes = 0, count = count_notes(&column->notes, &themes);
	const char *text = arena_format(method->arena, "%zu", count);

	return themes == 0 ? text
			   : method_text(method, M_REPORT_THEMES, text,
				 arena_format(method->arena, "%zu", themes));
}

const char *
harvest_counted(const struct method *method, const struct bind_list *columns)
{
	const struct column *column = columns->at;
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	if (columns->count == 1)
		return count_text(method, column);
	for (i = 0; i < columns->count; i++)
		buf_format(&out, "%s%s%s%s",
		    i > 0 ? method_word(method, T_SEMICOLON) : "",
		    harvest_title(method, &column[i]),
		    method_word(method, T_COLON),
		    count_text(method, &column[i]));
	text = arena_format(method->arena, "%zu (%s)", harvest_count(columns),
	    out.at);
	buf_free(&out);
	return text;
}
