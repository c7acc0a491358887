/*
 * base: values merged, counted, ordered and cut.
 */
#include <string.h>

#include "sheet/gather.h"
#include "text/uni.h"
#include "value/marks.h"
#include "value/number.h"
#include "values.h"

/* A value as it is compared: "La confiance" is "confiance". */
static const char *
key_of(struct method *method, const char *text)
{
	const char *folded =
	    uni_fold(method->arena, method_plain(method, text));
	size_t n = term_front(T_ARTICLES, folded);

	return folded[n] != '\0' ? folded + n : folded;
}

/* The value that a text means, once synonyms are followed; NULL in a circle. */
static const struct bind_text *
meant_by(struct method *method, const struct base *base,
    const struct bind_text *text)
{
	const struct dict_entry *entry;

	for (size_t i = 0; i <= base->names.count; i++) {
		entry = dict_find(&base->names, key_of(method, text->text));
		if (entry == NULL)
			return text;
		text = entry->value;
	}
	return NULL;
}

static void
read_synonym(struct method *method, struct base *base,
    const struct bind_text *value, const struct bind_text *other)
{
	const char *key = key_of(method, other->text);
	struct bind_text *kept = arena_alloc(method->arena, sizeof(*kept));
	struct dict_entry *entry;
	const struct bind_text *before;

	*kept = *value;
	kept->text = md_text(method->arena, value->text);
	if (strcmp(key, key_of(method, kept->text)) == 0)
		return;
	entry = dict_enter(&base->names, key);
	before = entry->value;
	if (before == NULL)
		entry->value = kept;
	else if (strcmp(key_of(method, before->text),
		     key_of(method, kept->text)) != 0)
		bind_fault(method->bind, other->pos, M_VALUES_TWO,
		    method_plain(method, other->text),
		    method_plain(method, before->text),
		    bind_place(method->bind, before->pos));
}

void
base_merge(struct method *method, struct base *base)
{
	const struct bind_text *other;

	dict_init(&base->names, method->arena);
	BIND_EACH(const struct synonym, synonym, &base->synonyms)
		for (size_t j = 0; j < synonym->others.count; j++) {
			other = synonym->others.at;
			read_synonym(method, base, &synonym->value, &other[j]);
		}
	BIND_EACH(const struct synonym, synonym, &base->synonyms)
		if (meant_by(method, base, &synonym->value) == NULL)
			bind_fault(method->bind, synonym->value.pos,
			    M_VALUES_CIRCLE, synonym->value.text);
}

