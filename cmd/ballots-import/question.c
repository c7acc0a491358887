/*
 * question: the columns that answer one question.
 *
 * A question is one column, whose cells hold what was chosen, or several
 * that share the start of their header, "Question [option]".
 */
#include <stdlib.h>
#include <string.h>

#include "format.h"
#include "text/uni.h"
#include "vote/ordinal.h"

/* The bracket that the last one of a text closes, or NULL. */
static const char *
find_opening(const char *text, const char *brackets)
{
	const char *at = text + strlen(text);
	size_t depth = 0;

	if (strlen(brackets) < 2)
		return *brackets != '\0' ? strrchr(text, *brackets) : NULL;
	if (at == text || at[-1] != brackets[1])
		return NULL;
	while (at-- > text) {
		depth += *at == brackets[1];
		depth -= *at == brackets[0];
		if (depth == 0)
			return at;
	}
	return NULL;
}

static bool
is_open(const struct sheet *sheet, size_t column)
{
	return column < sheet->count && !sheet->columns[column].used &&
	    *sheet->columns[column].text != '\0';
}

/* Whether a column and the next one are rows of one question. */
static bool
goes_on(const struct sheet *sheet, size_t column)
{
	const struct column *at = &sheet->columns[column];

	return is_open(sheet, column) && is_open(sheet, column + 1) &&
	    *at[0].row != '\0' && *at[1].row != '\0' &&
	    strcmp(at[0].base, at[1].base) == 0;
}

/*
 * A lone "Question (row)" or "1. This/that" is no grid; and where a question
 * stands in one column and again in a grid behind it, the grid says the same.
 */
void
question_part(struct sheet *sheet)
{
	struct arena *arena = sheet->import->arena;
	const char *brackets =
	    sheet->format->brackets ? sheet->format->brackets : "[]";
	struct column *column = sheet->columns;
	const char *at;

	for (size_t i = 0; i < sheet->count; i++) {
		at = find_opening(column[i].text, brackets);
		if (at == NULL || at == column[i].text)
			continue;
		column[i].row = uni_line(arena, at + 1);
		if (brackets[1] != '\0')
			column[i].row = uni_line(arena,
			    arena_copy(arena, at + 1, strlen(at) - 2));
		if (*column[i].row != '\0')
			column[i].base = uni_line(arena,
			    arena_copy(arena, column[i].text,
				(size_t)(at - column[i].text)));
	}
	for (size_t i = sheet->count; i-- > 0 && *brackets != '[';)
		if (!goes_on(sheet, i) && (i == 0 || !goes_on(sheet, i - 1))) {
			column[i].base = column[i].text;
			column[i].row = "";
		}
	for (size_t i = 0; i < sheet->count; i++)
		column[i].used |= *column[i].row == '\0' &&
		    goes_on(sheet, i + 1) &&
		    strcmp(column[i].base, column[i + 1].base) == 0;
}

void
question_fault(struct sheet *sheet, enum term message, const char *name)
{
	csv_head_fault(&sheet->head, sheet->import->faults, message, name);
}

static bool
find(struct sheet *sheet, const char *name, size_t *first, size_t *last)
{
	return csv_head_find(&sheet->head, sheet->import->faults, name, first,
	    last);
}

long
question_column(struct sheet *sheet, const char *name)
{
	size_t first, last;

	if (find(sheet, name, &first, &last) && first == last)
		return (long)first;
	question_fault(sheet, M_CSV_NO_COLUMN, name);
	return NO_COLUMN;
}

/* The rank that a header or its row says, "Rang 2", "Second choice", else the
 * first number in it, "Vote 2"; 0 where it has none. */
static size_t
rank_of(const struct sheet *sheet, const struct column *column, bool *named)
{
	const char *text = *column->row != '\0' ? column->row : column->text;
	const char *digits = strpbrk(text, "123456789");
	size_t rank;

	if (ordinal_read(sheet->import->arena, text, &rank) && rank > 0)
		return rank;
	*named = false;
	return digits != NULL && strlen(text) <= 20 ? strtoul(digits, NULL, 10)
						    : 0;
}

/* Whether cells of a column are words, which can be options. */
static bool
holds_words(const struct sheet *sheet, size_t column)
{
	const char *cell;

	for (size_t i = sheet->body; i < sheet->csv.count; i++) {
		cell = csv_cell(&sheet->csv.rows[i], (long)column);
		if (*cell != '\0')
			return *cell < '0' || *cell > '9';
	}
	return true;
}

/* Whether the wanted columns are ranks 1, 2, 3 and so on, whose cells are what a
 * voter puts there; a fault, where nobody says that they are.  Numbers below
 * "Rank 1" are options, below a bare "1" perhaps ranks. */
static bool
are_ranks(const struct sheet *sheet)
{
	const struct column *column = sheet->columns;
	size_t next = 1;
	bool named = true;

	for (size_t i = 0; i < sheet->count; i++) {
		if (!column[i].wanted)
			continue;
		if (rank_of(sheet, &column[i], &named) != next++ ||
		    (!holds_words(sheet, i) &&
			(!named || strspn(column[i].text, "0123456789") > 0)))
			return false;
	}
	if (next > 2 && sheet->import->as == AS_UNKNOWN && named)
		note_add(sheet->import->faults, sheet->pos,
		    M_IMPORT_RANK_COLUMNS);
	return next > 2 && sheet->import->as == AS_RANKS;
}

