/*
 * base: values merged, counted, ordered and cut.
 */
#include <string.h>

#include "base/arena.h"
#include "sheet/gather.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"
#include "values.h"

const char *
values_key(struct method *method, const char *text)
{
	return uni_fold(method->arena, method_plain(method, text));
}

const struct bind_text *
values_meant(struct method *method, const struct base *base,
    const struct bind_text *text)
{
	const struct dict_entry *entry;
	size_t i;

	for (i = 0; i <= base->names.count; i++) {
		entry = dict_find(&base->names, values_key(method, text->text));
		if (entry == NULL)
			return text;
		text = entry->value;
	}
	return NULL;
}

bool
values_same(struct method *method, const struct base *base,
    const struct bind_text *text, const struct value *value)
{
	return strcmp(values_key(method,
			  values_meant(method, base, text)->text),
		   values_key(method, value->text.text)) == 0;
}

static void
read_synonym(struct method *method, struct base *base,
    const struct bind_text *value, const struct bind_text *other)
{
	const char *key = values_key(method, other->text);
	struct bind_text *kept = arena_alloc(method->arena, sizeof(*kept));
	struct dict_entry *entry;
	const struct bind_text *before;

	*kept = *value;
	kept->text = md_text(method->arena, value->text);
	if (strcmp(key, values_key(method, kept->text)) == 0)
		return;
	entry = dict_enter(&base->names, key);
	before = entry->value;
	if (before == NULL)
		entry->value = kept;
	else if (strcmp(values_key(method, before->text),
		     values_key(method, kept->text)) != 0)
		bind_fault(method->bind, other->pos, M_VALUES_TWO,
		    method_plain(method, other->text),
		    method_plain(method, before->text),
		    bind_place(method->bind, before->pos));
}

void
values_merge(struct method *method, struct base *base)
{
	const struct bind_text *other;
	size_t j;

	dict_init(&base->names, method->arena);
	BIND_EACH(const struct synonym, synonym, &base->synonyms)
		for (j = 0; j < synonym->others.count; j++) {
			other = synonym->others.at;
			read_synonym(method, base, &synonym->value, &other[j]);
		}
	BIND_EACH(const struct synonym, synonym, &base->synonyms)
		if (values_meant(method, base, &synonym->value) == NULL)
			bind_fault(method->bind, synonym->value.pos,
			    M_VALUES_CIRCLE, synonym->value.text);
}

/* "Ana : care, thrift" without marks: a value has no colon, so what stands in
 * front of it is a name. */
static void
part_name(struct method *method, struct person *person)
{
	struct bind_text *value = person->values.at;
	const char *colon, *name, *rest;

	if (*person->name.text != '\0' || person->values.count == 0 ||
	    (colon = strchr(value->text, ':')) == NULL)
		return;
	name = uni_line(method->arena,
	    arena_copy(method->arena, value->text,
		(size_t)(colon - value->text)));
	rest = uni_line(method->arena, colon + 1);
	if (*name == '\0' || (*rest == '\0' && person->values.count == 1))
		return;
	person->name = *value;
	person->name.text = method_plain(method, name);
	value->text = md_text(method->arena, rest);
	if (*rest == '\0')
		memmove(value, value + 1,
		    --person->values.count * sizeof(*value));
}

void
values_join(struct method *method, struct base *base)
{
	struct gather people = gather_new(method->bind, sizeof(struct person));
	struct person *to;
	const struct bind_text *value;
	size_t j;
	bool met;

	BIND_EACH(struct person, from, &base->people) {
		part_name(method, from);
		to = gather_enter(&people, from->name.text, &met);
		if (!met)
			*to = *from;
		value = from->values.at;
		for (j = 0; met && j < from->values.count; j++)
			bind_put(method->bind, &to->values, &value[j],
			    sizeof(*value));
	}
	base->people.at = people.list.at;
	base->people.count = people.list.count;
}

/* Counts the values of a person, each once, by the order they stand in. */
static void
count_person(struct method *method, struct base *base, struct gather *values,
    const struct person *person)
{
	const struct bind_text *text = person->values.at, *meant;
	struct dict_entry *entry;
	struct value *value;
	struct dict mine;
	size_t i;
	bool met;

	dict_init(&mine, method->arena);
	for (i = 0; i < person->values.count; i++) {
		meant = values_meant(method, base, &text[i]);
		entry = dict_enter(&mine, values_key(method, meant->text));
		if (entry->value != NULL) {
			method_find(method, text[i].pos, M_VALUES_SAME,
			    *person->name.text ? person->name.text : "…",
			    method_plain(method, meant->text));
			continue;
		}
		entry->value = (void *)meant;
		value = gather_enter(values, meant->text, &met);
		if (!met)
			*value = (struct value){ .text = *meant,
				.pos = text[i].pos };
		value->count++;
		value->ranks += mine.count;
	}
	if (base->each.given &&
	    (int64_t)mine.count * 1000 > base->each.thousandths)
		method_find(method, text[0].pos, M_VALUES_MANY,
		    *person->name.text ? person->name.text : "…",
		    method_integer(method, (int64_t)mine.count),
		    method_number(method, base->each.thousandths));
}

/* By people; among as many, by mean rank where values are ranked, which the
 * sum of ranks tells. */
static int
order_by_count(const void *a, const void *b)
{
	const struct value *one = a, *two = b;
	int order = method_falling((int64_t)one->count, (int64_t)two->count);

	if (order == 0 && one->mean.given)
		order =
		    method_falling((int64_t)two->ranks, (int64_t)one->ranks);
	return order;
}

/* Marks those within the cut, and those that are as good on both sides of it,
 * of which none is retained. */
static void
cut(struct base *base)
{
	struct value *value = base->values.at;
	size_t retained = (size_t)base->retained.thousandths / 1000, i, j, k;

	for (i = 0; i < base->values.count; i = j) {
		for (j = i; j < base->values.count &&
		     order_by_count(&value[i], &value[j]) == 0;
		     j++)
			value[j].rank = method_figure(1000 * (int64_t)(i + 1));
		for (k = i; k < j && i < retained; k++) {
			value[k].tied = j > retained;
			value[k].kept =
			    (struct bind_choice){ .term = value[k].tied ? T_TIED
									: T_YES,
				    .given = true };
		}
		if (i < retained && j > retained)
			base->tied = j - i;
		else if (i < retained)
			base->kept = j;
	}
}

void
values_compute(struct method *method, struct base *base)
{
	struct gather values = gather_new(method->bind, sizeof(struct value));
	struct value *value;
	size_t i;

	BIND_EACH(const struct person, person, &base->people)
		count_person(method, base, &values, person);
	base->values = values.list;
	value = base->values.at;
	for (i = 0; i < base->values.count; i++) {
		value[i].people = method_figure(1000 * (int64_t)value[i].count);
		if (base->ranked.yes)
			value[i].sum = method_figure((int64_t)value[i].ranks);
		value[i].dots.text = marks_dots(method->arena, value[i].count);
		value[i].share.text = method_share(method,
		    (int64_t)value[i].count, (int64_t)base->people.count);
		if (base->ranked.yes)
			value[i].mean = method_figure(
			    number_divide(1000 * (int64_t)value[i].ranks,
				(int64_t)value[i].count, 2));
	}
	base->values =
	    method_ordered(method, values_rows, sizeof(*value), &base->values);
	cut(base);
}
