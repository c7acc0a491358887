/*
 * sheet: an operand, its header of one line or several, and its rows.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"

/* Whether nothing stands in a row from a cell on. */
static bool
is_bare(const struct row *row, size_t from)
{
	for (; from < row->count; from++)
		if (*row->cells[from] != '\0')
			return false;
	return true;
}

static bool
is_block(const struct row *row, const char *name)
{
	return strcmp(table_cell(row, 0), name) == 0 && is_bare(row, 1);
}

static const char *
cell_of(const struct row *head, const struct row *row, const char *name)
{
	size_t i;

	for (i = 0; i < head->count; i++)
		if (strcmp(head->cells[i], name) == 0)
			return table_cell(row, (long)i);
	return "";
}

/*
 * Loomio's export is three blocks, each announced by a line of one word: poll,
 * poll_options, votes; the last is a sheet like others.  What the first two
 * tell; returns where the last begins.
 */
static size_t
read_blocks(struct sheet *sheet, const struct table *table)
{
	struct import *import = sheet->import;
	const struct row *head = NULL, *row;
	const char *decided;
	size_t i;

	for (i = 0; i < table->count; i++) {
		row = &table->rows[i];
		if (is_block(row, "votes"))
			return i + 1;
		if (is_block(row, "poll") || is_block(row, "poll_options")) {
			head = ++i < table->count ? &table->rows[i] : NULL;
			continue;
		}
		if (head == NULL)
			continue;
		if (*import->title == '\0')
			import->title = uni_line(import->arena,
			    cell_of(head, row, "title"));
		decided = cell_of(head, row, "decided_voters_count");
		if (*decided != '\0')
			sheet->decided = strtol(decided, NULL, 10);
		sheet->meeting |=
		    strcmp(cell_of(head, row, "name_format"), "iso8601") == 0;
	}
	return i;
}

/* Behind what Doodle writes above the days: a title, an address, blank rows;
 * 0 where nothing is. */
static size_t
skip_preface(const struct table *table)
{
	const struct row *row = table->rows;
	size_t i = 0;

	while (i < table->count && is_bare(&row[i], 1))
		i++;
	return i < table->count && *row[i].cells[0] == '\0' ? i : 0;
}

/* Whether a row is one more line of a header, and no ballot without a name. */
static bool
is_header(struct sheet *sheet, const struct row *row)
{
	size_t i;

	if (*row->cells[0] != '\0' || is_bare(row, 1))
		return false;
	for (i = 1; i < row->count; i++)
		if (sheet->format->lines == LINES_SLOTS &&
		    *row->cells[i] != '\0' &&
		    value_read(sheet, row->cells[i])->vote != VOTE_DOUBT)
			return false;
	return true;
}

/* Two lines of headers as one: "day, slot", or "question [option]". */
static void
join(struct sheet *sheet, struct row *header, const struct row *second)
{
	struct arena *arena = sheet->import->arena;
	size_t count =
	    header->count > second->count ? header->count : second->count;
	const char *last = "", *above, *below, **cells;
	bool slots = sheet->format->lines == LINES_SLOTS;
	enum term answer = T_HEAD_ANSWER;
	size_t i;

	cells = arena_array(arena, count, sizeof(*cells));
	for (i = 0; i < count; i++) {
		above = table_cell(header, (long)i);
		below = table_cell(second, (long)i);
		last = *above != '\0' ? above : last;
		if (*below == '\0' ||
		    (!slots && term_find(below, &answer, 1, NULL) != T_NONE))
			cells[i] = above;
		else if (*last == '\0')
			cells[i] = below;
		else
			cells[i] = arena_format(arena,
			    slots ? "%s, %s" : "%s [%s]", last, below);
	}
	header->cells = cells;
	header->count = count;
}

/* The columns that a header names. */
static void
name_columns(struct sheet *sheet, const struct row *header)
{
	size_t i;

	sheet->pos = header->pos;
	sheet->count = header->count;
	while (sheet->count > 0 && *header->cells[sheet->count - 1] == '\0')
		sheet->count--;
	sheet->columns = arena_array(sheet->import->arena, sheet->count,
	    sizeof(*sheet->columns));
	for (i = 0; i < sheet->count; i++)
		sheet->columns[i] = (struct column){ .head = header->cells[i],
			.option = NO_COLUMN };
	for (i = 0; i < ROLES; i++)
		sheet->at[i] = NO_COLUMN;
}

/* The header, and what it says; returns where the ballots begin, 0 after a
 * fault. */
static size_t
read_header(struct sheet *sheet, const struct table *table, size_t first)
{
	struct row header = table->rows[first];
	size_t i = first + 1;

	name_columns(sheet, &header);
	sheet->format = format_find(sheet, &header, first);
	if (sheet->format == NULL)
		return question_fault(sheet, M_IMPORT_UNKNOWN);
	while (sheet->format->lines != LINES_ONE && i < table->count &&
	    is_header(sheet, &table->rows[i]))
		join(sheet, &header, &table->rows[i++]);
	name_columns(sheet, &header);
	return format_columns(sheet, &header) && question_choose(sheet) ? i : 0;
}

/* Whether a row holds the keys of its columns, as Nextcloud Forms hides them,
 * or the sums of them, as Doodle adds. */
static bool
is_no_ballot(const struct sheet *sheet, const struct row *row, bool last)
{
	enum term sum = T_HEAD_SUM;

	return strcmp(row->cells[0], "submission_id") == 0 ||
	    (last && sheet->format->preface &&
		term_find(row->cells[0], &sum, 1, NULL) != T_NONE);
}

void
sheet_read(struct import *import, const char *path)
{
	struct sheet sheet = { .import = import,
		.pos = { path, 1, 1 },
		.question = "",
		.first = import->ballot_count,
		.decided = -1 };
	struct table table;
	size_t i;

	import->sheets++;
	dict_init(&sheet.values, import->arena);
	for (i = 0; i < import->option_count; i++)
		import->option[i].read = import->option[i].doubts =
		    import->option[i].again = 0;
	if (!table_read(import, path, &table))
		return;
	sheet.blocks = is_block(&table.rows[0], "poll");
	i = sheet.blocks ? read_blocks(&sheet, &table) : skip_preface(&table);
	if (i == table.count) {
		note_add(import->faults, sheet.pos, M_IMPORT_NO_VOTES_BLOCK);
		return;
	}
	i = read_header(&sheet, &table, i);
	if (i == 0)
		return;
	if (import->format == NULL)
		import->format = sheet.format->name ? sheet.format->name : "";
	if (*import->question == '\0')
		import->question = sheet.question;
	for (; i < table.count; i++)
		if (!is_no_ballot(&sheet, &table.rows[i], i + 1 == table.count))
			ballot_take(&sheet, &table.rows[i]);
	check_sheet(&sheet);
	if (import->has_counts && import->ballot_count > 0)
		note_add(import->faults, sheet.pos, M_IMPORT_MIXED);
}
