/*
 * question: the columns that answer one question.
 *
 * A question is one column, whose cells hold what was chosen, or several
 * that share the start of their header, "Question [option]".
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "import.h"
#include "text/uni.h"

/* The bracket that the last one of a text closes, or NULL. */
static const char *
find_opening(const char *text, const char *brackets)
{
	const char *at = text + strlen(text);
	size_t depth = 0;

	if (brackets[0] == '\0' || brackets[1] == '\0')
		return brackets[0] == '\0' ? NULL : strrchr(text, *brackets);
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

/* Parts "Question [row]". */
static void
part(struct sheet *sheet, struct column *column, const char *brackets)
{
	struct arena *arena = sheet->import->arena;
	const char *text = uni_line(arena, column->head);
	const char *at = find_opening(text, brackets), *row;

	column->base = text;
	column->row = "";
	if (at == NULL || at == text)
		return;
	row = uni_line(arena,
	    arena_copy(arena, at + 1, strlen(at + 1) - (brackets[1] != '\0')));
	if (*row == '\0')
		return;
	column->row = row;
	column->base =
	    uni_line(arena, arena_copy(arena, text, (size_t)(at - text)));
}

static bool
is_open(const struct sheet *sheet, size_t column)
{
	return column < sheet->count && !sheet->columns[column].used &&
	    *sheet->columns[column].head != '\0';
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
 * Parts all headers.  A lone "Question (row)" or "1. This/that" is no grid;
 * and where a question stands in one column and again in a grid behind it,
 * the grid says the same.
 */
static void
part_all(struct sheet *sheet)
{
	const char *brackets = sheet->format->brackets;
	struct column *column = sheet->columns;
	size_t i;

	brackets = brackets != NULL ? brackets : "[]";
	for (i = 0; i < sheet->count; i++)
		part(sheet, &column[i], brackets);
	for (i = 0; i < sheet->count && *brackets != '['; i++)
		if (!goes_on(sheet, i) && (i == 0 || !goes_on(sheet, i - 1)))
			part(sheet, &column[i], "");
	for (i = 0; i < sheet->count; i++)
		column[i].used |= is_open(sheet, i) && goes_on(sheet, i + 1) &&
		    *column[i].row == '\0' &&
		    strcmp(column[i].base, column[i + 1].base) == 0;
}

/* Behind the columns of the question that one begins. */
static size_t
end_of(const struct sheet *sheet, size_t first)
{
	while (goes_on(sheet, first))
		first++;
	return first + 1;
}

bool
question_has(const struct sheet *sheet, const char *text)
{
	size_t i;

	for (i = 0; i < sheet->count; i++)
		if (term_same(sheet->columns[i].head, text))
			return true;
	return false;
}

/* Adds one message, {1} a name and the last one a list. */
static bool
say(struct sheet *sheet, enum term message, const char *name, const char *list)
{
	note_add(sheet->import->faults, sheet->pos, message, name, list);
	return false;
}

static const char *
list_columns(struct sheet *sheet)
{
	struct buf out = BUF_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < sheet->count; i++) {
		text = uni_line(sheet->import->arena, sheet->columns[i].head);
		buf_format(&out, "%s%zu %s", i ? " | " : "", i + 1,
		    *text ? text : "-");
	}
	text = arena_copy(sheet->import->arena, out.at, out.length);
	buf_free(&out);
	return text;
}

bool
question_fault(struct sheet *sheet, enum term message)
{
	return say(sheet, message, list_columns(sheet), NULL);
}

/* The columns, from 0, that a name is: those of a number or of "4-9". */
static bool
read_range(const struct sheet *sheet, const char *name, size_t *first,
    size_t *last)
{
	char *end;

	if (*name < '1' || *name > '9')
		return false;
	*first = *last = strtoul(name, &end, 10);
	if (*end == '-' && end[1] >= '1' && end[1] <= '9')
		*last = strtoul(end + 1, &end, 10);
	if (*end != '\0' || *first > *last || *last > sheet->count)
		return false;
	--*first;
	--*last;
	return true;
}

/* The same for a header too; two of one name are a fault. */
static bool
find_columns(struct sheet *sheet, const char *name, size_t *first, size_t *last)
{
	struct import *import = sheet->import;
	bool found = false;
	size_t i;

	for (i = 0; i < sheet->count; i++) {
		if (*sheet->columns[i].head == '\0' ||
		    !term_same(sheet->columns[i].head, name))
			continue;
		if (found) {
			note_add(import->faults, sheet->pos,
			    M_IMPORT_TWO_COLUMNS, name,
			    option_number(import, *first + 1),
			    option_number(import, i + 1));
			return true;
		}
		found = true;
		*first = *last = i;
	}
	return found || read_range(sheet, name, first, last);
}

long
question_column(struct sheet *sheet, const char *name)
{
	size_t first, last;

	if (find_columns(sheet, name, &first, &last) && first == last)
		return (long)first;
	say(sheet, M_IMPORT_NO_COLUMN, name, list_columns(sheet));
	return NO_COLUMN;
}

/* The wanted columns as options; what they all begin with is the question. */
static void
take(struct sheet *sheet, const bool *wanted)
{
	enum term other = T_HEAD_OTHER;
	struct pos pos = sheet->pos;
	struct column *column;
	const char *base = NULL;
	bool shared = sheet->format->layout != LAYOUT_OPTIONS ||
	    sheet->import->options->columns != NULL;
	size_t i;

	for (i = 0; i < sheet->count; i++) {
		column = &sheet->columns[i];
		if (!wanted[i] || *column->head == '\0')
			continue;
		shared = shared && *column->row != '\0' &&
		    (base == NULL || strcmp(base, column->base) == 0);
		base = column->base;
	}
	if (shared && base != NULL)
		sheet->question = base;
	for (i = 0; i < sheet->count; i++) {
		column = &sheet->columns[i];
		if (!wanted[i] || *column->head == '\0')
			continue;
		pos.col = i + 1;
		if (shared && sheet->format->repeats &&
		    term_find(column->row, &other, 1, NULL) != T_NONE)
			sheet->at[ROLE_OTHER] = (long)i;
		else
			column->option = (long)option_enter(sheet->import,
			    shared ? column->row : column->head, pos, true);
	}
}

/* One column whose cells are choices, or several that are options. */
static bool
take_range(struct sheet *sheet, size_t first, size_t last, bool grid)
{
	bool *wanted =
	    arena_array(sheet->import->arena, sheet->count, sizeof(bool));

	if (first == last && !grid) {
		sheet->at[ROLE_CHOICE] = (long)first;
		sheet->question =
		    uni_line(sheet->import->arena, sheet->columns[first].head);
		return true;
	}
	for (; first <= last; first++)
		wanted[first] = true;
	take(sheet, wanted);
	return true;
}

/*
 * Marks the columns of the longest start of a list, up to a comma, that names
 * any: a header may hold commas.  Returns where the next one starts.
 */
static const char *
want(struct sheet *sheet, const char *list, bool *wanted)
{
	struct arena *arena = sheet->import->arena;
	size_t end = strlen(list), first, last;
	const char *comma;

	while (
	    !find_columns(sheet, arena_copy(arena, list, end), &first, &last)) {
		comma = memrchr(list, ',', end);
		if (comma == NULL) {
			say(sheet, M_IMPORT_NO_COLUMN,
			    arena_copy(arena, list, end), list_columns(sheet));
			return list + end + (list[end] == ',');
		}
		end = (size_t)(comma - list);
	}
	for (; first <= last; first++)
		wanted[first] = true;
	return list + end + (list[end] == ',');
}

/* The options of --options: "Lake,River" or "4-9". */
static bool
take_listed(struct sheet *sheet)
{
	bool *wanted =
	    arena_array(sheet->import->arena, sheet->count, sizeof(bool));
	const char *list = sheet->import->options->columns;
	size_t faults = sheet->import->faults->count;

	do
		list = want(sheet, list, wanted);
	while (*list != '\0');
	if (sheet->import->faults->count > faults)
		return false;
	take(sheet, wanted);
	return true;
}

/* The one question of the columns without a role, or that of --choice. */
static bool
take_question(struct sheet *sheet, const char *name)
{
	struct buf out = BUF_INIT;
	size_t count = 0, first = 0, last = 0, i, end;

	for (i = 0; i < sheet->count; i = end) {
		end = end_of(sheet, i);
		if (!is_open(sheet, i))
			continue;
		if (name != NULL && term_same(sheet->columns[i].base, name))
			return take_range(sheet, i, end - 1,
			    *sheet->columns[i].row != '\0');
		first = i;
		last = end - 1;
		buf_format(&out, "%s%zu", count++ ? " | " : "", i + 1);
		if (last > first)
			buf_format(&out, "-%zu", end);
		buf_format(&out, " %s", sheet->columns[i].base);
	}
	if (count > 1 && name == NULL)
		say(sheet, M_IMPORT_QUESTIONS,
		    arena_copy(sheet->import->arena, out.at, out.length), NULL);
	buf_free(&out);
	if (name != NULL)
		return find_columns(sheet, name, &first, &last)
		    ? take_range(sheet, first, last, first < last)
		    : say(sheet, M_IMPORT_NO_COLUMN, name, list_columns(sheet));
	if (count == 0)
		return question_fault(sheet, M_IMPORT_UNKNOWN);
	return count == 1 &&
	    take_range(sheet, first, last, *sheet->columns[first].row != '\0');
}

bool
question_choose(struct sheet *sheet)
{
	const struct options *options = sheet->import->options;
	enum layout layout = sheet->format->layout;
	size_t rest = 0, i;
	bool *open;

	part_all(sheet);
	if (options->columns != NULL)
		return take_listed(sheet);
	if (options->choice != NULL || layout == LAYOUT_QUESTIONS)
		return take_question(sheet, options->choice);
	if (layout == LAYOUT_COUNTS)
		return true;
	open = arena_array(sheet->import->arena, sheet->count, sizeof(bool));
	for (i = 0; i < sheet->count; i++)
		rest += open[i] = is_open(sheet, i);
	if ((rest == 0) == (sheet->at[ROLE_CHOICE] == NO_COLUMN))
		return question_fault(sheet, M_IMPORT_UNKNOWN);
	take(sheet, open);
	return true;
}
