/*
 * bind_value: numbers, dates, money, minutes, yes or no and choices: read, or
 * left as they were typed.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/account.h"
#include "sheet/bind_inner.h"
#include "value/clock.h"
#include "value/marks.h"
#include "value/money.h"
#include "value/number.h"
#include "value/period.h"

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
	MEMBERS(BIND_SHARE, bind_share),
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
	struct bind_share share;
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
		if (value->number.word != T_NONE)
			return term_name(value->number.word, lang);
		return number_text(arena, value->number.thousandths,
		    row->decimals, false, lang);
	case BIND_SHARE:
		return share_text(arena, value->share.share, value->share.count,
		    lang);
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

struct pos
bind_item_place(const struct bind_row *rows, const void *item)
{
	const struct bind_text *text;
	const void *at;

	for (; rows->kind != BIND_END; rows++) {
		at = (const char *)item + rows->at;
		text = at;
		if (rows->kind == BIND_TEXT && text->given)
			return text->pos;
		if (bind_value_size(rows->kind) > 0 &&
		    (bind_is_read(rows, at) || bind_is_typed(rows, at)))
			return *pos_of(rows, at);
	}
	return (struct pos){ NULL, 0, 0 };
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

static enum sure
sure_if(bool read)
{
	return read ? SURE_EXACT : SURE_NOT;
}

/* Puts what was read of an amount, or its low end where it is not sure. */
static enum sure
put_amount(const struct bind_row *row, enum sure sure,
    const struct amount *amount, union value *into)
{
	if (sure <= SURE_EMPTY)
		return sure;
	if (row->kind == BIND_MONEY)
		into->money.cents = amount->low;
	else
		into->number.thousandths = amount->low;
	if (row->kind == BIND_MONEY)
		into->money.a_year = amount->a_year;
	*as_typed_of(row, into) = !amount->plain;
	if ((row->flags & BIND_NO_SIGN) != 0 && amount->low < 0)
		return SURE_NOT;
	return row->kind == BIND_NUMBER && reading_counts(sure, amount) &&
		!is_between(row, amount->value)
	    ? SURE_NOT
	    : sure;
}

/* A day, or the day of a period that the row wants. */
static enum sure
read_date(const struct bind_row *row, const char *text, union value *into,
    struct period *period)
{
	enum sure sure = period_reading(text, period);
	bool day = period->has_first && period->has_last &&
	    date_day(period->first) == date_day(period->last);
	bool last = (row->flags & BIND_LAST_DAY) != 0 && period->has_last;
	bool first = (row->flags & BIND_FIRST_DAY) != 0 && period->has_first;

	if (sure <= SURE_TWO)
		return sure;
	into->date.date = last ? period->last : period->first;
	*as_typed_of(row, into) = !period->plain || period->weekday != T_NONE;
	return day || last || first ? SURE_EXACT : SURE_NOT;
}

/* A time of the day; a row that wants one reads a mere number too. */
static enum sure
read_time(const struct bind_row *row, const char *text, union value *into,
    struct amount *amount)
{
	struct clock clock;
	const char *rest;

	if (!clock_read_front(text, &clock, &rest) || *rest != '\0' ||
	    clock.end >= 0)
		return SURE_NOT;
	into->minutes.minutes = clock.start;
	amount->low = amount->high = clock.start;
	*as_typed_of(row, into) = clock.about;
	return clock.about ? SURE_ABOUT : SURE_EXACT;
}

/* A number of few as pluses, a word in its place, or as it is. */
static enum sure
read_number(struct bind *bind, const struct bind_row *row, const char *text,
    union value *into, struct amount *amount)
{
	size_t pluses = strspn(text, "+");

	into->number.word = row->choices != NULL
	    ? bind_choice(bind, row->choices, text)
	    : T_NONE;
	if (into->number.word != T_NONE)
		return SURE_EXACT;
	if (pluses == 0 || text[pluses] != '\0' || row->lowest < 0 ||
	    pluses > (size_t)row->highest)
		return put_amount(row,
		    number_reading(text, bind->words, amount), amount, into);
	amount->value = amount->low = amount->high = 1000 * (int64_t)pluses;
	return put_amount(row, SURE_EXACT, amount, into);
}

