/*
 * bind_value: numbers, dates, money, minutes, yes or no and choices: read, or
 * left as they were typed.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/bind_inner.h"
#include "value/clock.h"
#include "value/money.h"
#include "value/number.h"

/* Where the members that all kinds have stand in the struct of each. */
static const struct members {
	size_t size, pos, given, typed, as_typed;
} members[] = {
#define MEMBERS(kind, type)                                                    \
	[kind] = { sizeof(struct type), offsetof(struct type, pos),            \
		offsetof(struct type, given), offsetof(struct type, typed),    \
		offsetof(struct type, as_typed) }
	MEMBERS(BIND_NUMBER, bind_number),
	MEMBERS(BIND_DATE, bind_date),
	MEMBERS(BIND_MONEY, bind_money),
	MEMBERS(BIND_TIME, bind_minutes),
	MEMBERS(BIND_DURATION, bind_minutes),
	MEMBERS(BIND_YES, bind_yes),
	MEMBERS(BIND_CHOICE, bind_choice),
#undef MEMBERS
};

/* A value of any of these kinds. */
union value {
	struct bind_number number;
	struct bind_date date;
	struct bind_money money;
	struct bind_minutes minutes;
	struct bind_yes yes;
	struct bind_choice choice;
};

static const enum term yes_or_no[] = { T_YES, T_NO, T_NONE };

static const char **
typed_of(const struct bind_row *row, const void *at)
{
	return (const char **)((char *)at + members[row->kind].typed);
}

static bool *
given_of(const struct bind_row *row, const void *at)
{
	return (bool *)((char *)at + members[row->kind].given);
}

static bool *
as_typed_of(const struct bind_row *row, const void *at)
{
	return (bool *)((char *)at + members[row->kind].as_typed);
}

static struct pos *
pos_of(const struct bind_row *row, const void *at)
{
	return (struct pos *)((char *)at + members[row->kind].pos);
}

size_t
bind_value_size(enum bind_kind kind)
{
	return (size_t)kind < sizeof(members) / sizeof(members[0])
	    ? members[kind].size
	    : 0;
}

bool
bind_is_read(const struct bind_row *row, const void *at)
{
	return *given_of(row, at);
}

bool
bind_is_typed(const struct bind_row *row, const void *at)
{
	const char *typed = *typed_of(row, at);

	return typed != NULL && *typed != '\0';
}

const char *
bind_printed(struct arena *arena, enum lang lang, const struct bind_row *row,
    const void *at)
{
	const union value *value = at;

	if (*as_typed_of(row, at))
		return *typed_of(row, at);
	switch (row->kind) {
	case BIND_NUMBER:
		return number_text(arena, value->number.thousandths,
		    row->decimals, false, lang);
	case BIND_DATE:
		return bind_date_printed(arena, lang, at);
	case BIND_MONEY:
		return bind_money_printed(arena, lang, at);
	case BIND_TIME:
		return clock_text(arena, value->minutes.minutes, lang);
	case BIND_DURATION:
		return clock_duration_text(arena, value->minutes.minutes);
	case BIND_YES:
		return term_name(value->yes.yes ? T_YES : T_NO, lang);
	default:
		return term_name(value->choice.term, lang);
	}
}

const char *
bind_date_printed(struct arena *arena, enum lang lang,
    const struct bind_date *date)
{
	if (date->as_typed)
		return date->typed;
	return date->given ? date_text(arena, date->date, lang) : "";
}

const char *
bind_money_printed(struct arena *arena, enum lang lang,
    const struct bind_money *money)
{
	if (money->as_typed)
		return money->typed;
	return money->given ? money_text(arena, money->cents, lang) : "";
}

/* Moves the note of a place, from one on, to the place of that one. */
static bool
move_note(struct notes *notes, struct pos pos, size_t to)
{
	struct note moved;
	size_t i = to;

	while (i < notes->count &&
	    (notes->at[i].pos.line != pos.line ||
		notes->at[i].pos.col != pos.col ||
		notes->at[i].pos.file != pos.file))
		i++;
	if (i == notes->count)
		return false;
	moved = notes->at[i];
	memmove(&notes->at[to + 1], &notes->at[to],
	    (i - to) * sizeof(*notes->at));
	notes->at[to] = moved;
	return true;
}

