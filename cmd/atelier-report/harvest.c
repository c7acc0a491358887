/*
 * harvest: notes in columns, which are headings, keys, or those of a table.
 */
#include <string.h>

#include "report/carry.h"
#include "workshop.h"

enum { MAX_COLUMNS = 6 }; /* of a harvest that is a table by itself */

const struct bind_row column_rows[] = {
	ROW_ITEMS(column, notes, note_item),
	{ BIND_END },
};

/* The column of a node's name: one of the terms, or the user's own. */
static struct column *
column_of(struct method *method, struct harvest *harvest,
    const struct node *node)
{
	const char *title = md_words(method->arena,
	    node->level > 0 ? method_plain(method, node->whole) : node->key);
	enum term term = *node->key == '\0'
	    ? T_HARVEST_NOTES
	    : bind_choice(method->bind, harvest->terms, node->key);

	BIND_EACH(struct column, column, &harvest->columns)
		if (column->term == term &&
		    (term != T_NONE || strcmp(column->title, title) == 0))
			return column;
	return bind_add(method->bind, &harvest->columns,
	    (struct column){ .term = term, .title = title });
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

/* Whether a child of a list of columns is a column, and no note or row. */
static bool
is_column(const struct node *node)
{
	return !is_row(node) && *node->key != '\0' &&
	    (node->level > 0 || *node->whole == '\0' || *node->text == '\0');
}

/* Whether it is a note that stands in no column. */
static bool
is_loose(const struct node *node)
{
	return !is_row(node) && !is_column(node) && !node->taken;
}

/* A note that is the name of a column, over a list of its notes, as that column;
 * NULL where it is none. */
static struct node *
column_in_list(struct method *method, const struct harvest *harvest,
    struct node *node)
{
	const char *name = method_plain(method, node->text);
	struct node *column;

	if (is_row(node) || *node->key != '\0' || node->first == NULL ||
	    *name == '\0' ||
	    bind_choice(method->bind, harvest->terms, name) == T_NONE)
		return NULL;
	node->taken = true;
	column = node_again(method->arena, node);
	column->key = name;
	column->text = column->whole = "";
	return column;
}

/* The notes of a node, for the column of its name. */
static void
add_notes(struct method *method, struct harvest *harvest,
    const struct node *node)
{
	struct column *column = column_of(method, harvest, node);
	struct node *nameless = node_again(method->arena, node);

	nameless->key = nameless->whole = "";
	bind_value(method->bind, column_rows, nameless, column);
	if (node->level > 0 && *node->key != '\0')
		bind_add(method->bind, &column->sections, node);
}

/* The columns that stand in a section, or under a key: sections in it, pairs,
 * and those of a table. */
static void
read_columns(struct method *method, struct harvest *harvest,
    const struct node *node)
{
	struct node *column;
	const struct node *cell;

	NODE_EACH(struct node, child, node) {
		column = column_in_list(method, harvest, child);
		if (column != NULL || is_column(child))
			add_notes(method, harvest,
			    column != NULL ? column : child);
		cell = is_row(child) ? child->first : NULL;
		for (; cell != NULL; cell = cell->next)
			if (*cell->key == '\0')
				bind_fault(method->bind, cell->pos,
				    M_SURPLUS_CELL);
			else
				add_notes(method, harvest, cell);
	}
}

void
harvest_read(struct method *method, struct harvest *harvest)
{
	struct node *loose;

	BIND_EACH(struct node *, node, &harvest->nodes)
		read_columns(method, harvest, *node);
	BIND_EACH(struct node *, node, &harvest->nodes) {
		loose = node_part(method->arena, *node, is_loose);
		if (!node_is_empty(loose))
			add_notes(method, harvest, loose);
	}
	BIND_EACH(struct column, column, &harvest->columns)
		notes_read(method, &column->notes);
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
	BIND_EACH(const struct column, column, columns) {
		BIND_EACH(const struct node *, section, &column->sections)
			if (report_has_beside(method->report, *section))
				return false;
		BIND_EACH(const struct note_item, note, &column->notes)
			if (note->below.count > 0 ||
			    !carry_is_empty(note->text.more) ||
			    note_has_pairs(note))
				return false;
	}
	return columns->count > 0 && columns->count <= MAX_COLUMNS;
}

static void
render_table(struct method *method, const struct bind_list *columns)
{
	const struct note_item *note;
	size_t rows = 0, i;

	report_table(method->report, columns->count);
	BIND_EACH(const struct column, column, columns) {
		report_cell(method->report, harvest_title(method, column));
		rows = column->notes.count > rows ? column->notes.count : rows;
	}
	for (i = 0; i < rows; i++)
		BIND_EACH(const struct column, column, columns) {
			note = column->notes.at;
			report_cell(method->report,
			    i < column->notes.count
				? note_line(method, &note[i])
				: "");
		}
}

void
harvest_render(struct method *method, const struct harvest *harvest)
{
	if (!harvest->listed && fits_table(method, &harvest->columns)) {
		render_table(method, &harvest->columns);
		return;
	}
	BIND_EACH(const struct column, column, &harvest->columns) {
		report_part(method->report, harvest_title(method, column));
		BIND_EACH(const struct node *, section, &column->sections)
			report_section_beside(method->report, *section,
			    SIDE_FRONT);
		notes_render(method, &column->notes);
		BIND_EACH(const struct node *, section, &column->sections)
			report_section_beside(method->report, *section,
			    SIDE_BEHIND);
	}
}

/* How many notes there are: one that has several below it is a theme, which
 * they are counted for; what hangs alone below one belongs to it. */
static size_t
count_notes(const struct bind_list *notes, size_t *themes)
{
	size_t count = 0;

	BIND_EACH(const struct note_item, note, notes) {
		count += note->below.count > 1
		    ? count_notes(&note->below, themes)
		    : 1;
		*themes += note->below.count > 1;
	}
	return count;
}

size_t
harvest_count(const struct harvest *harvest)
{
	size_t count = 0, themes = 0;

	BIND_EACH(const struct column, column, &harvest->columns)
		count += count_notes(&column->notes, &themes);
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
harvest_counted(const struct method *method, const struct harvest *harvest)
{
	const char *texts = "";

	if (harvest->columns.count == 1)
		return count_text(method, harvest->columns.at);
	BIND_EACH(const struct column, column, &harvest->columns)
		texts = arena_format(method->arena, "%s%s%s%s%s", texts,
		    *texts != '\0' ? method_word(method, T_SEMICOLON) : "",
		    harvest_title(method, column), method_word(method, T_COLON),
		    count_text(method, column));
	return arena_format(method->arena, "%zu (%s)", harvest_count(harvest),
	    texts);
}
