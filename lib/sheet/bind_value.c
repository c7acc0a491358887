/*
 * bind_value: numbers, dates, money, minutes, yes or no and choices: read, or
 * left as they were typed.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "text/uni.h"
#include "value/clock.h"
#include "value/marks.h"
#include "value/money.h"
#include "value/number.h"
#include "value/period.h"

/* A value of any of these kinds. */
union value {
	struct bind_value all; /* what they begin with */
	struct bind_number number;
	struct bind_date date;
	struct bind_money money;
	struct bind_minutes minutes;
	struct bind_yes yes;
	struct bind_choice choice;
	struct bind_share share;
};

static const enum term yes_or_no[] = { T_YES, T_NO, T_NONE };

size_t
bind_value_size(enum bind_kind kind)
{
	static const size_t sizes[] = {
		[BIND_NUMBER] = sizeof(struct bind_number),
		[BIND_DATE] = sizeof(struct bind_date),
		[BIND_MONEY] = sizeof(struct bind_money),
		[BIND_TIME] = sizeof(struct bind_minutes),
		[BIND_DURATION] = sizeof(struct bind_minutes),
		[BIND_YES] = sizeof(struct bind_yes),
		[BIND_CHOICE] = sizeof(struct bind_choice),
		[BIND_SHARE] = sizeof(struct bind_share),
	};

	return (size_t)kind < sizeof(sizes) / sizeof(sizes[0]) ? sizes[kind]
							       : 0;
}

bool
bind_is_typed(const struct bind_value *value)
{
	return value->typed != NULL && *value->typed != '\0';
}