void
bind_order_findings(struct bind *bind, const struct bind_row *rows,
    const void *into, size_t first)
{
	struct notes *notes = &bind->doc->findings;
	const void *at;

	for (; rows->kind != BIND_END && notes->count > first + 1; rows++) {
		at = (const char *)into + rows->at;
		if (bind_value_size(rows->kind) > 0 &&
		    bind_is_typed(rows, at) &&
		    move_note(notes, *pos_of(rows, at), first))
			first++;
	}
}

void
bind_fill_value(const struct bind_row *row, void *at)
{
	if (bind_value_size(row->kind) > 0 && *typed_of(row, at) == NULL)
		*typed_of(row, at) = "";
}

static bool
is_between(const struct bind_row *row, int64_t thousandths)
{
	return row->lowest == row->highest ||
	    (thousandths % 1000 == 0 && thousandths >= 1000 * row->lowest &&
		thousandths <= 1000 * row->highest);
}

/* Reads a text as what a row wants. */
static bool
read(struct bind *bind, const struct bind_row *row, const char *text,
    union value *into)
{
	enum term term;

	switch (row->kind) {
	case BIND_NUMBER:
		return number_read(text, &into->number.thousandths) &&
		    is_between(row, into->number.thousandths);
	case BIND_DATE:
		return date_read(text, &into->date.date);
	case BIND_MONEY:
		return money_read(text, &into->money.cents);
	case BIND_TIME:
		return clock_read(text, &into->minutes.minutes);
	case BIND_DURATION:
		return clock_duration_read(text, &into->minutes.minutes);
	case BIND_YES:
		term = bind_choice(bind, yes_or_no, text);
		into->yes.yes = term == T_YES;
		return term != T_NONE;
	default:
		into->choice.term = bind_choice(bind, row->choices, text);
		return into->choice.term != T_NONE;
	}
}

/* Tells that a text is not what a row wants. */
static void
tell(struct bind *bind, const struct bind_row *row, struct pos pos,
    const char *text)
{
	bool decides = (row->flags & (BIND_SETTING | BIND_DECIDES)) != 0;
	struct notes *notes =
	    decides ? &bind->doc->faults : &bind->doc->findings;
	struct arena *arena = bind->doc->arena;

	if (row->kind == BIND_NUMBER && row->lowest != row->highest)
		note_add(notes, pos, M_NOT_BETWEEN, text,
		    arena_format(arena, "%d", row->lowest),
		    arena_format(arena, "%d", row->highest));
	else if (row->kind == BIND_YES || row->kind == BIND_CHOICE)
		note_add(notes, pos, M_NOT_A_CHOICE, text,
		    bind_names_of(bind,
			row->kind == BIND_YES ? yes_or_no : row->choices));
	else
		note_add(notes, pos,
		    row->kind == BIND_NUMBER      ? M_NOT_A_NUMBER
			: row->kind == BIND_DATE  ? M_NOT_A_DATE
			: row->kind == BIND_MONEY ? M_NOT_MONEY
			: row->kind == BIND_TIME  ? M_NOT_A_TIME
						  : M_NOT_A_DURATION,
		    text);
}

/* What a box says where yes or no is asked: "- [x] **Key**". */
static const char *
value_text(struct bind *bind, const struct node *node)
{
	if (*node->text == '\0' && node->box != BOX_NONE)
		return node->box == BOX_DONE ? "x" : "n";
	return md_text(bind->doc->arena, node->text);
}

bool
bind_put_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *at)
{
	struct arena *arena = bind->doc->arena;
	enum lang lang = bind->doc->lang;
	const char *typed = value_text(bind, node);
	const char *plain = md_plain(arena, typed);
	union value value;

	if (!bind_is_text(bind, row, node) || *plain == '\0')
		return false;
	memset(&value, 0, sizeof(value));
	if (read(bind, row, plain, &value)) {
		*given_of(row, &value) = true;
	} else {
		memset(&value, 0, sizeof(value));
		*as_typed_of(row, &value) = true;
		tell(bind, row, node->pos, plain);
	}
	*typed_of(row, &value) = typed;
	*pos_of(row, &value) = node->pos;
	if (bind_is_typed(row, at) &&
	    strcmp(bind_printed(arena, lang, row, at),
		bind_printed(arena, lang, row, &value)) != 0)
		bind_conflict(bind, row, plain, node->pos,
		    bind_printed(arena, lang, row, at), *pos_of(row, at));
	memcpy(at, &value, members[row->kind].size);
	return true;
}
