/*
 * ballot: rows to ballots, or to counts.
 *
 * Nothing that is doubtful is lost: it stands in the ballot as it was typed,
 * for vote-tally to judge, or it is a finding.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "import.h"
#include "text/uni.h"
#include "value/number.h"

/* More different choices than this are no choices but free text. */
enum { MAX_CHOICES = 100 };

static const struct value chosen = { "x", VOTE_YES, 1 };

static const char *
place(struct import *import, const struct pos *pos)
{
	return arena_format(import->arena, "%s:%zu", pos->file, pos->line);
}

/* "halle" behind "Halle" is the same option, and told once. */
static void
check_spelling(struct import *import, const struct option *option,
    const char *text, struct pos pos)
{
	struct dict_entry *entry;

	if (strcmp(option->text, text) == 0)
		return;
	entry = dict_enter(&import->spellings, text);
	if (entry->value == NULL)
		note_add(&import->findings, pos, M_IMPORT_SPELLING, text,
		    option->text, place(import, &option->pos));
	entry->value = import;
}

size_t
ballot_option(struct import *import, const char *text, struct pos pos,
    bool unique)
{
	const char *plain = uni_line(import->arena, text);
	struct dict_entry *entry;
	size_t *number, *again = NULL;

	for (;;) {
		entry = dict_enter(&import->option_numbers,
		    uni_fold(import->arena, plain));
		number = entry->value;
		if (!unique || number == NULL ||
		    import->option[*number].sheet != import->sheets)
			break;
		if (again == NULL)
			note_add(&import->findings, pos, M_IMPORT_SAME_OPTION,
			    plain);
		again = again ? again : &import->option[*number].again;
		plain = arena_format(import->arena, "%s (%zu)",
		    uni_line(import->arena, text), ++*again + 1);
	}
	if (number == NULL) {
		import->option = arena_grow(import->arena, import->option,
		    import->option_count, sizeof(*import->option));
		entry->value = number =
		    arena_alloc(import->arena, sizeof(*number));
		*number = import->option_count++;
		import->option[*number] =
		    (struct option){ .text = plain, .pos = pos };
	}
	import->option[*number].sheet = import->sheets;
	check_spelling(import, &import->option[*number], plain, pos);
	return *number;
}

static const char *
number_string(struct import *import, size_t number)
{
	return arena_format(import->arena, "%zu", number);
}

/* Whether every cell is empty; faults those that no header names. */
static bool
is_empty(struct import *import, const struct plan *plan, const struct row *row)
{
	struct pos pos = row->pos;
	bool empty = true;
	size_t i;

	for (i = 0; i < row->count; i++) {
		if (*row->cells[i] == '\0')
			continue;
		empty = false;
		pos.col = i + 1;
		if (i >= plan->columns || plan->unnamed[i])
			note_add(&import->faults, pos, M_IMPORT_UNNAMED,
			    uni_line(import->arena, row->cells[i]));
	}
	return empty;
}

/* What a ballot says of an option, to be told. */
static struct choice *
choice_of(struct import *import, struct ballot *ballot, size_t option)
{
	struct choice *choices;

	if (option >= ballot->count) {
		choices =
		    arena_array(import->arena, option + 1, sizeof(*choices));
		if (ballot->count > 0)
			memcpy(choices, ballot->choices,
			    ballot->count * sizeof(*choices));
		ballot->choices = choices;
		ballot->count = option + 1;
	}
	return &ballot->choices[option];
}

/* The dots of a ballot, where numbers are dots. */
static long
dots_of(const struct ballot *ballot)
{
	const struct value *value;
	long dots = 0;
	size_t i;

	for (i = 0; i < ballot->count; i++) {
		value = ballot->choices[i].value;
		if (value != NULL && value->vote == VOTE_NUMBER &&
		    value->number > 0)
			dots += value->number;
	}
	return dots;
}

