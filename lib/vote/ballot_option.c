/*
 * ballot_option: what one can vote for, by each of its names.
 */
#include <string.h>

#include "base/arena.h"
#include "source/md.h"
#include "text/uni.h"
#include "value/number.h"
#include "vote/ballot.h"

struct ballot_options *
ballot_options(struct arena *arena)
{
	struct ballot_options *options = arena_alloc(arena, sizeof(*options));

	options->arena = arena;
	dict_init(&options->labels, arena);
	dict_init(&options->texts, arena);
	dict_init(&options->fronts, arena);
	dict_init(&options->spelt, arena);
	return options;
}

/* What two texts have in front names none of them. */
static void
know_front(struct ballot_options *options, struct ballot_option *option)
{
	const char *colon = strchr(option->text, ':');
	struct dict_entry *entry;

	if (colon == NULL || colon == option->text)
		return;
	entry = dict_enter(&options->fronts,
	    uni_fold(options->arena,
		arena_until(options->arena, option->text, colon)));
	entry->value = entry->value == NULL || entry->value == option
	    ? (void *)option
	    : options;
}

void
ballot_option_name(struct ballot_options *options, struct ballot_option *option,
    const char *label, const char *text)
{
	if (*label != '\0') {
		option->label = label;
		dict_enter(&options->labels, label)->value = option;
		options->labelled = true;
	}
	if (*text != '\0') {
		option->text = text;
		dict_enter(&options->texts, uni_fold(options->arena, text))
		    ->value = option;
		know_front(options, option);
	}
}

void
ballot_option_add(struct ballot_options *options, const char *label,
    const char *text)
{
	struct ballot_option *option =
	    arena_alloc(options->arena, sizeof(*option));

	*option = (struct ballot_option){ "", "", options->count };
	ARENA_ADD(options->arena, options->at, options->count) = option;
	ballot_option_name(options, option, label, text);
}

struct ballot_option *
ballot_option_labelled(const struct ballot_options *options, const char *label)
{
	return dict_value(&options->labels, label);
}

struct ballot_option *
ballot_option_of(const struct ballot_options *options, const char *plain)
{
	return dict_value(&options->texts, uni_fold(options->arena, plain));
}

/* "A Jardin": a label and its own text. */
static struct ballot_option *
find_both(const struct ballot_options *options, struct arena *arena,
    const char *name)
{
	size_t n = strcspn(name, " ");
	struct ballot_option *option =
	    dict_value(&options->labels, arena_copy(arena, name, n));

	return option != NULL && name[n] != '\0' &&
		option == dict_value(&options->texts, uni_fold(arena, name + n))
	    ? option
	    : NULL;
}

static struct ballot_option *
find_place(struct ballot_options *options, const char *name)
{
	int64_t place;

	if (options->labelled || strspn(name, "0123456789") != strlen(name) ||
	    !number_read(name, &place) || place < 1000 ||
	    (uint64_t)place / 1000 > options->count)
		return NULL;
	options->placed = true;
	return options->at[place / 1000 - 1];
}

static struct ballot_option *
find_plain(struct ballot_options *options, struct arena *arena,
    const char *plain)
{
	const char *folded = uni_fold(arena, plain);
	struct ballot_option *option = dict_value(&options->labels, plain);

	if (option == NULL)
		option = dict_value(&options->texts, folded);
	if (option == NULL)
		option = find_both(options, arena, plain);
	if (option == NULL)
		option = dict_value(&options->fronts, folded);
	/* what is in front of two */
	if (option == NULL || (void *)option == options)
		option = find_place(options, plain);
	return option;
}

const struct ballot_option *
ballot_find(struct ballot_options *options, const char *name)
{
	struct ballot_option *option = dict_value(&options->spelt, name);
	struct arena *arena;

	if (option != NULL)
		return option;
	arena = arena_new();
	option = find_plain(options, arena,
	    uni_line(arena, md_plain(arena, md_text(arena, name))));
	if (option != NULL)
		dict_enter(&options->spelt, arena_string(options->arena, name))
		    ->value = option;
	arena_free(arena);
	return option;
}
