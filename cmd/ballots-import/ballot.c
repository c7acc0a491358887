/*
 * ballot: rows to ballots, or to counts.
 *
 * Nothing that is doubtful is lost: it stands in the ballot as it was typed,
 * for vote-tally to judge, or it is a finding.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "import.h"
#include "number.h"
#include "uni.h"

/* More different choices than this are no choices but free text. */
enum { MAX_CHOICES = 100, MAX_NUMBER = 1000000 };

static const struct value chosen = { "x", VOTE_YES, 1 };

size_t
ballot_option(
    struct import *import, const char *text, struct pos pos, bool unique)
{
	const char *plain = uni_line(import->arena, text);
	struct dict_entry *entry;
	struct option *option;
	size_t n;

	for (n = 2;; n++) {
		entry = dict_enter(&import->option_numbers, plain);
		if (!unique || entry->value == NULL ||
		    import->option[(uintptr_t)entry->value - 1].sheet !=
			import->sheets)
			break;
		if (n == 2)
			note_add(&import->findings, pos, M_IMPORT_SAME_OPTION,
			    plain);
		plain = arena_format(import->arena, "%s (%zu)",
		    uni_line(import->arena, text), n);
	}
	if (entry->value == NULL) {
		import->option = arena_grow(import->arena, import->option,
		    import->option_count, sizeof(*import->option));
		option = &import->option[import->option_count++];
		*option = (struct option){ .text = plain, .pos = pos };
		entry->value = (void *)(uintptr_t)import->option_count;
	}
	n = (uintptr_t)entry->value - 1;
	import->option[n].sheet = import->sheets;
	return n;
}

/* Bars and dots, as a hand draws them. */
static bool
is_marks(const char *text)
{
	if (strncmp(text, "●", 3) != 0 && *text != '|')
		return false;
	while (*text != '\0') {
		if (*text == '|' || *text == ' ' || *text == '/')
			text++;
		else if (strncmp(text, "●", 3) == 0)
			text += 3;
		else
			return false;
	}
	return true;
}

static enum vote
read_word(const char *text, enum lang *lang)
{
	static const enum term words[] = { T_YES, T_NO, T_ANSWER_MAYBE,
		T_ANSWER_NONE };
	enum term found = term_find(text, words, 4, lang);

	return found == T_YES	 ? VOTE_YES
	    : found == T_NO	 ? VOTE_NO
	    : found == T_ANSWER_MAYBE	 ? VOTE_MAYBE
	    : found == T_ANSWER_NONE ? VOTE_BLANK
				 : VOTE_DOUBT;
}

static void
read_number(const struct import *import, const struct plan *plan,
    struct value *value, int64_t thousandths)
{
	value->vote = VOTE_NUMBER;
	value->number = -1;
	if (thousandths % 1000 == 0 && thousandths >= 0 &&
	    thousandths / 1000 <= MAX_NUMBER)
		value->number = (long)(thousandths / 1000);
	if (plan->meeting && value->number >= 0 && value->number <= 2)
		value->vote = value->number == 2 ? VOTE_YES
		    : value->number == 1	 ? VOTE_MAYBE
						 : VOTE_NO;
	else if (import->options->as_ranks && value->number >= 0)
		value->vote = value->number == 1 ? VOTE_YES : VOTE_NO;
	else if (value->number == 0)
		value->vote = VOTE_NO;
}

const struct value *
ballot_value(
    struct import *import, const struct plan *plan, const char *text)
{
	struct dict_entry *entry = dict_find(&import->values, text);
	struct value *value;
	int64_t thousandths;

	if (entry != NULL)
		return entry->value;
	entry = dict_enter(
	    &import->values, arena_string(import->arena, text));
	value = entry->value = arena_alloc(import->arena, sizeof(*value));
	value->text = uni_line(import->arena, text);
	value->number = -1;
	if (*value->text == '\0')
		value->vote = VOTE_BLANK;
	else
		value->vote = read_word(value->text, &value->lang);
	if (value->vote != VOTE_DOUBT)
		import->votes[value->lang]++;
	else if (!plan->format->answers &&
	    number_read(value->text, &thousandths))
		read_number(import, plan, value, thousandths);
	else if (!plan->format->answers && is_marks(value->text))
		value->vote = VOTE_NUMBER;
	return value;
}