const char *
bind_printed(const struct doc *doc, const struct bind_row *row, const void *at)
{
	const union value *value = at;
	struct arena *arena = doc->arena;
	enum lang lang = doc->lang;

	if (value->all.as_typed)
		return value->all.typed;
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
		return value->all.given
		    ? money_text(arena, value->money.cents, doc->currency, lang)
		    : "";
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

enum sure
bind_money_reading(struct bind *bind, const char *name, const char *plain,
    struct amount *amount)
{
	enum term *currency = &bind->doc->currency;
	enum sure sure = money_reading(plain, amount);

	if (sure <= SURE_EMPTY)
		return sure;
	if (amount->currency == (int)T_NONE)
		amount->currency = (int)money_currency(name);
	if (*currency == T_NONE)
		*currency = (enum term)amount->currency;
	return amount->currency == (int)T_NONE ||
		amount->currency == (int)*currency
	    ? sure
	    : SURE_NOT;
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
	const struct bind_value *value;

	for (; rows->kind != BIND_END && notes->count > first + 1; rows++) {
		value = bind_at(rows, into);
		if (bind_value_size(rows->kind) > 0 && bind_is_typed(value) &&
		    move_note(notes, value->pos, first))
			first++;
	}
}

/* Where what an item carries begins. */
static struct pos
place_of_more(const struct bind_more *more)
{
	struct node *const *first =
	    more->columns.count > 0 ? more->columns.at : more->below.at;

	return (*first)->pos;
}

struct pos
bind_item_place(const struct bind_row *rows, const void *item)
{
	const struct bind_text *text;
	const struct bind_value *value;
	struct pos carried = { NULL, 0, 0 };

	for (; rows->kind != BIND_END; rows++) {
		text = bind_at(rows, item);
		value = bind_at(rows, item);
		if (rows->kind == BIND_TEXT && text->given)
			return text->pos;
		if (rows->kind == BIND_TEXT && text->more != NULL)
			carried = place_of_more(text->more);
		if (bind_value_size(rows->kind) > 0 &&
		    (value->given || bind_is_typed(value)))
			return value->pos;
	}
	return carried;
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
	into->all.as_typed = !amount->plain;
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
	into->all.as_typed = !period->plain || period->weekday != T_NONE;
	return day || last || first ? SURE_EXACT : SURE_NOT;
}

/* "in six months": the day counted from the only date of its document. */
static enum sure
read_ahead(const struct bind *bind, struct pos pos, const char *text,
    union value *into)
{
	const struct node *date = NULL;
	struct date_span span;
	struct date first, last;

	if (!date_ahead_read(text, &span))
		return SURE_NOT;
	BIND_EACH(const struct bind_pair, pair, &bind->pairs) {
		if (pair->term != T_DATE || pair->node->pos.file != pos.file)
			continue;
		if (date != NULL)
			return SURE_NOT;
		date = pair->node;
	}
	if (date == NULL || !date_read_period(date->text, &first, &last) ||
	    date_day(first) != date_day(last))
		return SURE_NOT;
	into->date.date = date_after(first, span, 1);
	into->all.as_typed = true;
	return SURE_EXACT;
}

/* A time of the day; a row that wants one reads a mere number too. */
static enum sure
read_time(const char *text, union value *into, struct amount *amount)
{
	struct clock clock;
	const char *rest;

	if (!clock_read_front(text, &clock, &rest) || *rest != '\0' ||
	    clock.end >= 0)
		return SURE_NOT;
	into->minutes.minutes = clock.start;
	amount->low = amount->high = clock.start;
	into->all.as_typed = clock.about;
	return clock.about ? SURE_ABOUT : SURE_EXACT;
}

/* A number of few as pluses, a word in its place, or as it is. */
static enum sure
read_number(struct bind *bind, const struct bind_row *row, const char *text,
    union value *into, struct amount *amount)
{
	size_t pluses = strspn(text, "+");
	const char *of = strchr(text, '/');
	enum sure sure;

	into->number.word = row->choices != NULL
	    ? bind_choice(bind, row->choices, text)
	    : T_NONE;
	if (into->number.word != T_NONE)
		return SURE_EXACT;
	/* "4/5", where 5 is the most */
	if (of != NULL && row->highest > 0 &&
	    strcmp(of + 1,
		arena_format(bind->doc->arena, "%d", row->highest)) == 0) {
		sure = number_reading(uni_until(bind->doc->arena, text, of),
		    bind->words, amount);
		amount->plain = false;
		return put_amount(row, sure, amount, into);
	}
	if (pluses == 0 || text[pluses] != '\0' || row->lowest < 0 ||
	    pluses > (size_t)row->highest)
		return put_amount(row,
		    number_reading(text, bind->words, amount), amount, into);
	amount->value = amount->low = amount->high = 1000 * (int64_t)pluses;
	return put_amount(row, SURE_EXACT, amount, into);
}

/* A share without what it is of, "deux tiers des inscrits", where words of the row
 * end it. */
static const char *
without_whole(struct arena *arena, const enum term *wholes, const char *text,
    enum term *of)
{
	const char *folded = uni_fold(arena, text), *at;
	size_t n;

	for (; wholes != NULL && *wholes != T_NONE; wholes++) {
		at = term_phrase(*wholes, folded, &n);
		if (at == NULL || at == folded || at[n] != '\0')
			continue;
		*of = *wholes;
		return uni_until(arena, folded, at);
	}
	return text;
}

/* A number of them, or a share, which is printed as typed but in per cent. */
static enum sure
read_share(struct bind *bind, const struct bind_row *row, const char *text,
    struct bind_share *into)
{
	bool drawn;
	enum sure sure = marks_reading(text, bind->words, &into->count, &drawn);

	if (sure == SURE_EXACT && !drawn)
		return SURE_EXACT;
	sure = share_reading(without_whole(bind->doc->arena, row->choices, text,
				 &into->of),
	    &into->share);
	into->count = 0;
	into->as_typed = !share_is_percent(text, &into->share);
	return sure;
}

/* Reads a text as what a row wants; name is what it stands under. */
static enum sure
read(struct bind *bind, const struct bind_row *row, const char *name,
    const char *text, union value *into, struct amount *amount,
    struct period *period)
{
	enum term term;

	switch (row->kind) {
	case BIND_NUMBER:
		return read_number(bind, row, text, into, amount);
	case BIND_SHARE:
		return read_share(bind, row, text, &into->share);
	case BIND_MONEY:
		return put_amount(row,
		    bind_money_reading(bind, name, text, amount), amount, into);
	case BIND_DATE:
		return read_date(row, text, into, period);
	case BIND_TIME:
		return read_time(text, into, amount);
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
	    ? money_text(bind->doc->arena, amount, bind->doc->currency,
		  bind->doc->lang)
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
	struct date_span span;

	if ((row->flags & BIND_NO_SIGN) != 0 && amount->low < 0)
		note_add(notes, pos, M_WRONG_SIGN, text,
		    plainly(bind, row, -amount->low));
	else if (row->kind == BIND_MONEY && amount->currency != (int)T_NONE &&
	    amount->currency != (int)bind->doc->currency)
		note_add(notes, pos, M_OTHER_CURRENCY, text,
		    money_sign(bind->doc->currency));
	else if (row->kind == BIND_DATE && period->impossible)
		note_add(notes, pos, M_NO_SUCH_DAY, text);
	else if (row->kind == BIND_DATE && date_ahead_read(text, &span))
		note_add(notes, pos, M_NO_START, text);
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

	if (sure == SURE_NOT && (row->flags & BIND_OR_TEXT) != 0 &&
	    strchr(text, ' ') != NULL)
		return;
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
is_same(struct bind *bind, const struct bind_row *row, const union value *a,
    const union value *b)
{
	if (row->kind == BIND_SHARE && a->all.given && b->all.given)
		return a->share.count == b->share.count &&
		    a->share.of == b->share.of &&
		    share_is_same(&a->share.share, &b->share.share);
	return strcmp(bind_printed(bind->doc, row, a),
		   bind_printed(bind->doc, row, b)) == 0;
}

bool
bind_put_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *at)
{
	const char *typed = value_text(bind, node);
	const char *plain = md_plain(bind->doc->arena, typed);
	struct amount amount = { 0 };
	struct period period = { .weekday = T_NONE };
	const struct bind_value *before = at;
	union value value;
	enum sure sure;

	if (!bind_is_text(bind, row, node) || *plain == '\0')
		return false;
	memset(&value, 0, sizeof(value));
	sure = reading_is_empty(plain) && !bind_is_choice(row, plain)
	    ? SURE_EMPTY
	    : read(bind, row, node->key, plain, &value, &amount, &period);
	if (row->kind == BIND_DATE && sure == SURE_NOT)
		sure = read_ahead(bind, node->pos, plain, &value);
	if (row->kind == BIND_NUMBER) {
		typed = bind_as_typed(bind, typed);
		plain = bind_as_typed(bind, plain);
	}
	tell(bind, row, node->pos, plain, sure, &amount, &period);
	value.all.given = reading_counts(sure, &amount);
	if (!value.all.given) {
		memset(&value, 0, sizeof(value));
		value.all.as_typed = true;
	}
	/* a weekday that is another day's is told at each reading */
	if (period.weekday != T_NONE)
		value.all.as_typed = true;
	value.all.typed = typed;
	value.all.pos = node->pos;
	account_value(bind->doc->account, node->pos, plain,
	    bind_printed(bind->doc, row, &value));
	if (bind_is_typed(before) && is_same(bind, row, at, &value))
		return true;
	if (bind_is_typed(before))
		bind_conflict(bind, row, plain, node->pos,
		    bind_printed(bind->doc, row, at), before->pos);
	memcpy(at, &value, bind_value_size(row->kind));
	return true;
}
