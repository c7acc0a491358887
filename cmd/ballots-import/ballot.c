/*
 * ballot: rows to ballots.
 *
 * Nothing that is doubtful is lost: it stands in the ballot as it was typed,
 * for vote-tally to judge, or it is a finding.
 */
#include <string.h>

#include "base/arena.h"
#include "format.h"
#include "text/uni.h"
#include "value/number.h"

/* More different choices than this are no choices but free text. */
enum { MAX_CHOICES = 100 };

/* What a ballot says of an option, to be told. */
static const struct value **
choice_of(struct import *import, struct ballot *ballot, size_t option)
{
	const struct value **choices;

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

/* Whether every cell is empty; faults those that no header names. */
static bool
is_empty(struct sheet *sheet, const struct csv_row *row)
{
	struct import *import = sheet->import;
	struct pos pos = row->pos;
	bool empty = true;

	for (size_t i = 0; i < row->count; i++) {
		if (*row->cells[i] == '\0')
			continue;
		empty = false;
		pos.col = i + 1;
		if (i >= sheet->count ||
		    (*sheet->columns[i].text == '\0' &&
			!sheet->columns[i].used))
			note_add(import->faults, pos, M_CSV_UNNAMED,
			    uni_line(import->arena, row->cells[i]));
	}
	return empty;
}

static void
take_choice(struct sheet *sheet, const struct csv_row *row, long column,
    const char *text, struct ballot *ballot)
{
	struct import *import = sheet->import;
	struct pos pos = { row->pos.file, row->pos.line, (size_t)column + 1 };
	size_t options = import->option_count, option;
	const struct value **made;

	if (import->known == 0 && value_read(sheet, text)->vote == VOTE_BLANK)
		return;
	if (import->as == AS_RANKS && term_is(text, T_ANSWER_OVER)) {
		note_add(&import->findings, pos, M_IMPORT_OVER, text);
		return;
	}
	option = option_enter(import, text, pos, false);
	/* of an order the first alone counts */
	if (import->as == AS_RANKS) {
		made = choice_of(import, ballot, option);
		if (*made == NULL)
			*made = value_read(sheet,
			    option_number(import, ++ballot->ranked));
	} else if (!import->options->as_ranks || ballot->count == 0) {
		made = choice_of(import, ballot, option);
		*made = *made == NULL
		    ? &value_yes
		    : value_read(sheet,
			  option_number(import, (size_t)(*made)->number + 1));
	}
	if (import->known > 0 && import->option_count > options)
		note_add(&import->findings, pos, M_IMPORT_NOT_KNOWN, text);
	if (import->option_count <= MAX_CHOICES || sheet->crowded)
		return;
	note_add(import->faults, pos, M_IMPORT_FREE_TEXT,
	    option_number(import, MAX_CHOICES));
	sheet->crowded = true;
}

/* Where the longest of the known options that a cell begins with is over: its
 * end, or the comma or semicolon behind; NULL where it begins with none. */
static const char *
known_end(const struct import *import, const char *cell)
{
	const char *start = cell + strspn(cell, " \n"), *end = NULL, *behind;
	size_t length;

	for (size_t i = 0; i < import->known; i++) {
		length = strlen(import->option[i].text);
		behind = start + length;
		if (strncmp(start, import->option[i].text, length) != 0)
			continue;
		behind += strspn(behind, " \n");
		if (strchr(",;", *behind) != NULL &&
		    (end == NULL || behind > end))
			end = behind;
	}
	return end;
}

/* Where a choice ends; a comma within brackets parts nothing. */
static const char *
find_mark(const char *cell, const char *mark)
{
	size_t length = strlen(mark);
	const char *close;

	for (; *cell != '\0'; cell++) {
		if (length > 0 && strncmp(cell, mark, length) == 0)
			return cell;
		close = *cell == '(' && *mark == ',' ? strchr(cell, ')') : NULL;
		if (close != NULL)
			cell = close;
	}
	return cell;
}

/* The choices of one cell. */
static void
take_cell(struct sheet *sheet, const struct csv_row *row, struct ballot *ballot)
{
	struct arena *arena = sheet->import->arena;
	long column = sheet->at[ROLE_CHOICE];
	const char *cell = csv_cell(row, column), *end, *text;
	const char *mark = sheet->import->options->split;
	const char *parts = sheet->format->parts;
	size_t length;

	if (mark == NULL)
		mark = parts == NULL           ? ""
		    : sheet->import->known > 0 ? parts + strlen(parts) - 1
					       : ";";
	if (sheet->commas == 0 &&
	    uni_first_among(cell, &length, ", ", " / ") != NULL)
		sheet->commas = row->pos.line;
	while (*cell != '\0' && !sheet->crowded) {
		end = *mark != '\0' ? known_end(sheet->import, cell) : NULL;
		end = end != NULL ? end : find_mark(cell, mark);
		sheet->semicolons |= *end != '\0';
		text = uni_line(arena,
		    arena_copy(arena, cell, (size_t)(end - cell)));
		if (*text != '\0')
			take_choice(sheet, row, column, text, ballot);
		cell = *end == '\0'                         ? end
		    : strncmp(end, mark, strlen(mark)) == 0 ? end + strlen(mark)
							    : end + 1;
	}
}

static void
take_option(struct sheet *sheet, const struct csv_row *row, size_t column,
    struct ballot *ballot)
{
	struct import *import = sheet->import;
	size_t number = (size_t)sheet->columns[column].option;
	const char *text = import->option[number].text;
	const char *cell = csv_cell(row, (long)column);
	struct pos pos = { row->pos.file, row->pos.line, column + 1 };
	const struct value *value;

	value = sheet->format->repeats &&
		strcmp(uni_line(import->arena, cell), text) == 0
	    ? &value_yes
	    : value_read(sheet, cell);
	if (value->vote != VOTE_BLANK)
		*choice_of(import, ballot, number) = value;
	if (value->vote == VOTE_GRADE && !option_is_grade(import, value->text))
		note_add(&import->findings, pos, M_IMPORT_NO_GRADE, value->text,
		    text);
	import->maybes += value->vote == VOTE_MAYBE;
	if (value->vote == VOTE_DOUBT && import->as != AS_RANKS)
		note_add(&import->findings, pos, M_IMPORT_DOUBT, value->text,
		    text);
}

/* Of ranks the best alone is a vote: the first one, or the most points. */
static void
keep_best(const struct sheet *sheet, struct ballot *ballot)
{
	const struct value **choice = ballot->choices;
	long best = 1;

	for (size_t i = 0; i < ballot->count && sheet->format->points; i++)
		if (choice[i] != NULL && choice[i]->number > best)
			best = choice[i]->number;
	for (size_t i = 0; i < ballot->count; i++)
		if (choice[i] != NULL && choice[i]->vote == VOTE_NUMBER &&
		    choice[i]->number > 0)
			choice[i] =
			    choice[i]->number == best ? &value_yes : &value_no;
}

/* Points of which the highest is the best as ranks. */
static void
turn_points(struct sheet *sheet, const struct ballot *ballot)
{
	const struct value **ranks =
	    arena_array(sheet->import->arena, ballot->count, sizeof(*ranks));
	const struct value *const *choice = ballot->choices;
	size_t above;

	for (size_t i = 0; i < ballot->count; i++) {
		ranks[i] = choice[i];
		if (choice[i] == NULL || choice[i]->number < 1)
			continue;
		above = 0;
		for (size_t j = 0; j < ballot->count; j++)
			above += choice[j] != NULL &&
			    choice[j]->number > choice[i]->number;
		ranks[i] =
		    value_read(sheet, option_number(sheet->import, above + 1));
	}
	for (size_t i = 0; i < ballot->count; i++)
		ballot->choices[i] = ranks[i];
}

/* Adds a ballot's numbers up. */
static void
count_numbers(struct import *import, const struct ballot *ballot)
{
	const struct value *value;
	long points = 0;

	for (size_t i = 0; i < ballot->count; i++) {
		value = ballot->choices[i];
		if (value == NULL || value->number < 1)
			continue;
		points += value->number;
		import->has_numbers |= value->vote == VOTE_NUMBER &&
		    (value->number != 1 || import->as == AS_RANKS ||
			import->as == AS_POINTS);
	}
	if (points > import->most_points)
		import->most_points = points;
}

const char *
ballot_name(const struct sheet *sheet, const struct csv_row *row,
    enum role role)
{
	return uni_line(sheet->import->arena,
	    arena_format(sheet->import->arena, "%s %s",
		csv_cell(row, sheet->at[role]),
		csv_cell(row, sheet->at[ROLE_NAME])));
}

/* Whose it is: "" for nobody's, and for a name that only says so. */
static void
read_voter(struct sheet *sheet, const struct csv_row *row,
    struct ballot *ballot)
{
	struct arena *arena = sheet->import->arena;
	enum term nobody = T_HEAD_ANONYMOUS;

	ballot->group = uni_line(arena, csv_cell(row, sheet->at[ROLE_GROUP]));
	ballot->voter = ballot_name(sheet, row, ROLE_VOTER);
	if (*ballot->voter == '\0' || !term_is(ballot->voter, nobody))
		return;
	ballot->nobody = true;
	ballot->voter = "";
}

/* Who votes again is a finding. */
static void
check_voter(struct import *import, const struct ballot *ballot)
{
	struct dict_entry *entry = dict_enter(&import->voters, ballot->voter);
	const char *name = import->options->anonymous
	    ? name_letter(&import->letters, ballot->voter)
	    : ballot->voter;

	if (entry->value == NULL)
		entry->value = arena_format(import->arena, "%s:%zu",
		    ballot->pos.file, ballot->pos.line);
	else
		note_add(&import->findings, ballot->pos, M_IMPORT_TWICE, name,
		    entry->value);
}

void
ballot_keep(struct import *import, const struct ballot *ballot)
{
	if (*ballot->voter != '\0')
		check_voter(import, ballot);
	import->has_groups |= *ballot->group != '\0';
	ARENA_ADD(import->arena, import->ballots, import->ballot_count) =
	    *ballot;
}

/* What a row chooses, and what is to be told of it. */
static void
take_choices(struct sheet *sheet, const struct csv_row *row,
    struct ballot *ballot)
{
	struct import *import = sheet->import;
	const char *other = csv_cell(row, sheet->at[ROLE_OTHER]);
	const char *weight = csv_cell(row, sheet->at[ROLE_WEIGHT]);
	int64_t thousandths;

	if (sheet->at[ROLE_CHOICE] != NO_COLUMN)
		take_cell(sheet, row, ballot);
	for (size_t i = sheet->count; i-- > 0;)
		if (sheet->columns[i].option != NO_COLUMN)
			take_option(sheet, row, i, ballot);
	for (size_t i = 0; i < sheet->count; i++)
		if (sheet->columns[i].ranked && *csv_cell(row, (long)i) != '\0')
			take_choice(sheet, row, (long)i,
			    uni_line(import->arena, csv_cell(row, (long)i)),
			    ballot);
	if (*uni_line(import->arena, other) != '\0')
		take_choice(sheet, row, sheet->at[ROLE_OTHER], other, ballot);
	if (ballot->count > 0 && *weight != '\0' &&
	    !(number_read(weight, &thousandths) && thousandths == 1000))
		note_add(&import->findings, row->pos, M_IMPORT_WEIGHT, weight);
	if (import->options->as_ranks)
		keep_best(sheet, ballot);
	if (import->as == AS_RANKS && sheet->format->points)
		turn_points(sheet, ballot);
	count_numbers(import, ballot);
}

void
ballot_take(struct sheet *sheet, const struct csv_row *row)
{
	struct import *import = sheet->import;
	struct notes *findings = &import->findings;
	struct ballot ballot = { .pos = row->pos };
	bool blocks = sheet->format->blocks;

	if (is_empty(sheet, row)) {
		if (sheet->at[ROLE_VOTER] == NO_COLUMN)
			note_add(findings, row->pos, M_CSV_EMPTY_ROW);
		return;
	}
	import->rows++;
	if (row->count < sheet->count)
		note_add(findings, row->pos, M_CSV_SHORT,
		    option_number(import, row->count),
		    option_number(import, sheet->count));
	if (sheet->at[ROLE_SUBMITTED] != NO_COLUMN &&
	    *csv_cell(row, sheet->at[ROLE_SUBMITTED]) == '\0') {
		note_add(findings, row->pos, M_IMPORT_NOT_SENT);
		return;
	}
	if (sheet->format->counted && !import->options->choice &&
	    !import->options->columns) {
		count_take(sheet, row);
		return;
	}
	take_choices(sheet, row, &ballot);
	if (ballot.count == 0)
		note_add(findings, row->pos,
		    blocks ? M_IMPORT_NO_VOTE : M_IMPORT_BLANK);
	if (ballot.count == 0 && blocks) {
		sheet->silent++;
		return;
	}
	read_voter(sheet, row, &ballot);
	ballot_keep(import, &ballot);
}
