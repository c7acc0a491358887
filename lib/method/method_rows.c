/*
 * method_rows: values as the rows that bound them print them.
 */
#include <string.h>

#include "method/method_inner.h"
#include "report/carry.h"

enum { MAX_COLUMNS = 64 };

static bool
is_scalar(const struct bind_row *row)
{
	return row->from == T_NONE && row->kind != BIND_LIST &&
	    row->kind != BIND_NODES && row->kind != BIND_OTHERS &&
	    row->kind != BIND_PROSE && row->kind != BIND_MAP &&
	    row->kind != BIND_DOCUMENT && row->kind != BIND_NODE;
}

/* A text of an item; "" also where the tool made the item, and left it out. */
static const char *
text_at(const struct bind_row *row, const void *item)
{
	const struct bind_text *text =
	    (const struct bind_text *)((const char *)item + row->at);

	return text->text != NULL ? text->text : "";
}

static const char *
cell_of(const struct method *method, const struct bind_row *row,
    const void *item)
{
	const void *at = (const char *)item + row->at;

	if (row->kind == BIND_PROSE)
		return md_text(method->arena, text_at(row, item));
	return row->kind == BIND_TEXT || method_is_given(row, at)
	    ? method_value(method, row, at)
	    : "";
}

static bool
is_number(const struct bind_row *row)
{
	return row->kind == BIND_NUMBER || row->kind == BIND_MONEY ||
	    (row->flags & BIND_FIGURE) != 0;
}

/* The rows that are columns, each place once, and not the heading that items
 * stand under; returns how many. */
static size_t
columns_of(const struct bind_row *rows, const struct bind_row **columns)
{
	size_t count = 0, i;

	for (; rows->kind != BIND_END && count < MAX_COLUMNS; rows++) {
		for (i = 0; i < count && columns[i]->at != rows->at; i++)
			continue;
		if (i == count &&
		    (is_scalar(rows) || rows->kind == BIND_PROSE) &&
		    rows->key != T_NONE && (rows->flags & BIND_UNDER) == 0)
			columns[count++] = rows;
	}
	return count;
}

static bool
is_main(const struct bind_row *row)
{
	return (row->flags & BIND_MAIN) != 0;
}

static bool
is_label(const struct bind_row *row)
{
	return (row->flags & (BIND_LABEL | BIND_PERSON)) == BIND_LABEL;
}

/* What an item carries. */
static const struct bind_more *
more_of(const struct bind_row *rows, const void *item)
{
	const struct bind_text *text;

	for (; rows->kind != BIND_END; rows++) {
		text = (const void *)((const char *)item + rows->at);
		if (rows->kind == BIND_TEXT && text->more != NULL)
			return text->more;
	}
	return NULL;
}

/* Whether a reader would take for the text of items what they carry: they have
 * none, and no label or other text that stands for it; or nothing at all. */
static bool
lacks_text(const struct grid *grid, const struct bind_row *const *columns,
    const struct bind_row *text)
{
	const struct bind_row *column;
	bool carries = false, blank = true;

	for (size_t i = 0; i < grid->rows; i++)
		carries = carries || grid->more[i] != NULL;
	for (size_t i = 0; i < grid->rows * grid->columns; i++) {
		if (*grid->cells[i] == '\0')
			continue;
		blank = false;
		column = columns[i % grid->columns];
		if ((column->flags & (BIND_MAIN | BIND_LABEL)) != 0 ||
		    column->key == text->instead)
			return false;
	}
	return carries || blank;
}

/* Whether a text, alone in an item, would be read as who says what stands behind
 * its strong start. */
static bool
reads_as_said(struct method *method, const struct bind_row *rows,
    const char *text)
{
	struct node item = { .key = "" };

	if (!md_leads(text) || bind_flagged(rows, BIND_PERSON) == NULL)
		return false;
	md_fill_item(method->arena, &item, text);
	return *item.key != '\0';
}

/* Whether every item is a text, behind a label that can stand there or not. */
static bool
is_plain(struct method *method, const struct bind_row *rows,
    const struct grid *grid, const struct bind_row *const *columns)
{
	const char *cell;
	size_t mains = 0, i;

	for (i = 0; i < grid->columns; i++)
		mains += is_main(columns[i]);
	if (mains > 1)
		return false;
	for (i = 0; i < grid->rows; i++)
		if (grid->more[i] != NULL && grid->more[i]->columns.count > 0)
			return false;
	for (i = 0; i < grid->rows * grid->columns; i++) {
		cell = grid->cells[i];
		if (is_main(columns[i % grid->columns])
			? *cell == '\0' || reads_as_said(method, rows, cell)
			: *cell != '\0' &&
			    (!is_label(columns[i % grid->columns]) ||
				!bind_is_label(cell)))
			return false;
	}
	return true;
}

