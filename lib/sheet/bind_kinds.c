/*
 * bind_kinds: numbers, prose, dates, yes or no, choices, and pairs of their own.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet/bind.h"
#include "sheet/bind_inner.h"
#include "value/clock.h"
#include "value/money.h"
#include "value/number.h"

bool
bind_is_none(const char *text)
{
	static const char *const dashes[] = { "", "-", "\\-", "–", "—" };
	size_t i;

	for (i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (strcmp(text, dashes[i]) == 0)
			return true;
	return false;
}

/* A list of texts as the prose that it would be in Markdown. */
static const char *
list_prose(struct bind *bind, const struct node *node)
{
	struct arena *arena = bind->doc->arena;
	struct buf out = BUF_INIT;
	const struct node *child;
	const char *text;

	md_write(&out, md_text(arena, node->text), MD_BLOCK);
	buf_string(&out, out.length > 0 ? "\n\n" : "");
	for (child = node->first; child != NULL; child = child->next) {
		text = *child->whole ? child->whole : bind_text(bind, child);
		if (child->first != NULL ||
		    (*child->key != '\0' && *child->whole == '\0'))
			bind_fault(bind, child->key_pos, M_NESTED);
		if (*text == '\0')
			continue;
		buf_string(&out, "- ");
		md_write(&out, text, MD_BLOCK);
		buf_char(&out, '\n');
	}
	text = arena_copy(arena, out.at, out.length);
	buf_free(&out);
	return md_prose(arena, text);
}

const char *
bind_prose(struct bind *bind, const struct node *node)
{
	struct arena *arena = bind->doc->arena;

	if (node->level > 0)
		return md_section_prose(arena, node, false);
	if (node->first != NULL)
		return list_prose(bind, node);
	if (*node->prose != '\0')
		return md_prose(arena, node->prose);
	return md_prose(arena, bind_text(bind, node));
}

static void
put_prose(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_text *into)
{
	const char *prose = bind_prose(bind, node);

	if (into->given && *into->text != '\0' && *prose != '\0' &&
	    strcmp(into->text, prose) != 0)
		bind_conflict(bind, row, prose, node->pos, into->text,
		    into->pos);
	if (!into->given || *into->text == '\0')
		*into = (struct bind_text){ prose, node->pos, true };
}

static void
put_date(struct bind *bind, const struct bind_row *row, const struct node *node,
    const char *text, struct bind_date *into)
{
	struct date date;

	if (!date_read(text, &date)) {
		bind_fault(bind, node->pos, M_NOT_A_DATE, text);
		return;
	}
	if (into->given && date_day(into->date) != date_day(date))
		bind_conflict(bind, row, text, node->pos,
		    date_text(bind->doc->arena, into->date, bind->doc->lang),
		    into->pos);
	*into = (struct bind_date){ date, node->pos, true };
}

static bool
is_between(const struct bind_row *row, int64_t thousandths)
{
	return row->lowest == row->highest ||
	    (thousandths % 1000 == 0 && thousandths >= 1000 * row->lowest &&
		thousandths <= 1000 * row->highest);
}

void
bind_put_number(struct bind *bind, const struct bind_row *row,
    const struct node *node, struct bind_number *into)
{
	const char *text = md_plain(bind->doc->arena, bind_text(bind, node));
	int64_t value;

	if (*text == '\0')
		return;
	if (!number_read(text, &value)) {
		bind_fault(bind, node->pos, M_NOT_A_NUMBER, text);
		return;
	}
	if (!is_between(row, value)) {
		bind_fault(bind, node->pos, M_NOT_BETWEEN, text,
		    arena_format(bind->doc->arena, "%d", row->lowest),
		    arena_format(bind->doc->arena, "%d", row->highest));
		return;
	}
	if (into->given && into->thousandths != value)
		bind_conflict(bind, row, text, node->pos,
		    number_text(bind->doc->arena, into->thousandths, 0, false,
			bind->doc->lang),
		    into->pos);
	*into = (struct bind_number){ value, node->pos, true };
}

static void
put_money(struct bind *bind, const struct bind_row *row,
    const struct node *node, const char *text, struct bind_money *into)
{
	int64_t cents;

	if (!money_read(text, &cents)) {
		bind_fault(bind, node->pos, M_NOT_MONEY, text);
		return;
	}
	if (into->given && into->cents != cents)
		bind_conflict(bind, row, text, node->pos,
		    money_text(bind->doc->arena, into->cents, bind->doc->lang),
		    into->pos);
	*into = (struct bind_money){ cents, node->pos, true };
}

