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

/* A header parted: "Question [row]". */
struct head {
	const char *base; /* plain, on one line */
	const char *row;  /* "" where it has none */
};

struct question {
	const char *base;
	size_t first, count; /* columns, side by side */
	bool grid;
};

/* The bracket that the last one of a text closes, or NULL. */
static const char *
find_opening(const char *text, const char *brackets)
{
	const char *at = text + strlen(text);
	size_t depth = 0;

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

static struct head
part_head(struct arena *arena, const char *header, const char *brackets)
{
	const char *text = uni_line(arena, header), *at;
	struct head head = { text, "" };
	size_t length = strlen(text);

	if (*brackets == '\0')
		return head;
	at = brackets[1] != '\0' ? find_opening(text, brackets)
				 : strrchr(text, brackets[0]);
	if (at == NULL || at == text)
		return head;
	head.row = arena_copy(arena, at + 1,
	    (size_t)(text + length - at) - 1 - (brackets[1] != '\0'));
	head.row = uni_line(arena, head.row);
	head.base =
	    uni_line(arena, arena_copy(arena, text, (size_t)(at - text)));
	if (*head.row == '\0')
		head = (struct head){ text, "" };
	return head;
}

static bool
same(struct arena *arena, const char *a, const char *b)
{
	return strcmp(uni_fold(arena, a), uni_fold(arena, b)) == 0;
}

bool
question_has(struct import *import, const struct row *header, const char *text)
{
	size_t i;

	for (i = 0; i < header->count; i++)
		if (same(import->arena, header->cells[i], text))
			return true;
	return false;
}

/* A whole number from 1 to most, or 0. */
static size_t
number_of(const char *text, size_t length, size_t most)
{
	size_t number = 0, i;

	for (i = 0; i < length; i++) {
		if (text[i] < '0' || text[i] > '9' || number > most)
			return 0;
		number = 10 * number + (size_t)(text[i] - '0');
	}
	return number <= most ? number : 0;
}

/* The column of a name: NO_COLUMN without a word where there is none. */
static long
find_column(struct import *import, const struct row *header, const char *name)
{
	long found = NO_COLUMN;
	size_t i;

	for (i = 0; i < header->count; i++) {
		if (*header->cells[i] == '\0' ||
		    !same(import->arena, header->cells[i], name))
			continue;
		if (found != NO_COLUMN) {
			note_add(&import->faults, header->pos,
			    M_IMPORT_TWO_COLUMNS, name,
			    arena_format(import->arena, "%ld", found + 1),
			    arena_format(import->arena, "%zu", i + 1));
			return found;
		}
		found = (long)i;
	}
	if (found == NO_COLUMN)
		found = (long)number_of(name, strlen(name), header->count) - 1;
	return found;
}

static void
fault_column(struct import *import, const struct row *header, const char *name)
{
	note_add(&import->faults, header->pos, M_IMPORT_NO_COLUMN, name,
	    format_columns(import, header));
}

long
question_column(struct import *import, const struct row *header,
    const char *name)
{
	long column = find_column(import, header, name);

	if (column == NO_COLUMN)
		fault_column(import, header, name);
	return column;
}

/* Columns first to last, from 0, as options; their common start is asked. */
static void
add_options(struct import *import, const struct row *header, struct plan *plan,
    const bool *wanted)
{
	const char *brackets = plan->format->brackets, *base = NULL;
	struct arena *arena = import->arena;
	struct pos pos = header->pos;
	struct head head;
	bool shared = true;
	size_t i;

	if (brackets == NULL)
		brackets = "[]";
	for (i = 0; i < plan->columns; i++) {
		if (!wanted[i])
			continue;
		head = part_head(arena, header->cells[i], brackets);
		shared = shared && *head.row != '\0' &&
		    (base == NULL || strcmp(base, head.base) == 0);
		base = head.base;
	}
	if (shared && base != NULL)
		plan->question = base;
	for (i = 0; i < plan->columns; i++) {
		pos.col = i + 1;
		if (!wanted[i])
			continue;
		head = part_head(arena, header->cells[i], brackets);
		plan->options[i] = (long)ballot_option(import,
		    shared ? head.row : header->cells[i], pos, true);
	}
}

/* What one word of --options names: a column, or "4-9". */
static bool
want(struct import *import, const struct row *header, const struct plan *plan,
    const char *name, bool *wanted)
{
	long column = find_column(import, header, name);
	const char *dash = strchr(name, '-');
	size_t from, to;

	if (column != NO_COLUMN && !plan->unnamed[column]) {
		wanted[column] = true;
		return true;
	}
	if (dash == NULL)
		return false;
	from = number_of(name, (size_t)(dash - name), plan->columns);
	to = number_of(dash + 1, strlen(dash + 1), plan->columns);
	if (from == 0 || to < from)
		return false;
	for (; from <= to; from++)
		wanted[from - 1] = !plan->unnamed[from - 1];
	return true;
}

/*
 * Takes from a list the longest start, up to a comma, that names a column: a
 * header may hold commas.  Returns where the next one starts.
 */
static const char *
want_next(struct import *import, const struct row *header,
    const struct plan *plan, const char *list, bool *wanted)
{
	size_t end = strlen(list), faults = import->faults.count;
	const char *name;

	for (;;) {
		name = arena_copy(import->arena, list, end);
		if (*uni_line(import->arena, name) != '\0' &&
		    want(import, header, plan, name, wanted))
			break;
		name = memrchr(list, ',', end);
		if (name == NULL) {
			end = strcspn(list, ",");
			if (import->faults.count == faults)
				fault_column(import, header,
				    arena_copy(import->arena, list, end));
			break;
		}
		end = (size_t)(name - list);
	}
	return list + end + (list[end] == ',');
}

bool
question_columns(struct import *import, const struct row *header,
    struct plan *plan)
{
	bool *wanted = arena_array(import->arena, header->count, sizeof(bool));
	const char *list = import->options->columns;
	size_t faults = import->faults.count;

	do
		list = want_next(import, header, plan, list, wanted);
	while (*list != '\0');
	if (import->faults.count > faults)
		return false;
	add_options(import, header, plan, wanted);
	return true;
}

/* The questions of the columns that are not used. */
static struct question *
find_questions(struct import *import, const struct row *header,
    const struct plan *plan, const bool *used, size_t *count)
{
	const char *brackets = plan->format->brackets;
	struct question *questions = NULL, *last;
	struct head head;
	size_t i;

	*count = 0;
	for (i = 0; i < plan->columns; i++) {
		if (used[i] || *header->cells[i] == '\0')
			continue;
		head = part_head(import->arena, header->cells[i],
		    brackets ? brackets : "[]");
		last = *count > 0 ? &questions[*count - 1] : NULL;
		if (last != NULL && last->grid && *head.row != '\0' &&
		    last->first + last->count == i &&
		    strcmp(last->base, head.base) == 0) {
			last->count++;
			continue;
		}
		questions = arena_grow(import->arena, questions, *count,
		    sizeof(*questions));
		questions[(*count)++] =
		    (struct question){ head.base, i, 1, *head.row != '\0' };
	}
	return questions;
}

/* A lone "Question (row)" or "1. This/that" is no grid. */
static void
settle(struct import *import, const struct row *header, const struct plan *plan,
    struct question *question)
{
	const char *brackets = plan->format->brackets;

	if (!question->grid || question->count > 1 ||
	    (brackets != NULL && *brackets == '['))
		return;
	question->grid = false;
	question->base =
	    uni_line(import->arena, header->cells[question->first]);
}

static bool
is_chosen(struct import *import, const struct row *header,
    const struct question *question, const char *name)
{
	size_t number = number_of(name, strlen(name), header->count);

	return same(import->arena, question->base, name) ||
	    (number > question->first &&
		number <= question->first + question->count) ||
	    (question->count == 1 &&
		same(import->arena, header->cells[question->first], name));
}

static void
fault_questions(struct import *import, const struct row *header,
    const struct question *questions, size_t count)
{
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < count; i++)
		buf_format(&out, "%s%zu %s", i ? " | " : "",
		    questions[i].first + 1, questions[i].base);
	note_add(&import->faults, header->pos,
	    count > 0 ? M_IMPORT_QUESTIONS : M_IMPORT_UNKNOWN,
	    count > 0 ? arena_copy(import->arena, out.at, out.length)
		      : format_columns(import, header));
	buf_free(&out);
}

bool
question_choose(struct import *import, const struct row *header,
    struct plan *plan, const bool *used)
{
	const char *name = import->options->choice;
	bool *wanted = arena_array(import->arena, header->count, sizeof(bool));
	struct question *questions, *chosen = NULL;
	size_t count, i;

	questions = find_questions(import, header, plan, used, &count);
	for (i = 0; i < count; i++) {
		settle(import, header, plan, &questions[i]);
		if (chosen == NULL &&
		    (name == NULL ||
			is_chosen(import, header, &questions[i], name)))
			chosen = &questions[i];
	}
	if (name != NULL && chosen == NULL) {
		fault_column(import, header, name);
		return false;
	}
	if (chosen == NULL || (name == NULL && count > 1)) {
		fault_questions(import, header, questions, count);
		return false;
	}
	plan->question = chosen->base;
	if (!chosen->grid) {
		plan->choice = (long)chosen->first;
		return true;
	}
	for (i = 0; i < chosen->count; i++)
		wanted[chosen->first + i] = true;
	add_options(import, header, plan, wanted);
	return true;
}
