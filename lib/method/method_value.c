/*
 * method_value: one value as a report prints it.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "method/method_inner.h"
#include "source/md.h"
#include "value/clock.h"
#include "value/number.h"

/* Whether a text would be read as more names than one. */
static bool
is_many(const char *name, const char *parts)
{
	return strpbrk(name, parts) != NULL || strstr(name, " et ") != NULL ||
	    strstr(name, " and ") != NULL;
}

/* Names on one line, as a row of names reads them again. */
static const char *
join_names(const struct method *method, const struct bind_list *names)
{
	const struct bind_text *name = names->at;
	const char *parts = ", ", *text;
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < names->count; i++)
		if (is_many(name[i].text, ","))
			parts = " ; ";
	for (i = 0; i < names->count; i++)
		buf_format(&out, "%s%s", i > 0 ? parts : "", name[i].text);
	if (names->count == 1 && *parts == ' ')
		buf_string(&out, " ;");
	text = md_text(method->arena, out.at);
	buf_free(&out);
	return text;
}

bool
method_is_given(const struct bind_row *row, const void *at)
{
	switch (row->kind) {
	case BIND_NUMBER:
		return ((const struct bind_number *)at)->given;
	case BIND_DATE:
		return ((const struct bind_date *)at)->given;
	case BIND_YES:
		return ((const struct bind_yes *)at)->given;
	case BIND_CHOICE:
		return ((const struct bind_choice *)at)->given;
	case BIND_MONEY:
		return ((const struct bind_money *)at)->given;
	case BIND_TIME:
	case BIND_DURATION:
		return ((const struct bind_minutes *)at)->given;
	case BIND_DOCUMENT:
		return false;
	case BIND_TEXT:
	case BIND_PROSE:
		return *((const struct bind_text *)at)->text != '\0';
	default:
		return ((const struct bind_list *)at)->count > 0;
	}
}

const char *
method_value(const struct method *method, const struct bind_row *row,
    const void *at)
{
	const struct bind_text *text = at;
	const struct bind_minutes *time = at;

	switch (row->kind) {
	case BIND_NUMBER:
		return number_text(method->arena,
		    ((const struct bind_number *)at)->thousandths,
		    row->decimals, false, method->lang);
	case BIND_DATE:
		return method_date(method,
		    ((const struct bind_date *)at)->date);
	case BIND_YES:
		return method_word(method,
		    ((const struct bind_yes *)at)->yes ? T_YES : T_NO);
	case BIND_CHOICE:
		return method_word(method,
		    ((const struct bind_choice *)at)->term);
	case BIND_MONEY:
		return method_money(method,
		    ((const struct bind_money *)at)->cents);
	case BIND_TIME:
		return clock_text(method->arena, time->minutes, method->lang);
	case BIND_DURATION:
		return clock_duration_text(method->arena, time->minutes);
	case BIND_NAMES:
		return join_names(method, at);
	default:
		if (text->text == NULL)
			return "";
		if ((row->flags & BIND_WHEN) != 0)
			return action_when(method->arena, method->lang,
			    text->text);
		return (row->flags & BIND_LABEL) != 0
		    ? md_words(method->arena, text->text)
		    : text->text;
	}
}