static void
write_items(struct method *method, const struct grid *grid,
    const struct bind_row *const *columns, size_t size,
    const struct bind_list *list)
{
	const char *item = list->at, *label, *text = "";

	for (size_t i = 0; i < grid->rows; i++, item += size) {
		label = "";
		for (size_t j = 0; j < grid->columns; j++)
			if (is_main(columns[j]))
				text = grid->cells[i * grid->columns + j];
			else if (is_label(columns[j]))
				label = columns[j]->kind == BIND_NUMBER
				    ? grid->cells[i * grid->columns + j]
				    : text_at(columns[j], item);
		report_item(method->report, label, text);
		carry_below(method->report, 1, grid->more[i]);
	}
}

static const struct bind_row *
find_prose(const struct bind_row *rows)
{
	for (; rows->kind != BIND_END; rows++)
		if (rows->kind == BIND_PROSE)
			return rows;
	return NULL;
}

/* Whether items with prose are rows of a table all the same: some have columns
 * of the user's own, which stand in none, and each is a paragraph at most. */
static bool
are_rows(const struct bind_row *rows, size_t size, const struct bind_list *list,
    const struct bind_row *prose)
{
	const struct bind_more *more;
	const char *item = list->at, *text;
	bool carry = false;

	for (size_t i = 0; i < list->count; i++, item += size) {
		text = text_at(prose, item);
		if (text[strcspn(text, "\n")] != '\0' &&
		    strcmp(strchr(text, '\n'), "\n") != 0)
			return false;
		more = more_of(rows, item);
		carry = carry || (more != NULL && more->columns.count > 0);
	}
	return carry;
}

/* Items with prose, each below its text as a heading. */
static void
write_parts(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list, const struct bind_row *prose)
{
	const char *item = list->at;

	rows = bind_flagged(rows, BIND_MAIN);
	report_behind_first(method->report);
	for (size_t i = 0; i < list->count; i++, item += size) {
		report_part(method->report, text_at(rows, item));
		report_prose(method->report, text_at(prose, item));
	}
}

static bool
has_order(const struct bind_row *rows)
{
	while (rows->kind != BIND_END && rows->order == 0)
		rows++;
	return rows->kind != BIND_END;
}

static void
write_list(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list)
{
	const struct bind_row *columns[MAX_COLUMNS];
	enum term heads[MAX_COLUMNS] = { T_NONE };
	size_t count = columns_of(rows, columns), i, j;
	struct bind_list ordered;
	bool has_main = false;
	uint64_t must = 0;
	const struct bind_row *prose = find_prose(rows);
	const char *item;
	struct grid grid;

	if (prose != NULL && !are_rows(rows, size, list, prose)) {
		write_parts(method, rows, size, list, prose);
		return;
	}
	if (has_order(rows)) {
		ordered = method_ordered(method, rows, size, list);
		list = &ordered;
	}
	for (j = 0; j < count; j++)
		heads[j] = columns[j]->key;
	grid = grid_new(method->report, heads, count, list->count);
	for (i = 0; i < list->count; i++) {
		item = (const char *)list->at + i * size;
		if (!report_is_computed(method->report))
			grid.more[i] = more_of(rows, item);
		for (j = 0; j < count; j++)
			grid.cells[i * count + j] =
			    cell_of(method, columns[j], item);
	}
	for (j = 0; j < count; j++) {
		has_main = has_main || is_main(columns[j]);
		if ((columns[j]->flags & BIND_REQUIRED) != 0 ||
		    (is_main(columns[j]) &&
			lacks_text(&grid, columns, columns[j])))
			must |= UINT64_C(1) << j;
		grid.numbers |= (uint64_t)is_number(columns[j]) << j;
	}
	if (list->count > 0 && has_main && report_takes_items(method->report) &&
	    is_plain(method, rows, &grid, columns))
		write_items(method, &grid, columns, size, list);
	else if (list->count > 0)
		grid_write(&grid, must);
}

bool
method_is_heading(const struct bind_row *rows, const void *item)
{
	const struct bind_row *under = bind_flagged(rows, BIND_UNDER);

	BIND_ROWS(row, rows)
		if (row->at != under->at &&
		    method_is_given(row, (const char *)item + row->at))
			return false;
	return more_of(rows, item) == NULL;
}

void
method_list(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list)
{
	const struct bind_row *under = bind_flagged(rows, BIND_UNDER);
	struct bind_list group = { .at = list->at };
	const char *heading, *next;

	if (under == NULL) {
		write_list(method, rows, size, list);
		return;
	}
	for (size_t i = 0; i < list->count; i++) {
		heading = text_at(under, group.at);
		group.count++;
		next = (const char *)group.at + group.count * size;
		if (i + 1 < list->count &&
		    strcmp(heading, text_at(under, next)) == 0)
			continue;
		if (*heading != '\0')
			report_part(method->report, heading);
		if (*heading == '\0' || group.count > 1 ||
		    !method_is_heading(rows, group.at))
			write_list(method, rows, size, &group);
		group = (struct bind_list){ .at = (void *)next };
	}
}

