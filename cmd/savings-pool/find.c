/*
 * find: what makes a saving no saving, or none yet.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "savings.h"
#include "text/uni.h"
#include "text/words.h"

/* The telling words of an idea: two ideas that have the same are one. */
static const char *
gist_of(struct method *method, const struct bind_text *idea)
{
	const char *plain = method_plain(method, idea->text), *gist;
	struct words words = words_of(method->arena, plain);
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < words.count; i++)
		buf_format(&out, "%s ", words.at[i]);
	gist = words.count > 0 ? arena_copy(method->arena, out.at, out.length)
			       : uni_fold(method->arena, plain);
	buf_free(&out);
	return gist;
}

static void
find_twice(struct method *method, const struct savings *savings)
{
	struct dict_entry *entry;
	struct dict met;

	dict_init(&met, method->arena);
	BIND_EACH(const struct saving, saving, &savings->list) {
		entry = dict_enter(&met, gist_of(method, &saving->idea));
		if (entry->value == NULL)
			entry->value = (void *)saving->idea.text;
		else
			method_find(method, saving->idea.pos, M_SAVED_TWICE,
			    method_plain(method, entry->value),
			    method_plain(method, saving->idea.text));
	}
}

/* Whether it has begun on the day given, or has, where none is. */
static bool
has_begun(const struct method *method, const struct saving *saving)
{
	return !method->today.given || !saving->start.given ||
	    date_day(saving->start.date) <= date_day(method->today.date);
}

static void
find_saving(struct method *method, const struct savings *savings,
    const struct saving *saving)
{
	const char *idea = method_plain(method, saving->idea.text);

	if (saving->net.given && saving->net.cents < 0)
		method_find(method, saving->idea.pos, M_SAVED_NEGATIVE, idea,
		    method_integer(method, savings->last),
		    method_money(method, saving->net.cents));
	if (savings->first != 0 && saving->start.date.year > savings->last)
		method_find(method, saving->start.pos, M_SAVED_AFTER, idea,
		    bind_date_printed(method->arena, method->lang,
			&saving->start),
		    method_integer(method, savings->last));
	if (saving->amount.given && !saving->realised.given &&
	    has_begun(method, saving))
		method_find(method, saving->idea.pos, M_SAVED_UNCHECKED, idea);
	if (*saving->other.text != '\0')
		method_find(method, saving->other.pos, M_SAVED_MOVED, idea,
		    method_plain(method, saving->other.text));
}

/* The first year by which more was spent than gained. */
static void
find_overspent(struct method *method, const struct savings *savings)
{
	const struct saved *saved = savings->years;
	int64_t left = 0, spent = 0;
	int year;

	for (year = savings->first; year <= savings->last; year++, saved++) {
		left += saved->gross - saved->cost - saved->spent;
		spent += saved->spent;
		if (left >= 0 || spent <= 0)
			continue;
		method_find(method, savings->spent.pos, M_SAVED_OVERSPENT,
		    method_integer(method, year), method_money(method, -left));
		return;
	}
}

void
savings_find(struct method *method, const struct savings *savings)
{

	find_twice(method, savings);
	BIND_EACH(const struct saving, saving, &savings->list)
		find_saving(method, savings, saving);
	if (savings->first != 0)
		find_overspent(method, savings);
}
