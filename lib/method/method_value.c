/*
 * method_value: one value as a report prints it.
 */
#include <string.h>

#include "method/method_inner.h"

/* Names on one line, as a row of names reads them again. */
static const char *
join_names(const struct method *method, const struct bind_list *names)
{
	const char *part = ", ";
	struct buf out = BUF_INIT;

	BIND_EACH(const struct bind_text, name, names)
		if (bind_is_many(name->text))
			part = " ; ";
	BIND_EACH(const struct bind_text, name, names)
		buf_join(&out, part, name->text);
	if (names->count == 1 && *part == ' ')
		buf_string(&out, " ;");
	return md_text(method->arena, buf_take(&out, method->arena));
}

bool
method_is_given(const struct bind_row *row, const void *at)
{
	const struct bind_value *value = at;

	if (bind_value_size(row->kind) > 0)
		return value->given || bind_is_typed(value);
	switch (row->kind) {
	case BIND_DOCUMENT:
	case BIND_NODE:
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

	if (bind_value_size(row->kind) > 0)
		return bind_printed(method->bind->doc, row, at);
	if (row->kind == BIND_NAMES)
		return join_names(method, at);
	if (text->text == NULL)
		return "";
	if ((row->flags & BIND_WHEN) != 0)
		return action_when(method->arena, method->lang, text->text);
	return (row->flags & BIND_LABEL) != 0
	    ? md_words(method->arena, text->text)
	    : text->text;
}