/* Whether a column holds texts of one's own, where others are yes or no. */
static bool
is_text(struct sheet *sheet, size_t column)
{
	enum vote vote = VOTE_BLANK;

	for (size_t i = sheet->body; i < sheet->csv.count && vote == VOTE_BLANK;
	     i++)
		vote = value_read(sheet,
		    csv_cell(&sheet->csv.rows[i], (long)column))
			   ->vote;
	return vote == VOTE_DOUBT;
}

/* The wanted columns as options; what they all begin with is the question. */
static void
take(struct sheet *sheet)
{
	enum term other = T_HEAD_OTHER;
	struct pos pos = sheet->pos;
	struct column *column = sheet->columns;
	const char *base = NULL;
	bool shared = sheet->format->brackets != NULL ||
	    sheet->import->options->columns != NULL;

	for (size_t i = 0; i < sheet->count; i++) {
		if (!column[i].wanted)
			continue;
		shared &= *column[i].row != '\0' &&
		    (base == NULL || strcmp(base, column[i].base) == 0);
		base = column[i].base;
	}
	if (shared && base != NULL)
		sheet->question = base;
	if (are_ranks(sheet)) {
		for (size_t i = 0; i < sheet->count; i++)
			column[i].ranked = column[i].wanted;
		return;
	}
	for (size_t i = 0; i < sheet->count; i++) {
		pos.col = i + 1;
		if (column[i].wanted && shared &&
		    term_is(column[i].row, other) &&
		    (sheet->format->repeats || is_text(sheet, i)))
			sheet->at[ROLE_OTHER] = (long)i;
		else if (column[i].wanted &&
		    !(shared && term_is(column[i].row, T_BALLOT_REMARK)))
			column[i].option = (long)option_enter(sheet->import,
			    shared ? column[i].row : column[i].text, pos, true);
	}
}

/* Wants columns, but for those without a header. */
static void
want(const struct sheet *sheet, size_t first, size_t last)
{
	for (; first <= last; first++)
		sheet->columns[first].wanted =
		    *sheet->columns[first].text != '\0';
}

/* One column whose cells are choices, or several that are options. */
static void
take_range(struct sheet *sheet, size_t first, size_t last, bool grid)
{
	if (grid || first < last) {
		want(sheet, first, last);
		take(sheet);
	} else {
		sheet->at[ROLE_CHOICE] = (long)first;
		sheet->question = sheet->columns[first].text;
	}
}

/* The options of --options: "Lake,River" or "4-9". */
static void
take_listed(struct sheet *sheet, const char *list)
{
	struct csv_choice choice;

	do {
		choice = csv_head_next(&sheet->head, sheet->import->faults,
		    &list, false);
		if (choice.found)
			want(sheet, choice.first, choice.last);
	} while (*list != '\0');
	take(sheet);
}

/* The one question of the columns without a role, or that of --choice. */
static void
take_question(struct sheet *sheet, const char *name)
{
	const struct column *column = sheet->columns;
	struct buf out = BUF_INIT;
	size_t count = 0, first = 0, last = 0, end;
	const char *all;

	for (size_t i = 0; i < sheet->count; i = end) {
		for (end = i + 1; goes_on(sheet, end - 1); end++)
			;
		if (!is_open(sheet, i) ||
		    (name != NULL && !term_same(column[i].base, name)))
			continue;
		first = i;
		last = end - 1;
		buf_format(&out, "%s%zu", count++ ? " | " : "", i + 1);
		if (first < last)
			buf_format(&out, "-%zu", end);
		buf_format(&out, " %s", column[i].base);
	}
	all = buf_take(&out, sheet->import->arena);
	if (count > 1)
		note_add(sheet->import->faults, sheet->pos, M_IMPORT_QUESTIONS,
		    all);
	else if (count == 1)
		take_range(sheet, first, last, *column[first].row != '\0');
	else if (name != NULL && find(sheet, name, &first, &last))
		take_range(sheet, first, last, false);
	else
		question_fault(sheet, name ? M_CSV_NO_COLUMN : M_IMPORT_UNKNOWN,
		    name ? name : "");
}

/* Whether the cells of a column are empty or say its header again, where those
 * of options do; else it asks something else. */
static bool
is_option(const struct sheet *sheet, size_t column)
{
	const char *text = sheet->columns[column].text, *cell;

	for (size_t i = sheet->body;
	     sheet->format->repeats && i < sheet->csv.count; i++) {
		cell = csv_cell(&sheet->csv.rows[i], (long)column);
		if (*cell != '\0' &&
		    strcmp(uni_line(sheet->import->arena, cell), text) != 0)
			return false;
	}
	return is_open(sheet, column);
}

/* The columns without a role, unless one of a role holds choices. */
static void
take_rest(struct sheet *sheet)
{
	bool choice = sheet->at[ROLE_CHOICE] != NO_COLUMN, rest = false;

	for (size_t i = 0; i < sheet->count; i++)
		rest |= sheet->columns[i].wanted = is_option(sheet, i);
	if (!rest && sheet->format->repeats)
		take_question(sheet, NULL);
	else if (rest == choice)
		question_fault(sheet, M_IMPORT_UNKNOWN, "");
	else
		take(sheet);
}

void
question_choose(struct sheet *sheet)
{
	const struct options *options = sheet->import->options;

	if (options->columns != NULL)
		take_listed(sheet, options->columns);
	else if (options->choice != NULL || sheet->format->brackets != NULL)
		take_question(sheet, options->choice);
	else if (!sheet->format->counted)
		take_rest(sheet);
}
