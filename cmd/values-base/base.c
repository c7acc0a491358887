/*
 * base: values merged, counted, ordered and cut.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "sheet/gather.h"
#include "source/md.h"
#include "text/uni.h"
#include "text/words.h"
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
	size_t i;

	for (i = 0; i <= base->names.count; i++) {
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
	size_t j;

	dict_init(&base->names, method->arena);
	BIND_EACH(const struct synonym, synonym, &base->synonyms)
		for (j = 0; j < synonym->others.count; j++) {
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
	const struct bind_text *text = person->values.at, *meant;
	struct dict_entry *entry;
	struct value *value;
	struct dict mine;
	size_t i;
	bool met;

	dict_init(&mine, method->arena);
	for (i = 0; i < person->values.count; i++) {
		meant = meant_by(method, base, &text[i]);
		entry = dict_enter(&mine, key_of(method, meant->text));
		if (entry->value != NULL) {
			method_find(method, text[i].pos, M_VALUES_SAME,
			    *person->name.text ? person->name.text : "…",
			    method_plain(method, meant->text));
			continue;
		}
		entry->value = (void *)meant;
		value = gather_enter(values, key_of(method, meant->text), &met);
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

/* Whether a word ends in one of a term's endings. */
static bool
ends_in(const char *word, enum term endings)
{
	enum { LONGEST = 4 };
	size_t length = strlen(word), n;

	for (n = 1; n <= LONGEST && n < length; n++)
		if (term_lists(endings, word + length - n))
			return true;
	return false;
}

/* Whether one word is a state and the other a deed: "community" is not
 * "communication". */
static bool
are_apart(const char *a, const char *b)
{
	return (ends_in(a, T_STATE_ENDINGS) && ends_in(b, T_DEED_ENDINGS)) ||
	    (ends_in(a, T_DEED_ENDINGS) && ends_in(b, T_STATE_ENDINGS));
}

/* Whether two words are one, or begin alike: by four letters and three quarters
 * of the shorter one, or by five and two thirds, and at least by half of the
 * longer one. */
static bool
words_alike(const char *a, const char *b)
{
	size_t first = uni_count(a, strlen(a)),
	       second = uni_count(b, strlen(b));
	size_t least = first < second ? first : second;
	size_t most = first + second - least, shared = 0;

	while (a[shared] != '\0' && a[shared] == b[shared])
		shared++;
	shared = uni_count(a, shared);
	return shared == most ||
	    (2 * shared >= most && !are_apart(a, b) &&
		((shared >= 4 && 4 * shared >= 3 * least) ||
		    (shared >= 5 && 3 * shared >= 2 * least)));
}

/* Whether each telling word of the shorter text is like one of the other. */
static bool
are_alike(const struct words *a, const struct words *b)
{
	const struct words *one = a->count <= b->count ? a : b;
	const struct words *two = one == a ? b : a;
	size_t i, j;

	for (i = 0; i < one->count; i++) {
		for (j = 0; j < two->count; j++)
			if (words_alike(one->at[i], two->at[j]))
				break;
		if (j == two->count)
			return false;
	}
	return one->count > 0;
}

/* A value as one word: "Team work" is "Teamwork". */
static const char *
joined(struct method *method, const char *text)
{
	const char *from = key_of(method, text);
	char *word = arena_string(method->arena, from), *to = word;

	for (; *from != '\0'; from++)
		if (strchr(" -'", *from) == NULL)
			*to++ = *from;
	*to = '\0';
	return word;
}

/* Whether two values are likely one. */
static bool
are_one(struct method *method, const struct value *one, const struct words *a,
    const struct value *two, const struct words *b)
{
	return are_alike(a, b) ||
	    ((a->count < 2 || b->count < 2) &&
		words_alike(joined(method, one->text.text),
		    joined(method, two->text.text)));
}

static void
find_alike(struct method *method, const struct base *base)
{
	const struct value *value = base->values.at;
	struct words *words =
	    arena_array(method->arena, base->values.count, sizeof(*words));
	size_t i, j;

	for (i = 0; i < base->values.count; i++)
		words[i] = words_of(method->arena,
		    method_plain(method, value[i].text.text));
	for (i = 0; i < base->values.count; i++)
		for (j = 0; j < i; j++)
			if (are_one(method, &value[i], &words[i], &value[j],
				&words[j]))
				method_find(method, value[i].pos,
				    M_VALUES_ALIKE,
				    method_plain(method, value[j].text.text),
				    method_plain(method, value[i].text.text));
}

/* The value that a definition or a behaviour is of; a finding where nobody
 * holds it. */
static struct value *
value_of(struct method *method, const struct base *base,
    const struct gather *values, const struct bind_text *name)
{
	struct value *value = gather_find(values,
	    key_of(method, meant_by(method, base, name)->text));

	if (value == NULL && *name->text != '\0')
		method_find(method, name->pos, M_VALUES_NOBODY, name->text);
	return value;
}

/* Gives the values what is told of them. */
static void
attach(struct method *method, const struct base *base,
    const struct gather *values)
{
	struct value *value;

	BIND_EACH(const struct told, one, &base->definitions) {
		value = value_of(method, base, values, &one->value);
		if (value != NULL && *one->text.text != '\0' &&
		    value->definition == NULL)
			value->definition = one->text.text;
	}
	BIND_EACH(const struct behaviours, one, &base->behaviours) {
		value = value_of(method, base, values, &one->value);
		BIND_EACH(const struct told, told, &one->texts)
			if (value != NULL && *told->text.text != '\0')
				bind_put(method->bind, &value->behaviours,
				    &told->text, sizeof(told->text));
	}
}

/* What a value that is retained lacks. */
static void
find_lacks(struct method *method, const struct value *value)
{
	const char *name = method_plain(method, value->text.text);
	const char *definition = method_word(method, T_DEFINITION);
	const char *behaviour = method_word(method, T_BEHAVIOUR);

	if (value->definition == NULL && value->behaviours.count == 0)
		method_find(method, value->pos, M_LACKS_SEVERAL, name,
		    method_text(method, M_LACKS_NEXT, definition, behaviour));
	else if (value->definition == NULL || value->behaviours.count == 0)
		method_find(method, value->pos, M_LACKS, name,
		    value->definition == NULL ? definition : behaviour);
}

static void
find(struct method *method, const struct base *base)
{
	const struct value *value = base->values.at;
	size_t i;

	for (i = 0; i < base->kept; i++)
		find_lacks(method, &value[i]);
	if (base->tied > 0)
		method_find(method, value[base->kept].pos, M_VALUES_TIE,
		    base_tied(method, base, true));
	find_alike(method, base);
	if (base->review.given && method->today.given &&
	    date_day(base->review.date) < date_day(method->today.date))
		method_find(method, base->review.pos, M_VALUES_REVIEW,
		    method_date(method, base->review.date));
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
	attach(method, base, &values);
	BIND_EACH(struct value, value, &values.list) {
		value->people = method_figure(1000 * (int64_t)value->count);
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
	base->values = method_ordered(method, values_rows, sizeof(struct value),
	    &values.list);
	cut(base);
	find(method, base);
}
