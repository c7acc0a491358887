/*
 * unite: an indicator of which a table has a row for each date.
 */
#include <string.h>

#include "watch.h"

/* The one value of a row, with its date beside it; or NULL. */
static struct node *
dated_value(const struct indicator *indicator)
{
	struct node *const *nodes = indicator->nodes.at, *value;

	if (*indicator->date.text == '\0' || indicator->nodes.count != 1)
		return NULL;
	value = nodes[0];
	if (value->first != NULL && value->first->next == NULL &&
	    *value->first->key == '\0')
		value = value->first; /* a list of it */
	return value->first == NULL && strchr(value->text, ':') == NULL ? value
									: NULL;
}

static bool
is_same(struct method *method, const struct bind_text *one,
    const struct bind_text *other)
{
	return term_same(method_plain(method, one->text),
	    method_plain(method, other->text));
}

/* The indicator that a row goes on with, or NULL. */
static struct indicator *
find_first(struct method *method, struct indicator *first, size_t count,
    const struct indicator *row)
{
	for (size_t i = 0; i < count; i++)
		if (first[i].united &&
		    is_same(method, &first[i].name, &row->name) &&
		    is_same(method, &first[i].territory, &row->territory))
			return &first[i];
	return NULL;
}

/* Takes a text of a row that goes on with an indicator, which has the same, or
 * none. */
static void
take_text(struct method *method, struct indicator *indicator,
    struct bind_text *into, const struct bind_text *text)
{
	if (*into->text == '\0')
		*into = *text;
	else if (*text->text != '\0' && !is_same(method, into, text))
		bind_fault(method->bind, text->pos, M_WATCH_TWO_ROWS,
		    method_plain(method, indicator->name.text),
		    method_plain(method, into->text),
		    method_plain(method, text->text),
		    method_integer(method, (int64_t)text->pos.line));
}

/* A column of the user's own must be the same in all rows. */
static void
check_more(struct method *method, const struct indicator *indicator,
    const struct indicator *row)
{
	const struct bind_more *had = indicator->name.more,
			       *more = row->name.more;
	struct bind_text one, other;

	for (size_t i = 0; had != NULL && more != NULL &&
	     i < more->columns.count && i < had->columns.count;
	     i++) {
		const struct node *a = ((struct node **)had->columns.at)[i];
		const struct node *b = ((struct node **)more->columns.at)[i];

		one = bind_text_at(a->text, a->pos);
		other = bind_text_at(b->text, b->pos);
		if (!is_same(method, &one, &other))
			bind_fault(method->bind, b->pos, M_WATCH_TWO_ROWS,
			    method_plain(method, indicator->name.text), a->text,
			    b->text,
			    method_integer(method, (int64_t)b->pos.line));
	}
}

/* A map of values by their dates, none yet, in the place of one value. */
static void
begin_values(struct method *method, struct indicator *indicator)
{
	struct node *const *nodes = indicator->nodes.at;
	struct node *map = node_new(method->arena, NODE_MAP, nodes[0]->pos);

	indicator->united = true;
	indicator->nodes = (struct bind_list){ .count = 0 };
	bind_add(method->bind, &indicator->nodes, map);
}

/* Puts the value of a row among those of an indicator, by its date; a date of no
 * value stays where nothing else has one. */
static void
put_value(struct method *method, struct indicator *indicator,
    const struct indicator *row)
{
	struct node *value = node_again(method->arena, dated_value(row));

	value->key = row->date.text;
	if (!bind_is_none(value->text))
		indicator->date.text = ""; /* it stands with the value */
	node_append(((struct node **)indicator->nodes.at)[0], value);
}

void
unite_rows(struct method *method, struct bind_list *indicators)
{
	struct indicator *first = indicators->at, row, *known;
	size_t count = 0, i;

	for (i = 0; i < indicators->count; i++) {
		row = first[i];
		known = dated_value(&row) != NULL
		    ? find_first(method, first, count, &row)
		    : NULL;
		if (known == NULL) {
			first[count] = row;
			if (dated_value(&row) != NULL) {
				begin_values(method, &first[count]);
				put_value(method, &first[count], &row);
			}
			count++;
			continue;
		}
		take_text(method, known, &known->theme, &row.theme);
		take_text(method, known, &known->service, &row.service);
		take_text(method, known, &known->state, &row.state);
		take_text(method, known, &known->unit, &row.unit);
		take_text(method, known, &known->target_text, &row.target_text);
		take_text(method, known, &known->source, &row.source);
		check_more(method, known, &row);
		put_value(method, known, &row);
	}
	indicators->count = count;
}
