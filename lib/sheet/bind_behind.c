/*
 * bind_behind: the values of an item that stand behind its text, on its line:
 * "LED : 3 200 € / an (coût 9 000 €)", "The mayor – supportive".
 *
 * What a colon, a dash, a comma or brackets part from the text is a value where
 * it can be nothing else: money with its sign, a word that a row has to choose
 * from, a period where an item has one date, or what stands behind the name of
 * its row.  The first part from the end that is none is the text's.
 */
#include <string.h>

#include "sheet/bind_inner.h"
#include "source/line.h"
#include "text/uni.h"
#include "value/money.h"
#include "value/period.h"

enum { MOST_PARTS = 8, MOST_BYTES = 400, SMALL_WORD = 3 };

/* A text that is parted from its end. */
struct behind {
	struct arena *arena;
	const struct bind_row *rows;
	struct node *item; /* gets the pairs */
};

static bool
is_money(const char *text)
{
	struct amount amount;

	return money_reading(text, &amount) > SURE_EMPTY &&
	    amount.currency != (int)T_NONE;
}

static bool
is_period(const char *text)
{
	struct period period;

	return period_reading(text, &period) > SURE_EMPTY;
}

static bool
is_choice(const struct bind_row *row, const char *text)
{
	size_t count = 0;

	while (row->choices != NULL && row->choices[count] != T_NONE)
		count++;
	return term_find(text, row->choices, count, NULL) != T_NONE;
}

/* Whether a text is a value of a row's kind, whatever stands in front of it. */
static bool
is_value(const struct bind_row *row, const char *text)
{
	switch (row->kind) {
	case BIND_MONEY:
		return is_money(text);
	case BIND_DATE:
		return is_period(text);
	case BIND_CHOICE:
		return is_choice(row, text);
	default:
		return false;
	}
}

/* Whether a row has its value already. */
static bool
is_told(const struct behind *behind, const struct bind_row *row)
{
	const struct node *pair = behind->item->first;

	while (pair != NULL && !term_is(pair->key, row->key))
		pair = pair->next;
	return pair != NULL;
}

/* The one row that has no value yet and whose kind is that of a text alone; of
 * several with money it is the first.  NULL: none. */
static const struct bind_row *
row_of(const struct behind *behind, const char *text)
{
	const struct bind_row *found = NULL;

	BIND_ROWS(row, behind->rows) {
		if ((row->flags & BIND_COMPUTED) != 0 || !is_value(row, text))
			continue;
		if (found == NULL)
			found = row;
		else if (row->kind != BIND_MONEY)
			return NULL;
	}
	return found != NULL && !is_told(behind, found) ? found : NULL;
}

/* The row whose name a text begins with, and its value: "coût 9 000 €". */
static const struct bind_row *
row_named(const struct behind *behind, const char *text, const char **value)
{
	const struct bind_row *row;
	const char *end = text;
	enum lang lang;

	while ((end = strchr(end + 1, ' ')) != NULL) {
		row = bind_find_name(behind->rows,
		    arena_until(behind->arena, text, end), &lang);
		*value = end + strspn(end, " :");
		if (row != NULL && is_value(row, *value) &&
		    !is_told(behind, row))
			return row;
	}
	return NULL;
}

/* Takes a part for the row that it is a value of; false where it is none. */
static bool
take_part(struct behind *behind, const char *from, const char *to)
{
	const char *text = uni_until(behind->arena, from, to);
	const char *value = text;
	const struct bind_row *row = row_of(behind, text);
	struct node *pair;

	if (row == NULL)
		row = row_named(behind, text, &value);
	if (row == NULL)
		return false;
	pair = node_text(behind->arena, value, behind->item->pos);
	pair->key = term_name(row->key, LANG_EN);
	node_append(behind->item, pair);
	return true;
}

/* Takes all parts in brackets that end a text, or none of them. */
static bool
take_brackets(struct behind *behind, const char *open)
{
	struct node before = *behind->item;
	const char *part, *end;

	for (part = open + 1; *part != '\0'; part = end + 1) {
		end = part + strcspn(part, ",;)");
		while (*end == ',' && strchr("0123456789", end[1]) != NULL)
			end += 1 + strcspn(end + 1, ",;)"); /* "1,200" */
		if (!take_part(behind, part, end)) {
			*behind->item = before;
			if (before.last != NULL)
				before.last->next = NULL;
			return false;
		}
	}
	return true;
}