/* What a cell says of the option of its column. */
static const struct value *
value_of(struct import *import, const struct plan *plan, const char *cell,
    const struct option *option)
{
	if (plan->format->repeats &&
	    strcmp(uni_line(import->arena, cell), option->text) == 0)
		return &chosen;
	return value_read(import, plan, cell);
}

static void
take_columns(struct import *import, const struct plan *plan,
    const struct row *row, struct ballot *ballot)
{
	struct pos pos = row->pos;
	const struct value *value;
	struct option *option;
	size_t i;

	for (i = plan->columns; i-- > 0;) {
		if (plan->options[i] == NO_COLUMN)
			continue;
		option = &import->option[plan->options[i]];
		value =
		    value_of(import, plan, table_cell(row, (long)i), option);
		if (value->vote == VOTE_BLANK)
			continue;
		choice_of(import, ballot, (size_t)plan->options[i])->value =
		    value;
		option->read++;
		import->maybes += value->vote == VOTE_MAYBE;
		if (value->vote == VOTE_NUMBER && value->number != 1)
			import->has_numbers = true;
		if (value->vote != VOTE_DOUBT)
			continue;
		option->doubt = option->doubt ? option->doubt : value->text;
		option->doubts++;
		pos.col = i + 1;
		note_add(&import->findings, pos, M_IMPORT_DOUBT, value->text,
		    option->text);
	}
}

static void
take_choice(struct import *import, struct plan *plan, const struct row *row,
    long column, const char *choice, struct ballot *ballot)
{
	struct pos pos = row->pos;
	struct choice *made;

	pos.col = (size_t)column + 1;
	made = choice_of(import, ballot,
	    ballot_option(import, choice, pos, false));
	if (import->option_count > MAX_CHOICES && !plan->crowded) {
		note_add(&import->faults, pos, M_IMPORT_FREE_TEXT,
		    number_string(import, MAX_CHOICES));
		plan->crowded = true;
	}
	if (made->value == NULL) {
		made->value = &chosen;
		return;
	}
	made->value = value_read(import, plan,
	    number_string(import, (size_t)made->value->number + 1));
	import->has_numbers = true;
}

/* A text beside the options is one more. */
static void
take_other(struct import *import, struct plan *plan, const struct row *row,
    struct ballot *ballot)
{
	const char *cell = table_cell(row, plan->other);

	if (*uni_line(import->arena, cell) != '\0')
		take_choice(import, plan, row, plan->other, cell, ballot);
}

/* Where a choice ends, or NULL; a comma within brackets parts nothing. */
static const char *
find_mark(const char *cell, const char *mark)
{
	size_t length = strlen(mark);
	const char *close;

	for (; *cell != '\0'; cell++) {
		if (strncmp(cell, mark, length) == 0)
			return cell;
		close = *cell == '(' && *mark == ',' ? strchr(cell, ')') : NULL;
		if (close != NULL)
			cell = close;
	}
	return NULL;
}

/* What parts choices: as told, else by the export. */
static const char *
mark_of(const struct import *import, const struct plan *plan)
{
	if (import->options->split != NULL)
		return import->options->split;
	if (plan->split == SPLIT_NEVER)
		return "";
	return import->known > 0 && plan->split == SPLIT_DOUBTFUL ? "," : ";";
}

/* One choice of a cell; of an order the first alone counts. */
static void
take_part(struct import *import, struct plan *plan, const struct row *row,
    const char *choice, struct ballot *ballot)
{
	struct pos pos = row->pos;
	size_t options = import->option_count;

	if (*choice == '\0')
		return;
	if (import->options->as_ranks && ballot->count > 0)
		ballot_option(import, choice, row->pos, false);
	else
		take_choice(import, plan, row, plan->choice, choice, ballot);
	pos.col = (size_t)plan->choice + 1;
	if (import->known > 0 && import->option_count > options)
		note_add(&import->findings, pos, M_IMPORT_NOT_KNOWN, choice);
}

/* The choices of one cell. */
static void
take_choices(struct import *import, struct plan *plan, const struct row *row,
    struct ballot *ballot)
{
	const char *cell = table_cell(row, plan->choice), *end, *mark;
	size_t length;

