/*
 * method_choices: names that the items of a sheet go by.
 */
#include <string.h>

#include "method/method.h"

static size_t
count_of(const enum term *known)
{
	size_t count = 0;

	while (known[count] != T_NONE)
		count++;
	return count;
}

/* A number in parentheses, which keys ignore, is part of a name. */
static bool
is_same(const char *a, const char *b)
{
	return term_same(a, b) &&
	    strcmp(a + term_base_length(a), b + term_base_length(b)) == 0;
}

static void
add_name(struct method *method, enum term key, const struct bind_text *text,
    const enum term *known, struct method_choices *names)
{
	const char *plain = md_plain(method->arena, text->text);

	if (method_place(names, plain) > 0)
		return;
	if (strchr(plain, ';') != NULL)
		bind_fault(method->bind, text->pos, M_NAME_SEMICOLON, plain);
	if (names->count == METHOD_CHOICES)
		bind_fault(method->bind, text->pos, M_TOO_MANY_NAMES,
		    method_word(method, key),
		    method_integer(method, METHOD_CHOICES));
	else
		names->at[names->count++] = (struct method_choice){ text->text,
			plain, term_find(plain, known, count_of(known), NULL) };
}

void
method_choices(struct method *method, enum term key, struct bind_list *list,
    const enum term *known, size_t defaults, struct method_choices *names)
{
	struct bind_list kept = { .pos = list->pos,
		.given = list->given && list->count > 0 };
	struct bind_text *slot;
	size_t i, before;

	names->count = 0;
	BIND_EACH(const struct bind_text, text, list) {
		before = names->count;
		add_name(method, key, text, known, names);
		if (names->count == before)
			continue;
		slot = bind_append(method->bind, &kept, sizeof(*slot));
		*slot = *text;
	}
	for (i = 0; i < defaults && !kept.given; i++) {
		slot = bind_append(method->bind, &kept, sizeof(*slot));
		slot->text = method_word(method, known[i]);
		add_name(method, key, slot, known, names);
	}
	*list = kept;
}

size_t
method_place(const struct method_choices *names, const char *plain)
{
	for (size_t i = 0; i < names->count; i++)
		if (is_same(names->at[i].plain, plain) ||
		    (names->at[i].term != T_NONE &&
			term_is(plain, names->at[i].term)))
			return i + 1;
	return 0;
}

size_t
method_choose(struct method *method, const struct method_choices *names,
    struct bind_text *text, struct notes *told)
{
	const char *plain = md_plain(method->arena, text->text);
	size_t at = method_place(names, plain), i;
	struct buf all = BUF_INIT;

	if (at > 0)
		text->text = names->at[at - 1].text;
	if (at > 0 || *plain == '\0' || told == NULL)
		return at;
	for (i = 0; i < names->count; i++)
		buf_join(&all, ", ", names->at[i].plain);
	note_add(told, text->pos, M_NOT_A_CHOICE, plain,
	    buf_take(&all, method->arena));
	return 0;
}

struct grid
method_grid(struct method *method, const enum term *heads, size_t heads_count,
    const struct method_choices *names, size_t rows)
{
	const char **texts =
	    arena_array(method->arena, names->count + 1, sizeof(*texts));

	for (size_t i = 0; i < names->count; i++)
		texts[i] = names->at[i].text;
	return grid_named(method->report, heads, heads_count, texts,
	    names->count, rows);
}