/* Counts the values of a person, each once, by the order they stand in. */
static void
count_person(struct method *method, struct base *base, struct gather *values,
    const struct person *person)
{
	const char *name = *person->name.text != '\0' ? person->name.text : "…";
	const struct bind_text *first = person->values.at, *meant;
	struct gather mine = gather_new(method->bind, sizeof(bool));
	struct value *value;
	bool met;

	BIND_EACH(const struct bind_text, text, &person->values) {
		meant = meant_by(method, base, text);
		gather_enter(&mine, key_of(method, meant->text), &met);
		if (met) {
			method_find(method, text->pos, M_VALUES_SAME, name,
			    method_plain(method, meant->text));
			continue;
		}
		value = gather_enter(values, key_of(method, meant->text), &met);
		if (!met)
			value->text = bind_text_at(meant->text, text->pos);
		value->count++;
		value->ranks += mine.list.count;
	}
	if (base->each.given &&
	    (int64_t)mine.list.count * 1000 > base->each.thousandths)
		method_find(method, first->pos, M_VALUES_MANY, name,
		    method_integer(method, (int64_t)mine.list.count),
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
			value[j].rank = method_count(i + 1);
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

const char *
base_tied(struct method *method, const struct base *base, bool plain)
{
	struct buf out = BUF_INIT;

	BIND_EACH(const struct value, value, &base->values)
		if (value->tied)
			buf_format(&out, "%s%s",
			    out.length > 0 ? method_word(method, T_SEMICOLON)
					   : "",
			    plain ? method_plain(method, value->text.text)
				  : value->text.text);
	return buf_take(&out, method->arena);
}

/* A value as one word: "Team work" is "Teamwork". */
static const char *
joined(struct method *method, const char *text)
{
	const char *from = key_of(method, text);
	struct buf word = BUF_INIT;

	for (; *from != '\0'; from++)
		if (strchr(" -'", *from) == NULL)
			buf_char(&word, *from);
	return buf_take(&word, method->arena);
}

/* The value that a definition or a behaviour is of; a finding, once a name, where
 * nobody holds it. */
static struct value *
value_of(struct method *method, const struct base *base,
    const struct gather *values, struct gather *nobody,
    const struct bind_text *name)
{
	struct value *value = gather_find(values,
	    key_of(method, meant_by(method, base, name)->text));
	bool met = true;

	if (value == NULL && *name->text != '\0')
		gather_enter(nobody, name->text, &met);
	if (!met)
		method_find(method, name->pos, M_VALUES_NOBODY, name->text);
	return value;
}

/* Takes a value off the front of what is told of it, where somebody holds it:
 * "Listening: we let others finish". */
static void
part_value(struct method *method, const struct base *base,
    const struct gather *values, struct told *one)
{
	const char *text = one->text.text, *colon = strchr(text, ':');
	struct bind_text name = one->text;

	if (*one->value.text != '\0' || colon == NULL)
		return;
	name.more = NULL;
	name.text = uni_until(method->arena, text, colon);
	if (gather_find(values,
		key_of(method, meant_by(method, base, &name)->text)) == NULL)
		return;
	one->value = name;
	one->text.text =
	    md_text(method->arena, uni_line(method->arena, colon + 1));
}

/* Gives the values what is told of them. */
static void
attach(struct method *method, const struct base *base,
    const struct gather *values)
{
	struct gather nobody = gather_new(method->bind, sizeof(bool));
	struct value *value;

	BIND_EACH(struct told, one, &base->definitions) {
		part_value(method, base, values, one);
		value = value_of(method, base, values, &nobody, &one->value);
		if (value != NULL && *value->definition.text == '\0')
			value->definition = one->text;
	}
	BIND_EACH(struct told, one, &base->told) {
		part_value(method, base, values, one);
		value = value_of(method, base, values, &nobody, &one->value);
		if (value != NULL && *one->text.text != '\0')
			bind_add(method->bind, &value->behaviours, one->text);
	}
}

static const struct bind_row kept_rows[] = {
	ROW(value, text, .flags = BIND_MAIN),
	ROW(value, definition, .key = T_DEFINITION, .flags = BIND_WANTED),
	ROW_AS(BIND_LIST, value, behaviours, .key = T_BEHAVIOUR,
	    .flags = BIND_WANTED),
	{ BIND_END },
};

static void
find(struct method *method, const struct base *base)
{
	const struct value *value = base->values.at;
	struct bind_list kept = { base->values.at, base->kept };

	method_lacks(method, kept_rows, sizeof(*value), &kept);
	if (base->tied > 0)
		method_find(method, value[base->kept].text.pos, M_VALUES_TIE,
		    base_tied(method, base, true));
	BIND_EACH(struct value, one, &base->values)
		one->joined = joined(method, one->text.text);
	near_find(method, base);
	if (method_is_past(method, &base->review))
		method_find(method, base->review.pos, M_VALUES_REVIEW,
		    method_date(method, base->review.date));
}

/* Whether values are but listed: nobody holds them by name, no line has two and
 * none comes twice, and nobody says how many to select. */
static bool
are_listed(const struct base *base, const struct bind_list *values)
{
	BIND_EACH(const struct person, person, &base->people)
		if (*person->name.text != '\0' || person->values.count > 1 ||
		    person->result)
			return false;
	return base->counted > 0 && !base->retained.given &&
	    values->count == base->counted;
}

void
base_compute(struct method *method, struct base *base)
{
	struct gather values = gather_new(method->bind, sizeof(struct value));

	BIND_EACH(const struct person, person, &base->people) {
		if (person->result)
			continue;
		count_person(method, base, &values, person);
		base->counted++;
	}
	base->listed = are_listed(base, &values.list);
	if (base->listed)
		base->retained.thousandths = 1000 * (int64_t)base->counted;
	BIND_EACH(struct value, value, &values.list) {
		bind_fill_texts(kept_rows, value);
		value->people = method_count(value->count);
		value->dots.text = marks_dots(method->arena, value->count);
		value->share.text = method_share(method, (int64_t)value->count,
		    (int64_t)base->counted);
		if (!base->ranked.yes)
			continue;
		value->sum = method_figure((int64_t)value->ranks);
		value->mean =
		    method_figure(number_divide(1000 * (int64_t)value->ranks,
			(int64_t)value->count, 2));
	}
	attach(method, base, &values);
	base->values = base->listed ? values.list
				    : method_ordered(method, values_rows,
					  sizeof(struct value), &values.list);
	cut(base);
	find(method, base);
}