static void
put_minutes(struct bind *bind, const struct bind_row *row,
    const struct node *node, const char *text, struct bind_minutes *into)
{
	bool time = row->kind == BIND_TIME;
	int minutes = 0;

	if (time ? !clock_read(text, &minutes)
		 : !clock_duration_read(text, &minutes)) {
		bind_fault(bind, node->pos,
		    time ? M_NOT_A_TIME : M_NOT_A_DURATION, text);
		return;
	}
	if (into->given && into->minutes != minutes)
		bind_conflict(bind, row, text, node->pos,
		    time ? clock_text(bind->doc->arena, into->minutes,
			       bind->doc->lang)
			 : clock_duration_text(bind->doc->arena, into->minutes),
		    into->pos);
	*into = (struct bind_minutes){ minutes, node->pos, true };
}

enum term
bind_choice(struct bind *bind, const enum term *choices, const char *text)
{
	enum lang lang = LANG_NONE;
	enum term term;
	size_t count = 0;

	while (choices[count] != T_NONE)
		count++;
	term = term_find(text, choices, count, &lang);
	if (term != T_NONE && lang != LANG_NONE)
		bind->votes[lang]++;
	return term;
}

void
bind_no_choice(struct bind *bind, const enum term *choices, const char *text,
    struct pos pos)
{
	enum lang lang = bind->doc->lang ? bind->doc->lang : LANG_EN;
	struct buf names = BUF_INIT;

	for (; *choices != T_NONE; choices++)
		buf_format(&names, "%s%s", names.length > 0 ? ", " : "",
		    term_name(*choices, lang));
	bind_fault(bind, pos, M_NOT_A_CHOICE, text,
	    arena_copy(bind->doc->arena, names.at, names.length));
	buf_free(&names);
}

static void
put_yes(struct bind *bind, const struct bind_row *row, const struct node *node,
    const char *text, struct bind_yes *into)
{
	static const enum term both[] = { T_YES, T_NO, T_NONE };
	enum term term = bind_choice(bind, both, text);

	if (term == T_NONE) {
		bind_no_choice(bind, both, text, node->pos);
		return;
	}
	if (into->given && into->yes != (term == T_YES))
		bind_conflict(bind, row, text, node->pos,
		    term_name(into->yes ? T_YES : T_NO, bind->doc->lang),
		    into->pos);
	*into = (struct bind_yes){ term == T_YES, node->pos, true };
}

static void
put_choice(struct bind *bind, const struct bind_row *row,
    const struct node *node, const char *text, struct bind_choice *into)
{
	enum term term = bind_choice(bind, row->choices, text);

	if (term == T_NONE) {
		bind_no_choice(bind, row->choices, text, node->pos);
		return;
	}
	if (into->given && into->term != term)
		bind_conflict(bind, row, text, node->pos,
		    term_name(into->term, bind->doc->lang), into->pos);
	*into = (struct bind_choice){ term, node->pos, true };
}

/* What a box says where yes or no is asked: "- [x] **Key**". */
static const char *
value_text(struct bind *bind, const struct node *node)
{
	if (*node->text == '\0' && node->box != BOX_NONE)
		return node->box == BOX_DONE ? "x" : "n";
	return md_plain(bind->doc->arena,
	    md_text(bind->doc->arena, node->text));
}

bool
bind_kind_value(struct bind *bind, const struct bind_row *row,
    const struct node *node, void *at)
{
	const char *text;

	if (row->kind == BIND_PROSE) {
		put_prose(bind, row, node, at);
		return !node_is_empty(node) || node->blocks != NULL;
	}
	if (row->kind == BIND_MAP)
		return bind_pairs(bind, row->rows, node, at);
	text = value_text(bind, node);
	if (!bind_is_text(bind, row, node) || *text == '\0')
		return false;
	if (row->kind == BIND_DATE)
		put_date(bind, row, node, text, at);
	else if (row->kind == BIND_MONEY)
		put_money(bind, row, node, text, at);
	else if (row->kind == BIND_TIME || row->kind == BIND_DURATION)
		put_minutes(bind, row, node, text, at);
	else if (row->kind == BIND_YES)
		put_yes(bind, row, node, text, at);
	else
		put_choice(bind, row, node, text, at);
	return true;
}
