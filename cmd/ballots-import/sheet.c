/*
 * sheet: an operand, its header of one line or several, and its rows.
 */
#include <stdlib.h>
#include <string.h>

#include "field.h"
#include "format.h"
#include "tally.h"
#include "text/uni.h"

static bool
is_block(const struct csv_row *row, const char *name)
{
	return strcmp(csv_cell(row, 0), name) == 0 && csv_is_bare(row, 1);
}

static const char *
cell_of(const struct csv_row *head, const struct csv_row *row, const char *name)
{
	for (size_t i = 0; i < head->count; i++)
		if (strcmp(head->cells[i], name) == 0)
			return csv_cell(row, (long)i);
	return "";
}

/*
 * Loomio's export is three blocks, each announced by a line of one word: poll,
 * poll_options, votes; the last is a sheet like others.  Takes what the first
 * two tell; returns where the last begins.
 */
static size_t
read_blocks(struct sheet *sheet)
{
	struct import *import = sheet->import;
	const struct csv *csv = &sheet->csv;
	const struct csv_row *head = csv->rows, *row;
	const char *decided;
	size_t i;

	for (i = 0; i < csv->count; i++) {
		row = &csv->rows[i];
		if (is_block(row, "votes"))
			return i + 1;
		if (is_block(row, "poll") || is_block(row, "poll_options")) {
			i += i + 1 < csv->count;
			head = &csv->rows[i];
			continue;
		}
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

/* Where the header is, below what Doodle or somebody wrote above it, of which the
 * first line is the title. */
static size_t
skip_preface(struct sheet *sheet)
{
	size_t i = csv_head_row(&sheet->csv);

	if (i > 0 && *sheet->import->title == '\0')
		sheet->import->title =
		    uni_line(sheet->import->arena, sheet->csv.rows[0].cells[0]);
	return i;
}

/* Takes the codes off headers that all have one, as LimeSurvey writes them:
 * "Q1[SQ001]. Question [option]". */
static void
strip_codes(const struct csv_head *head)
{
	static const char code[] = "abcdefghijklmnopqrstuvwxyz0123456789_[]"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t length;

	for (size_t i = 0; i < head->count; i++) {
		length = strspn(head->names[i], code);
		if (length == 0 ||
		    strncmp(head->names[i] + length, ". ", 2) != 0)
			return;
	}
	for (size_t i = 0; i < head->count; i++)
		head->names[i] += strspn(head->names[i], code) + 2;
}

/* The columns that a header names. */
static void
name_columns(struct sheet *sheet, const struct csv_row *header)
{
	struct arena *arena = sheet->import->arena;
	const char *text;

	sheet->head = csv_head_new(arena, header);
	strip_codes(&sheet->head);
	sheet->pos = header->pos;
	sheet->count = sheet->head.count;
	sheet->columns =
	    arena_array(arena, sheet->count, sizeof(*sheet->columns));
	for (size_t i = 0; i < sheet->count; i++) {
		text = sheet->head.names[i];
		sheet->columns[i] = (struct column){ .text = text,
			.base = text,
			.row = "",
			.option = NO_COLUMN };
	}
	for (size_t i = 0; i < ROLES; i++)
		sheet->at[i] = NO_COLUMN;
}

/* Whether a row is one more line of a header, and no ballot without a name. */
static bool
is_header(struct sheet *sheet, const struct csv_row *row)
{
	if (sheet->format->between == NULL || *row->cells[0] != '\0' ||
	    csv_is_bare(row, 1))
		return false;
	for (size_t i = 1; i < row->count; i++)
		if (sheet->format->answers && *row->cells[i] != '\0' &&
		    value_read(sheet, row->cells[i])->vote != VOTE_DOUBT)
			return false;
	return true;
}

/* Two lines of a header as one: "day, slot", or "question [option]". */
static void
join(struct sheet *sheet, struct csv_row *header, const struct csv_row *second)
{
	struct arena *arena = sheet->import->arena;
	const char *last = "", *above, *below, **cells;
	enum term answer = T_HEAD_ANSWER;

	if (header->count < second->count)
		header->count = second->count;
	cells = arena_array(arena, header->count, sizeof(*cells));
	for (size_t i = 0; i < header->count; i++) {
		above = i < sheet->count ? sheet->columns[i].text : "";
		below = csv_cell(second, (long)i);
		last = *above != '\0' ? above : last;
		cells[i] = *below == '\0' ||
			(sheet->format->repeats && term_is(below, answer))
		    ? above
		    : *last == '\0'
		    ? below
		    : arena_format(arena, "%s%s%s%s", last,
			  sheet->format->between, below, sheet->format->behind);
	}
	header->cells = cells;
	name_columns(sheet, header);
}

/* Tells the account what became of each column. */
static void
tell(const struct sheet *sheet)
{
	static const enum term terms[ROLES] = { [ROLE_VOTER] = T_VOTER,
		[ROLE_GROUP] = T_GROUP,
		[ROLE_CHOICE] = T_CHOICES,
		[ROLE_OTHER] = T_OPTION,
		[ROLE_TEXT] = T_OPTION,
		[ROLE_COUNT] = T_COUNTS };
	struct pos pos = sheet->pos;
	struct node *node;
	enum term term;

	for (size_t i = 0; i < sheet->count; i++) {
		pos.col = i + 1;
		node = node_new(sheet->import->arena, NODE_TEXT, pos);
		node->key = sheet->columns[i].text;
		term =
		    sheet->columns[i].option != NO_COLUMN ? T_OPTION : T_NONE;
		if (sheet->columns[i].ranked)
			term = T_CHOICES;
		for (size_t j = 0; j < ROLES; j++)
			term = sheet->at[j] == (long)i ? terms[j] : term;
		account_tell(sheet->import->doc->account, node,
		    term != T_NONE ? ACCOUNT_READ : ACCOUNT_DROPPED, term);
	}
}

/* Reads the header, and what it says. */
static void
read_header(struct sheet *sheet, size_t first)
{
	const struct csv *csv = &sheet->csv;
	struct csv_row header = csv->rows[first];

	name_columns(sheet, &header);
	sheet->format = format_find(sheet, first);
	if (sheet->format == NULL) {
		question_fault(sheet, M_IMPORT_UNKNOWN, "");
		return;
	}
	for (sheet->body = first + 1; sheet->body < csv->count; sheet->body++) {
		if (!is_header(sheet, &csv->rows[sheet->body]))
			break;
		join(sheet, &header, &csv->rows[sheet->body]);
	}
	if (!format_columns(sheet))
		return;
	question_part(sheet);
	question_choose(sheet);
}

/* Whether a row holds the keys of its columns, as Nextcloud Forms hides them, or
 * the sums of them, as Doodle adds; those that somebody added are told. */
static bool
is_no_ballot(const struct sheet *sheet, const struct csv_row *row)
{
	struct import *import = sheet->import;
	size_t i = 0;

	if (strcmp(row->cells[0], "submission_id") == 0 ||
	    (sheet->format->preface && *row->cells[0] != '\0' &&
		term_is(row->cells[0], T_HEAD_SUM)))
		return true;
	while (i + 1 < row->count && *row->cells[i] == '\0')
		i++;
	if (sheet->format->counted || !term_is(row->cells[i], T_TABLE_TOTAL))
		return false;
	note_add(&import->findings, row->pos, M_TABLE_TOTAL,
	    uni_line(import->arena, row->cells[i]));
	return true;
}

void
sheet_read(struct import *import, const char *path)
{
	struct sheet sheet = { .import = import,
		.pos = { path, 1, 1 },
		.question = "",
		.first = import->ballot_count,
		.decided = -1 };
	const struct csv *csv = &sheet.csv;
	struct source *source;
	size_t faults = import->faults->count, i;

	import->sheets++;
	dict_init(&sheet.values, import->arena);
	source = csv_text(import->arena, path, &import->options->told,
	    import->faults);
	if (source == NULL || field_read(import, source) ||
	    !csv_parse(import->arena, source, &import->options->told,
		import->faults, &sheet.csv))
		return;
	if (tally_read(&sheet))
		return;
	sheet.blocks = is_block(&csv->rows[0], "poll");
	i = sheet.blocks ? read_blocks(&sheet) : skip_preface(&sheet);
	if (i == csv->count)
		note_add(import->faults, sheet.pos, M_IMPORT_NO_VOTES_BLOCK);
	else
		read_header(&sheet, i);
	if (import->faults->count > faults)
		return;
	tell(&sheet);
	if (import->format == NULL)
		import->format = sheet.format->name ? sheet.format->name : "";
	if (*import->question == '\0')
		import->question = sheet.question;
	for (i = sheet.body; i < csv->count; i++)
		if (!is_no_ballot(&sheet, &csv->rows[i]))
			ballot_take(&sheet, &csv->rows[i]);
	check_sheet(&sheet);
	if (import->grouped)
		note_add(import->faults, sheet.pos, M_IMPORT_GROUPED);
	if (import->has_counts && import->ballot_count > 0)
		note_add(import->faults, sheet.pos, M_IMPORT_MIXED);
}