	mark = mark_of(import, plan);
	if (plan->commas == 0 && strstr(cell, ", ") != NULL)
		plan->commas = row->pos.line;
	while (*cell != '\0' && !plan->crowded) {
		length = 1;
		end = *mark != '\0' ? known_end(import, cell) : NULL;
		if (end == NULL && *mark != '\0') {
			end = find_mark(cell, mark);
			length = strlen(mark);
		}
		if (end == NULL)
			end = cell + strlen(cell);
		plan->semicolons = plan->semicolons || *end != '\0';
		take_part(import, plan, row,
		    uni_line(import->arena,
			arena_copy(import->arena, cell, (size_t)(end - cell))),
		    ballot);
		cell = *end != '\0' ? end + length : "";
	}
}

static void
take_count(struct import *import, const struct plan *plan,
    const struct row *row)
{
	const char *text = table_cell(row, plan->text);
	const char *votes = table_cell(row, plan->counts);
	struct pos pos = row->pos;
	int64_t thousandths;
	size_t option;

	if (*text == '\0') {
		pos.col = (size_t)plan->text + 1;
		note_add(&import->faults, pos, M_IMPORT_NO_TEXT);
		return;
	}
	pos.col = (size_t)plan->counts + 1;
	if (!number_read(votes, &thousandths) || thousandths < 0 ||
	    thousandths % 1000 != 0) {
		note_add(&import->faults, pos, M_IMPORT_NO_COUNT,
		    uni_line(import->arena, votes));
		return;
	}
	option = ballot_option(import, text, pos, true);
	import->option[option].votes += (long)(thousandths / 1000);
	import->has_counts = true;
}

/* Whether a row is no ballot, though it says something. */
static bool
is_left_out(struct import *import, const struct plan *plan,
    const struct row *row)
{
	if (row->count < plan->columns)
		note_add(&import->findings, row->pos, M_IMPORT_SHORT,
		    number_string(import, row->count),
		    number_string(import, plan->columns));
	if (plan->submitted == NO_COLUMN ||
	    *table_cell(row, plan->submitted) != '\0')
		return false;
	note_add(&import->findings, row->pos, M_IMPORT_NOT_SENT);
	return true;
}

static void
keep(struct import *import, const struct ballot *ballot)
{
	voter_check(import, ballot);
	import->has_groups = import->has_groups || *ballot->group != '\0';
	import->has_ballots = true;
	import->ballots = arena_grow(import->arena, import->ballots,
	    import->ballot_count, sizeof(*import->ballots));
	import->ballots[import->ballot_count++] = *ballot;
}

void
ballot_take(struct import *import, struct plan *plan, const struct row *row)
{
	struct ballot ballot = { .pos = row->pos };

	if (is_empty(import, plan, row)) {
		if (plan->voter == NO_COLUMN)
			note_add(&import->findings, row->pos,
			    M_IMPORT_EMPTY_ROW);
		return;
	}
	if (is_left_out(import, plan, row))
		return;
	if (plan->format->layout == LAYOUT_COUNTS && plan->counts >= 0) {
		take_count(import, plan, row);
		return;
	}
	if (plan->choice != NO_COLUMN)
		take_choices(import, plan, row, &ballot);
	else
		take_columns(import, plan, row, &ballot);
	take_other(import, plan, row, &ballot);
	if (ballot.count == 0 && plan->format->empty_is_none) {
		note_add(&import->findings, row->pos, M_IMPORT_NO_VOTE);
		return;
	}
	if (ballot.count == 0)
		note_add(&import->findings, row->pos, M_IMPORT_BLANK);
	if (plan->format->dots && dots_of(&ballot) > import->most_dots)
		import->most_dots = dots_of(&ballot);
	voter_read(import, plan, row, &ballot);
	ballot.group = uni_line(import->arena, table_cell(row, plan->group));
	keep(import, &ballot);
}
