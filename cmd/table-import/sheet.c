/*
 * sheet: an operand, what stands above its header, and its rows under those of
 * its columns that are wanted.
 */
#include <string.h>

#include "base/arena.h"
#include "source/csv_head.h"
#include "table.h"
#include "text/speak.h"
#include "text/uni.h"

enum { NOT_WANTED = -1 };

struct sheet {
	struct table *table;
	struct csv csv;
	size_t header, end;   /* which row it is; behind the last filled one */
	struct csv_head head; /* its columns, each with a name */
	long *at;             /* of each the column of the table */
};

static const char *
number(const struct table *table, size_t count)
{
	return arena_format(table->arena, "%zu", count);
}

static void
keep_above(struct sheet *sheet)
{
	struct table *table = sheet->table;
	const struct csv_row *row;

	for (size_t i = 0; i < sheet->header; i++) {
		row = &sheet->csv.rows[i];
		for (size_t j = 0; j < row->count; j++) {
			if (*row->cells[j] == '\0')
				continue;
			ARENA_ADD(table->arena, table->above,
			    table->above_count) =
			    uni_line(table->arena, row->cells[j]);
		}
	}
}

/* Whether something stands below a column. */
static bool
holds_any(const struct sheet *sheet, size_t column)
{
	for (size_t i = sheet->header + 1; i < sheet->end; i++)
		if (*csv_cell(&sheet->csv.rows[i], (long)column) != '\0')
			return true;
	return false;
}

/* The language of the document where none is told: that of the header, as far as
 * its words are keys of any tool, else the locale's. */
static enum lang
language(const struct csv_head *head)
{
	enum term keys[T_COUNT];
	size_t count = term_all_keys(keys), votes[3] = { 0 }, i;
	enum lang lang;

	for (i = 0; i < head->count; i++) {
		lang = LANG_NONE;
		if (*head->names[i] != '\0')
			term_find(head->names[i], keys, count, &lang);
		votes[lang]++;
	}
	if (votes[LANG_FR] == votes[LANG_EN])
		return speak_lang();
	return votes[LANG_FR] > votes[LANG_EN] ? LANG_FR : LANG_EN;
}

/* "Colonne 8", for what the sheet itself does not tell apart. */
static const char *
column_name(const struct table *table, size_t column)
{
	return arena_format(table->arena, "%s %zu",
	    term_name(T_TABLE_COLUMN, table->doc->lang), column + 1);
}

/* The columns as wide as the header's row: a name for what stands below none, so
 * that nothing is lost. */
static void
name_columns(struct sheet *sheet)
{
	const struct csv_row *row = &sheet->csv.rows[sheet->header];
	struct table *table = sheet->table;
	struct csv_head *head = &sheet->head;
	struct pos pos = row->pos;
	const char **names;

	*head = csv_head_new(table->arena, row);
	if (table->doc->lang == LANG_NONE)
		table->doc->lang = language(head);
	names = arena_array(table->arena, row->count, sizeof(*names));
	for (size_t i = 0; i < row->count; i++) {
		names[i] = i < head->count ? head->names[i] : "";
		if (*names[i] != '\0' || !holds_any(sheet, i))
			continue;
		names[i] = column_name(table, i);
		pos.col = i + 1;
		note_add(&table->findings, pos, M_TABLE_NAMELESS, names[i]);
	}
	head->names = names;
	while (head->count < row->count && *names[head->count] != '\0')
		head->count++;
}

/* The column of the table that a name heads, which may be new. */
static size_t
enter(struct table *table, const char *name)
{
	struct dict_entry *entry =
	    dict_enter(&table->numbers, uni_fold(table->arena, name));
	size_t *column = entry->value;

	if (column == NULL) {
		entry->value = column =
		    arena_alloc(table->arena, sizeof(*column));
		*column = table->column_count;
		ARENA_ADD(table->arena, table->heads, table->column_count) =
		    name;
	}
	return *column;
}

/* Whether the sheet has a column already that is this one of the table. */
static bool
fills(const struct sheet *sheet, size_t column)
{
	for (size_t i = 0; i < sheet->head.count; i++)
		if (sheet->at[i] == (long)column)
			return true;
	return false;
}

/* Puts a column of the sheet under a name in the table: "Lieu, colonne 8", where
 * another one of the sheet has it already. */
static void
want(struct sheet *sheet, size_t column, const char *name)
{
	struct table *table = sheet->table;
	struct pos pos = sheet->head.pos;
	size_t at;

	pos.col = column + 1;
	if (sheet->at[column] != NOT_WANTED) {
		note_add(table->faults, pos, M_TABLE_WANTED_TWICE,
		    sheet->head.names[column]);
		return;
	}
	if (fills(sheet, at = enter(table, name))) {
		at = enter(table,
		    arena_format(table->arena, "%s, %s", name,
			uni_lower(table->arena, column_name(table, column))));
		note_add(&table->findings, pos, M_TABLE_SAME_COLUMN, name,
		    table->heads[at]);
	}
	if (sheet->end > sheet->header + 1 && !holds_any(sheet, column))
		note_add(&table->findings, pos, M_TABLE_EMPTY_COLUMN, name);
	sheet->at[column] = (long)at;
}

