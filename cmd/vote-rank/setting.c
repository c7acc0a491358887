/*
 * setting: by what is counted: method, strength of duels, seats and ties.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "rank.h"
#include "source/md.h"

const enum term rank_ways[WAYS + 1] = { T_RANK_CONDORCET, T_RANK_SCHULZE,
	T_RANK_PAIRS, T_RANK_BORDA, T_RANK_IRV, T_RANK_STV, T_NONE };

/* What an option of the command says overrules the documents. */
static void
overrule(struct vote *vote, enum term key, enum bind_kind kind,
    const char *option, const char *argument)
{
	const struct bind_row *row = bind_row_of(vote->poll.bind, key, kind);
	const struct pos pos = { NULL, 0, 0 };
	size_t faults = vote->poll.bind->doc->faults.count;

	if (argument == NULL)
		return;
	memset((char *)vote->sheet + row->at, 0, bind_value_size(kind));
	if (!bind_value(vote->poll.bind, row,
		node_text(vote->poll.arena, argument, pos), vote->sheet) ||
	    vote->poll.bind->doc->faults.count > faults)
		err_die("--%s: '%s' cannot be read", option, argument);
}

/* "draw:SEED" gives the seed too. */
static void
overrule_tie(struct vote *vote, const char *argument)
{
	size_t n = argument != NULL ? strcspn(argument, ":") : 0;

	if (argument == NULL)
		return;
	overrule(vote, T_TIE_BREAK, BIND_CHOICE, "tie",
	    arena_copy(vote->poll.arena, argument, n));
	if (argument[n] == ':')
		vote->sheet->poll.seed =
		    (struct bind_text){ md_text(vote->poll.arena,
					    argument + n + 1),
			    .given = true };
}

static void
choose_by_default(struct bind_choice *choice, enum term term)
{
	if (!choice->given)
		choice->term = term;
}

void
setting_settle(struct vote *vote, const struct options *options)
{
	struct sheet *sheet = vote->sheet;

	overrule(vote, T_RANK_METHOD, BIND_CHOICE, "method", options->method);
	overrule(vote, T_WINNERS, BIND_NUMBER, "winners", options->winners);
	overrule_tie(vote, options->tie);
	choose_by_default(&sheet->method, T_RANK_CONDORCET);
	choose_by_default(&sheet->unranked, T_RANK_LAST);
	choose_by_default(&sheet->strength, T_RANK_WINNING);
	if (!sheet->poll.winners.given)
		sheet->poll.winners.thousandths = 1000;
	poll_tie_settle(&vote->poll);
	while (rank_ways[vote->way] != sheet->method.term)
		vote->way++;
	vote->seats = (size_t)sheet->poll.winners.thousandths / 1000;
	vote->margin = sheet->strength.term == T_RANK_MARGIN;
}

void
setting_order(struct vote *vote)
{
	size_t n = vote->tally->options, i, j;
	enum term tie = vote->sheet->poll.tie.term;
	struct arena *arena = vote->poll.arena;
	size_t *order = arena_array(arena, n, sizeof(*order));

	if (tie == T_TIE_NONE)
		return;
	if (tie == T_TIE_DRAW)
		vote->digest = arena_array(arena, n, sizeof(*vote->digest));
	for (i = 0; i < n && tie == T_TIE_DRAW; i++)
		vote->digest[i] = poll_tie_digest(&vote->poll,
		    poll_option_at(&vote->poll, i));
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			order[i] += tie == T_TIE_DRAW
			    ? strcmp(vote->digest[j], vote->digest[i]) < 0
			    : j < i;
	vote->order = order;
}
