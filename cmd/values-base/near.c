/*
 * near: values that are likely one, by how their words begin.
 */
#include <string.h>

#include "text/uni.h"
#include "values.h"

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

/* Whether two values are likely one. */
static bool
are_one(const struct value *one, const struct value *two)
{
	return are_alike(&one->words, &two->words) ||
	    ((one->words.count < 2 || two->words.count < 2) &&
		words_alike(one->joined, two->joined));
}

/* The values, by how their words begin: those likely one have a beginning in
 * common, of which FRONT_MOST are known. */
enum { FRONT_LETTERS = 4, FRONT_MOST = 1000 };

static struct bind_list *
front_of(struct method *method, struct dict *fronts, const char *word)
{
	const char *end = word;

	for (size_t n = 0; n < FRONT_LETTERS && *end != '\0'; n++)
		uni_next(&end);
	return dict_made(fronts, arena_until(method->arena, word, end),
	    sizeof(struct bind_list));
}

/* The first value before one that it likely is; one is known from now on. */
static const struct value *
first_alike(struct method *method, struct dict *fronts, struct value *one)
{
	const struct value *found = one;
	struct bind_list *front;

	for (size_t i = 0; i <= one->words.count; i++) {
		front = front_of(method, fronts,
		    i < one->words.count ? one->words.at[i] : one->joined);
		BIND_EACH(const struct value *const, two, front)
			if (*two < found && are_one(one, *two))
				found = *two;
		if (front->count < FRONT_MOST)
			bind_add(method->bind, front, one);
	}
	return found;
}

void
near_find(struct method *method, const struct base *base)
{
	const struct value *two;
	struct dict fronts;

	dict_init(&fronts, method->arena);
	BIND_EACH(struct value, one, &base->values) {
		one->words = words_of(method->arena,
		    method_plain(method, one->text.text));
		two = first_alike(method, &fronts, one);
		if (two != one)
			method_find(method, one->text.pos, M_VALUES_ALIKE,
			    method_plain(method, two->text.text),
			    method_plain(method, one->text.text));
	}
}