/* Finds the columns that --columns wants, in its order, or all. */
static void
choose(struct sheet *sheet)
{
	const char *list = sheet->table->options->columns;
	const struct csv_head *head = &sheet->head;
	struct csv_choice choice;

	sheet->at =
	    arena_array(sheet->table->arena, head->count, sizeof(*sheet->at));
	for (size_t i = 0; i < head->count; i++)
		sheet->at[i] = NOT_WANTED;
	for (size_t i = 0; list == NULL && i < head->count; i++)
		if (*head->names[i] != '\0')
			want(sheet, i, head->names[i]);
	while (list != NULL && *list != '\0') {
		choice = csv_head_next(head, sheet->table->faults, &list, true);
		for (size_t i = choice.first; choice.found && i <= choice.last;
		     i++)
			want(sheet, i,
			    choice.name ? choice.name : head->names[i]);
	}
}

/* Tells the account what became of each column. */
static void
tell(const struct sheet *sheet)
{
	struct account *account = sheet->table->doc->account;
	struct pos pos = sheet->head.pos;
	const char *name;
	struct node *node;

	for (size_t i = 0; i < sheet->head.count; i++) {
		name = sheet->head.names[i];
		pos.col = i + 1;
		node = node_new(sheet->table->arena, NODE_TEXT, pos);
		node->key = name;
		account_tell(account, node,
		    sheet->at[i] != NOT_WANTED ? ACCOUNT_READ : ACCOUNT_DROPPED,
		    T_TABLE_COLUMN);
		if (sheet->at[i] != NOT_WANTED &&
		    strcmp(sheet->table->heads[sheet->at[i]], name) != 0)
			account_value(account, pos, name,
			    sheet->table->heads[sheet->at[i]]);
	}
}

/* Whether a row says the header again, as where sheets were put one below
 * another. */
static bool
is_header(const struct sheet *sheet, const struct csv_row *row)
{
	const struct csv_row *header = &sheet->csv.rows[sheet->header];
	size_t i;

	for (i = 0; i < header->count; i++)
		if (strcmp(csv_cell(row, (long)i), header->cells[i]) != 0)
			return false;
	return csv_is_bare(row, i);
}

/* What is to be told of a row; whether it is one of the table. */
static bool
check_row(struct sheet *sheet, const struct csv_row *row)
{
	struct table *table = sheet->table;
	struct notes *findings = &table->findings;
	const enum term total = T_TABLE_TOTAL;
	struct pos pos = row->pos;
	size_t i;

	if (is_header(sheet, row)) {
		note_add(findings, row->pos, M_TABLE_HEADER_AGAIN);
		return false;
	}
	for (i = sheet->head.count; i < row->count; i++) {
		pos.col = i + 1;
		if (*row->cells[i] != '\0')
			note_add(table->faults, pos, M_CSV_UNNAMED,
			    uni_line(table->arena, row->cells[i]));
	}
	if (row->count < sheet->head.count)
		note_add(findings, row->pos, M_CSV_SHORT,
		    number(table, row->count),
		    number(table, sheet->head.count));
	for (i = 0; i < row->count && *row->cells[i] == '\0'; i++)
		;
	pos.col = i + 1;
	if (!term_is(row->cells[i], total))
		return true;
	note_add(findings, pos, M_TABLE_TOTAL,
	    uni_line(table->arena, row->cells[i]));
	return false;
}

static void
take_row(struct sheet *sheet, const struct csv_row *row)
{
	struct table *table = sheet->table;
	struct table_row made = { NULL, table->column_count };
	struct pos pos = row->pos;

	made.cells = arena_array(table->arena, made.count, sizeof(*made.cells));
	for (size_t i = 0; i < made.count; i++)
		made.cells[i] = "";
	for (size_t i = 0; i < sheet->head.count; i++) {
		pos.col = i + 1;
		if (sheet->at[i] != NOT_WANTED)
			made.cells[sheet->at[i]] =
			    cell_read(table, pos, csv_cell(row, (long)i));
	}
	ARENA_ADD(table->arena, table->rows, table->row_count) = made;
}

/* Empty rows below the last one are no trouble; those between others are told
 * all at once. */
static void
take_rows(struct sheet *sheet)
{
	const struct csv *csv = &sheet->csv;
	size_t bare = 0, first = 0, i;

	for (i = sheet->header + 1; i < sheet->end; i++) {
		if (csv_is_bare(&csv->rows[i], 0))
			first = bare++ == 0 ? i : first;
		else if (check_row(sheet, &csv->rows[i]))
			take_row(sheet, &csv->rows[i]);
	}
	if (bare > 0)
		note_add(&sheet->table->findings, csv->rows[first].pos,
		    M_TABLE_BARE_ROWS, number(sheet->table, bare));
	if (sheet->end <= sheet->header + 1)
		note_add(&sheet->table->findings, sheet->head.pos,
		    M_TABLE_NO_ROWS);
}

void
sheet_read(struct table *table, const char *path)
{
	struct sheet sheet = { .table = table };
	size_t faults = table->faults->count;

	if (!csv_read(table->arena, path, &table->options->told, table->faults,
		&sheet.csv))
		return;
	sheet.header = csv_head_row(&sheet.csv);
	for (sheet.end = sheet.csv.count; sheet.end > 0; sheet.end--)
		if (!csv_is_bare(&sheet.csv.rows[sheet.end - 1], 0))
			break;
	keep_above(&sheet);
	name_columns(&sheet);
	choose(&sheet);
	tell(&sheet);
	if (table->faults->count == faults)
		take_rows(&sheet);
}