void
method_table(struct method *method, enum term heading,
    const struct bind_row *rows, size_t size, const struct bind_list *list)
{
	if (list->count == 0)
		return;
	report_section(method->report, heading);
	method_list(method, rows, size, list);
}

/* The texts of a list below its key. */
static void
write_below(struct method *method, const struct bind_row *row,
    const struct bind_list *list)
{
	const struct bind_row *main_row = bind_flagged(row->rows, BIND_MAIN);
	const char *item = list->at;

	for (size_t i = 0; i < list->count; i++, item += row->size)
		carry_item(method->report, 1, text_at(main_row, item),
		    more_of(row->rows, item));
}

/* The pairs of a map: values, and lists of texts; then what no row knows.  Of
 * rows side by side that bind one place the first names it. */
static void
write_map(struct method *method, const struct bind_row *rows, const void *from)
{
	const struct bind_more *more = more_of(rows, from);
	const void *at, *before = NULL;

	for (; rows->kind != BIND_END; rows++, before = at) {
		at = (const char *)from + rows->at;
		if (at == before || !method_is_given(rows, at))
			continue;
		report_pair(method->report, rows->key,
		    is_scalar(rows) ? method_value(method, rows, at) : "");
		if (rows->kind == BIND_LIST)
			write_below(method, rows, at);
	}
	carry_below(method->report, 0, more);
}

static bool
has_any(const struct bind_row *rows, const void *from)
{
	BIND_ROWS(row, rows)
		if (method_is_given(row, (const char *)from + row->at))
			return true;
	return more_of(rows, from) != NULL;
}

void
method_pairs(struct method *method)
{
	const void *at;

	BIND_ROWS(row, method->bind->tool->rows) {
		at = (const char *)method->into + row->at;
		if (!is_scalar(row) || (row->flags & BIND_SETTING) != 0)
			continue;
		if (method_is_given(row, at))
			report_pair(method->report, row->key,
			    method_value(method, row, at));
		else if ((row->flags & BIND_REQUIRED) != 0)
			report_pair(method->report, row->key, "");
	}
}

/* The key of an item's text, or its first one. */
static enum term
head_of(const struct bind_row *rows)
{
	const struct bind_row *row = bind_flagged(rows, BIND_MAIN);

	return row != NULL ? row->key : rows->key;
}

const struct bind_row *
method_row(const struct method *method, enum term key, void **at)
{
	const struct bind_row *row = method->bind->tool->rows;

	while (row->key != key || row->kind == BIND_NODES)
		row++;
	*at = (char *)method->into + row->at;
	return row;
}

void
method_section(struct method *method, enum term key)
{
	void *at;
	const struct bind_row *row = method_row(method, key, &at);
	bool given = row->kind == BIND_MAP ? has_any(row->rows, at)
					   : method_is_given(row, at);

	if (!given && (row->flags & BIND_REQUIRED) == 0 &&
	    !report_has_remark(method->report, key))
		return;
	report_section(method->report, key);
	if (row->kind == BIND_LIST && !given)
		report_no_items(method->report, head_of(row->rows));
	else if (row->kind == BIND_LIST)
		method_list(method, row->rows, row->size, at);
	else if (row->kind == BIND_MAP)
		write_map(method, row->rows, at);
	else
		report_prose(method->report,
		    ((const struct bind_text *)at)->text);
}

/* Whether the tool filled in what nobody gave. */
static bool
has_default(const struct bind_row *row, const void *at)
{
	const struct bind_text *text = at;
	const struct bind_number *number = at;
	const struct bind_choice *choice = at;
	const struct bind_list *names = at;
	const struct bind_yes *yes = at;
	const struct bind_money *money = at;

	switch (row->kind) {
	case BIND_TEXT:
		return !text->given && *text->text != '\0';
	case BIND_NUMBER:
		return !number->given && number->thousandths != 0;
	case BIND_CHOICE:
		return !choice->given && choice->term != T_NONE;
	case BIND_YES:
		return !yes->given && yes->yes;
	case BIND_MONEY:
		return !money->given && money->cents != 0;
	case BIND_NAMES:
		return !names->given && names->count > 0;
	default:
		return false;
	}
}

/* A setting's value, "" where there is none. */
static const char *
setting_of(const struct method *method, const struct bind_row *row)
{
	const void *at = (const char *)method->into + row->at;

	if (has_default(row, at))
		return arena_format(method->arena, "%s %s",
		    method_value(method, row, at),
		    method_word(method, T_BY_DEFAULT));
	return method_is_given(row, at) ? method_value(method, row, at) : "";
}

void
method_rules(struct method *method)
{
	const char *text;
	bool begun = false;

	BIND_ROWS(row, method->bind->tool->rows) {
		if ((row->flags & BIND_SETTING) == 0)
			continue;
		text = setting_of(method, row);
		if (*text == '\0')
			continue;
		if (!begun)
			report_section(method->report, T_RULES);
		begun = true;
		report_pair(method->report, row->key, text);
	}
}