static const char *
number_string(struct import *import, size_t number)
{
	return arena_format(import->arena, "%zu", number);
}

/* A voter as the messages may tell. */
static const char *
voter_shown(struct import *import, const char *voter)
{
	return import->options->anonymous
	    ? name_letter(&import->letters, voter)
	    : voter;
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

/* Room for a value of an option; what a row does not tell stays NULL. */
static const struct value **
value_at(struct import *import, struct ballot *ballot, size_t option)
{
	const struct value **values;

	if (option >= ballot->count) {
		values = arena_array(
		    import->arena, option + 1, sizeof(*values));
		if (ballot->count > 0)
			memcpy(values, ballot->values,
			    ballot->count * sizeof(*values));
		ballot->values = values;
		ballot->count = option + 1;
	}
	return &ballot->values[option];
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
		value = ballot_value(import, plan, table_cell(row, (long)i));
		option = &import->option[plan->options[i]];
		if (value->vote == VOTE_BLANK)
			continue;
		*value_at(import, ballot, (size_t)plan->options[i]) = value;
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
    const char *choice, struct ballot *ballot)
{
	struct pos pos = row->pos;
	const struct value **value;

	pos.col = (size_t)plan->choice + 1;
	value = value_at(
	    import, ballot, ballot_option(import, choice, pos, false));
	if (import->option_count > MAX_CHOICES && !plan->crowded) {
		note_add(&import->faults, pos, M_IMPORT_FREE_TEXT,
		    number_string(import, MAX_CHOICES));
		plan->crowded = true;
	}
	if (*value == NULL) {
		*value = &chosen;
		return;
	}
	*value = ballot_value(import, plan,
	    number_string(import, (size_t)(*value)->number + 1));
	import->has_numbers = true;
}

/* The choices of one cell. */
static void
take_choices(struct import *import, struct plan *plan, const struct row *row,
    struct ballot *ballot)
{
	const char *cell = table_cell(row, plan->choice), *end;
	const char *mark = import->options->split;
	struct arena *arena = import->arena;
	char *choice;

	if (mark == NULL)
		mark = plan->split == SPLIT_NEVER ? "" : ";";
	if (plan->commas == 0 && strstr(cell, ", ") != NULL)
		plan->commas = row->pos.line;
	while (*cell != '\0' && !plan->crowded) {
		end = *mark != '\0' ? strstr(cell, mark) : NULL;
		plan->semicolons = plan->semicolons || end != NULL;
		choice = uni_line(arena,
		    arena_copy(arena, cell,
			end ? (size_t)(end - cell) : strlen(cell)));
		if (*choice != '\0')
			take_choice(import, plan, row, choice, ballot);
		cell = end ? end + strlen(mark) : "";
	}
}

static void
take_count(
    struct import *import, const struct plan *plan, const struct row *row)
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

/* The voter's name; "" for nobody's, and for one that only says so. */
static void
read_voter(struct import *import, const struct plan *plan,
    const struct row *row, struct ballot *ballot)
{
	const char *name =
	    uni_line(import->arena, table_cell(row, plan->voter));
	enum term nobody = T_HEAD_ANONYMOUS;

	ballot->nobody = *name != '\0' &&
	    term_find(name, &nobody, 1, NULL) != T_NONE;
	ballot->voter = ballot->nobody ? "" : name;
}

static void
check_voter(struct import *import, const struct ballot *ballot)
{
	struct dict_entry *entry;

	if (*ballot->voter == '\0')
		return;
	import->has_voters = true;
	entry = dict_enter(&import->voters, ballot->voter);
	if (entry->value == NULL)
		entry->value = (void *)(uintptr_t)(import->ballot_count + 1);
	else
		note_add(&import->findings, ballot->pos, M_IMPORT_TWICE,
		    voter_shown(import, ballot->voter),
		    number_string(import,
			import->ballots[(uintptr_t)entry->value - 1]
			    .pos.line));
}

/* Whether a row is no ballot, though it says something. */
static bool
is_left_out(
    struct import *import, const struct plan *plan, const struct row *row)
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
	check_voter(import, ballot);
	import->has_groups = import->has_groups || *ballot->group != '\0';
	import->has_ballots = true;
	import->ballots = arena_grow(import->arena, import->ballots,
	    import->ballot_count, sizeof(*import->ballots));
	import->ballots[import->ballot_count++] = *ballot;
}