/* Where the last part of a text begins with its mark, and how long that is;
 * NULL where nothing parts it. */
static const char *
last_mark(const char *text, size_t *length)
{
	static const char *const marks[] = { " : ", " – ", " — ", " - ", " ; ",
		"; ", ", ", ": ", " → ", " = " };
	const char *last = NULL, *mark;

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		for (mark = text; (mark = strstr(mark, marks[i])) != NULL;
		     mark++)
			if (mark > text && (last == NULL || mark > last)) {
				last = mark;
				*length = strlen(marks[i]);
			}
	return last;
}

/* Where the money begins that a text ends in, behind a blank and no small word:
 * "photocopies 600 €"; NULL where it does not. */
static const char *
money_at_end(const char *text)
{
	const char *blank = text, *word = text;

	for (; (blank = strchr(blank, ' ')) != NULL; word = ++blank)
		if (is_money(blank + 1))
			return blank - word > SMALL_WORD ? blank : NULL;
	return NULL;
}

/* The text without its last part, which is taken; NULL where that is none. */
static const char *
without_last(struct behind *behind, const char *text)
{
	size_t length = strlen(text), mark = 0;
	const char *at = text[length - 1] == ')' ? strrchr(text, '(') : NULL;

	if (at != NULL) {
		if (at == text || !take_brackets(behind, at))
			return NULL;
	} else {
		at = last_mark(text, &mark);
		if ((at == NULL ||
			!take_part(behind, at + mark, text + length)) &&
		    ((at = money_at_end(text)) == NULL ||
			!take_part(behind, at + 1, text + length)))
			return NULL;
	}
	while (at > text && strchr(" :,;", at[-1]) != NULL)
		at--;
	return at > text ? arena_until(behind->arena, text, at) : NULL;
}

/* The text without the name behind a dash at its end, for a row of people;
 * *name is that.  Else the text. */
static const char *
without_name(const struct behind *behind, const char *text, const char **name)
{
	enum { WORDS = 3 };
	size_t mark, words = 1;
	const char *at = last_mark(text, &mark), *rest;
	const struct bind_row *row = bind_flagged(behind->rows, BIND_WHO);

	*name = NULL;
	if (at == NULL || row == NULL || strchr("-\xe2", at[1]) == NULL)
		return text;
	rest = at + mark;
	for (const char *to = rest; *to != '\0'; to++)
		words += *to == ' ';
	if (words > WORDS || strpbrk(rest, "0123456789€$£") != NULL ||
	    line_starts_small(rest))
		return text;
	*name = rest;
	return arena_until(behind->arena, text, at);
}

struct node *
bind_values_behind(struct bind *bind, const struct bind_row *rows,
    const struct node *item)
{
	const struct bind_row *text_row = bind_flagged(rows, BIND_MAIN);
	const struct bind_row *label_row = bind_flagged(rows, BIND_LABEL);
	struct behind behind = { bind->doc->arena, rows, NULL };
	const char *text = item->text, *rest, *name;
	size_t parts = 0;

	if (text_row == NULL || text_row->kind != BIND_TEXT ||
	    (label_row != NULL && (label_row->flags & BIND_PERSON) != 0) ||
	    item->first != NULL || *text == '\0' || strlen(text) > MOST_BYTES ||
	    (bind_row_of_kind(rows, BIND_MONEY) == NULL &&
		bind_row_of_kind(rows, BIND_CHOICE) == NULL))
		return NULL;
	behind.item = node_again(behind.arena, item);
	text = without_name(&behind, text, &name);
	for (; parts < MOST_PARTS; parts++) {
		rest = without_last(&behind, text);
		if (rest == NULL)
			break;
		text = rest;
	}
	behind.item->text = text;
	if (name != NULL && parts > 0) {
		struct node *who =
		    node_text(behind.arena, name, behind.item->pos);

		who->key =
		    term_name(bind_flagged(rows, BIND_WHO)->key, LANG_EN);
		node_append(behind.item, who);
	}
	return behind.item->first != NULL && parts > 0 ? behind.item : NULL;
}
