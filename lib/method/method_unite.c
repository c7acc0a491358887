/*
 * method_unite: items that are one thing, since they have one label.
 */
#include <string.h>

#include "method/method_inner.h"

static size_t
size_of(enum bind_kind kind)
{
	size_t size = bind_value_size(kind);

	if (size > 0)
		return size;
	return kind == BIND_TEXT || kind == BIND_PROSE
	    ? sizeof(struct bind_text)
	    : sizeof(struct bind_list);
}

static const struct bind_text *
text_of(const struct bind_row *row, const char *item)
{
	return (const struct bind_text *)(item + row->at);
}

bool
method_says(const struct method *method, const struct bind_row *rows,
    const void *item, const void *other)
{
	const char *one = item, *two = other;

	for (; rows->kind != BIND_END; rows++)
		if (method_is_given(rows, one + rows->at) &&
		    (!method_is_given(rows, two + rows->at) ||
			strcmp(method_value(method, rows, one + rows->at),
			    method_value(method, rows, two + rows->at)) != 0))
			return false;
	return true;
}

/* Puts the items of one list behind those of another. */
static void
join(struct method *method, const struct bind_row *row, void *into,
    const void *from)
{
	const struct bind_list *list = from;
	size_t size =
	    row->kind == BIND_LIST ? row->size : sizeof(struct node *);

	for (size_t i = 0; i < list->count; i++)
		memcpy(bind_append(method->bind, into, size),
		    (const char *)list->at + i * size, size);
}

/* Whether a row before this one binds the same member. */
static bool
is_again(const struct bind_row *rows, const struct bind_row *row)
{
	while (rows->at != row->at)
		rows++;
	return rows != row;
}

/* Gives an item what another one has and it has not; a fault where both have
 * a value, and not the same. */
static void
fill(struct method *method, const struct bind_row *rows, char *item,
    const char *other, const struct bind_text *label, struct pos before)
{
	const struct bind_row *first = rows;
	struct pos pos = label->pos;
	const char *one, *two, *place;

	/* an item without a label stands where its text does */
	if (before.file == NULL)
		before = bind_item_place(rows, item);
	if (pos.file == NULL)
		pos = bind_item_place(rows, other);
	place = bind_place(method->bind, before);
	for (; rows->kind != BIND_END; rows++) {
		if ((rows->flags & BIND_COMPUTED) != 0 ||
		    rows->kind == BIND_DOCUMENT || rows->kind == BIND_NODE ||
		    is_again(first, rows) ||
		    !method_is_given(rows, other + rows->at))
			continue;
		if (!method_is_given(rows, item + rows->at)) {
			memcpy(item + rows->at, other + rows->at,
			    size_of(rows->kind));
			continue;
		}
		if (rows->kind == BIND_LIST || rows->kind == BIND_OTHERS) {
			join(method, rows, item + rows->at, other + rows->at);
			continue;
		}
		one = method_value(method, rows, item + rows->at);
		two = method_value(method, rows, other + rows->at);
		if (strcmp(one, two) == 0)
			continue;
		if ((rows->flags & BIND_MAIN) != 0)
			bind_fault(method->bind, pos, M_LABEL_TWICE,
			    label->text, place);
		else
			bind_fault(method->bind, pos, M_CONFLICT,
			    method_word(method, rows->key), two, one, place);
	}
}

/* By what an item is known: its label, that of another of its text, or else
 * its text, where that names it; or NULL: it has none and is like no other. */
static const char *
name_of(const struct bind_row *rows, const struct dict *texts, const char *item)
{
	const struct bind_row *main_row = bind_flagged(rows, BIND_MAIN);
	const char *label = text_of(bind_flagged(rows, BIND_LABEL), item)->text;
	const char *text = text_of(main_row, item)->text;
	const struct dict_entry *entry;

	if (*label != '\0' || *text == '\0' ||
	    (main_row->flags & BIND_NAMING) == 0)
		return *label != '\0' ? label : NULL;
	entry = dict_find(texts, text);
	return entry != NULL ? entry->value
			     : arena_format(texts->arena, "\n%s", text);
}

/* The labels of the texts that have one. */
static struct dict
labels_of(struct method *method, const struct bind_row *rows, size_t size,
    const struct bind_list *list)
{
	const struct bind_row *main_row = bind_flagged(rows, BIND_MAIN);
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);
	const char *item = list->at, *text;
	struct dict texts = { .arena = method->arena };

	for (size_t i = 0; i < list->count; i++, item += size) {
		text = text_of(label, item)->text;
		if ((main_row->flags & BIND_NAMING) != 0 && *text != '\0')
			dict_enter(&texts, text_of(main_row, item)->text)
			    ->value = (void *)text;
	}
	return texts;
}

void
method_unite(struct method *method, const struct bind_row *rows, size_t size,
    struct bind_list *list)
{
	const struct bind_row *label = bind_flagged(rows, BIND_LABEL);
	struct dict met, texts = labels_of(method, rows, size, list);
	struct dict_entry *entry;
	char *item = list->at, *to = list->at;
	const char *name;
	size_t i, count = list->count;

	dict_init(&met, method->arena);
	for (i = 0; i < count; i++, item += size) {
		name = name_of(rows, &texts, item);
		entry = name != NULL ? dict_enter(&met, name) : NULL;
		if (entry != NULL && entry->value != NULL) {
			fill(method, rows, entry->value, item,
			    text_of(label, item),
			    text_of(label, entry->value)->pos);
			list->count--;
			continue;
		}
		if (to != item)
			memcpy(to, item, size);
		if (entry != NULL)
			entry->value = to;
		to += size;
	}
}

void
method_put(struct method *method, const char *name, struct bind_text *into,
    const struct bind_text *from)
{
	if (from->text == NULL || *from->text == '\0')
		return;
	if (into->text == NULL || *into->text == '\0')
		*into = *from;
	else if (strcmp(into->text, from->text) != 0)
		bind_fault(method->bind, from->pos, M_CONFLICT, name,
		    method_plain(method, from->text),
		    method_plain(method, into->text),
		    bind_place(method->bind, into->pos));
}
