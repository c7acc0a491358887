/*
 * poll_tie: how ties are broken.
 */
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "vote/poll.h"

const enum term poll_ties[] = { T_TIE_NONE, T_TIE_ORDER, T_TIE_DRAW, T_NONE };

void
poll_tie_settle(struct poll *poll)
{
	struct bind_choice *tie = &poll->sheet->tie;
	struct pos pos = tie->pos;

	if (!tie->given)
		tie->term = T_TIE_NONE;
	if (tie->term != T_TIE_DRAW || *poll->sheet->seed.text != '\0')
		return;
	if (pos.file == NULL && poll->bind->doc->part_count > 0)
		pos.file = poll->bind->doc->parts[0].root->pos.file;
	bind_fault(poll->bind, pos, M_VOTE_NO_SEED);
}

const char *
poll_tie_digest(const struct poll *poll, const void *option)
{
	const char *text = arena_format(poll->arena, "%s %s",
	    md_plain(poll->arena, poll->sheet->seed.text),
	    poll_option_name(poll, option));

	return digest_sha256(poll->arena, text, strlen(text));
}

const char *
poll_tie_name(const struct poll *poll, const void *option, bool drawn)
{
	const char *name =
	    md_words(poll->arena, poll_option_name(poll, option));

	return drawn ? arena_format(poll->arena, "%s (%.12s…)", name,
			   poll_tie_digest(poll, option))
		     : name;
}

void
poll_tie_overrule(struct poll *poll, void *sheet, const char *argument)
{
	size_t n = argument != NULL ? strcspn(argument, ":") : 0;

	if (argument == NULL)
		return;
	poll_overrule(poll, sheet, T_TIE_BREAK, BIND_CHOICE, "tie",
	    arena_copy(poll->arena, argument, n));
	if (argument[n] == ':')
		poll->sheet->seed =
		    (struct bind_text){ md_text(poll->arena, argument + n + 1),
			    .given = true };
}

/* An option of a draw. */
struct drawn {
	const char *digest;
	size_t place;
};

static int
compare_drawn(const void *a, const void *b)
{
	const struct drawn *one = a, *other = b;
	int order = strcmp(one->digest, other->digest);

	return order ? order : (one->place < other->place ? -1 : 1);
}

size_t *
poll_tie_order(const struct poll *poll, bool drawn)
{
	size_t count = poll->options.count, i;
	size_t *order = arena_array(poll->arena, count + 1, sizeof(*order));
	struct drawn *all = arena_array(poll->arena, count + 1, sizeof(*all));

	for (i = 0; i < count; i++)
		all[i] = (struct drawn){ drawn
			    ? poll_tie_digest(poll, poll_option_at(poll, i))
			    : "",
			i };
	qsort(all, count, sizeof(*all), compare_drawn);
	for (i = 0; i < count; i++)
		order[all[i].place] = i;
	return order;
}