/* A number of them, or a share, which is printed as typed but in per cent. */
static enum sure
read_share(struct bind *bind, const char *text, struct bind_share *into)
{
	bool drawn;
	enum sure sure = marks_reading(text, bind->words, &into->count, &drawn);

	if (sure == SURE_EXACT && !drawn)
		return SURE_EXACT;
	sure = share_reading(text, &into->share);
	into->count = 0;
	into->as_typed = !share_is_percent(text, &into->share);
	return sure;
}

/* Reads a text as what a row wants. */
static enum sure
read(struct bind *bind, const struct bind_row *row, const char *text,
    union value *into, struct amount *amount, struct period *period)
{
	enum term term;

	switch (row->kind) {
	case BIND_NUMBER:
		return read_number(bind, row, text, into, amount);
	case BIND_SHARE:
		return read_share(bind, text, &into->share);
	case BIND_MONEY:
		return put_amount(row, money_reading(text, amount), amount,
		    into);
	case BIND_DATE:
		return read_date(row, text, into, period);
	case BIND_TIME:
		return read_time(row, text, into, amount);
	case BIND_DURATION:
		return sure_if(
		    clock_duration_read(text, &into->minutes.minutes));
	case BIND_YES:
		term = bind_choice(bind, yes_or_no, text);
		into->yes.yes = term == T_YES;
		return sure_if(term != T_NONE);
	default:
		into->choice.term = bind_choice(bind, row->choices, text);
		return sure_if(into->choice.term != T_NONE);
	}
}

/* A value as it would be printed, had it been typed plainly. */
static const char *
plainly(struct bind *bind, const struct bind_row *row, int64_t amount)
{
	if (row->kind == BIND_TIME)
		return clock_text(bind->doc->arena, (int)amount,
		    bind->doc->lang);
	return row->kind == BIND_MONEY
	    ? money_text(bind->doc->arena, amount, bind->doc->lang)
	    : number_text(bind->doc->arena, amount, 0, false, bind->doc->lang);
}

/* Tells that a text is not what a row wants. */
static void
tell_unread(struct bind *bind, struct notes *notes, const struct bind_row *row,
    struct pos pos, const char *text, const struct amount *amount,
    const struct period *period)
{
	static const enum term messages[] = { [BIND_NUMBER] = M_NOT_A_NUMBER,
		[BIND_DATE] = M_NOT_A_DATE,
		[BIND_MONEY] = M_NOT_MONEY,
		[BIND_TIME] = M_NOT_A_TIME,
		[BIND_DURATION] = M_NOT_A_DURATION,
		[BIND_SHARE] = M_NOT_A_SHARE };
	struct arena *arena = bind->doc->arena;

	if ((row->flags & BIND_NO_SIGN) != 0 && amount->low < 0)
		note_add(notes, pos, M_WRONG_SIGN, text,
		    plainly(bind, row, -amount->low));
	else if (row->kind == BIND_DATE && period->impossible)
		note_add(notes, pos, M_NO_SUCH_DAY, text);
	else if (row->kind == BIND_NUMBER && row->lowest != row->highest)
		note_add(notes, pos, M_NOT_BETWEEN, text,
		    arena_format(arena, "%d", row->lowest),
		    arena_format(arena, "%d", row->highest));
	else if (row->kind == BIND_YES || row->kind == BIND_CHOICE)
		note_add(notes, pos, M_NOT_A_CHOICE, text,
		    bind_names_of(bind,
			row->kind == BIND_YES ? yes_or_no : row->choices));
	else
		note_add(notes, pos,
		    (row->flags & (BIND_FIRST_DAY | BIND_LAST_DAY)) != 0
			? M_NOT_A_PERIOD
			: messages[row->kind],
		    text);
}

