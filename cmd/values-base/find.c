/*
 * find: what of a base the reader should look at.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/uni.h"
#include "text/words.h"
#include "values.h"

/* Whether two words begin alike: by four letters and three quarters of the
 * shorter one, or by five and two thirds. */
static bool
words_alike(const char *a, const char *b)
{
	size_t first = uni_count(a, strlen(a)),
	       second = uni_count(b, strlen(b));
	size_t least = first < second ? first : second, shared = 0;

	while (a[shared] != '\0' && a[shared] == b[shared])
		shared++;
	shared = uni_count(a, shared);
	return shared == least || (shared >= 4 && 4 * shared >= 3 * least) ||
	    (shared >= 5 && 3 * shared >= 2 * least);
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
			if (are_alike(&words[i], &words[j]))
				method_find(method, value[i].pos,
				    M_VALUES_ALIKE,
				    method_plain(method, value[j].text.text),
				    method_plain(method, value[i].text.text));
}

const struct definition *
values_definition(struct method *method, const struct base *base,
    const struct value *value)
{
	const struct definition *definition = base->definitions.at;
	size_t i;

	for (i = 0; i < base->definitions.count; i++)
		if (*definition[i].text.text != '\0' &&
		    values_same(method, base, &definition[i].value, value))
			return &definition[i];
	return NULL;
}

static bool
has_behaviour(struct method *method, const struct base *base,
    const struct value *value)
{
	const struct behaviour *told = base->told.at;
	size_t i;

	for (i = 0; i < base->told.count; i++)
		if (*told[i].text.text != '\0' &&
		    values_same(method, base, &told[i].value, value))
			return true;
	return false;
}

const char *
values_tied(struct method *method, const struct base *base, bool plain)
{
	const struct value *value = base->values.at;
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < base->values.count; i++)
		if (value[i].tied)
			buf_format(&out, "%s%s",
			    out.length > 0 ? method_word(method, T_SEMICOLON)
					   : "",
			    plain ? method_plain(method, value[i].text.text)
				  : value[i].text.text);
	return buf_take(&out, method->arena);
}

/* A definition or a behaviour of what nobody holds. */
static void
find_stray(struct method *method, const struct base *base,
    const struct bind_text *name)
{
	const struct value *value = base->values.at;
	size_t i;

	for (i = 0; i < base->values.count; i++)
		if (values_same(method, base, name, &value[i]))
			return;
	method_find(method, name->pos, M_VALUES_NOBODY, name->text);
}

static void
find_strays(struct method *method, const struct base *base)
{
	const struct definition *definition = base->definitions.at;
	const struct behaviours *behaviours = base->behaviours.at;
	size_t i;

	for (i = 0; i < base->definitions.count; i++)
		find_stray(method, base, &definition[i].value);
	for (i = 0; i < base->behaviours.count; i++)
		find_stray(method, base, &behaviours[i].value);
}

void
values_find(struct method *method, const struct base *base)
{
	const struct value *value = base->values.at;
	enum term lacks;
	bool defined, seen;
	size_t i;

	for (i = 0; i < base->kept; i++) {
		defined = values_definition(method, base, &value[i]) != NULL;
		seen = has_behaviour(method, base, &value[i]);
		if (defined && seen)
			continue;
		lacks = defined ? T_BEHAVIOUR : T_DEFINITION;
		method_find(method, value[i].pos,
		    defined || seen ? M_LACKS : M_LACKS_SEVERAL,
		    method_plain(method, value[i].text.text),
		    defined || seen ? method_word(method, lacks)
				    : method_text(method, M_LACKS_NEXT,
					  method_word(method, T_DEFINITION),
					  method_word(method, T_BEHAVIOUR)));
	}
	if (base->tied > 0)
		method_find(method, value[base->kept].pos, M_VALUES_TIE,
		    values_tied(method, base, true));
	find_alike(method, base);
	find_strays(method, base);
	if (base->review.given && method->today.given &&
	    date_day(base->review.date) < date_day(method->today.date))
		method_find(method, base->review.pos, M_VALUES_REVIEW,
		    method_date(method, base->review.date));
}