void
ballot_take(
    struct import *import, struct plan *plan, const struct row *row)
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
	if (ballot.count == 0 && plan->format->empty_is_none) {
		note_add(&import->findings, row->pos, M_IMPORT_NO_VOTE);
		return;
	}
	if (ballot.count == 0)
		note_add(&import->findings, row->pos, M_IMPORT_BLANK);
	read_voter(import, plan, row, &ballot);
	ballot.group = uni_line(import->arena, table_cell(row, plan->group));
	keep(import, &ballot);
}

/* Whether a ballot's numbers are 1, 2, ... in some order; *count of them. */
static bool
is_ranked(const struct ballot *ballot, size_t *count)
{
	uint64_t seen = 0;
	long number;
	size_t i;

	*count = 0;
	for (i = 0; i < ballot->count; i++) {
		if (ballot->values[i] == NULL)
			continue;
		number = ballot->values[i]->number;
		if (ballot->values[i]->vote != VOTE_NUMBER || number < 1 ||
		    number > 63 || (seen & UINT64_C(1) << number) != 0)
			return false;
		seen |= UINT64_C(1) << number;
		++*count;
	}
	return seen == ((UINT64_C(1) << *count) - 1) << 1;
}

static bool
is_ranking(const struct import *import, size_t first)
{
	size_t i, count, ranked = 0;

	for (i = first; i < import->ballot_count; i++) {
		if (!is_ranked(&import->ballots[i], &count))
			return false;
		ranked += count > 2 ? 2 : count == 2;
	}
	return ranked > 1;
}

/* Ballots without a name, among others that have one. */
static void
check_names(struct import *import, size_t first)
{
	const struct ballot *ballot = import->ballots;
	bool named = false;
	size_t i;

	for (i = first; i < import->ballot_count && !named; i++)
		named = *ballot[i].voter != '\0';
	for (i = first; i < import->ballot_count && named; i++)
		if (*ballot[i].voter == '\0' && !ballot[i].nobody)
			note_add(&import->findings, ballot[i].pos,
			    M_IMPORT_NO_VOTER);
}

void
ballot_check(struct import *import, const struct plan *plan, struct pos pos,
    size_t first)
{
	const struct option *option;
	size_t i;

	for (i = 0; i < plan->columns; i++) {
		if (plan->options[i] == NO_COLUMN)
			continue;
		pos.col = i + 1;
		option = &import->option[plan->options[i]];
		if (option->doubts > 0 && option->doubts == option->read)
			note_add(&import->faults, pos, M_IMPORT_NO_VOTES,
			    option->text, option->doubt);
	}
	pos.col = 1;
	check_names(import, first);
	if (plan->choice == NO_COLUMN && !import->options->as_dots &&
	    is_ranking(import, first))
		note_add(&import->faults, pos, M_IMPORT_RANKS);
	if (!import->has_counts && import->ballot_count == first)
		note_add(&import->findings, pos, M_IMPORT_NO_BALLOT);
	if (plan->choice != NO_COLUMN && import->options->split == NULL &&
	    plan->split == SPLIT_DOUBTFUL && plan->commas > 0 &&
	    !plan->semicolons) {
		pos.line = plan->commas;
		pos.col = (size_t)plan->choice + 1;
		note_add(&import->faults, pos, M_IMPORT_COMMAS);
	}
}
