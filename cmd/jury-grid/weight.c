/*
 * weight: what a criterion weighs, where its name tells: "Price (x2)", "Price
 * (coef. 2)", "Price (40 %)", "Price x2".
 */
#include <string.h>

#include "jury.h"
#include "text/uni.h"
#include "value/number.h"

struct weight {
	int64_t thousandths;
	size_t front; /* the length of the name without it */
	bool bare;    /* a number in brackets, which may be anything */
};

/* Where the last words of a name begin that may be a weight: its brackets, or
 * what begins with a mark; NULL: nowhere. */
static const char *
weight_of(struct arena *arena, const char *name)
{
	const char *open = strrchr(name, '('), *at = strrchr(name, ' ');
	size_t n = strlen(name);

	if (n > 0 && name[n - 1] == ')')
		return open;
	if (at != NULL && at[1] >= '0' && at[1] <= '9')
		at = memrchr(name, ' ', (size_t)(at - name));
	return at != NULL && strcspn(at, "0123456789") > 1 &&
		*uni_fold(arena, at) != '\0'
	    ? at
	    : NULL;
}

static bool
read_weight(struct arena *arena, const char *name, struct weight *weight)
{
	const char *at = weight_of(arena, name), *word, *number, *rest;
	size_t length;

	if (at == NULL)
		return false;
	word = uni_fold(arena, reading_bare(arena, at));
	number = word + strcspn(word, "0123456789");
	length = (size_t)(number - word);
	while (length > 0 && strchr(" .:", word[length - 1]) != NULL)
		length--;
	word = arena_copy(arena, word, length);
	if (!number_read_front(number, &weight->thousandths, &rest) ||
	    (*rest != '\0' && strcmp(rest, "%") != 0))
		return false;
	weight->bare = *word == '\0' && *rest == '\0';
	weight->front = (size_t)(at - name);
	return *word == '\0' ? *at == '('
			     : strcmp(word, "x") == 0 ||
		strcmp(word, "×") == 0 || term_is(word, T_WEIGHT);
}

static void
put_weight(struct method *method, struct criterion *criterion,
    const struct weight *weight)
{
	criterion->weight = method_figure(weight->thousandths);
	criterion->weight.typed =
	    md_words(method->arena, method_number(method, weight->thousandths));
	criterion->weight.pos = criterion->text.pos;
}

bool
weight_is(const void *none, const char *plain)
{
	ARENA_SCRATCH(arena);
	struct weight weight;

	(void)none;
	return read_weight(arena, plain, &weight) && !weight.bare;
}

void
weight_read(struct method *method, struct criterion *criterion)
{
	struct weight weight;

	if (!criterion->weight.given &&
	    read_weight(method->arena, criterion->plain, &weight) &&
	    !weight.bare)
		put_weight(method, criterion, &weight);
}

void
weight_cut_all(struct method *method, struct jury *jury)
{
	struct weight weight;
	size_t bare = 0;

	BIND_EACH(const struct criterion, criterion, &jury->criteria)
		bare += !criterion->weight.given &&
		    read_weight(method->arena,
			method_plain(method, criterion->text.text), &weight) &&
		    weight.bare;
	BIND_EACH(struct criterion, criterion, &jury->criteria) {
		const char *plain = method_plain(method, criterion->text.text);

		if (criterion->weight.given ||
		    !read_weight(method->arena, plain, &weight) ||
		    (weight.bare && bare < jury->criteria.count))
			continue;
		put_weight(method, criterion, &weight);
		criterion->text.text = md_words(method->arena,
		    uni_until(method->arena, plain, plain + weight.front));
		refer_again(&jury->refers[CRITERION], criterion);
	}
}
