/*
 * sheet: a whole sheet, of one block or of Loomio's three.
 *
 * Loomio's announces each block by a line of one word: poll, poll_options,
 * votes; the last is a sheet like others.
 */
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"

enum state {
	AT_HEADER,
	AT_SECOND, /* behind a header whose first cell is empty */
	AT_POLL_HEADER,
	AT_POLL,
	AT_OPTIONS_HEADER,
	AT_OPTIONS,
	AT_VOTES_HEADER,
	AT_ROWS,
	AT_NOTHING, /* the header was faulty */
};

struct sheet {
	struct import *import;
	enum state state;
	struct row header; /* kept while the second row is awaited */
	struct plan plan;
	struct pos pos;
	bool meeting;
	long column; /* of the block: what it is read for */
	size_t first_ballot;
};

static bool
is_block(const struct row *row, const char *name)
{
	size_t i;

	for (i = 1; i < row->count; i++)
		if (*row->cells[i] != '\0')
			return false;
	return strcmp(table_cell(row, 0), name) == 0;
}

static long
find_cell(const struct row *row, const char *text)
{
	size_t i;

	for (i = 0; i < row->count; i++)
		if (strcmp(row->cells[i], text) == 0)
			return (long)i;
	return NO_COLUMN;
}

static void
begin(struct sheet *sheet, const struct row *header, bool loomio)
{
	struct import *import = sheet->import;

	sheet->pos = header->pos;
	sheet->first_ballot = import->ballot_count;
	sheet->state = AT_NOTHING;
	sheet->plan.meeting = sheet->meeting;
	if (!format_plan(import, header, loomio, &sheet->plan))
		return;
	sheet->state = AT_ROWS;
	if (import->format == NULL)
		import->format =
		    sheet->plan.format->name ? sheet->plan.format->name : "";
	if (*import->question == '\0')
		import->question = sheet->plan.question;
}

/* Keeps a header until the next row tells whether it goes on. */
static void
keep_header(struct sheet *sheet, const struct row *row)
{
	struct arena *arena = sheet->import->arena;
	size_t i;

	sheet->header = *row;
	sheet->header.cells =
	    arena_array(arena, row->count, sizeof(*row->cells));
	for (i = 0; i < row->count; i++)
		sheet->header.cells[i] = arena_string(arena, row->cells[i]);
	sheet->state = AT_SECOND;
}

/* Whether a row is a second line of headers: slots of days. */
static bool
is_second_header(struct sheet *sheet, const struct row *row)
{
	static const struct format answers = { .answers = true };
	const struct plan plan = { .format = &answers };
	enum vote vote;
	size_t i;

	if (*table_cell(row, 0) != '\0')
		return false;
	for (i = 1; i < row->count; i++) {
		vote = value_read(sheet->import, &plan, row->cells[i])->vote;
		if (*row->cells[i] != '\0' && vote != VOTE_DOUBT)
			return false;
	}
	return true;
}

static void
take_header(struct sheet *sheet, const struct row *row)
{
	if (is_block(row, "poll"))
		sheet->state = AT_POLL_HEADER;
	else if (*row->cells[0] == '\0' && row->count > 1)
		keep_header(sheet, row);
	else
		begin(sheet, row, false);
}

static void
take_second(struct sheet *sheet, const struct row *row)
{
	struct row joined;
	bool second = is_second_header(sheet, row);

	dict_init(&sheet->import->values, sheet->import->arena);
	if (second)
		slot_join(sheet->import, &sheet->header, row, &joined);
	begin(sheet, second ? &joined : &sheet->header, false);
	if (!second && sheet->state == AT_ROWS)
		ballot_take(sheet->import, &sheet->plan, row);
}

/* Loomio's blocks before the votes: the title, and how options are named. */
static void
take_block(struct sheet *sheet, const struct row *row)
{
	struct import *import = sheet->import;

	if (sheet->state == AT_POLL_HEADER) {
		sheet->column = find_cell(row, "title");
		sheet->state = AT_POLL;
	} else if (sheet->state == AT_OPTIONS_HEADER) {
		sheet->column = find_cell(row, "name_format");
		sheet->state = AT_OPTIONS;
	} else if (is_block(row, "poll_options")) {
		sheet->state = AT_OPTIONS_HEADER;
	} else if (is_block(row, "votes")) {
		sheet->state = AT_VOTES_HEADER;
	} else if (sheet->state == AT_OPTIONS) {
		if (strcmp(table_cell(row, sheet->column), "iso8601") == 0)
			sheet->meeting = true;
	} else if (*import->title == '\0') {
		import->title =
		    uni_line(import->arena, table_cell(row, sheet->column));
	}
}

static void
take(void *context, const struct row *row)
{
	struct sheet *sheet = context;

	switch (sheet->state) {
	case AT_HEADER:
		take_header(sheet, row);
		break;
	case AT_SECOND:
		take_second(sheet, row);
		break;
	case AT_VOTES_HEADER:
		begin(sheet, row, true);
		break;
	case AT_ROWS:
		/* Nextcloud Forms may have its keys in a hidden row. */
		if (strcmp(table_cell(row, 0), "submission_id") != 0)
			ballot_take(sheet->import, &sheet->plan, row);
		break;
	case AT_NOTHING:
		break;
	default:
		take_block(sheet, row);
	}
}

static void
end(struct sheet *sheet)
{
	struct import *import = sheet->import;

	if (sheet->state == AT_SECOND)
		begin(sheet, &sheet->header, false);
	if (sheet->state == AT_ROWS)
		check_sheet(import, &sheet->plan, sheet->pos,
		    sheet->first_ballot);
	else if (sheet->state != AT_NOTHING)
		note_add(&import->faults, sheet->pos, M_IMPORT_NO_VOTES_BLOCK);
	if (import->has_counts && import->has_ballots)
		note_add(&import->faults, sheet->pos, M_IMPORT_MIXED);
}

void
sheet_read(struct import *import, const char *path)
{
	struct sheet sheet = { .import = import, .pos = { path, 1, 1 } };
	size_t i;

	import->sheets++;
	dict_init(&import->values, import->arena);
	for (i = 0; i < import->option_count; i++) {
		import->option[i].read = import->option[i].doubts = 0;
		import->option[i].doubt = NULL;
		import->option[i].again = 0;
	}
	if (table_read(import, path, take, &sheet))
		end(&sheet);
}