/* Tells what is not sure of a text. */
static void
tell(struct bind *bind, const struct bind_row *row, struct pos pos,
    const char *text, enum sure sure, const struct amount *amount,
    const struct period *period)
{
	struct arena *arena = bind->doc->arena;
	enum lang lang = bind->doc->lang;
	bool decides = (row->flags & (BIND_SETTING | BIND_DECIDES)) != 0;
	struct notes *notes =
	    decides ? &bind->doc->faults : &bind->doc->findings;

	if (sure == SURE_NOT || (sure == SURE_EMPTY && decides))
		tell_unread(bind, notes, row, pos, text, amount, period);
	else if (row->kind == BIND_DATE && sure == SURE_TWO)
		note_add(notes, pos, M_TWO_READINGS, text,
		    date_text(arena, period->first, lang),
		    date_text(arena, period->last, lang));
	else if (row->kind == BIND_DATE && period->weekday != T_NONE)
		bind_finding(bind, pos, M_WRONG_WEEKDAY, text,
		    date_text(arena, period->first, lang),
		    term_name(date_weekday(period->first), lang));
	else if (sure == SURE_TWO)
		note_add(notes, pos, M_TWO_READINGS, text,
		    plainly(bind, row, amount->low),
		    plainly(bind, row, amount->high));
	else if (sure == SURE_ABOUT && amount->low < amount->high)
		note_add(notes, pos, M_IS_A_RANGE, text,
		    plainly(bind, row, amount->low),
		    plainly(bind, row, amount->high));
	else if (sure == SURE_ABOUT)
		bind_finding(bind, pos, M_COUNTED_AS, text,
		    plainly(bind, row, amount->low));
}

/* What a box says where yes or no is asked: "- [x] **Key**". */
static const char *
value_text(struct bind *bind, const struct node *node)
{
	if (*node->text == '\0' && node->box != BOX_NONE)
		return node->box == BOX_DONE ? "x" : "n";
	return md_text(bind->doc->arena, node->text);
}

const char *
bind_as_typed(struct bind *bind, const char *text)
{
	static const char figures[] = "0123456789";
	char *copy, *at;

	if ((bind->words == LANG_EN) == (bind->doc->lang == LANG_EN))
		return text;
	copy = arena_string(bind->doc->arena, text);
	for (at = copy + (*copy != '\0'); *at != '\0'; at++) {
		if (*at != ',' || strchr(figures, at[-1]) == NULL ||
		    strspn(at + 1, figures) != 3)
			continue;
		if (bind->words == LANG_EN)
			memmove(at, at + 1, strlen(at));
		else
			*at = '.';
	}
	return copy;
}

/* Whether two values are the same, however they were typed. */
static bool
is_same(struct bind *bind, const struct bind_row *row, const void *a,
    const void *b)
{
	const union value *one = a, *two = b;

	if (row->kind == BIND_SHARE && *given_of(row, a) && *given_of(row, b))
		return one->share.count == two->share.count &&
		    share_is_same(&one->share.share, &two->share.share);
	return strcmp(bind_printed(bind->doc->arena, bind->doc->lang, row, a),
		   bind_printed(bind->doc->arena, bind->doc->lang, row, b)) ==
	    0;
}

bool
bind_put_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *at)
{
	struct arena *arena = bind->doc->arena;
	enum lang lang = bind->doc->lang;
	const char *typed = value_text(bind, node);
	const char *plain = md_plain(arena, typed);
	struct amount amount = { 0 };
	struct period period = { .weekday = T_NONE };
	union value value;
	enum sure sure;

	if (!bind_is_text(bind, row, node) || *plain == '\0')
		return false;
	memset(&value, 0, sizeof(value));
	sure = reading_is_empty(plain)
	    ? SURE_EMPTY
	    : read(bind, row, plain, &value, &amount, &period);
	if (row->kind == BIND_NUMBER) {
		typed = bind_as_typed(bind, typed);
		plain = bind_as_typed(bind, plain);
	}
	tell(bind, row, node->pos, plain, sure, &amount, &period);
	*given_of(row, &value) = reading_counts(sure, &amount);
	if (!*given_of(row, &value)) {
		memset(&value, 0, sizeof(value));
		*as_typed_of(row, &value) = true;
	}
	*typed_of(row, &value) = typed;
	*pos_of(row, &value) = node->pos;
	account_value(bind->doc->account, node->pos, plain,
	    bind_printed(arena, lang, row, &value));
	if (bind_is_typed(row, at) && is_same(bind, row, at, &value))
		return true;
	if (bind_is_typed(row, at))
		bind_conflict(bind, row, plain, node->pos,
		    bind_printed(arena, lang, row, at), *pos_of(row, at));
	memcpy(at, &value, members[row->kind].size);
	return true;
}
